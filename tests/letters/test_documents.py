"""Every document of the procedure: from a petition of which all is known, and from one of which nothing is."""

from __future__ import annotations

from datetime import date

import pytest
from law.history import OFFICE, History, paper

from xinfang.core.letter_kinds import LetterKind
from xinfang.core.letters_owed import BY_VALUE, OWED
from xinfang.core.numerals import numeral
from xinfang.core.office import Setting
from xinfang.core.terms import Kind
from xinfang.letters.kinds import KINDS, PETITIONER
from xinfang.letters.words import BLANK, BLANK_DAY, day

from .expected import HAS, PEN, UNKNOWN
from .samples import LIVES, RECEIVED, bare, full, material, page, text_of

every = pytest.mark.parametrize("kind", LetterKind, ids=lambda kind: kind.value)


@every
def test_a_full_case_fills_it(kind: LetterKind) -> None:
    text = text_of(page(kind, full(kind)))
    assert [part for part in HAS[kind.value] if part not in text] == []
    assert kind.label in text
    assert "{" not in text and "None" not in text


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


def test_every_list_of_documents_names_the_same() -> None:
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


def _refused_and_upheld(history: History) -> None:
    """Answered, upheld in the review, and a recheck asked for."""
    history.do("reply", date(2024, 9, 20), outcome="refuse", text="不予支持", basis="甲法第一条")
    history.do("serve", date(2024, 9, 24))
    history.do("ask-review", date(2024, 10, 8), to="某市公安局")
    history.do("review", date(2024, 10, 30), decision="uphold")
    history.do("serve", date(2024, 11, 4))
    history.do("ask-recheck", date(2024, 11, 20), to="某省公安厅")


def test_the_documents_of_an_earlier_hearing_are_not_mixed_with_a_later_one() -> None:
    """The first hearing's conclusion, written out once a second one goes on in the recheck."""
    history = full(LetterKind.HEARING_CONCLUSION)
    _refused_and_upheld(history)
    history.do("hear", date(2024, 11, 22), stage="convene", held_on=date(2024, 11, 25), place="省厅接待室")
    history.do("hear", date(2024, 11, 25), stage="start")
    first = text_of(page(LetterKind.HEARING_CONCLUSION, history))
    assert "依照《信访工作条例》第三十一条第（六）项举行了听证，自2024年8月28日起，至2024年8月29日止" in first
    assert "某县公安局三楼会议室" in first
    history.do("hear", date(2024, 11, 26), stage="finish", conclusion="应予维持")
    second = text_of(page(LetterKind.HEARING_CONCLUSION, history))
    assert "依照《信访工作条例》第三十六条第二款举行了听证，自2024年11月25日起，至2024年11月26日止" in second
    assert "省厅接待室" in second
    history.do("recheck", date(2024, 12, 10), decision="redo")
    history.do("serve", date(2024, 12, 12))
    history.do("hear", date(2024, 12, 13), stage="convene", held_on=date(2024, 12, 20), place="县局接待室")
    assert "《信访工作条例》第三十一条第（六）项" in text_of(page(LetterKind.HEARING_NOTICE, history))


def test_a_hearing_that_was_never_held_fills_no_gap_in_another() -> None:
    """Convened in the handling and overtaken by the answer; then in the recheck, where nobody has said yet who is in the chair."""
    convened = {"stage": "convene", "held_on": date(2024, 8, 28), "place": "县局会议室", "chair": "周主任", "at": "9时"}
    history = bare()
    history.do("classify", date(2024, 8, 1), category="appeal", route=6)
    history.do("accept", date(2024, 8, 5))
    history.do("hear", date(2024, 8, 20), **convened)
    history.do("hear", date(2024, 8, 26), stage="convene", held_on=date(2024, 9, 3), place="镇政府会议室")
    put_off = text_of(page(LetterKind.HEARING_NOTICE, history))
    assert "2024年9月3日" in put_off
    assert "镇政府会议室" in put_off
    assert not [word for word in ("2024年8月28日", "县局会议室", "周主任", "9时") if word in put_off]
    _refused_and_upheld(history)
    history.do(
        "hear", date(2024, 11, 22), **convened | {"held_on": date(2024, 11, 25), "place": "省厅接待室", "chair": ""}
    )
    history.do("hear", date(2024, 11, 25), stage="start")
    record = text_of(page(LetterKind.HEARING_RECORD, history))
    assert "省厅接待室" in record
    assert "周主任" not in record


def test_an_office_that_was_renamed_reviews_under_its_new_name() -> None:
    """The opinion is 城关分局's; the office one level above it was founded as 某县公安局 and has a new name since 2024."""
    renamed = Setting(date(2024, 1, 1), "office-name", "某县公安分局")
    history = full(LetterKind.NOTICE)
    history.do("reply", date(2024, 9, 20), unit="城关分局", outcome="refuse", text="不予支持", basis="甲法第一条")
    assert "向某县公安分局书面请求复查" in text_of(page(LetterKind.OPINION, history, setting=renamed))
    history.do("serve", date(2024, 9, 24))
    history.do("ask-review", date(2024, 10, 8), to=OFFICE.name)
    history.do("review", date(2024, 10, 30), decision="uphold", basis="甲法第一条")
    history.do("serve", date(2024, 11, 4))
    opinion = text_of(page(LetterKind.REVIEW_OPINION, history, setting=renamed)).splitlines()
    assert opinion[0] == "某县公安分局"
    assert "某县公安分局（印章）" in opinion
    assert "向某市公安局书面请求复核" in "\n".join(opinion)
    history.do("ask-recheck", date(2024, 11, 20), to="某市公安局")
    history.do("recheck", date(2024, 12, 10), decision="uphold", basis="甲法第一条")
    assert "被申请人：某县公安分局" in text_of(page(LetterKind.RECHECK_OPINION, history, setting=renamed))


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


