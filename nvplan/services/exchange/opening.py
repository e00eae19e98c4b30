"""Opens a plan to read from, whatever nvplan wrote it in: a plan file, an archive, or the data in a pdf."""

from __future__ import annotations

from pathlib import Path

from nvplan.model.errors import DamagedFileError, InputError
from nvplan.services.exchange.ports import Reader
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.writing.session import PlanSession
from nvplan.store.format import MOST_BYTES
from nvplan.store.opening import open_bytes
from nvplan.texts import returned as returned_texts

_PDF = b"%PDF-"
#: A pdf's mark may stand a little into the file.
HEAD_BYTES = 1024


def is_pdf(head: bytes) -> bool:
    """Tell whether a file that begins so is a pdf."""
    return _PDF in head


def read_beginning(source: Path, most: int = HEAD_BYTES) -> bytes:
    """Return the beginning of a file; what cannot be read is left for the opening of it as a plan to say.

    Raises:
        InputError: more than the head is asked for, and the file is larger than that.
    """
    try:
        if not source.is_file():
            return b""
        with source.open("rb") as file:
            content = file.read(most + 1)
    except OSError:
        return b""
    if most > HEAD_BYTES and len(content) > most:
        raise InputError(returned_texts.TOO_LARGE.format(name=source.name))
    return content


def open_pdf(source: Path, role: str = "", *, reader: Reader) -> OpenPlan:
    """Open the plan that a pdf of ours carries with it; it can only be read.

    Raises:
        InputError: it is no pdf of ours, is locked, or carries no data.
        PlanFileError: the data is not whole, or from a newer nvplan.
    """
    carried = reader.embedded_data(source.name, read_beginning(source, MOST_BYTES))
    try:
        return OpenPlan(open_bytes(source.name, carried), role)
    except DamagedFileError:
        raise InputError(returned_texts.DAMAGED.format(name=source.name)) from None


def open_source(source: Path, *, reader: Reader) -> OpenPlan:
    """Open a plan to begin another from: a plan file, an archive or a pdf of ours.

    Raises:
        InputError: it is a pdf without data of ours, or a damaged file.
        PlanFileError: it is no plan, or cannot be read.
    """
    if is_pdf(read_beginning(source)):
        return open_pdf(source, reader=reader)
    try:
        return PlanSession.open(source)
    except DamagedFileError:
        raise InputError(returned_texts.DAMAGED.format(name=source.name)) from None
