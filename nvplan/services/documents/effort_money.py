"""What insatser cost together, in words with the years that it is for: the page of a plan and a board's case say it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from nvplan.model.effort_costs import EffortCost, cost_in, cost_of, joined
from nvplan.model.numbers import format_number
from nvplan.model.objects import Effort
from nvplan.services.documents.view import View
from nvplan.texts import documents_costs as costs_texts
from nvplan.texts import documents_page as page_texts


def costs(view: View, efforts: Sequence[Effort]) -> list[tuple[Effort, EffortCost]]:
    """Return the insatser that have a cost, each with it, as something that is shown."""
    found = [(one, cost) for one in efforts if (cost := cost_of(one)) is not None]
    for one, _ in found:
        view.show(one, "cost")  # of several years the page has the sum, and a pdf carries no more than its page says
    return found


def sum_told(view: View, costed: Sequence[tuple[Effort, EffortCost]]) -> tuple[str, str]:
    """Return what insatser cost together with the years that it is for, and what there is to say of the years."""
    whole, year = joined(cost for _, cost in costed), view.state.info.year
    shares = [cost_in(one, year) for one, _ in costed]
    share = "" if None in shares else kronor(sum(one for one in shares if one is not None))
    return (costs_texts.divided(kronor(whole.amount), whole.years, share, year),
            "" if whole.years or not costed else costs_texts.not_divided(len(costed)))


def kronor(amount: Decimal | int) -> str:
    """Return an amount in words: `1 200 kronor`."""
    return page_texts.KRONOR.format(amount=format_number(Decimal(amount)))
