"""Every document of the procedure: from a petition of which all is known, and from one of which nothing is."""

from __future__ import annotations

from datetime import date

import pytest
from law.history import History, paper

from xinfang.core.letter_kinds import LetterKind
from xinfang.core.letters_owed import BY_VALUE, OWED
from xinfang.letters.kinds import KINDS, PETITIONER
from xinfang.letters.words import BLANK, BLANK_DAY, day, numeral

from .samples import LIVES, bare, full, material, page, text_of

HAS: dict[str, tuple[str, ...]] = {
    "receipt": ("2024-000001-K7QF9M2X", "2024年8月1日", "反映拖欠工资和工伤赔偿", "0371-60000000"),
    "register-form": (
        *("欧阳震雷等5人", "11010519491231002X", "13800138000", "城关镇幸福路12号院", "赵代理", "来访", "直接提出"),
        *(
            "城东建筑公司",
            "城关镇",
            "支付拖欠的工资",
            "有工资欠条为证",
            "工地受伤没有赔偿。",
            "登记人",
            "王芳",
            "2024年8月1日",
        ),
    ),
    "notice": (
        *(
            "某公〔2024〕1号",
            "欧阳震雷等5人",
            "2024年8月1日，本单位收到您以来访形式提出的",
            "城关派出所",
            "0371-60000000",
        ),
        *(
            "第三十一条第（六）项",
            "2024年8月5日受理",
            "60日内办结",
            "2024年10月8日",
            "30日",
            "第二十三条第二款",
            "2024-000001-K7QF9M2X",
        ),
    ),
    "transfer-notice": ("转送城关派出所", "2024年8月10日", "《信访工作条例》第二十三条第一款", "2024-000001-K7QF9M2X"),
    "transfer": (
        *("城关派出所：", "2024-000001", "支付拖欠的工资", "附件清单", "《信访工作条例》第二十三条第一款"),
        *("工地受伤没有赔偿。", "信访材料复印件3页", "王芳"),
        *("5个工作日内提出异议", "第二十三条第三款"),
    ),
    "assignment": (
        "城关派出所：",
        "2024年9月30日以前反馈办理结果，提交办结报告",
        "刑侦大队",
        "附件清单",
        "1．信访材料复印件3页",
        "2．工资欠条复印件1页",
        "第二十三条第一款",
        "支付拖欠的工资",
    ),
    "not-competent": ("属于劳动监察职责。", "县人力资源和社会保障局", "第二十三条第一款"),
    "not-accepted": ("市信访局2024-0456号", "2024年7月1日", "同一事项正在办理。", "第十九条第三款"),
    "no-longer-accepted": ("省公信核〔2023〕9号", "2023年11月2日", "同一事实和理由。", "第三十六条第三款"),
    "diversion": (
        "属劳动报酬争议。",
        "一年，自知道权利被侵害之日起（《劳动争议调解仲裁法》第二十七条）",
        "劳动争议仲裁",
        "县劳动人事争议仲裁委员会",
        "第三十一条第（二）项",
    ),
    "objection": (
        "县信访局：",
        "县信交〔2024〕5号",
        "2024年8月1日收到",
        "属于劳动监察职责，不属公安机关职权。",
        "县人力资源和社会保障局",
        "退回材料清单",
        "1．信访材料原件3页",
        "2．工资欠条复印件1页",
        "第二十三条第三款",
    ),
    "extension-form": (
        "2024年10月4日",
        "2024年11月4日",
        "30",
        "证人在外地，需要补充调查。",
        "李局长",
        "2024年9月30日",
        "告知日期",
    ),
    "extension": ("2024年10月4日", "2024年11月4日", "延长30日", "证人在外地，需要补充调查。", "李局长", "第三十四条"),
    "hearing-notice": (
        "2024年8月28日",
        "9时至11时",
        "某县公安局三楼会议室",
        "周主任",
        "人大代表孙某",
        "第三十一条第（六）项",
    ),
    "hearing-record": (
        "2024年8月28日",
        "2024年8月29日",
        "周主任",
        "人大代表孙某、律师钱某",
        "冯书记员",
        "9时至11时",
        "某县公安局三楼会议室",
        "双方就用工天数质询、辩论。",
        "听证员一致认为应予支付。",
        "拖欠工资事实清楚",
    ),
    "hearing-conclusion": (
        "自2024年8月28日起，至2024年8月29日止",
        "人大代表孙某",
        "双方就用工天数质询、辩论。",
        "听证员一致认为应予支付。",
        "拖欠工资事实清楚，应予支付。",
    ),
    "opinion": (
        *(
            "欧阳震雷等5人",
            "支付拖欠的工资",
            "2023年3月至12月在城东工地做工",
            "有工资欠条为证",
            "经调查核实认定：经核对考勤和工资表，欠付三人工资共4.2万元。",
            "支持。",
            "某公〔2024〕1号",
        ),
        *(
            "已责令城东建筑公司支付。",
            "《保障农民工工资支付条例》第三条",
            "30日内，向某市公安局书面请求复查",
            "2024年9月20日",
            "（印章）",
        ),
    ),
    "answer": ("采纳。已增设路灯。", "第二十九条"),
    "mediation": (
        "欧阳震雷等5人",
        "城东建筑公司项目部",
        "银行转账",
        "支付拖欠的工资",
        "十日内付清工资。",
        "2024年9月10日",
        "周调解",
        "捺印",
        "第三十三条",
    ),
    "conciliation": ("和解协议书", "城东建筑公司", "支付拖欠的工资", "现金", "当场付清工资。", "2024年8月31日", "捺印"),
    "review-opinion": (
        *(
            "某市公安局",
            "申请人：欧阳震雷等5人",
            "被申请人：某县公安局。",
            "您对某县公安局于2024年9月20日作出的信访处理意见",
            "欠薪数额与原认定一致。",
            "支付拖欠的工资",
            "某公信复〔2024〕7号",
            "数额计算有误。",
            "维持。认定事实清楚。",
        ),
        *("30日内，向" + BLANK, "请求复核", "第三十六条第一款"),
    ),
    "recheck-opinion": (
        "某省公安厅",
        "被申请人：某市公安局",
        "市公信查〔2024〕3号",
        "2024年10月30日",
        "申请人：欧阳震雷等5人",
        "支付拖欠的工资",
        "另有加班工资两千元未计。",
        "变更。变更支付数额。",
        "《信访工作条例》第三十六条。",
        "信访程序终结意见",
        "不再受理",
        "本意见是否公示：不公示。",
    ),
    "review-refused": (
        "某市公安局",
        "2024年10月8日",
        "2024年9月24日",
        "不予受理，理由是：不是原办理机关的上一级。",
        "第三十五条",
    ),
    "recheck-refused": (
        "某省公安厅",
        "2024年11月20日",
        "2024年11月4日",
        "理由是：没有提交复查意见书。",
        "第三十六条第一款",
    ),
    "service": (
        "信访处理意见书",
        "某公信复〔2024〕7号",
        "欧阳震雷",
        "直接送达",
        "2024年9月24日",
        "见证人：孙社区",
        "李明",
    ),
    "report": (
        "县信访局：",
        "县信交〔2024〕5号",
        "2024年10月15日",
        "支持",
        "某公信复〔2024〕7号",
        "2024年9月24日",
        "直接送达",
        "经核对考勤和工资表，欠付三人工资共4.2万元。",
        "《保障农民工工资支付条例》第三条",
        "满意。",
        "1．处理意见书",
        "2．送达回证",
        "工资已付清",
    ),
    "supervision": (
        "城关派出所：",
        "未按期办结",
        "立即答复信访人。",
        "已超过办理期限两日，未见答复。",
        "王芳",
        "2024年10月20日",
        "书面反馈",
        "李局长",
        "第四十条第一款",
    ),
    "improvement": ("三个月内五件超期。", "改进接待，完善台账。", "书面反馈", "第四十条第一款"),
    "policy": ("三个月内五件超期。", "书面反馈", "修订办法，完善台账。", "第四十条第二款"),
    "accountability": ("三个月内五件超期。", "书面反馈", "给予处分，完善台账。", "第四十条第三款"),
    "urgent": (
        "县委、县政府：",
        "首报",
        "三十余人聚集。",
        "派员劝导。",
        "2024年8月1日",
        "8月2日上午8时起",
        "县政府门前",
        "30",
        "支付拖欠的工资",
        "请协调人社部门到场。",
    ),
    "police-register": (
        "拒不支付劳动报酬",
        "拟受理为行政案件。",
        "欧阳震雷等5人",
        "2024年8月1日",
        "城东建筑公司",
        "工地受伤没有赔偿。",
    ),
    "police-receipt": ("2024年8月1日", "王芳", "领受人"),
    "police-evidence": ("工资欠条", "1张", "手写，签有城东公司名称", "考勤表", "3页", "提交人"),
    "police-no-case": ("认为没有犯罪事实，", "第一百七十八条", "七日以内", "2024年8月5日"),
    "police-transfer": ("理由是：主要行为发生在邻县。", "邻县公安局", "2024年8月6日", "第一百七十五条"),
}
"""What procedure and law want to stand in each, as this petition has it."""

