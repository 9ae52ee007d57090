"""Statutory documents 文书: what stands in each (pure), the Word templates, and how one is filled with the other."""
