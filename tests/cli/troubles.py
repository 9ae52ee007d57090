"""For every code of the catalogue a command line that is told it: the table behind test_errors.py and docs/errors.md."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import NamedTuple

from .arranging import (
    Arranged,
    both,
    broken_rulebook,
    changed,
    clock_set_back,
    file,
    locked,
    no_room,
    read_only,
    with_password,
)
from .shell import Ran, Shell

TODAY = "2026-03-10"
INIT = "xinfang init --office 某县公安局 --code 410185 --kind police"
UNITS = ("xinfang unit add 城关派出所", "xinfang unit add 县信访局 --outside", "xinfang officer add 李明")
REGISTER = "xinfang register --channel visit --name 张三 --address 城关镇 --title 反映欠薪 --content 请求支付"
ON = f"{REGISTER} --on 2026-01-05"
APPEAL = "xinfang classify 1 --category appeal --route 6 --on 2026-01-05"
ACCUSATION = "xinfang classify 1 --category accusation --on 2026-01-05"
ACCEPT = "xinfang accept 1 --on 2026-01-06"
REPLY = "xinfang reply 1 --outcome support --on 2026-01-20"
SENT = "--source forwarded --from 县信访局"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64)


class Trouble(NamedTuple):
    """command: what is typed. before: lines typed before it. arranged: what else is the case; may hold while it runs."""

    command: str
    before: tuple[str, ...] = ()
    arranged: Arranged | None = None
    said: str = ""
    """How `arranged` is told in the page."""


def typed(*lines: str) -> tuple[str, ...]:
    """A ledger with units, and then these lines."""
    return (INIT, *UNITS, *lines)


TROUBLES: dict[str, Trouble] = {
    "E101": Trouble("xinfang overdue --unti 城关派出所"),
    "E102": Trouble("xinfang accept 1 --on 2026-02-30", typed(ON)),
    "E103": Trouble("xinfang accept 1 --on 2026-03-11", typed(ON)),
    "E104": Trouble("xinfang classify 1 --category 投诉", typed(ON)),
    "E105": Trouble("xinfang register --channel visit --name 张三 --title 反映欠薪 --content 请求支付", typed()),
    "E106": Trouble(f"{REGISTER} --id-number 110105194912310021", typed()),
    "E107": Trouble("xinfang show 一号", typed()),
    "E108": Trouble("xinfang list --limit 0", typed()),
    "E109": Trouble(
        f"{REGISTER} --headcount 9" + "".join(f" --representative 代表{n}" for n in "甲乙丙丁戊己"), typed()
    ),
    "E110": Trouble(f"{REGISTER} --name 李四 --key gd-88", typed(f"{REGISTER} --key gd-88")),
    "E111": Trouble(
        "xinfang register --channel visit --name 张三 --address 城关镇 --title 反映欠薪 --content-file 长信.txt",
        typed(),
        file("长信.txt", "信" * 100_001),
        "长信.txt 有 100001 个字",
    ),
    "E112": Trouble(REGISTER, typed(), broken_rulebook, "程序自带的规则书被人改坏"),
    "E113": Trouble(
        "xinfang calendar import 2027.toml", typed(), file("2027.toml", "year = 2027\n"), "2027.toml 只写了年份"
    ),
    "E114": Trouble("xinfang assign 1 --unit 城关派出所 --report-by 2026-01-31", typed(ON)),
    "E116": Trouble("xinfang setting set warn-working-days 很多", typed()),
    "E117": Trouble("xinfang unit add 城关派出所", typed()),
    "E118": Trouble(
        "xinfang register --json 件.json",
        typed(),
        file("件.json", '{"chanel": "visit"}'),
        '件.json 里是 {"chanel": "visit"}',
    ),
    "E119": Trouble("xinfang status 2026-000001-K7QF9M2X", typed(ON)),
    "E120": Trouble(REGISTER, typed(), clock_set_back, "电脑没有电池了，开机后是 2000 年"),
    "E201": Trouble("xinfang show 99", typed()),
    "E202": Trouble("xinfang forward 1 --unit 城关所", typed(ON)),
    "E203": Trouble("xinfang accept 1 --by 李名", typed(ON)),
    "E204": Trouble("xinfang classify 1 --category appeal --route 6 --code 欠薪欠款", typed(ON)),
    "E205": Trouble("xinfang retract 1 --turn 9 --reason 录错了件", typed(ON)),
    "E206": Trouble("xinfang calendar show 2031"),
    "E207": Trouble("xinfang reply 1 --demand 2 --outcome support", typed(ON, APPEAL, ACCEPT)),
    "E208": Trouble("xinfang report --month 2026-01 --as-known 0000-0000-0000-0000", typed(ON)),
    "E301": Trouble("xinfang serve 1", typed(ON, APPEAL, ACCEPT)),
    "E302": Trouble("xinfang extend 1 --days 45 --approver 李局长 --reason 案情复杂", typed(ON, APPEAL, ACCEPT)),
    "E303": Trouble(
        "xinfang extend 1 --days 5 --approver 李局长 --reason 仍未查清",
        typed(ON, APPEAL, ACCEPT, "xinfang extend 1 --approver 李局长 --reason 案情复杂 --on 2026-03-01"),
    ),
    "E304": Trouble("xinfang extend 1 --approver 李局长 --reason 案情复杂", typed(ON, APPEAL, ACCEPT)),
    "E305": Trouble("xinfang extend 1 --approver 李局长 --reason 案情复杂", typed(ON, APPEAL)),
    "E306": Trouble("xinfang reply 1 --outcome support --on 2026-01-05", typed(ON, APPEAL, ACCEPT)),
    "E307": Trouble("xinfang reply 1 --outcome support", typed(ON, ACCEPT)),
    "E308": Trouble("xinfang reply 1 --outcome support", typed(ON, APPEAL)),
    "E309": Trouble("xinfang object 1 --reason 不属本机关职权", typed(ON)),
    "E310": Trouble("xinfang object 1 --reason 不属本机关职权", typed(f"{ON} {SENT}")),
    "E311": Trouble("xinfang close 1", typed(ON, APPEAL, ACCEPT)),
    "E312": Trouble("xinfang retract 1 --act accept --reason 录错了件", typed(ON, APPEAL, ACCEPT, REPLY)),
    "E313": Trouble("xinfang correct 1 --first-unit 城关派出所 --reason 应由派出所负责", typed(ON)),
    "E314": Trouble(
        "xinfang reply 1 --outcome refuse", typed(ON, "xinfang classify 1 --category appeal --route 4 --on 2026-01-05")
    ),
    "E315": Trouble("xinfang accept 1", typed(ON, ACCEPT)),
    "E316": Trouble(
        "xinfang forward 1 --unit 城关派出所",
        typed(f"{ON} --respondent 城关派出所", "xinfang classify 1 --category accusation --on 2026-01-05"),
    ),
    "E317": Trouble("xinfang show 1", typed(ON, ACCUSATION)),
    "E318": Trouble("xinfang show 1 --restricted --by 李明", typed(ON, ACCUSATION)),
    "E319": Trouble(
        "xinfang procedure 1 --step filing-reconsider-asked",
        typed(
            ON,
            "xinfang procedure 1 --step not-filed --on 2026-01-06",
            "xinfang procedure 1 --step not-filed-served --on 2026-01-07",
        ),
    ),
    "E320": Trouble("xinfang withdraw 1 --document 电话记录", typed(ON)),
    "E321": Trouble("xinfang simple 2 --ground clear", typed(ON, f"{REGISTER} --repeat-of 1 --on 2026-01-08")),
    "E322": Trouble(
        "xinfang assign 1 --unit 城关派出所 --officer 李明",
        typed(
            ON,
            "xinfang assign 1 --unit 城关派出所 --officer 李明 --on 2026-01-06",
            "xinfang recuse 1 --officer 李明 --reason 与信访人是亲属 --decided-by 王局长 --on 2026-01-07",
        ),
    ),
    "E323": Trouble("xinfang link 1 --to 2", typed(ON, f"{REGISTER} --repeat-of 1 --on 2026-01-08")),
    "E401": Trouble("xinfang today"),
    "E402": Trouble("xinfang today", (), file("台账.db", "这是一篇笔记\n" * 100), "台账.db 是一个文本文件"),
    "E403": Trouble("xinfang today", typed(), changed("PRAGMA user_version = 99"), "台账由更新的版本写过"),
    "E404": Trouble(REGISTER, typed(), read_only, "台账文件是只读的"),
    "E405": Trouble(REGISTER, typed(), locked, "别的程序正在写，一直不结束"),
    "E406": Trouble(f"{REGISTER} --facts {'事' * 9000}", typed(), no_room, "磁盘已满"),
    "E407": Trouble(
        "xinfang verify",
        typed(ON),
        changed("DROP TRIGGER payload_is_never_changed;UPDATE payload SET body = '{}' WHERE seq = 5"),
        "有人绕过程序改了台账",
    ),
    "E408": Trouble(INIT, typed()),
    "E409": Trouble(f"{INIT} --db 笔记.txt/台账.db", (), file("笔记.txt", "笔记"), "笔记.txt 是文件，不是文件夹"),
    "E410": Trouble("xinfang verify --against 0000-0000-0000-0000", typed(ON)),
    "E501": Trouble("xinfang import 没有.csv", typed()),
    "E502": Trouble("xinfang import 台账.csv", typed(), file("台账.csv", PNG), "台账.csv 其实是图片"),
    "E503": Trouble(
        "xinfang import 台账.xlsx",
        typed(),
        with_password,
        "台账.xlsx 设了打开密码",
    ),
    "E504": Trouble("xinfang import 台账.csv", typed(), file("台账.csv", "甲,乙\n1,2\n"), "台账.csv 里没有认得的列名"),
    "E505": Trouble(
        "xinfang import 台账.csv --map 对照.toml",
        typed(),
        both(file("台账.csv", "甲\n1\n"), file("对照.toml", '[columns]\n"甲" = "nmae"\n')),
        '对照.toml 写了 "甲" = "nmae"',
    ),
    "E506": Trouble(
        "xinfang reply 1 --outcome support --content-file 意见.txt",
        typed(ON, APPEAL, ACCEPT),
        file("意见.txt", b"\xff\xfe\x80\x81\xff\xff"),
        "意见.txt 不是文字",
    ),
    "E507": Trouble("xinfang list -o 没有这个文件夹/名单.csv", typed()),
    "E508": Trouble(
        "xinfang letter 1 opinion",
        typed(ON),
        file("文书模板/信访处理意见书.docx", PNG),
        "文书模板/信访处理意见书.docx 其实是图片",
    ),
}


@contextmanager
def holding(trouble: Trouble, shell: Shell) -> Iterator[None]:
    """The trouble's circumstances: its lines typed, its arrangement made, and held where it has to be."""
    shell.today = TODAY
    for line in trouble.before:
        code, shown = shell.line(line)
        assert code == 0, f"{line}\n{shown}"
    arranged = trouble.arranged(shell) if trouble.arranged else None
    if isinstance(arranged, AbstractContextManager):
        with arranged:
            yield
    else:
        yield


def met(trouble: Trouble, shell: Shell) -> Ran:
    """What the command line is told."""
    with holding(trouble, shell):
        words = shlex.split(trouble.command)[1:]
        return shell.outside(*words) if "PYTHONPATH" in shell.variables else shell(*words)
