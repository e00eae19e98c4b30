"""The form of one actor's assessment of one requirement: work apart from judgement, with reason and evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.content import Content

from nvplan.model.compliance import assessment
from nvplan.model.objects import assessment_id
from nvplan.model.safetext import one_line
from nvplan.services.reading.guide import actor_name
from nvplan.services.reading.object_fields import FieldSpec, fields
from nvplan.services.reading.places import REQUIREMENTS, Place
from nvplan.services.reading.requirement_list import RequirementRow, requirement_rows
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_review as planner_review_texts
from nvplan.tui.screens.objects.object_form import ObjectFormScreen
from nvplan.tui.where import Where
from nvplan.tui.where_in_plan import AssessmentForm
from nvplan.tui.widgets.object_facts import facts
from nvplan.tui.widgets.requirement_facts import requirement_head, requirement_pairs

#: What the form's place says already.
_GIVEN = ("requirement", "actor")
#: So much of the requirement stands in the crumb; the form begins with all of it.
_TITLE = 40


class AssessmentScreen(ObjectFormScreen):
    """How far an actor's work on a requirement is, and whether it is met. It is stored with the first field given."""

    def __init__(self, session: PlanSession, requirement: str, actor: str, *, among: Sequence[str] = (),
                 at: Sequence[str] = ()) -> None:
        super().__init__(session, "kravbedomning", assessment_id(requirement, actor),
                         among=[assessment_id(one, actor) for one in among], at=at)
        self._requirements = {assessment_id(one, actor): one for one in (*among, requirement)}
        self.requirement, self.actor_id = requirement, actor

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Place(REQUIREMENTS, self.requirement, self.actor_id)

    @property
    def row(self) -> RequirementRow | None:
        """The requirement as it stands for the actor."""
        actor = self.session.state.actor(self.actor_id)
        return next((row for row in requirement_rows(self.session.state, actor, {})
                     if row.requirement.id == self.requirement), None)

    def specs(self) -> Sequence[FieldSpec]:
        """Return the fields, without those that the place says."""
        return [spec for spec in fields(self.kind) if spec.name not in _GIVEN]

    def value_of(self, spec: FieldSpec) -> Any:
        """Return a field's value, that of an empty assessment where nothing is stored."""
        return getattr(assessment(self.session.state, self.requirement, self.actor_id), spec.name)

    def title_text(self) -> str:
        """Return the requirement and whose assessment it is."""
        title = self.row.requirement.title if self.row else self.requirement
        return f"{one_line(title, _TITLE)} · {actor_name(self.session.state, self.actor_id)}"

    def intro(self) -> Content:
        """Return the requirement itself, and that the assessment is carried over where nobody has confirmed it."""
        head = requirement_head(self.row) if self.row else Content(planner_review_texts.NO_REQUIREMENT_PLACE)
        return Content("\n").join([super().intro(), head]) if self.is_carried else head

    def beside(self, spec: FieldSpec) -> Content:
        """Return the help for the field, and what helps to judge the requirement."""
        row = self.row
        return facts([(spec.label, spec.help), *(requirement_pairs(self.session.state, row) if row else [])])

    def may_be_missing(self) -> bool:
        """An assessment that nobody has made is an empty one."""
        return True

    def beside_form(self, identity: str) -> Where:
        """Return the form of another requirement of the same actor."""
        return AssessmentForm(self._requirements[identity], self.actor_id, among=list(self._requirements.values()))
