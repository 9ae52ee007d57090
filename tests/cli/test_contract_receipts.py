"""What an act gives a script. A change here breaks somebody's script."""

from __future__ import annotations

from .contracts import fits
from .samples import PETITION_LINE
from .shell import Shell

RECEIPT = {"number": str, "state": str, "state_since": str, "unit": str, "officer": str, "deadlines": list}
REGISTERED = RECEIPT | {"repeat_of": str, "earlier": list, "later": list}
OWED = {
    **{"deadline": str, "article": str, "started_on": str, "nominal_due": str, "legal_due": str},
    "overdue": bool,
    "deadline_label": str,
}


def test_every_act_answers_with_the_same_receipt(office: Shell) -> None:
    """Every act answers `-f json` with the same receipt: number, state, unit and what is owed now."""
    office.ok("unit", "add", "县信访局", "--outside")
    sent = ("--source", "forwarded", "--from", "县信访局")
    base = PETITION_LINE
    lines: list[tuple[str, ...]] = [
        (*base, *sent),
        ("object", "1", "--reason", "不属职权"),
        base,
        ("correct", "2", "--title", "丙", "--reason", "录错"),
        ("inform", "2"),
        ("classify", "2", "--category", "appeal", "--route", "6"),
        ("assign", "2", "--unit", "城关派出所", "--report-by", "2026-02-01"),
        ("accept", "2"),
        ("extend", "2", "--approver", "李局长", "--reason", "复杂"),
        ("note", "2", "一笔"),
        ("reply", "2", "--outcome", "support"),
        ("serve", "2"),
        ("close", "2", "--despite", "依据另附"),
        ("reopen", "2", "--reason", "新事实"),
        ("retract", "2", "--act", "reopen", "--reason", "录错"),
        base,
        ("decline", "3", "--ground", "concluded", "--other", "复核〔2025〕3号"),
        base,
        ("redirect", "4", "--to", "县民政局"),
        base,
        ("forward", "5", "--unit", "城关派出所"),
        base,
        ("classify", "6", "--category", "appeal", "--route", "6"),
        ("mediate", "6", "--result", "agreed", "--text", "分期付清", "--perform-by", "2026-06-01"),
        ("carry-out", "6"),
        ("resolve", "6", "--how", "performed"),
        base,
        ("classify", "7", "--category", "appeal", "--route", "6"),
        ("accept", "7"),
        ("hear", "7", "convene", "--for", "2026-02-01", "--place", "会议室"),
        ("reply", "7", "--outcome", "refuse"),
        ("serve", "7"),
        ("ask-review", "7", "--to", "某市公安局"),
        ("review", "7", "--outcome", "uphold"),
        ("serve", "7", "--method", "post", "--proof", "EMS1"),
        ("ask-recheck", "7", "--to", "某省公安厅"),
        ("recheck", "7", "--outcome", "uphold"),
        ("serve", "7", "--method", "electronic"),
        ("conclude", "7"),
        ("care", "7", "--kind", "education", "--text", "释法"),
        ("assist", "7", "--kind", "social", "--text", "临时救助"),
        base,
        ("withdraw", "8", "--document", "撤回申请书", "--by-petitioner"),
    ]
    for line in lines:
        data = office.data(*line)
        assert fits(data, REGISTERED if line[0] == "register" else RECEIPT), line
        assert all(fits(each, OWED) for each in data["deadlines"]), line


def test_a_link_says_which_petition_is_repeated(office: Shell) -> None:
    """The first of the matter, whichever of its petitions the script named."""
    for _ in range(4):
        office.ok(*PETITION_LINE)
    assert office.data("link", 2, "--to", 1)["repeat_of"] == "2026-000001"
    linked = office.data("link", 3, "--to", 2)
    assert fits(linked, RECEIPT | {"repeat_of": str})
    assert linked["repeat_of"] == "2026-000001"
    assert office.data("link", 4, "--to", 1, "--as", "related")["repeat_of"] == ""
    unlinked = office.data("unlink", 3, "--from", 1, "--reason", "另一处")
    assert fits(unlinked, RECEIPT | {"repeat_of": str})
    assert unlinked["repeat_of"] == ""
