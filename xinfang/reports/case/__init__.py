"""What is said of one petition: its page, its reasons, the receipt of an act, what may be done next."""
