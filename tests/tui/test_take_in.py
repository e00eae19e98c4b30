"""Stories about taking in files, copies that a sync client has left, and backups that could not be made."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, Static

from nvplan.files.ports import WRITER
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.exchange.exporting import export
from nvplan.services.writing import merging
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession
from nvplan.store.opening import Address
from nvplan.store.repository import Copy
from tests.files.returning import fill_in, written
from tests.services.writing.test_set_aside import answered, spoil
from tests.tui.planner import NARROW, WIDE, go_to, new_plan, planner, press, screen_text, type_text, until, until_holds


async def take_in(pilot: Pilot[None]) -> None:
    """Open the place from the palette."""
    await press(pilot, "ctrl+p")
    await type_text(pilot, "for in en fil")
    await press(pilot, "enter")


async def until_proposed(pilot: Pilot[None], copy: Path) -> None:
    """Wait until the copy stands in the field: its name stands in a message too, which comes by itself."""
    source = pilot.app.screen.query_one("#source", Input)
    await until_holds(pilot, lambda: source.value == str(copy), "the copy is proposed")


def two_copies(folder: Path) -> tuple[Path, Path]:
    """Return a plan and a copy of it that a sync client has left, each written in since."""
    path = new_plan(folder)
    PlanSession.open(path).do(SetAnswer("1.0.struktur", "byggs", "lan"))
    copy = folder / "plan (conflicted copy 2026-11-20).nvplan"
    shutil.copy(path, copy)
    PlanSession.open(path).do(SetAnswer("1.0.agare", "Vår [X] ägare", "region"))
    PlanSession.open(copy).do(SetAnswer("1.0.agare", "Deras =1+1 ägare", "region"))
    PlanSession.open(copy).do(SetAnswer("1.8.starker", "Ett svar från den andra datorn, åäö", "lan"))
    return path, copy


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_copy_beside_the_plan_is_told_of_shown_and_taken_in(tmp_path: Path, size: tuple[int, int]) -> None:
    path, copy = two_copies(tmp_path)
    async with planner(path, size) as pilot:
        assert "ligger en kopia med annat innehåll" in " ".join((await until(pilot, "annat innehåll")).split())
        await take_in(pilot)
        await until_proposed(pilot, copy)
        assert copy.name in " ".join(str(pilot.app.screen.query_one("#told", Static).content).split())
        await press(pilot, "f8")
        shown = screen_text(pilot)
        assert "Förs in: 1. Förs inte in, med skäl: 1. Förstås inte: 0." in " ".join(shown.split())
        assert "strider mot" in shown
        assert PlanSession.open(path).state.answer("1.8.starker", "lan").value is None, "nothing before it is seen"
        await press(pilot, "f8")
        assert "Infört: 1. Inte infört, med skäl: 1." in " ".join(screen_text(pilot).split())
        state = PlanSession.open(path).state
        assert state.answer("1.8.starker", "lan").value == "Ett svar från den andra datorn, åäö"
        assert state.answer("1.0.agare", "region").value == "Vår [X] ägare"
        await press(pilot, "enter")
        assert "Vår [X] ägare" in screen_text(pilot), "the field that is left to the person is one key away"
        await press(pilot, "escape")
        assert "strider mot" in screen_text(pilot)
        await press(pilot, "ctrl+z")
        assert PlanSession.open(path).state.answer("1.8.starker", "lan").value is None


async def test_a_key_before_the_copies_are_read_takes_nothing_in_and_leaving_waits_for_nothing(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, copy = two_copies(tmp_path)
    gate, whole = threading.Event(), merging.copies_beside

    def slow_disk(address: Address) -> Sequence[Copy]:
        gate.wait()
        return whole(address)

    try:
        async with planner(path) as pilot:
            monkeypatch.setattr(merging, "copies_beside", slow_disk)
            await pilot.press("ctrl+p", *"for", "space", *"in", "space", *"en", "enter")
            await until(pilot, "Vilken fil")
            await pilot.press("f8")
            await until(pilot, "Skriv sökvägen till filen först.")
            gate.set()
            await until_proposed(pilot, copy)
            await press(pilot, "f8")
            assert "Förs in: 1. Förs inte in, med skäl: 1." in " ".join(screen_text(pilot).split())
            assert PlanSession.open(path).state.answer("1.8.starker", "lan").value is None, "nothing before it is seen"
            gate.clear()
            await pilot.press("escape", "ctrl+p", *"for", "space", *"in", "space", *"en", "enter")
            await until(pilot, "Vilken fil")
            await pilot.press("ctrl+q")
            await until_holds(pilot, lambda: not pilot.app.is_running, "the planner has ended")
    finally:
        gate.set()


async def test_another_files_name_is_written_over_the_copy_that_is_proposed(tmp_path: Path) -> None:
    path, copy = two_copies(tmp_path)
    async with planner(path) as pilot:
        await until(pilot, "annat innehåll")
        await take_in(pilot)
        await until_proposed(pilot, copy)
        source = pilot.app.screen.query_one("#source", Input)
        await type_text(pilot, "en annan fil.xlsx")
        assert source.value == "en annan fil.xlsx"
        source.select_all()
        source.post_message(events.Paste("/mapp/med ett\nlångt namn.xlsx\n"))
        await pilot.pause()
        assert source.value == "/mapp/med ett långt namn.xlsx"


async def test_a_file_that_is_none_of_ours_is_told_in_one_sentence(tmp_path: Path) -> None:
    path, strange = new_plan(tmp_path), tmp_path / "annat.pdf"
    strange.write_bytes(b"%PDF-1.7 nothing")
    async with planner(path) as pilot:
        await take_in(pilot)
        await press(pilot, "enter")
        assert "Skriv sökvägen till filen först." in screen_text(pilot)
        await type_text(pilot, "finns inte.docx")
        await press(pilot, "f8")
        assert "Det finns ingen fil eller mapp finns inte.docx" in screen_text(pilot)
        for _ in range(20):
            await pilot.press("backspace")
        await type_text(pilot, str(strange))
        await press(pilot, "enter")
        assert "✗ annat.pdf" in screen_text(pilot)


async def test_a_contribution_brings_its_answers(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    theirs = tmp_path / "hos dem" / "plan.nvplan"
    theirs.parent.mkdir()
    shutil.copy(path, theirs)
    session = PlanSession.open(theirs)
    session.do(SetAnswer("1.0.agare", "Utvecklingschefen i Alvesta", "0764"))
    part = Request(session.state.actor("0764"))
    written = next(iter(export(session, [DOCUMENTS["arkiv"]], ["json"], tmp_path / "ut", part, writer=WRITER)))
    async with planner(path) as pilot:
        await take_in(pilot)
        await type_text(pilot, str(written))
        await press(pilot, "enter", "f8")
        assert "1 ställe skiljer sig. Infört: 1." in " ".join(screen_text(pilot).split())
        await go_to(pilot, "1.0.agare")
    assert PlanSession.open(path).state.answer("1.0.agare", "0764").value == "Utvecklingschefen i Alvesta"


async def test_a_backup_that_could_not_be_made_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        assert "Kopian" not in screen_text(pilot)
        monkeypatch.setattr(PlanSession, "backup_fault", property(lambda _: "Kopian fick inte plats."))
        assert "Kopian fick inte plats." in await until(pilot, "Kopian fick inte plats.")


async def test_a_plan_with_content_that_does_not_fit_opens_and_says_so(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    spoil(path, answered("2.0.planagare", ["xyz"]))
    async with planner(path) as pilot:
        assert "har en uppgift som inte passar" in await until(pilot, "har en uppgift som inte passar")
        await go_to(pilot, "2.0.planagare")
        assert "xyz" not in screen_text(pilot)
        await type_text(pilot, "12")
        await press(pilot, "f8")
    assert PlanSession.open(path).state.answer("2.0.planagare").value == "12"


async def test_a_plan_with_the_read_only_bit_opens_and_says_so_at_the_first_key(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    path.chmod(0o444)
    async with planner(path) as pilot:
        await go_to(pilot, "2.0.planagare")
        await type_text(pilot, "12")
        await press(pilot, "f8")
        assert "är skrivskyddad" in await until(pilot, "är skrivskyddad")
        path.chmod(0o644)
    assert PlanSession.open(path).state.revision >= 1


async def test_a_copied_row_is_taken_in_as_new_and_rows_without_keys_by_their_title(tmp_path: Path) -> None:
    cases = Path(__file__).parent.parent / "files" / "returned_cases"
    path = tmp_path / "lan.nvplan"
    shutil.copy(cases / "bas_kalmar.nvplan", path)
    for name, key in (("x3_kopierad_rad.xlsx", "n"), ("x8_utan_nyckel.xlsx", "t")):
        shutil.copy(cases / name, tmp_path / f"{key}.xlsx")
    async with planner(path) as pilot:
        await take_in(pilot)
        await type_text(pilot, str(tmp_path / "n.xlsx"))
        await press(pilot, "enter")
        shown = " ".join(screen_text(pilot).split())
        assert "2 ställen skiljer sig. Förs in: 0. Förs inte in, med skäl: 2." in shown
        assert "tryck n" in shown
        await press(pilot, "n")
        assert "Förs inte in, med skäl: 0. Förstås inte: 0." in " ".join(screen_text(pilot).split())
        await press(pilot, "f8")
        titles = [one.model_dump()["title"] for one in PlanSession.open(path).state.objects["insats"].values()]
        assert titles.count("Fast läkarkontakt på alla hälsocentraler") == 1
        assert titles.count("Fast vårdkontakt i hemsjukvården") == 1
    async with planner(path) as pilot:
        await take_in(pilot)
        await type_text(pilot, str(tmp_path / "t.xlsx"))
        await press(pilot, "enter")
        assert "Tryck t i listan" in " ".join(screen_text(pilot).split())
        await press(pilot, "t", "f8")
        assert PlanSession.open(path).state.objects["insats"]["insats-1"].model_dump()["resources"] == "Nytt"


async def test_a_folder_is_seen_file_by_file_and_a_clash_is_settled_in_the_list(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    path, copy = two_copies(tmp_path / "plan")
    folder = tmp_path / "svar"
    folder.mkdir()
    copy.rename(folder / "annan dator.nvplan")
    async with planner(path, WIDE) as pilot:
        await take_in(pilot)
        await type_text(pilot, str(folder))
        await press(pilot, "enter")
        shown = " ".join((await until(pilot, "strider mot")).split())
        assert "förs in 1, förs inte in 1, förstås inte 0" in shown
        assert "Fattas fortfarande" in shown
        await press(pilot, "down", "k", "up", "up", "up", "enter")
        assert "förs in 2, förs inte in 0" in " ".join((await until(pilot, "förs in 2, förs inte in 0")).split())
        await press(pilot, "f8")
        assert "infört 2, inte infört 0" in " ".join((await until(pilot, "infört 2")).split())
        assert PlanSession.open(path).state.answer("1.0.agare", "region").value == "Deras =1+1 ägare"


async def test_a_folder_is_taken_in_from_the_list_of_forms_and_ours_is_remembered(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    session = PlanSession.open(path)
    returned = written(session, tmp_path / "svar", "utskick", "xlsx", "0761")
    fill_in(returned, {("fraga-1.0.agare@0761", "Svar"): "Socialchef", ("fraga-2.1.roll@0761", "Svar"): "MAS"})
    session.do(SetAnswer("1.0.agare", "Samordnarens ord", "0761"))
    async with planner(path) as pilot:
        for clash in (True, False):  # the second time the same folder asks nothing more
            await go_to(pilot, "Utskick")
            await press(pilot, "f6", "down", "down", "enter")
            await until(pilot, "Vilken fil eller mapp")
            await type_text(pilot, str(tmp_path / "svar"))
            await press(pilot, "enter")
            await until(pilot, "Samordnarens ord")
            assert ("strider mot" in screen_text(pilot)) is clash
            if clash:
                await press(pilot, "down", "k")  # the file's own row stands first
                await type_text(pilot, "vårt")
                await press(pilot, "enter")
            await until(pilot, "avgjort")
            await press(pilot, "f8", "escape")
    state = PlanSession.open(path).state
    stand = [state.answer(one, "0761").value for one in ("1.0.agare", "2.1.roll")]
    assert stand == ["Samordnarens ord", "MAS"]
