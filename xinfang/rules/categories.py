"""Content categories 内容分类: three levels of names, "一级/二级/三级"; ours, or a table of the office's own.

A code is a path of one, two or three levels: a petition may be put under 城乡建设/物业管理 when no third level fits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ..core.errors import BadInput, NotFound
from .pages import parsed

NAME_AT_MOST = 40
LISTED_AT_MOST = 8
"""Candidates named in one message."""

_SEPARATORS = re.compile(r"[/\\>→—–-]+")


@cache
def shipped() -> tuple[str, ...]:
    """Every code that comes with the program, each level before those below it."""
    text = (Path(__file__).with_name("tables") / "categories.toml").read_text(encoding="utf-8")
    return paths(
        (one, two, *three)
        for one, seconds in parsed(text).items()
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


def paths(rows: Iterable[Iterable[str]]) -> tuple[str, ...]:
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
