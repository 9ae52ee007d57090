"""Words of whose a petition is and of the short way to handle it."""

from __future__ import annotations

from .terms import Term


class Succession(Term):
    """Why another body takes over from the one that had to decide (第二十四条第二款)."""

    SPLIT = "split", "分立"
    MERGED = "merged", "合并"
    ABOLISHED = "abolished", "撤销"


class Simplicity(Term):
    """The four sorts of first petitions that may be handled the short way (《信访事项简易办理办法（试行）》, second-hand)."""

    CLEAR = "clear", "事实清楚，责任明确，争议不大，易于解决"
    PROMPT = "prompt", "咨询建议感谢类，可以即时反馈"
    DAILY = "daily", "涉及日常生产生活，时效性强"
    DECIDED = "decided", "已有明确承诺或者结论"
