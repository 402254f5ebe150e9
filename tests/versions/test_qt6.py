# SPDX-License-Identifier: GPL-2.0-or-later
"""What QGIS 4 (Qt 6) takes away is not used: static checks, since Debian's QGIS is built on Qt 5."""

from __future__ import annotations

import ast
import enum
import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = [ROOT / "__init__.py", *sorted((ROOT / "plugin").rglob("*.py"))]
#: Modules that Qt 6 or its Python binding no longer has, or that name one of the two bindings.
GONE = ("PyQt5", "PyQt6", "sip", "qgis.PyQt.QtWebKit", "qgis.PyQt.QtWebKitWidgets", "qgis.PyQt.QtScript")
#: Names that Qt 6 or its Python binding no longer has.
OLD_NAMES = {"exec_", "print_", "QRegExp", "QDesktopWidget", "qApp", "QTextCodec"}


def parse(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def place(file: Path, node: ast.AST) -> str:
    return f"{file.relative_to(ROOT)}:{node.lineno}"


# Enums


def imported_from_qgis(tree: ast.Module) -> dict[str, Any]:
    """Name in the module → what it stands for in the running QGIS."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module.split(".")[0] == "qgis":
            module = importlib.import_module(node.module)
            found |= {
                a.asname or a.name: getattr(module, a.name) for a in node.names if hasattr(module, a.name)
            }
    return found


def is_member_of_an_enum(value: object) -> bool:
    # PyQt 5's members are ints of a class of their own; newer bindings use Python's enums.
    plain = type(value) in (bool, int)
    return isinstance(value, enum.Enum) or (isinstance(value, int) and not plain)


def resolve(node: ast.expr, known: dict[str, Any]) -> object:
    """What ``Class``, ``Class.Enum`` … stands for, or None."""
    if isinstance(node, ast.Name):
        return known.get(node.id)
    if isinstance(node, ast.Attribute):
        return getattr(resolve(node.value, known), node.attr, None)
    return None


def unscoped_enums(tree: ast.Module) -> Iterator[ast.Attribute]:
    """``Class.Member`` where ``Class.Enum.Member`` is meant; Qt 6 knows the latter only."""
    known = imported_from_qgis(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner, value = resolve(node.value, known), resolve(node, known)
            if isinstance(owner, type) and is_member_of_an_enum(value) and not isinstance(value, owner):
                yield node


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("QgsProcessing.TypeVectorPolygon", 1),
        ("QgsProcessing.SourceType.TypeVectorPolygon", 0),
        ("Qt.AlignLeft | Qt.AlignTop", 2),
        ("Qt.AlignmentFlag.AlignLeft", 0),
        ("QgsFeatureSink.FastInsert", 1),
        ("QgsFeatureSink.Flag.FastInsert", 0),
        ("QVariant.Double", 1),
        ("Qgis.Warning", 1),
        ("Qgis.MessageLevel.Warning", 0),
        ("Qgis.QGIS_VERSION_INT", 0),
    ],
)
def test_the_check_tells_scoped_from_unscoped_enums(code, found):
    pytest.importorskip("qgis.core")
    imports = (
        "from qgis.core import Qgis, QgsFeatureSink, QgsProcessing\n"
        "from qgis.PyQt.QtCore import Qt, QVariant\n"
    )
    assert len(list(unscoped_enums(ast.parse(imports + code)))) == found


def test_enums_are_fully_scoped():
    pytest.importorskip("qgis.core")
    assert [place(file, node) for file in SHIPPED for node in unscoped_enums(parse(file))] == []


def test_enums_are_not_reached_through_objects():
    """``self.FlagNoThreading`` is as unscoped as ``QgsProcessingAlgorithm.FlagNoThreading``."""
    core = pytest.importorskip("qgis.core")
    bases = (core.QgsProcessingAlgorithm, core.QgsProcessingProvider, core.QgsProcessingParameterDefinition)
    members = {name for base in bases for name in dir(base) if is_member_of_an_enum(getattr(base, name))}
    assert "FlagNoThreading" in members
    found = [
        place(file, node)
        for file in SHIPPED
        for node in ast.walk(parse(file))
        if isinstance(node, ast.Attribute)
        and node.attr in members
        and not isinstance(node.value, ast.Attribute)
    ]
    assert found == []


# Modules, methods, files


def imported_modules(tree: ast.Module) -> Iterator[tuple[ast.stmt, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def test_qt_is_imported_from_qgis_and_only_what_qt6_has():
    found = [
        (place(file, node), name)
        for file in SHIPPED
        for node, name in imported_modules(parse(file))
        if any(name == gone or name.startswith(f"{gone}.") for gone in GONE)
    ]
    assert found == []


def test_no_name_is_used_that_qt6_no_longer_has():
    found = [
        (place(file, node), name)
        for file in SHIPPED
        for node in ast.walk(parse(file))
        if (name := getattr(node, "attr", getattr(node, "id", None))) in OLD_NAMES
    ]
    assert found == []


def test_qvariant_types_stand_in_compat_only():
    """``QVariant`` has no types in PyQt 6; the branch for older QGIS is in one place."""
    users = {file.relative_to(ROOT).as_posix() for file in SHIPPED if "QVariant" in file.read_text("utf-8")}
    assert users == {"plugin/gis/compat.py"}
    assert "QVariant.Type" not in (ROOT / "plugin/gis/compat.py").read_text("utf-8")


def test_versions_of_qgis_are_asked_for_in_compat_only():
    users = {
        file.relative_to(ROOT).as_posix()
        for file in SHIPPED
        for node in ast.walk(parse(file))
        if isinstance(node, ast.Attribute) and node.attr in {"versionInt", "QGIS_VERSION_INT"}
    }
    assert users == {"plugin/gis/compat.py"}


def test_no_resources_are_compiled_into_code():
    folders = (ROOT / "plugin", ROOT / "resources", ROOT / "i18n")
    compiled = [
        f for folder in folders for f in folder.rglob("*") if f.suffix == ".qrc" or f.stem.endswith("_rc")
    ]
    assert compiled == []


# flake8-qgis


def flake8(*arguments: str, text: str | None = None) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "flake8", *arguments],
        cwd=ROOT,
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def test_flake8_qgis_knows_what_qt6_took_away():
    code = "from PyQt5.QtCore import QRegExp\n\nkind = QVariant.Double\ndialog.exec_()\n"
    found = flake8("--config", str(ROOT / ".flake8"), "-", text=code)
    assert [rule for rule in ("QGS103", "QGS107", "QGS402", "QGS406") if rule not in found] == []


def test_flake8_qgis_finds_nothing_in_the_plugin():
    assert flake8("__init__.py", "plugin") == ""
