"""Facts → rows to look up. Pure: the same facts, rulebooks and calendar always give the same rows."""
