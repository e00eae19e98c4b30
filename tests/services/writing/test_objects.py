"""Writing, listing and removing shared objects through the session."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from nvplan.catalog.reference import code_lists
from nvplan.model.county import Actor
from nvplan.model.errors import InputError, UnknownNameError
from nvplan.model.objects import ACTOR_TYPE, TYPES, Effort, Obstacle
from nvplan.services.reading.object_fields import fields, kinds
from nvplan.services.reading.object_list import list_objects, object_facts, object_table
from nvplan.services.reading.object_references import dangling, mentions, reference_options
from nvplan.services.writing.commands import AddObject, RemoveObject, SetAnswer, SetObject, Undo
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.texts import fields as fields_texts
from nvplan.texts import objects as objects_texts
from nvplan.texts import options as options_texts
from tests.store.places import Place

_START = dt.datetime(2027, 3, 1, 9, tzinfo=dt.UTC)


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = _START

    def __call__(self) -> dt.datetime:
        return self.now

    def tomorrow(self) -> None:
        self.now += dt.timedelta(days=1)


@pytest.fixture
def clock() -> Clock:
    """The clock of the plan's history."""
    return Clock()


@pytest.fixture
def session(place: Place, clock: Clock) -> PlanSession:
    """An open plan for Kronoberg."""
    return create_plan(place.address(), "07", 2027, role="samordnare", clock=clock)


def _set(session: PlanSession, kind: str, identity: str = "", /, **given: Any) -> str:
    return session.do(SetObject(kind, identity, given))


def _effort(session: PlanSession, identity: str = "insats-1") -> Effort:
    found = session.state.objects["insats"][identity]
    assert isinstance(found, Effort)
    return found


def _actor(session: PlanSession, identity: str) -> Actor:
    found = session.state.actor(identity)
    assert found is not None
    return found


# -- the declaration of the fields -----------------------------------------------------------------------------------
def test_the_fields_are_declared_for_every_field_of_every_model() -> None:
    assert set(kinds()) == {*TYPES, ACTOR_TYPE} == set(fields_texts.FIELDS) == set(objects_texts.KINDS)
    for kind in kinds():
        model = Actor if kind == ACTOR_TYPE else TYPES[kind]
        names = [spec.name for spec in fields(kind)]
        assert sorted(names) == sorted(set(model.model_fields) - {"id", "carried"}), kind
        assert set(names) == set(fields_texts.FIELDS[kind]), kind
        assert len({spec.label for spec in fields(kind)}) == len(names), kind


def test_the_declaration_says_the_same_as_the_model() -> None:
    for kind in TYPES:
        for spec in fields(kind):
            field = TYPES[kind].model_fields[spec.name]
            assert spec.required == field.is_required(), (kind, spec.name)
            assert spec.many == str(field.annotation).startswith("tuple["), (kind, spec.name)
            assert bool(spec.codes) == (spec.kind in ("val", "flerval")), (kind, spec.name)
            assert bool(spec.target) == (spec.kind == "referens"), (kind, spec.name)
            for option in spec.options:
                given = [option.id] if spec.many else option.id
                needed = {other.name: "x" * 3 for other in fields(kind) if other.required}
                TYPES[kind].model_validate({"id": "x", **needed, spec.name: given})


def test_the_programs_own_lists_are_not_already_in_data() -> None:
    assert not set(options_texts.OPTIONS) & set(code_lists())


# -- writing ---------------------------------------------------------------------------------------------------------
def test_only_the_given_fields_change(session: PlanSession) -> None:
    _set(session, "insats", "insats-1", title="Team", purpose="Tryggare hemgång", cost="1 250,50")
    _set(session, "insats", "insats-1", title="Mobilt team")
    assert (_effort(session).title, _effort(session).purpose, str(_effort(session).cost)) == \
        ("Mobilt team", "Tryggare hemgång", "1250.50")


def test_everything_is_on_disk_when_it_is_done(session: PlanSession) -> None:
    _set(session, "mal", "mal-1", title="Mål", target="12,345")
    again = PlanSession.open(session.address)
    assert again.state.objects == session.state.objects
    assert list_objects(again.state, "mal")[0]["target"] == 12.345


def test_a_new_object_gets_the_next_free_id_and_never_an_old_one(session: PlanSession) -> None:
    assert session.do(AddObject("insats", {"title": "A"})) == "insats-1"
    assert session.do(AddObject("insats", {"title": "B"})) == "insats-2"
    session.do(RemoveObject("insats", "insats-2"))
    assert session.do(AddObject("insats", {"title": "C"})) == "insats-3"


