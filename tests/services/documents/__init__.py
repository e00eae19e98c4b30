"""Tests of the documents that leave nvplan, in their format-neutral form."""
