"""Words that stand where nothing is known: 不详, 无, 同上 in the place of a name, a number or an address."""

from __future__ import annotations

EMPTY_MARKS = frozenset({"", "-", "--", "—", "——", "－", "/", "／", "\\", "无", "空", "null", "none", "n/a", "nan"})
"""What stands in a cell for “nothing”, in lower case; 无 in a text of free words is kept."""
DITTO = frozenset({"同上", "同前", "〃", "″", "〞", "“", "”", '"', "''"})
NAMELESS = frozenset(
    {
        "匿名",
        "匿名信",
        "匿名者",
        "匿名举报",
        "佚名",
        "无名",
        "无名氏",
        "未署名",
        "不署名",
        "未具名",
        "未留姓名",
        "姓名不详",
        "姓名不清",
        "姓名不明",
        "不详",
        "不明",
        "anonymous",
    }
)
ANYBODY = frozenset(
    {"群众", "匿名群众", "村民", "居民", "市民", "业主", "职工", "网民", "网友", "家长", "某某", "某人"}
    | {"信访人", "来信人", "来访人", "反映人", "举报人"}
)
"""What is written for a name and is nobody's."""
NO_HOME = frozenset(
    {"居无定所", "无固定住所", "无固定住处", "无固定住址", "无固定地址", "无住所", "保密", "要求保密", "不便透露"}
    | {"本村", "本乡", "本镇", "本县", "本市", "本地", "外村", "外乡", "外县", "外市", "外省", "外地", "暂住"}
)
"""What is written for an address, says something, and is no place."""


def _unknown(*kinds: str) -> frozenset[str]:
    """The words that say of such a thing that nobody knows it, or that there is none."""
    said = ("{}不详", "{}不清", "{}不明", "{}未知", "{}不清楚", "未留{}", "未提供{}", "未填{}", "无{}")
    return frozenset(word.format(kind) for kind in ("", *kinds) for word in said) | {"暂无", "不知"}


NOBODY = NAMELESS | ANYBODY | DITTO | EMPTY_MARKS | _unknown("姓名")
"""What stands for a name and tells nobody's."""
NO_ADDRESS = _unknown("地址", "住址", "详址")
NO_ID = _unknown("身份证", "身份证号", "身份证号码", "证件", "证件号", "号码")


def says_none(text: str, words: frozenset[str]) -> bool:
    """Whether the text is one of these words, in brackets or not."""
    return len(text) < 12 and text.strip("()（）。 ") in words