every = pytest.mark.parametrize("kind", LetterKind, ids=lambda kind: kind.value)


@every
def test_a_full_case_fills_it(kind: LetterKind) -> None:
    text = text_of(page(kind, full(kind)))
    assert [part for part in HAS[kind.value] if part not in text] == []
    assert kind.label in text
    assert "{" not in text and "None" not in text


PEN = ("签名", "签章", "份", "注明", "负责人", "领受人", "其他参加人", "关系", "＿＿年＿＿月＿＿日", "案件编号")
"""What is written by hand on the printed page, and what another system gives: signatures, their days, copies, case numbers."""
UNKNOWN = {
    "register-form": 5,  # this petition has no incoming number, no mark, no body named, no topic, no procedure before it
    "service": 1,  # handed over in person: no proof beside the signature
    "review-refused": 1,  # how to reach another body
    "recheck-refused": 1,
    "review-opinion": 1,  # the body above the one that reviewed it is not the office's to know
    "hearing-record": 2,  # who signs
}
"""Open lines that are left although all that the acts ask for was written down, and why."""


@every
def test_what_the_acts_record_leaves_no_line_open(kind: LetterKind) -> None:
    """Every field that procedure §6 names can be recorded, and what was recorded stands in the document."""
    text = text_of(page(kind, full(kind)))
    left = [line for line in text.splitlines() if "＿" in line and not any(word in line for word in PEN)]
    assert len(left) == UNKNOWN.get(kind.value, 0), left


