"""What a person can do with a plan: commands, the handlers that carry them out, and what can be read out of it."""
