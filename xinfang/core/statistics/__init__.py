"""Tests and forecasts from counts. Pure Python: an office's numbers are small, and start-up is dear."""
