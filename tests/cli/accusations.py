"""An accusation 检举控告 in many words, none of which somebody who may not see it must learn."""

from __future__ import annotations

from .shell import Shell

WORDS = {
    "--name": "诸葛无双",
    "--address": "凤凰岭镇梧桐巷九号",
    "--phone": "13900139000",
    "--title": "检举陶钧收受金条",
    "--content": "陶钧在翡翠茶楼收受金条，举报人亲见",
    "--respondent": "刑侦大队副大队长陶钧",
    "--demand": "请查处陶钧",
    "--facts": "金条藏于翡翠茶楼",
    "--reasons": "赌债难还",
    "--purpose": "惩治贪腐",
    "--prior-process": "曾向玄武巡察组反映",
}
SECRETS = (
    *("诸葛", "凤凰岭", "梧桐巷", "13900139000", "139****9000", "陶钧", "金条", "翡翠", "赌债", "贪腐", "玄武"),
    *("麒麟", "朱雀", "白虎", "副大队长"),
)
"""What somebody who may not see the petition must not learn."""
READER = ("--restricted", "--by", "王芳")


def accuse(office: Shell) -> Shell:
    """The office with an accusation, registered as 2026-000001 by 王芳 and worked on; and an appeal beside it."""
    office.ok("officer", "add", "赵刚")
    office.ok("unit", "add", "刑侦一中队", "--parent", "刑侦大队")
    office.ok("officer", "add", "孙立", "--unit", "刑侦一中队")
    options = [each for pair in WORDS.items() for each in pair]
    office.ok("register", "--channel", "visit", *options, "--category", "accusation", "--by", "王芳")
    office.ok("register", "--channel", "web", "--anonymous", "--title", "反映噪音", "--content", "夜间施工，没有别的")
    office.today = "2026-01-08"
    office.ok("correct", 1, "--title", "检举陶钧收受麒麟金条", "--reason", "陶钧的姓名写漏了朱雀", "--by", "王芳")
    office.ok("note", 1, "诸葛无双来电说到白虎")
    office.ok("accept", 1, "--unit", "城关派出所", "--officer", "李明", "--by", "王芳")
    return office
