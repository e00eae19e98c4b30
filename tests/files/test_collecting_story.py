"""Eight kommuner answer as people do, and their files are taken in in one go: the same plan in whatever order."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import docx
import pytest

from nvplan.catalog.questions import all_questions
from nvplan.files.ports import READER
from nvplan.services.documents.contributions import archive_bytes
from nvplan.services.exchange.batch import Batch, import_all
from nvplan.services.reading.actors import find_actor
from nvplan.services.reading.collecting import standings
from nvplan.services.reading.comparing import differences
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.cli.runner import nvplan

from .office import saved_by_libreoffice
from .returning import fill_in, opened, row_of, sheet_with, type_in, written

ALVESTA, LESSEBO, LJUNGBY, MARKARYD = "0764", "0761", "0781", "0767"
TINGSRYD, UPPVIDINGE, VAXJO, ALMHULT = "0763", "0760", "0780", "0765"
ROLE, AGREEMENT, LENGTH = "1.0.agare", "1.7.lakaravtal", "1.7.lakartid"


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return create_plan(tmp_path / "lan.nvplan", "07", 2027)


def field(question: str, actor: str) -> tuple[str, str]:
    return f"fraga-{question}@{actor}", "Svar"


def sheet(session: PlanSession, folder: Path, actor: str, cells: dict[tuple[str, str], Any], name: str = "") -> Path:
    path = written(session, folder, "utskick", "xlsx", actor)
    return fill_in(path.rename(path.with_name(name or path.name)), cells)


def add_effort(path: Path, title: str) -> Path:
    book = opened(path)
    found = next(one for one in book if any(cell.value == "Ansvarig roll" for row in one.iter_rows() for cell in row))
    head = next(row for row in found.iter_rows() if any(cell.value == "Rubrik" for cell in row))
    empty = next(row for row in range(head[0].row + 1, head[0].row + 9) if not found.cell(row, 1).value)
    found.cell(empty, 1).value = title
    book.save(path)
    return path


def again(path: Path, name: str, cells: dict[tuple[str, str], Any]) -> Path:
    other = path.with_name(name)
    shutil.copy(path, other)
    return fill_in(other, cells)


def in_word(session: PlanSession, folder: Path, actor: str, answers: dict[str, str]) -> Path:
    path = written(session, folder, "utskick", "docx", actor)
    document = docx.Document(str(path))
    for question, typed in answers.items():
        type_in(row_of(document, all_questions()[question].label).cells[-1], typed)
    document.save(str(path))
    return path


def own_copy(session: PlanSession, folder: Path, actor: str, title: str) -> Path:
    """A kommun's delplan, written in with nvplan: an answer, and its first insats."""
    path = folder / f"delplan {actor}.nvplan"
    path.write_bytes(archive_bytes(session, find_actor(session.state, actor)))
    copy = PlanSession.open(path, "kommun")
    copy.do(SetAnswer(ROLE, "Förvaltningschef", actor))
    copy.do(SetObject("insats", "", {"title": title, "actor": actor}))
    return path


def returned(session: PlanSession, folder: Path) -> list[Path]:
    """Return what the eight kommuner send, corrections among it."""
    folder.mkdir()
    ljungby = sheet(session, folder, LJUNGBY, {
        field(ROLE, LJUNGBY): "Chef", field(AGREEMENT, LJUNGBY): "Nej"}, "lj.xlsx")
    tingsryd = sheet(session, folder, TINGSRYD, {
        field(ROLE, TINGSRYD): "Chef", field(AGREEMENT, TINGSRYD): "Nej", field("2.1.roll", TINGSRYD): "MAS"}, "t.xlsx")
    markaryd = in_word(session, folder, MARKARYD, {ROLE: "Socialchef"})
    corrected = markaryd.with_name("Markaryd rättad.docx")
    document = docx.Document(str(markaryd))
    cell = row_of(document, all_questions()[ROLE].label).cells[-1]
    cell.paragraphs[0].runs[-1].text = "Omsorgschef"
    document.save(str(corrected))
    before = create_plan(folder.with_name("i fjol.nvplan"), "07", 2026)
    last_year = sheet(before, folder, ALMHULT, {field(ROLE, ALMHULT): "Vårdchef"}, "almhult.xlsx")
    return [
        add_effort(sheet(session, folder, ALVESTA, {field(ROLE, ALVESTA): "Chef"}), "Läkarstöd"),
        in_word(session, folder, LESSEBO, {ROLE: "Socialchef", AGREEMENT: "Ja, det gäller", LENGTH: "12,5"}),
        ljungby, again(ljungby, "lj2.xlsx", {field(AGREEMENT, LJUNGBY): "Ja, det gäller"}),
        tingsryd, again(tingsryd, "t2.xlsx", {field("2.1.roll", TINGSRYD): None}),
        markaryd, corrected,
        own_copy(session, folder, UPPVIDINGE, "SIP i tid"), own_copy(session, folder, VAXJO, "Mobilt team"), last_year]


