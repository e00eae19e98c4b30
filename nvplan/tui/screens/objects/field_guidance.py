"""What is told beside a form about the field where the cursor is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from nvplan.model.kinds.field import Option
from nvplan.services.reading.object_fields import FieldSpec
from nvplan.services.reading.plan_names import own_options
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.screens.objects.money_sum import posts_in_form
from nvplan.tui.screens.objects.object_choices import numbered
from nvplan.tui.screens.objects.object_parts import part_facts
from nvplan.tui.widgets.object_facts import facts, mention_facts

if TYPE_CHECKING:
    from nvplan.tui.screens.objects.object_form import ObjectFormScreen


#: How many cells there are beside a form.
_WIDTH = 40


def about_field(form: ObjectFormScreen, spec: FieldSpec) -> Content:
    """Return the help of a field, its choices with the digits that choose them, and what belongs to the object."""
    pairs = [(spec.label, spec.help)] if spec.help else []
    options = own_options(form.session.state, spec)
    if options:
        by_digit = numbered(form.session.state, spec)
        signs = [str(number) for number, _ in enumerate(options, 1)] if by_digit else []
        told = [_option(sign, one) for sign, one in zip(signs or "•" * len(options), options, strict=True)]
        pairs.append((planner_objects_texts.FORM_OPTIONS, "\n".join(told)))
    pairs += posts_in_form(form)
    pairs += part_facts(form.session.state, form.kind, form.identity)
    pairs += mention_facts(form.session.state, form.kind, form.identity) if form.identity else []
    return facts(pairs, _WIDTH)


def _option(sign: str, option: Option) -> str:
    return f"{sign} {option.label}{': ' + option.help if option.help else ''}"
