# SPDX-License-Identifier: GPL-2.0-or-later
"""The cell ``parameters`` of an activity row: ``mcf=1; doc=0.15; waste=food``, checked by its method."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from ..errors import InputError
from .rows import Row
from .vocabulary import PARAMETERS, SHARES, WORDS, word_of


def read_parameters(row: Row, method: str) -> tuple[Mapping[str, float], Mapping[str, str]]:
    """Numbers and words of a row by name.

    Raises ``InputError`` for a parameter that the method does not take, that occurs twice or has no value,
    and for one that is missing.
    """
    needed, _optional = PARAMETERS[method]
    vocabulary = WORDS.get(method, {})
    numbers: dict[str, float] = {}
    words: dict[str, str] = {}
    for part in re.split(r"[;；]", row.text("parameters")):
        name, _equals, text = (piece.strip() for piece in part.partition("="))
        if not name:
            continue
        _refuse_foreign(row, name, method, {**numbers, **words})
        if name in vocabulary:
            words[name] = _word(row, name, text, vocabulary[name])
        else:
            numbers[name] = _number(row, name, text)
    missing = [name for name in needed if name not in numbers]
    if missing:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: method “{method}” needs {missing}. Write them as "
            "“name=value; name=value”.",
            **row.at("parameters"),
            method=method,
            missing=", ".join(missing),
        )
    return numbers, words


def _refuse_foreign(row: Row, name: str, method: str, found: Mapping[str, object]) -> None:
    known = (*PARAMETERS[method][0], *PARAMETERS[method][1], *WORDS.get(method, ()))
    if name not in known or name in found:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: parameter “{parameter}” occurs twice or does "
            "not belong to method “{method}”, which takes {known}.",
            **row.at("parameters"),
            parameter=name,
            method=method,
            known=", ".join(known) or "–",
        )


def _number(row: Row, name: str, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or value < 0 or (name in SHARES and value > 1):
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: “{text}” is no value of parameter “{parameter}”. "
            "Write a number with a decimal point, not below 0; shares from 0 to 1.",
            **row.at("parameters"),
            text=text,
            parameter=name,
        )
    return value


def _word(row: Row, name: str, text: str, words: Mapping[str, tuple[str, ...]]) -> str:
    found = word_of(text, words)
    if found is None:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: “{text}” is no value of parameter “{parameter}”. "
            "Use one of {known}.",
            **row.at("parameters"),
            text=text,
            parameter=name,
            known=", ".join(words),
        )
    return found
