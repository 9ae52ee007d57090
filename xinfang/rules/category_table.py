"""Reading an office's own table of content categories: CSV or TOML in, codes out, every fault with its line."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator

from ..core.errors import ExchangeFailed
from .categories import NAME_AT_MOST, paths

LEVELS = ("一级", "二级", "三级")
LISTED_AT_MOST = 8
"""Faults named in one message."""

_HEADING = re.compile(r"(一级|二级|三级)(内容)?(分类|类别|名称)?|level_?[123]", re.IGNORECASE)

Row = tuple[int, list[str]]
"""Line number, and the names of one category from the first level down."""
Fault = tuple[int, str]
"""Line number and reason."""


def read_table(text: str, origin: str) -> tuple[str, ...]:
    """The codes of an office's own table, in the order of the file, each level before those below it.

    CSV: columns 一级分类,二级分类,三级分类, heading optional; blank first cells repeat the row above, as merged cells
    do. TOML: as rules/tables/categories.toml. `origin` names the file in refusals.
    Raises ExchangeFailed E505 with line and reason of each fault: not CSV or TOML, no level above, more than three
    columns, a name that is empty, too long, given twice or has a / or a character that cannot be seen.
    """
    text = text.removeprefix("\ufeff")
    faults: list[Fault] = []
    read = _from_toml if _is_toml(text, origin) else _from_csv
    seen: dict[tuple[str, ...], int] = {}
    for line, names in read(text, faults):
        for level, name in zip(LEVELS, names, strict=False):
            if why := _bad(name):
                faults.append((line, f"{level}名称{why}"))
        if tuple(names) in seen:
            faults.append((line, f"“{'/'.join(names)}”第{seen[tuple(names)]}行已经有了"))
        seen.setdefault(tuple(names), line)
    if not seen and not faults:
        faults.append((1, "没有一个内容分类"))
    if faults:
        reasons = [f"第{line}行{_shown(why)}" for line, why in dict.fromkeys(sorted(faults))]
        more = f"；另有 {len(reasons) - LISTED_AT_MOST} 处" if len(reasons) > LISTED_AT_MOST else ""
        raise ExchangeFailed(
            "E505",
            f"内容分类表 {origin} 有错: {'；'.join(reasons[:LISTED_AT_MOST])}{more}。",
            remedy="每行写 一级分类,二级分类,三级分类，没有下级的留空",
        )
    return paths(seen)


def _is_toml(text: str, origin: str) -> bool:
    if origin.lower().endswith((".toml", ".csv")):
        return origin.lower().endswith(".toml")
    first = next((line.strip() for line in text.splitlines() if line.strip() and not line.strip().startswith("#")), "")
    return first.startswith(("[", "{"))  # { is JSON: to be refused as no TOML, not read as CSV


def _from_csv(text: str, faults: list[Fault]) -> Iterator[Row]:
    lines = list(_csv_lines(text, faults))
    headings = [at for at, (_, cells) in enumerate(lines[:5]) if len(cells) > 1 and all(map(_HEADING.fullmatch, cells))]
    above: list[str] = []
    for line, cells in lines[headings[0] + 1 :] if headings else lines:
        if len(cells) == 1:
            faults.append((line, "只有一列，应为用逗号分开的三列"))
            continue
        while cells and not cells[-1]:
            cells.pop()
        blanks = next(at for at, name in enumerate(cells) if name)
        names = [*above[:blanks], *cells[blanks:]]
        if len(names) > len(LEVELS):
            faults.append((line, f"有 {len(names)} 列，最多三列"))
        elif len(names) < len(cells) or "" in names:
            faults.append((line, "有下级而没有上级"))
        else:
            above = names
            yield line, names


def _csv_lines(text: str, faults: list[Fault]) -> Iterator[Row]:
    """Lines with anything in them; stops at what is not CSV."""
    import csv

    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = "\t" if "\t" in first and "," not in first else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            tidy = [_tidy(cell) for cell in cells]
            if any(tidy):
                yield reader.line_num, tidy
    except csv.Error as fault:
        faults.append((reader.line_num, f"不是 CSV，多半是引号没有成对（{fault}）"))


def _from_toml(text: str, faults: list[Fault]) -> Iterator[Row]:
    import tomllib

    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as fault:
        found = re.search(r"line (\d+)", str(fault))
        line = int(found[1]) if found else text.count("\n") + 1
        faults.append((line, f"不是 TOML，或者同一名称写了两段，或者名称没有加引号（{fault}）"))
        return
    place = _Place(text)
    for one, seconds in table.items():
        line = place.of(one)
        if not isinstance(seconds, dict):
            faults.append((line, f'“{one}”应写成一段 ["{one}"]，下面写二级'))
            continue
        if not seconds:
            yield line, [_tidy(one)]
        for two, thirds in seconds.items():
            line = place.of(two)
            if not isinstance(thirds, list) or not all(isinstance(three, str) for three in thirds):
                faults.append((line, f'“{two}”应等于一列三级名称，如 ["供水", "供电"]'))
                continue
            if not thirds:
                yield line, [_tidy(one), _tidy(two)]
            for three in thirds:
                yield place.of(three), [_tidy(one), _tidy(two), _tidy(three)]


class _Place:
    """Finds the line of each name of a TOML text; asked in the order of the text. An escaped one: the line before."""

    def __init__(self, text: str) -> None:
        self.text = re.sub(r"(?m)^[ \t]*#.*$", "", text)
        self.at = 0

    def of(self, name: str) -> int:
        found = [at for quoted in (f'"{name}"', f"'{name}'", name) if (at := self.text.find(quoted, self.at)) >= 0]
        if found:
            self.at = found[0]
            line = self.text.count("\n", 0, self.at) + 1
            self.at += len(name)
            return line
        return self.text.count("\n", 0, self.at) + 1


def _tidy(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split()))


def _bad(name: str) -> str:
    """What is wrong with a name, or nothing."""
    if not name:
        return "是空的"
    if len(name) > NAME_AT_MOST:
        return f"有 {len(name)} 个字，最多 {NAME_AT_MOST} 个字"
    if "/" in name or "／" in name:
        return f"“{name}”里不能有斜线"
    return "" if name.isprintable() else f"{name!r} 里有看不见的字符"


def _shown(reason: str) -> str:
    """A reason fit for a message, whatever the file had in it."""
    return "".join(sign if sign.isprintable() else "?" for sign in reason[:120])
