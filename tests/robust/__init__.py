"""Harnesses that try to break the plan file: bounded in the test run, in full as commands (see each module)."""
