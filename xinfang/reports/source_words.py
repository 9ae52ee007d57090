"""How sure a value of the law is, and in what it is counted, in words."""

SOURCE_WORDS = {
    "TEXT": "条文原文",
    "QUOTE": "二手引文，原文未见",
    "MEMORY": "凭记忆，须核",
    "CODE": "实务系统做法，非法律依据",
    "SEED": "实务材料，非法律依据",
    "OWN": "本单位设定",
}
_COUNTED = {"calendar": "日", "working": "个工作日", "month": "个月"}


def counted(days: int, counts: str) -> str:
    """How long, in the limit's own unit.

    >>> counted(5, "working")
    '5个工作日'
    """
    return f"{days}{_COUNTED[counts]}"
