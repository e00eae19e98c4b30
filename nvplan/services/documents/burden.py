"""The burden of agreements in a plan document: before and after, year by year, and what is done where it rises."""

from __future__ import annotations

from nvplan.catalog import anchors
from nvplan.catalog.questions import find_question
from nvplan.model.document import Block, Cell, Paragraph, Table, TableColumn
from nvplan.services.documents.appendix import Appendix
from nvplan.services.documents.view import View
from nvplan.services.reading.burden_years import YearOfBurden, burden_years, risen, since_year_before
from nvplan.texts import burden as burden_texts

_WEIGHTS = (2, 2, 2, 2, 5)


def burden_blocks(view: View, appendix: Appendix) -> list[Block]:
    """Return the difference and the trend in words, and in a plan of several years a table of the years.

    Nothing where nothing was counted, and nothing in one actor's part: the answers are the county's.
    """
    counted = [one for one in burden_years(view.session) if one.minutes is not None]
    if view.actor is not None or not counted:
        return []
    now = counted[-1].minutes if counted[-1].year == view.state.info.year else None
    for question in (anchors.BURDEN_BEFORE, anchors.BURDEN_AFTER, anchors.BURDEN):
        view.answer(find_question(question))
    told = [now.told if now is not None else "", since_year_before(view.session)]
    if risen(view.session) and view.state.answer(anchors.BURDEN_RULE).value is None:
        told.append(burden_texts.NO_RULE)
    blocks: list[Block] = [Paragraph(lead=burden_texts.LEAD, text=burden_texts.in_a_document(" ".join(filter(
        None, told))))]
    return [*blocks, *appendix.place(_table(counted))] if len(counted) > 1 else blocks


def _table(years: list[YearOfBurden]) -> Table:
    columns = tuple(TableColumn(title=title, weight=weight)
                    for title, weight in zip(burden_texts.COLUMNS, _WEIGHTS, strict=True))
    return Table(caption=burden_texts.BY_YEAR, first_column_is_header=True, columns=columns,
                 rows=tuple(_row(one) for one in years))


def _row(one: YearOfBurden) -> tuple[Cell, ...]:
    cells = one.cells
    return (Cell(text=str(one.year)), *(Cell(text=text or burden_texts.NOT_ASKED, missing=not text) for text in cells))
