"""A number that was answered is never told without its year and its source; that they are missing is said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from nvplan.catalog.questions import all_questions, plan_form
from nvplan.catalog.tellings import tellings
from nvplan.model.document import Paragraph
from nvplan.model.requirement import PLANS
from nvplan.model.values import check_value
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents_statements as statements_texts
from tests.services.documents.plans import build

#: Numbers that are no figures of how it is: what the county has decided, and what another number is counted on.
_DECIDED = {"1.4.svarstid", "2.12.bonus-troskel", "2.4.betydande", "3.3.oversyn-manader", "3.2.enheter",
            "3.2.enheter-privata", "3.12.svarande"}


def told(session: PlanSession, name: str) -> Mapping[str, str]:
    """Return a plan's paragraphs by their lead word."""
    return {block.lead: block.text for block in build(session, name).blocks if isinstance(block, Paragraph)}


@pytest.mark.parametrize("plan", PLANS)
def test_every_number_of_how_it_is_has_a_question_about_its_year_and_source(plan: str) -> None:
    form = plan_form(plan)  # type: ignore[arg-type]
    rows = tellings(plan)  # type: ignore[arg-type]
    numbers = [one for one in form.questions if one.kind == "tal" and rows[one.id].role == "innehall"]
    assert {one.id for one in numbers if not rows[one.id].source} <= _DECIDED
    for one in numbers:
        if rows[one.id].source:
            asked = all_questions()[rows[one.id].source]
            assert (asked.kind, asked.per, asked.core) == ("text", one.per, False)
            assert asked.condition, "it is asked of those who gave the number alone"


def test_a_plan_of_0_1_0_says_that_year_and_source_are_missing_until_somebody_gives_them(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    session.do(SetAnswer("3.1.storlek", check_value(all_questions()["3.1.storlek"], "3400")))
    lead = "Målgruppens storlek"
    text = told(session, "patientkontrakt")[lead]
    assert text == f"Målgruppen är 3\u00a0400\u00a0personer. {statements_texts.NO_SOURCE}"
    session.do(SetAnswer("3.1.storlek-kalla", "Juni 2026, journalsystemet"))
    assert told(session, "patientkontrakt")[lead].endswith("personer. Källa: juni 2026, journalsystemet.")
    session.close()


def test_two_numbers_of_one_source_have_it_once_after_the_last_that_is_told(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    session.do(SetAnswer("3.9.utbildade", "185"))
    session.do(SetAnswer("3.9.utbildade-kalla", "Juni 2026, listan"))
    lead = "Utbildning hittills"
    assert told(session, "patientkontrakt")[lead].endswith("fått utbildning. Källa: juni 2026, listan.")
    session.do(SetAnswer("3.9.utbildade-av", "1250"))
    assert told(session, "patientkontrakt")[lead].endswith("1\u00a0250\u00a0personer den. Källa: juni 2026, listan.")
    assert told(session, "patientkontrakt")[lead].count("Källa") == 1
    session.close()


def test_each_actor_s_number_has_its_own_source_and_one_of_all_is_told_once(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    lead = "Läkartid i kommunal vård"
    for actor, hours in (("0780", "84"), ("0764", "22.5"), ("0760", "9.5")):
        session.do(SetAnswer("1.7.lakaravtal", "galler", actor))
        session.do(SetAnswer("1.7.lakartid", hours, actor))
    assert told(session, "gemensam-plan")[lead].endswith(f"84\u00a0timmar per vecka. {statements_texts.NO_SOURCE}")
    for actor in ("0780", "0764"):
        session.do(SetAnswer("1.7.lakartid-kalla", "2026, avtalet", actor))
    assert ("Källa för Alvesta och Växjö: 2026, avtalet. För Uppvidinge saknas år och källa."
            in told(session, "gemensam-plan")[lead])
    session.do(SetAnswer("1.7.lakartid-kalla", "2026, avtalet", "0760"))
    assert told(session, "gemensam-plan")[lead].endswith("84\u00a0timmar per vecka. Källa: 2026, avtalet.")
    session.close()


@pytest.mark.parametrize("name", ["gemensam-plan", "kontinuitet", "patientkontrakt"])
def test_the_example_tells_year_and_source_of_every_number(example: PlanSession, name: str) -> None:
    text = "\n".join(told(example, name).values())
    assert statements_texts.NO_SOURCE not in text
    assert "saknas år och källa" not in text
    assert re.search(r"Källa: \w+.*20\d\d", text) or name == "gemensam-plan"
