"""Which body a request for review or recheck goes to: who handled it, whose opinion it is, who is asked, who takes it."""

from __future__ import annotations

from datetime import date

import pytest

from xinfang.core.errors import BadInput
from xinfang.core.terms import Kind
from xinfang.reports.case.remedy_lines import remedy_lines
from xinfang.rules.reviewers import next_above

from .history import OFFICE, UNIT, History, paper

RECEIVED = date(2024, 8, 1)
REVIEWS = [
    ("the office's own superior", UNIT, "", "", "某市公安局"),
    ("what a station handled is the office's opinion", "城关派出所", "", "", "某市公安局"),
    ("the government of the same level, whose place is not known", "城关派出所", "", "某县人民政府", "某县人民政府"),
    ("a branch's own opinion", "城关派出所", "城关分局", "", "某县公安局"),
    ("a station's own opinion", "城关派出所", "城关派出所", "城关分局", "城关分局"),
    ("an outside body: the ledger does not know who is above it", "县信访局", "", "某市信访局", "某市信访局"),
]


def served(unit: str, *, by: str = "") -> History:
    """A petition that `unit` handled, and that was answered to the petitioner's displeasure; by: in whose own name."""
    history = History(paper(RECEIVED))
    history.do("classify", date(2024, 8, 1), category="appeal", route=6)
    history.do("accept", date(2024, 8, 5), unit=unit)
    history.do("reply", date(2024, 9, 10), outcome="refuse", unit=by)
    history.do("serve", date(2024, 9, 14))
    return history


@pytest.mark.parametrize(("why", "unit", "against", "to", "taken_by"), REVIEWS, ids=[case[0] for case in REVIEWS])
def test_the_next_level_above_the_body_reviews(why: str, unit: str, against: str, to: str, taken_by: str) -> None:
    fact = served(unit).decide("ask-review", date(2024, 9, 16), to=to, against=against)
    assert (fact.to, fact.against) == (taken_by, against), why


def test_after_the_offices_own_review_its_superior_rechecks() -> None:
    history = served("城关派出所")
    history.do("ask-review", date(2024, 9, 16), to="", against="城关分局")
    history.do("review", date(2024, 9, 18), decision="uphold")
    history.do("serve", date(2024, 9, 19))
    for to, taken_by in (("", "某市公安局"), ("某市公安局", "某市公安局"), ("某县人民政府", "某县人民政府")):
        assert history.decide("ask-recheck", date(2024, 9, 20), to=to).to == taken_by


def test_an_opinion_in_a_units_own_name_is_reviewed_one_level_above_it() -> None:
    """Said with the answer, it need not be said again; the next answer is the office's, unless that is said too."""
    history = served("城关派出所", by="城关分局")
    assert history.decide("ask-review", date(2024, 9, 16), to="").to == "某县公安局"
    history.do("ask-review", date(2024, 9, 16), to="")
    history.do("review", date(2024, 9, 18), decision="redo")
    history.do("serve", date(2024, 9, 19))
    history.do("reply", date(2024, 9, 25), outcome="refuse")
    history.do("serve", date(2024, 9, 26))
    assert history.decide("ask-review", date(2024, 9, 30), to="").to == "某市公安局"


def test_a_recheck_goes_above_who_reviewed_whoever_was_asked() -> None:
    history = served(UNIT)
    history.do("ask-review", date(2024, 9, 16), to="某县人民政府")
    history.do("review", date(2024, 9, 18), decision="uphold", body="某市公安局")
    history.do("serve", date(2024, 9, 19))
    assert history.case.reviewer == "某市公安局"
    with pytest.raises(BadInput, match="不能向某市公安局自己申请"):
        history.decide("ask-recheck", date(2024, 9, 20), to="某市公安局")
    assert history.decide("ask-recheck", date(2024, 9, 20), to="某县人民政府").to == "某县人民政府"


def told(history: History, act: str, on: date, to: str) -> str:
    """What the clerk is told after the petitioner asked that body."""
    history.do(act, on, to=to)
    return "\n".join(remedy_lines(history.case, history.entries[-1], OFFICE))


def test_a_body_whose_place_is_not_known_is_taken_and_said_to_be_unchecked() -> None:
    """第三十五条: the next level above. A government beside a ministry may be that; a slip of the pen is not."""
    asked = date(2024, 9, 16)
    assert "没有核对" not in told(served(UNIT), "ask-review", asked, "某市公安局")
    assert "没有核对" not in told(served("城关派出所", by="城关分局"), "ask-review", asked, UNIT)
    slip = told(served(UNIT), "ask-review", asked, "某市公安居")
    assert "没有核对某市公安居是不是某县公安局的上一级机关、单位（《信访工作条例》第三十五条）" in slip
    assert "台账所记的是某市公安局" in slip
    history = served(UNIT)
    history.do("ask-review", asked, to="")
    history.do("review", date(2024, 9, 18), decision="uphold")
    history.do("serve", date(2024, 9, 19))
    above = told(history, "ask-recheck", date(2024, 9, 20), "某省公安厅")
    assert "某省公安厅是不是某市公安局的上一级机关、单位（《信访工作条例》第三十六条第一款）" in above


def test_who_took_up_the_request_reviews() -> None:
    history = served(UNIT)
    history.do("ask-review", date(2024, 9, 16), to="某县人民政府")
    history.do("settle-request", date(2024, 9, 17), accepted=True, body="某市公安局")
    assert history.case.reviewer == "某市公安局"


def test_asked_again_after_redoing_and_closing() -> None:
    """The new opinion is the office's again; that its superior reviewed the one before does not stand in the way."""
    history = served(UNIT)
    history.do("ask-review", date(2024, 9, 16))
    history.do("review", date(2024, 9, 18), decision="redo")
    history.do("serve", date(2024, 9, 19))
    history.do("reply", date(2024, 9, 25), outcome="refuse")
    history.do("serve", date(2024, 9, 26))
    history.do("close", date(2024, 9, 27), despite="信访人外出")
    assert history.decide("ask-review", date(2024, 9, 30), to="某市公安局").to == "某市公安局"


def test_beside_a_bureau_nothing_is_above_a_department_unless_written_down() -> None:
    """A department is not below the bureau that keeps the ledger (第二十二条), whatever the bureau's own superior is."""
    bureau = OFFICE._replace(kind=Kind.BUREAU)
    assert next_above("刑侦大队", bureau) == ""
    assert next_above("县信访局", bureau) == ""
    assert next_above("城关派出所", bureau) == "城关分局"
    assert next_above(bureau.name, bureau) == "某市公安局"
