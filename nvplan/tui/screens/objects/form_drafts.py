"""Holds what is filled in of a new object that cannot be stored yet, for the next form of its type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from nvplan.texts import planner_objects as planner_objects_texts

if TYPE_CHECKING:
    from nvplan.tui.screens.objects.object_form import ObjectFormScreen


def hold_draft(form: ObjectFormScreen, begun: Mapping[str, Any]) -> bool:
    """Hold what a person has filled in besides what the form began with; tell whether there is anything to hold."""
    filled = {one.spec.name: one.given for one in form.fields if one.is_filled and not one.spec.system}
    if form.identity or all(name in begun for name in filled):
        return False
    form.planner.drafts[form.kind] = filled
    return True


def keep_draft(form: ObjectFormScreen, begun: Mapping[str, Any]) -> None:
    """Hold it, and say that it is held."""
    if hold_draft(form, begun):
        what = planner_objects_texts.NEW.get(form.kind, "")
        told = planner_objects_texts.DRAFT_KEPT.format(what=what, missing=form.saving.missing())
        form.planner.say(told, bad=True)
