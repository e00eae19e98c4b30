"""At each question a person sees whether it is required, by what and of whom, or free."""

from __future__ import annotations

from typing import Any

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.catalog.requirements import requirement_sets, requirements
from nvplan.model.requirement import MODALITIES, Requirement, RequirementSet
from nvplan.services.reading.demands import demand
from nvplan.services.reading.question_list import questions_json
from nvplan.texts import demands as demand_texts
from nvplan.tui.widgets.guidance import demand_sentence, legend, requirement_line


def found(*identities: str) -> list[tuple[Requirement, RequirementSet]]:
    return [(one, requirement_sets()[one.set]) for one in (requirements()[identity] for identity in identities)]


def listed(identity: str) -> dict[str, Any]:
    return next(row for row in questions_json() if row["id"] == identity)


def test_the_most_binding_is_told_with_whom_it_binds() -> None:
    assert demand_sentence(all_questions()["1.0.agare"], found("SAM-04", "SAM-03")) == (
        "Ett krav på regionen och kommunerna ligger bakom frågan.")
    assert demand_sentence(all_questions()["2.3.index"], found("KON-M5")) == (
        "Ett mål ligger bakom frågan. Källan säger inte vem; här räknas regionen.")


@pytest.mark.parametrize("identity", [one.id for one in requirements().values()
                                      if one.modality not in ("ska", "lag")])
def test_nothing_but_a_demand_or_a_statute_is_called_a_demand(identity: str) -> None:
    assert demand(found(identity)).level != "krav"
    assert not demand_sentence(all_questions()["1.0.agare"], found(identity)).startswith("Ett krav")


def test_a_proposal_is_not_a_demand_though_it_reads_as_a_statute() -> None:
    assert requirements()["SAM-20"].modality == "lag"
    assert demand(found("SAM-20")).level == "forslag"
    assert demand_sentence(all_questions()["1.7.mas-mar"], found("SAM-20")) == (
        "Inget krav ligger bakom frågan än, bara ett förslag. Källan säger inte vem; här räknas kommunerna.")
    assert demand(found("SAM-20", "SAM-10")).level == "viktigt"


def test_a_free_question_says_so_and_what_its_answer_decides() -> None:
    assert requirement_line(all_questions()["3.0.term"], []).plain == (
        "Frivillig fråga. Inget krav ligger bakom den. Svaret avgör vilket ord som står i planen och i dokumenten.")
    undecided = all_questions()["1.2.kallor"].model_copy(update={"decision": ""})
    assert demand_sentence(undecided, []) == "Frivillig fråga. Inget krav ligger bakom den."


def test_each_mark_is_explained_where_it_stands_once() -> None:
    assert legend(found("SAM-04", "SAM-03", "SAM-11")) == (
        "SKA: källan kräver det. CENTRALT: källan kallar det viktigt men kräver det inte.")
    assert legend(found("SAM-20")) == "FÖRESLAGET: förslag som inte är verifierat som lag."
    shown = requirement_line(all_questions()["1.0.agare"], found("SAM-03", "SAM-04")).plain
    assert "[SKA] " in shown
    assert "SAM-03" not in shown, "words and no codes; F1 knows the code"
    assert shown.endswith(legend(found("SAM-03", "SAM-04")))
    for modality in MODALITIES:
        assert demand_texts.legend([demand_texts.MARK[modality]]), modality


def test_the_list_of_questions_says_it_to_programs() -> None:
    row = listed("2.4.betydande")
    assert (row["demand"], row["demanded_of"], row["stated"]) == ("mal", ["region"], False)
    row = listed("3.0.term")
    assert (row["demand"], row["demanded_of"]) == ("fritt", [])
    assert row["decision"] == "vilket ord som står i planen och i dokumenten"
    assert listed("1.8.kontaktvagar")["demand"] == "krav"
