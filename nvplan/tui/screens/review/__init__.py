"""Granska: what a careful reader would ask about."""
