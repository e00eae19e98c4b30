"""The lists of shared objects as a person looks through them: rows of words, found by words and by coded fields."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from typing import Any
from weakref import WeakKeyDictionary

from nvplan.catalog import anchors
from nvplan.catalog.reference import codes
from nvplan.clock import system_day
from nvplan.model.collation import fold, sort_key
from nvplan.model.kinds import kind_of
from nvplan.model.objects import ABOUT, ACTOR_TYPE, CountyArea, Goal, Mailing, Obstacle
from nvplan.model.plan import PlanState
from nvplan.model.safetext import one_line
from nvplan.services.reading.county_structure import AREAS, in_structure, numbered, upward
from nvplan.services.reading.goal_standing import brief_amount
from nvplan.services.reading.mailing_rows import COMPLETE, answered, with_complete, with_heading
from nvplan.services.reading.object_fields import FieldSpec, fields, fields_by_name
from nvplan.services.reading.object_list import list_words, show_field
from nvplan.services.reading.object_references import reference_options
from nvplan.services.reading.obstacles import answer_order, obstacle_order, obstacle_times
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.plan_names import own_options, own_title, term
from nvplan.services.reading.status import NOT_GIVEN
from nvplan.texts import changes as changes_texts
from nvplan.texts import objects as objects_texts
from nvplan.texts import planner_objects as planner_objects_texts

_ANSWER, _AGE, _OWNER_FIELD = 2, 3, 2  # the columns of a hinder that no field holds, and the field after them
#: The way to narrow a list down to what is taken over from last year and that nobody has confirmed.
CARRIED, UNCONFIRMED = "carried", "obekraftad"
#: A cell is cut here; the whole text is in the object's own form.
_WIDEST = 120
_INDENT = "  "  # how far in each level of a structure stands
Filters = Mapping[str, str]
SortValue = Decimal | int | tuple[str, str]


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
        level, owner, *_ = rest
        return title, level, planner_objects_texts.HEADING_ANSWER, planner_objects_texts.HEADING_AGE, owner
    return with_heading((title, *rest)) if kind == Mailing.about.name else (title, *rest)


@cache
def _columns(kind: str) -> tuple[FieldSpec, ...]:
    known = fields_by_name(kind)
    return tuple(known[name] for name in ABOUT[kind].columns)


class ListRow:
    """One object in a list. Its words are put together when someone asks for them: who opens a list sees a screenful.

    It is found by folded words, and sorted by what a column holds and not by how it is written.
    """

    def __init__(self, one: Any, rows: ObjectRows) -> None:
        self.one = one
        self.id: str = one.id
        self._rows = rows

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return _cells(self._rows.state, self._rows.kind, self.one, self._rows.day)

    @property
    def cells(self) -> tuple[str, ...]:
        """The words of each column; the first begins with the mark of what is carried over, where no width cuts it."""
        first, *rest = self._words
        below = _INDENT * (self._rows.levels.get(self.id, 1) - 1)
        return (below + (changes_texts.CARRIED_SIGN if is_carried(self.one) else "") + first, *rest)

    @cached_property
    def found_by(self) -> str:
        """The folded words that the row is found by."""
        kind, one = self._rows.kind, self.one
        written = (str(getattr(one, spec.name)) for spec in fields(kind) if kind_of(spec).is_text
                   and not spec.system and getattr(one, spec.name))
        whole = (show_field(self._rows.state, spec, value) for spec in _columns(self._rows.kind)
                 if _brief(spec, one) and (value := getattr(one, spec.name)) is not None)
        return fold(" ".join((one.id, *self._words, *whole, *(one_line(text, 400) for text in written))))

    def sort_value(self, column: int) -> SortValue | None:
        """Return what the row is sorted by in a column: text in Swedish order, numbers, days, codes in their order.

        None where the cell is empty.
        """
        rows = self._rows
        if isinstance(self.one, Obstacle) and column in (_AGE, _ANSWER):
            times = obstacle_times(self.one, rows.state, rows.day)
            return times.age if column == _AGE else answer_order(times)
        columns = _columns(rows.kind)
        if isinstance(self.one, Mailing) and column == COMPLETE:
            return answered(rows.state, self.one)
        place = _OWNER_FIELD if isinstance(self.one, Obstacle) and column > _AGE else column
        place -= isinstance(self.one, Mailing) and column > COMPLETE
        return _sort_value(columns[place], getattr(self.one, columns[place].name), self._words[column])


def _sort_value(spec: FieldSpec, value: Any, shown: str) -> SortValue | None:
    place = kind_of(spec).order(spec, value)
    return place if place is not None else sort_key(shown) if shown else None


class ObjectRows:
    """The rows of one list, made anew only for the objects that have changed."""

    def __init__(self, kind: str, today: Callable[[], dt.date] = system_day) -> None:
        self.kind = kind
        self.state: PlanState
        """The state that the rows tell of."""
        self.day = dt.date.min
        """The day that ages and waiting are counted to."""
        self.levels: dict[str, int] = {}  # of each målområde, 1 for the topmost
        self._today = today
        self._known: dict[str, ListRow] = {}
        self._beside: tuple[Any, ...] = ()

    def rows(self, state: PlanState, filters: Filters, words: str = "") -> list[ListRow]:
        """Return the rows that the filters and every word fit."""
        wanted = fold(words).split()
        chosen = self._all(state)
        if filters:
            chosen = [row for row in chosen if fits(state, self.kind, row.one, filters)]
        return [row for row in chosen if all(word in row.found_by for word in wanted)] if wanted else chosen

    def _all(self, state: PlanState) -> list[ListRow]:
        self.state, self.day = state, self._today()
        every = state.revision if self.kind == Mailing.about.name else 0  # what is complete depends on every answer
        placed = in_structure(state) if self.kind == AREAS else []
        self.levels = {one.area.id: one.level for one in placed}
        beside = state.actors, self.day, state.answer(anchors.ANSWER_TIME).value, every, self.levels, term(state)
        if beside != self._beside:
            self._known, self._beside = {}, beside
        known, found = self._known, objects_of(state, self.kind)
        self._known = {identity: row if (row := known.get(identity)) is not None and row.one is one
                       else ListRow(one, self) for identity, one in found.items()}
        rows = list(self._known.values())
        if self.kind == "hinder":
            rows.sort(key=lambda row: obstacle_order(row.one, obstacle_times(row.one, state, self.day)))
        elif self.kind == AREAS:
            place = {one.area.id: number for number, one in enumerate(placed)}
            rows.sort(key=lambda row: place[row.id])
        return rows


_ROWS: WeakKeyDictionary[OpenPlan, dict[str, ObjectRows]] = WeakKeyDictionary()


def rows_of(session: OpenPlan, kind: str) -> ObjectRows:
    """Return the rows of a list, kept while the plan is open: what is worked out once is there the next time."""
    kept, clock = _ROWS.setdefault(session, {}), session.clock  # the rows hold the clock and not the plan, which may go
    return kept.setdefault(kind, ObjectRows(kind, lambda: clock().date()))


def _cells(state: PlanState, kind: str, one: Any, today: dt.date) -> tuple[str, ...]:
    cells = _obstacle(state, one, today) if isinstance(one, Obstacle) else tuple(
        _brief(spec, one) or _cell(state, spec, getattr(one, spec.name)) for spec in _columns(kind))
    if isinstance(one, Mailing):
        return with_complete(state, one, cells)
    if isinstance(one, CountyArea):
        return numbered(one), *cells[1:]
    return (own_title(state, kind, cells[0]) or _name(state, kind, one), *cells[1:])


def is_carried(one: Any) -> bool:
    """Whether an object was taken over from last year's plan and nobody has confirmed it since."""
    return bool(getattr(one, "carried", False))


