"""Holds every change to the model, so that no merge, undo or other program's write leaves a plan that cannot be opened.

A person's own input is checked before it gets here, with a sentence on each field. What is caught here is two changes
that are right each by itself and wrong together: one moves the start, the other the end.
"""

from __future__ import annotations

from nvplan.model.errors import ConflictError
from nvplan.store.journal import Body
from nvplan.texts import store as store_texts


def misfit(table: str, identity: str, body: Body | None) -> str | None:
    """Return why a document does not fit its model; empty where the model has no words for it, None where it fits."""
    from pydantic import ValidationError

    from nvplan.model.objects import TYPES
    from nvplan.model.objects.base import SENTENCE

    model = TYPES.get(table)
    if model is None or body is None:
        return None
    try:
        model.model_validate({**body, "id": identity})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        return str(first["ctx"]["sentence"]) if first["type"] == SENTENCE else ""
    return None


def check_fits(table: str, identity: str, body: Body | None) -> None:
    """Make sure that a changed document can be read again.

    Raises:
        ConflictError: it could not; the sentence says what does not go together.
    """
    fault = misfit(table, identity, body)
    if fault is not None:
        raise ConflictError(store_texts.does_not_fit(fault))
