"""Every question of every structure stands in its document, in the catalogue's order, and nothing is drafted twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nvplan.catalog.counties import counties
from nvplan.catalog.report_links import report_links
from nvplan.catalog.reporting import report_form, report_items
from nvplan.model.document import Document, FormFields, Heading, Table, Ticks
from nvplan.model.objects import EFFORT_STATES
from nvplan.model.reporting import ReportItem
from nvplan.services.documents.registry import DOCUMENTS
from nvplan.services.documents.report_submission import LEVELS
from nvplan.services.reports.drafting import drafts, effort_homes, reported_efforts, unplaced
from nvplan.services.reports.opening import PRINTED, asked_of, number_of, open_reports
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents_reports as documents_reports_texts
from tests.example import example_session
from tests.services.reports.counties import answer, build, handed_in, new_county, page, put, texts_of

#: The items that tell how to answer.
INSTRUCTIONS = ("anvisning", "tidpunkt", "anmarkning")
_NUMBER = re.compile(r"^(?:Fråga )?(\d+(?:\.\d+)+|\d+)\.? ?")


def _numbers(document: Document, known: set[str]) -> list[str]:
    """Return the numbers of a document's items in order; the list of what is left to do comes before them."""
    told = [block for block in document.blocks
            if not (isinstance(block, Table) and block.caption == documents_reports_texts.TO_DO)]
    document = document.model_copy(update={"blocks": tuple(told)})
    found = (match[1] for text in texts_of(document, facts=False) if (match := _NUMBER.match(text)))
    return list(dict.fromkeys(number for number in found if number in known))


def _told(items: tuple[ReportItem, ...]) -> list[str]:
    """Return the numbers of what is answered; how to answer has no number that a receiver knows."""
    return [number_of(item) for item in items if item.type not in INSTRUCTIONS]


def _instructed(document: Document, items: tuple[ReportItem, ...]) -> bool:
    """Whether the instructions stand in the document, in order and without a number."""
    text, expected = page(document), [item.text for item in items if item.type in INSTRUCTIONS and not item.parent]
    places = [text.find(one, text.find(documents_reports_texts.INSTRUCTIONS)) for one in expected]
    assert not re.search(r"(?m)^\W*0\.\d", text)
    return -1 not in places and places == sorted(places)


@pytest.mark.parametrize(("document", "form", "actor"), [
    ("redovisning-region", "region2021", "region"), ("redovisning-rss", "rss2021", "rss"), ("vfu", "vfu2023", ""),
])
def test_a_document_has_every_item_of_its_structure_in_order(tmp_path: Path, document: str, form: str, actor: str
                                                            ) -> None:
    session = new_county(tmp_path)
    answer(session, "1.7.vfu", [{"termin": "Genomfört", "ar": "2026", "veckor": "40", "platser": "8"}], "0780")
    body = session.state.actor(actor) if actor else None
    items = asked_of(report_items(form), body)
    expected = _told(items)
    built = build(session, document)
    assert _numbers(built, set(expected)) == expected
    assert _instructed(built, items)


@pytest.mark.parametrize("actor", ["region", "rss"])
@pytest.mark.parametrize("document", ["rekvisition", "ekonomi"])
def test_a_form_has_the_official_fields_in_order_before_its_guidance(tmp_path: Path, document: str, actor: str
                                                                    ) -> None:
    session = new_county(tmp_path)
    body = session.state.actor(actor)
    form, guidance = page(build(session, document, actor=body)).split(documents_reports_texts.GUIDANCE)
    place = 0
    for item in asked_of(report_items(f"{document}2023"), body):
        if item.type in INSTRUCTIONS:
            assert item.text not in form, "how to fill it in is not signed"
            assert item.text in guidance
        else:
            found = form.find(item.text, place)
            assert found >= 0, item.id
            place = found
    assert "inte angivet" not in form, "ink goes there"


@pytest.mark.parametrize("document", ["redovisning-region", "redovisning-rss"])
def test_what_is_handed_in_has_every_question_in_order_and_nothing_else_of_the_structure(tmp_path: Path, document: str
                                                                                       ) -> None:
    session = new_county(tmp_path)
    report = open_reports(session, document)[0]
    expected = [number_of(item) for item in report.items if item.type in LEVELS]
    built = handed_in(session, document)
    headings = [block.text for block in built.blocks if isinstance(block, Heading)]
    assert [match[1] for text in headings if (match := _NUMBER.match(text))] == expected
    assert not [text for text in headings if len(text) > documents_reports_texts.LONGEST_HEADING + 8]
    text = page(built)
    assert not [item.text for item in report.items if item.type in INSTRUCTIONS
                and item.text in text], "how to answer is told to those who write, and not back to who asked"


