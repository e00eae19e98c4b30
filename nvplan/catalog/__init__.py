"""Reads data/ into the model and validates it: counties, requirements, questions and reference material."""
