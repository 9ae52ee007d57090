"""Every command: its stage, its one line of help and one example. A command's module is imported only when it is run."""

import re
from itertools import zip_longest
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

    @property
    def words(self) -> str:
        """What it does in a few words: the beginning of the summary, up to its first pause."""
        return re.split("[，：；（]", self.summary)[0]


NAME_WIDTH = 18
COLUMN_WIDTH = 37
"""Two such columns and the margin fill a terminal of 80."""
COMMANDS: dict[str, Command] = {
    "register": Command(
        "收",
        "登记信访件；不带选项时逐项询问",
        "xinfang register --channel visit --name 张三 --address 城关镇幸福路1号 --title 反映拖欠工资 --content 请求协调支付工资",
    ),
    "correct": Command("收", "更正登记内容，原样留痕", "xinfang correct 12 --title 反映拖欠工资问题 --reason 录入有误"),
    "import": Command("收", "导入台账（xlsx、xls、csv、json）", "xinfang import 台账.xlsx --dry-run", "import_ledger"),
    "classify": Command("办", "甄别分类：类别、途径、内容分类", "xinfang classify 12 --category appeal --route 6"),
    "inform": Command("办", "告知：接收情况和处理途径、程序", "xinfang inform 12 --document 信告〔2026〕12号"),
    "accept": Command("办", "受理，60日自这一天起算", "xinfang accept 12 --unit 城关派出所"),
    "decline": Command(
        "办",
        "不予受理、不再受理（第十九条、第三十六条）",
        "xinfang decline 12 --ground in-progress --other 市信访局2026-0456号",
    ),
    "redirect": Command("办", "告知另提：向有权处理的机关提出", "xinfang redirect 12 --to 县人力资源和社会保障局"),
    "forward": Command("办", "转送：送有权处理的单位，不要求反馈", "xinfang forward 12 --unit 城关派出所"),
    "receive": Command("办", "签收：收到转送、交办的单位签收", "xinfang receive 12 --receiver 王芳"),
    "object": Command("办", "异议：对转送、交办提出（5个工作日内）", "xinfang object 12 --reason 不属本机关职权"),
    "settle-objection": Command(
        "办", "异议核实：同意退回，或者不同意", "xinfang settle-objection 12 --agree", "settle_objection"
    ),
    "negotiate": Command(
        "办", "协商受理：由哪个单位受理", "xinfang negotiate 12 --with 县人力资源和社会保障局 --failed"
    ),
    "designate": Command(
        "办",
        "指定受理：上级决定，或者机构变动后承接",
        "xinfang designate 12 --unit 城关派出所 --decided-by 某县人民政府",
    ),
    "assign": Command("办", "交办、分办，要求按期反馈", "xinfang assign 12 --unit 城关派出所 --report-by 2026-12-31"),
    "recuse": Command(
        "办", "经办人回避", "xinfang recuse 12 --officer 李明 --reason 与信访人是亲属 --decided-by 王局长"
    ),
    "simple": Command("办", "适用简易办理（10个工作日）", "xinfang simple 12 --ground clear"),
    "leave-simple": Command(
        "办", "简易转普通程序，期限自原受理日连续计算", "xinfang leave-simple 12 --reason 争议较大", "leave_simple"
    ),
    "hear": Command(
        "办",
        "听证：convene 通知、start 开始、finish 结束",
        "xinfang hear 12 convene --for 2026-12-31 --place 第一会议室 --chair 李局长",
    ),
    "mediate": Command(
        "办",
        "调解、和解：达成协议或者不成",
        "xinfang mediate 12 --result agreed --text 分三期付清 --perform-by 2026-12-31",
    ),
    "extend": Command(
        "办", "延长办理期限，一次，最多30日", "xinfang extend 12 --days 30 --approver 李局长 --reason 案情复杂"
    ),
    "admit": Command(
        "办",
        "准予查看：他人查看检举控告；只是留痕，台账文件要另设权限",
        "xinfang admit 12 --officer 李明 --reason 协助核查",
    ),
    "demand": Command(
        "办",
        "诉求：有几项的逐项写明、分类（答复用 reply --demand）",
        "xinfang demand 12 --text 请求补发加班工资 --category appeal --route 6",
    ),
    "divert": Command(
        "办",
        "导入法定程序，第三十一条第（一）至（五）项",
        "xinfang divert 12 --procedure 行政复议 --to 某县人民政府",
    ),
    "procedure": Command(
        "办",
        "公安程序的步骤：受案、不予立案、复议复核等，各算期限",
        "xinfang procedure 12 --step not-filed --document 某公不立字〔2026〕5号",
    ),
    "letter": Command("办", "制作文书（Word）：告知书、转送单、意见书等，文号自动接着编", "xinfang letter 12 opinion"),
    "link": Command(
        "收",
        "关联：此前某一件的重复件，或者相关件；不合并",
        "xinfang link 12 --to 5 --as repeat --reason 同一欠薪事项",
    ),
    "unlink": Command("收", "解除关联，原记载保留", "xinfang unlink 12 --from 5 --reason 是另一处房屋"),
    "note": Command("办", "记一笔，不影响程序", "xinfang note 12 电话联系信访人补充材料"),
    "reopen": Command("办", "办结后恢复办理", "xinfang reopen 12 --reason 出现新的事实"),
    "retract": Command("办", "撤销误记的一步，原记载保留", "xinfang retract 12 --act accept --reason 录错了件"),
    "reply": Command("答", "答复：信访处理意见书等", "xinfang reply 12 --outcome support --content 已责令支付"),
    "serve": Command(
        "答",
        "送达：答复、复查意见、复核意见，下一级的30日自此起算",
        "xinfang serve 12 --method in-person --receiver 张三",
    ),
    "carry-out": Command(
        "答",
        "执行：支持的请求、达成的协议已经办到",
        "xinfang carry-out 12 --unit 城关派出所 --text 工资已付清",
        "carry_out",
    ),
    "close": Command("答", "办结", "xinfang close 12 --result 已支付工资"),
    "resolve": Command(
        "答", "化解：诉求解决、协议履行、书面息访；不等于办结", "xinfang resolve 12 --how met --text 工资已付清"
    ),
    "withdraw": Command(
        "答", "撤回，须信访人书面提出", "xinfang withdraw 12 --document 撤回申请书 --dated 2026-03-02 --by-petitioner"
    ),
    "assist": Command("答", "救助：社会救助、司法救助", "xinfang assist 12 --kind social --text 已协助申请临时救助"),
    "care": Command(
        "答",
        "疏导帮扶：答复、终结以后的疏导教育、矛盾化解、帮扶救助",
        "xinfang care 12 --kind education --text 上门释法",
    ),
    "ask-review": Command(
        "复", "申请复查：信访人收到答复起30日内", "xinfang ask-review 12 --reason 认定事实有误", "ask_review"
    ),
    "settle-request": Command(
        "复",
        "复查、复核申请受理，或者不予受理",
        "xinfang settle-request 12 --refuse --reason 已超过申请期限，没有正当理由",
        "settle_request",
    ),
    "review": Command("复", "复查：上一级的意见", "xinfang review 12 --outcome uphold --document 信复查〔2026〕3号"),
    "ask-recheck": Command(
        "复", "申请复核：信访人收到复查意见起30日内", "xinfang ask-recheck 12 --to 某省公安厅", "ask_recheck"
    ),
    "recheck": Command("复", "复核意见", "xinfang recheck 12 --outcome uphold --document 信复核〔2026〕1号"),
    "conclude": Command("复", "三级终结：复核意见已经送达，同一事项不再受理", "xinfang conclude 12"),
    "supervise": Command(
        "督",
        "督办：发出、记答复（--answered）、办结（--close）",
        "xinfang supervise 12 --situation s-handle-late --text 说明原因",
    ),
    "advise": Command(
        "督",
        "三项建议：改进工作、完善政策、追究责任（第四十条）",
        "xinfang advise 12 --kind improve --to 县住建局 --text 公开办理流程",
    ),
    "adopt": Command("督", "记建议的书面反馈：采纳与否", "xinfang adopt 12 --result adopted --text 已修订办事指南"),
    "sponsor": Command(
        "督", "领导包案：包案、约访（--visit）、结果（--result）", "xinfang sponsor 12 --leader 王建国 --post 副县长"
    ),
    "diagnose": Command(
        "督",
        "研判积案：原因、措施、何时办到（report backlog 汇总）",
        "xinfang diagnose 12 --cause justified --measure 督促支付工资 --finish-by 2026-12-31",
    ),
    "urgent": Command(
        "督",
        "重大紧急情况报告：首报、续报、终报（第二十五条）",
        "xinfang urgent 12 --to 县委县政府 --facts 二十余人聚集 --measures 已派员疏导",
    ),
    "leader-visit": Command(
        "督",
        "领导接访：接访、约访、下访",
        "xinfang leader-visit 12 --leader 王建国 --post 副县长 --result 责成一周内答复",
        "leader_visit",
    ),
    "inspect": Command(
        "督",
        "案件评查：逐项结论、得分、等次",
        "xinfang inspect 12 --item 登记=完整 --item 告知=按期 --score 95 --grade excellent",
    ),
    "rate": Command("督", "满意度评价：信访部门、有权处理机关分开", "xinfang rate 12 --of unit --rating satisfied"),
    "follow-up": Command("督", "回访信访人", "xinfang follow-up 12 --satisfied --text 工资已到账", "follow_up"),
    "today": Command("查", "今日要办：超期、将到期、未送达、转送无下文", "xinfang today"),
    "board": Command("查", "看板：今日要办、今后四周到期的，做成一页，可打印", "xinfang board -o 看板.html"),
    "overdue": Command("查", "超期的期限，说明依据和天数", "xinfang overdue --exit-code"),
    "due": Command("查", "几日内到期的期限", "xinfang due --within 7"),
    "list": Command("查", "按条件列出信访件", "xinfang list --open --unit 城关派出所", "list_petitions"),
    "show": Command("查", "一件的情况：全部内容和经过", "xinfang show 12"),
    "next": Command("查", "下一步：现在依法可以办、应当办的，谁办、办到哪一天", "xinfang next 12", "next_acts"),
    "check": Command("查", "件件有回复：该办没办、办得不合规定的", "xinfang check 12"),
    "why": Command("查", "期限说明：逐行说明一件的各个期限", "xinfang why 12"),
    "matter": Command("查", "信访事项：同一事项的各件、信访人、单位和结果", "xinfang matter 12"),
    "similar": Command("查", "相似件：和一件或者一段文字最像的", "xinfang similar 12"),
    "search": Command("查", "全文查找，一个字也能找", "xinfang search 低保"),
    "rules": Command("查", "法规对照：每一条要求由工具的什么承担", "xinfang rules --open"),
    "status": Command("查", "查询码：按登记回执，看可以告诉信访人的情况", "xinfang status 2026-000012-K7QF9M2X"),
    "days": Command("查", "期限计算器", "xinfang days 2024-09-18 --days 15"),
    "report": Command("报", "报表：月度通报、积案、年度报告等，按月、季、年或起止日", "xinfang report --month 2026-10"),
    "forecast": Command("报", "到期预测：今后几周到期多少、预计超期多少", "xinfang forecast --weeks 4"),
    "export": Command("报", "导出台账的各列，import 可以读回；延期、记事等不在内", "xinfang export -o 台账.csv"),
    "init": Command("管", "建立台账", "xinfang init --office 某县公安局 --code 410185 --kind police"),
    "where": Command("管", "台账文件在哪里", "xinfang where"),
    "unit": Command("管", "单位：add 添加，list 列出", "xinfang unit add 城关派出所"),
    "officer": Command("管", "经办人：add 添加，list 列出", "xinfang officer add 李明 --unit 城关派出所"),
    "category": Command("管", "内容分类：list 列出，import 换成本单位的", "xinfang category list"),
    "calendar": Command("管", "节假日安排：show 查看，import 导入", "xinfang calendar show 2026"),
    "setting": Command("管", "设置：set 设定（含期限天数、地方规定），list 列出", "xinfang setting list"),
    "verify": Command("管", "校验台账，给出指纹", "xinfang verify"),
    "rebuild": Command("管", "按台账重建检索表", "xinfang rebuild"),
}


