"""What a document says about itself in headers, properties and dates."""

from __future__ import annotations

import datetime as dt

from nvplan.files.write.characters import one_line
from nvplan.model.document import Document
from nvplan.texts import exports as exports_texts


def county(document: Document) -> str:
    """Return the county that the document's meta names, else whose the document is by its subtitle, or nothing."""
    named = (one_line(fact.value) for fact in document.meta if fact.label == exports_texts.META_COUNTY)
    return next(named, one_line(document.subtitle).partition(", ")[0])


def heading_line(document: Document) -> str:
    """Return the title with what says that it is not final, else with the county if the title does not already say it.

    There is room for one of them beside the mark of an example, and the county stands below on every page.
    """
    title, place, mark = one_line(document.title), county(document), one_line(document.mark)
    if mark:
        return f"{title.partition(' (')[0]} · {mark}"
    return title if not place or place in title else f"{title} · {place}"


def moment(document: Document) -> dt.datetime:
    """Return the time that the content is dated, in UTC; a time without zone is taken as UTC."""
    found = dt.datetime.fromisoformat(document.generated)
    return found.replace(tzinfo=dt.UTC) if found.tzinfo is None else found.astimezone(dt.UTC)


def keywords(document: Document) -> list[str]:
    """Return words to find the document by."""
    return [word for word in (*exports_texts.KEYWORDS, county(document), document.name) if word]
