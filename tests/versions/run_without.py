# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS in which Python packages are missing: ``run_without.py FOLDER [package …]``.

Loads the plugin, asks for every parameter and its widget, runs every algorithm once through
``processing.run`` and writes what happened to ``FOLDER/seen.json``. ``test_missing_packages.py`` runs it in
a process of its own, since a package that was imported cannot go missing. Its calls are no twin of those in
``tests/every_tool``: here every layer is made without the packages that go missing.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

# As a script it is started without the paths of pytest.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from prepared_qgis import load_plugin, start_processing

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
#: Third-party packages that the plugin may use; QGIS may import some of them by itself.
WATCHED = {"pandas", "shapely", "scipy", "matplotlib", "sklearn", "openpyxl", "dask", "pyproj"}


class Missing:
    """Stands before Python's finders and does not know some packages: they look as if not installed."""

    def __init__(self, packages: Sequence[str], finders: Sequence[Any]) -> None:
        self.packages = set(packages)
        self.finders = list(finders)

    def find_spec(self, name: str, path: Any = None, target: ModuleType | None = None) -> Any:
        if name.split(".")[0] in self.packages:
            return None
        specs = (finder.find_spec(name, path, target) for finder in self.finders)
        return next((spec for spec in specs if spec is not None), None)

    def find_distributions(self, *context: Any) -> Iterator[Any]:
        for finder in self.finders:
            found = getattr(finder, "find_distributions", lambda *_context: ())(*context)
            yield from (item for item in found if item.metadata["Name"] not in self.packages)


def read_parameters(algorithm: Any) -> None:
    """Read of an algorithm what toolbox, help and models read of it."""
    for value in (algorithm.displayName, algorithm.shortHelpString, algorithm.tags, algorithm.icon):
        value()
    for parameter in algorithm.parameterDefinitions():
        for value in (parameter.description, parameter.help, parameter.defaultValue, parameter.metadata):
            value()


def make_widgets(algorithm: Any) -> int:
    """Make the plugin's widgets of choices as a dialog does; return how many."""
    from processing.gui.wrappers import DIALOG_STANDARD

    count = 0
    for parameter in algorithm.parameterDefinitions():
        wrapper = dict((parameter.metadata() or {}).get("widget_wrapper", {}))
        if "choices" in wrapper:
            module, _, name = wrapper.pop("class").rpartition(".")
            kind = getattr(importlib.import_module(module), name)
            made = kind(parameter, Dialog(DIALOG_STANDARD), **wrapper)
            made.setValue(parameter.defaultValue())
            count += made.value() == str(parameter.defaultValue() or "")
    return count


class Dialog:
    """As much of Processing's dialog as a widget looks at."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def parent(self) -> None:
        return None


def layer(code_field: str, code: str) -> Any:
    """One hectare of land in a memory layer."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    made = QgsVectorLayer(f"Polygon?crs=EPSG:4547&field={code_field}:string", "land", "memory")
    feature = QgsFeature(made.fields())
    feature.setAttributes([code])
    corners = "500000 3000000, 500100 3000000, 500100 3000100, 500000 3000100, 500000 3000000"
    feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({corners}))"))
    made.dataProvider().addFeatures([feature])
    made.updateExtents()
    return made


