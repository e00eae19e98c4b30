"""Holds a document to the model of its type, as the model stores it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

_Body = dict[str, Any]


def fitting(model: Any, body: Mapping[str, Any]) -> _Body | None:
    """Return a document as its model stores it, None where it does not fit the model."""
    try:
        one = model.model_validate(body)
    except ValidationError:
        return None
    stored: _Body = one.model_dump(mode="json", exclude_defaults=True)
    return {**stored, "id": body["id"]}
