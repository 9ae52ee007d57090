"""How sure a finding is, in words a chief reads, and by which method it was found."""

from __future__ import annotations

from ...core.statistics.against_history import INTERVAL, SEASON_LEVEL, Judged
from ...core.statistics.screening import FEWEST, LEVEL
from .screened import Screened
from .seen import Seen

SURE = 0.01
LEVELS = {
    "clearly-up": "明显上升",
    "up": "上升",
    "clearly-down": "明显下降",
    "down": "下降",
    "led": "随同升降",
    "usual": "正常",
    "untested": "不检验",
}
"""clearly: adjusted p up to SURE. led: out of its interval together with something found."""
UNITS = {"month": "个月", "quarter": "个季度", "year": "个年度", "days": "个同样长的时段"}


def level(judged: Judged, adjusted: float) -> str:
    """One of LEVELS for a cell that was tested and found, or found usual."""
    if adjusted > LEVEL:
        return "usual"
    direction = "up" if judged.rising else "down"
    return f"clearly-{direction}" if adjusted <= SURE else direction


def method(seen: Seen, screened: Screened) -> list[str]:
    """The method and its parameters."""
    unit = UNITS[seen.now.period.kind]
    had = len(seen.before)
    if not seen.testable:
        return [
            f"未作检验: 要有此前至少 {seen.needed} {unit}的完整历史，台账里只有 {had} {unit}。"
            "下面只有数字，没有预期和升降；历史够了自然会有。"
        ]
    return [
        f"对比: 本办此前 {had} {unit}，各期都取期末后同样多天时的分类和归属，先分类的和后分类的一样看待。",
        "预期: 该项过去与其余各项的比，乘以本期其余各项的件数，已报出的各项不算在其余里；全办一起增减的，不算某一项的升降。"
        f"往年同期与平时不同（显著性 {SEASON_LEVEL:.0%}）的，预期按往年同期，要比往年同期和比各期都异常才算。",
        "检验: 条件精确检验（贝塔-二项分布，双侧），过去各期波动大的按其波动放宽，"
        "波动由同一维度各项合起来估计，历史短、估计不准的再放宽（t 分布）；"
        f"单项检验 {screened.looked_at} 项，两项交叉 {screened.crossed} 项，"
        f"分别用本杰明尼-霍赫贝格法校正，报出的升降中误报大约不超过 {LEVEL:.0%}；来信常常成批的，两项交叉的可能到一成。"
        f"{LEVELS['clearly-up']}、{LEVELS['clearly-down']}: 校正后的概率不超过 {SURE:.0%}。",
        "收到的总数: 按日历天数与此前各期比，满两年的折到本期的水平（各年之间逐期渐变，最近两年的增减延到本期），"
        "季节和波动同样考虑；只给区间，不算升降。",
        f"区间: 该项照旧时 {INTERVAL:.0%} 会落在其中的件数，未按项数校正。"
        f"历年合计不足 {FEWEST} 件的、没有填写的不检验；{LEVELS['led']}: 超出区间，其中有已报出的那一项。",
        *(["报出的各项占了本期的大半，其余各项没有可比的底数，不再检验。"] if screened.exhausted else []),
    ]
