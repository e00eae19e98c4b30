"""Rules about how requirements are assessed."""

from __future__ import annotations

from collections.abc import Iterator

from nvplan.catalog.following import answers_to
from nvplan.catalog.requirements import requirements, requirements_in_force
from nvplan.model.compliance import assessment, bound
from nvplan.model.county import Actor
from nvplan.model.objects import Assessment, Attachment, Effort, ReportOccasion
from nvplan.services.reading.places import AFTER_SWITCH
from nvplan.services.reports.after_switch import waiting
from nvplan.services.review.context import Context, Hit, check, hit, name_of
from nvplan.texts import requirement_sets as requirement_sets_texts


def _assessments(context: Context) -> list[Assessment]:
    return context.objects("kravbedomning", Assessment)


def _place(requirement: str, actor: str) -> str:
    return f"krav:{requirement}@{actor}"


def _hit(context: Context, one: Assessment) -> Hit:
    return hit(_place(one.requirement, one.actor), requirement=one.requirement, actor=context.actor_name(one.actor))


def _reporting(context: Context, occasion: ReportOccasion) -> list[Actor]:
    """Return the actors that a report is about: the region's own, or through the RSS the kommuner."""
    sender = context.state.actor(occasion.actor)
    if sender is None:
        return list(context.state.actors)
    if sender.type == "rss":
        return [actor for actor in context.state.actors if actor.type in ("rss", "kommun")]
    return [sender]


@check("krav-obedomt-vid-frysning")
def unassessed_when_frozen(context: Context) -> Iterator[Hit]:
    """Yield the ska requirements without assessment of those whose report is frozen."""
    must = [one for one in requirements_in_force(context.state.info) if one.modality == "ska"]
    for occasion in context.objects("rapporttillfalle", ReportOccasion):
        if not occasion.frozen:
            continue
        reporting = _reporting(context, occasion)
        for requirement in must:
            for actor in bound(requirement, reporting):
                if assessment(context.state, requirement.id, actor.id).judgement == "ej_bedomd":
                    yield hit(_place(requirement.id, actor.id), requirement=requirement.id, actor=actor.name,
                              report=name_of(occasion))


@check("krav-uppfyllt-utan-underlag")
def met_without_evidence(context: Context) -> Iterator[Hit]:
    """Yield requirements that are met with nothing to show it, neither in the assessment nor among the underlag."""
    shown = context.objects("underlag", Attachment)
    for one in _assessments(context):
        backed = one.evidence or any(answers_to(other.requirements, one.requirement) for other in shown
                                     if other.actor in (one.actor, ""))
        if one.judgement == "uppfyllt" and not backed:
            yield _hit(context, one)


@check("krav-uppfyllt-bara-planerat")
def met_by_plans(context: Context) -> Iterator[Hit]:
    """Yield requirements that are met though every insats for them is only planned."""
    efforts = [one for one in context.objects("insats", Effort) if one.requirements]
    for one in _assessments(context):
        linked = [effort for effort in efforts if answers_to(effort.requirements, one.requirement)
                  and (not effort.actor or one.actor in (effort.actor, *effort.participants))]
        if one.judgement == "uppfyllt" and linked and all(effort.state == "planerad" for effort in linked):
            yield _hit(context, one)


@check("krav-ej-tillampligt-utan-skal")
def not_applicable_without_reason(context: Context) -> Iterator[Hit]:
    """Yield requirements that are said not to apply without a reason."""
    yield from (_hit(context, one) for one in _assessments(context)
                if one.judgement == "ej_tillampligt" and not one.reason)


@check("krav-klart-obedomt")
def done_without_judgement(context: Context) -> Iterator[Hit]:
    """Yield requirements where the work is called done and nothing is judged."""
    yield from (_hit(context, one) for one in _assessments(context)
                if one.work == "klar" and one.judgement == "ej_bedomd")


@check("krav-fore-bytet")
def judged_before_the_change(context: Context) -> Iterator[Hit]:
    """Yield once that judgements of former requirements wait to be confirmed."""
    count = waiting(context.state)
    if count:
        yield hit(f"{AFTER_SWITCH}:", what=requirement_sets_texts.judgements(count).capitalize())


@check("krav-fel-aktor")
def assessed_by_another(context: Context) -> Iterator[Hit]:
    """Yield assessments by actors that the requirement does not bind."""
    known = requirements()
    for one in _assessments(context):
        actor, requirement = context.state.actor(one.actor), known.get(one.requirement)
        if actor is not None and requirement is not None and not bound(requirement, [actor]):
            yield _hit(context, one)
