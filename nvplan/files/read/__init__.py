"""Returned files become what they say; nothing here knows a plan."""
