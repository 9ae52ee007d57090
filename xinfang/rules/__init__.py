"""The statute as data: rulebooks, holiday calendars, day counting, deadlines. Pure."""
