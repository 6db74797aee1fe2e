"""The terminal: warmstart up | work | judge | pack | doctor."""
