"""Base values stand in the goal, measured values among the measurements: the questions on them read and write there."""

from __future__ import annotations

import datetime as dt

import pytest

from nvplan.model.errors import InputError
from nvplan.model.kinds.kind import Row
from nvplan.model.kinds.table import rows_of
from nvplan.model.objects import Goal, Measurement
from nvplan.services.reading.due import due
from nvplan.services.reading.goal_standing import standings
from nvplan.services.writing.commands import SetAnswer, SetAnswers, SetObject, Undo
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.store.places import Place

SHARES, INDICES, HOMES, KOMMUN = "2.3.andel-lakarkontakt", "2.3.index", "2.10.sabo", "0764"
ALL, LISTED = "Alla invånare", "Alla listade"


@pytest.fixture
def session(place: Place) -> PlanSession:
    return create_plan(place.address(), "07", 2027)


def goals(session: PlanSession) -> list[Goal]:
    return [one for one in session.state.objects["mal"].values() if isinstance(one, Goal)]


def measured(session: PlanSession) -> dict[str, Measurement]:
    return {name: one for name, one in session.state.objects["matning"].items() if isinstance(one, Measurement)}


def rows(session: PlanSession, question: str, actor: str = "lan") -> list[Row]:
    """Return the rows that say anything beside their heading."""
    return [row for row in rows_of(session.state.answer(question, actor).value) if len(row) > 1]


def table(question: str, *given: Row, actor: str = "lan") -> SetAnswer:
    return SetAnswer(question, list(given), actor)


def test_base_year_value_rule_and_source_are_those_of_the_goal(session: PlanSession) -> None:
    session.do(SetAnswers((SetAnswer("2.4.lakare-basar", "2019"), SetAnswer("2.4.lakare-basvarde", "0.33"))))
    session.do(SetAnswer("2.4.lakare-urval", "annat"))
    session.do(SetAnswer("2.4.lakare-urval-annat", "Minst två besök på ett år"))
    (goal,) = goals(session)
    assert (goal.baseline_year, str(goal.baseline), goal.selection) == (2019, "0.33", "annat")
    assert (goal.national, goal.plans, goal.inclusion) == ("KON-M2", ("kontinuitet",), "Minst två besök på ett år")
    session.do(SetObject("mal", goal.id, {"baseline": "0,31", "target": "0,372"}))
    assert session.state.answer("2.4.lakare-basvarde").value == "0.31"
    session.do(SetAnswer("2.4.lakare-basvarde", None))
    assert goals(session)[0].baseline is None


def test_the_county_s_own_goal_is_used_where_it_is_tied_to_the_national_one(session: PlanSession) -> None:
    session.do(SetObject("mal", "eget", {"title": "Fler möter samma läkare", "national": "KON-M2"}))
    session.do(SetAnswer("2.4.lakare-basvarde", "0.33"))
    assert [(one.id, str(one.baseline)) for one in goals(session)] == [("eget", "0.33")]


def test_a_national_goal_fills_what_is_empty_once(session: PlanSession) -> None:
    session.do(SetObject("mal", "eget", {"title": "Mål", "unit": "annan", "unit_text": "poäng", "measure": "annat"}))
    session.do(SetObject("mal", "eget", {"national": "KON-M1"}))
    goal = goals(session)[0]
    assert (goal.measure, goal.unit, goal.direction) == ("annat", "annan", "hogre")
    session.do(SetObject("mal", "tomt", {"title": "Mål", "national": "KON-M1"}))
    goal = goals(session)[1]
    assert (goal.measure, goal.unit, goal.direction, goal.date) == ("andel_lakarkontakt", "procent", "hogre", "")
    session.do(SetObject("mal", "tomt", {"direction": "lagre"}))
    session.do(SetObject("mal", "tomt", {"measure": "", "unit": ""}))
    session.do(SetObject("mal", "tomt", {"title": "Ny titel", "national": "KON-M1"}))
    goal = goals(session)[1]
    assert (goal.measure, goal.unit, goal.direction) == (None, None, "lagre")


def test_a_table_writes_a_measurement_a_row(session: PlanSession) -> None:
    session.do(table(SHARES, {"grupp": ALL, "andel": "46.7", "antal": "204900", "datum": "2026-06-30"},
                                  {"grupp": LISTED}, {"grupp": "Egen grupp", "andel": "12", "namnare": "okant"}))
    found = {one.title: one for one in measured(session).values()}
    assert set(found) == {ALL, "Egen grupp"}
    assert (str(found[ALL].value), found[ALL].count, found[ALL].denominator) == ("46.7", 204900, "befolkning")
    assert (found["Egen grupp"].denominator, found["Egen grupp"].unit) == ("okand", "procent")
    assert rows(session, SHARES) == [
        {"grupp": ALL, "andel": "46.7", "namnare": "befolkning", "antal": "204900", "datum": "2026-06-30"},
        {"grupp": "Egen grupp", "andel": "12", "namnare": "okant"}]
    session.do(Undo())
    assert measured(session) == {}
    assert session.state.answer(SHARES).value is None


