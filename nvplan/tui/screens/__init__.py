"""The planner's screens: each composes, binds and dispatches."""
