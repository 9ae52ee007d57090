"""Letter 文书: make a document, list them, copy the templates out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .desk import desk, say, show
from .options import READABLE, AnswerFormat, By, Db, On, argument, flag, option, spare_ledgers


def command(
    number: Annotated[str, argument("编号", "信访件编号；不写则列出各种文书")] = "",
    kinds: Annotated[list[str] | None, argument("文书", "名称，可以几个一起写；不写则列出各种文书和已制作的")] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="文件",
            help="写入的文件或文件夹；默认当前文件夹，以编号、名称、文号命名",
            readable=READABLE,
            callback=spare_ledgers,
        ),
    ] = None,
    document: Annotated[str, option("--document", "文号", "文号；默认用办理时写的，没有则接着编")] = "",
    part: Annotated[int, option("--part", "N", "第几项督办、建议或者诉求；默认最后一项")] = 0,
    again: Annotated[bool, flag("--again", "重做已经制作的文书，文号不变")] = False,
    force: Annotated[bool, flag("--force", "覆盖同名的文件")] = False,
    templates: Annotated[
        Path | None,
        option(
            "--templates",
            "文件夹",
            "把模板复制到这个文件夹，用 Word 修改；台账旁边“文书模板”文件夹（或环境变量 XINFANG_TEMPLATES 所指）里的模板代替自带的",
        ),
    ] = None,
    restricted: Annotated[bool, flag("--restricted", "限知件，由可以查看的人员制作")] = False,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Make documents, or list what can be made, or copy the templates."""
    from ..render.files import write_file
    from ..workflows.writing.kinds import kinds_of
    from ..workflows.writing.letters import Wanted, make_all
    from ..workflows.writing.templates import copy_out

    with desk(db, by) as d:
        if templates is not None:
            say(*copy_out(d, templates, force=force, save=write_file))
            return
        if not kinds:
            show(kinds_of(d, number, restricted=restricted), None if fmt == "text" else fmt, None)
            return
        wanted = Wanted(
            output=output, on=on, part=part, document=document, again=again, force=force, restricted=restricted
        )
        made = make_all(d, number, kinds, wanted, save=write_file)
    if fmt == "json":
        show(made, "json", None)
    else:
        say(*made.lines)
