"""Content categories 内容分类: three levels of names, "一级/二级/三级"; ours, or a table of the office's own.

A code is a path of one, two or three levels: a petition may be put under 城乡建设/物业管理 when no third level fits.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ..core.errors import BadInput, ExchangeFailed, NotFound

LEVELS = ("一级", "二级", "三级")
NAME_AT_MOST = 40
LISTED_AT_MOST = 8
"""Candidates or faults named in one message."""

_SEPARATORS = re.compile(r"[/\\>→—–-]+")
_HEADING = re.compile(r"(一级|二级|三级)(内容)?(分类|类别|名称)?|level_?[123]", re.IGNORECASE)

Row = tuple[int, list[str]]
"""Line number, and the names of one category from the first level down."""
Fault = tuple[int, str]
"""Line number and reason."""


@cache
def shipped() -> tuple[str, ...]:
    """Every code that comes with the program, each level before those below it."""
    import tomllib  # only a classification asks for categories: start-up does not pay for the parser

    text = (Path(__file__).with_name("tables") / "categories.toml").read_text(encoding="utf-8")
    return _paths(
        (one, two, *three)
        for one, seconds in tomllib.loads(text).items()
        for two, thirds in seconds.items()
        for three in [(), *((name,) for name in thirds)]
    )


def find(typed: str, codes: tuple[str, ...]) -> str:
    """The code meant: a full path, or its last name or names if only one code ends so. / - > and ／ separate alike.

    Raises BadInput E105 for nothing typed, E104 listing the codes when several end so, NotFound E204 with near ones.

    >>> find("建设 > 供水", ("建设", "建设/供水"))
    '建设/供水'
    """
    parts = _parts(typed)
    if not parts:
        raise BadInput("E105", "内容分类没有填。", remedy="xinfang category list 查看分类")
    known = _endings(codes)
    whole = [code for code in known.get(parts, ()) if code == typed or _parts(code) == parts]
    meant = [typed] if typed in whole else whole or known.get(parts, [])
    if len(meant) == 1:
        return meant[0]
    short = typed.strip()[:NAME_AT_MOST]
    if meant:
        raise BadInput("E104", f"叫“{short}”的内容分类有 {len(meant)} 个。", remedy="写明是哪一个: " + _listed(meant))
    near = _near(parts, codes)
    tops = [code for code in codes if "/" not in code]
    raise NotFound(
        "E204",
        f"没有“{short}”这个内容分类。",
        remedy="相近的有: " + _listed(near) if near else "一级分类有: " + "、".join(tops),
    )


def as_rows(codes: Iterable[str]) -> list[tuple[str, str, str]]:
    """The table to list or export: a row for each code with nothing below it, "" for a level it does not have.

    `read_table` makes the same codes of these rows again.
    """
    paths = list(codes)
    above = {path.rpartition("/")[0] for path in paths}
    rows = ((*path.split("/"), "", "")[:3] for path in paths if path not in above)
    return [(one, two, three) for one, two, three in rows]


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
    return _paths(seen)


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


def _paths(rows: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Rows of names as codes, brought together under their upper levels, which are codes too."""
    tree: dict[str, Any] = {}
    for names in rows:
        branch = tree
        for name in names:
            branch = branch.setdefault(name, {})
    return tuple(_walk(tree, ""))


def _walk(tree: dict[str, Any], above: str) -> Iterator[str]:
    for name, below in tree.items():
        yield above + name
        yield from _walk(below, f"{above}{name}/")


def _parts(path: str) -> tuple[str, ...]:
    """The names in a path, however it is separated; full-width letters and signs count as plain ones."""
    plain = unicodedata.normalize("NFKC", path).casefold()
    return tuple(part for part in ("".join(piece.split()) for piece in _SEPARATORS.split(plain)) if part)


@lru_cache(maxsize=2)
def _endings(codes: tuple[str, ...]) -> dict[tuple[str, ...], list[str]]:
    """Codes by each of their endings: an import asks a hundred thousand times."""
    found: dict[tuple[str, ...], list[str]] = {}
    for code in codes:
        parts = _parts(code)
        for start in range(len(parts)):
            found.setdefault(parts[start:], []).append(code)
    return found


def _near(parts: tuple[str, ...], codes: tuple[str, ...]) -> list[str]:
    """Codes whose last name is like the last name typed: one holds the other, or most letters agree."""
    from difflib import get_close_matches

    typed = parts[-1][:NAME_AT_MOST]
    names = {code: code.rpartition("/")[2] for code in codes}
    like = get_close_matches(typed, sorted(set(names.values())), n=5, cutoff=0.5)
    near = [code for code, name in names.items() if name != "其他" and (typed in name or name in typed)]
    return [*near, *(code for name in like for code in codes if names[code] == name and code not in near)]


def _listed(codes: list[str]) -> str:
    more = f" 等 {len(codes)} 个" if len(codes) > LISTED_AT_MOST else ""
    return "、".join(codes[:LISTED_AT_MOST]) + more
