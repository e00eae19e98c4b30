"""A county's plan as real ones are, entered in the planner by keys alone, and every item found again in what comes out.

The plan has what the plans read from seven counties' public pages have; its words and figures are invented.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from nvplan.services.reading.object_references import title_of
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.session import PlanSession
from nvplan.tui.screens.boxes.choosing import SeveralBox
from nvplan.tui.where_in_plan import ObjectForm
from nvplan.tui.widgets.object_fields import FormField
from tests.cli.runner import nvplan
from tests.cli.test_real_plans import bare, pdf_words, word_texts
from tests.tui.planner import go_to, new_plan, planner, press, screen_text, settle, until

#: What is given for a field: text that is typed, or the words by which each choice is found.
Given = str | list[str]
#: Every choice there is.
ALL = "*"


async def stand_on(pilot: Pilot[None], name: str) -> None:
    """Go to a field with Tab, as many times as it takes; in a short form that leaves it out F4 shows them all."""
    if not pilot.app.screen.query_one(f"#field-{name}").display:
        await press(pilot, "f4")
    asked = [one for one in pilot.app.screen.query(FormField) if not one.spec.system and one.display]
    here = next(place for place, one in enumerate(asked) if one.has_focus_within)
    there = next(place for place, one in enumerate(asked) if one.spec.name == name)
    for _ in range(there - here):
        pilot.app.post_message(events.Key("tab", None))
    await settle(pilot)
    assert asked[there].has_focus_within, f"Tab does not lead to {name}: {screen_text(pilot)}"


async def fill(pilot: Pilot[None], **given: Given) -> None:
    """Fill in a form from where the cursor stands, and close it."""
    for name, value in given.items():
        await stand_on(pilot, name.rstrip("_"))
        if isinstance(value, str):
            await type_quickly(pilot, value)
        else:
            await press(pilot, "enter")
            await choose(pilot, value)
    await press(pilot, "tab", "escape")


async def choose(pilot: Pilot[None], wanted: list[str]) -> None:
    """Choose in a box by words that each choice is found by; in one for several, ALL is all of them."""
    several = isinstance(pilot.app.screen, SeveralBox)
    for words in wanted:
        if words == ALL:
            await press(pilot, "ctrl+a")
        else:
            await type_quickly(pilot, words)
            await press(pilot, "enter")
    if several:
        await press(pilot, "escape")


async def type_quickly(pilot: Pilot[None], text: str) -> None:
    """Type text as somebody who types fast: every letter is sent before the first is taken."""
    for character in text:
        key = {"\n": "enter", " ": "space"}.get(character, character)
        pilot.app.post_message(events.Key(key, character))
    await settle(pilot)


async def add(pilot: Pilot[None], **given: Given) -> None:
    """Add a post to the list at hand."""
    await press(pilot, "plus")
    await fill(pilot, **given)


async def begin(pilot: Pilot[None]) -> None:
    """Begin a plan of seven years."""
    await press(pilot, "enter")
    await type_quickly(pilot, "kalmar")
    await press(pilot, "enter", "end", *["backspace"] * 4)
    await type_quickly(pilot, "2024-2030")
    await press(pilot, "f8")
    await until(pilot, "2024–2030")


async def structure(pilot: Pilot[None]) -> None:
    """Two målområden, two inriktningar under the first, a theme for a year under one of those."""
    await go_to(pilot, "målområden")
    await add(pilot, title="Hälsa hela livet", number="2", term="Målområde", areas=["hälsofrämjande"])
    await add(pilot, title="Trygg vård", number="1", term="Målområde", areas=["samverkan", "privata"], time="2024-2030")
    await press(pilot, "f6")
    await fill(pilot, title="Team nära hemmet", number="1.1", term="Strategisk inriktning")
    await press(pilot, "f6")
    assert "Strategisk inriktning" in screen_text(pilot), "what the others there are called"
    await fill(pilot, title="Samma läkare", number="1.2")
    await press(pilot, "down", "f6")
    await fill(pilot, title="Trygg hemgång", term="Fokustema", time="2027")
    lines = [line[2:30].rstrip() for line in screen_text(pilot).splitlines()[5:10]]
    assert lines == ["1 Trygg vård", "  1.1 Team nära hemmet", "    Trygg hemgång", "  1.2 Samma läkare",
                     "2 Hälsa hela livet"]


async def efforts(pilot: Pilot[None]) -> None:
    """An insats with all that real ones have, one under it, and its milestones."""
    await go_to(pilot, "insatser")
    await add(pilot, title="Mobila team", structure=["Team nära", "hemgång"], priority=["hög"],
              start="våren 2024", end="2030", yearly_costs="2027: 2 500 000\n2028: 3 000 000",
              other_target_groups="De som ingen har mött")
    await press(pilot, "f6")
    await fill(pilot, title="Team i norr", end="31/12 2028")
    await press(pilot, "enter", "f6", "enter")
    await fill(pilot, title="Avtal klart", date="hösten 2027", role="Projektledare")
    await press(pilot, "f6", "up", "enter")
    await fill(pilot, title="Första året utvärderat", date="1 mars 2028")
    await press(pilot, "escape")


async def decisions(pilot: Pilot[None]) -> None:
    """The region adopts on condition that every kommun does; all of them are given the same assignment at once."""
    await go_to(pilot, "beslut")
    await add(pilot, title="Regionens beslut", subject=["gemensam"], actor=["region"], outcome=["villkor"],
              date="4 februari 2026", condition_actors=[ALL])
    await add(pilot, title="Uppdraget", subject=["uppdrag"], actor=["borgholm"], outcome=["antagen"],
              date="hösten 2023")
    await press(pilot, "f6")
    await choose(pilot, [ALL])
    await until(pilot, "har fått beslutet")


async def goals(pilot: Pilot[None]) -> None:
    """A goal without a number, one with, a ratio of the county's own, and groups in its own words."""
    await go_to(pilot, "mål och mått")
    await add(pilot, title="Ett gemensamt system för uppföljning finns", plans=["gemensam"], form=["läge"],
              date="hösten 2027", state=["på väg"], known_by="Alla använder samma rapport")
    await add(pilot, title="Fler får vård nära hemmet", plans=["gemensam"], structure=["Trygg vård"], unit=["procent"],
              denominator=["befolkningen"], baseline="40", baseline_year="2024", target="55", date="2030")
    await go_to(pilot, "2.8.eget-tal")
    await type_quickly(pilot, "1500")
    await press(pilot, "enter")


