"""What the sources told of each county in 2021/22: history, to compare with, never the county's own answer."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from typing import Literal

from nvplan.model.base import Frozen
from nvplan.model.figures import CountyCode, Day, Figure
from nvplan.model.requirement import Source

HistoryTopic = Literal["malbild", "fast_lakarkontakt", "specialistsjukskoterskor_region",
                       "specialistsjukskoterskor_kommuner", "st", "at"]
HISTORY_TOPICS: tuple[HistoryTopic, ...] = ("malbild", "fast_lakarkontakt", "specialistsjukskoterskor_region",
                                            "specialistsjukskoterskor_kommuner", "st", "at")
VisionStatus = Literal["beslutad", "i_kraft", "ikraft_planerad", "forslag", "pagar"]
VisionGroup = Literal["finns_2021", "planerad_2022", "senare_eller_okand"]


class Vision(Frozen):
    """How far a county had come with its shared målbild. Years that the source leaves out are None."""

    status: VisionStatus
    decided: int | None = None
    in_force: int | None = None
    """The year of coming into force, past or planned; the last one where the source gives several."""
    in_force_text: str = ""
    decision_planned: int | None = None
    decided_by: str = ""
    conditional: bool = False
    """Whether coming into force hung on region and kommuner adopting the proposal."""


class HistoryRow(Frozen):
    """What a report said about one topic in one county.

    `text` is None where the source has nothing: say "saknas", never 0. `missing` tells an empty cell of a table from
    something that the region was not asked to report. A cell that has text but no number has no `figures`.
    """

    county_code: CountyCode
    topic: HistoryTopic
    standing: Literal["historik"]
    year: int
    reported: Day
    text: str | None
    missing: Literal["tom_cell", "ej_redovisat"] | None = None
    figures: tuple[Figure, ...] = ()
    vision: Vision | None = None
    note: str = ""
    source: Source


class CountyHistory(Frozen):
    """All topics of one county, in the order of HISTORY_TOPICS."""

    county_code: CountyCode
    rows: tuple[HistoryRow, ...]

    def row(self, topic: HistoryTopic) -> HistoryRow:
        """Return the county's row for a topic.

        Raises:
            KeyError: the county has no row for it, which the loading of data/ rules out.
        """
        for row in self.rows:
            if row.topic == topic:
                return row
        raise KeyError(topic)


def vision_group(vision: Vision) -> VisionGroup:
    """Return the group that Socialstyrelsen counts the county in (003 lines 937-943).

    A målbild that was decided or came into force by 2021 exists. Otherwise the year of coming into force counts, and
    where that is not told the planned year of decision.
    """
    settled = [year for year in (vision.decided, vision.in_force) if year is not None]
    if settled and min(settled) <= 2021:
        return "finns_2021"
    expected = vision.in_force if vision.in_force is not None else vision.decision_planned
    return "planerad_2022" if expected == 2022 else "senare_eller_okand"
