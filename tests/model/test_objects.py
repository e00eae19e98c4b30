"""What the shared objects take and refuse."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from nvplan.catalog.reference import code_lists
from nvplan.model.objects import (
    ABOUT,
    TYPES,
    Assessment,
    Effort,
    Goal,
    Measurement,
    Obstacle,
    assessment_id,
    receipt_id,
)


def _refused(kind: str, **fields: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        TYPES[kind].model_validate({"id": "x-1", **fields})
    first = caught.value.errors()[0]
    return str((first.get("ctx") or {}).get("sentence", first["type"]))


@pytest.mark.parametrize(("typed", "number"), [
    ("12,5", "12.5"), ("12.50", "12.50"), ("1 000,5", "1000.5"), ("\u22123", "-3"), (12.5, "12.5"), (7, "7"),
    (Decimal("0.330"), "0.330"), ("1.200", "1.200"), ("55 %", "55"),
])
def test_numbers_are_exact_and_stored_as_their_digits(typed: object, number: str) -> None:
    goal = Goal.model_validate({"id": "mal-1", "title": "Mål", "target": typed})
    assert goal.target == Decimal(number)
    stored = goal.model_dump(mode="json")["target"]
    assert stored == number
    assert Goal.model_validate({"id": "mal-1", "title": "Mål", "target": stored}) == goal


@pytest.mark.parametrize("typed", ["tolv", "1,2,3", "1e5", True, [1], float("nan"), float("inf"), "1" * 16])
def test_what_is_no_number_is_refused(typed: object) -> None:
    assert _refused("mal", title="Mål", target=typed)


@pytest.mark.parametrize(("typed", "day"), [
    ("2027-03-01", "2027-03-01"), ("1 mars 2027", "2027-03-01"), ("mars 2027", "2027-03"), ("2027-3", "2027-03"),
    ("", ""), (None, ""),
])
def test_dates_are_read_as_a_swede_types_them(typed: str | None, day: str) -> None:
    assert Effort.model_validate({"id": "insats-1", "title": "T", "start": typed}).start == day


@pytest.mark.parametrize("typed", ["2027-02-30", "2027-13", "i vår", "20277", "2030–2024"])
def test_a_date_that_does_not_exist_is_refused(typed: str) -> None:
    assert typed in _refused("insats", title="T", start=typed)


@pytest.mark.parametrize(("kind", "fields", "words"), [
    ("insats", {"title": "T", "reached": 9, "reach_of": 8}, "9 av 8"),
    ("insats", {"title": "T", "start": "2027-04", "end": "2027-03-31"}, "Slutet ligger före starten"),
    ("beslut", {"title": "T", "adopted": 9, "bodies": 8}, "9 av 8"),
    ("beslut", {"title": "T", "date": "2027-04", "date_to": "2027-03"}, "beslutsdatumet"),
    ("hinder", {"title": "T", "raised": "2027-04-02", "solved": "2027-04-01"}, "löstes före"),
    ("hinder", {"title": "T", "raised": "2027-04-02", "answered": "2027-04-01"}, "kom före"),
    ("mal", {"title": "T", "measure": "andel_vardkontakt", "target": "101"}, "0 till 100"),
    ("mal", {"title": "T", "unit": "procent", "baseline": "-1"}, "0 till 100"),
    ("mal", {"title": "T", "measure": "coc_alla", "target": "33"}, "mellan 0 och 1"),
    ("mal", {"title": "T", "measure": "coc_alla", "unit": "procent"}, "index"),
    ("matning", {"measure": "andel_lakarkontakt", "value": 50}, "nämnare"),
    ("matning", {"unit": "procent", "value": 50}, "nämnare"),
    ("matning", {"numerator": 5, "count": 4}, "Täljaren"),
    ("matning", {"period_start": "2027-04", "date": "2027-03"}, "Perioden"),
    ("matning", {"measure": "coc_lakare", "value": "0,3", "women": "1,1"}, "mellan 0 och 1"),
    ("underlag", {"title": "T", "date": "2027-04", "valid_to": "2027-03"}, "Giltigheten"),
    ("rapporttillfalle", {"title": "T", "period_start": "2027-04", "period_end": "2027-03"}, "Perioden"),
    ("rapporttillfalle", {"title": "T", "period_start": "2027-04", "deadline": "2027-03"}, "Sista dagen"),
    ("insats", {"title": "T", "reached": "2,5"}, "heltal"),
])
def test_fields_that_do_not_go_together_are_refused_in_a_sentence(kind: str, fields: dict[str, Any], words: str
                                                                  ) -> None:
    assert words in _refused(kind, **fields)


def test_a_month_and_a_day_in_it_are_in_order() -> None:
    assert Effort(id="a", title="T", start="2027-04-15", end="2027-04").end == "2027-04"


def test_the_same_day_is_in_order_and_all_of_all_is_a_part() -> None:
    assert Obstacle(id="a", title="T", raised="2027-04-02", solved="2027-04-02").solved
    assert Effort(id="a", title="T", reached=8, reach_of=8).reached == 8


def test_a_share_with_its_denominator_is_taken() -> None:
    taken = Measurement.model_validate({"id": "a", "measure": "andel_lakarkontakt", "value": "48,5",
                                        "denominator": "befolkning"})
    assert taken.is_share
    assert taken.value == Decimal("48.5")


def test_an_emptied_field_is_as_if_it_had_never_been_filled_in() -> None:
    emptied = Effort.model_validate({"id": "a", "title": "T", "state": "", "cost": None, "start": " "})
    assert emptied == Effort(id="a", title="T")


def test_a_title_is_needed() -> None:
    assert _refused("insats", title="  ") == "missing"


@pytest.mark.parametrize("identity", ["", "A-1", "a b", "../x", "å-1", "a" * 81, "-a"])
def test_an_id_is_plain(identity: str) -> None:
    with pytest.raises(ValidationError):
        Effort(id=identity, title="T")


@pytest.mark.parametrize(("field", "codes"), [
    ("state", "genomforandestatus"), ("spread", "spridning"), ("provider", "regi"), ("level", "samverkansniva"),
])
def test_the_coded_fields_of_an_insats_are_the_lists_of_data(field: str, codes: str) -> None:
    annotation = Effort.model_fields[field].annotation
    literal = next(part for part in get_args(annotation) if part is not type(None))
    assert set(get_args(literal)) == {code.id for code in code_lists()[codes].codes}


@pytest.mark.parametrize(("field", "codes"), [("work", "arbetsstatus"), ("judgement", "bedomning")])
def test_the_coded_fields_of_an_assessment_are_the_lists_of_data(field: str, codes: str) -> None:
    assert set(get_args(Assessment.model_fields[field].annotation)) == {code.id for code in code_lists()[codes].codes}


def test_ids_of_assessments_and_receipts_are_ids() -> None:
    assert assessment_id("KON-01", "region") == "kon-01@region"
    for place in ("fraga:2.4.lakare-basar@lan", "krav:KON-01@region", "fraga:" + "x" * 200, "å"):
        assert Effort(id=receipt_id("regel", place), title="T")
    assert receipt_id("r", "a" * 100) != receipt_id("r", "a" * 101)


# -- whose it is -----------------------------------------------------------------------------------------------------
def _shown_to(kind: str, **fields: Any) -> set[str]:
    one = TYPES[kind].model_validate({"id": "x-1", **fields})
    return {actor for actor in ("region", "0764", "0780") if one.about.owner.shows(one, actor)}


@pytest.mark.parametrize(("kind", "fields", "shown"), [
    ("insats", {"title": "T"}, {"region", "0764", "0780"}),
    ("insats", {"title": "T", "actor": "region", "participants": ["0764"]}, {"region", "0764"}),
    ("mote", {"title": "T", "actors": ["0780"]}, {"0780"}),
    ("mote", {"title": "T"}, {"region", "0764", "0780"}),
    ("kommentar", {"body": "B", "text": "T", "actor": "0764"}, {"0764"}),
    ("kommentar", {"body": "B", "text": "T"}, set()),
    ("kvittens", {"rule": "r", "place": "fraga:1.0.x@0764", "reason": "Därför."}, set()),
    ("godkannande", {"chapter": "1.2", "role": "Ordförande"}, set()),
    ("beslut", {"title": "T", "actor": "0764"}, {"0764"}),
])
def test_an_object_is_shown_to_those_that_its_type_says(kind: str, fields: dict[str, Any], shown: set[str]) -> None:
    assert _shown_to(kind, **fields) == shown


def test_an_object_leaves_in_the_part_of_the_actor_that_owns_it_and_in_no_other() -> None:
    for kind, about in ABOUT.items():
        own = {about.owner.field: "0764"} if about.owner.field else {"actor": "0764"}
        assert about.owner.is_whose(own, "0764", "Växjö kommun") == bool(about.owner.field), kind
        assert not about.owner.is_whose(own, "0780", "Ljungby kommun"), kind
        assert not about.owner.is_whose({}, "0764", "Växjö kommun"), kind
