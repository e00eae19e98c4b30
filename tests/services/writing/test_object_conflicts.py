"""Two people in the same object: what only one has changed is saved, and what both have is told with both texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nvplan.model.errors import ConflictError, FieldConflictError, InputError
from nvplan.services.writing.commands import RemoveObject, SetObject, Undo
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.store.places import Place


@pytest.fixture
def ours(place: Place) -> PlanSession:
    session = create_plan(place.address(), "07", 2027)
    session.do(SetObject("insats", "sip", {"title": "SIP", "purpose": "grund", "plans": ["gemensam"], "cost": "12,50",
                                           "reached": 3, "reach_of": 8, "start": "2027-02-01"}))
    return session


@pytest.fixture
def theirs(ours: PlanSession) -> PlanSession:
    return PlanSession.open(Path(ours.address), "kommun")


def fields(session: PlanSession) -> dict[str, Any]:
    session.watch()
    return session.state.objects["insats"]["sip"].model_dump()


def form(session: PlanSession, **changed: Any) -> SetObject:
    """Return what a form sends: every field as it was shown, and those that the person changed."""
    shown = {name: value for name, value in session.state.objects["insats"]["sip"].model_dump().items()
             if name not in ("id", "history")}
    return SetObject("insats", "sip", {**shown, **changed}, shown)


def test_fields_that_only_one_has_changed_are_merged(ours: PlanSession, theirs: PlanSession) -> None:
    first, second = form(ours, purpose="vårt syfte", cost="13,75"), form(theirs, title="SIP för alla", reached=5)
    ours.do(first)
    theirs.do(second)
    found = fields(ours)
    assert (found["title"], found["purpose"], str(found["cost"]), found["reached"], found["reach_of"]) == (
        "SIP för alla", "vårt syfte", "13.75", 5, 8)


def test_a_form_that_changes_nothing_takes_nothing_back(ours: PlanSession, theirs: PlanSession) -> None:
    untouched = form(theirs)
    ours.do(SetObject("insats", "sip", {"purpose": "", "cost": None, "plans": []}))
    before = ours.state.revision
    theirs.do(untouched)
    assert theirs.state.revision == before
    assert fields(ours)["purpose"] == ""


def test_a_field_that_both_have_changed_is_told_with_both_texts_and_the_rest_is_saved(
        ours: PlanSession, theirs: PlanSession) -> None:
    second = form(theirs, purpose="deras", state="pagaende", title="Ny titel")
    ours.do(SetObject("insats", "sip", {"purpose": "vårt", "state": "planerad"}))
    with pytest.raises(FieldConflictError) as caught:
        theirs.do(second)
    assert "Syfte: där står nu ”vårt”, ni skrev ”deras”." in str(caught.value)
    assert "planerad" in str(caught.value).lower()
    assert "Övriga fält är sparade." in str(caught.value)
    assert caught.value.fields == {"purpose": ("vårt", "deras"), "state": ("planerad", "pagaende")}
    found = fields(ours)
    assert (found["purpose"], found["state"], found["title"]) == ("vårt", "planerad", "Ny titel")
    theirs.do(SetObject("insats", "sip", {"purpose": "deras"}, {"purpose": "vårt"}))
    assert fields(ours)["purpose"] == "deras"


def test_a_single_field_in_conflict_says_nothing_of_others(ours: PlanSession, theirs: PlanSession) -> None:
    ours.do(SetObject("insats", "sip", {"purpose": "vårt"}, {"purpose": "grund"}))
    with pytest.raises(FieldConflictError) as caught:
        theirs.do(SetObject("insats", "sip", {"purpose": "deras"}, {"purpose": "grund"}))
    assert "Övriga" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_same_change_from_both_is_no_conflict(ours: PlanSession, theirs: PlanSession) -> None:
    second = form(theirs, state="pagaende", cost="1 000")
    ours.do(SetObject("insats", "sip", {"state": "pagaende", "cost": "1000"}))
    theirs.do(second)
    assert fields(ours)["state"] == "pagaende"


def test_lists_take_both_sides_words(ours: PlanSession, theirs: PlanSession) -> None:
    second = form(theirs, plans=["patientkontrakt"])
    ours.do(SetObject("insats", "sip", {"plans": ["gemensam", "kontinuitet"]}))
    theirs.do(second)
    assert fields(ours)["plans"] == ("kontinuitet", "patientkontrakt")


def test_a_value_that_does_not_fit_is_told_as_such(ours: PlanSession, theirs: PlanSession) -> None:
    ours.do(SetObject("insats", "sip", {"start": "2027-03-01"}))
    with pytest.raises(InputError, match="finns inte"):
        theirs.do(SetObject("insats", "sip", {"start": "31 februari 2027"}, {"start": "2027-02-01"}))


def test_an_object_that_another_has_removed_does_not_come_back_in_part(ours: PlanSession, theirs: PlanSession) -> None:
    second = form(theirs, purpose="deras")
    ours.do(RemoveObject("insats", "sip"))
    with pytest.raises(ConflictError, match="Någon annan har tagit bort Insats sip"):
        theirs.do(second)
    assert "sip" not in theirs.state.objects["insats"]


def test_an_unbroken_stay_in_a_field_is_one_change_to_undo(ours: PlanSession) -> None:
    seen = "grund"
    for typed in ("g", "gr", "grun"):
        ours.do(SetObject("insats", "sip", {"purpose": typed}, {"purpose": seen}, edit="fält-1"))
        seen = typed
    ours.do(Undo())
    assert fields(ours)["purpose"] == "grund"


def test_an_actors_fields_are_merged_too(ours: PlanSession, theirs: PlanSession) -> None:
    ours.do(SetObject("aktor", "privat-1", {"name": "Vårdcentralen Ek", "type": "privat"}))
    theirs.watch()
    theirs.do(SetObject("aktor", "privat-1", {"name": "Eken"}, {"name": "Vårdcentralen Ek"}))
    with pytest.raises(FieldConflictError, match="”Eken”"):
        ours.do(SetObject("aktor", "privat-1", {"name": "Ekens vårdcentral"}, {"name": "Vårdcentralen Ek"}))
