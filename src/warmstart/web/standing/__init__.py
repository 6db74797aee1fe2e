"""What the log says of somebody now: gathered, folded, kept as long as it holds."""
