"""A measured value as documents show it, remembered with what it cannot be understood without."""

from __future__ import annotations

from nvplan.model.objects import Measurement
from nvplan.services.documents.view import View
from nvplan.services.documents.words import amount


def measured_text(view: View, one: Measurement | None) -> str:
    """Return a measured value with its date."""
    if one is None:
        return ""
    show_value(view, one)
    date = view.text(one, "date")
    return amount(one.value, one.unit, one.unit_text) + (f" ({date})" if date else "")


def show_value(view: View, one: Measurement) -> None:
    """Remember a value as shown with what it cannot be understood without."""
    view.show(one, "value", "unit", "unit_text", "measure", "denominator", "goal", "actor")
