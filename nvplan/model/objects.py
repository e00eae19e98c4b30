"""The shared objects that all three plans, the checklists and the reports draw on: entered once, used everywhere.

Field names are English; coded values are ASCII Swedish. What a field is called in Swedish, and which codes or other
objects it points at, stands in services.object_fields.
"""

from __future__ import annotations

from nvplan.model.objects_base import Count, DateText, LongText, SharedObject, ShortText, Step
from nvplan.model.objects_efforts import (
    DECISION_SUBJECTS,
    EFFORT_SPREADS,
    EFFORT_STATES,
    OBSTACLE_LEVELS,
    Assessment,
    Decision,
    Effort,
    EffortSpread,
    EffortState,
    Judgement,
    Obstacle,
    WorkStatus,
    assessment_id,
)
from nvplan.model.objects_figures import INDEX_MEASURES, MEASURES, SHARE_MEASURES, UNITS, Goal, Measurement
from nvplan.model.objects_money import CostLine, CountyDate, Funds
from nvplan.model.objects_records import (
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

#: Every type of shared object with a table of its own, by its name on the command line and in the file.
TYPES: dict[str, type[SharedObject]] = {
    "insats": Effort, "mal": Goal, "matning": Measurement, "kravbedomning": Assessment, "beslut": Decision,
    "hinder": Obstacle, "underlag": Attachment, "mote": Meeting, "rapporttillfalle": ReportOccasion,
    "kommentar": Comment, "kvittens": Receipt, "medel": Funds, "datum": CountyDate,
}
#: The actors are edited like the shared objects, but they frame the plan and stand in a table of their own.
ACTOR_TYPE = "aktor"

__all__ = [
    "ACTOR_TYPE", "ATTACHMENT_KINDS", "COMMENT_OUTCOMES", "DECISION_SUBJECTS", "EFFORT_SPREADS", "EFFORT_STATES",
    "INDEX_MEASURES", "MEASURES", "MEETING_KINDS", "OBSTACLE_LEVELS", "SHARE_MEASURES", "TYPES", "UNITS",
    "Assessment", "Attachment", "Comment", "CostLine", "Count", "CountyDate", "DateText", "Decision", "Effort",
    "EffortSpread", "EffortState",
    "Funds", "Goal", "Judgement", "LongText", "Measurement", "Meeting", "Obstacle", "Receipt", "ReportOccasion",
    "SharedObject", "ShortText", "Step", "WorkStatus", "assessment_id", "receipt_id",
]
