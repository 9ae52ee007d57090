"""Hear 听证: notice, beginning, end."""

from typing import Annotated

from ..core.remedies import HearingStage
from ..workflows.acting.doing import do
from ..workflows.clock import parse_day
from .desk import answer, desk
from .options import AnswerFormat, By, Db, DocumentNumber, Number, On, argument, option


def command(
    number: Number,
    stage: Annotated[str, argument("阶段", "convene 通知、start 开始、finish 结束")],
    held_on: Annotated[str | None, option("--for", "日期", "通知在哪一天举行")] = None,
    place: Annotated[str, option("--place", "地点", "听证地点")] = "",
    chair: Annotated[str, option("--chair", "姓名", "主持人")] = "",
    participant: Annotated[list[str] | None, option("--participant", "姓名", "参加人，可写多次")] = None,
    at: Annotated[str, option("--time", "时间", "几时到几时")] = "",
    recorder: Annotated[str, option("--recorder", "姓名", "记录人")] = "",
    debate: Annotated[str, option("--debate", "文字", "质询、辩论的情况")] = "",
    deliberation: Annotated[str, option("--deliberation", "文字", "评议、合议的情况")] = "",
    conclusion: Annotated[str, option("--conclusion", "结论", "听证结论")] = "",
    document: DocumentNumber = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Hear 听证: notice, beginning, end."""
    step = HearingStage.parse(stage, what="听证的阶段")
    details = {"held_on": parse_day(held_on), "place": place, "chair": chair, "conclusion": conclusion}
    record = {"at": at, "recorder": recorder, "debate": debate, "deliberation": deliberation}
    with desk(db, by) as d:
        answer(
            do(
                d,
                "hear",
                number,
                on=on,
                stage=step,
                participants=tuple(participant or ()),
                document=document,
                **details,
                **record,
            ),
            fmt,
        )
