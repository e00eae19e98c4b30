"""An answer in a list: whole, or cut where something ends, and where the rest stands."""

from __future__ import annotations

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.model.plan import Answer
from nvplan.model.question import Question
from nvplan.services.documents.answers_in_short import in_short

TEXT = next(one for one in all_questions().values() if one.kind == "langtext")
SEVERAL = all_questions()["1.2.malgrupper"]
TABLE = all_questions()["1.3.matris"]


def _short(question: Question, value: object, longest: int = 140) -> str:
    return in_short(question, Answer.model_validate({"value": value}), longest)


@pytest.mark.parametrize(("given", "told"), [
    ("Kort och gott", "Kort och gott"),
    ("Första raden\n\nAndra raden.", "Första raden. Andra raden."),
    ("- läkare\n- sjuksköterska", "läkare. sjuksköterska."),
    ("Vi gör klart det i år.", "Vi gör klart det i år."),
])
def test_a_short_text_is_whole_and_on_one_line_with_one_full_stop(given: str, told: str) -> None:
    assert _short(TEXT, given) == told


def test_a_longer_one_ends_with_a_sentence_and_not_at_an_abbreviation() -> None:
    text = ("Vi prövar t.ex. Alvesta och Ljungby först under våren 2027. "
            "Sedan tar vi resten av länet, en kommun i taget, med start i augusti.")
    assert _short(TEXT, text, 100) == ("Vi prövar t.ex. Alvesta och Ljungby först under våren 2027. "
                                       "Resten står i planen.")


def test_one_long_sentence_is_cut_between_words() -> None:
    told = _short(TEXT, "ord och mening " * 30, 80)
    cut, _, rest = told.partition(" … ")
    assert rest == "Resten står i planen."
    assert len(told) <= 81
    assert set(cut.split()) == {"ord", "och", "mening"}


def test_several_choices_are_a_sentence_and_those_that_find_no_room_a_number() -> None:
    chosen = [one.id for one in SEVERAL.options if not one.own][:5]
    assert _short(SEVERAL, chosen[:2]) == "Äldre och sköra äldre"
    assert _short(SEVERAL, chosen, 60) == "Äldre, sköra äldre och tre till"
    assert ";" not in _short(SEVERAL, chosen)


def test_a_table_is_told_by_its_rows_and_not_cell_by_cell() -> None:
    first = TABLE.columns[0]
    rows = [{first.id: name} for name in TABLE.headings[:2]]
    assert rows
    assert _short(TABLE, rows) == ("Två rader: 1. Vanliga vårdbehov och 2. Lätt tillgänglig vård. "
                                   "Tabellen står i planen.")
    assert _short(TABLE, rows[:1]) == "En rad: 1. Vanliga vårdbehov. Tabellen står i planen."


def test_rows_that_have_a_comma_of_their_own_are_told_apart() -> None:
    table = next(one for one in all_questions().values() if sum("," in name for name in one.headings) > 1)
    names = [name for name in table.headings if "," in name][:2]
    told = _short(table, [{table.columns[0].id: name} for name in names], 300)
    assert told.count(";") == 1, told
