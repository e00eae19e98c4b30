"""What can be read out of a plan: its state, the guide, lists, search, the matrix and what is looked up."""
