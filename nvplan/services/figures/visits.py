"""Reads a row of a file into a visit, or says why it is none. What names a patient is turned into a salted number."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nvplan.model.collation import fold
from nvplan.model.errors import InputError
from nvplan.model.personal_numbers import has_personal_number
from nvplan.services.figures.visit_days import (
    MONTH_FIRST,
    NO_TIME,
    Read,
    is_sure_day_first,
    read_day,
    read_time,
)
from nvplan.texts import continuity_index as index_texts

#: Why a row is no visit, beside the reasons of `visit_days`.
PATIENT_MISSING, PROVIDER_MISSING, IN_FUTURE = "patient_missing", "provider_missing", "date_future"
CELLS_MISSING, CELLS_TOO_MANY = "cells_missing", "cells_too_many"
#: What is remembered of the cells read so far, so that a repeated one costs nothing; emptied when it is full.
_MOST_REMEMBERED = 20_000
#: More units, professions or types than this are no such thing: another column was taken for theirs.
MOST_NAMES = 5_000
_FEWEST_DIGITS = 10
#: Patient, provider and day, without which a row is no visit.
_NEEDED = 3


class Visit(NamedTuple):
    """A visit without anybody's name; `unit`, `listed`, `profession` and `type` are numbers in `Names`, 0 is none."""

    patient: int
    provider: int
    named: int
    """The named doctor, 0 where there is none."""
    day: int
    minute: int
    unit: int
    listed: int
    profession: int
    type: int


class Names:
    """Names of units or the like, by number from 1; written in different cases they are the same."""

    def __init__(self, field: str) -> None:
        self._field = field
        self._shown = [""]
        self._known: dict[str, int] = {"": 0}
        self._written: dict[str, int] = {"": 0}

    def number(self, written: str) -> int:
        """Return the name's number; a new name gets the next.

        Raises:
            InputError: there are more names than there can be units.
        """
        found = self._written.get(written)
        if found is None:
            found = self._known.setdefault(fold(" ".join(written.split())), len(self._shown))
            if found == len(self._shown):
                self._shown.append(" ".join(written.split()))
            if found > MOST_NAMES:
                raise InputError(index_texts.too_many_names(self._field, MOST_NAMES))
            if len(self._written) >= _MOST_REMEMBERED:
                self._written.clear()
            self._written[written] = found
        return found

    def find(self, name: str) -> int | None:
        """Return the number of a name that a person gave, None where the file has it not."""
        return self._known.get(fold(" ".join(name.split())))

    def written(self) -> dict[str, int]:
        """Return the number of each name as it was written: of those written lately, where there are very many."""
        return dict(self._written)

    def in_order(self) -> tuple[list[str], list[int]]:
        """Return the names as they were first written, in order, and each number's place among them."""
        numbers = sorted(range(len(self._shown)), key=lambda number: fold(self._shown[number]))
        places = [0] * len(numbers)
        for place, number in enumerate(numbers):
            places[number] = place
        return [self._shown[number] for number in numbers], places


class VisitReader:
    """Reads the rows of one file."""

    def __init__(self, columns: Mapping[str, int], width: int, today: int) -> None:
        """`columns` has the place of each field; `width` is how many cells a row has; `today` is a day's number."""
        self.columns, self._width, self._today = columns, width, today
        salt = secrets.token_bytes(32)
        self._of_patients, self._of_providers = (
            hashlib.blake2b(kind, digest_size=8, key=salt) for kind in (b"p", b"v"))
        self._days: dict[str, Read | str] = {}
        self._patients: dict[str, int] = {}
        self._providers: dict[str, int] = {}
        self.units, self.professions, self.types = Names("enhet"), Names("yrke"), Names("typ")
        self.unread_times = 0
        """How many times could not be read; the visits count all the same."""
        self.day_first = self.month_first = 0
        """How many dates can only have the day first, and the month first."""
        self._place = {field: columns.get(field, -1) for field in index_texts.FIELDS}
        self._needed = self._place["patient"], self._place["vardgivare"], self._place["datum"]
        self._more = len(columns) > _NEEDED

    def read(self, number: int, cells: Sequence[str]) -> Visit | str:
        """Return the visit of a row, or why it is none.

        Raises:
            InputError: what stands for the patient is a personnummer.
        """
        if len(cells) != self._width:
            if len(cells) < self._width:
                return CELLS_MISSING
            if any(cell.strip() for cell in cells[self._width:]):
                return CELLS_TOO_MANY
        at_patient, at_provider, at_day = self._needed
        patient = cells[at_patient].strip()
        patient_id = self._patients.get(patient) or self._patient(patient, number)
        if not patient_id:
            return PATIENT_MISSING
        provider = cells[at_provider].strip()
        provider_id = self._providers.get(provider) or self._provider(provider)
        if not provider_id:
            return PROVIDER_MISSING
        written = cells[at_day]
        day = self._days.get(written) or self._day(written)
        if isinstance(day, str):
            return day
        if not self._more:
            return Visit(patient_id, provider_id, 0, day[0], day[1], 0, 0, 0, 0)
        named = self._cell(cells, "fast").strip()
        return Visit(patient_id, provider_id, self._providers.get(named) or self._provider(named), day[0],
                     self._minute(cells, day[1]),
                     self.units.number(self._cell(cells, "enhet")), self.units.number(self._cell(cells, "listad")),
                     self.professions.number(self._cell(cells, "yrke")), self.types.number(self._cell(cells, "typ")))

    def _cell(self, cells: Sequence[str], field: str) -> str:
        place = self._place[field]
        return cells[place].strip() if place >= 0 else ""

    def _patient(self, text: str, number: int) -> int:
        if (len(text) >= _FEWEST_DIGITS and sum(map(str.isdigit, text)) >= _FEWEST_DIGITS
                and has_personal_number(text)):
            raise InputError(index_texts.PERSONAL_NUMBER.format(row=number))
        return self._number(text, self._patients, self._of_patients)

    def _provider(self, text: str) -> int:
        return self._number(text, self._providers, self._of_providers)

    def _number(self, text: str, known: dict[str, int], salted: hashlib.blake2b) -> int:
        """Return what stands for a name in this run alone, so that nobody can work out the name; 0 for none."""
        if not text:
            return 0
        digest = salted.copy()
        digest.update(text.encode("utf-8", "surrogatepass"))
        if len(known) >= _MOST_REMEMBERED:
            known.clear()
        found = known[text] = int.from_bytes(digest.digest(), "little") or 1
        return found

    def _day(self, text: str) -> Read | str:
        found = read_day(text)
        if not isinstance(found, str) and found[0] > self._today:
            found = IN_FUTURE
        if len(self._days) >= _MOST_REMEMBERED:
            self._days.clear()
        self._days[text] = found
        self.month_first += found == MONTH_FIRST
        self.day_first += is_sure_day_first(text)
        return found

    def _minute(self, cells: Sequence[str], with_day: int) -> int:
        place = self._place["tid"]
        if place < 0:
            return with_day
        found = read_time(cells[place])
        if found is None:
            self.unread_times += 1
            return NO_TIME
        return found if found != NO_TIME else with_day
