"""The order of a plan: a page that stands alone, the decision, the sections, what is unanswered, and appendices.

Which sections a plan has, and which chapters each tells, stands in data/dokument/avsnitt.jsonl.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from nvplan.catalog.questions import PlanForm, plan_form
from nvplan.model.dates import format_date
from nvplan.model.document import Block, Heading, PageBreak, Paragraph
from nvplan.model.requirement import PlanKey
from nvplan.model.telling import Part, Section
from nvplan.services.documents.abbreviations import abbreviations
from nvplan.services.documents.appendix import Appendix
from nvplan.services.documents.decided import changes_section
from nvplan.services.documents.frame import standing_text, unanswered
from nvplan.services.documents.others import others_section
from nvplan.services.documents.records import (
    comments_section,
    obstacles_section,
    sources_section,
    unmet_section,
)
from nvplan.services.documents.statements import statements
from nvplan.services.documents.unanswered import unanswered_section
from nvplan.services.documents.view import View
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_statements as statements_texts

#: What a plan says itself beside its answers, section by section.
PartBuilder = Callable[[View, Appendix, int], list[Block]]


def plan_blocks(view: View, plan: PlanKey, first: Callable[[Appendix], Sequence[Block]],
                parts: Mapping[Part, PartBuilder], sources: str) -> list[Block]:
    """Return a plan's document: `first` is its page that stands alone with the decision, `parts` what is its own.

    Every part refers to tables of the one appendix that the document ends with.
    """
    form, appendix = plan_form(plan), Appendix()
    page = first(appendix)
    told = [block for one in view.sections(plan) for block in section_blocks(view, form, one, parts, appendix)]
    others = others_section(view, (plan,), 1)
    missing = unanswered_section(view, [form], 1)
    end = appendix.blocks()
    body = [*page, *told, *others, *missing]
    blocks = [*body, *abbreviations([*body, *end], 1), *end]
    if not view.request.appendices:
        return blocks
    return [*blocks, PageBreak(), *comments_section(view, (plan,), 1), *changes_section(view, (plan,), 1),
            *unmet_section(view, (plan,), 1), *sources_section(view, (plan,), 1, sources)]


def section_blocks(view: View, form: PlanForm, section: Section, parts: Mapping[Part, PartBuilder],
                   appendix: Appendix, level: int = 1) -> list[Block]:
    """Return a section with its heading; nothing where there is nothing to tell."""
    before = [block for part in section.before for block in parts[part](view, appendix, level + 1)]
    answers = statements(view, form, section.chapters, appendix)
    after = [block for part in section.after for block in parts[part](view, appendix, level + 1)]
    inside = in_one_line([*before, *answers, *after]) or _nothing_but_missing(view, form, section)
    if not inside:
        return []
    start: list[Block] = [PageBreak()] if section.new_page else []
    return [*start, Heading(level=level, text=section.title), *inside]


def _nothing_but_missing(view: View, form: PlanForm, section: Section) -> list[Block]:
    """Return the marked line of a section whose core answers are told elsewhere and are missing there.

    The list at the end names the section: whoever turns back to it finds it.
    """
    if view.state.info.standing == "beslutad":
        return []
    told = view.tellings(form.plan)
    left = [told[one.id].heading for one in unanswered(form, view.state, view.actor)
            if one.chapter in section.chapters and told[one.id].role != "arbetsfraga"]
    return [Paragraph(text=statements_texts.missing(left), tone="missing")] if left else []


def in_one_line(blocks: Sequence[Block]) -> list[Block]:
    """Return what a section says; where that is only that things are missing, as one marked line."""
    lines = [one for one in blocks if isinstance(one, Paragraph) and one.tone == "missing" and not one.lead]
    if len(lines) < len(blocks) or len(lines) < 2:
        return [*blocks]
    return [Paragraph(text="\n".join(statements_texts.missing_line(one.text) for one in lines), tone="missing")]


def without_heading(blocks: Sequence[Block]) -> list[Block]:
    """Return a list of records without its own heading, where the section's says the same."""
    return list(blocks[1:] if blocks and isinstance(blocks[0], Heading) else blocks)


def obstacles_part(view: View, plans: Sequence[PlanKey], level: int) -> list[Block]:
    """Return the hinders of plans under the section's own heading, nothing where there are none."""
    return without_heading(obstacles_section(view, plans, level))


def mark(view: View) -> str:
    """Return what stands in the header of a plan that is not decided: that it is a draft, and of which day."""
    info = view.state.info
    if info.standing == "beslutad":
        return ""
    return documents_texts.draft_mark(standing_text(info), format_date(view.state.changed[:10]))
