"""The same laws with the ledger on disk: command lines in any order leave a sound file with one fact for each that was done."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from cli.shell import Shell
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TODAY = "2026-01-05"
DAYS = [
    "2025-09-26",
    "2025-09-28",
    "2025-10-09",
    "2025-10-31",
    "2025-11-25",
    "2025-12-01",
    "2025-12-30",
    TODAY,
    "2026-01-06",
]
on = st.sampled_from(DAYS).map(lambda day: ["--on", day])
COMMANDS: list[list[str]] = [
    ["classify", "2025-1", "--category", "appeal", "--route", "6"],
    ["classify", "2025-1", "--category", "suggestion"],
    ["inform", "2025-1"],
    ["accept", "2025-1", "--unit", "城关派出所"],
    ["accept", "2025-1", "--unit", "没有这个所"],
    ["decline", "2025-1", "--ground", "in-progress", "--other", "市信访局2025-0456号"],
    ["redirect", "2025-1", "--to", "县司法局"],
    ["forward", "2025-1", "--unit", "城关派出所"],
    ["object", "2025-1", "--reason", "不属职权"],
    ["assign", "2025-1", "--unit", "城关派出所", "--report-by", "2025-12-31"],
    ["extend", "2025-1", "--days", "30", "--approver", "李局长", "--reason", "案情复杂"],
    ["extend", "2025-1", "--days", "31", "--approver", "李局长", "--reason", "案情复杂"],
    ["reply", "2025-1", "--outcome", "support", "--content", "已责令支付"],
    ["serve", "2025-1"],
    ["close", "2025-1"],
    ["close", "2025-1", "--despite", "信访人撤回"],
    ["reopen", "2025-1", "--reason", "新的事实"],
    ["retract", "2025-1", "--reason", "录入有误"],
    ["retract", "2025-1", "--act", "register", "--reason", "录入有误"],
    ["correct", "2025-1", "--title", "反映欠薪", "--reason", "录入有误"],
    ["correct", "2025-1", "--received", "2025-09-27", "--reason", "录入有误"],
    ["note", "2025-1", "电话联系"],
]
USUAL = [
    ["classify", "2025-1", "--category", "appeal", "--route", "6", "--on", "2025-09-26"],
    ["accept", "2025-1", "--unit", "城关派出所", "--on", "2025-09-28"],
    ["extend", "2025-1", "--days", "30", "--approver", "李局长", "--reason", "案情复杂", "--on", "2025-11-25"],
    [
        *("reply", "2025-1", "--outcome", "support", "--content", "已责令支付", "--basis", "甲法"),
        *("--document", "信复〔2025〕3号", "--on", "2025-12-01"),
    ],
]
beginnings = st.integers(0, len(USUAL)).map(lambda n: USUAL[:n])
lines = st.lists(st.builds(list.__add__, st.sampled_from(COMMANDS), on), max_size=8)
REGISTER = [
    *("register", "--channel", "visit", "--name", "张三", "--address", "幸福路1号"),
    *("--title", "拖欠工资", "--content", "请求支付"),
]


# An example is some ten command lines with their transactions: fewer of them, and no clock held against them.
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(beginnings, lines)
def test_any_command_lines_leave_a_sound_ledger(beginning: list[list[str]], wanted: list[list[str]]) -> None:
    with TemporaryDirectory() as folder:
        shell = Shell(Path(folder), today=TODAY)
        shell.ok("init", "--office", "某县公安局", "--code", "410185", "--kind", "police")
        shell.ok("unit", "add", "城关派出所")
        shell.ok(*REGISTER, "--on", "2025-09-26")
        facts = shell.sound()
        for line in [*beginning, *wanted]:
            ran = shell(*line)
            assert ran.code in {0, 2, 3, 4}, ran.err
            if ran.code:
                assert ran.err[:2] in {"E1", "E2", "E3"}, ran.err
            facts += ran.code == 0
        assert shell.sound() == facts
        before = shell.ok("show", "2025-1").out
        shell.ok("rebuild")
        assert shell.ok("show", "2025-1").out == before