def overview(version: str) -> str:
    """The text of `xinfang --help`: every command below its stage with a few words, two on a line."""
    lines = [f"xinfang {version}  信访办理工具：一个文件，一本台账，期限自己算。", "", "用法: xinfang 命令 [选项]", ""]
    for stage, title in STAGES.items():
        lines.append(f"{stage}  {title}")
        items = [f"{name:<{NAME_WIDTH}}{command.words}" for name, command in _of(stage)]
        for left, right in zip_longest(items[::2], items[1::2], fillvalue=""):
            lines.append(f"    {left}{' ' * (COLUMN_WIDTH - _width(left))}{right}".rstrip())
    lines += [
        "",
        f"一类命令逐个说明: xinfang help 办（{'、'.join(STAGES)}）",
        "每个命令的用法: xinfang 命令 --help",
        "从这里开始: xinfang init --help",
    ]
    return "\n".join(lines)


def stage_page(stage: str) -> str:
    """The text of `xinfang help 办`: the commands of one stage, one on a line. Raises KeyError for what is no stage."""
    lines = [f"{stage}  {STAGES[stage]}", *(f"    {name:<{NAME_WIDTH}}{c.summary}" for name, c in _of(stage))]
    return "\n".join(lines)


def _of(stage: str) -> list[tuple[str, Command]]:
    return [(name, command) for name, command in COMMANDS.items() if command.stage == stage]


def _width(text: str) -> int:
    """Columns on a terminal: a Chinese character takes two."""
    return sum(1 + (character > "\u2e7f") for character in text)
