"""Run untrusted code on frozen cases and say what happened: verdicts and growth."""
