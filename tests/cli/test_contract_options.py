"""What scripts pass and what they ask for by exit code. A change here breaks somebody's script."""

from __future__ import annotations

from .samples import LOOKS
from .shell import Shell


def test_limit_keeps_the_first(full: Shell) -> None:
    """--limit keeps the first; it is refused where it makes no sense."""
    for look in ("overdue", "due", "list", "search", "export"):
        rows = full.data(*LOOKS[look])
        assert full.data(*LOOKS[look], "--limit", 1) == rows[:1], look
        full.refused("E108", *LOOKS[look], "--limit", 0)
    full.refused("E108", "today", "--limit", "-1")
    assert "还有更多" in full.ok("list", "--limit", 3).out
    assert "还有更多" not in full.ok("list", "--limit", 4).out


def test_as_of_answers_as_things_stood_on_that_day(full: Shell) -> None:
    """--as-of answers as things stood on that day, by what is known now."""
    assert [len(full.data("overdue", "--as-of", day)) for day in ("2026-03-09", "2026-03-10")] == [
        0,
        1,
    ]
    assert [row["number"] for row in full.data("list", "--as-of", "2026-02-24")] == [
        "2026-000002",
        "2026-000001",
    ]
    states = [full.data("show", 1, "--as-of", day)["state"] for day in ("2026-01-05", "2026-01-06")]
    assert states == ["registered", "accepted"]
    assert full.data("today", "--as-of", "2026-02-24")["unserved"] == []
    assert full.data("report", "--month", "2026-03", "--as-of", "2026-03-08")["figures"]["received"] == 0
    assert len(full.data("export", "--as-of", "2026-01-31")) == 1
    assert full.data("search", "反映", "--as-of", "2026-01-31")[0]["number"] == "2026-000001"
    looks = ("today", "board", "overdue", "due", "list", "show", "why", "search", "report", "forecast", "export")
    for line in (*(LOOKS[look] for look in looks), ("check",), ("next", "1"), ("matter", "1"), ("similar", "1")):
        assert "xinfang due --within" in full.refused("E103", *line, "--as-of", "2026-03-11").err, line


def test_exit_codes_tell_what_went_wrong(full: Shell) -> None:
    """0 done, 1 asked and found, 2 usage, 3 not allowed, 4 not found, 5 store."""
    assert full("overdue").code == 0
    assert full("overdue", "--exit-code").code == 1
    assert full("overdue", "--exit-code", "--as-of", "2026-03-09").code == 0
    assert full("overdue", "--nonsense").code == 2
    assert full("accept", 1).code == 3
    assert full("show", 99).code == 4
    assert full("overdue", "--db", "没有.db").code == 5


def test_exit_codes_of_a_real_program(full: Shell) -> None:
    """The same as the shell sees them."""
    assert [
        full.outside(*line).code
        for line in (("today",), ("overdue", "--exit-code"), ("today", "-x"), ("accept", 1), ("show", 99))
    ] == [0, 1, 2, 3, 4]
    assert full.outside("today", "--db", "没有.db").code == 5
