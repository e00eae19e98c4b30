"""A survey of a meeting: the questions to paste, and what a form service's export of the answers comes to."""
