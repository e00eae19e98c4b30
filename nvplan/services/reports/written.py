"""What people have written in a report: one document an occasion, one text an item, over the draft from the plan."""

from __future__ import annotations

from collections.abc import Mapping

from nvplan.model.base import Frozen
from nvplan.store.repository import Repository, Transaction

TABLE = "redovisningssvar"


class Written(Frozen):
    """One text: in which role and when it was last written, or from which occasion it was carried over."""

    text: str
    carried: str = ""
    """The id of the occasion that it came from, until someone has confirmed that it still holds."""
    changed: str = ""
    role: str = ""


def written(repository: Repository | Transaction, occasion: str) -> Mapping[str, Written]:
    """Return the texts of an occasion by item id."""
    body = repository.get(TABLE, occasion) or {}
    return {item: Written.model_validate(one) for item, one in body.get("answers", {}).items()}
