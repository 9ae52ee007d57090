"""The operating system's complaints in Chinese."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "路径中有一段是文件，不是文件夹",
    errno.EISDIR: "这是一个文件夹，不是文件",
    errno.EACCES: "没有权限，或文件正被别的程序打开",
    errno.EPERM: "没有权限",
    errno.EROFS: "所在的磁盘只能读",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘已满",
    errno.EFBIG: "文件超过了允许的大小",
    errno.EIO: "磁盘读写出错",
    errno.ENAMETOOLONG: "文件名过长",
    errno.EINVAL: "文件名不合规定",
    errno.ELOOP: "链接绕成了圈",
}


def reason(fault: BaseException) -> str:
    """Why, in words a clerk can act on; what the system has no usual number for is passed on as it is."""
    number = fault.errno if isinstance(fault, OSError) else None
    return _REASONS.get(number or 0, str(fault))
