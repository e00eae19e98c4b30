"""Contact details for the two money forms: read when a form is made, from outside the plan, and never kept in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from nvplan.model.collation import nearest
from nvplan.model.errors import InputError
from nvplan.model.safetext import clean
from nvplan.store.settings import settings_folder, write_own
from nvplan.texts import reports as reports_texts

#: What may be given, in both forms, by the number that the field has in each.
FIELDS: Mapping[str, Mapping[str, str]] = {
    "rekvisition": {
        "organisationsnummer": "1.2", "kontaktperson": "1.3", "postadress": "1.4", "telefon": "1.5", "fax": "1.6",
        "epost": "1.7", "bankgiro": "3.1", "betalningsreferens": "3.2", "namnfortydligande": "4.4",
    },
    "ekonomi": {
        "organisationsnummer": "1.2", "kontaktperson": "1.3", "postadress": "1.4", "telefon": "1.5", "fax": "1.6",
        "epost": "1.7", "ekonomichef": "4.4", "ekonomichef_befattning": "4.5", "ekonomichef_telefon": "4.6",
        "ekonomichef_epost": "4.7", "namnfortydligande": "5.4",
    },
}
#: The file beside the program's settings that is read where no other is named.
FILE = "blankettuppgifter.json"
_LONGEST = 300
_MOST_BYTES = 100_000


def contacts_path() -> Path:
    """Return where the details lie on this computer; the file may not exist."""
    return settings_folder() / FILE


def read_contacts(path: Path | None = None) -> Mapping[str, Mapping[str, str]]:
    """Return the details by actor id; `alla` holds for every actor.

    The file is JSON: `{"region": {"kontaktperson": "…"}}`, or the fields alone. Without a path the file beside the
    settings is read if it is there.

    Raises:
        InputError: the named file is missing, is no such JSON, or has a field that no form has.
    """
    if path is None:
        if not contacts_path().is_file():
            return {}
        path = contacts_path()
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise InputError(reports_texts.CONTACTS_UNREADABLE.format(name=path.name))
        given = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        raise InputError(reports_texts.CONTACTS_UNREADABLE.format(name=path.name)) from None
    return checked_contacts(given, path.name)


def checked_contacts(given: object, name: str) -> Mapping[str, Mapping[str, str]]:
    """Return the details by actor id in the form that the forms take them.

    Raises:
        InputError: they are no texts by field, or a field is unknown.
    """
    if not isinstance(given, dict):
        raise InputError(reports_texts.CONTACTS_UNREADABLE.format(name=name))
    nested = all(isinstance(one, dict) for one in given.values()) and bool(given)
    return {str(actor): _fields(fields, name) for actor, fields in (given if nested else {"alla": given}).items()}


def _fields(given: Mapping[str, object], name: str) -> Mapping[str, str]:
    known = {field for form in FIELDS.values() for field in form}
    for field, value in given.items():
        if field not in known:
            raise InputError(reports_texts.unknown_contact(name, field, nearest(field, known) or sorted(known)))
        if not isinstance(value, str) or len(value) > _LONGEST or "\n" in value.strip():
            raise InputError(reports_texts.CONTACTS_VALUE.format(name=name, field=field, most=_LONGEST))
    return {field: clean(str(value)).strip() for field, value in given.items()}


def write_contact(actor: str, field: str, value: str) -> None:
    """Keep a detail of an actor on this computer; an empty one is taken away. `alla` holds for every actor.

    Raises:
        InputError: the file that lies there cannot be read, or the value is no short line.
        OSError: the disk refuses.
    """
    known = {one: dict(fields) for one, fields in read_contacts().items()}
    mine = {name: text for name, text in {**known.get(actor, {}), field: value.strip()}.items() if text}
    rows = {one: fields for one, fields in {**known, actor: mine}.items() if fields}
    checked_contacts(rows, FILE)
    write_own(FILE, json.dumps(rows, ensure_ascii=False, indent=1) + "\n")


def contact_values(contacts: Mapping[str, Mapping[str, str]], document: str, actor: str) -> Mapping[str, str]:
    """Return the details of one actor by the number of the field in a money form."""
    mine = {**contacts.get("alla", {}), **contacts.get(actor, {})}
    return {number: mine[field] for field, number in FIELDS.get(document, {}).items() if mine.get(field)}
