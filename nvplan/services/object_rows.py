"""The lists of shared objects as a person looks through them: rows of words, found by words and by coded fields."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nvplan.catalog.reference import codes
from nvplan.model.collation import fold, sort_key
from nvplan.model.objects import ACTOR_TYPE, Obstacle
from nvplan.model.plan import PlanState
from nvplan.model.safetext import one_line
from nvplan.services.object_fields import FieldSpec, fields, fields_by_name
from nvplan.services.object_list import show_field
from nvplan.services.object_references import reference_options, title_of
from nvplan.services.obstacles import obstacle_order, obstacle_times
from nvplan.services.status import NOT_GIVEN
from nvplan.texts import changes as texts_changes
from nvplan.texts import planner_objects as texts

#: A cell is cut here; the whole text is in the object's own form.
_WIDEST = 120
#: The coded fields that each list can be narrowed down by.
FACETS: Mapping[str, tuple[str, ...]] = {
    "insats": ("plans", "state", "spread", "area", "actor"), "mal": ("plans", "area", "measure"),
    "matning": ("measure", "actor"), "beslut": ("subject", "outcome", "actor"), "hinder": ("level", "plans", "area"),
    "underlag": ("kind", "status", "actor"), "mote": ("kind",), "kommentar": ("outcome", "plan"),
    "aktor": ("type",), "rapporttillfalle": ("deadline_standing",),
}
#: The columns of each list, the most important first: where room is short the last ones give way.
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "matning": ("title", "value", "unit", "date", "measure"), "beslut": ("title", "outcome", "date", "body"),
    "underlag": ("title", "status", "valid_to", "kind", "date"), "kommentar": ("text", "outcome", "body", "question"),
    "rapporttillfalle": ("title", "deadline", "deadline_standing", "receiver", "frozen"),
    "hinder": ("title", "level", "owner"),
}
Filters = Mapping[str, str]


@dataclass(frozen=True)
class ListRow:
    """One object in a list: its cells, and the folded words that it is found by."""

    id: str
    cells: tuple[str, ...]
    found_by: str


@dataclass(frozen=True)
class FacetValue:
    """One way to narrow a list down, and how many objects it would leave."""

    field: str
    value: str
    label: str
    words: str
    count: int


def objects_of(state: PlanState, kind: str) -> Mapping[str, Any]:
    """Return the objects of a type by id, actors included."""
    return {actor.id: actor for actor in state.actors} if kind == ACTOR_TYPE else state.objects.get(kind, {})


def headings(kind: str) -> tuple[str, ...]:
    """Return the headings of a list's columns."""
    title, *rest = (spec.label for spec in _columns(kind))
    if kind == "hinder":
        level, owner = rest
        return title, level, texts.HEADING_AGE, texts.HEADING_ANSWER, owner
    return title, *rest


def _columns(kind: str) -> list[FieldSpec]:
    known = fields_by_name(kind)
    return [known[name] for name in _COLUMNS.get(kind, [spec.name for spec in fields(kind) if spec.column])]


class ObjectRows:
    """The rows of one list, made anew only for the objects that have changed."""

    def __init__(self, kind: str, today: Callable[[], dt.date] | None = None) -> None:
        self.kind = kind
        self._today = today
        self._known: dict[str, tuple[Any, ListRow]] = {}
        self._beside: tuple[Any, ...] = ()

    def rows(self, state: PlanState, filters: Filters, words: str = "") -> list[ListRow]:
        """Return the rows that the filters and every word fit."""
        wanted = fold(words).split()
        chosen = [row for one, row in self._all(state) if fits(self.kind, one, filters)]
        return [row for row in chosen if all(word in row.found_by for word in wanted)] if wanted else chosen

    def _all(self, state: PlanState) -> list[tuple[Any, ListRow]]:
        day = self._today() if self._today else dt.date.today()
        beside = state.actors, day, state.answer("1.4.svarstid").value
        if beside != self._beside:
            self._known, self._beside = {}, beside
        found = objects_of(state, self.kind)
        known = self._known
        self._known = {identity: known[identity] if identity in known and known[identity][0] is one
                       else (one, _row(state, self.kind, one, day)) for identity, one in found.items()}
        rows = list(self._known.values())
        if self.kind == "hinder":
            rows.sort(key=lambda pair: obstacle_order(pair[0], obstacle_times(pair[0], state, day)))
        return rows


