"""The statutory acts: each file holds a fact, its guard (may it be done now, by which article) and its effect."""
