"""What a meeting says: its items, what was said under each, and what was agreed. Nothing is written here."""
