"""What is written while a petition is handled: hearing, agreement, service."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..acts.hear import FRESH, STAGES
from ..core.entry import Entry
from ..core.letter_kinds import LetterKind
from ..core.remedies import HearingStage, Opinion
from ..core.terms import Method
from .common import demands
from .material import Fields, Material
from .words import BLANK, day, joined, or_blank, sentence, word


def hearing(m: Material) -> Fields:
    """听证通知、笔录、结论 (第三十一条第六项、第三十六条第二款): when, where, who, what was said, from when to when."""
    heard = _same_hearing(m)
    began, ended = _step(heard, HearingStage.START), _step(heard, HearingStage.FINISH)

    def last(field: str) -> str:
        """What was last written down of it, at whichever step."""
        said = (entry.data.get(field) for entry in reversed(heard))
        found = next((each for each in said if each), "")
        return joined(map(str, found)) if isinstance(found, list | tuple) else str(found)

    return {
        "依据": m.cite("recheck-hearing" if _in_the_recheck(m, heard) else "hearing"),
        "听证日期": day(last("held_on") or began),
        "听证时间": or_blank(last("at")),
        "听证地点": or_blank(last("place")),
        "主持人": or_blank(last("chair")),
        "记录人": or_blank(last("recorder")),
        "参加人": or_blank(last("participants")),
        "听证开始": day(began),
        "听证结束": day(ended),
        "质询辩论": sentence(last("debate")),
        "评议合议": sentence(last("deliberation")),
        "听证结论": sentence(last("conclusion")),
    }


def _same_hearing(m: Material) -> list[Entry]:
    """What was written down of the hearing that the document is about: nothing of another, be it one that was put off."""
    steps: list[Entry] = []
    for entry in m.entries:
        if entry.act != "hear":
            continue
        if entry.data["stage"] == HearingStage.CONVENE:
            if m.entry in steps:
                break
            steps = []
        steps.append(entry)
    return steps


def _step(steps: Sequence[Entry], stage: HearingStage) -> date | None:
    """The day of that step of the hearing."""
    return next((entry.on for entry in steps if entry.data["stage"] == stage), None)


def _in_the_recheck(m: Material, steps: Sequence[Entry]) -> bool:
    """Whether it is held in the recheck; else it is in the handling, be it the first or the one after an opinion was set aside."""
    part = ""
    for event in m.case.events:
        if event.name in FRESH:
            part = event.name
        elif steps and event.name == STAGES[HearingStage.CONVENE] and event.on == steps[0].on:
            break
    return part == "recheck-asked"


def agreement(m: Material) -> Fields:
    """调解协议书、和解协议书 (第三十三条): the parties, the dispute, what was agreed, until when it is carried out."""
    return {
        "依据": m.cite("mediation"),
        "对方当事人": or_blank(
            m.own.get("counterpart") or m.case.registration.respondent or m.case.registration.respondent_unit
        ),
        "争议事项": "\n".join(f"{each['号']}{each['内容']}" for each in demands(m.case)),
        "协议内容": sentence(m.own.get("text")),
        "履行期限": day(m.own.get("perform_by")),
        "履行方式": or_blank(m.own.get("manner")),
        "达成日期": day(m.acted_on),
        "调解人": or_blank(m.own.get("mediator")),
    }


def service(m: Material) -> Fields:
    """送达回证: which document reached whom, how, when, against what signature."""
    served = m.own
    name, number = _served(m)
    way = word(Method, served.get("method", Method.IN_PERSON.value))
    return {
        "文书名称": or_blank(name),
        "文书文号": or_blank(number),
        "送达地址": or_blank(_address(m, str(served.get("receiver", "")))),
        "送达方式": way if m.entry else f"{BLANK}（直接、留置、邮寄、电子、公告）",
        "送达日期": day(m.acted_on),
        "签收人": or_blank(served.get("receiver")),
        "送达凭证": or_blank(served.get("proof")),
        "送达人": or_blank(served.get("server")),
        "见证人": or_blank(served.get("witness")),
    }


def _address(m: Material, receiver: str) -> str:
    """Where whoever signed lives; else a representative of several, else the first of whom it is known."""
    known = [person for person in m.case.registration.petitioners if person.address]
    known.sort(key=lambda person: (person.name != receiver, not person.representative))
    return known[0].address if known else ""


def _served(m: Material) -> tuple[str, str]:
    """Title and number of what was served; of what was last made for the petitioner where no service is recorded yet."""
    if m.entry is not None:
        act = str(m.entry.data.get("opinion", Opinion.REPLY.value))
        kinds = PAPERS[act]
        made = {e.data["letter"] for e in m.entries if e.act == "letter"}
        kind = next((each for each in kinds if each.value in made), kinds[0])
        return kind.label, m.number_of(act, *kinds)
    papers = [e.data for e in m.entries if e.act == "letter" and e.data["letter"] in SERVED]
    return (word(LetterKind, papers[-1]["letter"]), papers[-1].get("document", "")) if papers else ("", "")


PAPERS = {
    "reply": (LetterKind.OPINION, LetterKind.ANSWER),
    "review": (LetterKind.REVIEW_OPINION,),
    "recheck": (LetterKind.RECHECK_OPINION,),
}
"""Act → what is served of it."""
SERVED = frozenset(
    kind.value
    for kind in (
        *(LetterKind.NOTICE, LetterKind.TRANSFER_NOTICE, LetterKind.NOT_COMPETENT, LetterKind.NOT_ACCEPTED),
        *(LetterKind.NO_LONGER_ACCEPTED, LetterKind.DIVERSION, LetterKind.EXTENSION, LetterKind.HEARING_NOTICE),
        *(LetterKind.OPINION, LetterKind.ANSWER, LetterKind.REVIEW_OPINION, LetterKind.RECHECK_OPINION),
        *(LetterKind.REVIEW_REFUSED, LetterKind.RECHECK_REFUSED, LetterKind.POLICE_NO_CASE),
    )
)
"""Documents that reach the petitioner and whose service is proved."""
