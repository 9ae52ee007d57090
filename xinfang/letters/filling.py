"""A Word template and its fields → the document. Only here is docxtpl known.

Whatever stands in a field is text: it is escaped as it is put in, and a template is filled once, so that `{{`, `{%` or
`<w:p>` in a petition are just these characters. Templates come from the office itself and still run in jinja2's sandbox.
"""

from __future__ import annotations

import io
import re
from typing import Any

from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, UndefinedError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from ..core.clean import scrubbed
from ..core.errors import ExchangeFailed
from .material import Fields

NEW_PARAGRAPH = "\a"
"""docxtpl's sign for: the paragraph ends, the next one looks the same."""


def filled(template: bytes, fields: Fields, *, origin: str) -> bytes:
    """The document. origin: the template's file, for the message. Raises ExchangeFailed E508 naming file and field."""
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_text)
    document = _opened(template, origin)
    try:
        document.render(fields, jinja_env=environment)
        _let_go(document)
        page = io.BytesIO()
        document.save(page)
    except UndefinedError as fault:
        raise _broken(origin, f"没有“{_field(fault)}”这个字段", f"可用的字段: {'、'.join(fields)}") from fault
    except TemplateSyntaxError as fault:
        raise _broken(
            origin, f"字段或者语句写法有误（{_near(fault)}）", "字段写成 {{信访人}}，语句写成 {%p if … %}"
        ) from fault
    except Exception as fault:
        # An office may write anything into its template, and it can go wrong in any way.
        raise _broken(origin, f"不能填写（{fault}）") from fault
    return page.getvalue()


def _opened(template: bytes, origin: str) -> DocxTemplate:
    document = DocxTemplate(io.BytesIO(template))
    try:
        document.init_docx()
    except Exception as fault:
        # python-docx passes on whatever unzipping and reading run into.
        raise _broken(origin, "不是 Word 文件（.docx），或者内容已损坏") from fault
    return document


def _let_go(document: DocxTemplate) -> None:
    """Of the paragraphs that one field of several lines became, only the last is kept on a page with what follows.

    All have what the template's paragraph has, so that else pages of text would move to a new page with a signature.
    """
    properties, kept = qn("w:pPr"), qn("w:keepNext")
    for own in list(document.docx.element.body.iter(properties)):
        following = own.getparent().getnext()
        beside = following.find(properties) if following is not None else None
        if own.find(kept) is not None and beside is not None and own.xml == beside.xml:
            own.remove(own.find(kept))


def _text(value: Any) -> Any:
    """A field's value as it goes into the page: cleaned, escaped, each line a paragraph of its own."""
    if isinstance(value, Undefined | Markup):
        return value
    text = str(escape(scrubbed(str(value)))).replace("\n", NEW_PARAGRAPH)
    # docxtpl would take {_{ for its own spelling of {{.
    return Markup(text.replace("{_", "{&#95;").replace("_}", "&#95;}").replace("_%", "&#95;%").replace("%_", "%&#95;"))


def _broken(origin: str, why: str, remedy: str = "") -> ExchangeFailed:
    again = f"在 Word 中改正 {origin}；或移走它，改用自带的模板"
    return ExchangeFailed("E508", f"文书模板 {origin} 有错: {why}。", remedy=f"{remedy}。{again}" if remedy else again)


def _field(fault: UndefinedError) -> str:
    """The name that the template asks for: `'事项' is undefined`, `'dict object' has no attribute '内用'`."""
    names = re.findall(r"'([^']*)'", fault.message or "")
    return names[-1] if names else str(fault)


def _near(fault: TemplateSyntaxError) -> str:
    """What stands around the place, without the tags of the page."""
    nearby: Any = getattr(fault, "docx_context", ())
    words = " ".join(part.strip() for part in nearby if "{" in part)
    return (words or str(fault.message))[:120]
