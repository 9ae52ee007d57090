"""Every document: its number series, whom it reaches, the act it belongs to, and what fills it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..core.letter_kinds import LetterKind
from . import answering, handing, handling, overseeing, police, telling
from .material import Fields, Material

PETITIONER = "信访人"
BODY = "其他机关、单位"
FILE = "本单位存档"


class Kind(NamedTuple):
    """One sort of document.

    series: the word 字 of its number 文号; none for forms that carry no number. to: whom it reaches. acts: the acts it may
    be the document of, the last of them that was done. fill: its own fields, beside those of common.py. where: a
    field of the act and what it must say. typed: whether the number typed with the act is this document's. by: whose
    paper it is, where that may be another body's, which numbers it itself.
    """

    kind: LetterKind
    series: str
    to: str
    acts: tuple[str, ...]
    fill: Callable[[Material], Fields]
    where: tuple[str, tuple[str, ...]] = ("", ())
    typed: bool = False
    by: Callable[[Material], str] | None = None


K = LetterKind
_KINDS = (
    Kind(K.RECEIPT, "", PETITIONER, ("register",), telling.receipt),
    Kind(K.REGISTER_FORM, "", FILE, ("register",), telling.register_form),
    Kind(K.NOTICE, "信告", PETITIONER, ("inform", "accept"), telling.notice, typed=True),
    Kind(K.TRANSFER_NOTICE, "信转告", PETITIONER, ("forward", "assign"), telling.transfer_notice),
    Kind(K.TRANSFER, "信转", BODY, ("forward",), handing.transfer, typed=True),
    Kind(K.ASSIGNMENT, "信交", BODY, ("assign",), handing.transfer, typed=True),
    Kind(K.NOT_COMPETENT, "信职告", PETITIONER, ("redirect",), telling.not_competent, typed=True),
    Kind(K.NOT_ACCEPTED, "信不受", PETITIONER, ("decline",), telling.not_accepted, ("ground", ("in-progress",))),
    Kind(
        K.NO_LONGER_ACCEPTED, "信不再", PETITIONER, ("decline",), telling.no_longer_accepted, ("ground", ("concluded",))
    ),
    Kind(K.DIVERSION, "信导", PETITIONER, ("divert",), telling.diversion, typed=True),
    Kind(K.OBJECTION, "信异", BODY, ("object",), handing.objection),
    Kind(K.EXTENSION_FORM, "", FILE, ("extend",), telling.extension),
    Kind(K.EXTENSION, "信延", PETITIONER, ("extend",), telling.extension),
    Kind(K.HEARING_NOTICE, "信听", PETITIONER, ("hear",), handling.hearing, ("stage", ("convene",)), typed=True),
    Kind(K.HEARING_RECORD, "", FILE, ("hear",), handling.hearing),
    Kind(K.HEARING_CONCLUSION, "信听结", FILE, ("hear",), handling.hearing, ("stage", ("finish",))),
    Kind(K.OPINION, "信复", PETITIONER, ("reply",), answering.opinion, typed=True, by=answering.deciding_body),
    Kind(K.ANSWER, "信答", PETITIONER, ("reply",), answering.answer, typed=True, by=answering.deciding_body),
    Kind(K.MEDIATION, "信调", PETITIONER, ("mediate",), handling.agreement, ("agreement", ("mediation",)), typed=True),
    Kind(
        K.CONCILIATION,
        "信和",
        PETITIONER,
        ("mediate",),
        handling.agreement,
        ("agreement", ("conciliation",)),
        typed=True,
    ),
    Kind(K.REVIEW_OPINION, "信查", PETITIONER, ("review",), answering.review, typed=True, by=answering.reviewing_body),
    Kind(
        K.RECHECK_OPINION, "信核", PETITIONER, ("recheck",), answering.review, typed=True, by=answering.reviewing_body
    ),
    Kind(
        K.REVIEW_REFUSED,
        "信查不受",
        PETITIONER,
        ("settle-request",),
        answering.refused,
        ("request", ("review-refused",)),
        typed=True,
        by=answering.reviewing_body,
    ),
    Kind(
        K.RECHECK_REFUSED,
        "信核不受",
        PETITIONER,
        ("settle-request",),
        answering.refused,
        ("request", ("recheck-refused",)),
        typed=True,
        by=answering.reviewing_body,
    ),
    Kind(K.SERVICE, "", FILE, ("serve",), handling.service),
    Kind(K.REPORT, "信报", BODY, ("close",), handing.report),
    Kind(K.SUPERVISION, "信督", BODY, ("supervise",), overseeing.oversight, ("supervision", ("opened",)), typed=True),
    Kind(K.IMPROVEMENT, "信建", BODY, ("advise",), overseeing.oversight, ("proposal", ("improve",)), typed=True),
    Kind(K.POLICY, "信策", BODY, ("advise",), overseeing.oversight, ("proposal", ("policy",)), typed=True),
    Kind(
        K.ACCOUNTABILITY, "信责", BODY, ("advise",), overseeing.oversight, ("proposal", ("accountability",)), typed=True
    ),
    Kind(K.URGENT, "信急", BODY, ("urgent",), handing.urgent, typed=True),
    Kind(K.POLICE_REGISTER, "", FILE, ("procedure",), police.police, ("step", ("reported", "receipted"))),
    Kind(K.POLICE_RECEIPT, "", PETITIONER, ("procedure",), police.police, ("step", ("reported", "receipted"))),
    Kind(K.POLICE_EVIDENCE, "", FILE, ("procedure",), police.police, ("step", ("reported", "receipted"))),
    Kind(
        K.POLICE_NO_CASE,
        "不立",
        PETITIONER,
        ("procedure",),
        police.police,
        ("step", ("not-filed", "not-filed-served")),
        typed=True,
    ),
    Kind(
        K.POLICE_TRANSFER,
        "移送",
        BODY,
        ("procedure",),
        police.police,
        ("step", ("not-ours", "transferred")),
        typed=True,
    ),
)
KINDS: dict[LetterKind, Kind] = {each.kind: each for each in _KINDS}
"""Every document by its name, in the order of the procedure."""
