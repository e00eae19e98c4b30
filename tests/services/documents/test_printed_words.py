"""What a reader of a printed plan meets: no reference to nothing, no heading cut short, short words explained."""

from __future__ import annotations

import re

import pytest

from nvplan.catalog.tellings import tellings
from nvplan.files.write.layout import stay_with_next
from nvplan.model.document import Heading, Paragraph
from nvplan.model.requirement import PLANS
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents_actions as documents_actions_texts
from nvplan.texts import documents_plans as documents_plans_texts
from tests.services.documents.plans import build, shown, tables

PRINTED = ("gemensam-plan", "kontinuitet", "patientkontrakt", "handlingsplaner", "insatser", "protokoll", "jamforelse",
           "redovisning-region")
COUNTIES = ("example", "island", "western")
#: A number of a chapter or a place in the program, which no printed page has.
NOWHERE = re.compile(r"[Kk]apitel \d|under Mål och mått|\b[1-3]\.1?\d\.[a-z]")
#: Words whose end belongs to the answer.
UNENDED = re.compile(r"\b(?:till|med|av|i|på|för|från|om|hos|ut|inom|den|per|enligt|mot|gäller|är|har|ska)$")


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("county", COUNTIES)
def test_no_page_refers_to_a_number_that_is_not_printed(request: pytest.FixtureRequest, county: str, name: str) -> None:
    assert NOWHERE.findall(shown(build(request.getfixturevalue(county), name))) == []


@pytest.mark.parametrize("plan", PLANS)
def test_no_heading_ends_in_a_word_that_waits_for_the_answer(plan: str) -> None:
    found = tellings(plan)  # type: ignore[arg-type]
    kept = {"1.14.fragor", "2.1.tidpunkt", "3.3.innehall"}  # frågor att lära av, när de ska vara med, finns med
    assert [one.heading for one in found.values() if UNENDED.search(one.heading) and one.question not in kept] == []


def test_the_answer_to_a_hinder_that_is_late_is_told_as_late(example: PlanSession) -> None:
    caption = documents_plans_texts.OBSTACLE_TABLE
    table = next(one for one in tables(build(example, "gemensam-plan")) if one.caption == caption)
    told = {row[0].text.partition("\n")[0]: (row[1].text, row[4].text) for row in table.rows}
    level, progress = told["Tre olika omsorgssystem i åtta kommuner"]
    assert level == "Verksamhetens ledning"
    assert "inget svar än, skulle ha kommit 8 juli 2026" in progress.replace("\u00a0", " ")
    assert "svar senast 15 oktober 2026" in told["Statsbidragen kommer sent på året"][1].replace("\u00a0", " ")


@pytest.mark.parametrize("name", PRINTED[:4])
def test_the_levels_of_a_hinder_stand_in_plain_words(example: PlanSession, name: str) -> None:
    assert re.findall(r"\b(?:[Mm]ikro|[Mm]eso|[Mm]akro)\b", shown(build(example, name))) == []


def test_short_words_are_explained_and_only_those_that_stand_there(example: PlanSession, island: PlanSession) -> None:
    blocks = build(example, "gemensam-plan").blocks
    place = next(number for number, block in enumerate(blocks)
                 if isinstance(block, Heading) and block.text == documents_plans_texts.ABBREVIATIONS)
    told = blocks[place + 1]
    assert isinstance(told, Paragraph)
    for words in ("SIP: samordnad individuell plan", "RSS: regionala samverkans- och stödstrukturer",
                  "VFU: verksamhetsförlagd utbildning", "NPÖ: nationell patientöversikt",
                  "MAS: medicinskt ansvarig sjuksköterska"):
        assert words in told.text
    assert "KTC" not in told.text
    few = shown(build(island, "gemensam-plan"))
    assert "NPÖ" not in few


def test_most_insatser_of_the_example_stand_under_its_malomraden(example: PlanSession) -> None:
    outside = next(one for one in tables(build(example, "gemensam-plan"))
                   if one.caption == documents_plans_texts.EFFORTS_OF_PLAN)
    assert len(outside.rows) == 2


def test_who_has_not_answered_what_is_not_in_the_list_is_said_to_stand_where_it_stands(
        example: PlanSession, island: PlanSession) -> None:
    assert documents_plans_texts.UNANSWERED_BESIDE in shown(build(example, "gemensam-plan"))
    assert documents_plans_texts.UNANSWERED_BESIDE not in shown(build(island, "gemensam-plan"))
    short = shown(build(example, "handlingsplaner"))
    assert documents_plans_texts.UNANSWERED_IN_PLANS in short
    assert documents_plans_texts.UNANSWERED_BESIDE not in short, "the two in short hold no answers"


