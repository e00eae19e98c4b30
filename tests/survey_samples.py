"""Made-up answers to surveys, in the shapes that form services hand them out in."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

#: What each person gave, on two of the meeting's dimensions and in a text.
SCORES = ((4, 1), (4, 2), (5, 2), (3, 0), (4, 3), (2, 4))
TEXTS = ("Läkarlinjen svarar\npå kvällen", "Vi saknar rehab; den är full", "", "=2+2 är inte alltid fyra",
         "Läkarlinjen svarar på kvällen", "-")
PLACES = ("Regionen", "Kommunerna", "Kommunerna", "Kommunerna", "Kommunerna", "Kommunerna")
PERSON, JOINED = "Fokus på person och relation", "Samordnat runt personen"
NAMES = ("Anna Berg", "Bo Ek", "Cilla Falk", "David Gran", "Eva Holm", "Finn Ivar")


def mail(name: str) -> str:
    return f"{name.lower().replace(' ', '.')}@exempel.se"


def workbook(rows: Sequence[Sequence[Any]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for values in rows:
        sheet.append(list(values))
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("="):
                cell.data_type = "s"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def microsoft_forms() -> bytes:
    """Microsoft Forms in Swedish: id, start, end, mail and name, then the questions; breaks that do not break."""
    header = ["ID", "Starttid", "Slutförandetid", "E-post", "Namn", "Varifrån kommer\xa0ni?",
              f"Hur långt har ni kommit?.{PERSON}", f"Hur långt har ni kommit?.{JOINED}",
              "Vad fungerar\nbra i dag?\xa0", "Vilka tider passar?", "Kommentar", "Kommentar2"]
    rows = [[number, dt.datetime(2026, 11, 20, 8, number), dt.datetime(2026, 11, 20, 8, number + 5), mail(name), name,
             place, one, f"{other} - på väg", text, "kväll;helg;" if number % 2 else "kväll;", "", ""]
            for number, (name, place, (one, other), text) in enumerate(
                zip(NAMES, PLACES, SCORES, TEXTS, strict=True), 1)]
    return workbook([header, *rows])


def _text(rows: Sequence[Sequence[object]], between: str, ends: str, *, quoted: bool = False, after: str = "") -> str:
    def cell(value: object) -> str:
        text = str(value)
        return '"' + text.replace('"', '""') + '"' if quoted or any(one in text for one in f'{between}"\n') else text

    return ends.join(between.join(cell(value) for value in row) + after for row in rows) + ends


def german_forms() -> bytes:
    """Microsoft Forms in German, saved as text by a spreadsheet program: `;` between and after, days in German."""
    header = ["ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name", PERSON, JOINED, "Vad fungerar bra i dag?"]
    rows = [[number, f"20.11.2026 08:{number:02}:00", f"20.11.2026 09:{number:02}:00", "anonymous", "", one, other,
             text.replace("\n", " ")] for number, ((one, other), text) in enumerate(zip(SCORES, TEXTS, strict=True), 1)]
    return _text([header, *rows], ";", "\r\n", after=";").encode("cp1252")


def english_forms() -> bytes:
    """Microsoft Forms in English: commas, and days as m/d/yy. The first person answers twice, the second time last."""
    header = ["ID", "Start time", "Completion time", "Email", "Name", "Last modified time", PERSON, JOINED]
    rows = [[number, f"11/{number}/26 8:00:0{number}", f"11/{number}/26 8:10:00", mail(name), name, "", one, other]
            for number, (name, (one, other)) in enumerate(zip(NAMES, SCORES, strict=True), 1)]
    again = [7, "12/1/26 8:00:00", "12/1/26 8:10:00", mail(NAMES[0]), NAMES[0], "", 0, 0]
    return _text([header, again, *rows], ",", "\r\n").encode()


def google_forms() -> bytes:
    """Google Forms: a timestamp first, `;` between what is chosen, statements in brackets."""
    header = ["Tidstämpel", f"Hur långt? [{PERSON}]", f"Hur långt? [{JOINED}]", "Vilka tider passar?",
              "Vad fungerar bra i dag?"]
    rows = [[f"2026/11/20 {number}:12:00 PM CET", one, other, "kväll;helg" if number % 2 else "kväll", text]
            for number, ((one, other), text) in enumerate(zip(SCORES, TEXTS, strict=True), 1)]
    return _text([header, *rows], ",", "\n", quoted=True).encode()


def limesurvey() -> bytes:
    """LimeSurvey: a mark first, `;`, everything quoted, CRLF, and a line too many at the end."""
    header = ["Response ID", "Date submitted", "Last page", "Start language", "Seed", f"Hur långt? [{PERSON}]",
              f"Hur långt? [{JOINED}]", "Vad fungerar bra i dag?"]
    rows = [[number, f"2026-11-20 08:{number:02}:00", 3, "sv", 1000000000 + number * 7, one, other, text]
            for number, ((one, other), text) in enumerate(zip(SCORES, TEXTS, strict=True), 1)]
    return b"\xef\xbb\xbf" + _text([header, *rows], ";", "\r\n", quoted=True).encode() + b"\r\n"


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def rows_of(*rows: Sequence[object], between: str = ";") -> bytes:
    return _text(rows, between, "\n").encode()
