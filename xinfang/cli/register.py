"""Register 登记: with options or JSON it never asks; in a terminal without options it asks field by field."""

import sys
from pathlib import Path
from typing import Annotated

from ..workflows.reception import registering
from ..workflows.reception.form import Form, form_of_json
from ..workflows.texts import stdin_text, text_from
from .desk import answer, desk
from .options import AcceptId, AnswerFormat, By, Db, On, flag, option


def command(
    channel: Annotated[str, option("--channel", "渠道", "letter 来信、visit 来访、web 网上、phone 电话 等")] = "",
    name: Annotated[str, option("--name", "姓名", "信访人姓名（名称）")] = "",
    address: Annotated[str, option("--address", "住址", "住址")] = "",
    title: Annotated[str, option("--title", "标题", "一句话")] = "",
    content: Annotated[str, option("--content", "内容", "请求、事实、理由")] = "",
    content_file: Annotated[Path | None, option("--content-file", "文件", "从文件读内容，- 为标准输入")] = None,
    id_number: Annotated[str, option("--id-number", "号码", "身份证件号码")] = "",
    accept_id: AcceptId = False,
    phone: Annotated[str, option("--phone", "号码", "联系电话")] = "",
    person: Annotated[str, option("--person", "类型", "person 个人、legal 法人、body 其他组织、foreign 外国人")] = "",
    also: Annotated[list[str] | None, option("--also", "姓名", "另一名信访人，可写多次")] = None,
    representative: Annotated[list[str] | None, option("--representative", "姓名", "代表，至多5名，可写多次")] = None,
    headcount: Annotated[int | None, option("--headcount", "人数", "来访或署名人数")] = None,
    involved: Annotated[int | None, option("--involved", "人数", "涉及人数")] = None,
    received: Annotated[str, option("--received", "日期", "收到日，默认同登记日")] = "",
    source: Annotated[str, option("--source", "来源", "direct 直接提出、forwarded 转送、assigned 交办")] = "",
    from_unit: Annotated[str, option("--from", "单位", "哪个单位转送、交办来的")] = "",
    source_number: Annotated[str, option("--source-number", "文号", "来文文号")] = "",
    report_by: Annotated[str, option("--report-by", "日期", "交办单位要求反馈的最后一天")] = "",
    respondent: Annotated[str, option("--respondent", "名称", "被反映的单位或人员")] = "",
    respondent_unit: Annotated[
        str, option("--respondent-unit", "单位", "被反映人所在单位，已查明的；被反映的就是台账上的单位的不用写")
    ] = "",
    category: Annotated[
        str, option("--category", "类别", "已能认定的，登记时一并分类；accusation 检举控告即时限知")
    ] = "",
    route: Annotated[int | None, option("--route", "1-6", "申诉求决的办理途径")] = None,
    demand: Annotated[str, option("--demand", "请求", "请求，单列")] = "",
    facts: Annotated[str, option("--facts", "事实", "事实，单列")] = "",
    reasons: Annotated[str, option("--reasons", "理由", "理由，单列")] = "",
    purpose: Annotated[str, option("--purpose", "目的", "信访目的")] = "",
    occurred: Annotated[str, option("--occurred", "日期", "问题发生日")] = "",
    region: Annotated[str, option("--region", "属地", "问题属地")] = "",
    prior_process: Annotated[str, option("--prior-process", "文字", "已经走过的程序和文号")] = "",
    competent_unit: Annotated[str, option("--competent-unit", "机关", "有权处理的机关")] = "",
    repeat_of: Annotated[
        str, option("--repeat-of", "编号|auto|none", "是哪一件的重复；auto 由工具判重；none 初次")
    ] = "",
    related_to: Annotated[str, option("--related-to", "编号", "和哪一件相关，不是重复")] = "",
    police_case: Annotated[str, option("--police-case", "编号", "案件编号")] = "",
    hotline_ticket: Annotated[str, option("--hotline-ticket", "编号", "12345工单号")] = "",
    national_number: Annotated[str, option("--national-number", "编号", "国家信访系统编号")] = "",
    anonymous: Annotated[bool, flag("--anonymous", "匿名")] = False,
    address_unclear: Annotated[bool, flag("--address-unclear", "姓名（名称）、住址不清，依法不必告知")] = False,
    confidential: Annotated[bool, flag("--confidential", "要求保密")] = False,
    joint_letter: Annotated[bool, flag("--joint-letter", "联名信")] = False,
    level_skipping: Annotated[bool, flag("--level-skipping", "越级走访")] = False,
    litigation: Annotated[bool, flag("--litigation", "涉及诉讼权利救济")] = False,
    urgent: Annotated[bool, flag("--urgent", "重大、紧急")] = False,
    key: Annotated[str, option("--key", "键", "脚本自定的键：重复执行不会重复登记", empty=False)] = "",
    json_from: Annotated[Path | None, option("--json", "文件", "从 JSON 登记，- 为标准输入")] = None,
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

            d.must_be_today(on, option="--on")
            form = which_it_repeats(d, ask(d))
        answer(registering.register(d, form, on=on), fmt)
