"""Asking whether a petition is about a matter that the same person raised before."""

from __future__ import annotations

import re
from collections.abc import Sequence

import typer

from ..core.errors import BadInput, Problem
from ..workflows.desk import Desk
from ..workflows.reception.form import Form
from ..workflows.reception.registering import earlier_ones
from ..workflows.reception.repeating import FIRST, Found

FIRST_WORD = "初次"
RELATED_WORD = "相关"
CHOICE = re.compile(rf"(?:(?P<related>{RELATED_WORD}|r) *)?(?P<place>\d+)")


def which_it_repeats(desk: Desk, form: Form) -> Form:
    """The form with what the clerk chose among the earlier petitions of the same person; asked only if there are any."""
    found = earlier_ones(desk, form)
    if not found:
        return form._replace(repeat_of=FIRST)
    typer.echo("同一信访人此前的信访件，核对是否同一事项：")
    for place, each in enumerate(found, start=1):
        typer.echo(f"  {place:>2} {each.line}")
    typer.echo(f"  重复件写序号，相关件写“{RELATED_WORD}”加序号，都不是写“{FIRST_WORD}”。")
    while True:
        try:
            return _chosen(form, found, typer.prompt("初次、重复还是相关").strip())
        except Problem as problem:
            typer.echo(str(problem), err=True)


def _chosen(form: Form, found: Sequence[Found], answer: str) -> Form:
    if answer == FIRST_WORD:
        return form._replace(repeat_of=FIRST)
    match = CHOICE.fullmatch(answer)
    place = int(match["place"]) if match else 0
    if match is None or not 1 <= place <= len(found):
        raise BadInput(
            "E104",
            f"没有“{answer}”这一项。",
            remedy=f"写 {_places(len(found), '')}、{_places(len(found), RELATED_WORD)}，或{FIRST_WORD}",
        )
    number = found[place - 1].number
    return form._replace(repeat_of=FIRST, related_to=number) if match["related"] else form._replace(repeat_of=number)


def _places(count: int, word: str) -> str:
    return f"{word}1 到 {word}{count}" if count > 1 else f"{word}1"
