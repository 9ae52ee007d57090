"""Statutory documents 文书: one file per document."""
