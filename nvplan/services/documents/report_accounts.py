"""The document `ekonomi`."""

from __future__ import annotations

from nvplan.model.document import Document
from nvplan.services.documents.registry import Request
from nvplan.services.documents.report_money import build_form
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import documents_reports as documents_reports_texts


def build(session: OpenPlan, request: Request) -> Document:
    """Return the underlag for Kammarkollegiet.

    Raises:
        InputError: the actor hands in no such form, or the occasion is about another.
    """
    return build_form(session, request, "ekonomi", documents_reports_texts.TITLES["ekonomi"])
