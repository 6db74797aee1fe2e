"""The judge's rules, each as a test named after it."""
