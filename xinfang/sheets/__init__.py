"""Outside files → rows: ledgers in xlsx or csv, their encodings, headings and dates."""
