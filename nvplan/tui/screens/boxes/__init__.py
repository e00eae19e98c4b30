"""Boxes over a place."""
