"""Nothing leaves that the reader was not given: another actor's part, contact details, or data that is not shown."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.catalog.tellings import tellings
from nvplan.model.values import show_value
from nvplan.services.documents.contacts import clear
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.reading.actors import find_actor
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.store.format import decode
from nvplan.store.journal import ARCHIVE
from nvplan.texts.documents_statements import inside
from tests.services.documents.plans import KOMMUN, NAMES, OTHER, build, everything, mark, shown, strings

MAIL, PHONES = "anna.andersson@region.example", ("070-123 45 67", "+46 70 123 45 67", "0470-58 80 00", "(0470) 588000")


@pytest.mark.parametrize("name", NAMES)
def test_one_actor_s_document_has_only_that_actor_s_part(marked: PlanSession, name: str) -> None:
    text = everything(build(marked, name, actor=find_actor(marked.state, KOMMUN)))
    for actor in marked.state.actors:
        assert actor.id == KOMMUN or mark(actor.id) not in text, actor.id


@pytest.mark.parametrize("name", [name for name in NAMES if name != "jamforelse"])
def test_and_it_does_have_that_part(marked: PlanSession, name: str) -> None:
    assert mark(KOMMUN) in everything(build(marked, name, actor=find_actor(marked.state, KOMMUN)))


def test_the_whole_county_s_documents_have_every_part(marked: PlanSession) -> None:
    for name in ("gemensam-plan", "insatser", "underlag", "protokoll"):
        text = shown(build(marked, name))
        assert all(mark(actor.id) in text for actor in marked.state.actors if actor.type == "kommun")


def test_one_actor_s_archive_has_only_that_actor_s_part(marked: PlanSession) -> None:
    content = DOCUMENTS["arkiv"].content(marked, Request(actor=find_actor(marked.state, KOMMUN))).decode("utf-8")
    assert mark(KOMMUN) in content
    for actor in marked.state.actors:
        assert actor.id == KOMMUN or mark(actor.id) not in content


def test_a_joint_effort_is_shown_to_those_who_take_part(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    session.do(SetObject("insats", "ihop", {"title": "Ihop", "actor": "region", "participants": [KOMMUN],
                                            "plans": ["gemensam"], "state": "planerad"}))
    assert "Ihop" in shown(build(session, "insatser", actor=find_actor(session.state, KOMMUN)))
    assert "Ihop" not in shown(build(session, "insatser", actor=find_actor(session.state, OTHER)))


@pytest.fixture
def with_contacts(tmp_path: Path) -> PlanSession:
    """A plan where someone has written contact details in free text."""
    session = create_plan(tmp_path / "kontakt.nvplan", "07", 2027)
    text = f"Ring {', '.join(PHONES)} eller skriv till {MAIL}. Medel: 1 050 000 000 kr, 204 257 invånare, EX 2026/18."
    session.do(SetAnswer("1.2.fungerar", text, "lan"))
    session.do(SetAnswer("1.0.agare", MAIL, KOMMUN))
    session.do(SetObject("insats", "i", {"title": f"Ring {PHONES[0]}", "plans": ["gemensam", "kontinuitet"],
                                         "role": MAIL, "state": "planerad", "end": "2028-01-01"}))
    session.do(SetObject("mote", "m", {"title": "Möte", "participants": [f"MAS, {MAIL}"], "agreed": PHONES[1]}))
    session.do(SetObject("underlag", "u", {"title": "Rutin", "reference": MAIL}))
    return session


@pytest.mark.parametrize("name", NAMES)
def test_without_names_no_contact_detail_is_left(with_contacts: PlanSession, name: str) -> None:
    text = everything(build(with_contacts, name, without_names=True))
    assert MAIL not in text
    assert not any(phone in text for phone in PHONES)


def test_without_names_the_archive_has_none_either_and_still_opens(with_contacts: PlanSession, tmp_path: Path) -> None:
    content = DOCUMENTS["arkiv"].content(with_contacts, Request(without_names=True))
    assert MAIL not in content.decode("utf-8")
    assert not any(phone in content.decode("utf-8") for phone in PHONES)
    copy = tmp_path / "arkiv.json"
    copy.write_bytes(content)
    assert PlanSession.open(copy).state.revision == with_contacts.state.revision


def test_figures_and_diary_numbers_are_no_contact_details() -> None:
    kept = ("1 050 000 000 kr", "204 257", "SKR2022/00764", "EX 2026/18", "2026-06-30", "rad 771–773",
            "kl. 08.00–16.30", "0,375", "1.0.agare", "kommun 0780", "10 514 719")
    for text in kept:
        assert clear(text) == text
    assert clear(f"till {MAIL}") != f"till {MAIL}"
    assert clear("ring 0470-58 80 00 idag").endswith("idag")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("actor", [None, KOMMUN])
def test_a_pdf_embeds_nothing_that_its_pages_do_not_show(example: PlanSession, name: str, actor: str | None) -> None:
    document = build(example, name, actor=find_actor(example.state, actor) if actor else None)
    if not document.data:
        return
    text, found = shown(document), decode(document.data.encode("utf-8"), "pdf").tables
    assert len(found["history"]) == 1
    assert not next(iter(found["history"].values()))["changes"]
    for table in found["answers"].values():
        for identity, answer in table["answers"].items():
            assert set(answer) <= {"value", "carried"}
            question = all_questions()[identity]
            if question.kind in ("text", "langtext", "val"):
                value = answer["value"]
                plans = (question.plan, *(one.plan for one in question.also))  # each tells it in words of its own
                told = [tellings(plan)[identity].says.get(value, "").rstrip(".") for plan in plans
                        if question.kind == "val"]
                # Within a sentence a role stands without its capital.
                assert show_value(question, value).rstrip(".").casefold() in text.casefold() or any(
                    one and one in text for one in told), identity
    for kind, table in found.items():
        if kind in ("plan", "actors", "answers", "history", ARCHIVE):
            continue
        for body in table.values():
            assert "history" not in body
            for value in strings({name: value for name, value in body.items() if name not in ("id", "actor")}):
                if " " in value:
                    said = (value.rstrip("."), inside(value).rstrip("."))
                    # A year's cost stands with its year after it: ”2027: 5 200 000” is ”5 200 000 kr under 2027”.
                    yearly = re.match(r"(20\d\d): ([\d ]+)$", value)
                    parts = [yearly[1], yearly[2].replace(" ", "\u00a0")] if yearly else [value]
                    assert any(one in text for one in said) or all(
                        part in text for one in parts for part in one.split("\n")), (kind, value)


def test_what_a_pdf_embeds_is_a_plan_that_nvplan_opens(example: PlanSession, tmp_path: Path) -> None:
    path = tmp_path / "ur.json"
    path.write_text(build(example, "kontinuitet").data, encoding="utf-8")
    opened = PlanSession.open(path)
    assert opened.state.answer("2.4.lakare-basvarde").value == "0.305"
    assert opened.state.answer("1.0.struktur").value is None
    assert set(opened.state.objects["mal"]) == {"andel-lakare", "index-lakare", "index-alla", "andel-sabo",
                                                "index-sabo"}


def test_the_data_can_be_left_out(example: PlanSession) -> None:
    assert build(example, "gemensam-plan").data
    assert build(example, "gemensam-plan", without_data=True).data == ""
    assert json.loads(build(example, "gemensam-plan").data)["archive"]
