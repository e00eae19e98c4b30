"""What stands beside a list: everything that is known of the marked object, and what uses it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from rich.cells import cell_len
from textual.content import Content

from nvplan.model.dates import short_date
from nvplan.model.objects import ACTOR_TYPE, Effort
from nvplan.model.plan import PlanState
from nvplan.model.safetext import one_line, visible
from nvplan.services.reading.change_log import history_of
from nvplan.services.reading.goal_standing import small_line, standings, told
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.reading.object_list import object_facts
from nvplan.services.reading.object_references import mentions
from nvplan.services.reading.object_rows import object_name
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.places import HISTORY
from nvplan.services.reading.state import ACTORS
from nvplan.services.reading.status import NOT_GIVEN
from nvplan.texts import goal_line as line_texts
from nvplan.texts import mentions as mentions_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.widgets.blocks import filled
from nvplan.tui.widgets.effort_cells import effort_reach, effort_words

#: A longer text is cut in the panel; the form has all of it.
_LONGEST = 400
_MOST_MENTIONS = 8
#: So many changes are told, each on so many lines at most.
_MOST_CHANGES, _LINES = 6, 4
#: Lines no longer than this are names, and stand after each other.
_NAME = 26
#: What the line below an insats's title tells, and how wide the bar of its reach is.
_STANDING, _REACH = ("state", "spread", "reached", "reach_of", "reach_unit"), 20
#: How wide what is told beside a list is where nobody says, how wide its labels are, and from where they are wider.
WIDTH, _LABEL, _ROOMY, _WIDE_LABEL = 42, 13, 56, 18


def facts(pairs: Iterable[tuple[str, str]], width: int = WIDTH) -> Content:
    """Return what is known, in so many cells: a short value beside its label, a longer one below it.

    What a person wrote is text and nothing else.
    """
    column = _LABEL if width < _ROOMY else _WIDE_LABEL
    parts: list[Content] = []
    was_long = False
    for label, value in pairs:
        lines = value.split("\n")
        listed = len(lines) > 1 and all(len(line) <= _NAME for line in lines)
        value = ", ".join(lines) if listed else value
        shown = visible(value if len(value) <= _LONGEST else value[: _LONGEST - 1].rstrip() + "…")
        beside = "\n" not in shown and cell_len(shown) <= width - column and cell_len(label) < column
        if parts and (was_long or not beside):
            parts.append(Content(""))
        if beside:
            parts.append(Content.assemble((f"{visible(label):<{column}}", "$quiet"), shown))
        else:
            parts += [Content.styled(visible(label), "$quiet"), Content(shown)]
        was_long = not beside
    return Content("\n").join(parts)


def about_object(state: PlanState, kind: str, identity: str, width: int = WIDTH) -> Content:
    """Return what is known of an object: what it is, its fields with something in them, and what mentions it."""
    if not object_name(state, kind, identity):
        return Content("")
    (_, title), *rest = object_facts(state, kind, identity, ids=False) or [("", object_name(state, kind, identity))]
    pairs = [*standing_facts(state, kind, identity), *rest, *mention_facts(state, kind, identity)]
    head = [Content.styled(visible(title), "bold")]
    if kind == Effort.about.name:
        one = state.objects[kind][identity]
        head += effort_standing(one) if isinstance(one, Effort) else []
        pairs = [pair for pair in pairs if pair[0] not in _standing_labels()]
    return Content("\n").join([*head, Content(""), facts(pairs, width)])


def _standing_labels() -> set[str]:
    """Return the labels of what an insats's own line tells."""
    return {fields_by_name(Effort.about.name)[name].label for name in _STANDING}


def effort_standing(one: Effort) -> list[Content]:
    """Return where an insats stands in a line, and how far it reaches as a bar with its numbers."""
    spread = planner_objects_texts.SHORT_SPREAD.get(one.spread or "") or effort_words("spread", one.spread or NOT_GIVEN)
    words = [effort_words("state", one.state or NOT_GIVEN), spread]
    reach = effort_reach(one)
    parts = [Content(visible(" · ".join([*words, *([reach] if reach else [])])))]
    if one.reached is not None and one.reach_of:
        full = filled(min(Fraction(1), Fraction(one.reached) / Fraction(one.reach_of)), _REACH)
        parts.append(Content.assemble(("━" * full, "$primary"), ("─" * (_REACH - full), "$edge")))
    return parts


def standing_facts(state: PlanState, kind: str, identity: str) -> list[tuple[str, str]]:
    """Return where a goal stands against its line, drawn and in words; none for what is no goal."""
    found = next((one for one in standings(state) if one.goal.id == identity), None) if kind == "mal" else None
    if found is None:
        return []
    return [(line_texts.LABEL, "\n".join(part for part in (small_line(found), told(found)) if part))]


def mention_facts(state: PlanState, kind: str, identity: str) -> list[tuple[str, str]]:
    """Return what mentions an object as one fact, none where nothing does."""
    lines = mention_lines(state, kind, identity)
    return [(mentions_texts.FACTS, "\n".join(lines))] if lines else []


def mention_lines(state: PlanState, kind: str, identity: str, most: int = _MOST_MENTIONS) -> Sequence[str]:
    """Return what mentions an object, a line for each type, and how many more there are; a title stands once."""
    return mention_words([(one.kind, one.title) for one in mentions(state, kind, identity)], most)


def mention_words(found: Sequence[tuple[str, str]], most: int) -> list[str]:
    """Return things of type and title in words: a line for each type, and how many more than `most` there are."""
    titles: dict[str, Counter[str]] = {}
    for kind, title in found[:most]:
        titles.setdefault(kind, Counter())[title] += 1
    lines = [mentions_texts.mentioned_in(kind, counted) for kind, counted in titles.items()]
    return [*lines, *([planner_objects_texts.MORE.format(count=len(found) - most)] if len(found) > most else [])]


def object_history(session: OpenPlan, kind: str, identity: str, width: int) -> Content:
    """Return the latest changes of an object in so many cells: when, in which role, and from what to what."""
    found, more = history_of(session, ACTORS if kind == ACTOR_TYPE else kind, identity, _MOST_CHANGES)
    if not found:
        return Content("")
    parts = [Content.styled(planner_objects_texts.place_name(HISTORY), "bold")]
    for row in found:
        role = f" · {visible(row.role)}" if row.role else ""
        parts += [Content(""), Content.styled(f"{short_date(row.when[:10])} {row.when[11:16]}{role}", "$quiet"),
                  Content(one_line(row.values, width * _LINES) or row.what)]
    parts += [Content(""), Content.styled(planner_objects_texts.MORE.format(count=more), "$quiet")] if more else []
    return Content("\n").join(parts)
