"""Thirty everyday tasks of a coordinator: the keys they take, those they took in 0.1.0, and what is shown when done.

A step is a key by tmux's name for it; `'…` is text for a field, and `?…` letters that find something.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Steps: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class Task:
    """A task: what a coordinator would call it, the steps now and before, and what is on the screen when it is done."""

    name: str
    now: Steps
    shown: str
    before: Steps | None = None
    """The steps in 0.1.0; None where it could not be done there."""
    shown_before: str = ""
    aim: int = 0
    """At most so many keys; 0 where no aim was set."""
    look: Steps = ()
    """What is pressed afterwards, to see what was done; it is no part of the task."""


def at(place: str, *steps: str) -> Steps:
    """Return the steps that begin at a place found with F2."""
    return ("F2", f"?{place}", "Enter", *steps)


TASKS: tuple[Task, ...] = (
    Task("En ny insats med fem fält", ("+", "'Ny mottagning", "Tab", "r", "Enter", "Tab", "2", "Tab", "2", "Tab",
                                      "'31 dec 2027", "Escape"), "23 insatser",
         at("insatser", "+", "'Ny mottagning", *["Tab"] * 6, "Enter", "?påb", "Enter", "Tab", "Enter", "?pil", "Enter",
            "Tab", "Tab", "Tab", "'2027-12-31", "Tab", "Tab", "Enter", "?reg", "Enter", "Escape"), "23 insatser",
            aim=12, look=("F2", "?insatser", "Enter")),
    Task("Vilka har inte svarat på en fråga", ("Enter", "C-t"), "Uppvidinge kommun    ○", ("Enter", "C-t"),
         "Uppvidinge kommun    ·", aim=3),
    Task("Vad förfaller inom 30 dagar", ("NPage",), "Lämna in", aim=2),
    Task("Vilka har inte svarat alls", at("läget"), "Tingsryd"),
    Task("Påminnelse till alla som har frågor kvar", at("läget", "F6"), "Påminn"),
    Task("Nästa obesvarade fråga", ("Enter",), "Svar för Tingsryds kommun", ("Enter",)),
    Task("Svara på en fråga med val", at("1.1.lage", "2"), "● 2", at("1.1.lage", "Home", "Down", "Enter"),
         "kapitel"),
    Task("Hoppa över en fråga", ("Enter", "F6"), "Svar för Uppvidinge", ("Enter", "F4"), "Svar för Uppvidinge"),
    Task("Hitta ett svar med ett ord", ("C-f", "?socialchef", "Enter"), "Socialchef", ("C-f", "?socialchef", "Enter")),
    Task("Byt läge på en insats", at("insatser", "F4", "F3", "4"), "Avslutad 4",
         at("insatser", "F4", "F3", "4"), "Avslutad 4"),
    Task("Sätt tre insatser som avslutade", at("insatser", "Space", "Down", "Space", "Down", "Space", "C-e", "?läge",
                                                "Enter", "?avsl", "Enter"), "Avslutad"),
    Task("En insats till som liknar en som finns", at("insatser", "C-d"), "23 av 23"),
    Task("Bedöm ett krav för en kommun", at("checklistan", "F4", "?alvesta", "Enter", "1"), "✓ uppfyllt",
         at("checklistan", "F3", "?alvesta", "Enter", "1"), "uppfyllt"),
    Task("Lyft ett hinder en nivå", at("hinder", "2"), "Meso", at("hinder", "2"), "Meso"),
    Task("Läs hur målen ligger till", at("mål och"), "8 mål", at("mål och"), "mål"),
    Task("Vad har ändrats sedan sist", at("historik"), "Historik"),
    Task("Ta tillbaka just en ändring", at("1.1.lage", "2", "F2", "?historik", "Enter", "F6", "Down", "Enter"),
         "tog tillbaka"),
    Task("Se vad en säkerhetskopia skiljer", at("säkerhetsk"), "Säkerhetskopior"),
    Task("Exportera den gemensamma planen", ("F9", "F8"), "Klart",
         ("F9", "Down", "Space", "Down", "Space", "F8"), "gemensam-plan"),
    Task("Skicka blanketter till alla", at("utskick", "F6", "Enter", "F8"), "Klart"),
    Task("För in det som kommunerna har skickat", ("C-p", "?för in", "Enter"), "För in", ("C-p", "?import",
         "Enter"), "För in"),
    Task("Öppna en annan plan", ("C-p", "?annan", "Enter"), "Vilken plan vill ni öppna?"),
    Task("Byt färger", ("C-p", "?färg", "Enter"), "Färger: ljusa", ("C-p", "?färg", "Enter"), "Färger"),
    Task("Visa en fråga stort", ("Enter", "F5"), "Vilken roll hos er", ("Enter", "F5"), "Vilken roll hos er"),
    Task("Börja ett möte om en fråga", ("Enter", "F5", "m"), "möte"),
    Task("Slå upp ett ord", ("C-f", "?ordlista sip", "Enter"), "Betyder", ("C-f", "?ordlista sip", "Enter"),
         "Betyder"),
    Task("Använd ett exempel som början på en insats", at("bibliotek", "F6", "Enter"), "Sparas när"),
    Task("Se vad som är kvar av pengarna", at("medel"), "kvar", at("medel"), "Medel"),
    Task("Låt en anmärkning stå", at("granska", "Down", "F6", "'Vi vet", "Enter"), "Får stå: Vi vet",
         at("granska", "Down", "F6", "'Vi vet", "Enter"), "Kvitterat: Vi vet"),
    Task("Skriv ett beslut för alla kommuner", at("beslut", "F6"), "kommun", at("beslut", "F6"), "kommun"),
)