def test_two_who_add_at_once_get_two_objects(session: PlanSession) -> None:
    other = PlanSession.open(Path(session.address), "handläggare")
    first = session.do(AddObject("hinder", {"title": "Hos oss"}))
    second = other.do(AddObject("hinder", {"title": "Hos dem"}))
    assert first != second
    assert {one.id for one in other.state.objects["hinder"].values()} == {first, second}


def test_codes_are_taken_by_id_or_by_word(session: PlanSession) -> None:
    _set(session, "insats", "insats-1", title="T", state="Påbörjad", spread="breddinford", area="e-hälsa",
         plans=["Handlingsplan för kontinuitet", "gemensam"])
    effort = _effort(session)
    assert (effort.state, effort.spread, effort.area, effort.plans) == \
        ("paborjad", "breddinford", "ehalsa", ("kontinuitet", "gemensam"))


def test_references_are_taken_by_id_or_by_name(session: PlanSession) -> None:
    _set(session, "mal", "mal-1", title="Fler fasta kontakter")
    _set(session, "insats", "insats-1", title="T", goals=["fler fasta kontakter"], requirements="kon-01\nSAM-01",
         actor="Växjö", participants=["Region Kronoberg"])
    effort = _effort(session)
    assert (effort.goals, effort.requirements, effort.actor, effort.participants) == \
        (("mal-1",), ("KON-01", "SAM-01"), "0780", ("region",))


@pytest.mark.parametrize(("kind", "given", "words"), [
    ("insats", {}, "”Rubrik” är tomt"),
    ("insats", {"title": "T", "sate": "planerad"}, "Menar ni state"),
    ("insats", {"title": "T", "state": "rullar"}, "Läge: ”rullar” finns inte"),
    ("insats", {"title": "T", "goals": ["mal-9"]}, "Mål: målet ”mal-9” finns inte"),
    ("insats", {"title": "T", "requirements": ["KON-1"]}, "Menar ni KON-"),
    ("insats", {"title": "T", "actor": "Vaxsjö"}, "Växjö"),
    ("insats", {"title": "T", "reached": 9, "reach_of": 8}, "Når i dag och Av totalt: 9 av 8"),
    ("insats", {"title": "T", "start": "2027-02-30"}, "Start: Dagen ”2027-02-30” finns inte"),
    ("insats", {"title": "T", "cost": "1.000"}, "Kostnad: ”1.000” kan läsas på två sätt"),
    ("insats", {"title": "T", "cost": "-5"}, "Kostnad: talet är för litet"),
    ("insats", {"title": "T\nU"}, "Rubrik: Texten ska rymmas på en rad"),
    ("insats", {"title": "T" * 301}, "Högst 300 tecken"),
    ("insats", {"title": ["T"]}, "Rubrik: skriv en text"),
    ("insats", {"title": "T", "plans": 5}, "Planer: skriv en lista"),
    ("insats", {"title": "T", "history": [{"date": "2027-01-01", "field": "state"}]}, "skrivs av programmet"),
    ("matning", {"measure": "andel_lakarkontakt", "value": 50}, "Nämnare: En andel behöver en nämnare"),
    ("mal", {"title": "T", "unit": "procent", "target": "101"}, "Målvärde: Skriv en andel"),
    ("mal", {"title": "T", "baseline_year": "1889"}, "Basår: talet är för litet"),
    ("kravbedomning", {"actor": "region"}, "Ange kravet och aktören"),
    ("kravbedomning", {"requirement": "KON-99", "actor": "region"}, "Krav: kravet ”KON-99” finns inte"),
    ("underlag", {"title": "T", "sha256": "abc"}, "Kontrollsumma"),
    ("kvittens", {"rule": "finns-inte", "place": "plan:gemensam", "reason": "Därför."}, "Regel: regeln"),
])
def test_a_fault_is_one_sentence_with_the_fields_swedish_name(session: PlanSession, kind: str, given: dict[str, Any],
                                                              words: str) -> None:
    revision = session.state.revision
    with pytest.raises(InputError) as caught:
        session.do(SetObject(kind, "", given))
    assert words in str(caught.value)
    assert "\n" not in str(caught.value).replace("T\nU", "")
    assert session.state.revision == revision


def test_an_id_that_will_not_do_is_told(session: PlanSession) -> None:
    with pytest.raises(InputError, match="Åtgärd 1"):
        _set(session, "insats", "Åtgärd 1", title="T")


