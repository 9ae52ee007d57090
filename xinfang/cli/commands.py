"""Every command: its stage, its one line of help and one example. A command's module is imported only when it is run."""

from typing import NamedTuple

STAGES: dict[str, str] = {
    "收": "收件登记",
    "办": "办理",
    "答": "答复送达",
    "复": "复查复核",
    "督": "督办评价",
    "查": "查看",
    "报": "报表",
    "管": "管理",
}


class Command(NamedTuple):
    """stage: a key of STAGES. summary: one line. example: a command line that works as it stands."""

    stage: str
    summary: str
    example: str
    module: str = ""
    """File in this folder when its name is not the command's."""


COMMANDS: dict[str, Command] = {
    "register": Command(
        "收",
        "登记信访件；不带选项时逐项询问",
        "xinfang register --channel visit --name 张三 --address 城关镇幸福路1号 --title 反映拖欠工资 --content 请求协调支付工资",
    ),
    "correct": Command("收", "更正登记内容，原样留痕", "xinfang correct 12 --title 反映拖欠工资问题 --reason 录入有误"),
    "import": Command("收", "导入台账（xlsx、xls、csv、json）", "xinfang import 台账.xlsx --dry-run", "import_ledger"),
    "classify": Command("办", "甄别分类：类别、途径、内容分类", "xinfang classify 12 --category appeal --route 6"),
    "inform": Command("办", "告知信访人接收情况和处理途径、程序", "xinfang inform 12 --document 信告〔2026〕12号"),
    "accept": Command("办", "受理，60日自这一天起算", "xinfang accept 12 --unit 城关派出所"),
    "decline": Command(
        "办",
        "不予受理、不再受理（第十九条、第三十六条）",
        "xinfang decline 12 --ground in-progress --other 市信访局2026-0456号",
    ),
    "redirect": Command("办", "告知向有权处理的机关提出", "xinfang redirect 12 --to 县人力资源和社会保障局"),
    "forward": Command("办", "转送有权处理的单位，不要求反馈", "xinfang forward 12 --unit 城关派出所"),
    "object": Command("办", "对转送、交办提出异议（5个工作日内）", "xinfang object 12 --reason 不属本机关职权"),
    "assign": Command("办", "交办、分办，要求按期反馈", "xinfang assign 12 --unit 城关派出所 --report-by 2026-12-31"),
    "extend": Command(
        "办", "延长办理期限，一次，最多30日", "xinfang extend 12 --days 30 --approver 李局长 --reason 案情复杂"
    ),
    "note": Command("办", "记一笔，不影响程序", "xinfang note 12 电话联系信访人补充材料"),
    "reopen": Command("办", "办结后恢复办理", "xinfang reopen 12 --reason 出现新的事实"),
    "retract": Command("办", "撤销误记的一步，原记载保留", "xinfang retract 12 --act accept --reason 录错了件"),
    "reply": Command("答", "答复：信访处理意见书等", "xinfang reply 12 --outcome support --content 已责令支付"),
    "serve": Command("答", "送达答复，申请复查的30日自此起算", "xinfang serve 12 --method in-person --receiver 张三"),
    "close": Command("答", "办结", "xinfang close 12 --result 已支付工资"),
    "today": Command("查", "今日要办：超期、将到期、未送达、转送无下文", "xinfang today"),
    "overdue": Command("查", "超期的期限，说明依据和天数", "xinfang overdue --exit-code"),
    "due": Command("查", "几日内到期的期限", "xinfang due --within 7"),
    "list": Command("查", "按条件列出信访件", "xinfang list --open --unit 城关派出所", "list_petitions"),
    "show": Command("查", "一件信访件的全部情况和经过", "xinfang show 12"),
    "why": Command("查", "逐行说明一件信访件的各个期限", "xinfang why 12"),
    "search": Command("查", "全文查找，一个字也能找", "xinfang search 低保"),
    "days": Command("查", "期限计算器", "xinfang days 2024-09-18 --days 15"),
    "report": Command("报", "一个月的信访情况", "xinfang report --month 2026-10"),
    "export": Command("报", "导出台账的各列，import 可以读回；延期、记事等不在内", "xinfang export -o 台账.csv"),
    "init": Command("管", "建立台账", "xinfang init --office 某县公安局 --code 410185 --kind police"),
    "where": Command("管", "台账文件在哪里", "xinfang where"),
    "unit": Command("管", "单位：add 添加，list 列出", "xinfang unit add 城关派出所"),
    "officer": Command("管", "经办人：add 添加，list 列出", "xinfang officer add 李明 --unit 城关派出所"),
    "category": Command("管", "内容分类：list 列出，import 换成本单位的", "xinfang category list"),
    "calendar": Command("管", "节假日安排：show 查看，import 导入", "xinfang calendar show 2026"),
    "setting": Command("管", "设置：set 设定，list 列出", "xinfang setting list"),
    "verify": Command("管", "校验台账，给出指纹", "xinfang verify"),
    "rebuild": Command("管", "按台账重建检索表", "xinfang rebuild"),
}


def overview(version: str) -> str:
    """The text of `xinfang --help`: commands by stage."""
    lines = [f"xinfang {version}  信访办理工具：一个文件，一本台账，期限自己算。", "", "用法: xinfang 命令 [选项]", ""]
    width = max(map(len, COMMANDS)) + 2
    for stage, title in STAGES.items():
        lines.append(f"{stage}  {title}")
        lines += [f"    {name:<{width}}{c.summary}" for name, c in COMMANDS.items() if c.stage == stage]
        lines.append("")
    lines += ["每个命令的用法: xinfang 命令 --help", "从这里开始: xinfang init --help"]
    return "\n".join(lines)
