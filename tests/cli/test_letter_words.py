"""What is said with an act, as it is typed, stands in the act's document and in the time line of `show`."""

from __future__ import annotations

import pytest

from .lettering import letter, text
from .shell import Shell

SORTED = (("classify", 1, "--category", "appeal", "--route", 6),)
ACCEPTED = (*SORTED, ("accept", 1, "--unit", "城关派出所", "--officer", "李明"))
ANSWERED = (*ACCEPTED, ("reply", 1, "--outcome", "refuse", "--found", "工资已由劳务公司付清", "--basis", "甲法第一条"))
SERVED = (*ANSWERED, ("serve", 1, "--method", "left", "--server", "李明", "--witness", "孙社区"))
REVIEW = (*SERVED, ("ask-review", 1))
HEARD = (
    *ACCEPTED,
    ("hear", 1, "convene", "--for", "2026-01-05", "--place", "第一会议室", "--time", "9时至11时"),
    ("hear", 1, "start", "--recorder", "王芳"),
    ("hear", 1, "finish", "--debate", "就工期质询", "--deliberation", "应当核算", "--conclusion", "待核"),
)
CASES: dict[str, tuple[tuple[tuple[object, ...], ...], tuple[str, ...]]] = {
    "opinion": (ANSWERED, ("经调查核实认定：工资已由劳务公司付清。",)),
    "service": (SERVED, ("李明", "见证人：孙社区")),
    "hearing-notice": (HEARD, ("9时至11时",)),
    "hearing-record": (HEARD, ("王芳", "就工期质询。", "应当核算。")),
    "hearing-conclusion": (HEARD, ("就工期质询。", "应当核算。")),
    "transfer": (
        (*SORTED, ("forward", 1, "--unit", "城关派出所", "--attachment", "欠条1页", "--attachment", "照片2张")),
        ("1．欠条1页", "2．照片2张"),
    ),
    "assignment": ((*SORTED, ("assign", 1, "--unit", "城关派出所", "--attachment", "欠条1页")), ("欠条1页",)),
    "mediation": (
        (
            *ACCEPTED,
            (
                *("mediate", 1, "--result", "agreed", "--text", "分两期付清"),
                *("--with", "城东公司", "--manner", "银行转账", "--perform-by", "2026-03-01"),
            ),
        ),
        ("城东公司", "银行转账"),
    ),
    "diversion": (
        (
            ("classify", 1, "--category", "appeal", "--route", 2),
            (
                *("divert", 1, "--procedure", "劳动仲裁", "--to", "县仲裁委"),
                *("--within", "一年", "--reason", "属劳动争议"),
            ),
        ),
        ("一年。", "理由：属劳动争议。"),
    ),
    "not-accepted": (
        (("decline", 1, "--ground", "in-progress", "--other", "市信访局2025-1号", "--dated", "2025-12-01"),),
        ("2025年12月1日",),
    ),
    "review-opinion": (
        (*REVIEW, ("review", 1, "--outcome", "uphold", "--found", "与原认定一致")),
        ("与原认定一致。", "被申请人：某县公安局"),
    ),
    "review-refused": (
        (*REVIEW, ("settle-request", 1, "--refuse", "--reason", "不属本级复查")),
        ("理由是：不属本级复查。",),
    ),
    "recheck-opinion": (
        (
            *REVIEW,
            ("review", 1, "--outcome", "uphold"),
            ("serve", 1),
            ("ask-recheck", 1, "--to", "某省公安厅"),
            ("recheck", 1, "--outcome", "uphold", "--found", "事实清楚", "--not-published"),
        ),
        ("事实清楚。", "不公示"),
    ),
    "report": (
        (
            *SERVED,
            (
                *("close", 1, "--petitioner-says", "不服", "--attachment", "意见书", "--attachment", "回证"),
                *("--despite", "档案另存"),
            ),
        ),
        ("工资已由劳务公司付清。", "不服。", "1．意见书", "2．回证"),
    ),
    "supervision": (
        (
            (
                *("supervise", 1, "--situation", "s-evasive", "--text", "限期说明"),
                *("--answer-by", "2026-02-01", "--facts", "两次推诿"),
            ),
        ),
        ("两次推诿。",),
    ),
    "policy": (
        (("advise", 1, "--kind", "policy", "--to", "县政府", "--text", "修订办法", "--facts", "三件同类"),),
        ("三件同类。",),
    ),
    "urgent": (
        (
            (
                *("urgent", 1, "--to", "县委", "--facts", "聚集", "--time", "今日8时", "--place", "县政府门前"),
                *("--people", 30, "--ask", "请协调人社部门到场"),
            ),
        ),
        ("今日8时", "县政府门前", "30", "请协调人社部门到场。"),
    ),
    "police-register": (
        (("procedure", 1, "--step", "reported", "--charge", "拒不支付劳动报酬", "--reason", "拟受案"),),
        ("拒不支付劳动报酬", "拟受案。"),
    ),
    "police-evidence": (
        (("procedure", 1, "--step", "reported", "--evidence", "欠条|1张|手写", "--evidence", "考勤表"),),
        ("欠条", "1张", "手写", "考勤表"),
    ),
}
"""Document → what is typed before it is made, and what it says then."""


