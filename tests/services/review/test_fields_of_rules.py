"""A finding about a field names it, so that the cursor is put there."""

from __future__ import annotations

import pytest

from nvplan.catalog.review_rules import rules
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.review.findings import review
from nvplan.services.writing.commands import AddObject
from nvplan.services.writing.creating import create_plan
from nvplan.tui.leads import where_found
from nvplan.tui.where_in_plan import ObjectForm
from tests.store.places import Place

#: The beginning of a rule's id, and the type of object that it is about.
KINDS = {"insats": "insats", "delmal": "delmal", "mal": "mal", "matning": "matning", "beslut": "beslut",
         "hinder": "hinder", "rutin": "underlag", "underlag": "underlag", "remiss": "kommentar",
         "annanplan": "annanplan", "tjanst": "tjanst", "medel": "medel", "krav": "kravbedomning",
         "rapport": "rapporttillfalle", "ekonomi": "rapporttillfalle", "matkalla": "matkalla"}
ABOUT_FIELDS = [rule for rule in rules().values() if rule.fields]


@pytest.mark.parametrize("rule", ABOUT_FIELDS, ids=lambda rule: rule.id)
def test_the_fields_of_a_rule_are_fields_of_what_it_finds(rule) -> None:  # type: ignore[no-untyped-def]
    assert set(rule.fields) <= set(fields_by_name(KINDS[rule.id.partition("-")[0]]))


def test_a_finding_of_an_insats_leads_to_the_field_that_it_lacks(place: Place) -> None:
    session = create_plan(place.address(), "07", 2027)
    effort = session.do(AddObject("insats", {"title": "Läkarstöd", "plans": ["gemensam"]}))
    found = {one.rule: one for one in review(session) if one.place == f"insats:{effort}"}
    assert found["insats-utan-lage"].fields == ("state",)
    one = found["insats-utan-spridning"]
    where = where_found(one.place, session.state, one.fields)
    assert where == ObjectForm("insats", effort, at=("spread",))
