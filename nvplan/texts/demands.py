"""The Swedish strings on what is required: whether a question must be answered for, and what the marks mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

MARK = {"ska": "SKA", "mal": "MÅL", "lag": "LAG", "bor": "BÖR", "central": "CENTRALT", "kan": "KAN"}
PROPOSED = "FÖRESLAGET"
ADDRESSEE = {"region": "regionen", "kommun": "kommunerna", "rss": "RSS", "skr": "SKR", "vardgivare": "vårdgivare"}
_AND = " och "
_MEANING = {
    "SKA": "källan kräver det", "LAG": "en lag kräver det", "MÅL": "källan sätter det som mål",
    "BÖR": "källan rekommenderar det", "CENTRALT": "källan kallar det viktigt men kräver det inte",
    "KAN": "källan tillåter det eller ger det som exempel", PROPOSED: "förslag som inte är verifierat som lag",
}
_LEVEL = {
    "krav": "Ett krav på {of} ligger bakom frågan.",
    "mal": "Ett mål för {of} ligger bakom frågan.",
    "viktigt": "Inget krav ligger bakom frågan. Källan kallar saken viktig eller rekommenderar den för {of}.",
    "mojligt": "Frivillig fråga. Källan nämner saken som en möjlighet för {of}.",
    "forslag": "Inget krav ligger bakom frågan än, bara ett förslag för {of}.",
}
_NOT_STATED = " Källan säger inte vem; här räknas {of}."
_LEVEL_NOT_STATED = {
    "krav": "Ett krav ligger bakom frågan.", "mal": "Ett mål ligger bakom frågan.",
    "viktigt": "Inget krav ligger bakom frågan. Källan kallar saken viktig eller rekommenderar den.",
    "mojligt": "Frivillig fråga. Källan nämner saken som en möjlighet.",
    "forslag": "Inget krav ligger bakom frågan än, bara ett förslag.",
}
FREE = "Frivillig fråga. Inget krav ligger bakom den."
_DECIDES = " Svaret avgör {decision}."


def told(level: str, of: Sequence[str], stated: bool, decision: str) -> str:
    """Return whether a question is required and of whom; of a free one, what the answer decides."""
    if level == "fritt":
        return FREE + (_DECIDES.format(decision=decision) if decision else "")
    named = [ADDRESSEE[kind] for kind in of]
    whom = named[0] if len(named) == 1 else ", ".join(named[:-1]) + _AND + named[-1]
    return _LEVEL[level].format(of=whom) if stated else _LEVEL_NOT_STATED[level] + _NOT_STATED.format(of=whom)


def legend(marks: Iterable[str]) -> str:
    """Return what the marks mean that stand here, in one line."""
    return " ".join(f"{mark}: {_MEANING[mark]}." for mark in dict.fromkeys(marks))


#: What stands below a requirement where the rest of the guidance has no room.
MORE_ON_HELP = "F1 visar vad kravet säger och varifrån det kommer."


def more(count: int) -> str:
    """Return how many more requirements are behind a question, and where they are told."""
    return "Ett krav till ligger bakom frågan: F1." if count == 1 else f"{count} krav till ligger bakom frågan: F1."
