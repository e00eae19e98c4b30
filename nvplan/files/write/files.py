"""Write an exported file: whole or not at all, and never over what someone already has unless told to."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import unicodedata
from pathlib import Path

from nvplan.model.errors import InputError
from nvplan.texts import exports as exports_texts

#: Longest file name in bytes (most file systems allow 255); leaves room for " (99)" and the temporary name.
MOST_NAME_BYTES = 200
#: How many files of the same name may stand beside each other.
MOST_COPIES = 999
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u2028\u2029\ud800-\udfff]+')
_RESERVED = re.compile(r"^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_NUMBERED = re.compile(r"(.+) \([1-9][0-9]*\)")
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN_HERE = {errno.EACCES, errno.EPERM, errno.EROFS}


def safe_stem(stem: str) -> str:
    """Return a file name without suffix that Windows, macOS and Linux all accept; å ä ö are kept."""
    name = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", stem))
    name = " ".join(name.split()).strip(" .")
    name = name.encode("utf-8")[:MOST_NAME_BYTES].decode("utf-8", "ignore").strip(" .")
    if not name.strip("-_"):
        return exports_texts.FILE_STEM_FALLBACK
    return f"_{name}" if _RESERVED.match(name) else name


def write_new(folder: Path, stem: str, suffix: str, content: bytes, replace: bool = False) -> Path:
    """Write a file and return its path. The folder is created if it is missing.

    An existing file is kept and the new one is called " (2)", " (3)" and so on; a file that already holds exactly this
    content is used as it is. With `replace` the existing file is replaced in one step.

    Raises:
        InputError: the file could not be written (full disk, read-only folder, …); no half file is left.
    """
    name = safe_stem(stem)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if replace:
            return _replace(folder / f"{name}{suffix}", content)
        return _place(folder, name, suffix, content)
    except OSError as fault:
        raise InputError(_sentence(fault, folder, f"{name}{suffix}", replace)) from fault


def kept_beside(path: Path) -> Path | None:
    """Return the file that already had the name, where a new one was called " (2)" and so on."""
    numbered = _NUMBERED.fullmatch(path.stem)
    other = path.with_name(numbered[1] + path.suffix) if numbered else None
    return other if other is not None and other.exists() else None


def _replace(target: Path, content: bytes) -> Path:
    if _holds(target, content):
        return target
    temporary = _write_temporary(target.parent, content)
    try:
        temporary.replace(target)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)
    return target


def _place(folder: Path, name: str, suffix: str, content: bytes) -> Path:
    temporary: Path | None = None
    try:
        for number in range(1, MOST_COPIES + 1):
            target = folder / (f"{name} ({number}){suffix}" if number > 1 else f"{name}{suffix}")
            if _holds(target, content):
                return target
            if os.path.lexists(target):
                continue
            temporary = temporary or _write_temporary(folder, content)
            if _link(temporary, target):
                _sync_folder(folder)
                return target
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
    raise InputError(exports_texts.FILE_TOO_MANY.format(file=f"{name}{suffix}", folder=folder))


def _holds(target: Path, content: bytes) -> bool:
    """Tell whether the file exists and holds exactly this content; a file that cannot be read does not."""
    with contextlib.suppress(OSError):
        return target.is_file() and target.stat().st_size == len(content) and target.read_bytes() == content
    return False


def _write_temporary(folder: Path, content: bytes) -> Path:
    temporary = folder / f".nvplan-{secrets.token_hex(8)}.tmp"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _link(temporary: Path, target: Path) -> bool:
    """Give the finished file its name without ever replacing another; return False if the name was just taken."""
    try:
        target.hardlink_to(temporary)
    except FileExistsError:
        return False
    except (OSError, NotImplementedError):  # a file system without hard links, such as FAT on a USB stick
        if os.path.lexists(target):
            return False
        temporary.replace(target)
    return True


def _sync_folder(folder: Path) -> None:
    """Make the new name durable where the system can; Windows cannot open a folder and needs no such step."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sentence(fault: OSError, folder: Path, file: str, replace: bool) -> str:
    if fault.errno in _FULL:
        return exports_texts.FILE_NO_SPACE.format(file=file)
    if fault.errno in (errno.ENOTDIR, errno.EEXIST):
        return exports_texts.FILE_NOT_A_FOLDER.format(folder=folder)
    if fault.errno == errno.ENAMETOOLONG:
        return exports_texts.FILE_NAME_TOO_LONG.format(file=file)
    target = folder / file
    taken = fault.errno in (errno.EACCES, errno.EPERM) and target.exists() and os.access(folder, os.W_OK)
    if fault.errno == errno.EISDIR or (replace and taken):
        return exports_texts.FILE_LOCKED.format(file=file)
    if fault.errno in _FORBIDDEN_HERE:
        return exports_texts.FILE_NOT_ALLOWED.format(folder=folder, file=file)
    return exports_texts.FILE_FAILED.format(file=file, folder=folder)
