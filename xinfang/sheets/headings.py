"""The headings of ledgers: which field a column holds, by the words that offices use. Nothing is guessed."""

from __future__ import annotations

import re
import unicodedata

from .fields import LABELS

SYNONYMS: dict[str, str] = {
    "key": (
        "编号 留言编号 工单编号 工单号 信访编号 登记编号 登记号 来源编号 来件编号 信件编号 诉求编号 业务编号 "
        "受理编号 投诉编号 案件编号 流水号 查询编号 原编号 外部编号 系统编号 受理单号 唯一编号"
    ),
    "number": "信访件编号 信访件号 本单位编号 本机关编号",
    "received": (
        "收到日期 收到时间 收件日期 收件时间 收信日期 收信时间 收文日期 登记日期 登记时间 来信日期 来信时间 "
        "来访日期 来访时间 信访日期 信访时间 留言时间 留言日期 提交时间 提交日期 反映时间 反映日期 来电时间 "
        "来电日期 接收日期 接收时间 投诉时间 投诉日期 来件日期 来件时间 接访日期 接访时间 接件日期 接件时间 "
        "收到信访事项日期 初信初访日期"
    ),
    "name": (
        "姓名 信访人 信访人姓名 姓名名称 信访人姓名名称 留言用户 留言人 网民 网友 昵称 来访人 来访人姓名 "
        "来信人 来信人姓名 来电人 来电人姓名 投诉人 投诉人姓名 反映人 反映人姓名 举报人 举报人姓名 诉求人 "
        "诉求人姓名 上访人 申请人姓名 主访人"
    ),
    "id_number": (
        "身份证号码 身份证号 身份证 身份证件号码 公民身份号码 公民身份证号码 居民身份证号码 居民身份证号 "
        "证件号码 证件号 身份号码 信访人身份证号 信访人身份证号码 信访人证件号码"
    ),
    "phone": (
        "联系电话 电话 电话号码 手机 手机号 手机号码 联系方式 联系电话号码 移动电话 固定电话 座机 信访人电话 "
        "信访人联系电话 信访人联系方式 联系手机 来电号码 来电电话 本人电话"
    ),
    "address": (
        "住址 地址 家庭住址 家庭地址 联系地址 居住地 居住地址 现住址 现住地 户籍地 户籍地址 户籍所在地 "
        "常住地址 常住地 通讯地址 通信地址 住所 住所地 经常居住地 信访人住址 信访人地址 详细地址 信访人地区"
    ),
    "channel": (
        "信访渠道 渠道 信访形式 信访方式 来源渠道 来件方式 来件渠道 诉求来源 信访来源 反映方式 反映渠道 "
        "受理渠道 登记渠道 来源 渠道来源 来件来源 诉求渠道"
    ),
    "title": (
        "标题 主题 留言主题 留言标题 信访主题 信访标题 诉求标题 工单标题 信件标题 来信标题 概要 问题概要 "
        "内容概要 摘要 事项名称 信访事项名称 案件名称 信件主题"
    ),
    "content": (
        "内容 信访内容 详情 留言详情 留言内容 诉求内容 反映内容 反映问题 反映的问题 反映主要问题 "
        "反映的主要问题 主要内容 诉求 投诉内容 事项内容 问题描述 主要诉求 工单内容 信件内容 来信内容 来访内容 "
        "反映情况 信访事项内容 主要问题 具体内容 详细内容 反映事项 信访诉求 事由及诉求"
    ),
    "category": "信访类别 三大类 信访事项类别 诉求类别 信访目的 事项类别 信访性质 诉求性质 信访事项性质",
    "route": "办理途径 分类处理途径 处理途径 法定途径 办理途径项 途径",
    "code": (
        "内容分类 内容类别 问题类别 问题分类 信访内容分类 三级分类 内容分类代码 分类代码 问题类型 事项分类 问题属类"
    ),
    "unit": (
        "承办单位 办理单位 责任单位 承办部门 办理部门 责任部门 主办单位 主办部门 处理单位 处理部门 答复单位 "
        "有权处理机关 责任主体 有权处理单位 答复部门 牵头单位 回复单位 承办机关 办理机关 责任机关"
    ),
    "officer": (
        "经办人 承办人 办理人 经办民警 承办民警 责任人 办理民警 责任民警 具体经办人 案件承办人 经办人员 承办人员"
    ),
    "first_unit": "首接单位 首接部门 首接机关 首次接收单位 登记单位 登记机构 首接责任单位",
    "first_officer": "首接人 首接责任人 首接民警 首接人员 接待人 接访人 登记人 接待民警 登记人员 接待人员",
    "headcount": "人数 信访人数 来访人数 涉及人数 反映人数 参与人数 批次人数 总人数 人次 上访人数",
    "informed": "告知日期 告知时间 书面告知日期 书面告知时间 程序告知日期 受理告知日期 受理告知时间",
    "accepted": "受理日期 受理时间 决定受理日期 正式受理日期 受理决定日期 正式受理时间",
    "reply": (
        "答复意见 答复内容 回复内容 处理意见 办理意见 回复意见 答复 回复 办理情况 处理情况 信访处理意见 "
        "处理意见书内容 办理回复 办理答复 答复意见内容"
    ),
    "replied": (
        "答复日期 答复时间 回复日期 回复时间 书面答复日期 书面答复时间 出具意见日期 意见书日期 处理意见书日期 "
        "出具处理意见书日期 答复出具日期"
    ),
    "served": "送达日期 送达时间 签收日期 签收时间 意见书送达日期 送达答复日期 送达签收日期",
    "closed": "办结日期 办结时间 结案日期 结案时间 办结归档日期 完结日期 实际办结日期 实际办结时间 完结时间",
    "outcome": "处理结论 办理结论 答复结论 结论 支持情况 处理意见结论 答复类型 意见类型",
}
"""Usual headings of each field, beside its English name and its label."""

