"""Petitions from whose facts every document can be made, and the text of a document as Word would show it."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from law.history import LAW, OFFICE, History, paper

from xinfang.acts.replay import standing
from xinfang.core.letter_kinds import LetterKind
from xinfang.core.office import Setting
from xinfang.core.petition import Petitioner
from xinfang.letters.composing import fields_of, occasion
from xinfang.letters.filling import filled
from xinfang.letters.kinds import KINDS
from xinfang.letters.material import Material
from xinfang.letters.templates import shipped

Life = tuple[tuple[str, str, dict[str, Any]], ...]
"""Acts with their days and details."""
RECEIVED = date(2024, 8, 1)
TODAY = date(2024, 12, 31)
SETTINGS = (
    Setting(date(2024, 1, 1), "document-prefix", "某公"),
    Setting(date(2024, 1, 1), "document-contact", "0371-60000000，某县公安局信访接待室"),
)
PEOPLE = (
    Petitioner(
        "欧阳震雷",
        id_number="11010519491231002X",
        phone="13800138000",
        address="城关镇幸福路12号院",
        representative=True,
    ),
    Petitioner("王小五", id_number="110105198001010016", phone="13900139000", address="东关村八组", agent="赵代理"),
)
WHOLE: dict[str, Any] = {
    "petitioners": PEOPLE,
    "headcount": 5,
    "title": "反映拖欠工资和工伤赔偿",
    "content": "2023年在城东工地做工，至今没有领到工资。\n工地受伤没有赔偿。",
    "demand": "支付拖欠的工资",
    "facts": "2023年3月至12月在城东工地做工",
    "reasons": "有工资欠条为证",
    "region": "城关镇",
    "occurred_on": date(2023, 12, 20),
    "respondent": "城东建筑公司",
    "first_officer": "王芳",
}
ROUTE_6 = ("classify", "08-01", {"category": "appeal", "route": 6})
ACCEPTED = ("accept", "08-05", {"unit": "城关派出所", "officer": "李明"})
REPLY = {
    "outcome": "support",
    "text": "拖欠工资属实，已责令城东建筑公司支付。",
    "basis": "《保障农民工工资支付条例》第三条",
    "document": "某公信复〔2024〕7号",
    "found": "经核对考勤和工资表，欠付三人工资共4.2万元",
}
REPLIED = (
    ROUTE_6,
    ACCEPTED,
    ("reply", "09-20", REPLY),
    ("serve", "09-24", {"receiver": "欧阳震雷", "server": "李明", "witness": "孙社区"}),
)
ASKED = ("ask-review", "10-08", {"to": "某市公安局", "reason": "数额计算有误"})
REVIEWED: Life = (
    *REPLIED,
    ASKED,
    (
        "review",
        "10-30",
        {
            "decision": "uphold",
            "text": "认定事实清楚",
            "basis": "《信访工作条例》第三十五条",
            "document": "市公信查〔2024〕3号",
            "found": "欠薪数额与原认定一致",
        },
    ),
    ("serve", "11-04", {}),
)
RECHECKED = (
    *REVIEWED,
    ("ask-recheck", "11-20", {"to": "某省公安厅", "reason": "仍不服"}),
    (
        "recheck",
        "12-10",
        {
            "decision": "change",
            "text": "变更支付数额",
            "basis": "《信访工作条例》第三十六条",
            "document": "省公信核〔2024〕1号",
            "found": "另有加班工资两千元未计",
            "published": False,
        },
    ),
)
HEARING = (
    ROUTE_6,
    ACCEPTED,
    (
        "hear",
        "08-20",
        {
            "stage": "convene",
            "held_on": date(2024, 8, 28),
            "place": "某县公安局三楼会议室",
            "chair": "周主任",
            "at": "9时至11时",
        },
    ),
    ("hear", "08-28", {"stage": "start", "participants": ("人大代表孙某", "律师钱某"), "recorder": "冯书记员"}),
    (
        "hear",
        "08-29",
        {
            "stage": "finish",
            "conclusion": "拖欠工资事实清楚，应予支付",
            "debate": "双方就用工天数质询、辩论",
            "deliberation": "听证员一致认为应予支付",
        },
    ),
)
OVERSEEN: Life = (
    ROUTE_6,
    ACCEPTED,
    (
        "supervise",
        "10-10",
        {
            "situation": "s-handle-late",
            "unit": "城关派出所",
            "answer_by": date(2024, 10, 20),
            "text": "立即答复信访人",
            "facts": "已超过办理期限两日，未见答复",
            "leader": "李局长",
        },
    ),
    *(
        (
            "advise",
            "10-2" + str(day),
            {"proposal": proposal, "to": "城关派出所", "text": f"{word}，完善台账", "facts": "三个月内五件超期"},
        )
        for day, (proposal, word) in enumerate(
            (("improve", "改进接待"), ("policy", "修订办法"), ("accountability", "给予处分"))
        )
    ),
)
URGENT = (
    (
        "urgent",
        "08-02",
        {
            "report": "first",
            "bodies": ("县委", "县政府"),
            "facts": "三十余人聚集",
            "measures": "派员劝导",
            "known_on": date(2024, 8, 1),
            "happening": "8月2日上午8时起",
            "place": "县政府门前",
            "people": 30,
            "asking": "请协调人社部门到场",
        },
    ),
)
ASSIGNED = (
    "assign",
    "08-10",
    {
        "unit": "城关派出所",
        "co_units": ("刑侦大队",),
        "report_by": date(2024, 9, 30),
        "document": "某公信交〔2024〕2号",
        "attachments": ("信访材料复印件3页", "工资欠条复印件1页"),
    },
)
REPORTED = {
    "step": "reported",
    "charge": "拒不支付劳动报酬",
    "reason": "拟受理为行政案件",
    "evidence": ("工资欠条|1张|手写，签有城东公司名称", "考勤表|3页"),
}
LIVES: dict[str, Life] = {
    **dict.fromkeys(("receipt", "register-form"), (ROUTE_6,)),
    "notice": (ROUTE_6, ACCEPTED),
    **dict.fromkeys(
        ("transfer", "transfer-notice"),
        (ROUTE_6, ("forward", "08-10", {"unit": "城关派出所", "attachments": ("信访材料复印件3页",)})),
    ),
    "assignment": (ROUTE_6, ASSIGNED),
    "not-competent": (("redirect", "08-10", {"to": "县人力资源和社会保障局", "reason": "属于劳动监察职责"}),),
    "not-accepted": (
        (
            "decline",
            "08-10",
            {
                "ground": "in-progress",
                "other": "市信访局2024-0456号",
                "reason": "同一事项正在办理",
                "dated": date(2024, 7, 1),
            },
        ),
    ),
    "no-longer-accepted": (
        (
            "decline",
            "08-10",
            {
                "ground": "concluded",
                "other": "省公信核〔2023〕9号",
                "reason": "同一事实和理由",
                "dated": date(2023, 11, 2),
            },
        ),
    ),
    "diversion": (
        ("classify", "08-01", {"category": "appeal", "route": 2}),
        (
            "divert",
            "08-12",
            {
                "procedure": "劳动争议仲裁",
                "to": "县劳动人事争议仲裁委员会",
                "within": "一年，自知道权利被侵害之日起（《劳动争议调解仲裁法》第二十七条）",
                "reason": "属劳动报酬争议",
            },
        ),
    ),
    "objection": (
        (
            "object",
            "08-05",
            {
                "reason": "属于劳动监察职责，不属公安机关职权",
                "to": "县人力资源和社会保障局",
                "returning": ("信访材料原件3页", "工资欠条复印件1页"),
            },
        ),
    ),
    **dict.fromkeys(
        ("extension-form", "extension"),
        (
            ROUTE_6,
            ACCEPTED,
            ("extend", "09-30", {"days": 30, "approver": "李局长", "reason": "证人在外地，需要补充调查"}),
        ),
    ),
    **dict.fromkeys(("hearing-notice", "hearing-record", "hearing-conclusion"), HEARING),
    **dict.fromkeys(("opinion", "service"), REPLIED),
    "answer": (
        ("classify", "08-01", {"category": "suggestion"}),
        ("reply", "08-20", {"outcome": "adopt", "text": "已增设路灯", "basis": "《信访工作条例》第二十九条"}),
    ),
    "mediation": (
        ROUTE_6,
        ACCEPTED,
        (
            "mediate",
            "08-20",
            {
                "settlement": "agreed",
                "text": "十日内付清工资",
                "perform_by": date(2024, 9, 10),
                "mediator": "周调解",
                "counterpart": "城东建筑公司项目部",
                "manner": "银行转账",
            },
        ),
    ),
    "conciliation": (
        ROUTE_6,
        ACCEPTED,
        (
            "mediate",
            "08-20",
            {
                "settlement": "agreed",
                "agreement": "conciliation",
                "text": "当场付清工资",
                "manner": "现金",
                "mediator": "吴主任",
                "perform_by": date(2024, 8, 31),
            },
        ),
    ),
    "review-opinion": REVIEWED,
    "recheck-opinion": RECHECKED,
    "review-refused": (
        *REPLIED,
        ASKED,
        ("settle-request", "10-10", {"accepted": False, "reason": "不是原办理机关的上一级"}),
    ),
    "recheck-refused": (
        *RECHECKED[:-1],
        ("settle-request", "11-22", {"accepted": False, "reason": "没有提交复查意见书"}),
    ),
    "report": (
        *REPLIED,
        ("letter", "09-20", {"letter": "opinion", "document": "某公信复〔2024〕7号", "sequence": 7}),
        (
            "close",
            "09-26",
            {"result": "工资已付清", "petitioner_says": "满意", "attachments": ("处理意见书", "送达回证")},
        ),
    ),
    **dict.fromkeys(("supervision", "improvement", "policy", "accountability"), OVERSEEN),
    "urgent": URGENT,
    **dict.fromkeys(("police-register", "police-receipt", "police-evidence"), (("procedure", "08-01", REPORTED),)),
    "police-no-case": (
        ("procedure", "08-05", {"step": "not-filed", "document": "某公不立〔2024〕1号", "reason": "没有犯罪事实"}),
    ),
    "police-transfer": (
        ("procedure", "08-05", {"step": "not-ours"}),
        ("procedure", "08-06", {"step": "transferred", "to": "邻县公安局", "reason": "主要行为发生在邻县"}),
    ),
}
"""Document → what has been done when it is made."""
SENT = {
    "source": "assigned",
    "source_unit": "县信访局",
    "source_number": "县信交〔2024〕5号",
    "report_by": date(2024, 10, 15),
}
FROM_ELSEWHERE = frozenset({"objection", "report"})


def full(kind: LetterKind, **given: Any) -> History:
    """A petition with everything recorded that the document asks for."""
    sent = SENT if kind.value in FROM_ELSEWHERE else {}
    history = History(paper(RECEIVED, **{**WHOLE, **sent, **given}))
    for act, day, details in LIVES[kind.value]:
        history.do(act, date.fromisoformat(f"2024-{day}"), **details)
    return history


def bare(**given: Any) -> History:
    """A petition of which nothing is known but what must be."""
    return History(paper(RECEIVED, **given))


def material(kind: LetterKind, history: History, *, document: str = "", setting: Setting | None = None) -> Material:
    """What the document is made from. setting: of the office, besides SETTINGS."""
    held = standing(history.entries)
    entry = occasion(KINDS[kind], held)
    on = entry.on if entry else TODAY
    office = OFFICE._replace(settings=(*SETTINGS, setting) if setting else SETTINGS)
    code = "2024-000001-K7QF9M2X"
    return Material(kind, history.case, tuple(held), entry, LAW, office, on, TODAY, document, code)


def page(
    kind: LetterKind,
    history: History,
    *,
    document: str = "某公〔2024〕1号",
    template: bytes | None = None,
    setting: Setting | None = None,
) -> bytes:
    """The document as a file."""
    fields = fields_of(KINDS[kind], material(kind, history, document=document, setting=setting))
    return filled(shipped(kind) if template is None else template, fields, origin="试")


def text_of(content: bytes) -> str:
    """Every paragraph and cell in order, each on a line."""
    document = Document(io.BytesIO(content))
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            lines.append(block.text)
        elif isinstance(block, Table):
            for row in block.rows:
                seen: set[int] = set()
                for cell in row.cells:
                    if id(cell._tc) not in seen:
                        seen.add(id(cell._tc))
                        lines.append(cell.text)
    return "\n".join(lines)
