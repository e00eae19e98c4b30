"""What stands beside a list: everything that is known of the marked object, and what uses it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from nvplan.model.plan import PlanState
from nvplan.model.safetext import visible
from nvplan.services.reading.goal_standing import small_line, standings, told
from nvplan.services.reading.object_list import object_facts
from nvplan.services.reading.object_references import mentions
from nvplan.services.reading.object_rows import object_name
from nvplan.texts import goal_line as line_texts
from nvplan.texts import objects as objects_texts
from nvplan.texts import planner_objects as planner_objects_texts

#: A longer text is cut in the panel; the form has all of it.
_LONGEST = 400
_MOST_MENTIONS = 8


def facts(pairs: Iterable[tuple[str, str]]) -> Content:
    """Return labels with their values below; what a person wrote is text and nothing else."""
    parts: list[Content] = []
    for label, value in pairs:
        shown = value if len(value) <= _LONGEST else value[: _LONGEST - 1].rstrip() + "…"
        parts += [Content.styled(visible(label), "bold"), Content(visible(shown)), Content("")]
    return Content("\n").join(parts)


def about_object(state: PlanState, kind: str, identity: str) -> Content:
    """Return what is known of an object: its fields with something in them, and what mentions it."""
    if not object_name(state, kind, identity):
        return Content("")
    (_, title), *rest = object_facts(state, kind, identity) or [("", identity)]
    head = Content.styled(visible(title), "bold")
    pairs = [*standing_facts(state, kind, identity), *rest, *mention_facts(state, kind, identity)]
    shown_id = Content.styled(planner_objects_texts.FACTS_ID.format(id=identity), "$quiet")
    return Content("\n").join([head, shown_id, Content(""), facts(pairs)])


def standing_facts(state: PlanState, kind: str, identity: str) -> list[tuple[str, str]]:
    """Return where a goal stands against its line, drawn and in words; none for what is no goal."""
    found = next((one for one in standings(state) if one.goal.id == identity), None) if kind == "mal" else None
    if found is None:
        return []
    return [(line_texts.LABEL, "\n".join(part for part in (small_line(found), told(found)) if part))]


def mention_facts(state: PlanState, kind: str, identity: str) -> list[tuple[str, str]]:
    """Return what mentions an object as one fact, none where nothing does."""
    lines = mention_lines(state, kind, identity)
    return [(planner_objects_texts.FACTS_MENTIONS, "\n".join(lines))] if lines else []


def mention_lines(state: PlanState, kind: str, identity: str, most: int = _MOST_MENTIONS) -> Sequence[str]:
    """Return what mentions an object, a line each, and how many more there are."""
    found = mentions(state, kind, identity)
    lines = [planner_objects_texts.MENTION.format(kind=objects_texts.KINDS[one.kind][0], title=one.title or one.id)
             for one in found[:most]]
    return [*lines, *([planner_objects_texts.MORE.format(count=len(found) - most)] if len(found) > most else [])]
