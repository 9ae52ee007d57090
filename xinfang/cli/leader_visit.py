"""Leader-visit 领导接访: a leader met the petitioner."""

from typing import Annotated

from ..core.oversight import LeaderMeeting
from ..workflows.acting.doing import do
from .desk import answer, desk
from .options import AnswerFormat, By, Db, Number, On, option


def command(
    number: Number,
    leader: Annotated[str, option("--leader", "姓名", "哪位领导")],
    form: Annotated[
        str, option("--form", "形式", "reception 接访、appointment 约访、down-visit 下访；默认接访")
    ] = LeaderMeeting.RECEPTION.value,
    post: Annotated[str, option("--post", "职务", "职务")] = "",
    place: Annotated[str, option("--place", "地点", "地点")] = "",
    result: Annotated[str, option("--result", "结果", "答复、批示或者约定")] = "",
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
            leader=leader,
            post=post,
            place=place,
            result=result,
        )
        answer(done, fmt)
