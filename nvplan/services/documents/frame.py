"""What every document says about itself: county, year, requirement set, standing, revision and date."""

from __future__ import annotations

from nvplan import texts_documents as texts
from nvplan.catalog.requirements import requirement_sets
from nvplan.model.dates import format_date
from nvplan.model.document import Fact
from nvplan.model.plan import PlanInfo
from nvplan.model.requirement import Source
from nvplan.services.session import PlanSession


def standing_text(info: PlanInfo) -> str:
    """Return how far the plan is decided, with body and date where they are given."""
    parts = [texts.STANDING[info.standing]]
    parts += [info.standing_body] if info.standing_body else []
    parts += [format_date(info.standing_date)] if info.standing_date else []
    return ", ".join(parts)


def meta(session: PlanSession, shows: str) -> tuple[Fact, ...]:
    """Return the facts that stand first in every document; `shows` says whose part of the plan it is."""
    state = session.state
    facts = [
        Fact(label=texts.META_COUNTY, value=session.county.name),
        Fact(label=texts.META_PLAN, value=texts.META_PLAN_VALUE.format(year=state.info.year)),
        Fact(label=texts.META_SHOWS, value=shows),
        Fact(label=texts.META_SET, value=requirement_sets()[state.info.requirement_set].label),
        Fact(label=texts.META_STANDING, value=standing_text(state.info)),
        Fact(label=texts.META_REVISION, value=str(state.revision)),
        Fact(label=texts.META_CHANGED, value=format_date(state.changed[:10])),
    ]
    if state.info.example:
        facts.insert(0, Fact(label=texts.META_EXAMPLE, value=texts.META_EXAMPLE_VALUE))
    return tuple(facts)


def source_text(sources: tuple[Source, ...]) -> str:
    """Return where something is written: document, heading and lines, source by source."""
    return "; ".join(_one_source(source) for source in sources)


def _one_source(source: Source) -> str:
    name = texts.SOURCE_NAMES.get(source.document) or source.reference or source.document
    parts = [name, source.heading] if source.heading else [name]
    if source.lines:
        first, last = source.lines[0], source.lines[-1]
        parts.append(texts.SOURCE_LINE.format(line=first) if first == last
                     else texts.SOURCE_LINES.format(first=first, last=last))
    return ", ".join(parts)
