"""`supervise --from-checks` one day after the other: what is under way is not asked for again, what was closed may be."""

from __future__ import annotations

from .shell import Shell

COMMAND = ("supervise", "--from-checks", "--answer-by", "2026-03-31", "--situation", "s-notify-late")


def asked(shell: Shell) -> list[str]:
    return [row["text"] for row in shell.data(*COMMAND)]


def test_one_situation_is_asked_for_once_until_it_is_closed(petition: Shell) -> None:
    """By hand: told nobody by 2026-01-20, told on the 27th: two findings of one situation."""
    petition.today = "2026-01-26"
    assert asked(petition) == ["告知期限已于 2026-01-20 届满，至今没有书面告知"]
    petition.today = "2026-01-27"
    petition.ok("inform", 1)
    late = "告知期限 2026-01-20 届满，2026-01-27 才办，迟 7 天"
    assert [row["finding"] for row in petition.data("check", 1, "--name", "told-late")] == [late]
    assert asked(petition) == [], "a supervision for it is under way"
    petition.ok("supervise", 1, "--answered", "--text", "已告知")
    assert asked(petition) == [], "answered, but not closed"
    petition.ok("supervise", 1, "--close", "--text", "已督促")
    assert asked(petition) == [late]
    petition.ok("supervise", 1, "--close", "--part", 2, "--despite", "已说明", "--text", "已督促")
    assert asked(petition) == [], "asked for in these words before"
