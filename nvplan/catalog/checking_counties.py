"""Checks of counties and kommuner: codes, names that could mean two counties, kommuner without a county."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from nvplan.model.collation import fold
from nvplan.texts import catalog as catalog_texts

#: A row with the number of its line.
NumberedRow = tuple[int, Mapping[str, str]]


def plain_name(name: str) -> str:
    """Return a name as it is compared: lower case, no marks, no spaces or hyphens."""
    return "".join(character for character in fold(name) if character.isalnum())


def county_faults(rows: Sequence[NumberedRow]) -> Iterator[tuple[int, str]]:
    """Yield rows whose code is not two digits or stands twice, or that lack a name."""
    seen: set[str] = set()
    for line, row in rows:
        if not _is_code(row["code"], 2):
            yield line, catalog_texts.FAULT_CODE_DIGITS.format(code=row["code"], digits=2)
        if row["code"] in seen:
            yield line, catalog_texts.FAULT_ROW_TWICE.format(id=row["code"])
        seen.add(row["code"])
        if not (row["county"] and row["short"] and row["region"]):
            yield line, catalog_texts.FAULT_NAMES


def spelling_faults(rows: Sequence[NumberedRow]) -> Iterator[tuple[int, str]]:
    """Yield rows with a name or alias that already means another county: nobody could tell which one was meant."""
    owners: dict[str, str] = {}
    for line, row in rows:
        spelled = {plain_name(name) for name in (row["county"], row["short"], row["region"],
                                                 *filter(None, row["aliases"].split(";")))}
        for name in sorted(spelled & owners.keys()):
            yield line, catalog_texts.FAULT_SPELLING.format(name=name, other=owners[name])
        owners.update(dict.fromkeys(spelled, row["county"]))


def municipality_faults(rows: Sequence[NumberedRow], counties: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield rows whose code is not four digits, stands twice or has not its county's digits; and empty counties."""
    seen: set[str] = set()
    for line, row in rows:
        if not _is_code(row["code"], 4):
            yield line, catalog_texts.FAULT_CODE_DIGITS.format(code=row["code"], digits=4)
        if row["code"] in seen:
            yield line, catalog_texts.FAULT_ROW_TWICE.format(id=row["code"])
        seen.add(row["code"])
        if row["county_code"] not in counties:
            yield line, catalog_texts.FAULT_COUNTY.format(code=row["county_code"])
        elif not row["code"].startswith(row["county_code"]):
            yield line, catalog_texts.FAULT_COUNTY_OF.format(code=row["code"], county=row["county_code"])
        if not (row["municipality"] and row["short"]):
            yield line, catalog_texts.FAULT_NAMES
    for missing in sorted(set(counties) - {row["county_code"] for _, row in rows}):
        yield rows[-1][0] if rows else 1, catalog_texts.FAULT_NO_MUNICIPALITY.format(county=missing)


def _is_code(code: str, digits: int) -> bool:
    return len(code) == digits and code.isascii() and code.isdecimal()