def _brief(spec: FieldSpec, one: Any) -> str:
    """Return what a list says in its own way: a shorter word, a goal's value with its percent; else nothing."""
    value = getattr(one, spec.name)
    if isinstance(one, Goal) and isinstance(value, Decimal):
        return brief_amount(value, one)
    return planner_objects_texts.SHORT_SPREAD.get(value, "") if spec.name == "spread" else ""


def _cell(state: PlanState, spec: FieldSpec, value: Any) -> str:
    return one_line(list_words(state, spec, value), _WIDEST)


def _obstacle(state: PlanState, one: Obstacle, today: dt.date) -> tuple[str, ...]:
    times = obstacle_times(one, state, today)
    known = fields_by_name("hinder")
    word = show_field(state, known["level"], one.level)
    return (
        one_line(one.title, _WIDEST),
        planner_objects_texts.level_track(one.level, word),
        planner_objects_texts.answer_standing(times.standing, times.days, times.late),
        planner_objects_texts.age(times.age),
        one_line(one.owner, _WIDEST),
    )


def fits(state: PlanState, kind: str, one: Any, filters: Filters) -> bool:
    """Whether an object has every value that is asked for; an area takes in those that belong to it, of every level."""
    return all(value in _values(state, kind, one, field) for field, value in filters.items())


