"""The lists and working papers: checklist, insatser, underlag, comparison, calendar, minutes, workshop and archive."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

import orjson
import pytest

from nvplan.catalog.questions import all_questions
from nvplan.catalog.requirements import requirements_in_force
from nvplan.catalog.review_rules import rules
from nvplan.catalog.tellings import tellings
from nvplan.files.write.csvfile import render as render_csv
from nvplan.files.write.icsfile import render as render_ics
from nvplan.model.compliance import bound
from nvplan.model.document import Bullets, Facts, FormFields, Heading, PageBreak, Table, TickItem, Ticks
from nvplan.model.errors import InputError, UnknownNameError
from nvplan.model.objects import EFFORT_SPREADS, EFFORT_STATES, Effort
from nvplan.model.requirement import PLANS, PlanKey
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.documents.words import on_paper
from nvplan.services.reading.actors import find_actor
from nvplan.services.reading.sources import source_text
from nvplan.services.writing.commands import AddObject, SetAnswer, SetObject
from nvplan.services.writing.commands_plans import FreezePlan
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.store.format import decode
from nvplan.store.journal import ARCHIVE, CONTACTS, HISTORY
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_checklist as checklist_texts
from nvplan.texts import documents_lists as documents_lists_texts
from nvplan.texts import documents_plans as documents_plans_texts
from tests.services.documents.counties import western_plan
from tests.services.documents.plans import KOMMUN, build, shown, tables


@pytest.fixture
def changed(example: PlanSession, tmp_path: Path) -> PlanSession:
    """The example county in a file of its own, to change."""
    copy = tmp_path / "kopia.nvplan"
    shutil.copyfile(Path(example.address), copy)
    return PlanSession.open(copy)


def _items(session: PlanSession, **request: object) -> dict[str, TickItem]:
    document = build(session, "checklista", as_boxes=True, **request)
    return {item.key: item for block in document.blocks if isinstance(block, Ticks) for item in block.items}


# -- checklist -------------------------------------------------------------------------------------------------------
def test_every_requirement_stands_in_the_checklist_under_its_modality(example: PlanSession) -> None:
    keys, place = {}, ""
    for block in build(example, "checklista", as_boxes=True).blocks:
        if isinstance(block, Heading):
            place = block.text
        elif isinstance(block, Ticks):
            keys.update({item.key: place for item in block.items})
    for one in requirements_in_force(example.state.info):
        if bound(one, example.state.actors):
            assert keys[f"krav-{one.id.lower()}@lan"] == documents_texts.MODALITY_HEADING[one.modality]


def test_the_set_stands_with_an_item_only_where_it_is_another_than_the_plan_s(example: PlanSession) -> None:
    items = _items(example)
    assert all(fact.label != documents_texts.LABEL_SET for fact in items["krav-sam-01@lan"].details)
    assert any(fact.label == documents_texts.LABEL_SET for fact in items["krav-kon-15@lan"].details)
    assert documents_texts.CHECKLIST_SET.partition("{")[0] in shown(build(example, "checklista"))


def test_sources_of_the_same_document_and_heading_stand_together(example: PlanSession) -> None:
    found = {one.id: source_text(one.sources) for one in requirements_in_force(example.state.info)}
    assert not any(re.search(r"\brad \d", text) for text in found.values()), "nobody has the text whose lines they are"
    assert all(found.values())
    assert all(text.count("Överenskommelsen 2023") <= 1 for text in found.values())


def test_a_proposed_requirement_says_so(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "f.nvplan", "07", 2027, requirement_set="PROP2025-26-19")
    ids = {f"krav-{one.id.lower()}@lan" for one in requirements_in_force(session.state.info)
           if one.set == "PROP2025-26-19"}
    proposed = [item.text for key, item in _items(session).items() if key in ids]
    assert proposed
    assert all(text.startswith("FÖRESLAGEN: ") for text in proposed)


def test_one_actor_s_checklist_has_its_assessment_with_evidence(example: PlanSession) -> None:
    item = _items(example, actor=find_actor(example.state, "region"))["krav-sam-04@region"]
    facts = {fact.label: fact.value for fact in item.details}
    assert item.ticked
    assert facts[documents_texts.LABEL_JUDGEMENT] == "uppfyllt"
    assert facts[documents_texts.LABEL_EVIDENCE] == "EX 2025/41"
    assert facts[documents_texts.LABEL_REASON] == "Strukturen används sedan 2025."


def test_the_spreadsheet_is_a_table_to_fill_in(example: PlanSession) -> None:
    actor = find_actor(example.state, KOMMUN)
    first = next(block for block in build(example, "checklista", actor=actor).grid_blocks if isinstance(block, Table))
    titles = [column.title for column in first.columns]
    assert titles[:7] == [
        documents_texts.COLUMN_MODALITY,
        documents_texts.LABEL_REQUIREMENT,
        documents_texts.COLUMN_ACTOR,
        documents_texts.LABEL_JUDGEMENT,
        documents_texts.LABEL_WORK,
        documents_texts.LABEL_EVIDENCE,
        documents_texts.LABEL_REASON,
    ]
    assert [column.title for column in first.columns if column.hidden] == [documents_texts.GRID_ID]
    assert first.columns[3].choices == tuple(documents_texts.JUDGEMENT.values())
    assert first.columns[4].choices == tuple(documents_texts.WORK_STATUS.values())
    assert all(key.endswith(f"@{KOMMUN}") for key in first.row_keys)
    rows = dict(zip(first.row_keys, first.rows, strict=True))
    assert rows[f"krav-med-07@{KOMMUN}"][3].text == "uppfyllt"


def test_the_csv_says_every_requirement_and_core_question(example: PlanSession) -> None:
    text = render_csv(build(example, "checklista")).decode("utf-8-sig")
    for one in requirements_in_force(example.state.info):
        if bound(one, example.state.actors):
            assert one.id in text
    assert "1.0.struktur" in text


# -- insatser --------------------------------------------------------------------------------------------------------
def test_every_insats_has_what_socialstyrelsen_lacked(example: PlanSession) -> None:
    document = build(example, "insatser")
    text = shown(document)
    for effort in example.state.objects["insats"].values():
        assert isinstance(effort, Effort)
        for told in (effort.title, effort.output, effort.effect, effort.effect_known_by, effort.purpose, effort.role,
                     effort.after_project, effort.lessons, effort.equality, effort.obstacles, effort.resources):
            assert told in text, effort.id
        assert documents_plans_texts.reach(effort.reached or 0, effort.reach_of or 0, effort.reach_unit) in text
    overview = next(table for table in tables(document) if table.caption == documents_lists_texts.EFFORTS_TABLE)
    assert len(overview.rows) == len(example.state.objects["insats"])
    assert not any(cell.missing for row in overview.rows for cell in row)


def test_the_matrix_counts_every_insats_once(example: PlanSession) -> None:
    matrix = next(
        table for table in tables(build(example, "insatser")) if table.caption == documents_plans_texts.MATRIX
    )
    efforts = [one for one in example.state.objects["insats"].values() if isinstance(one, Effort)]
    numbers = [[int(cell.text) for cell in row[1:]] for row in matrix.rows]
    for row, state in zip(numbers, EFFORT_STATES, strict=False):
        assert row == [*(sum(one.state == state and one.spread == spread for one in efforts)
                         for spread in EFFORT_SPREADS), sum(one.state == state for one in efforts)]
    assert numbers[-1][-1] == len(efforts)


def test_what_is_missing_is_said_and_counted(empty: PlanSession, tmp_path: Path) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    session.do(SetObject("insats", "a", {"title": "Bara en rubrik"}))
    assert documents_plans_texts.MATRIX not in {
        block.caption for block in build(session, "insatser").blocks if isinstance(block, Table)}, (
            "one insats is no matrix to read; the spreadsheet that comes back has it")
    for other in ("b", "c"):
        session.do(SetObject("insats", other, {"title": "En till"}))
    document = build(session, "insatser")
    matrix = next(table for table in tables(document) if table.caption == documents_plans_texts.MATRIX)
    assert matrix.rows[-2][0].text == documents_texts.NOT_GIVEN.capitalize()
    missing = next(table for table in tables(document) if table.caption == documents_lists_texts.EFFORTS_MISSING_ABOUT)
    assert missing.rows[0][1].text == (
        "Läge, spridning, regi, område, prestation, effekt, uppföljning av effekten, räckvidd")
    assert documents_lists_texts.EFFORTS_NONE in shown(build(empty, "insatser"))


def test_the_spreadsheet_of_insatser_has_every_field_with_lists_to_choose_from(example: PlanSession) -> None:
    table = next(block for block in build(example, "insatser").grid_blocks if isinstance(block, Table))
    columns = {column.title: column for column in table.columns}
    assert "Breddinförd" in columns["Spridning"].choices
    assert "Pausad" in columns["Läge"].choices
    assert table.row_keys[0].startswith("insats-")


# -- underlag --------------------------------------------------------------------------------------------------------
def test_underlag_say_status_and_whether_they_hold(example: PlanSession, empty: PlanSession) -> None:
    document = build(example, "underlag")
    table = next(one for one in tables(document) if one.caption == documents_lists_texts.ATTACHMENT_TABLE)
    rows = {row[0].text.split("\n")[0]: [cell.text for cell in row] for row in table.rows}
    assert rows["Rutin för att registrera fast läkarkontakt"][1] == "Utgånget"
    assert rows["Rutin för att registrera fast läkarkontakt"][2].startswith(
        f"{documents_lists_texts.VALID_EXPIRED}, {documents_lists_texts.REVIEW_PASSED}")
    assert rows["Gemensam rutin för SIP"][2].startswith(documents_lists_texts.VALID_YES)
    assert rows["Kompetensprognos 2027–2029"][6].startswith("Kompetens och läkarinsatser i kommunal vård")
    assert "SAM-10" not in "".join(cell.text for one in tables(document) for row in one.rows for cell in row)
    assert documents_lists_texts.ATTACHMENTS_NONE in shown(build(empty, "underlag"))


# -- jamforelse ------------------------------------------------------------------------------------------------------
def test_the_comparison_is_with_the_latest_frozen_version_or_a_named_one_or_a_revision(changed: PlanSession) -> None:
    before = changed.state.revision
    assert documents_lists_texts.COMPARISON_NONE in shown(build(changed, "jamforelse"))
    changed.do(FreezePlan("Första"))
    changed.do(SetAnswer("1.0.struktur", "byggs", "lan"))
    changed.do(FreezePlan("Andra"))
    changed.do(SetObject("insats", "ny", {"title": "En ny insats"}))
    assert "1.0.struktur" not in shown(build(changed, "jamforelse"))
    assert "En ny insats" in shown(build(changed, "jamforelse"))
    for against in ("forsta", "Första", str(before)):
        text = shown(build(changed, "jamforelse", against=against))
        assert "1.0.struktur" in text
        assert "En ny insats" in text


@pytest.mark.parametrize(("against", "error"), [("saknas", UnknownNameError), ("99999", InputError), ("0", InputError)])
def test_what_cannot_be_compared_with_is_refused(example: PlanSession, against: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        build(example, "jamforelse", against=against)


def test_nothing_changed_is_said(changed: PlanSession) -> None:
    changed.do(FreezePlan("Nu"))
    assert documents_lists_texts.COMPARISON_SAME in shown(build(changed, "jamforelse"))


def test_an_acknowledged_finding_is_told_to_the_county_and_to_no_actor(changed: PlanSession) -> None:
    changed.do(FreezePlan("Nu"))
    given = {"rule": next(iter(rules())), "place": "plan:gemensam", "reason": "Vi avvaktar."}
    changed.do(AddObject("kvittens", given))
    assert "Kvittenser" in shown(build(changed, "jamforelse"))
    for actor in ("0764", "0780"):
        assert "Kvittenser" not in shown(build(changed, "jamforelse", actor=changed.state.actor(actor)))


# -- kalender --------------------------------------------------------------------------------------------------------
def test_the_calendar_has_whole_days_of_what_lies_ahead(example: PlanSession) -> None:
    document = build(example, "kalender")
    days = {event.key: event for event in document.events}
    assert all(len(event.day) == 10 for event in document.events)
    assert len(days) == len(document.events)
    assert days["rapporttillfalle-redovisning-rss"].day == "2027-02-26"
    assert days["insats-en-sida-end"].day == "2027-01-31"
    assert days["planuppgift-plan-patientkontrakt-valid_to"].day == "2028-12-31"
    assert not any("digital-ingang" in key for key in days)  # it is over
    month = days["planuppgift-plan-gemensam-review"]  # a month lasts for its days
    assert (month.day, month.until) == ("2027-10-01", "2027-10-31")
    assert "oktober" not in month.title
    inexact = next(fact.value for fact in document.meta if fact.label == documents_lists_texts.CALENDAR_INEXACT)
    assert int(inexact.split()[0]) == sum(event.title.endswith(")") and "ligger på den sista" in event.description
                                          for event in document.events)


def test_a_season_is_a_note_on_its_last_day_and_a_span_lasts(changed: PlanSession) -> None:
    changed.do(AddObject("insats", {"title": "Färdplan", "state": "planerad", "start": "våren 2027",
                                    "end": "2027–2030"}))
    changed.do(AddObject("beslut", {"title": "Målbild", "in_force": "2026"}))
    document = build(changed, "kalender")
    events = {event.title: event for event in document.events}
    season = events["Insats börjar: Färdplan (våren 2027)"]
    assert (season.day, season.until) == ("2027-06-30", "")
    span = events["Insats ska vara klar: Färdplan"]
    assert (span.day, span.until) == ("2027-01-01", "2030-12-31")
    content = render_ics(document).decode("utf-8")
    assert "DTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20310101" in content
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert {"våren 2027", "2027–2030"} <= {row[0].text for row in table.rows}
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert "oktober 2027" in {row[0].text for row in table.rows}


def test_an_event_has_one_plain_title_and_stands_once(example: PlanSession) -> None:
    events = build(example, "kalender").events
    titles = [event.title for event in events]
    assert {"Delmål: Andel med fast läkarkontakt", "Milstolpe: Alla vårdcentraler når index 0,30",
            "Åtgärden mot risken ska vara klar: Statsbidraget kommer sent", "Målbilden ska ses över"} <= set(titles)
    assert "Två nya specialister börjar i mars" in [event.description for event in events], "the row's own words"
    assert len({(event.day, event.title) for event in events}) == len(events)
    assert not [title for title in titles if "?" in title or re.search(r"\(\d\.\d+\.", title)]
    assert [title for title in titles if ("VFU" in title and "2027" in title) or "VFU-veckor" in title] == [
        "VFU i länet 2026 och 2027 (övning) (förslag, inte bekräftat)"], "the form's day is the begun report's"


def test_actors_with_the_same_day_share_an_event(example: PlanSession, tmp_path: Path) -> None:
    western = western_plan(tmp_path / "vg.nvplan")
    events = [event for event in build(western, "kalender").events if "handlingsplanen för kontinuitet" in event.title]
    assert [event.title for event in events] == ["5 aktörer deltar i arbetet med handlingsplanen för kontinuitet"]
    assert events[0].description.startswith("Bollebygds kommun, ")
    alone = [event.title for event in build(example, "kalender").events if "handlingsplanen för kont" in event.title]
    assert alone == ["Markaryds kommun deltar i arbetet med handlingsplanen för kontinuitet"]


@pytest.mark.parametrize("plan", PLANS)
def test_the_words_for_a_day_have_places_for_what_its_row_holds(plan: PlanKey) -> None:
    for question, telling in tellings(plan).items():
        known = all_questions()[question]
        places = set(re.findall(r"{(\w+)}", telling.event)) - {"aktor"}
        assert places <= {column.id for column in known.columns}, question
        assert not telling.event or known.kind == "datum" or any(one.kind == "datum" for one in known.columns), question
        assert "{aktor}" not in telling.event or known.per != "lan", question


def test_an_event_says_what_it_is_and_not_what_the_whole_document_is(example: PlanSession) -> None:
    content = render_ics(build(example, "kalender")).decode("utf-8").replace("\r\n ", "")
    _, *events = content.split("BEGIN:VEVENT")
    assert not [event for event in events if "Krav enligt" in event or "kärnfrågor" in event]
    assert "VALARM" not in content


@pytest.mark.parametrize(("days", "trigger"), [(0, "TRIGGER:P0D"), (7, "TRIGGER:-P7D")])
def test_the_calendar_reminds_so_many_days_before_where_that_is_asked_for(example: PlanSession, days: int, trigger: str
                                                                          ) -> None:
    document = build(example, "kalender", alarm=days)
    content = render_ics(document).decode("utf-8")
    assert content.count("BEGIN:VALARM") == content.count(trigger) == len(document.events)


def test_the_calendar_file_has_dates_without_times(example: PlanSession) -> None:
    content = render_ics(build(example, "kalender")).decode("utf-8")
    assert "DTSTART;VALUE=DATE:20270226" in content
    assert "DTSTART:" not in content


# -- protokoll and workshop-underlag -----------------------------------------------------------------------------------
def test_the_minutes_of_one_meeting_say_who_as_roles_what_was_agreed_and_where_they_differed(
        example: PlanSession) -> None:
    document = build(example, "protokoll", meeting="mellanrum")
    text = shown(document)
    assert document.title == "Protokoll: Workshop om mellanrum"
    for told in ("Socialchef, Uppvidinge kommun", "Läkarlinjen prövas först.",
                 "Uppvidinge vill börja med rehabilitering",
                 "Vem tar prover hemma? (punkt 2, sparad till en annan gång)",
                 "Nuläge och behov", "18 mars 2026"):
        assert told in text
    assert "Dialogmöte" not in text
    assert "1.2" not in text, "a chapter has no number that a reader of the plan has seen"
    assert "inte angivet" not in text
    assert "–" not in text.partition("Samtalet, punkt")[2], "what says the same stands with what heads it"
    for once in ("Tre mellanrum", "Uppvidinge vill börja", "Överenskommet"):
        assert text.count(once) <= 1, once


def test_what_is_written_of_a_meeting_and_of_its_item_is_told_once(changed: PlanSession) -> None:
    meeting = changed.do(AddObject("mote", {"title": "Startmöte", "dissent": "Växjö tvekar.\nÄlmhult avstår."}))
    changed.do(AddObject("motespunkt", {"meeting": meeting, "title": "Linjen", "outcome": "oenig",
                                        "dissent": "Växjö tvekar"}))
    document = build(changed, "protokoll", meeting=meeting)
    dissent = [block.items for block in document.blocks if isinstance(block, Bullets) and block.numbered]
    assert dissent[0] == ("Älmhult avstår.", "Växjö tvekar (punkt 1, ”Linjen”)")
    assert "Vem som gör vad, och till när, är inte bestämt för punkt 1 (”Linjen”)." in shown(document)


def test_minutes_count_kommuner_that_are_too_many_to_name(western: PlanSession, tmp_path: Path) -> None:
    copy = tmp_path / "vg.nvplan"
    shutil.copyfile(Path(western.address), copy)
    with PlanSession.open(copy) as session:
        boards = [one.id for one in session.state.actors if one.type in ("region", "kommun")]
        meeting = session.do(AddObject("mote", {"title": "Stormöte", "actors": boards}))
        assert "Från: Västra Götalandsregionen och alla 49 kommuner." in shown(
            build(session, "protokoll", meeting=meeting))
        session.do(SetObject("mote", meeting, {"actors": boards[:20]}))
        assert "Från: Västra Götalandsregionen och 19 kommuner." in shown(build(session, "protokoll", meeting=meeting))


def test_what_was_promised_last_time_is_a_sentence_of_what_is_known(changed: PlanSession) -> None:
    before = changed.do(AddObject("mote", {"title": "Förra", "date": "2027-01-10", "agreed": "Vi möts igen."}))
    changed.do(AddObject("motespunkt", {"meeting": before, "title": "Linjen", "outcome": "enig",
                                        "agreed": "Den prövas.", "role": "verksamhetschef", "due": "2027-03-31"}))
    meeting = changed.do(AddObject("mote", {"title": "Nästa", "date": "2027-02-10"}))
    changed.do(AddObject("motespunkt", {"meeting": meeting, "title": "Uppföljning"}))
    text = shown(build(changed, "workshop-underlag", meeting=meeting))
    assert "Den prövas (överens, verksamhetschef, senast 31 mars 2027)" in text
    assert "Vi möts igen (överens)" in text
    assert "Minuter" not in text, "no item has a time"


def test_minutes_have_no_heading_for_what_there_is_none_of(example: PlanSession) -> None:
    headings = [block.text for block in build(example, "protokoll", meeting="arbetsmote").blocks
                if isinstance(block, Heading)]
    assert headings == ["Närvarande", "Beslut och överenskommelser"]


def test_the_minutes_begin_with_who_was_there_and_what_was_decided_and_end_with_room_to_sign(
        example: PlanSession) -> None:
    document = build(example, "protokoll", meeting="mellanrum")
    assert document.mark == "INTE JUSTERAT"
    forms = [block for block in document.blocks if isinstance(block, FormFields)]
    assert [[field.label.partition(",")[0] for field in form.items] for form in forms] == [
        ["Ordförande", "Sekreterare", "Justerare"]], "once: where they sign"
    assert all(field.is_blank for field in forms[0].items)
    assert document.blocks[-1] is forms[-1]
    assert {field.room for field in forms[-1].items} == {"signature"}
    headings = [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    assert headings == ["Närvarande", "Beslut och överenskommelser", documents_lists_texts.MINUTES_DISSENT,
                        "Det här är inte avgjort", "Nästa steg", "Samtalet, punkt för punkt"]
    decided = next(block for block in document.blocks if isinstance(block, Bullets) and block.numbered)
    assert decided.items == (
        "Läkarlinjen prövas först.",
        "Tre mellanrum: kvällar och helger, prover hemma och rehabilitering efter sjukhus (punkt 1, ”Var tar ansvaret "
        "slut utan att någon annan tar vid?”)")
    assert "Kärnfrågor" not in shown(document).partition("Närvarande")[2], "nothing of how far the plan has come"


def test_every_meeting_has_its_minutes_where_none_is_named(example: PlanSession, empty: PlanSession) -> None:
    headings = [block.text for block in build(example, "protokoll").blocks
                if isinstance(block, Heading) and block.level == 1]
    assert headings == ["Workshop om mellanrum", "Ledningsgruppens möte i maj", "Dialogmöte om fasta kontakter",
                        "Arbetsmöte om remissvar"]
    assert documents_lists_texts.MINUTES_NONE in shown(build(empty, "protokoll"))


def test_a_meeting_that_is_not_there_is_refused_with_those_that_are(example: PlanSession, empty: PlanSession) -> None:
    with pytest.raises(UnknownNameError, match="mellanrum"):
        build(example, "protokoll", meeting="saknas")
    with pytest.raises(UnknownNameError, match="Inga möten"):
        build(empty, "workshop-underlag", meeting="saknas")


def test_the_working_paper_is_called_as_its_meeting_and_says_nothing_of_the_file(example: PlanSession) -> None:
    document = build(example, "workshop-underlag", meeting="mellanrum")
    text = shown(document)
    assert document.title == "Mötesunderlag: Workshop om mellanrum"
    assert [fact.label for fact in document.meta] == ["Krav enligt"]
    assert "Besvarad i en tabell" not in text
    assert "Kvällar och helger i hemsjukvården" in text, "what the rows of the table are called"
    assert "Revision" not in text


def test_the_working_paper_of_two_plans_flows(changed: PlanSession) -> None:
    meeting = changed.do(AddObject("mote", {"title": "Båda planerna", "chapters": ["1.2", "2.1"]}))
    blocks = build(changed, "workshop-underlag", meeting=meeting).blocks
    assert [block.text for block in blocks if isinstance(block, Heading) and block.level == 1] == [
        "Gemensam plan för primärvård", "Handlingsplan för kontinuitet"]
    assert not [block for block in blocks if isinstance(block, PageBreak)]


def test_the_working_paper_counts_who_has_answered_and_names_a_few(example: PlanSession, western: PlanSession) -> None:
    few = shown(build(example, "workshop-underlag", meeting="dialog-kontinuitet"))
    assert "6 av 8 kommuner har svarat. Ja, vi har varit med: 4." in few
    assert "Lessebo och Älmhult har inte svarat." in few
    many = shown(build(western, "workshop-underlag", meeting="dialog-kontinuitet"))
    assert "av 49 kommuner har svarat." in many
    assert "har inte svarat" not in many


def test_every_cost_in_the_list_of_insatser_says_that_it_is_kronor(example: PlanSession) -> None:
    told = [fact.value for block in build(example, "insatser").blocks if isinstance(block, Facts)
            for fact in block.items if fact.label.startswith("Kostnad")]
    assert len(told) > 10
    assert all(line.partition(" ·")[0].endswith("\u00a0kr") for value in told for line in value.splitlines()), told


def test_one_post_of_a_register_is_told_in_whole_sentences() -> None:
    assert checklist_texts.registered("insats", 1, 1) == (
        "En insats, som saknar uppgifter. Den står i insatsförteckningen.")
    assert checklist_texts.registered("mal", 1, 0) == "Ett mål. Det står i planen."
    assert checklist_texts.registered("mal", 5, 1) == "Fem mål, varav ett saknar uppgifter. De står i planen."


def test_the_only_one_who_is_asked_is_told_by_the_answer(island: PlanSession) -> None:
    text = shown(build(island, "workshop-underlag"))
    assert not re.search(r"\b(?:en|1) (?:huvudmän|kommuner|aktörer)\b", text)
    role = island.state.answer("1.0.agare", next(one.id for one in island.state.actors if one.type == "region"))
    assert str(role.value) in text


def test_a_chapter_where_all_is_answered_says_so(example: PlanSession, island: PlanSession) -> None:
    for session in (example, island):
        blocks = build(session, "workshop-underlag").blocks
        for block, after in zip(blocks, [*blocks[1:], None], strict=True):
            if isinstance(block, Heading) and block.level > 1:
                assert after is not None, block.text
                assert not isinstance(after, Heading) or after.level > block.level, block.text
    assert documents_lists_texts.WORKSHOP_CHAPTER_DONE in shown(build(example, "workshop-underlag"))


@pytest.mark.parametrize("county", ["example", "island", "western"])
def test_no_working_paper_tells_of_the_program_or_its_lists(request: pytest.FixtureRequest, county: str) -> None:
    text = shown(build(request.getfixturevalue(county), "workshop-underlag"))
    assert re.findall(r"[Pp]rogrammet räknar|under (?:Beslut|Insatser|Underlag|Hinder|Mål och mått)", text) == []
    assert on_paper("Välj högst tre. Arbetet med dem skriver ni under Insatser.") == "Välj högst tre."
    assert on_paper("Skriv ”färre än fem” under Källa.") == "Skriv ”färre än fem” under Källa."


def test_the_working_paper_has_the_prompts_with_what_is_unanswered_first(example: PlanSession) -> None:
    blocks = build(example, "workshop-underlag", meeting="dialog-kontinuitet").blocks
    chapters = [block.text for block in blocks if isinstance(block, Heading) and block.level == 2]
    assert chapters == ["Kommunernas medverkan", "Begrepp och definitioner",
                        "Fasta kontakter och kommunal hälso- och sjukvård"], "without numbers that stand in no plan"
    sections = [block.text for block in blocks if isinstance(block, Heading) and block.level == 3]
    assert sections[0] == documents_lists_texts.WORKSHOP_LEFT
    order = [
        documents_lists_texts.WORKSHOP_LEFT,
        documents_lists_texts.WORKSHOP_DONE,
        documents_lists_texts.WORKSHOP_DEEPER,
    ]
    assert sections[-2:] == [order[0], order[2]], "everyone in chapter 2.10 has something left"
    assert sections[2:4] == order[1:], "all of the core of chapter 2.2 is answered"
    sheet = next(block for block in blocks if isinstance(block, FormFields))
    assert [(field.label, field.value) for field in sheet.items] == [
        (documents_lists_texts.WORKSHOP_PROMPT, "Vad i planen märks i er kommun redan nästa år?"),
        (documents_lists_texts.WORKSHOP_WHO, "6 av 8 kommuner har svarat. Ja, vi har varit med: 4. Inte än, men det är "
         "planerat: 1. Nej: 1. Lessebo och Älmhult har inte svarat."),
        (documents_lists_texts.WORKSHOP_WE_SAY, ""), (documents_lists_texts.WORKSHOP_WHO_TAKES, "")]


# -- arkiv -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["example", "empty", "marked"])
def test_every_field_of_the_plan_reaches_the_archive(request: pytest.FixtureRequest, name: str) -> None:
    session: PlanSession = request.getfixturevalue(name)
    content = DOCUMENTS["arkiv"].content(session, Request())
    assert content == DOCUMENTS["arkiv"].content(session, Request())
    kept = decode(content, "arkiv").tables
    for table in session.repository.tables():
        if table in (HISTORY, CONTACTS):
            continue
        archived = {document["id"]: document for document in kept[table].values()}
        assert archived == {document["id"]: document for document in session.repository.list(table)}, table
    assert len(kept[HISTORY]) == len(session.repository.history())


@pytest.mark.parametrize("without_names", [False, True])
def test_the_archive_s_checksums_are_those_of_its_tables(example: PlanSession, without_names: bool) -> None:
    kept = decode(DOCUMENTS["arkiv"].content(example, Request(without_names=without_names)), "arkiv").tables
    manifest = next(iter(kept[ARCHIVE].values()))
    assert manifest["requirement_set"] == "OK2023"
    for table, entry in manifest["tables"].items():
        documents = {document["id"]: {name: value for name, value in document.items() if name != "id"}
                     for document in kept[table].values()}
        assert entry == {"documents": len(documents), "sha256": hashlib.sha256(orjson.dumps(documents)).hexdigest()}


def test_what_the_given_rows_of_a_table_are_called_is_no_answer(example: PlanSession) -> None:
    text = shown(build(example, "workshop-underlag"))
    assert "Finns, i en tabell i planen." in text
    assert "Pengar; kompetens; utbildning" not in text
