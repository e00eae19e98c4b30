"""«Gå till»: what is typed finds each place once, and the actors too."""

from __future__ import annotations

from pathlib import Path

from nvplan.catalog.questions import all_questions
from nvplan.model.collation import fold
from nvplan.services.reading.guide import stops
from nvplan.services.reading.places import Place
from nvplan.services.writing.commands import AddObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.tui.boxes import places_box
from nvplan.tui.screens.boxes.box import PickBox
from nvplan.tui.screens.boxes.choice_rows import Choice
from tests.tui.planner import go_to, new_plan, planner, press, type_text, until


def found(box: PickBox, words: str) -> list[Choice]:
    """Return what the box shows once the words are typed."""
    return [choice for _, choice in box._choices if not choice.when_resting
            and all(word in fold(f"{choice.text} {choice.found_by}") for word in fold(words).split())]


def plan(folder: Path) -> PlanSession:
    return create_plan(str(folder / "k.nvplan"), "07", 2027)


def test_an_actor_is_found_by_its_name_and_is_not_in_the_list_before(tmp_path: Path) -> None:
    session = plan(tmp_path)
    (row,) = [one for one in found(places_box(session, everything=False), "uppvid") if isinstance(one.result, Place)]
    assert (row.text, row.result) == ("Uppvidinge kommun", Place("aktor", "0760"))
    assert row.when_sought


def test_where_the_person_was_lately_is_found_once(tmp_path: Path) -> None:
    session = plan(tmp_path)
    asked = stops(session.form("gemensam"), session.state, everything=True)
    here = next(one for one in asked if one.question.id == "1.3.matris")
    box = places_box(session, everything=False, recent=[here])
    label = all_questions()["1.3.matris"].label
    assert [one.text.strip() for _, one in box._choices].count(label) == 2, "it stands first, and in its chapter"
    assert [one.result for one in found(box, label)] == [here]


def test_two_questions_in_the_same_words_say_which_plan_asks(tmp_path: Path) -> None:
    box = places_box(plan(tmp_path), everything=False)
    rows = {one.code: one for _, one in box._choices if one.code in ("2.0.beslut", "1.17.logg")}
    assert rows["2.0.beslut"].text == rows["1.17.logg"].text
    assert rows["2.0.beslut"].detail.startswith("Kontinuitet")
    assert rows["1.17.logg"].detail.startswith("Gemensam plan")


async def test_enter_on_a_finding_puts_the_cursor_in_the_field_that_lacks(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    with PlanSession.open(path) as session:
        session.do(AddObject("insats", {"title": "Läkarstöd", "plans": ["gemensam"]}))
    async with planner(path) as pilot:
        await go_to(pilot, "granska")
        await type_text(pilot, "utan spridning")
        await until(pilot, "Läkarstöd")
        await press(pilot, "enter")
        await until(pilot, "Spridning:")
        assert pilot.app.focused is not None
        assert any(one.id == "field-spread" for one in pilot.app.focused.ancestors)
