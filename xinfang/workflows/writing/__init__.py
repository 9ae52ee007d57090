"""Documents 文书 made and numbered, and what the receipt tells who holds it."""
