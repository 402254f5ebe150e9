# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks of one row of a factor table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..classes import carbon_classes
from ..plausible import LARGEST
from .problems import Problem
from .vocabulary import (
    ACCEPTED_FLUX_UNITS,
    ACCEPTED_GAS_UNITS,
    ACCEPTED_STOCK_UNITS,
    ANNUAL_CROPS,
    EVIDENCE,
    FLUX,
    GASES,
    KINDS,
    POOLS,
    PROCESSES,
    STOCK,
    plain_depth,
    unit_factor,
)

Row = Mapping[str, str]

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$")
_COMMA = re.compile(r"[+-]?\d+(,\d+)+$")
_DEPTH = re.compile(r"\d+-\d+$")
_GRADES = tuple(grade for grade in EVIDENCE if grade != "user")


def check_row(line: int, row: Row) -> Iterator[Problem]:
    """The problems of one row; cells are text."""
    if row["kind"] not in KINDS:
        yield not_in(line, "kind", row["kind"], KINDS)
    yield from check_provenance(line, row)
    yield from _check_numbers(line, row)
    if row["kind"] not in (STOCK, FLUX):
        return
    if row["class"] not in carbon_classes().index:
        yield not_in(line, "class", row["class"], tuple(carbon_classes().index))
    if row["kind"] == STOCK:
        yield from _check_stock(line, row)
    if row["kind"] == FLUX:
        yield from _check_flux(line, row)


def number_problem(line: int, column: str, text: str) -> Problem | None:
    """Why a cell is not a number with a decimal point; None when it is one."""
    if _NUMBER.match(text) and abs(float(text)) < LARGEST:
        return None
    if _COMMA.match(text):
        return Problem(
            line,
            column,
            "“{text}” holds a comma, which may be a decimal or a thousands sign: write numbers with a "
            "decimal point.",
            {"text": text},
        )
    return Problem(line, column, "“{text}” is not a number.", {"text": text})


def check_provenance(line: int, row: Row) -> Iterator[Problem]:
    """The problems of a row's source, evidence grade and state of verification."""
    if not row["source"]:
        yield Problem(line, "source", "The source is missing: no value without one.")
    if row["evidence"] not in _GRADES:
        yield not_in(line, "evidence", row["evidence"], _GRADES)
    if row["verified"] not in ("yes", "no", ""):
        yield not_in(line, "verified", row["verified"], ("yes", "no"))


def _check_numbers(line: int, row: Row) -> Iterator[Problem]:
    if not row["value"]:
        yield Problem(line, "value", "The value is missing; leave the row out when a pool is not known.")
        return
    problems = [
        problem
        for column in ("value", "low", "high")
        if row[column] and (problem := number_problem(line, column, row[column])) is not None
    ]
    yield from problems
    if problems:
        return
    value = float(row["value"])
    if row["low"] and float(row["low"]) > value:
        yield Problem(
            line,
            "low",
            "The lower bound {low} is above the value {value}; low ≤ value ≤ high, also where negative.",
            {"low": row["low"], "value": row["value"]},
        )
    if row["high"] and float(row["high"]) < value:
        yield Problem(
            line,
            "high",
            "The upper bound {high} is below the value {value}; low ≤ value ≤ high, also where negative.",
            {"high": row["high"], "value": row["value"]},
        )


def _check_stock(line: int, row: Row) -> Iterator[Problem]:
    if row["pool"] not in POOLS:
        yield not_in(line, "pool", row["pool"], POOLS)
    if row["process"]:
        yield Problem(line, "process", "A stock row names a pool, not a process.")
    if unit_factor(STOCK, "", row["unit"]) is None:
        yield _unit_problem(line, row["unit"], ACCEPTED_STOCK_UNITS)
    if row["value"].startswith("-") and number_problem(line, "value", row["value"]) is None:
        yield Problem(line, "value", "A carbon stock cannot be negative ({value}).", {"value": row["value"]})
    if row["pool"] == "soc" and not _DEPTH.match(plain_depth(row["depth_cm"])):
        yield Problem(
            line,
            "depth_cm",
            "A soil row states its depth as from-to in cm, such as 0-30 or 0-100; found “{depth}”.",
            {"depth": row["depth_cm"]},
        )


def _check_flux(line: int, row: Row) -> Iterator[Problem]:
    process = row["process"]
    if process not in PROCESSES:
        yield not_in(line, "process", process, PROCESSES)
    if row["pool"]:
        yield Problem(line, "pool", "A flux row names a process, not a pool.")
    if unit_factor(FLUX, process, row["unit"]) is None:
        yield _unit_problem(
            line, row["unit"], ACCEPTED_GAS_UNITS if process in GASES else ACCEPTED_FLUX_UNITS
        )
    if number_problem(line, "value", row["value"]) is not None:
        return
    value = float(row["value"])
    if process in GASES and value > 0:
        yield Problem(
            line,
            "value",
            "{process} is emitted: in a factor table removal is positive and emission negative, so the value "
            "must be −{value}, not {value}.",
            {"process": process, "value": row["value"]},
        )
    if process == "biomass_growth" and row["class"] in ANNUAL_CROPS and value != 0:
        yield Problem(
            line,
            "value",
            "Annual crops have no lasting biomass growth (harvested within the year); the value must be 0.",
        )


def _unit_problem(line: int, unit: str, accepted: str) -> Problem:
    return Problem(
        line,
        "unit",
        "Unit “{unit}” is not accepted here; use one of: {accepted}.",
        {"unit": unit, "accepted": accepted},
    )


def not_in(line: int, column: str, text: str, allowed: tuple[str, ...]) -> Problem:
    """A cell with a word that is none of the ``allowed``."""
    return Problem(
        line, column, "“{text}” is not one of: {allowed}.", {"text": text, "allowed": ", ".join(allowed)}
    )
