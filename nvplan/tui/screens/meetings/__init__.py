"""The places of a meeting: its agenda, and the meeting as it is run on a shared screen."""