def facility() -> Any:
    """One capture facility in a memory layer of points."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    values = {"facility_id": "1", "year": "2025", "type": "DAC", "captured_tco2_a": "10"}
    values.update(transport_loss="0", storage_loss_a="0", energy_penalty_tco2_a="1")
    fields = "".join(f"&field={name}:string" for name in values)
    made = QgsVectorLayer(f"Point?crs=EPSG:4547{fields}", "facilities", "memory")
    feature = QgsFeature(made.fields())
    feature.setAttributes(list(values.values()))
    feature.setGeometry(QgsGeometry.fromWkt("POINT(500000 3000000)"))
    made.dataProvider().addFeatures([feature])
    return made


def forest_table(folder: Path) -> str:
    """Forest parameters of one species, whose code is also the volume of its stand."""
    header = "kind,species,names,carbon_class,parameter,value,unit,source,evidence"
    lines = [header, "species,fir,90,needleleaf_forest,,,,,"]
    for parameter, unit in (("bcef_s", "t/m3"), ("root_shoot_ratio", "ratio"), ("carbon_fraction", "ratio")):
        lines.append(f"parameter,fir,,,{parameter},0.5,{unit},by hand,sample")
    path = folder / "forest.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def raster(path: Path) -> str:
    """One cell of forest (CLCD class 2)."""
    from osgeo import gdal
    from qgis.core import QgsCoordinateReferenceSystem

    made = gdal.GetDriverByName("GTiff").Create(str(path), 1, 1)
    made.SetGeoTransform((500000, 30, 0, 3000000, 0, -30))
    made.SetProjection(QgsCoordinateReferenceSystem("EPSG:4547").toWkt())
    made.GetRasterBand(1).Fill(2)
    return str(path)


def calls(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """A small call of each algorithm; the report takes what ``sinkbaseline`` made, if it could."""
    land, plan, line = layer("DLBM", "0101"), layer("YDYHFLDM", "0101"), layer("BSM", "1")
    made = folder / "baseline.gpkg"
    land_use = {"INPUT": land, "CLASS_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey"}
    yield "attachfactors", {**land_use, "OUTPUT": "memory:"}
    account = {"YEAR": 2025, "OUTPUT": str(made), "OUTPUT_TABLE": str(folder / "table.gpkg")}
    yield "sinkbaseline", {**land_use, "UNITS": line, **account}
    planned = {"PLAN": plan, "PLAN_FIELD": "YDYHFLDM", "REDLINE": line, "OUTPUT": "memory:"}
    for name in ("checkplan", "checkquantities", "repairplan"):
        yield name, planned
    drafts = {"DRAFT_A": plan, "DRAFT_A_FIELD": "YDYHFLDM", "DRAFT_B": plan, "DRAFT_B_FIELD": "YDYHFLDM"}
    yield "comparedrafts", {**drafts, "REDLINE": line, "OUTPUT": "memory:"}
    yield "checklines", {"REDLINE": line, "OUTPUT": "memory:"}
    yield "checktopology", {"INPUT": land, "OUTPUT": "memory:"}
    density = {"INPUT": raster(folder / "land.tif"), "CLASSIFICATION": "clcd"}
    yield "attachfactorsraster", {**density, "OUTPUT": str(folder / "density.tif")}
    yield "valuechange", {"CHANGE_TC": 1, "YEAR_BEFORE": 2020, "YEAR_AFTER": 2030, "PRICE": 1}
    dates = {"BEFORE": land, "BEFORE_FIELD": "DLBM", "AFTER": land, "AFTER_FIELD": "DLBM"}
    years = {"YEAR_BEFORE": 2020, "YEAR_AFTER": 2025, "CLASSIFICATION": "cn_third_survey"}
    yield "stockchange", {**dates, **years, "OUTPUT": "memory:"}
    yield "bluecarbon", {"INPUT": layer("kind", "mangrove"), "HABITAT_FIELD": "kind", "OUTPUT": "memory:"}
    changed = {"FROM_FIELD": "DLBM", "TO_FIELD": "DLBM", "CONVERSION_YEAR": 2020, "YEAR": 2025}
    climate = {"CLIMATE": "warm_temperate_moist", "SOIL_GROUP": "high_activity_clay_soils"}
    yield "soilcarbon", {"INPUT": land, **changed, **climate, "OUTPUT": "memory:"}
    stand = {"SPECIES_FIELD": "volume", "VOLUME_FIELD": "volume", "FOREST_PARAMETERS": forest_table(folder)}
    yield "forestcarbon", {"INPUT": layer("volume", "90"), **stand, "OUTPUT": "memory:"}
    yield "ccusinventory", {"FACILITIES": facility(), "YEAR": 2025, "OUTPUT": "memory:"}
    yield "translatecodes", {**land_use, "OUTPUT": "memory:"}
    yield "validatefactors", {"INPUT": str(RESOURCES / "factors" / "cn_default.csv")}
    yield "validaterules", {"INPUT": str(RESOURCES / "rules" / "cn_national.csv")}
    table = folder / "table.gpkg"
    yield "uncertainty", {"BASELINE": str(table) if table.exists() else land}
    codes = {"BEFORE_FIELD": "DLBM", "AFTER_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey"}
    opening = {"BASELINE": str(table) if table.exists() else land, "YEAR": 2026}
    yield "updatebaseline", {**opening, **codes, "INCREMENTS": land}
    yield "sinkhotspots", {"INPUT": layer("removal_tco2e_a", "1"), "OUTPUT": "memory:"}
    yield "projectbaseline", {"BASELINE": str(table) if table.exists() else land, "YEARS": "2025-2030"}
    book = str(folder / "book.gpkg")
    yield "postaccount", {"STORE": book, "ACCOUNT": str(made) if made.exists() else land, "YEAR": 2025}
    targets = folder / "targets.csv"
    rows = ("unit,item,role,year,value", "1,baseline/stock,base,2020,1", "1,baseline/stock,path,2025,2")
    targets.write_text("\n".join(rows), "utf-8")
    yield "monitoraccount", {"STORE": book, "TARGETS": str(targets), "YEAR": 2025, "OUTPUT": "memory:"}
    again = str(folder / "read.json")
    yield "readaccount", {"STORE": book, "OUTPUT": "memory:", "MANIFEST": again}
    moved = {"MANIFEST_FILE": again, "FROM": "book", "PLACES": "copy", "OUTPUT_FOLDER": str(folder)}
    yield "repeatrun", {**moved, "OUTPUT": "memory:"}
    yield "valuecarbon", {"STORE": book, "YEAR": 2025, "BUFFER": 0, "LEAKAGE": 0, "OUTPUT": "memory:"}
    activity = folder / "activity.csv"
    activity.write_text("unit,year,sector,carrier,amount,amount_unit\n1,2025,transport,diesel,1,t\n", "utf-8")
    yield "emissioninventory", {"ACTIVITY": str(activity), "YEAR": 2025, "OUTPUT": "memory:"}
    sums = folder / "sums.csv"
    sums.write_text("sector,emission_tco2e\ntransport,1", "utf-8")
    parcels = {"PARCELS": land, "CLASS_FIELD": "DLBM", "OUTPUT": "memory:"}
    yield "downscaleemissions", {"INVENTORY": str(sums), **parcels}
    yield "unifyunits", {"SOURCE": land, "EXTENSIVE_FIELDS": ["DLBM"], "TARGET": land, "OUTPUT": "memory:"}
    sheet = {"LAYER": land, "CLASS_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey", "DPI": 50}
    yield "mapsheet", {**sheet, "FORMAT": "png", "OUTPUT_FOLDER": str(folder / "sheets")}
    page = {"LANGUAGE": "en", "OUTPUT": str(folder / "accounts.html")}
    yield "accountreport", {"STORE": book, **page}
    baseline = str(made) if made.exists() else land
    yield "report", {"BASELINE": baseline, "OUTPUT": str(folder / "report.html")}
    workbook = {"OUTPUT": str(folder / "again.html"), "OUTPUT_XLSX": str(folder / "report.xlsx")}
    yield "report workbook", {"BASELINE": baseline, **workbook}


def run_all(folder: Path) -> dict[str, str]:
    """The sentence with which each call ended, empty where it ended well."""
    import processing
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    said = {}
    for name, parameters in calls(folder):
        algorithm = f"dualcarbon:{name.split()[0]}"
        try:
            processing.run(algorithm, parameters, feedback=QgsProcessingFeedback(False))
            said[name] = ""
        except QgsProcessingException as error:
            said[name] = str(error)
    return said


def main(folder: Path, packages: Sequence[str]) -> None:
    sys.meta_path[:] = [Missing(packages, sys.meta_path)]
    application = start_processing(windows=True)
    before = set(sys.modules)
    plugin = load_plugin()
    algorithms = application.processingRegistry().providerById("dualcarbon").algorithms()
    for algorithm in algorithms:
        read_parameters(algorithm)
    seen = {
        "algorithms": sorted(algorithm.name() for algorithm in algorithms),
        "imported": sorted(WATCHED & (set(sys.modules) - before)),
        "widgets": {algorithm.name(): make_widgets(algorithm) for algorithm in algorithms},
        "said": run_all(folder),
    }
    (folder / "seen.json").write_text(json.dumps(seen), encoding="utf-8")
    plugin.unload()
    application.exitQgis()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
