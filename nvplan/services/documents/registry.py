"""Which documents there are, in which formats, and the one way to build one."""

from __future__ import annotations

import contextlib
import gc
import importlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from nvplan.model.collation import nearest
from nvplan.model.county import Actor
from nvplan.model.document import Document
from nvplan.model.errors import InputError, UnknownNameError
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_board as documents_board_texts
from nvplan.texts import mailing as mailing_texts
from nvplan.texts.documents_reports import TITLES as REPORTS


@dataclass(frozen=True)
class Request:
    """What a document is asked for with: for one actor or the county, with or without contact details."""

    actor: Actor | None = None
    without_names: bool = False
    without_data: bool = False
    """Whether a pdf carries no machine-readable data."""
    every_question: bool = False
    """Whether the checklist has every question: in an earlier version another part of them was the core."""
    as_boxes: bool = False
    """Whether the checklist is a list of boxes to tick, as it was in Word files of 0.1.0, which may come back."""
    working: bool = False
    """Whether the underlag of a report is asked for: drafts, hints and what is missing, and not what is handed in."""
    appendices: bool = False
    """Whether a plan has its appendices: unmet requirements, comments, what has changed, and sources."""
    meeting: str = ""
    """A meeting's id: for the minutes, and for the chapters of a working paper."""
    alarm: int | None = None
    """How many days before each of its dates the calendar reminds; None for no reminders."""
    against: str = ""
    """What to compare with: a frozen version's name or a revision's number; empty is the latest frozen version."""
    occasion: str = ""
    """A report occasion's id; empty is the latest of the document's form."""
    contacts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Contact details for the money forms, by actor; they come from outside the plan and are never kept in it."""


Builder = Callable[[OpenPlan, Request], Document]
Writer = Callable[[OpenPlan, Request], bytes]


@dataclass(frozen=True)
class DocumentType:
    """A document: its name on the command line, its title, its formats, and the module that builds it."""

    name: str
    title: str
    formats: tuple[str, ...]
    module: str
    is_data: bool = False
    """Whether it is no document of pages but data in one format of its own, which `content` gives."""
    takes: frozenset[str] = frozenset()
    """Which fields of a request it is asked for with, besides those that every document has."""
    recipients: str = ""
    """The module whose `recipients` says for which actors it is written, a file for each; empty for a single file."""
    has_working: bool = False
    """Whether it is two documents: what is handed in, and the underlag for those who write it."""
    packed: tuple[str, ...] = ()
    """Its formats in the whole package, where they are not the usual ones."""

    def build(self, session: OpenPlan, request: Request) -> Document:
        """Build the document.

        Raises:
            InputError: what it is asked for with does not fit the plan.
        """
        builder: Builder = importlib.import_module(self.module).build
        with collector_paused():
            document = builder(session, request)
        if request.without_names:
            from nvplan.services.documents.contacts import without_contacts

            return without_contacts(document)
        return document

    def requests(self, session: OpenPlan, request: Request) -> list[Request]:
        """Return what to ask for, a file for each: one of a recipient each where the document is written so.

        A document that no actor is to have stands as a single request, which says why when it is built.
        """
        found = [request]
        if self.recipients and request.actor is None:
            actors: list[Actor] = importlib.import_module(self.recipients).recipients(session, self.name, request)
            found = [replace(request, actor=actor) for actor in actors] or found
        if not self.has_working or request.working:
            return found
        return [replace(one, working=working) for one in found for working in (False, True)]

    def nothing(self, session: OpenPlan, request: Request) -> str:
        """Return why the document would be empty, as a sentence; an empty text where it has something to say.

        A module whose document may be empty says so itself, in `nothing`.
        """
        why: Callable[[OpenPlan, Request], str] | None = getattr(importlib.import_module(self.module), "nothing", None)
        return why(session, request) if why is not None else ""

    def content(self, session: OpenPlan, request: Request) -> bytes:
        """Return the bytes of a document that is data."""
        writer: Writer = importlib.import_module(self.module).content
        return writer(session, request)


@contextlib.contextmanager
def collector_paused() -> Iterator[None]:
    """Let nothing be looked through for garbage meanwhile.

    A document is tens of thousands of small values that all stay: looking through them again and again took more than
    half the time of building a large one.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


_TABLE = ("md", "docx", "pdf", "xlsx", "html", "csv", "json")
_TEXT = ("md", "docx", "pdf", "html", "json")
_REPORT = ("md", "docx", "pdf", "xlsx", "html", "json")
_CONTACTS, _AGAINST, _MEETING = frozenset({"contacts"}), frozenset({"against"}), frozenset({"meeting"})
_ALARM = frozenset({"alarm"})
_HERE = "nvplan.services.documents"
#: The document with the requirements and the core questions, which comes back.
CHECKLIST = "checklista"
#: Stands for every document at once, with a contents page (`nvplan.services.exchange.package`).
EVERYTHING = "allt"

