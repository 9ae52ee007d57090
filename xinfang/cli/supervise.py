"""Supervise 督办: opened, answered, closed."""

from typing import Annotated

import typer

from ..core.errors import BadInput
from ..core.oversight import Situation, SupervisionStep
from ..workflows.acting.doing import do
from ..workflows.clock import parse_day
from .desk import answer, desk, show
from .options import AnswerFormat, By, Db, DocumentNumber, On, argument, flag, option


def command(
    number: Annotated[str, argument("[编号]", "信访件编号；用 --from-checks 时可不写，即 check 列出的全部")] = "",
    situation: Annotated[
        str, option("--situation", "情形", "；".join(f"{each.value} {each.label}" for each in Situation))
    ] = "",
    unit: Annotated[str, option("--unit", "单位", "督办哪个单位，默认现在承办的单位")] = "",
    text: Annotated[
        str,
        typer.Option(
            "--text", "--request", "--result", metavar="文字", help="督办要求、答复内容或者处理结果", show_default=False
        ),
    ] = "",
    facts: Annotated[str, option("--facts", "文字", "督办的事实")] = "",
    answer_by: Annotated[str, option("--answer-by", "日期", "要求答复的最后一天")] = "",
    leader: Annotated[str, option("--leader", "姓名", "批示督办的领导")] = "",
    answered: Annotated[bool, flag("--answered", "收到了答复")] = False,
    close: Annotated[bool, flag("--close", "督办办结")] = False,
    part: Annotated[int, option("--part", "N", "第几项督办；只有一项没办完的可不写")] = 0,
    despite: Annotated[str, option("--despite", "理由", "没有答复也要办结的理由")] = "",
    from_checks: Annotated[
        bool,
        flag(
            "--from-checks",
            "按 check 查出的情形各发一项督办；账上看不出的（如打击报复、答非所问），用 --situation 逐件发",
        ),
    ] = False,
    dry_run: Annotated[bool, flag("--dry-run", "只列出，不写入（配 --from-checks）")] = False,
    document: DocumentNumber = "",
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
        from ..workflows.acting.supervising import supervise_findings

        with desk(db, by) as d:
            found = supervise_findings(
                d,
                number,
                situation=asked,
                unit=unit,
                answer_by=parse_day(answer_by),
                leader=leader,
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
            leader=leader,
            text=text,
            facts=facts,
            despite=despite,
            document=document,
        )
        answer(done, fmt)
