"""What belongs together: a matter's petitions, petitions alike."""
