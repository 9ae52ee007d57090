"""The office itself and what it works by: units, officers, settings, calendars, categories, the rules of the law."""
