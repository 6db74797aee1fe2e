"""The review session: today's items one after the other, rated by one key; and cards of one's own."""
