"""Rules about decisions, obstacles, documents and remiss comments."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nvplan.catalog import anchors
from nvplan.model.dates import format_date
from nvplan.model.numbers import format_number
from nvplan.model.objects import ADOPTED_ITSELF, CONDITIONAL, Attachment, Comment, Decision, Obstacle
from nvplan.services.reading.adoption import adoption
from nvplan.services.reading.object_fields import code_options
from nvplan.services.reading.obstacles import answer_day, lifted, obstacle_times
from nvplan.services.review.context import Context, Hit, asked, at, check, hit, missing, name_of
from nvplan.texts import review as review_texts

#: A routine is to be looked over within so many months.
_ROUTINE_MONTHS = 24
#: The code for expired, as it stands in data/ and as it is spelt.
_EXPIRED = ("utgaget", "utganget")


@check("beslut-utan-uppgifter")
def bare_decisions(context: Context) -> Iterator[Hit]:
    """Yield adopted decisions without day or body, and political ones without diary number."""
    for one in context.objects("beslut", Decision):
        number = one.diary_number if one.kind == "politiskt" else "-"
        lacks = missing(
            (review_texts.DECIDED, one.date),
            (review_texts.BODY, one.body or one.actor),
            (review_texts.DIARY_NUMBER, number),
            (review_texts.CONDITION, _condition(one)),
        )
        if one.outcome in (*ADOPTED_ITSELF, CONDITIONAL) and lacks:
            yield hit(at("beslut", one), title=name_of(one), missing=lacks)


def _condition(one: Decision) -> str:
    """Return what a conditional decision's condition is, and something for one that has none to give."""
    return one.condition or ",".join(one.condition_actors) if one.outcome == CONDITIONAL else "-"


@check("beslut-vantar-passerat")
def waiting_too_long(context: Context) -> Iterator[Hit]:
    """Yield decisions that wait though their day has passed."""
    for one in context.objects("beslut", Decision):
        day = one.date_to or one.date
        if one.outcome == "vantar" and context.passed(day):
            yield hit(at("beslut", one), title=name_of(one), date=format_date(day))


@check("malbild-utan-alla")
def vision_without_all(context: Context) -> Iterator[Hit]:
    """Yield the målbild where it is decided or in force and not every body has adopted it."""
    standing = review_texts.STANDING.get(str(context.value(anchors.VISION)))
    count, of, _ = adoption(context.state, anchors.VISION_DECISIONS, "malbild")
    if standing and count < of:
        yield hit(asked(anchors.VISION), standing=standing, adopted=count, bodies=of)


@check("plan-utan-alla")
def plan_without_all(context: Context) -> Iterator[Hit]:
    """Yield the joint plan where it is decided and not every body has adopted it."""
    count, of, _ = adoption(context.state, anchors.JOINT_DECISIONS, "gemensam")
    if context.state.info.standing == "beslutad" and count < of:
        yield hit("plan:gemensam", adopted=count, bodies=of)


def _open_obstacles(context: Context) -> list[Obstacle]:
    return [one for one in context.objects("hinder", Obstacle) if not one.solved]


@check("hinder-utan-agare")
def obstacle_without_owner(context: Context) -> Iterator[Hit]:
    """Yield obstacles that nobody owns, or that stand on no level."""
    for one in _open_obstacles(context):
        lacks = missing((review_texts.OWNER, one.owner), (review_texts.LEVEL, one.level))
        if lacks:
            yield hit(at("hinder", one), title=name_of(one), missing=lacks)


@check("hinder-utan-svar")
def obstacle_without_answer(context: Context) -> Iterator[Hit]:
    """Yield obstacles that have waited longer than the answer time that the plan promises."""
    for one in _open_obstacles(context):
        since = lifted(one)
        if since is not None and not one.answer_due and obstacle_times(
                one, context.state, context.today).standing == "sent":
            yield hit(at("hinder", one), title=name_of(one), date=format_date(since.isoformat()),
                      days=format_number(Decimal(str(context.value(anchors.ANSWER_TIME)))))


