"""Retract 撤销记载: an act written down by mistake never happened; that it was written stays visible."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ..core.entry import Entry
from ..core.errors import BadInput, NotAllowed, NotFound
from .registry import PETITION_ACTS
from .replay import standing

STAND_ON: dict[str, frozenset[str]] = {
    "register": frozenset({"*"}),
    "classify": frozenset({"demand", "divert", "extend", "reply", "close", "hear", "mediate"}),
    "accept": frozenset({"reply", "extend", "hear"}),
    "reply": frozenset({"serve", "close", "inspect", "carry-out", "care"}),
    "serve": frozenset(
        {"close", "rate", "ask-review", "ask-recheck", "conclude"} | {"reply", "hear", "mediate", "extend"}
    ),
    "close": frozenset({"reopen", "ask-review", "ask-recheck", "care"}),
    "decline": frozenset({"reopen", "care"}),
    "redirect": frozenset({"reopen", "care"}),
    "reopen": frozenset(
        {"classify", "demand", "divert", "inform", "accept", "forward", "object", "assign", "extend"}
        | {"reply", "serve", "close", "decline", "redirect"}
        | {
            "hear",
            "mediate",
            "ask-review",
            "settle-request",
            "review",
            "ask-recheck",
            "recheck",
            "conclude",
            "withdraw",
        }
        | {"receive", "settle-objection", "negotiate", "designate", "recuse", "simple", "leave-simple"}
    ),
    "hear": frozenset({"hear", "recheck"}),
    "mediate": frozenset({"mediate", "carry-out", "resolve", "close"}),
    "carry-out": frozenset({"close"}),
    "ask-review": frozenset({"settle-request", "review", "mediate"}),
    "settle-request": frozenset({"ask-review", "ask-recheck", "close", "reopen"}),
    "review": frozenset({"serve", "carry-out"}),
    "ask-recheck": frozenset({"settle-request", "recheck", "hear", "mediate"}),
    "recheck": frozenset({"serve", "carry-out"}),
    "conclude": frozenset({"reopen", "care"}),
    "withdraw": frozenset({"reopen", "care"}),
    "forward": frozenset({"receive", "object", "close"}),
    "assign": frozenset({"receive", "object"}),
    "object": frozenset({"settle-objection", "designate"}),
    "settle-objection": frozenset({"forward", "assign", "object", "designate", "reopen"}),
    "negotiate": frozenset({"designate", "receive", "object"}),
    "designate": frozenset({"receive", "object"}),
    "simple": frozenset({"leave-simple"}),
    "demand": frozenset({"demand", "divert", "reply"}),
    "divert": frozenset({"serve", "close", "reopen"}),
    "procedure": frozenset({"procedure"}),
    "supervise": frozenset({"supervise"}),
    "advise": frozenset({"adopt"}),
    "sponsor": frozenset({"sponsor"}),
    "urgent": frozenset({"urgent"}),
}
"""For each act the later acts that would hang in the air without it; `*` is every act but notes."""
NAMED_ONLY = frozenset({"register"})
"""Retracted only when asked for by name or turn: a second thoughtless `retract` must not void the petition."""
NEVER = frozenset({"admit", "reveal"})
"""Who may see a petition and who looked at it: taken back by `admit --withdraw` or not at all, never as if it had not been."""
UNSAID = NAMED_ONLY | NEVER
NAMED_AT_MOST = 3


class Retracted(NamedTuple):
    """turn: which entry of the petition never happened."""

    on: date
    turn: int
    act: str
    reason: str


def decide(
    entries: Sequence[Entry],
    *,
    turn: int | None = None,
    act: str | None = None,
    reason: str,
    repeated_by: Sequence[str] = (),
    on: date,
) -> Retracted:
    """The fact: the entry with that turn, or the last of that act, or the last of all but the registration.

    That somebody looked at personal data or was let see a petition cannot be undone. Raises NotFound E205, BadInput
    E105 without a reason, NotAllowed E306 on a day before it, E312 when later acts stand on it. repeated_by: what is
    linked to the petition as its repeats: without its registration they would count as repeats of nothing.
    """
    held = standing(entries)
    target = _meant(held, turn, act)
    if target is None:
        raise NotFound("E205", "没有这条可以撤销的记载。", remedy=f"xinfang show {entries[0].subject} 查看各条序号")
    if not reason:
        raise BadInput("E105", "撤销要写明理由。", remedy="加 --reason 理由")
    if on < target.on:
        raise NotAllowed(
            "E306", f"{on} 早于第 {target.turn} 条的日期 {target.on}。", remedy=f"用 --on 写 {target.on} 或以后的日期"
        )
    if above := _standing_on(target, held):
        raise NotAllowed(
            "E312",
            f"第 {target.turn} 条（{_word(target)}）之后还有第 {above[0].turn} 条（{_word(above[0])}）以它为前提。",
            remedy=f"从最后一条撤起: xinfang retract {target.subject} --turn {above[-1].turn} --reason …",
        )
    if target.act == "register" and repeated_by:
        number = target.subject
        those = "、".join(repeated_by[:NAMED_AT_MOST])
        more = f" 等 {len(repeated_by)} 件" if len(repeated_by) > NAMED_AT_MOST else ""
        raise NotAllowed(
            "E312",
            f"{those}{more} 记为 {number} 的重复件，没有了 {number} 就不是重复件。",
            remedy=f"先解除: xinfang unlink {repeated_by[0]} --from {number} --reason …",
        )
    return Retracted(on, target.turn, target.act, reason)


def _meant(held: Sequence[Entry], turn: int | None, act: str | None) -> Entry | None:
    """The last entry that may be retracted, with that turn and of that act where they are given."""
    named = turn is not None or act is not None
    fitting = [entry for entry in held if turn in (None, entry.turn) and act in (None, entry.act)]
    allowed = [entry for entry in fitting if entry.act not in UNSAID or (entry.act in NAMED_ONLY and named)]
    return allowed[-1] if allowed else None


def _standing_on(target: Entry, held: Sequence[Entry]) -> list[Entry]:
    """The later entries that would hang in the air without it."""
    hanging = STAND_ON.get(target.act, frozenset())
    return [
        entry
        for entry in held
        if entry.turn > target.turn
        and (entry.act in hanging or ("*" in hanging and entry.act not in {"note", *NEVER}))
        and not _of_another_part(target, entry)
    ]


def _of_another_part(entry: Entry, other: Entry) -> bool:
    """Whether the two are about different supervisions, pieces of advice or demands of the petition, or other steps."""
    if entry.act == other.act == "demand":
        return False  # numbered one after another, and what is answered is answered while the others stand
    if entry.act == other.act == "procedure":
        from ..core.police_steps import STEPS

        return entry.data["step"] not in STEPS[other.data["step"]].after
    parts = [each.data.get("part", each.data.get("demand")) for each in (entry, other)]
    return None not in parts and parts[0] != parts[1]


def _word(entry: Entry) -> str:
    return PETITION_ACTS[entry.act].label
