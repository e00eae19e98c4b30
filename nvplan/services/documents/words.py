"""The words behind a plan's codes and references, each list looked up once for a whole document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from nvplan.catalog.questions import all_questions
from nvplan.catalog.requirements import requirements
from nvplan.catalog.tellings import heading_of
from nvplan.model.dates import format_date, is_exact, is_iso
from nvplan.model.document import Cell
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Target
from nvplan.model.numbers import format_number
from nvplan.model.objects import SharedObject, Step
from nvplan.model.plan import PlanState
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.reading.object_references import choices, state_documents
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_plans as documents_plans_texts
from nvplan.texts import documents_short as short_texts
from nvplan.texts import objects as objects_texts
from nvplan.texts.documents_statements import inside

#: The space inside a number (`per 100 000 invånare`), where no line may break.
_GROUPED = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
#: References that show as their id alone: the title stands with the requirement or question itself.
_BY_ID: frozenset[Target] = frozenset({"krav", "fraga", "kapitel"})
_AT_THE_SCREEN = re.compile(short_texts.AT_THE_SCREEN)
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-ZÅÄÖ])")


def on_paper(text: str) -> str:
    """Return the sentences of a help text that hold for one who has a paper and not the program; empty if none does."""
    return " ".join(one for one in _SENTENCE_END.split(text) if not _AT_THE_SCREEN.search(one))


class Words:
    """Turns stored values into words. `hidden` are ids of objects that the reader may not see, by type."""

    def __init__(self, state: PlanState, hidden: Mapping[str, frozenset[str]]) -> None:
        self._documents = state_documents(state)
        self._hidden = hidden
        self._names: dict[Target, Mapping[str, str]] = {}

    def name(self, target: Target, identity: str) -> str:
        """Return what a reference points at, the id where it points at nothing; empty for what is hidden."""
        if identity in self._hidden.get(target, ()):
            return ""
        if target in _BY_ID:
            return identity
        if target not in self._names:
            self._names[target] = choices(target, self._documents)
        return self._names[target].get(identity) or identity

    def chosen(self, target: Target | None, identity: str) -> str:
        """Return what a reference is called where it is chosen, also where documents else say its id."""
        return choices(target, self._documents).get(identity) or identity if target else identity

    def show(self, kind: str, field: str, value: Any) -> str:
        """Return a field's value as a person reads it, empty where there is none.

        Several codes or references stand on one line, several texts one a line; so do references that are sentences,
        for a comma after a full stop is no Swedish.
        """
        spec = fields_by_name(kind)[field]
        if field == "history":
            return "\n".join(text for step in value or () if (text := self._step(kind, step)))
        found = kind_of(spec)
        text = found.show(spec, value, self.name, between="\n")
        lines = text.split("\n")
        if found.is_chosen and not any(line.endswith(".") for line in lines):
            # What an option is called has a capital where it stands first; a title is somebody's own words.
            rest = [inside(line) for line in lines[1:]] if spec.options else lines[1:]
            text = ", ".join([lines[0], *rest])
        return text

    def _step(self, kind: str, step: Step) -> str:
        """Return a change of state in words; the first state of all is no change."""
        if not step.before:
            return ""
        spec = fields_by_name(kind)[step.field]
        if (kind, step.field) == ("hinder", "level"):
            named = documents_plans_texts.OBSTACLE_LEVEL
            return documents_texts.STEP.format(date=format_date(step.date), field=spec.label.lower(),
                                               before=named.get(step.before, ""), after=named.get(step.after, ""))
        return documents_texts.STEP.format(date=format_date(step.date), field=spec.label.lower(),
                                           before=kind_of(spec).show(spec, step.before),
                                           after=kind_of(spec).show(spec, step.after))


def called(target: Target | None, identity: str) -> str:
    """Return what a requirement, a question or a chapter is called; the id of what is not known."""
    if target == "krav" and identity in requirements():
        return requirements()[identity].title
    if target == "fraga" and identity in all_questions():
        return heading_of(identity)
    return identity


def when(stored: str) -> str:
    """Return a time as it stands after a verb: `den 15 april 2027`, `i mars 2027`, `våren 2027`."""
    text = format_date(stored)
    if is_exact(stored):
        return documents_texts.ON_DAY.format(date=text)
    return documents_texts.IN_MONTH.format(date=text) if is_iso(stored) else text


def amount(value: Decimal | None, unit: str | None, unit_text: str = "") -> str:
    """Return a measured value with its unit: `46,7 %`, `0,34`, `210 personer`; empty where there is none."""
    if value is None:
        return ""
    number = format_number(value)
    if unit == "procent":
        return f"{number}\u00a0%"
    unit_text = _GROUPED.sub("\u00a0", objects_texts.unit_of(value, unit_text))
    return f"{number}\u00a0{unit_text}" if unit_text and unit != "index" else number


def given(text: str) -> Cell:
    """Return a cell with the text, or one that says that nobody has given it."""
    return Cell(text=text) if text else Cell(text=documents_texts.NOT_GIVEN, missing=True)


def counted(number: int) -> Cell:
    """Return a cell with a whole number."""
    return Cell(text=format_number(Decimal(number)), number=Decimal(number))


def belongs(one: SharedObject, actor: str) -> bool:
    """Whether an object is part of what this actor sees, as its type says."""
    return one.about.owner.shows(one, actor)
