"""Words of one's own beside an option: what is typed stays as it is, and a typing error is not taken for such words."""

from __future__ import annotations

import json

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.model.errors import InputError
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Field
from nvplan.model.question import Question
from nvplan.model.values import Value, read_value, show_value, stored_fault

TAKING = [one for one in all_questions().values() if any(option.own for option in one.options)]
OPEN = [one for one in TAKING if one.kind == "flerval"]
ONE_OF = [one for one in TAKING if one.kind == "val"]
CELLS = [(one, column) for one in all_questions().values() for column in one.columns
         if any(option.own for option in column.options)]
WORDS = ["människor i riskzon", "barn, unga och äldre", "a; b", "=1+1", "[b]fet[/b]", "a:b", "”citat” – och streck"]
GROUPS = all_questions()["1.2.malgrupper"]


def read(typed: str, question: Question = GROUPS) -> Value | None:
    return kind_of(question).from_cell(question, typed)


def test_the_lists_of_groups_and_areas_take_words_of_one_s_own() -> None:
    assert {"1.2.malgrupper", "1.6.prioriterade", "1.9.malgrupper", "2.11.grupper"} <= {one.id for one in OPEN}


def test_the_choices_of_one_that_cannot_be_complete_take_words_too() -> None:
    assert {"1.1.beslutssatt", "2.2.kompetenskrav", "2.8.anvandning", "2.12.ersattning-grund", "3.0.term-patient",
            "3.3.oversyn", "3.6.haller-ihop", "3.13.utvardering"} == {one.id for one in ONE_OF if one.per == "lan"}
    assert {"1.4.samordnare-medel", "1.7.bedomning-lakare", "1.7.bedomning-sjukskoterska", "2.10.samma-lakare",
            "3.8.malgrupp"} == {one.id for one in ONE_OF if one.per == "aktor"}
    assert {(one.id, column.id) for one, column in CELLS} == {
        ("1.2.platser", "slag"), ("1.13.deltagit", "satt"), ("2.13.matregel", "sammanvagning"),
        ("2.15.milstolpar", "sikt"), ("3.4.instrument", "verktyg")}


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("field", [*ONE_OF, *(column for _, column in CELLS)], ids=lambda one: str(one.id))
def test_the_words_beside_one_choice_come_back_from_what_is_stored_shown_and_sent_out(field: Field, words: str) -> None:
    kind = kind_of(field)
    other = next(option for option in field.options if option.own)
    value = kind.check(field, f"{other.label}: {words}")
    assert value == f"{other.id}:{words}"
    kind.check_stored(field, value)
    assert kind.show(field, value) == f"{other.label}: {words}"
    assert kind.from_cell(field, kind.in_cell(field, value)) == value
    assert kind.codes(value) == {other.id}
    assert kind.order(field, value) == kind.order(field, other.id)
    assert kind.check(field, other.id) == other.id, "words may be left out"


def test_only_the_option_that_takes_words_does_and_typing_errors_are_told() -> None:
    field = all_questions()["2.2.kompetenskrav"]
    for typed in ("Specialist i allmänmedicin: gärna", "en vänlig läkare"):
        with pytest.raises(InputError, match="Skriv ”Annat:” före egna ord"):
            read_value(field, typed)
    assert stored_fault(field, "specialist:x")
    assert stored_fault(field, "annat:")
    assert stored_fault(field, "annat:x") == ""


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("question", OPEN, ids=lambda one: str(one.id))
def test_the_words_come_back_from_what_is_stored_shown_and_sent_out(question: Question, words: str) -> None:
    other = next(option for option in question.options if option.own)
    first = next(option for option in question.options if option is not other and not option.alone)
    value = read_value(question, json.dumps([f"{other.id}: {words}", first.id]))
    assert stored_fault(question, value) == ""
    assert set(show_value(question, value).splitlines()) == {first.label, f"{other.label}: {words}"}
    assert read(kind_of(question).in_cell(question, value), question) == value
    assert kind_of(question).codes(value or "") == {first.id, other.id}
    assert read_value(question, json.dumps(value)) == value


def test_an_older_answer_without_words_is_as_it_was() -> None:
    assert read_value(GROUPS, '["annan", "aldre"]') == ["aldre", "annan"]
    assert stored_fault(GROUPS, ["aldre", "annan"]) == ""
    assert show_value(GROUPS, ["annan"]) == "Annan målgrupp"


def test_words_in_a_cell_end_where_the_next_choice_begins() -> None:
    assert read("Äldre, Annan målgrupp: barn, unga; Närstående") == ["aldre", "narstaende", "annan:barn, unga"]
    assert read("Annan målgrupp: x, y\nÄldre") == ["aldre", "annan:x, y"]
    assert read("annan målgrupp:") == ["annan"]


def test_words_for_the_same_option_stand_together_and_none_is_lost() -> None:
    assert read_value(GROUPS, '["annan:x", "annan", "annan: y", "annan:x"]') == ["annan:x; y"]


@pytest.mark.parametrize("typed", ["aldr e", "människor i riskzon", "Äldre: de skröpliga"])
def test_what_no_option_is_called_is_refused_and_told_how_to_write_it(typed: str) -> None:
    with pytest.raises(InputError, match=r"finns inte bland alternativen.*Skriv ”Annan målgrupp:” före egna ord\."):
        read(typed)


def test_too_many_words_are_refused() -> None:
    with pytest.raises(InputError, match="Högst 300 får plats"):
        read_value(GROUPS, json.dumps([f"annan:{'x' * 301}"]))


@pytest.mark.parametrize("stored", [["annan:"], ["annan: x"], ["aldre:x"], ["annan:a\nb"]])
def test_what_a_file_holds_is_what_could_have_been_typed(stored: list[str]) -> None:
    assert stored_fault(GROUPS, stored)


def test_words_count_as_one_choice_and_go_with_it() -> None:
    kind = kind_of(GROUPS)
    assert kind.toggled(GROUPS, ["annan:x", "aldre"], "annan") == ["aldre"]
    with pytest.raises(InputError, match="högst fem"):
        read_value(GROUPS, '["aldre","skora_aldre","glesbygd","narstaende","barn_unga","annan:x"]')
