"""The jail's rules, each as a test named after it; the live ones in real jails."""
