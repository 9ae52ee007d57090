"""Register 登记: with options or JSON it never asks; in a terminal without options it asks field by field."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..workflows import registering
from ..workflows.form import Form, form_of_json
from ..workflows.texts import stdin_text, text_from
from .options import AcceptId, AnswerFormat, By, Db, On, answer, desk


def command(
    channel: Annotated[
        str,
        typer.Option(
            "--channel", metavar="渠道", help="letter 来信、visit 来访、web 网上、phone 电话 等", show_default=False
        ),
    ] = "",
    name: Annotated[str, typer.Option("--name", metavar="姓名", help="信访人姓名（名称）", show_default=False)] = "",
    address: Annotated[str, typer.Option("--address", metavar="住址", help="住址", show_default=False)] = "",
    title: Annotated[str, typer.Option("--title", metavar="标题", help="一句话", show_default=False)] = "",
    content: Annotated[
        str, typer.Option("--content", metavar="内容", help="请求、事实、理由", show_default=False)
    ] = "",
    content_file: Annotated[
        Path | None,
        typer.Option("--content-file", metavar="文件", help="从文件读内容，- 为标准输入", show_default=False),
    ] = None,
    id_number: Annotated[
        str, typer.Option("--id-number", metavar="号码", help="身份证件号码", show_default=False)
    ] = "",
    accept_id: AcceptId = False,
    phone: Annotated[str, typer.Option("--phone", metavar="号码", help="联系电话", show_default=False)] = "",
    person: Annotated[
        str,
        typer.Option(
            "--person",
            metavar="类型",
            help="person 个人、legal 法人、body 其他组织、foreign 外国人",
            show_default=False,
        ),
    ] = "",
    also: Annotated[
        list[str] | None, typer.Option("--also", metavar="姓名", help="另一名信访人，可写多次", show_default=False)
    ] = None,
    representative: Annotated[
        list[str] | None,
        typer.Option("--representative", metavar="姓名", help="代表，至多5名，可写多次", show_default=False),
    ] = None,
    headcount: Annotated[
        int | None, typer.Option("--headcount", metavar="人数", help="来访或署名人数", show_default=False)
    ] = None,
    involved: Annotated[
        int | None, typer.Option("--involved", metavar="人数", help="涉及人数", show_default=False)
    ] = None,
    received: Annotated[
        str, typer.Option("--received", metavar="日期", help="收到日，默认同登记日", show_default=False)
    ] = "",
    source: Annotated[
        str,
        typer.Option(
            "--source", metavar="来源", help="direct 直接提出、forwarded 转送、assigned 交办", show_default=False
        ),
    ] = "",
    from_unit: Annotated[
        str, typer.Option("--from", metavar="单位", help="哪个单位转送、交办来的", show_default=False)
    ] = "",
    source_number: Annotated[
        str, typer.Option("--source-number", metavar="文号", help="来文文号", show_default=False)
    ] = "",
    report_by: Annotated[
        str, typer.Option("--report-by", metavar="日期", help="交办单位要求反馈的最后一天", show_default=False)
    ] = "",
    respondent: Annotated[
        str, typer.Option("--respondent", metavar="名称", help="被反映的单位或人员", show_default=False)
    ] = "",
    respondent_unit: Annotated[
        str,
        typer.Option(
            "--respondent-unit",
            metavar="单位",
            help="被反映人所在单位，已查明的；被反映的就是台账上的单位的不用写",
            show_default=False,
        ),
    ] = "",
    category: Annotated[
        str,
        typer.Option(
            "--category",
            metavar="类别",
            help="已能认定的，登记时一并分类；accusation 检举控告即时限知",
            show_default=False,
        ),
    ] = "",
    route: Annotated[
        int | None, typer.Option("--route", metavar="1-6", help="申诉求决的办理途径", show_default=False)
    ] = None,
    demand: Annotated[str, typer.Option("--demand", metavar="请求", help="请求，单列", show_default=False)] = "",
    facts: Annotated[str, typer.Option("--facts", metavar="事实", help="事实，单列", show_default=False)] = "",
    reasons: Annotated[str, typer.Option("--reasons", metavar="理由", help="理由，单列", show_default=False)] = "",
    purpose: Annotated[str, typer.Option("--purpose", metavar="目的", help="信访目的", show_default=False)] = "",
    occurred: Annotated[str, typer.Option("--occurred", metavar="日期", help="问题发生日", show_default=False)] = "",
    region: Annotated[str, typer.Option("--region", metavar="属地", help="问题属地", show_default=False)] = "",
    prior_process: Annotated[
        str, typer.Option("--prior-process", metavar="文字", help="已经走过的程序和文号", show_default=False)
    ] = "",
    competent_unit: Annotated[
        str, typer.Option("--competent-unit", metavar="机关", help="有权处理的机关", show_default=False)
    ] = "",
    repeat_of: Annotated[
        str,
        typer.Option(
            "--repeat-of",
            metavar="编号|auto|none",
            help="是哪一件的重复；auto 由工具判重；none 初次",
            show_default=False,
        ),
    ] = "",
    related_to: Annotated[
        str, typer.Option("--related-to", metavar="编号", help="和哪一件相关，不是重复", show_default=False)
    ] = "",
    police_case: Annotated[
        str, typer.Option("--police-case", metavar="编号", help="案件编号", show_default=False)
    ] = "",
    hotline_ticket: Annotated[
        str, typer.Option("--hotline-ticket", metavar="编号", help="12345工单号", show_default=False)
    ] = "",
    national_number: Annotated[
        str, typer.Option("--national-number", metavar="编号", help="国家信访系统编号", show_default=False)
    ] = "",
    anonymous: Annotated[bool, typer.Option("--anonymous", help="匿名", show_default=False)] = False,
    address_unclear: Annotated[
        bool, typer.Option("--address-unclear", help="姓名（名称）、住址不清，依法不必告知", show_default=False)
    ] = False,
    confidential: Annotated[bool, typer.Option("--confidential", help="要求保密", show_default=False)] = False,
    joint_letter: Annotated[bool, typer.Option("--joint-letter", help="联名信", show_default=False)] = False,
    level_skipping: Annotated[bool, typer.Option("--level-skipping", help="越级走访", show_default=False)] = False,
    litigation: Annotated[bool, typer.Option("--litigation", help="涉及诉讼权利救济", show_default=False)] = False,
    urgent: Annotated[bool, typer.Option("--urgent", help="重大、紧急", show_default=False)] = False,
    key: Annotated[
        str, typer.Option("--key", metavar="键", help="脚本自定的键：重复执行不会重复登记", show_default=False)
    ] = "",
    json_from: Annotated[
        Path | None, typer.Option("--json", metavar="文件", help="从 JSON 登记，- 为标准输入", show_default=False)
    ] = None,
    on: On = None,
    by: By = None,
    db: Db = None,
    fmt: AnswerFormat = "text",
) -> None:
    """Take a petition down."""
    # The options carry the names of the form's fields; those that are put together stand below.
    given = locals()
    form = Form(**{field: given[field] for field in Form._fields if field in given})._replace(
        content=text_from(content, content_file),
        petitioners=tuple({"name": other} for other in also or ()),
        representatives=tuple(representative or ()),
    )
    with desk(db, by) as d:
        if json_from is not None:
            form = form_of_json(stdin_text() if str(json_from) == "-" else text_from("", json_from))
        elif form == Form() and sys.stdin.isatty():
            from .asking import ask
            from .asking_repeat import which_it_repeats

            form = which_it_repeats(d, ask(d))
        answer(registering.register(d, form, on=on), fmt)
