"""Tables for spreadsheets and dates for calendars: nothing runs, nothing is lost, same bytes twice."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal
from typing import Any

import icalendar
import pytest

from nvplan.files.write.characters import visible
from nvplan.files.write.registry import render
from nvplan.model.document import Cell, DateEvent, Document, Heading, Paragraph, Table, TableColumn
from nvplan.model.errors import InputError

from .sample_report import report
from .samples import HOSTILE, LONG_WORD, STRANGE, document, hostile


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("text", [*HOSTILE, *STRANGE, LONG_WORD, "\t=1", "\n=1", "'=1"])
def test_text_in_csv_is_text_and_comes_back(text: str) -> None:
    table = Table(caption="T", columns=(TableColumn(title="Åäö"),), rows=((Cell(text=text),),))
    cell = rows_of(render(document(Heading(level=1, text="K"), table), "csv"))[1][2]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert (
        cell.removeprefix("'") if cell.lstrip("'") != visible(text).lstrip("'") or cell != visible(text) else cell
    ) == visible(text)


def test_numbers_dates_and_ticks_are_data() -> None:
    columns = (
        TableColumn(title="Tal", kind="number"),
        TableColumn(title="Dag", kind="date"),
        TableColumn(title="Klart", kind="tick"),
    )
    rows = (
        (
            Cell(text="−1 234,50 kr", number=Decimal("-1234.50")),
            Cell(text="31 december 2027"),
            Cell(text="", ticked=True),
        ),
        (Cell(text="", missing=True), Cell(text="vår"), Cell(text="", ticked=False)),
    )
    found = rows_of(
        render(
            document(
                Heading(level=1, text="K"), Heading(level=2, text="U"), Table(caption="T", columns=columns, rows=rows)
            ),
            "csv",
        )
    )
    assert found[:3] == [
        ["Avsnitt", "Tabell", "Tal", "Dag", "Klart"],
        ["K › U", "T", "-1234,50", "2027-12-31", "ja"],
        ["K › U", "T", "inte besvarad", "vår", "nej"],
    ]
    assert found[3] == []
    assert ["Om dokumentet", "Län", "Kronobergs län"] in found


def test_csv_is_what_swedish_excel_opens() -> None:
    content = render(report(), "csv")
    assert content.startswith(b"\xef\xbb\xbfAvsnitt;Tabell;")
    assert content.replace(b"\r\n", b"").count(b"\r") == 0
    assert "EXEMPEL – påhittade svar".encode() in content
    assert render(hostile(), "csv") == render(hostile(), "csv")


def test_tables_with_the_same_columns_are_one_table() -> None:
    table = Table(caption="T", columns=(TableColumn(title="A"),), rows=((Cell(text="1"),),))
    found = rows_of(render(document(Heading(level=1, text="K"), table, Paragraph(text="mellan"), table), "csv"))
    assert [row[:2] for row in found[:4]] == [["Avsnitt", "Tabell"], ["K", "T"], ["K", "T"], []]


def events_of(content: bytes) -> list[Any]:
    return [part for part in icalendar.Calendar.from_ical(content).walk() if part.name == "VEVENT"]


def test_dates_are_whole_days_with_a_name_that_stays() -> None:
    content = render(report(), "ics")
    event = events_of(content)[0]
    assert event["dtstart"].dt == dt.date(2027, 3, 1)
    assert event["dtend"].dt == dt.date(2027, 3, 2)
    assert b"DTSTART;VALUE=DATE:20270301\r\n" in content
    assert b"DTSTAMP:20261123T140405Z\r\n" in content
    assert event["uid"].startswith("OK-2027-01-")
    assert event["summary"] == "EXEMPEL: Redovisa medel; region, kommuner"
    assert "Kravuppsättning" not in str(event.get("description", "")), "what the document is stands once"
    assert "Kravuppsättning" in content.decode("utf-8").replace("\r\n ", "").partition("BEGIN:VEVENT")[0]
    assert render(report(), "ics") == content


def test_another_county_has_other_names() -> None:
    fields = report().model_dump()
    fields["meta"][0]["value"] = "Jönköpings län"
    other = Document.model_validate(fields)
    assert events_of(render(other, "ics"))[0]["uid"] != events_of(render(report(), "ics"))[0]["uid"]


def test_hostile_text_stays_text_in_a_calendar() -> None:
    content = render(hostile(), "ics")
    events = events_of(content)
    wanted = [*HOSTILE, *STRANGE, LONG_WORD]
    assert len(events) == len(wanted)
    for event, text in zip(events, wanted, strict=True):
        assert event["description"].startswith(visible(text).strip())
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_line_breaks_cannot_add_properties() -> None:
    event = DateEvent(key="k\r\nATTACH:x", day="2027-03", title="a\r\nATTACH:y", description="b\r\nATTACH:z")
    assert b"\nATTACH" not in render(document(events=(event,)), "ics")


def test_a_document_without_dates_is_no_calendar() -> None:
    with pytest.raises(InputError, match="inga datum"):
        render(document(), "ics")
