# SPDX-License-Identifier: GPL-2.0-or-later
"""What Qt leaves out of a PDF: bookmarks of the chapters, its language, text that can be searched.

Fonts draw some characters with one glyph (一 and the radical ⼀), and Qt states the first of them as
the text of the glyph; a reader who searches for the other finds nothing. The structure is that of
PDF 1.7 (ISO 32000-1: 7.5.6 incremental updates, 9.10.3 ToUnicode, 12.3.3 outlines).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from qgis.PyQt.QtGui import QFont, QRawFont

_MAP = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_LIST = re.compile(rb"\[[^\]]*\]")
_CODE = re.compile(rb"<([0-9A-Fa-f]{4})>")
_TAIL = re.compile(rb"trailer\s*<<(?P<entries>.*?)>>\s*startxref\s+(?P<start>\d+)\s+%%EOF\s*$", re.DOTALL)
_SIZE, _ROOT = re.compile(rb"/Size (\d+)"), re.compile(rb"/Root (\d+) 0 R")
_CATALOG = re.compile(rb"<<\s*/Type /Catalog\s+(/Pages (\d+) 0 R.*?)>>", re.DOTALL)
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")


@dataclass(frozen=True)
class Bookmark:
    """A chapter and its page, counted from 1."""

    title: str
    page: int


def finish(
    pdf: bytes, bookmarks: Sequence[Bookmark], language: str, characters: set[str], families: Iterable[str]
) -> bytes:
    """``pdf`` as written by Qt with bookmarks, language and the ``characters`` of its text.

    A file of another structure than that of Qt 5 and 6 is given back as far as it is understood.
    """
    spoken = _spoken(characters, families)
    pdf = _MAP.sub(lambda found: _LIST.sub(lambda codes: _CODE.sub(spoken, codes[0]), found[0]), pdf)
    return _with_bookmarks(pdf, bookmarks, language)


def _spoken(characters: set[str], families: Iterable[str]) -> Callable[[re.Match[bytes]], bytes]:
    """Replaces a code that the text does not hold by the one that looks the same and that it holds."""
    fonts = [_glyphs_of(family, characters) for family in families]

    def speak(found: re.Match[bytes]) -> bytes:
        stated = chr(int(found[1], 16))
        if stated in characters:
            return found[0]
        for raw, texts in fonts:
            meant = texts.get(_glyph(raw, stated), "")
            if meant:
                return b"<%04X>" % ord(meant)
        return found[0]

    return speak


def _glyphs_of(family: str, characters: set[str]) -> tuple[QRawFont, dict[int, str]]:
    """A font and which of the characters each of its glyphs stands for."""
    font = QFont()
    font.setFamily(family)
    raw = QRawFont.fromFont(font)
    if raw.familyName() != family:
        return raw, {}
    # Codes of a map have four digits.
    plain = sorted(character for character in characters if ord(character) <= 0xFFFF)
    return raw, {glyph: text for text in plain if (glyph := _glyph(raw, text))}


def _glyph(raw: QRawFont, character: str) -> int:
    glyphs = raw.glyphIndexesForString(character)
    return int(glyphs[0]) if glyphs else 0


def _with_bookmarks(pdf: bytes, bookmarks: Sequence[Bookmark], language: str) -> bytes:
    tail = _TAIL.search(pdf)
    if tail is None or not bookmarks:
        return pdf
    size, root = _SIZE.search(tail["entries"]), _ROOT.search(tail["entries"])
    catalog = _CATALOG.search(pdf)
    kids = _KIDS.search(pdf, pdf.rfind(b"/Type /Pages"))
    if size is None or root is None or catalog is None or kids is None:
        return pdf
    pages = re.findall(rb"(\d+) 0 R", kids[1])
    first = int(size[1])
    last = first + len(bookmarks)
    bodies = {
        int(root[1]): b"<< /Type /Catalog %s /Outlines %d 0 R /PageMode /UseOutlines /Lang (%s) >>"
        % (catalog[1].strip(), first, language.encode("ascii")),
        first: b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>"
        % (first + 1, last, len(bookmarks)),
    }
    for number, bookmark in enumerate(bookmarks, start=first + 1):
        beside = b" /Prev %d 0 R" % (number - 1) if number > first + 1 else b""
        beside += b" /Next %d 0 R" % (number + 1) if number < last else b""
        title = b"FEFF" + bookmark.title.encode("utf-16-be", "replace").hex().upper().encode("ascii")
        bodies[number] = b"<< /Title <%s> /Parent %d 0 R%s /Dest [%s 0 R /Fit] >>" % (
            title,
            first,
            beside,
            pages[bookmark.page - 1],
        )
    return pdf + _update(len(pdf), bodies, last + 1, tail)


def _update(offset: int, bodies: dict[int, bytes], size: int, tail: re.Match[bytes]) -> bytes:
    """Objects and their cross-reference as an update behind the ``offset`` bytes of a file."""
    parts, table = [b""], []
    for number, body in sorted(bodies.items()):
        table.append(b"%d 1\n%010d 00000 n \n" % (number, offset + sum(map(len, parts))))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = offset + sum(map(len, parts))
    entries = _SIZE.sub(b"/Size %d" % size, tail["entries"])
    return b"".join(
        (
            *parts,
            b"xref\n",
            *table,
            b"trailer\n<<%s/Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (entries, tail["start"], start),
        )
    )