@pytest.mark.parametrize("county", COUNTIES)
def test_the_two_handlingsplaner_in_short_tell_what_their_short_words_mean(
        request: pytest.FixtureRequest, county: str) -> None:
    blocks = build(request.getfixturevalue(county), "handlingsplaner").blocks
    place = next(number for number, block in enumerate(blocks)
                 if isinstance(block, Heading) and block.text == documents_plans_texts.ABBREVIATIONS)
    told = blocks[place + 1]
    assert isinstance(told, Paragraph)
    assert "ST: specialiseringstjänstgöring" in told.text
    assert "SIP: samordnad individuell plan" in told.text
    levels = {block.text: block.level for block in blocks if isinstance(block, Heading)}
    assert levels[documents_plans_texts.ABBREVIATIONS] == levels[documents_plans_texts.UNANSWERED], (
        "a list of short words gives a paper of a few pages no cover")


def test_the_note_about_the_guide_value_stands_with_the_picture_that_it_is_about(example: PlanSession) -> None:
    blocks = build(example, "kontinuitet").blocks
    about = [(block.text, stays) for block, stays in zip(blocks, stay_with_next(blocks), strict=True)
             if isinstance(block, Paragraph) and block.text.startswith(documents_actions_texts.NEED_ABOUT)]
    assert [stays for _, stays in about] == [True]
    assert "En ST-läkare räknas som en halv specialist" in about[0][0], "listade per specialist counts with it"


def test_a_number_of_patients_that_is_no_part_of_another_stands_alone(example: PlanSession) -> None:
    table = next(one for one in tables(build(example, "kontinuitet")) if one.caption.endswith("Mätningar"))
    counted = [row[2].text for row in table.rows if row[0].text.startswith("Kontinuitetsindex")]
    assert "58\u00a0900\nListade" in counted
    assert not [text for text in counted if text.startswith("av ")]
    assert "83\u00a0842 av 203\u00a0500" in table.rows[0][2].text


def test_what_a_measurement_counts_is_told_once(example: PlanSession) -> None:
    table = next(one for one in tables(build(example, "patientkontrakt")) if one.caption.endswith("Mätningar"))
    name, value = table.rows[0][:2]
    assert (name.text, value.text) == ("Personer som fått erbjudande", "210\u00a0personer")


def test_an_insats_with_a_payer_and_no_amount_is_said_to_have_none(example: PlanSession) -> None:
    rows = {row[0].text.partition("\n")[0]: row[3].text for one in tables(build(example, "handlingsplaner"))
            if one.caption == documents_plans_texts.EFFORTS for row in one.rows}
    assert rows["Läkaren går igenom sin lista en gång i kvartalet"] == "belopp inte angivet\nOrdinarie budget"
    assert rows["Fler ST-läkare stannar i länet"] == "inte angivet"
    assert rows["Välj läkare på 1177"] == "900\u00a0000\u00a0kr under 2027\nProjektmedel 2027"


def test_the_national_level_is_never_said_to_end_before_the_year_in_which_it_still_stood(
        example: PlanSession, western: PlanSession) -> None:
    for session in (example, western):
        for name in ("kontinuitet", "handlingsplaner"):
            assert "till och med 2022" not in shown(build(session, name))
    assert "Nationell nivå, med måldag 31 december 2022: 80 %." in shown(build(example, "kontinuitet"))


def test_lines_of_what_is_missing_end_alike(island: PlanSession) -> None:
    marked = [line for block in build(island, "kontinuitet").blocks if isinstance(block, Paragraph)
              for line in block.text.split("\n") if line.startswith("○")]
    assert "○ Inte besvarat: urval och källa för index" in marked
    assert not [line for line in marked if line.endswith(".")]


def test_how_many_have_adopted_is_one_number_in_the_plan(example: PlanSession) -> None:
    text = shown(build(example, "gemensam-plan"))
    assert "Fem av nio huvudmän har antagit målbilden utan ändringar." in text
    assert "Ljungby har antagit målbilden med ändringar." in text
    assert "Sex av nio har antagit" in text
    assert not re.search(r"\d av 9 har antagit", text)
