"""`xinfang register` without options on a terminal: asked field by field, each answer checked at once."""

from __future__ import annotations

import os
import select
import signal
import subprocess
from contextlib import suppress

import pytest
from needs import posix

from .shell import PYTHON, Shell

pytestmark = posix
CTRL_C = "\x03"
PATIENCE = 60
AGAIN = 2
"""Seconds after which Ctrl-C is pressed once more: one that comes just before Python waits for a line is seen after it."""


def typed(shell: Shell, *answers: str) -> tuple[int, str]:
    """Exit code, and what stood on the screen, after these answers; each is one line."""
    import pty

    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [*PYTHON, "-m", "xinfang", "register"],
        cwd=shell.folder,
        env=shell.environment({"XINFANG_OFFICER": "李明", "PYTHONIOENCODING": "utf-8", "TERM": "dumb"}),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: _sit_down_at(theirs),
    )
    os.close(theirs)
    screen, waiting, left = "", list(answers), PATIENCE
    with suppress(OSError):  # The program is gone, and the terminal with it.
        while left > 0:
            if not select.select([ours], [], [], AGAIN)[0]:
                left -= AGAIN
                if not waiting and answers[-1] == CTRL_C:
                    os.write(ours, CTRL_C.encode())
                continue
            screen += os.read(ours, 4096).decode("utf-8", errors="replace")
            if waiting and screen.endswith(": "):
                answer = waiting.pop(0)
                os.write(ours, (answer if answer == CTRL_C else answer + "\n").encode("utf-8"))
    # A terminal that goes before the program hangs up on it.
    code = running.wait(timeout=PATIENCE)
    os.close(ours)
    assert not waiting, screen
    return code, screen.replace("\r\n", "\n")


def _sit_down_at(terminal: int) -> None:
    """Ctrl-C reaches who has this terminal, and who does not ignore it: tests started with `&` would have it ignored."""
    os.close(os.open(os.ttyname(terminal), os.O_RDWR))
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_wrong_answers_are_asked_again_with_the_reason(office: Shell) -> None:
    """Wrong answers are asked again with the reason; what is right is in the ledger."""
    code, screen = typed(
        office,
        *("飞鸽", "", "2026-02-30", "2026.1.4", ""),
        *("", "张三", "城关镇1号", "11010519491231002", "11010519491231002X"),
        *("没有电话", "13800138000"),
        *("", "反映欠薪", "请求支付", "某公司", "也许", "", "0", "13800138000", "3"),
    )
    assert code == 0, screen
    for reason in ("没有“飞鸽”", "2026年2月没有30日", "姓名没有填", "E106", "标题没有填", "不是“是”或“否”"):
        assert reason in screen
    for reason in ("“没有电话”不是电话号码", "“0”不是人数", "人数 13800138000 不在 1 至 10000000 之间"):
        assert reason in screen
    assert "原件确实如此的，在后面加 !" in screen, "what can be typed here"
    assert "--accept-id" not in screen
    assert "2026-000001  登记（2026-01-05）" in screen
    told = office.data("show", 1, "--reveal")["registration"]
    assert (told["channel"], told["received_on"], told["headcount"]) == ("visit", "2026-01-04", 3)
    assert (told["title"], told["content"], told["respondent"]) == ("反映欠薪", "请求支付", "某公司")
    assert told["petitioners"] == [
        {"name": "张三", "address": "城关镇1号", "id_number": "11010519491231002X", "phone": "13800138000"}
    ]


def test_what_was_assigned_from_above(office: Shell) -> None:
    """The unit must be known, the day of the report is asked for: a duty hangs on it."""
    office.ok("unit", "add", "县信访局", "--outside")
    code, screen = typed(
        office,
        *("1", "", "交办", "县信防局", "县信访局", "县信办〔2026〕1号", "2026-01-01", "2026-02-02"),
        *("匿名", "反映欠薪", "请求支付", "", "", ""),
    )
    assert code == 0, screen
    assert "相近的有: 县信访局；都不是的先加单位: xinfang unit add 县信防局" in screen
    assert "在收到日 2026-01-05 之前" in screen
    limits = {each["deadline"]: each["legal_due"] for each in office.data("show", 1)["deadlines"]}
    assert limits["report-up"] == "2026-02-02"


@pytest.mark.parametrize("answers", [(), ("", "", "", "张三")])
def test_given_up_nothing_is_registered(office: Shell, answers: tuple[str, ...]) -> None:
    """Ctrl-C: nothing is registered, and that is what it says."""
    facts = office.sound()
    code, screen = typed(office, *answers, CTRL_C)
    assert code == 130
    assert screen.endswith("已放弃，没有写入台账。\n")
    assert office.sound() == facts
