"""Builds every document that leaves nvplan, in a format-neutral form."""
