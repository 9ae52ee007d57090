"""What a page is called."""

from __future__ import annotations


def title(office: str, what: str, unit: str) -> str:
    """安澜县公安局2026年10月信访情况（信访室）; unit: empty where all units are meant."""
    return f"{office}{what}" + (f"（{unit}）" if unit else "")
