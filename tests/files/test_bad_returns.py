"""What a kommun may send that is no filled-in form of ours: a sentence each, and nothing lost or half taken in."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from nvplan.files.ports import READER
from nvplan.model.errors import InputError
from nvplan.services.exchange.batch import import_all
from nvplan.services.exchange.importing import import_file
from nvplan.services.reading.comparing import differences
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.cli.runner import nvplan

from .office import saved_by_libreoffice
from .returning import fill_in, numbers, take_in, written

LESSEBO, ROLE = "0761", "1.0.agare"


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return create_plan(tmp_path / "lan.nvplan", "07", 2027)


def answered(session: PlanSession, folder: Path, text: str = "Socialchef") -> Path:
    path = written(session, folder, "utskick", "xlsx", LESSEBO)
    return fill_in(path, {(f"fraga-{ROLE}@{LESSEBO}", "Svar"): text})


def test_every_bad_file_in_a_folder_gets_a_sentence_and_the_good_one_comes_in(session: PlanSession, tmp_path: Path
                                                                              ) -> None:
    folder = tmp_path / "svar"
    good = answered(session, folder)
    good.rename(folder / "SLUTGILTIG version (3).xlsx")
    shutil.copy(folder / "SLUTGILTIG version (3).xlsx", folder / "fel ändelse.docx")
    with zipfile.ZipFile(folder / "packad.zip", "w") as packed:
        packed.write(folder / "fel ändelse.docx", "svar.xlsx")
    (folder / "tom.docx").write_bytes(b"")
    (folder / "halv.xlsx").write_bytes((folder / "fel ändelse.docx").read_bytes()[:9000])
    (folder / "svar.eml").write_text("From: x\nSubject: Svar\n\nHej!\n")
    (folder / "anteckning.txt").write_text("Ring Lessebo")
    other = create_plan(tmp_path / "kalmar.nvplan", "08", 2027)
    written(other, folder, "utskick", "docx", "0880")
    done = nvplan("importera", str(session.address), str(folder))
    assert done.code == 3
    for words in ("packad.zip är en packad mapp", "tom.docx är tom", "halv.xlsx är skadad", "svar.eml är ett mejl",
                  "anteckning.txt går inte att föra in", "gäller Kalmar län"):
        assert words in done.out, words
    session.watch()
    assert session.state.answer(ROLE, LESSEBO).value == "Socialchef"
    # Called by a wrong name the same form is read all the same, and says nothing new the second time.
    assert numbers(import_file(session, folder / "fel ändelse.docx", reader=READER, preview=True)) == (0, 0, 0)


@pytest.mark.libreoffice
@pytest.mark.parametrize(("form", "into", "words"), [
    ("xlsx", "ods", ""), ("xlsx", "xls", ""), ("docx", "odt", "Spara den som Word-dokument (.docx)"),
    ("docx", "doc", "Spara den som Word-dokument (.docx)"), ("docx", "pdf", "utskrift av ett ifyllt formulär")])
def test_another_kind_of_file_is_read_or_told_what_to_save_as(session: PlanSession, tmp_path: Path, form: str,
                                                              into: str, words: str) -> None:
    path = (answered(session, tmp_path / "ut") if form == "xlsx" else
            written(session, tmp_path / "ut", "utskick", "docx", LESSEBO))
    saved = saved_by_libreoffice(path.read_bytes(), form, tmp_path, to=into)
    before = PlanSession.open(Path(session.address))
    if words:
        with pytest.raises(InputError) as told:
            import_file(session, saved, reader=READER, preview=False)
        assert words in str(told.value)
        assert differences(before.repository, session.repository) == []
    else:
        assert numbers(take_in(session, saved)) == (1, 0, 0)
        assert session.state.answer(ROLE, LESSEBO).value == "Socialchef"


def test_a_form_that_two_people_fill_in_keeps_both_and_asks_where_they_differ(session: PlanSession, tmp_path: Path
                                                                              ) -> None:
    first = answered(session, tmp_path / "ut")
    second = first.with_name("den andras.xlsx")
    shutil.copy(first, second)
    fill_in(second, {(f"fraga-{ROLE}@{LESSEBO}", "Svar"): "Förvaltningschef",
                     (f"fraga-2.1.roll@{LESSEBO}", "Svar"): "MAS", (f"fraga-1.7.lakaravtal@{LESSEBO}", "Svar"): "Nej",
                     (f"fraga-1.5.sakring@{LESSEBO}", "Svar"): "Ja"})
    batch = import_all(session, [first, second], reader=READER, preview=False)
    assert list(batch.twice) == [LESSEBO]
    assert session.state.answer("2.1.roll", LESSEBO).value == "MAS"
    told = {place.text for one in batch.files if one.found is not None for place in (
        *one.found.account.taken, *one.found.account.left)}
    assert {"Socialchef", "Förvaltningschef"} <= told


def test_an_empty_form_says_so_and_clears_nothing(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "utskick", "docx", LESSEBO)
    session.do(SetAnswer(ROLE, "Samordnarens ord", LESSEBO))
    done = nvplan("importera", str(session.address), str(path))
    assert (done.code, "inget som inte redan står i planen" in done.out) == (0, True)
    session.watch()
    assert session.state.answer(ROLE, LESSEBO).value == "Samordnarens ord"