def _row(state: PlanState, kind: str, one: Any, today: dt.date) -> ListRow:
    cells = _obstacle(state, one, today) if isinstance(one, Obstacle) else tuple(
        _cell(state, spec, getattr(one, spec.name)) for spec in _columns(kind))
    if not cells[0]:
        cells = _name(state, kind, one), *cells[1:]
    if getattr(one, "carried", False):
        cells = cells[0] + texts_changes.CARRIED_SIGN, *cells[1:]
    written = (str(getattr(one, spec.name)) for spec in fields(kind) if spec.kind in ("text", "langtext")
               and not spec.system and getattr(one, spec.name))
    return ListRow(one.id, cells, fold(" ".join((one.id, *cells, *(one_line(text, 400) for text in written)))))


def _cell(state: PlanState, spec: FieldSpec, value: Any) -> str:
    if spec.kind == "datum":
        return str(value or "")
    return one_line(show_field(state, spec, value), _WIDEST)


def _obstacle(state: PlanState, one: Obstacle, today: dt.date) -> tuple[str, ...]:
    times = obstacle_times(one, state, today)
    known = fields_by_name("hinder")
    word = show_field(state, known["level"], one.level)
    return (one_line(one.title, _WIDEST), texts.level_track(one.level, word),
            texts.age(times.age), texts.answer_standing(times.standing, times.days), one_line(one.owner, _WIDEST))


def fits(kind: str, one: Any, filters: Filters) -> bool:
    """Whether an object has every value that is asked for; an area takes in the areas that belong to it."""
    return all(value in _values(kind, one, field) for field, value in filters.items())


def _values(kind: str, one: Any, field: str) -> set[str]:
    value = getattr(one, field)
    found = {str(item) for item in value} if isinstance(value, tuple) else {str(value)} if value else {NOT_GIVEN}
    if field == "actor" and kind == "insats":
        found |= set(one.participants)
    if field == "area":
        found |= {parent for code in found for parent in _parents(code)}
    return found or {NOT_GIVEN}


def _parents(area: str) -> Iterable[str]:
    found = codes("omrade").code(area)
    return [found.parent] if found is not None and found.parent else []


def facet_values(state: PlanState, kind: str, filters: Filters) -> list[FacetValue]:
    """Return every value that the list can be narrowed down by further, in the order of the codes."""
    left = [one for one in objects_of(state, kind).values() if fits(kind, one, filters)]
    found = []
    for field in FACETS.get(kind, ()):
        spec = fields_by_name(kind)[field]
        counts = Counter(value for one in left for value in _values(kind, one, field))
        found += [FacetValue(field, value, facet_label(spec), words, counts[value])
                  for value, words in _in_order(state, spec, counts)]
    return found


def _in_order(state: PlanState, spec: FieldSpec, counts: Mapping[str, int]) -> Sequence[tuple[str, str]]:
    known = spec.options or (reference_options(state, spec.target) if spec.target else ())
    words = [(option.id, option.label) for option in known if option.id in counts]
    if not spec.options:
        words.sort(key=lambda pair: sort_key(pair[1]))
    return [*words, *([(NOT_GIVEN, texts.FACET_MISSING)] if NOT_GIVEN in counts else [])]


def facet_label(spec: FieldSpec) -> str:
    """Return what a way to narrow a list down is called; of the actors those that take part count too."""
    return texts.FACET_ACTOR if spec.name == "actor" else spec.label


def filter_words(state: PlanState, kind: str, filters: Filters) -> list[str]:
    """Return each filter as a person reads it: «Läge: Pågående»."""
    known = fields_by_name(kind)
    return [texts.FACET.format(label=facet_label(known[field]), words=texts.FACET_MISSING if value == NOT_GIVEN
                               else show_field(state, known[field], (value,) if known[field].many else value))
            for field, value in filters.items()]


def starting_fields(kind: str, filters: Filters) -> dict[str, Any]:
    """Return what a new object begins with when the list is narrowed down: the same plan, area and state."""
    known = fields_by_name(kind)
    return {field: [value] if known[field].many else value for field, value in filters.items() if value != NOT_GIVEN}


def object_name(state: PlanState, kind: str, identity: str) -> str:
    """Return what an object is called, its id where it has no name, empty where it is gone."""
    one = objects_of(state, kind).get(identity)
    return "" if one is None else _name(state, kind, one)


def _name(state: PlanState, kind: str, one: Any) -> str:
    """Return what an object is called; a measurement without a title is called by its measure in words."""
    measure = fields_by_name(kind).get("measure")
    if kind == "matning" and measure is not None and not one.title and one.measure:
        return show_field(state, measure, one.measure)
    return one_line(title_of(one.__dict__), _WIDEST) or str(one.id)