@check("hinder-svar-passerat")
def obstacle_past_its_day(context: Context) -> Iterator[Hit]:
    """Yield obstacles whose own day for an answer has passed."""
    for one in _open_obstacles(context):
        if not one.answered and context.passed(one.answer_due):
            yield hit(at("hinder", one), title=name_of(one), date=format_date(one.answer_due))


@check("hinder-svar-sent")
def obstacle_answered_late(context: Context) -> Iterator[Hit]:
    """Yield obstacles that got their answer after its last day: their own, or the one that the answer time gives."""
    for one in _open_obstacles(context):
        due, times = answer_day(one, context.state), obstacle_times(one, context.state, context.today)
        if due is not None and times.late:
            yield hit(at("hinder", one), title=name_of(one), date=format_date(one.answered),
                      due=format_date(due.isoformat()))


@check("hinder-utan-dag")
def obstacle_without_day(context: Context) -> Iterator[Hit]:
    """Yield obstacles of which nobody knows when an answer is late, though the county has promised an answer time."""
    if isinstance(context.value(anchors.ANSWER_TIME), str):
        for one in _open_obstacles(context):
            if not one.answered and answer_day(one, context.state) is None:
                yield hit(at("hinder", one), title=name_of(one))


@check("rutin-gammal")
def old_routines(context: Context) -> Iterator[Hit]:
    """Yield routines that were decided or looked over more than 24 months ago."""
    for one in context.objects("underlag", Attachment):
        if one.kind == "rutin" and context.older_than(one.date, _ROUTINE_MONTHS):
            yield hit(at("underlag", one), what=review_texts.ROUTINE_NAMED.format(title=name_of(one)))
    old = [str(row.get("omrade", "")).lower() for row in context.rows(anchors.ROUTINES)
           if row.get("lage") == "aktuell" and context.older_than(str(row.get("oversedd", "")), _ROUTINE_MONTHS)]
    if old:
        yield hit(asked(anchors.ROUTINES), what=review_texts.ROUTINE_AREA.format(area=review_texts.some(old)))


@check("rutin-utan-oversyn")
def routines_without_review(context: Context) -> Iterator[Hit]:
    """Yield routines that do not say when they are, or were, looked over."""
    for one in context.objects("underlag", Attachment):
        if one.kind == "rutin" and not one.review:
            yield hit(at("underlag", one), what=review_texts.ROUTINE_NAMED.format(title=name_of(one)))
    bare = [str(row.get("omrade", "")).lower() for row in context.rows(anchors.ROUTINES)
            if row.get("lage") == "aktuell" and not row.get("oversedd")]
    if bare:
        yield hit(asked(anchors.ROUTINES), what=review_texts.ROUTINE_AREA.format(area=review_texts.some(bare)))


@check("underlag-utgatt")
def expired(context: Context) -> Iterator[Hit]:
    """Yield documents whose validity has passed and that are not marked as expired."""
    for one in context.objects("underlag", Attachment):
        if context.passed(one.valid_to) and one.status not in _EXPIRED:
            yield hit(at("underlag", one), title=name_of(one), date=format_date(one.valid_to))


@check("underlag-utan-plats")
def nowhere(context: Context) -> Iterator[Hit]:
    """Yield documents that are reviewed or approved and do not say where they are."""
    words = {option.id: option.label.lower() for option in code_options("underlagsstatus")}
    for one in context.objects("underlag", Attachment):
        if one.status in ("granskat", "godkant") and not one.reference:
            yield hit(at("underlag", one), title=name_of(one), status=words[one.status])


@check("remiss-obehandlad")
def comments_unhandled(context: Context) -> Iterator[Hit]:
    """Yield remiss comments that nobody has handled though the plan is decided."""
    if context.state.info.standing == "beslutad":
        yield from (hit(at("kommentar", one), body=one.body) for one in context.objects("kommentar", Comment)
                    if one.outcome == "obehandlad")


@check("remiss-utan-svar")
def comments_unanswered(context: Context) -> Iterator[Hit]:
    """Yield remiss comments that are called handled without saying how."""
    yield from (hit(at("kommentar", one), body=one.body) for one in context.objects("kommentar", Comment)
                if one.outcome != "obehandlad" and not one.handled)