@pytest.mark.parametrize(("form", "actor"), [("redovisning2023", "region"), ("redovisning2023", "rss")])
def test_the_derived_questions_of_2023_are_whole_and_in_order_and_said_to_be_derived(tmp_path: Path, form: str,
                                                                                     actor: str) -> None:
    session = new_county(tmp_path)
    put(session, "rapporttillfalle", "egen", title="Egen", form=form, actor=actor)
    expected = _told(asked_of(report_items(form), session.state.actor(actor)))
    built = build(session, f"redovisning-{actor}")
    assert _numbers(built, set(expected)) == expected
    assert "inget officiellt formulär" in page(built)
    assert "har inte hittats" in page(built)


@pytest.mark.parametrize(("deadline", "there", "away"), [
    ("2027-09-30", ["1.5.1"], ["1.5.2", "1.5.3", "1.5.4", "1.5.5", "3.3"]),
    ("2028-03-31", ["1.5.2", "1.5.3", "1.5.4", "1.5.5", "3.3"], ["1.5.1"]),
])
def test_the_question_on_continuity_is_split_between_the_two_days(tmp_path: Path, deadline: str, there: list[str],
                                                                  away: list[str]) -> None:
    session = new_county(tmp_path)
    put(session, "rapporttillfalle", "del", title="Del", form="region2021", actor="region", deadline=deadline)
    built = build(session, "redovisning-region")
    report = open_reports(session, "redovisning-region")[0]
    numbers = _numbers(built, {number_of(item) for item in report_items("region2021")})
    assert numbers == _told(report.items)
    assert set(there) <= set(numbers)
    assert not set(away) & set(numbers)
    for number in (one for one in away if one.startswith("1.5")):
        assert any(line.startswith(f"Delfråga {number} hör till redovisningen i")
                   for text in texts_of(built) for line in text.splitlines())


def test_with_no_day_given_the_split_question_says_when_each_part_is_answered(tmp_path: Path) -> None:
    text = page(build(new_county(tmp_path), "redovisning-region"))
    assert "Besvaras bara i redovisningen i september." in text
    assert "Besvaras bara i redovisningen i mars." in text


