"""A ledger in which every look has something to show, and the looks."""

from __future__ import annotations

from .shell import Shell

NAMES = ("张三", "欧阳娜娜", "王小五", "赵六六")
ID_NUMBER = "11010519491231002X"
PHONE = "13800138000"
ADDRESS = "城关镇幸福路1号"
SECRETS = (*NAMES, ID_NUMBER, PHONE, ADDRESS)
"""What no look may show without --reveal."""
TODAY = "2026-03-10"
FORMATS = ("table", "plain", "markdown", "html", "csv", "tsv", "json", "jsonl", "xlsx", "docx")
PETITION_LINE = (
    *("register", "--channel", "web", "--name", "张三", "--address", "城关镇", "--title", "甲", "--content", "乙"),
)
LOOKS: dict[str, tuple[str, ...]] = {
    "today": ("today",),
    "board": ("board",),
    "overdue": ("overdue",),
    "due": ("due", "--within", "7"),
    "list": ("list",),
    "show": ("show", "1"),
    "why": ("why", "1"),
    "search": ("search", "反映"),
    "days": ("days", "2024-09-18", "--days", "15"),
    "report": ("report", "--month", "2026-03"),
    "forecast": ("forecast", "--weeks", "13"),
    "export": ("export",),
    "unit": ("unit", "list"),
    "officer": ("officer", "list"),
    "setting": ("setting", "list"),
    "rules": ("rules", "--instrument", "信访工作条例"),
    "category": ("category", "list"),
    "calendar": ("calendar", "show", "2026"),
}
"""Every command that shows something, with arguments that find something in the sample ledger."""


def fill(shell: Shell) -> Shell:
    """Four petitions as they stand on 2026-03-10.

    1 accepted and overdue since 2026-03-09; 2 registered, its notice due on 2026-03-11; 3 replied and not served;
    4 forwarded and not taken up.
    """
    shell.today = TODAY
    texts = f"本人 {ID_NUMBER}，电话 {PHONE}"
    person = ("--address", ADDRESS, "--id-number", ID_NUMBER, "--phone", PHONE)
    for name, channel, title, day in (
        ("张三", "visit", "反映拖欠工资", "2026-01-05"),
        ("欧阳娜娜", "letter", "反映噪音", "2026-02-24"),
        ("王小五", "web", "请求落户", "2026-02-25"),
        ("赵六六", "visit", "反映占道", "2026-03-09"),
    ):
        shell.ok(
            *("register", "--channel", channel, "--name", name, *person, "--title", f"{title} {PHONE}"),
            *("--content", f"{title}，{texts}", "--on", day, "--by", "李明"),
        )
    shell.ok("classify", 1, "--category", "appeal", "--route", 6, "--on", "2026-01-05")
    shell.ok("accept", 1, "--unit", "城关派出所", "--officer", "李明", "--on", "2026-01-06")
    shell.ok("classify", 3, "--category", "appeal", "--route", 6, "--on", "2026-02-25")
    shell.ok("accept", 3, "--unit", "刑侦大队", "--on", "2026-02-26")
    shell.ok("reply", 3, "--outcome", "support", "--content", f"已办理，{texts}", "--on", "2026-03-09")
    shell.ok("forward", 4, "--unit", "城关派出所")
    return shell
