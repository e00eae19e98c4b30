"""The case in which a board adopts the plan: decided words, the actor's own part, blanks for what nobody has told."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.files.ports import WRITER
from nvplan.model.document import Bullets, FormFields, Heading, Table
from nvplan.model.errors import InputError
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.exchange.exporting import export
from nvplan.services.reading.actors import find_actor
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.services.documents.plans import KOMMUN, build, mark, shown

ALVESTA = "0764"


def _case(session: PlanSession, actor: str) -> str:
    return shown(build(session, "tjansteskrivelse", actor=find_actor(session.state, actor)))


def test_it_has_what_a_board_s_case_has_in_that_order(example: PlanSession) -> None:
    document = build(example, "tjansteskrivelse", actor=find_actor(example.state, ALVESTA))
    assert [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1] == [
        "Förslag till beslut", "Sammanfattning", "Beskrivning av ärendet", "Ekonomiska konsekvenser",
        "Konsekvenser för barn och för jämställdhet", "Beslutsunderlag", "Beslutet skickas till"]
    assert document.mark.startswith("UTKAST"), "it is a draft until somebody has filled in its blanks"


def test_the_proposal_is_worded_as_decided_one_action_a_point(example: PlanSession) -> None:
    document = build(example, "tjansteskrivelse", actor=find_actor(example.state, ALVESTA))
    proposal = next(block for block in document.blocks if isinstance(block, Bullets) and block.numbered)
    assert proposal.items == (
        "Gemensam plan för primärvård i Kronobergs län antas och gäller till och med december 2029.",
        "[Förvaltningen] får i uppdrag att genomföra kommunens del i sju av planens 19 insatser inom beslutad budget.",
        "[Förvaltningen] redovisar läget till nämnden i samband med att planen ses över i oktober 2027.")


def test_it_counts_the_actor_s_own_insatser_and_what_they_cost(example: PlanSession) -> None:
    document = build(example, "tjansteskrivelse", actor=find_actor(example.state, ALVESTA))
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert len(table.rows) == 7
    text = shown(document)
    assert "Alvesta ansvarar inte för någon insats i planen." in text
    assert "Fem av dem har en angiven kostnad för hela länet, 13\u00a0450\u00a0000\u00a0kronor." in text
    assert "Fler kvinnor än män svarade." in text, "what its insatser say of equality"


def test_what_cannot_be_known_is_a_marked_blank(example: PlanSession) -> None:
    document = build(example, "tjansteskrivelse", actor=find_actor(example.state, ALVESTA))
    blanks = [field for block in document.blocks if isinstance(block, FormFields) for field in block.items]
    assert all(field.is_blank for field in blanks)
    assert all(field.hint for field in blanks if field.room == "typing")
    assert [field.label for field in blanks if field.room == "signature"] == [
        "Förvaltningschef, namnförtydligande", "Handläggare, namnförtydligande"]


def test_no_other_kommun_s_answers_goals_or_insatser_stand_in_it(marked: PlanSession) -> None:
    text = _case(marked, KOMMUN)
    assert mark(KOMMUN) in text
    others = [one.id for one in marked.state.actors if one.id != KOMMUN and one.type != "region"]
    assert [actor for actor in others if mark(actor) in text] == []


def test_of_a_plan_that_nobody_has_written_it_says_what_is_missing(empty: PlanSession) -> None:
    text = _case(empty, KOMMUN)
    assert "Gemensam plan för primärvård i Kronobergs län antas." in text
    assert "Planen har inga insatser än." in text
    assert "redovisar läget till nämnden [när]." in text


def test_one_insats_of_its_own_is_told_as_one(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    session.do(SetObject("insats", "egen", {"title": "Egen", "actor": KOMMUN, "plans": ["gemensam"],
                                            "state": "pagaende", "cost": "1500"}))
    text = _case(session, KOMMUN)
    assert "Växjö ansvarar för en insats som planeras eller pågår." in text
    assert "Den kostar 1\u00a0500\u00a0kronor." in text
    assert "genomföra kommunens del i planens insats inom" in text


def test_without_a_board_it_asks_whose(example: PlanSession) -> None:
    with pytest.raises(InputError, match="Välj vems"):
        build(example, "tjansteskrivelse")
    with pytest.raises(InputError, match="beslutar inte om planen"):
        build(example, "tjansteskrivelse", actor=find_actor(example.state, "rss"))


def test_for_the_county_there_is_a_file_for_every_board(example: PlanSession, tmp_path: Path) -> None:
    paths = list(export(example, [DOCUMENTS["tjansteskrivelse"]], ["md"], tmp_path, Request(), writer=WRITER))
    boards = [one for one in example.state.actors if one.type in ("region", "kommun")]
    assert len(paths) == len(boards) == 9
    assert "tjänsteskrivelse Kronoberg 2027 Alvesta kommun.md" in {path.name for path in paths}


def test_a_region_that_is_kommun_too_has_made_its_plan_alone(tmp_path: Path) -> None:
    with create_plan(tmp_path / "gotland.nvplan", "09", 2027) as session:
        asked = Request(actor=session.state.actor("region"))
        text = DOCUMENTS["tjansteskrivelse"].build(session, asked).model_dump_json()
    assert "Region Gotland har tagit fram en gemensam plan" in text
    assert "noll kommuner" not in text
