"""Rules about what the file holds and the plan cannot use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nvplan.catalog.questions import all_questions
from nvplan.model.plan import SetAside
from nvplan.services.reading.comparing import set_aside_place
from nvplan.services.reading.state import ANSWERS
from nvplan.services.review.context import Context, Hit, check, hit

_PLAIN = re.compile(r"^[a-z0-9@._/-]{1,120}$")


@check("innehall-passar-inte")
def does_not_fit(context: Context) -> Iterator[Hit]:
    """Yield what has a value that its place cannot have, or no form at all."""
    return (_hit(one, number) for number, one in enumerate(context.state.set_aside, 1)
            if not (one.newer or one.conflicting or one.settled))


@check("svar-eller-register")
def contradicts_its_register(context: Context) -> Iterator[Hit]:
    """Yield the answers of an older file that say something else than the register that holds them now."""
    return (_hit(one, number) for number, one in enumerate(context.state.set_aside, 1) if one.conflicting)


@check("svar-utan-plats")
def has_no_place(context: Context) -> Iterator[Hit]:
    """Yield the answers of an older file to questions that are asked no more."""
    return (_hit(one, number) for number, one in enumerate(context.state.set_aside, 1) if one.settled)


@check("innehall-okant")
def is_unknown(context: Context) -> Iterator[Hit]:
    """Yield what this nvplan does not know the name of: a newer one may have written it."""
    return (_hit(one, number) for number, one in enumerate(context.state.set_aside, 1) if one.newer)


def _hit(one: SetAside, number: int) -> Hit:
    return hit(_place(one, number), where=set_aside_place(one), reason=one.reason, text=one.text)


def _place(one: SetAside, number: int) -> str:
    """Return where a finding leads: to the question where there is one; else a name that says what it is."""
    question, actor = one.path[-1] if one.path else "", one.identity.partition("@")[2]
    if one.table == ANSWERS and question in all_questions() and _PLAIN.match(actor):
        return f"fraga:{question}@{actor}"
    told = "/".join((one.table, one.identity, *one.path[-1:]))
    return f"avskilt:{told if _PLAIN.match(told) else number}"
