"""Exports: a format-neutral document becomes bytes; one module a format, named in `registry`."""
