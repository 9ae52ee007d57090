"""Rules 规则: every rule of the law with what carries it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..core.table import Column, Table
from ..rules.coverage import Home, Rule
from .source_words import SOURCE_WORDS

IN_DOUBT = {"QUOTE": "二手引文，须核"}
"""Where the source has to be looked at again, the list says so."""
WORDS = {
    "期限": ("limit",),
    "命令": ("act", "command"),
    "检查": ("check",),
    "文书": ("letter",),
    "设置": ("setting",),
    "规则书": ("book",),
}
"""What people call the homes, in the order in which they are listed."""
QUOTED = frozenset({"limit", "check"})


def coverage_table(rules: Sequence[Rule], labels: Mapping[Home, str], *, title: str) -> Table:
    """One row per rule. labels: the Chinese word for a home, where it has one."""
    columns = (
        Column("id", "规则", machine_only=True),
        Column("instrument", "依据"),
        Column("article", "条文"),
        Column("who", "谁"),
        Column("must", "做什么"),
        Column("limit", "期限"),
        Column("source", "来源", words=SOURCE_WORDS | IN_DOUBT),
        Column("carried", "由什么承担"),
        Column("note", "说明"),
        Column("homes", "承担者", machine_only=True),
    )
    rows = tuple(
        (
            rule.id,
            rule.instrument,
            rule.article,
            rule.who,
            rule.must,
            rule.limit,
            rule.source,
            _in_words(rule.carried, labels) or "工具不承担",
            rule.reason or rule.note,
            " ".join(f"{home.kind}:{home.name}" for home in rule.carried),
        )
        for rule in rules
    )
    doubtful = sum(rule.source != "TEXT" for rule in rules)
    unborne = sum(not rule.carried for rule in rules)
    notes = (f"共 {len(rules)} 条规则；{unborne} 条工具不承担，说明写在末栏；{doubtful} 条不是条文原文，须核。",)
    return Table(title, columns, rows, notes)


def _in_words(homes: Sequence[Home], labels: Mapping[Home, str]) -> str:
    """期限“告知期限”；命令 inform 告知、status；文书《…告知书》."""
    parts = []
    for word, kinds in WORDS.items():
        names = [_named(home, labels.get(home, home.name)) for home in homes if home.kind in kinds]
        if names:
            between = " " if names[0][0].isascii() else ""
            parts.append(f"{word}{between}{'、'.join(names)}")
    return "；".join(parts)


def _named(home: Home, label: str) -> str:
    if home.kind == "letter":
        return f"《{label}》"
    return f"“{label}”" if home.kind in QUOTED else label
