"""Errors that a person meets: one plain Swedish sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class NvplanError(Exception):
    """Something a person can act on. The text is the Swedish sentence that is shown, and nothing else is."""


class InputError(NvplanError):
    """A value, name or file that a person gave cannot be used as it stands."""


class UnknownNameError(InputError):
    """A name that matches nothing known; the sentence says which names come nearest."""


class PlanFileError(NvplanError):
    """The plan file cannot be opened, read or written; the file on disk is as it was."""


class DamagedFileError(PlanFileError):
    """The file is one of ours but not whole."""


class BusyError(PlanFileError):
    """Another program holds the plan's lock. Nothing was changed, and it is worth trying again in a while."""


class OtherPlanError(PlanFileError):
    """Another plan lies where the open one lay. Nothing is read from it and nothing is written to it."""


class ConflictError(NvplanError):
    """Someone else changed the same field since it was read; both values are in the sentence."""


class FieldConflictError(ConflictError):
    """Someone else changed some of an object's fields since they were read.

    `fields` has what stands there now and what the person wanted, by field name. The other fields were saved.
    """

    def __init__(self, sentence: str, fields: Mapping[str, tuple[Any, Any]]) -> None:
        super().__init__(sentence)
        self.fields = fields


class CatalogError(NvplanError):
    """A fault in data/: the sentence names file, row and what would be right.

    `sentences` has every fault that was found at once; the error reads as the first of them.
    """

    def __init__(self, *sentences: str) -> None:
        super().__init__(sentences[0])
        self.sentences = sentences
