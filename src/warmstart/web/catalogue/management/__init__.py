"""Django commands of this slice."""
