"""The library of the planner."""
