"""Similar 相似件: the petitions of all people that a petition or a text is most like."""

from pathlib import Path
from typing import Annotated

from ..workflows.matters.similar import similar
from ..workflows.texts import text_from
from .desk import desk, show
from .options import AsOf, By, Db, Format, Limit, Output, Restricted, argument, option


def command(
    number: Annotated[str, argument("编号", "和哪一件相似")] = "",
    text: Annotated[str, option("--text", "文字", "和这段文字相似")] = "",
    text_file: Annotated[Path | None, option("--text-file", "文件", "从文件读文字，- 为标准输入")] = None,
    limit: Limit = None,
    as_of: AsOf = None,
    fmt: Format = None,
    output: Output = None,
    restricted: Restricted = False,
    by: By = None,
    db: Db = None,
) -> None:
    """Similar 相似件."""
    with desk(db, by) as d:
        said = text_from(text, text_file)
        show(similar(d, number, text=said, limit=limit, as_of=as_of, restricted=restricted), fmt, output)
