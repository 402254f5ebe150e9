# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters that several algorithms share, each with its help, so that texts exist once."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBand,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..domain.plausible import CALENDAR_YEARS
from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import AREA_RULES, AREA_UNITS, UNMAPPED, offer

POLYGONS = QgsProcessing.SourceType.TypeVectorPolygon
VECTOR_TABLE = QgsProcessing.SourceType.TypeVector


def add_polygons(
    algorithm: DualCarbonAlgorithm, name: str, label: str, text: str, optional: bool = False
) -> None:
    """A polygon source (selected features only is honoured)."""
    algorithm.add(QgsProcessingParameterFeatureSource(name, label, [POLYGONS], None, optional), text)


def add_map_layer(
    algorithm: DualCarbonAlgorithm, name: str, label: str, text: str, optional: bool = False
) -> None:
    """A layer of polygons or a raster."""
    kinds = [POLYGONS, QgsProcessing.SourceType.TypeRaster]
    algorithm.add(QgsProcessingParameterMapLayer(name, label, None, optional, kinds), text)


def add_units(algorithm: DualCarbonAlgorithm, text: str, optional: bool = False) -> None:
    """Statistical units, polygons or raster, with what names them."""
    add_map_layer(algorithm, "UNITS", tr("Statistical units (polygons or raster)"), text, optional)
    add_field(
        algorithm,
        "UNIT_FIELD",
        tr("Unit name field"),
        "UNITS",
        tr("Field that names the unit, such as XZQMC; features of one name are one unit. Empty: feature id."),
        optional=True,
    )
    algorithm.add(
        _band_number("UNIT_BAND", tr("Band of the units")),
        tr("Number of the band with the units, for a raster: each value (a whole number) is a unit."),
        advanced=True,
    )


def add_band(algorithm: DualCarbonAlgorithm, name: str = "BAND", parent: str = "INPUT") -> None:
    """The band of a classified raster."""
    algorithm.add(
        QgsProcessingParameterBand(name, tr("Band"), 1, parent, optional=True),
        tr("Band that holds the classes, for a raster."),
    )


def add_band_number(algorithm: DualCarbonAlgorithm, name: str = "BAND") -> None:
    """The band of a layer that may be a raster or polygons."""
    algorithm.add(_band_number(name, tr("Band")), tr("Number of the band with the classes, for a raster."))


def _band_number(name: str, label: str) -> QgsProcessingParameterNumber:
    # QGIS's own band parameter puts a complaint into the dialog where polygons are chosen.
    kind = QgsProcessingParameterNumber.Type.Integer
    return QgsProcessingParameterNumber(name, label, kind, 1, optional=True, minValue=1)


def add_field(
    algorithm: DualCarbonAlgorithm,
    name: str,
    label: str,
    parent: str,
    text: str,
    optional: bool = False,
    advanced: bool = False,
) -> None:
    """A field of a layer parameter."""
    algorithm.add(
        QgsProcessingParameterField(name, label, None, parent, optional=optional), text, advanced=advanced
    )


def add_land_use(algorithm: DualCarbonAlgorithm) -> None:
    """The land-use layer of an account with its code field and classification."""
    add_polygons(
        algorithm,
        "INPUT",
        tr("Land-use layer"),
        tr("Polygons with a land-use code; only the selected features when so chosen."),
    )
    add_field(
        algorithm,
        "CLASS_FIELD",
        tr("Land-use code field"),
        "INPUT",
        tr("Field with the code, such as DLBM."),
    )
    add_classification(algorithm)


def add_classification(
    algorithm: DualCarbonAlgorithm,
    name: str = "CLASSIFICATION",
    label: str | None = None,
    advanced: bool = False,
    optional: bool = False,
    default: str | None = "auto",
) -> None:
    """A classification: shipped id, ``carbon_class``, crosswalk CSV or ``auto``."""
    parameter = QgsProcessingParameterString(
        name, label or tr("Land classification"), defaultValue=default, optional=optional
    )
    offer(parameter, "classification")
    algorithm.add(
        parameter,
        tr(
            "Classification of the codes: the id of a shipped one (cn_third_survey, cn_landsea_2023, "
            "osm_landuse …), “carbon_class” when the field holds carbon classes, the path of a crosswalk "
            "CSV with the columns code,carbon_class, or “auto”, which decides by field name and codes and "
            "stops when that is ambiguous."
        ),
        advanced=advanced,
    )


