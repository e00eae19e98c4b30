"""Lists the objects that the plans share."""

from __future__ import annotations

from typing import Any

from nvplan import texts
from nvplan.model.collation import fold, nearest
from nvplan.model.errors import UnknownNameError
from nvplan.model.objects import TYPES
from nvplan.model.plan import PlanState


def find_type(wanted: str) -> str:
    """Return the type of shared object with this name.

    Raises:
        UnknownNameError: there is none; the sentence names those there are.
    """
    name = fold(wanted.strip())
    if name in TYPES:
        return name
    raise UnknownNameError(texts.unknown_name(texts.WHAT_TYPE, wanted, nearest(wanted, TYPES) or list(TYPES), ""))


def list_objects(state: PlanState, kind: str, identity: str | None = None) -> list[dict[str, Any]]:
    """Return the objects of a type, or the one with the id, as `nvplan objekt … lista --json` prints them.

    Raises:
        UnknownNameError: the plan has no object with that id.
    """
    found = state.objects.get(kind, {})
    if identity is not None and identity not in found:
        raise UnknownNameError(texts.OBJECT_UNKNOWN.format(type=kind, id=identity))
    chosen = found.values() if identity is None else [found[identity]]
    return [one.model_dump(mode="json") for one in chosen]


def object_title(row: dict[str, Any]) -> str:
    """Return what an object is called in a list."""
    for field in ("title", "name", "requirement", "text", "description", "body"):
        if row.get(field):
            return str(row[field])
    return ""
