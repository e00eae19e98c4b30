"""Takes the data out of a pdf of ours."""

from __future__ import annotations

import io
import logging

from nvplan.files.write.pdf import ATTACHMENT
from nvplan.model.errors import InputError
from nvplan.store.format import MOST_BYTES
from nvplan.texts import returned as returned_texts

#: What a pdf ends with; one that was cut off on its way does not.
_END, _TAIL = b"%%EOF", 2048


def embedded_data(name: str, content: bytes) -> bytes:
    """Return the plan file that a pdf of ours carries with it; `name` is what the pdf is called.

    Raises:
        InputError: it is no pdf, is locked, or carries no data of ours.
    """
    from pypdf import PdfReader, errors  # costs a tenth of a second, and few commands read a pdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings on a damaged pdf are no sentences of ours
    try:
        reader = PdfReader(io.BytesIO(content))
        encrypted = reader.is_encrypted
        found = [] if encrypted else reader.attachments.get(ATTACHMENT, [])
    except (errors.DependencyError, errors.FileNotDecryptedError, errors.WrongPasswordError) as error:
        raise InputError(returned_texts.PDF_ENCRYPTED.format(name=name)) from error
    except Exception as error:  # a damaged pdf makes pypdf raise almost anything
        raise InputError(returned_texts.PDF_UNREADABLE.format(name=name)) from error
    if encrypted:
        raise InputError(returned_texts.PDF_ENCRYPTED.format(name=name))
    if not found and _END not in content[-_TAIL:]:
        raise InputError(returned_texts.PDF_UNREADABLE.format(name=name))
    if not found:
        raise InputError(returned_texts.PDF_NO_DATA.format(name=name))
    if len(found[0]) > MOST_BYTES:
        raise InputError(returned_texts.TOO_LARGE.format(name=name))
    return found[0]
