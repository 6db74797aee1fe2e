"""Which pages may listen, when their reader presses the button for it."""

HEARS = "camera=(), geolocation=(), microphone=(self)"
"""`Permissions-Policy` of those pages; all others may not."""
