"""The log: attempts, submissions, verdicts, answers, grades and events; rows are added and never edited."""
