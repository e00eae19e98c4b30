"""Before a plan is open: the start screen, a new county, next year's plan, the tour."""
