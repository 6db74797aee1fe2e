"""The shell itself: settings, urls, server, security, base pages and errors."""
