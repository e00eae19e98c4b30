"""Whether a question answers to something that is required, by what and of whom, or is free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from nvplan.model.requirement import Addressee, Modality, Requirement, RequirementSet

Level = Literal["krav", "mal", "viktigt", "mojligt", "forslag", "fritt"]
"""How much is asked: a requirement, a goal, what a source calls important, what it allows, a mere proposal, nothing."""
_LEVELS: tuple[tuple[Level, tuple[Modality, ...]], ...] = (
    ("krav", ("ska", "lag")), ("mal", ("mal",)), ("viktigt", ("bor", "central")), ("mojligt", ("kan",)),
)


@dataclass(frozen=True)
class Demand:
    """What is asked most bindingly through a question, and of whom."""

    level: Level
    of: tuple[Addressee, ...] = ()
    stated: bool = True
    """Whether some source names them; if none does, `of` is our reading."""


def demand(found: Sequence[tuple[Requirement, RequirementSet]]) -> Demand:
    """Return what the requirements behind a question ask most bindingly; a proposal is never a requirement."""
    in_force = [one for one, its_set in found if not its_set.is_proposed]
    for level, modalities in _LEVELS:
        if asked := [one for one in in_force if one.modality in modalities]:
            return _of(level, asked)
    return _of("forslag", [one for one, _ in found]) if found else Demand("fritt")


def _of(level: Level, asked: Sequence[Requirement]) -> Demand:
    named = [one for one in asked if one.stated]
    of = dict.fromkeys(kind for one in named or asked for kind in one.addressees)
    return Demand(level, tuple(of), bool(named))
