<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>DualCarbon</name>
    <message>
        <location filename="../plugin/algorithms/attachfactors.py"/>
        <source>Attach carbon factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactors.py"/>
        <source>Adds carbon density, stock, removal and emission to every parcel of a land-use layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactors.py"/>
        <source>Maps the land-use code of every parcel to a carbon class, looks up the class in a factor set and writes density by pool (t C/ha), stock (t C), removal, emission and net flux (t CO2e/a) with their 95 % intervals.

Stock = area × (above-ground + below-ground biomass + soil + dead organic matter). Removal and emission are both positive; net = emission − removal. Codes without a class, repaired geometries and weak factors are counted, measured and listed.

Method: IPCC 2006 Guidelines Vol. 4; 林坚、赵晔 2022, 科技导报 40(6): 12–19.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactors.py"/>
        <source>Land use with carbon factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactors.py"/>
        <source>The input's features and fields with carbon_class, area_ha, densities (t C/ha), stock (t C), removal, emission and net (t CO2e/a) with bounds, and the grade of the weakest factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactors.py"/>
        <source>carbon,factor,density,stock,land use,sink,InVEST,碳,碳密度,碳储量,系数,地类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/base.py"/>
        <source>Planning and carbon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/base.py"/>
        <source>Carbon accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/base.py"/>
        <source>The run stopped: {reason}. Check memory, disk and rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/base.py"/>
        <source>A defect of the plugin stopped the run ({kind}: {reason}). Nothing was written. Please report it with the log above and, if you may, the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Check plan against control lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Finds where a plan draft breaks the rules of control lines, by how much, and what carbon that costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Overlays the planned use with permanent basic farmland (永久基本农田), the ecological redline (生态保护红线) and the urban development boundary (城镇开发边界) and applies the rules in force on the given date. The longest matching code wins, then forbidden before conditional before allowed; inside farmland and redline whatever no rule allows is reported.

