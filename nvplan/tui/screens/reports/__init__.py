"""Reports to hand in, and the days they are due."""
