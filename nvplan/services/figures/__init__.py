"""Figures that can be trusted: the continuity index out of visits. Nothing here writes a plan or prints a patient."""
