"""One field for each kind of question."""

from __future__ import annotations

from importlib import import_module

from nvplan.model.question import Question
from nvplan.model.values import Value
from nvplan.tui.widgets.fields.base import AnswerField

#: Where each kind's field is; imported when one is shown, for the text editor alone takes longer than a plan to load.
_FIELDS = {
    "text": ("line", "LineField"), "tal": ("line", "LineField"), "datum": ("line", "LineField"),
    "langtext": ("long", "LongField"), "val": ("choice", "ChoiceField"), "ja_nej": ("choice", "ChoiceField"),
    "flerval": ("choice", "SeveralField"), "tabell": ("table", "TableField"),
}


def field_for(question: Question, value: Value | None) -> AnswerField:
    """Return the field for a question's kind."""
    module, name = _FIELDS[question.kind]
    field: AnswerField = getattr(import_module(f"nvplan.tui.widgets.fields.{module}"), name)(question, value)
    return field


__all__ = ["AnswerField", "field_for"]