def test_the_rss_has_its_own_question_on_money_used_jointly(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    put(session, "medel", "m", title="Kommunernas medel", actor="rss", received="1 000", costs=["Samordnare: 400"])
    text = page(build(session, "redovisning-rss"))
    assert "5 Medel som har använts gemensamt i länet, till exempel med stöd av RSS" in text
    assert "mottaget 1\u00a0000\u00a0kr, använt 400\u00a0kr, kvar 600\u00a0kr" in text
    assert "Medel som har använts gemensamt" not in page(build(session, "redovisning-region"))


def test_the_links_to_the_plans_are_for_all_three_reports_and_hold() -> None:
    assert {item.partition(":")[0] for item in report_links()} == {"region2021", "rss2021", "redovisning2023"}


def test_every_document_has_the_formats_that_it_is_handed_on_in() -> None:
    for name in PRINTED:
        assert DOCUMENTS[name].formats == ("md", "docx", "pdf", "xlsx", "html", "json")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> PlanSession:
    return example_session(tmp_path_factory.mktemp("exempel") / "ex.nvplan")


@pytest.mark.parametrize("document", ["redovisning-region", "redovisning-rss"])
def test_every_insats_is_told_in_full_once_or_said_to_be_left_out(example: PlanSession, document: str) -> None:
    report = open_reports(example, document)[0]
    efforts = reported_efforts(report)
    homes = effort_homes(report, efforts)
    left = {one.id for one in unplaced(report)}
    assert {one.id for one in efforts} == set(homes) | left
    text = page(build(example, document))
    known = drafts(report)
    for one in efforts:
        lines = [line for line in text.splitlines() if line.startswith(f"{one.title} (") and "ansvarig" in line]
        assert len(lines) == 1, one.id
        if one.id in homes:
            assert one.area in known[homes[one.id]].item.areas or one.area in ("vfu", "karriar", "gemensam_plan")


def test_the_areas_outside_the_plans_have_their_questions(example: PlanSession) -> None:
    report = open_reports(example, "redovisning-region")[0]
    homes = effort_homes(report, reported_efforts(report))
    assert homes["bedomningsbil"] == "region2021:5.2.1"
    assert homes["st-plan"] == "region2021:3.2.1"
    rss = open_reports(example, "redovisning-rss")[0]
    assert effort_homes(rss, reported_efforts(rss))["vfu-platser"] == "rss2021:3.2.3"


def test_states_sort_the_insatser_and_what_is_missing_is_said(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    for state in ("planerad", "paborjad", "pagaende", "avslutad", "pausad", "avbruten"):
        put(session, "insats", state, title=f"Insats {state}", area="slutenvard", state=state, spread="pilot",
            actor="region", output="Något kom ut", equality="Når båda" if state == "avslutad" else "")
    put(session, "insats", "utan", title="Insats utan", area="slutenvard", actor="region")
    report = open_reports(session, "redovisning-region")[0]
    parts = {part.kind: " ".join(part.lines) for part in drafts(report)["region2021:1.2.3"].parts}
    found = {kind: [state for state in EFFORT_STATES if f"Insats {state} (" in line] for kind, line in parts.items()}
    assert {kind: states for kind, states in found.items() if states} == {
        "paborjat": ["paborjad", "pagaende"], "genomfort": ["avslutad"], "planerat": ["planerad"],
        "pausat": ["pausad"], "avbrutet": ["avbruten"]}
    assert "Insats utan (läge saknas, spridning saknas" in parts["planerat"]
    assert "Insats planerad" not in parts["resultat"]
    assert "Insats avslutad: Något kom ut." in parts["resultat"]
    assert parts["jamstalldhet"] == "Insats avslutad: Når båda"
    assert "inte besvarad" in page(build(session, "redovisning-region"))


def test_what_ended_before_the_period_is_not_told_again(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    put(session, "insats", "gammal", title="Gammal", area="slutenvard", state="avslutad", spread="pilot",
        actor="region", end="2026-12")
    put(session, "rapporttillfalle", "r", title="R", form="region2021", actor="region", period_start="2027-01-01",
        period_end="2027-12-31")
    assert "Gammal" not in page(build(session, "redovisning-region"))


def test_an_insats_without_a_question_stands_apart(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    put(session, "insats", "x", title="Utan hemvist", state="pagaende", spread="pilot", actor="region")
    built = build(session, "redovisning-region")
    heading = [block for block in built.blocks if isinstance(block, Heading)][-1]
    assert heading.text == "Insatser som ingen fråga tar upp"
    assert "Utan hemvist" in page(built)


@pytest.mark.parametrize("county", [county.code for county in counties() if county.code in ("09", "14", "07")])
def test_every_kind_of_county_gets_every_report(tmp_path: Path, county: str) -> None:
    session = new_county(tmp_path, county, rss=() if county != "14" else ("RSS Ett", "RSS Två"))
    for name in PRINTED:
        built = build(session, name)
        if name != "vfu":  # without answers it says so, in place of a table of nothing
            assert [block for block in built.blocks if isinstance(block, FormFields | Table | Ticks)], name
        assert built.meta or name in ("rekvisition", "ekonomi")  # a form to sign has its last day alone
    if county == "14":
        assert page(build(session, "redovisning-rss")).count("RSS Två") >= 1


def test_the_forms_name_their_receiver() -> None:
    assert report_form("ekonomi2023").receiver == "Kammarkollegiet"


@pytest.mark.parametrize(("document", "form", "actor"), [
    ("redovisning-region", "region2021", "region"), ("redovisning-rss", "rss2021", "rss")])
def test_a_question_about_another_years_event_says_so(tmp_path: Path, document: str, form: str, actor: str) -> None:
    session = new_county(tmp_path)
    body = session.state.actor(actor)
    told = "○ Inte besvarad. Frågan handlade om pandemin 2021."
    put(session, "rapporttillfalle", "r", title="R", form=form, actor=actor, period_start="2026-01-01",
        period_end="2026-12-31")
    assert page(handed_in(session, document, actor=body, occasion="r")).count(told) == 2
    put(session, "rapporttillfalle", "r", title="R", form=form, actor=actor, period_start="2021-01-01",
        period_end="2021-12-31")
    assert told not in page(handed_in(session, document, actor=body, occasion="r"))
