"""督办函 and the three kinds of advice 三项建议 (第四十条)."""

from __future__ import annotations

from ..core.letter_kinds import LetterKind
from ..core.oversight import Situation
from .material import Fields, Material
from .words import day, or_blank, sentence, word

ARTICLE = {
    LetterKind.SUPERVISION: "supervise",
    LetterKind.IMPROVEMENT: "improve",
    LetterKind.POLICY: "policy",
    LetterKind.ACCOUNTABILITY: "accountability",
}


def oversight(m: Material) -> Fields:
    """Which situation, what is asked, until when, and that the answer comes in writing."""
    own = m.own
    return {
        "依据": m.cite(ARTICLE[m.kind]),
        "受文机关": or_blank(own.get("unit") or own.get("to")),
        "督办情形": or_blank(word(Situation, own.get("situation"))),
        "督办事实": sentence(own.get("facts")),
        "要求": sentence(own.get("text")),
        "建议内容": sentence(own.get("text")),
        "答复期限": day(own.get("answer_by")),
        "反馈期限": _until(m),
        "反馈依据": m.cite("advice-feedback"),
        "批示领导": or_blank(own.get("leader")),
        "督办日期": day(m.acted_on),
    }


def _until(m: Material) -> str:
    """Within how many days advice is to be answered, where the rules that govern the petition have such days."""
    limit = m.limit("advice")
    if limit is None or limit.only not in ((), (m.own.get("proposal", ""),)):
        return "及时"
    return f"自收到之日起{limit.length}内"
