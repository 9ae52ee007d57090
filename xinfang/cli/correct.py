"""Correct 更正: only the options given are changed."""

from typing import Annotated

import typer

from ..workflows.reception.correcting import CORRECTABLE, correct
from .desk import answer, desk
from .options import AcceptId, AnswerFormat, By, Db, Number, On, flag, option

Text = str | None


def command(
    number: Number,
    reason: Annotated[str, option("--reason", "原因", "为什么更正")] = "",
    channel: Annotated[Text, option("--channel", "渠道", "信访渠道")] = None,
    name: Annotated[Text, option("--name", "姓名", "第一名信访人的姓名")] = None,
    address: Annotated[Text, option("--address", "住址", "住址")] = None,
    id_number: Annotated[Text, option("--id-number", "号码", "证件号码")] = None,
    phone: Annotated[Text, option("--phone", "号码", "联系电话")] = None,
    person: Annotated[Text, option("--person", "类型", "信访人类型")] = None,
    title: Annotated[Text, option("--title", "标题", "标题")] = None,
    content: Annotated[Text, option("--content", "内容", "内容")] = None,
    received: Annotated[Text, option("--received", "日期", "收到日")] = None,
    source: Annotated[Text, option("--source", "来源", "direct、forwarded、assigned")] = None,
    from_unit: Annotated[Text, option("--from", "单位", "来自单位")] = None,
    source_number: Annotated[Text, option("--source-number", "文号", "来文文号")] = None,
    report_by: Annotated[Text, option("--report-by", "日期", "交办单位要求反馈的最后一天")] = None,
    respondent: Annotated[Text, option("--respondent", "名称", "被反映的单位或人员")] = None,
    respondent_unit: Annotated[Text, option("--respondent-unit", "单位", "被反映人所在单位")] = None,
    demand: Annotated[Text, option("--demand", "请求", "请求")] = None,
    facts: Annotated[Text, option("--facts", "事实", "事实")] = None,
    reasons: Annotated[Text, option("--reasons", "理由", "理由")] = None,
    purpose: Annotated[Text, option("--purpose", "目的", "信访目的")] = None,
    occurred: Annotated[Text, option("--occurred", "日期", "问题发生日")] = None,
    region: Annotated[Text, option("--region", "属地", "问题属地")] = None,
    prior_process: Annotated[Text, option("--prior-process", "文字", "已经走过的程序")] = None,
    competent_unit: Annotated[Text, option("--competent-unit", "机关", "有权处理的机关")] = None,
    repeat_of: Annotated[Text, option("--repeat-of", "编号", "是哪一件的重复")] = None,
    police_case: Annotated[Text, option("--police-case", "编号", "案件编号")] = None,
    hotline_ticket: Annotated[Text, option("--hotline-ticket", "编号", "12345工单号")] = None,
    national_number: Annotated[Text, option("--national-number", "编号", "国家信访系统编号")] = None,
    headcount: Annotated[int | None, option("--headcount", "人数", "信访人数")] = None,
    involved: Annotated[int | None, option("--involved", "人数", "涉及人数")] = None,
    anonymous: Annotated[bool | None, flag("--anonymous/--not-anonymous", "是否匿名")] = None,
    address_unclear: Annotated[
        bool | None, flag("--address-unclear/--address-clear", "姓名（名称）、住址是否不清")
    ] = None,
    confidential: Annotated[bool | None, flag("--confidential/--not-confidential", "是否要求保密")] = None,
    joint_letter: Annotated[bool | None, flag("--joint-letter/--not-joint-letter", "是否联名")] = None,
    level_skipping: Annotated[bool | None, flag("--level-skipping/--not-level-skipping", "是否越级")] = None,
    litigation: Annotated[bool | None, flag("--litigation/--not-litigation", "是否涉及诉讼权利救济")] = None,
    urgent: Annotated[bool | None, flag("--urgent/--not-urgent", "是否重大、紧急")] = None,
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
