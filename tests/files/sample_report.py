"""A document of the kind that the program makes, long enough for a cover, for tests and for looking at."""

from __future__ import annotations

from decimal import Decimal

from nvplan.model.document import (
    Bar,
    Block,
    Bullets,
    Cell,
    Chart,
    DateEvent,
    Document,
    Fact,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    TableColumn,
    TickItem,
    Ticks,
)

PROSE = (
    "Regionen och de åtta kommunerna planerar tillsammans hur primärvården ska bli lättare att nå. Planen bygger på "
    "vad patienter, närstående och medarbetare har berättat, och på hur befolkningen väntas förändras till 2035. "
    "Kontinuitetsansvarig läkare, fast vårdkontakt och patientkontrakt hänger ihop och beskrivs därför tillsammans."
)
MEASURE = "Fast läkarkontakt erbjuds alla med stora behov vid listning och vid nästa besök"


def _overview() -> tuple[Block, ...]:
    return (
        Heading(level=1, text="Sammanfattning"),
        Paragraph(text=PROSE),
        Chart(
            title="Besvarade kärnfrågor",
            alternative="Gemensam plan har kommit längst, patientkontrakt kortast.",
            most=Decimal(100),
            bars=(
                Bar(label="Gemensam plan för primärvård", value=Decimal(82), text="82 %"),
                Bar(label="Kontinuitet", value=Decimal("41.5"), text="41,5 %"),
                Bar(label="Patientkontrakt", value=Decimal(3), text="3 %"),
                Bar(label="Övrigt", value=Decimal(0), text="0 %"),
            ),
        ),
        Heading(level=2, text="Vad som är kvar"),
        Bullets(
            items=(
                "Välj mått för tillgänglighet.",
                "Besluta om medel för 2027.\nFrågan tas i styrgruppen i mars.",
                "Svara på frågan om fast läkarkontakt på särskilt boende.",
            )
        ),
        Heading(level=3, text="I den här ordningen"),
        Bullets(numbered=True, items=("Samla underlaget.", "Håll mötet.", "Skriv beslutet.")),
        Paragraph(tone="note", text="Kraven kommer ur överenskommelsen 2023 (avslutad), den senast verifierade."),
        Paragraph(tone="warning", text="Målvärdet saknar källa. Skriv den, så att talet kan jämföras."),
        Bullets(numbered=True, items=("Listan börjar om på ett.", "Och fortsätter.")),
        Paragraph(tone="missing", text="ej besvarad"),
    )


def _goals() -> tuple[Block, ...]:
    columns = (
        TableColumn(title="Mål", weight=5),
        TableColumn(title="Basår", kind="number", weight=2),
        TableColumn(title="Mål 2027", kind="number", weight=2),
        TableColumn(title="Senast", kind="date", weight=3),
    )
    rows = tuple(
        (
            Cell(text=f"{MEASURE} ({number})"),
            Cell(text="0,33", number=Decimal("0.33")),
            Cell(text="0,396", number=Decimal("0.396")) if number % 3 else Cell(text="ej besvarad", missing=True),
            Cell(text="31 december 2027"),
        )
        for number in range(1, 22)
    )
    return (
        Heading(level=1, text="Mål och mått"),
        Paragraph(text=PROSE),
        Heading(level=2, text="Mål för kontinuitet"),
        Table(caption="Mål som länet har satt upp", columns=columns, rows=rows, first_column_is_header=True),
        Heading(level=2, text="Uppgifter om mätningen"),
        Facts(
            items=(
                Fact(label="Urval", value="minst tre besök på arton månader, egen enhet"),
                Fact(label="Källa", value="", missing=True),
                Fact(label="Källa till målvärdet", value="ej besvarad", missing=True),
                Fact(
                    label="Kommentar",
                    value="Första raden.\nAndra raden är längre och bryts därför om den inte får plats på en rad.",
                ),
            )
        ),
        Facts(
            items=(Fact(label="Hur invånarna har varit med när planen gjordes och vad det ledde till", value=PROSE),)
        ),
    )


