"""The handlers of the commands about the plan as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nvplan.services.writing.commands_plans import (
    FollowNextYear,
    FreezePlan,
    MergePlan,
    NoteReminded,
    NoteSent,
    SayInForce,
    SetPlanYears,
    SetStanding,
    SwitchSet,
    TakeBackInForce,
    TakeInForm,
    TakeOverJudgements,
)
from nvplan.services.writing.freezing import freeze_plan
from nvplan.services.writing.mailing import note_reminded, note_sent
from nvplan.services.writing.merging import merge
from nvplan.services.writing.plan_years import follow_next_year, set_plan_years
from nvplan.services.writing.returned.taking_in import take_in
from nvplan.services.writing.sets import say_in_force, switch_set, take_back, take_over_judgements
from nvplan.services.writing.standing import set_standing

HANDLERS: Mapping[type, Callable[[Any, Any], Any]] = {
    SetStanding: set_standing, SwitchSet: switch_set, TakeOverJudgements: take_over_judgements,
    SayInForce: say_in_force, TakeBackInForce: take_back,
    FollowNextYear: follow_next_year, SetPlanYears: set_plan_years, FreezePlan: freeze_plan,
    MergePlan: merge, TakeInForm: take_in, NoteSent: note_sent, NoteReminded: note_reminded,
}
