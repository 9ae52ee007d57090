"""An office to try commands in."""

from __future__ import annotations

from pathlib import Path

import pytest

from .accusations import accuse
from .samples import fill
from .shell import Shell

PETITION = (
    *("register", "--channel", "visit", "--name", "张三", "--address", "城关镇幸福路1号", "--title", "反映拖欠工资"),
    *("--content", "请求协调支付工资，身份证 11010519491231002X，电话 13800138000"),
    *("--id-number", "11010519491231002X", "--phone", "13800138000"),
)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell in an empty folder."""
    return Shell(tmp_path)


@pytest.fixture
def office(shell: Shell) -> Shell:
    """A shell in a folder with the ledger of a county police office, two units and two officers."""
    shell.ok("init", "--office", "某县公安局", "--code", "410185", "--kind", "police", "--superior", "某市公安局")
    shell.ok("unit", "add", "城关派出所")
    shell.ok("unit", "add", "刑侦大队")
    shell.ok("officer", "add", "李明", "--unit", "城关派出所")
    shell.ok("officer", "add", "王芳")
    return shell


@pytest.fixture
def petition(office: Shell) -> Shell:
    """The same with petition 2026-000001 of 张三, registered on 2026-01-05."""
    office.ok(*PETITION)
    return office


@pytest.fixture
def accused(office: Shell) -> Shell:
    """The office with an accusation and an appeal: see accusations.accuse."""
    return accuse(office)


@pytest.fixture
def full(office: Shell) -> Shell:
    """The office on 2026-03-10 with four petitions: see samples.fill."""
    return fill(office)
