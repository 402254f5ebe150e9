# SPDX-License-Identifier: GPL-2.0-or-later
"""Small sound files of every kind that the plugin reads as a whole, and the reader of each.

A reader takes the path of a file and must either read it or raise a ``DualCarbonError``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from book_cases import REST, TOWN, entries, posting
from dualcarbon.plugin.domain.account_book import GeoPackageBook, post, read_entries, read_pivot
from dualcarbon.plugin.domain.account_book.checks import checked_entries
from dualcarbon.plugin.domain.account_book.columns import entries_of_table
from dualcarbon.plugin.domain.account_book.units import parents_of
from dualcarbon.plugin.domain.blue_carbon.memo import memo_items
from dualcarbon.plugin.domain.carbon_value.abatement import read_curve
from dualcarbon.plugin.domain.carbon_value.prices import read_prices
from dualcarbon.plugin.domain.classes import load_classification
from dualcarbon.plugin.domain.downscale.amounts import read_amounts
from dualcarbon.plugin.domain.downscale.proxies import items_of, read_weights
from dualcarbon.plugin.domain.emissions.activity import only_year, read_activities
from dualcarbon.plugin.domain.emissions.reconcile import reconciled
from dualcarbon.plugin.domain.emissions.register import read_register
from dualcarbon.plugin.domain.emissions.sectors import sectors_of
from dualcarbon.plugin.domain.emissions.splits import read_splits
from dualcarbon.plugin.domain.exemptions import exemptions_from_frame, unread_columns
from dualcarbon.plugin.domain.factors import class_factors, load_factor_set
from dualcarbon.plugin.domain.findings_store import read_decisions, read_findings, read_history
from dualcarbon.plugin.domain.forest.parameters import load_forest_parameters
from dualcarbon.plugin.domain.id_list import find_ids, parse_ids
from dualcarbon.plugin.domain.line_register import parse_register
from dualcarbon.plugin.domain.monitoring.targets import parse_targets
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.number_fields import numbers_of_field
from dualcarbon.plugin.domain.projection.ages import parse_ages
from dualcarbon.plugin.domain.projection.curve_table import parse_curves
from dualcarbon.plugin.domain.projection.years import parse_years
from dualcarbon.plugin.domain.provenance import read_manifest, to_json, without_places
from dualcarbon.plugin.domain.quantities.targets import read_targets
from dualcarbon.plugin.domain.repeat_run import parameters_at
from dualcarbon.plugin.domain.rules import load_rule_pack
from dualcarbon.plugin.domain.rules.library import rings_problems, rule_problems
from dualcarbon.plugin.domain.text_tables import read_text_table
from dualcarbon.plugin.domain.topology.min_area import load_min_areas
from dualcarbon.plugin.domain.uncertainty.map_accuracy import parse_confusion
from store_story import Story


@dataclass(frozen=True)
class SoundFile:
    """A file that its reader takes: its name, its content and the reader."""

    name: str
    content: bytes
    read: Callable[[Path], object]

    def __str__(self) -> str:
        return self.name


def sound_files() -> list[SoundFile]:
    """One of every kind."""
    return [
        SoundFile(name, text.encode("utf-8"), read) for name, (text, read) in {**_TABLES, **_OTHERS}.items()
    ]


def tables() -> list[SoundFile]:
    """One CSV of every kind."""
    return [SoundFile(name, text.encode("utf-8"), read) for name, (text, read) in _TABLES.items()]


def sound_stores(folder: Path) -> list[SoundFile]:
    """An account book and a findings store of one row each, made in a folder."""
    book, findings = folder / "book.gpkg", folder / "findings.gpkg"
    post(GeoPackageBook(book), posting(entries(*TOWN, REST)))
    Story(findings).check()
    return [
        SoundFile(book.name, book.read_bytes(), _read_book),
        SoundFile(findings.name, findings.read_bytes(), _read_findings),
    ]


def _read_book(path: Path) -> None:
    book = GeoPackageBook(path)
    read_entries(book, history=True)
    read_pivot(book)


def _read_findings(path: Path) -> None:
    read_findings(path)
    read_history(path)
    read_decisions(path)


def _read_activity(path: Path) -> None:
    table, sectors = read_text_table(path), sectors_of(None)
    read_activities(table, year=only_year(table, path.name), sectors=sectors, table=path.name)


def _read_rules(path: Path) -> None:
    problems = rule_problems(path)[1]
    rings_problems(path) if not problems else [str(problem) for problem in problems]
    load_rule_pack(str(path))


def _read_exemptions(path: Path) -> None:
    table = read_text_table(path)
    unread_columns(table)
    exemptions_from_frame(table, file=path.name)


def _read_manifest(path: Path) -> None:
    manifest = read_manifest(str(path))
    to_json(without_places(manifest))
    parameters_at(manifest, "a", "b", path.parent, ["OUTPUT"])


def _read_numbers(path: Path) -> None:
    cells = path.read_bytes().decode("utf-8", "replace").split("\n")
    numbers_of_field(cells, list(range(len(cells))), layer="l", field="f")


def _read_ids(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "replace")
    found = find_ids(parse_ids(text), ["5115230001", "2"], [1, 2])
    assert set(found.fids) <= {1, 2}


_TABLES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "factors.csv": (
        "kind,class,pool,process,depth_cm,value,low,high,unit,source,evidence,verified\n"
        "stock,paddy,agb,,,3.5,2,5,t C/ha,某文献,primary,yes\n"
        "stock,paddy,soc,,0-100,88,,,t C/ha,book,secondary,no\n"
        "flux,paddy,,ch4,,-6.3,-8,-5,t CO2e/(ha·a),book,primary,yes\n",
        lambda path: class_factors(load_factor_set(str(path))),
    ),
    "invest.csv": (
        "lucode,c_above,c_below,c_soil,c_dead,lulc_name\n1,30,10,88,2,forest\n2,3,1,,0,paddy\n",
        lambda path: class_factors(load_factor_set(str(path))),
    ),
    "rules.csv": (
        "rule_id,extends,enabled,forbidden_codes,conditional_codes,severity,remedy_en,valid_from\n"
        "PBF-01,cn_national,,0701;0702,12(existing),error,move it,2024-01\nUDB-05,,no,,,,,\n",
        _read_rules,
    ),
    "crosswalk.csv": (
        "code,carbon_class,name_zh,name_en\n11,paddy,水田,Paddy\n12,orchard,果园,Orchard\n",
        lambda path: load_classification(str(path)),
    ),
    "exemptions.csv": (
        "BSM,rule_id,批准文号,批准机关,理由,日期,有效期至\n"
        "5115230001,PBF-01;PBF-02,川府〔2024〕1号,省政府,国家项目,2024-01-05,2026年1月5日\n"
        "5115230002,*,号,局,因,,长期\n",
        _read_exemptions,
    ),
    "activity.csv": (
        "unit,year,sector,item,carrier,amount,amount_unit,scope,factor_value,factor_unit,factor_source\n"
        "甲,2022,industry,熟料,,100,t,1,0.52,t CO2/t,HJ\n乙,2022,transport,油,gasoline,5,t,1,,,\n",
        _read_activity,
    ),
    "register.csv": (
        "id,name,kind,part_of,sector,unit,year,scope,co2_t,emission_tco2e,verification\n"
        "E1,厂,enterprise,,industry,甲,2022,1,10,12,verified\nE2,线,product,E1,industry,甲,2022,1,3,4,verified\n",
        lambda path: read_register(
            read_text_table(path), year=2022, sectors=sectors_of(None), table=path.name
        ),
    ),
    "splits.csv": (
        "of,unit,year,key,value,source\n市,甲,2022,GDP,30,年鉴\n市,乙,2022,GDP,70,年鉴\n",
        lambda path: read_splits(read_text_table(path), year=2022, table=path.name),
    ),
    "sectors.csv": (
        "sector,name_en,name_zh,names\nindustry,Industry,工业,factory;工厂\n",
        lambda path: sectors_of(read_text_table(path), path.name),
    ),
    "top_down.csv": (
        "sector,year,unit,scope,co2_t,emission_tco2e\nindustry,2022,甲,1,10,12\n",
        lambda path: reconciled(read_text_table(path), [], sectors_of(None), path.name, 2022),
    ),
    "weights.csv": (
        "sector,item,class,weight,of,source\nindustry,熟料;clinker,industrial_mining,1,,s\n",
        lambda path: items_of(read_weights(read_text_table(path), path.name)),
    ),
    "inventory.csv": (
        "unit,sector,item,scope,co2_t,emission_tco2e,year\n甲,industry,熟料,1,10,12,2022\n",
        lambda path: read_amounts(read_text_table(path), path.name, NoteBook(), by_unit=True),
    ),
    "targets.csv": (
        "unit,item,scope,role,year,value,direction,budget\n甲,emission/industry,1,base,2020,100,falls,no\n"
        "甲,emission/industry,1,path,2025,90,falls,no\n",
        lambda path: parse_targets(read_text_table(path), path.name),
    ),
    "quantities.csv": (
        "indicator,direction,target,unit,binding,unit_name\n耕地保有量,≥,100,km²,约束性,甲\n",
        lambda path: read_targets(
            read_text_table(path), table=path.name, unit_names=["甲"], notes=NoteBook()
        ),
    ),
    "curves.csv": (
        "factor_set,carbon_class,process,kind,unit,w,k,a,source,evidence\n"
        "*,broadleaf_forest,biomass_growth,logistic,t C/ha,90,0.05,8,s,primary\n",
        lambda path: parse_curves(read_text_table(path), "cn_default"),
    ),
    "ages.csv": (
        "unit,carbon_class,age_a,share\n甲,bamboo,5,0.4\n甲,bamboo,9,0.6\n",
        lambda path: parse_ages(read_text_table(path)),
    ),
    "confusion.csv": (
        "class,paddy,orchard\npaddy,90,3\norchard,4,80\n",
        lambda path: parse_confusion(read_text_table(path)),
    ),
    "prices.csv": (
        "factor_id,kind,instrument,quantity,value,low,high,unit,year,region,method,source,verified,evidence\n"
        "P1,allowance,CEA,close,54.22,38.5,62.29,CNY/t CO2,2021,CN,exchange,SEEE,yes,primary\n",
        lambda path: read_prices(read_text_table(path), path.name),
    ),
    "abatement.csv": (
        "from_tco2e,to_tco2e,cost_from,cost_to,unit,year,source\n0,100,10,20,CNY/t CO2e,2022,s\n",
        lambda path: read_curve(read_text_table(path), path.name, 2022, NoteBook()),
    ),
    "memo.csv": (
        "name,kind,part,harvest_t,dry_share,carbon_share,source\n牡蛎,shellfish,shell,100,0.6,0.12,s\n",
        lambda path: memo_items(read_text_table(path), file=path.name, notes=NoteBook()),
    ),
    "account.csv": (
        "unit,year,item,scope,value,low,high,measure,tier,source\n"
        "甲,2022,emission/industry,1,5,4,6,t CO2e/a,1,s\n",
        lambda path: checked_entries(entries_of_table(read_text_table(path), path.name)),
    ),
    "units.csv": ("unit,parent\n甲,市\n乙,市\n", lambda path: parents_of(read_text_table(path))),
    "lines.csv": (
        "line,status,document,dated\npbf,legal,文号,2024-01-01\n蓝线,草案,,\n",
        lambda path: parse_register(
            read_text_table(path), names={"pbf": ["永农"]}, status="legal", document=""
        ),
    ),
    "areas.csv": ("code,min_area_m2\n01,400\n0702,200.5\n", lambda path: load_min_areas(str(path))),
    "forest.csv": (
        "kind,species,names,carbon_class,groups,parameter,by,from,to,value,low,high,unit,source,evidence\n"
        "species,fir,杉木|310,needleleaf_forest,conifers,,,,,,,,,,\n"
        "parameter,fir,,,,root_shoot_ratio,,,,0.25,0.2,0.3,1,own plots,measured\n",
        lambda path: load_forest_parameters(str(path)),
    ),
}

_MANIFEST = {
    "plugin": "dualcarbon",
    "algorithm": "dualcarbon:sinkbaseline",
    "finished": "2026-11-20T10:12:33+08:00",
    "parameters": {"INPUT": "/data/a/x.gpkg|layername=DLTB", "OUTPUT": "/out/a.gpkg", "YEAR": 2025},
    "inputs": [
        {"parameter": "INPUT", "layer": "DLTB", "source": "/data/a/x.gpkg|layername=DLTB", "features": 3}
    ],
    "outputs": [
        {
            "parameter": "OUTPUT",
            "path": "/out/a.gpkg",
            "features": 3,
            "columns": ["unit"],
            "sha256": "ab",
            "digits": 15,
        }
    ],
    "notes": [
        {
            "kind": "k",
            "template": "{count}",
            "values": {},
            "count": 1,
            "area_ha": 0.1,
            "ids": ["1"],
            "text": "1",
        }
    ],
    "totals": {"stock_tc": 1.5, "stock_tc_low": None},
    "factor_set": {"id": "cn_default", "version": "1", "sha256": "cd"},
}
_OTHERS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "run.manifest.json": (json.dumps(_MANIFEST, ensure_ascii=False), _read_manifest),
    "ids.txt": ("5115230001，5115230002；“3”\n(4)", _read_ids),
    "numbers.txt": ("1.5\n\n-3\n1e3\n", _read_numbers),
    "years.txt": (
        "2025,2030-2035,二〇六〇年",
        lambda path: parse_years(path.read_bytes().decode("utf-8", "replace"), 2024),
    ),
}
