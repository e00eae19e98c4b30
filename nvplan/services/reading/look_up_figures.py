"""The figures that can be looked up: goals, indicators, background, money and county history, always with a time."""

from __future__ import annotations

from nvplan.catalog.counties import counties
from nvplan.catalog.figures import (
    background,
    funding,
    funding_basis,
    funding_rules,
    funding_totals,
    goals,
    histories,
    indicators,
    timeline,
)
from nvplan.catalog.requirements import requirement_sets
from nvplan.model.dates import format_date
from nvplan.model.figures import Compared
from nvplan.model.trends import figure_change, trend
from nvplan.services.reading.look_up_topic import SOURCE, Column, Row, Topic, as_text, county_names, number_text, plain
from nvplan.texts import catalog as catalog_texts
from nvplan.texts import figures as figures_texts


def _goals() -> list[Row]:
    sets = requirement_sets()
    return [{**row.model_dump(mode="json"), "set_label": sets[row.set].label, "set_standing": sets[row.set].standing,
             "is_limit": row.is_limit} for row in goals()]


def _goal_value(row: Row) -> str:
    if row["value"] is None:
        return catalog_texts.NO_NUMBER
    return f"{figures_texts.GOAL_KIND[row['kind']]} {number_text(row['value'])} {row['unit']}"


def _compared(figure: Compared) -> Row:
    change = figure_change(figure)
    return {**figure.model_dump(mode="json"), "trend": trend(figure),
            "change_percent": None if change is None else float(change)}


def _figure_label(row: Row) -> str:
    return (
        catalog_texts.WARNING.format(label=row["label"], warning=row["warning"])
        if row["warning"]
        else str(row["label"])
    )


def _figure_value(row: Row) -> str:
    value = f"{number_text(row['value'])} {row['unit']}"
    return f"{figures_texts.APPROXIMATE} {value}" if row["approximate"] else value


def _figure_year(row: Row) -> str:
    when = format_date(row["date"] or str(row["year"]))
    meaning = row["year_meaning"]
    return when if meaning == "matar" else f"{when} ({figures_texts.YEAR_MEANING[meaning]})"


def _compared_with(row: Row) -> str:
    if row["comparison_value"] is None:
        return ""
    return f"{number_text(row['comparison_value'])} ({row['comparison_year']})"


def _trend(row: Row) -> str:
    return figures_texts.TREND[row["trend"]] if row["trend"] else ""


def _background() -> list[Row]:
    return [{**_compared(row), "county": county_names([row.county_code])[0] if row.county_code else ""}
            for row in background()]


def _fact(row: Row) -> str:
    label = _figure_label(row)
    return label if row["verified"] else f"{label} ({catalog_texts.UNVERIFIED})"


def _funding() -> list[Row]:
    basis = {(row.county_code, row.year): row for row in funding_basis()}
    names = {county.code: county.name for county in counties()}
    return [{**row.model_dump(mode="json"), "county": names[row.county_code], "unit": "kr",
             "source": basis[row.county_code, row.year].source_of(row.recipient).model_dump(mode="json")}
            for row in funding()]


def _parts(row: Row) -> str:
    parts = [f"{figures_texts.ITEM[item]} {number_text(amount)}" for item, amount in row["items"].items()]
    if row["of_which_rural"]:
        parts.append(f"{figures_texts.ITEM['of_which_rural']} {number_text(row['of_which_rural'])}")
    return "; ".join(parts)


def _totals() -> list[Row]:
    return [row.model_dump(mode="json") for row in funding_totals()]


def _total_label(row: Row) -> str:
    recipient = f" ({figures_texts.RECIPIENT[row['recipient']]})" if row["recipient"] else ""
    return f"{row['label']}{recipient}. {row['note']}".rstrip(". ") if row["note"] else f"{row['label']}{recipient}"


def _years(row: Row) -> str:
    return str(row["year"]) if row["year"] == row["last_year"] else f"{row['year']}–{row['last_year']}"


def _histories() -> list[Row]:
    names = {county.code: county.name for county in counties()}
    return [
        {**row.model_dump(mode="json"), "county": names[code], "topic_title": figures_texts.HISTORY_TOPIC[row.topic]}
        for code, history in histories().items()
        for row in history.rows
    ]


def _told(row: Row) -> str:
    return str(row["text"]) if row["text"] else figures_texts.MISSING_WHY[row["missing"]]