def add_factor_set(algorithm: DualCarbonAlgorithm, advanced: bool = False) -> None:
    """The factor set: shipped id or file."""
    parameter = QgsProcessingParameterString("FACTOR_SET", tr("Carbon factor set"), defaultValue="cn_default")
    offer(parameter, "factor_set")
    algorithm.add(
        parameter,
        tr(
            "Carbon factors (t C/ha and t CO2e/(ha·a)): the id of a shipped set (cn_default; "
            "ipcc_default/<climate>; cn_33 and other provinces), the path of a CSV or XLSX in the plugin's "
            "schema (template: resources/factors/template.csv), or an InVEST carbon-pools table as it is. "
            "The limits of the shipped figures are listed in resources/factors/GAPS.md."
        ),
        advanced=advanced,
    )


def add_choice(
    algorithm: DualCarbonAlgorithm,
    name: str,
    label: str,
    values: Sequence[str],
    text: str,
    *,
    choices: str,
    advanced: bool = False,
) -> None:
    """An enum of static strings, the first being the default; ``choices`` names its labels."""
    parameter = QgsProcessingParameterEnum(
        name, label, options=list(values), defaultValue=values[0], usesStaticStrings=True
    )
    offer(parameter, choices)
    algorithm.add(parameter, text, advanced=advanced)


def add_area_rule(algorithm: DualCarbonAlgorithm, parent: str) -> None:
    """Area rule with its attribute fields."""
    add_choice(
        algorithm,
        "AREA_RULE",
        tr("Area rule"),
        AREA_RULES,
        tr(
            "ellipsoidal: measured on the ellipsoid of the layer's CRS (CGCS2000 for EPSG:4490 and its "
            "projections); planar: measured in the projected plane; attribute: the official survey area "
            "in AREA_FIELD (TBMJ), which parts of a parcel share by measured proportion. Areas in ha."
        ),
        choices="area_rule",
    )
    add_field(
        algorithm,
        "AREA_FIELD",
        tr("Area field (rule “attribute”)"),
        parent,
        tr("Numeric field with the official area of each feature in the unit of AREA_UNIT, such as TBMJ."),
        optional=True,
    )
    add_choice(
        algorithm,
        "AREA_UNIT",
        tr("Unit of the area field"),
        AREA_UNITS,
        tr("Unit of AREA_FIELD: m² (survey databases), ha or mu (15 mu = 1 ha)."),
        choices="area_unit",
        advanced=True,
    )


def add_ridge(algorithm: DualCarbonAlgorithm, parent: str) -> None:
    """Deducted field ridges of a survey layer."""
    add_field(
        algorithm,
        "DEDUCTED_FIELD",
        tr("Deducted ridge area (KCMJ)"),
        parent,
        tr(
            "Area of field ridges (田坎) deducted from the parcel, in the unit of AREA_UNIT; booked as "
            "class 1203 so that cultivated land counts TBDLMJ = TBMJ − KCMJ. Empty: with rule “attribute” "
            "and area field TBMJ or TBDLMJ a field KCMJ is used when the layer has one."
        ),
        optional=True,
        advanced=True,
    )


def add_unmapped(algorithm: DualCarbonAlgorithm) -> None:
    """What happens to features whose code has no carbon class."""
    add_choice(
        algorithm,
        "UNMAPPED",
        tr("Codes without a carbon class"),
        UNMAPPED,
        tr(
            "error: stop and list the codes with count and area; exclude: leave those features out of the "
            "account and list code, count and area (ha)."
        ),
        choices="unmapped",
    )


def add_manifest(algorithm: DualCarbonAlgorithm) -> None:
    """The run manifest."""
    algorithm.add(
        QgsProcessingParameterFileDestination(
            "MANIFEST", tr("Run manifest"), "JSON (*.json)", optional=True, createByDefault=False
        ),
        tr(
            "JSON file that records inputs with digests, factors, rules, parameters, notes and outputs, so "
            "that the run can be judged and replayed. Empty: written beside the first output file."
        ),
        advanced=True,
    )
    add_omit_places(algorithm)


def add_omit_places(algorithm: DualCarbonAlgorithm) -> None:
    """Whether paths and sources are left out of what is written."""
    algorithm.add(
        QgsProcessingParameterBoolean("OMIT_PLACES", tr("Leave out paths"), defaultValue=False),
        tr("For confidential data: layers and digests are named, but no paths and sources."),
        advanced=True,
    )


