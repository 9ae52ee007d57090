"""Sorts of petitions by which offices report: 初信初访、重信重访、联名、集体、越级、多头."""

from .terms import Term


class PetitionClass(Term):
    """A petition is of one of the first three, and may be of any of the others besides."""

    FIRST = "first", "初次信访"
    REPEAT_BEFORE = "repeat-before-reply", "重复信访（答复前）"
    REPEAT_AFTER = "repeat-after-reply", "重复信访（答复后）"
    JOINT = "joint", "联名"
    GROUP = "group", "集体访"
    LEVEL_SKIPPING = "level-skipping", "越级走访"
    SEVERAL_WAYS = "several-ways", "多头信访"
