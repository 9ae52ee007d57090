"""Doing an act: may it be done, the fact, what follows; and acts that ask for more than the petition itself."""