def _checklist() -> tuple[Block, ...]:
    items = tuple(
        TickItem(
            key=f"KON-{number}/region",
            ticked=number % 2 == 0,
            text=f"{MEASURE}. {PROSE if number == 3 else ''}",
            details=(
                Fact(label="Krav", value="ska · region"),
                Fact(label="Källa", value="Överenskommelsen 2023, 2.3, rad 771–773"),
                Fact(label="Underlag", value="ej besvarad", missing=True),
            ),
        )
        for number in range(1, 8)
    )
    columns = (
        TableColumn(title="Krav", weight=6),
        TableColumn(title="Uppfyllt", kind="tick", weight=2),
        TableColumn(title="Läge", kind="choice", weight=3, choices=("planerad", "pågående", "avslutad")),
    )
    rows = tuple(
        (Cell(text=MEASURE), Cell(text="", ticked=number == 1), Cell(text="pågående" if number else ""))
        for number in range(4)
    )
    return (
        Heading(level=1, text="Checklista"),
        Heading(level=2, text="Krav på regionen"),
        Ticks(items=items),
        Table(
            caption="Samma krav som tabell",
            columns=columns,
            rows=rows,
            row_keys=tuple(f"KON-{number}" for number in range(4)),
        ),
    )


def _efforts() -> tuple[Block, ...]:
    titles = (
        ("Insats", 5),
        ("Läge", 2),
        ("Spridning", 3),
        ("Räckvidd", 2),
        ("Utförare", 2),
        ("Område", 3),
        ("Prestation", 4),
        ("Effekt", 4),
    )
    columns = tuple(
        TableColumn(title=title, weight=weight, kind="number" if title == "Räckvidd" else "text")
        for title, weight in titles
    )
    row = (
        Cell(text=MEASURE),
        Cell(text="pågående"),
        Cell(text="under breddinförande"),
        Cell(text="5 av 8"),
        Cell(text="egen"),
        Cell(text="kontinuitet"),
        Cell(text="4 200 erbjudna"),
        Cell(text="ej besvarad", missing=True),
    )
    return (
        Heading(level=1, text="Insatser"),
        Paragraph(text=PROSE),
        Table(caption="Insatser efter läge och spridning", columns=columns, rows=(row,) * 14),
    )


def report() -> Document:
    """Return a long document with every kind of block, marked as an example."""
    return Document(
        name="kontinuitet",
        title="Plan för kontinuitet i primärvården",
        subtitle="Handlingsplan 2027 för region och kommuner",
        example=True,
        generated="2026-11-23T15:04:05+01:00",
        data='{"document": "kontinuitet"}',
        meta=(
            Fact(label="Län", value="Kronobergs län"),
            Fact(label="Planår", value="2027"),
            Fact(label="Ställning", value="utkast"),
            Fact(label="Kravuppsättning", value="överenskommelsen 2023 (avslutad), den senast verifierade"),
            Fact(label="Revision", value="112"),
            Fact(label="Datum", value="23 november 2026"),
            Fact(label="Obesvarade kärnfrågor", value="34 av 58"),
        ),
        blocks=(
            *_overview(),
            *_goals(),
            PageBreak(),
            *_checklist(),
            *_efforts(),
            Heading(level=1, text="Att läsa vidare"),
            Heading(level=4, text="Utan mellanliggande rubriker"),
            Paragraph(text=PROSE),
        ),
        events=(
            DateEvent(
                key="OK-2027-01",
                day="2027-03-01",
                title="Redovisa medel; region, kommuner",
                description="Senast kl. 12",
            ),
        ),
    )


def short() -> Document:
    """Return a document without cover: a checklist for one actor."""
    return Document(
        name="checklista",
        title="Checklista för Alvesta kommun",
        subtitle="Plan 2027, utkast",
        generated="2026-11-23",
        meta=report().meta[:4],
        blocks=(*_checklist(), *_overview()[:3]),
    )