Each finding carries area, legal basis and remedy and, with a land-cover layer, the stock loss (t CO2, one-off) and the removal forgone (t CO2e/a, yearly), which are added only over the stated horizon. Totals are those of the union of findings. Overlaps below the tolerances are listed as noise. Stand-in and draft lines cap severity at info, print no legal basis and mark the result as a trial (试算). Rules that this version does not automate are listed, never passed in silence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>One feature per plan parcel × control line × rule with area (m²), carbon (t CO2, t CO2e/a), legal basis and remedy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Result per parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Every plan parcel with its worst severity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Table per rule and unit: findings, area (ha), carbon; totals on the union.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>plan,check,control line,redline,farmland,boundary,rule,conflict,三线,三区三线,永久基本农田,生态保护红线,城镇开发边界,审查,冲突</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Advice and findings of stand-in lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Area of errors, union (ha)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Area of all findings, union (ha)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Area hit more than once (ha)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Area of noise (ha)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Stock loss on the union of findings (t CO2, one-off)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Removal forgone on the union of findings (t CO2e/a)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Carbon at stake over the horizon, union (t CO2e)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>decide by field name and codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>the field holds carbon classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>ellipsoidal (measured)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>planar (measured)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>attribute (survey area field)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>m²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>ha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>mu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>leave out and list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>SI units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>Chinese county (hm², mu, 10⁴ t)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>legal line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>draft line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>stand-in (trial only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Area without a carbon class (ha)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Share of the stock on factors below grade secondary (0–1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Land-use layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Polygons with a land-use code; only the selected features when so chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Land-use code field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Field with the code, such as DLBM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Classification of the codes: the id of a shipped one (cn_third_survey, cn_landsea_2023, osm_landuse …), “carbon_class” when the field holds carbon classes, the path of a crosswalk CSV with the columns code,carbon_class, or “auto”, which decides by field name and codes and stops when that is ambiguous.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Carbon factor set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Carbon factors (t C/ha and t CO2e/(ha·a)): the id of a shipped set (cn_default; ipcc_default/&lt;climate&gt;; cn_33 and other provinces), the path of a CSV or XLSX in the plugin's schema (template: resources/factors/template.csv), or an InVEST carbon-pools table as it is. The limits of the shipped figures are listed in resources/factors/GAPS.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Area rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>ellipsoidal: measured on the ellipsoid of the layer's CRS (CGCS2000 for EPSG:4490 and its projections); planar: measured in the projected plane; attribute: the official survey area in AREA_FIELD (TBMJ), which parts of a parcel share by measured proportion. Areas in ha.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Area field (rule “attribute”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Numeric field with the official area of each feature in the unit of AREA_UNIT, such as TBMJ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Unit of the area field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Unit of AREA_FIELD: m² (survey databases), ha or mu (15 mu = 1 ha).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Deducted ridge area (KCMJ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Area of field ridges (田坎) deducted from the parcel, in the unit of AREA_UNIT; booked as class 1203 so that cultivated land counts TBDLMJ = TBMJ − KCMJ. Empty: with rule “attribute” and area field TBMJ or TBDLMJ a field KCMJ is used when the layer has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Codes without a carbon class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>error: stop and list the codes with count and area; exclude: leave those features out of the account and list code, count and area (ha).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>JSON file that records inputs with digests, factors, rules, parameters, notes and outputs, so that the run can be judged and replayed. Empty: written beside the first output file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>For confidential data: layers and digests are named, but no paths and sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Total area (ha)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Land classification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Run manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Leave out paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Total carbon stock (t C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Total removal (t CO2e/a)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Total emission (t CO2e/a)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>{label}, lower 95 % bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>{label}, upper 95 % bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Plan draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Polygons of planned use (GHYDYH).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Planned-use code field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Field with the planned code, such as YDYHFLDM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Classification of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Plan parcel id field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Business id of the parcel (BSM); findings keep their key by it. Empty: a hash of the geometry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Permanent basic farmland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Polygons of 永久基本农田 (YJJBNTBHTB).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Ecological protection redline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Polygons of 生态保护红线 (STBHHX).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Redline zone field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Field that tells core zone (核心保护区) from the rest; empty: everything counts as the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Urban development boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Polygons inside 城镇开发边界 (CZKFBJ).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Boundary zone field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Field with 集中建设区, 弹性发展区 or 特别用途区; empty: only the rules outside the boundary run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Name of the field with the business id of the control-line features (BSM), where a layer has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Status of the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>legal: approved lines; draft or standin: severity is capped at info and no legal basis is printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Number and date of the document that put the lines in force; printed in the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Present land cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Land cover (DLTB) for existing use and carbon at stake; without it carbon stays NULL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Land-cover code field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Classification of the land cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Statistical units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Polygons of towns or villages for the summary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Unit name field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Field that names the unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Rule pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Id of a shipped rule pack (cn_national) or the path of a CSV in its schema (resources/rules/template.csv).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>The rules in force on this day apply; empty: today. The date is printed and recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Language of remedies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Language of the texts written into the outputs: zh or en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Line id field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Document of the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Date of the law (YYYY-MM-DD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Noise: area up to (m²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Overlaps not larger than this (m²) are noise: listed, not counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Noise: mean width up to (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Overlaps not wider than this (m, 2·area/perimeter) are noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Horizon (years)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Years over which the yearly removal forgone is added to the one-off stock loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Carbon and plan-check report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Writes a self-contained HTML report and a workbook from baselines and plan checks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Puts the results of the other tools into one HTML page that works offline and prints on A4, and into a workbook: key figures with intervals, what was noisy, unmapped, weak or unverified on the first page, maps, charts, tables per unit, class and rule, factors with their sources, legal basis, and the provenance of every run from its manifest.

Profile cn_county speaks hm², mu and 10⁴ t, rounds at output and levels the parts to the control total (调平); nothing is computed on rounded figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Manifests of the runs, when they do not lie beside the results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Title of the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Language of the report: zh or en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Output profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>si: ha, t C, t CO2e; cn_county: hm², mu, 10⁴ t with levelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>One HTML file that holds maps, charts and styles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>The tables of the report, one sheet each; needs the Python package openpyxl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>report,HTML,XLSX,table,map,chart,baseline,plan,报告,专章,图件,报表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Baseline per unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Output of “Sink baseline”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Baseline per unit and class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Table output of “Sink baseline”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Output of “Attach carbon factors”, for the density map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Output of “Check plan against control lines”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Parcel output of the plan check, for the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Summary of the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Summary table of the plan check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Run manifests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Name of the administrative area (行政区), for titles and file names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Place code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Code of the administrative area (XZQDM).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Producer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Who made the report; printed on maps and the first page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Attribution of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Source and licence line that the data ask for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>HTML files (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Workbooks (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Sink baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Carbon stock, removal and emission of every unit (town, village, zone) from its land use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Cuts the land use by the units, sums areas by unit and carbon class and multiplies them with a factor set: stock by pool (t C), removal, emission and net flux (t CO2e/a), each with a 95 % interval (IPCC approach 1; parcels of a class fully correlated, classes and pools independent).

With the area rule “attribute” the parts of a parcel share the survey area by measured proportion, so that totals equal the survey's. Every run checks that classes + uncovered − counted twice = unit area to 1e-6 and stops beyond. Overlaps, gaps and land outside every unit are counted, measured and listed.

This is the sink baseline (碳汇本底), not a crediting baseline (基准线).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Polygons of towns, villages or other units (XZQ).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Field that names the unit, such as XZQMC; features of one name are one unit. Empty: feature id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Calendar year that the land use shows; written to the outputs and the manifest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>One feature per unit: area (ha), stock by pool (t C), fluxes (t CO2e/a), bounds, covered share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Table with one row per unit and carbon class, in the units of the layer above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>carbon,sink,baseline,stock,account,unit,town,碳汇,本底,碳储量,核算,乡镇</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Year of the land use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Conservation residual (ha)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>Translate land-use codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>Writes the code of another classification beside the code of every feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>Translates land-use codes by the shipped code tables (third national survey or OpenStreetMap to the 2023 land-and-sea classification). Only one-to-one targets are written; classes that may be split stay empty and carry their candidates, to be decided with project knowledge.

It does not replace 基数转换. The third-survey table is a practitioner's table, not the annex of the guide; see resources/classes/SOURCES.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>Any vector layer or table with land-use codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>Target classification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>Id of the classification to translate to; tables lead to cn_landsea_2023.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>The input with target_code, target_name, relation (direct, default_of_several, none) and candidates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>code,classification,crosswalk,translate,land use,三调,用地用海,地类,转换,代码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>Layer with codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>Layer with translated codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>Features without a one-to-one target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>Validate carbon factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>Checks a factor table (CSV, XLSX or InVEST) and lists every problem with row and column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>Reads a factor table as the other tools would and lists every problem with row, column and reason: missing columns, unknown classes, pools, processes and units, numbers that do not parse, bounds out of order, missing source or evidence grade, duplicates, mixed soil depths or flux families.

A blank template is resources/factors/template.csv (and .xlsx).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>CSV or workbook in the plugin's schema, or an InVEST carbon-pools table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>Table with one row per problem: row, column, reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>carbon,factor,validate,check,template,CSV,XLSX,InVEST,碳,系数,校验</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>Factor table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>Rows read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>Problems found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>Tables (*.csv *.xlsx *.ods);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/areas.py"/>
        <source>The extent of the layer is not finite. Repair or remove its empty geometries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/areas.py"/>
        <source>The coordinate reference system {crs} is geocentric. Reproject the layer to a map projection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/areas.py"/>
        <source>The coordinate reference system {crs} has no ellipsoid. Use the planar area rule or reproject the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/areas.py"/>
        <source>The coordinates of the layer ({x}, {y}) do not lie in its coordinate reference system {crs}. Assign the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/areas.py"/>
        <source>The layer is in degrees ({crs}), where a planar area has no meaning. Use the ellipsoidal area rule or reproject the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/areas.py"/>
        <source>The coordinate reference system of the layer cannot be read ({reason}). Assign a valid one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_at_stake.py"/>
        <source>Carbon at stake: factor set “{factor_set}” has no {quantity} factor for {classes}; {area_ha:.4f} ha of findings count nothing there, and are not taken as 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/choose.py"/>
        <source>Layer “{layer}”, field “{field}”: no shipped classification knows all codes. The closest, {best}, does not know {unknown} ({count} of {total} distinct codes). Set CLASSIFICATION (with UNMAPPED=exclude to leave such codes out), or give a crosswalk CSV (code,carbon_class).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/choose.py"/>
        <source>Layer “{layer}”, field “{field}” holds no code at all (only NULL); choose the field with the codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/choose.py"/>
        <source>Layer “{layer}”, field “{field}”: the codes fit both {first} and {other}, which do not agree on “{code}” ({first_name} or {other_name}). Set CLASSIFICATION to the one that the field holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/choose.py"/>
        <source>Layer “{layer}”: the field name “{field}” says {hinted}, but “{code}” is no code of it while {other} has it. Set CLASSIFICATION to the one that the field holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/library.py"/>
        <source>Classification “{name}” is not known. Use one of {known}, “carbon_class”, “auto”, or the path of a crosswalk CSV (code,carbon_class).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/library.py"/>
        <source>Crosswalk “{file}”, line {line}: the code is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/library.py"/>
        <source>Crosswalk “{file}”, line {line}: code “{code}” occurs a second time; keep one row per code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/library.py"/>
        <source>Crosswalk “{file}”, line {line}: “{carbon_class}” is not a carbon class. Use one of {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/library.py"/>
        <source>Crosswalk “{file}” has no column “{column}”; it needs the columns code and carbon_class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/raw_codes.py"/>
        <source>Layer “{layer}”, field “{field}” holds lists or other structures; a code field holds text or whole numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/refuse.py"/>
        <source>Layer “{layer}”, field “{field}”: {codes} exist only in the 2020 trial version of the land-and-sea classification, so the other codes may have their 2020 meaning too ({changed}). Convert the field to 2023 codes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/refuse.py"/>
        <source>Layer “{layer}”, field “{field}”: “{raw}” gives code {code} the name “{written}”, but in {classification} {code} means “{expected}”. Set CLASSIFICATION to the one that the field holds, or correct the value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/refuse.py"/>
        <source>Layer “{layer}”, field “{field}”: the number {raw} may stand for “{raw}” or for “{other}” of {classification}. Make the field a text field with full codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/refuse.py"/>
        <source>Layer “{layer}”, field “{field}”: “{raw}” is the 2020 trial meaning of code {code}; in 2023 {code} means “{expected}” and this class is {new}. Convert the field to 2023 codes first ({changed}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/errors.py"/>
        <source>The run was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>“{text}” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>Unit “{unit}” is not accepted here; use one of: {accepted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>“{text}” is not one of: {allowed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>“{text}” holds a comma, which may be a decimal or a thousands sign: write numbers with a decimal point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>The source is missing: no value without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>The value is missing; leave the row out when a pool is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>The lower bound {low} is above the value {value}; low ≤ value ≤ high, also where negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>The upper bound {high} is below the value {value}; low ≤ value ≤ high, also where negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>A stock row names a pool, not a process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>A carbon stock cannot be negative ({value}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>A soil row states its depth as from-to in cm, such as 0-30 or 0-100; found “{depth}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>A flux row names a process, not a pool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>{process} is emitted: in a factor table removal is positive and emission negative, so the value must be −{value}, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>Annual crops have no lasting biomass growth (harvested within the year); the value must be 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/checks.py"/>
        <source>“{file}” has no column “{column}”. A factor table has the columns of template.csv; an InVEST table has lucode,c_above,c_below,c_soil,c_dead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/invest.py"/>
        <source>The lucode is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/invest.py"/>
        <source>lucode {code} occurs a second time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/library.py"/>
        <source>Factor set “{name}” is not known. Use one of {known}, or the path of a CSV or XLSX table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/library.py"/>
        <source>“{file}”, row {row}, column “{column}”: {reason} ({count} problems in all; the tool “Validate factor table” lists them.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/library.py"/>
        <source>“{file}” holds no factor row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/library.py"/>
        <source>Factor set “{name}” is not known; “{head}” has no parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/select.py"/>
        <source>Tier-1 factors hold for one climate. Use one of {known} as the factor set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/select.py"/>
        <source>“{name}” has stock rows of cropland for soil group {groups} only, not for “{soil_group}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/set_checks.py"/>
        <source>“{text}” occurs a second time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/set_checks.py"/>
        <source>A second row for {term} of {name}; a set holds one value for each. Keep one of them, or make two sets (by climate or region).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/set_checks.py"/>
        <source>A net balance already holds what the process rows count (growth, soil, methane, farm inputs): the two families must not stand in one set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/set_checks.py"/>
        <source>Soil depth {depth} cm in a set of {expected} cm: depths must not be mixed, make one set for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/set_checks.py"/>
        <source>Burial and soil change of {name} book the same carbon twice; keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/set_checks.py"/>
        <source>Inland water removes carbon by burial only; “{process}” is no removal of open_water.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/set_checks.py"/>
        <source>Burial of open_water needs the ch4 of open_water beside it in the same set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/set_checks.py"/>
        <source>“{text}” differs from “{first}” above; the column describes the whole set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/geometry.py"/>
        <source>{count} features of layer {layer} have no geometry and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/geometry.py"/>
        <source>{count} features of layer {layer} had an invalid geometry and were repaired; their areas changed by {area_ha:.4f} ha in all (sum of absolute changes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/geometry.py"/>
        <source>{count} features of layer {layer} have a geometry without any area and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcels.py"/>
        <source>{count} features of layer “{layer}” ({area_ha:.4f} ha) are left out, their code has no carbon class: {codes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcels.py"/>
        <source>Area rule “attribute” needs the area field of layer “{layer}” (parameter AREA_FIELD, TBMJ in survey data).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcels.py"/>
        <source>Field ridges in “{field}” are booked as class {code}: {area_ha:.4f} ha in {count} parcels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcels.py"/>
        <source>Area field “{field}” of layer “{layer}” is empty, negative or no number in {count} features (first: {id}, value {value}). Mend them or use a measured area rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcels.py"/>
        <source>Deducted area “{field}” of layer “{layer}” is larger than the parcel in {count} features (first: {id}). Mend the survey areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcels.py"/>
        <source>Field “{field}” of layer “{layer}” differs from the measured ellipsoidal area beyond 0.01 m² and one in a million in {count} parcels, {area_ha:.4f} ha in all; the largest difference is {worst:.2f} m² (parcel {id}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcels.py"/>
        <source>Layer “{layer}” has {count} features ({area_ha:.4f} ha) whose code has no carbon class in “{classification}”: {codes}. Correct the codes, choose another CLASSIFICATION, or set UNMAPPED to “exclude”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/cells.py"/>
        <source>Land cover {layer} overlaps itself on {area_ha:.4f} ha of the findings; that ground counts once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/check.py"/>
        <source>No control line is given; choose at least one of FARMLAND, REDLINE, BOUNDARY, OTHER_LINES.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/check.py"/>
        <source>{count} rules of these lines are not in force on {as_of} and were left out: {rules}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/check.py"/>
        <source>{count} parcels of plan {layer} have no code of the rules or no geometry and were not checked ({area_ha:.4f} ha).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/check.py"/>
        <source>{count} findings are digitising noise (not larger than {sliver_m2} m² or not wider than {sliver_width_m} m; {area_ha:.6f} ha in sum): listed, but not counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/check.py"/>
        <source>{area_ha:.4f} ha of the findings have no land cover of a known class in {layer}; carbon at stake counts the rest only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/lines.py"/>
        <source>{count} features of layer {layer} share their id with another one; their findings are recognised by id and geometry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/lines.py"/>
        <source>Layer “{layer}”: line type “{line_type}” is unknown; known are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/lines.py"/>
        <source>Layer “{layer}”: line status “{status}” is unknown; choose one of {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/lines.py"/>
        <source>Control line “{layer}” has no polygons, so nothing can be checked against it. Leave it out or choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/lines.py"/>
        <source>{count} features of control line {layer} have no zone; they are checked as zone “{zone}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/lines.py"/>
        <source>{count} features of control line {layer} have no zone; zone rules do not run on them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/totals.py"/>
        <source>Findings, noise, compliant and not checkable ground add up to {parts_ha:.6f} ha, but the plan has {plan_ha:.6f} ha. Repair the plan's geometries and run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/profiles.py"/>
        <source>There is no output profile {profile}; choose one of {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/profiles.py"/>
        <source>The parts add up to {sum} but the control total is {total}; levelling only spreads rounding, so mend the difference first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/profiles.py"/>
        <source>Output profile {profile} does not define the quantity {quantity}; add it to its JSON file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/profiles.py"/>
        <source>Output profile {profile} does not define the quantity {quantity}; it has {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/provenance.py"/>
        <source>“{path}” is not a run manifest of this plugin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/provenance.py"/>
        <source>“{path}” cannot be read as a run manifest: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>the column is missing from the header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>“{value}” stands in an earlier row too; ids are unique.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>line type {line_type} has no zone “{value}”; known are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>the rule ends before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>the cell is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>“{value}” is unknown; known are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>“{value}” is not CODE, CODE(qualifier), existing, LHA or CONSTR_TEMP; separate tokens with a semicolon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>“{value}” stands twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>“{value}” is not a date; write YYYY-MM-DD, YYYY-MM or YYYY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>code {value} is not in the land-and-sea classification of 2023.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/pack.py"/>
        <source>Rule pack “{name}” is neither a shipped id ({ids}) nor a file; give an id or the path of a CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/pack.py"/>
        <source>Rule table “{file}” has {count} problem(s); correct them and load it again:
{problems}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/pack.py"/>
        <source>Layer “{layer}”: zone value “{value}” is unknown for line type {line_type}; known are {known}. Correct the value or choose another zone field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/pack.py"/>
        <source>Layer “{layer}” is an evaluation, not the statutory line ({line_type}). Choose the delimited line, usually named {aliases}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/pack.py"/>
        <source>The shipped rule pack is damaged; reinstall the plugin.
{problems}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/statistical_units.py"/>
        <source>{count} features of unit layer “{layer}” have no name or no geometry and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/statistical_units.py"/>
        <source>{count} units of layer “{layer}” consist of several features, which are taken together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/stocks.py"/>
        <source>Factor set “{factor_set}” has no row for the classes {classes} ({area_ha:.2f} ha). Add them to the set or choose another FACTOR_SET.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/stocks.py"/>
        <source>Pool {pool} has no factor for {classes} in set “{factor_set}”: it is NULL there, not 0 ({area_ha:.4f} ha).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/tabulate.py"/>
        <source>{count} land-use features have no area, the first is {id}. Fill the area field or use another area rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/tabulate.py"/>
        <source>The areas in unit {unit} do not add up: {residual_m2:.4f} m² of {area_m2:.1f} m² are unexplained. Check the geometries of this unit and of the land use in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/tabulate_notes.py"/>
        <source>{count} land-use features lie partly or wholly outside every unit, with {area_ha:.4f} ha; this land is in no figure. Remainders of at most 1 m² of further features sum up to {noise_m2:.4f} m².</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/tabulate_notes.py"/>
        <source>{count} land-use features overlap one another; {area_ha:.4f} ha are counted more than once, {pairs} overlaps of at most 1 m² included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/tabulate_notes.py"/>
        <source>{count} units overlap one another; {area_ha:.4f} ha count in each of them, so the units must not be added up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/tabulate_notes.py"/>
        <source>{count} units hold ground without land use, {area_ha:.4f} ha in all; it is in no figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/tabulate_notes.py"/>
        <source>Land-use features overlap in {count} slivers of at most 1 m²; {area_ha:.4f} ha are counted more than once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/text_tables.py"/>
        <source>“{file}” is neither UTF-8 nor GB18030 text; save it as CSV UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/text_tables.py"/>
        <source>“{file}” is empty; a table with a header line is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/text_tables.py"/>
        <source>“{file}”: column “{column}” occurs twice in the header; rename one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/text_tables.py"/>
        <source>“{file}”, line {line}: {found} cells, but the header has {expected}. Quote cells that hold the separator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/text_tables.py"/>
        <source>“{file}” cannot be read ({reason}); check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/text_tables.py"/>
        <source>“{file}”, line {line}: not a well-formed CSV line ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/domain/translate.py"/>
        <source>No code table leads from {source} to {target}. Tables exist for {pairs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/crs.py"/>
        <source>Layer “{layer}” has no coordinate reference system. Assign one (Layer → Set CRS, or the algorithm “Assign projection”) and run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/encoding.py"/>
        <source>Shapefile “{layer}” does not state its encoding; it was read as GBK (GB18030).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/encoding.py"/>
        <source>Text of layer “{layer}” does not decode. Set its encoding to GBK (Layer properties → Source) and run again, or names in the outputs stay unreadable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/feedback.py"/>
        <source>{text} Ids: {ids}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/feedback.py"/>
        <source>{text} … and {more} more (all in the manifest).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/land_use.py"/>
        <source>{count} features of layer “{layer}” carry codes unknown to “{classification}” and take the class of the code above: {codes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/layers.py"/>
        <source>Layer “{layer}” was transformed from {own} to {target}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/layers.py"/>
        <source>Layer “{layer}” has no features (or none is selected). Check the filter, the selection and the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/layers.py"/>
        <source>Feature {fid} of layer “{layer}” is not a polygon ({kind}). Use a polygon layer, or remove the feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/layers.py"/>
        <source>Layer “{layer}” holds {kind}, but polygons are needed. Choose a polygon layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/layers.py"/>
        <source>Layer “{layer}” has no field “{field}”. It has: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/layers.py"/>
        <source>Field “{field}” of layer “{layer}” is empty in {count} features (first: number {first} in the layer). Fill it or choose another id field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/layers.py"/>
        <source>Layer “{layer}” cannot be transformed to the CRS of the first layer: {reason}. Check that its CRS is the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/maps.py"/>
        <source>The map “{title}” could not be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/outputs.py"/>
        <source>The output “{path}” does not open again after writing. Check the disk and the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/outputs.py"/>
        <source>Output {parameter} holds {found} of {written} features after writing. Check the disk and run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/outputs.py"/>
        <source>Output {parameter} cannot be created at “{path}”. Check the folder, the rights and whether another program holds the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/outputs.py"/>
        <source>Output {parameter} cannot be written: the folder “{folder}” does not exist or is not writable. Create it or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan.py"/>
        <source>The plan is checked against control lines, but none was given. Set FARMLAND, REDLINE or BOUNDARY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan.py"/>
        <source>Layer “{layer}” is coded in “{source}”, for which there is no table to the 2023 land-and-sea codes that rules speak. Translate it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan.py"/>
        <source>{count} features of layer “{layer}” have codes that stand for several 2023 codes; they are judged by the usual one: {codes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan.py"/>
        <source>Land cover (BASE) was given without its code field (BASE_FIELD).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan.py"/>
        <source>AS_OF is “{value}”, but a date such as 2026-01-01 is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_inputs.py"/>
        <source>The report needs at least one result: a baseline, a table, findings or a summary of this plugin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_inputs.py"/>
        <source>The layer of parameter {parameter} cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_inputs.py"/>
        <source>Layer “{layer}” has no run manifest that matches it: it was edited after the run, or its manifest is lost. Its figures are shown as they stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_inputs.py"/>
        <source>Factor set “{id}” of the baseline is not at hand in the version used; its rows are not listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/run.py"/>
        <source>The layer of parameter {parameter} cannot be opened: {value}. Check the path and the format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/sinks.py"/>
        <source>The output could not be written: {reason}. Check the free space, the rights and the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/sinks.py"/>
        <source>A shapefile cuts field names to ten characters, these are cut: {names}. Write a GeoPackage to keep them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/sinks.py"/>
        <source>Layer “{layer}” already has a field “{old}”: it is kept as “{new}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/software.py"/>
        <source>Install them with the system's packages or with pip for QGIS's own Python; see README.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/software.py"/>
        <source>Install them with the OSGeo4W Setup (Advanced → Libs) or choose the full installer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/software.py"/>
        <source>Use the official QGIS package of qgis.org, which contains them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/software.py"/>
        <source>This tool needs the Python packages: {names}. {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/tables.py"/>
        <source>“{path}” cannot be read as a table: {reason}. Save it as XLSX or as CSV in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/gis/translation.py"/>
        <source>Code {code} has no one-to-one target in {target} ({count} features); candidates: {candidates}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/reports/model.py"/>
        <source>There is no report language {language}; choose one of {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/reports/model.py"/>
        <source>The report {title} has nothing to show; hand in a baseline or a plan check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/reports/write.py"/>
        <source>“{path}” cannot be written: {reason}. Close programs that hold it and check the rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/reports/xlsx.py"/>
        <source>The workbook {path} cannot be written: the Python package openpyxl is not installed in this QGIS. Install it (Debian and Ubuntu: python3-openpyxl) or leave out the XLSX output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../plugin/reports/xlsx.py"/>
        <source>The workbook {path} cannot be written: {reason}. Close it where it is open, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
