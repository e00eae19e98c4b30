"""Tests of Granska."""