def test_the_table_shows_the_latest_measurement_of_each_row(session: PlanSession) -> None:
    for name, value, day in (("a", "45", "2026-12-31"), ("b", "43", "2025-12-31")):
        session.do(SetObject("matning", name, {"measure": "andel_lakarkontakt", "unit": "procent", "value": value,
                                               "denominator": "befolkning", "date": day, "title": "Mätning"}))
    (row,) = rows(session, SHARES)
    assert (row["grupp"], row["andel"], row["datum"]) == (ALL, "45", "2026-12-31")
    session.do(table(SHARES, {**row, "andel": "45.5", "namnare": "svarande"}))
    assert str(measured(session)["a"].value) == "45.5"
    assert str(measured(session)["b"].value) == "43"
    found = {one["grupp"]: one["andel"] for one in rows(session, SHARES)}
    assert found[ALL] == "45.5"
    assert measured(session)["a"].denominator == "svarande"


def test_a_measurement_of_one_actor_is_not_the_county_s(session: PlanSession) -> None:
    session.do(SetObject("matning", "a", {"measure": "coc_lakare", "value": "0,3", "actor": "region"}))
    assert session.state.answer(INDICES).value is None
    session.do(SetObject("matning", "b", {"measure": "coc_lakare", "value": "0,31"}))
    assert [(row["matt"], row["varde"]) for row in rows(session, INDICES)] == [("Läkare, primärvården", "0.31")]


def test_part_and_whole_give_the_share(session: PlanSession) -> None:
    session.do(table(HOMES, {"kontakt": "Fast läkarkontakt", "med_kontakt": "178", "boende": "240"}, actor=KOMMUN))
    (one,) = measured(session).values()
    assert (one.actor, one.measure, str(one.value)) == (KOMMUN, "andel_lakarkontakt_sabo", "74.2")
    session.do(table(HOMES, {"kontakt": "Fast läkarkontakt", "med_kontakt": "120", "boende": "240"}, actor=KOMMUN))
    assert [str(one.value) for one in measured(session).values()] == ["50.0"]
    session.do(SetObject("matning", one.id, {"value": "51"}))
    session.do(table(HOMES, {"kontakt": "Fast läkarkontakt", "med_kontakt": "121", "boende": "240"}, actor=KOMMUN))
    assert [str(one.value) for one in measured(session).values()] == ["51"]


def test_emptying_a_row_takes_the_measurement_away(session: PlanSession) -> None:
    row: Row = {"kontakt": "Fast läkarkontakt", "med_kontakt": "178", "boende": "240"}
    session.do(table(HOMES, row, actor=KOMMUN))
    session.do(table(HOMES, {"kontakt": "Fast läkarkontakt"}, actor=KOMMUN))
    assert measured(session) == {}
    session.do(table(HOMES, row, actor=KOMMUN))
    session.do(SetAnswer(HOMES, None, KOMMUN))
    assert measured(session) == {}


def test_a_row_that_says_more_is_not_taken_away_from_the_table(session: PlanSession) -> None:
    session.do(SetObject("matning", "a", {"measure": "coc_lakare", "value": "0,3", "least_visits": 3}))
    with pytest.raises(InputError, match="säger mer än raden"):
        session.do(SetAnswer(INDICES, None))
    assert "a" in measured(session)


def test_two_rows_of_one_name_are_refused(session: PlanSession) -> None:
    with pytest.raises(InputError, match="heter likadant"):
        session.do(table(INDICES, {"matt": "X", "varde": "0.1"}, {"matt": "X", "varde": "0.2"}))
    assert measured(session) == {}


def test_words_in_a_cell_are_never_taken_for_a_code(session: PlanSession) -> None:
    session.do(table(SHARES, {"grupp": ALL, "andel": "1", "kalla": "okant", "namnare": "boende"}))
    assert rows(session, SHARES)[0]["kalla"] == "okant"
    assert rows(session, SHARES)[0]["namnare"] == "boende"
    assert next(iter(measured(session).values())).source == "okant"


def test_a_value_that_is_typed_in_the_plan_follows_the_goal_that_is_about_the_same_national_goal(session: PlanSession
                                                                                               ) -> None:
    session.do(table(SHARES, {"grupp": ALL, "andel": "46.7", "datum": "2026-06-30"},
                     {"grupp": LISTED, "andel": "60", "datum": "2026-06-30"},
                     {"grupp": "Egen grupp", "andel": "12", "datum": "2026-06-30"}))
    session.do(table(INDICES, {"matt": "Läkare, primärvården", "varde": "0.36", "period_slut": "2026-06-30"}))
    session.do(SetObject("mal", "andel", {"title": "Andel", "national": "KON-M1", "target": "60",
                                         "date": "2026-12-31"}))
    session.do(SetObject("mal", "index", {"title": "Index", "national": "KON-M2"}))
    session.do(SetObject("mal", "eget", {"title": "Eget", "measure": "andel_lakarkontakt", "unit": "procent"}))
    found = {one.goal.id: [str(value.value) for value in one.measured] for one in standings(session.state)}
    assert found == {"andel": ["46.7"], "index": ["0.36"], "eget": []}
    day = dt.date(2027, 2, 1)
    assert not [one for one in due(session.state, day) if one.place == "mal:andel"]
    session.do(SetObject("mal", "andel", {"denominator": "listade"}))
    assert [str(one.value) for one in standings(session.state)[0].measured] == ["60"]
    session.do(SetObject("matning", "annan", {"title": "Annan", "goal": "eget", "value": "50", "date": "2026-06-30"}))
    assert [str(one.value) for one in standings(session.state)[2].measured] == ["50"]
