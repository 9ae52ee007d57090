"""Jobs across rooms. The only room that knows today's date, and the one that commands call."""
