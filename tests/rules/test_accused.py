"""Whom an accusation must not reach: the cases of accused.toml, and what holds for any office."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang.core.office import Office, Officer, Unit
from xinfang.core.petition import Registration
from xinfang.core.terms import Channel, Kind
from xinfang.rules.accused import met, not_compared

CASES = tomllib.loads(Path(__file__).with_name("accused.toml").read_text(encoding="utf-8"))["case"]
OFFICE = Office(
    "某县公安局",
    "410185",
    Kind.POLICE,
    superior="某市公安局",
    units=(
        Unit("城关分局"),
        Unit("城关派出所", parent="城关分局"),
        Unit("刑侦大队"),
        Unit("督察大队"),
        Unit("县纪委监委", outside=True),
    ),
    officers=(Officer("李明", "城关派出所"), Officer("孙立", "刑侦大队"), Officer("王芳"), Officer("赵刚")),
)


def paper(respondent: str, respondent_unit: str = "") -> Registration:
    """An accusation of somebody."""
    return Registration(
        date(2026, 1, 5), Channel.LETTER, "标题", "内容", respondent=respondent, respondent_unit=respondent_unit
    )


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_what_would_reach_the_accused(case: dict[str, str]) -> None:
    written = paper(case["respondent"], case.get("respondent_unit", ""))
    assert met(written, OFFICE, unit=case.get("unit", ""), officer=case.get("officer", "")) == case["met"]


@pytest.mark.parametrize(
    ("respondent", "respondent_unit", "says"),
    [
        ("", "", "没有登记被反映的单位或者人员"),
        ("民警周某", "", "没有登记被反映人所在单位"),
        ("民警周某", "城关派出所", ""),  # written down by the clerk
        ("城关派出所民警周某", "", ""),  # named in the text
        ("李明", "", ""),  # an officer, whose unit is known
    ],
)
def test_what_could_not_be_compared_is_said(respondent: str, respondent_unit: str, says: str) -> None:
    """第三十条第三款 binds whether or not somebody wrote down whose the accused is: then it is for the clerk to find out."""
    assert not_compared(paper(respondent, respondent_unit), OFFICE) == says


@given(st.sampled_from([unit.name for unit in OFFICE.units]), st.text("某县公安局城关派出所民警张三", max_size=12))
def test_the_text_is_never_told(unit: str, text: str) -> None:
    """It may name a person; only names of units and officers that the office knows are said, or what stands in them."""
    for named in OFFICE.above(unit):
        said = met(paper(f"{named}{text}赵某某"), OFFICE, unit=unit)
        assert "赵某某" not in said


@given(st.sampled_from([unit.name for unit in OFFICE.units]))
def test_what_stands_above_the_receiver_and_is_accused_bars_it(unit: str) -> None:
    """Whoever of the receiver's own line is accused."""
    for accused in OFFICE.above(unit):
        assert met(paper("", accused), OFFICE, unit=unit)


def test_the_line_ends_at_the_superior() -> None:
    """A unit of no other stands below the office; one outside stands by itself."""
    assert OFFICE.above("城关派出所") == ("城关派出所", "城关分局", "某县公安局", "某市公安局")
    assert OFFICE.above("县纪委监委") == ("县纪委监委",)
    assert OFFICE.above("没听说过的单位") == ("没听说过的单位",)
