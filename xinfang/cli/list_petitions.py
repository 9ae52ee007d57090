"""List 信访件 by filter."""

from typing import Annotated

import typer

from ..workflows.asking import lists
from .desk import desk, for_people, show
from .options import AsOf, By, Db, Format, Limit, Output, Reveal, UnitFilter, flag, option


def command(
    state: Annotated[str, option("--state", "现状", "如 accepted 已受理", empty=False)] = "",
    open_only: Annotated[bool, flag("--open", "只看未办结的")] = False,
    unit: UnitFilter = "",
    officer: Annotated[str, option("--officer", "姓名", "经办人", empty=False)] = "",
    channel: Annotated[str, option("--channel", "渠道", "信访渠道", empty=False)] = "",
    category: Annotated[str, option("--category", "类别", "三大类", empty=False)] = "",
    code: Annotated[str, option("--code", "分类", "内容分类及其下级", empty=False)] = "",
    since: Annotated[str | None, option("--from", "日期", "收到日起", empty=False)] = None,
    until: Annotated[str | None, option("--to", "日期", "收到日止", empty=False)] = None,
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
