"""The figures that petition offices are managed by, each with its definition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..core.figures import Figure, Indicator, Rate, Tally

INDICATORS: tuple[Indicator, ...] = (
    Indicator("received", "收到", "收到的信访件（件次），不含撤销登记的", "received"),
    Indicator("people", "人次", "收到的信访件涉及的来访、署名人数之和", "received", "weight", "人次"),
    Indicator("visits", "来访批次", "来访、联合接访、下访约访、视频接访，每件一批", "visits", unit="批次"),
    Indicator("visitors", "来访人次", "来访各批的人数之和", "visits", "weight", "人次"),
    Indicator("group_visits", "集体访批次", "{group_size}人及以上的来访", "group_visits", unit="批次"),
    Indicator("group_visitors", "集体访人次", "集体访各批的人数之和", "group_visits", "weight", "人次"),
    Indicator(
        "joint_letters", "联名信", "来信、网信等（来访不在内）注明联名的，或{group_size}人及以上署名的", "joint_letters"
    ),
    Indicator("level_skipping", "越级走访", "登记时注明越级的（第二十条第一款）", "level_skipping"),
    Indicator("repeats", "重复信访", "同一信访人就同一事项再次提出的（件次）", "repeats", "weight"),
    Indicator(
        "informed",
        "告知",
        "书面告知信访人的件次（第二十三条），含受理、转送、导入时一并告知的；不予受理和告知另提的计在办结里",
        "informed",
    ),
    Indicator("forwarded", "转送交办", "转送、交办的件次，含因协商、指定受理交给别的单位的（第二十四条）", "forwarded"),
    Indicator("accepted", "受理", "受理的件次", "accepted"),
    Indicator("extended", "延期", "延长办理期限的件次（第三十四条）", "extended"),
    Indicator("replied", "答复", "作出答复的件次；几项诉求逐项答复的，答复齐了计一次；重新处理再答复的再计", "replied"),
    Indicator("served", "送达", "答复送达信访人的件次", "served"),
    Indicator(
        "closed",
        "办结",
        "办结的件次，含不予受理、告知另提、导入法定程序、交还来文机关、撤回、三级终结，以及逾期未申请，视为办理终结的；恢复办理后又办结的再计",
        "closed",
    ),
    Indicator("resolved", "化解", "诉求解决、协议履行或书面息访的件次；与办结分开统计", "resolved"),
    Indicator(
        "due",
        "应办结",
        "答复期限（60日、简易10个工作日及其延长，责令重新办理的另计）的法定届满日在期内（期未满的至截止日前一日）的；届满没有办结、后来才改变类别或者途径的仍计；分列诉求的逐项计",
        "reply_due",
    ),
    Indicator("met_on_time", "按期", "其中在法定届满日或以前答复、达成协议的", "reply_due", "weight"),
)
"""Counts, in the order printed."""
SATISFIED: tuple[Indicator, ...] = (
    Indicator(
        "satisfied_office_rate",
        "对信访部门满意率",
        "（满意＋基本满意）÷ 期内对信访部门已作的评价",
        "rated_office",
        "rate",
    ),
    Indicator(
        "satisfied_unit_rate",
        "对有权处理机关满意率",
        "（满意＋基本满意）÷ 期内对有权处理机关已作的评价",
        "rated_unit",
        "rate",
    ),
)
"""满意率: the office and the body that handled it are rated apart."""
RATES: tuple[Indicator, ...] = (
    Indicator(
        "prompt_rate",
        "及时受理率",
        "信访部门15日内登记并转送、交办等的件 ÷ 法定届满日在期内（期未满的至截止日前一日）的应转送交办件（第二十二条第一款）",
        "route_due",
        "rate",
    ),
    Indicator(
        "told_rate",
        "按期告知率",
        "15日内书面告知的 ÷ 法定届满日在期内（期未满的至截止日前一日）的应告知期限，本机关、签收的单位各计一项，姓名（名称）、住址不清的除外（第二十三条）",
        "tell_due",
        "rate",
    ),
    Indicator("on_time_rate", "按期率", "按期 ÷ 应办结（第三十四条）", "reply_due", "rate"),
    Indicator(
        "rated_rate",
        "参评率",
        "评价期内已评价的 ÷ 评价期届满日在期内（期未满的至截止日前一日）的应评价项（国信发〔2022〕11号，须核）",
        "rating_due",
        "rate",
    ),
    *SATISFIED,
    Indicator(
        "once_rate",
        "一次性化解率",
        "初次事项办结后{watched_days}日内（含当日）未再信访的 ÷ {watched_days}日观察期在期内届满的初次办结事项，每个事项计一次",
        "once",
        "rate",
    ),
    Indicator(
        "resolved_rate",
        "化解率",
        "已化解（化解后恢复办理的不算）÷ 截至期末的领导包案件；换了包案领导的仍计一件",
        "sponsored",
        "rate",
    ),
    Indicator("repeat_rate", "重复信访率（件口径）", "重复件 ÷ 收到的全部件", "repeats", "rate"),
    Indicator(
        "came_again_rate",
        "重复信访率（事项口径）",
        "办结后（含当日）再次信访的初次事项 ÷ 期内办结的初次事项，每个事项计一次（再次信访计至截止日）",
        "came_again",
        "rate",
    ),
)
"""Rates, in the order printed; each says what it is a rate of."""
STANDING: dict[str, tuple[str, str, str]] = {
    "overdue_open": (
        "{ending}超期",
        "项",
        "{end}末（期未满的截止日）仍未履行、法定届满日已过的期限项数；分单位的，按那天承办的单位，督办、建议、复查、复核的按应履行的单位",
    ),
    "late_entries": (
        "补录",
        "条",
        "期内的事项，记入台账晚于当日的条数，信访件收到以前的公安程序步骤不计；只看一个单位的，按{end}末（期未满的截止日）承办的单位",
    ),
}
"""Figures that are no tally: word, unit and definition."""
TO_SET = "几人起算集体访、观察几日可以设: xinfang setting set group-size 人数，xinfang setting set watched-days 日数。"
"""The hint below a report that defines both."""
MEASURED = tuple(dict.fromkeys(indicator.measure for indicator in (*INDICATORS, *RATES)))
"""Every tally that the indicators need, once."""


def figures_of(tallies: Mapping[str, Tally], indicators: Sequence[Indicator]) -> dict[str, Figure]:
    """Each indicator's figure by its key."""
    return {each.key: each.of(tallies[each.measure]) for each in indicators}


def value(figure: Figure) -> int | float | None:
    """A figure as one number: of a rate its value, None where nothing was due."""
    return figure.value if isinstance(figure, Rate) else figure
