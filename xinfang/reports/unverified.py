"""What a report leaves out because nobody can know the day: said, or its figures would look whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..core.table import Document

TO_LOAD = "导入节假日安排: xinfang calendar import 文件。"


def told(document: Document, missing: Mapping[int, int]) -> Document:
    """The document, which says first as of which day it is, with how many duties it does not hold. missing: by the year whose plan of days off is missing."""
    count = sum(missing.values())
    document = document._replace(data={**document.data, "unverified": count})
    if not count:
        return document
    said = f"另有 {count} 项期限的届满日未核（{_plans(missing)}），应办、按期、超期都没有计入。"
    first, *others = document.lines
    return document._replace(lines=(first, said, *others), hints=(*document.hints, TO_LOAD))


def left_out(missing: Mapping[int, int]) -> Iterator[str]:
    """The sentence below a list of what is overdue: what may be too."""
    if missing:
        yield f"另有 {sum(missing.values())} 项期满日已过，法定届满日未核（{_plans(missing)}），不在其内。"


def _plans(missing: Mapping[int, int]) -> str:
    return f"缺{'、'.join(f'{year}年' for year in missing)}节假日安排"
