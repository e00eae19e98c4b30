"""Limits that a question tells hold when it is answered: how many may be chosen, and what leaves no room for others."""

from __future__ import annotations

import re

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.model.errors import InputError
from nvplan.model.kinds import kind_of
from nvplan.model.values import check_value

QUESTIONS = all_questions()
FIVE, ALONE = QUESTIONS["1.2.malgrupper"], QUESTIONS["1.6.aktorer"]


def test_at_most_five_takes_five() -> None:
    ids = [option.id for option in FIVE.options]
    assert check_value(FIVE, ids[:5]) == ids[:5]
    with pytest.raises(InputError, match="högst fem"):
        check_value(FIVE, ids[:6])


def test_the_sixth_tick_is_refused_and_unticking_is_not() -> None:
    ids = [option.id for option in FIVE.options]
    with pytest.raises(InputError, match="högst fem"):
        kind_of(FIVE).toggled(FIVE, ids[:5], ids[5])
    assert kind_of(FIVE).toggled(FIVE, ids[:5], ids[0]) == ids[1:5]


def test_more_than_the_limit_in_an_old_file_still_stands() -> None:
    kind_of(FIVE).check_stored(FIVE, [option.id for option in FIVE.options][:6])


def test_none_yet_leaves_no_room_for_others() -> None:
    others = [option.id for option in ALONE.options if not option.alone]
    with pytest.raises(InputError, match="Inga ännu"):
        check_value(ALONE, ["inga", others[0]])
    assert kind_of(ALONE).toggled(ALONE, others[:2], "inga") == ["inga"]
    assert kind_of(ALONE).toggled(ALONE, ["inga"], others[0]) == [others[0]]


def test_every_limit_that_is_told_is_in_the_data() -> None:
    told = re.compile(r"[Hh]ögst (två|tre|fyra|fem|sex)\b")
    for question in QUESTIONS.values():
        if question.kind == "flerval" and told.search(f"{question.asks} {question.hint}"):
            assert question.most is not None, question.id


def test_every_choice_of_nothing_stands_alone() -> None:
    for question in QUESTIONS.values():
        for option in question.options if question.kind == "flerval" else ():
            if re.match(r"(Inga|Inget|Ingen)( ännu| än)?$|Vet inte$|Inte bestämt", option.label):
                assert option.alone, f"{question.id} {option.id}"


def test_a_whole_number_is_not_told_to_have_decimals() -> None:
    question = next(one for one in QUESTIONS.values() if one.kind == "tal" and one.decimals == 0)
    with pytest.raises(InputError) as refused:
        check_value(question, "några")
    assert "heltal" in str(refused.value)
    assert "12,5" not in str(refused.value)
