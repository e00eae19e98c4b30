"""Every kind keeps what was typed through storing, showing, JSON and a cell of a spreadsheet."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest

from nvplan.model.errors import InputError
from nvplan.model.kinds import KINDS, kind_of
from nvplan.model.kinds.field import Column, Field, Option
from nvplan.model.question import Question

OPTIONS = (Option(id="a", label="Ålder"), Option(id="b", label="Boende; eget"), Option(id="c", label="Cykel"))
COLUMNS = (Column(id="namn", label="Namn", required=True), Column(id="tal", label="Tal", kind="tal", unit="st"),
           Column(id="klar", label="Klar", kind="ja_nej", required=True), Column(id="dag", label="Dag", kind="datum"))
ROW = {"namn": "Första\nandra", "tal": "12.50", "klar": True, "dag": "2027-03"}
#: What each kind stores, by what is given.
GIVEN: dict[str, tuple[object, object]] = {
    "text": ("x", "x"), "langtext": ("a\nb", "a\nb"), "tal": ("1 234,50", "1234.50"), "kronor": ("12", "12"),
    "datum": ("1 mars 2027", "2027-03-01"), "manad": ("mars 2027", "2027-03"), "val": ("Ålder", "a"),
    "flerval": (["c", "a"], ["a", "c"]), "ja_nej": ("Ja", True), "referens": ("KON-01", "KON-01"),
    "tabell": ([{**ROW, "tal": "12,50", "klar": "ja", "dag": "mars 2027"}], [ROW]),
}


def question(kind: str, **more: Any) -> Question:
    """Make a question of a kind."""
    columns = COLUMNS if kind == "tabell" else ()
    return Question(id="1.0.x", plan="gemensam", chapter="1.0", label="Fråga?", core=True, options=OPTIONS,
                    columns=columns, kind=kind, **more)  # type: ignore[arg-type]


def asked(kind: str) -> Field:
    """Make a field of any kind, a question where the kind needs what only a question has."""
    return question(kind) if kind == "tabell" else Field(id="x", label="X", kind=kind, options=OPTIONS)  # type: ignore[arg-type]


def test_there_is_a_sample_for_every_kind_that_is_typed() -> None:
    assert set(GIVEN) | {"underskrift", "register"} == set(KINDS)


def test_a_register_is_shown_and_never_typed() -> None:
    field = question("register")
    rows = [{"id": "a", "titel": "Ett", "saknas": "läge"}, {"id": "b", "titel": "Två", "saknas": ""}]
    assert kind_of(field).show(field, rows) == "Ett – saknar läge\nTvå"
    assert kind_of(field).filled(field, rows) == Fraction(1, 2)
    assert kind_of(field).filled(field, None) == 0
    for given in ("ja", rows):
        with pytest.raises(InputError, match="registret"):
            kind_of(field).check(field, given)


@pytest.mark.parametrize("kind", GIVEN)
def test_what_is_given_is_stored_shown_and_read_back(kind: str) -> None:
    field, (given, stored) = asked(kind), GIVEN[kind]
    of = kind_of(field)
    assert of.check(field, given) == stored
    assert of.check(field, stored) == stored
    assert of.show(field, stored)
    assert of.check(field, json.loads(json.dumps(of.to_json(field, stored)), parse_float=str)) in (stored, "1234.5", [
        {**ROW, "tal": "12.5"}])
    assert of.filled(field, stored) > 0
    assert of.check(field, "") is None
    assert of.show(field, None) == of.typed(field, None) == ""
    assert of.filled(field, None) == 0


@pytest.mark.parametrize("kind", [kind for kind in GIVEN if kind not in ("tabell", "flerval", "langtext")])
def test_what_is_shown_while_typing_and_in_a_cell_reads_back_as_the_same(kind: str) -> None:
    field, (_, stored) = asked(kind), GIVEN[kind]
    of = kind_of(field)
    assert of.check(field, of.typed(field, stored)) == stored
    assert of.from_cell(field, of.in_cell(field, stored)) == stored


def test_several_in_a_cell_are_read_with_any_separator() -> None:
    field = asked("flerval")
    of = kind_of(field)
    assert of.in_cell(field, ["a", "c"]) == "Ålder; Cykel"
    for typed in ("Ålder; Cykel", "Ålder\nCykel", "a, c"):
        assert of.from_cell(field, typed) == ["a", "c"]


def test_a_table_is_as_full_as_its_required_cells_over_the_rows_it_asks_for() -> None:
    field = question("tabell", rows=("Läkare", "Sjuksköterskor"))
    of = kind_of(field)
    assert of.filled(field, [{"namn": "Läkare"}, {"namn": "Sjuksköterskor"}]) == 0, "given headings"
    assert of.filled(field, [{"namn": "Läkare", "klar": False}]) == Fraction(1, 2)
    assert of.filled(field, [{"namn": "Läkare", "klar": False}, {"namn": "Sjuksköterskor", "klar": True}]) == 1
    assert of.filled(field, [{"namn": "Läkare", "klar": True}, {"namn": "Sjuksköterskor", "klar": True},
                             {"tal": "1"}]) == Fraction(2, 3)
    free = field.model_copy(update={"columns": (COLUMNS[1],), "rows": ()})
    assert of.filled(free, [{"tal": "1"}]) == 1
    unasked = tuple(one.model_copy(update={"required": False}) for one in COLUMNS)
    unmarked = field.model_copy(update={"columns": unasked})
    assert of.filled(unmarked, [{"namn": "Läkare", "tal": "1"}, {"namn": "Sjuksköterskor"}]) == Fraction(1, 2)


def test_a_column_keeps_its_bounds_and_its_line_breaks() -> None:
    share = Column(id="andel", label="Andel", kind="tal", unit="%", most=100)  # type: ignore[arg-type]
    assert kind_of(share).check(share, "55 %") == "55"
    with pytest.raises(InputError, match="100"):
        kind_of(share).check(share, "101")
    assert kind_of(COLUMNS[0]).check(COLUMNS[0], "a\nb") == "a\nb"


def test_the_days_of_a_table_tell_row_column_and_what_the_row_is_called() -> None:
    field = question("tabell")
    days = list(kind_of(field).days(field, [{"dag": "2027-03"}, ROW]))
    assert [(day.date, day.row, day.column, day.told) for day in days] == [
        ("2027-03", 1, COLUMNS[3], ""), ("2027-03", 2, COLUMNS[3], "Första\nandra")]


def test_a_signature_is_never_stored() -> None:
    field = asked("underskrift")
    with pytest.raises(InputError, match="för hand"):
        kind_of(field).check(field, "Anna")


def test_one_key_answers_yes_or_no_and_chooses_among_options() -> None:
    assert [kind_of(asked("ja_nej")).by_key(asked("ja_nej"), key) for key in "jNx"] == [True, False, None]
    assert [kind_of(asked("val")).by_key(asked("val"), key) for key in "13a4"] == ["a", "c", None, None]