FIGURES = (
    Topic(
        "mal",
        _goals,
        (
            plain(catalog_texts.HEAD_ID, "id"),
            plain(catalog_texts.HEAD_GOAL, "title"),
            Column(catalog_texts.HEAD_VALUE, _goal_value),
            Column(catalog_texts.HEAD_LATEST, lambda row: str(row["date"] or row["year"] or "")),
            plain(catalog_texts.HEAD_MEANING, "text", detail=True),
            SOURCE,
        ),
        lambda row: str(row["set_label"]),
        (catalog_texts.NOTE_GOALS, catalog_texts.NOTE_SOURCES),
    ),
    Topic(
        "indikatorer",
        lambda: [_compared(row) for row in indicators()],
        (
            plain(catalog_texts.HEAD_ID, "id"),
            Column(catalog_texts.HEAD_INDICATOR, _figure_label),
            Column(catalog_texts.HEAD_VALUE, _figure_value),
            Column(catalog_texts.HEAD_YEAR, _figure_year),
            Column(catalog_texts.HEAD_COMPARED, _compared_with),
            Column(catalog_texts.HEAD_TREND, _trend),
            SOURCE,
        ),
        lambda row: figures_texts.INDICATOR_GROUP[row["group"]],
        (figures_texts.TREND_NOTE, catalog_texts.NOTE_FIGURES, catalog_texts.NOTE_SOURCES),
    ),
    Topic(
        "bakgrund",
        _background,
        (
            plain(catalog_texts.HEAD_ID, "id"),
            Column(catalog_texts.HEAD_COUNTY, lambda row: row["county"] or catalog_texts.WHOLE_COUNTRY),
            Column(catalog_texts.HEAD_FACT, _fact),
            Column(catalog_texts.HEAD_VALUE, _figure_value),
            Column(catalog_texts.HEAD_YEAR, _figure_year),
            SOURCE,
        ),
        None,
        (catalog_texts.NOTE_FIGURES, catalog_texts.NOTE_SHARES, catalog_texts.NOTE_SOURCES),
    ),
    Topic(
        "medel",
        _funding,
        (
            plain(catalog_texts.HEAD_COUNTY, "county"),
            Column(catalog_texts.HEAD_RECEIVER, lambda row: figures_texts.RECIPIENT[row["recipient"]]),
            plain(catalog_texts.HEAD_POPULATION, "population"),
            plain(catalog_texts.HEAD_TOTAL, "total"),
            Column(catalog_texts.HEAD_PARTS, _parts),
            SOURCE,
        ),
        lambda row: str(row["year"]),
        (figures_texts.RURAL_INSIDE, figures_texts.VFU_OUTSIDE, catalog_texts.NOTE_SOURCES),
    ),
    Topic(
        "medelregler",
        lambda: [row.model_dump(mode="json") for row in funding_rules()],
        (
            plain(catalog_texts.HEAD_KEY, "title"),
            Column(catalog_texts.HEAD_HOW, lambda row: f"{row['text']} {row['note']}".strip()),
            SOURCE,
        ),
        lambda row: str(row["year"]),
        (catalog_texts.NOTE_SOURCES,),
    ),
    Topic(
        "medelsummor",
        _totals,
        (
            Column(catalog_texts.HEAD_POST, _total_label),
            Column(catalog_texts.HEAD_KRONOR, _figure_value),
            Column(catalog_texts.HEAD_CHECK, lambda row: catalog_texts.CHECKSUM[row["holds"]]),
            SOURCE,
        ),
        lambda row: str(row["year"]),
        (figures_texts.VFU_INSIDE, catalog_texts.NOTE_SOURCES),
    ),
    Topic(
        "medeltidslinje",
        lambda: [row.model_dump(mode="json") for row in timeline()],
        (
            Column(catalog_texts.HEAD_YEAR, _years),
            plain(catalog_texts.HEAD_AGREEMENT, "title"),
            Column(catalog_texts.HEAD_KRONOR, lambda row: as_text(row["value"]) or catalog_texts.MISSING),
            SOURCE,
        ),
        None,
        (catalog_texts.NOTE_SOURCES,),
    ),
    Topic(
        "historik",
        _histories,
        (
            plain(catalog_texts.HEAD_TOPIC, "topic_title"),
            Column(catalog_texts.HEAD_YEAR, lambda row: str(row["year"] or "")),
            Column(catalog_texts.HEAD_FACT, _told),
            SOURCE,
        ),
        lambda row: str(row["county"]),
        (figures_texts.HISTORY + ".", catalog_texts.NOTE_SHARES, catalog_texts.NOTE_SOURCES),
    ),
)
