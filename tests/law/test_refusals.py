"""refusals.toml: everything that an act refuses, with code and article; and that the table leaves out no refusal."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

import xinfang.acts
from xinfang.acts import add_officer, add_unit, found
from xinfang.acts.registry import OFFICE_ACTS, PETITION_ACTS, module_of
from xinfang.core.errors import Problem
from xinfang.core.office import Office
from xinfang.core.terms import Kind

from .history import History, law_of, paper

TABLE = tomllib.loads(Path(__file__).with_name("refusals.toml").read_text(encoding="utf-8"))
ACTS = Path(xinfang.acts.__file__).parent
RECEIVED = date(2024, 8, 1)
LATER = date(2024, 9, 30)
GUARDS = {"must_be_open", "must_not_be", "must_stand", "not_before", "unit"}
"""What an act calls to have something refused; `unit` is the office's."""
Attempt = Callable[[], object]


def of_petition(case: dict[str, Any]) -> tuple[History, Attempt]:
    """The petition in the situation described, and the act that is to be refused."""
    given = dict(case.get("paper", {}))
    kind = Kind(case.get("kind", "police"))
    history = History(paper(given.pop("received", RECEIVED), **given), kind, law=law_of(case, kind))
    for step in [*TABLE["stations"][case["at"]], *case.get("acts", [])]:
        act = dict(step)
        write = history.unguarded if act.pop("unguarded", False) else history.do
        write(act.pop("act"), act.pop("on"), **act)
    return history, lambda: history.do(case["act"], case.get("on", LATER), **case.get("details", {}))


def on_petition(case: dict[str, Any]) -> Attempt:
    """The act alone."""
    return of_petition(case)[1]


def registering(case: dict[str, Any]) -> Attempt:
    """Registering the paper on the day on which petitions come in here."""
    given = dict(case["paper"])
    registration = paper(given.pop("received", RECEIVED), **given)
    law = law_of(case, Kind.POLICE)
    return lambda: History(registration, on=RECEIVED, law=law)


def of_office(case: dict[str, Any]) -> Attempt:
    """An act of the office, which has one unit and one officer."""
    details = dict(case["details"])
    if case["act"] == "found":
        return lambda: found.decide(details["name"], details["code"], Kind(details["kind"]), on=RECEIVED)
    office = Office("某县公安局", "410185", Kind.POLICE)
    office = add_unit.apply(office, add_unit.decide(office, "城关派出所", on=RECEIVED))
    office = add_officer.apply(office, add_officer.decide(office, "李明", on=RECEIVED))
    decide = module_of(case["act"]).decide
    return lambda: decide(office, on=case.get("on", RECEIVED), **details)


CASES: list[tuple[dict[str, Any], Callable[[], Attempt]]] = [
    *[(case, partial(on_petition, case)) for case in TABLE["refusal"]],
    *[(case | {"act": "register"}, partial(registering, case)) for case in TABLE["registration"]],
    *[(case, partial(of_office, case)) for case in TABLE["office"]],
]
IDS = [f"{case['act']}: {case['why']}" for case, _ in CASES]


def problem(attempt: Attempt) -> Problem:
    """What it is refused with."""
    with pytest.raises(Problem) as told:
        attempt()
    return told.value


@pytest.mark.parametrize(("case", "attempt"), CASES, ids=IDS)
def test_it_is_refused_by_that_article_with_that_remedy(case: dict[str, Any], attempt: Callable[[], Attempt]) -> None:
    told = problem(attempt())
    assert (told.code, told.basis) == (case["code"], case.get("basis", "")), told
    assert case.get("says", "") in told.what, told
    assert case.get("helps", "") in told.remedy, told
    assert told.basis or told.remedy, "a refusal helps"
    assert told.exit_code == {"E1": 2, "E2": 4, "E3": 3}[told.code[:2]]


@pytest.mark.parametrize("case", TABLE["refusal"], ids=[f"{c['act']}: {c['why']}" for c in TABLE["refusal"]])
def test_a_refused_act_leaves_nothing_written(case: dict[str, Any]) -> None:
    history, attempt = of_petition(case)
    before, stood = list(history.entries), history.case
    problem(attempt)
    assert history.entries == before
    assert history.case == stood


def test_every_case_is_said_once() -> None:
    assert len(IDS) == len(set(IDS))
    stations = {case["at"] for case in TABLE["refusal"]}
    assert stations == set(TABLE["stations"]), "a station that no case stands at"


def test_no_refusal_is_missing_from_the_table() -> None:
    """Every `raise` in acts/, and every call of a guard by an act, is reached by a case."""
    reached: set[tuple[str, int]] = set()
    for _, attempt in CASES:
        reached |= lines_of(problem(attempt()).__traceback__)
    missing = [
        f"{file.name}:{node.lineno} {ast.unparse(node)[:80]}"
        for file in sorted(ACTS.glob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.stmt | ast.expr)
        and refuses(node)
        and not reached & {(file.name, line) for line in range(node.lineno, (node.end_lineno or 0) + 1)}
    ]
    assert not missing


def refuses(node: ast.AST) -> bool:
    """Whether it is a place where an act may be refused."""
    if isinstance(node, ast.Raise):
        return True
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name in GUARDS


def lines_of(traceback: TracebackType | None) -> set[tuple[str, int]]:
    """The lines of acts/ that a refusal came through."""
    lines = set()
    while traceback is not None:
        file = Path(traceback.tb_frame.f_code.co_filename)
        if file.parent == ACTS:
            lines.add((file.name, traceback.tb_lineno))
        traceback = traceback.tb_next
    return lines


def test_every_act_that_can_refuse_is_in_the_table() -> None:
    unguarded = {"reveal", "adopt-calendar", "adopt-categories"}
    assert {case["act"] for case, _ in CASES} == {*PETITION_ACTS, *OFFICE_ACTS} - unguarded
