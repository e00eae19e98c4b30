"""A table over all actors: pasted blocks, values filled down, and one undo for all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.model.errors import ConflictError, InputError
from nvplan.services.reading.matrix import Matrix, cell_text, fill_down, matrix_of, read_block, read_cell
from nvplan.services.writing.commands import SetAnswer, SetAnswers, Undo
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return create_plan(tmp_path / "lan.nvplan", "14", 2027)


def matrix(session: PlanSession, question: str = "1.7.lakaravtal") -> Matrix:
    return matrix_of(session.form("gemensam"), all_questions()[question], session.state)


def column(table: Matrix, question: str) -> int:
    return [one.id for one in table.columns].index(question)


def test_the_table_has_every_kommun_and_the_chapters_other_questions(session: PlanSession) -> None:
    table = matrix(session)
    assert len(table.actors) == 49
    assert {"1.7.lakaravtal", "1.7.lakaravtal-till", "1.7.lakartid", "1.7.mas-mar"} <= {one.id for one in table.columns}
    assert not table.is_asked(0, column(table, "1.7.lakaravtal-till"), session.state)


def test_a_pasted_block_is_saved_in_one_go_and_undone_in_one(session: PlanSession) -> None:
    table = matrix(session)
    option = next(one for one in all_questions()["1.7.lakaravtal"].options)
    lines = "\r\n".join(f"{option.label}\t2027-0{number % 9 + 1}-01" for number in range(49))
    block = read_block(table, session.state, lines, 0, column(table, "1.7.lakaravtal"))
    assert block.faults == []
    assert len(block.answers) == 98
    before = len(session.repository.history())
    session.do(SetAnswers.of_cells(block.answers))
    assert len(session.repository.history()) == before + 1
    assert PlanSession.open(session.address).state.answer("1.7.lakaravtal", table.actors[48].id).value == option.id
    session.do(Undo())
    assert not session.state.answers


def test_wrong_cells_are_explained_and_right_ones_are_taken(session: PlanSession) -> None:
    table = matrix(session)
    at = column(table, "1.7.lakaravtal")
    first = all_questions()["1.7.lakaravtal"].options[0].id
    block = read_block(table, session.state, f"{first}\tinte ett datum\nkanske\n\n{first}\t2027-01-01\n", 0, at)
    assert [(one.actor, one.question) for one in block.answers] == [
        (table.actors[0].id, "1.7.lakaravtal"), (table.actors[3].id, "1.7.lakaravtal"),
        (table.actors[3].id, "1.7.lakaravtal-till")]
    assert any("inget datum" in fault and table.actors[0].name in fault for fault in block.faults)
    assert any("kanske" in fault and table.actors[1].name in fault for fault in block.faults)


def test_a_cell_that_is_not_asked_is_explained(session: PlanSession) -> None:
    table = matrix(session)
    block = read_block(table, session.state, "2027-01-01", 0, column(table, "1.7.lakaravtal-till"))
    assert block.answers == []
    assert "ställs inte till den aktören" in block.faults[0]


def test_what_falls_outside_the_table_is_counted(session: PlanSession) -> None:
    table = matrix(session)
    first = all_questions()["1.7.lakaravtal"].options[0].id
    block = read_block(table, session.state, f"{first}\n{first}", 48, column(table, "1.7.lakaravtal"))
    assert (len(block.answers), block.outside) == (1, [first])


def test_lines_that_begin_with_an_actors_name_go_to_that_actor(session: PlanSession) -> None:
    table = matrix(session)
    first = all_questions()["1.7.lakaravtal"].options[0].id
    names = [table.actors[7].name, table.actors[3].name.upper()]
    block = read_block(table, session.state, "\n".join(f"{name}\t{first}" for name in names), 20,
                       column(table, "1.7.lakaravtal"))
    assert [one.actor for one in block.answers] == [table.actors[7].id, table.actors[3].id]


def test_filling_down_takes_the_empty_rows_or_the_marked_ones(session: PlanSession) -> None:
    table = matrix(session)
    at = column(table, "1.7.lakaravtal")
    first, second = (one.id for one in all_questions()["1.7.lakaravtal"].options[:2])
    session.do(SetAnswer("1.7.lakaravtal", first, table.actors[0].id))
    session.do(SetAnswer("1.7.lakaravtal", second, table.actors[1].id))
    assert len(fill_down(table, session.state, (0, at)).answers) == 47
    marked = fill_down(table, session.state, (0, at), [0, 1, 2])
    assert ([one.actor for one in marked.answers], marked.replaced) == ([table.actors[1].id, table.actors[2].id], 1)


def test_one_wrong_answer_or_one_overtaken_stops_them_all(session: PlanSession) -> None:
    one, two = (actor.id for actor in matrix(session).actors[:2])
    first = all_questions()["1.7.lakaravtal"].options[0].id
    with pytest.raises(InputError, match=r"1\.7\.lakaravtal"):
        session.do(SetAnswers((SetAnswer("1.7.lakaravtal", first, one), SetAnswer("1.7.lakaravtal", "x", two))))
    session.do(SetAnswer("1.7.lakaravtal", first, two))
    other = all_questions()["1.7.lakaravtal"].options[1].id
    with pytest.raises(ConflictError, match="Inget är överskrivet"):
        session.do(SetAnswers((SetAnswer("1.7.lakaravtal", first, one, seen=None),
                               SetAnswer("1.7.lakaravtal", other, two, seen=None))))
    assert session.state.answer("1.7.lakaravtal", one).value is None


def test_a_cell_reads_back_as_it_was_copied(session: PlanSession) -> None:
    several = all_questions()["1.7.brist"]
    value = [option.id for option in several.options[:3]]
    table = matrix(session, "1.7.brist")
    block = read_block(table, session.state, cell_text(several, value), 0, column(table, "1.7.brist"))
    assert block.answers[0].value == value


def test_headings_lead_each_column_to_its_question_and_are_no_answers(session: PlanSession) -> None:
    table = matrix(session)
    avtal, till = all_questions()["1.7.lakaravtal"], all_questions()["1.7.lakaravtal-till"]
    pasted = (f"Kommun\t{till.label}\tTelefon\t{avtal.label}\r\n"
              f"{table.actors[3].name}\t2027-05-01\t08-1\t{avtal.options[0].label}\r\n"
              f"Atlantis\t2027-06-01\t\t{avtal.options[0].label}\r\n")
    block = read_block(table, session.state, pasted, 20, 0)
    assert [(one.actor, one.question, one.value) for one in block.answers] == [
        (table.actors[3].id, avtal.id, avtal.options[0].id), (table.actors[3].id, till.id, "2027-05-01")]
    assert "Rad 3: ”Atlantis” svarar inte på frågan, så raden är inte med." in block.faults
    assert "Kolumnen ”Telefon” finns inte här och är inte med: ”08-1”." in block.faults
    assert block.notes == ["Rubrikraden är utelämnad."]


def test_one_unknown_name_among_many_stops_its_own_row_only(session: PlanSession) -> None:
    table = matrix(session)
    first = all_questions()["1.7.lakaravtal"].options[0]
    names = [actor.name for actor in table.actors]
    lines = [f"{name}\t{first.label}" for name in [names[5], "Atlantis", names[2]]]
    block = read_block(table, session.state, "\n".join(lines), 0, column(table, first_id()))
    assert [one.actor for one in block.answers] == [table.actors[5].id, table.actors[2].id]
    assert block.faults == ["Rad 2: ”Atlantis” svarar inte på frågan, så raden är inte med."]


def test_the_same_cell_twice_keeps_the_first_and_tells_of_the_second(session: PlanSession) -> None:
    table = matrix(session)
    one, two = all_questions()["1.7.lakaravtal"].options[:2]
    name = table.actors[5].name
    block = read_block(table, session.state, f"{name}\t{one.label}\n{name}\t{two.label}", 0, column(table, first_id()))
    assert [given.value for given in block.answers] == [one.id]
    assert len(block.faults) == 1
    assert f"nu med ”{two.label}”" in block.faults[0]


def first_id() -> str:
    """The question whose column the cases begin in."""
    return "1.7.lakaravtal"


def test_several_choices_stand_in_a_cell_by_line_semicolon_or_comma() -> None:
    question = next(one for one in all_questions().values() if one.kind == "flerval" and len(one.options) > 2)
    first, second = question.options[:2]
    for between in ("\n", "; ", ", "):
        assert read_cell(question, f"{second.label}{between}{first.label}") == [first.id, second.id]


def test_a_choice_with_a_comma_of_its_own_stays_whole() -> None:
    for question in all_questions().values():
        if question.kind != "flerval":
            continue
        every = [option.id for option in question.options if not option.alone]
        room = int(question.most) if question.most is not None else len(every)
        for chosen in (every[:room], every[-room:], *([one.id] for one in question.options if one.alone)):
            for between in ("; ", ", ", "\n"):
                assert read_cell(question, between.join(chosen)) == chosen
            assert read_cell(question, cell_text(question, chosen)) == chosen
