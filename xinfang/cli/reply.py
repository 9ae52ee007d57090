"""Reply 答复."""

from pathlib import Path
from typing import Annotated

import typer

from ..core import clean
from ..core.terms import Outcome
from ..workflows.acting import do
from ..workflows.clock import parse_day
from ..workflows.texts import text_from
from .options import AnswerFormat, By, Db, Document_, Found, Number, On, answer, desk


def command(
    number: Number,
    outcome: Annotated[
        str,
        typer.Option(
            "--outcome",
            metavar="意见",
            help="support 支持、partly 部分支持、explain 解释说明、refuse 不予支持；建议类 adopt、partly-adopt、not-adopt",
            show_default=False,
        ),
    ] = "",
    content: Annotated[str, typer.Option("--content", metavar="文字", help="答复内容", show_default=False)] = "",
    content_file: Annotated[
        Path | None,
        typer.Option("--content-file", metavar="文件", help="从文件读答复内容，- 为标准输入", show_default=False),
    ] = None,
    basis: Annotated[str, typer.Option("--basis", metavar="法规", help="法律法规依据", show_default=False)] = "",
    found: Found = "",
    document: Document_ = "",
    unit: Annotated[
        str,
        typer.Option(
            "--unit",
            metavar="单位",
            help="以哪个单位自己的名义答复，默认本机关；申请复查向它的上一级提出",
            show_default=False,
        ),
    ] = "",
    perform_by: Annotated[
        str | None,
        typer.Option("--perform-by", metavar="日期", help="支持的请求应在哪天以前执行", show_default=False),
    ] = None,
    demand: Annotated[
        int, typer.Option("--demand", metavar="号数", min=0, help="答复几项诉求中的哪一项", show_default=False)
    ] = 0,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Reply 答复."""
    opinion = Outcome.parse(outcome, what="处理意见") if outcome else None
    text = clean.paragraph(text_from(content, content_file), what="答复内容")
    with desk(db, by) as d:
        done = do(
            d,
            "reply",
            number,
            on=on,
            outcome=opinion,
            text=text,
            basis=basis,
            document=document,
            unit=unit,
            perform_by=parse_day(perform_by),
            demand=demand,
            found=clean.paragraph(found, what="认定的事实"),
        )
        answer(done, fmt)