def test_of_two_demands_each_is_told_its_own_way_and_the_one_that_is_diverted_is_named() -> None:
    history = full(LetterKind.NOTICE)
    history.do("demand", date(2024, 8, 6), text="行政赔偿", category="appeal", route=1)
    told = text_of(page(LetterKind.NOTICE, history))
    assert "关于“支付拖欠的工资”：属于申诉求决类事项。" in told
    assert "关于“行政赔偿”：属于申诉求决类事项。" in told
    history.do(
        "divert", date(2024, 8, 7), demand=2, procedure="国家赔偿程序", to="某县公安局法制大队", reason="另有程序"
    )
    assert "其中“行政赔偿”应当通过法定程序处理" in text_of(page(LetterKind.DIVERSION, history))


def test_the_proof_of_service_names_what_was_made_of_the_answer() -> None:
    """An answer 答复函 is no opinion; before the service is written down it is of what was last made for the petitioner."""
    history = bare()
    history.do("classify", date(2024, 8, 1), category="suggestion")
    history.do("reply", date(2024, 8, 20), outcome="adopt", text="已增设路灯", document="")
    history.do("letter", date(2024, 8, 20), letter="answer", document="某公信答〔2024〕3号", sequence=3)
    history.do("letter", date(2024, 8, 20), letter="register-form")
    not_yet = text_of(page(LetterKind.SERVICE, history))
    assert "送达的文书\n信访事项答复函\n文号\n某公信答〔2024〕3号" in not_yet
    history.do("serve", date(2024, 8, 22))
    assert "送达的文书\n信访事项答复函\n文号\n某公信答〔2024〕3号" in text_of(page(LetterKind.SERVICE, history))


@pytest.mark.parametrize(
    ("category", "route", "said"),
    [
        ("suggestion", None, "属于建议意见类事项。依照《信访工作条例》第二十九条第一款，"),
        ("accusation", None, "属于检举控告类事项。依照《信访工作条例》第三十条第一款，"),
        ("appeal", 5, "第三十一条第（五）项，属于申请查处违法、履行法定职责的，将依法履行或者答复。"),
        ("appeal", 6, "第三十一条第（六）项，有权处理的机关、单位将听取您陈述事实和理由"),
        ("appeal", 2, "第三十一条第（二）项，应当通过仲裁的途径解决"),
    ],
)
def test_the_petitioner_is_told_how_it_will_be_handled(category: str, route: int | None, said: str) -> None:
    history = bare()
    history.do("classify", date(2024, 8, 1), category=category, route=route)
    assert said in text_of(page(LetterKind.NOTICE, history))


def test_a_bureau_tells_by_its_own_article() -> None:
    assert "第二十二条第一款" in text_of(page(LetterKind.NOTICE, History(paper(RECEIVED), Kind.BUREAU)))


def test_the_instrument_of_2005_has_no_objection_and_days_for_advice() -> None:
    history = History(paper(date(2021, 3, 1)), Kind.BUREAU)
    history.do("forward", date(2021, 3, 5), unit="城关派出所")
    assert "异议" not in text_of(page(LetterKind.TRANSFER, history))
    history.do("advise", date(2021, 3, 8), proposal="improve", to="城关派出所", text="改进接待", facts="五件超期")
    assert "请自收到之日起30日内将采纳情况书面反馈" in text_of(page(LetterKind.IMPROVEMENT, history))
    assert "请及时将采纳情况书面反馈" in text_of(page(LetterKind.IMPROVEMENT, full(LetterKind.IMPROVEMENT)))


def test_what_was_found_is_told_demand_by_demand() -> None:
    history = full(LetterKind.NOTICE)
    history.do("demand", date(2024, 8, 6), text="赔偿工伤", category="appeal", route=6)
    history.do(
        "reply", date(2024, 9, 10), demand=1, outcome="support", text="支付", basis="甲法第一条", found="欠薪属实"
    )
    history.do(
        "reply", date(2024, 9, 11), demand=2, outcome="refuse", text="不属", basis="乙法第二条", found="没有受伤"
    )
    assert "（一）欠薪属实。\n（二）没有受伤。" in text_of(page(LetterKind.OPINION, history))


def test_what_is_reported_urgent_after_registration_is_marked_so_in_the_register_form() -> None:
    history = bare()
    assert "重大紧急" not in text_of(page(LetterKind.REGISTER_FORM, history))
    for act, day_of, details in LIVES["urgent"]:
        history.do(act, date.fromisoformat(f"2024-{day_of}"), **details)
    assert not history.case.registration.urgent
    assert "重大紧急" in text_of(page(LetterKind.REGISTER_FORM, history))


def test_a_paper_is_served_where_its_receiver_lives() -> None:
    assert "送达地址\n城关镇幸福路12号院" in text_of(page(LetterKind.SERVICE, full(LetterKind.SERVICE)))
