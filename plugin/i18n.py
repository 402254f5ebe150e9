# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts for users: translated by Qt, one context, English in the code.

The strings are collected from the code itself (``make translate``), so ``tr`` takes a literal and
values are filled in after translating: ``tr("{count} parcels").format(count=count)``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unicodedata import category

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from .domain.notes import Note
from .paths import ROOT

CONTEXT = "DualCarbon"
FOLDER = ROOT / "i18n"

#: Characters of one value in a sentence.
LONGEST_VALUE = 600
#: Kinds of characters that end a line or steer a terminal.
_BREAKS = ("Cc", "Zl", "Zp")

#: Qt keeps no reference to its translators, and a collected one translates nothing.
_installed: list[QTranslator] = []


def tr(text: str) -> str:
    """The text in the user's language, or as it is where no translation exists."""
    return QCoreApplication.translate(CONTEXT, text)


def sentence(message: Any) -> str:
    """An error, a note or a problem of the domain (``template``, ``values``) in the user's language."""
    values = {key: _nested(value) for key, value in message.values.items()}
    if isinstance(message, Note):
        values.update(count=message.count, area_ha=message.area_ha or 0.0)
    return QCoreApplication.translate(CONTEXT, message.template).format(**values)


def _nested(value: object) -> object:
    # A value may be a sentence of its own: the problem of a file inside the refusal of the file.
    if hasattr(value, "template"):
        return sentence(value)
    # GDAL tells its reasons in several lines.
    return _on_one_line(str(value)) if isinstance(value, (str, Exception)) else value


def _on_one_line(text: str) -> str:
    # Codes and names come from users' data, with line ends, control characters and whole documents in them.
    plain = "".join(" " if category(sign) in _BREAKS else sign for sign in text[:LONGEST_VALUE])
    return plain if len(text) <= LONGEST_VALUE else plain + "…"


def install_translator(locale: str = "") -> bool:
    """Install the translation for ``locale`` (``zh_CN``, ``zh-Hans``), by default QGIS's; False if none."""
    translator = QTranslator()
    if not translator.load(QLocale(locale or QgsApplication.locale()), "dualcarbon", "_", str(FOLDER)):
        return False
    _installed.append(translator)
    return QCoreApplication.installTranslator(translator)


def speaks_chinese() -> bool:
    """Whether QGIS runs in Chinese."""
    return QgsApplication.locale().lower().startswith("zh")


def translation_into(language: str) -> Callable[[str], str]:
    """Translate into a language other than that of QGIS, as a report may speak; English stays as it is."""
    translator = QTranslator()
    if language == "en" or not translator.load(QLocale(language), "dualcarbon", "_", str(FOLDER)):
        return lambda text: text
    # QTranslator, unlike QCoreApplication, takes its texts as bytes.
    return lambda text: translator.translate(CONTEXT.encode(), text.encode("utf-8")) or text


def remove_translator() -> None:
    """Undo ``install_translator``; safe when nothing is installed."""
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
