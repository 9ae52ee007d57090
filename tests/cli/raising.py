"""What one person raises more than once, and how it is registered."""

from __future__ import annotations

from typing import Any

from .shell import Shell

ZHANG = ("--name", "张三", "--address", "城关镇幸福路1号")
NOISE = ("--title", "反映翠湖天地工地夜间施工", "--content", "翠湖天地二期工地夜里浇筑混凝土，居民无法休息")
AGAIN = ("--title", "再次反映翠湖天地夜间施工", "--content", "翠湖天地工地昨夜又浇筑混凝土到三点")
OTHER = ("--title", "咨询户口迁移", "--content", "孩子的户口怎样迁到城关镇")


def register(shell: Shell, *more: object, **variables: str) -> Any:
    """The receipt."""
    return shell.data("register", "--channel", "visit", *more, **variables)


def others_told(out: str) -> list[str]:
    """What the receipt says of the person's other petitions."""
    lines = out.splitlines()
    return lines[next(place for place, line in enumerate(lines) if line.endswith(":") and "另有" in line) :]