DOCUMENTS: dict[str, DocumentType] = {
    known.name: known for known in (
        DocumentType(CHECKLIST, documents_texts.CHECKLIST_TITLE, _TABLE, f"{_HERE}.checklist"),
        DocumentType("gemensam-plan", documents_texts.PLAN_NAME["gemensam"], _TEXT, f"{_HERE}.joint_plan"),
        DocumentType("kontinuitet", documents_texts.PLAN_NAME["kontinuitet"], _TEXT, f"{_HERE}.continuity_plan"),
        DocumentType("patientkontrakt", documents_texts.PLAN_NAME["patientkontrakt"], _TEXT, f"{_HERE}.agreement_plan"),
        DocumentType("handlingsplaner", documents_texts.TITLE_COMBINED, _TEXT, f"{_HERE}.action_plans"),
        DocumentType("insatser", documents_texts.TITLE_EFFORTS, _TABLE, f"{_HERE}.effort_list"),
        DocumentType("underlag", documents_texts.TITLE_ATTACHMENTS, _TABLE, f"{_HERE}.attachments"),
        DocumentType("redovisning-region", REPORTS["redovisning-region"], _REPORT, f"{_HERE}.report_region",
                     has_working=True),
        DocumentType("redovisning-rss", REPORTS["redovisning-rss"], _REPORT, f"{_HERE}.report_rss",
                     recipients=f"{_HERE}.report_submission", has_working=True),
        DocumentType("vfu", REPORTS["vfu"], _REPORT, f"{_HERE}.report_vfu", has_working=True),
        DocumentType("rekvisition", REPORTS["rekvisition"], _REPORT, f"{_HERE}.report_requisition", takes=_CONTACTS,
                     recipients=f"{_HERE}.report_money"),
        DocumentType("ekonomi", REPORTS["ekonomi"], _REPORT, f"{_HERE}.report_accounts", takes=_CONTACTS,
                     recipients=f"{_HERE}.report_money"),
        DocumentType("jamforelse", documents_texts.TITLE_COMPARISON, _TEXT, f"{_HERE}.comparison", takes=_AGAINST),
        DocumentType("protokoll", documents_texts.TITLE_MINUTES, _TEXT, f"{_HERE}.minutes", takes=_MEETING),
        DocumentType("workshop-underlag", documents_texts.TITLE_WORKSHOP, _TEXT, f"{_HERE}.workshop", takes=_MEETING),
        DocumentType("tjansteskrivelse", documents_board_texts.TITLE, _TEXT, f"{_HERE}.board_case",
                     recipients=f"{_HERE}.board_case", packed=("docx",)),
        DocumentType("kalender", documents_texts.TITLE_CALENDAR, ("ics", "json"), f"{_HERE}.calendar_dates",
                     takes=_ALARM),
        DocumentType("arkiv", documents_texts.TITLE_ARCHIVE, ("json",), f"{_HERE}.archive", is_data=True),
    )
}


#: The form that goes out to one actor at a time: it is no document of the whole county, and comes back filled in.
MAILING = DocumentType("utskick", mailing_texts.TITLE, ("docx", "xlsx"), f"{_HERE}.mailing",
                       recipients=f"{_HERE}.mailing")
#: Everything that can be asked for by name.
KNOWN: Mapping[str, DocumentType] = {**DOCUMENTS, MAILING.name: MAILING}


#: The documents that are filled in and come back.
COMES_BACK = (CHECKLIST, "insatser", "underlag", MAILING.name)


def find_document(wanted: str) -> DocumentType:
    """Return the document with this name.

    Raises:
        UnknownNameError: there is none; the sentence names those there are.
    """
    found = KNOWN.get(wanted.strip().lower())
    if found is None:
        near = nearest(wanted, KNOWN) or list(KNOWN)
        raise UnknownNameError(documents_texts.unknown_document(wanted, near))
    return found


def check_format(document: DocumentType, wanted: str) -> str:
    """Return the format's name where the document has it.

    Raises:
        InputError: the document has no such format; the sentence lists those it has.
    """
    name = wanted.strip().lower().removeprefix(".")
    if name not in document.formats:
        raise InputError(documents_texts.FORMAT_NOT_FOR_DOCUMENT.format(format=wanted.strip(), document=document.name,
                                                              formats=", ".join(document.formats)))
    return name
