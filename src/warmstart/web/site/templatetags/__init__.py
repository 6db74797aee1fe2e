"""Template tags that pages of every slice use."""
