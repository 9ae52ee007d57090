"""xinfang 信访: case handling for county petition offices over one SQLite file."""

__version__ = "0.1.0"
