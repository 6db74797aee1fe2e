"""What the planner shows, in words."""
