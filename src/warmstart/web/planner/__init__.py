"""Today and the way there: the first screen, setting up, and the settings of the plan."""
