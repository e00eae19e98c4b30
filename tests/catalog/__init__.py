"""Tests of the catalogue: what stands in data/, and what happens where it is wrong."""
