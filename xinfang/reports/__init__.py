"""One file per report: rows → what it counts and how it is laid out. Pure."""
