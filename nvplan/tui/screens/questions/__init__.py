"""Questions: one at a time, as a table over the actors, large for a room, with their comments."""
