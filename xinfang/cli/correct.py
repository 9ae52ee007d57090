"""Correct 更正: only the options given are changed."""

from typing import Annotated

import typer

from ..workflows.correcting import CORRECTABLE, correct
from .options import AcceptId, AnswerFormat, By, Db, Number, On, answer, desk

Text = str | None


def command(
    number: Number,
    reason: Annotated[str, typer.Option("--reason", metavar="原因", help="为什么更正", show_default=False)] = "",
    channel: Annotated[Text, typer.Option("--channel", metavar="渠道", help="信访渠道", show_default=False)] = None,
    name: Annotated[Text, typer.Option("--name", metavar="姓名", help="第一名信访人的姓名", show_default=False)] = None,
    address: Annotated[Text, typer.Option("--address", metavar="住址", help="住址", show_default=False)] = None,
    id_number: Annotated[Text, typer.Option("--id-number", metavar="号码", help="证件号码", show_default=False)] = None,
    phone: Annotated[Text, typer.Option("--phone", metavar="号码", help="联系电话", show_default=False)] = None,
    person: Annotated[Text, typer.Option("--person", metavar="类型", help="信访人类型", show_default=False)] = None,
    title: Annotated[Text, typer.Option("--title", metavar="标题", help="标题", show_default=False)] = None,
    content: Annotated[Text, typer.Option("--content", metavar="内容", help="内容", show_default=False)] = None,
    received: Annotated[Text, typer.Option("--received", metavar="日期", help="收到日", show_default=False)] = None,
    source: Annotated[
        Text, typer.Option("--source", metavar="来源", help="direct、forwarded、assigned", show_default=False)
    ] = None,
    from_unit: Annotated[Text, typer.Option("--from", metavar="单位", help="来自单位", show_default=False)] = None,
    source_number: Annotated[
        Text, typer.Option("--source-number", metavar="文号", help="来文文号", show_default=False)
    ] = None,
    report_by: Annotated[
        Text, typer.Option("--report-by", metavar="日期", help="交办单位要求反馈的最后一天", show_default=False)
    ] = None,
    respondent: Annotated[
        Text, typer.Option("--respondent", metavar="名称", help="被反映的单位或人员", show_default=False)
    ] = None,
    respondent_unit: Annotated[
        Text, typer.Option("--respondent-unit", metavar="单位", help="被反映人所在单位", show_default=False)
    ] = None,
    demand: Annotated[Text, typer.Option("--demand", metavar="请求", help="请求", show_default=False)] = None,
    facts: Annotated[Text, typer.Option("--facts", metavar="事实", help="事实", show_default=False)] = None,
    reasons: Annotated[Text, typer.Option("--reasons", metavar="理由", help="理由", show_default=False)] = None,
    purpose: Annotated[Text, typer.Option("--purpose", metavar="目的", help="信访目的", show_default=False)] = None,
    occurred: Annotated[Text, typer.Option("--occurred", metavar="日期", help="问题发生日", show_default=False)] = None,
    region: Annotated[Text, typer.Option("--region", metavar="属地", help="问题属地", show_default=False)] = None,
    prior_process: Annotated[
        Text, typer.Option("--prior-process", metavar="文字", help="已经走过的程序", show_default=False)
    ] = None,
    competent_unit: Annotated[
        Text, typer.Option("--competent-unit", metavar="机关", help="有权处理的机关", show_default=False)
    ] = None,
    repeat_of: Annotated[
        Text, typer.Option("--repeat-of", metavar="编号", help="是哪一件的重复", show_default=False)
    ] = None,
    police_case: Annotated[
        Text, typer.Option("--police-case", metavar="编号", help="案件编号", show_default=False)
    ] = None,
    hotline_ticket: Annotated[
        Text, typer.Option("--hotline-ticket", metavar="编号", help="12345工单号", show_default=False)
    ] = None,
    national_number: Annotated[
        Text, typer.Option("--national-number", metavar="编号", help="国家信访系统编号", show_default=False)
    ] = None,
    headcount: Annotated[
        int | None, typer.Option("--headcount", metavar="人数", help="信访人数", show_default=False)
    ] = None,
    involved: Annotated[
        int | None, typer.Option("--involved", metavar="人数", help="涉及人数", show_default=False)
    ] = None,
    anonymous: Annotated[
        bool | None, typer.Option("--anonymous/--not-anonymous", help="是否匿名", show_default=False)
    ] = None,
    address_unclear: Annotated[
        bool | None,
        typer.Option("--address-unclear/--address-clear", help="姓名（名称）、住址是否不清", show_default=False),
    ] = None,
    confidential: Annotated[
        bool | None, typer.Option("--confidential/--not-confidential", help="是否要求保密", show_default=False)
    ] = None,
    joint_letter: Annotated[
        bool | None, typer.Option("--joint-letter/--not-joint-letter", help="是否联名", show_default=False)
    ] = None,
    level_skipping: Annotated[
        bool | None, typer.Option("--level-skipping/--not-level-skipping", help="是否越级", show_default=False)
    ] = None,
    litigation: Annotated[
        bool | None, typer.Option("--litigation/--not-litigation", help="是否涉及诉讼权利救济", show_default=False)
    ] = None,
    urgent: Annotated[
        bool | None, typer.Option("--urgent/--not-urgent", help="是否重大、紧急", show_default=False)
    ] = None,
    first_unit: Annotated[Text, typer.Option("--first-unit", hidden=True)] = None,
    first_officer: Annotated[Text, typer.Option("--first-officer", hidden=True)] = None,
    accept_id: AcceptId = False,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Mend the registration."""
    # The options carry the names of the form's fields; None: not to be changed.
    offered = {name: value for name, value in locals().items() if name in CORRECTABLE}
    given = {name: value for name, value in offered.items() if value is not None}
    with desk(db, by) as d:
        answer(correct(d, number, given, reason=reason, accept_id=accept_id, on=on), fmt)
