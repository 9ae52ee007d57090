"""Taking a petition in, and putting right what was written down wrongly."""
