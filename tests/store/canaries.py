"""Facts in which every text says the name of its own field, to be looked for where it should not stand."""

from __future__ import annotations

import types
from collections.abc import Iterator
from datetime import date
from enum import Enum
from itertools import product
from typing import Any, Union, get_args, get_origin, get_type_hints

from xinfang.acts.registry import PETITION_ACTS, module_of
from xinfang.core.case import Case
from xinfang.core.petition import Petitioner, Registration
from xinfang.core.terms import Kind

RECEIVED, LATER = date(2024, 8, 1), date(2024, 9, 2)
WHOLE_LEDGER = ("register", "correct", "retract")
"""Acts that are about what the registration says, or take back what another act said: they bring no fields of their own."""
ACTS = [name for name in PETITION_ACTS if name not in WHOLE_LEDGER]
OF_AN_ACT = {
    "accept": {"unit", "officer"},
    "advise": {"to"},
    "ask-recheck": {"to"},
    "ask-review": {"to"},
    "assign": {"unit", "officer"},
    "carry-out": {"unit"},
    "classify": {"code", "branch"},
    "designate": {"unit"},
    "forward": {"unit"},
    "negotiate": {"taker"},
    "receive": {"unit"},
    "recuse": {"officer"},
    "settle-request": {"body"},
    "sponsor": {"leader"},
    "supervise": {"unit"},
}
"""What the tables of the office's own doings may hold of the words of a fact: units, officers, leaders, codes."""
OF_A_REGISTRATION = {"first_unit", "first_officer", "key", "region", "respondent_unit", "source_unit"}
"""And of a registration. respondent_unit: an organ or enterprise, whom an accusation must not reach."""


def facts_of(act: str) -> Iterator[Any]:
    """Facts of that act, one for each way in which its choices (terms, yes and no) can be made."""
    fact = getattr(module_of(act), PETITION_ACTS[act].fact)
    fields = {name: choices(of, name) for name, of in get_type_hints(fact).items()}
    if "earlier" in fields:
        fields["earlier"] = ["2023-000007"]
    for values in product(*fields.values()):
        yield fact(**dict(zip(fields, values, strict=True)))


def choices(of: Any, name: str) -> list[Any]:
    """Every value where there are few, else one; every text in them says `name`."""
    if get_origin(of) in (Union, types.UnionType):
        parts = [choices(each, name) for each in get_args(of) if each is not type(None)]
        return [*parts[0], None]
    if of is bool:
        return [True, False]
    if isinstance(of, type) and issubclass(of, Enum):
        return list(of)
    return [made(of, name)]


def made(of: Any, name: str) -> Any:
    """A value of that type; every text in it says `name`."""
    origin = get_origin(of)
    if origin in (Union, types.UnionType):
        return made(next(each for each in get_args(of) if each is not type(None)), name)
    if of is str:
        return f"«{name}»"
    if of is date:
        return LATER
    if of in (bool, int):
        return of(1)
    if origin is tuple:
        return (made(get_args(of)[0], name),)
    if isinstance(of, type) and issubclass(of, Enum):
        return next(iter(of))
    if of is Registration:
        return paper()
    assert isinstance(of, type) and issubclass(of, tuple), of
    return of(*(made(each, f"{name}.{field}") for field, each in get_type_hints(of).items()))


def paper() -> Registration:
    """A registration in which every text says its own name."""
    hints = get_type_hints(Registration)
    people = (made(Petitioner, "petitioner"),)
    texts = {
        name: made(of, name) for name, of in hints.items() if name not in ("petitioners", "received_on", "repeat_of")
    }
    return Registration(received_on=RECEIVED, petitioners=people, **texts)


def registered() -> Any:
    """The fact of it."""
    return module_of("register").Registered(on=RECEIVED, registration=paper(), kind=Kind.POLICE)


def begun(number: str = "2024-000001") -> Case:
    """The petition as it was registered."""
    found: Case = module_of("register").apply(number, registered())
    return found


def said(text: str) -> set[str]:
    """The names of the fields that a text says."""
    return {part.split("»")[0] for part in text.split("«")[1:] if "»" in part}
