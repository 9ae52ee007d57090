"""Real input: 1,408 messages of citizens with the replies, against figures counted from the sheet itself.

The counting here knows the law (60 calendar days from acceptance, 国务院《信访条例》第三十三条; the first day does not
count; a last day that is a day off moves on) and uses nothing of the program, and another calendar than the program's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

import chinese_calendar
import pytest
import python_calamine
from cli.shell import Shell
from needs import MESSAGES, real_messages

from .intake import Counts, imported, new_office

MAP = """
[columns]
"留言编号" = "key"
"留言用户" = "name"
"留言主题" = "title"
"留言时间" = ["received", "accepted"]
"留言详情" = "content"
"答复意见" = "reply"
"答复时间" = "replied"
[constants]
channel = "web"
category = "appeal"
route = 6
"""
TODAY = date(2026, 1, 5)
DAYS = [
    date(2011, 12, 31),
    date(2013, 10, 8),
    date(2016, 2, 14),
    date(2019, 1, 1),
    date(2019, 6, 30),
    date(2020, 1, 31),
]
MONTHS = ["2012-03", "2014-10", "2017-02", "2018-10", "2019-03", "2019-06", "2020-01", "2020-03"]

pytestmark = real_messages


class Message(NamedTuple):
    """A message as the sheet has it. due: the last lawful day to reply."""

    key: str
    received: date
    replied: date
    due: date


def day(text: str) -> date:
    """The day of 2019/4/25 9:32:09 or 2019/4/25."""
    year, month, rest = text.split("/")
    return date(int(year), int(month), int(rest.split(" ")[0]))


def last_lawful(received: date) -> date:
    """Sixty days on, and past days off."""
    due = received + timedelta(days=60)
    while not chinese_calendar.is_workday(due):
        due += timedelta(days=1)
    return due


def from_the_sheet() -> list[Message]:
    """Every message, read without the program."""
    head, *rows = python_calamine.CalamineWorkbook.from_path(MESSAGES).get_sheet_by_index(0).to_python()
    assert head[0] == "留言编号"
    return [
        Message(str(int(float(number))), day(received), day(replied), last_lawful(day(received)))
        for number, received, replied in ([str(row[place]) for place in (0, 3, 6)] for row in rows)
    ]


@pytest.fixture(scope="module")
def messages() -> list[Message]:
    """The messages, read once."""
    return from_the_sheet()


@pytest.fixture(scope="module", params=["police", "bureau"])
def shell(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """An office that has imported them: of either kind, since telling and forwarding count as done on acceptance."""
    shell = new_office(tmp_path_factory.mktemp("messages"), request.param, kind=request.param)
    (shell.folder / "map.toml").write_text(MAP, encoding="utf-8")
    assert imported(shell, MESSAGES, "--map", "map.toml") == Counts(1408, 0, 0, 0)
    yield shell


def test_again_adds_nothing(shell: Shell) -> None:
    assert imported(shell, MESSAGES, "--map", "map.toml") == Counts(0, 1408, 0, 0)
    shell.sound()


def test_as_of_the_end_of_june_2019(shell: Shell, messages: list[Message]) -> None:
    """The two figures that are told whenever the program is: five overdue on that day, 81 replies late in all."""
    assert sum(m.due < date(2019, 6, 30) < m.replied for m in messages) == 5
    assert sum(m.replied > m.due for m in messages) == 81
    assert len(shell.data("overdue", "--as-of", "2019-06-30")) == 5


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_overdue_on_a_day_is_what_the_messages_say(on: date, shell: Shell, messages: list[Message]) -> None:
    keys = {row["number"]: row["key"] for row in shell.data("export")}
    found = shell.data("overdue", "--as-of", on)
    told = [(row["started_on"], row["legal_due"], row["days_over"], keys[row["number"]]) for row in found]
    expected = [
        (str(m.received), str(m.due), (on - m.due).days, m.key)
        for m in messages
        if m.received <= on and m.due < on and m.replied > on
    ]
    assert sorted(told) == sorted(expected)
    assert [row["legal_due"] for row in found] == sorted(row["legal_due"] for row in found)
    assert {row["deadline"] for row in found} <= {"reply"}
    for row in found:
        assert date.fromisoformat(row["nominal_due"]) == date.fromisoformat(row["started_on"]) + timedelta(days=60)
    assert shell("overdue", "--as-of", on, "--exit-code").code == (1 if expected else 0)


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_listed_on_a_day_is_what_the_messages_say(on: date, shell: Shell, messages: list[Message]) -> None:
    listed = shell.data("list", "--as-of", on)
    assert len(listed) == sum(m.received <= on for m in messages)
    answered = sum(m.replied <= on for m in messages)
    assert (
        Counter(row["state"] for row in listed)
        == Counter(accepted=len(listed) - answered, replied=answered) + Counter()
    )
    first, last = on.replace(day=1), on
    within = shell.data("list", "--from", first, "--to", last)
    assert Counter(row["received_on"] for row in within) == Counter(
        str(m.received) for m in messages if first <= m.received <= last
    )


def figures(messages: list[Message], first: date, known: date) -> dict[str, Any]:
    """A month's figures, counted one by one; what happened after `known` is not known."""
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    until = min(last, known)
    received = [m for m in messages if first <= m.received <= until]
    replied = [m for m in messages if first <= m.replied <= until]
    # Until the month is over nothing is late on its last day.
    due = [m for m in messages if first <= m.due <= until and (m.due < known or known >= last)]
    met = [m for m in due if m.replied <= min(m.due, known)]
    return {
        "received": len(received),
        "accepted": len(received),
        "replied": len(replied),
        "closed": 0,
        "due": len(due),
        "met_on_time": len(met),
        "on_time_rate": round(len(met) / len(due), 4) if due else None,
        "overdue_open": sum(m.due < until < m.replied for m in messages),
        # Registered, classified and accepted on one day, answered on another, all written down years later.
        "late_entries": 3 * len(received) + len(replied),
    }


def month_of(text: str) -> date:
    return date.fromisoformat(f"{text}-01")


@pytest.mark.parametrize("month", MONTHS)
def test_a_month_is_what_the_messages_say(month: str, shell: Shell, messages: list[Message]) -> None:
    check_report(messages, month, TODAY, shell.data("report", "--month", month))


@pytest.mark.parametrize("month", MONTHS)
def test_half_a_month_is_what_the_messages_say(month: str, shell: Shell, messages: list[Message]) -> None:
    on = month_of(month).replace(day=17)
    check_report(messages, month, on, shell.data("report", "--month", month, "--as-of", on))


def check_report(messages: list[Message], month: str, known: date, told: dict[str, Any]) -> None:
    first = month_of(month)
    before = (first - timedelta(days=1)).replace(day=1)
    last_year = first.replace(year=first.year - 1)
    expected = figures(messages, first, known)
    assert told["month"] == month
    assert told["as_of"] == str(known)
    assert told["figures"] == expected
    assert told["previous_month"] == {"month": f"{before:%Y-%m}", **figures(messages, before, known)}
    assert told["same_month_last_year"] == {"month": f"{last_year:%Y-%m}", **figures(messages, last_year, known)}
    shared = ("received", "replied", "closed", "due", "met_on_time", "on_time_rate")
    whole = {name: expected[name] for name in shared}
    empty = not any(expected[name] for name in ("received", "replied", "due"))
    for group, key in (("channel", "web"), ("category", "appeal"), ("unit", "某县公安局")):
        assert told[f"by_{group}"] == ([] if empty else [{group: key, **whole}])
