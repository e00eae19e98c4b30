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
from nvplan.model.figures import Compared
from nvplan.model.trends import figure_change, trend
from nvplan.services.look_up_topic import SOURCE, Column, Row, Topic, as_text, county_names, number_text, plain
from nvplan.texts import catalog as texts
from nvplan.texts import figures as words


def _goals() -> list[Row]:
    sets = requirement_sets()
    return [{**row.model_dump(mode="json"), "set_label": sets[row.set].label, "set_standing": sets[row.set].standing,
             "is_limit": row.is_limit} for row in goals()]


def _goal_value(row: Row) -> str:
    if row["value"] is None:
        return texts.NO_NUMBER
    return f"{words.GOAL_KIND[row['kind']]} {number_text(row['value'])} {row['unit']}"


def _compared(figure: Compared) -> Row:
    change = figure_change(figure)
    return {**figure.model_dump(mode="json"), "trend": trend(figure),
            "change_percent": None if change is None else float(change)}


def _figure_label(row: Row) -> str:
    return texts.WARNING.format(label=row["label"], warning=row["warning"]) if row["warning"] else str(row["label"])


def _figure_value(row: Row) -> str:
    value = f"{number_text(row['value'])} {row['unit']}"
    return f"{words.APPROXIMATE} {value}" if row["approximate"] else value


def _figure_year(row: Row) -> str:
    when = str(row["date"] or row["year"])
    meaning = row["year_meaning"]
    return when if meaning == "matar" else f"{when} ({words.YEAR_MEANING[meaning]})"


def _compared_with(row: Row) -> str:
    if row["comparison_value"] is None:
        return ""
    return f"{number_text(row['comparison_value'])} ({row['comparison_year']})"


def _trend(row: Row) -> str:
    return words.TREND[row["trend"]] if row["trend"] else ""


def _background() -> list[Row]:
    return [{**_compared(row), "county": county_names([row.county_code])[0] if row.county_code else ""}
            for row in background()]


def _fact(row: Row) -> str:
    label = _figure_label(row)
    return label if row["verified"] else f"{label} ({texts.UNVERIFIED})"


def _funding() -> list[Row]:
    basis = {(row.county_code, row.year): row for row in funding_basis()}
    names = {county.code: county.name for county in counties()}
    return [{**row.model_dump(mode="json"), "county": names[row.county_code], "unit": "kr",
             "source": basis[row.county_code, row.year].source_of(row.recipient).model_dump(mode="json")}
            for row in funding()]


def _parts(row: Row) -> str:
    parts = [f"{words.ITEM[item]} {number_text(amount)}" for item, amount in row["items"].items()]
    if row["of_which_rural"]:
        parts.append(f"{words.ITEM['of_which_rural']} {number_text(row['of_which_rural'])}")
    return "; ".join(parts)


def _totals() -> list[Row]:
    return [row.model_dump(mode="json") for row in funding_totals()]


def _total_label(row: Row) -> str:
    recipient = f" ({words.RECIPIENT[row['recipient']]})" if row["recipient"] else ""
    return f"{row['label']}{recipient}. {row['note']}".rstrip(". ") if row["note"] else f"{row['label']}{recipient}"


def _years(row: Row) -> str:
    return str(row["year"]) if row["year"] == row["last_year"] else f"{row['year']}–{row['last_year']}"


def _histories() -> list[Row]:
    names = {county.code: county.name for county in counties()}
    return [{**row.model_dump(mode="json"), "county": names[code], "topic_title": words.HISTORY_TOPIC[row.topic]}
            for code, history in histories().items() for row in history.rows]


def _told(row: Row) -> str:
    return str(row["text"]) if row["text"] else words.MISSING_WHY[row["missing"]]


FIGURES = (
    Topic("mal", _goals, (
        plain(texts.HEAD_ID, "id"), plain(texts.HEAD_GOAL, "title"), Column(texts.HEAD_VALUE, _goal_value),
        Column(texts.HEAD_LATEST, lambda row: str(row["date"] or row["year"] or "")),
        plain(texts.HEAD_MEANING, "text", detail=True), SOURCE),
        lambda row: str(row["set_label"]), (texts.NOTE_GOALS, texts.NOTE_SOURCES)),
    Topic("indikatorer", lambda: [_compared(row) for row in indicators()], (
        plain(texts.HEAD_ID, "id"), Column(texts.HEAD_INDICATOR, _figure_label),
        Column(texts.HEAD_VALUE, _figure_value), Column(texts.HEAD_YEAR, _figure_year),
        Column(texts.HEAD_COMPARED, _compared_with), Column(texts.HEAD_TREND, _trend), SOURCE),
        lambda row: words.INDICATOR_GROUP[row["group"]], (words.TREND_NOTE, texts.NOTE_FIGURES, texts.NOTE_SOURCES)),
    Topic("bakgrund", _background, (
        plain(texts.HEAD_ID, "id"), Column(texts.HEAD_COUNTY, lambda row: row["county"] or texts.WHOLE_COUNTRY),
        Column(texts.HEAD_FACT, _fact), Column(texts.HEAD_VALUE, _figure_value), Column(texts.HEAD_YEAR, _figure_year),
        SOURCE), None, (texts.NOTE_FIGURES, texts.NOTE_SHARES, texts.NOTE_SOURCES)),
    Topic("medel", _funding, (
        plain(texts.HEAD_COUNTY, "county"), Column(texts.HEAD_RECEIVER, lambda row: words.RECIPIENT[row["recipient"]]),
        plain(texts.HEAD_POPULATION, "population"), plain(texts.HEAD_TOTAL, "total"), Column(texts.HEAD_PARTS, _parts),
        SOURCE), lambda row: str(row["year"]), (words.RURAL_INSIDE, words.VFU_OUTSIDE, texts.NOTE_SOURCES)),
    Topic("medelregler", lambda: [row.model_dump(mode="json") for row in funding_rules()], (
        plain(texts.HEAD_KEY, "title"), Column(texts.HEAD_HOW, lambda row: f"{row['text']} {row['note']}".strip()),
        SOURCE), lambda row: str(row["year"]), (texts.NOTE_SOURCES,)),
    Topic("medelsummor", _totals, (
        Column(texts.HEAD_POST, _total_label), Column(texts.HEAD_KRONOR, _figure_value),
        Column(texts.HEAD_CHECK, lambda row: texts.CHECKSUM[row["holds"]]), SOURCE),
        lambda row: str(row["year"]), (words.VFU_OUTSIDE, texts.NOTE_SOURCES)),
    Topic("medeltidslinje", lambda: [row.model_dump(mode="json") for row in timeline()], (
        Column(texts.HEAD_YEAR, _years), plain(texts.HEAD_AGREEMENT, "title"),
        Column(texts.HEAD_KRONOR, lambda row: as_text(row["value"]) or texts.MISSING), SOURCE),
        None, (texts.NOTE_SOURCES,)),
    Topic("historik", _histories, (
        plain(texts.HEAD_TOPIC, "topic_title"), plain(texts.HEAD_YEAR, "year"), Column(texts.HEAD_FACT, _told), SOURCE),
        lambda row: str(row["county"]), (words.HISTORY + ".", texts.NOTE_SHARES, texts.NOTE_SOURCES)),
)
