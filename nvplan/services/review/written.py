"""Rules about what is written, wherever it stands: nothing about a person, and nothing left to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from nvplan.model.objects import ACTOR_TYPE, Assessment, Collection, Receipt, SharedObject
from nvplan.model.personal_numbers import has_personal_number
from nvplan.services.review.context import Context, Hit, asked, check, hit
from nvplan.texts import review as review_texts

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_MOBILE = re.compile(r"(?<![\d+])(?:\+46[ -]?|0046[ -]?|0)7[02369](?:[ -]?\d){7}(?!\d)", re.ASCII)
_PLACEHOLDER = re.compile(r"\b(?:TODO|FIXME|X{3,})\b|\?{3,}|\[(?:skriv|fyll i|text)[^\]\n]{0,60}\]|lorem ipsum",
                          re.IGNORECASE)


#: So many texts are remembered with what was found in them: those of the largest county, a few times over.
_REMEMBERED = 1 << 16


@dataclass(frozen=True)
class _Found:
    """What stands in one text that should not: whether a personnummer, what contact, what is left to fill in."""

    personal_number: bool
    contact: str
    placeholder: str


@lru_cache(_REMEMBERED)
def _found_in(text: str) -> _Found | None:
    """Return what stands in a text that should not, None where nothing does.

    A text that has not changed is not read again when the rest of the plan has.
    """
    mail = "@" in text and _MAIL.search(text)
    contact = review_texts.MAIL if mail else review_texts.PHONE if _MOBILE.search(text) else ""
    placeholder, personal_number = _PLACEHOLDER.search(text), has_personal_number(text)
    if not (contact or placeholder or personal_number):
        return None
    return _Found(personal_number, contact, placeholder[0] if placeholder else "")


def _findings(context: Context) -> Sequence[tuple[str, _Found]]:
    """Return the places of texts with anything in them that should not be; the plan is read once for all rules."""
    return context.once("written", lambda: [(place, found) for place, text in user_texts(context)
                                            if (found := _found_in(text)) is not None])


def user_texts(context: Context) -> Iterator[tuple[str, str]]:
    """Yield every text that a person has written, with its place."""
    for (actor, question), answer in context.state.answers.items():
        for text in _strings(answer.value):
            yield asked(question, actor), text
    for kind, objects in context.state.objects.items():
        for one in objects.values():
            yield from _of_object(kind, one)
    for actor_row in context.state.actors:
        yield f"{ACTOR_TYPE}:{actor_row.id}", actor_row.name
    yield "plan:gemensam", context.state.info.standing_body


def _of_object(kind: str, one: SharedObject) -> Iterator[tuple[str, str]]:
    place, written = f"{kind}:{one.id}", one.__dict__
    left_out: tuple[str, ...] = ("sha256",)
    if isinstance(one, Assessment):
        place, left_out = f"krav:{one.requirement}@{one.actor}", ("sha256", "id")
    elif isinstance(one, Collection):  # where answers are sent, and whom to ring, is what these are for
        left_out = ("sha256", "address", "phone")
    elif isinstance(one, Receipt):
        written = {"reason": one.reason}
    for name, value in written.items():
        if not value or name in left_out:  # most fields of most objects are empty
            continue
        if isinstance(value, str):
            yield place, value
        else:
            for text in _strings(value):
                yield place, text


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _strings(tuple(value.values()))
    elif isinstance(value, list | tuple):
        for one in value:
            if isinstance(one, str):
                if one:
                    yield one
            elif one:
                yield from _strings(one)


@check("personnummer")
def personal_numbers(context: Context) -> Iterator[Hit]:
    """Yield the places of texts that look like a personnummer; the number itself is never repeated."""
    yield from (hit(place) for place, found in _findings(context) if found.personal_number)


@check("kontaktuppgift")
def contact_details(context: Context) -> Iterator[Hit]:
    """Yield the places of e-mail addresses and mobile numbers: the plan has roles, not persons."""
    yield from (hit(place, what=found.contact) for place, found in _findings(context) if found.contact)


@check("platshallare")
def placeholders(context: Context) -> Iterator[Hit]:
    """Yield the places of texts with something left to fill in."""
    yield from (hit(place, what=found.placeholder) for place, found in _findings(context) if found.placeholder)
