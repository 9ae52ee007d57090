"""The SQLite file: ledger, projected tables, migrations, questions. Nothing outside knows which engine answers."""
