"""What a forecast says in sentences: the sum, how earlier ones fared, and the method."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...core.statistics.sums import INTERVAL
from ...core.statistics.survival import PRIOR
from .chances import ENOUGH, Horizon, Sum
from .trials import Spreads, Trial, within

_SHARE = f"{INTERVAL:.0%}"


def coverage(tried: Sequence[Trial]) -> dict[str, int]:
    """How many trials there were and how many held true, for all together and unit by unit."""
    units = [one for each in tried for one in each.units.values()]
    return {
        "trials": len(tried),
        "within": sum(each.hit for each in tried),
        "unit_trials": len(units),
        "unit_within": sum(map(within, units)),
    }


def summary(now: Horizon, whole: Sum, tried: Sequence[Trial], unverified: int) -> Iterator[str]:
    """What to know at once."""
    ahead = f"截至 {now.on} 还没有履行、此后 {(now.until - now.on).days // 7} 周内到期的 {whole.due} 项"
    if now.enough:
        yield f"{ahead}，预计超期 {whole.expected:.1f} 项，{_SHARE} 的可能在 {whole.low} 至 {whole.high} 项之间。"
    else:
        yield f"{ahead}。此前到期的不足 {ENOUGH} 项，还看不出办得多快，不作超期预测。"
    if tried:
        of = coverage(tried)
        yield (
            f"回头检验: 此前 {of['trials']} 期，实际超期数落在区间内的 {of['within']} 期；"
            f"逐单位算 {of['unit_trials']} 次，落在区间内的 {of['unit_within']} 次"
            f"（{of['unit_within'] / of['unit_trials']:.0%}，应约 {_SHARE} 或更多）。"
        )
    if unverified:
        yield f"另有 {unverified} 项届满日未核（缺节假日安排），不在其内。"


def method(now: Horizon, looked_back: int, spreads: Spreads, tried: Sequence[Trial]) -> Iterator[str]:
    """How it was worked out, and what it leaves out."""
    yield "只算已经起算的期限；今后才收到、才受理的不在其内，所以越往后越不全。只算单位的期限，不涉及个人。"
    if not now.enough:
        return
    learnt = sum(each.number for each in now.past)
    yield (
        f"算法: 看此前 {looked_back} 天到期的 {learnt} 项（当天才起算的不在其内），离届满日还剩若干天时没有履行的，后来有几成到期仍没有履行"
        "（卡普兰-迈耶法，按剩余天数；延期、交还等也算了结）；"
        f"按期限种类、按单位分别算，件数少的单位向全办的情况靠拢（相当于添 {PRIOR:.0f} 项全办的先例）。"
    )
    yield (
        f"区间: 各项独立时超期数的分布（泊松-二项），{_SHARE} 的区间，再按回头检验中实际偏离的大小放宽"
        f"（方差放大: 单位 {spreads.units:.1f} 倍，全办 {spreads.whole:.1f} 倍）。"
    )
    if tried:
        yield "回头检验: 只用当天以前（按业务日期）的情况重做各次预测，区间的宽窄只由其余各期决定，再与后来的实际比。"
