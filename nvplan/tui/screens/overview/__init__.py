"""The overview of a plan and how far it is decided."""