def add_table_input(
    algorithm: DualCarbonAlgorithm,
    name: str,
    label: str,
    text: str,
    *,
    optional: bool = True,
    advanced: bool = False,
) -> None:
    """A table: a CSV, a workbook or any layer."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(name, label, [VECTOR_TABLE], None, optional),
        text,
        advanced=advanced,
    )


def add_table_output(algorithm: DualCarbonAlgorithm, name: str, label: str, text: str) -> None:
    """A secondary table, not made by default."""
    algorithm.add(
        QgsProcessingParameterFeatureSink(
            name, label, QgsProcessing.SourceType.TypeVector, optional=True, createByDefault=False
        ),
        text,
    )


def add_polygon_output(
    algorithm: DualCarbonAlgorithm, name: str, label: str, text: str, optional: bool = False
) -> None:
    """A polygon output; optional ones are not made by default."""
    algorithm.add(
        QgsProcessingParameterFeatureSink(
            name, label, POLYGONS, optional=optional, createByDefault=not optional
        ),
        text,
    )


def add_numbers(algorithm: DualCarbonAlgorithm, numbers: dict[str, str]) -> None:
    """Number outputs for models: name and description."""
    for name, label in numbers.items():
        algorithm.addOutput(QgsProcessingOutputNumber(name, label))


def account_numbers() -> dict[str, str]:
    """Number outputs of every account algorithm."""
    numbers = {"TOTAL_AREA_HA": tr("Total area (ha)")}
    for name, label in (
        ("TOTAL_STOCK_TC", tr("Total carbon stock (t C)")),
        ("TOTAL_REMOVAL_TCO2E_A", tr("Total removal (t CO2e/a)")),
        ("TOTAL_EMISSION_TCO2E_A", tr("Total emission (t CO2e/a)")),
    ):
        numbers[name] = label
        numbers[f"{name}_LOW"] = tr("{label}, lower 95 % bound").format(label=label)
        numbers[f"{name}_HIGH"] = tr("{label}, upper 95 % bound").format(label=label)
    numbers["UNMAPPED_AREA_HA"] = tr("Area without a carbon class (ha)")
    numbers["WEAK_SHARE"] = tr("Share of the stock on factors below grade secondary (0–1)")
    return numbers


def add_imprint(algorithm: DualCarbonAlgorithm, producer: str, advanced: Collection[str] = ()) -> None:
    """Place, code, producer and attribution, as documents and maps print them.

    ``producer`` is the help of PRODUCER; ``advanced`` names those that stand below.
    """
    for name, label, text in (
        ("PLACE", tr("Place"), tr("Name of the administrative area (行政区), for titles and file names.")),
        ("PLACE_CODE", tr("Place code"), tr("Code of the administrative area (XZQDM).")),
        ("PRODUCER", tr("Producer"), producer),
        (
            "ATTRIBUTION",
            tr("Attribution of the data"),
            tr("Source and licence line that the data ask for."),
        ),
    ):
        parameter = QgsProcessingParameterString(name, label, optional=True)
        algorithm.add(parameter, text, advanced=name in advanced)


def add_unit_polygons(algorithm: DualCarbonAlgorithm, text: str, field_text: str) -> None:
    """Optional polygons of statistical units, with the field that names them."""
    add_polygons(algorithm, "UNITS", tr("Statistical units"), text, optional=True)
    add_field(algorithm, "UNIT_FIELD", tr("Unit name field"), "UNITS", field_text, optional=True)


def add_book_units(algorithm: DualCarbonAlgorithm, text: str) -> None:
    """Optional polygons of the units of an account book, with the field that names them."""
    add_unit_polygons(
        algorithm, text, tr("Field that names the unit as the account book does. Empty: feature id.")
    )


def add_year(
    algorithm: DualCarbonAlgorithm,
    name: str,
    label: str,
    text: str,
    optional: bool = False,
    advanced: bool = False,
) -> None:
    """A calendar year."""
    kind = QgsProcessingParameterNumber.Type.Integer
    year = QgsProcessingParameterNumber(name, label, kind, None, optional, *CALENDAR_YEARS)
    algorithm.add(year, text, advanced=advanced)
