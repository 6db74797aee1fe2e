"""Anki's packages: our own writer, and a reader that trusts nothing. Anki's library is not used."""
