"""Errors that a person meets: one plain Swedish sentence each."""

from __future__ import annotations


class NvplanError(Exception):
    """Something a person can act on. The text is the Swedish sentence that is shown, and nothing else is."""


class InputError(NvplanError):
    """A value, name or file that a person gave cannot be used as it stands."""


class UnknownNameError(InputError):
    """A name that matches nothing known; the sentence says which names come nearest."""


class PlanFileError(NvplanError):
    """The plan file cannot be opened, read or written; the file on disk is as it was."""


class ConflictError(NvplanError):
    """Someone else changed the same field since it was read; both values are in the sentence."""


class CatalogError(NvplanError):
    """A fault in data/: the sentence names file, row and what would be right."""
