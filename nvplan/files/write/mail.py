"""A mail as a file (RFC 5322) that a mail program opens with its words in place, for a person to address and send."""

from __future__ import annotations

import hashlib
import mimetypes
from email.message import EmailMessage
from email.policy import SMTP

#: Tells Outlook that the mail is a draft: without it the file opens as one that has come.
_DRAFT = "X-Unsent"


def letter(subject: str, body: str, attached: tuple[str, bytes] | None) -> bytes:
    """Return the mail; the same words and the same file always give the same bytes."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = subject
    mail[_DRAFT] = "1"
    mail.set_content(body, charset="utf-8")
    if attached is not None:
        name, content = attached
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        main, _, sub = kind.partition("/")
        mail.add_attachment(content, maintype=main, subtype=sub, filename=name)
        mail.set_boundary(f"=nvplan={hashlib.sha256(body.encode() + content).hexdigest()[:24]}=")
    return mail.as_bytes()
