"""Statistics and likeness of texts, each against a second way to the same numbers."""
