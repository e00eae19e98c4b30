"""Shared objects: lists, forms and the board."""
