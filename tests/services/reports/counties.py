"""Plans for the tests of the reports: a small county, the example county, and what a test adds to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from nvplan.catalog.questions import all_questions
from nvplan.model.document import Bullets, Document, Facts, FormFields, Heading, Paragraph, Table, Ticks
from nvplan.model.values import check_value
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.store.places import Place


def new_county(where: Path | Place, county: str = "07", **settings: Any) -> PlanSession:
    """Return a plan for 2027 whose clock goes a minute a change."""
    minutes = count()

    def clock() -> dt.datetime:
        return dt.datetime(2027, 2, 1, 9, 0, tzinfo=dt.UTC) + dt.timedelta(minutes=next(minutes))

    if isinstance(where, Path):
        where.mkdir(exist_ok=True)
    address = where / f"{county}.nvplan" if isinstance(where, Path) else where.address(county)
    return create_plan(address, county, 2027, clock=clock, **settings)


def answer(session: PlanSession, question: str, value: Any, actor: str = "lan") -> None:
    """Answer a question."""
    session.do(SetAnswer(question, check_value(all_questions()[question], value), actor))


def put(session: PlanSession, kind: str, identity: str, /, **fields: Any) -> str:
    """Add or change a shared object."""
    return session.do(SetObject(kind, identity, fields))


def build(session: PlanSession, document: str, **request: Any) -> Document:
    """Return a document; of a report its underlag, which has what is handed in and how far it is."""
    return DOCUMENTS[document].build(session, Request(**{"working": DOCUMENTS[document].has_working} | request))


def handed_in(session: PlanSession, document: str, **request: Any) -> Document:
    """Return what is handed in of a report."""
    return DOCUMENTS[document].build(session, Request(**request))


def texts_of(document: Document, *, facts: bool = True) -> Iterator[str]:
    """Yield every text of a document in the order of the page, lists of facts or not."""
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.text
        elif isinstance(block, Bullets):
            yield from block.items
        elif isinstance(block, Facts):
            for fact in block.items if facts else ():
                yield fact.label
                yield fact.value
        elif isinstance(block, FormFields):
            for field in block.items:
                yield field.label
                yield field.value
        elif isinstance(block, Ticks):
            yield from (item.text for item in block.items)
        elif isinstance(block, Table):
            yield block.caption
            yield from (column.title for column in block.columns)
            yield from (cell.text for row in block.rows for cell in row)


def page(document: Document) -> str:
    """Return all texts of a document, a line each."""
    return "\n".join(texts_of(document))


def cells(document: Document) -> dict[str, str]:
    """Return what stands in each field of a form and each row of the two-column tables, by its name."""
    fields = {field.label: field.value for block in document.blocks if isinstance(block, FormFields)
              for field in block.items}
    tables = [block for block in document.blocks if isinstance(block, Table) and len(block.columns) == 2]
    return fields | {row[0].text: row[1].text for table in tables for row in table.rows}
