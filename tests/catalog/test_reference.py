"""Examples, glossary, links, code lists and dates: sourced, told apart, never offered as the county's own answer."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import get_args

import pytest

from nvplan.catalog.counties import counties
from nvplan.catalog.location import data_folder
from nvplan.catalog.reference import (
    code_lists,
    codes,
    examples,
    examples_in,
    links,
    reference_faults,
    terms,
    year_dates,
)
from nvplan.model.errors import CatalogError, UnknownNameError
from nvplan.model.objects import EFFORT_SPREADS, EFFORT_STATES, DecisionOutcome, Effort, Judgement, WorkStatus
from nvplan.model.reference import EXAMPLE_KINDS
from nvplan.model.reporting import Origin
from nvplan.model.requirement import MODALITIES, PLANS, Addressee
from nvplan.services.reading.report_days import pattern_rows
from nvplan.texts import reference as reference_texts

SLIDES = "001"


def ids(list_id: str) -> tuple[str, ...]:
    return tuple(code.id for code in codes(list_id).codes)


def test_everything_holds() -> None:
    assert reference_faults() == []


def test_all_the_sources_examples_are_there_and_every_county_has_some() -> None:
    assert len(examples()) == 237
    assert {code for example in examples() for code in example.county_codes} == {county.code for county in counties()}
    without = [example.id for example in examples() if not example.county_codes]
    assert without == ["E000-018", *(f"E001-00{number}" for number in range(1, 7)), "E004-009"]


def test_examples_are_told_apart_by_kind() -> None:
    assert {example.kind for example in examples()} == set(EXAMPLE_KINDS)
    by_id = {example.id: example for example in examples()}
    assert by_id["E003-081"].kind == "infort"
    assert by_id["E003-147"].kind == "paborjat", "a pilot is not introduced"
    assert by_id["E003-010"].kind == "planerat", "a decision to draw something up is not introduced"
    assert by_id["E003-062"].kind == "lage", "the source cannot say whether the posts exist"
    assert by_id["E003-043"].kind == "hinder"
    assert {example.kind for example in examples() if example.source.document == SLIDES} == {"arbetssatt"}
    assert all(example.county_codes == () for example in examples() if example.kind == "arbetssatt")


def test_an_example_always_has_a_year_or_says_that_the_source_gives_none() -> None:
    for example in examples():
        told = reference_texts.example_year(example.year, example.reported)
        assert str(example.year or example.reported) in told
        assert ("saknas" in told) == (example.year is None)
    assert sum(example.year is not None for example in examples()) > 80
    reported = {(example.source.document, example.reported) for example in examples()}
    assert reported == {("000", 2023), ("001", 2023), ("003", 2021), ("004", 2025)}


@pytest.mark.parametrize(("identity", "county", "year", "figures"), [
    ("E003-036", "12", 2021, ("73 procent", "invånarna")),
    ("E003-037", "01", 2021, ("60 procent", "listade")),
    ("E003-038", "19", None, ("78,5 procent", "listade")),
    ("E003-039", "05", 2021, ("54 procent", "listade")),
    ("E003-041", "17", 2021, ("52 procent", "svarande")),
    ("E003-040", "10", None, ("6 procent", "10,1 procent")),
])
def test_a_share_of_named_doctors_keeps_its_denominator(identity: str, county: str, year: int | None,
                                                         figures: tuple[str, str]) -> None:
    example = next(example for example in examples() if example.id == identity)
    assert example.county_codes == (county,)
    assert example.year == year
    assert all(figure in example.text for figure in figures)


def test_examples_are_found_by_area_and_county() -> None:
    staff = examples_in("medarbetare")
    assert {example.area for example in staff} <= {"medarbetare", "kompetens", "arbetsplats", "utbildning", "vfu",
                                                   "vidareutbildning", "karriar"}
    assert len(staff) > len(examples_in("utbildning")) > 20
    kronoberg = examples_in("medarbetare", "07")
    assert kronoberg
    assert all("07" in example.county_codes for example in kronoberg)
    assert all(example.county_codes for example in examples_in("ambulans"))


def test_the_glossary_holds_every_term_and_says_which_ones_the_source_leaves_undefined() -> None:
    sourced = [term for term in terms() if term.basis != "nvplan"]
    assert [term.id for term in sourced] == [f"C-{number:03d}" for number in range(1, 139)]
    for term in sourced:
        assert term.definition, term.id
        assert term.source is not None
        if term.basis == "sammanhang":
            assert "defini" in term.note or "förklarar den inte" in term.note, term.id
    undefined = {term.term for term in sourced if term.basis == "sammanhang"}
    assert {"kontinuitet", "brytpunktssamtal", "trygg hemgång"} <= undefined
    assert "fast vårdkontakt" not in undefined


def test_the_programs_own_words_tie_swedish_to_the_names_in_the_code() -> None:
    english = {term.term: term.english for term in terms() if term.basis == "nvplan"}
    assert english["insats"] == "effort"
    assert english["kravbedömning"] == "assessment"
    assert english["krav"] == "requirement"
    assert all(english.values())
    assert all(term.source is None for term in terms() if term.basis == "nvplan")


def test_a_term_stands_once() -> None:
    names = [term.term.lower() for term in terms()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("list_id", "expected"), [
    ("genomforandestatus", EFFORT_STATES),
    ("spridning", EFFORT_SPREADS),
    ("regi", ("egen", "privat", "bada")),
    ("samverkansniva", ("ledning", "verksamhet", "bada")),
    ("arbetsstatus", get_args(WorkStatus)),
    ("bedomning", get_args(Judgement)),
    ("underlagsstatus", ("saknas", "utkast", "granskat", "godkant", "utgaget")),
    ("beslutsutfall", get_args(DecisionOutcome)),
    ("hinderniva", ("mikro", "meso", "makro")),
    ("uppkomst", ("aktivt_val", "tilldelad_efter_erbjudande", "tilldelad", "okant")),
    ("modalitet", MODALITIES),
    ("adressat", get_args(Addressee)),
    ("plan", PLANS),
    ("exempeltyp", EXAMPLE_KINDS),
    ("formularstatus", get_args(Origin)),
])
def test_a_code_list_has_the_codes_that_the_model_knows(list_id: str, expected: tuple[str, ...]) -> None:
    assert ids(list_id) == expected
    assert all(code.label for code in codes(list_id).codes)


def test_effort_levels_and_providers_have_words() -> None:
    fields = {"level": "samverkansniva", "provider": "regi"}
    for field, list_id in fields.items():
        annotation = get_args(Effort.model_fields[field].annotation)
        assert set(get_args(annotation[0])) == set(ids(list_id))


def test_the_four_phases_stand_in_number_order() -> None:
    assert [code.label for code in codes("fas").codes] == [
        "1. Varför och riktning", "2. Göra, lära och bredda", "3. Befästa det nya", "4. Ständigt förbättra"]
    lines = [code.source.lines[0] for code in codes("fas").codes if code.source]
    assert lines == [66, 61, 75, 70], "the slide's text lists them in another order"


def test_the_four_shifts_of_focus_have_their_points_below_them() -> None:
    shifts = codes("fokusforflyttning")
    top = [code.id for code in shifts.codes if not code.parent]
    assert top == ["person_relation", "medskapare", "proaktiv", "samordning"]
    assert [len(shifts.with_children(code)) - 1 for code in top] == [3, 1, 3, 3]


def test_areas_cover_the_agreement_and_denominators_what_regions_counted_by() -> None:
    agreement = {"samverkan", "halsoframjande", "slutenvard", "resurs", "privata", "tillganglighet", "landsbygd",
                 "kontinuitet", "patientkontrakt", "medarbetare", "ehalsa", "ambulans", "redovisning", "ekonomi"}
    assert agreement <= set(ids("omrade"))
    assert {"befolkning", "listade", "svarande"} <= set(ids("namnare"))


def test_an_unknown_code_keeps_its_id_and_an_unknown_list_is_told() -> None:
    assert codes("spridning").label("breddinford") == "Breddinförd"
    assert codes("spridning").label("okand_kod") == "okand_kod"
    with pytest.raises(UnknownNameError, match="spridning"):
        codes("spridningar")


def test_links_are_whole_addresses_that_stand_once() -> None:
    addresses = [link.address for link in links()]
    assert len(addresses) == len(set(addresses)) >= 30
    assert all(address.startswith("https://") and " " not in address for address in addresses)
    assert all(link.purpose for link in links())
    outside = [link for link in links() if not link.source.lines]
    assert all(link.source.reference == link.address for link in outside)


def test_the_dates_of_2023_are_a_pattern_that_is_moved_with_the_year() -> None:
    own = {date.id: date for date in year_dates() if date.year == 2023 and date.actors}
    assert {date.date for date in own.values()} == {"2023-03-31", "2023-12-01", "2024-03-31"}
    requisition = own["D2023-06"]
    assert (requisition.receiver, requisition.moved_to(2027)) == ("Kammarkollegiet", "2027-12-01")
    assert own["D2023-07"].moved_to(2027) == "2028-03-31", "the report of a year falls in the next"
    month = next(date for date in year_dates() if date.id == "D2023-03")
    assert month.moved_to(2027) == "2027-04", "no day is made up where the source gives a month"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for name in ("kodlistor.jsonl", "exempel.jsonl", "begrepp.jsonl", "lankar.jsonl", "datum.jsonl"):
        shutil.copy(data_folder() / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(("name", "old", "new", "told"), [
    ("exempel.jsonl", '"county_codes":["06"]', '"county_codes":["02"]', "länskoden ”02”"),
    ("exempel.jsonl", '"area":"gemensam_plan"', '"area":"plan"', "”plan”"),
    ("exempel.jsonl", '"id":"E000-002"', '"id":"E000-001"', "finns redan"),
    ("exempel.jsonl", '"kind":"paborjat"', '"kind":"påbörjat"', "paborjat"),
    ("begrepp.jsonl", '"note":"Källan använde', '"notes":"Källan använde', "notes"),
    ("begrepp.jsonl", '"basis":"nvplan"', '"basis":"kalla"', "source"),
    ("lankar.jsonl", '"county_codes":["05","03"]', '"county_codes":["5","03"]', "länskoden ”5”"),
    ("datum.jsonl", '"date":"2023-12-01"', '"date":"2023-13-01"', "2023-13-01"),
    ("kodlistor.jsonl", '"list":"spridning","id":"pilot"', '"list":"spridning","id":"projekt"', "koden ”projekt”"),
    ("kodlistor.jsonl", '"parent":"medskapare"', '"parent":"medskap"', "”medskap”"),
    ("kodlistor.jsonl", '"list":"kodlista","id":"regi"', '"list":"kodlista","id":"regin"', "”regin”"),
])
def test_a_fault_is_told_with_file_and_row(copied: Path, name: str, old: str, new: str, told: str) -> None:
    path = copied / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    row = text[: text.index(old)].count("\n") + 1
    faults = reference_faults(copied)
    assert any(f"data/{name}, rad {row}:" in fault and told in fault for fault in faults), faults


def test_a_faulty_file_is_never_half_loaded(copied: Path) -> None:
    path = copied / "exempel.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace('["25"]', '["26"]'), encoding="utf-8")
    with pytest.raises(CatalogError, match="länskoden ”26”"):
        examples(copied)


def test_lists_are_named_before_they_are_used() -> None:
    assert all(code_list.title and code_list.codes for code_list in code_lists().values())


def test_the_reforms_proposed_day_and_laws_are_told_as_proposed_and_move_no_report() -> None:
    told = {row.id: row for row in year_dates()}
    assert told["D2026-01"].date == "2026-07-01"
    assert all(law in told["D2026-01"].what for law in ("hälso- och sjukvårdslagen", "patientlagen", "tandvårdslagen"))
    assert "föreslås" in told["D2026-01"].what
    assert "inte verifierat" in told["D2026-01"].note
    assert {row.year for row in pattern_rows()} == {2023}, "a day to know of is no pattern for the days of reports"


def test_the_rss_hand_in_their_own_form_in_2021() -> None:
    own = {row.form: row.actors for row in year_dates() if row.year == 2021 and row.actors}
    assert own == {"region2021": ("region",), "rss2021": ("rss",)}
