"""Rules about answers that do not go together: with one another, with a register, or with a judgement."""

from __future__ import annotations

from collections.abc import Iterator

from nvplan.catalog import anchors
from nvplan.catalog.contradictions import contradictions
from nvplan.catalog.following import answers_to, goal_anchor
from nvplan.catalog.questions import all_questions
from nvplan.model.collation import fold
from nvplan.model.contradiction import Contradiction
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.own_words import code_of
from nvplan.model.objects import Assessment, Effort, Goal
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.values import show_value
from nvplan.services.reading.adoption import adoption
from nvplan.services.reading.applying import out_of_place
from nvplan.services.review.context import Context, Hit, asked, at, check, hit, name_of
from nvplan.texts import review as review_texts

#: A kommun's answer that it takes no part in developing the agreement.
_NOT = "nej"
#: States in which an insats is being done or has been.
_DONE = ("paborjad", "pagaende", "avslutad")
#: A share of the whole county is of everyone, or of those that are listed.
_DENOMINATORS = ("befolkning", "listade")


@check("svar-mot-svar")
def answers_against_answers(context: Context) -> Iterator[Hit]:
    """Yield answers that data/motsagelser.jsonl says cannot both be so."""
    for row in contradictions():
        if row.against:
            yield from _between(context, row)


def _between(context: Context, row: Contradiction) -> Iterator[Hit]:
    """Yield an answer with those that it does not go together with: its actor's own, or everyone's as one finding."""
    others = _chosen(context, row.against, row.against_answers)
    for actor in _chosen(context, row.question, row.answers):
        against = [one for one in others if actor in (WHOLE_COUNTY, one) or one == WHOLE_COUNTY]
        if against:
            names = [context.actor_name(one) for one in against if one != WHOLE_COUNTY and one != actor]
            yield hit(asked(row.question, actor), first=_label(row.question),
                      one=_shown(context, row.question, actor, row.answers), second=_label(row.against),
                      two=_shown(context, row.against, against[0], row.against_answers),
                      who=review_texts.WHO.format(names=review_texts.some(names, 3)) if names else "")


@check("svar-mot-bedomning")
def answers_against_judgements(context: Context) -> Iterator[Hit]:
    """Yield requirements judged as met though an answer says that what they ask for is not there."""
    met = [one for one in context.objects("kravbedomning", Assessment) if one.judgement == "uppfyllt"]
    for row in contradictions():
        for actor in _chosen(context, row.question, row.answers) if row.requirement else ():
            for one in met:
                if answers_to((one.requirement,), row.requirement) and actor in (WHOLE_COUNTY, one.actor):
                    yield hit(f"krav:{one.requirement}@{one.actor}", actor=context.actor_name(one.actor),
                              requirement=one.requirement, question=_label(row.question),
                              answer=_shown(context, row.question, actor, row.answers))


def _chosen(context: Context, question: str, answers: tuple[str, ...]) -> list[str]:
    """Return the actors that have chosen one of the answers, where the question is asked of them."""
    aside = context.once("out-of-place", lambda: {(stop.actor, stop.question.id)
                                                  for stop in out_of_place(context.state)})
    kind = kind_of(all_questions()[question])
    return [actor for (actor, identity), answer in context.state.answers.items()
            if identity == question and answer.value is not None and (actor, identity) not in aside
            and kind.codes(answer.value) & set(answers)]


def _label(question: str) -> str:
    return all_questions()[question].label


def _shown(context: Context, question: str, actor: str, answers: tuple[str, ...]) -> str:
    """Return the answer as it is read; of several chosen only those that are meant."""
    asked_of, value = all_questions()[question], context.value(question, actor)
    if isinstance(value, list):
        return show_value(asked_of, [one for one in map(str, value) if code_of(one) in answers])
    return show_value(asked_of, value)


@check("sip-motsagelse")
def sip_both_ways(context: Context) -> Iterator[Hit]:
    """Yield the row on SIP where it is unclear though it is decided, or kept apart though SIP is what is used."""
    rows = [row for row in context.rows(anchors.RELATION) if fold(str(row.get("plan", ""))).startswith("sip")]
    relation = next((row.get("relation") for row in rows), None)
    if context.value(anchors.RELATION_DECIDED) == "beslutat" and relation in (None, "oklart"):
        yield hit(asked(anchors.RELATION), told=review_texts.SIP_UNCLEAR)
    form = context.value(anchors.AGREEMENT_FORM)
    uses = [row for row in context.rows(anchors.INSTRUMENTS) if row.get("verktyg") == "sip"]
    if relation == "isar" and (uses or (isinstance(form, list) and "sip" in form)):
        yield hit(asked(anchors.RELATION), told=review_texts.SIP_APART)


@check("kommun-nej-men-insats")
def absent_but_at_work(context: Context) -> Iterator[Hit]:
    """Yield kommuner that take no part in developing the agreement though they work with an insats for it."""
    for actor in _chosen(context, anchors.AGREEMENT_PART, (_NOT,)):
        for one in context.objects("insats", Effort):
            if "patientkontrakt" in one.plans and one.state in _DONE and actor in (one.actor, *one.participants):
                yield hit(asked(anchors.AGREEMENT_PART, actor), actor=context.actor_name(actor), title=name_of(one))


@check("andel-namnare-olika")
def other_denominator_than_the_goal(context: Context) -> Iterator[Hit]:
    """Yield goals for the share with a fast läkarkontakt that are counted on others than the plan says."""
    said = context.value(anchors.SHARE_DENOMINATOR)
    for one in context.objects("mal", Goal) if said in _DENOMINATORS else ():
        if goal_anchor(one.national, (anchors.SHARE_GOAL,)) and one.denominator not in ("", None, said):
            yield hit(at("mal", one), title=name_of(one),
                      said=show_value(all_questions()[anchors.SHARE_DENOMINATOR], said))


@check("plan-antagen-men-utkast")
def adopted_but_not_decided(context: Context) -> Iterator[Hit]:
    """Yield the joint plan that every body has adopted and that is called something else than decided."""
    count, of, _ = adoption(context.state, anchors.JOINT_DECISIONS, "gemensam")
    if of and count == of and context.state.info.standing != "beslutad":
        yield hit("plan:gemensam", bodies=of, standing=review_texts.PLAN_STANDING[context.state.info.standing])