@every
def test_a_bare_case_leaves_it_open(kind: LetterKind) -> None:
    """Nothing recorded, nothing invented: a visible line."""
    text = text_of(page(kind, bare()))
    assert kind.label in text
    assert BLANK in text or BLANK_DAY in text or kind in (LetterKind.RECEIPT, LetterKind.NOTICE)
    assert "{" not in text and "None" not in text


@every
def test_each_belongs_to_an_act_of_the_law(kind: LetterKind) -> None:
    """The full case has done the act that the document is of."""
    entry = material(kind, full(kind)).entry
    assert entry is not None
    assert entry.act in KINDS[kind].acts


def test_lists_agree() -> None:
    assert list(KINDS) == list(LetterKind)
    assert set(HAS) == set(LIVES) == {kind.value for kind in LetterKind}
    owed = {kind for kinds in (*OWED.values(), *BY_VALUE.values()) for kind in kinds}
    assert owed <= {kind.value for kind in LetterKind}


def test_a_series_has_a_word_of_its_own() -> None:
    """Two kinds that shared one would share numbers."""
    words = [kind.series for kind in KINDS.values() if kind.series]
    assert len(words) == len(set(words))


def test_several_demands_are_numbered_and_answered_one_by_one() -> None:
    history = full(LetterKind.NOTICE)
    history.do("demand", date(2024, 8, 6), text="赔偿工伤", category="appeal", route=6)
    history.do("reply", date(2024, 9, 10), demand=1, outcome="support", text="已责令支付", basis="甲法第一条")
    history.do("reply", date(2024, 9, 11), demand=2, outcome="refuse", text="不属工伤", basis="乙法第二条")
    text = text_of(page(LetterKind.OPINION, history))
    for part in (
        *(
            "（一）支付拖欠的工资",
            "（二）赔偿工伤",
            "（一）对“支付拖欠的工资”：支持。已责令支付。",
            "依据：甲法第一条。",
        ),
        *("（二）对“赔偿工伤”：不予支持。不属工伤。", "依据：乙法第二条。"),
    ):
        assert part in text, part


