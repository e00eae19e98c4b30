"""Hands in: the last step for the one who has a delplan, which makes the file to send."""

from __future__ import annotations

from pathlib import Path

from nvplan.model.county import Actor
from nvplan.model.dates import format_date
from nvplan.model.errors import InputError
from nvplan.services.documents.contributions import archive_bytes
from nvplan.services.exchange.ports import Writer
from nvplan.services.reading.collecting import collection, standing
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import mailing as mailing_texts

#: What a plan's file ends with, so that a double click opens it.
SUFFIX = ".nvplan"


def part_file(session: OpenPlan, actor: Actor) -> tuple[str, bytes]:
    """Return an actor's delplan: what the file is called, without its ending, and its content."""
    return part_stem(session, actor), archive_bytes(session, actor)


def part_stem(session: OpenPlan, actor: Actor) -> str:
    """Return what an actor's delplan is called, without its ending."""
    return mailing_texts.PART_STEM.format(county=session.county.short, year=session.state.info.years.span,
                                          actor=actor.name)


def owner_of(session: OpenPlan) -> Actor:
    """Return whose part of a plan is open.

    Raises:
        InputError: it is a whole plan, or the actor is gone.
    """
    actor = session.state.actor(session.state.part) if session.state.part else None
    if actor is None:
        raise InputError(mailing_texts.NO_PART.format(name=session.name))
    return actor


def hand_in(session: OpenPlan, folder: Path, *, writer: Writer) -> Path:
    """Write the file to send and return its path.

    Raises:
        InputError: the plan is nobody's part, or the file could not be written.
    """
    stem, content = part_file(session, owner_of(session))
    return writer.write_new(folder, mailing_texts.ANSWERED_STEM.format(part=stem), SUFFIX, content)


def told_after(session: OpenPlan, path: Path) -> list[str]:
    """Return what is done now: where the file is sent and until when, and what is not answered."""
    how, known = standing(session.state, owner_of(session)), collection(session.state)
    day = mailing_texts.BY_DAY.format(day=format_date(how.last_day)) if how.last_day else mailing_texts.SOON
    told = [mailing_texts.HANDED_IN.format(file=path.name, address=known.address or mailing_texts.NO_ADDRESS, day=day)]
    if how.missing:
        told.append(mailing_texts.left_unanswered([one.label for one in how.missing]))
    return told
