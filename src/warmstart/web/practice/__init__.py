"""Practice with questions: list, page, grade with its evidence, disputes, follow-ups, calibration."""
