"""The shared objects that all three plans, the checklists and the reports draw on: entered once, used everywhere.

Field names are English; coded values are ASCII Swedish. What else there is to say of a type is declared with its model,
in `about`; what it and its fields are called in Swedish stands in nvplan.texts.
"""

from __future__ import annotations

from nvplan.model.objects.actors import ACTOR
from nvplan.model.objects.base import Count, DateText, LongText, SharedObject, ShortText, Step
from nvplan.model.objects.collecting import Collection, FormKind, Mailing
from nvplan.model.objects.decisions import (
    ADOPTED,
    ADOPTED_ITSELF,
    AWAITED,
    CONDITIONAL,
    DECISION_SUBJECTS,
    Decision,
    DecisionOutcome,
)
from nvplan.model.objects.declaration import ObjectType
from nvplan.model.objects.efforts import (
    EFFORT_SPREADS,
    EFFORT_STATES,
    OBSTACLE_LEVELS,
    Assessment,
    Effort,
    EffortSpread,
    EffortState,
    Judgement,
    Obstacle,
    WorkStatus,
    assessment_id,
)
from nvplan.model.objects.figures import INDEX_MEASURES, MEASURES, SHARE_MEASURES, UNITS, Goal, Measurement
from nvplan.model.objects.meetings import (
    ITEM_FORMS,
    ITEM_OUTCOMES,
    Contribution,
    ContributionStanding,
    ItemForm,
    ItemOutcome,
    MeetingItem,
    ScoreRound,
)
from nvplan.model.objects.money import CostLine, CountyDate, Funds
from nvplan.model.objects.plan_terms import PlanTerms, SignOff
from nvplan.model.objects.records import (
    ATTACHMENT_KINDS,
    COMMENT_OUTCOMES,
    MEETING_KINDS,
    Attachment,
    Comment,
    Meeting,
    Receipt,
    ReportOccasion,
    receipt_id,
)
from nvplan.model.objects.registers import IN_USE, MONTHS, MeasureSource, OtherPlan, Service
from nvplan.model.objects.structure import MOST_LEVELS, CountyArea, Milestone

_MODELS: tuple[type[SharedObject], ...] = (
    PlanTerms, Effort, CountyArea, Milestone, Goal, Measurement, Assessment, Decision, Obstacle, Attachment, Meeting,
    MeetingItem, Contribution, ScoreRound,
    Collection, Mailing, ReportOccasion, Comment, Funds, CountyDate, Receipt, SignOff,
    MeasureSource, OtherPlan, Service,
)
#: Every type of shared object with a table of its own, by its name on the command line and in the file.
TYPES: dict[str, type[SharedObject]] = {model.about.name: model for model in _MODELS}
ACTOR_TYPE = ACTOR.name
#: What is declared of every type that a person edits, in the order in which they are told; the actors come after what
#: is done and decided.
ABOUT: dict[str, ObjectType] = {
    about.name: about for model in _MODELS
    for about in ((ACTOR, model.about) if model is Attachment else (model.about,))
}

__all__ = [
    "ABOUT",
    "ACTOR_TYPE",
    "ADOPTED",
    "ADOPTED_ITSELF",
    "ATTACHMENT_KINDS",
    "AWAITED",
    "COMMENT_OUTCOMES",
    "CONDITIONAL",
    "DECISION_SUBJECTS",
    "EFFORT_SPREADS",
    "EFFORT_STATES",
    "INDEX_MEASURES",
    "IN_USE",
    "ITEM_FORMS",
    "ITEM_OUTCOMES",
    "MEASURES",
    "MEETING_KINDS",
    "MONTHS",
    "MOST_LEVELS",
    "OBSTACLE_LEVELS",
    "SHARE_MEASURES",
    "TYPES",
    "UNITS",
    "Assessment",
    "Attachment",
    "Collection",
    "Comment",
    "Contribution",
    "ContributionStanding",
    "CostLine",
    "Count",
    "CountyArea",
    "CountyDate",
    "DateText",
    "Decision",
    "DecisionOutcome",
    "Effort",
    "EffortSpread",
    "EffortState",
    "FormKind",
    "Funds",
    "Goal",
    "ItemForm",
    "ItemOutcome",
    "Judgement",
    "LongText",
    "Mailing",
    "MeasureSource",
    "Measurement",
    "Meeting",
    "MeetingItem",
    "Milestone",
    "ObjectType",
    "Obstacle",
    "OtherPlan",
    "PlanTerms",
    "Receipt",
    "ReportOccasion",
    "ScoreRound",
    "Service",
    "SharedObject",
    "ShortText",
    "SignOff",
    "Step",
    "WorkStatus",
    "assessment_id",
    "receipt_id",
]
