"""Leader-visit 领导接访: a leader met the petitioner."""

from typing import Annotated

import typer

from ..core import clean
from ..core.oversight import LeaderMeeting
from ..workflows.acting import do
from .options import AnswerFormat, By, Db, Number, On, answer, desk


def command(
    number: Number,
    leader: Annotated[str, typer.Option("--leader", metavar="姓名", help="哪位领导", show_default=False)],
    form: Annotated[
        str,
        typer.Option(
            "--form",
            metavar="形式",
            help="reception 接访、appointment 约访、down-visit 下访；默认接访",
            show_default=False,
        ),
    ] = LeaderMeeting.RECEPTION.value,
    post: Annotated[str, typer.Option("--post", metavar="职务", help="职务", show_default=False)] = "",
    place: Annotated[str, typer.Option("--place", metavar="地点", help="地点", show_default=False)] = "",
    result: Annotated[
        str, typer.Option("--result", metavar="结果", help="答复、批示或者约定", show_default=False)
    ] = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Leader-visit 领导接访: a leader met the petitioner."""
    meeting = LeaderMeeting.parse(form, what="接访形式")
    with desk(db, by) as d:
        done = do(
            d,
            "leader-visit",
            number,
            on=on,
            meeting=meeting,
            leader=clean.line(leader, what="领导"),
            post=clean.line(post, what="职务"),
            place=clean.line(place, what="地点"),
            result=clean.paragraph(result, what="结果"),
        )
        answer(done, fmt)
