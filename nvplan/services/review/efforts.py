"""Rules about insatser: what the national follow-up could not see, and what does not go together."""

from __future__ import annotations

from collections.abc import Iterator

from nvplan.model.collation import fold
from nvplan.model.dates import format_date
from nvplan.model.effort_costs import years_above
from nvplan.model.numbers import format_number
from nvplan.model.objects import Effort
from nvplan.services.reading.county_structure import milestones_of, national_area
from nvplan.services.reading.object_fields import code_options
from nvplan.services.review.context import Context, Hit, at, check, hit, missing, name_of
from nvplan.texts import review as review_texts

#: States in which an insats is not yet over.
_OPEN = ("planerad", "paborjad", "pagaende", "pausad")
_UNDER_WAY = ("paborjad", "pagaende")


def _efforts(context: Context) -> list[Effort]:
    return context.objects("insats", Effort)


def _hit(effort: Effort, **words: object) -> Hit:
    return hit(at("insats", effort), title=name_of(effort), **words)


def _state(effort: Effort) -> str:
    words = {option.id: option.label for option in code_options("genomforandestatus")}
    return words.get(effort.state or "", "").lower()


@check("insats-utan-lage")
def without_state(context: Context) -> Iterator[Hit]:
    """Yield insatser that do not say how far they have come."""
    yield from (_hit(effort) for effort in _efforts(context) if effort.state is None)


@check("insats-utan-spridning")
def without_spread(context: Context) -> Iterator[Hit]:
    """Yield insatser that do not say whether they are a project or broadly introduced."""
    yield from (_hit(effort) for effort in _efforts(context) if effort.spread is None)


@check("insats-slut-passerat")
def past_their_end(context: Context) -> Iterator[Hit]:
    """Yield insatser that should be over and are not."""
    for effort in _efforts(context):
        if effort.state in _OPEN and context.passed(effort.end):
            yield _hit(effort, date=format_date(effort.end), state=_state(effort))


@check("delmal-passerat")
def milestone_past(context: Context) -> Iterator[Hit]:
    """Yield milestones of insatser that go on, whose day has passed and that nobody has said are done."""
    for effort in _efforts(context):
        for one in milestones_of(context.state, effort.id) if effort.state not in ("avslutad", "avbruten") else ():
            if not one.done and context.passed(one.date):
                yield hit(at("delmal", one), title=name_of(one), effort=name_of(effort), date=format_date(one.date))


@check("insats-start-passerad")
def past_their_start(context: Context) -> Iterator[Hit]:
    """Yield insatser that should have begun and are still planned."""
    for effort in _efforts(context):
        if effort.state == "planerad" and context.passed(effort.start) and not context.passed(effort.end):
            yield _hit(effort, date=format_date(effort.start))


@check("insats-projekt-utan-fortsattning")
def projects_without_sequel(context: Context) -> Iterator[Hit]:
    """Yield projects and pilots that do not say what happens afterwards."""
    for effort in _efforts(context):
        if effort.spread in ("projekt", "pilot") and effort.state != "avbruten" and not effort.after_project:
            yield _hit(effort)


@check("insats-bara-prestation")
def output_without_effect(context: Context) -> Iterator[Hit]:
    """Yield insatser that tell what came out and not what it led to, or is expected to."""
    yield from (_hit(effort) for effort in _efforts(context) if effort.output and not effort.effect)


@check("insats-effekt-utan-hur")
def effect_without_how(context: Context) -> Iterator[Hit]:
    """Yield insatser that claim an effect and do not say how it is known."""
    yield from (_hit(effort) for effort in _efforts(context) if effort.effect and not effort.effect_known_by)


@check("insats-utbildning-utan-regi")
def education_without_provider(context: Context) -> Iterator[Hit]:
    """Yield information and education that do not say whether private providers are covered."""
    for effort in _efforts(context):
        if effort.kind == "information_utbildning" and effort.provider is None:
            yield _hit(effort)


@check("insats-utan-datum-ansvar")
def without_date_or_owner(context: Context) -> Iterator[Hit]:
    """Yield insatser that have begun without a start date or without anyone responsible."""
    for effort in _efforts(context):
        what = missing((review_texts.START, effort.start), (review_texts.RESPONSIBLE, effort.actor or effort.role))
        if effort.state in _UNDER_WAY and what:
            yield _hit(effort, what=what)


@check("insats-utan-skal")
def without_reason(context: Context) -> Iterator[Hit]:
    """Yield insatser that are paused or broken off without a reason."""
    for effort in _efforts(context):
        if effort.state in ("pausad", "avbruten") and not effort.state_reason:
            yield _hit(effort, state=_state(effort))


@check("insats-utan-rackvidd")
def without_reach(context: Context) -> Iterator[Hit]:
    """Yield insatser that run or spread and do not say how many of how many they reach."""
    for effort in _efforts(context):
        runs = effort.state in ("pagaende", "avslutad") or (effort.spread == "under_breddinforande"
                                                            and effort.state not in (None, "planerad"))
        if runs and (effort.reached is None or effort.reach_of is None):
            yield _hit(effort)


@check("insats-bredd-utan-alla")
def broad_without_all(context: Context) -> Iterator[Hit]:
    """Yield insatser that are called broadly introduced and do not reach everyone that they are for."""
    for effort in _efforts(context):
        reached, of = effort.reached, effort.reach_of
        if effort.spread == "breddinford" and reached is not None and of is not None and reached < of:
            yield _hit(effort, reached=format_number(reached), of=format_number(of))


@check("insats-avslutad-utan-resultat")
def over_without_result(context: Context) -> Iterator[Hit]:
    """Yield insatser that are over and tell neither what came out nor what it led to."""
    for effort in _efforts(context):
        if effort.state == "avslutad" and not effort.output and not effort.effect:
            yield _hit(effort)


@check("insats-utan-plats")
def without_place(context: Context) -> Iterator[Hit]:
    """Yield insatser that belong to no plan and no area, and so to no report."""
    yield from (_hit(effort) for effort in _efforts(context) if not effort.plans and not national_area(
        context.state, effort))


@check("insats-dubblett")
def doubles(context: Context) -> Iterator[Hit]:
    """Yield insatser whose title an earlier one has."""
    seen: dict[str, str] = {}
    for effort in _efforts(context):
        title = " ".join(fold(effort.title).split())
        if title in seen:
            yield _hit(effort, other=seen[title])
        seen.setdefault(title, effort.id)


@check("insats-kostnad-under-aren")
def cost_below_years(context: Context) -> Iterator[Hit]:
    """Yield insatser whose years come to more than the cost given: documents tell the years, and the amount nowhere."""
    for effort in _efforts(context):
        if (odd := years_above(effort)) is not None:
            cost, years = odd
            yield _hit(effort, cost=format_number(cost), years=format_number(years))


@check("insats-planerad-breddinford")
def planned_and_broad(context: Context) -> Iterator[Hit]:
    """Yield insatser that are only planned and yet broadly introduced."""
    yield from (_hit(effort) for effort in _efforts(context)
                if effort.state == "planerad" and effort.spread == "breddinford")
