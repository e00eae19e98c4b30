"""What changes a plan: commands, the handlers that carry them out, undo, merging, freezing and taking in."""
