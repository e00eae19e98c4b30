"""A table from kind to how one room shows or reads it; an architecture test holds each against the list of kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar, get_args

from nvplan.model.kinds.field import Field, KindName

Rendering = TypeVar("Rendering")


class ByKind(Generic[Rendering]):
    """One rendering for each kind that the room meets: `ByKind(QuestionKind, {...})`."""

    def __init__(self, kinds: Any, renderings: Mapping[KindName, Rendering]) -> None:
        self.kinds: tuple[KindName, ...] = get_args(kinds)
        self._renderings = renderings

    def __getitem__(self, field: Field) -> Rendering:
        return self._renderings[field.kind]

    def __iter__(self) -> Iterator[KindName]:
        return iter(self._renderings)
