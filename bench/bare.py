"""What a command line program costs at the least: typer, the same file, one indexed query."""

import sqlite3
from pathlib import Path

import typer

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def main(file: Path, petition: int) -> None:
    """Print a petition's number and title."""
    connection = sqlite3.connect(file)
    print(
        connection.execute(
            "SELECT number, title FROM petition JOIN content ON petition = id WHERE id = ?", (petition,)
        ).fetchone()
    )


app()
