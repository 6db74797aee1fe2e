"""The log: attempts, submissions, verdicts and events; rows are added and never edited."""
