"""Supervise 督办: opened, answered, closed."""

from typing import Annotated

import typer

from ..core import clean
from ..core.errors import BadInput
from ..core.oversight import Situation, SupervisionStep
from ..workflows.acting import do
from ..workflows.clock import parse_day
from .options import AnswerFormat, By, Db, Document_, On, answer, desk, show


def command(
    number: Annotated[
        str,
        typer.Argument(
            metavar="[编号]", help="信访件编号；用 --from-checks 时可不写，即 check 列出的全部", show_default=False
        ),
    ] = "",
    situation: Annotated[
        str,
        typer.Option(
            "--situation",
            metavar="情形",
            help="；".join(f"{each.value} {each.label}" for each in Situation),
            show_default=False,
        ),
    ] = "",
    unit: Annotated[
        str, typer.Option("--unit", metavar="单位", help="督办哪个单位，默认现在承办的单位", show_default=False)
    ] = "",
    text: Annotated[
        str,
        typer.Option(
            "--text", "--request", "--result", metavar="文字", help="督办要求、答复内容或者处理结果", show_default=False
        ),
    ] = "",
    facts: Annotated[str, typer.Option("--facts", metavar="文字", help="督办的事实", show_default=False)] = "",
    answer_by: Annotated[
        str, typer.Option("--answer-by", metavar="日期", help="要求答复的最后一天", show_default=False)
    ] = "",
    leader: Annotated[str, typer.Option("--leader", metavar="姓名", help="批示督办的领导", show_default=False)] = "",
    answered: Annotated[bool, typer.Option("--answered", help="收到了答复", show_default=False)] = False,
    close: Annotated[bool, typer.Option("--close", help="督办办结", show_default=False)] = False,
    part: Annotated[
        int, typer.Option("--part", metavar="N", help="第几项督办；只有一项没办完的可不写", show_default=False)
    ] = 0,
    despite: Annotated[
        str, typer.Option("--despite", metavar="理由", help="没有答复也要办结的理由", show_default=False)
    ] = "",
    from_checks: Annotated[
        bool,
        typer.Option(
            "--from-checks",
            help="按 check 查出的情形各发一项督办；账上看不出的（如打击报复、答非所问），用 --situation 逐件发",
            show_default=False,
        ),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="只列出，不写入（配 --from-checks）", show_default=False)
    ] = False,
    document: Document_ = "",
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Supervise 督办: opened, answered, closed."""
    if answered and close:
        raise BadInput("E101", "--answered 和 --close 不能同时写。", remedy="先记答复，再记办结")
    asked = Situation.parse(situation, what="督办情形") if situation else None
    if from_checks:
        from ..workflows.supervising import supervise_findings

        with desk(db, by) as d:
            found = supervise_findings(
                d,
                number,
                situation=asked,
                unit=unit,
                answer_by=parse_day(answer_by),
                leader=clean.line(leader, what="批示领导"),
                dry_run=dry_run,
                on=on,
            )
            show(found, "json" if fmt == "json" else None, None)
        return
    if not number:
        raise BadInput(
            "E105",
            "缺少“编号”。",
            remedy="xinfang supervise 编号 …；按检查结果督办: xinfang supervise --from-checks --answer-by 日期",
        )
    step = SupervisionStep.ANSWERED if answered else SupervisionStep.CLOSED if close else SupervisionStep.OPENED
    with desk(db, by) as d:
        done = do(
            d,
            "supervise",
            number,
            on=on,
            supervision=step,
            part=part,
            situation=asked,
            unit=unit,
            answer_by=parse_day(answer_by),
            leader=clean.line(leader, what="批示领导"),
            text=clean.paragraph(text, what="督办内容"),
            facts=clean.paragraph(facts, what="督办的事实"),
            despite=clean.line(despite, what="理由"),
            document=document,
        )
        answer(done, fmt)
