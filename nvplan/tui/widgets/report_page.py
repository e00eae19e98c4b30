"""A question of a report as a field asks it, and what stands beside it: the draft and what else helps to answer."""

from __future__ import annotations

from textual.content import Content

from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Field
from nvplan.services.reports.pages import ItemPage
from nvplan.texts import reports_planner as reports_planner_texts
from nvplan.tui.literal import literal
from nvplan.tui.widgets.fields import LOOKS


def as_field(page: ItemPage, *, frozen: bool) -> Field:
    """Return the item as a field asks: a long text, or for a column of the table a date or period."""
    asked = page.item.field
    is_text = kind_of(asked).is_text
    if page.item.type == "kolumn":
        asked = asked.model_copy(update={"kind": "datum"})
        hint = reports_planner_texts.PERIOD_HINT if is_text else reports_planner_texts.DATE_HINT
    else:
        asked = asked if is_text else asked.model_copy(update={"kind": "langtext"})
        drafted = page.draft and not page.same
        told = reports_planner_texts.ANSWER_HINT if drafted else reports_planner_texts.ANSWER_HINT_EMPTY
        hint = told if LOOKS[asked].has_editor else ""
    if frozen:
        hint = reports_planner_texts.ANSWER_HINT_FROZEN if page.draft else reports_planner_texts.CLEARED_HINT
    return asked.model_copy(update={"hint": hint})


def draft_content(page: ItemPage, before_title: str) -> Content:
    """Return the draft, and below it what else helps: the answer before, what is told elsewhere, what to think of."""
    parts = [_titled(reports_planner_texts.DRAFT_TITLE, page.draft or _other_answer(page))]
    if page.same:
        parts = [_titled(reports_planner_texts.BELOW_TITLE, page.draft)] if page.draft else []
    if page.before is not None:
        same = bool(page.before) and page.before == (page.standing.text or page.draft)
        parts.append(
            _titled(
                reports_planner_texts.BEFORE_TITLE.format(title=before_title),
                reports_planner_texts.BEFORE_SAME if same else page.before or reports_planner_texts.BEFORE_NONE,
            )
        )
    for title, lines in (
        (reports_planner_texts.ELSEWHERE_TITLE, page.elsewhere),
        (reports_planner_texts.LINKED_TITLE, page.linked),
    ):
        if lines:
            parts.append(_titled(title, "\n".join(lines)))
    if page.item.help:
        parts.append(_titled(reports_planner_texts.HELP_TITLE, page.item.help))
    return Content("\n\n").join(parts)


def _other_answer(page: ItemPage) -> str:
    """Return what stands where there is no draft in words: a date out of the plan, or that there is nothing."""
    return page.standing.text if page.standing.standing == "ur_planen" else reports_planner_texts.DRAFT_NONE


def _titled(title: str, text: str) -> Content:
    return Content("\n").join([literal(title, "bold"), literal(text)])
