"""What screens are made of: the base of them all, and lists."""
