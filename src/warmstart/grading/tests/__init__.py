"""The grading room's rules, each as a test named after it."""
