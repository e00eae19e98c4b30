"""What people have written in a report: one document an occasion, one text an item, over the draft from the plan."""

from __future__ import annotations

from collections.abc import Mapping

from nvplan.model.base import Frozen
from nvplan.store.journal import Body
from nvplan.store.repository import Repository, Transaction

TABLE = "redovisningssvar"


class Written(Frozen):
    """One text: in which role and when it was last written, or from which occasion it was carried over."""

    text: str
    carried: str = ""
    """The id of the occasion that it came from, until someone has confirmed that it still holds."""
    changed: str = ""
    role: str = ""


def written(repository: Repository | Transaction, occasion: str) -> Mapping[str, Written]:
    """Return the texts of an occasion by item id."""
    body = repository.get(TABLE, occasion) or {}
    return {item: Written.model_validate(one) for item, one in body.get("answers", {}).items()}


def put_texts(change: Transaction, occasion: str, texts: Mapping[str, Written | None]) -> None:
    """Set, or with None take away, texts of an occasion; what is already so is left with its date and role."""
    known = dict(written(change, occasion))
    before = dict(known)
    for item, text in texts.items():
        old = known.pop(item, None)
        if text is None:
            continue
        if old is not None and (old.text, old.carried) == (text.text, text.carried):
            known[item] = old
        else:
            known[item] = text.model_copy(update={"changed": change.when, "role": change.role})
    if known == before:
        return
    if not known:
        change.delete(TABLE, occasion)
        return
    answers: Body = {item: one.model_dump(exclude_defaults=True) for item, one in known.items()}
    change.put(TABLE, occasion, {"occasion": occasion, "answers": answers})
