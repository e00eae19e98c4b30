"""The report structures as a county meets them: what is asked, in which order, by when, and what is official."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvplan.catalog.location import data_folder
from nvplan.catalog.reference import code_lists, year_dates
from nvplan.catalog.reporting import report_form, report_forms, report_items, reporting_faults
from nvplan.model.errors import CatalogError, UnknownNameError
from nvplan.model.reporting import ReportItem, children, due_on

SEPTEMBER, MARCH = "2021-09-30", "2022-03-31"
FORMS = ("region2021", "rss2021", "redovisning2023", "vfu2023", "rekvisition2023", "ekonomi2023", "handlingsplan",
         "gemensam_plan")


def sections(form: str) -> list[str]:
    return [item.text for item in children(report_items(form)) if item.type == "avsnitt"]


def item(form: str, number: str) -> ReportItem:
    return next(row for row in report_items(form) if row.id == f"{form}:{number}")


def numbers(rows: tuple[ReportItem, ...]) -> list[str]:
    return [row.id.split(":")[1] for row in rows]


def test_every_form_is_there_and_holds() -> None:
    assert tuple(report_forms()) == FORMS
    assert reporting_faults() == []


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_an_ordered_tree(form: str) -> None:
    rows = report_items(form)
    assert [row.order for row in rows] == sorted({row.order for row in rows})
    seen: dict[str, int] = {"": 0}
    for row in rows:
        assert row.parent in seen, "what a row belongs to stands before it"
        assert row.level == seen[row.parent] + 1
        seen[row.id] = row.level


def test_region_2021_has_its_six_sections_in_order() -> None:
    assert sections("region2021") == [
        "Utveckling av den nära vården med primärvården som nav",
        "Målbild och process för omställningen till en nära vård",
        "Goda förutsättningar för vårdens medarbetare", "Insatser inom Vision e-hälsa 2025",
        "Förstärkning av ambulanssjukvården", "Så påverkade covid-19 omställningen"]
    first = [row.id for row in children(report_items("region2021"), "region2021:1")]
    assert first == [f"region2021:1.{number}" for number in range(1, 8)]
    areas = [area.text for area in children(report_items("region2021"), "region2021:1.2")]
    assert len(areas) == 5
    assert areas[0].startswith("Samverkan")
    assert areas[-1].startswith("Privata")


def test_the_continuity_question_is_split_between_september_and_march() -> None:
    parts = children(report_items("region2021"), "region2021:1.5")
    assert [part.due for part in parts] == [(SEPTEMBER,), (MARCH,), (MARCH,), (MARCH,), (MARCH,)]
    assert "lägesbild" in parts[0].text
    assert [word for word in ("handlingsplaner", "rutiner", "information", "ändra")
            if any(word in part.text for part in parts[1:])] == ["handlingsplaner", "rutiner", "information", "ändra"]


def test_what_the_region_answers_in_september_and_in_march() -> None:
    rows = report_items("region2021")
    september, march = numbers(due_on(rows, SEPTEMBER)), numbers(due_on(rows, MARCH))
    assert "1.5.1" in september
    assert not {"1.5.2", "1.5.5", "3.3"} & set(september)
    assert {"1.5.2", "1.5.3", "1.5.4", "1.5.5", "3.3"} <= set(march)
    assert "1.5.1" not in march
    assert "0.4" in september, "the day itself is told"
    assert "0.4" not in march
    assert {"1", "2.2", "2.2.3"} <= set(september) & set(march), "headings and columns follow their questions"
    only_march = {row.id for row in rows if row.due == (MARCH,) and row.is_answered}
    assert only_march == {f"region2021:{number}" for number in ("1.5.2", "1.5.3", "1.5.4", "1.5.5", "3.3")}


def test_rss_2021_leaves_out_what_only_regions_answer_and_asks_about_money_used_jointly() -> None:
    assert sections("rss2021") == [
        "Utveckling av den nära vården med primärvården som nav", "Målbild och process för en nära vård",
        "Goda förutsättningar för vårdens medarbetare", "Så påverkade covid-19 omställningen",
        "Medel som har använts gemensamt i länet, till exempel med stöd av RSS"]
    areas = {area for row in report_items("rss2021") if row.id != "rss2021:1.1" for area in row.areas}
    assert not areas & {"kontinuitet", "patientkontrakt", "ehalsa", "ambulans"}
    joint = children(report_items("rss2021"), "rss2021:5")
    assert [bool(row.conditional) for row in joint] == [True, True]
    assert all(row.due == (SEPTEMBER, MARCH) for row in report_items("rss2021") if row.is_answered)


@pytest.mark.parametrize("form", ["region2021", "rss2021"])
def test_the_target_picture_is_a_table_of_four_columns(form: str) -> None:
    columns = children(report_items(form), f"{form}:2.2")
    assert [column.type for column in columns] == ["kolumn"] * 4
    assert columns[0].text == ("Region" if form == "region2021" else "Län")
    assert "kraft" in columns[-1].text


def test_reporting_of_2023_follows_the_agreement_and_says_that_the_question_set_is_missing() -> None:
    form = report_form("redovisning2023")
    assert not form.is_official
    assert not form.is_derived
    assert "inte hittats" in form.note
    asked = [row for row in report_items("redovisning2023") if row.is_answered]
    assert all(row.due == ("2024-03-31",) for row in asked)
    assert numbers(tuple(asked)) == ["1.1", "1.2", "1.3", "2.1", "2.2", "3.1", "3.2", "3.3", "3.4", "3.5"]
    assert [row.id for row in asked if row.actors == ("region",)] == ["redovisning2023:3.4", "redovisning2023:3.5"]
    assert item("redovisning2023", "3.5").conditional


def test_vfu_asks_weeks_and_places_of_two_terms_per_kommun() -> None:
    columns = [column.text for column in children(report_items("vfu2023"), "vfu2023:1")]
    assert columns[0] == "Region eller kommun"
    assert [(("veckor" in text) or "platser" in text, "2022" in text, "2023" in text) for text in columns[1:]] == [
        (True, True, False), (True, True, False), (True, False, True), (True, False, True)]
    assert report_form("vfu2023").dates[0].date == "2023-03-31"


def test_the_requisition_has_four_parts_and_the_account_five() -> None:
    assert [text.split(".")[0] for text in sections("rekvisition2023")] == ["1", "2", "3", "4"]
    assert [text.split(".")[0] for text in sections("ekonomi2023")] == ["1", "2", "3", "4", "5"]
    for form in ("rekvisition2023", "ekonomi2023"):
        assert len(children(report_items(form), f"{form}:1")) == 7
        numbers_of = [row.text for row in children(report_items(form), f"{form}:2") if "diarienummer" in row.text]
        assert len(numbers_of) == 2
        assert any(row.type == "intygande" for row in report_items(form))
        assert any(row.value == "underskrift" for row in report_items(form))


def test_the_account_holds_both_alternatives_and_works_out_the_sums() -> None:
    choices = [row for row in report_items("ekonomi2023") if row.type == "val"]
    assert [row.text.split(":")[0] for row in choices] == ["Alt 1", "Alt 2"]
    assert [" inte " in row.text for row in choices] == [False, True]
    assert item("ekonomi2023", "4.3").conditional == "Om alternativ 2 gäller"
    computed = [(row.computed, row.is_answered) for row in report_items("ekonomi2023") if row.computed]
    assert computed == [("summa_kostnader", False), ("oforbrukade_medel", False)]


def test_personal_fields_are_marked_in_the_money_forms_and_nowhere_else() -> None:
    personal = {row.form for form in FORMS for row in report_items(form) if row.personal}
    assert personal == {"rekvisition2023", "ekonomi2023"}
    for number in ("1.3", "1.5", "1.7", "4.4", "4.6", "4.7", "5.3"):
        assert item("ekonomi2023", number).personal, number
    assert not item("ekonomi2023", "1.1").personal


def test_an_outline_is_never_official() -> None:
    for form in report_forms().values():
        outline = form.id in ("handlingsplan", "gemensam_plan")
        assert form.is_derived == outline
        assert form.is_official == (form.id in ("region2021", "rss2021", "rekvisition2023", "ekonomi2023"))
        assert bool(form.receiver) != outline
        assert all(row.derived == outline for row in report_items(form.id))


def test_every_item_says_where_it_is_written() -> None:
    for form in FORMS:
        for row in report_items(form):
            first, last = row.source.lines
            assert row.source.heading, row.id
            assert 0 < first <= last, row.id


def test_insatser_come_from_areas_that_exist() -> None:
    known = {code.id for code in code_lists()["omrade"].codes}
    used = {area for form in FORMS for row in report_items(form) for area in row.areas}
    assert used <= known
    assert {"samverkan", "slutenvard", "kontinuitet", "patientkontrakt", "ehalsa", "ambulans"} <= used


def test_the_days_of_the_forms_and_of_the_year_agree() -> None:
    for date in year_dates():
        if date.form and date.actors:
            assert date.date in {due.date for due in report_form(date.form).dates}, date.id


def test_an_unknown_form_is_told_with_those_that_exist() -> None:
    with pytest.raises(UnknownNameError, match="rekvisition2023"):
        report_items("../lan")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(data_folder() / "redovisning", tmp_path / "redovisning")
    for name in ("datum.jsonl", "kodlistor.jsonl"):
        shutil.copy(data_folder() / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(("old", "new", "told"), [
    ('"parent":"vfu2023:1"', '"parent":"vfu2023:9"', "vfu2023:9"),
    ('"order":6', '"order":2', "stiga"),
    ('"level":2', '"level":3', "nivån"),
    ('"due":["2023-03-31"]', '"due":["2023-04-31"]', "2023-04-31"),
    ('"areas":["vfu"]', '"areas":["vfo"]', "vfo"),
    ('"form":"vfu2023"', '"form":"vfu2024"', "vfu2024"),
    ('"id":"vfu2023:1.2"', '"id":"vfu2023:1.1"', "finns redan"),
    ('"value":"tal"', '"value":"siffra"', "kronor"),
])
def test_a_fault_names_file_and_row_and_stops_the_form(copied: Path, old: str, new: str, told: str) -> None:
    path = copied / "redovisning" / "vfu2023.jsonl"
    text = path.read_text(encoding="utf-8")
    assert old in text
    row = text[: text.index(old)].count("\n") + 1
    path.write_text("\n" + text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        report_items("vfu2023", copied)
    assert "data/redovisning/vfu2023.jsonl" in str(caught.value)
    assert told in str(caught.value)
    assert f"rad {row + 1}:" in str(caught.value)
    assert str(caught.value) in reporting_faults(copied)


def test_an_official_form_with_a_derived_row_is_refused(copied: Path) -> None:
    path = copied / "redovisning" / "gemensam_plan.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace(',"derived":true', "", 1), encoding="utf-8")
    assert any("gemensam_plan.jsonl, rad 1" in fault and "derived" in fault for fault in reporting_faults(copied))


def test_a_date_of_an_unknown_form_is_told(copied: Path) -> None:
    path = copied / "datum.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace('"form":"vfu2023"', '"form":"vfu"'), encoding="utf-8")
    assert any("data/datum.jsonl, rad 2" in fault and "”vfu”" in fault for fault in reporting_faults(copied))