def test_eight_kommuner_give_the_same_plan_in_every_order(session: PlanSession, tmp_path: Path) -> None:
    files = returned(session, tmp_path / "svar")
    orders = [files, files[::-1], files[4:] + files[:4]]
    plans = []
    for number, order in enumerate(orders):
        path = tmp_path / f"ordning {number}.nvplan"
        shutil.copy(Path(session.address), path)
        county = PlanSession.open(path)
        batch = import_all(county, order, reader=READER, preview=False)
        check_taken(county, batch)
        plans.append(county.repository)
    for other in plans[1:]:
        assert [(one.place, one.left, one.right) for one in differences(plans[0], other)] == []


@pytest.mark.libreoffice
def test_the_same_plan_where_libreoffice_has_saved_every_form(session: PlanSession, tmp_path: Path) -> None:
    files = returned(session, tmp_path / "svar")
    for number, path in enumerate(files):  # in the order in which they were saved
        form = path.suffix.removeprefix(".")
        if form in ("docx", "xlsx"):
            (tmp_path / str(number)).mkdir()
            path.write_bytes(saved_by_libreoffice(path.read_bytes(), form, tmp_path / str(number)).read_bytes())
    check_taken(session, import_all(session, files, reader=READER, preview=False))


def check_taken(county: PlanSession, batch: Batch) -> None:
    """Every difference is accounted for: all of it is in, and the last that each has said stands."""
    assert [(one.name, one.fault) for one in batch.files if one.fault] == []
    left = [(one.name, place.where, place.text, place.reason) for one in batch.files if one.found is not None
            for place in one.found.account.left]
    assert left == []
    assert batch.exit_code == 0
    roles = {ALVESTA: "Chef", LESSEBO: "Socialchef", LJUNGBY: "Chef", TINGSRYD: "Chef", MARKARYD: "Omsorgschef",
             UPPVIDINGE: "Förvaltningschef", VAXJO: "Förvaltningschef", ALMHULT: "Vårdchef"}
    assert {actor: county.state.answer(ROLE, actor).value for actor in roles} == roles
    assert county.state.answer(AGREEMENT, LJUNGBY).value == "galler"
    assert county.state.answer(AGREEMENT, TINGSRYD).value == "saknas"
    assert county.state.answer("2.1.roll", TINGSRYD).value is None
    assert county.state.answer(LENGTH, LESSEBO).value == "12.5"
    efforts = sorted((one.__dict__["title"], one.__dict__["actor"]) for one in county.state.objects["insats"].values())
    assert efforts == [("Läkarstöd", ALVESTA), ("Mobilt team", VAXJO), ("SIP i tid", UPPVIDINGE)]
    assert set(batch.twice) == {LJUNGBY, TINGSRYD, MARKARYD}
    assert "region" in {one.actor.id for one in batch.missing}
    came = {one.actor.id for one in standings(county.state) if one.mailing.came}
    assert came == set(roles)


