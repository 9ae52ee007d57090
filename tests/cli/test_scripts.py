"""What scripts type without knowing it: variables that are empty, `-` and devices for a file."""

from __future__ import annotations

import subprocess

import pytest
from needs import posix

from .samples import LOOKS, PETITION_LINE
from .shell import PYTHON, Shell


@pytest.mark.parametrize(
    "line",
    [
        *((look, "--unit") for look in ("list", "overdue", "due", "today", "board", "check", "forecast")),
        ("report", "--month", "2026-01", "--unit"),
        ("report", "--from", "2026-01-01", "--to"),
        *(("list", name) for name in ("--from", "--to", "--state", "--officer", "--channel", "--category", "--code")),
        ("list", "--by"),
        (*PETITION_LINE, "--by"),
        (*PETITION_LINE, "--key"),
    ],
)
@pytest.mark.parametrize("empty", ["", " "])
def test_an_empty_variable_is_not_left_out(line: tuple[str, ...], empty: str, petition: Shell) -> None:
    """`--unit "$UNIT"`: one unit's paper would be the whole office's; `--key "$KEY"`: the same petition would come twice."""
    facts = petition.sound()
    ran = petition.refused("E105", *line, empty)
    assert f"{line[-1]} 后面是空的" in ran.err
    assert f"不写 {line[-1]}" in ran.err
    assert petition.sound() == facts


def test_a_key_whose_registration_was_retracted_says_so(office: Shell) -> None:
    """The script that runs again must not bring back what the clerk took away; whoever means it is told how."""
    keyed = (*PETITION_LINE, "--key", "来件-1")
    office.ok(*keyed)
    office.ok("retract", 1, "--act", "register", "--reason", "误登")
    facts = office.sound()
    told = office.ok(*keyed).out
    assert "现状: 登记已撤销" in told
    assert "换一个 --key" in told
    assert "xinfang letter" not in told, "there is nothing to be acknowledged"
    assert office.data(*keyed)["state"] == "void"
    assert office.sound() == facts


def test_what_nobody_typed_is_not_missed(petition: Shell) -> None:
    """Where all the options are made, as for a format written at once with its letter, none but this was typed."""
    for line in (("list",), ("board",), ("report", "--month", "2026-01")):
        assert petition.ok(*line, "-fcsv").out == petition.ok(*line, "-f", "csv").out


@pytest.mark.parametrize("look", ["list", "report", "board"])
def test_a_dash_is_standard_output(full: Shell, look: str) -> None:
    """As it is standard input for --json and --content-file; a file of that name is hard to get rid of."""
    before = sorted(full.folder.iterdir())
    assert full.ok(*LOOKS[look], "-o", "-").raw == full.ok(*LOOKS[look]).raw
    assert full.ok(*LOOKS[look], "-f", "csv", "-o", "-").raw == full.ok(*LOOKS[look], "-f", "csv").raw
    assert sorted(full.folder.iterdir()) == before


@posix
def test_a_device_that_is_a_pipe_is_written_to(full: Shell) -> None:
    ran = subprocess.run(
        [*PYTHON, "-m", "xinfang", "list", "-f", "json", "-o", "/dev/stdout"],
        cwd=full.folder,
        env=full.environment({}),
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert ran.stdout == full.ok("list", "-f", "json").raw
