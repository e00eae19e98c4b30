"""The plan file and the settings: the only package that writes what a person has entered to disk."""
