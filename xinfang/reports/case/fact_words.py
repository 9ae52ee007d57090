"""What a fact says, in the clerk's words: the time line of `show`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from ...core import masking
from ...core.entry import Entry
from ..columns import words
from .field_words import FIELD_WORDS, PEOPLE, SAID, SAID_OF

PERSONAL = frozenset({"name", "id_number", "phone", "address", "agent", "receiver", "witness"})
HIDDEN = "***"

UNSAID = frozenset({("reply", "text"), ("classify", "kept")})
"""What stands elsewhere, or is nothing that was said."""


def details(entry: Entry, *, known: Mapping[str, str], reveal: bool, before: Mapping[str, Any]) -> str:
    """The fact in a few words; a registration and the text of a reply are shown elsewhere.

    known: to be masked. before: of a correction, what each field said until then.
    """
    if entry.act == "register":
        return ""
    if entry.act == "reveal":
        return str(entry.data["command"])
    said = [part for name, value in entry.data.items() for part in _said(entry.act, name, value, reveal)]
    said += [_changed(field, before.get(field), item, reveal) for field, item in entry.data.get("changes", {}).items()]
    text = "；".join(said)
    return text if reveal else masking.text(text, known)


def _said(act: str, name: str, value: Any, reveal: bool) -> list[str]:
    if name == "changes" or (act, name) in UNSAID:
        return []
    if act == "letter":
        return _of_a_letter(name, value)
    if (act, name) in SAID_OF:
        return [SAID_OF[act, name](value)]
    if name == "participants" and not reveal:
        return [f"参加: {len(value)}人"]
    if name in PERSONAL and not reveal:
        return [masking.name(str(value))]
    return [SAID[name](value) if name in SAID else str(value)]


def _of_a_letter(name: str, value: Any) -> list[str]:
    """Title, number and the beginning of the file's digest; where it stands in its series follows from the number."""
    if name == "letter":
        # Late: few petitions are shown that have a document.
        from ...core.letter_kinds import LetterKind

        return [words(LetterKind)[value]]
    if name == "digest":
        return [f"文件指纹 {value[:16]}"]
    return [str(value)] if name == "document" else []


def before_each(entries: Sequence[Entry], retracted: Collection[int]) -> dict[int, dict[str, Any]]:
    """By turn of each correction: what the fields that it changes said until then, absent where they said nothing."""
    stated = dict(entries[0].data.get("registration", {}))
    found = {}
    for entry in entries:
        if entry.act == "correct":
            changes = entry.data["changes"]
            found[entry.turn] = {field: stated[field] for field in changes if field in stated}
            if entry.turn not in retracted:
                stated |= changes
    return found


def _changed(field: str, old: Any, new: Any, reveal: bool) -> str:
    word, now = FIELD_WORDS.get(field, field), _stated(field, new, reveal)
    return f"{word}: {now}" if old is None or now == HIDDEN else f"{word}: {_stated(field, old, reveal)} 改为 {now}"


def _stated(field: str, value: Any, reveal: bool) -> str:
    """What a field of a registration says."""
    if field == PEOPLE:
        people = ["，".join(str(part) for part in person.values() if isinstance(part, str)) for person in value]
        return "；".join(people) if reveal else HIDDEN
    if isinstance(value, bool):
        return "是" if value else "否"
    return SAID[field](value) if field in {"channel", "source"} else str(value)
