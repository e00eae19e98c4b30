"""The case in which a board adopts the plan: decided words, the actor's own part, blanks for what nobody has told."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest

from nvplan.catalog import anchors
from nvplan.files.ports import WRITER
from nvplan.files.write.registry import render
from nvplan.model.document import Bullets, FormFields, Heading, Table
from nvplan.model.errors import InputError
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.exchange.exporting import export
from nvplan.services.reading.actors import find_actor
from nvplan.services.reading.object_rows import objects_of
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents_board as board_texts
from nvplan.texts.common import in_words
from nvplan.texts.documents_statements import count as one_of
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
        "Gemensam plan för primärvård i Kronobergs län antas och gäller från och med 2027 till och med december 2029.",
        "[Förvaltningen] får i uppdrag att inom beslutad budget genomföra kommunens del i de sex insatser i planen som "
        "planeras eller pågår och som kommunen deltar i.",
        "[Förvaltningen] redovisar läget till nämnden i samband med att planen ses över i oktober 2027.")


def test_it_counts_the_actor_s_own_insatser_and_what_they_cost(example: PlanSession) -> None:
    document = build(example, "tjansteskrivelse", actor=find_actor(example.state, ALVESTA))
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert len(table.rows) == 7
    text = shown(document)
    assert "Alvesta ansvarar inte för någon insats i planen." in text
    assert ("Fem av dem har en angiven kostnad för hela länet, tillsammans 13\u00a0450\u00a0000\u00a0kronor under 2027."
            in text)
    assert "Planen säger inte hur beloppen fördelas på år." not in text
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
    assert "Växjö ansvarar för en insats som pågår." in text
    assert "Den har en angiven kostnad för hela länet: 1\u00a0500\u00a0kronor. Planen säger inte vilka år" in text
    assert "genomföra kommunens del i planens insats ”Egen”." in text


@pytest.mark.parametrize(("state", "told", "decided"), [
    ("planerad", "ansvarar för en insats som planeras.", True),
    ("paborjad", "ansvarar för en insats som pågår.", True),
    ("pausad", "ansvarar för en insats som är pausad.", False),
    ("avslutad", "Den insats som Växjö ansvarar för är avslutad och räknas inte i kostnaderna.", False),
    ("avbruten", "Den insats som Växjö ansvarar för är avbruten och räknas inte i kostnaderna.", False)])
def test_each_state_has_its_verb_and_only_what_is_to_be_done_is_decided(
        tmp_path: Path, state: str, told: str, decided: bool) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    session.do(SetObject("insats", "egen", {"title": "Egen", "actor": KOMMUN, "plans": ["gemensam"], "state": state}))
    text = _case(session, KOMMUN)
    assert told in text
    assert ("genomföra kommunens del" in text) is decided
    assert "ansvarar inte för någon insats" not in text


@pytest.mark.parametrize("actor", ["region", "0760", "0761", "0763", "0764", "0765", "0767", "0780", "0781"])
def test_counts_verbs_and_list_agree_for_every_board(example: PlanSession, actor: str) -> None:
    efforts = [one for one in objects_of(example.state, "insats").values() if "gemensam" in one.plans]
    own = [one for one in efforts if one.actor == actor]
    joined = [one for one in efforts if one.actor != actor and actor in one.participants]
    over = [one for one in (*own, *joined) if one.state in ("avslutad", "avbruten")]
    to_do = [one for one in (*own, *joined) if one.state in ("planerad", "paborjad", "pagaende")]
    document = build(example, "tjansteskrivelse", actor=find_actor(example.state, actor))
    text = shown(document)
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert len(table.rows) == len(own) + len(joined) - len(over)
    assert f"i de {in_words(len(to_do))} insatser i planen som" in text
    parts = [f"ansvarar för {one_of(len(own))} av planens {len(efforts)} insatser"] if own else []
    deltar = f"deltar i {one_of(len(joined))}" + ("" if own else f" av planens {len(efforts)} insatser")
    told = text[text.index((parts or [deltar])[0]):].partition("\n")[0]
    assert deltar in told
    ended = [one for one in own if one in over]
    assert (", varav " in told or ", som är " in told) is bool(ended)
    assert ("ansvarar inte för någon insats i planen" in text) is (not own)


def test_a_cost_of_several_years_is_told_with_its_years(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    session.do(SetObject("insats", "egen", {
        "title": "Egen", "actor": KOMMUN, "plans": ["gemensam"], "state": "planerad",
        "yearly_costs": ["2027: 500000", "2028: 700000"]}))
    text = _case(session, KOMMUN)
    assert ("Den har en angiven kostnad för hela länet: 1\u00a0200\u00a0000\u00a0kronor under 2027–2028, varav "
            "500\u00a0000\u00a0kronor under 2027.") in text
    assert "kostnad inte angiven" not in text


def test_what_other_insatser_say_of_equality_is_not_denied(example: PlanSession) -> None:
    text = _case(example, "0767")
    assert "jämställdhet är beskrivna bara för insatser som Markaryd inte har någon del i." in text
    assert "Konsekvenserna för barn är inte beskrivna i planen än." in text


def test_one_who_has_no_part_is_told_of_no_cost(western: PlanSession) -> None:
    text = _case(western, "1440")
    assert "Ale har ingen del i någon av planens 19 insatser." in text
    assert "Planen anger ingen kostnad för Ale." in text
    assert "jämställdhet är beskrivna bara för insatser som Ale inte har någon del i." in text
    assert "genomföra kommunens del" not in text
    assert "har tagit fram" not in text, "nobody has said who has made the plan"


def test_its_files_say_whose_it_is_and_have_a_line_for_each_who_signs(example: PlanSession) -> None:
    document = build(example, "tjansteskrivelse", actor=find_actor(example.state, ALVESTA))
    word = docx.Document(BytesIO(render(document, "docx")))
    assert word.core_properties.author == "Alvesta kommun"
    ink, below = word.tables[-1].rows
    lines = [cell._tc.xpath("w:tcPr/w:tcBorders/w:bottom") != [] for cell in ink.cells]
    assert lines == [True, False, True], "two lines, with room between"
    assert [cell.text for cell in below.cells] == [
        "Förvaltningschef, namnförtydligande", "", "Handläggare, namnförtydligande"]
    assert '<dl class="facts"></dl>' not in render(document, "html").decode("utf-8")


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
    assert "gäller Region Gotland, som har både regionens och kommunens uppgifter." in text
    assert "noll kommuner" not in text


def test_what_a_region_is_responsible_for_and_what_it_decides_on_cannot_be_taken_for_each_other(
        example: PlanSession) -> None:
    text = _case(example, "region")
    assert ("i de 13 insatser i planen som planeras eller pågår: elva som regionen ansvarar för och två som regionen "
            "deltar i.") in text
    assert "ansvarar för 13 av planens 19 insatser, varav två är avslutade, och deltar i tre." in text
    assert "Samordning utifrån barnets fokus\nPausad till augusti 2027." in text


@pytest.mark.parametrize(("standing", "says", "follows"), [
    ("rekommendation", "Planen är en rekommendation till huvudmännen.", True),
    ("beslut", "Planen beslutas och binder dem som har antagit den.", False), (None, "", False)])
def test_a_board_reads_whether_the_plan_binds_and_what_follows_of_adopting_it(
        tmp_path: Path, standing: str | None, says: str, follows: bool) -> None:
    with create_plan(tmp_path / "a.nvplan", "07", 2027) as session:
        if standing:
            session.do(SetAnswer(anchors.JOINT_STANDING, standing))
        text = _case(session, KOMMUN)
    assert says in text
    assert (board_texts.FOLLOWS in text) is follows


def test_those_without_a_cost_are_told_by_name_where_they_are_few(example: PlanSession) -> None:
    text = _case(example, "0781")
    assert ("tillsammans 13\u00a0450\u00a0000\u00a0kronor under 2027. En har ingen angiven kostnad: ”Gemensam "
            "läkarlinje kvällar och helger”. Hur stor del som Ljungby betalar står inte i planen.") in text


@pytest.mark.parametrize(("owner", "joined", "says"), [
    ("region", ("0780", "0764"), "Deltar: Alvesta och Växjö"),
    ("rss", ("region", "0760", "0761", "0763", "0764", "0765", "0767", "0780"),
     "Deltar: Region Kronoberg samt alla kommuner utom Ljungby"),
    ("region", ("0760", "0761", "0763", "0764", "0765", "0767", "0780", "0781"), "Deltar: alla kommuner\n"),
    ("0780", ("0760", "0761", "0763", "0764", "0765", "0767", "0781"), "Deltar: alla andra kommuner\n")])
@pytest.mark.parametrize("name", ["gemensam-plan", "tjansteskrivelse"])
def test_a_board_finds_itself_among_those_who_take_part(tmp_path: Path, name: str, owner: str, joined: tuple[str, ...],
                                                        says: str) -> None:
    with create_plan(tmp_path / "a.nvplan", "07", 2027) as session:
        session.do(SetObject("insats", "a", {"title": "A", "plans": ["gemensam"], "state": "pagaende", "actor": owner,
                                             "participants": list(joined)}))
        actor = None if name == "gemensam-plan" else find_actor(session.state, KOMMUN)
        assert says in f"{shown(build(session, name, actor=actor))}\n"
