"""One file per command: parse → call a workflow → print. typer lives only here."""
