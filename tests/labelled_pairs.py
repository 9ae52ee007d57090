"""Labelled pairs of real messages, each with the score that the program gives it. tests/pair_figures.py tells how well.

same-matter-dev.jsonl, by whose pairs the constants were chosen. rules/read_pairs.txt, pairs of messages-a.xlsx, and
rules/read_pairs_again.txt and read_pairs_last.txt, further pairs of the former's messages: labelled before their scores
were seen.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from needs import MESSAGES, PAIRS

from xinfang.rules.own_matters import likenesses
from xinfang.rules.same_matter import Text, likeness, text_of

READ = Path(__file__).with_name("rules") / "read_pairs.txt"
READ_AGAIN, READ_LAST = (READ.with_name(f"read_pairs_{name}.txt") for name in ("again", "last"))


class Message(NamedTuple):
    """When it was sent, from the year down to what stands there, and its text."""

    sent: tuple[int, ...]
    text: Text


class Pair(NamedTuple):
    """group: people between whom a pair runs are never parted. weight: how many pairs of all this one stands for."""

    group: str
    same: bool
    weight: float
    score: float


@cache
def read() -> list[dict[str, Any]]:
    """The file as it is."""
    return [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]


def told() -> list[dict[str, Any]]:
    """What its readers did not leave undecided."""
    return [pair for pair in read() if pair["label"] != "related"]


@cache
def messages() -> dict[str, dict[str, Message]]:
    """User → message → what it says; undecided pairs too, for what the person wrote besides stands in them."""
    found: defaultdict[str, dict[str, Message]] = defaultdict(dict)
    for pair in read():
        for side in (pair["a"], pair["b"]):
            found[side["user"]][side["id"]] = _message(side["time"], side["title"], side["text"])
    return found


def in_order() -> list[tuple[str, dict[str, Any]]]:
    """Each message of the file with the day on which it came in, as they came in."""
    sides = {side["id"]: side for pair in read() for side in (pair["a"], pair["b"])}
    sent = {name: messages()[side["user"]][name].sent for name, side in sides.items()}
    names = sorted(sides, key=lambda name: (sent[name], name))
    return [("-".join(f"{number:02}" for number in sent[name][:3]), sides[name]) for name in names]


def _message(time: str, title: str, body: str) -> Message:
    return Message(tuple(map(int, re.findall(r"\d+", time))), text_of(title, body))


@cache
def pairs(kind: str, *, at_registration: bool = False) -> list[Pair]:
    """The pairs of the file that are scored, each with the program's score: as `similar` looks, or as `register` does."""
    group = _groups()
    score = scorer(at_registration=at_registration)
    return [
        Pair(group[pair["a"]["user"]], pair["label"] == "same", pair["weight"], score(pair))
        for pair in told()
        if pair["kind"] == kind
    ]


def read_pairs(*, at_registration: bool = False) -> list[Pair]:
    """The pairs of messages-a.xlsx that were labelled afterwards, with the program's score."""
    import python_calamine

    _, *rows = python_calamine.CalamineWorkbook.from_path(MESSAGES).get_sheet_by_index(0).to_python()
    written: defaultdict[str, dict[str, Message]] = defaultdict(dict)
    for number, name, title, time, body, *_ in rows:
        written[str(name)][str(number).removesuffix(".0")] = _message(str(time), str(title), str(body))
    return list(_read(READ, written, at_registration=at_registration))


def read_further(file: Path, *, at_registration: bool = False) -> list[Pair]:
    """Further pairs of the file's messages, with the program's score."""
    group = _groups()
    found = _read(file, messages(), at_registration=at_registration)
    return [pair._replace(group=group.get(pair.group, pair.group)) for pair in found]


def all_of_the_same_person(*, at_registration: bool = False) -> list[Pair]:
    """The pairs of all files by one person; each counts once."""
    further = (each for file in (READ_AGAIN, READ_LAST) for each in read_further(file, at_registration=at_registration))
    some = pairs("same-person", at_registration=at_registration)
    return [*some, *read_pairs(at_registration=at_registration), *further]


def _read(file: Path, written: Mapping[str, Mapping[str, Message]], *, at_registration: bool) -> Iterator[Pair]:
    """written: user → message → what it says."""
    user = {message: name for name, theirs in written.items() for message in theirs}
    beside = _besides(written, at_registration=at_registration)
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        one, other, label = line.split()
        if label != "related":
            yield Pair(user[one], label == "same", 1.0, beside(user[one], one, other))


def scorer(*, at_registration: bool = False) -> Callable[[Mapping[str, Any]], float]:
    """The program's score of a pair of the file, with the constants as they are now."""
    written = messages()
    beside = _besides(written, at_registration=at_registration)

    def score(pair: Mapping[str, Any]) -> float:
        one, other = pair["a"], pair["b"]
        if one["user"] == other["user"]:
            return beside(one["user"], one["id"], other["id"])
        first, second = (written[side["user"]][side["id"]].text for side in (one, other))
        return likeness(first, second).score

    return score


def _besides(
    written: Mapping[str, Mapping[str, Message]], *, at_registration: bool
) -> Callable[[str, str, str], float]:
    """User, message, another → their score: looked up among all that the person has, as `similar` does; or the later one
    of the two among what had come in before it."""

    @cache
    def looked_up(user: str, one: str) -> dict[str, float]:
        theirs = written[user]
        others = [name for name in theirs if name != one]
        if at_registration:
            others = [name for name in others if (theirs[name].sent, name) < (theirs[one].sent, one)]
        found = likenesses(theirs[one].text, [theirs[name].text for name in others])
        return {name: each.score for name, each in zip(others, found, strict=True)}

    def score(user: str, one: str, other: str) -> float:
        found = looked_up(user, one)
        return found[other] if other in found else looked_up(user, other)[one]

    return score


def _groups() -> dict[str, str]:
    """User → group: users between whom a pair runs have the same."""
    group: dict[str, str] = {}
    for pair in told():
        users = {pair["a"]["user"], pair["b"]["user"]}
        joined = {group.get(user, user) for user in users} | users
        name = min(joined)
        group |= {user: name for user, of in list(group.items()) if of in joined} | dict.fromkeys(users, name)
    return group
