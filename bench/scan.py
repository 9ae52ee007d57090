"""What a year of the ledger costs at the least: one pass over the facts of its days."""

import sqlite3
import sys

file, year = sys.argv[1:]
connection = sqlite3.connect(file)
facts = connection.execute(
    "SELECT act, count(*), sum(length(body)) FROM fact JOIN payload USING (seq) WHERE on_day BETWEEN ? AND ? GROUP BY act",
    (f"{year}-01-01", f"{year}-12-31"),
)
print(facts.fetchall())
