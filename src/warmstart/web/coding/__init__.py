"""Practice with code: list, problem page, runs, submissions, verdicts, hints."""
