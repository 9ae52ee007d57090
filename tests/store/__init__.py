"""The file: that nothing in it changes unseen, and that what is looked up is what the facts add up to."""
