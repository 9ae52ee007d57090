"""Questions to the projected tables: one function, one SELECT, typed rows back."""
