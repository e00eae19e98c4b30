"""The money of the agreement: what each county received, how it sums, how the keys work, what came before."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from typing import Annotated, Literal

from pydantic import Field

from nvplan.model.base import Frozen
from nvplan.model.figures import CountyCode, Figure, Listed
from nvplan.model.requirement import Source

Recipient = Literal["kommuner", "region"]
MoneyItem = Literal["nara_vard", "medarbetare", "vidareutbildning", "karriartjanster", "ehalsa", "ambulans"]
#: The items that each recipient has in its appendix, in the order of the columns (002 lines 2144-2156 and 2203).
ITEMS: dict[Recipient, tuple[MoneyItem, ...]] = {
    "kommuner": ("nara_vard", "medarbetare", "vidareutbildning"),
    "region": ("nara_vard", "medarbetare", "vidareutbildning", "karriartjanster", "ehalsa", "ambulans"),
}
#: Columns that are summed besides the items.
Column = MoneyItem | Literal["total", "of_which_rural", "population", "interventions"]
Kronor = Annotated[int, Field(ge=0)]
KeyCode = Literal["halften_befolkning_halften_insatser", "befolkning", "grundbelopp_och_befolkning",
                  "befolkning_och_landsbygd", "landsbygdsvikt", "vfu_okning"]


class FundingRow(Frozen):
    """What one recipient in one county received, exact to the krona as printed in the agreement's appendices.

    `of_which_rural` is the part of the region's nära vård that is meant for the countryside: already inside `items` and
    `total`, never added to them. The kommuner have no such part, so theirs is 0.
    """

    county_code: CountyCode
    year: int
    recipient: Recipient
    population: int
    items: dict[MoneyItem, Kronor]
    of_which_rural: Kronor
    total: Kronor


class FundingBasis(Frozen):
    """What the keys count with in one county, and where its three rows stand."""

    county_code: CountyCode
    year: int
    population: int
    """Inhabitants on 1 November of the year before."""
    population_thousandths: int
    """Share of the country's inhabitants as printed, in thousandths."""
    interventions: int
    """Persons with municipal health care in the register of Socialstyrelsen; the table calls them insatser."""
    interventions_thousandths: int
    names: tuple[str, str, str]
    """How Bilaga 2, 3 and 4 spell the county: the rows are joined on these names, never on position."""
    sources: tuple[Source, Source, Source]

    def source_of(self, recipient: Recipient) -> Source:
        """Return where the recipient's row is printed: Bilaga 2 for the kommuner, Bilaga 3 for the region."""
        return self.sources[0] if recipient == "kommuner" else self.sources[1]

    @property
    def source_of_rural(self) -> Source:
        """Where the region's money for the countryside is printed: Bilaga 4, in an order of its own."""
        return self.sources[2]


class FundingTotal(Figure, Listed):
    """A total as printed. It sums a column of the county tables (`column`) or other totals (`parts`).

    `year` is the agreement's. `holds` is what is known of the checksum; `Money.check_total` recomputes it.
    """

    recipient: Recipient | None = None
    column: Column | None = None
    parts: tuple[tuple[str, ...], ...] = ()
    """Ids of totals that add up to this one; several sets where the source divides the same money in several ways."""
    holds: bool


class FundingRule(Listed):
    """How a key shares out money, told in own words, and how near it comes to the printed rows."""

    title: str
    recipient: Recipient | Literal["bada"]
    items: tuple[MoneyItem, ...] = ()
    key: KeyCode
    text: str
    base_amount: Kronor = 0
    """Kronor that every region gets before the rest is shared out."""
    in_appendices: bool
    """Whether the money is part of Bilaga 2 or 3. VFU is not."""
    tolerance: int | None = None
    """Kronor within which the key reproduces every printed row; None where its input is not in the source."""
    note: str = ""
    year: int
    source: Source


class MoneyPart(Frozen):
    """A part of a sum in the time line, in kronor."""

    label: str
    recipient: Literal["regioner", "kommuner", "regioner_kommuner", "skr"]
    value: Kronor


class TimelineRow(Listed):
    """An agreement between the state and SKR and its sum, for `year` or from `year` to `last_year`.

    `value` is kronor, None where the source gives no sum. `scope` says what the sum covers.
    """

    title: str
    year: int
    last_year: int
    scope: Literal["avtal", "medarbetare"]
    value: Kronor | None
    unit: Literal["kr"] = "kr"
    parts: tuple[MoneyPart, ...] = ()
    parts_complete: bool = False
    """Whether the parts are all of the sum, so that they must add up to it."""
    note: str = ""
    source: Source
