"""The article that a refusal cites: of the instrument in force when the petition was received.

The acts ask by name (`reply-limit`); the numbers stand in rules/book/<instrument>/articles.toml.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from ..core.errors import BadInput
from .instrument import load
from .pages import parsed
from .rulebook import BOOKS, book_on

ARTICLES_FILE = "articles.toml"


def cite(name: str, received_on: date) -> str:
    """Instrument and article, such as 《信访工作条例》第三十四条.

    What the older instrument does not know is cited from the newest. Raises KeyError for a name that no book has.
    """
    book = _book(received_on)
    if name not in articles(book):
        book = BOOKS[-1]
    return f"{load(book).title}{articles(book)[name]}"


def knows(name: str, received_on: date) -> bool:
    """Whether the instrument of that day has it: categories and routes came in 2022, as did the objection."""
    return name in articles(_book(received_on))


@cache
def articles(book: str) -> Mapping[str, str]:
    """The articles of one instrument by name."""
    return read_articles(Path(__file__).with_name("book") / book)


def read_articles(folder: Path) -> Mapping[str, str]:
    """The articles in that folder's file. Raises BadInput E112 where it is not one table of names and texts."""
    file = folder / ARTICLES_FILE
    page = parsed(file.read_text(encoding="utf-8"))
    table = page.get("articles")
    if set(page) != {"articles"} or not isinstance(table, dict) or not all(isinstance(v, str) for v in table.values()):
        raise BadInput(
            "E112", f"{folder.name}/{ARTICLES_FILE}: 应只有一张 [articles] 表，名称 = 条文。", remedy="改正规则书文件"
        )
    return table


def _book(received_on: date) -> str:
    return book_on(received_on) or BOOKS[0]