def _values(state: PlanState, kind: str, one: Any, field: str) -> set[str]:
    if field == CARRIED:
        return {UNCONFIRMED} if is_carried(one) else set()
    value = getattr(one, field)
    found = {str(item) for item in value} if isinstance(value, tuple) else {str(value)} if value else {NOT_GIVEN}
    owner = ABOUT[kind].owner
    if not value and field in ABOUT[kind].open_facets:
        found |= {option.id for option in fields_by_name(kind)[field].options}
    if field == owner.field:
        found |= {actor for name in owner.taking_part for actor in getattr(one, name)}
    if field == "area":
        found |= {parent for code in found for parent in _parents(code)}
    if fields_by_name(kind)[field].target == AREAS:
        found |= {above.id for identity in found for above in upward(state, identity)}
    return found or {NOT_GIVEN}


def _parents(area: str) -> Iterable[str]:
    found = codes("omrade").code(area)
    return [found.parent] if found is not None and found.parent else []


def facet_values(state: PlanState, kind: str, filters: Filters) -> list[FacetValue]:
    """Return every value that the list can be narrowed down by further, in the order of the codes."""
    left = [one for one in objects_of(state, kind).values() if fits(state, kind, one, filters)]
    found = []
    for field in ABOUT[kind].facets:
        spec = fields_by_name(kind)[field]
        counts = Counter(value for one in left for value in _values(state, kind, one, field))
        found += [FacetValue(field, value, facet_label(spec), words, counts[value])
                  for value, words in _in_order(state, spec, counts)]
    carried = sum(map(is_carried, left))
    return (
        [
            FacetValue(
                CARRIED,
                UNCONFIRMED,
                planner_objects_texts.FACET_CARRIED,
                planner_objects_texts.FACET_UNCONFIRMED,
                carried,
            ),
            *found,
        ]
        if carried
        else found
    )


def _in_order(state: PlanState, spec: FieldSpec, counts: Mapping[str, int]) -> Sequence[tuple[str, str]]:
    known = own_options(state, spec) or (reference_options(state, spec.target) if spec.target else ())
    words = [(option.id, option.label) for option in known if option.id in counts]
    if not spec.options:
        words.sort(key=lambda pair: sort_key(pair[1]))
    return [*words, *([(NOT_GIVEN, planner_objects_texts.FACET_MISSING)] if NOT_GIVEN in counts else [])]


def narrowed(filters: Filters, field: str, value: str) -> dict[str, str]:
    """Return the filters with one more; one that is there already is let go, and no field lets all of them go."""
    if not field:
        return {}
    if filters.get(field) == value:
        return {name: kept for name, kept in filters.items() if name != field}
    return {**filters, field: value}


def facet_label(spec: FieldSpec) -> str:
    """Return what a way to narrow a list down is called; of the actors those that take part count too."""
    return planner_objects_texts.FACET_ACTOR if spec.name == "actor" else spec.label


def filter_words(state: PlanState, kind: str, filters: Filters) -> list[str]:
    """Return each filter as a person reads it: «Läge: Pågående»."""
    return [_filter_words(state, kind, field, value) for field, value in filters.items()]


def _filter_words(state: PlanState, kind: str, field: str, value: str) -> str:
    if field == CARRIED:
        return planner_objects_texts.FACET.format(
            label=planner_objects_texts.FACET_CARRIED, words=planner_objects_texts.FACET_UNCONFIRMED
        )
    spec = fields_by_name(kind)[field]
    words = (
        planner_objects_texts.FACET_MISSING
        if value == NOT_GIVEN
        else show_field(state, spec, (value,) if spec.many else value)
    )
    return planner_objects_texts.FACET.format(label=facet_label(spec), words=words)


def object_name(state: PlanState, kind: str, identity: str) -> str:
    """Return what an object is called, by what it is about where it has no name, empty where it is gone."""
    one = objects_of(state, kind).get(identity)
    return "" if one is None else _name(state, kind, one)


def _name(state: PlanState, kind: str, one: Any) -> str:
    """Return what an object is called, with a code in words; else what it points at first, and last its kind."""
    for name in ABOUT[kind].called:
        spec, value = fields_by_name(kind)[name], getattr(one, name)
        if value:
            shown = show_field(state, spec, value) if spec.codes else own_title(state, kind, str(value))
            return one_line(shown, _WIDEST)
    about = [show_field(state, spec, getattr(one, spec.name)) for spec in fields(kind) if spec.target and not spec.many]
    return one_line(next(filter(None, about), ""), _WIDEST) or objects_texts.unnamed(kind)