ITEMS = (
    "1 Trygg vård", "2 Hälsa hela livet", "1.1 Team nära hemmet", "1.2 Samma läkare", "Trygg hemgång",
    "Strategisk inriktning", "Fokustema, 2027", "2024–2030", "Mobila team", "Prioritet: hög", "våren 2024–2030",
    "2 500 000", "3 000 000", "De som ingen har mött", "Team i norr", "Del av: Mobila team", "31 december 2028",
    "Avtal klart", "hösten 2027", "Projektledare", "Första året utvärderat", "1 mars 2028", "Regionens beslut",
    "Antagen på villkor", "4 februari 2026", "0 av 12 har antagit", "hösten 2023", "Borgholms kommun",
    "Ett gemensamt system för uppföljning finns", "På väg", "Alla använder samma rapport",
    "Fler får vård nära hemmet", "55")


async def test_a_real_plan_is_entered_by_keys_and_every_item_is_found_again(tmp_path: Path,
                                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with planner(None, (80, 24)) as pilot:
        await begin(pilot)
        for part in (structure, efforts, decisions, goals):
            await part(pilot)
            assert "inte sparat" not in screen_text(pilot), part.__name__
    path, out = next(tmp_path.glob("*.nvplan")), tmp_path / "ut"
    printed = nvplan("exportera", str(path), "gemensam-plan", "--format", "md,docx,pdf", "--till", str(out))
    assert printed.code == 0, printed.err
    assert nvplan("exportera", str(path), "arkiv", "--format", "json", "--till", str(out)).code == 0
    files = {one.suffix: one for one in out.iterdir()}
    pages = {".md": files[".md"].read_text(encoding="utf-8"), ".docx": "\n".join(word_texts(files[".docx"])),
             ".pdf": pdf_words(files[".pdf"])}
    for suffix, page in pages.items():
        missing = [item for item in ITEMS if bare(item) not in bare(page)]
        assert not missing, (suffix, missing)
    state = PlanSession.open(path).state
    stored = bare(files[".json"].read_text(encoding="utf-8"))
    titles = [title_of(one.__dict__) for kind in ("malomrade", "insats", "delmal", "beslut", "mal")
              for one in state.objects[kind].values()]
    assert len(titles) == 5 + 2 + 2 + 14 + 2
    assert [one for one in titles if bare(json.dumps(one, ensure_ascii=False)) not in stored] == []
    assert state.answer("2.8.eget-tal").value == "1500"


async def test_what_cannot_be_is_told_below_its_field_and_is_not_stored(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    with PlanSession.open(path) as session:
        for kind, identity, given in (
                ("malomrade", "vard", {"title": "Vård"}), ("malomrade", "team", {"title": "Team", "parent": "vard"}),
                ("insats", "sip", {"title": "SIP", "end": "2028"}),
                ("insats", "norr", {"title": "SIP i norr", "parent": "sip"}),
                ("delmal", "klart", {"title": "Klart", "effort": "sip"}),
                ("beslut", "b", {"title": "Beslutet", "subject": "gemensam", "outcome": "antagen_villkor",
                                   "condition_actors": ["0780"]})):
            session.do(SetObject(kind, identity, given))
    async with planner(path, (80, 24)) as pilot:
        async def refused(words: str, form: ObjectForm, **given: Given) -> None:
            """Open a form, fill in what cannot be, and see the sentence below its field and nowhere else."""
            pilot.app.place.show_over(form)  # type: ignore[attr-defined]
            await settle(pilot)
            revision = PlanSession.open(path).state.revision
            for name, value in given.items():
                await stand_on(pilot, name)
                if isinstance(value, str):
                    await type_quickly(pilot, value)
                else:
                    await press(pilot, "enter")
                    await choose(pilot, value)
            await press(pilot, "tab")
            told = [(one.spec.name, str(fault.render())) for one in pilot.app.screen.query(FormField)
                    for fault in one.query(".form-fault") if fault.display and str(fault.render())]
            assert words in " ".join(dict(told).get([*given][-1], "").split()), told
            assert PlanSession.open(path).state.revision == revision
            await press(pilot, "escape")
            await settle(pilot)

        await refused("”Vård” kan inte ligga under ”Team”", ObjectForm("malomrade", "vard"), parent=["team"])
        await refused("slutar innan den börjar", ObjectForm("malomrade", "vard"), time="2030-2024")
        await refused("”våren 20266” är inget datum", ObjectForm("malomrade", "team"), time="våren 20266")
        await refused("kan inte vara del av ”SIP i norr”", ObjectForm("insats", "sip"), parent=["norr"])
        await refused("ligger efter insatsens slut (2028)", ObjectForm("delmal", "klart"), date="våren 2029")
        await refused("Minst så många av dem", ObjectForm("beslut", "b"), condition_least="3")
