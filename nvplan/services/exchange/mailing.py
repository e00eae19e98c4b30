"""Sends out: to each actor its form with a text for the mail, and a reminder to those who have not answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from nvplan.model.county import Actor
from nvplan.model.dates import format_date
from nvplan.model.errors import InputError
from nvplan.services.documents.mailing import core_minutes
from nvplan.services.documents.registry import MAILING, Request, check_format
from nvplan.services.exchange.exporting import Piece, file_stem
from nvplan.services.exchange.formats import find_format
from nvplan.services.exchange.handing_in import SUFFIX, part_file, part_stem
from nvplan.services.exchange.ports import Writer
from nvplan.services.reading.collecting import Standing, asked_actors, collection, standing
from nvplan.services.reading.own_part import own_questions
from nvplan.services.writing.commands_plans import NoteReminded, NoteSent
from nvplan.services.writing.session import PlanSession
from nvplan.texts import mailing as mailing_texts

#: What each kind of form is written as; Word where nobody has said.
_FORMATS = {"word": "docx", "excel": "xlsx", "nvplan": "nvplan", None: "docx"}
#: The actor's own part of the plan instead of a form, for one who has nvplan.
PART = "nvplan"
#: Is told which actor's files are about to be written; what it raises ends the export.
Tell = Callable[[Actor], None]


def nobody(actor: Actor) -> None:
    """Tell nobody."""


def send_out(session: PlanSession, actors: Sequence[Actor], folder: Path, *, writer: Writer, format_name: str = "",
             without_names: bool = False, tell: Tell = nobody) -> Iterator[Path]:
    """Write each actor's form and the text for the mail, and give each file's path when it is on disk.

    What was written is noted as sent today, also where the export was broken off.

    Args:
        session: the plan.
        actors: whom to ask.
        folder: where the files go.
        writer: what renders and writes them.
        format_name: the form's format; empty for what each actor prefers.
        without_names: clear addresses and telephone numbers from what people have written.
        tell: is told before each actor.

    Raises:
        InputError: there is nobody to ask, the format is none of the form's, or a file could not be written.
    """
    if not actors:
        raise InputError(mailing_texts.NOBODY)
    chosen = format_name.strip(" .").lower()
    chosen = chosen if chosen in ("", PART) else check_format(MAILING, chosen)
    sent: list[str] = []
    try:
        for actor in actors:
            tell(actor)
            yield from _form_and_letter(session, actor, folder, writer, chosen, without_names=without_names)
            sent.append(actor.id)
    finally:
        if sent:
            session.do(NoteSent(tuple(sent)))


def _form_and_letter(session: PlanSession, actor: Actor, folder: Path, writer: Writer, chosen: str, *,
                     without_names: bool) -> Iterator[Path]:
    request = Request(actor=actor, without_names=without_names)
    how = standing(session.state, actor)
    name = chosen or _FORMATS[how.mailing.form]
    stem = file_stem(session, Piece(MAILING, request))
    if name == PART:
        called, content = part_file(session, actor)
        form = writer.write_new(folder, called, SUFFIX, content)
    else:
        content = writer.render(MAILING.build(session, request), name)
        form = writer.write_new(folder, stem, find_format(name).suffix, content)
    yield form
    subject = mailing_texts.LETTER_SUBJECT.format(year=session.state.info.years.span, actor=actor.name)
    yield from _letter(folder, stem.replace(MAILING.name, mailing_texts.LETTER_STEM, 1), subject,
                       letter(session, how, in_nvplan=name == PART), writer, (form.name, content))


def remind(session: PlanSession, actors: Sequence[Actor], folder: Path, *, writer: Writer) -> Iterator[Path]:
    """Write a reminder for each of the actors that has core questions left, and note that it was reminded today.

    Raises:
        InputError: there is nobody to remind, or a file could not be written.
    """
    for how, subject, body in reminders(session, actors):
        stem = file_stem(session, Piece(MAILING, Request(actor=how.actor)))
        yield from _letter(folder, stem.replace(MAILING.name, mailing_texts.REMINDER_STEM, 1), subject, body, writer,
                           None)
    session.do(NoteReminded(tuple(how.actor.id for how in to_remind(session, actors))))


def to_remind(session: PlanSession, actors: Sequence[Actor]) -> list[Standing]:
    """Return how it goes with those of the actors that have core questions left.

    Raises:
        InputError: there is nobody to remind.
    """
    waiting = [how for actor in actors if not (how := standing(session.state, actor)).complete]
    if not waiting:
        raise InputError(mailing_texts.NOBODY_TO_REMIND)
    return waiting


def reminders(session: PlanSession, actors: Sequence[Actor]) -> list[tuple[Standing, str, str]]:
    """Return for each of the actors that has core questions left how it goes, and a reminder's subject and text.

    Raises:
        InputError: there is nobody to remind.
    """
    return [(how, mailing_texts.REMINDER_SUBJECT.format(year=session.state.info.years.span, actor=how.actor.name),
             reminder(session, how)) for how in to_remind(session, actors)]


def reminders_text(session: PlanSession, actors: Sequence[Actor]) -> str:
    """Return the reminders of all of them after one another, each under its subject.

    Raises:
        InputError: there is nobody to remind.
    """
    return mailing_texts.BETWEEN_REMINDERS.join(f"{subject}\n\n{body}" for _, subject, body
                                                in reminders(session, actors))


def form_name(session: PlanSession, how: Standing) -> str:
    """Return what the file is called that an actor is sent and sends back."""
    name = _FORMATS[how.mailing.form]
    if name == PART:
        return part_stem(session, how.actor) + SUFFIX
    return file_stem(session, Piece(MAILING, Request(actor=how.actor))) + find_format(name).suffix


def _letter(folder: Path, stem: str, subject: str, body: str, writer: Writer, attached: tuple[str, bytes] | None
            ) -> Iterator[Path]:
    yield writer.write_new(folder, stem, ".txt", f"{subject}\n\n{body}".encode())
    yield writer.write_new(folder, stem, ".eml", writer.letter(subject, body, attached))


def letter(session: PlanSession, how: Standing, *, in_nvplan: bool = False) -> str:
    """Return the text of the mail that a form goes with."""
    known = collection(session.state)
    questions = own_questions(session.state, how.actor)
    return _text(session, [mailing_texts.LETTER_BODY.format(
        sender=_sender(session), year=session.state.info.years.span, last_day=_by_day(how),
        core=mailing_texts.core_questions(sum(one.core for one in questions)),
        time=mailing_texts.hours(core_minutes(questions)))], known.note, in_nvplan=in_nvplan)


def reminder(session: PlanSession, how: Standing) -> str:
    """Return the text of a reminder: that nothing has come, or what is missing, and by when."""
    missing = "\n".join(f"- {one.label}" for one in how.missing)
    if how.mailing.came:
        told = [mailing_texts.REMINDER_SOME.format(last_day=_by_day(how)), missing]
    else:
        told = [mailing_texts.REMINDER_NOTHING.format(last_day=_by_day(how)), mailing_texts.REMINDER_ASKED, missing]
    file = mailing_texts.REMINDER_FILE.format(file=form_name(session, how))
    if how.mailing.sent:
        file = f"{file} {mailing_texts.REMINDER_SENT.format(day=format_date(how.mailing.sent))}"
    return _text(session, [*told, file], in_nvplan=_FORMATS[how.mailing.form] == PART)


def _text(session: PlanSession, told: Sequence[str], note: str = "", *, in_nvplan: bool = False) -> str:
    known = collection(session.state)
    how = mailing_texts.LETTER_HOW_PART if in_nvplan else mailing_texts.LETTER_HOW
    lines = [mailing_texts.GREETING, *told, *([note] if note else []),
             how.format(address=known.address or mailing_texts.NO_ADDRESS)]
    asked = ", ".join(part for part in (known.ask, known.phone) if part)
    lines += [mailing_texts.LETTER_ASK.format(ask=asked)] if asked else []
    return "\n\n".join([*lines, _sender(session)]) + "\n"


def _sender(session: PlanSession) -> str:
    actor = session.state.actor(collection(session.state).actor)
    return actor.name if actor is not None else mailing_texts.SENDER_UNKNOWN


def _by_day(how: Standing) -> str:
    return mailing_texts.BY_DAY.format(day=format_date(how.last_day)) if how.last_day else mailing_texts.SOON


def to_ask(session: PlanSession) -> list[Actor]:
    """Return everyone that a form is sent to."""
    return asked_actors(session.state)
