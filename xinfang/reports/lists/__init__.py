"""Lists of the day: petitions, time limits, the morning's work."""
