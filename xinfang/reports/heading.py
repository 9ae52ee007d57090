"""What every report says of itself."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ..core.period import Period
from .titles import title


class Heading(NamedTuple):
    """Whose report it is, of which days, as things stood at the end of which day, of one unit or (empty) of all."""

    office: str
    period: Period
    as_of: date
    unit: str

    def title(self, what: str) -> str:
        """安澜县公安局2026年10月信访情况（信访室）."""
        return title(self.office, f"{self.period.label}{what}", self.unit)

    @property
    def data(self) -> dict[str, object]:
        """For scripts."""
        return {"period": self.period.data, "as_of": str(self.as_of), "unit": self.unit}