def test_hostile_text_is_stored_as_it_is(session: PlanSession) -> None:
    text = "=cmd|' /C calc'!A0\n[@click=app.quit]x[/] <b> {0} \x1b[31m"
    _set(session, "insats", "insats-1", title="T", purpose=text)
    assert PlanSession.open(session.address).state.objects["insats"]["insats-1"].model_dump()["purpose"] == text


def test_undo_takes_back_one_field(session: PlanSession) -> None:
    _set(session, "insats", "insats-1", title="T", purpose="Ett")
    _set(session, "insats", "insats-1", purpose="Två")
    session.do(Undo())
    assert _effort(session).purpose == "Ett"


# -- what the program keeps ------------------------------------------------------------------------------------------
def test_an_insats_remembers_each_change_of_state_and_spread(session: PlanSession, clock: Clock) -> None:
    _set(session, "insats", "insats-1", title="T", state="planerad")
    clock.tomorrow()
    _set(session, "insats", "insats-1", state="paborjad", spread="pilot")
    clock.tomorrow()
    _set(session, "insats", "insats-1", purpose="Ingen ny rad.")
    assert [(step.date, step.field, step.before, step.after) for step in _effort(session).history] == [
        ("2027-03-01", "state", "", "planerad"), ("2027-03-02", "state", "planerad", "paborjad"),
        ("2027-03-02", "spread", "", "pilot")]


def test_changes_the_same_day_are_one_and_a_slip_is_none(session: PlanSession, clock: Clock) -> None:
    _set(session, "insats", "insats-1", title="T", state="planerad")
    clock.tomorrow()
    _set(session, "insats", "insats-1", state="avbruten")
    _set(session, "insats", "insats-1", state="pausad")
    assert [step.after for step in _effort(session).history] == ["planerad", "pausad"]
    _set(session, "insats", "insats-1", state="planerad")
    assert [step.after for step in _effort(session).history] == ["planerad"]


def test_an_obstacle_remembers_how_it_climbed(session: PlanSession, clock: Clock) -> None:
    for level in ("mikro", "meso", "makro"):
        _set(session, "hinder", "hinder-1", title="Journalen", level=level)
        clock.tomorrow()
    found = session.state.objects["hinder"]["hinder-1"]
    assert isinstance(found, Obstacle)
    assert [step.after for step in found.history] == ["mikro", "meso", "makro"]


def test_what_lista_prints_can_be_given_back(session: PlanSession) -> None:
    _set(session, "insats", "insats-1", title="T", state="planerad", cost="12,50")
    before = session.state
    session.do(SetObject("insats", "insats-1", list_objects(before, "insats")[0]))
    assert session.state.objects == before.objects


# -- ids that say what they are about ---------------------------------------------------------------------------------
def test_an_assessment_is_found_by_its_id_alone(session: PlanSession) -> None:
    _set(session, "kravbedomning", "kon-01@region", judgement="Uppfyllt")
    stored = session.state.objects["kravbedomning"]["kon-01@region"].model_dump()
    assert (stored["requirement"], stored["actor"], stored["judgement"]) == ("KON-01", "region", "uppfyllt")
    assert session.do(AddObject("kravbedomning", {"requirement": "sam-01", "actor": "Alvesta"})) == "sam-01@0764"
    with pytest.raises(InputError, match="kon-02@region"):
        _set(session, "kravbedomning", "kon-01@region", requirement="KON-02")


def test_an_acknowledgement_has_one_id_for_its_rule_and_place(session: PlanSession) -> None:
    first = session.do(AddObject("kvittens", {"rule": "personnummer", "place": "insats:insats-1", "reason": "Test."}))
    again = session.do(AddObject("kvittens", {"rule": "personnummer", "place": "insats:insats-1", "reason": "Nytt."}))
    assert first == again
    assert len(session.state.objects["kvittens"]) == 1


# -- actors ----------------------------------------------------------------------------------------------------------
def test_the_rss_is_renamed_and_a_private_provider_added(session: PlanSession) -> None:
    _set(session, "aktor", "rss", name="Samverkansrådet")
    identity = session.do(AddObject("aktor", {"type": "privat", "name": "Vårdcentralen Linden AB"}))
    assert identity == "privat-1"
    assert (_actor(session, "rss").name, _actor(session, identity).type) == ("Samverkansrådet", "privat")
    session.do(RemoveObject("aktor", identity))
    assert session.state.actor(identity) is None


