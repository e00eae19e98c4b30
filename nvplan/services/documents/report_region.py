"""The document `redovisning-region`."""

from __future__ import annotations

from nvplan.model.document import Document
from nvplan.services.documents.registry import Request
from nvplan.services.documents.report_working import build_report
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import documents_reports as documents_reports_texts


def build(session: OpenPlan, request: Request) -> Document:
    """Return the report to Socialstyrelsen.

    Raises:
        InputError: the actor hands in no such report, or the occasion is about another form.
    """
    return build_report(session, request, "redovisning-region", documents_reports_texts.TITLES["redovisning-region"])
