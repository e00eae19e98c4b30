"""What is worked out from an answer is told where the answer is typed, in the figures that the documents have."""

from __future__ import annotations

import pytest

from nvplan.catalog.questions import find_question
from nvplan.model.plan import PlanInfo
from nvplan.model.values import Value, check_value
from nvplan.services.reading.worked_out import worked_out

INFO = PlanInfo(county_code="10", year=2027, requirement_set="OK2023")


def told(question: str, given: object) -> str:
    found = find_question(question)
    value: Value | None = check_value(found, given)
    return worked_out(found, value, INFO)


@pytest.mark.parametrize(("base", "goal"), [("0,33", "0,33 × 1,20 = 0,396"), ("0,31", "0,31 × 1,20 = 0,372"),
                                            ("0,305", "0,305 × 1,20 = 0,366")])
def test_the_goal_is_the_base_value_and_twenty_per_cent(base: str, goal: str) -> None:
    assert told("2.4.lakare-basvarde", base) == f"Målet blir {goal}."
    assert told("2.4.alla-basvarde", base) == f"Målet blir {goal}."


def test_a_goal_without_a_figure_is_not_worked_out() -> None:
    assert told("2.4.sabo-basvarde", "0,4") == ""


def test_need_and_gap_are_counted_on_the_guide_values() -> None:
    rows = [{"regi": "Egen", "listade": "110000", "specialister": "80", "st_lakare": "20"},
            {"regi": "Privat", "listade": "11000", "specialister": "10"}]
    assert told("2.8.lage", rows).splitlines() == [
        "Egen: Behovet är 100,0 specialister mot riktvärdet. Det saknas 10,0.",
        "Privat: Behovet är 10,0 specialister mot riktvärdet. Det räcker, med 0,0 över.",
        "Tillsammans: Behovet är 110,0 specialister mot riktvärdet. Det saknas 10,0."]
    assert told("2.8.lage", [{"regi": "Egen", "listade": "110000"}]) == ""


def test_a_share_is_the_part_of_the_whole() -> None:
    assert told("2.10.sabo", [{"kontakt": "Fast läkarkontakt", "med_kontakt": "178", "boende": "240"},
                              {"kontakt": "Fast vårdkontakt (sjuksköterska)", "boende": "240"}]) == (
        "Fast läkarkontakt: 74,2 %.")


def test_nothing_comes_of_other_answers() -> None:
    assert told("1.0.agare", "Hälso- och sjukvårdsdirektör") == ""
    assert worked_out(find_question("2.8.lage"), None, INFO) == ""