DOUBTFUL: dict[str, str] = {
    "日期": "received accepted replied closed",
    "时间": "received accepted replied closed",
    "单位": "unit first_unit",
    "部门": "unit first_unit",
    "受理单位": "unit first_unit",
    "受理部门": "unit first_unit",
    "接收单位": "unit first_unit",
    "信访事项": "title content",
    "事项": "title content",
    "事由": "title content",
    "信访事由": "title content",
    "问题": "title content",
    "类别": "category code",
    "分类": "category code",
    "类型": "channel category code",
    "信访类型": "channel category",
    "事项类型": "category code",
    "办理结果": "reply outcome",
    "处理结果": "reply outcome",
    "结果": "reply outcome",
    "答复情况": "reply outcome",
    "受理人": "officer first_officer",
    "工作人员": "officer first_officer",
    "信访途径": "channel route",
    "办理时间": "accepted replied closed",
    "办理日期": "accepted replied closed",
    "处理时间": "accepted replied closed",
    "反馈时间": "informed replied",
    "反馈日期": "informed replied",
    "完成时间": "replied closed",
}
"""Headings that offices use for more than one thing."""

_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|<[^<>]*>|「[^「」]*」")
_NOISE = re.compile(r"必填项?|选填项?|[^0-9a-z\u3400-\u9fff]")


def heading_key(text: str) -> str:
    """A heading as compared: half-width, lower case, without blanks, marks and 必填.

    >>> heading_key("* 联系 电话（必填）") == heading_key("联系电话")
    True
    """
    return _NOISE.sub("", unicodedata.normalize("NFKC", text).lower())


def fields_for(text: str) -> tuple[str, ...]:
    """The field of a heading; several if it may mean several; () if it is not known."""
    for form in (text, _BRACKETED.sub("", unicodedata.normalize("NFKC", text))):
        if found := _KNOWN.get(heading_key(form)):
            return found
    return ()


def _known() -> dict[str, tuple[str, ...]]:
    known = {heading_key(heading): tuple(names.split()) for heading, names in DOUBTFUL.items()}
    for name, label in LABELS.items():
        for heading in (name, label, *SYNONYMS[name].split()):
            known[heading_key(heading)] = (name,)
    return known


_KNOWN = _known()
