"""Documents to export in tests: a hostile one, an ordinary one and a long one."""

from __future__ import annotations

from decimal import Decimal

from nvplan.model.document import (
    Bar,
    Block,
    Bullets,
    Cell,
    Chart,
    Curve,
    DateEvent,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Point,
    Table,
    TableColumn,
    TickItem,
    Ticks,
)

LONG_WORD = "kontinuitetsansvarig" * 250  # 5 000 characters
#: Texts that some format would read as something else than text.
HOSTILE = (
    "[X] klar", "[länk](http://x.se)", "=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", "<w:b/>", "<b>fet</b>",
    "</style><script>alert(1)</script>", '#read("/etc/passwd")', '#import "@preview/x:1.0.0"', "$x$", "# rubrik",
    "1. ett", "1) ett", "- streck", "* stjärna*", "_under_strukit_", "`kod`", "a | b", "a\\|b", "&amp; &lt; &#65;",
    "~~struket~~", "{{ 7*7 }}", "{% raw %}", ":smile:", "> citat", "=====", "-----", "```", "slut\\", "a  b",
    "https://x.se/a_b_c?d=1&e=*2*", "<https://x.se>", "C:\\mapp\\fil", "  indraget", "'citerat'", '"citerat"',
    "%SYSTEMROOT%", "\\u0041", "tab\there", "]]>", "<!-- -->", "<?php ?>",
    "// kommentar", "/* kommentar */", "@referens", "<etikett>", "= rubrik", "+ punkt", "/ ord: betydelse", "\\u{41}",
    "_x0041_", '=HYPERLINK("http://x.se";"klicka")', "=1+1\tnästa", "\t=1+1", "＝1+1", '{ HYPERLINK "http://x.se" }',
    "&P &[Sidan] &D", "BEGIN:VEVENT", "a;b,c\\n", '";"', "''=1+1",
)
#: Texts that a font or XML may lack.
STRANGE = (
    "nul\x00slut", "klocka\x07", "esc\x1b[31mröd", "del\x7f", "nel\x85", "\ufffe", "👩🏽\u200d⚕️ vård", "😀",
    "مرحبا بالعالم", "你好世界", "ภาษาไทย", "Sámi čŋŧž", "Żółć", "Ελληνικά", "Привет", "שלום",
)


def cell(text: str) -> Cell:
    """Return a text cell."""
    return Cell(text=text)


def document(*blocks: Block, **fields: object) -> Document:
    """Return a small document around the blocks."""
    values: dict[str, object] = {
        "name": "checklista", "title": "Checklista för Kronobergs län", "subtitle": "Plan 2027",
        "generated": "2026-11-23T15:04:05+01:00", "blocks": blocks,
        "meta": (Fact(label="Län", value="Kronobergs län"), Fact(label="Ställning", value="utkast")),
    }
    return Document.model_validate(values | fields)


def curve_chart(title: str = "Kontinuitetsindex, läkare", told: str = "Listade.") -> Chart:
    """Return a chart of what moves towards a target."""
    found = (("2024-12-31", "0.305"), ("2025-12-31", "0.322"), ("2026-06-30", "0.34"))
    points = tuple(Point(day=day, value=Decimal(value), text=value.replace(".", ",")) for day, value in found)
    target = Point(day="2027-12-31", value=Decimal("0.366"), text="0,366")
    return Chart(title=title, alternative=told, most=Decimal(1),
                 bars=tuple(Bar(label=point.day, value=point.value, text=point.text) for point in (*points, target)),
                 curve=Curve(measured=points[1:], base=points[0], target=target))


def hostile() -> Document:
    """Return a document with every hostile and strange text in every kind of block."""
    texts = (*HOSTILE, *STRANGE, LONG_WORD)
    return document(
        Heading(level=1, text="Fientligt"),
        Heading(level=2, text=" ".join(HOSTILE[:6])),
        *(Paragraph(text=text) for text in texts),
        Paragraph(text="\n".join(HOSTILE), tone="note"),
        Paragraph(text="rad ett\nrad två\n\nnytt stycke", tone="warning"),
        Paragraph(text="ej besvarad", tone="missing"),
        Bullets(items=texts),
        Bullets(items=HOSTILE, numbered=True),
        Facts(items=tuple(Fact(label=text, value=text) for text in texts)),
        Ticks(items=tuple(
            TickItem(key=f"t{number}", ticked=number % 3 == 0, text=text, details=(Fact(label="Källa", value=text),))
            for number, text in enumerate(texts))),
        Table(caption=HOSTILE[0], columns=(TableColumn(title="=1+1", weight=2), TableColumn(title="<b>", weight=3)),
              rows=tuple((cell(text), cell(text)) for text in texts), first_column_is_header=True),
        Chart(title="<i>", alternative="$x$", most=Decimal(1),
              bars=tuple(Bar(label=text, value=Decimal("0.5"), text=text) for text in HOSTILE)),
        curve_chart("<title>&\x1b]0;"),
        title="<Titel> & #1", subtitle="*under*", example=True,
        meta=(Fact(label="<b>", value="=1+1"),),
        events=tuple(DateEvent(key=f"e{number}", day="2027-03-01", title=text, description=text)
                     for number, text in enumerate(texts)),
    )
