"""Columns that several reports share: one heading, one English key, the words of core/terms."""

from __future__ import annotations

from collections.abc import Mapping

from ..core.table import Column
from ..core.terms import Category, Channel, State, Term

UNVERIFIED = "未核"


def words(terms: type[Term]) -> dict[str, str]:
    """English value → Chinese label."""
    return {term.value: term.label for term in terms}


NUMBER = Column("number", "编号")
TITLE = Column("title", "标题")
PETITIONER = Column("petitioner", "信访人")
UNIT = Column("unit", "单位")
OFFICER = Column("officer", "经办人")
RECEIVED_ON = Column("received_on", "收到日", "date")
CHANNEL = Column("channel", "渠道", words=words(Channel))
CATEGORY = Column("category", "类别", words=words(Category), blank="未分类")
CONTENT = Column("content", "内容分类", blank="未分")
BRANCH = Column("branch", "警种", blank="未定")
REGION = Column("region", "属地", blank="未填")
STATE = Column("state", "现状", words=words(State))
ARTICLE = Column("article", "依据")
STARTED_ON = Column("started_on", "起算日", "date")
NOMINAL_DUE = Column("nominal_due", "期满日", "date", blank=UNVERIFIED)
LEGAL_DUE = Column("legal_due", "法定届满日", "date", blank=UNVERIFIED)


def deadline_column(labels: Mapping[str, str]) -> Column:
    """The time limit: its name in JSON, for people the word its rulebook gives it."""
    return Column("deadline", "期限", words=labels)


DEADLINE_LABEL = Column("deadline_label", "期限", machine_only=True)
"""The same words for scripts: of several demands or supervisions the name alone does not say which it is about."""
