"""The choices of a form's field: codes with their meaning, and references by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from nvplan.model.kinds.field import Option
from nvplan.model.objects import ACTOR_TYPE, Decision
from nvplan.model.plan import PlanState
from nvplan.services.reading.conditions import may_depend_on
from nvplan.services.reading.object_fields import FieldSpec
from nvplan.services.reading.object_references import reference_options
from nvplan.services.reading.places import LISTED
from nvplan.services.reading.plan_names import own_options
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import short_form as short_texts
from nvplan.tui.screens.boxes.box import Choice
from nvplan.tui.screens.boxes.choosing import OneBox, SeveralBox
from nvplan.tui.widgets.object_fields import FormField

if TYPE_CHECKING:
    from nvplan.tui.screens.objects.object_form import ObjectFormScreen

#: There are so many digits.
MOST_DIGITS = 9


def options_of(state: PlanState, spec: FieldSpec) -> Sequence[Option]:
    """Return what a field can be chosen from."""
    return reference_options(state, spec.target) if spec.target else own_options(state, spec)


def chosen_words(state: PlanState, spec: FieldSpec, given: Any) -> str:
    """Return chosen codes or references in words, one a line."""
    labels = {option.id: option.label for option in options_of(state, spec)}
    wanted = [given] if isinstance(given, str) else given
    return "\n".join(labels.get(one, one) for one in wanted if one)


def numbered(state: PlanState, spec: FieldSpec) -> Sequence[Option]:
    """Return the choices of a field that digits choose, in order; none where there are more than digits."""
    if spec.many or spec.target or len(spec.options) > MOST_DIGITS:
        return ()
    return own_options(state, spec)


def by_digit(state: PlanState, spec: FieldSpec) -> str:
    """Return the choices that digits choose, each after its digit; empty where there are none."""
    return short_texts.digits([one.label for one in numbered(state, spec)])


def _fitting(form: ObjectFormScreen, field: FormField) -> Sequence[Option]:
    """Return what a field can be chosen from in this form: members are kommuner, whom a decision hangs on decides."""
    state, spec = form.session.state, field.spec
    options = options_of(state, spec)
    if (form.kind, spec.name) == (ACTOR_TYPE, "members"):
        members = {*(actor.id for actor in state.actors if actor.type == "kommun"), *field.chosen}
        return [option for option in options if option.id in members]
    if (form.kind, spec.name) != (Decision.about.name, "condition_actors"):
        return options
    subject, actor = (str(form.field(name).given) for name in ("subject", "actor"))
    fitting = {*may_depend_on(state, subject or None, actor), *field.chosen}
    return [option for option in options if option.id in fitting]


def choose_for(form: ObjectFormScreen, field: FormField, typed: str = "") -> None:
    """Take the choice that a digit names, or open the box of choices, narrowed down to what is typed."""
    spec = field.spec
    offered = numbered(form.session.state, spec)
    if typed.isdecimal() and 1 <= int(typed) <= len(offered):
        chosen_option = offered[int(typed) - 1]
        field.choose([chosen_option.id], chosen_option.label)
        return
    itself = form.identity if spec.target == form.kind else ""
    options = [option for option in _fitting(form, field) if not itself or option.id != itself]
    if not options:
        form.planner.say(
            planner_objects_texts.PICK_EMPTY.format(place=planner_objects_texts.place_name(spec.target))
            if spec.target in LISTED
            else planner_objects_texts.PICK_EMPTY_DATA
        )
        return
    choices = [Choice(option.label, " · ".join(filter(None, [option.help, option.id if spec.target == "krav" else ""])),
                      "", option.id, code=option.id) for option in options]

    def taken(chosen: object) -> None:
        if isinstance(chosen, str):
            chosen = [chosen] if chosen else []
        if isinstance(chosen, list) and tuple(chosen) != field.chosen:
            field.choose(chosen, chosen_words(form.session.state, spec, chosen))

    if spec.many:
        form.app.push_screen(SeveralBox(spec.label, choices, field.chosen, typed), taken)
    else:
        nothing = [] if spec.required else [Choice(planner_objects_texts.PICK_NONE, "", "", "")]
        standing = field.chosen[0] if field.chosen else ""
        form.app.push_screen(OneBox(spec.label, [*nothing, *choices], standing, typed), taken)
