"""The parts of a Word file around its document, and the file: the same bytes for the same parts."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from .official_page import FANGSONG, FONTS, HEAD, RELATIONS, SPACE, face

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OOXML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ChartPart(NamedTuple):
    """A chart as Word draws it, and the workbook that opens when somebody edits its numbers."""

    part: str
    workbook: bytes


def package(document: Iterable[str], *, title: str, styles: str, charts: Sequence[ChartPart] = ()) -> bytes:
    """The file. styles: made with official_page.style, those of the footers among them."""
    footers = [_footer("Danye"), _footer("Shuangye")]
    numbered = {f"footer{place}.xml": part for place, part in enumerate(footers, start=1)}
    drawn = {f"charts/chart{place}.xml": chart.part for place, chart in enumerate(charts, start=1)}
    parts: dict[str, str | Iterable[str]] = {
        "[Content_Types].xml": _content_types(len(footers), len(charts)),
        "_rels/.rels": _relations(
            ("officeDocument", RELATIONS, "word/document.xml"),
            ("metadata/core-properties", f"{PACKAGE}/relationships", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core_properties(title),
        "word/document.xml": document,
        "word/styles.xml": _styles(styles),
        "word/fontTable.xml": _font_table(styles),
        "word/settings.xml": _settings(),
        **{f"word/{name}": part for name, part in (numbered | drawn).items()},
        "word/_rels/document.xml.rels": _relations(
            *((name, RELATIONS, f"{name}.xml") for name in ("styles", "fontTable", "settings")),
            *(("footer", RELATIONS, name) for name in numbered),
            *(("chart", RELATIONS, name) for name in drawn),
        ),
    }
    pieces = {name: (part,) if isinstance(part, str) else part for name, part in parts.items()}
    return _zipped({name: map(str.encode, part) for name, part in pieces.items()} | _workbooks(charts))


def _workbooks(charts: Sequence[ChartPart]) -> dict[str, Iterable[bytes]]:
    """The workbook of each chart, and the part that says which chart it is of."""
    found: dict[str, Iterable[bytes]] = {}
    for place, chart in enumerate(charts, start=1):
        relation = _relations(("package", RELATIONS, f"../embeddings/chart{place}.xlsx"))
        found[f"word/charts/_rels/chart{place}.xml.rels"] = (relation.encode(),)
        found[f"word/embeddings/chart{place}.xlsx"] = (chart.workbook,)
    return found


def _zipped(parts: dict[str, Iterable[bytes]]) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in parts.items():
            # A fixed moment: the same text gives the same file.
            part = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = ZIP_DEFLATED
            with archive.open(part, "w") as written:
                written.writelines(content)
    return file.getvalue()


def _footer(style: str) -> str:
    """A footer with the number of the page: — 1 —."""
    return (
        f'{HEAD}<w:ftr xmlns:w="{SPACE}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    )


def _relations(*targets: tuple[str, str, str]) -> str:
    """A .rels part."""
    inside = "".join(
        f'<Relationship Id="rId{place}" Type="{space}/{kind}" Target="{target}"/>'
        for place, (kind, space, target) in enumerate(targets, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def _core_properties(title: str) -> str:
    """docProps/core.xml: nobody's name and no moment."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def _font_table(styles: str) -> str:
    """word/fontTable.xml: what stands in for a typeface of these styles that a machine does not have."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/><w:family w:val="{family}"/>'
        '<w:pitch w:val="default"/></w:font>'
        for name, (others, family) in FONTS.items()
        if name in styles or name == FANGSONG
    )
    return f'{HEAD}<w:fonts xmlns:w="{SPACE}">{fonts}</w:fonts>'


def _styles(styles: str) -> str:
    """word/styles.xml: over 仿宋 三号, its Chinese Chinese; numbers are not broken where they are not."""
    return (
        f'{HEAD}<w:styles xmlns:w="{SPACE}"><w:docDefaults><w:rPrDefault><w:rPr>{face(FANGSONG, 32)}'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        f"{styles}</w:styles>"
    )


def _settings() -> str:
    """word/settings.xml. The second footer is for even pages."""
    return (
        f'{HEAD}<w:settings xmlns:w="{SPACE}"><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:compat><w:useFELayout/><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/></w:settings>'
    )


def _content_types(footers: int, charts: int) -> str:
    """[Content_Types].xml."""
    kinds = {
        "word/document": f"{_OOXML}.document.main+xml",
        **{f"word/{name}": f"{_OOXML}.{name}+xml" for name in ("styles", "fontTable", "settings")},
        **{f"word/footer{place}": f"{_OOXML}.footer+xml" for place in range(1, footers + 1)},
        "docProps/core": "application/vnd.openxmlformats-package.core-properties+xml",
        **{f"word/charts/chart{place}": _CHART for place in range(1, charts + 1)},
    }
    overrides = "".join(f'<Override PartName="/{name}.xml" ContentType="{kind}"/>' for name, kind in kinds.items())
    workbooks = f'<Default Extension="xlsx" ContentType="{_WORKBOOK}"/>' if charts else ""
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{workbooks}{overrides}</Types>'
    )
