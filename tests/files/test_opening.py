"""A pdf of ours can be the beginning of another year's plan, and is told apart where it is of another year."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.files.ports import READER, WRITER
from nvplan.model.errors import InputError, PlanFileError
from nvplan.services.documents.contributions import archive_bytes
from nvplan.services.documents.registry import Request, find_document
from nvplan.services.exchange.exporting import export
from nvplan.services.exchange.importing import import_file
from nvplan.services.exchange.opening import open_source
from nvplan.services.reading.actors import find_actor
from nvplan.services.writing.carrying import carry_over
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.cli.runner import nvplan

KOMMUN = "0764"


@pytest.fixture
def old(tmp_path: Path) -> PlanSession:
    session = create_plan(tmp_path / "a.nvplan", "07", 2026)
    session.do(SetAnswer("1.0.struktur", "finns"))
    session.do(SetAnswer("1.0.agare", "chefen", "region"))
    session.do(SetObject("insats", "sip", {"title": "SIP för alla", "plans": ["gemensam"]}))
    return session


def pdf(session: PlanSession, request: Request | None = None, name: str = "gemensam-plan") -> Path:
    """The plan as a pdf."""
    folder = Path(session.address).parent
    return next(iter(export(session, [find_document(name)], ["pdf"], folder, request or Request(), writer=WRITER)))


def test_next_years_plan_begins_from_a_pdf_by_command(old: PlanSession, tmp_path: Path) -> None:
    made = nvplan("ny", str(tmp_path / "b.nvplan"), "--fran", str(pdf(old)))
    assert made.code == 0, made.err
    state = PlanSession.open(tmp_path / "b.nvplan").state
    assert (state.info.year, state.info.carried_from) == (2027, 2026)
    assert state.answer("1.0.agare", "region").value == "chefen"
    assert state.answer("1.0.agare", "region").carried
    assert len(state.actors) == len(old.state.actors)
    assert [(one.id, one.carried) for one in state.objects["insats"].values()] == [("sip", True)]
    for command in ("status", "granska", "historik"):
        assert "Något gick fel" not in nvplan(command, str(tmp_path / "b.nvplan")).err


def test_a_plan_that_begins_from_one_actors_part_has_all_the_countys_actors(old: PlanSession, tmp_path: Path) -> None:
    old.do(SetAnswer("1.0.agare", "kommunens", KOMMUN))
    part = tmp_path / "del.json"
    part.write_bytes(archive_bytes(old, find_actor(old.state, KOMMUN)))
    state = carry_over(open_source(part, reader=READER), tmp_path / "b.nvplan").session.state
    assert {actor.id for actor in state.actors} == {actor.id for actor in old.state.actors}
    assert state.answer("1.0.agare", KOMMUN).value == "kommunens"


def test_a_pdf_of_another_year_is_told_apart_and_changes_nothing(old: PlanSession, tmp_path: Path) -> None:
    path = pdf(old)
    session = create_plan(tmp_path / "b.nvplan", "07", 2027)
    before = Path(session.address).read_bytes()
    for preview in (True, False):
        with pytest.raises(InputError, match=r"är från länets plan för 2026\. Den här planen gäller 2027"):
            import_file(session, path, preview=preview, reader=READER)
    assert Path(session.address).read_bytes() == before


def test_a_pdf_of_an_empty_plan_is_read_back_as_one_that_says_nothing_new(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "tom.nvplan", "07", 2027)
    found = import_file(session, pdf(session), preview=False, reader=READER)
    assert (found.proposals, found.account.total) == ([], 0)
    other = create_plan(tmp_path / "annat.nvplan", "08", 2027)
    with pytest.raises(InputError, match="Kronoberg"):
        import_file(other, pdf(session, name="checklista"), preview=False, reader=READER)


def test_what_is_no_plan_begins_none(tmp_path: Path) -> None:
    (tmp_path / "annat.pdf").write_bytes(b"%PDF-1.7\nskrap")
    (tmp_path / "annat.docx").write_bytes(b"PK\x03\x04skrap")
    for name, fault in (("annat.pdf", InputError), ("annat.docx", PlanFileError), ("saknas.pdf", PlanFileError)):
        with pytest.raises(fault):
            open_source(tmp_path / name, reader=READER)