def test_a_petition_of_2005_cites_its_own_instrument() -> None:
    text = text_of(page(LetterKind.NOTICE, History(paper(date(2021, 3, 1)))))
    assert "《信访条例》第二十二条第二款" in text
    assert "《信访工作条例》" not in text


def test_days_and_numerals_are_chinese() -> None:
    assert day("2026-03-09") == day(date(2026, 3, 9)) == "2026年3月9日"
    assert day(None) == day("") == BLANK_DAY
    assert [numeral(n) for n in (1, 9, 10, 11, 20, 21, 99, 100)] == [
        "一",
        "九",
        "十",
        "十一",
        "二十",
        "二十一",
        "九十九",
        "100",
    ]


LISTED = ("register-form", "transfer", "assignment", "mediation", "conciliation", "police-register", "police-transfer")


@pytest.mark.parametrize("kind", [*map(LetterKind, LISTED)], ids=lambda kind: kind.value)
def test_each_of_several_petitioners_is_listed_with_what_is_his(kind: LetterKind) -> None:
    """The table of one petitioner would tell twelve numbers and not whose they are."""
    lines = text_of(page(kind, full(kind))).splitlines()
    assert _after(lines, "住址") == ["1", "欧阳震雷（代表）", "11010519491231002X", "13800138000", "城关镇幸福路12号院"]
    alone = text_of(page(kind, bare()))
    assert "名单" not in alone
    assert "名单" not in text_of(page(kind, full(kind, confidential=True))) or KINDS[kind].to == PETITIONER


def _after(lines: list[str], heading: str) -> list[str]:
    """The first row below the last of these headings."""
    last = len(lines) - lines[::-1].index(heading)
    return lines[last : last + 5]


def test_one_demand_has_no_number_and_several_have() -> None:
    assert "\n支付拖欠的工资\n" in text_of(page(LetterKind.OPINION, full(LetterKind.OPINION)))
    history = full(LetterKind.NOTICE)
    history.do("demand", date(2024, 8, 6), text="赔偿工伤", category="appeal", route=6)
    history.do("demand", date(2024, 8, 6), text="公开检讨", category="appeal", route=1)
    assert "（一）支付拖欠的工资\n（二）赔偿工伤\n（三）公开检讨" in text_of(page(LetterKind.REGISTER_FORM, history))
    told = text_of(page(LetterKind.NOTICE, history))
    assert "关于“支付拖欠的工资”“赔偿工伤”：属于申诉求决类事项。" in told
    assert "关于“公开检讨”：属于申诉求决类事项。" in told


def test_what_is_reported_urgent_after_registration_is_marked_so_in_the_register_form() -> None:
    history = bare()
    assert "重大紧急" not in text_of(page(LetterKind.REGISTER_FORM, history))
    for act, day_of, details in LIVES["urgent"]:
        history.do(act, date.fromisoformat(f"2024-{day_of}"), **details)
    assert not history.case.registration.urgent
    assert "重大紧急" in text_of(page(LetterKind.REGISTER_FORM, history))


def test_a_paper_is_served_where_its_receiver_lives() -> None:
    assert "送达地址\n城关镇幸福路12号院" in text_of(page(LetterKind.SERVICE, full(LetterKind.SERVICE)))
