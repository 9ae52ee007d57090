"""Ledgers of others in, and our own out."""
