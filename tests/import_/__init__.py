"""Importing outside ledgers through the command line, and writing them out again."""
