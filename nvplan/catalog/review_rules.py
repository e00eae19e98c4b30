"""The rules of Granska as data: how serious, why, what to do about it, and where the reason is written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from pydantic import Field

from nvplan.catalog.reading import read_jsonl
from nvplan.model.base import Frozen
from nvplan.model.requirement import Source

RULES = "granskningsregler.jsonl"
Level = Literal["fel", "varning", "info"]
#: Most serious first.
LEVELS: tuple[Level, ...] = ("fel", "varning", "info")


class Rule(Frozen):
    """One rule. `reason` says why it matters and `remedy` what to do, in words for the county's coordinator."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    level: Level
    title: str
    reason: str
    remedy: str
    fields: tuple[str, ...] = ()
    """The fields of the object that it finds something in: the cursor is put in the first that is empty."""
    source: Source | None = None
    """Where the reason is written; none where the rule is nvplan's own."""


@cache
def rules() -> Mapping[str, Rule]:
    """Return the rules by id, in the order of the file.

    Raises:
        CatalogError: data/granskningsregler.jsonl does not hold.
    """
    return {rule.id: rule for rule in read_jsonl(RULES, Rule)}
