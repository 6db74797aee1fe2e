"""People. At home there is one, and nobody asks for a password."""