@pytest.mark.parametrize(("identity", "given", "words"), [
    ("region", {"name": "Annat"}, "hör till länet"),
    ("0780", {"type": "ovrig"}, "hör till länet"),
    ("rss", {"type": "privat"}, "Slaget går inte att ändra"),
    ("rss", {"name": ""}, "”Namn” är tomt"),
    ("lan", {"type": "ovrig", "name": "Länet"}, "hela länet"),
    ("", {"type": "kommun", "name": "Nya kommunen"}, "finns redan"),
    ("", {"type": "privat"}, "”Namn” är tomt"),
    ("Linden", {"type": "privat", "name": "Linden"}, "id"),
])
def test_the_countys_own_actors_stand_fast(session: PlanSession, identity: str, given: dict[str, Any], words: str
                                           ) -> None:
    before = session.state.actors
    with pytest.raises(InputError, match=words):
        session.do(SetObject("aktor", identity, given))
    assert session.state.actors == before


@pytest.mark.parametrize("identity", ["region", "0780"])
def test_region_and_kommun_cannot_be_removed(session: PlanSession, identity: str) -> None:
    with pytest.raises(InputError, match="hör till länet"):
        session.do(RemoveObject("aktor", identity))


# -- removing --------------------------------------------------------------------------------------------------------
def test_removing_says_what_still_refers_to_it_and_undo_brings_it_back(session: PlanSession) -> None:
    _set(session, "mal", "mal-1", title="Fler")
    _set(session, "insats", "insats-1", title="Team", goals=["mal-1"])
    assert "insats-1 (”Team”)" in session.do(RemoveObject("mal", "mal-1"))
    assert [(mention.id, missing) for mention, missing in dangling(session.state)] == [("insats-1", "mal-1")]
    _set(session, "insats", "insats-1", purpose="Fälten bredvid går att ändra ändå.")
    session.do(Undo())
    session.do(Undo())
    assert not dangling(session.state)
    assert [mention.id for mention in mentions(session.state, "mal", "mal-1")] == ["insats-1"]


def test_removing_an_actor_counts_its_answers(session: PlanSession) -> None:
    session.do(SetAnswer("1.18.rss", "Vi stöttar.", "rss"))
    assert "1 svar" in session.do(RemoveObject("aktor", "rss"))


def test_removing_what_is_not_there_is_told(session: PlanSession) -> None:
    with pytest.raises(UnknownNameError, match="insats-7"):
        session.do(RemoveObject("insats", "insats-7"))


# -- reading ---------------------------------------------------------------------------------------------------------
def test_the_table_is_in_words(session: PlanSession) -> None:
    _set(session, "insats", "insats-1", title="Team", state="paborjad", spread="pilot", end="2027-12-31", actor="0780")
    table = object_table(session.state, "insats")
    assert table.headings == ("Id", "Rubrik", "Läge", "Spridning", "Slut", "Ansvarig aktör")
    assert table.rows == (("insats-1", "Team", "Påbörjad", "Pilot", "31 december 2027", "Växjö kommun"),)


def test_the_facts_of_one_object_have_its_history(session: PlanSession) -> None:
    _set(session, "insats", "insats-1", title="Team", state="paborjad", requirements=["KON-01"])
    facts = dict(object_facts(session.state, "insats", "insats-1"))
    assert facts["Historik"] == "1 mars 2027: – → Påbörjad"
    assert facts["Krav"].endswith(" · KON-01"), "the words first, the code last"


def test_the_costs_of_a_sum_are_told_by_the_names_of_their_insatser(session: PlanSession) -> None:
    _set(session, "insats", "boendelakare", title="Fast läkardag", state="pagaende")
    _set(session, "medel", "bidrag", title="Statsbidrag", actor="region", received=9000,
         costs="boendelakare: 5200\nResor: 1 300,50")
    facts = dict(object_facts(session.state, "medel", "bidrag", ids=False))
    assert [line.replace("\u00a0", " ") for line in facts["Kostnader"].split("\n")] == \
        ["5 200 kr · Fast läkardag", "1 300,50 kr · Resor"]


def test_a_form_gets_the_choices_of_a_reference(session: PlanSession) -> None:
    assert {option.id for option in reference_options(session.state, "aktor")} == \
        {actor.id for actor in session.state.actors}
    assert all(option.label for target in ("krav", "fraga", "kapitel", "nationellt_mal", "indikator", "formular",
                                           "granskningsregel")
               for option in reference_options(session.state, target))
