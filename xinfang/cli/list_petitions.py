"""List 信访件 by filter."""

from typing import Annotated

import typer

from ..workflows import lists
from .options import AsOf, By, Db, Format, Limit, Output, Reveal, UnitFilter, desk, for_people, show


def command(
    state: Annotated[str, typer.Option("--state", metavar="现状", help="如 accepted 已受理", show_default=False)] = "",
    open_only: Annotated[bool, typer.Option("--open", help="只看未办结的", show_default=False)] = False,
    unit: UnitFilter = "",
    officer: Annotated[str, typer.Option("--officer", metavar="姓名", help="经办人", show_default=False)] = "",
    channel: Annotated[str, typer.Option("--channel", metavar="渠道", help="信访渠道", show_default=False)] = "",
    category: Annotated[str, typer.Option("--category", metavar="类别", help="三大类", show_default=False)] = "",
    code: Annotated[str, typer.Option("--code", metavar="分类", help="内容分类及其下级", show_default=False)] = "",
    since: Annotated[str | None, typer.Option("--from", metavar="日期", help="收到日起", show_default=False)] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="日期", help="收到日止", show_default=False)] = None,
    sort: Annotated[
        str, typer.Option("--sort", metavar="顺序", help="number、received、state、unit；编号新的在前")
    ] = "number",
    limit: Limit = None,
    as_of: AsOf = None,
    fmt: Format = None,
    output: Output = None,
    reveal: Reveal = False,
    by: By = None,
    db: Db = None,
) -> None:
    """Petitions that pass every filter given."""
    with desk(db, by) as d:
        table = lists.listed(
            d,
            state=state,
            open_only=open_only,
            unit=unit,
            officer=officer,
            channel=channel,
            category=category,
            code=code,
            since=since,
            until=until,
            sort=sort,
            limit=for_people(limit, fmt, output),
            as_of=as_of,
            reveal=reveal,
        )
        show(table, fmt, output)
