# SPDX-License-Identifier: GPL-2.0-or-later
"""The run manifest: what went in, what came out, and by which factors, rules and settings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from .errors import FactorError, InputError
from .factors import FactorSet, factor_set_ids, load_factor_set
from .file_limits import refuse_large
from .manifest_shape import parse_manifest
from .notes import NoteBook
from .places import LEFT_OUT
from .rules import RulePack

MANIFEST_VERSION = 1
#: Bytes of a manifest. A list of the ids of 10⁶ features has some 25 MB, and a run may note several.
LARGEST_MANIFEST = 1 << 28


@dataclass
class RunManifest:
    """Everything needed to judge and to replay one run; filled while it goes, written last."""

    algorithm: str
    plugin_version: str
    parameters: dict[str, Any]
    software: dict[str, str]
    started: str
    inputs: list[dict[str, Any]] = field(default_factory=list)
    outputs: list[dict[str, Any]] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)

    def add_input(self, parameter: str, **facts: Any) -> None:
        """Record an input: layer, source, CRS, feature count, content digest."""
        self.inputs.append({"parameter": parameter, **facts})

    def add_output(self, parameter: str, **facts: Any) -> None:
        """Record an output: where it is, its feature count and the digest of our columns."""
        self.outputs.append({"parameter": parameter, **facts})

    def to_dict(self, notes: NoteBook, finished: str) -> dict[str, Any]:
        """The manifest as plain values."""
        return {
            "manifest_version": MANIFEST_VERSION,
            "plugin": "dualcarbon",
            "plugin_version": self.plugin_version,
            "algorithm": self.algorithm,
            "parameters": self.parameters,
            "software": self.software,
            "started": self.started,
            "finished": finished,
            "inputs": self.inputs,
            **self.facts,
            "notes": [note.to_record() for note in notes],
            "outputs": self.outputs,
        }


def to_json(manifest: Mapping[str, Any]) -> str:
    """The manifest as readable JSON; NaN becomes null, as JSON has no NaN."""
    return json.dumps(_plain(manifest), ensure_ascii=False, indent=1, allow_nan=False)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not np.isfinite(value):
        return None
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return str(value)


def without_places(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """A copy for confidential data: no paths, sources or coordinates, only names and digests."""
    copy = json.loads(to_json(manifest))
    for record in [*copy["inputs"], *copy["outputs"]]:
        record.pop("source", None)
        record.pop("path", None)
        record.pop("grid", None)
    copy["parameters"] = {key: _placeless(value) for key, value in copy["parameters"].items()}
    return dict(copy)


def _placeless(value: Any) -> Any:
    if isinstance(value, list):
        return [_placeless(item) for item in value]
    return LEFT_OUT if isinstance(value, str) and _looks_like_place(value) else value


def _looks_like_place(text: str) -> bool:
    marked = any(mark in text for mark in ("/", "\\", "dbname=", "://"))
    return marked and not _is_shipped_set(text)


def _is_shipped_set(name: str) -> bool:
    # Ids of tier-1 sets have slashes like paths, and not all combinations of their parts are listed.
    if Path(name).suffix or name.split("/")[0] not in {known.split("/")[0] for known in factor_set_ids()}:
        return False
    try:
        load_factor_set(name)
    except FactorError:
        return False
    return True


def read_manifest(path: str) -> dict[str, Any]:
    """Read a manifest file; raises ``InputError`` when it is none."""
    try:
        refuse_large(Path(path), LARGEST_MANIFEST)
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise InputError(
            "“{path}” cannot be read as a run manifest: {reason}. Run the tool again to make one.",
            path=path,
            reason=error,
        ) from error
    return parse_manifest(text, path)


def digest_columns(frame: pd.DataFrame, columns: list[str], digits: int | None = None) -> str:
    """SHA-256 of the values of ``columns`` in order, the same before writing and after reading back.

    Numbers count by their bits, or to ``digits`` significant digits for formats that write
    numbers as text (15 is what a CSV keeps); whole numbers count as floats; NULL, NaN and
    empty text are alike, because formats differ in them, and a column of these alone has
    no type.
    """
    digest = hashlib.sha256()
    for column in columns:
        digest.update(column.encode("utf-8"))
        values = frame[column]
        blank = values.isna() | (values == "").to_numpy(dtype=bool)
        if blank.all():
            digest.update(b"\x1f" * len(values))
        elif pd.api.types.is_numeric_dtype(values):
            digest.update(_number_bytes(values, digits))
        elif set(map(type, values[~blank])) <= {int, float}:
            # Whole numbers beside None: a format reads them back as numbers.
            digest.update(_number_bytes(pd.to_numeric(values.where(~blank, None)), digits))
        else:
            texts = ["" if empty else str(value) for value, empty in zip(values, blank)]
            digest.update("\x1f".join(texts).encode("utf-8"))
    return digest.hexdigest()


def _number_bytes(values: pd.Series, digits: int | None) -> bytes:
    # Adding 0 turns -0 into 0.
    numbers = values.to_numpy(dtype=np.float64, na_value=np.nan) + 0.0
    if digits is None:
        numbers[np.isnan(numbers)] = np.nan
        return bytes(numbers.tobytes())
    return (f"%.{digits}g\x1f" * len(numbers) % tuple(numbers.tolist())).encode("ascii")


def describe_factor_set(factors: FactorSet) -> dict[str, Any]:
    """What a manifest says about a factor set."""
    return {
        "id": factors.id,
        "version": factors.version,
        "title": factors.title,
        "sha256": factors.sha256,
        "soil_depth_cm": factors.soil_depth_cm,
        "flux_family": factors.flux_family,
        "gwp": factors.gwp,
        "remarks": list(factors.remarks),
        **({"class_names": dict(factors.names)} if factors.names else {}),
    }


def describe_rule_pack(pack: RulePack) -> dict[str, Any]:
    """What a manifest says about a rule pack, with the packs it builds on and the rules it leaves out."""
    return {
        "id": pack.id,
        "version": pack.version,
        "title": pack.title,
        "sha256": pack.sha256,
        "extends": [asdict(parent) for parent in pack.extends],
        "switched_off": list(pack.switched_off),
    }
