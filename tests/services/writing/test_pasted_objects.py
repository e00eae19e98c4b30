"""Rows pasted into a list of objects: each becomes a whole post or is told of, and one undo takes them all back."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.model.errors import InputError
from nvplan.model.objects import ABOUT, ACTOR_TYPE
from nvplan.services.reading.change_words import about
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.reading.object_rows import headings, objects_of, rows_of
from nvplan.services.reading.tabular import write_rows
from nvplan.services.writing.commands import AddObject, AddObjects, SetObject, Undo
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.pasted_objects import PastedObjects, read_pasted_objects
from nvplan.services.writing.session import PlanSession


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """An open plan for Kronoberg."""
    return create_plan(tmp_path / "kronoberg.nvplan", "07", 2027, role="samordnare")


def paste(session: PlanSession, kind: str, pasted: str) -> PastedObjects:
    """Paste and make what can be made."""
    found = read_pasted_objects(session, kind, pasted)
    if found.posts:
        session.do(AddObjects(kind, tuple(found.posts)))
    return found


def titles(session: PlanSession, kind: str) -> list[str]:
    """Return what the posts of a list are called."""
    return [str(getattr(one, ABOUT[kind].called[0])) for one in objects_of(session.state, kind).values()]


def test_rows_without_headings_go_by_the_columns_of_the_list(session: PlanSession) -> None:
    found = paste(session, "insats", 'Fast läkare\tPågående\tBreddinförd\t2027-12\tAlvesta\r\n'
                                     '"Teamutbildning\nnatt"\tPlanerad\t\t\t\r\n')
    assert (found.refused, found.faults) == (0, [])
    first, second = objects_of(session.state, "insats").values()
    assert (first.title, first.state, first.spread, first.end) == ("Fast läkare", "pagaende", "breddinford", "2027-12")
    assert first.actor == "0764"
    assert second.title.split() == ["Teamutbildning", "natt"]


def test_headings_lead_each_column_to_its_field_and_what_has_none_is_told(session: PlanSession) -> None:
    found = paste(session, "hinder", "Ägare\tHinder\tNivå\tBudget\nVårdchef\tFörsenade remisser\tMeso\t3 mkr\n")
    one, = objects_of(session.state, "hinder").values()
    assert (one.title, one.level, one.owner) == ("Försenade remisser", "meso", "Vårdchef")
    assert found.faults == ["Kolumnen ”Budget” finns inte här och är inte med: ”3 mkr”."]
    assert found.notes == ["Rubrikraden är utelämnad."]


def test_a_bad_row_keeps_the_good_ones_and_is_told_with_what_stood_there(session: PlanSession) -> None:
    found = paste(session, "insats", "Ett\tPågående\nTvå\tRullar på fint\nTre\tPlanerad\n\tAvslutad\n")
    assert titles(session, "insats") == ["Ett", "Tre"]
    assert found.refused == 2
    assert found.faults[0].startswith("Rad 2 (”Två”): Läge: ”Rullar på fint”")
    assert found.faults[1] == "Rad 4 (”Avslutad”): Fältet ”Rubrik” är tomt. Fyll i det."


def test_one_undo_takes_all_of_them_back_and_no_id_is_used_again(session: PlanSession) -> None:
    session.do(AddObject("insats", {"title": "Den första"}))
    paste(session, "insats", "Ett\nTvå\nTre\n")
    entry = session.repository.history()[-1]
    assert about(entry) == "klistrade in 3 insatser"
    before = set(objects_of(session.state, "insats"))
    session.do(Undo())
    assert titles(session, "insats") == ["Den första"]
    assert session.do(AddObject("insats", {"title": "Ny"})) not in before


def test_a_row_that_is_there_already_is_no_new_post(session: PlanSession) -> None:
    assert paste(session, "insats", "Ett\tPågående\n").refused == 0
    again = paste(session, "insats", "Ett\tPågående\nEtt\tAvslutad\nEtt\tAvslutad\n")
    assert [(one["title"], one["state"]) for one in again.posts] == [("Ett", "avslutad")]
    assert again.faults == ["Rad 1 (”Ett”): Raden finns redan i planen.",
                            "Rad 3 (”Ett”): Raden finns två gånger i det inklistrade."]
    assert again.notes == ["Listan får två rader som heter ”Ett”."]


def test_what_the_list_shows_comes_back_as_the_same_posts(session: PlanSession, tmp_path: Path) -> None:
    session.do(SetObject("hinder", "", {"title": "Journalen", "level": "makro", "owner": "Digitaliseringschef",
                                        "raised": "2027-01-10"}))
    session.do(SetObject("insats", "", {"title": "Fast läkare", "state": "pagaende", "end": "2027-10-01",
                                        "actor": "0764"}))
    other = create_plan(tmp_path / "annan.nvplan", "07", 2027)
    for kind in ("insats", "hinder"):
        shown = rows_of(session, kind).rows(session.state, {})
        found = paste(other, kind, write_rows([headings(kind), *(row.cells for row in shown)]))
        assert titles(other, kind) == titles(session, kind)
        assert found.refused == 0
    level, = objects_of(other.state, "hinder").values()
    assert level.owner == "Digitaliseringschef"


def test_the_chosen_part_of_the_list_is_what_new_posts_begin_with(session: PlanSession) -> None:
    found = read_pasted_objects(session, "insats", "Rubrik\tLäge\nEtt\tPlanerad\nTvå\t\n", {"state": "pagaende"})
    assert [one["state"] for one in found.posts] == ["planerad", "pagaende"]
    assert "De nya raderna får listans urval: Läge: Pågående." in found.notes


def test_headings_alone_make_nothing(session: PlanSession) -> None:
    found = read_pasted_objects(session, "insats", "Rubrik\tLäge\tSpridning\n")
    assert (found.posts, found.faults, found.notes) == ([], [], ["Det inklistrade är bara rubriker."])


def test_every_row_is_made_or_none_is(session: PlanSession) -> None:
    with pytest.raises(InputError):
        session.do(AddObjects("insats", ({"title": "Ett"}, {"title": "Två", "state": "rullar"})))
    assert titles(session, "insats") == []


def test_an_actor_is_added_and_the_county_s_own_are_not(session: PlanSession) -> None:
    found = paste(session, ACTOR_TYPE, "Namn\tSlag\nBrukarföreningen\tPatientorganisation\nSöderby\tKommun\n")
    labels = {option.id: option.label for option in fields_by_name(ACTOR_TYPE)["type"].options}
    assert labels
    assert len(found.posts) + found.refused == 2
    assert found.refused >= 1


def test_a_structure_of_three_levels_comes_in_one_paste_and_insatser_under_each_other_too(session: PlanSession) -> None:
    found = paste(session, "malomrade", "Nummer\tRubrik\tLigger under\n1\tTrygg vård\t\n1.1\tTeam\ttrygg vård\n"
                                        "1.1.1\tHemgång\tTeam\n2\tHälsa\tFinns inte\n")
    assert found.names == ["Trygg vård", "Team", "Hemgång"]
    assert found.faults == ["Rad 5 (”2”): Ligger under: målområdet ”Finns inte” finns inte. "
                            "Välj Trygg vård, Team eller Hemgång."]
    rows = rows_of(session, "malomrade").rows(session.state, {})
    assert [row.cells[0] for row in rows] == ["1 Trygg vård", "  1.1 Team", "    1.1.1 Hemgång"]
    paste(session, "insats", "Insats\tDel av insats\tLänets målområden\nMobila team\t\tTeam\nNorr\tMobila team\t\n")
    whole, part = objects_of(session.state, "insats").values()
    assert (part.parent, whole.structure) == (whole.id, (rows[1].id,))
    session.do(Undo())
    session.do(Undo())
    assert titles(session, "malomrade") == []


def test_one_level_too_many_stores_nothing_of_the_paste(session: PlanSession) -> None:
    with pytest.raises(InputError, match="”D” skulle hamna på nivå 4"):
        paste(session, "malomrade", "Rubrik\tLigger under\nA\t\nB\tA\nC\tB\nD\tC\n")
    assert titles(session, "malomrade") == []


def test_a_decision_of_many_kommuner_comes_with_each_ones_day_and_number(session: PlanSession) -> None:
    paste(session, "beslut", "Beslut\tAktör\tGäller\tUtfall\tBeslutsdatum\tDiarienummer\n"
                             "Uppdraget\tAlvesta\tUppdraget att ta fram en plan\tAntagen\thösten 2023\tKS 1\n"
                             "Uppdraget\tVäxjö\tUppdraget att ta fram en plan\tAntagen\t4 oktober 2023\tKS 2\n")
    assert [(one.actor, one.date, one.diary_number) for one in objects_of(session.state, "beslut").values()] == [
        ("0764", "2023-host", "KS 1"), ("0780", "2023-10-04", "KS 2")]


def test_what_lies_above_may_be_named_by_its_number_or_as_the_list_shows_it(session: PlanSession) -> None:
    paste(session, "malomrade", "Nummer\tRubrik\tLigger under\n1\tTrygg vård\t\n1.1\tTeam\t1\n1.1.1\tTema\t1.1 Team\n")
    assert [row.cells[0] for row in rows_of(session, "malomrade").rows(session.state, {})] == [
        "1 Trygg vård", "  1.1 Team", "    1.1.1 Tema"]
    session.do(AddObject("malomrade", {"title": "En till", "number": "1"}))
    with pytest.raises(InputError, match="målområdet ”1” finns inte"):
        session.do(AddObject("malomrade", {"title": "Vems", "parent": "1"}))
