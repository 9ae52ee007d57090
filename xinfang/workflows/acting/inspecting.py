"""The checklist of an inspection 案件评查 as it is typed."""

from __future__ import annotations

from ...acts.inspect import Finding
from ...core import clean
from ...core.errors import BadInput


def finding_from(typed: str) -> Finding:
    """`登记=完整` as a finding. Raises BadInput E104 where either side is missing."""
    item, _, finding = typed.replace("＝", "=").partition("=")
    item, finding = clean.line(item, what="评查项目"), clean.line(finding, what="评查结论")
    if not item or not finding:
        raise BadInput("E104", f"“{typed}”不是一项评查结论。", remedy="写成 --item 项目=结论，如 --item 告知=按期")
    return Finding(item, finding)
