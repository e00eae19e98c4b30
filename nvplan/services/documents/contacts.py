"""Takes contact details out of a document that is to be spread without names: e-mail addresses and telephone numbers.

The contact persons of the money forms are left out by those documents themselves; this is for what stands in texts.
"""

from __future__ import annotations

import re
from typing import Any

from nvplan.model.document import Document
from nvplan.texts import documents as documents_texts

_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
#: A Swedish telephone number: +46, 0046 or 0 and an area code, which may stand in brackets, and 7 to 11 digits in all.
_PHONE = re.compile(
    r"(?<![\w/.,:§-])(?<!\d[ \u00a0])"
    r"(?:(?:\+46|0046)(?:[ \u00a0-]?\(0\))?[ \u00a0-]?[1-9]|\(0[1-9]\d{0,2}\)|0[1-9])(?:[ \u00a0-]?\d){5,9}(?![\w/-])")
#: Fields that are no texts of a person: ids and dates.
_IDENTITIES = frozenset({"key", "row_keys", "name", "generated", "day", "id", "type", "kind", "link"})


def without_contacts(document: Document) -> Document:
    """Return the document with every e-mail address and telephone number replaced by a word that says so."""
    return Document.model_validate(_cleared(document.model_dump()))


def clear(text: str) -> str:
    """Return the text without e-mail addresses and telephone numbers."""
    return _PHONE.sub(documents_texts.PHONE_REMOVED, _MAIL.sub(documents_texts.MAIL_REMOVED, text))


def cleared_body(value: Any) -> Any:
    """Return stored data with contact details cleared from every text."""
    if isinstance(value, str):
        return clear(value)
    if isinstance(value, dict):
        return {name: one if name in ("id", "actor", "created", "changed", "when", "sha256") else cleared_body(one)
                for name, one in value.items()}
    return [cleared_body(one) for one in value] if isinstance(value, list) else value


def _cleared(value: Any) -> Any:
    if isinstance(value, str):
        return clear(value)
    if isinstance(value, dict):
        return {name: one if name in _IDENTITIES or name == "data" else _cleared(one) for name, one in value.items()}
    return tuple(_cleared(one) for one in value) if isinstance(value, list | tuple) else value
