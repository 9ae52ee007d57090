"""The templates that a document is made from: the office's own where it has one, else the program's."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from ...core.errors import ExchangeFailed
from ...core.letter_kinds import LetterKind
from ...core.system_words import reason
from ...letters.templates import file_name, shipped
from ..desk import Desk

FOLDER = "文书模板"
"""Beside the ledger file; XINFANG_TEMPLATES names another place."""
Save = Callable[[Path, Iterable[bytes]], None]


def folder_of(desk: Desk) -> Path:
    """Where the office's own templates are looked for; it need not exist."""
    named = os.environ.get("XINFANG_TEMPLATES")
    return Path(named) if named else desk.path.parent / FOLDER


def template_of(desk: Desk, kind: LetterKind) -> tuple[bytes, str]:
    """The template and what to call it in a message. Raises ExchangeFailed E501 when the office's own cannot be read."""
    own = folder_of(desk) / file_name(kind)
    if not own.exists():
        return shipped(kind), f"{file_name(kind)}（自带）"
    try:
        return own.read_bytes(), str(own)
    except OSError as fault:
        raise ExchangeFailed(
            "E501", f"{own} 不能读: {reason(fault)}。", remedy="核对权限；或移走它，改用自带的模板"
        ) from fault


def copy_out(desk: Desk, folder: Path, *, force: bool, save: Save) -> tuple[str, ...]:
    """Copy every template into `folder`, to be changed in Word; the lines to print. What is there already stays."""
    kept = [kind for kind in LetterKind if (folder / file_name(kind)).exists() and not force]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise ExchangeFailed("E507", f"不能建立文件夹 {folder}: {reason(fault)}。", remedy="换一个位置") from fault
    for kind in LetterKind:
        if kind not in kept:
            save(folder / file_name(kind), [shipped(kind)])
    home = folder_of(desk)
    lines = [f"已复制 {len(LetterKind) - len(kept)} 个模板到 {folder}。"]
    if kept:
        lines.append(f"  原有 {len(kept)} 个没有动；要换回自带的加 --force")
    if folder.resolve() == home.resolve():
        lines.append("  用 Word 改好存盘就生效；{{…}} 是要填的字段，名称不要改。删去一个文件，该文书就用自带的模板。")
    else:
        lines.append(f"  改好的放到 {home} 里就生效；{{{{…}}}} 是要填的字段，名称不要改。")
    return tuple(lines)
