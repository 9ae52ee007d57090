"""Words and values: the floor every other room stands on."""
