"""The list of acts and the folder of acts say the same, and every act has what an act must have."""

from __future__ import annotations

import ast
import inspect
from enum import Enum
from pathlib import Path
from typing import get_type_hints

import pytest

import xinfang.acts
from xinfang.acts import guards
from xinfang.acts.from_ledger import APPLY
from xinfang.acts.registry import OFFICE_ACTS, PETITION_ACTS, Act, module_of
from xinfang.acts.retract import STAND_ON
from xinfang.core.case import ENDINGS
from xinfang.core.events import EVENTS
from xinfang.core.oversight import SponsorStep, SupervisionStep
from xinfang.core.reclassified import RECLASSIFIED
from xinfang.core.remedies import Agreement, Opinion, RequestResult
from xinfang.core.terms import Method, Track

FOLDER = Path(xinfang.acts.__file__).parent
ACTS = {**PETITION_ACTS, **OFFICE_ACTS}
NOT_ACTS = {
    "__init__",
    "registry",
    "replay",
    "guards",
    "handing",
    "from_ledger",
    "lawful",
    "levels",
    "numbered",
    "parts",
}
UNGUARDED = {
    "reveal": "looking is never refused, only written down",
    "adopt-calendar": "the plan's own reader has refused what is no plan",
    "adopt-categories": "the table's own reader has refused what is no table",
}
"""Acts without `decide`, and why."""
APPLIED_BY_REPLAY = {"retract": "what was retracted never happened: replay leaves it out, there is nothing to apply"}
SILENCE = {
    "classify.track": Track.ORDINARY,
    "accept.told": True,
    "extend.told": True,
    "divert.told": True,
    "mediate.agreement": Agreement.MEDIATION,
    "serve.method": Method.IN_PERSON,
    "serve.opinion": Opinion.REPLY,
    "supervise.supervision": SupervisionStep.OPENED,
    "sponsor.sponsorship": SponsorStep.BEGUN,
    "reveal.petitions": 1,
}
"""What a fact means that says nothing of it, where that is more than nothing. Facts at their default are written without
it, so that another default would change every ledger there is."""
EVENTS_TO_COME = {"lettered"}
"""Events that rulebooks may name already and no act reports yet."""

each = pytest.mark.parametrize(("name", "act"), ACTS.items(), ids=list(ACTS))


def test_folder_and_list_agree() -> None:
    listed = [act.module for act in ACTS.values()]
    assert sorted(listed) == sorted(file.stem for file in FOLDER.glob("*.py") if file.stem not in NOT_ACTS)
    assert not PETITION_ACTS.keys() & OFFICE_ACTS.keys()


def test_names_and_labels_are_given_once() -> None:
    assert all(act.label for act in ACTS.values())
    assert len({act.label for act in ACTS.values()}) == len(ACTS)
    assert len({act.fact for act in ACTS.values()}) == len(ACTS)


@each
def test_name_in_the_ledger_is_that_of_the_module(name: str, act: Act) -> None:
    assert act.module == name.replace("-", "_")


@each
def test_fact_carries_its_day_first(name: str, act: Act) -> None:
    fact = getattr(module_of(name), act.fact)
    assert fact._fields[0] == "on"
    assert "on" not in fact._field_defaults
    assert fact.__doc__


def test_what_a_fact_does_not_say_means_what_it_always_meant() -> None:
    defaults = {
        f"{name}.{field}": default
        for name, act in ACTS.items()
        for field, default in getattr(module_of(name), act.fact)._field_defaults.items()
    }
    assert {field: default for field, default in defaults.items() if default or isinstance(default, Enum)} == SILENCE


@each
def test_it_can_be_decided(name: str, act: Act) -> None:
    module = module_of(name)
    if name in UNGUARDED:
        assert not hasattr(module, "decide")
        return
    parameters = inspect.signature(module.decide).parameters
    assert parameters["on"].kind is inspect.Parameter.KEYWORD_ONLY
    assert parameters["on"].default is inspect.Parameter.empty
    assert get_type_hints(module.decide)["return"] is getattr(module, act.fact)


@each
def test_it_can_be_applied(name: str, act: Act) -> None:
    module = module_of(name)
    if name in APPLIED_BY_REPLAY:
        assert not hasattr(module, "apply")
        return
    assert get_type_hints(module.apply)["fact"] is getattr(module, act.fact)


@each
def test_applying_never_refuses(name: str, act: Act) -> None:
    """History was lawful when it was written."""
    tree = ast.parse((FOLDER / f"{act.module}.py").read_text(encoding="utf-8"))
    for part in tree.body:
        if isinstance(part, ast.FunctionDef) and part.name == "apply":
            assert not any(isinstance(node, ast.Raise) for node in ast.walk(part))


def test_an_unknown_act_is_a_newer_program_s() -> None:
    with pytest.raises(KeyError):
        module_of("excommunicate")


def test_what_retraction_knows_are_acts() -> None:
    assert {*STAND_ON, *(act for acts in STAND_ON.values() for act in acts)} <= {*PETITION_ACTS, "*"}


def test_what_an_outside_ledger_brings_are_acts_that_exist() -> None:
    assert all(module_of(name).apply is apply for name, apply in APPLY.items())


def test_every_event_of_a_rulebook_is_reported_by_an_act_and_has_a_word() -> None:
    reported = {
        node.args[0].value
        for file in FOLDER.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "Event"
        and isinstance(node.args[0], ast.Constant)
    }
    # Whether a request is taken up is an event under the name of its result, as the steps of the police's own procedures
    # are reported by `procedure`, each under its name.
    reported |= {result.value for result in RequestResult}
    # Two acts classify, and may do so anew.
    reported.add(RECLASSIFIED)
    assert reported | EVENTS_TO_COME == EVENTS.keys()
    assert {*guards.BEFORE_ENDING, *ENDINGS} <= reported
