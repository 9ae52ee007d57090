"""附件: what is too wide for an upright page stands behind the signature, as official papers have it (GB/T 9704 7.3.4, 7.3.7).

So no page is left half empty where the next table lies, and no paper is turned to and fro while it is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .official_page import HEITI, LINE, face, lines, paragraph, style

STYLES = style(
    "Fujianhao", "附件", f"<w:keepNext/><w:keepLines/><w:pageBreakBefore/>{lines(LINE)}", face(HEITI, 32)
) + style("Fujianming", "附件名称", f'{lines(LINE)}<w:ind w:leftChars="500" w:left="1600"/>')
"""The number of an annex begins a page, at the edge; names below the first stand under it."""


def listed(names: Sequence[str]) -> Iterator[str]:
    """The paragraphs above the signature that say which there are, together with it on one page."""
    for place, name in enumerate(names):
        first, number = place == 0, f"{place + 1}．" if len(names) > 1 else ""
        text = f"{'附件：' * first}{number}{name}"
        yield paragraph(text, "Zhengwen" if first else "Fujianming", keep=True, before=LINE if first else 0)


def headed(number: int, of: int, name: str) -> list[str]:
    """What stands above an annex: its number in the first line, its name in the third."""
    return [paragraph(f"附件{number if of > 1 else ''}", "Fujianhao"), paragraph(name, "Biaoti", before=LINE)]
