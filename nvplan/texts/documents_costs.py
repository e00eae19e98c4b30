"""The Swedish words of what insatser cost, with the years that an amount is for."""

from __future__ import annotations


def not_divided(amounts: int) -> str:
    """Return that nobody has told which years an amount is for, of one or of several."""
    return ("Planen säger inte vilka år beloppet gäller." if amounts == 1 else
            "Planen säger inte hur beloppen fördelas på år.")


def under(years: tuple[int, int] | None) -> str:
    """Return the years that an amount is for: ”under 2027”, ”under 2026–2028”; empty where they are not told."""
    if years is None:
        return ""
    first, last = years
    return f"under {first}" if first == last else f"under {first}–{last}"


def for_years(amount: str, years: tuple[int, int] | None) -> str:
    """Return an amount with the years that it is for, where they are told."""
    return f"{amount} {under(years)}".rstrip()


def divided(amount: str, years: tuple[int, int] | None, this_year: str, year: int) -> str:
    """Return an amount with its years and, where it is known and less than all, the part of it that is for one year."""
    told = for_years(amount, years)
    return f"{told}, varav {this_year} under {year}" if this_year and years and years != (year, year) else told
