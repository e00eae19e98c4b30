"""Granska: reads a plan as a careful reviewer would. A rule is a row in data/granskningsregler.jsonl and a function."""
