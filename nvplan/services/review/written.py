"""Rules about what is written, wherever it stands: nothing about a person, and nothing left to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from nvplan.model.objects import ACTOR_TYPE, Assessment, Receipt
from nvplan.services.review.context import Context, Hit, asked, check, hit
from nvplan.services.review.personal_numbers import has_personal_number
from nvplan.texts import review as texts

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_MOBILE = re.compile(r"(?<![\d+])(?:\+46[ -]?|0046[ -]?|0)7[02369](?:[ -]?\d){7}(?!\d)", re.ASCII)
_PLACEHOLDER = re.compile(r"\b(?:TODO|FIXME|X{3,})\b|\?{3,}|\[(?:skriv|fyll i|text)[^\]\n]{0,60}\]|lorem ipsum",
                          re.IGNORECASE)


def user_texts(context: Context) -> Iterator[tuple[str, str]]:
    """Yield every text that a person has written, with its place."""
    for (actor, question), answer in context.state.answers.items():
        for text in _strings(answer.value):
            yield asked(question, actor), text
    for kind, objects in context.state.objects.items():
        for one in objects.values():
            place, written = f"{kind}:{one.id}", {**one.__dict__, "sha256": ""}
            if isinstance(one, Assessment):
                place, written = f"krav:{one.requirement}@{one.actor}", {**written, "id": ""}
            elif isinstance(one, Receipt):
                written = {"reason": one.reason}
            for text in _strings(written):
                yield place, text
    for actor_row in context.state.actors:
        yield f"{ACTOR_TYPE}:{actor_row.id}", actor_row.name
    yield "plan:gemensam", context.state.info.standing_body


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)


@check("personnummer")
def personal_numbers(context: Context) -> Iterator[Hit]:
    """Yield the places of texts that look like a personnummer; the number itself is never repeated."""
    for place, text in user_texts(context):
        if has_personal_number(text):
            yield hit(place)


@check("kontaktuppgift")
def contact_details(context: Context) -> Iterator[Hit]:
    """Yield the places of e-mail addresses and mobile numbers: the plan has roles, not persons."""
    for place, text in user_texts(context):
        if "@" in text and _MAIL.search(text):
            yield hit(place, what=texts.MAIL)
        elif _MOBILE.search(text):
            yield hit(place, what=texts.PHONE)


@check("platshallare")
def placeholders(context: Context) -> Iterator[Hit]:
    """Yield the places of texts with something left to fill in."""
    for place, text in user_texts(context):
        found = _PLACEHOLDER.search(text)
        if found:
            yield hit(place, what=found[0])
