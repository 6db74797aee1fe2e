"""Installed packs, indexed for browsing; the content itself stays in their files."""
