"""The words that ledgers use for channel, category and outcome, beside the labels of core.terms."""

from __future__ import annotations

from typing import TypeVar

from ..core.terms import Category, Channel, Outcome, Term

T = TypeVar("T", bound=Term)

CHANNELS: dict[Channel, str] = {
    Channel.LETTER: "来信 信件 书信 信函 写信 群众来信 邮寄 寄信 信访来信",
    Channel.VISIT: "来访 走访 上访 到访 接访 来人来访 群众来访 个访 集访 集体访 个体访 窗口 窗口接访 当面",
    Channel.WEB: (
        "网上 网信 网上信访 留言 网络 网上留言 网络留言 网民留言 网站 互联网 信息网络 国家信访平台 "
        "信访信息系统 手机APP 手机信访 APP 微信 微信公众号 小程序 人民网 领导留言板 网上投诉 市民上报"
    ),
    Channel.PHONE: "电话 来电 电话信访 致电 热线电话 专线电话 群众来电",
    Channel.FAX: "传真",
    Channel.EMAIL: "邮件 电子邮件 电邮 邮箱 电子邮箱 EMAIL E-MAIL",
    Channel.MAILBOX: "领导信箱 局长信箱 县长信箱 市长信箱 书记信箱 厅长信箱 公安局长信箱 省长信箱 区长信箱",
    Channel.HOTLINE: (
        "12345转办 12345 12345热线 12345工单 12345专席 12345转 政务服务热线 政务热线 市长热线 热线转办 便民热线"
    ),
    Channel.H12389: "12389举报 12389 12389举报平台 12389热线",
    Channel.H12337: "12337举报 12337 12337举报平台 政法举报",
    Channel.LEADER: "领导批示 领导交办 批示件 领导批办 批示",
    Channel.INSPECTION: "巡视巡察移交 巡视移交 巡察移交 巡视 巡察 巡视巡察 巡视组移交 巡察组移交",
    Channel.JOINT_RECEPTION: "联合接访 联合接访中心",
    Channel.DOWN_VISIT: "下访约访 下访 约访 领导下访 带案下访 领导接访",
    Channel.VIDEO: "视频接访 视频 视频信访 远程视频接访",
}

CATEGORIES: dict[Category, str] = {
    Category.SUGGESTION: "建议意见 意见建议 意见建议类 建议 意见 建议意见类 建议类 反映情况",
    Category.ACCUSATION: (
        "检举控告 举报 检举 控告 揭发控告 检举控告类 举报类 检举揭发 投诉举报 举报控告 检举控告类事项"
    ),
    Category.APPEAL: "申诉求决 求决 申诉 申诉求决类 求决类 申诉类 求助 投诉求决 投诉请求",
}

OUTCOMES: dict[Outcome, str] = {
    Outcome.SUPPORT: "支持 予以支持 支持请求 诉求合理 全部支持",
    Outcome.PARTLY: "部分支持 部分予以支持 诉求部分合理",
    Outcome.EXPLAIN: "解释说明 解释 做好解释 解释疏导 说明解释 解释工作",
    Outcome.REFUSE: "不予支持 不支持 诉求不合理 诉求无理",
    Outcome.ADOPT: "采纳 予以采纳 全部采纳",
    Outcome.PARTLY_ADOPT: "部分采纳 部分予以采纳",
    Outcome.NOT_ADOPT: "未采纳 不采纳 不予采纳",
    Outcome.ANSWERED: "已履职答复 履职答复 履行职责答复 已履职",
}


def word_key(text: str) -> str:
    """The form in which words are compared: no blanks, no brackets' signs, capitals."""
    return "".join(sign for sign in text.upper() if sign not in " \u3000\t\n\r()（）[]【】“”\"'")


def table(members: dict[T, str]) -> dict[str, T]:
    """Every word for a term, in the form of word_key: its English name, its label and the synonyms."""
    known: dict[str, T] = {}
    for term, synonyms in members.items():
        for word in (term.value, term.label, *synonyms.split()):
            known[word_key(word)] = term
    return known
