"""What may become of one petition: every step of the procedure, and what is done beside it, by chance."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

SUPERIOR, OUTSIDE, BUREAU = "某市公安局", "县人社局", "县信访局"
UNITS = ("城关派出所", "刑侦大队", "交警大队")
Step = tuple[int, str]
"""How many days after the step before, and what is done: a command line without its number; +5: five days after it."""
MOST = "appeal --route 6"
KINDS = {MOST: 12, "appeal --route 5": 1, "appeal --route 4": 2, "suggestion": 1, "accusation": 1}
OUTCOMES = {
    MOST: ("support", "support --perform-by +20", "partly --perform-by +90", "explain", "refuse"),
    "appeal --route 5": ("answered",),
    "suggestion": ("adopt", "partly-adopt", "not-adopt"),
}
AGAIN = "again"
"""Not done to this petition: somebody comes once more about it, which makes another."""
OPINION = "--content 说明 --basis 甲法第一条 --document 信复〔2025〕3号"
CLOSED = "close --despite 另有安排 --result 已办"


class Course:
    """The steps of one petition. earlier: numbers it may turn out to have to do with."""

    def __init__(self, chance: random.Random, received: date, earlier: list[str]) -> None:
        self._chance = chance
        self._received = received
        self._earlier = earlier
        self._kind = chance.choices(list(KINDS), list(KINDS.values()))[0]

    def steps(self) -> Iterator[Step]:
        """One after the other; now and then one is taken back, or something is done beside the procedure."""
        if self._happens(0.04):
            yield 3, "retract --act register --reason 重登"
            return
        for step in self._usual():
            yield step
            if self._happens(0.15):
                yield from self._beside()
            if self._happens(0.02):
                yield 0, "retract --reason 录错了"

    def _happens(self, probability: float) -> bool:
        return self._chance.random() < probability

    def _one_of(self, *lines: str) -> str:
        return self._chance.choice(lines)

    def _days(self, *days: int) -> int:
        return self._chance.choice(days)

    def _usual(self) -> Iterator[Step]:
        yield from self._came_in()
        if self._happens(0.12):
            yield from self._ended_at_the_door()
            if self._happens(0.6):
                yield self._days(5, 30), AGAIN
            if not self._happens(0.3):
                return
            yield self._days(10, 40), "reopen --reason 新事实"
        if self._happens(0.6):
            yield from self._handed_on()
        if self._kind == "appeal --route 4":
            yield from [(2, "accept"), (2, "divert --procedure 行政复议 --to 某县人民政府")]
        elif self._happens(0.9):
            yield from self._handled()
            yield from self._afterwards()

    def _came_in(self) -> Iterator[Step]:
        code, branch = self._one_of("城乡建设", "城乡建设/规划管理", ""), self._one_of("治安", "交管", "")
        yield self._days(0, 0, 3), f"classify --category {self._kind} --code '{code}' --branch '{branch}'"
        if self._happens(0.1):
            yield 0, f"procedure --step not-filed --on {self._received - timedelta(days=9)}"
        if self._happens(0.1):
            yield from [(0, "object --reason 不属本机关职权"), (4, "settle-objection --agree")]
        if self._happens(0.5):
            yield self._days(0, 4, 11, 17), "inform"

    def _ended_at_the_door(self) -> Iterator[Step]:
        yield from self._chance.choice(
            [
                [(2, f"decline --ground in-progress --other 市信访局2024-0456号 --dated {self._received}")],
                [(5, f"redirect --to {OUTSIDE}")],
                [(9, "withdraw --document 撤回申请书 --by-petitioner")],
            ]
        )

    def _handed_on(self) -> Iterator[Step]:
        for _ in range(self._days(1, 1, 1, 2, 3)):
            unit = self._one_of(*UNITS, *UNITS, OUTSIDE)
            yield self._days(0, 2, 8, 16), f"{self._one_of('forward', 'assign --report-by +45')} --unit {unit}"
            if self._happens(0.7):
                yield self._days(0, 1, 5), "receive"
            if self._happens(0.4):
                yield from self._objected()
            elif self._happens(0.3):
                yield self._days(2, 20), "inform"

    def _objected(self) -> Iterator[Step]:
        yield self._days(0, 2), "object --reason 不属本单位职权 --late-reason 转送单在途中"
        refused = (3, "settle-objection --refuse --reason 属其职权")
        unit = self._one_of(*UNITS)
        yield from self._chance.choice(
            [
                [(1, "settle-objection --agree")],
                [(3, "settle-objection --agree")],
                [refused],
                [refused, (2, "negotiate --with 刑侦大队 --with 城关派出所 --failed")],
                [
                    refused,
                    (0, "negotiate --with 交警大队 --failed"),
                    (4, f"designate --unit {unit} --decided-by {SUPERIOR}"),
                ],
                [(1, "forward --unit 某县公安局")],
                [],
            ]
        )

    def _handled(self) -> Iterator[Step]:
        yield self._days(0, 1, 6, 14), f"accept --unit {self._one_of(*UNITS)}"
        several = self._happens(0.1)
        if several:
            yield 0, f"demand --text 补发工资 --category {self._kind}"
        yield from self._chance.choice(
            [
                *[[]] * 5,
                [(1, "simple --ground clear")],
                [(1, "simple --ground clear"), (self._days(5, 25), "leave-simple --reason 争议较大")],
                *[[(self._days(7, 50), "extend --days 30 --approver 李局长 --reason 案情复杂")]] * 3,
                [(5, "recuse --officer 李明 --reason 近亲属 --decided-by 李局长 --replaced-by 王芳")],
                [(9, "mediate --result failed --text 没有谈成")],
                [(9, "mediate --result agreed --text 分期付清 --perform-by +30")],
                [(9, "mediate --result agreed --text 分期付清"), (60, "mediate --result failed --text 没有履行")],
            ]
        )
        if self._happens(0.08):
            self._kind = "appeal --route 5"
            yield self._days(20, 63), f"classify --category {self._kind}"
        for demand in ("--demand 1", "--demand 2") if several else ("",):
            yield from self._answered(demand)

    def _answered(self, demand: str = "") -> Iterator[Step]:
        outcome = self._one_of(*OUTCOMES.get(self._kind, OUTCOMES[MOST]))
        yield self._days(2, 9, 25, 40, 58, 75), f"reply {demand} --outcome {outcome} {OPINION}"
        if self._happens(0.85):
            yield self._days(0, 0, 3, 9), "serve"
        for body in ("office", "unit"):
            if self._happens(0.6):
                rating = self._one_of("satisfied", "basic", "dissatisfied", "not-rated")
                yield self._days(1, 1, 6, 34), f"rate --of {body} --rating {rating}"

    def _afterwards(self) -> Iterator[Step]:
        reopened = (self._days(9, 80), "reopen --reason 新事实")
        yield from self._chance.choice(
            [
                [],
                [(3, CLOSED)],
                [(30, CLOSED)],
                [(5, CLOSED), reopened],
                [(5, CLOSED), reopened, *self._answered(), (9, CLOSED)],
                [(70, "conclude --lapsed")],
                *[self._review()] * 5,
            ]
        )
        if self._happens(0.35):
            yield self._days(1, 20, 100), AGAIN
        if self._happens(0.5):
            yield self._days(4, 50, 200), f"carry-out --unit {self._one_of(*UNITS)} --text 已付清"
        if self._happens(0.4):
            yield 30, CLOSED
        if self._happens(0.3):
            yield self._days(1, 60), AGAIN
            if self._happens(0.5):
                yield self._days(9, 80, 120), "reopen --reason 新事实"
                yield from self._answered()
        for _ in range(self._days(0, 1, 2)):
            yield from self._beside()

    def _review(self) -> Iterator[Step]:
        outcome = self._one_of("uphold", "uphold", "uphold", "change", "revoke", "redo")
        yield self._days(5, 25), f"ask-review --to {SUPERIOR} --reason 认定事实有误 --late-reason 住院治疗"
        if self._happens(0.3):
            yield self._days(1, 7), self._one_of("settle-request --accept", "settle-request --refuse --reason 不属本级")
        yield self._days(10, 33), f"review --outcome {outcome} --document 信复查〔2025〕3号"
        yield self._days(1, 30), "serve"
        if outcome in {"revoke", "redo"}:
            yield from self._answered()
        elif self._happens(0.8):
            yield 12, "ask-recheck --to 某省公安厅 --reason 仍然不服"
            yield 2, "hear convene --for +6 --place 第一会议室 --chair 李局长"
            yield from [(6, "hear start"), (1, "hear finish --conclusion 事实清楚")]
            outcome = self._one_of("uphold", "uphold", "redo")
            yield self._days(9, 31), f"recheck --outcome {outcome} --document 信复核〔2025〕1号"
            yield from [(1, "serve"), (3, "conclude")]

    def _beside(self) -> Iterator[Step]:
        """One of the things done beside the procedure, as far as it gets."""
        unit = self._one_of(*UNITS, OUTSIDE)
        situation = self._one_of("s-handle-late", "s-evasive", "s-repeat", "s-not-executed")
        supervised = (
            f"supervise --situation {situation} --text 说明 --answer-by {self._one_of('+0', '+5', '+30')} --unit {unit}"
        )
        advised = f"advise --kind {self._one_of('improve', 'policy', 'accountability')} --to {unit} --text 公开流程"
        adopted = f"adopt --result {self._one_of('adopted', 'partly', 'not')} --text 已研究"
        cause = self._one_of("justified", "not-ours", "our-fault", "needs-help", "unfinished")
        grade = self._one_of("excellent", "passed --score 83", "flawed --score 61", "failed --score 40")
        earlier = self._one_of(*self._earlier, "2023-000001")
        closed = "supervise --close --text 已整改 --despite 情形已消除"
        stories = [
            *[[supervised, "supervise --answered --text 已整改", closed]] * 4,
            [supervised, closed],
            *[[advised, adopted]] * 3,
            *[
                [
                    "sponsor --leader 王建国 --post 副县长",
                    "sponsor --visit 当面听取",
                    "sponsor --result 说明",
                    "sponsor --leader 陈志强",
                ]
            ]
            * 3,
            *[[f"inspect --item 登记=完整 --grade {grade}"]] * 2,
            [f"leader-visit --form {self._one_of('reception', 'appointment', 'down-visit')} --leader 王建国"],
            *[[f"diagnose --cause {cause} --measure 逐件落实 --finish-by {self._one_of('+0', '+20')}"]] * 3,
            [AGAIN],
            [AGAIN],
            ["care --kind help --text 上门"],
            ["assist --kind social --text 已协助申请临时救助"],
            ["urgent --to 县委县政府 --facts 二十余人聚集 --measures 已派人"],
            *[[self._one_of("resolve --how met --text 已解决", "resolve --how desisted --document 息访承诺书")]] * 2,
            [f"link --to {earlier} --reason 同一事项", f"unlink --from {earlier} --reason 是另一处"],
            [f"link --to {earlier} --reason 同一事项"],
            [f"link --to {earlier} --as related --reason 相关"],
            [f"correct --received {self._received - timedelta(days=2)} --reason 收到日有误"],
            [f"correct --headcount {self._days(3, 6)} --region 城关镇 --reason 登记有误"],
        ]
        story = self._chance.choice(stories)
        for line in story[: self._chance.randrange(len(story)) + 1]:
            yield self._days(0, 1, 4, 12, 40), line