def test_a_folder_is_taken_in_by_command_with_a_row_for_each_and_who_is_missing(session: PlanSession, tmp_path: Path
                                                                                ) -> None:
    folder = tmp_path / "svar"
    returned(session, folder)
    (folder / "mejl Kronoberg 2027 Lessebo kommun.eml").write_text("Subject: vårt eget")
    (folder / "Svar från Ljungby.eml").write_text("From: x\nSubject: Svar\n\nHej, se bifogat.\n")
    (folder / "bild.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    seen = nvplan("importera", str(session.address), str(folder), "--forhandsvisa")
    assert seen.code == 3  # the picture is told by name, and everything else would come in
    assert "bild.png" in seen.out
    assert "Svar från Ljungby.eml" in seen.out, "a mail that somebody has saved is told of"
    assert "vårt eget" not in seen.out
    assert "mejl Kronoberg" not in seen.out
    session.watch()
    assert session.state.answer(ROLE, LESSEBO).value is None
    done = nvplan("importera", str(session.address), str(folder))
    assert done.code == 3
    assert done.out.splitlines()[-1] == "Fattas fortfarande: Region Kronoberg."
    assert "Har skickat men har kärnfrågor kvar: Alvesta kommun" in done.out
    assert "Alla som är tillfrågade" not in done.out
    assert "lj2.xlsx” är den senaste" in done.out
    assert nvplan("importera", str(session.address), str(folder / "bild.png"), str(folder / "bild.png")).code == 1
    history = " ".join(nvplan("historik", str(session.address)).out.split())
    assert "från Ljungby kommun" in history
    assert "Nej → Ja, det gäller" in history
    status = json.loads(nvplan("status", str(session.address), "--json").out)
    assert {row["actor"]: bool(row["came"]) for row in status["returns"]}[LESSEBO]


@pytest.mark.parametrize(("how", "stands"), [
    ("deras", "Socialchef"), ("vart", "Samordnarens ord"), ("bada", "Samordnarens ord\nSocialchef"),
    ("senare", "Samordnarens ord")])
def test_a_clash_is_settled_by_command(session: PlanSession, tmp_path: Path, how: str, stands: str) -> None:
    path = sheet(session, tmp_path, LESSEBO, {field("1.5.sakring-hur", LESSEBO): "Socialchef"})
    session.do(SetAnswer("1.5.sakring", True, LESSEBO))
    session.do(SetAnswer("1.5.sakring-hur", "Samordnarens ord", LESSEBO))
    told = nvplan("importera", str(session.address), str(path), "--forhandsvisa")
    for words in ("Samordnarens ord", "Socialchef", "--krock deras", f"--plats 1.5.sakring-hur@{LESSEBO}"):
        assert words in told.out
    done = nvplan("importera", str(session.address), str(path), "--krock", how, "--plats", f"1.5.sakring-hur@{LESSEBO}")
    assert done.code == (1 if how == "senare" else 0)
    session.watch()
    assert session.state.answer("1.5.sakring-hur", LESSEBO).value == stands


def test_a_clash_between_copies_is_settled_too(session: PlanSession, tmp_path: Path) -> None:
    path = own_copy(session, tmp_path, VAXJO, "Team")
    session.do(SetAnswer(ROLE, "Samordnarens ord", VAXJO))
    assert nvplan("importera", str(session.address), str(path)).code == 3
    assert nvplan("importera", str(session.address), str(path), "--krock", "deras").code == 0
    session.watch()
    assert session.state.answer(ROLE, VAXJO).value == "Förvaltningschef"


def test_last_year_s_form_is_told_and_fills_in_only_what_is_empty(session: PlanSession, tmp_path: Path) -> None:
    before = create_plan(tmp_path / "i fjol.nvplan", "07", 2026)
    path = sheet(before, tmp_path, ALMHULT, {field(ROLE, ALMHULT): "Vårdchef", field(AGREEMENT, ALMHULT): "Nej"})
    session.do(SetAnswer(ROLE, "Socialchef", ALMHULT))
    done = nvplan("importera", str(session.address), str(path))
    assert "blankett för år 2026" in done.out
    assert done.code == 3
    session.watch()
    assert session.state.answer(ROLE, ALMHULT).value == "Socialchef"
    assert session.state.answer(AGREEMENT, ALMHULT).value == "saknas"
    assert sheet_with(opened(path), field(ROLE, ALMHULT)[0]) is not None
