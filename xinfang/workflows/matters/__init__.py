"""Which petitions are about one matter: found, linked, shown."""
