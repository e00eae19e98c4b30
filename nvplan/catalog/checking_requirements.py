"""Checks of requirement sets, requirements and coverage: what may not stand in data/, and what would be right."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from nvplan.catalog.faults import Fault, id_faults
from nvplan.model.lineage import Lineage
from nvplan.model.requirement import Requirement, RequirementSet
from nvplan.texts import catalog as catalog_texts

if TYPE_CHECKING:
    from nvplan.model.figures import Goal

#: Rows of the sentence list that may be left out: at most one in ten.
LEFT_OUT_SHARE = 10
#: Who a row of the sentence list can be aimed at; the requirements need not cover what is aimed at SKR.
ROW_ACTORS = ("region", "kommun", "rss", "bada", "vardgivare", "skr")
NOT_OURS = "skr"


def set_faults(rows: Sequence[RequirementSet]) -> Iterator[Fault]:
    """Yield sets whose id stands id_faults, whose label hides their standing, or that replace what does not exist."""
    yield from id_faults(rows)
    known = {row.id for row in rows}
    loops = Lineage({row.id: (row.replaces,) for row in rows if row.replaces}).loops()
    for place, row in enumerate(rows):
        if row.id in loops:
            yield place, catalog_texts.FAULT_LOOP.format(id=row.id)
        if row.replaces and row.replaces not in known:
            yield place, catalog_texts.FAULT_SET.format(set=row.replaces)
        for needed in _needed_words(row):
            if needed not in _as_now(row.label):
                yield place, catalog_texts.FAULT_LABEL.format(word=needed)
            if row.named and needed not in _as_now(row.named):
                yield place, catalog_texts.FAULT_NAMED.format(word=needed)
        if row.is_proposed and row.always:
            yield place, catalog_texts.FAULT_PROPOSED_ALWAYS
        if row.is_proposed != bool(row.label_in_force) or (row.is_proposed and "{reference}" not in row.label_in_force):
            yield place, catalog_texts.FAULT_LABEL_IN_FORCE


def _as_now(label: str) -> str:
    return label.lower().replace(catalog_texts.LABEL_UNVERIFIED_FORMER, catalog_texts.LABEL_UNVERIFIED)


def _needed_words(row: RequirementSet) -> Iterator[str]:
    if row.standing == "avslutad":
        yield catalog_texts.LABEL_ENDED
    if row.is_proposed:
        yield catalog_texts.LABEL_PROPOSED
    if not row.verified:
        yield catalog_texts.LABEL_UNVERIFIED


def requirement_faults(rows: Sequence[Requirement], sets: Mapping[str, RequirementSet],
                       before: Collection[str] = ()) -> Iterator[Fault]:
    """Yield what keeps a file of requirements from being used; `before` holds the ids of the files read earlier."""
    yield from id_faults(rows)
    for place, row in enumerate(rows):
        if row.id in before:
            yield place, catalog_texts.FAULT_OTHER_FILE.format(id=row.id)
        if row.set not in sets:
            yield place, catalog_texts.FAULT_SET.format(set=row.set)
        elif sets[row.set].is_proposed != bool(row.text_in_force and row.title_in_force):
            yield place, catalog_texts.FAULT_IN_FORCE
        elif sets[row.set].is_proposed and not row.text.lower().startswith(catalog_texts.LABEL_PROPOSED):
            yield place, catalog_texts.FAULT_PROPOSED_TEXT
        for field in ("addressees", "sources", "title", "text"):
            if not _filled(getattr(row, field)):
                yield place, catalog_texts.FAULT_EMPTY.format(field=field)


def _filled(value: str | tuple[object, ...]) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)


def cross_faults(rows: Sequence[Requirement], everything: Mapping[str, Requirement], areas: Collection[str],
                 row_ids: Collection[str]) -> Iterator[Fault]:
    """Yield what a requirement refers to without it being there: an area, a replaced requirement, a covered row."""
    loops = Lineage.of(everything.values()).loops()
    for place, row in enumerate(rows):
        if row.id in loops:
            yield place, catalog_texts.FAULT_LOOP.format(id=row.id)
        if row.area not in areas:
            yield place, catalog_texts.FAULT_AREA.format(area=row.area)
        for other in row.replaces:
            if other not in everything:
                yield place, catalog_texts.FAULT_REQUIREMENT.format(field="replaces", id=other)
            elif everything[other].set == row.set:
                yield place, catalog_texts.FAULT_REPLACES_OWN.format(id=other)
        for covered in row.covers:
            if covered not in row_ids:
                yield place, catalog_texts.FAULT_COVERS.format(id=covered)
        if len(set(row.covers)) != len(row.covers):
            yield place, catalog_texts.FAULT_COVERS_TWICE


def goal_faults(rows: Sequence[Goal], sets: Collection[str]) -> Iterator[Fault]:
    """Yield goals of sets that do not exist, that say nothing, or that replace what is not there or themselves."""
    yield from id_faults(rows)
    known = {row.id for row in rows}
    loops = Lineage.of(rows).loops()
    for place, row in enumerate(rows):
        if row.set not in sets:
            yield place, catalog_texts.FAULT_SET.format(set=row.set)
        for field in ("title", "text"):
            if not _filled(getattr(row, field)):
                yield place, catalog_texts.FAULT_EMPTY.format(field=field)
        if row.id in loops:
            yield place, catalog_texts.FAULT_LOOP.format(id=row.id)
        for old in row.replaces:
            if old not in known:
                yield place, catalog_texts.FAULT_REPLACES.format(id=old)


def row_faults(rows: Sequence[Mapping[str, str]], documents: Collection[str]) -> Iterator[Fault]:
    """Yield rows of the sentence list that stand id_faults, or whose document, line or actor cannot be."""
    seen: set[str] = set()
    for place, row in enumerate(rows):
        if row["id"] in seen:
            yield place, catalog_texts.FAULT_ROW_TWICE.format(id=row["id"])
        seen.add(row["id"])
        if row["document"] not in documents:
            yield place, catalog_texts.FAULT_DOCUMENT.format(document=row["document"])
        if not (row["line"].isascii() and row["line"].isdecimal()):
            yield place, catalog_texts.FAULT_LINE.format(line=row["line"])
        if row["actor"] not in ROW_ACTORS:
            yield place, catalog_texts.FAULT_ACTOR.format(actor=row["actor"], known=", ".join(ROW_ACTORS))


def coverage_faults(rows: Sequence[Mapping[str, str]], covered: Collection[str],
                    left_out: Collection[str]) -> Iterator[Fault]:
    """Yield rows of the sentence list that no requirement covers and that are not left out with a reason either."""
    for place, row in enumerate(rows):
        if row["actor"] != NOT_OURS and row["id"] not in covered and row["id"] not in left_out:
            yield place, catalog_texts.FAULT_UNCOVERED.format(id=row["id"])


def left_out_faults(rows: Sequence[Mapping[str, str]], known: Mapping[str, str],
                    covered: Collection[str]) -> Iterator[Fault]:
    """Yield rows left out without a reason, left out though covered, unknown, or too many; `known` gives the actors."""
    most = sum(actor != NOT_OURS for actor in known.values()) // LEFT_OUT_SHARE
    for place, row in enumerate(rows):
        if row["id"] not in known:
            yield place, catalog_texts.FAULT_COVERS.format(id=row["id"])
        if row["id"] in covered:
            yield place, catalog_texts.FAULT_LEFT_OUT_COVERED.format(id=row["id"])
        if not row["reason"].strip():
            yield place, catalog_texts.FAULT_REASON
        if place >= most:
            yield place, catalog_texts.FAULT_LEFT_OUT_MANY.format(most=most)
