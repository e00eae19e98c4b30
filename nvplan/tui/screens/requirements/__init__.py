"""Requirements: the checklist of an actor, its judgements, and the set in use."""
