"""Out and in again: the log as JSON Lines, reviews and cards as CSV, Anki's packages."""
