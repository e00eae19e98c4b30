"""Rows pasted into a list of shared objects: read as new posts, each whole or not at all, before anything is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from nvplan.model.collation import fold
from nvplan.model.errors import InputError
from nvplan.model.objects import ABOUT
from nvplan.model.safetext import one_line
from nvplan.services.reading.beginnings import starting_fields
from nvplan.services.reading.object_fields import fields, fields_by_name
from nvplan.services.reading.object_rows import filter_words, headings, objects_of
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.pasted_rows import told_extra
from nvplan.services.reading.tabular import Extra, Placed, PlacedRow, place_rows, read_rows
from nvplan.services.writing.objects import check_new
from nvplan.services.writing.returned.columns import documents_of, fillable_columns, read_field
from nvplan.services.writing.returned.exported import plain
from nvplan.texts import changes as changes_texts
from nvplan.texts import objects as objects_texts
from nvplan.texts import pasting as pasting_texts
from nvplan.texts import planner_objects as planner_objects_texts

#: So many posts are made by one paste; more is a file to take in.
MOST_POSTS = 500
_LONGEST = 60
#: What a list of ours shows before a word: what is carried over from last year, and how far up a hinder has come.
_SIGNS = "".join((changes_texts.CARRIED_SIGN, *planner_objects_texts.TRACK_SIGNS))


@dataclass
class PastedObjects:
    """What was pasted: the posts that can be made, why others cannot, and what else a person should know."""

    posts: list[Mapping[str, Any]] = field(default_factory=list)
    """The fields of each new post."""
    names: list[str] = field(default_factory=list)
    """What each new post is called."""
    faults: list[str] = field(default_factory=list)
    """A sentence for each row and column that is not taken in."""
    notes: list[str] = field(default_factory=list)
    refused: int = 0
    """How many rows are not taken in."""


def read_pasted_objects(plan: OpenPlan, kind: str, pasted: str, filters: Mapping[str, str] | None = None
                        ) -> PastedObjects:
    """Read the rows of a clipboard as new posts of a list.

    With headings, each column is the field that its heading names; without, the columns are those of the list.

    Args:
        plan: the plan with the list.
        kind: the type of the posts.
        pasted: the text of the clipboard.
        filters: what the list is narrowed down to; a new post begins with it, where its row says nothing else.
    """
    rows = read_rows(pasted)
    names, placed = _placed(kind, rows)
    reading = _Reading(plan, kind, starting_fields(kind, filters or {}))
    extra = list(placed.extra)
    for row in placed.rows:
        cells = {names[at]: text for at, text in row.cells.items() if names[at]}
        for at, text in row.cells.items():
            if not names[at]:
                _worked_out(extra, headings(kind)[at], at).cells.append(text)
        if cells:
            reading.take(row, cells)
    found = reading.found
    found.faults.extend(told_extra(one) for one in extra)
    if placed.headed:
        found.notes.append(pasting_texts.HEADINGS_LEFT_OUT if found.posts or found.faults
                           else pasting_texts.ONLY_HEADINGS)
    found.notes += [pasting_texts.DASHES_EMPTY] if placed.dashes else []
    if found.posts and reading.begun_with:
        words = filter_words(plan.state, kind, {name: (filters or {})[name] for name in reading.begun_with})
        found.notes.append(pasting_texts.BEGUN_WITH.format(chosen=", ".join(words)))
    return found


def _placed(kind: str, rows: Sequence[Sequence[str]]) -> tuple[list[str], Placed]:
    """Return the field of each column, empty for what the program works out, and the cells in their columns."""
    shown = headings(kind)
    by_label = {spec.label: spec.name for spec in fields(kind) if spec.name in ABOUT[kind].columns}
    listed = [by_label.get(heading, "") for heading in shown]
    listed = ["" if name and fields_by_name(kind)[name].system else name for name in listed]
    others = [spec.name for spec in fields(kind)
              if not (spec.system or spec.retired) and spec.name not in listed]
    words = [_words(kind, name) if name else [heading] for name, heading in zip(listed, shown, strict=True)]
    placed = place_rows(rows, [*words, *(_words(kind, name) for name in others)])
    if placed.headed:
        return [*listed, *others], placed
    return listed, place_rows(rows, words)


def _words(kind: str, name: str) -> list[str]:
    """Return what the column of a field may be headed: labels of now and before, its name, the type for its title."""
    spec = fields_by_name(kind)[name]
    titles = [title for title, column in fillable_columns(kind).items() if column == name]
    called = [objects_texts.KINDS[kind][0]] if name == ABOUT[kind].called[0] else []
    return [spec.label, *spec.former, *titles, name, *called]


def _worked_out(extra: list[Extra], heading: str, at: int) -> Extra:
    known = next((one for one in extra if one.heading == heading), None)
    if known is None:
        known = Extra(heading, at + 1)
        extra.append(known)
    return known


class _Reading:
    """Reads rows one by one; a row that is there already is no new post."""

    def __init__(self, plan: OpenPlan, kind: str, begin: Mapping[str, Any]) -> None:
        self.found = PastedObjects()
        self.begun_with: set[str] = set()
        """The fields that some post has from the part of the list that is chosen."""
        self._plan, self._kind, self._begin = plan, kind, begin
        self._called = ABOUT[kind].called[0]
        self._titles = {fold(str(getattr(one, self._called))) for one in objects_of(plan.state, kind).values()}

    def _documents(self, kind: str) -> Iterable[Mapping[str, Any]]:
        """Return what references can point at: what is in the plan, and by its name what an earlier row makes.

        A whole structure comes in one paste, the ones above before those under them. When the rows are written the
        name finds what the earlier row became.
        """
        yield from documents_of(self._plan)(kind)
        if kind == self._kind:
            yield from ({**post, "id": title} for post in self.found.posts
                        if (title := str(post.get(self._called, ""))))

    def take(self, row: PlacedRow, cells: Mapping[str, str]) -> None:
        """Take a row as a post, or tell why it is none."""
        first = one_line(next(iter(cells.values())), _LONGEST)
        values, faults = self._values(cells)
        begin = {name: value for name, value in self._begin.items() if name not in cells}
        if not faults:
            faults = self._whole(values, {**begin, **values})
        if faults:
            self.found.refused += 1
            self.found.faults += [pasting_texts.POST_FAULT.format(
                row=row.number, first=pasting_texts.quoted([first]), fault=fault) for fault in faults]
            return
        title = fold(str(values.get(self._called, "")))
        if title and title in self._titles:
            self.found.notes.append(pasting_texts.SAME_TITLE.format(title=one_line(cells[self._called], _LONGEST)))
        self._titles.add(title)
        self.begun_with |= begin.keys()
        self.found.posts.append({**begin, **values})
        self.found.names.append(one_line(cells.get(self._called, ""), _LONGEST) or first)

    def _values(self, cells: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
        values, faults = {}, []
        for name, text in cells.items():
            try:
                values[name] = self._read(name, text)
            except InputError as error:
                faults.append(str(error))
        return values, faults

    def _read(self, name: str, text: str) -> Any:
        """Return a cell as a field's value; line breaks become spaces in a field of one line, and that is told."""
        spec, bare = fields_by_name(self._kind)[name], plain(text.strip().lstrip(_SIGNS))
        try:
            return read_field(self._kind, name, bare, self._documents)
        except InputError:
            if spec.many or "\n" not in bare:
                raise
            value = read_field(self._kind, name, " ".join(bare.split()), self._documents)
        note = pasting_texts.LINES_JOINED.format(column=spec.label)
        self.found.notes += [note] if note not in self.found.notes else []
        return value

    def _whole(self, values: Mapping[str, Any], fields: Mapping[str, Any]) -> list[str]:
        """Return why values that can be read each by itself make no new post together."""
        if len(self.found.posts) >= MOST_POSTS:
            return [pasting_texts.MOST_POSTS.format(most=MOST_POSTS)]
        if any(all(getattr(one, name) == value for name, value in values.items())
               for one in objects_of(self._plan.state, self._kind).values()):
            return [pasting_texts.IS_THERE]
        if any(all(post.get(name) == value for name, value in values.items()) for post in self.found.posts):
            return [pasting_texts.ROW_TWICE]
        try:
            check_new(self._plan, self._kind, fields, self._documents)
        except InputError as error:
            return [str(error)]
        return []
