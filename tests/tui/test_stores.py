"""The planner on a plan that is no file: it asks for an address and no more."""

from __future__ import annotations

from nvplan.catalog.questions import all_questions
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.store.places import Place
from tests.tui.planner import go_to, planner, type_text, until

QUESTION = "1.0.agare"


async def test_what_is_typed_is_kept_and_found_where_the_person_left_it(place: Place) -> None:
    create_plan(place.address(), "07", 2027).close()
    async with planner(place.address()) as pilot:
        await go_to(pilot, QUESTION)
        await type_text(pilot, "regionens chef")
        assert "✓ Sparat" in await until(pilot, "✓ Sparat")
        with PlanSession.open(place.address(), "kommun") as other:
            assert other.state.answer(QUESTION, "region").value == "regionens chef"
    async with planner(place.address()) as pilot:
        label = all_questions()[QUESTION].label
        assert label in await until(pilot, label)