@pytest.mark.parametrize("kind", CASES)
def test_what_was_said_stands_in_the_document(office: Shell, kind: str) -> None:
    typed, said = CASES[kind]
    given = ("--name", "张三", "--address", "城关镇幸福路12号院", "--title", "反映拖欠工资", "--content", "请求支付")
    office.ok("register", "--channel", "visit", *given)
    for line in typed:
        office.ok(*line)
    made = letter(office, "1", kind)
    page = text(office, made["file"])
    assert [part for part in said if part not in page] == []
    office.sound()


def test_an_objection_lists_what_goes_back(office: Shell) -> None:
    office.ok("unit", "add", "县信访局", "--outside")
    given = ("--anonymous", "--title", "反映拖欠工资", "--content", "请求支付")
    office.ok("register", "--channel", "letter", *given, "--source", "forwarded", "--from", "县信访局")
    office.ok("object", 1, "--reason", "不属公安职权", "--to", "县人社局", "--return", "信2页", "--return", "照片1张")
    page = text(office, letter(office, "1", "objection")["file"])
    assert "1．信2页" in page and "2．照片1张" in page


def test_the_other_petition_s_day_is_looked_up(office: Shell) -> None:
    """One of this ledger: when it was accepted stands in the notice without being typed."""
    given = ("--name", "张三", "--address", "城关镇幸福路12号院", "--title", "反映拖欠工资", "--content", "请求支付")
    office.ok("register", "--channel", "visit", *given)
    for line in ACCEPTED:
        office.ok(*line)
    office.ok("register", "--channel", "visit", *given)
    office.ok("decline", 2, "--ground", "in-progress", "--other", 1)
    page = text(office, letter(office, "2", "not-accepted")["file"])
    assert "2026-000001" in page or "：1，" in page
    assert "受理日期为2026年1月5日" in page


def test_words_typed_with_an_act_name_nobody_in_the_time_line(office: Shell) -> None:
    """What was found, said and witnessed is masked like every other text."""
    given = ("--name", "诸葛无双", "--address", "梧桐巷九号", "--title", "反映拖欠工资", "--content", "请求支付")
    office.ok("register", "--channel", "visit", *given)
    for line in ACCEPTED:
        office.ok(*line)
    office.ok("reply", 1, "--outcome", "refuse", "--found", "诸葛无双的工资已付清", "--basis", "甲法第一条")
    office.ok("serve", 1, "--method", "left", "--witness", "诸葛无双的邻居诸葛无双")
    assert "诸葛无双" not in office.ok("show", 1).out
