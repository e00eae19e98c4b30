"""Tests of what changes a plan."""
