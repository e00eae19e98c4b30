"""The steps towards a decision."""
