<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>DualCarbon</name>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Account report</source>
        <translation>碳账户报告</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Writes the carbon account of every town or community as a page, a workbook, a text document and a PDF.</source>
        <translation>将各镇街、社区的碳账户写成网页、工作簿、文本文档和 PDF。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Puts a year of the account book, and the results of the tools around it, into one HTML page that works offline and prints on A4, a workbook, a text document to edit (ODT) and a PDF: the account of every unit (carbon stock t C, removal and emissions by scope t CO2e/a, CO2 alone beside them, net emission) with intervals, tiers and sources, the emission inventory by sector, the reconciliation with the inventory of the city, the test of map against table, the monitoring with its warning levels, the value of the carbon rights by method, and the double entry of the book as a stated result.

Net emission = scope 1 + scope 2 + emission of land − removal. A stock and a flux are never added, nor are the methods of valuing carbon. Scope 3 is in no total. What is weak, not verified, missing or does not agree stands on the first page.

Units come one by one with their path over the years, those with most red and yellow indicators first; of many units the page shows some and the workbook all.</source>
        <translation>将账本中某一年度的碳账户及相关工具的结果汇成可离线使用、可按 A4 打印的 HTML 页面，以及工作簿、可编辑的文本文档（ODT）和 PDF：各单元碳账户（碳储量 t C，碳汇量与分范围排放量 t CO2e/a，二氧化碳单列，净排放）及其区间、方法层级与来源，分部门排放清单，与市级清单的核对，图数一致检验，监测与预警等级，分方法的碳权价值，以及账本复式校核结果。

净排放 = 范围一 + 范围二 + 土地排放量 − 碳汇量。存量与通量不相加，各评估方法不相加，范围三不计入合计。弱依据、未核实、缺失或不一致的内容列于首页。

各单元逐一列示历年路径，红色、黄色指标多的在前；单元众多时页面列示一部分，工作簿列示全部。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Manifests of the runs, when they do not lie beside the results.</source>
        <translation>各次运算的运行清单；与成果同处一地时无需填写。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Title of the report. Empty: “Carbon account report”.</source>
        <translation>报告标题；留空为“碳账户报告”。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>The tables of the report with all units, years and entries, one sheet each; needs the Python package openpyxl.</source>
        <translation>报告各表，含全部单元、年份和分录，每表一个工作表；需要 Python 包 openpyxl。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Path of a GeoPackage (.gpkg), or name of a PostgreSQL connection of QGIS.</source>
        <translation>GeoPackage（.gpkg）路径，或 QGIS 中 PostgreSQL 连接的名称。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Shows this unit of the book and those that are part of it alone. Empty: all units.</source>
        <translation>仅显示账本中的该单元及其下级单元；留空为全部单元。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Polygons of the units, for the maps of net emission and of warning levels.</source>
        <translation>各单元的多边形，用于净排放图和预警等级图。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Emission inventory</source>
        <translation>排放清单</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Output of “Emission inventory” of the year: t CO2, t CO2e by unit, sector, item and scope.</source>
        <translation>该年度“碳排放清单”的输出：按单元、部门、项目和范围的 t CO2、t CO2e。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Reconciliation</source>
        <translation>上下衔接核对</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Reconciliation table of the same run: bottom-up and top-down by sector (t CO2).</source>
        <translation>同一次运算的核对表：分部门自下而上与自上而下（t CO2）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Register compared</source>
        <translation>登记表对照</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Register table of the same run: enterprises with verified emissions (t CO2e).</source>
        <translation>同一次运算的台账表：各企业经核查的排放量（t CO2e）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>System × carrier matrix</source>
        <translation>系统 × 能源品种矩阵</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Matrix table of the same run: amounts and t CO2e by sector and carrier.</source>
        <translation>同一次运算的矩阵表：按部门和载体的数量与 t CO2e。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Map against table (图数一致)</source>
        <translation>图数一致核对表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Agreement table of “Unify statistical units”, in the units of measure of its variables.</source>
        <translation>“统计单元统一”的图数一致输出，以各变量的计量单位计。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Standing of the indicators</source>
        <translation>指标现状</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Output of “Monitor accounts” of the year: levels, progress and budget use.</source>
        <translation>该年度“碳账户监测”的输出：等级、完成进度和预算使用率。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Series of the indicators</source>
        <translation>指标序列</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Series output of the same run, when it does not lie where that run wrote it.</source>
        <translation>同一次运算的序列输出；不在该次运算写出位置时填写。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Value of carbon rights</source>
        <translation>碳权价值</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Output of “Value carbon rights” of the year: value by unit and method, each on its own.</source>
        <translation>该年度“碳权价值核算”的输出：按单元和方法分别列示的价值。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Three sinks</source>
        <translation>三类碳汇</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Sinks output of the same run: physical, inventory and tradable sink (t CO2e/a).</source>
        <translation>同一次运算的碳汇输出：物理、清单与可交易碳汇（t CO2e/a）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>report,account,account book,emission,community,HTML,PDF,ODT,XLSX,碳账户,报告,排放清单,镇街,社区</source>
        <translation>报告,账户,账本,排放,社区,HTML,PDF,ODT,XLSX,碳账户,account,排放清单,镇街</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Run manifests</source>
        <translation>运行清单</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Account book</source>
        <translation>账本</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Calendar year of the report. Empty: the last year of the book.</source>
        <translation>报告年份；留空为账本最末年。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Year before</source>
        <translation>前期年份</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Calendar year that it is held against. Empty: the last year of the book before YEAR.</source>
        <translation>对比年份；留空为账本中 YEAR 之前的最近一年。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/accountreport.py"/>
        <source>Larger unit</source>
        <translation>上级单元</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactors.py"/>
        <source>Attach carbon factors</source>
        <translation>挂接碳系数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactors.py"/>
        <source>Adds carbon density, stock, removal and emission to every parcel of a land-use layer.</source>
        <translation>为土地利用图层的每个图斑添加碳密度、碳储量、碳汇量和排放量。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactors.py"/>
        <source>Maps the land-use code of every parcel to a carbon class, looks up the class in a factor set and writes density by pool (t C/ha), stock (t C), removal, emission and net flux (t CO2e/a) with their 95 % intervals.

Stock = area × (above-ground + below-ground biomass + soil + dead organic matter). Removal and emission are both positive; net = emission − removal. Codes without a class, repaired geometries and weak factors are counted, measured and listed. Each parcel counts with its whole area: features with the very same geometry are listed, other overlaps and gaps are tested by “Sink baseline”.

Method: IPCC 2006 Guidelines Vol. 4; 林坚、赵晔 2022, 科技导报 40(6): 12–19.</source>
        <translation>将每个图斑的地类代码对应到碳地类，在系数集中查取该类系数，写入分碳库碳密度（t C/ha）、碳储量（t C）以及碳汇量、排放量和净排放（t CO2e/a），均附95%区间。

碳储量 = 面积 ×（地上生物量 + 地下生物量 + 土壤有机碳 + 死有机质）。碳汇量与排放量均为正值，净排放 = 排放量 − 碳汇量。未对应碳地类的代码、修复过的几何和弱依据系数均统计数量与面积并列示。每个图斑按其全部面积计入：图形完全相同的要素会列出，其他重叠和缝隙由“碳汇本底”工具检查。

方法依据：《2006年IPCC国家温室气体清单指南》第4卷；林坚、赵晔，2022，科技导报，40(6): 12–19。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactors.py"/>
        <source>Land use with carbon factors</source>
        <translation>挂接碳系数的用地图层</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactors.py"/>
        <source>The input's features and fields with carbon_class, area_ha, densities (t C/ha), stock (t C), removal, emission and net (t CO2e/a) with bounds, and the grade of the weakest factor.</source>
        <translation>保留输入图层的要素与字段，增加carbon_class、area_ha、碳密度（t C/ha）、碳储量（t C）、碳汇量、排放量和净排放（t CO2e/a）及其上下限，以及所用最弱系数的依据等级。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactors.py"/>
        <source>carbon,factor,density,stock,land use,sink,InVEST,碳,碳密度,碳储量,系数,地类</source>
        <translation>carbon,factor,density,stock,land use,sink,InVEST,碳,系数,碳系数,碳密度,碳储量,土地利用,用地,碳汇,地类</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactorsraster.py"/>
        <source>Attach carbon factors (raster)</source>
        <translation>赋碳系数（栅格）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactorsraster.py"/>
        <source>Turns a classified land-cover raster into rasters of carbon density (t C/ha).</source>
        <translation>把分类的土地覆被栅格转为碳密度栅格 (t C/ha)。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactorsraster.py"/>
        <source>Maps the values of a land-cover raster (CLCD, GlobeLand30, ESA WorldCover, Esri, GLC_FCS30, CNLUCC, CORINE, NLCD, MODIS or an own table) to carbon classes, looks these up in a factor set and writes the carbon density of every cell: all pools in one raster, and each pool (above ground, below ground, soil, dead organic matter) in a band of its own where asked for.

Totals multiply the area of every class with its factors; cells count with their true area on the ellipsoid, also in degrees and where they are not square. The raster is read in blocks of rows, so its size does not matter. Cells without a value, or with a value left out, are nodata (−3.4·10³⁸), which no density and no change can be mistaken for.

Method: IPCC 2006 Guidelines Vol. 4; 林坚、赵晔 2022, 科技导报 40(6): 12–19.</source>
        <translation>把土地覆被栅格（CLCD、GlobeLand30、ESA WorldCover、Esri、GLC_FCS30、CNLUCC、CORINE、NLCD、MODIS 或自备对照表）的值对应到碳地类，在系数集中查找，并写出每个像元的碳密度：各碳库合计为一幅栅格；需要时各碳库（地上、地下、土壤、死有机质）另成一个多波段栅格。

合计值由各类面积乘以系数得到；像元按其在椭球面上的真实面积计算，经纬度栅格和非正方形像元亦然。栅格按行分块读取，大小不限。无值或被剔除的像元为 nodata (−3.4·10³⁸)，不会与任何密度或变化值混淆。

方法：IPCC 2006 指南第 4 卷；林坚、赵晔 2022，科技导报 40(6): 12–19。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactorsraster.py"/>
        <source>Classified raster; whole numbers, also when stored as decimals.</source>
        <translation>分类栅格；取整数值，以小数存储亦可。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactorsraster.py"/>
        <source>Area rule</source>
        <translation>面积口径</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactorsraster.py"/>
        <source>How the area of cells is measured for the totals (ha): on the ellipsoid or in the plane.</source>
        <translation>合计值中像元面积 (ha) 的量算方式：椭球面或平面。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactorsraster.py"/>
        <source>GeoTIFF with the density of all pools (t C/ha).</source>
        <translation>各碳库合计密度的 GeoTIFF (t C/ha)。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactorsraster.py"/>
        <source>GeoTIFF with one band for each pool (t C/ha): above ground, below ground, soil, dead matter.</source>
        <translation>每个碳库一个波段的 GeoTIFF (t C/ha)：地上、地下、土壤、死有机质。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactorsraster.py"/>
        <source>carbon,factor,density,raster,land cover,InVEST,碳,碳密度,栅格,土地覆被,CLCD,系数</source>
        <translation>碳,系数,碳密度,栅格,土地覆被,InVEST,CLCD,carbon,factor,density,raster</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactorsraster.py"/>
        <source>Land-cover raster</source>
        <translation>土地覆被栅格</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactorsraster.py"/>
        <source>Carbon density</source>
        <translation>碳密度</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/attachfactorsraster.py"/>
        <source>Carbon density by pool</source>
        <translation>分碳库密度</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/base.py"/>
        <source>Planning and carbon</source>
        <translation>规划与碳</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/base.py"/>
        <source>Carbon accounts</source>
        <translation>碳核算</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/base.py"/>
        <source>The layer of parameter {parameter} cannot be opened: {value}. Check the path and the format.</source>
        <translation>无法打开参数{parameter}所指的图层：{value}。请检查路径和格式。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/base.py"/>
        <source>The run stopped: {reason}. Check memory, disk and rights.</source>
        <translation>运行已停止：{reason}。请检查内存、磁盘空间和读写权限。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/base.py"/>
        <source>A defect of the plugin stopped the run ({kind}: {reason}). Nothing was written. Please report it with the log above and, if you may, the data.</source>
        <translation>插件自身缺陷导致运行停止（{kind}：{reason}），未写出任何成果。请附上方日志反馈该问题；如允许，请一并提供数据。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Blue carbon</source>
        <translation>蓝碳</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Removal and methane of mangrove, salt marsh and seagrass by what was done to them.</source>
        <translation>按现状、新建、恢复等状态计算红树林、盐沼和海草床的碳汇量与甲烷排放量。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>created, rewetted: area × tier-1 accumulation (mangrove, salt marsh and seagrass, t C/(ha·a)), and CH4 × GWP where the salinity is below 18 ppt (mangrove, salt marsh). existing: a measured burial rate, else burial and CH4 of the factor set; never the tier-1 accumulation, which holds for new stands alone. drained: emission of the drained soil (mangrove, salt marsh). extracted: the soil stock lost at once (t CO2), in a column of its own and not in the yearly emission.

Without a salinity the CH4 of a new stand is NULL and listed with its area. Removal and emission are both positive (t CO2e/a); net = emission − removal. Intervals: approach 1, a factor is one draw wherever it occurs.

Shellfish and algae culture are memo items: carbon in the harvest (t C), never added to removals. The output is a method layer: give it to “Sink baseline” as METHOD_LAYERS.

Method: IPCC 2013 Wetlands Supplement, chapter 4; HY/T 0349-2022. The tier-1 figures are recalled and not verified (resources/factors/GAPS.md): check them before publication.</source>
        <translation>created、rewetted（新建、恢复）：面积 × 第一层级积累速率（红树林、盐沼、海草床，t C/(ha·a)）；盐度低于 18 ppt 时另计 CH4 × GWP（红树林、盐沼）。existing（现有）：采用实测埋藏速率，否则采用系数集的埋藏与 CH4；绝不采用第一层级积累速率，该速率只适用于新建或恢复的生境。drained（排干）：排干土壤的排放（红树林、盐沼）。extracted（开挖）：一次性损失的土壤碳储量（t CO2），单列一栏，不计入年排放量。

缺盐度的新建生境，其 CH4 为 NULL 并列出面积。碳汇量与排放量均为正值（t CO2e/a）；净排放 = 排放 − 碳汇。区间：方法 1，同一系数不论出现几次都只作一次抽取。

贝类和藻类养殖为备忘项：收获物中的碳（t C），绝不计入碳汇量。输出为方法图层：在“碳汇本底”中作为 METHOD_LAYERS 使用。

方法：IPCC 2013 湿地增补指南第 4 章；HY/T 0349-2022。第一层级数值系凭记忆录入，未经核实（resources/factors/GAPS.md），发布前须核对。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Soil lost once by extraction (t CO2)</source>
        <translation>开挖一次性损失的土壤碳（t CO2）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Memo: carbon in the harvest of cultures (t C)</source>
        <translation>备忘：养殖收获物中的碳（t C）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Area without a carbon class (ha)</source>
        <translation>未对应碳地类的面积（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Share of the fluxes on factors below grade secondary (0–1)</source>
        <translation>通量中依据等级低于“secondary（二手）”系数的份额（0–1）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Coastal habitats</source>
        <translation>滨海生境</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Polygons of mangrove, salt marsh, seagrass or tidal flat.</source>
        <translation>红树林、盐沼、海草床或滩涂面要素。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Field: habitat</source>
        <translation>字段：生境</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>mangrove, salt_marsh, seagrass or tidal_flat, in English or Chinese, or a land-use code.</source>
        <translation>mangrove、salt_marsh、seagrass 或 tidal_flat，可用英文或中文，也可用地类编码。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Status of features without one</source>
        <translation>未填状态要素的状态</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>existing: burial by measurement or factor set; the others as in the help.</source>
        <translation>existing：按实测或系数集的埋藏速率；其余见帮助。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Salinity of the water, ppt. Empty: not known.</source>
        <translation>水体盐度，ppt。留空表示未知。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Global warming potential of CH4</source>
        <translation>CH4 的全球增温潜势</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>IPCC report whose GWP over 100 years is used (resources/factors/gwp.csv).</source>
        <translation>采用哪次 IPCC 评估报告的百年 GWP（resources/factors/gwp.csv）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Shellfish and algae culture</source>
        <translation>贝类和藻类养殖</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Table of harvests: name, harvest_t (t wet weight), dry_share and carbon_share (0–1). Template: resources/factors/blue_carbon_memo_template.csv.</source>
        <translation>收获量表：name、harvest_t（t 湿重）、dry_share 和 carbon_share（0–1）。模板：resources/factors/blue_carbon_memo_template.csv。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Blue carbon of habitats</source>
        <translation>生境蓝碳</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Method layer: the input's habitats with removal, emission and net (t CO2e/a), bounds, burial (t C/a), CH4 (t CO2e/a) and the soil lost once (t CO2).</source>
        <translation>方法图层：输入生境，附碳汇量、排放量和净值（t CO2e/a）及上下限、埋藏量（t C/a）、CH4（t CO2e/a）和一次性损失的土壤碳（t CO2）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Memo items</source>
        <translation>备忘项</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Table: carbon in the harvest of cultures (t C, t CO2), never part of a removal.</source>
        <translation>表：养殖收获物中的碳（t C、t CO2），绝不计入碳汇量。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Total area (ha)</source>
        <translation>总面积（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Carbon buried (t C/a)</source>
        <translation>碳埋藏量（t C/a）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>blue carbon,mangrove,salt marsh,seagrass,methane,salinity,蓝碳,红树林,盐沼,海草床,海洋碳汇</source>
        <translation>蓝碳,红树林,盐沼,海草床,甲烷,盐度,海洋碳汇,blue carbon,mangrove,salt marsh,seagrass</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Field: status</source>
        <translation>字段：状态</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>created, rewetted, existing, drained or extracted.</source>
        <translation>created（新建）、rewetted（恢复）、existing（现有）、drained（排干）或 extracted（开挖）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Field: salinity</source>
        <translation>字段：盐度</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Salinity of the water, ppt.</source>
        <translation>水体盐度，ppt。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Field: measured burial</source>
        <translation>字段：实测埋藏速率</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Measured burial rate of an existing stand, t C/(ha·a).</source>
        <translation>现有生境的实测埋藏速率，t C/(ha·a)。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Salinity of features without one (ppt)</source>
        <translation>未填盐度要素的盐度（ppt）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Total removal (t CO2e/a)</source>
        <translation>总碳汇量（t CO2e/a）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>Total emission (t CO2e/a)</source>
        <translation>总排放量（t CO2e/a）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>{label}, lower 95 % bound</source>
        <translation>{label}，95%下限</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/bluecarbon.py"/>
        <source>{label}, upper 95 % bound</source>
        <translation>{label}，95%上限</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>CCUS inventory</source>
        <translation>CCUS 清单</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>What a register of capture facilities stores, avoids and removes in a year.</source>
        <translation>由捕集设施名录计算某年的封存量、避免量和移除量。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>One point and one row is what one facility captured in one year. captured = capture rate × flue emission (or the stated amount); stored = captured·(1 − transport loss); still stored after t years = stored·(1 − storage loss)^t; avoided = still stored − energy penalty. All in t CO2.

Fossil CCS and CCU that lasts lower the emission of their source sector and are no removal. Only BECCS and direct air capture (DAC) enter removals; enhanced weathering (EW) is listed. CO2 in short-lived products is delayed, not stored. The energy penalty is an emission of the sector that supplies the energy: it lowers what is avoided, and is not booked again here.

Removal, reduction and delay are of the rows of YEAR alone; stores of earlier years count with what is left of them. Blank register: resources/factors/ccus_template.csv.

Method: 林坚、赵晔 2022, 科技导报 40(6): 12–19; IPCC 2006 Guidelines Vol. 2 Ch. 5.</source>
        <translation>一个点、一行记录是一个设施在一年内的捕集量。捕集量 = 捕集率 × 烟气排放量（或直接填报量）；封存量 = 捕集量·(1 − 运输损失率)；t 年后仍封存量 = 封存量·(1 − 年泄漏率)^t；避免量 = 仍封存量 − 能耗代价。单位均为 t CO2。

化石源 CCS 和长期 CCU 降低其来源部门的排放，不是移除。只有 BECCS 和直接空气捕集（DAC）计入移除；增强风化（EW）只列出。短寿命产品中的 CO2 是延迟排放，不是封存。能耗代价属于供能部门的排放：它减少避免量，此处不再重复记账。

移除量、减排量和延迟量只计 YEAR 当年的记录；往年封存按剩余量计入。空白名录：resources/factors/ccus_template.csv。

方法：林坚、赵晔 2022，科技导报 40(6): 12–19；IPCC 2006 指南第2卷第5章。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Points, one for each facility and year; only the selected features when so chosen.</source>
        <translation>点要素，每个设施每年一个；可只用选中要素。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Calendar year of the account: storage losses act over the years since the capture.</source>
        <translation>核算年份：泄漏按捕集以来的年数计算。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>The input's points and fields with what was captured, stored, is still stored, avoided, delayed and lost (t CO2), and the removal and reduction of the year (t CO2e/a).</source>
        <translation>输入的点和字段，附捕集量、封存量、仍封存量、避免量、延迟量和泄漏量（t CO2），以及当年的移除量和减排量（t CO2e/a）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Account by source sector and type</source>
        <translation>按来源部门和类型的账户</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Table with one row per source sector and type of facility, t CO2 as in the layer above.</source>
        <translation>每个来源部门和设施类型一行的表，t CO2，与上述图层一致。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>CCUS,CCS,BECCS,DAC,capture,storage,negative emission,碳捕集,封存,负碳,直接空气捕集</source>
        <translation>CCUS,CCS,BECCS,DAC,碳捕集,封存,利用,负碳,直接空气捕集,capture,storage</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Capture facilities</source>
        <translation>捕集设施</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Year of the account</source>
        <translation>核算年份</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Facilities with their account</source>
        <translation>设施及其账户</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Captured in all years of the register (t CO2)</source>
        <translation>名录各年捕集量合计（t CO2）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Still stored in the year of the account (t CO2)</source>
        <translation>核算年仍封存量（t CO2）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Avoided by all years of the register (t CO2)</source>
        <translation>名录各年避免量合计（t CO2）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Removal by BECCS and direct air capture in the year (t CO2e/a)</source>
        <translation>当年 BECCS 与直接空气捕集的移除量（t CO2e/a）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Delayed in short-lived products (t CO2)</source>
        <translation>短寿命产品中的延迟量（t CO2）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Field: facility id</source>
        <translation>字段：设施编号</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Unique for each facility, once a year.</source>
        <translation>每个设施唯一，每年一行。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Field: year</source>
        <translation>字段：年份</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Year in which the CO2 of the row was captured.</source>
        <translation>该行 CO2 的捕集年份。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Field: type</source>
        <translation>字段：类型</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>CCS, CCU, BECCS, DAC or EW (enhanced weathering).</source>
        <translation>CCS、CCU、BECCS、DAC（直接空气捕集）或 EW（增强风化）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Field: source sector</source>
        <translation>字段：来源部门</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Sector whose emission CCS or CCU lowers, such as power or cement.</source>
        <translation>CCS 或 CCU 所降低排放的部门，如电力、水泥。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Field: capacity</source>
        <translation>字段：捕集能力</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>What it can capture, t CO2/a; a cap.</source>
        <translation>捕集能力，t CO2/a；为上限。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Field: flue emission</source>
        <translation>字段：烟气排放量</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>CO2 in the flue gas before capture, t CO2/a.</source>
        <translation>捕集前烟气中的 CO2，t CO2/a。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Field: captured amount</source>
        <translation>字段：捕集量</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Metered capture, t CO2/a, in place of capture rate × flue emission.</source>
        <translation>计量的捕集量，t CO2/a，代替捕集率 × 烟气排放量。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Field: capture rate</source>
        <translation>字段：捕集率</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Captured share of the flue emission, 0–1.</source>
        <translation>烟气排放量中被捕集的份额，0–1。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Field: transport loss</source>
        <translation>字段：运输损失率</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Share lost before the store, 0–1.</source>
        <translation>封存前损失的份额，0–1。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Field: storage loss</source>
        <translation>字段：年泄漏率</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Share lost by the store each year, 0–1.</source>
        <translation>封存体每年损失的份额，0–1。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Field: energy penalty</source>
        <translation>字段：能耗代价</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Emission of the energy that capture needs, t CO2/a.</source>
        <translation>捕集所需能源的排放量，t CO2/a。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Field: storage site</source>
        <translation>字段：封存场地</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Name of the store.</source>
        <translation>封存场地名称。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Field: storage class</source>
        <translation>字段：封存类别</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Saline aquifer, depleted field, mineral …</source>
        <translation>咸水层、枯竭油气藏、矿化等。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Field: permanence class</source>
        <translation>字段：持久性类别</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>permanent, long_lived or short_lived; CCU must state it, empty is permanent.</source>
        <translation>permanent（永久）、long_lived（长寿命）或 short_lived（短寿命）；CCU 必填，留空为永久。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Field: transport mode</source>
        <translation>字段：运输方式</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Pipeline, ship, road or rail.</source>
        <translation>管道、船舶、公路或铁路。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Field: verification</source>
        <translation>字段：核查</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/ccusinventory.py"/>
        <source>Report or certificate; empty: not verified.</source>
        <translation>核查报告或证书；留空表示未核查。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Check control lines</source>
        <translation>检查控制线</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Checks control lines against each other, their geometry, fields, codes and areas.</source>
        <translation>检查控制线之间的协调关系及其几何、字段、代码和面积。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Checks the three control lines and any others by the rules on layers and on pairs of lines of the rule pack: no overlap among the three lines (CON-01 to CON-03) with islands cut out of the boundary, who gives way (CON-04), wetlands inside the redline (ERL-07), scenic areas off nature reserves (CON-07), what the boundary avoids (UDB-07) and its shape (UDB-10); in each layer validity, overlaps, duplicates, slits between touching features, for farmland also multipart plots (PBF-10), CRS (D-01), the area field against the area on the ellipsoid (D-02), required fields and zones (D-03) and codes (D-04).

Gaps between features of a line are legitimate. Hits within the tolerance are noise: listed, not counted. Lines that are not in force cap severity at info and print no legal basis. Rules whose line is not given are listed in the log and the manifest.</source>
        <translation>按规则包中针对图层和控制线之间关系的规则检查三条控制线及其他控制线：三条控制线互不重叠（CON-01至CON-03），边界内的飞地须开天窗，矛盾时的避让次序（CON-04），重要湿地应在红线内（ERL-07），风景名胜区不与自然保护区重叠（CON-07），城镇开发边界应避让的区域（UDB-07）及其形态（UDB-10）；各图层的有效性、重叠、重复、相接要素之间的狭缝，永久基本农田的多部件图斑（PBF-10），坐标系（D-01），面积字段与椭球面积（D-02），必备字段和分区（D-03），代码（D-04）。

同一控制线要素之间的空隙是允许的。容差以内的为噪声：列出，不计数。未生效的控制线严重程度不超过提示，且不印法律依据。缺少所需控制线的规则列入日志和运行清单。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Findings on control lines</source>
        <translation>控制线检查结果</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>One feature per finding: rule, kind, the lines and features concerned, area (m²), severity and remedy; without geometry where a field or a whole layer is meant.</source>
        <translation>每条问题一个要素：规则、类型、所涉控制线和要素、面积（m²）、严重程度和处置建议；涉及字段或整个图层的问题没有几何图形。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Fields that may hold the official area of a feature in m², separated by semicolons; the first that a layer has is compared with its area on the ellipsoid.</source>
        <translation>可能存放要素法定面积（m²）的字段，以分号分隔；取图层中存在的第一个字段与椭球面积比较。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>control line,consistency,overlap,island,redline,farmland,boundary,fields,area,三线,三条控制线,协调,重叠,开天窗,永久基本农田,生态保护红线,城镇开发边界,质检,面积</source>
        <translation>三线,三条控制线,控制线,协调,重叠,开天窗,永久基本农田,生态保护红线,城镇开发边界,质检,字段,面积,control line,consistency,overlap</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Errors</source>
        <translation>错误数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Warnings</source>
        <translation>警告数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Information, with all findings of stand-in and draft lines</source>
        <translation>提示（含替代数据和草案控制线的全部冲突图斑）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Findings below the tolerance</source>
        <translation>低于容差的问题</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Area fields of the lines</source>
        <translation>控制线面积字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>XY tolerance (m)</source>
        <translation>XY容差（m）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Vertices of a feature nearer than this (m) are doubled, overlaps no wider are noise.</source>
        <translation>同一要素中距离小于该值（m）的节点视为重复，宽度不超过该值的重叠为噪声。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Noise: area up to (m²)</source>
        <translation>噪声：面积上限（m²）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Overlaps of two lines not larger than this (m²) are noise: listed, not counted.</source>
        <translation>两条控制线的重叠面积不超过该值（m²）的为噪声：列出，不计数。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Noise: mean width up to (m)</source>
        <translation>噪声：平均宽度上限（m）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Overlaps of two lines not wider than this (m, 2·area/perimeter) are noise; gaps between features of one line not wider than this are slits.</source>
        <translation>两条控制线的重叠平均宽度（m，2×面积÷周长）不超过该值的为噪声；同一控制线要素之间宽度不超过该值的空隙为狭缝。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Area field: difference up to (m²)</source>
        <translation>面积字段允许差值（m²）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>The area field may differ by this (m²) and a millionth of the area.</source>
        <translation>面积字段与椭球面积之差允许为该值（m²）加面积的百万分之一。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Check plan against control lines</source>
        <translation>规划冲突检测</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Finds where a plan draft breaks the rules of control lines, by how much, and what carbon that costs.</source>
        <translation>检测规划草案违反控制线管控规则的位置与面积，并测算由此产生的碳影响。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Overlays the planned use with permanent basic farmland (永久基本农田), the ecological redline (生态保护红线), the urban development boundary (城镇开发边界) and any other control line, and applies the rules in force on the given date: uses inside and outside a line, distances from it, changes of the present use, and present uses that a line does not admit. The longest matching code wins, then forbidden before conditional before allowed; inside farmland and redline whatever no rule allows is reported. Rules that geometry and codes cannot decide are listed with the reason, never passed in silence.

Each finding carries area, legal basis and remedy and, with a land-cover layer, the stock loss (t CO2, one-off) and the removal forgone (t CO2e/a, yearly), which are added only over the stated horizon. Totals are those of the union of findings. Overlaps below the tolerances are listed as noise. Stand-in and draft lines cap severity at info, print no legal basis and mark the result as a trial (试算).

Approvals are imported as exemptions; a findings store keeps the state of every finding from run to run. With a planning base the table of land-use structure and the farmland balance are made as well, and the report of the run is an output.</source>
        <translation>将规划用途与永久基本农田、生态保护红线、城镇开发边界及其他各类控制线叠加，按指定日期有效的规则逐图斑检测：线内与线外的用途、与线的距离、现状用途的转换，以及线内不应有的现状用途。代码匹配以最长者优先，同等长度依次为禁止、附条件、允许；永久基本农田和生态保护红线内，凡无规则允许的用途一律列出。仅凭几何和代码无法判定的规则均列示并说明原因，不作默认通过。

每个冲突图斑列明面积、法规依据和处置建议；提供现状地类图层时，另列碳储量损失（t CO2，一次性）和碳汇量损失（t CO2e/a，每年），二者仅在设定的年限内相加。合计按冲突图斑并集计算。低于容差的叠加面列为噪声。控制线为替代数据或草案时，等级最高为“提示”，不列法规依据，成果标注“试算”。

批准事项可作为豁免导入；冲突状态库跨次运行保存每个冲突的状态。给出规划基数时，另生成用地结构调整表和耕地占补平衡；本次运行的报告可直接输出。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Findings</source>
        <translation>冲突图斑</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>One feature per plan parcel × control line × rule with area (m²), carbon (t CO2, t CO2e/a), legal basis and remedy.</source>
        <translation>每个规划图斑 × 控制线 × 规则为一个要素，列明面积（m²）、碳影响（t CO2、t CO2e/a）、法规依据和处置建议。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Result per parcel</source>
        <translation>规划图斑检测结果</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Every plan parcel with its worst severity.</source>
        <translation>全部规划图斑及其最严重的冲突等级。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Summary</source>
        <translation>汇总表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Table per rule and unit: findings, area (ha), carbon; totals on the union.</source>
        <translation>按规则和统计单元列出冲突图斑数、面积（ha）和碳影响；合计为并集口径。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Land-use structure</source>
        <translation>用地结构</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Table of present and planned area (ha) by class and unit (用地结构调整表); needs BASE_PLAN.</source>
        <translation>按地类和单元列出现状与规划面积 (ha) 的用地结构调整表；需要 BASE_PLAN。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Quantities</source>
        <translation>数量指标</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Table of the areas of the plan and its lines (ha) and of the farmland balance; needs BASE_PLAN.</source>
        <translation>规划方案及各控制线面积 (ha) 和耕地占补平衡的表；需要 BASE_PLAN。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>plan,check,control line,redline,farmland,boundary,rule,conflict,三线,三区三线,永久基本农田,生态保护红线,城镇开发边界,审查,冲突</source>
        <translation>plan,check,control line,redline,farmland,boundary,rule,conflict,规划,检测,控制线,红线,农田,边界,规则,冲突,三线,三区三线,永久基本农田,生态保护红线,城镇开发边界,审查</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Area of errors, union (ha)</source>
        <translation>错误面积，并集（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Exempted findings</source>
        <translation>已豁免冲突</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Area of exempted findings, union (ha)</source>
        <translation>已豁免冲突的合并面积 (ha)</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Area of all findings, union (ha)</source>
        <translation>全部冲突图斑面积，并集（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Area hit more than once (ha)</source>
        <translation>重复命中面积（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Area of noise (ha)</source>
        <translation>噪声面积（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Stock loss on the union of findings (t CO2, one-off)</source>
        <translation>冲突图斑并集的碳储量损失（t CO2，一次性）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Removal forgone on the union of findings (t CO2e/a)</source>
        <translation>冲突图斑并集的碳汇量损失（t CO2e/a）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Carbon at stake over the horizon, union (t CO2e)</source>
        <translation>设定年限内的累计碳影响，并集（t CO2e）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Check quantities against targets</source>
        <translation>规划指标核查</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Measures the indicators of a plan, holds them against their targets and balances, and map against table.</source>
        <translation>量算规划指标，与目标值和占补平衡比对，并核查图数一致。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Measures cultivated land, permanent basic farmland, ecological redline (land and sea), urban development boundary, construction land, forest, grassland, wetland, natural coast, development intensity, land per head and restoration on the plan and its lines, and holds them against the table of targets, for the whole plan and for each town.

Binding floors and caps allow no shortfall: the unrounded figure is judged. The tolerances of 1 ha and 0.1 percentage point stand for rounding between text, table and map; they explain a breach, but never excuse it. Expected and advisory indicators only warn. With the planning base (JQDLTB after 基数转换) the balances of cultivated land, forest and wetland and the expansion multiple are computed under the law of the given date. Indicators that no map shows are judged by their stated values. What cannot be measured is listed with what it lacks, never passed in silence; lines without legal force only give a trial (试算).</source>
        <translation>在规划方案和控制线上量算耕地、永久基本农田、生态保护红线（陆域、海域）、城镇开发边界、建设用地、林地、草原、湿地、自然岸线、国土开发强度、人均用地和生态修复面积，按全域和各乡镇与指标目标表比对。

约束性下限和上限不允许任何缺口：以未取整的数值判定。1公顷和0.1个百分点的容差仅对应文本、图件、表格之间的取整误差，只作说明，不予抵扣。预期性和建议性指标仅作提示。给出规划基期（基数转换后的JQDLTB）时，按指定日期的法规计算耕地、林地、湿地的占补平衡和扩展倍数。地图无法反映的指标按填报值判定。无法量算的逐项列出所缺资料，不会默认通过；无法定效力的控制线仅作试算。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Table of targets</source>
        <translation>指标目标表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>CSV, XLSX or any table with the columns indicator (number, id or name), direction (≥, ≤, =), target, unit (hm², 亩, 万亩, km², % …), binding, and optionally table_value (the plan's own table, or the stated value of what no map shows), text_value and unit_name (town). Template: resources/rules/targets_template.csv.</source>
        <translation>CSV、XLSX或任意表，列为：indicator（指标序号、标识或名称）、direction（≥、≤、=）、target（目标值）、unit（hm²、亩、万亩、km²、%等）、binding（指标属性），可选table_value（规划表中数，或地图无法反映的指标的填报值）、text_value（文本数）和unit_name（乡镇）。模板：resources/rules/targets_template.csv。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Fields with the official area of farmland, redline and boundary in the unit of AREA_UNIT, the first that a layer has; used with the area rule “attribute”.</source>
        <translation>永久基本农田、生态保护红线、城镇开发边界的法定面积字段，单位同AREA_UNIT，取图层中首个存在的字段；用于面积规则“attribute”。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Polygons of towns or villages, each with figures and targets of its own.</source>
        <translation>乡镇或村的面图层，各有量算值和目标值。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Field that names the unit.</source>
        <translation>存放统计单元名称的字段。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Lines of the coast for the natural coastline ratio.</source>
        <translation>岸线图层，用于自然岸线保有率。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Kind of coast</source>
        <translation>岸线类型</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Field that says natural (自然) or artificial (人工).</source>
        <translation>标明自然或人工的字段。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Added ecological restoration</source>
        <translation>新增生态修复</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Polygons of added restoration (新增生态修复面积).</source>
        <translation>新增生态修复的面图层。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Whether code 16 (留白用地) counts as construction land, a local choice.</source>
        <translation>16留白用地是否计入建设用地，由地方确定。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Table of the figures: measured, target, difference (in the unit of the target), result (pass, fail, warn, not_measured, no_target), legal basis and explanation.</source>
        <translation>指标结果表：量算值、目标值、差值（单位同目标值）、结果（pass通过、fail不通过、warn提示、not_measured未量算、no_target无目标）、依据和说明。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Table of present and planned area (ha) by class and unit (用地结构调整表).</source>
        <translation>分类、分单元的基期与规划面积（公顷），即用地结构调整表。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>indicator,target,quantity,balance,expansion,farmland,table,structure,指标,目标,耕地保有量,占补平衡,进出平衡,扩展倍数,图数一致,规划指标表,用地结构调整表</source>
        <translation>indicator,target,quantity,balance,expansion,farmland,table,structure,指标,目标,耕地保有量,占补平衡,进出平衡,扩展倍数,图数一致,规划指标表,用地结构调整表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Coastline</source>
        <translation>岸线</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Urban residents (persons)</source>
        <translation>城镇常住人口（人）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Persons, for the land per head (m²); empty: from the table of targets.</source>
        <translation>人数，用于人均用地（平方米）；留空则取自指标目标表。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Urban construction land of 2020 (ha)</source>
        <translation>2020年城镇建设用地（公顷）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Base of the expansion multiple (ha) by the 2020 change survey; empty: towns of the base.</source>
        <translation>扩展倍数的基数（公顷，2020年度变更调查）；留空则取规划基期的城镇建设用地。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Reserve (16) counts as construction</source>
        <translation>留白用地（16）计入建设用地</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Changes of use not larger than this (m²) are noise: stated, not balanced.</source>
        <translation>不大于该面积（平方米）的用途变化视为噪声：只列出，不计入平衡。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Changes of use not wider than this (m, 2·area/perimeter) are noise.</source>
        <translation>平均宽度（米，2×面积÷周长）不大于该值的用途变化视为噪声。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Indicators</source>
        <translation>规划指标</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Failed</source>
        <translation>不通过</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Warned</source>
        <translation>提示</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Not measured</source>
        <translation>未量算</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Figures of lines without legal force</source>
        <translation>试算指标数（控制线无法定效力）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Area of the plan (ha)</source>
        <translation>规划面积（公顷）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Plan outside every unit (ha)</source>
        <translation>单元以外的规划面积（公顷）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Conservation residual (ha)</source>
        <translation>面积守恒残差（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Check topology of parcels</source>
        <translation>图斑拓扑检查</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Finds overlaps, gaps, slivers, unmatched vertices, duplicates and invalid geometry in a parcel layer.</source>
        <translation>查找图斑图层中的重叠、空隙、细碎狭长图斑、未重合节点、重复图斑和无效几何。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Checks a layer of parcels by the rules on topology of the rule pack (T-01 to T-04): invalid, missing and multipart geometry, doubled vertices, duplicates, overlaps, gaps among the parcels and, with a scope, ground left uncovered and parcels beyond it, vertices that a neighbour lacks on the shared edge, acute angles below 10°, parcels below the minimum mapped area and narrow ones. Geometries are judged as they are stored; areas are measured on the ellipsoid, after repair.

Overlaps and gaps no wider than the tolerance or no larger than the noise limit are listed with noise = yes and counted apart. OVERLAPS and GAPS hold thin ones too, which SLIVERS counts together with narrow parcels. A vertex on an overlap belongs to the overlap. Vertices and angles are marked by squares of 1 m. Overlaps up to 0.001 m² show as unmatched vertices only; gaps that lead out of the parcels are seen up to the width of a sliver, wider ones with a scope.</source>
        <translation>按规则包的拓扑规则（T-01至T-04）检查图斑图层：无效、缺失和多部件几何，重复节点，重复图斑，重叠，图斑之间的空隙；给出范围时还检查范围内未覆盖处和超出范围的图斑；公共边上相邻图斑缺少的节点，小于10°的锐角，小于最小上图面积的图斑和狭长图斑。几何按存储的原样判断；面积在修复后按椭球面量算。

宽度不超过容差或面积不超过噪声限值的重叠和空隙列出并标记noise = yes，单独计数。OVERLAPS和GAPS包含狭长者，SLIVERS统计这些狭长者和狭长图斑。位于重叠处的节点归入该重叠。节点和锐角以1 m的方框标出。不大于0.001 m²的重叠只表现为未重合节点；通向图斑外部的空隙只能发现宽度不超过狭长限值的，更宽的须给出范围才能发现。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Parcels</source>
        <translation>图斑</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Polygons that should share edges, such as GHYDYH.</source>
        <translation>应共边的面要素，如GHYDYH。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Parcel id field</source>
        <translation>图斑标识字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Field that names the parcels in the findings (BSM); empty: the feature id.</source>
        <translation>结果中用于标识图斑的字段（BSM）；留空则用要素编号。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Scope of the plan</source>
        <translation>规划范围</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Polygons that the parcels should fill exactly (GHFW, XZQ); without them only holes among the parcels are gaps.</source>
        <translation>图斑应恰好铺满的范围面（GHFW、XZQ）；不给出时只有图斑之间的孔洞算作空隙。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Land-use code field</source>
        <translation>地类代码字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Field with the code by which the minimum mapped area is chosen, such as YDYHFLDM or DLBM.</source>
        <translation>据以确定最小上图面积的地类代码字段，如YDYHFLDM或DLBM。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Minimum area field</source>
        <translation>最小面积字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Numeric field with the minimum mapped area of a feature in m²; goes before the code.</source>
        <translation>存放各要素最小上图面积（m²）的数值字段，优先于地类代码。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>CSV with the columns code (prefix of the 2023 land-and-sea code) and min_area_m2; empty: 200 m² for construction and facility agriculture, 400 m² for other agricultural land, 600 m² for other land (resources/rules/min_mapped_area.csv).</source>
        <translation>含code（2023年用地用海代码前缀）和min_area_m2两列的CSV；留空：建设用地和设施农用地200 m²，其他农用地400 m²，其他地类600 m²（resources/rules/min_mapped_area.csv）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Topology findings</source>
        <translation>拓扑检查结果</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>One feature per finding: kind, ids of the parcels, area (m²), mean width (m), rule, severity, noise and remedy.</source>
        <translation>每条问题一个要素：类型、图斑标识、面积（m²）、平均宽度（m）、规则、严重程度、是否噪声和处置建议。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>topology,overlap,gap,sliver,vertex,duplicate,validity,coverage,minimum mapped area,拓扑,重叠,空隙,细碎图斑,狭长图斑,最小上图面积,接边,节点,质检</source>
        <translation>拓扑,重叠,空隙,细碎图斑,狭长图斑,最小上图面积,接边,节点,质检,topology,overlap,gap,sliver</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Table of minimum areas</source>
        <translation>最小上图面积表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Vertices nearer than this (m) are one, overlaps and gaps no wider are noise: 0.0001 m for survey databases, 0.001 m for plan drafts.</source>
        <translation>距离小于该值（m）的节点视为同一点，宽度不超过该值的重叠和空隙为噪声：调查数据库取0.0001 m，规划方案取0.001 m。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Overlaps and gaps not larger than this (m²) are noise: listed, counted apart.</source>
        <translation>面积不超过该值（m²）的重叠和空隙为噪声：列出，单独计数。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Error: area above (m²)</source>
        <translation>错误：面积大于（m²）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Overlaps and gaps not larger than this (m²) are warnings, to be mended by snapping.</source>
        <translation>面积不超过该值（m²）的重叠和空隙为警告，可通过捕捉修复。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Sliver: area up to (m²)</source>
        <translation>细碎：面积不大于（m²）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Overlaps and gaps not larger than this (m²) count as slivers.</source>
        <translation>面积不超过该值（m²）的重叠和空隙计为细碎面。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Sliver: mean width up to (m)</source>
        <translation>狭长：平均宽度不大于（m）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Overlaps and gaps not wider than this (m, 2·area/perimeter) count as slivers.</source>
        <translation>平均宽度（m，2×面积÷周长）不超过该值的重叠和空隙计为狭长面。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Edge match: misfit up to (m)</source>
        <translation>接边：偏差不大于（m）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Misfits along the border of the scope not wider than this (m) are information only.</source>
        <translation>沿范围边界宽度不超过该值（m）的偏差仅作提示。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Overlaps, without duplicates and noise</source>
        <translation>重叠数（不含重复图斑和噪声）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Gaps and uncovered ground, without noise</source>
        <translation>空隙和未覆盖处数（不含噪声）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Slivers: thin overlaps and gaps, narrow parcels</source>
        <translation>细碎狭长数：狭长重叠、空隙和狭长图斑</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Vertices that a neighbour lacks on the shared edge</source>
        <translation>相邻图斑公共边上缺少的节点数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Duplicate geometries</source>
        <translation>重复几何数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Invalid and missing geometries</source>
        <translation>无效和缺失几何数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Parcels below the minimum mapped area</source>
        <translation>小于最小上图面积的图斑数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Parcels beyond the scope</source>
        <translation>超出范围的图斑数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checktopology.py"/>
        <source>Findings for information</source>
        <translation>提示数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>decide by field name and codes</source>
        <translation>按字段名和代码自动判定</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>the field holds carbon classes</source>
        <translation>字段值为碳地类</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>ellipsoidal (measured)</source>
        <translation>椭球面积（量算）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>planar (measured)</source>
        <translation>平面面积（量算）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>attribute (survey area field)</source>
        <translation>属性面积（调查面积字段）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>m²</source>
        <translation>m²</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>ha</source>
        <translation>ha</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>stop</source>
        <translation>停止运行</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>leave out and list</source>
        <translation>剔除并列示</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>by the centre of the cell</source>
        <translation>按像元中心</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>by exact shares of area</source>
        <translation>按面积的精确份额</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>bring onto the grid of the first</source>
        <translation>重采样到前期网格</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>per tonne of carbon</source>
        <translation>每吨碳</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>per tonne of CO2</source>
        <translation>每吨 CO2</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>as InVEST</source>
        <translation>按 InVEST 定义</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>yearly payments</source>
        <translation>逐年支付</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>net flow of the year</source>
        <translation>当年净流量</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>inventory sink</source>
        <translation>清单碳汇</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>tradable sink</source>
        <translation>可交易碳汇</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>propagation of error</source>
        <translation>误差传播</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>Monte Carlo</source>
        <translation>蒙特卡洛</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>by area</source>
        <translation>按面积</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>by weights (dasymetric)</source>
        <translation>按权重（分区密度）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>by a smooth density (pycnophylactic)</source>
        <translation>按平滑密度（保量平滑）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>fitted to both totals (raking)</source>
        <translation>按两端总量拟合（迭代比例）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>total of the polygon or cell</source>
        <translation>多边形或像元的总量</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>per hectare</source>
        <translation>每公顷</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>normal</source>
        <translation>正态分布</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>lognormal</source>
        <translation>对数正态分布</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>triangular</source>
        <translation>三角分布</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>one row per entry</source>
        <translation>每条分录一行</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>one row per unit and year, items across</source>
        <translation>每个单元和年份一行，账目项为列</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>one row per unit and item, years across</source>
        <translation>每个单元和账目项一行，年份为列</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>constant rates</source>
        <translation>恒定速率</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>growth curves</source>
        <translation>生长曲线</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>by field</source>
        <translation>按字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>boreal, dry</source>
        <translation>北方（寒温带），干燥</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>boreal, moist</source>
        <translation>北方（寒温带），湿润</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>cool temperate, dry</source>
        <translation>冷温带，干燥</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>cool temperate, moist</source>
        <translation>冷温带，湿润</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>polar, dry</source>
        <translation>极地，干燥</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>polar, moist</source>
        <translation>极地，湿润</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>tropical, dry</source>
        <translation>热带，干燥</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>tropical, moist</source>
        <translation>热带，湿润</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>tropical, montane</source>
        <translation>热带，山地</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>tropical, wet</source>
        <translation>热带，潮湿</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>warm temperate, dry</source>
        <translation>暖温带，干燥</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>warm temperate, moist</source>
        <translation>暖温带，湿润</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>high-activity clay soils</source>
        <translation>高活性黏土</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>low-activity clay soils</source>
        <translation>低活性黏土</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>sandy soils</source>
        <translation>砂质土</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>spodic soils</source>
        <translation>灰化土</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>volcanic soils</source>
        <translation>火山灰土</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>wetland soils</source>
        <translation>湿地土</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>m³ of the stand</source>
        <translation>小班蓄积（m³）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>m³ per hectare</source>
        <translation>每公顷蓄积（m³）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>stock alone</source>
        <translation>只算储量</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>gain–loss</source>
        <translation>增减法</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>stock-difference</source>
        <translation>储量变化法</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>forest parameters</source>
        <translation>森林参数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>increment field</source>
        <translation>生长量字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>area of the unit</source>
        <translation>单元面积</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>removal of the unit</source>
        <translation>单元碳汇量</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>average, consumption based</source>
        <translation>平均因子（消费侧）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>average without traded non-fossil electricity</source>
        <translation>平均因子（不含市场化交易的非化石能源电量）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>fossil generation</source>
        <translation>化石能源电力</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>life-cycle footprint</source>
        <translation>全生命周期足迹</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>national emission trading</source>
        <translation>全国碳市场</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>existing stand</source>
        <translation>现有生境</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>created</source>
        <translation>新建</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>rewetted</source>
        <translation>恢复</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>drained</source>
        <translation>排干</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>extracted</source>
        <translation>开挖</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>SI units</source>
        <translation>国际单位制</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>Chinese county (hm², mu, 10⁴ t)</source>
        <translation>县级（hm²、亩、万吨）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>legal line</source>
        <translation>法定控制线</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>draft line</source>
        <translation>控制线草案</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>stand-in (trial only)</source>
        <translation>替代数据（仅供试算）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>land use</source>
        <translation>土地利用现状</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>three control lines over land use</source>
        <translation>三条控制线套合</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>carbon density</source>
        <translation>碳密度</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>net emission</source>
        <translation>净排放</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>warning levels</source>
        <translation>预警等级</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>A4 landscape</source>
        <translation>A4 横向</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>A4 portrait</source>
        <translation>A4 纵向</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>A3 landscape</source>
        <translation>A3 横向</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>A3 portrait</source>
        <translation>A3 纵向</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/choices.py"/>
        <source>PDF and PNG</source>
        <translation>PDF 和 PNG</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Compare plan drafts</source>
        <translation>规划方案比选</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Tells where two drafts plan different uses, what moving from A to B costs in carbon, and which findings appeared, stayed or vanished.</source>
        <translation>列出两个方案规划用途不同之处、由方案A改为方案B的碳代价，以及新增、延续和消除的冲突图斑。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Checks both drafts against the same lines and rules as “Check plan against control lines” does. A finding of B stays when A has it, too: by its key, or, where parcels were re-cut, by rule and line when the two share at least half of the smaller one; kept_share tells how much of its ground it had in A. Findings of A that B no longer has are listed as vanished.

The changes are the polygons where the planned codes differ. Their carbon is that of moving from A to B: stock loss (t CO2, one-off) and removal forgone (t CO2e/a, yearly), added only over the stated horizon; positive where B costs more. Ground that only one draft plans, ground without a code of the rules and digitising noise are listed apart and carry no carbon. Changed, unchanged and listed ground add up to the area of each draft.</source>
        <translation>按“规划方案与控制线冲突检测”的方法，用同样的控制线和规则检测两个方案。方案B的冲突图斑在方案A中也存在的，记为延续：按冲突标识识别；图斑重新划分的，规则和控制线相同且重叠部分不小于两者中较小者的一半，也视为同一冲突；kept_share 为其在方案A中已属冲突的面积占比。方案B中不再存在的方案A冲突图斑列为消除。

用途调整为规划代码不同的图斑。其碳量按由方案A改为方案B计算：碳储量损失（t CO2，一次性）和碳汇量损失（t CO2e/a，每年），仅按所设年限相加；方案B代价较大时为正。仅一个方案有规划的地块、没有规则代码的地块和数字化噪声单独列出，不计碳量。用途调整、未调整和单独列出的面积之和等于各方案面积。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Draft A (before)</source>
        <translation>方案A（调整前）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Draft B (after)</source>
        <translation>方案B（调整后）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Exemptions</source>
        <translation>豁免表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Table of approvals as for the plan check; they apply to both drafts.</source>
        <translation>批准文件清单，与规划冲突检测相同；对两个方案均适用。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Compared findings</source>
        <translation>冲突图斑比较</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>The findings of B (appeared or stayed) and those of A that vanished, with area (m²), the share of the ground that was a finding before (0–1), the severity that it had, and the fields of a plan check.</source>
        <translation>方案B的冲突（新出现或持续存在）和方案A中已消失的冲突，含面积（m²）、原已是冲突的面积占比（0–1）、原等级以及规划检测的各字段。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Changes of use</source>
        <translation>用途调整图斑</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>One polygon per pair of parcels with different codes: from and to code and class, area (ha), stock loss (t CO2), removal forgone (t CO2e/a) and carbon (t CO2e); and the ground of one draft only.</source>
        <translation>代码不同的每对图斑一个面：调整前后的代码和碳地类、面积（ha）、碳储量损失（t CO2）、碳汇量损失（t CO2e/a）和碳量（t CO2e）；并列出仅一个方案有规划的地块。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>plan,draft,compare,version,difference,change,carbon,finding,方案比选,版本对比,方案调整,前后对比,冲突变化,碳差异</source>
        <translation>plan,draft,compare,version,difference,change,carbon,finding,方案比选,版本对比,方案调整,前后对比,冲突变化,碳差异</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Findings that appeared in B</source>
        <translation>方案B新增的冲突图斑</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Findings of A that vanished</source>
        <translation>方案A已消除的冲突图斑</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Findings that stayed</source>
        <translation>延续的冲突图斑</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Area whose planned code changes (ha)</source>
        <translation>规划代码调整的面积（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Area whose planned code stays (ha)</source>
        <translation>规划代码未调整的面积（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Area that only draft A plans (ha)</source>
        <translation>仅方案A有规划的面积（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Area that only draft B plans (ha)</source>
        <translation>仅方案B有规划的面积（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Stock loss of moving from A to B (t CO2, one-off)</source>
        <translation>由方案A改为方案B的碳储量损失（t CO2，一次性）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Removal forgone by moving from A to B (t CO2e/a)</source>
        <translation>由方案A改为方案B的碳汇量损失（t CO2e/a）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Carbon of moving from A to B over the horizon (t CO2e)</source>
        <translation>由方案A改为方案B在所设年限内的碳量（t CO2e）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Carbon of moving from A to B, lower 95 % bound (t CO2e)</source>
        <translation>由方案A改为方案B的碳量，95%区间下限（t CO2e）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/comparedrafts.py"/>
        <source>Carbon of moving from A to B, upper 95 % bound (t CO2e)</source>
        <translation>由方案A改为方案B的碳量，95%区间上限（t CO2e）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Downscale emissions</source>
        <translation>碳排放空间化</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Brings the emissions of an inventory onto parcels by sector; what has no proxy is left over.</source>
        <translation>按部门将排放清单的排放量落到图斑；没有代理变量的部分单列为剩余。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Per unit, sector and scope: point sources first, each in the parcel that it lies in; the rest by E·w ÷ Σ w over the parcels of the unit (all parcels without a unit field). w of a sector is a class weight × area or floor area (table WEIGHTS: sector, class, weight, of; a class stands for all codes that begin with it, the longest wins), or for one sector the length of roads in the parcel × their flow. A weight with an item holds for that item of the sector alone: resources/factors/emission_weights_sea.csv brings fishery, ports and shipping onto their sea use by area.

CO2 alone goes the same way beside CO2e; rows whose CO2 is unknown are listed. A sector without a proxy is left over and listed, never spread in silence; negative proxies are refused. Parcels and what is left over make up the inventory to 1e-9, in each measure. Scope 3 arises elsewhere and is not placed. No intensities are shipped: weights come from local figures (kWh/m², t CO2/ha of surveyed plants). Blank table: resources/factors/emission_weights_template.csv.

A parcel's figure is an estimate by proxy: it says where the emissions of a sector are likely, not what a parcel emits.</source>
        <translation>按统计单元、部门和范围：先落点源，归入其所在图斑；其余按 E·w ÷ Σ w 分配到该单元的图斑（未给单元字段时为全部图斑）。部门的 w 为地类权重 × 用地面积或建筑面积（WEIGHTS 表：sector、class、weight、of；class 代表以其开头的全部代码，最长者优先），或对某一部门为图斑内道路长度 × 流量。带 item 的权重只用于该部门的这一项目：resources/factors/emission_weights_sea.csv 将渔业、港口和航运按面积落到相应用海。

单列 CO2 与 CO2e 按同样方式落图；CO2 未知的行会列出。没有代理变量的部门单列为剩余并列出，绝不悄然分摊；不接受负的代理变量。两种口径下，图斑与剩余之和均等于清单总量（1e-9）。范围3发生在别处，不落图。插件不附带强度：权重来自本地数值（kWh/m²、经调查企业的 t CO2/ha）。空白表：resources/factors/emission_weights_template.csv。

图斑的数值是按代理变量的估计：它说明某部门的排放可能在哪里，而不是某图斑排放了多少。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Output of “Emission inventory”, or a table with sector, emission_tco2e (t CO2e), and, optional, co2_t (t CO2), unit, scope and item.</source>
        <translation>“排放清单”的输出，或含 sector、emission_tco2e（t CO2e）的表，可另有 co2_t（t CO2）、unit、scope 和 item。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Polygons with a land-use code; overlaps count twice.</source>
        <translation>带用地代码的面；重叠部分计两次。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Field with the code, such as DLBM.</source>
        <translation>存放地类代码的字段，如DLBM。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Unit name field</source>
        <translation>统计单元名称字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Field that names the unit of a parcel as the inventory does. Empty: all units are one.</source>
        <translation>图斑所属统计单元名称的字段，名称与清单一致。留空：全部单元视为一个。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Class weights</source>
        <translation>地类权重</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Table with sector, class, weight per m² and of: area (also empty) or floor; item, where the weight holds for one item of the sector alone.</source>
        <translation>含 sector、class、每平方米 weight 和 of（area 或留空为用地面积，floor 为建筑面积）的表；item 表示权重只用于该部门的这一项目。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Floor area field</source>
        <translation>建筑面积字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Floor area of each parcel in m², for weights of “floor”.</source>
        <translation>各图斑的建筑面积（m²），用于“floor”权重。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>For the raster: side of its square cells in m.</source>
        <translation>用于栅格输出：方形像元的边长（m）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Parcels with emissions</source>
        <translation>带排放量的图斑</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>The parcels with t CO2e and t CO2 in all, per ha, of points and by sector; t CO2e by scope.</source>
        <translation>图斑及其 t CO2e 和 t CO2：总量、每公顷、点源和分部门；t CO2e 另按范围。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Placed and left over</source>
        <translation>落图与剩余</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>By unit, sector and scope: t CO2e and t CO2 on points, spread and left over, with reason.</source>
        <translation>按单元、部门和范围：点源、已分配和剩余的 t CO2e 与 t CO2，以及原因。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>GeoTIFF with t CO2e and t CO2 in every cell; parcels are shared out by area.</source>
        <translation>GeoTIFF，每个像元的 t CO2e 和 t CO2；图斑按面积分配到像元。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Points of enterprises and plants: those of the inventory (enterprise_id) by their id, others with the fields sector and emission_tco2e (t CO2e), optional co2_t (t CO2), scope and unit.</source>
        <translation>企业和电厂等点：清单中的企业（enterprise_id）按编号对应，其余须有字段 sector 和 emission_tco2e（t CO2e），可另有 co2_t（t CO2）、scope 和 unit。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Point id field</source>
        <translation>点编号字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Field with the id of each point source. Empty: id.</source>
        <translation>各点源编号的字段。留空：id。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Lines by whose length and flow one sector is spread.</source>
        <translation>按其长度和流量分摊某一部门排放的线。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Flow field</source>
        <translation>流量字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Vehicles on each road, in any unit that is the same for all. Empty: by length alone.</source>
        <translation>各道路的车流量，计量单位一致即可。留空：仅按长度。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Sector that is spread by roads.</source>
        <translation>按道路分摊的部门。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>emission,downscaling,parcel,proxy,point source,碳排放,空间化,降尺度,地块,点源,代理变量</source>
        <translation>emission,downscaling,parcel,proxy,point source,碳排放,空间化,降尺度,地块,点源,代理变量</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Cell size (m)</source>
        <translation>像元大小（m）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Emissions on a grid</source>
        <translation>排放栅格</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Total emission of the inventory (t CO2e)</source>
        <translation>清单排放总量（t CO2e）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Emission on point sources (t CO2e)</source>
        <translation>点源排放量（t CO2e）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Emission left over (t CO2e)</source>
        <translation>剩余排放量（t CO2e）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Total CO2 of the inventory (t CO2)</source>
        <translation>清单 CO2 总量（t CO2）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>CO2 on point sources (t CO2)</source>
        <translation>点源 CO2（t CO2）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>CO2 left over (t CO2)</source>
        <translation>剩余 CO2（t CO2）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Point sources</source>
        <translation>点源</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Roads</source>
        <translation>道路</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/downscaleemissions.py"/>
        <source>Sector on roads</source>
        <translation>道路部门</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Scope 1, direct (t CO2e)</source>
        <translation>范围1，直接排放（t CO2e）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Scope 2, purchased electricity and heat (t CO2e)</source>
        <translation>范围2，外购电力和热力（t CO2e）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Scope 3, in no total (t CO2e)</source>
        <translation>范围3，不计入总量（t CO2e）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Total if every system took off the local photovoltaics for itself (t CO2e)</source>
        <translation>若各系统各自扣减本地光伏时的总量（t CO2e）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Bias of isolated accounts of electricity (isolated − coupled)/coupled</source>
        <translation>用电孤立核算的偏差（孤立 − 耦合）/耦合</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Share of the emission on factors below grade secondary (0–1)</source>
        <translation>依据等级低于“secondary（二手）”因子的排放量份额（0–1）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Share of the emission without an interval (0–1)</source>
        <translation>没有区间的排放量份额（0–1）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Emissions of a year from activity tables, by unit, sector and scope, each tonne counted once.</source>
        <translation>由活动水平表计算一年的排放量，按单元、部门和范围，每吨只计一次。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>E = activity · factor · GWP. Each row of the activity table is one activity: unit, year, sector, amount and amount_unit, with a carrier (electricity, diesel …), a factor_id of the factor library, or a factor_value with unit and source of its own. Yearbook tables with a column for each carrier or sector, such as 原煤（吨）, are read as they are. Blank table: resources/factors/activity_template.csv and .xlsx; its columns and words stand in resources/factors/activity_template_README.md.

Formulas (IPCC 2006 Guidelines and 2019 Refinement; NDRC guidelines for fuels): fuels NCV · CC · OF · 44/12; rice A · EF · days; nitrogen N · EF · 44/28; landfills at once (W · MCF · DOC · DOCf · F · 16/12 − R)(1 − OX), or by first-order decay of the waste of earlier years; trips P · trips · share · km ÷ occupancy · 365.

Nothing counts twice: scopes are kept apart and scope 3 is in no total; energy used as raw material, input of transformation and fuel of international voyages are left out; rows of a registered enterprise are replaced by its own figure, and what is part of another entry or sector is taken off it; local photovoltaics are netted once on the grid node of their unit, EF · max(0, D − PV)/D; electricity factors are all of one family. CO2 alone stands beside CO2e. No figure per hectare of built-up land is used.

The sea is territory: fishery, ports and shipping are sectors of their own. Its removals belong to “Blue carbon”.

Bounds (95 %, IPCC approach 1): one factor is one draw for all rows that use it; factors are independent. Potentials carry no interval. Shares of a larger balance are flagged.</source>
        <translation>E = 活动水平 · 排放因子 · GWP。活动水平表一行为一项活动：unit、year、sector、amount、amount_unit，并给出能源品种（电力、柴油等）、因子库的 factor_id，或自有的 factor_value 及其单位和来源。每个品种或部门占一列的年鉴表（如“原煤（吨）”）可直接读取。空白表：resources/factors/activity_template.csv 和 .xlsx；列和用词见 resources/factors/activity_template_README.md。

公式（IPCC 2006指南及2019精细化；燃料按国家发展改革委核算指南）：燃料 NCV · CC · OF · 44/12；水稻 A · EF · 天数；氮肥 N · EF · 44/28；填埋可当年一次计入 (W · MCF · DOC · DOCf · F · 16/12 − R)(1 − OX)，或按往年垃圾的一阶衰减；出行 P · 次数 · 分担率 · km ÷ 载客数 · 365。

不重复计算：各范围分开，范围3不计入总量；用作原料的能源、加工转换投入和国际航行燃料不计；登记企业的活动行由其自身数值替代，属于另一条目或另一部门的部分从中扣除；本地光伏在所在单元的电网节点上只扣一次，EF · max(0, D − PV)/D；电力因子同属一类。单列 CO2 与 CO2e 并列。不使用建设用地每公顷的数值。

海域同属国土：渔业、港口和航运各为部门。海域的碳汇量归“蓝碳”。

区间（95%，IPCC方法1）：同一因子对使用它的全部行视为同一次抽样；因子之间相互独立。GWP 不带区间。由更大范围平衡表拆分的行加注标记。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Activity data</source>
        <translation>活动水平数据</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Table of activities (CSV, XLSX or any layer), each amount in the unit of measure it names.</source>
        <translation>活动水平表（CSV、XLSX 或任意图层），各数量按其所注计量单位。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Calendar year; rows of other years are left out, but for the waste that landfills still hold. Empty: the only year of the table.</source>
        <translation>日历年；其他年份的行不计，但填埋场中仍在分解的往年垃圾除外。留空：表中唯一的年份。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Keys to split a larger balance</source>
        <translation>上级平衡表拆分指标</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Table with of, unit, year, key, value and source: rows of activity with a split_key are the balance of a larger unit (“of”) and are split by value (persons, yuan, any unit of measure that is the same for all), flagged. Blank table: resources/factors/emission_split_template.csv.</source>
        <translation>含 of、unit、year、key、value 和 source 的表：活动水平表中带 split_key 的行为上级单元（of）的平衡表数值，按 value（人、元等，单位一致即可）拆分到各单元并加注标记。空白表：resources/factors/emission_split_template.csv。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Register of enterprises, parks and products</source>
        <translation>企业、园区和产品登记表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Table or layer with verified emissions (t CO2, t CO2e) by id, sector, unit, year and scope; they replace the activity rows with that enterprise_id. What is part of another entry (part_of) counts once. Blank table: resources/factors/emission_register_template.csv.</source>
        <translation>含编号、部门、单元、年份、范围和经核查排放量（t CO2、t CO2e）的表或图层；替代带该 enterprise_id 的活动行。属于另一条目（part_of）的部分只计一次。空白表：resources/factors/emission_register_template.csv。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>For a register without geometries: of its columns x and y (degrees or metres).</source>
        <translation>用于没有几何的登记表：其列 x、y 的坐标系（度或米）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Inventory of the city or province</source>
        <translation>市级或省级清单</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Table with sector and co2_t (t CO2) or emission_tco2e (t CO2e), optional unit and scope (1, 2), to be held against the account.</source>
        <translation>含 sector 和 co2_t（t CO2）或 emission_tco2e（t CO2e）的表，可另有 unit 和 scope（1、2），用于与本账户对照。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Sectors</source>
        <translation>部门</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Table with the columns sector (id) and, optional, name_en, name_zh, names and usually_in. Empty: resources/factors/sectors.csv (no unit of measure).</source>
        <translation>含列 sector（编号）的表，可另有 name_en、name_zh、names 和 usually_in。留空：resources/factors/sectors.csv（无计量单位）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Global warming potentials</source>
        <translation>全球增温潜势</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>IPCC report whose 100-year potentials turn t CH4 and t N2O into t CO2e.</source>
        <translation>取其100年增温潜势将 t CH4 和 t N2O 折算为 t CO2e 的IPCC报告。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Family of electricity factors</source>
        <translation>电力因子类别</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>One family for the whole account (kg CO2/kWh); a factor of another one is refused.</source>
        <translation>整个核算只用一类（kg CO2/kWh）；其他类别的因子拒绝使用。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Two digits of GB/T 2260, such as 33: whose electricity factor (kg CO2/kWh) is taken where the table names none. Empty: the national one.</source>
        <translation>GB/T 2260 的两位代码，如 33：表中未指明时取该省的电力因子（kg CO2/kWh）。留空：全国因子。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>One row per activity and registered enterprise: t CO2, t CH4, t N2O, t CO2e with bounds.</source>
        <translation>每项活动和每个登记企业一行：t CO2、t CH4、t N2O、t CO2e 及区间。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>The register as points: verified emissions (t CO2, t CO2e), state of verification, certificate, audit, and the difference to what its activity rows give.</source>
        <translation>登记表点图层：经核查排放量（t CO2、t CO2e）、核查状态、证书、审计记录，以及与其活动行计算值的差值。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Total CO2, scope 1 and 2 (t CO2)</source>
        <translation>二氧化碳总量，范围1和2（t CO2）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Total emission, scope 1 and 2 (t CO2e)</source>
        <translation>温室气体排放总量，范围1和2（t CO2e）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>emission,inventory,activity data,energy,industry,scope,碳排放,排放清单,活动水平,能源,工业,范围</source>
        <translation>emission,inventory,activity data,energy,industry,scope,碳排放,排放清单,活动水平,能源,工业,范围</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Coordinate system of x and y in the register</source>
        <translation>登记表 x、y 的坐标系</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Province code</source>
        <translation>省级代码</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Register as points</source>
        <translation>登记表点图层</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Bottom-up and top-down by sector and scope with the difference (t CO2, t CO2e).</source>
        <translation>分部门、分范围的自下而上与自上而下数值及差值（t CO2、t CO2e）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Amounts and t CO2e by sector and carrier, with what isolated accounts would state and their bias (%).</source>
        <translation>按部门和能源品种的数量与 t CO2e，以及孤立核算会得出的数值及其偏差（%）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Rows in no total</source>
        <translation>不计入总量的行</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/emissioninventory.py"/>
        <source>Rows left out with their reason, and what they would emit (t CO2e).</source>
        <translation>未计入的行及其原因，以及其相应排放量（t CO2e）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/file_checks.py"/>
        <source>Problems</source>
        <translation>问题清单</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/file_checks.py"/>
        <source>Table with one row per problem: row, column, reason.</source>
        <translation>每个问题一行：行号、列名、原因。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/file_checks.py"/>
        <source>Rows read</source>
        <translation>读取行数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/file_checks.py"/>
        <source>Problems found</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/file_checks.py"/>
        <source>Tables (*.csv *.xlsx *.ods);;All files (*)</source>
        <translation>表格 (*.csv *.xlsx *.ods);;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Forest carbon of stands</source>
        <translation>森林小班碳储量</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Biomass carbon of forest stands from species, age and growing stock, and its yearly change.</source>
        <translation>由树种、年龄和蓄积量计算森林小班的生物量碳及其年变化。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Stock = volume × BCEF × (1 + R) × CF, above and below ground apart (t C); BCEF by growing stock (m³/ha), R by above-ground biomass (t d.m./ha). Where a species has wood density and BEF of its own, BCEF = density × BEF. Dead organic matter and soil are not claimed.

METHOD stock: stocks alone; fluxes stay with the factor set. gain_loss: removal = area × growth × (1 + R) × CF, with growth from the table or the increment × BCEF of increment; emission = harvest × BCEF of removals × (1 + R) × CF + disturbed area × biomass × (1 + R) × CF × share lost, all in the year (tier 1). stock_difference: change of stock between two volumes over the years. All × 44/12, t CO2e/a, both positive. One method at a time: fields of another are refused.

Intervals: relative widths of BCEF, R and CF in quadrature (approach 1); stands that take one value move together. Bamboo has no growing stock and is not claimed; stands without figures are listed and not in the output.

The output is a method layer: give it to “Sink baseline” as METHOD_LAYERS.

Method: IPCC 2006 Guidelines Vol. 4, Ch. 2, eq. 2.5–2.14; tables 4.3–4.5 and 4.9.</source>
        <translation>储量 = 蓄积量 × BCEF ×（1 + R）× CF，地上、地下分列（t C）；BCEF 按蓄积量级（m³/公顷）、R 按地上生物量级（t 干物质/公顷）取值。树种有自己的木材密度和 BEF 时，BCEF = 木材密度 × BEF。死有机质和土壤不予认领。

METHOD 为 stock：只算储量，通量仍按系数集。gain_loss（增减法）：碳汇量 = 面积 × 生长量 ×（1 + R）× CF，生长量取自参数表，或为蓄积生长量 × 生长用 BCEF；排放量 = 采伐量 × 采伐用 BCEF ×（1 + R）× CF + 受干扰面积 × 生物量 ×（1 + R）× CF × 损失比例，均计入当年（第一层级）。stock_difference（储量变化法）：两期蓄积量对应储量之差除以年数。均 × 44/12，单位 t CO2e/a，两者均为正。一次只用一种方法：给出其他方法的字段时拒绝运行。

区间：BCEF、R、CF 的相对半宽按平方和开方合成（方法 1）；取同一数值的小班一起变动。竹林没有蓄积量，不予认领；没有数字的小班列出，但不写入输出。

输出是方法图层：作为 METHOD_LAYERS 交给“碳汇本底”。

方法：IPCC 2006 指南第 4 卷第 2 章式 2.5–2.14；表 4.3–4.5 和 4.9。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Forest stands</source>
        <translation>森林小班</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Polygons of stands (小班) with species and volume; only the selected features when so chosen.</source>
        <translation>带树种和蓄积量的小班面；选择时只用选中要素。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Species field</source>
        <translation>树种字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Field with the dominant species or species group (SHU_ZHONG, YOU_SHI_SZ), as name or code.</source>
        <translation>优势树种或树种组字段（SHU_ZHONG、YOU_SHI_SZ），可为名称或代码。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Volume field</source>
        <translation>蓄积量字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Field with the growing stock (蓄积量) in the unit of VOLUME_KIND; empty values are not known.</source>
        <translation>蓄积量字段，单位见 VOLUME_KIND；空值表示未知。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>What the volume field holds</source>
        <translation>蓄积量字段的含义</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>m3: volume of the whole stand, m³; m3_per_ha: volume per hectare, m³/ha.</source>
        <translation>m3：整个小班的蓄积量，m³；m3_per_ha：每公顷蓄积量，m³/公顷。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Forest parameters</source>
        <translation>森林参数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Parameters by species: the id of a shipped set (ipcc/temperate, ipcc/boreal, ipcc/mediterranean, ipcc/humid_tropical: zones of the IPCC tables), or the path of a CSV or XLSX with local values (template: resources/factors/forest_template.csv).</source>
        <translation>分树种参数：内置参数集的标识（ipcc/temperate、ipcc/boreal、ipcc/mediterranean、ipcc/humid_tropical，即 IPCC 各表的气候区），或含本地参数的 CSV、XLSX 路径（模板：resources/factors/forest_template.csv）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Age field</source>
        <translation>年龄字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Field with the age of the stand in years, for values by age.</source>
        <translation>林分年龄字段，单位年，用于按年龄取值的参数。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Age group field</source>
        <translation>龄组字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Field with the age group (龄组), 1 to 5 or 幼龄林 to 过熟林, for values by age group.</source>
        <translation>龄组字段，1 至 5 或幼龄林至过熟林，用于按龄组取值的参数。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Stand id field</source>
        <translation>小班编号字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Field that names the stands in messages (小班号); empty: the feature id.</source>
        <translation>提示中用来称呼小班的字段（小班号）；留空：要素编号。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>stock: stocks alone; gain_loss: growth less harvest and disturbance of a year; stock_difference: change between two volumes.</source>
        <translation>stock：只算储量；gain_loss：一年的生长减去采伐和干扰；stock_difference：两期蓄积量之间的变化。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Growth (gain_loss)</source>
        <translation>生长量（增减法）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>parameters: yearly growth of biomass from the forest parameters, t d.m./(ha·a); increment: from INCREMENT_FIELD.</source>
        <translation>parameters：森林参数中的年生物量生长，t 干物质/(公顷·年)；increment：取自 INCREMENT_FIELD。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Bark in percent of the volume over bark, where the harvest is given under bark: it is divided by (1 − share). Empty: over bark. State the source of the share in your report.</source>
        <translation>采伐量为去皮材积时，树皮占带皮材积的百分数：采伐量除以（1 − 比例）。留空：带皮材积。请在报告中说明该比例的来源。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Earlier volume field (stock_difference)</source>
        <translation>前期蓄积量字段（储量变化法）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Field with the growing stock at the earlier date, in the unit of VOLUME_KIND.</source>
        <translation>前期蓄积量字段，单位见 VOLUME_KIND。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Years between the two dates.</source>
        <translation>两期之间的年数。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Forest carbon</source>
        <translation>森林碳储量</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>The stands that have figures, with their fields, densities (t C/ha), stock (t C), removal and emission (t CO2e/a) with bounds, and what the figures account for.</source>
        <translation>有数字的小班，含原字段、碳密度（t C/公顷）、碳储量（t C）、碳汇量和排放量（t CO2e/a）及上下限，以及这些数字所核算的碳库与过程。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Forest carbon by species</source>
        <translation>分树种森林碳储量</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Table by species: stands, area (ha), volume (m³), stocks (t C) and fluxes (t CO2e/a).</source>
        <translation>分树种表：小班数、面积（公顷）、蓄积量（m³）、碳储量（t C）和通量（t CO2e/a）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>forest,stand,sub-compartment,growing stock,BCEF,biomass,gain-loss,harvest,IPCC,森林,小班,蓄积量,树种,生物量,增减法,碳储量</source>
        <translation>森林,小班,蓄积量,树种,生物量,增减法,碳储量,采伐,forest,stand,growing stock,BCEF,biomass,gain-loss,IPCC</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Increment field (gain_loss)</source>
        <translation>生长量字段（增减法）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Field with the yearly gross growth of volume, m³/(ha·a).</source>
        <translation>蓄积年总生长量字段，m³/(公顷·年)。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Harvest field (gain_loss)</source>
        <translation>采伐量字段（增减法）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Field with the volume taken out of the stand in a year, m³/a; empty is none.</source>
        <translation>一年内从小班采出的材积字段，m³/年；空值为没有。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Disturbed area field (gain_loss)</source>
        <translation>受干扰面积字段（增减法）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Field with the area of the stand disturbed in a year, ha/a; empty is none.</source>
        <translation>小班一年内受干扰的面积字段，公顷/年；空值为没有。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Share lost field (gain_loss)</source>
        <translation>损失比例字段（增减法）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Field with the share of biomass lost on disturbed ground (fd), 0–1; without it all is lost.</source>
        <translation>受干扰地块生物量损失比例（fd）字段，0–1；没有该字段则全部损失。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Biomass of disturbed ground field (gain_loss)</source>
        <translation>受干扰地块生物量字段（增减法）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Field with the above-ground biomass of the disturbed ground (B_W), t d.m./ha; empty: that of the stand by its volume.</source>
        <translation>受干扰地块地上生物量（B_W）字段，t 干物质/公顷；空值：由小班蓄积量推算。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Bark in the harvest (gain_loss)</source>
        <translation>采伐量的树皮率（增减法）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/forestcarbon.py"/>
        <source>Years between the volumes (stock_difference)</source>
        <translation>两期间隔年数（储量变化法）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/given_values.py"/>
        <source>{parameter} is {value:.10g}; it lies from {least:.10g} to {most:.10g}. Correct it.</source>
        <translation>参数 {parameter} 的值为 {value:.10g}，取值范围为 {least:.10g} 至 {most:.10g}。请更正。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/given_values.py"/>
        <source>{parameter} is {value:.10g}, but only whole numbers count. Correct it.</source>
        <translation>参数 {parameter} 的值为 {value:.10g}，但只能是整数。请更正。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/given_values.py"/>
        <source>{parameter} is “{value}”, which is no number. Write it with digits and a decimal point.</source>
        <translation>参数 {parameter} 的值“{value}”不是数。请用数字和小数点书写。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/law_parameters.py"/>
        <source>Rule pack</source>
        <translation>规则包</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/law_parameters.py"/>
        <source>Id of a shipped rule pack (cn_national, or a stricter one that extends it: cn_guangdong, cn_qingdao), or the path of an own CSV or XLSX; resources/rules/template_README.md tells how to write one.</source>
        <translation>随附规则包的标识（cn_national，或在其上加严的 cn_guangdong、cn_qingdao），或自备 CSV、XLSX 的路径；编写方法见 resources/rules/template_README.md。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/law_parameters.py"/>
        <source>The rules in force on this day apply; empty: today. The date is printed and recorded.</source>
        <translation>采用该日有效的规则；留空为当日。该日期在报告中列出并记入运行清单。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/law_parameters.py"/>
        <source>Language of remedies</source>
        <translation>处置建议语言</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/law_parameters.py"/>
        <source>Language of the texts written into the outputs: zh or en.</source>
        <translation>写入输出成果的文字所用语言：zh或en。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/law_parameters.py"/>
        <source>Date of the law (YYYY-MM-DD)</source>
        <translation>法规截止日期（YYYY-MM-DD）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Map sheet</source>
        <translation>图件输出</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Fills a print layout with map, legend, table and figure and writes its pages.</source>
        <translation>用地图、图例、表格和图填充打印布局，并输出各页。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Opens the template of a theme (resources/layouts, or one of your own), themes the layers, and writes one sheet, or one page for each unit: land use in the colours of the land-and-sea guide, the three control lines over land use, carbon density (t C/ha), net emission (t CO2e/a), warning levels. Files are named code of the area + place + map + year + [unit], as PDF, PNG, or both. Scales are round numbers. Hatches and dashes tell apart what colour alone would.

The layout can be kept in the open project for further editing; its words are variables (sheet_title, sheet_producer …). An own template needs a map with the item id “map”; the ids title, legend, scale_bar, north_arrow, table, figure, imprint are filled where it has them.

Colours of land use: resources/styles/landsea_colours.csv, after the drawing norm of municipal plans of 2021 as transcribed by a third party, not verified; see resources/styles/SOURCES.md. Stand-in lines mark the sheet as a trial.</source>
        <translation>打开某一专题的模板（resources/layouts，或自备模板），按专题设置图层样式，输出一幅图，或每个统计单元一页：按用地用海分类指南配色的土地利用现状、叠加三条控制线的用地、碳密度（t C/ha）、净排放（t CO2e/a）、预警等级。文件名为行政区代码 + 行政区 + 图名 + 年份 + [单元]，格式为 PDF、PNG 或两者。比例尺取整。除颜色外另以填充线和虚线区分。

布局可保留在打开的项目中继续编辑；其文字为变量（sheet_title、sheet_producer 等）。自备模板须有项目 ID 为“map”的地图；ID 为 title、legend、scale_bar、north_arrow、table、figure、imprint 的项目若有则填充。

用地颜色：resources/styles/landsea_colours.csv，依据 2021 年市级国土空间总体规划制图规范（试行）的第三方转录，未经核实；见 resources/styles/SOURCES.md。控制线为替代数据时，图件标注“试算”。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Folder for the files; files of the same names in it are replaced.</source>
        <translation>存放文件的文件夹；其中同名文件将被替换。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Theme</source>
        <translation>专题</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>What the map shows; each theme has a template of its own.</source>
        <translation>地图表达的内容；每个专题有各自的模板。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Land use or planned use for land_use and lines; an output with density_tc_ha or stock_tc and area_ha, or a density raster (t C/ha), for density; with net_tco2e_a (t CO2e/a) for net; the standing of “Monitor accounts” for warning.</source>
        <translation>land_use 和 lines 用现状或规划用地；density 用含 density_tc_ha 或 stock_tc 与 area_ha 的输出，或密度栅格（t C/ha）；net 用含 net_tco2e_a（t CO2e/a）的输出；warning 用“碳账户监测预警”的监测结果。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Field with the code, such as DLBM or YDYHFLDM, for land_use and lines.</source>
        <translation>地类编码字段，如 DLBM 或 YDYHFLDM，用于 land_use 和 lines。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Control-line layers above the map; their types are told by their names (YJJBNTBHTB …).</source>
        <translation>叠加在地图上的控制线图层；类型由图层名判断（YJJBNTBHTB 等）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Status of the lines</source>
        <translation>控制线状态</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>legal: approved lines; draft and standin are named in the legend, standin marks a trial.</source>
        <translation>legal：已批准的控制线；draft 和 standin 在图例中注明，standin 标注为试算。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Polygons of the units: one page for each. Empty: one sheet of the whole layer.</source>
        <translation>统计单元面图层：每个单元一页。留空：整个图层一幅图。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Field that names the unit, such as XZQMC; features of one name are one page.</source>
        <translation>单元名称字段，如 XZQMC；同名要素为一页。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Table beside the map, such as the baseline per unit and class.</source>
        <translation>地图旁的表格，如分单元分地类的本底表。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Columns shown, in this order, in their units of measure. Empty: all.</source>
        <translation>按此顺序显示的列，数值用各自的计量单位。留空：全部。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Unit name field of the table</source>
        <translation>表格的单元名称字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Field by which a page shows the rows of its unit. Empty: unit, where the table has it.</source>
        <translation>各页据此显示本单元各行的字段。留空：表格有 unit 字段时用之。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Image (PNG, JPG) or SVG beside the map, such as a chart.</source>
        <translation>地图旁的图片（PNG、JPG）或 SVG，如统计图。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Name of the map (图名). Empty: that of the theme.</source>
        <translation>图名。留空：用专题的图名。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Who made the map; printed at its foot.</source>
        <translation>制图单位；印在图下方。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Calendar year of the map, for its title and file names.</source>
        <translation>地图年份，用于标题和文件名。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Language of the map: zh or en.</source>
        <translation>地图语言：zh 或 en。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Paper</source>
        <translation>图幅</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Paper of a shipped template; a template of your own keeps its own.</source>
        <translation>自带模板的图幅；自备模板保持其自身图幅。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>pdf, png, or both of each page.</source>
        <translation>每页输出 pdf、png 或两者。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Number of dots per inch of PNG files and of what a PDF holds as an image.</source>
        <translation>PNG 文件以及 PDF 中图像部分每英寸的点数。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Print-layout template (.qpt) instead of the shipped one of the theme.</source>
        <translation>代替专题自带模板的打印布局模板（.qpt）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Adds the layout and its layers to the open project, to go on editing there.</source>
        <translation>将布局及其图层加入打开的项目，以便继续编辑。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>map,sheet,layout,atlas,PDF,PNG,land use,lines,图件,制图,图集,布局,三线套合,现状图</source>
        <translation>地图,图件,布局,图集,PDF,PNG,用地,控制线,map,sheet,layout,atlas,制图,三线套合,现状图</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Folder of the sheets</source>
        <translation>图件文件夹</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Control lines</source>
        <translation>控制线</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Columns of the table</source>
        <translation>表格的列</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Figure</source>
        <translation>插图</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Resolution (dpi)</source>
        <translation>分辨率（dpi）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Own template</source>
        <translation>自备模板</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/mapsheet.py"/>
        <source>Keep the layout in the project</source>
        <translation>将布局保留在项目中</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/models.py"/>
        <source>Models</source>
        <translation>流程模型</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/models.py"/>
        <source>Sink baseline with its report</source>
        <translation>碳汇本底核算与报告</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/models.py"/>
        <source>Attaches carbon factors, accounts the sink baseline of every unit and writes the report.</source>
        <translation>挂接碳系数，核算各统计单元的碳汇本底，并生成报告。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/models.py"/>
        <source>Runs “Attach carbon factors”, “Sink baseline” and the report one after the other on one land-use layer: stock (t C), removal and emission (t CO2e/a) per statistical unit with 95 % intervals, and the map of carbon density.

The figures are those of the tools run one by one; methods, units and sources stand in their help. The manifests of both runs go into the report.</source>
        <translation>对同一用地图层依次运行“挂接碳系数”“碳汇本底”和报告工具：按统计单元给出碳储量（t C）、碳汇量与排放量（t CO2e/a）及其95%区间，并绘制碳密度图。

所得数字与逐个运行各工具相同；方法、单位和来源见各工具的帮助。两次运算的运行清单一并写入报告。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/models.py"/>
        <source>model,baseline,stock,removal,report,模型,碳汇本底,碳储量,报告</source>
        <translation>model,baseline,stock,removal,report,模型,碳汇本底,碳储量,报告</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/models.py"/>
        <source>Plan check with its report</source>
        <translation>规划冲突检测与报告</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/models.py"/>
        <source>Checks a plan draft against its control lines and writes the report of the findings.</source>
        <translation>对照控制线检测规划方案，并生成冲突检测报告。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/models.py"/>
        <source>Runs “Check plan against control lines” and the report: findings (m²) with legal basis and remedy, carbon at stake (t CO2, t CO2e/a), the result of every parcel and the summary per rule.

The figures are those of the tools run one by one; methods, units and sources stand in their help.</source>
        <translation>运行“规划冲突检测”和报告工具：冲突图斑（m²）及其法规依据和处置建议，碳影响（t CO2、t CO2e/a），各地块检测结果和分规则汇总。

所得数字与逐个运行各工具相同；方法、单位和来源见各工具的帮助。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/models.py"/>
        <source>model,plan,check,control line,report,模型,规划检测,三区三线,冲突,报告</source>
        <translation>model,plan,check,control line,report,模型,规划检测,三区三线,冲突,报告</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/models.py"/>
        <source>Two drafts compared, with the report</source>
        <translation>规划方案比选与报告</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/models.py"/>
        <source>Compares the findings and the carbon of two drafts of a plan and writes the report.</source>
        <translation>比较两个规划方案的冲突图斑和碳影响，并生成报告。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/models.py"/>
        <source>Runs “Compare plan drafts” and the report: findings that appeared, stayed or vanished (m²), parcels whose planned use differs (ha), and the difference of carbon at stake (t CO2e).

The figures are those of the tools run one by one; methods, units and sources stand in their help.</source>
        <translation>运行“规划方案比选”和报告工具：新增、保留和消除的冲突图斑（m²），规划用途不同的地块（ha），以及碳影响之差（t CO2e）。

所得数字与逐个运行各工具相同；方法、单位和来源见各工具的帮助。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/models.py"/>
        <source>model,draft,comparison,plan,report,模型,方案比选,规划方案,报告</source>
        <translation>model,draft,comparison,plan,report,模型,方案比选,规划方案,报告</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/models.py"/>
        <source>Carbon account of a year</source>
        <translation>年度碳账户</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/models.py"/>
        <source>Accounts sinks and emissions of a year, posts both to the account book, reads the year back and writes the account report.</source>
        <translation>核算一个年度的碳汇与排放，写入碳账户，读回当年账目并生成碳账户报告。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/models.py"/>
        <source>Runs “Sink baseline” on the land use and “Emission inventory” on the activity data, posts both accounts to the book, reads the entries of the year and writes the account report: stock (t C), removal and emission (t CO2e/a) per unit and sector.

Units of the layer and of the activity table must bear the same names. Running it again for the same year supersedes entries that differ and keeps the others.</source>
        <translation>对用地数据运行“碳汇本底”，对活动水平数据运行“排放清单”，将两类账目写入碳账户，读取当年账目并生成碳账户报告：按单元和部门给出碳储量（t C）、碳汇量与排放量（t CO2e/a）。

图层与活动水平表中的统计单元名称应一致。同一年度重复运行时，有变化的账目以新版本替代，其余保持不变。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/models.py"/>
        <source>model,account,book,emission,sink,year,模型,碳账户,年度,台账,报告</source>
        <translation>model,account,book,emission,sink,year,模型,碳账户,年度,台账,报告</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/models.py"/>
        <source>The model “{path}” cannot be read. Install the plugin anew.</source>
        <translation>无法读取模型“{path}”，请重新安装插件。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/models.py"/>
        <source>The model “{path}” does not belong to this version (name “{name}”, missing tools: {tools}). Install the plugin anew.</source>
        <translation>模型“{path}”不属于当前版本（名称“{name}”，缺少的工具：{tools}）。请重新安装插件。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Monitor accounts</source>
        <translation>碳账户监测预警</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Progress, use of the budget, trend and green, yellow or red for every indicator and unit.</source>
        <translation>各单元各指标的进度、预算使用、趋势及绿、黄、红预警等级。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Holds the entries of the account book against a table of targets with one row per year: unit, item, role (base, path, target), year, value; optional: scope, direction (falls, rises), budget (yes, no), and the limits green_progress, green_use, yellow_progress, yellow_use. Without a scope, an item booked by scope counts with the sum of scopes 1 and 2; scope 3 needs targets of its own.

Progress = (base − actual)/(base − planned). Where the path is no better than the base (a plateau, a rise before the peak) it is a limit, kept or not. Budget use = sum of actual ÷ sum of planned. Up to the year of the base there is no level. Trend: least squares, and Mann–Kendall from eight years on. green: progress from 0.9 and use up to 1; yellow: progress from 0.7 or use up to 1.05; red: otherwise, when permanent basic farmland or the redline is breached, or when the trend surely goes the wrong way.

Changes of land use between two surveys are cut by control lines. A change is illegal where a rule forbids it whichever land-use code its class stands for, undecided where a proof or a finer code would tell. Illegal changes inside farmland and redline in force are breaches, as are open errors of the plan check; ground that both share counts once (union, ha).</source>
        <translation>将账本分录与目标表比对。目标表每年一行：unit、item、role（base、path、target）、year、value；可选：scope、direction（falls、rises）、budget（yes、no）以及等级界限 green_progress、green_use、yellow_progress、yellow_use。未填 scope 时，按范围记账的科目取范围 1 与范围 2 之和；范围 3 须另设目标。

进度 =（基期 − 实际）/（基期 − 计划）。计划路径不优于基期时（平台期、达峰前上升）视为限值，只判是否守住。预算使用 = 实际合计 ÷ 计划合计。基期及以前年份不评等级。趋势：最小二乘，八年及以上用 Mann–Kendall 检验。绿：进度不低于 0.9 且使用不超过 1；黄：进度不低于 0.7 或使用不超过 1.05；红：其余情况，或永久基本农田、生态保护红线被突破，或趋势显著恶化。

两期调查之间的用地变化按控制线切分。无论其碳地类对应哪一地类编码均被规则禁止的变化为违规；需证明材料或更细编码才能判定的为待核实。现行永久基本农田和生态保护红线内的违规变化与规划检查中未处理的错误同为突破；两者重叠的地面只计一次（并集，ha）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Base, path and target of each indicator, in the unit of measure of its item; a column measure is held against it.</source>
        <translation>各指标的基期值、计划路径和目标值，按其账目项的计量单位；如有 measure 列，则与之核对。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Year to assess</source>
        <translation>评估年份</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Calendar year; later entries are left out.</source>
        <translation>公历年份；此后的分录不计。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Findings of the plan check</source>
        <translation>规划检查的冲突图斑</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Open errors inside permanent basic farmland and redline make their unit red (area in ha).</source>
        <translation>永久基本农田和生态保护红线内未处理的错误使其单元为红（面积：公顷）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Polygons of the units; with them the outputs are layers instead of tables.</source>
        <translation>单元多边形；给出后输出为图层而非表。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>One row per unit and indicator with its level and figures, in the unit of measure of the item.</source>
        <translation>每个单元和指标一行，含等级和各项数值，按账目项的计量单位。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Series</source>
        <translation>历年序列</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>One row per indicator and year with first and last day, to be played by the temporal controller.</source>
        <translation>每个指标每年一行，含首日和末日，可用时态控制器播放。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Changes inside control lines</source>
        <translation>控制线内的用地变化</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>One polygon per change, feature of a line and unit: area (ha), change of stock (t C), whether a rule forbids it, and first and last day of the year for the temporal controller.</source>
        <translation>每个变化、控制线要素与单元一个面：面积（ha）、碳储量变化（t C）、是否被规则禁止，以及供时态控制器使用的当年首日与末日。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Changes of land use</source>
        <translation>用地变化</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Change map of “Stock change between two dates” (area in ha, change in t C), or the increments of the change survey (DLTBGXGC). Needs the units.</source>
        <translation>“两期碳储量变化”的变化图（面积 ha，变化 t C），或变更调查增量（DLTBGXGC）。需同时给出统计单元。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Classification of the changes</source>
        <translation>变化图的用地分类</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Layers inside which changes are looked for: farmland, redline, any other line (polygons).</source>
        <translation>在其内查找用地变化的图层：永久基本农田、生态保护红线或其他控制线（面）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Line-type ids of the rule pack (pbf, erl, udb, blue …) in the order of the layers, separated by commas; empty: told by the names of the layers (YJJBNTBHTB, STBHHX …).</source>
        <translation>规则包中的控制线类型标识（pbf、erl、udb、blue……），按图层顺序用逗号分隔；留空时按图层名称识别（YJJBNTBHTB、STBHHX……）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Yearly monitoring report as one HTML file: levels, paths and trends of every unit, what changed since the year before; needs the Python package Jinja2.</source>
        <translation>监测年报，一个 HTML 文件：各单元的等级、路径和趋势，与上年相比的变化；需要 Python 包 Jinja2。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>The tables of the report, one sheet each; needs the Python package openpyxl.</source>
        <translation>报告中的各表，每表一个工作表；需要Python包openpyxl。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>monitoring,early warning,target,trend,account,监测,预警,目标,趋势,碳账户,体检</source>
        <translation>监测,预警,目标,趋势,碳账户,体检,monitoring,early warning,trend</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Standing</source>
        <translation>监测结果</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Indicators at red</source>
        <translation>红色指标数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Indicators at yellow</source>
        <translation>黄色指标数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Indicators at green</source>
        <translation>绿色指标数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Breaches of permanent basic farmland and redline, union (ha)</source>
        <translation>永久基本农田与生态保护红线被突破的面积，并集（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Use before the change</source>
        <translation>变化前用地</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Field with the class or code before. Empty: from_class, else BGQDLBM.</source>
        <translation>变化前类别或编码的字段。留空：from_class，否则 BGQDLBM。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Use after the change</source>
        <translation>变化后用地</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Field with the class or code after. Empty: to_class, else BGHDLBM.</source>
        <translation>变化后类别或编码的字段。留空：to_class，否则 BGHDLBM。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Types of the control lines</source>
        <translation>控制线类型</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Place</source>
        <translation>行政区</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Name of the administrative area (行政区), for the report.</source>
        <translation>行政区名称，用于报告。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Producer</source>
        <translation>编制单位</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/monitoraccount.py"/>
        <source>Who made the report; printed on maps and the first page.</source>
        <translation>报告的编制单位，列于图件和首页。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Share of the stock on factors below grade secondary (0–1)</source>
        <translation>碳储量中依据等级低于“secondary（二手）”的系数的份额（0–1）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Statistical units (polygons or raster)</source>
        <translation>统计单元（面图层或栅格）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Field that names the unit, such as XZQMC; features of one name are one unit. Empty: feature id.</source>
        <translation>存放统计单元名称的字段，如XZQMC；同名要素视为一个单元。留空时采用要素编号。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Number of the band with the units, for a raster: each value (a whole number) is a unit.</source>
        <translation>存放统计单元的波段号（用于栅格）：每个取值（整数）为一个单元。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Band that holds the classes, for a raster.</source>
        <translation>存放地类的波段（用于栅格）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Number of the band with the classes, for a raster.</source>
        <translation>栅格的地类所在波段号。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Land-use layer</source>
        <translation>土地利用图层</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Polygons with a land-use code; only the selected features when so chosen.</source>
        <translation>含地类代码的面图层；勾选“仅选中的要素”时，只核算选中的要素。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Classification of the codes: the id of a shipped one (cn_third_survey, cn_landsea_2023, osm_landuse …), “carbon_class” when the field holds carbon classes, the path of a crosswalk CSV with the columns code,carbon_class, or “auto”, which decides by field name and codes and stops when that is ambiguous.</source>
        <translation>代码所属的用地分类。可填：内置分类的标识（cn_third_survey、cn_landsea_2023、osm_landuse等）；字段值为碳地类时填“carbon_class”；含code、carbon_class两列的对照表CSV的路径；或“auto”，即按字段名和代码自动判定，无法唯一判定时停止运行。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Carbon factor set</source>
        <translation>碳系数集</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Carbon factors (t C/ha and t CO2e/(ha·a)): the id of a shipped set (cn_default; ipcc_default/&lt;climate&gt;; cn_33 and other provinces), the path of a CSV or XLSX in the plugin's schema (template: resources/factors/template.csv), or an InVEST carbon-pools table as it is. The limits of the shipped figures are listed in resources/factors/GAPS.md.</source>
        <translation>碳系数（t C/ha、t CO2e/(ha·a)）。可填：内置系数集的标识（cn_default；ipcc_default/&lt;climate&gt;；cn_33等分省系数集）；按本插件格式编制的CSV或XLSX的路径（模板：resources/factors/template.csv）；或未经改动的InVEST碳库表。内置数值的局限见resources/factors/GAPS.md。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>ellipsoidal: measured on the ellipsoid of the layer's CRS (CGCS2000 for EPSG:4490 and its projections); planar: measured in the projected plane; attribute: the official survey area in AREA_FIELD (TBMJ), which parts of a parcel share by measured proportion. Areas in ha.</source>
        <translation>ellipsoidal（椭球面积）：在图层坐标参考系的椭球上量算（EPSG:4490及其投影为CGCS2000椭球）；planar（平面面积）：在投影平面上量算；attribute（属性面积）：采用AREA_FIELD字段（TBMJ）中的法定调查面积，图斑被切割的各部分按量算比例分摊。面积单位为ha。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Area field (rule “attribute”)</source>
        <translation>面积字段（“属性面积”口径）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Numeric field with the official area of each feature in the unit of AREA_UNIT, such as TBMJ.</source>
        <translation>存放各要素法定面积的数值字段，单位见AREA_UNIT，如TBMJ。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Unit of the area field</source>
        <translation>面积字段单位</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Unit of AREA_FIELD: m² (survey databases), ha or mu (15 mu = 1 ha).</source>
        <translation>AREA_FIELD的单位：m²（调查数据库）、ha或亩（15 亩 = 1 ha）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Deducted ridge area (KCMJ)</source>
        <translation>扣除田坎面积（KCMJ）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Area of field ridges (田坎) deducted from the parcel, in the unit of AREA_UNIT; booked as class 1203 so that cultivated land counts TBDLMJ = TBMJ − KCMJ. Empty: with rule “attribute” and area field TBMJ or TBDLMJ a field KCMJ is used when the layer has one.</source>
        <translation>从图斑中扣除的田坎面积，单位见AREA_UNIT；计入地类1203（田坎），使耕地面积为TBDLMJ = TBMJ − KCMJ。留空时，若采用“属性面积”口径、面积字段为TBMJ或TBDLMJ且图层含KCMJ字段，则自动采用该字段。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Codes without a carbon class</source>
        <translation>未对应碳地类的代码</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>error: stop and list the codes with count and area; exclude: leave those features out of the account and list code, count and area (ha).</source>
        <translation>error（停止运行）：停止并列出各代码及其要素数和面积；exclude（剔除并列示）：相应要素不参与核算，并列出代码、要素数和面积（ha）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>JSON file that records inputs with digests, factors, rules, parameters, notes and outputs, so that the run can be judged and replayed. Empty: written beside the first output file.</source>
        <translation>JSON文件，记录输入数据及其内容摘要、系数、规则、参数、事项和输出，供成果审核与复算。留空时保存在第一个输出文件所在目录。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>For confidential data: layers and digests are named, but no paths and sources.</source>
        <translation>用于涉密数据：仅记录图层名和内容摘要，不记录路径和数据源。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Statistical units</source>
        <translation>统计单元</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Field that names the unit as the account book does. Empty: feature id.</source>
        <translation>与账本中单元名称一致的字段。留空则用要素号。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Band of the units</source>
        <translation>统计单元波段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Band</source>
        <translation>波段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Land classification</source>
        <translation>用地分类</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Run manifest</source>
        <translation>运行清单</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Leave out paths</source>
        <translation>不记录路径</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Total carbon stock (t C)</source>
        <translation>总碳储量（t C）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Name of the administrative area (行政区), for titles and file names.</source>
        <translation>行政区名称，用于标题和文件名。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Place code</source>
        <translation>行政区代码</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Code of the administrative area (XZQDM).</source>
        <translation>行政区代码（XZQDM）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Attribution of the data</source>
        <translation>数据来源声明</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Source and licence line that the data ask for.</source>
        <translation>数据提供方要求标注的来源与许可说明。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Polygons of planned use (GHYDYH).</source>
        <translation>规划用途面图层（GHYDYH）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Planned-use code field</source>
        <translation>规划地类代码字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Field with the planned code, such as YDYHFLDM.</source>
        <translation>存放规划地类代码的字段，如YDYHFLDM。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Classification of the plan</source>
        <translation>规划图层用地分类</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Plan parcel id field</source>
        <translation>规划图斑标识字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Business id of the parcel (BSM), by which findings are recognised in a later run. Empty: by shape.</source>
        <translation>图斑的业务标识码（BSM），用于在后续运行中识别同一冲突图斑。留空：按图形识别。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Permanent basic farmland</source>
        <translation>永久基本农田</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Polygons of 永久基本农田 (YJJBNTBHTB).</source>
        <translation>永久基本农田面图层（YJJBNTBHTB）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Ecological protection redline</source>
        <translation>生态保护红线</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Polygons of 生态保护红线 (STBHHX).</source>
        <translation>生态保护红线面图层（STBHHX）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Redline zone field</source>
        <translation>红线分区字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Field that tells core zone (核心保护区) from the rest; empty: a usual one (管控分区, 分区), without which everything counts as the rest.</source>
        <translation>区分核心保护区与其他区域的字段；留空时采用常用字段（管控分区、分区），没有这类字段则全部按其他区域检测。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Urban development boundary</source>
        <translation>城镇开发边界</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Polygons inside 城镇开发边界 (CZKFBJ).</source>
        <translation>城镇开发边界内的面图层（CZKFBJ）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Boundary zone field</source>
        <translation>边界分区字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Field with 集中建设区, 弹性发展区 or 特别用途区; empty: a usual one (GHFQDM, GHFQMC, 分区), without which only the rules outside the boundary run.</source>
        <translation>存放集中建设区、弹性发展区或特别用途区的字段；留空时采用常用字段（GHFQDM、GHFQMC、分区），没有这类字段则仅执行边界外的规则。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Name of the field with the business id of the control-line features (BSM), where a layer has it.</source>
        <translation>控制线要素的业务标识字段名（BSM），图层含该字段时采用。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>legal: approved lines; draft or standin: severity is capped at info and no legal basis is printed.</source>
        <translation>legal（法定控制线）：已批准的控制线；draft（草案）或standin（替代数据）：等级最高为“提示”，且不列法规依据。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Number and date of the document that put the lines in force; printed in the report.</source>
        <translation>批准控制线的文件的文号和日期，列入报告。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Register of the lines</source>
        <translation>控制线台账</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Table (CSV, XLSX or a layer) with the columns line (line type or layer name), status (legal, draft or standin), document and date, where the lines differ; it takes precedence over the status and document above.</source>
        <translation>各线情况不同时使用的表（CSV、XLSX 或图层），列为 line（线类型或图层名）、status（legal、draft 或 standin）、document（文号）和 date（日期）；优先于上面的状态与文件。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Any further control lines: city blue, green, purple and yellow lines, river, flood, water source, protected areas, wetland, coast, heritage, hazard, road … (polygons; where a rule measures a distance also lines).</source>
        <translation>其他各类控制线：城市蓝线、绿线、紫线、黄线，河湖、洪涝、水源、自然保护地、湿地、海岸、历史文化、灾害、公路等（面图层；规则按距离判定时也可为线图层）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Line-type ids of the rule pack (blue, green, river, nature …) in the order of the layers, separated by commas; empty: told by the names of the layers (ZXCQCSLX, HLFXKZX, 城市蓝线 …).</source>
        <translation>规则包中的控制线类型标识（blue、green、river、nature……），按图层顺序用逗号分隔；留空时按图层名称识别（ZXCQCSLX、HLFXKZX、城市蓝线……）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Present land cover</source>
        <translation>现状地类图层</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Land cover (DLTB) for existing use and carbon at stake; without it carbon stays NULL.</source>
        <translation>现状地类图斑（DLTB），用于判定现状用途和测算累计碳影响；未提供时，碳影响为NULL。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Land-cover code field</source>
        <translation>现状地类代码字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Classification of the land cover</source>
        <translation>现状用地分类</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Polygons of towns or villages for the summary.</source>
        <translation>用于汇总的乡镇或村面图层。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Planning base</source>
        <translation>规划基期</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Land use of the base year after 基数转换 (JQDLTB): approved but not yet built counts as construction. Without it no balance and no expansion multiple.</source>
        <translation>基数转换后的基期用地（JQDLTB）：已批未建计为建设用地。未给出时不计算占补平衡和扩展倍数。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Classification of the base</source>
        <translation>规划基期的分类</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Table (CSV, XLSX or a layer) of approvals: BSM (parcel id), 批准文号 (document), date and expiry, and where given rule_id, reason and approver. A finding with an approval valid on the date of the law is listed as exempted and not counted as open.</source>
        <translation>批准事项表（CSV、XLSX 或图层）：BSM（图斑标识）、批准文号、批准日期和有效期，可另列规则、理由和批准机关。在法规日期有效的批准所对应的冲突列为已豁免，不计入未处理。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>GeoPackage that keeps the state of findings from run to run: what is new, exempted with reason, fixed or open again. It is made when it does not exist.</source>
        <translation>跨次运行保存冲突状态的 GeoPackage：新增、附理由豁免、已整改或重新出现。不存在时新建。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Plan draft</source>
        <translation>规划草案</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Village field</source>
        <translation>村字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Field with the village of the parcel for the table of conflicts; empty: ZLDWMC if it exists.</source>
        <translation>冲突图斑明细表所列图斑所在村的字段；留空：有 ZLDWMC 时使用之。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Tenure field</source>
        <translation>权属字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Field with the tenure of the parcel for the table of conflicts; empty: QSXZ if it exists.</source>
        <translation>冲突图斑明细表所列图斑权属的字段；留空：有 QSXZ 时使用之。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Line id field</source>
        <translation>控制线标识字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Document of the lines</source>
        <translation>控制线批准文件</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Other control lines</source>
        <translation>其他控制线</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Types of the other lines</source>
        <translation>其他控制线的类型</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Code field of the base</source>
        <translation>规划基期地类字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Field with the code, such as JQDLBM or DLBM.</source>
        <translation>地类代码字段，如JQDLBM或DLBM。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Extent field of the base (CZCSXM)</source>
        <translation>城镇村属性码字段（CZCSXM）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Field that tells cities (201) and towns (202) from villages (203); empty: CZCSXM if it exists. Needed for the expansion multiple.</source>
        <translation>区分城市（201）、建制镇（202）与村庄（203）的字段；留空则用CZCSXM（若有）。计算扩展倍数需要。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Area field of the base</source>
        <translation>规划基期面积字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Official area in the unit of AREA_UNIT (rule “attribute”); empty: TBMJ if it exists.</source>
        <translation>法定面积，单位同AREA_UNIT（面积规则“attribute”）；留空则用TBMJ（若有）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Deducted ridge area of the base (KCMJ)</source>
        <translation>规划基期扣除地类面积（KCMJ）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Area of field ridges in the unit of AREA_UNIT; empty: KCMJ beside TBMJ or TBDLMJ. Cultivated land that stays cultivated keeps its ridges where the plan states none.</source>
        <translation>田坎面积，单位同AREA_UNIT；留空则取与TBMJ或TBDLMJ并列的KCMJ。规划未给出田坎时，保持为耕地的部分沿用基期田坎。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Findings store</source>
        <translation>冲突状态库</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Overlaps not larger than this (m²) are noise: listed, not counted.</source>
        <translation>面积不大于该值（m²）的叠加面视为噪声，列示但不计入。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Overlaps not wider than this (m, 2·area/perimeter) are noise.</source>
        <translation>宽度不大于该值（m，按2×面积/周长计）的叠加面视为噪声。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Horizon (years)</source>
        <translation>年限（年）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Years over which the yearly removal forgone is added to the one-off stock loss.</source>
        <translation>将每年的碳汇量损失与一次性的碳储量损失相加所采用的年限。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/postaccount.py"/>
        <source>Post to account book</source>
        <translation>碳账户入账</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/postaccount.py"/>
        <source>Books an account by unit, year and item; nothing is overwritten, and the book balances.</source>
        <translation>按单元、年份和账目项入账；不覆盖旧账，账本保持平衡。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/postaccount.py"/>
        <source>Takes the result of “Sink baseline”, “Change of carbon stock” or “Emission inventory”, or a table with unit, year, item, value and measure, and books every figure with its interval, unit of measure, source and the manifest of its run.

The book is only added to: a figure that changed gets a new version, one that the new account no longer has is withdrawn, and the old ones stay readable. A posting is booked as a whole or not at all, and only when the book balances: parts of an item add up to the item, units to the unit they are part of, opening + additions − reductions to closing (1e-6).

The book is a GeoPackage, or a PostgreSQL database that several people write.</source>
        <translation>接收“碳汇本底核算”“碳储量变化”或“排放清单”的结果，或含 unit、year、item、value、measure 的表，将每个数值连同区间、计量单位、来源和运行清单入账。

账本只增不改：变化的数值生成新版本，新账目中不再有的数值被撤销，旧版本仍可查阅。一次入账要么全部写入，要么全部不写，且账本必须平衡：分项之和等于总项，下级单元之和等于上级单元，期初 + 增加 − 减少 = 期末（1e-6）。

账本为 GeoPackage 文件，或供多人写入的 PostgreSQL 数据库。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/postaccount.py"/>
        <source>Path of a GeoPackage (.gpkg; made if it does not exist), or name of a PostgreSQL connection of QGIS.</source>
        <translation>GeoPackage 路径（.gpkg，不存在则新建），或 QGIS 中 PostgreSQL 连接的名称。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/postaccount.py"/>
        <source>Account</source>
        <translation>账目</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/postaccount.py"/>
        <source>Layer or table per unit, in the units of measure that its tool writes (ha, t C, t CO2e/a).</source>
        <translation>按单元的图层或表，计量单位同其生成工具（ha、t C、t CO2e/a）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/postaccount.py"/>
        <source>Account by class</source>
        <translation>分地类账目</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/postaccount.py"/>
        <source>Table per unit and class of the same run (OUTPUT_TABLE): booked as parts of the account.</source>
        <translation>同一次运行的按单元和地类的表（OUTPUT_TABLE），作为账目的分项入账。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/postaccount.py"/>
        <source>Calendar year of rows that do not tell it themselves.</source>
        <translation>未注明年份的行所用的公历年份。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/postaccount.py"/>
        <source>Table of units</source>
        <translation>单元表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/postaccount.py"/>
        <source>Columns unit and parent: which unit is part of which (no unit of measure).</source>
        <translation>unit 和 parent 两列：单元的隶属关系（无计量单位）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/postaccount.py"/>
        <source>account,book,ledger,carbon account,double entry,碳账户,入账,账本,复式,乡镇</source>
        <translation>碳账户,入账,账本,复式,乡镇,account,ledger,double entry</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/postaccount.py"/>
        <source>Tier of the method</source>
        <translation>方法层级</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/postaccount.py"/>
        <source>Such as 1, 2 or 3, for rows that do not tell it.</source>
        <translation>如 1、2 或 3，用于未注明的行。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/postaccount.py"/>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/postaccount.py"/>
        <source>Where the figures come from. Empty: the tool that made them.</source>
        <translation>数值的来源。留空则为生成它的工具。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/postaccount.py"/>
        <source>Entries written</source>
        <translation>写入的分录数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/postaccount.py"/>
        <source>Entries that stand as they were</source>
        <translation>保持不变的分录数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/postaccount.py"/>
        <source>Entries withdrawn</source>
        <translation>撤销的分录数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Projection of a sink baseline</source>
        <translation>碳汇本底预测</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Carbon stock and yearly fluxes of target years, if land use stays as it is.</source>
        <translation>用地保持不变时目标年份的碳储量与年通量。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Takes the table per unit and class of “Sink baseline” and the factor set it was made with, and carries it to target years. Land use stays that of the baseline: this is the path of the sink baseline (碳汇本底) under business as usual, neither a scenario of a plan nor a crediting baseline (基准线).

The row of a year states the stock at its end (t C) and the fluxes within it (t CO2e/a); that of the baseline's own year repeats the baseline. Stock(y) = stock(y − 1) + 12/44·(removal − emission of CO2): growth changes biomass (above and below ground in their present proportion), litter and dead wood the dead organic matter, soil and burial the soil; CH4 and N2O change no stock. A loss stops where its pool is exhausted.

constant: every class removes at the rate of its factor set. curve: classes with a growth curve follow it: logistic B = w/(1 + k·e^(−a·t)), Chapman–Richards B = w·(1 − e^(−k·t))^p or points, from the stand age in AGES or from the age at which the curve has the present density; or their rate ends in a stated year. The removal of a year is the difference of the curve, so that removals add up to the growth of the stock. No curve is shipped: none was found with readable parameters; resources/factors/growth_curves_README.md tells how to write one.

Intervals (95 %): one factor moves all years together; stocks and fluxes are independent (IPCC 2006, Vol. 1, Ch. 3, approach 1); method layers of one method move together, so that several of them have wider bounds than in the baseline. cumulative_removal_tco2e adds the removals since the baseline's year and is no yearly figure. Fluxes that method layers answer for stay as the table states them; an emission of a layer with CH4 or N2O counts as gas. Releases of soil in a 20-year transition are the matter of the tool for soil carbon. Where units overlap, totals count their ground in each.</source>
        <translation>取“碳汇本底”按单元和地类写出的表及其采用的系数集，推算到目标年份。用地保持本底状态：这是延续现状情形下的碳汇本底路径，既不是规划情景，也不是减排量核证用的基准线。

各年份的行给出年末储量 (t C) 和当年通量 (t CO2e/a)；本底年份的行即为本底。储量(y) = 储量(y − 1) + 12/44·(碳汇量 − CO2排放量)：生长改变生物量（地上、地下按现状比例），枯落物和枯死木改变死有机质，土壤和埋藏改变土壤碳；CH4 和 N2O 不改变储量。碳库耗尽时损失即停止。

constant：各地类按系数集的速率吸收。curve：有生长曲线的地类按曲线推算：逻辑斯蒂 B = w/(1 + k·e^(−a·t))、Chapman–Richards B = w·(1 − e^(−k·t))^p 或折线点，起始林龄取自 AGES，或取曲线达到现状密度时的林龄；也可使速率到某一年份为止。某年的碳汇量为曲线之差，因此各年碳汇量之和等于储量的增长。不随附任何曲线：未查到可读取参数的来源；写法见 resources/factors/growth_curves_README.md。

区间 (95 %)：同一系数使各年同向变化；储量与通量相互独立（IPCC 2006，第1卷第3章，方法1）；同一方法的各方法图层同向变化，因此有多个此类图层时区间宽于本底。cumulative_removal_tco2e 为自本底年份以来碳汇量的累计，不是年通量。方法图层负责的通量保持表中所列数值；含 CH4 或 N2O 的图层，其排放量按气体计。20年转变期的土壤释放由土壤碳工具处理。单元重叠时，合计在各单元中分别计入其重叠用地。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Baseline per unit and class</source>
        <translation>分单元分地类碳汇本底</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Table that “Sink baseline” wrote as OUTPUT_TABLE: unit, carbon class, area (ha), stocks (t C).</source>
        <translation>“碳汇本底”以 OUTPUT_TABLE 写出的表：单元、碳地类、面积 (ha)、储量 (t C)。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Calendar years such as 2025,2030,2060 or a span such as 2025-2035; none before the year of the baseline, none more than 300 years after it.</source>
        <translation>公历年份，如 2025,2030,2060，或区间，如 2025-2035；不早于本底年份，也不晚于其后300年。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Year of the baseline</source>
        <translation>本底年份</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Calendar year of the baseline, where its table has none in the field year.</source>
        <translation>本底的公历年份；仅在表的 year 字段为空时填写。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>One row per unit and target year: stock (t C), removal, emission and net (t CO2e/a), and the removal added up since the baseline (t CO2e), with bounds.</source>
        <translation>每个单元和目标年份一行：储量 (t C)，碳汇量、排放量和净排放量 (t CO2e/a)，以及自本底以来累计的碳汇量 (t CO2e)，均含上下限。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Path per unit and class</source>
        <translation>分单元分地类路径</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>One row per unit, carbon class, method and target year, with the stock by pool (t C).</source>
        <translation>每个单元、碳地类、方法和目标年份一行，含分碳库储量 (t C)。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Growth</source>
        <translation>生长</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>constant: rates of the factor set in every year; curve: by age or year, as GROWTH_CURVES says.</source>
        <translation>constant：各年均采用系数集的速率；curve：按 GROWTH_CURVES 随林龄或年份变化。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Growth curves</source>
        <translation>生长曲线</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Table of curves by factor set and carbon class (template: resources/factors/growth_curves_template.csv), densities in t C/ha or t d.m./ha.</source>
        <translation>按系数集和碳地类给出的曲线表（模板：resources/factors/growth_curves_template.csv），密度单位为 t C/ha 或 t d.m./ha（干物质）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Stand ages</source>
        <translation>林龄</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Table with the columns unit (optional), carbon_class, age_a (years) and/or age_group, share (0–1) or area_ha. Empty: the age at which the curve has the present density.</source>
        <translation>含 unit（可选）、carbon_class、age_a（年）和/或 age_group（龄组）、share（0–1）或 area_ha 列的表。留空：取曲线达到现状密度时的林龄。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>carbon,sink,baseline,projection,path,growth,age,target year,碳汇,本底,预测,林龄,生长曲线</source>
        <translation>碳,碳汇,本底,预测,路径,生长,林龄,目标年,生长曲线,projection,baseline,growth,path</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Target years</source>
        <translation>目标年份</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Path per unit</source>
        <translation>分单元路径</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Carbon stock of the last year (t C)</source>
        <translation>末年碳储量 (t C)</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Removal of the last year (t CO2e/a)</source>
        <translation>末年碳汇量 (t CO2e/a)</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Emission of the last year (t CO2e/a)</source>
        <translation>末年排放量 (t CO2e/a)</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/projectbaseline.py"/>
        <source>Removal added up since the baseline (t CO2e)</source>
        <translation>自本底以来累计碳汇量 (t CO2e)</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/provider.py"/>
        <source>Dual Carbon Planner</source>
        <translation>双碳国土空间规划</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/readaccount.py"/>
        <source>Read account book</source>
        <translation>碳账户读取</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/readaccount.py"/>
        <source>Entries of the account book by unit, year and item, with all versions where asked for.</source>
        <translation>按单元、年份和账目项读取账本分录，可含全部历史版本。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/readaccount.py"/>
        <source>Reads what stands in the account book, or with the history every version that ever stood, with the posting that made it. Filters left empty let everything pass. As CSV the entries can be posted into another book.

A layout with items or years across holds the values alone, each column in one unit of measure.</source>
        <translation>读取账本中的现行分录；选择历史时读取每个曾有的版本及其入账记录。筛选条件留空则全部通过。输出为 CSV 后可再记入另一账本。

以账目项或年份为列的布局只含数值，每列一种计量单位。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/readaccount.py"/>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/readaccount.py"/>
        <source>entries: values with low and high, source and version; by_item: a column per item; by_year: a column per year. All in the unit of measure of the item.</source>
        <translation>entries：数值及上下限、来源与版本；by_item：每个账目项一列；by_year：每年一列。均按账目项的计量单位。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/readaccount.py"/>
        <source>Every version of every entry with its posting, instead of those that stand; for entries.</source>
        <translation>读取每条分录的所有版本及入账记录，而不只是现行分录；仅用于 entries。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/readaccount.py"/>
        <source>Rows as the layout says, each value in the unit of measure of its item.</source>
        <translation>按所选布局的行，数值按其账目项的计量单位。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/readaccount.py"/>
        <source>account,book,ledger,carbon account,export,碳账户,账本,读取,导出,历年</source>
        <translation>碳账户,账本,读取,导出,历年,account,ledger,export</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/readaccount.py"/>
        <source>Units</source>
        <translation>单元</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/readaccount.py"/>
        <source>Names of statistical units, separated by commas.</source>
        <translation>统计单元名称，以逗号分隔。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/readaccount.py"/>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/readaccount.py"/>
        <source>Calendar years, separated by commas.</source>
        <translation>公历年份，以逗号分隔。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/readaccount.py"/>
        <source>Item</source>
        <translation>账目项</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/readaccount.py"/>
        <source>An item such as baseline/stock, with all its parts.</source>
        <translation>账目项，如 baseline/stock，含其全部分项。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/readaccount.py"/>
        <source>Scopes</source>
        <translation>范围</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/readaccount.py"/>
        <source>1, 2 or 3, separated by commas.</source>
        <translation>1、2 或 3，以逗号分隔。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/readaccount.py"/>
        <source>All versions</source>
        <translation>全部版本</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/readaccount.py"/>
        <source>Entries</source>
        <translation>分录</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/readaccount.py"/>
        <source>Entries read</source>
        <translation>读取的分录数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Restorable parcels</source>
        <translation>可恢复图斑</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Polygons that can become cultivated land again (即可恢复, 工程恢复); needs the retention.</source>
        <translation>可恢复为耕地的图斑（即可恢复、工程恢复）；须同时给出耕地保有量。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Cultivated land retention (耕地保有量) that the plan has to show, in ha.</source>
        <translation>规划须满足的耕地保有量，单位 ha。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Classification of the restorable parcels</source>
        <translation>可恢复图斑的分类标准</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Repair plan</source>
        <translation>修复规划方案</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Clears the errors of a plan draft by the smallest change of use, with the least carbon.</source>
        <translation>以最小的用途调整、最少的碳代价消除规划方案中的错误。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Checks the plan as “Check plan against control lines” does, cuts the ground of each open error out of its parcel and gives it its present use or another use that the rules of the lines there list as allowed. A use comes into question only where no line at hand objects to it; where there is none, one that breaks no rule and fares no worse under any than the planned use. Chosen is, in this order: the least construction land lost, the least carbon at stake against the present cover (t CO2e over the horizon; gains count as none), the least ground that would not keep its present use, the code. What would be left below the minimum mapped area moves with the change.

The coverage stays intact: parts share their vertices with their neighbours. A cut part gets the id of its parcel with -R1, -R2 …, and the fields repair_rule, repair_from, repair_to and repair_of. The result is checked again; what no use can mend is listed with the reason.

With a layer of restorable parcels (即可恢复/工程恢复) and the cultivated land to be kept (耕地保有量), the set of parcels that makes up for the shortage with the least carbon is chosen.</source>
        <translation>按“规划冲突检测”检测方案，将每处未豁免错误所在范围从图斑中切出，恢复其现状用途，或改为所在控制线规则列明准许的其他用途。只有各控制线均无异议的用途才予考虑；没有这样的用途时，取不违反任何规则、且对每条规则都不比原规划更差的用途。依次按以下次序择优：损失的建设用地最少；相对现状地类的碳损失最少（期限内 t CO2e，碳增益按零计）；不再保持现状用途的面积最少；用途代码顺序。剩余部分不足最小上图面积的，一并调整。

图斑覆盖保持完整：切分部分与相邻图斑共用节点。切出部分的标识码为原标识码加 -R1、-R2 ……，并写入 repair_rule、repair_from、repair_to、repair_of 字段。修复结果重新检测；没有可用用途的错误逐一列出并说明原因。

给出可恢复图斑（即可恢复/工程恢复）和耕地保有量时，选出补足缺口且碳代价最少的图斑组合。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Cultivated land to be kept (ha)</source>
        <translation>耕地保有量（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Field of the kind of restoration</source>
        <translation>恢复类型字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Field with 即可恢复 or 工程恢复 (JKHF, GCHF); other values are left out. Empty: all parcels.</source>
        <translation>内容为即可恢复或工程恢复（JKHF、GCHF）的字段；其他值不参与补划。留空：全部图斑参与。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Restorable parcel id field</source>
        <translation>可恢复图斑标识字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Business id of the parcel (BSM).</source>
        <translation>图斑的业务标识码（BSM）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Present-use code field</source>
        <translation>现状用途代码字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Field with the code of the present use (DLBM); empty: the present land cover tells it.</source>
        <translation>现状用途代码字段（DLBM）；留空：由现状地类图层确定。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Village field of the restorable parcels</source>
        <translation>可恢复图斑的村名字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Field with the village.</source>
        <translation>村名字段。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Cost field</source>
        <translation>成本字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Numeric field with the cost of restoring the parcel; decides among sets of equal carbon.</source>
        <translation>恢复该图斑所需成本的数值字段；碳代价相同时按成本择优。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Kinds of errors to repair</source>
        <translation>要修复的错误类型</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>overlay: a use that a line forbids; transition: a change from the present use that is forbidden; whitelist: a use that is on no list; buffer: a use too close to a line.</source>
        <translation>overlay：控制线禁止的用途；transition：禁止的现状用途转换；whitelist：不在正面清单内的用途；buffer：距控制线过近的用途。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Table (CSV, XLSX or a layer) of approvals: BSM (parcel id), 批准文号 (document), date and expiry. Errors with an approval valid on the date of the law stay as planned.</source>
        <translation>批准文件表（CSV、XLSX 或图层）：BSM（图斑标识码）、批准文号、日期、有效期。在法规适用日期有批准文件的错误保持原规划。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Repaired plan</source>
        <translation>修复后的规划方案</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>The plan with all its fields; repair_… tell the parts that were changed.</source>
        <translation>保留全部字段的规划方案；repair_… 字段说明经调整的部分。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Changes</source>
        <translation>调整清单</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>One polygon per change with rules, codes, area (ha), construction land lost (ha), stock loss (t CO2), removal forgone (t CO2e/a), carbon (t CO2e) and the reason; errors that could not be repaired have no new code.</source>
        <translation>每处调整一个面，含规则、代码、面积（ha）、损失的建设用地（ha）、碳储量损失（t CO2）、放弃的碳汇（t CO2e/a）、碳（t CO2e）及理由；未能修复的错误没有新代码。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Replenishment</source>
        <translation>补划表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>The restorable parcels (补划表): chosen, spare or excluded with the reason; area (ha, mu), present use, carbon of cultivating them (t CO2e) and the order of restoration.</source>
        <translation>可恢复图斑（补划表）：选中、备选或不宜补划及其原因；面积（ha、亩）、现状用途、恢复耕种的碳代价（t CO2e）和恢复次序。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>plan,repair,conflict,control line,swap,replenishment,carbon,修复,调整,冲突处置,补划,耕地保有量</source>
        <translation>plan,repair,conflict,control line,swap,replenishment,carbon,修复,调整,冲突处置,补划,耕地保有量</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Errors before the repair</source>
        <translation>修复前错误数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Errors after the repair, found by the same check</source>
        <translation>修复后错误数（同一检测）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Errors of the chosen kinds that remain</source>
        <translation>所选类型中仍存在的错误数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Changed area (ha)</source>
        <translation>调整面积（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Construction land lost (ha)</source>
        <translation>损失的建设用地（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Carbon at stake of the new uses over the horizon (t CO2e)</source>
        <translation>新用途在期限内的碳损失（t CO2e）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Carbon at stake that the repair takes off (t CO2e)</source>
        <translation>修复避免的碳损失（t CO2e）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Cultivated land that the repaired plan lacks (ha)</source>
        <translation>修复后规划的耕地缺口（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Cultivated land that the chosen parcels give (ha)</source>
        <translation>选中图斑补充的耕地（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Cultivated land that is still missing (ha)</source>
        <translation>仍然缺少的耕地（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repairplan.py"/>
        <source>Carbon at stake of the chosen parcels (t CO2e)</source>
        <translation>选中图斑的碳代价（t CO2e）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repeatrun.py"/>
        <source>Repeat a run at other places</source>
        <translation>多县重复运行</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repeatrun.py"/>
        <source>Runs a tool once more for each of several counties, with the settings of a first run.</source>
        <translation>按首次运行的设置，对多个县逐一重复运行同一工具。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repeatrun.py"/>
        <source>Takes the manifest of a run and runs the same tool with the same settings for other places: in the paths of the inputs the text of FROM (a code such as 330101, or the name of a folder) is replaced by each of PLACES. The outputs of each place go into a folder of its own.

A place that fails is listed with its reason and does not stop the rest. A cancel keeps the places that are complete, each with its manifest. Reports and map sheets cannot be repeated; the checks write their own REPORT.</source>
        <translation>读取一次运行的清单，以相同设置对其他地区运行同一工具：将输入路径中的 FROM 文字（如代码 330101 或文件夹名）逐一替换为 PLACES 中的各地区。每个地区的输出放入各自的文件夹。

失败的地区连同原因列出，不影响其余地区。取消时保留已完成的地区，各有其运行清单。报告和图件不能重复运行；检查工具可用自身的 REPORT 出报告。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repeatrun.py"/>
        <source>The .manifest.json beside the outputs of the run that is to be repeated.</source>
        <translation>要重复的运行在其输出旁的 .manifest.json。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repeatrun.py"/>
        <source>What tells the first place apart in the paths of its inputs, such as 330101.</source>
        <translation>输入路径中区分首个地区的文字，如 330101。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repeatrun.py"/>
        <source>What stands for the other places, one per line or with commas between them.</source>
        <translation>代表其他地区的文字，每行一个或用逗号分隔。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repeatrun.py"/>
        <source>Folder in which each place gets one of its own.</source>
        <translation>各地区在此文件夹中各有一个子文件夹。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repeatrun.py"/>
        <source>One row per place: state, message, and the number outputs of the tool.</source>
        <translation>每个地区一行：状态、信息，以及工具的数值输出。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repeatrun.py"/>
        <source>batch,repeat,county,manifest,several,批量,多县,重复运行,清单</source>
        <translation>批量,多县,重复运行,清单,batch,repeat,county,manifest</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repeatrun.py"/>
        <source>Manifest of the first run</source>
        <translation>首次运行的清单</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repeatrun.py"/>
        <source>Text of the first place in the paths</source>
        <translation>路径中首个地区的文字</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repeatrun.py"/>
        <source>Other places</source>
        <translation>其他地区</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repeatrun.py"/>
        <source>Folder of the outputs</source>
        <translation>输出文件夹</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repeatrun.py"/>
        <source>Places</source>
        <translation>地区</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repeatrun.py"/>
        <source>Number of places done</source>
        <translation>完成的地区数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/repeatrun.py"/>
        <source>Number of places that failed</source>
        <translation>失败的地区数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Carbon and plan-check report</source>
        <translation>碳核算与规划冲突检测报告</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Writes a self-contained HTML report, a workbook, a text document and a PDF from carbon accounts and plan checks.</source>
        <translation>根据碳账户成果和规划冲突检测成果，生成独立的HTML报告、工作簿、文本文档和PDF。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Puts the results of the other tools into one HTML page that works offline and prints on A4, and into a workbook, a text document to edit (ODT) and a PDF: key figures with intervals, what was noisy, unmapped, weak or unverified on the first page, maps, charts, tables per unit, class and rule, factors with their sources, legal basis, and the provenance of every run from its manifest.

A stock change brings the balance of opening and closing stock, the transition matrix (ha) of classes and of IPCC categories, the carbon change by transition (t C) and a flow figure in which bands are as wide as their area. One-off stocks (t C) and yearly fluxes (t CO2e/a) stand apart and are never added. The intervals of totals are those that the runs state.

Profile cn_county speaks hm², mu and 10⁴ t, rounds at output and levels the parts to the control total (调平); nothing is computed on rounded figures.</source>
        <translation>将其他工具的成果汇成一个可离线查看、可按A4打印的HTML页面，以及工作簿、可编辑的文本文档（ODT）和PDF，内容包括：附区间的核心指标，首页列示的噪声、未对应、弱依据与未核实事项，图件，图表，分统计单元、地类和规则的表格，采用系数及其来源，法规依据，以及据运行清单列出的各次运算的溯源信息。

两期碳储量变化部分包括：期初与期末储量平衡、地类及IPCC类别转移矩阵（ha）、分转移类型碳储量变化（t C），以及带宽表示面积的流向图。一次性储量（t C）与年通量（t CO2e/a）分列，不相加。合计的区间以各次运算所列为准。

输出格式cn_county采用hm²、亩和万吨，仅在输出时取整，并将各分项调平至控制总数；全程不以取整后的数值参与计算。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>One HTML file that holds maps, charts and styles.</source>
        <translation>一个HTML文件，内含图件、图表和样式。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Language of the report: zh or en.</source>
        <translation>报告语言：zh或en。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Output profile</source>
        <translation>输出格式</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>si: ha, t C, t CO2e; cn_county: hm², mu, 10⁴ t with levelling.</source>
        <translation>si：ha、t C、t CO2e；cn_county：hm²、亩、万吨，并作调平。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>One HTML file with map, tables and charts of this check; needs the Python package Jinja2.</source>
        <translation>含本次检测的图件、表格和统计图的单个 HTML 文件；需要 Python 包 Jinja2。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>The tables of the report with the list of all findings (冲突图斑明细表), one sheet each; needs the Python package openpyxl.</source>
        <translation>报告的全部表格（含冲突图斑明细表），每表一个工作表；需要 Python 包 openpyxl。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Control-line layers of the plan check, drawn on the map of the findings.</source>
        <translation>规划检测所用的控制线图层，绘于冲突图斑分布图。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Title of the report.</source>
        <translation>报告标题。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML文件 (*.html)</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Workbook</source>
        <translation>工作簿</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Workbooks (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Text document</source>
        <translation>文本文档</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>OpenDocument texts (*.odt)</source>
        <translation>OpenDocument 文本 (*.odt)</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>The report as a text to edit in Word, WPS or LibreOffice, with the figures of the page; long tables are cut as there.</source>
        <translation>可用 Word、WPS 或 LibreOffice 编辑的报告文本，数字与网页报告一致；长表的截取方式与网页相同。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>The report on numbered pages of A4, with the figures of the page and fonts of its own.</source>
        <translation>按A4编页的报告，数字与网页报告一致，内嵌字体。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Baseline per unit</source>
        <translation>分单元碳汇本底</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Output of “Sink baseline”.</source>
        <translation>“碳汇本底”工具的输出图层。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Table output of “Sink baseline”.</source>
        <translation>“碳汇本底”工具的输出表。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Output of “Attach carbon factors”, for the density map.</source>
        <translation>“挂接碳系数”工具的输出图层，用于碳密度图。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Stock change per unit</source>
        <translation>分单元碳储量变化</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Output of the stock change between two dates: stocks (t C), gains and losses, yearly change (t CO2e/a). Its transitions are found where that run wrote them.</source>
        <translation>“两期碳储量变化”的输出：碳储量（t C）、增加量与减少量、年均变化（t CO2e/a）。其转移表按该次运算写出的位置自动查找。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Land-use transitions</source>
        <translation>用地转移表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Transitions of the stock change (ha and t C from class to class), when they do not lie where its run wrote them.</source>
        <translation>两期碳储量变化的转移表（各地类之间的面积ha和碳储量t C）；不在该次运算写出的位置时填写。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Causes of the yearly update</source>
        <translation>年度更新的变化原因</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Causes table of the update of a baseline by change-survey increments: area (ha) and change (t C) by cause.</source>
        <translation>用变更调查增量更新碳汇本底时输出的原因表：分原因的面积（ha）和碳储量变化（t C）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Projection of the baseline</source>
        <translation>碳汇本底预测</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Output of the projection: stock (t C) and removal (t CO2e/a) per unit and target year.</source>
        <translation>预测的输出：各单元各目标年的碳储量（t C）和碳汇量（t CO2e/a）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Uncertainty of the baseline</source>
        <translation>碳汇本底的不确定性</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Output of “Uncertainty of a baseline”: every figure per unit with its 95 % interval.</source>
        <translation>“碳汇本底不确定性”的输出：各单元每项数值及其95%区间。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Ranking of the causes of uncertainty</source>
        <translation>不确定性来源排序</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Ranking output of the same run, when it does not lie where that run wrote it.</source>
        <translation>同一次运算输出的排序表；不在该次运算写出的位置时填写。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Removal hot spots</source>
        <translation>碳汇热点</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Output of the hot spots (polygons with removal, t CO2e/a), or its table per unit.</source>
        <translation>碳汇热点的输出（含碳汇量的面图层，t CO2e/a），或其分单元表。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>CCUS facilities</source>
        <translation>CCUS设施</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Table by source sector and type of the CCUS inventory, or its layer of facilities: t CO2 captured, stored and avoided.</source>
        <translation>CCUS清单按来源行业和类型的统计表，或其设施图层：捕集、封存和减排量（t CO2）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Output of “Check plan against control lines”.</source>
        <translation>“规划冲突检测”工具的输出图层。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Parcel output of the plan check, for the map.</source>
        <translation>“规划冲突检测”工具的规划图斑检测结果，用于制图。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Summary of the check</source>
        <translation>冲突检测汇总表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Summary table of the plan check.</source>
        <translation>“规划冲突检测”工具的汇总表。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Land-use structure adjustment</source>
        <translation>用地结构调整表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Table of the quantity check: area (ha) per unit and class at base and in the plan (用地结构调整表).</source>
        <translation>数量指标检查的结果表：各单元各地类的基期和规划面积（公顷）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Planning indicators</source>
        <translation>规划指标表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Table of the quantity check: indicators measured against their targets (规划指标表).</source>
        <translation>数量指标检查的结果表：指标量算值与目标值的对照。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Conflicts between control lines</source>
        <translation>控制线冲突</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Output of the check of the lines.</source>
        <translation>控制线检查的结果图层。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Output of the topology check.</source>
        <translation>拓扑检查的结果图层。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Findings of two drafts compared</source>
        <translation>两版方案冲突图斑对比</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Output of the comparison of drafts: findings that appeared, stayed or vanished.</source>
        <translation>方案对比的结果：新增、保留和消失的冲突图斑。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Changes between two drafts</source>
        <translation>两版方案用途变化</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Changes output of the comparison of drafts: parcels whose planned use differs.</source>
        <translation>方案对比的变化结果：规划用途不同的图斑。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Repairs</source>
        <translation>方案修正</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Changes output of the repair of a plan.</source>
        <translation>规划方案修正的变化结果。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Table of the repair of a plan: the restorable parcels chosen (补划表).</source>
        <translation>规划方案修正的补划表：选取的可恢复地块。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>report,HTML,PDF,ODT,XLSX,table,map,chart,baseline,change,Sankey,plan,报告,专章,图件,报表,转移矩阵</source>
        <translation>report,HTML,PDF,ODT,XLSX,table,map,chart,baseline,change,Sankey,plan,报告,专章,图件,报表,转移矩阵</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Sink baseline</source>
        <translation>碳汇本底</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Carbon stock, removal and emission of every unit (town, village, zone) from its land use.</source>
        <translation>根据土地利用，核算各统计单元（乡镇、村、分区）的碳储量、碳汇量和排放量。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Cuts the land use by the units, sums areas by unit and carbon class and multiplies them with a factor set: stock by pool (t C), removal, emission and net flux (t CO2e/a), each with a 95 % interval (IPCC approach 1; parcels of a class fully correlated, classes and pools independent).

With the area rule “attribute” the parts of a parcel share the survey area by measured proportion, so that totals equal the survey's. Every run checks that classes + uncovered − counted twice = unit area to 1e-6 and stops beyond. Overlaps, gaps and land outside every unit are counted, measured and listed; where units overlap, totals count their ground once.

One method per pool and parcel, one soil depth per account: on the ground of method layers the pools and processes that they account for come from them, shared out by area, all else from the factors of the land use, whose classes and areas stay. The table names the method of each row; the parcels of a method layer are one input of the interval.

This is the sink baseline (碳汇本底), not a crediting baseline (基准线).</source>
        <translation>以统计单元切割土地利用图斑，按单元和碳地类汇总面积，再乘以系数集中的系数，得到分碳库碳储量（t C）以及碳汇量、排放量和净排放（t CO2e/a），均附95%区间（IPCC误差传播方法1：同一地类的图斑完全相关，地类之间、碳库之间相互独立）。

采用“属性面积”口径时，图斑各部分按量算比例分摊调查面积，合计与调查面积一致。每次运行均校核“各地类面积 + 未覆盖面积 − 重复计算面积 = 单元面积”，相对误差超过1e-6即停止。重叠、空隙以及统计单元之外的用地均统计数量与面积并列示；统计单元重叠时，合计对重叠处只计一次。

同一图斑的同一碳库只用一种方法，一次核算只用一种土壤深度：在方法图层范围内，其认领的碳库和过程取自方法图层并按面积分摊，其余取自土地利用的系数；地类及其面积以土地利用为准。结果表逐行注明方法；一个方法图层的图斑在区间中作为同一个输入。

本工具核算的是碳汇本底，不是减排量核证所用的基准线。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Land use (polygons or raster)</source>
        <translation>土地利用（面图层或栅格）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Polygons with a land-use code, or a classified raster.</source>
        <translation>带地类编码的面图层，或分类栅格。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Field with the code, such as DLBM; for polygons.</source>
        <translation>地类编码字段，如 DLBM；用于面图层。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Polygons of towns, villages or other units (XZQ), or a raster of their numbers.</source>
        <translation>乡镇、村或其他统计单元（XZQ）的面图层，或以编号表示单元的栅格。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Outputs of tools of detailed methods (forest stands, mineral soil, blue carbon …). On their ground the pools and processes that they account for (field accounts_for) come from them, all else from the factor set. Two methods for one pool of one ground are refused, and so is another soil depth than that of the factor set.</source>
        <translation>各详细方法工具的输出（森林小班、矿质土壤、蓝碳等）。在其范围内，所认领的碳库和过程（字段 accounts_for）取自方法图层，其余取自系数集。同一地块的同一碳库由两种方法认领时拒绝运行，土壤深度与系数集不同时也拒绝运行。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Cells at the edge of units</source>
        <translation>统计单元边缘像元</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>For rasters. centre: a cell counts for the unit that holds its centre; exact: cells are shared by the area that each unit covers.</source>
        <translation>用于栅格。centre：像元计入其中心所在的单元；exact：像元按各单元覆盖的面积分摊。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Year of the land use</source>
        <translation>用地数据年份</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Calendar year that the land use shows; written to the outputs and the manifest.</source>
        <translation>土地利用数据所反映的公历年份，写入输出成果和运行清单。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>One feature per unit: area (ha), stock by pool (t C), fluxes (t CO2e/a), bounds, covered share.</source>
        <translation>每个统计单元为一个要素：面积（ha）、分碳库碳储量（t C）、碳汇量、排放量和净排放（t CO2e/a）、上下限、覆盖率。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Table with one row per unit, carbon class and method, in the units of the layer above.</source>
        <translation>每个统计单元、碳地类和方法一行的表，计量单位与上面的图层相同。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>carbon,sink,baseline,stock,account,unit,town,碳汇,本底,碳储量,核算,乡镇</source>
        <translation>carbon,sink,baseline,stock,account,unit,town,碳,碳汇,本底,碳储量,核算,统计单元,乡镇</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Method layers</source>
        <translation>方法图层</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>The parcels of the highest removal per hectare that make up the top share of every unit.</source>
        <translation>找出各单元中单位面积碳汇最高、合计占到前若干份额的图斑。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>Takes parcels with attached carbon factors and finds, in every unit, those of the highest removal per hectare (t CO2e/(ha·a)) that together make up the top share: of the area of the unit's parcels, or of their removal. The parcel that reaches the share is the last one, so that the share is met or passed.

Parcels of a class have the same density; among equals the larger one comes first, then the one with the smaller id, then the one further west and south. Parcels that a unit's border cuts share their removal by area. Land that removes nothing is never a hot spot.

Hot spots that share a border make a patch, also across units. concentration = share of the removal ÷ share of the area: 1 where hot spots are no denser than the rest.

The top 20 % of a service as sources of an ecological network is a custom, no norm. For polygons; turn a density raster into polygons first.</source>
        <translation>取已挂接碳系数的图斑，在各单元中找出单位面积碳汇（t CO2e/(ha·a)）最高、合计占到设定份额的图斑：份额按该单元图斑面积计，或按其碳汇量计。达到份额的那一块图斑为最后一块，因此份额恰好达到或略有超过。

同类图斑密度相同；密度相同时先取面积大的，再取编号小的，再取位置偏西、偏南的。被单元界线切开的图斑按面积分摊碳汇。无碳汇的土地不会成为热点。

有公共边的热点合为一个斑块，跨单元亦然。集中度（concentration）＝碳汇份额÷面积份额：热点不比其余土地更密时为1。

以服务功能前20 %作为生态网络源地是惯例，并非规范。适用于面图层；密度栅格请先转为面。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>Parcels with carbon factors</source>
        <translation>已挂接碳系数的图斑</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>Output of “Attach carbon factors”: polygons with removal_tco2e_a and area_ha.</source>
        <translation>“挂接碳系数”的输出：含removal_tco2e_a和area_ha的面。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>Amount of each parcel, divided by its area: removal_tco2e_a (t CO2e/a) or stock_tc (t C). Empty: removal_tco2e_a.</source>
        <translation>各图斑的量，除以其面积：removal_tco2e_a（t CO2e/a）或stock_tc（t C）。留空：removal_tco2e_a。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>Business id, such as BSM: breaks ties and names the hot spots. Empty: position breaks ties.</source>
        <translation>业务编号，如BSM：用于同值排序并标识热点。留空：按位置排序。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>Polygons of towns, villages or other units. Empty: the whole layer is one unit.</source>
        <translation>乡镇、村或其他单元的面。留空：整个图层为一个单元。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>Share of each unit's area or removal that its hot spots make up, in percent.</source>
        <translation>各单元热点所占面积或碳汇的份额，以百分数计。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>Share of</source>
        <translation>份额的基数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>area: of the area of the unit's parcels; amount: of their removal.</source>
        <translation>area：单元内图斑面积；amount：其碳汇量。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>Hot spots in patches below this area (ha) are left out of the layer; the table counts them.</source>
        <translation>斑块面积小于此值（ha）的热点不写入图层；表中仍计入。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>Hot spots</source>
        <translation>热点</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>Parcels, or their parts in a unit: rank, removal per ha and in all, area (ha), cumulative share of the unit's removal, number and area (ha) of the patch.</source>
        <translation>图斑或其在单元内的部分：排名、单位面积碳汇与碳汇量、面积（ha）、占单元碳汇的累计份额、斑块编号与面积（ha）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>Hot spots per unit</source>
        <translation>各单元热点</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>Area (ha) and removal of the hot spots, their shares of the unit, concentration, threshold.</source>
        <translation>热点的面积（ha）与碳汇、占单元的份额、集中度、阈值。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>hot spot,removal,sink,ecological source,open space,热点,碳汇,生态源地,开敞空间,格局</source>
        <translation>hot spot,removal,sink,ecological source,open space,热点,碳汇,生态源地,开敞空间,格局</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>Field to rank by</source>
        <translation>排序字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>Top share (%)</source>
        <translation>前若干份额（%）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>Smallest patch (ha)</source>
        <translation>最小斑块（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>Area of the hot spots (ha)</source>
        <translation>热点面积（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkhotspots.py"/>
        <source>Share of the removal in hot spots (0–1)</source>
        <translation>热点碳汇份额（0–1）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Soil carbon of changed land</source>
        <translation>变化土地的土壤碳</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Yearly gain or loss of mineral-soil carbon on land that changed use or management.</source>
        <translation>用途或管理方式变化土地的矿质土壤碳年增减量。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Soil stock = reference stock × F_LU × F_MG × F_I (t C/ha, 0–30 cm, tier 1) before and after, or both measured. Change in a year = area × (after − before) / D in each of the D years from the conversion on, 0 after; the present stock lies on this straight path. A gain is removal, a loss emission, both positive (t CO2e/a).

Land that was built over keeps its soil unless a paved share is stated. Land under water, coastal land and formerly built-up land are left out and listed. Intervals: half-widths of the factors in quadrature (approach 1); a factor is one draw wherever it occurs.

The output is a method layer: give it to “Sink baseline” as METHOD_LAYERS, with a factor set of the same soil depth; there it takes the place of soil stock and soil flux.

Method: IPCC 2006 Guidelines Vol. 4, eq. 2.25; factors of the 2019 Refinement, Tables 2.3, 5.5 and 6.2 (resources/factors/ipcc_default.csv, soil_systems.csv).</source>
        <translation>变化前后土壤碳储量 = 参考储量 × F_LU × F_MG × F_I（t C/ha，0–30 cm，第一层级），或两期均为实测。年变化量 = 面积 × (变化后 − 变化前) / D，自转换年起计 D 年，之后为 0；现状储量位于这条直线路径上。增加为碳汇，减少为排放，均为正值（t CO2e/a）。

新增建设用地在未填硬化比例时保留原有土壤碳。水下土地、滨海土地和原为建设用地的土地不计算并列出。区间：系数半宽按平方和开方合成（方法1）；同一系数不论出现几次都只作一次抽取。

输出为方法图层：在“碳汇本底”中作为 METHOD_LAYERS 使用，系数集的土壤深度须相同；它在其中取代土壤储量和土壤通量。

方法：IPCC 2006 指南第4卷式2.25；系数取自2019年修订版表2.3、5.5和6.2（resources/factors/ipcc_default.csv、soil_systems.csv）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Land that changed</source>
        <translation>变化土地</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Polygons with land use before and after, such as OUTPUT_MAP of “Change of carbon stock”.</source>
        <translation>含变化前后地类的面要素，如“碳储量变化”的 OUTPUT_MAP。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Field: year of conversion</source>
        <translation>字段：转换年份</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Calendar year of the conversion.</source>
        <translation>转换发生的年份。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Method layer: the input's polygons with the present soil stock (t C), removal and emission (t CO2e/a) with bounds, the stocks before and after (t C/ha) and the years left.</source>
        <translation>方法图层：输入面要素，附现状土壤碳储量（t C）、碳汇量和排放量（t CO2e/a）及上下限、变化前后储量（t C/ha）和剩余年数。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Path by years</source>
        <translation>逐年路径</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Table: removal and emission of every year to the end of the transition (t CO2e/a).</source>
        <translation>表：至转换期结束各年的碳汇量和排放量（t CO2e/a）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Soil depth of the measured stocks, from-to in cm; those by factors are of 0–30 cm.</source>
        <translation>实测储量的土壤深度，起止厘米；按系数计算的为0–30 cm。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>soil,carbon,SOC,tillage,land use change,IPCC,transition,土壤,土壤有机碳,耕作,地类变化</source>
        <translation>土壤,土壤碳,土壤有机碳,矿质土壤,耕作,地类变化,转换期,soil,SOC,IPCC</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Field: class before</source>
        <translation>字段：变化前地类</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Carbon class or code before the conversion.</source>
        <translation>转换前的碳地类别或地类编码。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Field: class after</source>
        <translation>字段：变化后地类</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Carbon class or code after it.</source>
        <translation>转换后的碳地类别或地类编码。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Climate</source>
        <translation>气候</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Climate region of the tier-1 factors; by_field: from CLIMATE_FIELD.</source>
        <translation>第一层级系数的气候区；by_field：取自 CLIMATE_FIELD。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Soil group</source>
        <translation>土壤类组</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Soil group of the reference stock; by_field: from SOIL_FIELD.</source>
        <translation>参考储量的土壤类组；by_field：取自 SOIL_FIELD。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Change of the soil stock (t C/a)</source>
        <translation>土壤碳储量变化（t C/a）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Year of conversion</source>
        <translation>转换年份</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Calendar year for features without one.</source>
        <translation>未填年份要素的转换年份。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Calendar year of the account.</source>
        <translation>核算年份。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Transition period (years)</source>
        <translation>转换期（年）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Years over which the soil moves from one stock to the other (IPCC: 20).</source>
        <translation>土壤从一个储量过渡到另一个储量的年数（IPCC：20）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Management: cropland {cropland}; grassland {grassland}. Empty: by class.</source>
        <translation>管理方式：耕地 {cropland}；草地 {grassland}。留空：按地类默认。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Input of organic matter: {inputs}. Empty: medium.</source>
        <translation>有机质投入：{inputs}。留空：medium（中等）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Field: climate</source>
        <translation>字段：气候</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Climate of each feature, words as in CLIMATE.</source>
        <translation>各要素的气候，取值同 CLIMATE。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Field: soil group</source>
        <translation>字段：土壤类组</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Soil group of each feature, words as in SOIL_GROUP.</source>
        <translation>各要素的土壤类组，取值同 SOIL_GROUP。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Field: management before</source>
        <translation>字段：变化前管理方式</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Field: management after</source>
        <translation>字段：变化后管理方式</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Field: input before</source>
        <translation>字段：变化前投入水平</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Field: input after</source>
        <translation>字段：变化后投入水平</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Field: paved share</source>
        <translation>字段：硬化比例</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Paved share of new built-up land, 0–1; row SOIL-P-PAVED of soil_parameters.csv.</source>
        <translation>新增建设用地的硬化比例，0–1；见 soil_parameters.csv 的 SOIL-P-PAVED 行。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Field: measured stock before</source>
        <translation>字段：变化前实测储量</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Measured soil stock, t C/ha.</source>
        <translation>实测土壤碳储量，t C/ha。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Field: measured stock after</source>
        <translation>字段：变化后实测储量</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/soilcarbon.py"/>
        <source>Depth of measured stocks (cm)</source>
        <translation>实测储量的深度（cm）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Stock change between two dates</source>
        <translation>两期碳储量变化</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Which land turned into which between two dates, and the carbon stock won and lost by it.</source>
        <translation>两期之间土地由何种地类转为何种地类，以及由此增加和减少的碳储量。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Cuts the land use of two dates (polygons, rasters or one of each) by one another and by units, and multiplies the transitions with the carbon densities of a factor set.

Method: stock-difference (IPCC 2006 Guidelines Vol. 4 Ch. 2), change = stock after − stock before in t C, positive where the stock grows, per year of the period in t CO2e/a. Both stocks are those of the ground that has a class at both dates and of the pools known at both; ground of one date only is in the transitions (class NULL) and in columns of its own. A settlements class without soil carbon in the factor set keeps that of the land before. The stock of annual crops is a stock, not a growth: land that stays as it is changes nothing.

Bounds (95 %, IPCC approach 1) take the density of a class and pool as one and the same draw at both dates; classes and pools are independent.

Parcels with the same geometry at both dates need no overlay. Where a layer overlaps itself the ground counts once. Every run checks that the parts add up to both layers and to every unit to 1e-6, and that opening + additions − reductions = closing to 1e-9.</source>
        <translation>将两期土地利用（面、栅格或各一）相互叠加并按统计单元切分，再将地类转移面积乘以系数集中的碳密度。

方法：储量变化法（IPCC 2006指南第4卷第2章），变化量 = 期末碳储量 − 期初碳储量（t C，储量增加为正），除以间隔年数得年变化量（t CO2e/a）。两期储量均只计两期都有地类的土地，且只计两期均有系数的碳库；仅一期有地类的土地列入转移表（地类为NULL）并另列面积。系数集中没有土壤碳的建设用地类，沿用转用前土地的土壤碳。一年生作物的储量只是储量，不是生长量：地类未变的土地没有变化。

区间（95%，IPCC方法1）：同一地类、同一碳库的密度在两期视为同一次抽样，完全相关；地类之间、碳库之间相互独立。

两期图形完全相同的图斑无需叠加。图层自身重叠处，土地只计一次。每次运行均校验各部分面积之和与两期图层及各统计单元相符（1e-6），且期初 + 增加 − 减少 = 期末（1e-9）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Area with a class at both dates (ha)</source>
        <translation>两期均有地类的面积（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Area whose class changed (ha)</source>
        <translation>地类发生变化的面积（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Classification at the second date (empty: the same)</source>
        <translation>后期土地分类（留空：与前期相同）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Polygons of towns, villages or other units (XZQ), or a raster of their numbers. Empty: all ground is one unit “*”, drawn as the box around it.</source>
        <translation>乡镇、村或其他统计单元（XZQ）的面图层，或以编号表示单元的栅格。留空：全部土地作为一个单元“*”，图形为其外接矩形。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Land use at the first date (polygons or raster)</source>
        <translation>前期土地利用（面或栅格）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Land use at the second date (polygons or raster)</source>
        <translation>后期土地利用（面或栅格）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Year of the first date</source>
        <translation>前期年份</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Year of the second date</source>
        <translation>后期年份</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Rasters on different grids</source>
        <translation>两期栅格网格不一致时</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>refuse: stop and say how the grids differ; to_before: bring the second raster onto the grid of the first, each cell taking the value at its centre.</source>
        <translation>refuse：停止并说明网格差异；to_before：将后期栅格重采样到前期栅格的网格，各像元取其中心处的值。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Change per unit</source>
        <translation>分单元碳储量变化</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>One feature per unit: area of both dates (ha), changed area, stocks and their change (t C, with bounds), gains and losses of the transitions (t C), yearly change (t CO2e/a), ground of one date only (ha).</source>
        <translation>每个统计单元为一个要素：两期均有地类的面积（ha）、变化面积、两期碳储量及其变化量（t C，附区间）、各类转移的增加量与减少量（t C）、年变化量（t CO2e/a）、仅一期有地类的面积（ha）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Transitions</source>
        <translation>地类转移表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Table with one row per unit, class before and class after (NULL = none at that date): area (ha), stocks and change (t C).</source>
        <translation>每个单元、前期地类、后期地类一行（NULL = 该期无地类）：面积（ha）、两期碳储量和变化量（t C）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Land-use change by IPCC category</source>
        <translation>IPCC类别土地利用变化</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>The transitions between the six IPCC categories and the sea: area (ha), change (t C).</source>
        <translation>IPCC六大土地利用类别及海域之间的转移：面积（ha）、变化量（t C）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Balance of the classes</source>
        <translation>地类期初期末平衡表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>SEEA asset account by unit and class: opening + additions − reductions = closing, in ha and t C, on the ground of both dates.</source>
        <translation>按单元和地类的SEEA资产账户：期初 + 增加 − 减少 = 期末，单位为ha和t C，范围为两期均有地类的土地。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Change map (polygons)</source>
        <translation>变化图（面）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>The ground whose class changed, for two polygon layers: class before and after, area (ha), change (t C/ha and t C). Pieces up to 1 m² or 0.1 m wide are left out of the map and noted.</source>
        <translation>地类发生变化的土地，用于两期均为面图层的情形：前后地类、面积（ha）、变化量（t C/ha和t C）。不超过1 m²或宽度不超过0.1 m的碎片不入图，另行提示。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>GeoTIFF with the change of carbon density of every cell (t C/ha), for rasters.</source>
        <translation>各像元碳密度变化（t C/ha）的GeoTIFF，用于栅格。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Carbon stock at the first date (t C)</source>
        <translation>期初碳储量（t C）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Carbon stock at the second date (t C)</source>
        <translation>期末碳储量（t C）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Change of the carbon stock (t C)</source>
        <translation>碳储量变化量（t C）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Yearly change of the carbon stock (t CO2e/a)</source>
        <translation>碳储量年变化量（t CO2e/a）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>carbon,change,transition,matrix,land-use change,碳储量,变化,转移矩阵,土地利用变化</source>
        <translation>carbon,change,transition,matrix,land-use change,碳储量,变化,转移矩阵,土地利用变化,碳库变化</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Field that names the parcels in the map and in notes, such as BSM. Empty: feature id.</source>
        <translation>在变化图和提示中标识图斑的字段，如BSM。留空：要素编号。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Calendar year that the land use shows; the change is divided by the years between.</source>
        <translation>土地利用所反映的年份；变化量除以两期间隔年数。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/stockchange.py"/>
        <source>Change map (raster)</source>
        <translation>变化图（栅格）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>Translate land-use codes</source>
        <translation>地类代码转换</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>Writes the code of another classification beside the code of every feature.</source>
        <translation>在每个要素的地类代码旁写入另一用地分类的对应代码。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>Translates land-use codes by the shipped code tables (third national survey or OpenStreetMap to the 2023 land-and-sea classification). Only one-to-one targets are written; classes that may be split stay empty and carry their candidates, to be decided with project knowledge.

It does not replace 基数转换. The third-survey table is a practitioner's table, not the annex of the guide; see resources/classes/SOURCES.md.</source>
        <translation>按内置代码对照表转换地类代码（第三次全国国土调查或OpenStreetMap转为2023年用地用海分类）。仅写入一一对应的目标代码；可能需要拆分的地类留空并列出候选代码，由用户结合项目情况判定。

本工具不能代替基数转换。三调对照表由业内人员整理，并非用地用海分类指南的附录，详见resources/classes/SOURCES.md。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>Any vector layer or table with land-use codes.</source>
        <translation>任何含地类代码的矢量图层或表。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>Target classification</source>
        <translation>目标用地分类</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>Id of the classification to translate to; tables lead to cn_landsea_2023.</source>
        <translation>目标用地分类的标识；现有对照表均指向cn_landsea_2023。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>The input with target_code, target_name, relation (direct, default_of_several, none) and candidates.</source>
        <translation>输入图层，增加target_code、target_name、relation（direct、default_of_several、none）和candidates字段。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>code,classification,crosswalk,translate,land use,三调,用地用海,地类,转换,代码</source>
        <translation>code,classification,crosswalk,translate,land use,三调,用地用海,用地分类,土地利用,地类,对照表,转换,代码</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>Layer with codes</source>
        <translation>待转换代码的图层</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>Layer with translated codes</source>
        <translation>已转换代码的图层</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/translatecodes.py"/>
        <source>Features without a one-to-one target</source>
        <translation>无一一对应目标代码的要素数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>Uncertainty of a baseline</source>
        <translation>碳汇本底的不确定性</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>95 % intervals of every figure of a sink baseline, and which factor to improve first.</source>
        <translation>碳汇本底各项数值的 95 % 区间，以及应优先改进的系数。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>Takes the table per unit and class of “Sink baseline” and the factor set it was made with.

propagation: half-widths add in quadrature (IPCC 2006, Vol. 1, Ch. 3, approach 1). montecarlo: every factor is drawn at random (approach 2), once for its class and pool, so that all land of a class moves together; the same seed gives the same digits. All distributions keep the value as their centre and leave 2.5 % beyond each bound.

With an error matrix of the map, areas are estimated from its samples and vary, too (Olofsson et al. 2014). Factors without an interval stay at their value: their share is stated.

Where the baseline has method layers, what they state is one input for each method and quantity beside the factors of the other pools; the parcels of a method move together. Ground that several methods answer for is an input of its own, so that intervals are narrower than those of the baseline, which knows the layers. Where units overlap, totals count their ground in each.</source>
        <translation>使用“碳汇本底”按单元和地类的结果表，以及当时采用的系数集。

propagation：半宽按平方和开方合成（IPCC 2006 第 1 卷第 3 章方法 1）。montecarlo：每个系数随机抽样（方法 2），同一碳地类同一碳库只抽一次，因此同类土地同步变动；种子相同则结果逐位相同。各分布均以系数值为中心，上下界之外各留 2.5 %。

给出地图误差矩阵时，面积由样本估计并同样变动（Olofsson 等 2014）。没有区间的系数保持原值，并说明其份额。

碳汇本底含方法图层时，方法图层的数值按方法和量各作为一个输入，与其余碳库的系数并列；同一方法的图斑同步变动。由几种方法共同认领的地块单独作为一个输入，因此其区间比碳汇本底（按图层计算）的略窄。单元相互重叠时，总计在每个单元中都计入重叠的土地。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>Share of the stock without an interval (0–1)</source>
        <translation>没有区间的碳储量份额（0–1）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>Table that “Sink baseline” wrote as OUTPUT_TABLE: unit, carbon class, area (ha).</source>
        <translation>“碳汇本底”作为 OUTPUT_TABLE 写出的表：单元、碳地类、面积 (ha)。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>propagation of error (approach 1) or montecarlo (approach 2).</source>
        <translation>propagation 误差传播（方法 1）或 montecarlo 蒙特卡洛（方法 2）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>Error matrix of the map</source>
        <translation>地图误差矩阵</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>Table of sample counts: first column the mapped carbon class, one column for each class found. Empty: areas are taken as exact.</source>
        <translation>样本数表：第一列为图上碳地类，其余各列为核实所得碳地类。留空：面积视为精确值。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>Intervals per unit</source>
        <translation>各单元区间</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>Every figure of the account with low and high.</source>
        <translation>账户各项数值及其上下界。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>Ranking of the causes</source>
        <translation>不确定性来源排序</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>Factors and areas with their share in the variance of the total, the largest first.</source>
        <translation>各系数和面积在总方差中的份额，由大到小。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>Distribution of the factors; a factor whose interval reaches 0 cannot be lognormal.</source>
        <translation>系数的分布；区间触及 0 的系数不能取对数正态分布。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>uncertainty,interval,Monte Carlo,error,IPCC,carbon,不确定性,区间,蒙特卡洛,误差</source>
        <translation>不确定性,区间,蒙特卡洛,误差,IPCC,碳,uncertainty,interval,Monte Carlo</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>Total net emission (t CO2e/a)</source>
        <translation>净排放合计 (t CO2e/a)</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>Draws</source>
        <translation>抽样次数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>Number of random draws of montecarlo.</source>
        <translation>蒙特卡洛随机抽样的次数。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>Any whole number; the same one gives the same draws.</source>
        <translation>任意整数；相同的种子得到相同的抽样。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Unify statistical units</source>
        <translation>统计单元统一</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Brings statistics of census tracts, traffic zones or supply areas onto towns and villages.</source>
        <translation>将普查小区、交通小区或供能片区的统计数据统一到乡镇、村。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Totals (population, electricity, output value) are shared out among the target units, densities and rates are averaged over the ground they hold for.

areal: by area (Goodchild and Lam 1980). dasymetric: by weights inside the source units, such as floor area in polygons or night lights in a raster; sources without any weight go by area and are listed (Eicher and Brewer 2001). pycnophylactic: by a smooth density on a grid that keeps the total of every source (Tobler 1979). raking: fitted to the known totals of sources and of targets (Deming and Stephan 1940).

The sum over the targets and what lies outside them equals the sum of the sources to 1e-9. Every figure says which share of it is estimated from split sources; above one half it is flagged. The weights can be written and used again for other fields and years. With a control table each unit is compared, map against table (图数一致): 1 ha for fields that end in _ha, 0.5 % for others.</source>
        <translation>总量（人口、用电量、产值）分配到目标单元，密度和比率按其所在的土地求平均。

areal：按面积（Goodchild、Lam 1980）。dasymetric：按来源单元内的权重，如面图层中的建筑面积或栅格中的夜间灯光；没有任何权重的来源单元按面积分配并列出（Eicher、Brewer 2001）。pycnophylactic：按格网上的平滑密度，并保持每个来源单元的总量（Tobler 1979）。raking：按来源与目标两端的已知总量拟合（Deming、Stephan 1940）。

目标单元之和加上目标以外的部分等于来源之和，误差不超过 1e-9。每个数值注明其中由被分割的来源单元估算的份额，超过一半的加标记。权重可以输出，供其他字段和年份重复使用。给出控制表时逐单元比对图与数（图数一致）：以 _ha 结尾的字段 1 公顷，其他字段 0.5 %。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>areal, dasymetric, pycnophylactic or raking; densities and rates always go by common area.</source>
        <translation>areal、dasymetric、pycnophylactic 或 raking；密度和比率始终按公共面积平均。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Unified units</source>
        <translation>统一后的单元</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Target units with each field, its estimated share (0–1), missing share (0–1) and flag.</source>
        <translation>目标单元，含各字段及其估算份额（0–1）、缺失份额（0–1）和标记。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Table of weights</source>
        <translation>权重表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Table with source, target, common area (m²) and share; as WEIGHTS it serves other years.</source>
        <translation>表：来源、目标、公共面积（m²）和份额；作为 WEIGHTS 可用于其他年份。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Map against table</source>
        <translation>图数一致</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Each unit and field of the control table with both values, difference and tolerance.</source>
        <translation>控制表的每个单元和字段，含两方数值、差值和容差。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Source units</source>
        <translation>来源单元</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Polygons with statistics, such as census tracts.</source>
        <translation>带统计数据的多边形，如普查小区。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Source unit name field</source>
        <translation>来源单元名称字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Field that names the source unit. Empty: feature id.</source>
        <translation>来源单元的名称字段。留空则用要素号。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Target units</source>
        <translation>目标单元</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Polygons of the units of the account, such as towns (XZQ).</source>
        <translation>核算单元的多边形，如乡镇（XZQ）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Target unit name field</source>
        <translation>目标单元名称字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Field that names the unit; features of one name are one unit. Empty: feature id.</source>
        <translation>单元名称字段；同名要素为同一单元。留空则用要素号。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Parent unit field</source>
        <translation>上级单元字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Field that names the next larger unit; written as “parent”, as the account book takes it.</source>
        <translation>存放上一级单元名称的字段；输出为“parent”，碳账户可直接采用。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Year of the units</source>
        <translation>统计单元的年份</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Calendar year, written to the output; chooses the versions of the target units where they have years of validity.</source>
        <translation>年份，写入输出；目标单元有有效年份时据此选取其版本。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Year of the source units</source>
        <translation>来源单元的年份</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Calendar year in which the source units held for which the statistics stand. Empty: YEAR.</source>
        <translation>统计数据所依据的来源单元有效的年份。留空：采用 YEAR。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>For “dasymetric” polygons with weights (floor area) or a raster of them (population, night lights); for any method the table of weights of an earlier run.</source>
        <translation>“dasymetric”所用的带权重多边形（建筑面积）或权重栅格（人口、夜间灯光）；任何方法均可采用以前运行输出的权重表。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Weight field</source>
        <translation>权重字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>For polygons. Number of 0 or more: floor area (m²), employees, class weight.</source>
        <translation>用于面图层。不小于 0 的数值：建筑面积（m²）、从业人数、地类权重。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>For a raster: number of the band with weights of 0 or more; cells without data hold none.</source>
        <translation>用于栅格：权重（不小于 0）所在波段的编号；无数据像元不含权重。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Kind of weight</source>
        <translation>权重类型</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>total: of the whole polygon or cell, shared by its parts (people, floor area in m²); per_ha: intensity per hectare (class weight, light).</source>
        <translation>total：整个多边形或像元的总量，由其各部分分担（人口、建筑面积 m²）；per_ha：每公顷强度（地类权重、灯光）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>For “pycnophylactic”: side of the cells in m. Empty: 25 cells in the smallest source.</source>
        <translation>用于“pycnophylactic”：像元边长（m）。留空则最小的来源单元约含 25 个像元。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>The whole value of a source goes to the targets that it reaches, also where it reaches beyond them; for boundaries that do not quite fit.</source>
        <translation>来源单元的全部数值分配给它所触及的目标单元，即使它超出目标范围；用于边界不完全吻合的情况。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>How common areas (m²) are measured: on the ellipsoid or in the plane.</source>
        <translation>公共面积（m²）的量算方式：椭球面或平面。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Control table</source>
        <translation>控制表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Totals of the target units, columns named as the fields, and their areas in a column area_ha: margins of “raking”, otherwise a check with the root mean square error.</source>
        <translation>目标单元的总量，列名与字段一致；面积列名为 area_ha。用作“raking”的边际总量，否则用于检核并给出均方根误差。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Unit name column of the control table</source>
        <translation>控制表的单元名称列</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Column with the names of the target units. Empty: the first one.</source>
        <translation>目标单元名称所在的列。留空则取第一列。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>statistics,unit,areal interpolation,dasymetric,pycnophylactic,raking,统计单元,统一,人口,面域插值</source>
        <translation>统计,单元,面域插值,分区密度,保量平滑,迭代比例拟合,统计单元,统一,人口,areal interpolation,dasymetric,raking</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Largest volume residual (share of the total)</source>
        <translation>最大总量残差（占总量的份额）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Figures that do not agree with the control table</source>
        <translation>与控制表不一致的数值个数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Fields with totals</source>
        <translation>总量字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Numbers that are shared out, in any unit: people, kWh, tonnes.</source>
        <translation>可分配的数值，单位不限：人、kWh、吨。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Fields with densities or rates</source>
        <translation>密度或比率字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Numbers that are averaged, in any unit: people per ha, kWh per m², shares.</source>
        <translation>取平均的数值，单位不限：人/公顷、kWh/m²、份额。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Valid from</source>
        <translation>有效起始</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Year or date from which a version of a unit holds.</source>
        <translation>单元某一版本开始有效的年份或日期。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Valid to</source>
        <translation>有效终止</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Year or date from which it no longer holds; empty: it does.</source>
        <translation>不再有效的年份或日期；留空表示仍有效。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Band of the weights</source>
        <translation>权重波段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>Share out inside only</source>
        <translation>只在范围内分配</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/unifyunits.py"/>
        <source>{label}, source units</source>
        <translation>{label}（来源单元）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Update baseline by survey increments</source>
        <translation>按变更调查增量更新碳汇本底</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Carries a sink baseline to the next year by the change survey's increments, with causes.</source>
        <translation>用变更调查增量把碳汇本底推进到下一年，并给出变化原因。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Takes the table per unit and class of the year before and the process layer of the yearly change survey (地类图斑更新过程层 DLTBGXGC: one record per process, with the code before and after). Per unit and class: opening + additions − reductions = closing, in ha and in t C, checked to 1e-9; the county is not computed again. The table of the new year opens the next update.

Fluxes (t CO2e/a) are those of the new year's areas; the change of stock is a one-off amount (t C). A pool counts as changed only where it is known before and after: built-up land keeps the soil that it covers. The interval of a change takes land of a class as fully correlated.

The cause comes from CAUSE_FIELD, else from the transition (resources/classes/change_causes.csv). BGXW tells how a parcel changed (1 attributes, 2 shape), not why, and is no cause. Increments that do not fit the baseline are refused.

Method: stock-difference (IPCC 2006 Guidelines Vol. 4, Ch. 2); balance after SEEA.</source>
        <translation>取上一年度的分单元分地类表和年度变更调查的地类图斑更新过程层（DLTBGXGC：每个变化过程一条记录，含变更前后地类编码）。按单元和地类：期初＋增加－减少＝期末，分别以ha和t C计，核验到1e-9；不重算全县。新一年的表即为下一次更新的期初。

通量（t CO2e/a）按新一年的面积计算；储量变化是一次性的量（t C）。某碳库仅在变更前后均已知处计变化：建设用地保留其所覆盖的土壤碳。变化区间按同类土地完全相关计算。

原因取自CAUSE_FIELD，否则按转移类型推定（resources/classes/change_causes.csv）。BGXW说明图斑如何变化（1属性变更，2图形变更），而非为何变化，不作为原因。与本底不符的增量予以拒绝。

方法：储量变化法（IPCC 2006指南第4卷第2章）；平衡按SEEA。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Area that changed its class (ha)</source>
        <translation>地类变化的面积（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Baseline of the year before</source>
        <translation>上一年度碳汇本底</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Table that “Sink baseline” or this tool wrote as OUTPUT_TABLE: unit, carbon class, area (ha).</source>
        <translation>“碳汇本底”或本工具写出的OUTPUT_TABLE：单元、碳地类、面积（ha）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Increments of the change survey</source>
        <translation>变更调查增量</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Process layer DLTBGXGC: polygons, or a table with the same fields and official areas.</source>
        <translation>更新过程层DLTBGXGC：面图层，或具有相同字段和法定面积的表。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Year of the increments</source>
        <translation>增量年度</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Year whose end the updated baseline shows; the baseline given must be that of the year before.</source>
        <translation>更新后本底所反映的年末所在年份；所给本底必须为其上一年度。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Polygons of the units of the baseline, by which increments are cut. Empty: by the unit fields.</source>
        <translation>本底所用统计单元的面，用于切分增量。留空：按单元字段。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Field that names the unit as in the baseline. Empty: feature id.</source>
        <translation>单元名称字段，与本底一致。留空：要素编号。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Number of leading digits of the unit fields that name a unit of the baseline; 0: all.</source>
        <translation>单元字段中构成本底单元的前若干位数；0：全部。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Updated baseline per unit</source>
        <translation>更新后各单元本底</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Account of each unit at the end of the year, its stock before and the change (t C).</source>
        <translation>各单元年末账户、变更前储量与变化量（t C）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Updated baseline per unit and class</source>
        <translation>更新后分单元分地类本底</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Table that opens the update of the next year, as “Sink baseline” writes it.</source>
        <translation>下一年度更新的期初表，格式同“碳汇本底”。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Balance per unit and class</source>
        <translation>分单元分地类平衡表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Opening, additions, reductions and closing (ha, t C); entered and left: stock that enters or leaves the table without a change of carbon (boundaries, pools without a factor).</source>
        <translation>期初、增加、减少与期末（ha、t C）；转入与转出：无碳变化而进入或离开账表的储量（界线调整、无系数的碳库）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Causes of the changes</source>
        <translation>变化原因</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Area (ha), change of stock (t C) and number of processes by unit, cause, permit and transition.</source>
        <translation>按单元、原因、批准文号和转移类型列出面积（ha）、储量变化（t C）和过程数。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>update,increment,change survey,DLTBGX,DLTBGXGC,cause,yearly,变更调查,增量,更新过程,变化原因,年度</source>
        <translation>update,increment,change survey,DLTBGX,DLTBGXGC,cause,yearly,变更调查,增量,更新过程,变化原因,年度</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Digits of the unit code</source>
        <translation>单元代码位数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Code before</source>
        <translation>变更前地类编码</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Land-use code before the change. Empty: BGQDLBM.</source>
        <translation>变更前的地类编码。留空：BGQDLBM。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Code after</source>
        <translation>变更后地类编码</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Land-use code after the change. Empty: BGHDLBM.</source>
        <translation>变更后的地类编码。留空：BGHDLBM。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Deducted ridges before</source>
        <translation>变更前扣除面积</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Field ridges before the change, in AREA_UNIT; used with rule “attribute”. Empty: BGQKCMJ.</source>
        <translation>变更前的田坎面积，单位同AREA_UNIT；用于规则“attribute”。留空：BGQKCMJ。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Deducted ridges after</source>
        <translation>变更后扣除面积</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Field ridges after the change, in AREA_UNIT; used with rule “attribute”. Empty: BGHKCMJ.</source>
        <translation>变更后的田坎面积，单位同AREA_UNIT；用于规则“attribute”。留空：BGHKCMJ。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Unit before</source>
        <translation>变更前单元</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Unit before the change, as in the baseline. Empty: BGQZLDWDM, BGQXZQDM, BGQZLDWMC, ZLDWDM.</source>
        <translation>变更前所属单元，与本底一致。留空：BGQZLDWDM、BGQXZQDM、BGQZLDWMC、ZLDWDM。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Unit after</source>
        <translation>变更后单元</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Unit after the change, as in the baseline. Empty: BGHZLDWDM, BGHXZQDM, BGHZLDWMC, ZLDWDM.</source>
        <translation>变更后所属单元，与本底一致。留空：BGHZLDWDM、BGHXZQDM、BGHZLDWMC、ZLDWDM。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Id field</source>
        <translation>编号字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Field that names a record in messages. Empty: BSM, else the row.</source>
        <translation>提示中标识记录的字段。留空：BSM，否则为行号。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Date of the update</source>
        <translation>更新时间</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Date or year of the increment; other years are refused. Empty: GXSJ, where there is one.</source>
        <translation>增量的日期或年份；其他年份予以拒绝。留空：GXSJ（若有）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Kind of boundary adjustment</source>
        <translation>行政区调整类型</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>1 and 3: ground enters the county; 2 and 4: it leaves; 0 or empty: neither. Empty: XZQTZLX, where there is one.</source>
        <translation>1和3：土地调入本县；2和4：土地调出；0或空：均非。留空：XZQTZLX（若有）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Cause</source>
        <translation>变化原因</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Field with the cause of the change. Empty: by the transition.</source>
        <translation>存放变化原因的字段。留空：按转移类型推定。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Permit</source>
        <translation>批准文号</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Field with the project or approval number (批准文号), kept beside the cause.</source>
        <translation>存放项目或批准文号的字段，与原因并列保留。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/updatebaseline.py"/>
        <source>Carbon stock at the end of the year (t C)</source>
        <translation>年末碳储量（t C）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>Validate carbon factors</source>
        <translation>校验碳系数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>Checks a factor table (CSV, XLSX or InVEST) and lists every problem with row and column.</source>
        <translation>检查系数表（CSV、XLSX或InVEST），按行、列列出全部问题。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>Reads a factor table as the other tools would and lists every problem with row, column and reason: missing columns, unknown classes, pools, processes and units, numbers that do not parse, bounds out of order, missing source or evidence grade, duplicates, mixed soil depths or flux families.

A blank template is resources/factors/template.csv (and .xlsx).</source>
        <translation>按其他工具的读取方式读入系数表，逐行逐列列出全部问题及原因：缺少列，未知的地类、碳库、过程或单位，无法识别的数值，上下限次序错误，缺少来源或依据等级，重复记录，混用土壤深度或通量类别。

空白模板为resources/factors/template.csv（另有.xlsx）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>Factor table</source>
        <translation>系数表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>CSV or workbook in the plugin's schema, or an InVEST carbon-pools table.</source>
        <translation>按本插件格式编制的CSV或工作簿，或InVEST碳库表。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>carbon,factor,validate,check,template,CSV,XLSX,InVEST,碳,系数,校验</source>
        <translation>carbon,factor,validate,check,template,CSV,XLSX,InVEST,碳,系数,碳系数,校验,检查,模板</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validaterules.py"/>
        <source>Validate control-line rules</source>
        <translation>校验控制线规则</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validaterules.py"/>
        <source>Checks a table of control-line rules and lists every problem with row and column.</source>
        <translation>检查控制线规则表，逐行逐列列出问题。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validaterules.py"/>
        <source>Reads a rule table as the plan check would, over the pack that it extends, and lists every problem with row, column and reason: missing columns, unknown line types, zones, check types and land-use codes, dates out of order, repeated ids, ids that the parent does not have, parents that are missing or go round in a circle, conditions that are no QGIS expression, and distances that do not parse.

A blank template is resources/rules/template.csv (and .xlsx); template_README.md beside it tells how to fill it in.</source>
        <translation>按规划检查的方式读取规则表（叠加在其所继承的规则包之上），逐行逐列列出问题及原因：缺少的列，未知的控制线类型、分区、检查类型和用地代码，日期先后颠倒，编号重复，上级规则包中没有的编号，缺失或循环继承的上级，不是QGIS表达式的条件，以及无法解析的距离。

空白模板为resources/rules/template.csv（及.xlsx），填写说明见同目录的template_README.md。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validaterules.py"/>
        <source>Rule table</source>
        <translation>规则表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validaterules.py"/>
        <source>CSV or workbook in the plugin's schema; it may extend a shipped rule pack or another file.</source>
        <translation>符合本插件结构的CSV或工作簿；可继承随附的规则包或另一文件。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validaterules.py"/>
        <source>rule,control line,validate,check,template,CSV,XLSX,规则,控制线,校验</source>
        <translation>规则,控制线,校验,检查,模板,CSV,XLSX,rule,control line,validate</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Value carbon rights</source>
        <translation>碳权价值核算</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Physical, inventory and tradable sink side by side, and their value as a range of methods.</source>
        <translation>实物碳汇、清单碳汇与可交易碳汇并列，并按多种方法给出其价值区间。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Takes the removal and the emission of a “Sink baseline” from the account book or a table. Physical sink: what the land removes. Inventory sink: the net flow (removal − emission) on managed land, which alone counts in a national inventory (IPCC 2006). Tradable sink: certified tonnes of additional projects, less leakage, less buffer, less what is sold: 0 without a certified project.

Methods, t CO2e in q after leakage and buffer, q·(1−l)·(1−b):
market: V = p·q of the tradable tonnes at the price of voluntary credits (CCER), never that of allowances (CEA);
replacement: V = c·q·12/44 with the cost c of afforestation per t C;
abatement: V = ∫MC dq from 0 to all tonnes, shared among units by tonne;
tax: V = τ·q with a carbon tax or the social cost of carbon;
npv: Σ (q·p·(1+g)^t − cost)/(1+r)^t of the tradable tonnes for t = 1 … YEARS.
Replacement, abatement and tax value the tonnes of SINK, less what is sold.

The result is the range from the lowest to the highest method, never a sum. The methods of one year make the range; npv is of many years and stands beside it. No price of another year or currency is taken unless it is named, and then it is noted. OUTPUT can be posted to the account book.

Prices with their sources: resources/factors/prices.csv.</source>
        <translation>从碳账户账本或表格中读取“碳汇本底”的碳汇量与排放量。实物碳汇：土地自身的碳汇量。清单碳汇：受管理土地上的净流量（碳汇量 − 排放量），国家温室气体清单只计这一部分（IPCC 2006）。可交易碳汇：具额外性的已核证项目的减排量，依次扣除泄漏、缓冲和已售出量；没有已核证项目即为 0。

方法（q 为扣除泄漏和缓冲后的 t CO2e，q·(1−l)·(1−b)）：
market（市场价值法）：V = p·q，可交易量按自愿减排量（CCER）价格计，绝不用配额（CEA）价格；
replacement（造林成本法）：V = c·q·12/44，c 为每 t C 的造林成本；
abatement（边际减排成本法）：V = ∫MC dq，从 0 积分到总量，按吨分摊到各单元；
tax（碳税法）：V = τ·q，采用碳税或碳社会成本；
npv（净现值）：Σ (q·p·(1+g)^t − cost)/(1+r)^t，可交易量，t = 1 … YEARS。
replacement、abatement 和 tax 对 SINK 所选碳汇扣除已售出量后的吨数估值。

结果是各方法从最低到最高的区间，绝不相加。区间由年度方法构成；npv 跨多年，单独列示。非本年或非本币种的价格只有经指定才采用，并予以说明。OUTPUT 可记入碳账户账本。

价格及其来源：resources/factors/prices.csv。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Entries for the account book: a value per unit and method (currency a year; npv: currency), and the three sinks (t CO2e/a).</source>
        <translation>供记入账本的分录：各单元、各方法的价值（货币/年；npv 为货币），以及三类碳汇（t CO2e/a）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Sinks side by side</source>
        <translation>三类碳汇对照</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>A row per unit: physical, inventory, certified, deducted, sold and tradable t CO2e/a.</source>
        <translation>每个单元一行：实物、清单、核证、扣除、已售出与可交易的 t CO2e/a。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Path of a GeoPackage (.gpkg), or name of a PostgreSQL connection of QGIS, with the posted “Sink baseline”. Empty: TABLE.</source>
        <translation>已记入“碳汇本底”的 GeoPackage（.gpkg）路径，或 QGIS 中 PostgreSQL 连接的名称。留空则用 TABLE。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Account table</source>
        <translation>账户表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Result of “Sink baseline”, or entries of an account book (t CO2e/a), instead of STORE; no unit in it may be part of another.</source>
        <translation>代替 STORE 的“碳汇本底”结果或账本分录（t CO2e/a）；表中单元不得互相包含。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Calendar year.</source>
        <translation>公历年份。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>market: what the tradable tonnes fetch; replacement: cost of binding the tonnes by planting; abatement: cost of avoiding them elsewhere; tax: what emitting them would be charged; npv: what the tradable tonnes of many years are worth today. All in currency.</source>
        <translation>market：可交易量的市场价值；replacement：以造林固定同等吨数的成本；abatement：在别处减排同等吨数的成本；tax：排放同等吨数应缴的碳税或造成的社会成本；npv：多年可交易量的现值。均以货币计。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Tonnes that methods of cost value</source>
        <translation>成本类方法所估值的碳汇</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>net_removal: removal − emission of the year, as in accounts of gross ecosystem product; inventory: the part on managed land; tradable: certified tonnes (t CO2e/a).</source>
        <translation>net_removal：当年碳汇量 − 排放量，与生态系统生产总值（GEP）核算一致；inventory：受管理土地上的部分；tradable：已核证的吨数（t CO2e/a）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Buffer for permanence (%)</source>
        <translation>非持久性缓冲 (%)</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Share of the tonnes kept back for the risk of reversal, percent; after leakage. Empty only where no tonnes are valued, or every project states its own.</source>
        <translation>为逆转风险预留的比例，百分数；在扣除泄漏之后计。仅在没有吨数需估值、或各项目均自有规定时可留空。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Leakage (%)</source>
        <translation>泄漏 (%)</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Share of the tonnes that are lost elsewhere because of them, percent. Empty as for BUFFER.</source>
        <translation>因项目实施而在别处损失的比例，百分数。可留空的情形同 BUFFER。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Share of managed land (%)</source>
        <translation>受管理土地占比（%）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Share of the net flow that lies on managed land, percent. Empty: the inventory sink is NULL.</source>
        <translation>净流量中位于受管理土地的比例，百分数。留空则清单碳汇为 NULL。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Prices</source>
        <translation>价格表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Table with factor_id, kind (credit, planting, charge), instrument, value, low, high, unit (such as CNY/t CO2 or CNY/t C), year and source. Empty: the shipped prices.</source>
        <translation>含 factor_id、kind（credit 碳信用、planting 造林成本、charge 碳税或社会成本）、instrument、value、low、high、unit（如 CNY/t CO2 或 CNY/t C）、year、source 的表。留空则用随附价格。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Ids of the price table, separated by commas, where the instrument and the year leave the choice open, such as P-AFFOREST. Currency per t CO2 or per t C.</source>
        <translation>品种和年份不能唯一确定价格时，列出价格表中的编号，以逗号分隔，如 P-AFFOREST。单位为货币每 t CO2 或每 t C。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Marginal abatement cost curve</source>
        <translation>边际减排成本曲线</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Table with from_tco2e, to_tco2e (t CO2e a year), cost_from, cost_to, unit (such as CNY/t CO2), year and source: one row per linear segment, for the method abatement.</source>
        <translation>含 from_tco2e、to_tco2e（t CO2e 每年）、cost_from、cost_to、unit（如 CNY/t CO2）、year、source 的表：每个线性段一行，用于 abatement 方法。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Certified projects</source>
        <translation>已核证项目</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Table with unit, project_id, standard, year, certified_tco2e (t CO2e), verification (certified), additionality (yes), sold_tco2e, retired_tco2e and, where the standard has its own, buffer_percent and leakage_percent.</source>
        <translation>含 unit、project_id、standard、year、certified_tco2e（t CO2e）、verification（certified）、additionality（yes）、sold_tco2e、retired_tco2e 的表；标准另有规定时含 buffer_percent 和 leakage_percent。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>carbon,value,price,credit,CCER,NPV,abatement,碳权,碳价值,碳汇价值,碳价,核证减排量,生态产品价值</source>
        <translation>碳,价值,价格,碳信用,CCER,净现值,减排成本,碳权,碳价值,碳汇价值,碳价,核证减排量,生态产品价值,carbon,value</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Values and sinks</source>
        <translation>价值与碳汇</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Lowest value over the methods</source>
        <translation>各方法最低值</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Highest value over the methods</source>
        <translation>各方法最高值</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Net present value</source>
        <translation>净现值</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Physical sink (t CO2e/a)</source>
        <translation>实物碳汇（t CO2e/a）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Inventory sink (t CO2e/a)</source>
        <translation>清单碳汇（t CO2e/a）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Tradable sink (t CO2e/a)</source>
        <translation>可交易碳汇（t CO2e/a）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Ids of prices to take</source>
        <translation>采用的价格编号</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Years of credits</source>
        <translation>减排量年数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Number of years, from the next one on, in which the tradable tonnes come (npv).</source>
        <translation>可交易量自次年起持续产生的年数（npv）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Growth of the price (% a year)</source>
        <translation>价格年增长率（%）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Yearly rise of the price of credits, percent (npv).</source>
        <translation>碳信用价格的年增长率，百分数（npv）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Discount rate (% a year)</source>
        <translation>贴现率（%/年）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Yearly discount, percent (npv).</source>
        <translation>年贴现率，百分数（npv）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Cost of the projects (currency a year)</source>
        <translation>项目成本（货币/年）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Cost of all projects, currency of the price per year, shared by tonne (npv).</source>
        <translation>全部项目的年成本，与价格同币种，按吨分摊（npv）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuecarbon.py"/>
        <source>Values from {lowest:.6g} to {highest:.6g} by {count} methods, not to be added.</source>
        <translation>{count} 种方法的价值为 {lowest:.6g} 至 {highest:.6g}，不得相加。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Value of a stock change</source>
        <translation>储量变化价值</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Net present value of a change of carbon stock between two years.</source>
        <translation>两个年份之间碳储量变化的净现值。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Spreads the change (t C) evenly over the years between the two stocks and discounts it.

invest: NPV = V·s/(q−p)·Σ 1/((1+r)^t·(1+c)^t) for t = 0 … q−p−1, the definition of the InVEST Carbon model. It divides by the rate of change of the price c: a positive c makes later tonnes worth less.
annual: NPV = s/(q−p)·Σ V·(1+c)^t/(1+r)^t for t = 1 … q−p: the price grows by c and is paid at the end of each year.

OUTPUT sets methods side by side, one row each, never added: invest_npv and annual_npv as above; market V = p·q; replacement V = c·q·12/44 with the cost of afforestation c per t C; abatement V = ∫MC dq with MC = slope·q + intercept per t CO2, and the value of the last tonne; series_npv = Σ (q·p·(1+c)^t − cost)/(1+r)^t over the table SERIES, t counted from YEAR_BEFORE. q is in t CO2; a gain counts less by leakage, then by the buffer for permanence: q·(1−l)·(1−b). NPV and CONSTANT are without these deductions. The result is the range from the lowest to the highest method.

No price is a default. Published prices with their sources (allowances CEA, credits CCER, afforestation cost, social cost) are listed in resources/factors/prices.csv.

A gain of stock is positive, a loss negative. The value of a physical change is not what can be sold: without a certified project nothing is tradable.</source>
        <translation>把变化量 (t C) 平均分摊到两次储量之间的各年并贴现。

invest：NPV = V·s/(q−p)·Σ 1/((1+r)^t·(1+c)^t)，t = 0 … q−p−1，即 InVEST 碳模型的定义。该式除以价格变化率 c：c 为正时，以后的吨数价值更低。
annual：NPV = s/(q−p)·Σ V·(1+c)^t/(1+r)^t，t = 1 … q−p：价格按 c 增长，每年年末支付。

OUTPUT 将各方法并列，每种方法一行，绝不相加：invest_npv 和 annual_npv 同上；market（市场价格法）V = p·q；replacement（造林成本法）V = c·q·12/44，c 为每 t C 的造林成本；abatement（减排成本法）V = ∫MC dq，MC = slope·q + intercept（每 t CO2），并给出最后一吨的价值；series_npv = Σ (q·p·(1+c)^t − cost)/(1+r)^t，按表 SERIES 逐年计算，t 自 YEAR_BEFORE 起算。q 的单位为 t CO2；增加量先扣泄漏、再扣非持久性缓冲：q·(1−l)·(1−b)。NPV 和 CONSTANT 不含上述扣减。结果为各方法最低值到最高值的区间。

价格没有默认值。已公布的价格及其来源（配额 CEA、自愿减排量 CCER、造林成本、碳社会成本）列于 resources/factors/prices.csv。

储量增加为正，减少为负。实物变化的价值并非可出售的价值：没有经核证的项目则不可交易。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Price unit</source>
        <translation>价格单位</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>per_tc: per tonne of carbon; per_tco2: per tonne of CO2, 44/12 of which hold one of carbon.</source>
        <translation>per_tc：每吨碳；per_tco2：每吨 CO2，44/12 吨 CO2 含 1 吨碳。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>invest: as the InVEST Carbon model defines it; annual: yearly payments at a growing price.</source>
        <translation>invest：按 InVEST 碳模型的定义；annual：价格逐年增长的逐年支付。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Values by method</source>
        <translation>分方法价值</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>One row per method: quantity (t CO2), price, value, value of the last tonne. No sum.</source>
        <translation>每种方法一行：数量 (t CO2)、价格、价值、最后一吨的价值。不设合计。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Yearly amounts</source>
        <translation>逐年数量</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Table with the columns year, quantity_tco2 (t CO2) and, where there is one, cost (currency) for the method series_npv.</source>
        <translation>含 year、quantity_tco2 (t CO2) 以及（如有）cost（货币）列的表，用于方法 series_npv。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>carbon,value,price,NPV,discount,InVEST,碳,价值,净现值,贴现,碳价</source>
        <translation>碳,价值,净现值,贴现,碳价,InVEST,carbon,value,price,NPV,discount</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Change of stock (t C)</source>
        <translation>储量变化 (t C)</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Stock after − stock before, t C.</source>
        <translation>后期储量 − 前期储量，t C。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Calendar year of the stock before.</source>
        <translation>前期储量的年份。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Year after</source>
        <translation>后期年份</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Calendar year of the stock after.</source>
        <translation>后期储量的年份。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Value of one tonne (currency per t C, or per t CO2).</source>
        <translation>每吨的价值（每 t C 或每 t CO2 的货币额）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Yearly discount, percent.</source>
        <translation>年贴现率，百分数。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Rate of change of the price (% a year)</source>
        <translation>价格变化率（%/年）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Yearly rate of change of the price, percent; the method tells how it enters.</source>
        <translation>价格的年变化率，百分数；其作用方式由方法决定。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Net present value of a change of one t C</source>
        <translation>变化 1 t C 的净现值</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Cost of afforestation (per t C)</source>
        <translation>造林成本（每 t C）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Cost of binding one t C by planting, for the method replacement (currency per t C).</source>
        <translation>通过造林固定 1 t C 的成本，用于造林成本法（货币/t C）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Slope of the marginal abatement cost</source>
        <translation>边际减排成本斜率</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Rise of the marginal cost with each tonne, for the method abatement (currency per t CO2, per t CO2).</source>
        <translation>边际成本随每吨的增加量，用于减排成本法（货币/t CO2，每 t CO2）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Marginal abatement cost of the first tonne</source>
        <translation>第一吨的边际减排成本</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Marginal cost at q = 0, for the method abatement (currency per t CO2).</source>
        <translation>q = 0 时的边际成本，用于减排成本法（货币/t CO2）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Share of a gain kept back for the risk of reversal, percent; after leakage.</source>
        <translation>为逆转风险预留的增加量比例，百分数；在扣除泄漏之后。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Share of a gain that is lost elsewhere because of it, percent.</source>
        <translation>因该增加量而在他处损失的比例，百分数。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Net present value: {npv:.6g}</source>
        <translation>净现值：{npv:.6g}</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/canvas.py"/>
        <source>Figure of the account</source>
        <translation>账户图</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/canvas.py"/>
        <source>“{path}” cannot be written: {reason}. Close programs that hold it and check the rights.</source>
        <translation>无法写出“{path}”：{reason}。请关闭占用该文件的程序，并检查读写权限。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/dock.py"/>
        <source>Unit</source>
        <translation>统计单元</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/dock.py"/>
        <source>Choose an account layer or an account book, or drag a layer here.</source>
        <translation>请选择账户图层或账本，或把图层拖到此处。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/dock.py"/>
        <source>From class</source>
        <translation>变化前类别</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/dock.py"/>
        <source>Show stock, removal or emission by land class; a double click on a figure explains it.</source>
        <translation>请按地类显示碳储量、碳汇或排放；双击数值即可查看其来历。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/dock.py"/>
        <source>“{layer}” holds no account. Drop an output of “Sink baseline”, “Change of carbon stock” or “Emission inventory”.</source>
        <translation>“{layer}”不含账户数据。请拖入“碳汇本底”“两期碳储量变化”或“排放清单”的输出。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/dock.py"/>
        <source>Reading {layer} …</source>
        <translation>正在读取 {layer} …</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/dock.py"/>
        <source>Read the account {name}</source>
        <translation>读取账户 {name}</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/dock.py"/>
        <source>Area of the transition (ha)</source>
        <translation>转移面积（hm²）</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/dock.py"/>
        <source>{rows} rows × {columns} columns; the figure shows {shown} rows. {chosen} units chosen.</source>
        <translation>{rows} 行 × {columns} 列；图中显示 {shown} 行。已选 {chosen} 个单元。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/dock.py"/>
        <source>{count} rows were copied.</source>
        <translation>已复制 {count} 行。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/dock.py"/>
        <source>Bars by unit</source>
        <translation>按单元条形图</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/dock.py"/>
        <source>Path over the years</source>
        <translation>历年路径</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/dock.py"/>
        <source>Transition matrix</source>
        <translation>转移矩阵</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/dock.py"/>
        <source>“{file}” was saved.</source>
        <translation>“{file}”已保存。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/explain.py"/>
        <source>Figure = area × factor, by factor set {factor_set}</source>
        <translation>数值 = 面积 × 系数，系数集 {factor_set}</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/explain.py"/>
        <source>The set has no such factor.</source>
        <translation>该系数集没有此系数。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/panel.py"/>
        <source>Quantity of the account</source>
        <translation>账户科目</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/panel.py"/>
        <source>Kind of figure</source>
        <translation>图的类型</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/panel.py"/>
        <source>Account book (*.gpkg)</source>
        <translation>账本 (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/panel.py"/>
        <source>Account book kept by “Post to account book”.</source>
        <translation>由“碳账户入账”维护的账本。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/panel.py"/>
        <source>Figures of the account</source>
        <translation>账户数值</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/panel.py"/>
        <source>Copy as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/panel.py"/>
        <source>Save the figure (PNG, SVG, PDF)</source>
        <translation>保存图（PNG、SVG、PDF）</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/panel.py"/>
        <source>Zoom to the chosen units</source>
        <translation>缩放到所选单元</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/panel.py"/>
        <source>Where the figure comes from</source>
        <translation>数值来历</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/panel.py"/>
        <source>&amp;Account</source>
        <translation>账户(&amp;A)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/panel.py"/>
        <source>&amp;Book</source>
        <translation>账本(&amp;B)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/panel.py"/>
        <source>&amp;Quantity</source>
        <translation>科目(&amp;Q)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/panel.py"/>
        <source>&amp;Figure, year</source>
        <translation>图、年份(&amp;F)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/panel.py"/>
        <source>&amp;Units on the map</source>
        <translation>地图单元(&amp;U)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/source.py"/>
        <source>layer {layer}</source>
        <translation>图层 {layer}</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/view_model.py"/>
        <source>, low</source>
        <translation>，下限</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/view_model.py"/>
        <source>, high</source>
        <translation>，上限</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/words.py"/>
        <source>Stock change</source>
        <translation>碳储量变化</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/words.py"/>
        <source>Emissions</source>
        <translation>碳排放</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/words.py"/>
        <source>Carbon-right value</source>
        <translation>碳权价值</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/words.py"/>
        <source>By sector or part</source>
        <translation>按部门或分项</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/words.py"/>
        <source>By pool</source>
        <translation>按碳库</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/words.py"/>
        <source>By land class</source>
        <translation>按地类</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/words.py"/>
        <source>, scope {scope}</source>
        <translation>，范围 {scope}</translation>
    </message>
    <message>
        <location filename="../plugin/docks/account/words.py"/>
        <source>By {part}</source>
        <translation>按 {part}</translation>
    </message>
    <message>
        <location filename="../plugin/docks/background.py"/>
        <source>{task} failed ({reason}). Please report this with the log.</source>
        <translation>{task}失败（{reason}）。请连同日志一并反馈。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/actions.py"/>
        <source>Previous finding</source>
        <translation>上一处冲突</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/actions.py"/>
        <source>Next finding</source>
        <translation>下一处冲突</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/actions.py"/>
        <source>Zoom to finding and flash</source>
        <translation>缩放到冲突并闪烁</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/actions.py"/>
        <source>Flash finding</source>
        <translation>闪烁冲突</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/actions.py"/>
        <source>Exempt…</source>
        <translation>豁免…</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/actions.py"/>
        <source>Mark as fixed</source>
        <translation>标记为已整改</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/actions.py"/>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/actions.py"/>
        <source>Check the parcels again</source>
        <translation>重新检测所选图斑</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/actions.py"/>
        <source>Legal basis</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/actions.py"/>
        <source>Export the filtered list…</source>
        <translation>导出筛选结果…</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/chooser.py"/>
        <source>Findings store (*.gpkg)</source>
        <translation>冲突状态库 (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/chooser.py"/>
        <source>GeoPackage that keeps the states of findings from check to check (parameter STORE).</source>
        <translation>GeoPackage，在历次检测之间保存冲突的状态（参数 STORE）。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/chooser.py"/>
        <source>Findin&amp;gs</source>
        <translation>冲突(&amp;G)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/chooser.py"/>
        <source>St&amp;ore</source>
        <translation>冲突状态库(&amp;O)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/deeds.py"/>
        <source>Export findings</source>
        <translation>导出冲突</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/deeds.py"/>
        <source>GeoPackage (*.gpkg);;Workbook (*.xlsx);;CSV (*.csv)</source>
        <translation>GeoPackage (*.gpkg);;工作簿 (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/deeds.py"/>
        <source>The findings are not shown any more; nothing was written.</source>
        <translation>这些检测结果已不再显示，未写入任何内容。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/deeds.py"/>
        <source>Write {count} states</source>
        <translation>写入 {count} 处冲突的状态</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/deeds.py"/>
        <source>{count} finding(s) changed in {store}; the next check keeps this.</source>
        <translation>已在 {store} 中更改 {count} 处冲突的状态，下次检测时沿用。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/deeds.py"/>
        <source>{count} parcel(s) checked again: {errors} errors, {warnings} warnings.</source>
        <translation>已重新检测 {count} 个图斑：错误 {errors} 处，警告 {warnings} 处。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/deeds.py"/>
        <source>{count} findings copied as a table.</source>
        <translation>已将 {count} 处冲突复制为表格。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/deeds.py"/>
        <source>Export findings to {file}</source>
        <translation>导出冲突到 {file}</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/deeds.py"/>
        <source>Choose a findings store first: it keeps the states.</source>
        <translation>请先选择冲突状态库：状态保存在其中。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/deeds.py"/>
        <source>{count} findings written to {file}.</source>
        <translation>已将 {count} 处冲突写入 {file}。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>Remedy</source>
        <translation>整改建议</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>Decision</source>
        <translation>处理决定</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>Parcel</source>
        <translation>图斑</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>Planned use</source>
        <translation>规划用途</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>Present use</source>
        <translation>现状用途</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>Line feature</source>
        <translation>控制线要素</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>Needs</source>
        <translation>需要补充</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>Status of the line</source>
        <translation>控制线状态</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>Stock loss, one-off</source>
        <translation>碳储量损失（一次性）</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>Removal forgone, yearly</source>
        <translation>减少的碳汇量（每年）</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>Carbon at stake over the horizon</source>
        <translation>核算期内涉及的碳量</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>Approved by</source>
        <translation>批准机关</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>No legal basis is printed for lines that are not in force.</source>
        <translation>未生效的控制线不列法律依据。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>Source {key}: {document} (read in: {place})</source>
        <translation>来源 {key}：{document}（阅读处：{place}）</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>Share of the parcel</source>
        <translation>占图斑比例</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>The rule pack of this run cannot be read here.</source>
        <translation>此处无法读取本次运行所用的规则包。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>The text of the law was read and compared.</source>
        <translation>已与法规原文核对。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>Parts of the text of the law were read and compared.</source>
        <translation>已与法规原文部分核对。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/details.py"/>
        <source>Nobody has compared this rule with the text of the law yet.</source>
        <translation>本条规则尚未与法规原文核对。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/dock.py"/>
        <source>Choose an output of the plan check or a findings store, or drag its layer here.</source>
        <translation>请选择规划冲突检测的结果或冲突状态库，或将其图层拖到此处。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/dock.py"/>
        <source>“{layer}” holds no findings. Drop an output of the plan check or a findings store.</source>
        <translation>“{layer}”不含冲突。请拖入规划冲突检测的结果或冲突状态库。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/dock.py"/>
        <source>Read findings of {layer}</source>
        <translation>读取 {layer} 的冲突</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/dock.py"/>
        <source>{shown} of {count} findings; sum of their areas {area}.</source>
        <translation>显示 {shown} 处，共 {count} 处冲突；面积合计 {area}。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/exempt.py"/>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/exempt.py"/>
        <source>Only a document (批准文号) exempts a finding; fill in its number.</source>
        <translation>只有批准文件才能豁免冲突，请填写批准文号。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/exempt.py"/>
        <source>&amp;Document number (needed)</source>
        <translation>批准文号（必填）(&amp;D)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/exempt.py"/>
        <source>&amp;Approved by</source>
        <translation>批准机关(&amp;A)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/exempt.py"/>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/exempt.py"/>
        <source>Valid &amp;from</source>
        <translation>有效期自(&amp;F)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/exempt.py"/>
        <source>Valid &amp;to</source>
        <translation>有效期至(&amp;T)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/exempt.py"/>
        <source>The exemption ends before it starts.</source>
        <translation>豁免的截止日期早于起始日期。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/exempt.py"/>
        <source>Exempt {count} finding(s)</source>
        <translation>豁免 {count} 处冲突</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/filters.py"/>
        <source>Control line, rule</source>
        <translation>控制线、规则</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/filters.py"/>
        <source>Control line</source>
        <translation>控制线</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/filters.py"/>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/filters.py"/>
        <source>Severity</source>
        <translation>等级</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/filters.py"/>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/filters.py"/>
        <source>State, severity, control line, rule</source>
        <translation>状态、等级、控制线、规则</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/filters.py"/>
        <source>Not grouped</source>
        <translation>不分组</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/filters.py"/>
        <source>Filter: parcel, rule, code, document …</source>
        <translation>筛选：图斑、规则、代码、文号 …</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/filters.py"/>
        <source>Filter findings</source>
        <translation>筛选冲突</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/filters.py"/>
        <source>Severities and states to show</source>
        <translation>要显示的等级和状态</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/filters.py"/>
        <source>Group &amp;by</source>
        <translation>分组(&amp;B)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/model.py"/>
        <source>Sum over the findings: ground that several findings hit counts in each of them.</source>
        <translation>各处冲突面积之和：被多处冲突涉及的地块在每处中各计一次。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/model.py"/>
        <source>Finding</source>
        <translation>冲突</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/model.py"/>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/panel.py"/>
        <source>The finding in words</source>
        <translation>冲突说明</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/words.py"/>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/words.py"/>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/words.py"/>
        <source>Information</source>
        <translation>提示</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/words.py"/>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/words.py"/>
        <source>Open</source>
        <translation>未处理</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/words.py"/>
        <source>Exempted</source>
        <translation>已豁免</translation>
    </message>
    <message>
        <location filename="../plugin/docks/check/words.py"/>
        <source>Fixed</source>
        <translation>已整改</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/dock.py"/>
        <source>Layers before a run</source>
        <translation>图层预览</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/dock.py"/>
        <source>Parcels by list</source>
        <translation>按清单查图斑</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/list_tab.py"/>
        <source>Paste ids here, one per line or with commas between them.</source>
        <translation>在此粘贴编号，每行一个或用逗号分隔。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/list_tab.py"/>
        <source>List of ids</source>
        <translation>编号清单</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/list_tab.py"/>
        <source>&amp;Select and zoom</source>
        <translation>选中并缩放(&amp;S)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/list_tab.py"/>
        <source>C&amp;opy their table</source>
        <translation>复制明细表(&amp;O)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/list_tab.py"/>
        <source>Check and &amp;report these…</source>
        <translation>检查并出报告(&amp;R)…</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/list_tab.py"/>
        <source>&amp;Layer</source>
        <translation>图层(&amp;L)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/list_tab.py"/>
        <source>&amp;Id field</source>
        <translation>编号字段(&amp;I)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/list_tab.py"/>
        <source>Choose a layer and its id field, and paste a list of ids.</source>
        <translation>请选择图层及其编号字段，并粘贴编号清单。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/list_tab.py"/>
        <source>Not in the layer: {ids}</source>
        <translation>图层中没有：{ids}</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/list_tab.py"/>
        <source>With several features each: {ids}</source>
        <translation>各有多个要素：{ids}</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/list_tab.py"/>
        <source>{count} ids found, {missing} not.</source>
        <translation>找到 {count} 个编号，未找到 {missing} 个。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/preview_tab.py"/>
        <source>fits</source>
        <translation>相符</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/preview_tab.py"/>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/preview_tab.py"/>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/preview_tab.py"/>
        <source>stops a run</source>
        <translation>会停止运行</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/preview_tab.py"/>
        <source>Coordinate reference system</source>
        <translation>坐标参照系</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/preview_tab.py"/>
        <source>Features</source>
        <translation>要素数</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/preview_tab.py"/>
        <source>Remarks</source>
        <translation>说明</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/preview_tab.py"/>
        <source>&amp;Look over</source>
        <translation>预览(&amp;L)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/preview_tab.py"/>
        <source>Layers looked over</source>
        <translation>已预览的图层</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/preview_tab.py"/>
        <source>&amp;Against</source>
        <translation>对照(&amp;A)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/preview_tab.py"/>
        <source>A run works in the coordinate reference system of its first layer.</source>
        <translation>运行采用第一个图层的坐标参照系。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/data/preview_tab.py"/>
        <source>{count} layers: {stopped} would stop a run, {warned} call for a look.</source>
        <translation>{count} 个图层：{stopped} 个会停止运行，{warned} 个需要查看。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/boxes.py"/>
        <source>Choose a file of your own</source>
        <translation>选择自己的文件</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>Tables (*.csv *.xlsx *.txt)</source>
        <translation>表格 (*.csv *.xlsx *.txt)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>95 % interval not known</source>
        <translation>95% 区间未知</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>Second factor set</source>
        <translation>第二个系数集</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>Filter: class, pool, source, region …; =paddy for one class</source>
        <translation>筛选：类别、碳库、来源、地区……；=paddy 表示单一类别</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>Filter factors</source>
        <translation>筛选系数</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>&amp;Weak only</source>
        <translation>仅弱证据(&amp;W)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>Only factors below evidence grade “secondary”</source>
        <translation>仅显示证据等级低于“secondary（二手）”的系数</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>The factor in words</source>
        <translation>系数说明</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>Factors</source>
        <translation>系数</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>Com&amp;pare with</source>
        <translation>对比(&amp;P)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>95 % interval</source>
        <translation>95% 区间</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>Year and region</source>
        <translation>年份与地区</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>Copy the rows shown as a table</source>
        <translation>将所示行复制为表格</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>Edit a copy of this set</source>
        <translation>编辑此系数集的副本</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>soil depth {depth} cm</source>
        <translation>土层深度 {depth} cm</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>{shown} of {count} rows; {weak} below grade “secondary”. Version {version}, {hash}.</source>
        <translation>显示 {shown}/{count} 行；{weak} 行证据低于“secondary（二手）”。版本 {version}，{hash}。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/browse.py"/>
        <source>verified: {state}</source>
        <translation>核验：{state}</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/cells.py"/>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/cells.py"/>
        <source>Insert rows</source>
        <translation>插入行</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/cells.py"/>
        <source>Delete rows</source>
        <translation>删除行</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/cells.py"/>
        <source>Edit {column}</source>
        <translation>编辑 {column}</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/code_table.py"/>
        <source>as it is</source>
        <translation>原样匹配</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/code_table.py"/>
        <source>leading zero added</source>
        <translation>补前导零</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/code_table.py"/>
        <source>code with its name</source>
        <translation>代码带名称</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/code_table.py"/>
        <source>class of the code above</source>
        <translation>取上级代码的类别</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/code_table.py"/>
        <source>raster number</source>
        <translation>栅格值</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/code_table.py"/>
        <source>not known</source>
        <translation>未知代码</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/code_table.py"/>
        <source>empty</source>
        <translation>空值</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/code_table.py"/>
        <source>no class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/code_table.py"/>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/code_table.py"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/code_table.py"/>
        <source>Carbon class</source>
        <translation>碳地类</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/code_table.py"/>
        <source>Read as</source>
        <translation>匹配方式</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/code_table.py"/>
        <source>Area ({unit})</source>
        <translation>面积（{unit}）</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/code_table.py"/>
        <source>{unmapped} of {count} codes have no class: {features} features, {area} {unit}.</source>
        <translation>{count} 个代码中有 {unmapped} 个没有对应地类：{features} 个要素，{area} {unit}。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/code_table.py"/>
        <source>{count} codes, all with a class.</source>
        <translation>{count} 个代码，全部有类别。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/code_table.py"/>
        <source>(NULL)</source>
        <translation>（空值）</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/code_table.py"/>
        <source>Class of {code}</source>
        <translation>{code} 的类别</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/codes.py"/>
        <source>Choose a layer and its field of land-use codes above.</source>
        <translation>请在上方选择图层及其地类代码字段。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/codes.py"/>
        <source>Codes of the layer</source>
        <translation>图层代码</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/codes.py"/>
        <source>Save as crosswalk (CSV)</source>
        <translation>保存为对照表（CSV）</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/codes.py"/>
        <source>Read the codes of {layer}</source>
        <translation>读取 {layer} 的代码</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/codes.py"/>
        <source>“{file}” was saved; it is the classification now.</source>
        <translation>“{file}”已保存，现作为用地分类使用。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/dock.py"/>
        <source>Factor set</source>
        <translation>系数集</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/dock.py"/>
        <source>by field name and codes</source>
        <translation>按字段名和代码判定</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/dock.py"/>
        <source>Classification</source>
        <translation>用地分类</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/dock.py"/>
        <source>&amp;Attach to layer</source>
        <translation>挂接到图层(&amp;A)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/dock.py"/>
        <source>E&amp;xplain the selected parcel</source>
        <translation>说明所选图斑(&amp;X)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/dock.py"/>
        <source>Own set</source>
        <translation>自有系数集</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/dock.py"/>
        <source>&amp;Factor set</source>
        <translation>系数集(&amp;F)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/dock.py"/>
        <source>F&amp;ield</source>
        <translation>字段(&amp;I)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/dock.py"/>
        <source>&amp;Classification</source>
        <translation>用地分类(&amp;C)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/dock.py"/>
        <source>Select a parcel of the layer that has a code.</source>
        <translation>请在图层中选中一个有代码的图斑。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/dock.py"/>
        <source>“{layer}” holds no polygons.</source>
        <translation>“{layer}”不是面图层。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/dock.py"/>
        <source>Code “{code}” has no carbon class.</source>
        <translation>代码“{code}”没有碳地类。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/edit.py"/>
        <source>Cells of the factor table</source>
        <translation>系数表单元格</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/edit.py"/>
        <source>new table</source>
        <translation>新表</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/edit.py"/>
        <source>Import a factor table</source>
        <translation>导入系数表</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/edit.py"/>
        <source>Save the factor table</source>
        <translation>保存系数表</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/edit.py"/>
        <source>CSV (*.csv);;Workbook (*.xlsx)</source>
        <translation>CSV (*.csv);;工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/edit.py"/>
        <source>Blank table</source>
        <translation>空白表</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/edit.py"/>
        <source>Import a table (CSV, XLSX)</source>
        <translation>导入表格（CSV、XLSX）</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/edit.py"/>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/edit.py"/>
        <source>Save as (CSV, XLSX)</source>
        <translation>另存为（CSV、XLSX）</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/edit.py"/>
        <source>Insert a row like the current one</source>
        <translation>插入与当前行相同的行</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/edit.py"/>
        <source>Delete the selected rows</source>
        <translation>删除所选行</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/edit.py"/>
        <source>Paste cells</source>
        <translation>粘贴单元格</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/edit.py"/>
        <source>{file}: {count} rows, no problem.</source>
        <translation>{file}：{count} 行，没有问题。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/edit.py"/>
        <source>{file}: {count} rows, {problems} problems:</source>
        <translation>{file}：{count} 行，{problems} 个问题：</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/edit.py"/>
        <source>“{file}” was saved with {count} problems: no tool takes it before they are mended.</source>
        <translation>“{file}”已保存，但有 {count} 个问题：改正之前任何工具都不接受。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/edit.py"/>
        <source>The table ends before what was pasted: {count} column(s) were left out.</source>
        <translation>粘贴内容超出表格范围：有 {count} 列未写入。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/line_model.py"/>
        <source>Second set</source>
        <translation>第二系数集</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/line_model.py"/>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/line_model.py"/>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/line_model.py"/>
        <source>Quantity</source>
        <translation>量</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/line_model.py"/>
        <source>Pool or process</source>
        <translation>碳库或过程</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/line_model.py"/>
        <source>Low</source>
        <translation>下限</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/line_model.py"/>
        <source>High</source>
        <translation>上限</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/line_model.py"/>
        <source>Unit of measure</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/line_model.py"/>
        <source>Verified</source>
        <translation>核验</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/line_model.py"/>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/line_model.py"/>
        <source>Below grade “secondary”: counts as weak in every result.</source>
        <translation>证据低于“secondary（二手）”：在所有结果中计为弱证据。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/lines.py"/>
        <source>Stock</source>
        <translation>碳储量</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/lines.py"/>
        <source>Removal</source>
        <translation>碳汇</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/lines.py"/>
        <source>Emission</source>
        <translation>碳排放</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/lines.py"/>
        <source>Above-ground biomass</source>
        <translation>地上生物量</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/lines.py"/>
        <source>Below-ground biomass</source>
        <translation>地下生物量</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/lines.py"/>
        <source>Dead organic matter</source>
        <translation>死有机质</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/lines.py"/>
        <source>Soil organic carbon</source>
        <translation>土壤有机碳</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/lines.py"/>
        <source>Biomass growth</source>
        <translation>生物量增长</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/lines.py"/>
        <source>Change of dead organic matter</source>
        <translation>死有机质变化</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/lines.py"/>
        <source>Change of soil carbon</source>
        <translation>土壤碳变化</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/lines.py"/>
        <source>Burial in sediment</source>
        <translation>沉积埋藏</translation>
    </message>
    <message>
        <location filename="../plugin/docks/factors/lines.py"/>
        <source>Net balance of the ecosystem</source>
        <translation>生态系统净平衡</translation>
    </message>
    <message>
        <location filename="../plugin/docks/frame.py"/>
        <source>Versions and settings were copied to the clipboard.</source>
        <translation>版本和设置已复制到剪贴板。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/frame.py"/>
        <source>Open sample project</source>
        <translation>打开样例项目</translation>
    </message>
    <message>
        <location filename="../plugin/docks/frame.py"/>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <location filename="../plugin/docks/frame.py"/>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <location filename="../plugin/docks/frame.py"/>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <location filename="../plugin/docks/frame.py"/>
        <source>{tool}…</source>
        <translation>{tool}…</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/dock.py"/>
        <source>The layers and settings of the last check were taken over.</source>
        <translation>已采用上次审查的图层和设置。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/dock.py"/>
        <source>Not followed any more. The figures are those of before.</source>
        <translation>已停止跟随，以下为此前的数值。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/dock.py"/>
        <source>The live balance was copied as a table.</source>
        <translation>已将实时平衡复制为表格。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/dock.py"/>
        <source>Choose the plan layer of the project that you edit.</source>
        <translation>请选择工程中要编辑的规划图层。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/dock.py"/>
        <source>No finding on the parcel just edited.</source>
        <translation>刚编辑的图斑无冲突。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/dock.py"/>
        <source>Findings of the parcel that you edit stand here.</source>
        <translation>此处列出所编辑图斑的冲突。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/dock.py"/>
        <source>Stop the live balance before you choose another plan.</source>
        <translation>请先停止实时平衡，再选择其他规划图层。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/dock.py"/>
        <source>{parcels} parcels; errors on {area} {unit}.</source>
        <translation>共 {parcels} 个图斑；错误面积 {area} {unit}。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/dock.py"/>
        <source>Not started. Choose the layers, then start.</source>
        <translation>未启动。请选择图层，然后启动。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/dock.py"/>
        <source>Out of date: {reason} The figures are those of before.</source>
        <translation>数值已过时：{reason}以下为此前的数值。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/dock.py"/>
        <source>Preparing “{layer}” …</source>
        <translation>正在准备“{layer}”……</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/dock.py"/>
        <source>Waiting for edits of “{layer}”.</source>
        <translation>等待编辑“{layer}”。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/dock.py"/>
        <source>Computing …</source>
        <translation>正在计算……</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/dock.py"/>
        <source>Up to date with the edits of “{layer}”.</source>
        <translation>已与“{layer}”的编辑同步。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/dock.py"/>
        <source>Stopped: {reason}</source>
        <translation>已停止：{reason}</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/dock.py"/>
        <source>Last edit: {appeared} findings appeared, {gone} are gone; {time:.0f} ms.</source>
        <translation>上次编辑：新增冲突 {appeared} 处，消除 {gone} 处；用时 {time:.0f} 毫秒。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/figures.py"/>
        <source>Plan</source>
        <translation>规划</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/figures.py"/>
        <source>Since editing began</source>
        <translation>本次编辑以来</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/figures.py"/>
        <source>Against the baseline</source>
        <translation>与本底相比</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/figures.py"/>
        <source>Carbon</source>
        <translation>碳</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/figures.py"/>
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>Severity and line</source>
        <translation>级别与控制线</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>Ground</source>
        <translation>面积</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>Used / allowed</source>
        <translation>已用/限额</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>Result</source>
        <translation>结论</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>Line</source>
        <translation>控制线</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>Start the live balance</source>
        <translation>启动实时平衡</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>Stop the live balance</source>
        <translation>停止实时平衡</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>Take from the last check</source>
        <translation>采用上次审查的设置</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>Zoom to the finding and flash</source>
        <translation>缩放至该冲突并闪烁</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>Start &amp;again</source>
        <translation>重新启动(&amp;N)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>Read all layers again and go on with their present state</source>
        <translation>重新读取所有图层，按其当前状态继续</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>State of the live balance</source>
        <translation>实时平衡的状态</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>Conflicts with lines</source>
        <translation>与控制线的冲突</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>Use of the quantities</source>
        <translation>指标使用情况</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>Findings of the parcel just edited</source>
        <translation>刚编辑图斑的冲突</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>&amp;Balance</source>
        <translation>平衡(&amp;B)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>&amp;Layers and rules</source>
        <translation>图层与规则(&amp;L)</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>The parcel just edited</source>
        <translation>刚编辑的图斑</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/panel.py"/>
        <source>Carbon balance</source>
        <translation>碳平衡</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>Carbon stock</source>
        <translation>碳储量</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>Without a present land cover there is no carbon balance.</source>
        <translation>未选择现状地类图层，无法计算碳平衡。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>Change of findings</source>
        <translation>冲突数变化</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>Must be</source>
        <translation>要求</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>Target</source>
        <translation>目标值</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>no change</source>
        <translation>无变化</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>Removal, yearly</source>
        <translation>年碳汇量</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>Emission, yearly</source>
        <translation>年排放量</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>Net emission, yearly</source>
        <translation>年净排放量</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>On {area} {unit} the carbon before or after the plan is not known; nothing is counted there.</source>
        <translation>有 {area} {unit} 的规划前或规划后碳数据未知，该部分不计入。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>{total}; changes in {change}</source>
        <translation>{total}；变化单位为 {change}</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>Both over {years:g} years</source>
        <translation>{years:g} 年合计（储量与碳汇）</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>Ground ({unit})</source>
        <translation>面积（{unit}）</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>Change of ground ({unit})</source>
        <translation>面积变化（{unit}）</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>kept</source>
        <translation>符合</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>not kept</source>
        <translation>不符合</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>not measured</source>
        <translation>未测算</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>▲ {size} more</source>
        <translation>▲ 增加 {size}</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>▼ {size} less</source>
        <translation>▼ 减少 {size}</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/rows.py"/>
        <source>{points} % points</source>
        <translation>{points} 个百分点</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/session.py"/>
        <source>the layer is gone or shows other features.</source>
        <translation>图层已移除，或其显示的要素已改变。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/session.py"/>
        <source>it was not prepared.</source>
        <translation>未完成准备。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/session.py"/>
        <source>Prepare the live balance of {layer}</source>
        <translation>准备“{layer}”的实时平衡</translation>
    </message>
    <message>
        <location filename="../plugin/docks/live/setup.py"/>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <location filename="../plugin/docks/options.py"/>
        <source>Scripts, models and the command line are not affected: there the defaults of the tools hold.</source>
        <translation>脚本、模型和命令行不受影响，仍使用各工具的默认值。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/options.py"/>
        <source>Prefilled in dialogs and docks</source>
        <translation>对话框和面板中的预填值</translation>
    </message>
    <message>
        <location filename="../plugin/docks/options.py"/>
        <source>Figures in docks</source>
        <translation>面板中的数值</translation>
    </message>
    <message>
        <location filename="../plugin/docks/options.py"/>
        <source>as the output profile has it</source>
        <translation>按输出格式</translation>
    </message>
    <message>
        <location filename="../plugin/docks/options.py"/>
        <source>A project can say otherwise: Project ▸ Properties ▸ Dual Carbon Planner.</source>
        <translation>项目可另行设定：“项目 ▸ 属性 ▸ 双碳国土空间规划”。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/packages.py"/>
        <source>Python packages are missing ({names}): {remedy}.</source>
        <translation>缺少 Python 包（{names}）：{remedy}。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/project_options.py"/>
        <source>as in the options</source>
        <translation>按选项</translation>
    </message>
    <message>
        <location filename="../plugin/docks/project_options.py"/>
        <source>Figures in this project</source>
        <translation>本项目中的数值</translation>
    </message>
    <message>
        <location filename="../plugin/docks/registry.py"/>
        <source>Data before a run</source>
        <translation>运行前数据预览</translation>
    </message>
    <message>
        <location filename="../plugin/docks/registry.py"/>
        <source>Carbon factors</source>
        <translation>碳系数</translation>
    </message>
    <message>
        <location filename="../plugin/docks/registry.py"/>
        <source>Carbon account</source>
        <translation>碳账户</translation>
    </message>
    <message>
        <location filename="../plugin/docks/registry.py"/>
        <source>Plan check</source>
        <translation>规划冲突检测</translation>
    </message>
    <message>
        <location filename="../plugin/docks/registry.py"/>
        <source>Live balance</source>
        <translation>实时平衡</translation>
    </message>
    <message>
        <location filename="../plugin/docks/sample.py"/>
        <source>This is your copy of the sample, in {folder}. Delete that folder to get it anew.</source>
        <translation>这是您的样例副本，位于 {folder}。删除该文件夹即可重新取得原样的样例。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/sample.py"/>
        <source>The sample cannot be copied into {folder}: {reason}</source>
        <translation>无法将样例复制到 {folder}：{reason}</translation>
    </message>
    <message>
        <location filename="../plugin/docks/setting_boxes.py"/>
        <source>Only what the docks show is rounded. Copied tables, exported files and stored figures keep all digits; reports go by their output profile.</source>
        <translation>仅面板中显示的数值取舍；复制的表格、导出的文件和保存的数值保留全部位数；报告按输出格式取位。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/setting_boxes.py"/>
        <source>Decimals of areas in docks</source>
        <translation>面板中面积的小数位数</translation>
    </message>
    <message>
        <location filename="../plugin/docks/setting_boxes.py"/>
        <source>Decimals of carbon figures in docks</source>
        <translation>面板中碳数值的小数位数</translation>
    </message>
    <message>
        <location filename="../plugin/docks/task_runner.py"/>
        <source>the log messages panel tells more</source>
        <translation>详见日志消息面板</translation>
    </message>
    <message>
        <location filename="../plugin/docks/task_runner.py"/>
        <source>{tool}: finished.</source>
        <translation>{tool}：已完成。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/task_runner.py"/>
        <source>{tool}: cancelled, nothing was written.</source>
        <translation>{tool}：已取消，未写入任何内容。</translation>
    </message>
    <message>
        <location filename="../plugin/docks/task_runner.py"/>
        <source>{tool}: {reason}</source>
        <translation>{tool}：{reason}</translation>
    </message>
    <message>
        <location filename="../plugin/docks/toolbar.py"/>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <location filename="../plugin/docks/toolbar.py"/>
        <source>Tools of the Dual Carbon Planner</source>
        <translation>双碳国土空间规划的工具</translation>
    </message>
    <message>
        <location filename="../plugin/docks/undo_actions.py"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../plugin/docks/undo_actions.py"/>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/balance.py"/>
        <source>The account book would not balance, so nothing is posted ({count} sums): {sums}. Correct the account, or post wholes and parts together.</source>
        <translation>账本将不平衡，因此未入账（{count} 处合计）：{sums}。请更正账目，或将总项与分项一并入账。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/balance.py"/>
        <source>Unit “{unit}”, {year}, item “{item}” is in {measure}, but its part “{part}” in {other}: their numbers do not add up. Bring them to one unit of measure.</source>
        <translation>单元“{unit}”，{year} 年，账目项“{item}”的计量单位为 {measure}，而其组成部分“{part}”为 {other}：数值不能相加。请统一计量单位。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/checks.py"/>
        <source>The account has no entries, or lacks the columns {columns}. Give unit, year, item, value and measure.</source>
        <translation>账目没有分录，或缺少列 {columns}。请给出 unit、year、item、value 和 measure。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/checks.py"/>
        <source>Row {row} of the account lacks its unit, year or unit of measure, or its value is infinite. Fill in the row.</source>
        <translation>账目第 {row} 行缺少单元、年份或计量单位，或数值为无穷大。请补全该行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/checks.py"/>
        <source>Unit “{unit}”, {year}, item “{item}”: the lower bound {low:.6g} is above the upper one {high:.6g}. Correct the account.</source>
        <translation>单元“{unit}”、{year} 年、账目项“{item}”：下限 {low:.6g} 大于上限 {high:.6g}。请改正账目。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/checks.py"/>
        <source>The account has two entries for unit “{unit}”, {year}, item “{item}”, scope “{scope}”. Leave one of them.</source>
        <translation>账目中单元“{unit}”{year} 年账目项“{item}”范围“{scope}”有两条分录，请只保留一条。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/columns.py"/>
        <source>Table “{table}” is no account: it has neither the fields of “Sink baseline”, “Change of carbon stock” or “Emission inventory”, nor unit, year, item, value and measure.</source>
        <translation>表“{table}”不是账目：既没有“碳汇本底核算”“碳储量变化”或“排放清单”的字段，也没有 unit、year、item、value 和 measure。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/columns.py"/>
        <source>Table “{table}” has no rows: there is nothing to book.</source>
        <translation>表“{table}”没有行：没有可入账的内容。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/columns.py"/>
        <source>Table “{table}”, row {row}: {value} in column {column} is no year. Write whole years such as 2023.</source>
        <translation>表“{table}”第 {row} 行：列 {column} 中的 {value} 不是年份。请写成 2023 这样的整数年份。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/columns.py"/>
        <source>Table “{table}” does not tell the year of its account. Give YEAR, or make the account with a year.</source>
        <translation>表“{table}”没有说明账目的年份。请给出 YEAR，或核算时注明年份。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/columns.py"/>
        <source>Table “{table}”, row {row}: column {column} is empty. Fill it in, or leave the row out.</source>
        <translation>表“{table}”第 {row} 行：列 {column} 为空。请填写，或删去该行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/columns.py"/>
        <source>Table “{table}”, row {row}: “{value}” in column {column} is no number. Write it with digits and a decimal point, without separators of thousands.</source>
        <translation>表“{table}”第 {row} 行：列 {column} 中的“{value}”不是数字。请用数字和小数点书写，不加千位分隔符。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/columns.py"/>
        <source>Table “{table}” has unit “{unit}” in {year}, the account has not ({count} in all). Give the tables of one run.</source>
        <translation>表“{table}”有 {year} 年的单元“{unit}”，而账目中没有（共 {count} 个）。请给出同一次运行的各表。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/database.py"/>
        <source>The database of connection “{name}” cannot be reached: {reason}. Check the connection in the browser of QGIS.</source>
        <translation>无法连接“{name}”的数据库：{reason}。请在 QGIS 浏览器中检查该连接。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/database.py"/>
        <source>The account book in connection “{name}” cannot be used: {reason}. Check rights and disk of the database; nothing was written.</source>
        <translation>连接“{name}”中的账本无法使用：{reason}。请检查数据库的权限和磁盘；未写入任何内容。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/items.py"/>
        <source>Table “{table}” has the account item “{item}”. Write items as paths such as emission/co2/buildings.</source>
        <translation>表“{table}”含账目项“{item}”。账目项应写成路径，如 emission/co2/buildings。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/post.py"/>
        <source>The account has a unit “{unit}”: it is the total of others and would count them twice. Delete its rows, or say in UNIT_TABLE which units are part of it.</source>
        <translation>账户中有统计单元“{unit}”：它是其他单元的合计，会重复计算。请删除其各行，或在 UNIT_TABLE 中说明哪些单元属于它。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/read.py"/>
        <source>There is no account book at “{name}”. Post an account first, or choose another STORE.</source>
        <translation>“{name}”处没有账本。请先入账，或另选 STORE。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/text_limit.py"/>
        <source>Unit “{unit}”, {year}, item “{item}”: the text in field {field} has {size} bytes, and the account book takes {limit} at most. Shorten it, for example to the name of the document in which the rest stands.</source>
        <translation>单元“{unit}”、{year} 年、账目项“{item}”：字段 {field} 的文本长 {size} 字节，而碳账户最多容纳 {limit} 字节。请缩短，例如只写载有其余内容的文件名称。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/text_limit.py"/>
        <source>The table of units: the name of unit “{unit}” has {size} bytes, and the account book takes {limit} at most. Shorten it, here and in the accounts.</source>
        <translation>单元表：单元“{unit}”的名称长 {size} 字节，而碳账户最多容纳 {limit} 字节。请在此表和各账户中一并缩短。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/units.py"/>
        <source>The table of units lacks the columns {columns}; it lists each unit with the one it is part of.</source>
        <translation>单元表缺少列 {columns}；该表列出每个单元及其所属单元。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/units.py"/>
        <source>The table of units makes “{unit}” part of itself. Give every unit the next larger one.</source>
        <translation>单元表使“{unit}”隶属于自身。请为每个单元填写其直接上级单元。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/units.py"/>
        <source>The table of units, row {row}: unit “{unit}” is part of “{one}” and of “{other}”. Leave one of them.</source>
        <translation>单元表第 {row} 行：单元“{unit}”同时隶属于“{one}”和“{other}”。请只保留其一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/account_book/words.py"/>
        <source>The account book is damaged: {count} of the texts that its entries name are missing. Restore it from a copy.</source>
        <translation>账本已损坏：条目所引用的文本缺失 {count} 条。请用备份恢复。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/areas.py"/>
        <source>The extent of the layer is not finite. Repair or remove its empty geometries.</source>
        <translation>图层范围不是有限值。请修复或删除其中的空几何。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/areas.py"/>
        <source>The layer is in degrees ({crs}), where a planar area has no meaning. Use the ellipsoidal area rule or reproject the layer.</source>
        <translation>图层坐标以度为单位（{crs}），平面面积没有意义。请改用椭球面积口径（ellipsoidal），或将图层重投影。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/baseline.py"/>
        <source>All the land use inside the units ({area_ha:.4f} ha) has no carbon class and is left out. Correct its codes or choose another CLASSIFICATION.</source>
        <translation>统计单元内的全部用地（{area_ha:.4f} ha）都没有对应的碳地类，均被排除。请更正代码或另选 CLASSIFICATION。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/blue_carbon/factors.py"/>
        <source>No global warming potential of methane is known from “{report}”. Use one of {known}.</source>
        <translation>没有“{report}”的甲烷全球增温潜势。请使用 {known} 之一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/blue_carbon/factors.py"/>
        <source>Factor set “{factor_set}” does not say with which GWP its CH4 was counted, so it cannot be told in {gwp}. Add a column gwp to the set.</source>
        <translation>系数集“{factor_set}”未说明其 CH4 采用何种 GWP，无法换算为 {gwp}。请在系数集中增加 gwp 列。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/blue_carbon/memo.py"/>
        <source>Table “{file}” has no column {columns}. Memo items need {needed} (template: resources/factors/blue_carbon_memo_template.csv).</source>
        <translation>表“{file}”缺少列 {columns}。备忘项需要 {needed}（模板：resources/factors/blue_carbon_memo_template.csv）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/blue_carbon/memo.py"/>
        <source>{count} rows of memo table “{file}” lack harvest, dry share or carbon share: their carbon is NULL. Fill them from measurements; none are shipped, because no source of them could be read.</source>
        <translation>备忘表“{file}”有 {count} 行缺收获量、干重比例或含碳率：其碳量为 NULL。请按实测填写；因无可查阅的来源，未提供默认值。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/blue_carbon/memo.py"/>
        <source>Table “{file}”, row {line}, column “{column}”: “{value}” does not fit. Write tonnes from 0 on, and shares from 0 to 1.</source>
        <translation>表“{file}”第 {line} 行“{column}”列：“{value}”不合要求。吨数应不小于0，比例应在0到1之间。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/blue_carbon/remarks.py"/>
        <source>{count} new habitats of layer “{layer}” ({area_ha:.4f} ha) have no salinity: their CH4 is NULL, not 0. Below {limit:g} ppt it would be {fresh:.4f} t CO2e/a (GWP {gwp:g}). Fill SALINITY_FIELD, or set SALINITY_PPT.</source>
        <translation>图层“{layer}”有 {count} 个新建或恢复生境（{area_ha:.4f} ha）缺盐度：其 CH4 为 NULL，不是0。若低于 {limit:g} ppt，则为 {fresh:.4f} t CO2e/a（GWP {gwp:g}）。请填写 SALINITY_FIELD，或设置 SALINITY_PPT。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/blue_carbon/remarks.py"/>
        <source>{count} new habitats of layer “{layer}” ({area_ha:.4f} ha: {names}) have no tier-1 accumulation: their removal is NULL, not 0.</source>
        <translation>图层“{layer}”有 {count} 个新建或恢复生境（{area_ha:.4f} ha：{names}）没有第一层级积累速率：其碳汇量为 NULL，不是0。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/blue_carbon/remarks.py"/>
        <source>{count} existing habitats of layer “{layer}” ({area_ha:.4f} ha: {names}) have no measured burial rate: their removal is NULL. The tier-1 accumulation holds for created and rewetted stands alone. Fill BURIAL_FIELD, or choose a FACTOR_SET with measured burial.</source>
        <translation>图层“{layer}”有 {count} 个现有生境（{area_ha:.4f} ha：{names}）没有实测埋藏速率：其碳汇量为 NULL。第一层级积累速率只适用于新建和恢复的生境。请填写 BURIAL_FIELD，或选择含实测埋藏的 FACTOR_SET。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/blue_carbon/remarks.py"/>
        <source>{count} habitats of layer “{layer}” ({area_ha:.4f} ha) that are not existing stands state a measured burial rate: it is not used, their status decides.</source>
        <translation>图层“{layer}”有 {count} 个非现有生境（{area_ha:.4f} ha）填写了实测埋藏速率：不予采用，以其状态为准。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/blue_carbon/remarks.py"/>
        <source>{count} extracted habitats of layer “{layer}” ({area_ha:.4f} ha) lose {loss:.4f} t CO2 of soil (0–100 cm) once, in the year of extraction: this is no yearly emission and not added to it ({unknown} of them are of a habitat without a figure).</source>
        <translation>图层“{layer}”有 {count} 个开挖生境（{area_ha:.4f} ha）在开挖当年一次性损失土壤碳 {loss:.4f} t CO2（0–100 cm）：不是年排放，不与其相加（其中 {unknown} 个生境类型没有数值）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/blue_carbon/remarks.py"/>
        <source>{count} drained habitats of layer “{layer}” ({area_ha:.4f} ha: {names}) have no tier-1 emission: the one that there is holds for mangrove and salt marsh. Theirs is NULL, not 0.</source>
        <translation>图层“{layer}”有 {count} 个排干生境（{area_ha:.4f} ha：{names}）没有第一层级排放值：现有数值只适用于红树林和盐沼。其排放量为 NULL，不是 0。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/blue_carbon/remarks.py"/>
        <source>{count} drained habitats of layer “{layer}” ({area_ha:.4f} ha) emit as long as they stay drained; the CH4 of their present use is not counted here.</source>
        <translation>图层“{layer}”有 {count} 个排干生境（{area_ha:.4f} ha）在保持排干期间持续排放；其现状用途的 CH4 不在此计算。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/blue_carbon/remarks.py"/>
        <source>{percent:.1f} % of the burial of layer “{layer}” ({area_ha:.4f} ha) is measured and has no interval: the bounds leave it out and are too narrow.</source>
        <translation>图层“{layer}”的埋藏量有 {percent:.1f} %（{area_ha:.4f} ha）为实测而无区间：上下限未包含这部分，因而偏窄。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_at_stake.py"/>
        <source>Carbon at stake: factor set “{factor_set}” gives pools on one side of a change only ({pools}); on {area_ha:.4f} ha of findings they count nothing, and the stock loss is that of the other pools. Add the missing pools to the factor set or choose another one.</source>
        <translation>累计碳影响：系数集“{factor_set}”只在变化的一侧给出部分碳库（{pools}）；在 {area_ha:.4f} ha 冲突图斑上这些碳库不计，碳储量损失仅为其余碳库之和。请补全缺少的碳库或另选系数集。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_at_stake.py"/>
        <source>Carbon at stake: factor set “{factor_set}” has no {quantity} factor for {classes}; {area_ha:.4f} ha of findings count nothing there nor in the carbon over the horizon, and are not taken as 0. Add the rows to the factor set or choose another one.</source>
        <translation>累计碳影响：系数集“{factor_set}”没有 {classes} 的系数（{quantity}）；{area_ha:.4f} ha 冲突图斑在该项和累计碳影响中均不计入，也不按 0 处理。请在系数集中补充或另选系数集。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/abatement.py"/>
        <source>MACC is in prices of {price_year}, the account of {year}: it is used as it is, without conversion to prices of {year}.</source>
        <translation>MACC 为 {price_year} 年价格，账户为 {year} 年：按原值采用，未换算为 {year} 年价格。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/abatement.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: a segment begins at 0 or above and ends higher.</source>
        <translation>表“{table}”第 {row} 行“{column}”列：线段起点应不小于 0，终点应大于起点。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/abatement.py"/>
        <source>MACC ends at {end:.10g} t CO2e a year, but {tonnes:.10g} t CO2e are to be valued. Add the segments that follow, with their source.</source>
        <translation>MACC 止于每年 {end:.10g} t CO2e，而待估值的为 {tonnes:.10g} t CO2e。请补充其后的线段及来源。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/abatement.py"/>
        <source>Table “{table}”, row {row}: the segments of the curve are in different currencies or price years. Bring them to one.</source>
        <translation>表“{table}”第 {row} 行：曲线各段的币种或价格年份不一致。请统一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/abatement.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: the segment begins at {value}, the one before ends at {end:.10g}. Segments follow each other from 0 on.</source>
        <translation>表“{table}”第 {row} 行“{column}”列：该段起于 {value}，前一段止于 {end:.10g}。各段应自 0 起首尾相接。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/abatement.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: the marginal cost falls there. The curve lists the cheapest tonnes first.</source>
        <translation>表“{table}”第 {row} 行“{column}”列：边际成本在此下降。曲线应由低成本到高成本排列。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/prices.py"/>
        <source>There is no price of the kind {kind} for {year}. Name a price of another year in PRICE_IDS, or give PRICES with one of {year}. There are: {listed}.</source>
        <translation>{year} 年没有类别为 {kind} 的价格。请在 PRICE_IDS 中指定其他年份的价格，或用 PRICES 提供 {year} 年的价格。现有：{listed}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/prices.py"/>
        <source>Table “{table}” has no price per tonne, only discount rates. Add prices.</source>
        <translation>表“{table}”中没有每吨价格，只有贴现率。请补充价格。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/prices.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” is no instrument of the shipped prices. Add the column kind with one of {known}.</source>
        <translation>表“{table}”第 {row} 行“{column}”列：“{value}”不是随附价格中的品种。请增加 kind 列，取值为 {known} 之一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/prices.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” is no price. Write 0 or more.</source>
        <translation>表“{table}”第 {row} 行“{column}”列：“{value}”不是价格。请填写不小于 0 的数。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/prices.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” is no price per tonne. Write the currency by its three letters and the tonne, such as CNY/t CO2 or CNY/t C.</source>
        <translation>表“{table}”第 {row} 行“{column}”列：“{value}”不是每吨价格的单位。请写三字母币种和吨，如 CNY/t CO2 或 CNY/t C。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/prices.py"/>
        <source>Price {id} is of {price_year}, the account of {year}: it is used as it is, without conversion to prices of {year}.</source>
        <translation>价格 {id} 属于 {price_year}，账户为 {year} 年：按原值采用，未换算为 {year} 年价格。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/prices.py"/>
        <source>Price {id} ({source}) is not verified against its source: do not use its value in a statutory report before you have.</source>
        <translation>价格 {id}（{source}）未与来源核对：核对之前请勿将其结果用于法定报告。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/prices.py"/>
        <source>{count} prices of the kind {kind} can be meant for {year}. Name one of them in PRICE_IDS: {listed}.</source>
        <translation>{year} 年有 {count} 个类别为 {kind} 的价格可供选择。请在 PRICE_IDS 中指定其一：{listed}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/prices.py"/>
        <source>Table “{table}”, row {row}: price “{value}” occurs twice. Give every price its own id.</source>
        <translation>表“{table}”第 {row} 行：价格“{value}”重复出现。每个价格应有唯一编号。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/prices.py"/>
        <source>PRICE_IDS names “{id}”, but the price table has no such id. It has: {known}.</source>
        <translation>PRICE_IDS 指定了“{id}”，但价格表中没有该编号。现有：{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/prices.py"/>
        <source>“{id}” is the price of an emission allowance ({instrument}). Certified tonnes are sold as voluntary credits: name a price of that kind in PRICE_IDS, in China of CCER.</source>
        <translation>“{id}”是排放配额（{instrument}）的价格。核证减排量作为自愿减排量出售：请在 PRICE_IDS 中指定该类价格，在中国为 CCER。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/projects.py"/>
        <source>{sold:.4f} t CO2e of the projects were sold or retired: they belong to others and are in no value.</source>
        <translation>项目已有 {sold:.4f} t CO2e 售出或注销：归他人所有，不计入任何价值。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/projects.py"/>
        <source>Table “{table}”, row {row}: project “{value}” has sold {sold:.10g} t CO2e, but after leakage and buffer only {left:.10g} t CO2e can be sold. Correct the row, or give the buffer_percent and leakage_percent that its standard states.</source>
        <translation>表“{table}”第 {row} 行：项目“{value}”已售出 {sold:.10g} t CO2e，但扣除泄漏和缓冲后仅有 {left:.10g} t CO2e 可售。请改正该行，或填写其标准规定的 buffer_percent 和 leakage_percent。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/projects.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: {value} is below 0. Tonnes certified, sold and retired are 0 or more.</source>
        <translation>表“{table}”第 {row} 行“{column}”列：{value} 小于 0。核证、售出和注销的吨数应不小于 0。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/projects.py"/>
        <source>{parameter} is not set, and project “{value}” (table “{table}”, row {row}) states none of its own. State it, 0 where there is none: nothing is valued before buffer and leakage.</source>
        <translation>未设置 {parameter}，且项目“{value}”（表“{table}”第 {row} 行）未自行规定。请予以填写，没有时填 0：扣除缓冲和泄漏之前不作任何估值。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/projects.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” is no share. Write percent from 0 to 100.</source>
        <translation>表“{table}”第 {row} 行“{column}”列：“{value}”不是比例。请填写 0 至 100 的百分数。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/projects.py"/>
        <source>{count} projects of {year} are not certified: nothing of them can be traded.</source>
        <translation>{year} 年有 {count} 个项目未核证：均不可交易。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/projects.py"/>
        <source>{count} certified projects of {year} state no additionality: nothing of them can be traded.</source>
        <translation>{year} 年有 {count} 个已核证项目未说明额外性：均不可交易。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/projects.py"/>
        <source>{count} rows of the projects are of other years than {year} and are left out.</source>
        <translation>项目表中有 {count} 行不属于 {year} 年，未计入。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/projects.py"/>
        <source>Table “{table}”, row {row}: project “{value}” occurs twice for {year} in unit “{unit}”. Keep one row per project, unit and year.</source>
        <translation>表“{table}”第 {row} 行：项目“{value}”在 {year} 年于单元“{unit}”中重复出现。每个项目、单元和年份只保留一行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/sinks.py"/>
        <source>“{place}” has no removal (item baseline/removal) in {year}; it has the years {years}. Post a “Sink baseline” of {year}, or choose another YEAR.</source>
        <translation>“{place}”中没有 {year} 年的碳汇量（账目项 baseline/removal）；现有年份：{years}。请先记入 {year} 年的“碳汇本底”，或改选 YEAR。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/sinks.py"/>
        <source>{count} units are made up of others in the account, or are part of one: their tonnes count once.</source>
        <translation>账户中有 {count} 个单元由其他单元组成或属于其他单元：其吨数只计一次。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/sinks.py"/>
        <source>{count} units have no removal or no emission in {year}: their net flow is NULL, not 0, and in no value.</source>
        <translation>{count} 个单元在 {year} 年没有碳汇量或排放量：其净流量为 NULL 而非 0，不计入任何价值。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/sinks.py"/>
        <source>The land of {count} units emits more than it removes: its net flow counts as a cost, without buffer and leakage.</source>
        <translation>{count} 个单元的土地排放量大于碳汇量：其净流量按成本计，不作缓冲和泄漏扣除。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/sinks.py"/>
        <source>Unit “{unit}” removes just what all others do together. If it is their total, leave it out, or post the account with its units to a book: no ground may count twice.</source>
        <translation>统计单元“{unit}”的碳汇量恰为其他全部单元之和。若为其合计，请删去，或将账户连同单元隶属关系记入账本：同一土地不得重复计算。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/sinks.py"/>
        <source>“{place}”, unit “{unit}”: {item} is in {measure}, or occurs twice. Give one entry per unit and item, in {wanted}.</source>
        <translation>“{place}”统计单元“{unit}”：{item} 的计量单位为 {measure}，或出现两次。每个单元和项目只给一条，单位为 {wanted}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/sinks.py"/>
        <source>PROJECTS has certified tonnes in unit “{unit}”, which is none of the units valued ({count} in all). Name units as the account does: {units}.</source>
        <translation>PROJECTS 中单元“{unit}”有核证量，但它不在被估值的单元之列（共 {count} 个）。请按账户中的名称填写单元：{units}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/sinks.py"/>
        <source>The inventory sink is NULL: which share of the net flow lies on managed land is not known. Give MANAGED_PERCENT from the land survey.</source>
        <translation>清单碳汇为 NULL：净流量中位于受管理土地的比例未知。请依据国土调查填写 MANAGED_PERCENT。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/sinks.py"/>
        <source>There is no certified project: the tradable sink is 0, however large the physical one is.</source>
        <translation>没有已核证项目：无论实物碳汇多大，可交易碳汇均为 0。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/sinks.py"/>
        <source>In {count} units more tonnes are certified than the land removes in the account: check the projects, or the baseline.</source>
        <translation>{count} 个单元的核证量大于账户中土地的碳汇量：请核对项目或本底。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/values.py"/>
        <source>The methods are priced in different currencies ({prices}): values in them make no range. Name prices of one currency in PRICE_IDS, or give PRICES converted at a stated rate.</source>
        <translation>各方法的价格币种不同（{prices}）：不能构成区间。请在 PRICE_IDS 中指定同一币种的价格，或用 PRICES 提供按注明汇率换算的价格。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/values.py"/>
        <source>COST is not counted: no tonnes can be sold that it could be taken off from.</source>
        <translation>未计 COST：没有可售出的吨数可供扣减。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/carbon_value/values.py"/>
        <source>{years} years at a growth of {growth} % and a discount of {discount} % give a present value that is no number. Correct YEARS, PRICE_GROWTH or DISCOUNT_RATE.</source>
        <translation>{years} 年、价格年增长 {growth} %、折现率 {discount} % 得出的现值不是数。请修改 YEARS、PRICE_GROWTH 或 DISCOUNT_RATE。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/ccus/inventory.py"/>
        <source>{count} rows of the register are of earlier years: what they stored counts in the store, not in the removal, reduction and delay of the year of the account.</source>
        <translation>名录中有 {count} 行属于往年：其封存量计入封存存量，不计入核算年的移除、减排和延迟。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/ccus/inventory.py"/>
        <source>{count} facilities of enhanced weathering are listed with {amount:.10g} t CO2, but enter no removal: only BECCS and direct air capture do.</source>
        <translation>{count} 个增强风化设施列出 {amount:.10g} t CO2，但不计入移除：只有 BECCS 和直接空气捕集计入。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/ccus/inventory.py"/>
        <source>{count} facilities put {amount:.10g} t CO2 into short-lived products: this is delay, not storage, and lowers nothing for good.</source>
        <translation>{count} 个设施将 {amount:.10g} t CO2 用于短寿命产品：这是延迟排放，不是封存，不构成永久减排。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/ccus/inventory.py"/>
        <source>{count} facilities claim a removal of {amount:.10g} t CO2 in the year without a verification. Name the report or the certificate.</source>
        <translation>{count} 个设施申报当年移除 {amount:.10g} t CO2，但未经核查。请填写核查报告或证书。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/ccus/inventory.py"/>
        <source>{count} facilities store {amount:.10g} t CO2 and name no storage site.</source>
        <translation>{count} 个设施封存 {amount:.10g} t CO2，但未填封存场地。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/ccus/register.py"/>
        <source>Layer “{layer}”, facility “{facility}”: its year {year} lies after the year of the account, {account}. Set YEAR to {year} or later, or leave the facility out.</source>
        <translation>图层“{layer}”设施“{facility}”：年份 {year} 晚于核算年份 {account}。请将 YEAR 设为 {year} 或更晚，或去掉该设施。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/ccus/register.py"/>
        <source>Layer “{layer}”, facility “{facility}”: {captured:.10g} t CO2 captured in the year is beyond its capacity, {capacity} t CO2/a. Correct the capacity, the flue gas or the capture rate.</source>
        <translation>图层“{layer}”设施“{facility}”：当年捕集 {captured:.10g} t CO2，超过其捕集能力 {capacity} t CO2/a。请更正捕集能力、烟气排放量或捕集率。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/ccus/register.py"/>
        <source>Layer “{layer}”: facility “{facility}” occurs twice for {year}. Keep one row per facility and year, and give every facility an id of its own.</source>
        <translation>图层“{layer}”：设施“{facility}”在 {year} 年出现两次。每个设施每年只保留一行，每个设施应有唯一编号。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/ccus/register.py"/>
        <source>Layer “{layer}”, facility “{facility}”, field “{field}”: “{value}” is no number. Correct it.</source>
        <translation>图层“{layer}”设施“{facility}”字段“{field}”：“{value}”不是数字。请更正。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/ccus/register.py"/>
        <source>Layer “{layer}”, facility “{facility}”, field “{field}”: {value} is below 0. Amounts are tonnes of CO2 a year, all of them positive.</source>
        <translation>图层“{layer}”设施“{facility}”字段“{field}”：{value} 小于0。数量单位为吨 CO2/年，均为正值。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/ccus/register.py"/>
        <source>Layer “{layer}”, facility “{facility}”, field “{field}”: {value} is no share. Write shares from 0 to 1 (90 % is 0.9).</source>
        <translation>图层“{layer}”设施“{facility}”字段“{field}”：{value} 不是比例。比例应在0到1之间（90 % 写作0.9）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/ccus/register.py"/>
        <source>Layer “{layer}”, facility “{facility}”, field “{field}”: “{value}” is not known. Use one of {known}.</source>
        <translation>图层“{layer}”设施“{facility}”字段“{field}”：“{value}”无法识别。请使用 {known} 之一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/ccus/register.py"/>
        <source>Layer “{layer}”, facility “{facility}”, field “{field}”: “{value}” is no calendar year from {first} on. Correct it.</source>
        <translation>图层“{layer}”设施“{facility}”字段“{field}”：“{value}”不是 {first} 年以后的年份。请更正。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/ccus/register.py"/>
        <source>Layer “{layer}”, facility “{facility}”: {fields} is empty. Fill it in; an amount or share of nothing is 0.</source>
        <translation>图层“{layer}”设施“{facility}”：{fields} 为空。请填写；没有的数量或比例填0。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/ccus/register.py"/>
        <source>Layer “{layer}”, feature {number}: field “{field}” is empty. Every facility needs an id.</source>
        <translation>图层“{layer}”第 {number} 个要素：字段“{field}”为空。每个设施都需要编号。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/ccus/register.py"/>
        <source>Layer “{layer}”, facility “{facility}”: {captured} t CO2 captured is more than its flue gas holds, {flue} t CO2. Correct one of the two.</source>
        <translation>图层“{layer}”设施“{facility}”：捕集 {captured} t CO2，多于其烟气所含的 {flue} t CO2。请更正其一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/change/account.py"/>
        <source>YEAR_AFTER ({after}) must be later than YEAR_BEFORE ({before}). Exchange the two layers, or correct the years.</source>
        <translation>YEAR_AFTER（{after}）必须晚于YEAR_BEFORE（{before}）。请对调两期图层或更正年份。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/change/account.py"/>
        <source>No ground has a class at both dates. Check that the two layers, and the units where given, cover the same area and that the codes were read with the right CLASSIFICATION.</source>
        <translation>没有两期均有地类的土地。请检查两个图层（以及所给的单元）是否覆盖同一范围，编码是否按正确的 CLASSIFICATION 读取。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/change/balance.py"/>
        <source>The classes {classes} belong to no IPCC category, since the factor set has codes of its own. Leave OUTPUT_CATEGORIES empty, or choose a factor set by carbon class.</source>
        <translation>系数集使用自有代码，{classes}不属于任何IPCC类别。请将OUTPUT_CATEGORIES留空，或选择按碳地类编制的系数集。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/change/balance.py"/>
        <source>The balance of class {carbon_class} does not close: opening + additions − reductions differ from closing by {difference} {unit}. The figures must not be used.</source>
        <translation>地类{carbon_class}的平衡不成立：期初 + 增加 − 减少与期末相差{difference} {unit}。结果不得使用。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/change/change_map.py"/>
        <source>{count} changed pieces are digitising noise (at most 1 m² or 0.1 m wide): their {area_ha:.4f} ha count in the transitions but are not in the map.</source>
        <translation>{count}个变化碎片属于数字化误差（不超过1 m²或宽度不超过0.1 m）：其{area_ha:.4f} ha计入转移表，但不入变化图。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/change/ground.py"/>
        <source>Layer “{layer}”: features that reach beyond those of layer “{other}”: {count}, by {area_ha:.4f} ha (in the whole layer, also outside the units).</source>
        <translation>图层“{layer}”有{count}个要素超出图层“{other}”的范围，共{area_ha:.4f} ha（按整个图层计，含统计单元以外）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/change/ground.py"/>
        <source>The parts of layer “{after}” add up to {parts_ha:.6f} ha, but it has {whole_ha:.6f} ha. Repair the geometries of both layers and run again.</source>
        <translation>图层“{after}”各部分面积之和为{parts_ha:.6f} ha，而其总面积为{whole_ha:.6f} ha。请修复两期图层的几何后重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/change/ground.py"/>
        <source>Layer “{after}” cuts layer “{before}” into parts of {parts_ha:.6f} ha, but it has {whole_ha:.6f} ha. Repair the geometries of both layers and run again.</source>
        <translation>图层“{before}”被图层“{after}”切分后各部分面积之和为{parts_ha:.6f} ha，而其总面积为{whole_ha:.6f} ha。请修复两期图层的几何后重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/change/remarks.py"/>
        <source>{area_ha:.4f} ha have a class at one date only, {before_ha:.4f} ha at the first and {after_ha:.4f} ha at the second. They are in the transitions (class NULL) but in no stock: stocks compare the same ground. Complete the layers to have it counted.</source>
        <translation>{area_ha:.4f} ha土地仅一期有地类，其中仅前期{before_ha:.4f} ha、仅后期{after_ha:.4f} ha。这些土地列入转移表（地类为NULL），但不计入碳储量，因为两期储量按同一范围比较。请补全图层后再计入。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/change/remarks.py"/>
        <source>Set “{factor_set}” has no soil carbon for {classes}: the {area_ha:.4f} ha that became so keep the soil carbon of the land before, since no source states a loss. Add the factor to the set to count one.</source>
        <translation>系数集“{factor_set}”没有{classes}的土壤碳系数：转为该类的{area_ha:.4f} ha沿用转用前土地的土壤碳，因为没有来源说明其损失。如需计算损失，请在系数集中补充该系数。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/change/remarks.py"/>
        <source>{percent:.1f} % of the stocks rest on factors of set “{factor_set}” without an interval: the bounds leave these out and are too narrow. Add low and high to the set.</source>
        <translation>两期碳储量的{percent:.1f}%所用系数（系数集“{factor_set}”）没有区间：上下限未包含这部分，区间偏窄。请在系数集中补充low和high。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/change/remarks.py"/>
        <source>Pool {pool} has no factor for {classes} in set “{factor_set}”: it is left out of both dates' stocks on the {area_ha:.4f} ha that have such a class at one date or both. Add these factors to the set to have a whole.</source>
        <translation>系数集“{factor_set}”中{classes}没有碳库{pool}的系数：在某一期或两期为这些地类的{area_ha:.4f} ha土地上，两期储量均不计该碳库。请在系数集中补充这些系数以求完整。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/change/unit_shares.py"/>
        <source>The areas in unit {unit} do not add up to layer “{layer}”: {residual_m2:.4f} m² of {area_m2:.1f} m² are unexplained. Check the geometries of this unit and of both layers in it.</source>
        <translation>统计单元{unit}内的面积与图层“{layer}”不符：{area_m2:.1f} m²中有{residual_m2:.4f} m²无法解释。请检查该单元及其中两期图层的几何。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/choose.py"/>
        <source>Layer “{layer}”, field “{field}”: no shipped classification knows all codes. The closest, {best}, does not know {unknown} ({count} of {total} distinct codes). Set CLASSIFICATION (with UNMAPPED=exclude to leave such codes out), or give a crosswalk CSV (code,carbon_class).</source>
        <translation>图层“{layer}”，字段“{field}”：内置分类均不能识别全部代码。最接近的{best}不能识别{unknown}（{total}种代码中的{count}种）。请设置CLASSIFICATION（如需剔除此类代码，同时设UNMAPPED=exclude），或提供对照表CSV（code,carbon_class）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/choose.py"/>
        <source>Layer “{layer}”, field “{field}” holds no code at all (only NULL); choose the field with the codes.</source>
        <translation>图层“{layer}”，字段“{field}”没有任何代码（全部为NULL）。请选择存放地类代码的字段。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/choose.py"/>
        <source>Layer “{layer}”, field “{field}”: the codes fit both {first} and {other}, which do not agree on “{code}” ({first_name} or {other_name}). Set CLASSIFICATION to the one that the field holds.</source>
        <translation>图层“{layer}”，字段“{field}”：代码同时符合{first}和{other}，而二者对“{code}”的解释不同（{first_name}或{other_name}）。请将CLASSIFICATION设为该字段实际采用的分类。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/choose.py"/>
        <source>Layer “{layer}”: the field name “{field}” says {hinted}, but “{code}” is no code of it while {other} has it. Set CLASSIFICATION to the one that the field holds.</source>
        <translation>图层“{layer}”：按字段名“{field}”应为{hinted}，但“{code}”不是该分类的代码，而是{other}的代码。请将CLASSIFICATION设为该字段实际采用的分类。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/library.py"/>
        <source>Classification “{name}” is not known. Use one of {known}, “carbon_class”, “auto”, or the path of a crosswalk CSV (code,carbon_class).</source>
        <translation>未知的用地分类“{name}”。可用的有：{known}，“carbon_class”，“auto”，或对照表CSV（code,carbon_class）的路径。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/library.py"/>
        <source>Crosswalk “{file}”, line {line}: the code is empty.</source>
        <translation>对照表“{file}”第{line}行：代码为空，请补填。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/library.py"/>
        <source>Crosswalk “{file}”, line {line}: code “{code}” occurs a second time; keep one row per code.</source>
        <translation>对照表“{file}”第{line}行：代码“{code}”重复出现，每个代码只保留一行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/library.py"/>
        <source>Crosswalk “{file}”, line {line}: “{carbon_class}” is not a carbon class. Use one of {known}.</source>
        <translation>对照表“{file}”第{line}行：“{carbon_class}”不是碳地类。可用的有：{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/library.py"/>
        <source>Crosswalk “{file}” has no column “{column}”; it needs the columns code and carbon_class.</source>
        <translation>对照表“{file}”缺少“{column}”列；对照表须含code和carbon_class两列。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/raw_codes.py"/>
        <source>Layer “{layer}”, field “{field}” holds lists or other structures; a code field holds text or whole numbers.</source>
        <translation>图层“{layer}”，字段“{field}”的值为列表或其他结构；代码字段的值应为文本或整数。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/refuse.py"/>
        <source>Layer “{layer}”, field “{field}”: {codes} exist only in the 2020 trial version of the land-and-sea classification, so the other codes may have their 2020 meaning too ({changed}). Convert the field to 2023 codes first.</source>
        <translation>图层“{layer}”，字段“{field}”：{codes}仅见于2020年试行版用地用海分类，其余代码也可能是2020年的含义（{changed}）。请先将该字段转换为2023年代码。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/refuse.py"/>
        <source>Layer “{layer}”, field “{field}”: “{raw}” gives code {code} the name “{written}”, but in {classification} {code} means “{expected}”. Set CLASSIFICATION to the one that the field holds, or correct the value.</source>
        <translation>图层“{layer}”，字段“{field}”：“{raw}”中代码{code}的名称为“{written}”，但在{classification}中{code}为“{expected}”。请将CLASSIFICATION设为该字段实际采用的分类，或更正该值。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/refuse.py"/>
        <source>Layer “{layer}”, field “{field}”: the number {raw} may stand for “{raw}” or for “{other}” of {classification}. Make the field a text field with full codes.</source>
        <translation>图层“{layer}”，字段“{field}”：数值{raw}可能表示{classification}的“{raw}”或“{other}”。请将该字段改为文本字段，并填写完整代码。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/classes/refuse.py"/>
        <source>Layer “{layer}”, field “{field}”: “{raw}” is the 2020 trial meaning of code {code}; in 2023 {code} means “{expected}” and this class is {new}. Convert the field to 2023 codes first ({changed}).</source>
        <translation>图层“{layer}”，字段“{field}”：“{raw}”是代码{code}在2020年试行版中的含义；2023年版中{code}为“{expected}”，该地类的代码为{new}。请先将该字段转换为2023年代码（{changed}）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/compare_drafts/changes.py"/>
        <source>Draft {layer} has {plan_ha:.6f} ha, but the parts into which the other draft cuts it miss that by {missed_ha:.6f} ha. Repair the geometries of both drafts and run again.</source>
        <translation>方案“{layer}”面积为 {plan_ha:.6f} ha，但按另一方案切割后的各部分与其相差 {missed_ha:.6f} ha。请修复两个方案的图形后重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/compare_drafts/remarks.py"/>
        <source>{draft}: {note}</source>
        <translation>{draft}：{note}</translation>
    </message>
    <message>
        <location filename="../plugin/domain/compare_drafts/remarks.py"/>
        <source>{area_ha:.4f} ha cannot be compared: a draft has no code of the rules there. Give these parcels a code of the classification.</source>
        <translation>{area_ha:.4f} ha 无法比较：该处有方案没有规则所用的代码。请为这些图斑填写分类代码。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/compare_drafts/remarks.py"/>
        <source>{count} parts where the drafts differ are digitising noise ({area_ha:.6f} ha in sum): listed, but not counted.</source>
        <translation>两个方案有{count}处差异属数字化噪声（合计 {area_ha:.6f} ha）：列出但不计入。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/compare_drafts/remarks.py"/>
        <source>{count} changes ({area_ha:.4f} ha) have no carbon figure and count nothing in the difference, which is not 0 there: factor set “{factor_set}” lacks factors for {classes}. Add the rows or choose another set.</source>
        <translation>{count}处用途调整（{area_ha:.4f} ha）没有碳量，未计入碳差异，但并非为 0：系数集“{factor_set}”缺少 {classes} 的系数。请补充系数或另选系数集。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/compare_drafts/remarks.py"/>
        <source>Overlapping parcels make the comparison meet {twice_a_ha:.4f} ha of draft A and {twice_b_ha:.4f} ha of draft B more than once. Remove the overlaps from the drafts.</source>
        <translation>因图斑相互重叠，方案A有 {twice_a_ha:.4f} ha、方案B有 {twice_b_ha:.4f} ha 被重复比较。请消除方案中的重叠。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/compare_drafts/remarks.py"/>
        <source>{count} findings that stayed weigh more in draft B than in draft A: see severity beside severity_before.</source>
        <translation>有{count}条持续存在的冲突在方案B中的等级高于方案A：对照severity与severity_before。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/compare_drafts/remarks.py"/>
        <source>{count} findings of draft A go on in draft B under other parcels, which were re-cut; they are listed there as stayed.</source>
        <translation>方案A有{count}个冲突图斑因图斑重新划分，在方案B中以其他图斑延续，已在其中列为延续。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/compare_drafts/remarks.py"/>
        <source>{area_ha:.4f} ha lie in draft {draft} only ({count} parts); they count neither as changed nor in the carbon difference.</source>
        <translation>{area_ha:.4f} ha 仅方案{draft}有规划（{count}处），既不计为用途调整，也不计入碳差异。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/coverage.py"/>
        <source>{count} features lie one on another at ({x:.2f}, {y:.2f}): their overlaps cannot be measured. Run “Delete duplicate geometries” on the layer, or check how it was joined.</source>
        <translation>在（{x:.2f}，{y:.2f}）处有 {count} 个要素相互重叠，无法计算其重叠。请对该图层运行“删除重复几何图形”，或检查其连接方式。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/downscale/accounts.py"/>
        <source>{count} point sources do not tell their CO2 (field co2_t): they take the share of CO2 of their sector, {amount:.10g} t CO2 together.</source>
        <translation>{count} 个点源未给出 CO2（字段 co2_t）：按其部门的 CO2 占比计，合计 {amount:.10g} t CO2。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/downscale/accounts.py"/>
        <source>Point source “{name}” is of scope {scope}, of which the inventory has no row to place. Correct the scope of the point, or leave it empty.</source>
        <translation>点源“{name}”属于范围 {scope}，清单中没有可落图的相应行。请更正该点的范围，或留空。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/downscale/amounts.py"/>
        <source>Table “{table}” has rows of the years {years}, which would be added up. Give the inventory of one year.</source>
        <translation>表“{table}”含 {years} 各年的行，会被相加。请只给一个年份的清单。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/downscale/amounts.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: {value} t CO2 is more than all gases in emission_tco2e. Correct one of them.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：{value} t CO2 大于 emission_tco2e 中的全部温室气体。请更正其一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/downscale/amounts.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” is no id of a sector. Fields are named after sectors: write letters, digits and _ as “Emission inventory” does.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：“{value}”不是部门编号。字段以部门命名：请如“排放清单”那样只用字母、数字和 _。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/downscale/amounts.py"/>
        <source>{count} rows are scope 3 ({amount:.10g} t CO2e): they arise elsewhere and are not placed.</source>
        <translation>{count} 行属范围3（{amount:.10g} t CO2e）：发生在别处，不落图。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/downscale/amounts.py"/>
        <source>{count} rows ({amount:.10g} t CO2e) do not tell their CO2 (column co2_t): they are in the account of CO2e alone.</source>
        <translation>{count} 行（{amount:.10g} t CO2e）未给出 CO2（列 co2_t）：只计入 CO2e 账户。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/downscale/cells.py"/>
        <source>No parcel has a geometry: there is no ground for a raster. Correct the layer.</source>
        <translation>没有图斑带几何：无法生成栅格。请更正图层。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/downscale/cells.py"/>
        <source>Cells of {size_m:.6g} m make a grid of {count} cells; {limit} is the limit. Choose a larger CELL_SIZE_M.</source>
        <translation>边长 {size_m:.6g} m 的格网共 {count} 个像元，上限为 {limit}。请增大 CELL_SIZE_M。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/downscale/cells.py"/>
        <source>The cells hold {held:.10g} t, but the parcels {given:.10g} t. Nothing was written; please report this with the layer.</source>
        <translation>像元合计 {held:.10g} t，而图斑为 {given:.10g} t。未写出任何结果；请附图层报告此问题。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/downscale/proxies.py"/>
        <source>Class “{code}” fits in table “{table}” and layer “{layer}” only with the zero in front that it has lost: “0{code}”. Write codes as text in both.</source>
        <translation>地类“{code}”丢失了前导零，补为“0{code}”后表“{table}”与图层“{layer}”才能对应。请在两处都以文本形式书写代码。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/downscale/proxies.py"/>
        <source>Table “{table}”, row {row}: class “{start}” of sector “{sector}” occurs twice, or the sector mixes weights of area and of floor area. Use one proxy per sector.</source>
        <translation>表“{table}”第 {row} 行：部门“{sector}”的地类“{start}”重复，或该部门混用了用地面积与建筑面积权重。每个部门只用一种代理变量。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/downscale/spread.py"/>
        <source>Point sources of unit “{unit}”, sector “{sector}” emit {held:.10g} {measure}, but the inventory has {emission:.10g} {measure} there. Correct the points or the inventory.</source>
        <translation>单元“{unit}”、部门“{sector}”的点源排放 {held:.10g} {measure}，而清单该处只有 {emission:.10g} {measure}。请更正点源或清单。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/downscale/spread.py"/>
        <source>The parcels hold {held:.10g} {measure} and {residual:.10g} {measure} are left over, but the inventory has {total:.10g} {measure}. Nothing was written; please report this with the tables.</source>
        <translation>图斑合计 {held:.10g} {measure}，剩余 {residual:.10g} {measure}，而清单为 {total:.10g} {measure}。未写出任何结果；请附各表报告此问题。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/downscale/spread.py"/>
        <source>The proxy of “{group}” is negative or no number (parcels: {count}, the first of them row {row}). Correct the weights, the floor areas or the flows.</source>
        <translation>“{group}”的代理变量在 {count} 个图斑中为负或不是数值，首个为第 {row} 行。请更正权重、建筑面积或流量。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/downscale/spread.py"/>
        <source>Point source “{name}” is of unit “{unit}”, sector “{sector}”, of which the inventory has no row. Add the row, or correct the point.</source>
        <translation>点源“{name}”属于单元“{unit}”、部门“{sector}”，清单中没有相应的行。请补充该行，或更正点源。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/embedded_store/connection.py"/>
        <source>Store “{path}” cannot be used: {reason}. Check the disk, and restore the file from a copy if it is damaged.</source>
        <translation>数据库“{path}”无法使用：{reason}。请检查磁盘；文件若已损坏，请用备份恢复。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/embedded_store/connection.py"/>
        <source>Store “{file}” is being written by another program and did not get free within {seconds:.0f} s. Close the edit session or wait for the other run, then run again.</source>
        <translation>数据库“{file}”正被其他程序写入，{seconds:.0f} 秒内未释放。请结束编辑或等待其他运行结束后重试。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/embedded_store/connection.py"/>
        <source>Store “{path}” cannot be written: the folder does not exist, or file or folder are read-only. Choose another place or get the right to write.</source>
        <translation>数据库“{path}”无法写入：文件夹不存在，或文件、文件夹为只读。请另选位置或取得写入权限。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/embedded_store/kinds.py"/>
        <source>Store “{file}” has schema version {found}, but this version of the plugin writes version {expected}. Use the plugin that wrote it, or choose a new file.</source>
        <translation>数据库“{file}”的结构版本为 {found}，而本插件版本写入的是 {expected}。请使用写入它的插件版本，或另选新文件。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/embedded_store/kinds.py"/>
        <source>“{file}” is not a store of this plugin (kind “{kind}”), and nothing is written into it. Choose another file; a new one is created.</source>
        <translation>“{file}”不是本插件的数据库（类型“{kind}”），不会写入任何内容。请另选文件，系统将新建。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/activity.py"/>
        <source>Table “{table}” has no rows of the year {year}; it has rows of {years}. Set YEAR.</source>
        <translation>表“{table}”没有 {year} 年的行；有 {years} 年的行。请设置 YEAR。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/activity.py"/>
        <source>Table “{table}” has rows of the years {years}. Set YEAR, the year of the account.</source>
        <translation>表“{table}”含 {years} 年的行。请设置 YEAR（核算年份）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/activity.py"/>
        <source>Table “{table}”, row {row}: both a factor_id and a factor_value are given. Keep one of them.</source>
        <translation>表“{table}”第 {row} 行：同时给出了 factor_id 和 factor_value。请只保留一个。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/activity.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: a row that is split by “{value}” needs the table SPLIT_KEYS, and no share of its own in split.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：按“{value}”拆分的行需要 SPLIT_KEYS 表，且 split 中不得另给比例。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/activity.py"/>
        <source>Table “{table}”, row {row}: a row of one enterprise (enterprise_id) contains no others. Fill one of the two columns.</source>
        <translation>表“{table}”第 {row} 行：单个企业的行（enterprise_id）不再包含其他企业。两列只填其一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/activity.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: carrier “{value}” is not known. Use one of those in resources/factors/emission_carriers.csv, or leave it empty and give a factor.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：能源品种“{value}”无法识别。请使用 resources/factors/emission_carriers.csv 中的品种，或留空并给出因子。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/activity.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: unit of measure “{value}” is not known. Write units such as kWh, 10^4 kWh, t, tce, GJ, 10^4 m3, m2, ha, head, person, vehicle·km.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：计量单位“{value}”无法识别。请写 kWh、10^4 kWh、t、tce、GJ、10^4 m3、m2、ha、head、person、vehicle·km 等。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/activity.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” is no scope. Write 1 (direct), 2 (purchased electricity and heat) or 3 (elsewhere), or leave it empty.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：“{value}”不是范围。请写 1（直接）、2（外购电力和热力）或 3（其他间接），或留空。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/activity.py"/>
        <source>Table “{table}”, row {row}: a share of a larger balance (column “{column}”: {value}) needs its source in split_source, such as “share of the city's GDP 2023”.</source>
        <translation>表“{table}”第 {row} 行：由更大范围平衡表拆分的比例（列“{column}”：{value}）须在 split_source 中注明依据，如“占全市2023年GDP比重”。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/activity.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” is no unit of an intensity. Write units such as kWh/m2, m3/m2, GJ/m2, kg N/ha.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：“{value}”不是强度单位。请写 kWh/m2、m3/m2、GJ/m2、kg N/ha 等。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/activity.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” is no grade of evidence. Use one of {known}, or leave it empty.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：“{value}”不是证据等级。请使用 {known} 之一，或留空。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/activity.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” is no unit of an emission factor. Write units such as kg CO2/kWh, t CO2/t, kg CH4/head, kg N2O-N/kg N, kg CH4/(ha·d).</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：“{value}”不是排放因子单位。请写 kg CO2/kWh、t CO2/t、kg CH4/head、kg N2O-N/kg N、kg CH4/(ha·d) 等。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/activity.py"/>
        <source>Table “{table}”, row {row}: the factor {figure} {unit} has no source. Name it in factor_source.</source>
        <translation>表“{table}”第 {row} 行：因子 {figure} {unit} 没有来源。请在 factor_source 中注明。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/activity.py"/>
        <source>Table “{table}”, row {row}: both an intensity and an intensity_id are given. Keep one.</source>
        <translation>表“{table}”第 {row} 行：同时给出了 intensity 和 intensity_id。请只保留一个。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/activity.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” is no intensity of the factor library (ids B-OP-… of resources/factors/activity_defaults_cn.csv; those to compare with and those per hectare of land are not used).</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：“{value}”不是因子库中的强度（resources/factors/activity_defaults_cn.csv 中编号 B-OP-…；仅供对照的和按用地每公顷的不使用）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/bare_lines.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: an amount in {value} ({found}) does not fit a factor per {wanted}. Convert the amount, or choose the factor that fits it.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：以 {value}（{found}）计的数量与每 {wanted} 的因子不匹配。请换算数量，或选择相应的因子。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/contained_sectors.py"/>
        <source>Table “{table}”, row {row}: it emits {emission:.10g} t CO2e, but the rows of the sectors that it contains emit {inner:.10g} t CO2e. Correct the rows, or the column contains.</source>
        <translation>表“{table}”第 {row} 行：其排放量为 {emission:.10g} t CO2e，而其中包含的部门各行排放 {inner:.10g} t CO2e。请更正这些行或 contains 列。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/contained_sectors.py"/>
        <source>Table “{table}”, row {row}: sector “{sector}” contains itself. Name in contains only the sectors that the statistic holds beside its own.</source>
        <translation>表“{table}”第 {row} 行：部门“{sector}”包含其自身。contains 列只写该统计数除本部门外还包含的部门。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/electricity.py"/>
        <source>Family “{family}” has no national electricity factor. Give factor_id or factor_value in the table.</source>
        <translation>类别“{family}”没有全国电力因子。请在表中给出 factor_id 或 factor_value。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/electricity.py"/>
        <source>“{family}” is no family of electricity factors. Use one of {known}.</source>
        <translation>“{family}”不是电力因子类别。请使用 {known} 之一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/electricity.py"/>
        <source>REGION “{region}” is no province code. Write two digits of GB/T 2260 such as 33 (Zhejiang).</source>
        <translation>REGION“{region}”不是省级代码。请写 GB/T 2260 的两位代码，如 33（浙江）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/electricity.py"/>
        <source>Table “{table}”, row {row}: factor “{factor}” belongs to the electricity family “{found}”, but the account uses “{family}”. Families are never mixed in one account: change the factor, or ELECTRICITY_FAMILY for the whole account.</source>
        <translation>表“{table}”第 {row} 行：因子“{factor}”属于电力因子类别“{found}”，而本核算使用“{family}”。一个核算中各类别绝不混用：请更换因子，或为整个核算更改 ELECTRICITY_FAMILY。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/emit.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: local photovoltaics are amounts of electricity (kWh, 10^4 kWh), not {value}.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：本地光伏应为电量（kWh、10^4 kWh），而不是 {value}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/emit.py"/>
        <source>Table “{table}”, row {row}: nothing tells its emission factor. Give a carrier, a factor_id of the library, or factor_value, factor_unit and factor_source.</source>
        <translation>表“{table}”第 {row} 行：无从得知其排放因子。请给出能源品种、因子库的 factor_id，或 factor_value、factor_unit 和 factor_source。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/emit.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: method “fuel” needs a fuel as carrier.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：方法“fuel”需要以燃料作为能源品种。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/emit.py"/>
        <source>Table “{table}”, row {row}: calorific value, carbon content and oxidation of your own need their source in factor_source.</source>
        <translation>表“{table}”第 {row} 行：自有的低位发热量、含碳量和氧化率须在 factor_source 中注明来源。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/emit.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: a fuel without calorific value gives no energy. Give an ncv above 0 (GJ/t; gases GJ/10^4 m3).</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：没有发热量的燃料不产生能量。请给出大于 0 的 ncv（GJ/t；气体为 GJ/10^4 m3）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/emit.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: an electricity factor of your own must state its family: write “{family}” if it is of the account's family.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：自有的电力因子须注明类别：若与本核算同类，请写“{family}”。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/emit.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” is a figure to compare with or a placeholder per hectare of land. Emissions of energy come from activity data: give fuels, heat and electricity.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：“{value}”是仅供对照的数值或用地每公顷的占位值。能源排放来自活动水平数据：请给出燃料、热力和电力。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/emit.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” is no emission factor of the library. Ids stand in resources/factors/activity_defaults_cn.csv and emission_process.csv.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：“{value}”不是因子库中的排放因子。编号见 resources/factors/activity_defaults_cn.csv 和 emission_process.csv。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/emit.py"/>
        <source>Table “{table}”, row {row}: factor “{factor}” mixes direct and purchased energy. State its scope (1, 2 or 3).</source>
        <translation>表“{table}”第 {row} 行：因子“{factor}”混有直接能源和外购能源。请注明范围（1、2 或 3）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/emit.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: scope {value} does not fit “{item}”. Purchased electricity and heat are scope 2, fuels that are burnt scope 1; what arises elsewhere is scope 3.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：范围 {value} 不适合“{item}”。外购电力和热力为范围2，燃烧的燃料为范围1；发生在别处的为范围3。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/emit.py"/>
        <source>Table “{table}”, row {row}: a factor per day and method “rice” belong together. Write the factor as kg CH4/(ha·d), method “rice” and parameters “days=120”.</source>
        <translation>表“{table}”第 {row} 行：每日因子须与方法“rice”一起使用。请将因子写为 kg CH4/(ha·d)，方法写“rice”，参数写“days=120”。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/emit.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: a vehicle without persons has no kilometres. Give an occupancy above 0.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：载客数为 0 则无行驶里程。请给出大于 0 的 occupancy。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/landfill.py"/>
        <source>Table “{table}”, row {row}: parameters of your own need their source in factor_source.</source>
        <translation>表“{table}”第 {row} 行：自有参数须在 factor_source 中注明来源。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/landfill.py"/>
        <source>Table “{table}”, row {row}: method “landfill” needs the source of its parameters in factor_source, and either recovered_t or recovered_share.</source>
        <translation>表“{table}”第 {row} 行：方法“landfill”须在 factor_source 中注明参数来源，且 recovered_t 与 recovered_share 只能给其一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/landfill.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: more methane is recovered than the waste gives. Correct recovered_t (t CH4).</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：回收的甲烷多于废弃物产生的甲烷。请更正 recovered_t（t CH4）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/landfill.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: first-order decay lacks {parameter}. Write its figure with a source in factor_source, or the words that it follows from: waste, climate and site (resources/factors/activity_template_README.md).</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：一阶衰减缺少 {parameter}。请填写数值并在 factor_source 中注明来源，或填写用以查取的词：waste、climate 和 site（见 resources/factors/activity_template_README.md）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/landfill.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: {recovered:.10g} t CH4 are recovered, but the waste of this landfill generates {generated:.10g} t CH4 in {year}. Correct recovered_t, or add the waste of earlier years.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：回收 {recovered:.10g} t CH4，而该填埋场的垃圾在 {year} 年只产生 {generated:.10g} t CH4。请更正 recovered_t，或补充往年垃圾。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/landfill_remarks.py"/>
        <source>Unit “{unit}”, landfill “{item}”: {count} rows of waste since {first}; years without a row: {gaps}. Waste of earlier or missing years is not in the figure; the guidelines ask for {asked} years of deposits.</source>
        <translation>单元“{unit}”，填埋场“{item}”：自 {first} 年起共 {count} 行垃圾；没有行的年份：{gaps}。更早或缺失年份的垃圾不在数值中；指南要求 {asked} 年的填埋量。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/landfill_remarks.py"/>
        <source>{count} rows book the methane of waste in its year ({amount:.10g} t CO2e) beside landfills by first-order decay in the same unit. Waste of one landfill goes by one of the two.</source>
        <translation>{count} 行将垃圾的甲烷计入当年（{amount:.10g} t CO2e），而同一单元另有按一阶衰减计算的填埋场。同一填埋场的垃圾只用其中一种方法。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/library.py"/>
        <source>No global warming potentials are known from “{report}”. Use one of SAR, AR4, AR5, AR6.</source>
        <translation>没有“{report}”的全球增温潜势。请使用 SAR、AR4、AR5、AR6 之一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/overlap_remarks.py"/>
        <source>{count} rows are sums that contain other sectors of the account: {amount:.10g} t CO2e are taken off them. Column registered_tco2e tells how much.</source>
        <translation>{count} 行为包含本账户其他部门的合计：已从中扣除 {amount:.10g} t CO2e。扣除量见列 registered_tco2e。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/overlap_remarks.py"/>
        <source>{count} rows are fuel of international voyages ({amount:.10g} t CO2e): a memo item, in no total.</source>
        <translation>{count} 行为国际航行燃料（{amount:.10g} t CO2e）：作为备忘项，不计入总量。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/overlap_remarks.py"/>
        <source>{count} rows ({amount:.10g} t CO2e) of the sectors {sectors} stand beside rows of the same unit, scope and carrier in a sector whose statistics usually hold them ({outer}). If they do, write “sector:…” in the column contains of those rows: nothing may count twice.</source>
        <translation>{count} 行（{amount:.10g} t CO2e）属于部门 {sectors}，与通常包含它们的部门（{outer}）的行同单元、同范围、同品种。若确已包含，请在那些行的 contains 列写“sector:…”：不得重复计算。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/overlap_remarks.py"/>
        <source>{count} rows ({amount:.10g} t CO2e) are just the sum of the same rows of all other units. If they are a total of these, delete them: nothing may count twice.</source>
        <translation>{count} 行（{amount:.10g} t CO2e）恰为其他全部统计单元同类行之和。若为其合计，请删除：不得重复计算。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/parameters.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: method “{method}” needs {missing}. Write them as “name=value; name=value”.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：方法“{method}”需要 {missing}。请写成“名称=数值; 名称=数值”。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/parameters.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: parameter “{parameter}” occurs twice or does not belong to method “{method}”, which takes {known}.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：参数“{parameter}”重复，或不属于方法“{method}”，该方法的参数为 {known}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/parameters.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{text}” is no value of parameter “{parameter}”. Write a number with a decimal point, not below 0; shares from 0 to 1.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：“{text}”不是参数“{parameter}”的有效值。请写带小数点、不小于 0 的数；比例为 0 到 1。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/parameters.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{text}” is no value of parameter “{parameter}”. Use one of {known}.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：“{text}”不是参数“{parameter}”的取值。请使用 {known} 之一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/reconcile.py"/>
        <source>Table “{table}” has no rows of the year {year} of the account: figures of other years are not held against it.</source>
        <translation>表“{table}”没有账户年份 {year} 的行：其他年份的数值不与之比对。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/reconcile.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” is no scope that is compared. Write 1 or 2 in every row, or leave the column out.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：“{value}”不是可对照的范围。请在每行填写 1 或 2，或去掉该列。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/reconcile.py"/>
        <source>Table “{table}”, row {row}: no figure is stated. Fill co2_t (t CO2), emission_tco2e (t CO2e) or both.</source>
        <translation>表“{table}”第 {row} 行：没有给出数值。请填写 co2_t（t CO2）或 emission_tco2e（t CO2e），或两者。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/reconcile.py"/>
        <source>Table “{table}”, row {row}: sector “{value}” occurs twice for unit “{unit}”. Keep one row per unit, sector and scope.</source>
        <translation>表“{table}”第 {row} 行：单元“{unit}”的部门“{value}”重复。每个单元、部门和范围保留一行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/register.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” is no scope. Write 1, 2 or 3; an enterprise whose report holds several has a row for each.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：“{value}”不是范围。请写 1、2 或 3；报告含多个范围的企业每个范围一行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/register.py"/>
        <source>Table “{table}”, row {row}: enterprise “{enterprise}” states no emission. Fill co2_t or emission_tco2e (t).</source>
        <translation>表“{table}”第 {row} 行：企业“{enterprise}”没有排放量。请填写 co2_t 或 emission_tco2e（t）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/register.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: {value} t CO2 is more than all gases of the enterprise in emission_tco2e. Correct one of them.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：{value} t CO2 大于该企业 emission_tco2e 中的全部气体。请更正其一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/register.py"/>
        <source>Table “{table}”, row {row}: it emits {emission:.10g} t CO2e, but the registered enterprises that it contains emit {registered:.10g} t CO2e. Correct the row, its column contains or the register.</source>
        <translation>表“{table}”第 {row} 行：其排放量为 {emission:.10g} t CO2e，而其中包含的登记企业排放 {registered:.10g} t CO2e。请更正该行、其 contains 列或登记表。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/register.py"/>
        <source>Table “{table}”, row {row}: enterprise “{value}” occurs twice for {year}, scope {scope}. Keep one row per enterprise, year and scope.</source>
        <translation>表“{table}”第 {row} 行：企业“{value}”在 {year} 年、范围 {scope} 重复。每个企业、年份和范围只保留一行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/register.py"/>
        <source>Table “{table}”, row {row}: enterprise “{enterprise}” is in unit “{unit}” here and in “{other}” in the register. Correct one of them.</source>
        <translation>表“{table}”第 {row} 行：企业“{enterprise}”在此处属于单元“{unit}”，而登记表中属于“{other}”。请更正其一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/register_parts.py"/>
        <source>Table “{table}”, row {row}: the entries that are part of “{value}” emit {parts:.10g} t CO2e, more than its own {whole:.10g} t CO2e. Correct their figures or part_of.</source>
        <translation>表“{table}”第 {row} 行：属于“{value}”的条目排放 {parts:.10g} t CO2e，大于其自身的 {whole:.10g} t CO2e。请更正数值或 part_of。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/register_parts.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{whole}” is not in the register of the year, or is part of itself. Correct part_of.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：“{whole}”不在当年登记表中，或属于其自身。请更正 part_of。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/register_remarks.py"/>
        <source>{count} entries of the register are of other years and are left out.</source>
        <translation>登记表有 {count} 条属其他年份，不计。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/register_remarks.py"/>
        <source>{count} activity rows belong to enterprises of the register, whose figures replace them: {register:.10g} t CO2e instead of {activity:.10g} t CO2e. OUTPUT_REGISTER lists the differences.</source>
        <translation>{count} 行活动属于登记企业，由登记数值替代：{register:.10g} t CO2e 替代 {activity:.10g} t CO2e。差值见 OUTPUT_REGISTER。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/register_remarks.py"/>
        <source>{count} rows are sums that contain registered enterprises: {amount:.10g} t CO2e of these are taken off them. Column registered_tco2e tells how much.</source>
        <translation>{count} 行为包含登记企业的合计：已从中扣除这些企业的 {amount:.10g} t CO2e。扣除量见列 registered_tco2e。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/register_remarks.py"/>
        <source>{count} entries of the register are not verified ({amount:.10g} t CO2e).</source>
        <translation>登记表有 {count} 条未经核查（{amount:.10g} t CO2e）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/register_remarks.py"/>
        <source>{count} rows ({amount:.10g} t CO2e) name no enterprise but stand in a unit, sector and scope with registered ones. If they are sums that hold those enterprises, take them off: nothing may count twice.</source>
        <translation>{count} 行（{amount:.10g} t CO2e）未注明企业，但与登记企业同单元、同部门、同范围。若其为包含这些企业的合计，请扣除：不得重复计算。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/register_remarks.py"/>
        <source>{count} entries of the register hold others (products of an enterprise, enterprises of a park): {amount:.10g} t CO2e of these are taken off them. Column counted_tco2e tells what is left.</source>
        <translation>登记表有 {count} 条包含其他条目（企业的产品、园区的企业）：已从中扣除 {amount:.10g} t CO2e。剩余见列 counted_tco2e。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/register_remarks.py"/>
        <source>{count} enterprises that rows contain are not in the register of the year: nothing is taken off for them.</source>
        <translation>活动行所含的 {count} 个企业不在当年登记表中：未作扣除。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>{count} rows of table “{table}” are of other years ({years}) and are left out.</source>
        <translation>表“{table}”有 {count} 行属其他年份（{years}），不计。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>{count} rows of table “{table}” repeat an earlier row in every cell. Both count: delete the repetition if it is one.</source>
        <translation>表“{table}”有 {count} 行与前面某行完全相同。两者均已计入：若为重复请删除。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>Table “{table}” has columns that are not read: {columns}.</source>
        <translation>表“{table}”有未读取的列：{columns}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>{count} rows take the electricity factor {factor} of the province and year.</source>
        <translation>{count} 行采用该省该年的电力因子 {factor}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>{count} rows name an electricity factor of another year or province than the account’s ({factors}).</source>
        <translation>{count} 行指定的电力因子与本核算的年份或省份不同（{factors}）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>{percent:.1f} % of the total rests on figures below grade secondary: {figures}.</source>
        <translation>总量的 {percent:.1f} % 依据等级低于“secondary（二手）”的数值：{figures}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>{count} rows state CO2 equivalents only ({amount:.10g} t CO2e, with the potentials of their source): their CO2 is unknown and is not in TOTAL_CO2_T.</source>
        <translation>{count} 行只有二氧化碳当量（{amount:.10g} t CO2e，按其来源的增温潜势）：其中的 CO2 未知，不计入 TOTAL_CO2_T。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>{percent:.1f} % of the total rests on figures without an interval: the bounds do not hold their uncertainty.</source>
        <translation>总量的 {percent:.1f} % 依据没有区间的数值：上下限不含其不确定性。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>{count} rows are energy used as raw material: they are left out of the account.</source>
        <translation>{count} 行为用作原料的能源：不计入核算。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>{count} rows are input of transformation ({amount:.10g} t CO2e): the electricity and heat made of it count where they are used, so that nothing counts twice.</source>
        <translation>{count} 行为加工转换投入（{amount:.10g} t CO2e）：由其生产的电力和热力在使用处计算，避免重复。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>{count} of these rows are of units without any purchased electricity or heat: neither input nor output counts there. Add the electricity and heat that is used.</source>
        <translation>其中 {count} 行所在单元没有任何外购电力或热力：投入和产出均未计入。请补充所使用的电力和热力。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>{count} rows are scope 3 ({amount:.10g} t CO2e): listed, but in no total.</source>
        <translation>{count} 行属范围3（{amount:.10g} t CO2e）：列出，但不计入总量。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>{count} rows ({amount:.10g} t CO2e) are a share of a larger balance, not a statistic of their unit: {sources}. Column split tells the share.</source>
        <translation>{count} 行（{amount:.10g} t CO2e）由更大范围的平衡表拆分，不是本单元的统计数：{sources}。比例见列 split。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>Unit “{unit}”: {pv:.10g} kWh of local photovoltaics are netted once from a demand of {demand:.10g} kWh, {avoided:.10g} t CO2e avoided. Accounts of single systems that each took it off would state {isolated:.10g} instead of {coupled:.10g} t CO2e ({percent:.2f} %). Amounts of electricity must hold the photovoltaics that is used.</source>
        <translation>单元“{unit}”：本地光伏 {pv:.10g} kWh 从用电需求 {demand:.10g} kWh 中只扣一次，避免排放 {avoided:.10g} t CO2e。若各系统孤立核算并各自扣除，将为 {isolated:.10g} 而非 {coupled:.10g} t CO2e（{percent:.2f} %）。用电量须包含自用的光伏电量。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>{count} rows are methane of rice or nitrous oxide of cropland ({amount:.10g} t CO2e). A sink baseline holds the same emission per hectare: add only one of the two.</source>
        <translation>{count} 行为稻田甲烷或农田氧化亚氮（{amount:.10g} t CO2e）。碳汇本底按公顷已含同一排放：两者只能计其一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>{count} rows use process factors that hold the carbon of coke and coal. Fuel rows must not hold that coke and coal again; flag it as non_energy.</source>
        <translation>{count} 行使用的过程因子已含焦炭和煤中的碳。燃料行不得再含这些焦炭和煤；请标为 non_energy。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>{count} rows of the sector energy count as direct emission ({amount:.10g} t CO2e) beside purchased electricity. Fuel that is turned into electricity or heat for others is “transformation”.</source>
        <translation>能源部门有 {count} 行按直接排放计入（{amount:.10g} t CO2e），同时又有外购电力。为他人转换为电力或热力的燃料应标为“transformation”。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>The library has no electricity factor of province {region} for {year} in family “{family}”: {count} rows take {factor} (region {found}, {found_year}). Give the factor of the province and year as factor_value where it is published.</source>
        <translation>因子库中类别“{family}”没有省份 {region} {year} 年的电力因子：{count} 行采用 {factor}（区域 {found}，{found_year} 年）。若已公布该省该年因子，请以 factor_value 给出。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>No province is given: {count} rows take the national electricity factor {factor} of {found_year} for {year}. Set REGION to the province's code.</source>
        <translation>未给出省份：{count} 行在 {year} 年采用 {found_year} 年全国电力因子 {factor}。请将 REGION 设为省级代码。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/remarks.py"/>
        <source>{count} rows of {carrier} ({amount:.10g} t CO2e) take {factor}, the factor of another fuel. Give the calorific value and carbon content of the fuel (method fuel) where they are known.</source>
        <translation>{count} 行 {carrier}（{amount:.10g} t CO2e）借用另一种燃料的因子 {factor}。已知该燃料的热值和含碳量时请填写（method 为 fuel）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/rows.py"/>
        <source>Table “{table}” has no rows, or lacks the columns {columns}. It has: {found}.</source>
        <translation>表“{table}”没有行，或缺少列 {columns}。现有列：{found}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/rows.py"/>
        <source>Table “{table}”, row {row}: column “{column}” is empty.</source>
        <translation>表“{table}”第 {row} 行：列“{column}”为空。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/rows.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” is the total of other rows and would count them twice. Delete the row, or name the unit that it is of.</source>
        <translation>表“{table}”第 {row} 行“{column}”列：“{value}”是其他各行的合计，会重复计算。请删除该行，或写明其统计单元。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/rows.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” is part of another row and would count twice. Delete the row, or the one that holds it.</source>
        <translation>表“{table}”第 {row} 行“{column}”列：“{value}”已含在另一行中，会重复计算。请删除该行，或删除包含它的那一行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/rows.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” is no number. Write a decimal point and no thousands separators, such as 1234.5.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：“{value}”不是数值。请用小数点，不用千位分隔符，如 1234.5。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/rows.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: {value} is below 0. Amounts and factors of emissions are positive; removals belong to the sink account.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：{value} 小于 0。排放的数量和因子为正；吸收量属于碳汇核算。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/rows.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: {value} is no share. Write shares from 0 to 1 (30 % is 0.3).</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：{value} 不是比例。请写 0 到 1 的比例（30 % 写 0.3）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/rows.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” is no calendar year.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：“{value}”不是公历年份。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/rows.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” is not known. Use one of {known}.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：“{value}”无法识别。请使用 {known} 之一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/rows.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: give both bounds of the 95 % interval, with the value {figure:.10g} between them.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：请给出 95 % 区间的上下限，且数值 {figure:.10g} 位于其间。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/rows.py"/>
        <source>Table “{table}”: columns “{first}” and “{second}” both mean “{column}”. Keep one of them.</source>
        <translation>表“{table}”：列“{first}”和“{second}”均表示“{column}”。请只保留一个。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/sectors.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: sector “{value}” is not known. Use one of {known}, or give a table of SECTORS.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：部门“{value}”无法识别。请使用 {known} 之一，或给出 SECTORS 表。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/sectors.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: “{value}” occurs twice or is no id. Ids of sectors are letters, digits, _ and -; other names stand in name_zh and names.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：“{value}”重复或不是编号。部门编号只用字母、数字、_ 和 -；其他名称写在 name_zh 和 names 中。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/splits.py"/>
        <source>Table “{table}”, row {row}: the units of “{whole}” hold {held:.10g} of {total:.10g} by this key. The whole is above 0 and not smaller than its units.</source>
        <translation>表“{table}”第 {row} 行：按此指标，“{whole}”的各单元合计 {held:.10g}，总体为 {total:.10g}。总体须大于 0 且不小于各单元之和。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/splits.py"/>
        <source>Table “{table}”, row {row}, column “{column}”: table “{keys}” does not tell how “{unit}” is split by “{value}” in this year.</source>
        <translation>表“{table}”第 {row} 行，列“{column}”：表“{keys}”没有给出“{unit}”在该年按“{value}”的拆分。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/splits.py"/>
        <source>Table “{table}”, row {row}: unit “{value}” occurs twice for this key and year. Keep one row.</source>
        <translation>表“{table}”第 {row} 行：单元“{value}”在此指标和年份下重复。请保留一行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/emissions/yearbook.py"/>
        <source>Table “{table}”: the head “{head}” and the column “{column}” say the same. Leave out one of them.</source>
        <translation>表“{table}”：表头“{head}”与列“{column}”含义相同。请去掉其一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/errors.py"/>
        <source>The run was cancelled.</source>
        <translation>运行已取消。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/exemptions/decide.py"/>
        <source>The exemptions name parcels by their id (BSM), but the plan was given without its id field. Choose the field with the parcel ids (PLAN_ID_FIELD).</source>
        <translation>豁免清单以标识码（BSM）指明图斑，但未指定规划图层的标识码字段。请选择图斑标识码字段（PLAN_ID_FIELD）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/exemptions/decide.py"/>
        <source>{count} findings are open: their exemption has expired before {as_of} ({documents}). Have it renewed, or remedy the conflict.</source>
        <translation>{count}个冲突图斑为未处理状态：其豁免在 {as_of} 之前已过期（{documents}）。请办理续期或消除冲突。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/exemptions/decide.py"/>
        <source>{count} findings are open: their exemption is not valid yet on {as_of} ({documents}). Check the date of the check and the date of approval.</source>
        <translation>{count}个冲突图斑为未处理状态：其豁免在 {as_of} 尚未生效（{documents}）。请核对检测日期和批准日期。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/exemptions/decide.py"/>
        <source>{count} findings are exempted by approvals that the findings store {source} has on record and the table of exemptions does not list ({documents}). Where one was withdrawn, enter its expiry in the table.</source>
        <translation>有{count}条冲突按冲突库{source}中留存、但豁免清单未列的批准文件予以豁免（{documents}）。批准已撤销的，请在清单中填写其到期日。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/exemptions/decide.py"/>
        <source>{count} exemptions of {source} have no document number (批准文号) and exempt nothing. Fill it in.</source>
        <translation>{source} 中有{count}条豁免没有批准文号，不产生豁免。请填写批准文号。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/exemptions/decide.py"/>
        <source>{count} exemptions of {source} meet no finding of this check. Check the parcel, the rule and the finding that they name; where the conflict is gone they are not needed.</source>
        <translation>{source} 中有{count}条豁免未对应本次检测的任何冲突图斑。请核对其图斑、规则和冲突标识；冲突已消除的，不再需要豁免。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/exemptions/decide.py"/>
        <source>{count} exemptions of {source} meet only noise, or findings of lines that are not legally in force; these need no exemption.</source>
        <translation>{source} 中有{count}条豁免仅对应噪声，或不具法定效力的控制线的冲突图斑，无需豁免。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/exemptions/table.py"/>
        <source>The table of exemptions “{file}” has {count} problem(s); correct them and run again:
{problems}</source>
        <translation>豁免清单“{file}”有{count}处问题，请更正后重新运行：
{problems}</translation>
    </message>
    <message>
        <location filename="../plugin/domain/exemptions/table.py"/>
        <source>The table of exemptions “{file}” has no column that names parcels (BSM) or findings (finding_key); its columns are {columns}. Add the column BSM.</source>
        <translation>豁免清单“{file}”没有指明图斑（BSM）或冲突图斑（finding_key）的列；现有列为：{columns}。请增加 BSM 列。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/exemptions/table.py"/>
        <source>The table of exemptions “{file}” has two columns for one thing: “{first}” and “{second}”. Rename or remove one of them.</source>
        <translation>豁免清单“{file}”有两列含义相同：“{first}”和“{second}”。请改名或删除其中一列。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/exemptions/table.py"/>
        <source>the cell is empty: neither a parcel nor a finding is named.</source>
        <translation>单元格为空：未指明图斑或冲突图斑。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/exemptions/table.py"/>
        <source>“{value}” is a number that a spreadsheet has rounded; format the column as text and fill in the id.</source>
        <translation>“{value}”是被电子表格取整的数字；请将该列设为文本格式并填写完整标识码。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/exemptions/table.py"/>
        <source>the exemption ends before it starts.</source>
        <translation>豁免的截止日期早于开始日期。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/exemptions/table.py"/>
        <source>“{value}” is not surely a day; write it as 2026-01-05.</source>
        <translation>无法确定“{value}”为何日期；请写作 2026-01-05。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/explanation.py"/>
        <source>“{pool}” is no carbon pool. Use one of {known}.</source>
        <translation>“{pool}”不是碳库。请用下列之一：{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>“{text}” is not a number.</source>
        <translation>“{text}”不是数值。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>Unit “{unit}” is not accepted here; use one of: {accepted}.</source>
        <translation>此处不能使用单位“{unit}”，请改用以下之一：{accepted}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>“{text}” is not one of: {allowed}.</source>
        <translation>“{text}”不在允许值之列：{allowed}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>“{text}” holds a comma, which may be a decimal or a thousands sign: write numbers with a decimal point.</source>
        <translation>“{text}”含有逗号，可能是小数点，也可能是千位分隔符；请以小数点书写数值。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>The source is missing: no value without one.</source>
        <translation>缺少来源；没有来源的数值不予采用。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>The value is missing; leave the row out when a pool is not known.</source>
        <translation>缺少数值；碳库未知时，请删去该行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>The lower bound {low} is above the value {value}; low ≤ value ≤ high, also where negative.</source>
        <translation>下限{low}大于数值{value}；应满足low ≤ value ≤ high，负值亦然。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>The upper bound {high} is below the value {value}; low ≤ value ≤ high, also where negative.</source>
        <translation>上限{high}小于数值{value}；应满足low ≤ value ≤ high，负值亦然。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>A stock row names a pool, not a process.</source>
        <translation>碳储量行（stock）应填碳库（pool），不填过程（process）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>A carbon stock cannot be negative ({value}).</source>
        <translation>碳储量不能为负值（{value}）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>A soil row states its depth as from-to in cm, such as 0-30 or 0-100; found “{depth}”.</source>
        <translation>土壤行须以“起-止”形式填写深度（cm），如0-30或0-100；现为“{depth}”。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>A flux row names a process, not a pool.</source>
        <translation>通量行（flux）应填过程（process），不填碳库（pool）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>{process} is emitted: in a factor table removal is positive and emission negative, so the value must be −{value}, not {value}.</source>
        <translation>{process}属于排放：系数表中吸收为正、排放为负，该值应为−{value}，而不是{value}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/cell_checks.py"/>
        <source>Annual crops have no lasting biomass growth (harvested within the year); the value must be 0.</source>
        <translation>一年生作物当年收获，没有持久的生物量生长，该值应为0。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/checks.py"/>
        <source>“{file}” has no column “{column}”. A factor table has the columns of template.csv; an InVEST table has lucode,c_above,c_below,c_soil,c_dead.</source>
        <translation>“{file}”缺少“{column}”列。系数表的列见template.csv；InVEST表的列为lucode,c_above,c_below,c_soil,c_dead。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/export.py"/>
        <source>Factor set “{factor_set}” is a table by land-use code (lucode). Edit its file itself.</source>
        <translation>系数集“{factor_set}”是按地类代码（lucode）的表，请直接编辑其文件。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/invest.py"/>
        <source>The lucode is missing.</source>
        <translation>缺少lucode。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/invest.py"/>
        <source>lucode {code} occurs a second time.</source>
        <translation>lucode {code}重复出现。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/library.py"/>
        <source>Factor set “{name}” is not known. Use one of {known}, or the path of a CSV or XLSX table.</source>
        <translation>未知的系数集“{name}”。可用的有：{known}，或CSV、XLSX表的路径。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/library.py"/>
        <source>“{file}”, row {row}, column “{column}”: {reason} ({count} problems in all; the tool “Validate factor table” lists them.)</source>
        <translation>“{file}”第{row}行“{column}”列：{reason}（共{count}个问题，可用“校验碳系数”工具全部列出。）</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/library.py"/>
        <source>“{file}” holds no factor row.</source>
        <translation>“{file}”中没有系数行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/library.py"/>
        <source>Factor set “{name}” is not known; “{head}” has no parts.</source>
        <translation>未知的系数集“{name}”；“{head}”不分子集。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/problems.py"/>
        <source>row {row}, column {column}: {reason}</source>
        <translation>第{row}行，{column}列：{reason}</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/select.py"/>
        <source>Tier-1 factors hold for one climate. Use one of {known} as the factor set.</source>
        <translation>IPCC第一层级（Tier 1）系数按气候区取值。请从以下系数集中选择一个：{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/select.py"/>
        <source>“{name}” has stock rows of cropland for soil group {groups} only, not for “{soil_group}”.</source>
        <translation>“{name}”的耕地碳储量系数只有土壤组{groups}，没有“{soil_group}”。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/set_checks.py"/>
        <source>“{text}” occurs a second time.</source>
        <translation>“{text}”重复出现。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/set_checks.py"/>
        <source>A second row for {term} of {name}; a set holds one value for each. Keep one of them, or make two sets (by climate or region).</source>
        <translation>{name}的{term}出现第二行；一个系数集中每项只有一个值。请保留其一，或（按气候区或区域）分为两个系数集。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/set_checks.py"/>
        <source>A net balance already holds what the process rows count (growth, soil, methane, farm inputs): the two families must not stand in one set.</source>
        <translation>净平衡（net_balance）已包含各过程行（生长、土壤、甲烷、农业投入）所计的量，两类通量不得并入同一系数集。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/set_checks.py"/>
        <source>Soil depth {depth} cm in a set of {expected} cm: depths must not be mixed, make one set for each.</source>
        <translation>系数集的土壤深度为 {expected} cm，而该行为 {depth} cm：不得混用深度，请按深度分设系数集。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/set_checks.py"/>
        <source>Burial and soil change of {name} book the same carbon twice; keep one of them.</source>
        <translation>{name}的沉积埋藏（burial）与土壤（soil）变化重复计入同一部分碳，请只保留其一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/set_checks.py"/>
        <source>Inland water removes carbon by burial only; “{process}” is no removal of open_water.</source>
        <translation>内陆水域只能通过沉积埋藏（burial）吸收碳；“{process}”不能作为open_water的碳汇。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/set_checks.py"/>
        <source>Burial of open_water needs the ch4 of open_water beside it in the same set.</source>
        <translation>open_water列有沉积埋藏（burial）时，同一系数集中须同时列出open_water的ch4。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/factors/set_checks.py"/>
        <source>“{text}” differs from “{first}” above; the column describes the whole set.</source>
        <translation>“{text}”与前面的“{first}”不一致；该列描述整个系数集，各行应相同。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/file_limits.py"/>
        <source>“{file}” has {size} MB; a file that is read as a whole may have {most}. Split it, or keep a table in a GeoPackage.</source>
        <translation>“{file}”有 {size} MB；整体读取的文件最多 {most} MB。请拆分，或将表保存到 GeoPackage 中。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/findings_store/schema.py"/>
        <source>Findings store “{file}” is kept in {store_crs}, but the plan is in {crs}. Choose another store, or reproject the plan.</source>
        <translation>冲突图斑库“{file}”的坐标系为 {store_crs}，而规划的坐标系为 {crs}。请另选冲突图斑库，或对规划图层做投影转换。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/findings_store/states.py"/>
        <source>State “{state}” is unknown; a finding is one of {known}.</source>
        <translation>状态“{state}”无法识别；冲突图斑的状态为以下之一：{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/findings_store/states.py"/>
        <source>A finding is exempted only with the number of the approval document (批准文号). Fill it in.</source>
        <translation>冲突图斑须有批准文号方可豁免。请填写批准文号。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/findings_store/states.py"/>
        <source>Findings store “{file}” has no finding {keys}. Load the store again.</source>
        <translation>冲突图斑库“{file}”中没有冲突图斑 {keys}。请重新加载该库。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/account.py"/>
        <source>No stand of layer “{layer}” has what METHOD “{method}” needs: a species with parameters that is not bamboo, a volume, and for fluxes age, growth or an earlier volume. Check the fields.</source>
        <translation>图层“{layer}”中没有一个小班具备 METHOD“{method}”所需的数据：有参数且不是竹林的树种、蓄积量，以及通量所需的年龄、生长量或前期蓄积量。请检查字段。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/checks.py"/>
        <source>“{file}” has no column “{column}”. A table of forest parameters has the columns of forest_template.csv.</source>
        <translation>“{file}”缺少列“{column}”。森林参数表的列见 forest_template.csv。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/checks.py"/>
        <source>The species, a group of species or * is missing.</source>
        <translation>缺少树种、树种组或 *。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/checks.py"/>
        <source>* stands for all species and has no names of its own.</source>
        <translation>* 代表全部树种，本身没有名称。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/checks.py"/>
        <source>The value is missing; leave the row out when it is not known.</source>
        <translation>缺少数值；不知道时请删去该行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/checks.py"/>
        <source>The value {value} must be above 0.</source>
        <translation>数值 {value} 必须大于 0。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/checks.py"/>
        <source>A carbon fraction of {value} is above 1.</source>
        <translation>含碳率 {value} 大于 1。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/checks.py"/>
        <source>Give both bounds of the interval, or none.</source>
        <translation>区间的上下限须同时给出，或都不给。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/checks.py"/>
        <source>The class must end above where it begins (from &lt; x ≤ to).</source>
        <translation>分级的终点必须大于起点（from &lt; x ≤ to）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/checks.py"/>
        <source>Species “{name}” occurs a second time.</source>
        <translation>树种“{name}”重复出现。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/checks.py"/>
        <source>A value with “from” or “to” says in “by” what they are classes of.</source>
        <translation>填有“from”或“to”的数值须在“by”中说明按什么分级。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/checks.py"/>
        <source>The bounds must hold low ≤ value ≤ high.</source>
        <translation>上下限须满足 low ≤ value ≤ high。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/checks.py"/>
        <source>Biomass is computed with {parameter}, which therefore cannot depend on it; use volume_m3_ha.</source>
        <translation>生物量由 {parameter} 算得，因此它不能按生物量取值；请用 volume_m3_ha。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/checks.py"/>
        <source>A second value of {parameter} for {owner}: classes of one parameter share one “by” and must not overlap.</source>
        <translation>{owner} 的 {parameter} 有第二个数值：同一参数的各级须用同一个“by”，且不得重叠。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/notes.py"/>
        <source>{count} stands of bamboo in layer “{layer}” ({area_ha:.4f} ha) have no growing stock: they are not claimed, their carbon stays with the factor set.</source>
        <translation>图层“{layer}”中有 {count} 个竹林小班（{area_ha:.4f} 公顷）没有蓄积量：不予认领，其碳量仍按系数集计算。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/notes.py"/>
        <source>{count} stands of layer “{layer}” have no usable geometry or no area: they and their {volume_m3:.1f} m³ of growing stock are left out of all figures. Draw or delete them in the layer.</source>
        <translation>图层“{layer}”中有 {count} 个小班没有可用的几何或面积：它们及其蓄积量 {volume_m3:.1f} m³ 不计入任何数字。请在图层中补绘或删除。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/notes.py"/>
        <source>The stands of layer “{layer}” hold {mean:.2f} m³/ha of growing stock on average. If the volume field is per hectare, set VOLUME_KIND to “m3_per_ha”.</source>
        <translation>图层“{layer}”的小班平均蓄积量为 {mean:.2f} m³/公顷。若蓄积量字段为每公顷蓄积，请将 VOLUME_KIND 设为“m3_per_ha”。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/notes.py"/>
        <source>{count} stands of layer “{layer}” ({area_ha:.4f} ha) have no volume: their stock is not known here and not claimed. Fill the volume field.</source>
        <translation>图层“{layer}”中有 {count} 个小班（{area_ha:.4f} 公顷）没有蓄积量：其碳储量在此未知，不予认领。请填写蓄积量字段。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/notes.py"/>
        <source>{count} stands of layer “{layer}” ({area_ha:.4f} ha) have a volume of 0: their stock is 0, though saplings below the diameter of the inventory hold some. Leave the volume empty where it was not measured.</source>
        <translation>图层“{layer}”中有 {count} 个小班（{area_ha:.4f} 公顷）蓄积量为 0：其碳储量为 0，但未达起测胸径的幼树仍有碳。未测量处请将蓄积量留空。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/notes.py"/>
        <source>{count} stands of layer “{layer}” ({area_ha:.4f} ha) lack a figure that the chosen method needs (growth, age, volume or a parameter): their removal and emission are NULL and not claimed.</source>
        <translation>图层“{layer}”中有 {count} 个小班（{area_ha:.4f} 公顷）缺少所选方法需要的数据（生长量、年龄、蓄积量或参数）：其碳汇量和排放量为 NULL，不予认领。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/notes.py"/>
        <source>{count} stands of layer “{layer}” ({area_ha:.4f} ha) gain volume but lose carbon, or the reverse: they pass into a class with another BCEF or root-to-shoot ratio. Use forest parameters without classes, or by finer ones, for change between dates.</source>
        <translation>图层“{layer}”中有 {count} 个小班（{area_ha:.4f} 公顷）蓄积量增加而碳储量减少，或相反：它们进入了 BCEF 或根茎比不同的级别。计算两期变化请使用不分级或分级更细的森林参数。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/notes.py"/>
        <source>{count} stands of layer “{layer}” ({area_ha:.4f} ha) lose more to harvest in a year than their growing stock: the harvest field must hold m³/a of the stand, and the volume that before the cut.</source>
        <translation>图层“{layer}”中有 {count} 个小班（{area_ha:.4f} 公顷）一年的采伐量大于其蓄积量：采伐量字段须为小班的 m³/a，蓄积量须为采伐前的数值。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/notes.py"/>
        <source>Forest parameters “{table}” have no expansion factor of their own for increment or removals of {count} stands ({area_ha:.4f} ha): the BEF of the growing stock is used.</source>
        <translation>森林参数“{table}”对 {count} 个小班（{area_ha:.4f} 公顷）没有专用于生长量或采伐量的扩展因子：采用蓄积量的 BEF。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/notes.py"/>
        <source>Harvest or disturbance is empty in {count} stands of layer “{layer}” ({area_ha:.4f} ha): read as none.</source>
        <translation>图层“{layer}”中有 {count} 个小班（{area_ha:.4f} 公顷）的采伐或干扰为空：按没有处理。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/notes.py"/>
        <source>{percent:.1f} % of {quantity} rests on forest parameters “{table}” without an interval: the bounds leave these out and are too narrow. Add low and high to the table.</source>
        <translation>{quantity} 的 {percent:.1f} % 依据森林参数“{table}”中没有区间的数值：上下限未含这部分，因而偏窄。请在参数表中补充 low 和 high。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/parameters.py"/>
        <source>Forest parameters “{name}” are not known. Use one of {known}, or the path of a CSV or XLSX table (template: resources/factors/forest_template.csv).</source>
        <translation>没有森林参数“{name}”。请使用 {known} 之一，或 CSV、XLSX 表的路径（模板：resources/factors/forest_template.csv）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/parameters.py"/>
        <source>“{file}” holds no parameter row.</source>
        <translation>“{file}”没有参数行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/parameters.py"/>
        <source>“{file}” is no sound table of forest parameters ({count} problems):
{problems}</source>
        <translation>“{file}”不是合格的森林参数表（{count} 个问题）：
{problems}</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/species.py"/>
        <source>Forest parameters “{table}”: the name “{name}” stands for {first} and for {second}. Give it to one of them.</source>
        <translation>森林参数“{table}”：名称“{name}”同时代表 {first} 和 {second}。请只给其中一个。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/stands.py"/>
        <source>Field “{field}” of layer “{layer}” gives more than 1500 m³/ha of growing stock in {count} stands (first: {id}, {value:.1f} m³/ha). Set VOLUME_KIND to what the field holds (m3 of the stand, or m3_per_ha), and check the unit of the field and of the area.</source>
        <translation>图层“{layer}”的字段“{field}”在 {count} 个小班中蓄积量超过 1500 m³/公顷（首个：{id}，{value:.1f} m³/公顷）。请将 VOLUME_KIND 设为字段的实际含义（m3 为小班蓄积，m3_per_ha 为每公顷蓄积），并核对字段和面积的单位。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/stands.py"/>
        <source>Field “{field}” of layer “{layer}” gives more than 100 m³/(ha·a) of growth in {count} stands (first: {id}, {value:.1f}). The field must hold the yearly increment per hectare, not of the stand and not in per cent.</source>
        <translation>图层“{layer}”的字段“{field}”在 {count} 个小班中生长量超过 100 m³/(公顷·年)（首个：{id}，{value:.1f}）。该字段须为每公顷年生长量，不是整个小班的，也不是百分数。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/stands.py"/>
        <source>Field “{field}” of layer “{layer}” is above 1 in {count} stands (first: {id}, {value}). The share of biomass lost runs from 0 to 1, not in per cent.</source>
        <translation>图层“{layer}”的字段“{field}”在 {count} 个小班中大于 1（首个：{id}，{value}）。生物量损失比例取 0 到 1，不用百分数。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/stands.py"/>
        <source>Field “{field}” of layer “{layer}” is larger than the stand in {count} stands (first: {id}, {value} ha). Give the area disturbed in a year in ha.</source>
        <translation>图层“{layer}”的字段“{field}”在 {count} 个小班中大于小班面积（首个：{id}，{value} 公顷）。请给出一年内受干扰的面积，单位公顷。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/stands.py"/>
        <source>Field “{field}” of layer “{layer}” holds an unknown age group in {count} stands (first: {id}, value {value}). Use 1 to 5, or 幼龄林, 中龄林, 近熟林, 成熟林, 过熟林.</source>
        <translation>图层“{layer}”的字段“{field}”在 {count} 个小班中龄组无法识别（首个：{id}，值 {value}）。请用 1 至 5，或幼龄林、中龄林、近熟林、成熟林、过熟林。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/unmapped.py"/>
        <source>{count} stands of layer “{layer}” ({area_ha:.4f} ha) are left out, their species is not in the forest parameters “{table}”: {names}. Correct the names, or add them to a table of your own.</source>
        <translation>图层“{layer}”中有 {count} 个小班（{area_ha:.4f} 公顷）未计入，其树种不在森林参数“{table}”中：{names}。请改正名称，或加入自己的参数表。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/unmapped.py"/>
        <source>{count} stands of layer “{layer}” ({area_ha:.4f} ha) of the species {species} are left out: forest parameters “{table}” lack a value for them.</source>
        <translation>图层“{layer}”中树种为 {species} 的 {count} 个小班（{area_ha:.4f} 公顷）未计入：森林参数“{table}”缺少所需数值。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/unmapped.py"/>
        <source>Layer “{layer}” has {count} stands ({area_ha:.4f} ha) whose species is not in the forest parameters “{table}”: {names}. Correct the names, add them to a table of your own (FOREST_PARAMETERS), or set UNMAPPED to “exclude” where other stands are known.</source>
        <translation>图层“{layer}”有 {count} 个小班（{area_ha:.4f} 公顷）的树种不在森林参数“{table}”中：{names}。请改正名称，或加入自己的参数表（FOREST_PARAMETERS）；若还有其他可识别的小班，也可将 UNMAPPED 设为“exclude”。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/forest/unmapped.py"/>
        <source>Forest parameters “{table}” lack a value (BCEF or wood density and BEF, root-to-shoot ratio, carbon fraction) for {count} stands of layer “{layer}” ({area_ha:.4f} ha, first: {id}) of the species {species}. Choose other FOREST_PARAMETERS, add the values to a table of your own, or set UNMAPPED to “exclude”.</source>
        <translation>森林参数“{table}”对图层“{layer}”的 {count} 个小班（{area_ha:.4f} 公顷，首个：{id}，树种 {species}）缺少数值（BCEF，或木材密度与 BEF，根茎比，含碳率）。请改选 FOREST_PARAMETERS，或在自己的参数表中补充，或将 UNMAPPED 设为“exclude”。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/geometry.py"/>
        <source>Layer {layer}: features without a geometry, left out: {count}. Draw or delete them in the layer.</source>
        <translation>图层“{layer}”有{count}个要素没有几何图形，已排除。请在图层中补绘或删除。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/geometry.py"/>
        <source>Layer {layer}: features with an invalid geometry, repaired: {count}. Areas changed by {area_ha:.4f} ha in all (sum of absolute changes).</source>
        <translation>图层“{layer}”有{count}个要素几何无效，已修复；面积变化合计 {area_ha:.4f} ha（绝对值之和）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/geometry.py"/>
        <source>Layer {layer}: features with parts that overlap one another: {count}, by {area_ha:.4f} ha in all. The parts were united, so that this ground counts once. If one part is meant as a hole in another, mend the feature and run again.</source>
        <translation>图层“{layer}”有{count}个要素的组成部分相互重叠，共 {area_ha:.4f} ha。已将各部分合并，重叠处只计一次。如其中一部分本应是另一部分的空洞，请修正后重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/geometry.py"/>
        <source>Layer {layer}: features with a geometry without any area, left out: {count}. Redraw or delete them in the layer.</source>
        <translation>图层“{layer}”有{count}个要素的几何图形没有面积，已排除。请在图层中重绘或删除。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/geometry.py"/>
        <source>Layer {layer}: features with holes or parts thinner than 0.001 mm, which were removed: {count}.</source>
        <translation>图层“{layer}”有{count}个要素含宽度小于 0.001 mm 的孔洞或部分，已移除。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/hotspots/parts.py"/>
        <source>{count} units overlap one another ({area_ha:.4f} ha): land there counts in each of them, and more than once in the sums over all units.</source>
        <translation>{count} 个单元相互重叠（{area_ha:.4f} 公顷）：该处土地在各单元中分别计入，在全部单元的合计中重复计入。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/hotspots/parts.py"/>
        <source>Parcels that lie partly or wholly outside every unit: {count}, with {area_ha:.4f} ha. This land is in no hot spot. Add the missing units.</source>
        <translation>有{count}个图斑部分或全部位于所有单元之外，共{area_ha:.4f} ha：这些土地不计入任何热点。请补充缺少的单元。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/hotspots/select.py"/>
        <source>Parcels without an amount, in no figure: {count} ({area_ha:.4f} ha).</source>
        <translation>有{count}个图斑（{area_ha:.4f} ha）没有数值：不计入任何数据。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/hotspots/select.py"/>
        <source>{count} units have no hot spot: nothing is removed in them ({area_ha:.4f} ha of parcels).</source>
        <translation>有{count}个单元没有热点：其中没有碳汇（图斑{area_ha:.4f} ha）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/hotspots/select.py"/>
        <source>In {count} units all land that removes anything is less than {share:.1%} of the area: all of it is hot spot.</source>
        <translation>有{count}个单元中所有具碳汇的土地不足面积的{share:.1%}：全部列为热点。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/increments/carbon.py"/>
        <source>Pool {pool} has a factor at one of the two dates only on {area_ha:.4f} ha ({pairs}): no change of it is counted there. {left_tc:.2f} t C of it leave the table without being booked as a loss; built-up land keeps the soil that it covers, as no source states a loss.</source>
        <translation>碳库{pool}在{area_ha:.4f} ha上仅有一个时点具有系数（{pairs}）：其变化不予计入。其中{left_tc:.2f} t C离开账表但不记为损失；建设用地保留其所覆盖的土壤碳，因无来源说明损失。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/increments/entries.py"/>
        <source>The increments take {taken_ha:.4f} ha of {carbon_class} from unit “{unit}”, the baseline has {there_ha:.4f} ha (tolerance {tolerance_ha} ha; {count} classes in all are too small): they do not belong to this baseline. Give the baseline of the year before, in the same units and by the same AREA_RULE.</source>
        <translation>增量从单元“{unit}”减少{carbon_class} {taken_ha:.4f} ha，而本底只有{there_ha:.4f} ha（容差{tolerance_ha} ha；共有{count}个地类不足）：增量不属于该本底。请给出上一年度、统计单元和AREA_RULE相同的本底。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/increments/entries.py"/>
        <source>{count} classes of a unit lose up to {tolerance_ha} ha more than they have, {area_ha:.6f} ha in all: their reductions are cut to what is there.</source>
        <translation>有{count}个单元地类的减少量超出现有面积不到{tolerance_ha} ha，合计{area_ha:.6f} ha：已削减到现有面积。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/increments/entries.py"/>
        <source>The increments name {count} units that the baseline does not have, such as “{unit}” ({area_ha:.4f} ha in all). Choose the unit fields, the number of digits (UNIT_DIGITS) or the UNITS with which the baseline was made.</source>
        <translation>增量中有{count}个单元不在本底中，如“{unit}”（合计{area_ha:.4f} ha）。请选择单元字段、代码位数（UNIT_DIGITS）或本底所用的UNITS。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/increments/opening.py"/>
        <source>Table “{layer}”: unit “{unit}”, class {carbon_class} has no area or a negative one. Make the baseline again.</source>
        <translation>表“{layer}”：单元“{unit}”、地类{carbon_class}没有面积或面积为负。请重新计算碳汇本底。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/increments/opening.py"/>
        <source>Table “{layer}”: unit “{unit}” has class {carbon_class} in several rows; each class is needed once. Give the table of one baseline.</source>
        <translation>表“{layer}”：单元“{unit}”的地类{carbon_class}出现多行；每个地类只需一行。请给出同一本底的表。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/increments/opening.py"/>
        <source>Factor set “{factor_set}” has no row for the classes {classes} of the baseline. Choose the FACTOR_SET with which it was made.</source>
        <translation>系数集“{factor_set}”没有本底中碳地类 {classes} 的行。请选择计算本底时采用的 FACTOR_SET。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/increments/overlaps.py"/>
        <source>{count} pairs of processes of layer “{layer}” change the same ground ({area_ha:.4f} ha; first: {one} and {other}): a year has one process per place. Delete the double ones, or join processes that follow each other.</source>
        <translation>图层“{layer}”中有{count}对过程变更同一块土地（{area_ha:.4f} ha；首对：{one}与{other}）：一年内同一位置只能有一个过程。请删除重复过程，或合并先后相接的过程。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/increments/overlaps.py"/>
        <source>Processes overlap in {count} slivers of at most 1 m²; {area_ha:.4f} ha count twice.</source>
        <translation>过程之间有{count}处不超过1 m²的细碎重叠；{area_ha:.4f} ha重复计算。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/increments/overlaps.py"/>
        <source>{count} processes lie partly or wholly outside every unit, with {area_ha:.4f} ha: this ground is in no figure. Add the missing units.</source>
        <translation>有{count}个过程部分或全部位于所有单元之外，共{area_ha:.4f} ha：这些土地不计入任何数据。请补充缺少的单元。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/increments/overlaps.py"/>
        <source>Units “{one}” and “{other}” overlap ({area_ha:.4f} ha): increments on that ground would count twice. Give units that do not overlap.</source>
        <translation>单元“{one}”与“{other}”重叠（{area_ha:.4f} ha）：该处增量会重复计算。请给出互不重叠的单元。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/increments/records.py"/>
        <source>{count} records of layer “{layer}” are not of {year}: “{field}” of {id} is {value}. Give the increments of one year, or choose the YEAR that they belong to.</source>
        <translation>图层“{layer}”中有{count}条记录不属于{year}年：{id}的“{field}”为{value}。请给出同一年度的增量，或选择其所属的YEAR。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/increments/records.py"/>
        <source>{count} records of layer “{layer}” have no date in “{field}”: they are taken as those of {year}.</source>
        <translation>图层“{layer}”中有{count}条记录的“{field}”没有日期：按{year}年处理。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/increments/records.py"/>
        <source>Fields “{ridge}” and “{land}” of layer “{layer}” do not add up to the area of {count} records (first: {id}, {parts_m2:.2f} m² of {area_m2:.2f} m²). A process keeps its ground: correct the areas.</source>
        <translation>图层“{layer}”中有{count}条记录的“{ridge}”与“{land}”之和不等于其面积（首条：{id}，{parts_m2:.2f} m²对{area_m2:.2f} m²）。变化过程前后土地不变：请更正面积。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/increments/records.py"/>
        <source>Deducted area “{field}” of layer “{layer}” is larger than the record in {count} records (first: {id}). Correct the areas.</source>
        <translation>图层“{layer}”的扣除面积“{field}”在{count}条记录中大于记录面积（首条：{id}）。请更正面积。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/increments/records.py"/>
        <source>Field “{field}” of layer “{layer}” is empty in {count} records (first: {id}). Fill it, or give the UNITS as polygons.</source>
        <translation>图层“{layer}”的字段“{field}”在{count}条记录中为空（首条：{id}）。请填写，或以面图层给出UNITS。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/increments/update.py"/>
        <source>The cause of {count} processes ({area_ha:.4f} ha) is derived from their transition, as the survey states none: confirm it, or give CAUSE_FIELD.</source>
        <translation>有{count}个过程（{area_ha:.4f} ha）的原因由其转移类型推定，因调查未注明：请核实，或给出CAUSE_FIELD。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/increments/update.py"/>
        <source>The balance of class {carbon_class} in unit “{unit}” does not close: {residual:.6g} {measure} are unexplained. Make the baseline of the year before again with this version.</source>
        <translation>单元“{unit}”中地类{carbon_class}的平衡不闭合：有{residual:.6g} {measure}无法解释。请用本版本重新计算上一年度碳汇本底。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/line_register.py"/>
        <source>The register of control lines, row {row}: status “{status}” is unknown; write {known}.</source>
        <translation>控制线台账第 {row} 行：状态“{status}”无法识别；请填写 {known}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/line_register.py"/>
        <source>The register of control lines needs a column “line” (line type or layer name) and a column “status” (legal, draft or standin); it has {columns}.</source>
        <translation>控制线台账需要列“line”（线类型或图层名）和列“status”（legal、draft 或 standin）；现有列为 {columns}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/line_register.py"/>
        <source>{count} lines of the register of control lines match no layer of this run: {lines}. Write the line type or the name of the layer.</source>
        <translation>控制线台账中有 {count} 条与本次运行的图层均不对应：{lines}。请填写线类型或图层名。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/line_register.py"/>
        <source>The register of control lines, row {row}, names “{line}” a second time. Keep one row for each line.</source>
        <translation>控制线台账第 {row} 行重复列出“{line}”。每条线保留一行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/manifest_shape.py"/>
        <source>“{path}” is not a run manifest of this plugin. Choose the file beside an output that ends in .manifest.json.</source>
        <translation>“{path}”不是本插件的运行清单。请选择输出旁以 .manifest.json 结尾的文件。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/manifest_shape.py"/>
        <source>“{path}” is a run manifest that was changed: its entry “{entry}” is not what the plugin writes. Run the tool again to make one.</source>
        <translation>“{path}”是被改动过的运行清单：其条目“{entry}”不是本插件写入的内容。请重新运行工具以生成清单。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/manifest_shape.py"/>
        <source>“{path}” cannot be read as a run manifest: {reason}. Run the tool again to make one.</source>
        <translation>“{path}”不能作为运行清单读取：{reason}。请重新运行工具以生成清单。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/memory_need.py"/>
        <source>This run needs about {need} of memory, but {available} are free; “{layer}” weighs most ({layer_size}). Run it county by county (tool “repeatrun”), on selected features or on a part of the extent, close other programs, or take a computer with that much. Who knows better says how much there is in the environment variable DUALCARBON_MEMORY_GB.</source>
        <translation>本次运行约需 {need} 内存，而可用内存为 {available}；“{layer}”占用最多（{layer_size}）。请分县逐个运行（工具“repeatrun”）、只用所选要素或部分范围、关闭其他程序，或换用内存足够的计算机。如确知可用内存更多，可在环境变量 DUALCARBON_MEMORY_GB 中写明。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/memory_need.py"/>
        <source>This run needs about {need} of the {available} of memory that are free; “{layer}” weighs most ({layer_size}).</source>
        <translation>本次运行约需 {need} 内存，可用内存为 {available}；“{layer}”占用最多（{layer_size}）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/methods/claims.py"/>
        <source>Method layer “{layer}” answers for {tokens} on {area_ha:.4f} ha (first: feature {id}), which factor set “{factor_set}” already nets: its fluxes are net balances. Choose a FACTOR_SET of single processes, or leave the layer out.</source>
        <translation>方法图层“{layer}”在 {area_ha:.4f} 公顷上认领了 {tokens}（首个要素：{id}），而系数集“{factor_set}”的通量是净平衡，已将其计入。请选用分过程的 FACTOR_SET，或不使用该图层。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/methods/claims.py"/>
        <source>Method layer “{layer}” books biomass growth for annual crops (features: {count}, {area_ha:.4f} ha; first: {id}, class {carbon_class}): what grows there is harvested within the year. Take biomass_growth out of accounts_for, or its removal out of the layer.</source>
        <translation>方法图层“{layer}”有 {count} 个要素（{area_ha:.4f} 公顷）为一年生作物计入生物量生长（首个：{id}，碳地类 {carbon_class}）：一年生作物当年收获，没有生物量生长。请从 accounts_for 中去掉 biomass_growth，或去掉图层中相应的碳汇量。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/methods/claims.py"/>
        <source>Method layer “{layer}” answers for soil of {depth} cm on {area_ha:.4f} ha (first: feature {id}), but the account counts {expected} cm (factor set “{factor_set}”). One account has one soil depth: make the layer for that depth, or choose a FACTOR_SET of the layer's depth.</source>
        <translation>方法图层“{layer}”在 {area_ha:.4f} 公顷上认领的土壤深度为 {depth} cm（首个要素：{id}），而本次核算为 {expected} cm（系数集“{factor_set}”）。一次核算只能有一种土壤深度：请按该深度重新生成图层，或选用与图层深度一致的 FACTOR_SET。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/methods/claims.py"/>
        <source>Two methods answer for {tokens} on the same ground: feature {first} and feature {second} share {worst_ha:.4f} ha; {count} such pairs share {area_ha:.4f} ha in all. One pool of one parcel has one method: cut the input of one of them back and make its layer again, or leave one out.</source>
        <translation>同一地块上有两种方法认领 {tokens}：要素 {first} 与要素 {second} 重叠 {worst_ha:.4f} 公顷；这样的要素对共 {count} 对，合计重叠 {area_ha:.4f} 公顷。一个图斑的一个碳库只能有一种方法：请裁剪其中一个的输入数据后重新生成方法图层，或只使用其中一个。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/methods/claims.py"/>
        <source>Polygons of method layers overlap in {count} slivers of at most 1 m², {area_ha:.4f} ha in all.</source>
        <translation>方法图层的面在 {count} 处有不超过 1 m² 的细碎重叠，合计 {area_ha:.4f} 公顷。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/methods/reading.py"/>
        <source>Method layer “{layer}”, feature {id}: field accounts_for holds “{value}”. It must name one or several of {known}, separated by commas.</source>
        <translation>方法图层“{layer}”的要素 {id}：字段 accounts_for 的值为“{value}”。其内容须为 {known} 中的一项或多项，以英文逗号分隔。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/methods/reading.py"/>
        <source>Method layer “{layer}”: area_ha is empty or not above 0 (features: {count}, first: {id}). Correct them, or make the layer again with the tool of the method.</source>
        <translation>方法图层“{layer}”：有 {count} 个要素的 area_ha 为空或不大于 0（首个：{id}）。请更正，或用该方法的工具重新生成图层。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/methods/reading.py"/>
        <source>Method layer “{layer}”: field “{field}” is below 0 (features: {count}, first: {id}). Stocks, removals and emissions are positive, each in its own field; a loss is an emission.</source>
        <translation>方法图层“{layer}”：有 {count} 个要素的字段“{field}”小于 0（首个：{id}）。碳储量、碳汇量和排放量均为正值，各在自己的字段中；损失记为排放。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/methods/reading.py"/>
        <source>Method layer “{layer}”: {field} lies outside its bounds {field}_low and {field}_high (features: {count}, first: {id}). Correct them, or make the layer again with the tool of the method.</source>
        <translation>方法图层“{layer}”：有 {count} 个要素的 {field} 不在其上下界 {field}_low 和 {field}_high 之间（首个：{id}）。请更正，或用该方法的工具重新生成图层。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/methods/reading.py"/>
        <source>Method layer “{layer}”: “{field}” holds a figure that accounts_for does not claim (features: {count}, first: {id}). Add its token to accounts_for, or empty the field.</source>
        <translation>方法图层“{layer}”：有 {count} 个要素（首个：{id}）的“{field}”有数值，但 accounts_for 未认领。请在 accounts_for 中补充相应标识，或清空该字段。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/methods/reading.py"/>
        <source>Method layer “{layer}”: stock_tc is not area_ha times the densities of the pools (features: {count}, first: {id}, {stated:.6g} against {summed:.6g} t C). Correct them, or make the layer again with the tool of the method.</source>
        <translation>方法图层“{layer}”：有 {count} 个要素的 stock_tc 不等于 area_ha 乘以各碳库密度之和（首个：{id}，{stated:.6g} 与 {summed:.6g} t C）。请更正，或用该方法的工具重新生成图层。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/methods/reading.py"/>
        <source>Method layer “{layer}”: field “{field}” is empty (features: {count}, first: {id}). Fill it, or make the layer again with the tool of the method.</source>
        <translation>方法图层“{layer}”：有 {count} 个要素的字段“{field}”为空（首个：{id}）。请填写，或用该方法的工具重新生成图层。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/methods/remarks.py"/>
        <source>{count} polygons of method layers claim {figure} and give no figure for it ({area_ha:.4f} ha): it is NULL there, not 0, and the factors are left out. Fill it in, or take the claim out of accounts_for.</source>
        <translation>方法图层有 {count} 个面认领了 {figure} 却没有给出数值（{area_ha:.4f} 公顷）：该处为 NULL 而不是 0，也不再采用系数。请补填，或从 accounts_for 中去掉该项。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/methods/remarks.py"/>
        <source>{count} polygons of method layers are drawn with another area than their area_ha ({area_ha:.4f} ha drawn, {stated_ha:.4f} ha stated): their figures are those of the stated area. If they were cut after the layer was made, make it again.</source>
        <translation>方法图层有 {count} 个面的图上面积与 area_ha 不一致（图上 {area_ha:.4f} 公顷，标注 {stated_ha:.4f} 公顷）：其数值按标注面积计。如果生成图层之后裁剪过这些面，请重新生成图层。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/methods/remarks.py"/>
        <source>{count} polygons of method layers lie partly or wholly outside the land use or the units, with {area_ha:.4f} ha; their figures count in proportion to what lies inside. Add the missing land use or units, or clip the layers.</source>
        <translation>方法图层有 {count} 个面部分或全部位于土地利用或统计单元之外，共 {area_ha:.4f} 公顷；其数值按位于范围内的面积比例计入。请补全土地利用或统计单元，或裁剪图层。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/methods/remarks.py"/>
        <source>Method layers lie on {area_ha:.4f} ha that the land use gives another class than they do; the land keeps the class of the land use, the claimed pools and fluxes are those of the layers.</source>
        <translation>方法图层所在的 {area_ha:.4f} 公顷，其地类与土地利用不同；该处地类以土地利用为准，所认领的碳库和通量取自方法图层。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/mineral_soil/account.py"/>
        <source>{percent:.1f} % of the soil stock of layer “{layer}” ({area_ha:.4f} ha) is measured and has no interval: the bounds leave it out and are too narrow.</source>
        <translation>图层“{layer}”的土壤碳储量有 {percent:.1f} %（{area_ha:.4f} ha）为实测而无区间：上下限未包含这部分，因而偏窄。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/mineral_soil/account.py"/>
        <source>Layer “{layer}”: features that are paved in part: {count} ({area_ha:.4f} ha). The share of soil that pavement leaves, {value:g}, has no interval; the bounds leave it out and are too narrow.</source>
        <translation>图层“{layer}”有 {count} 个要素（{area_ha:.4f} ha）部分硬化：硬化后保留的土壤比例 {value:g} 没有区间；上下限未含这部分，因而偏窄。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/mineral_soil/parcels.py"/>
        <source>Layer “{layer}”: there is a measured soil stock for one of the two dates alone (features: {count}, {area_ha:.4f} ha, first: {ids}). Give both (t C/ha, one depth), or neither.</source>
        <translation>图层“{layer}”：{count} 个要素（{area_ha:.4f} ha，首先：{ids}）只有一期实测土壤碳储量。请两期都填（t C/ha，同一深度），或都不填。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/mineral_soil/parcels.py"/>
        <source>Layer “{layer}”: features that became built-up land without a stated paved share: {count} ({area_ha:.4f} ha). Their soil is kept as it was, because no source states a loss. State the share in PAVED_FIELD, or give measured stocks.</source>
        <translation>图层“{layer}”有 {count} 个要素（{area_ha:.4f} ha）变为建设用地而未填硬化比例：因无来源说明损失，其土壤碳保持不变。请在 PAVED_FIELD 填写比例，或提供实测储量。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/mineral_soil/parcels.py"/>
        <source>Layer “{layer}”: features that are or were wetland: {count} ({area_ha:.4f} ha). Their soil group is not wetland_soils, which has a reference stock of its own. Give them their group in SOIL_FIELD.</source>
        <translation>图层“{layer}”有 {count} 个要素（{area_ha:.4f} ha）现为或原为湿地，但土壤类组不是 wetland_soils，后者另有参考储量。请在 SOIL_FIELD 填写其类组。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/mineral_soil/parcels.py"/>
        <source>Layer “{layer}”: there is no climate or no soil group (features: {count}, {area_ha:.4f} ha, first: {ids}). Set CLIMATE and SOIL_GROUP, fill the fields, or give measured stocks.</source>
        <translation>图层“{layer}”：{count} 个要素（{area_ha:.4f} ha，首先：{ids}）没有气候或土壤类组。请设置 CLIMATE 和 SOIL_GROUP，填写字段，或提供实测储量。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/mineral_soil/parcels.py"/>
        <source>Layer “{layer}”: the tier-1 table has no soil value for “{word}” (features: {count}, {area_ha:.4f} ha, first: {ids}). Use one of the climates {climates} and soil groups {groups} that it has, or give measured stocks.</source>
        <translation>图层“{layer}”：第一层级表没有“{word}”的土壤数值（{count} 个要素，{area_ha:.4f} ha，首先：{ids}）。请使用表中已有的气候 {climates} 和土壤类组 {groups}，或提供实测储量。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/mineral_soil/parcels.py"/>
        <source>Layer “{layer}”: “{word}” is no management or input of this land (features: {count}, {area_ha:.4f} ha, first: {ids}). Known are: {known}. Leave the cell empty for the default.</source>
        <translation>图层“{layer}”：“{word}”不是该地类的管理方式或投入水平（{count} 个要素，{area_ha:.4f} ha，首先：{ids}）。可用：{known}。留空则取默认。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/mineral_soil/parcels.py"/>
        <source>Layer “{layer}”: features that were built-up land before, left out: {count} ({area_ha:.4f} ha; {classes}). No source tells their soil. Give measured stocks to have them in.</source>
        <translation>图层“{layer}”有 {count} 个要素（{area_ha:.4f} ha）原为建设用地（{classes}）：没有来源说明其土壤碳，不予计算。提供实测储量后方可计入。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/mineral_soil/parcels.py"/>
        <source>Layer “{layer}”: features of classes without a mineral soil of tier 1, left out: {count} ({area_ha:.4f} ha; {classes}). Coastal land belongs to “Blue carbon”; else give measured stocks.</source>
        <translation>图层“{layer}”有 {count} 个要素（{area_ha:.4f} ha）的地类没有第一层级矿质土壤数值（{classes}）：不予计算。滨海土地请用“蓝碳”；其余请提供实测储量。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/monitoring/actuals.py"/>
        <source>Unit “{unit}”, item “{item}”: the account book has values in {measure}, the plan or other values are in {wanted}. Bring them to one unit of measure.</source>
        <translation>单元“{unit}”，账目项“{item}”：账本中的值以 {measure} 计，而目标或其他值以 {wanted} 计。请统一计量单位。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/monitoring/changes.py"/>
        <source>{count} parts of changes inside control lines are no larger than {limit_m2:.0f} m² or no wider than {width_m:.1f} m ({area_ha:.4f} ha) and are left out.</source>
        <translation>控制线内有 {count} 处变化面积不超过 {limit_m2:.0f} m² 或宽度不超过 {width_m:.1f} m（{area_ha:.4f} ha），未列入。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/monitoring/targets.py"/>
        <source>Table of targets “{table}” lacks the columns {columns}. Its rows are unit, item, role (base, path, target), year, value.</source>
        <translation>目标表“{table}”缺少列 {columns}。其各行为 unit、item、role（base、path、target）、year、value。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/monitoring/targets.py"/>
        <source>Table of targets “{table}” has no rows. Write base and path of an item.</source>
        <translation>目标表“{table}”没有行。请写入账目项的 base 行和 path 行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/monitoring/targets.py"/>
        <source>Table of targets “{table}”, row {row}: “{value}” in column {column} is no number, or no calendar year. Correct it.</source>
        <translation>目标表“{table}”第 {row} 行：{column} 列的“{value}”不是数值，或不是公历年份。请更正。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/monitoring/targets.py"/>
        <source>Table of targets “{table}”, row {row}: unit “{unit}” has two values of “{item}” for {year}.</source>
        <translation>目标表“{table}”第 {row} 行：单元“{unit}”的“{item}”在 {year} 年有两个值。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/monitoring/targets.py"/>
        <source>Table of targets “{table}”: “{item}” of unit “{unit}” needs one row with the role base and at least one with the role path.</source>
        <translation>目标表“{table}”：单元“{unit}”的“{item}”需要一行 role 为 base、至少一行 role 为 path 的记录。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/monitoring/targets.py"/>
        <source>Table of targets “{table}”: the rows of “{item}” of unit “{unit}” state {column} as {values}. Write it once, or the same in each row.</source>
        <translation>目标表“{table}”：单元“{unit}”账目项“{item}”各行的 {column} 分别为 {values}。请只写一次，或各行写成一致。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/monitoring/targets.py"/>
        <source>Table of targets “{table}”, row {row}: column {column} is empty. Fill it in.</source>
        <translation>目标表“{table}”第 {row} 行：列 {column} 为空。请填写。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/monitoring/targets.py"/>
        <source>Table of targets “{table}”, row {row}: “{value}” in column {column} is none of {known}.</source>
        <translation>目标表“{table}”第 {row} 行：列 {column} 中的“{value}”不在 {known} 之中。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/number_fields.py"/>
        <source>Field “{field}” of layer “{layer}” is no number (features: {count}, first: {id}, value “{value}”). Correct them, or leave them empty where the figure is not known.</source>
        <translation>图层“{layer}”的字段“{field}”有 {count} 个要素不是数字（首个：{id}，值“{value}”）。请改正，或在数值未知处留空。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/number_fields.py"/>
        <source>Field “{field}” of layer “{layer}” is negative (features: {count}, first: {id}, value {value}). Correct them, or leave them empty where the figure is not known.</source>
        <translation>图层“{layer}”的字段“{field}”为负（要素数：{count}，第一个：{id}，值 {value}）。请改正；数值未知时请留空。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcel_areas.py"/>
        <source>Area rule “attribute” needs the area field of layer “{layer}” (parameter AREA_FIELD, TBMJ in survey data).</source>
        <translation>面积口径“attribute”（属性面积）需要指定图层“{layer}”的面积字段（参数AREA_FIELD，调查数据中为TBMJ）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcel_areas.py"/>
        <source>Field ridges in “{field}” are booked as class {code}: {area_ha:.4f} ha (parcels: {count}).</source>
        <translation>“{field}”中的田坎面积计入地类{code}：{count}个图斑，共 {area_ha:.4f} ha。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcel_areas.py"/>
        <source>Layer “{layer}”: features without a usable geometry: {count}. Their {area_ha:.4f} ha in field “{field}” are left out of all figures. Draw or delete them in the layer.</source>
        <translation>图层“{layer}”有{count}个要素没有可用的几何图形：其字段“{field}”中的 {area_ha:.4f} ha 未计入任何数字。请在图层中补绘或删除。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcel_areas.py"/>
        <source>Area field “{field}” of layer “{layer}” is 0 where the feature covers ground (features: {count}, first: {id}, measured {measured_m2:.2f} m²). Fill them or use a measured area rule.</source>
        <translation>图层“{layer}”的面积字段“{field}”在{count}个有图形面积的要素中为 0（首个：{id}，量算 {measured_m2:.2f} m²）。请填写面积或改用量算口径。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcel_areas.py"/>
        <source>Area field “{field}” of layer “{layer}”, read in {unit}, sums up to {ratio:.4g} times the measured area. Set AREA_UNIT to the unit of the field (m2, ha or mu), or choose another area field.</source>
        <translation>图层“{layer}”的面积字段“{field}”按 {unit} 读取时，合计为量算面积的 {ratio:.4g} 倍。请将 AREA_UNIT 设为该字段的单位（m2、ha 或 mu），或另选面积字段。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcel_areas.py"/>
        <source>Deducted area “{field}” of layer “{layer}” is larger than the parcel (features: {count}, first: {id}). Mend the survey areas.</source>
        <translation>图层“{layer}”有{count}个要素的扣除面积“{field}”大于图斑面积（首个：{id}）。请更正调查面积。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcel_areas.py"/>
        <source>Field “{field}” of layer “{layer}” differs from the measured ellipsoidal area beyond 0.01 m² and one in a million (parcels: {count}), {area_ha:.4f} ha in all; the largest difference is {worst:.2f} m² (parcel {id}).</source>
        <translation>图层“{layer}”有{count}个图斑的字段“{field}”与椭球量算面积之差超过 0.01 m² 且超过百万分之一，差值合计 {area_ha:.4f} ha；最大差值为 {worst:.2f} m²（图斑{id}）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcel_areas.py"/>
        <source>Area field “{field}” of layer “{layer}” is empty, negative or no number (features: {count}, first: {id}, value {value}). Mend them or use a measured area rule.</source>
        <translation>图层“{layer}”的面积字段“{field}”有{count}个要素为空、为负或不是数值（首个：{id}，值为{value}）。请更正，或改用量算的面积口径。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcels.py"/>
        <source>Layer “{layer}”: features left out, since their code has no carbon class: {count} ({area_ha:.4f} ha in the whole layer); codes: {codes}. Correct the codes or choose another CLASSIFICATION.</source>
        <translation>图层“{layer}”有{count}个要素（全图层 {area_ha:.4f} ha）的代码没有对应的碳地类，已排除：{codes}。请更正代码或另选 CLASSIFICATION。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcels.py"/>
        <source>Layer “{layer}” has codes without a carbon class in “{classification}” (features: {count}, {area_ha:.4f} ha): {codes}. Correct the codes, choose another CLASSIFICATION, or set UNMAPPED to “exclude”.</source>
        <translation>图层“{layer}”有{count}个要素（{area_ha:.4f} ha）的代码在“{classification}”中未对应碳地类：{codes}。请更正代码，改选CLASSIFICATION，或将UNMAPPED设为“exclude”。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcels.py"/>
        <source>No feature of layer “{layer}” has a code with a carbon class in “{classification}”: {codes}. Choose the right class field and CLASSIFICATION.</source>
        <translation>图层“{layer}”没有任何要素的代码在“{classification}”中对应碳地类：{codes}。请选择正确的地类字段和 CLASSIFICATION。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/buffers.py"/>
        <source>Control line {layer}: features of a zone for which the rules name no distance: {count} ({zones}). Nothing is checked around them. Give the distances in the table of the rule pack.</source>
        <translation>控制线 {layer} 有 {count} 个要素的等级或分区（{zones}）在规则中没有规定控制距离，其周边未予核查。请在规则包的距离表中补充。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/cells.py"/>
        <source>Land cover {layer} overlaps itself on {area_ha:.4f} ha of the findings; that ground counts once. Remove the overlaps from the layer.</source>
        <translation>现状用地“{layer}”在 {area_ha:.4f} ha 冲突图斑上自相重叠，重叠处只计一次。请消除图层中的重叠。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/check.py"/>
        <source>No control line is given; choose at least one of FARMLAND, REDLINE and BOUNDARY.</source>
        <translation>未给出控制线；请至少选择 FARMLAND、REDLINE、BOUNDARY 之一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/lines.py"/>
        <source>Layer {layer}: features that share their id with another one: {count}. Their findings are recognised by id and geometry. Give every feature an id of its own.</source>
        <translation>图层“{layer}”有{count}个要素与其他要素标识码相同，其冲突图斑按标识码和图形识别。请为每个要素赋予唯一标识码。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/lines.py"/>
        <source>Layer “{layer}”: line type “{line_type}” is unknown; known are {known}.</source>
        <translation>图层“{layer}”：未知的控制线类型“{line_type}”；可用的有：{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/lines.py"/>
        <source>Layer “{layer}”: line status “{status}” is unknown; choose one of {known}.</source>
        <translation>图层“{layer}”：未知的控制线状态“{status}”；请选择：{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/lines.py"/>
        <source>Control line “{layer}” has no polygons, so nothing can be checked against it. Leave it out or choose another layer.</source>
        <translation>控制线图层“{layer}”没有面要素，无法据以检测。请不选该图层，或另选图层。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/lines.py"/>
        <source>Control line {layer}: features without a zone, checked as zone “{zone}”: {count}. Choose the zone field of the layer, or fill in the zones.</source>
        <translation>控制线“{layer}”有{count}个要素没有分区，按分区“{zone}”检测。请选择图层的分区字段或填写分区。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/lines.py"/>
        <source>Control line {layer}: features without a zone, on which zone rules do not run: {count}. Choose the zone field of the layer, or fill in the zones.</source>
        <translation>控制线“{layer}”有{count}个要素没有分区，分区规则不对其执行。请选择图层的分区字段或填写分区。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/remarks.py"/>
        <source>{count} rules of these lines are not in force on {as_of} and were left out: {rules}. For the law of another day change the date of the check.</source>
        <translation>这些控制线有{count}条规则在 {as_of} 未生效或已失效，未执行：{rules}。如需按其他日期的法规检测，请更改法规日期。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/remarks.py"/>
        <source>Nothing in plan “{layer}” can be checked: none of its {count} parcels has both a code of the rules and a geometry with an area. Choose the field with the land-use codes and their classification, and repair the geometries.</source>
        <translation>规划“{layer}”无可检测的内容：{count}个图斑均不同时具备规则所用代码和有面积的图形。请选择用地代码字段及其分类，并修复几何图形。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/remarks.py"/>
        <source>Plan {layer}: parcels without a code of the rules or without a geometry, not checked: {count} ({area_ha:.4f} ha). Give them a code of the classification and a polygon, and check again.</source>
        <translation>规划“{layer}”有{count}个图斑没有规则所用代码或没有图形，未检测（{area_ha:.4f} ha）。请补充分类代码和图形后重新检测。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/remarks.py"/>
        <source>Plan {layer}: parcels that overlap others: {count}; {area_ha:.4f} ha are planned more than once. Every parcel is checked by itself; the areas and carbon of the findings count that ground once. Remove the overlaps from the plan.</source>
        <translation>规划“{layer}”有{count}个图斑相互重叠，{area_ha:.4f} ha 被重复规划。各图斑分别检测；冲突图斑的面积和碳量对重叠处只计一次。请消除规划中的重叠。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/remarks.py"/>
        <source>{count} findings are digitising noise (not larger than {sliver_m2} m² or than the least area that their rule counts, or not wider than {sliver_width_m} m; {area_ha:.6f} ha in sum): listed, but not counted. Lower SLIVER_M2, SLIVER_WIDTH_M or min_area_m2 of the rule to count them.</source>
        <translation>{count} 处冲突属于数字化噪声（面积不大于 {sliver_m2} 平方米或规则规定的最小面积，或宽度不大于 {sliver_width_m} 米；合计 {area_ha:.6f} 公顷）：已列出但不计数。如需计数，请调低 SLIVER_M2、SLIVER_WIDTH_M 或规则的 min_area_m2。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/remarks.py"/>
        <source>{count} findings ask for a finer code: a rule tells the finer codes of {codes} apart, and plan {layer} does not ({area_ha:.4f} ha of findings). Give these parcels their finer codes and check again.</source>
        <translation>{count}个冲突图斑需要更细的代码：规则区分 {codes} 的下级代码，而规划“{layer}”未区分（冲突图斑 {area_ha:.4f} ha）。请为这些图斑填写下级代码后重新检测。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/remarks.py"/>
        <source>{area_ha:.4f} ha of the findings have no land cover of a known class in {layer}; carbon at stake counts the rest only. Complete the land cover or map its codes to classes.</source>
        <translation>{area_ha:.4f} ha 冲突图斑在“{layer}”中没有已知地类的现状用地；累计碳影响只计其余部分。请补全现状用地或为其代码对应碳地类。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/remarks.py"/>
        <source>Control line {layer}: features of a zone ({zones}) for which the pack has rules, but none in force on {as_of}: {count}. Nothing was checked there. Check this ground by hand under the law of that day, or change the date of the check.</source>
        <translation>控制线 {layer} 有 {count} 个要素属于分区（{zones}），规则包中有该分区的规则，但在 {as_of} 均未施行，该范围内未作核查。请按当日法律人工核查，或调整核查日期。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/remarks.py"/>
        <source>Trial run: control line {layer} has the status “{status}” and is not legally in force. Its findings only inform and cite no law; check again with the line in force before you decide.</source>
        <translation>试算：控制线“{layer}”的状态为“{status}”，不具有法定效力。其冲突图斑仅供参考，不引用法规；作出决定前请用法定控制线重新检测。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/remarks.py"/>
        <source>{area_ha:.4f} ha of control line {layer} have no present use in {base}; what {rules} says about the present use is not checked there. Complete the land cover.</source>
        <translation>控制线 {layer} 内有 {area_ha:.4f} 公顷在 {base} 中没有现状地类，规则 {rules} 对现状用途的要求在该范围未予核查。请补全现状地类。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/remarks.py"/>
        <source>Plan {layer}: parcels without a present use in {base}: {count}, on {area_ha:.4f} ha. What {rules} says about changes of use is not checked there. Complete the land cover.</source>
        <translation>规划方案 {layer} 有 {count} 个图斑、{area_ha:.4f} 公顷在 {base} 中没有现状用途；{rules} 关于用途转换的要求在该范围内未核查。请补全现状图层。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/subtypes.py"/>
        <source>Control line {layer}: features without a sub-type, not checked: {count}. Nobody knows which rules hold there. Choose the field with the sub-types as zone field, or fill them in.</source>
        <translation>控制线 {layer} 有 {count} 个要素没有子类型，无法确定适用哪些规则，未予核查。请将子类型字段设为分区字段，或补填子类型。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/totals.py"/>
        <source>Findings, noise, compliant and not checkable ground add up to {parts_ha:.6f} ha, but the plan has {plan_ha:.6f} ha. Repair the plan's geometries and run again.</source>
        <translation>冲突、噪声、合规与无法检测部分的面积合计 {parts_ha:.6f} ha，而规划总面积为 {plan_ha:.6f} ha。请修复规划图层的几何后重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/profiles.py"/>
        <source>There is no output profile {profile}; choose one of {known}.</source>
        <translation>没有输出格式{profile}；请选择：{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/profiles.py"/>
        <source>The parts add up to {sum} but the control total is {total}; levelling only spreads rounding, so mend the difference first.</source>
        <translation>各分项之和为{sum}，而控制总数为{total}；调平仅分摊取整差，请先消除该差异。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/profiles.py"/>
        <source>Output profile {profile} does not define the quantity {quantity}; add it to its JSON file.</source>
        <translation>输出格式{profile}未定义指标{quantity}；请在其JSON文件中补充。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/profiles.py"/>
        <source>Output profile {profile} does not define the quantity {quantity}; it has {known}.</source>
        <translation>输出格式{profile}未定义指标{quantity}；已定义的有：{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/ages.py"/>
        <source>AGES, row {row}, column “{column}”: “{value}” cannot be used. A class, an age in years or an age group, and a share or an area (ha) of 0 or more belong in each row.</source>
        <translation>AGES 第{row}行“{column}”列：“{value}”不可用。每行应有碳地类、林龄（年）或龄组，以及不小于0的比例或面积 (ha)。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/ages.py"/>
        <source>AGES needs the columns carbon_class, share or area_ha, and age_a or age_group; it has {columns}.</source>
        <translation>AGES 需要 carbon_class、share 或 area_ha、age_a 或 age_group 列；现有列为 {columns}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/ages.py"/>
        <source>AGES: the {weight} values of class {carbon_class} in unit “{unit}” add up to {whole:g}. Shares of a class add up to 1, areas to more than 0.</source>
        <translation>AGES：单元“{unit}”中碳地类 {carbon_class} 的 {weight} 合计为 {whole:g}。同一碳地类的比例合计应为1，面积合计应大于0。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/ages.py"/>
        <source>AGES: {count} pairs of unit and class have no ground in the baseline and are not used.</source>
        <translation>AGES：{count} 个单元与碳地类组合在本底中没有用地，未采用。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/ages.py"/>
        <source>AGES: in {count} pairs of unit and class the areas differ from the baseline by more than 1 % ({area_ha:.4f} ha in all); they are used as shares.</source>
        <translation>AGES：{count} 个单元与碳地类组合的面积与本底相差超过 1 %（共 {area_ha:.4f} ha）；按比例采用。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/cohorts.py"/>
        <source>AGES: class {carbon_class} has stands of {age:g} years, but its curve begins at {first:g}. Add a point to GROWTH_CURVES.</source>
        <translation>AGES：碳地类 {carbon_class} 有 {age:g} 年生林分，而其曲线自 {first:g} 年起。请在 GROWTH_CURVES 中补充一点。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/cohorts.py"/>
        <source>{count} classes ({classes}) hold {area_ha:.4f} ha with a biomass density at or above the highest of their growth curve: it grows no more. Give stand ages (AGES) if it does.</source>
        <translation>{count} 个碳地类（{classes}）有 {area_ha:.4f} ha 的生物量密度达到或超过其生长曲线的最高值：不再生长。如仍在生长，请给出林龄（AGES）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/cohorts.py"/>
        <source>{count} classes ({classes}) hold {area_ha:.4f} ha of unknown biomass density and without a stand age: they keep their constant rate. Give stand ages (AGES).</source>
        <translation>{count} 个碳地类（{classes}）有 {area_ha:.4f} ha 生物量密度未知且无林龄：保持恒定速率。请给出林龄（AGES）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/cohorts.py"/>
        <source>{count} classes ({classes}; {area_ha:.4f} ha) have no growth curve and keep their constant rate of growth.</source>
        <translation>{count} 个碳地类（{classes}；{area_ha:.4f} ha）没有生长曲线，保持恒定的生长速率。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/cohorts.py"/>
        <source>Growth curves of {classes}: {curve:.4f} t CO2e in the first year, where the constant rates of the baseline are {rate:.4f} t CO2e/a. The path bends there by the difference.</source>
        <translation>{classes} 的生长曲线：首年 {curve:.4f} t CO2e，而本底的恒定速率为 {rate:.4f} t CO2e/a。路径在此按其差值转折。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/cohorts.py"/>
        <source>GROWTH_CURVES: {count} curves belong to no ground of the baseline, or to a process without a rate in the factor set, and are not used.</source>
        <translation>GROWTH_CURVES：{count} 条曲线在本底中没有对应用地，或其过程在系数集中没有速率，未采用。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/curve_table.py"/>
        <source>GROWTH_CURVES lacks the columns {columns}. Start from resources/factors/growth_curves_template.csv.</source>
        <translation>GROWTH_CURVES 缺少列 {columns}。请从 resources/factors/growth_curves_template.csv 开始填写。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/curve_table.py"/>
        <source>GROWTH_CURVES has no row for factor set “{factor_set}” (column factor_set; * stands for every set). Add its curves, or choose GROWTH “constant”.</source>
        <translation>GROWTH_CURVES 没有系数集“{factor_set}”的行（factor_set 列；* 表示所有系数集）。请补充其曲线，或将 GROWTH 选为“constant”。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/curve_table.py"/>
        <source>GROWTH_CURVES, row {row}, column “{column}”: “{value}” cannot be used. resources/factors/growth_curves_README.md tells what belongs there.</source>
        <translation>GROWTH_CURVES 第{row}行“{column}”列：“{value}”不可用。填写要求见 resources/factors/growth_curves_README.md。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/path.py"/>
        <source>{count} classes ({classes}; {area_ha:.4f} ha) have neither removal nor emission in the factor set: their fluxes are NULL, and their stock stays that of the baseline.</source>
        <translation>有 {count} 个碳地类（{classes}；{area_ha:.4f} 公顷）在系数集中既无碳汇量系数也无排放量系数：其通量为空值，碳储量保持本底数值不变。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/path.py"/>
        <source>A constant loss exhausts a pool of {count} pairs of unit and class ({classes}; {area_ha:.4f} ha) within the path: the loss stops there, no stock falls below 0.</source>
        <translation>在路径期内，恒定损失使 {count} 个单元与碳地类组合（{classes}；{area_ha:.4f} ha）的碳库耗尽：损失到此停止，储量不低于0。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/path.py"/>
        <source>{count} pairs of unit and class ({classes}; {area_ha:.4f} ha) exchange carbon with a pool whose stock the factor set does not know: the flux counts, the stock does not follow it.</source>
        <translation>{count} 个单元与碳地类组合（{classes}；{area_ha:.4f} ha）与系数集中储量未知的碳库有碳交换：计入通量，储量不随之变化。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/path.py"/>
        <source>{percent:.1f} % of the change of the stock rests on curves or factors without an interval: the bounds leave these out and are too narrow. Add uncertainty_percent to the curves, low and high to the factors.</source>
        <translation>储量变化中有 {percent:.1f} % 依据没有区间的曲线或系数：上下限未含这部分，区间偏窄。请为曲线补充 uncertainty_percent，为系数补充 low 和 high。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/rows.py"/>
        <source>The baseline, row {row}, column “{column}”: “{value}” cannot be used. Areas are 0 ha or more, years whole numbers, all figures plain numbers. Make the baseline again.</source>
        <translation>碳汇本底表第 {row} 行、“{column}”列：“{value}”不可用。面积（公顷）不小于 0，年份为整数，其余均为普通数字。请重新生成本底。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/rows.py"/>
        <source>The baseline lacks unit, carbon_class or area_ha in {count} rows; the first is row {row}. Make the baseline again.</source>
        <translation>本底有{count}行缺少 unit、carbon_class 或 area_ha，首个为第{row}行。请重新计算碳汇本底。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/rows.py"/>
        <source>Factor set “{factor_set}” holds net balances, which do not tell the pool that changes. Choose a FACTOR_SET with growth, soil and burial of their own.</source>
        <translation>系数集“{factor_set}”为净平衡系数，无法判明变化的碳库。请选择生长、土壤和埋藏各有系数的 FACTOR_SET。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/rows.py"/>
        <source>The baseline states {stated} {measure} for class {carbon_class} in unit “{unit}”; factor set “{factor_set}” gives {made} {measure}. Choose the FACTOR_SET with which it was made.</source>
        <translation>碳汇本底表中单元“{unit}”碳地类 {carbon_class} 为 {stated} {measure}，而系数集“{factor_set}”算得 {made} {measure}。请选择编制该本底所用的 FACTOR_SET。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/years.py"/>
        <source>YEARS is empty. Write the target years, such as 2025,2030,2060.</source>
        <translation>YEARS 为空。请填写目标年份，如 2025,2030,2060。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/years.py"/>
        <source>YEARS: the span {first}-{last} runs backwards. Write the earlier year first.</source>
        <translation>YEARS：区间 {first}-{last} 前后颠倒。请先写较早的年份。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/years.py"/>
        <source>YEARS: {year} lies before the year of the baseline ({base}). A path leads forward only.</source>
        <translation>YEARS：{year} 早于本底年份（{base}）。路径只能向后推算。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/years.py"/>
        <source>YEARS: {year} lies more than {longest} years after the baseline ({base}). Choose nearer years.</source>
        <translation>YEARS：{year} 晚于本底（{base}）{longest} 年以上。请选择较近的年份。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/years.py"/>
        <source>The baseline holds several years ({years}). Filter it to one year, or make it again for one YEAR.</source>
        <translation>本底含有多个年份（{years}）。请筛选为一个年份，或按一个 YEAR 重新计算。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/years.py"/>
        <source>The baseline does not state its year. Give START_YEAR, or make the baseline again with YEAR.</source>
        <translation>本底没有注明年份。请填写 START_YEAR，或带 YEAR 重新计算本底。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/years.py"/>
        <source>START_YEAR is {start}, but the baseline is of {year}. Leave START_YEAR empty.</source>
        <translation>START_YEAR 为 {start}，但本底为 {year} 年。请将 START_YEAR 留空。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projection/years.py"/>
        <source>YEARS: “{part}” is no year. Write calendar years such as 2025,2030,2060 or a span such as 2025-2035.</source>
        <translation>YEARS：“{part}”不是年份。请填写公历年份，如 2025,2030,2060，或区间，如 2025-2035。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projections.py"/>
        <source>The coordinate reference system {crs} has no ellipsoid. Use the planar area rule or reproject the layer.</source>
        <translation>坐标参考系{crs}没有椭球参数。请改用平面面积口径（planar），或将图层重投影。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projections.py"/>
        <source>The coordinates of the layer ({x}, {y}) do not lie in its coordinate reference system {crs}. Assign the right one.</source>
        <translation>图层坐标（{x}，{y}）不在其坐标参考系{crs}的范围内。请为图层指定正确的坐标参考系。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projections.py"/>
        <source>The coordinate reference system {crs} is geocentric. Reproject the layer to a map projection.</source>
        <translation>坐标参考系{crs}为地心坐标系。请将图层重投影到地图投影坐标系。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/projections.py"/>
        <source>The coordinate reference system of the layer cannot be read ({reason}). Assign a valid one.</source>
        <translation>无法读取图层的坐标参考系（{reason}）。请为图层指定有效的坐标参考系。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/comparison.py"/>
        <source>Plan “{layer}” states no field ridges: cultivated land that stays cultivated keeps those of its base, {area_ha:.4f} ha (parcels: {count}), and counts without them.</source>
        <translation>规划方案“{layer}”未给出田坎：保持为耕地的部分沿用基期田坎，{count}个图斑共{area_ha:.4f}公顷，耕地面积不含田坎。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/comparison.py"/>
        <source>Layer “{layer}”: features without a 2023 land-use code: {count} ({area_ha:.4f} ha). No indicator counts them. Correct the codes.</source>
        <translation>图层“{layer}”有{count}个要素（{area_ha:.4f}公顷）无2023年用地用海代码，未计入任何指标，请更正代码。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/comparison.py"/>
        <source>Plan “{layer}” covers {plan_ha:.4f} ha, its base “{base}” {base_ha:.4f} ha: the change of the classes in the structure table holds this difference. Use layers of one extent.</source>
        <translation>规划方案“{layer}”面积{plan_ha:.4f}公顷，规划基期“{base}”面积{base_ha:.4f}公顷，用地结构调整表的增减含此差额，请使用范围一致的图层。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/comparison.py"/>
        <source>{area_ha:.4f} ha of plan “{layer}” have no known use before or after: no balance counts them. Correct the codes, or give a base that covers the plan.</source>
        <translation>规划方案“{layer}”有{area_ha:.4f}公顷的基期或规划用途不明，未计入平衡。请更正代码，或给出覆盖规划范围的基期数据。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/comparison.py"/>
        <source>{count} changes of use in plan “{layer}” ({area_ha:.6f} ha in sum) are digitising noise, not larger than {sliver_m2} m² or not wider than {sliver_width_m} m: no balance counts them. Lower SLIVER_M2 and SLIVER_WIDTH_M to count them.</source>
        <translation>规划方案“{layer}”有{count}处用途变化（合计{area_ha:.6f}公顷）为数字化噪声（不大于{sliver_m2}平方米或不宽于{sliver_width_m}米），未计入平衡。如需计入，请调低SLIVER_M2和SLIVER_WIDTH_M。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/ground.py"/>
        <source>The parts of layer “{layer}” by unit add up to {parts_ha:.6f} ha, but the layer has {whole_ha:.6f} ha. Repair its geometries and those of the units and run again.</source>
        <translation>图层“{layer}”按单元分割后合计{parts_ha:.6f}公顷，而图层面积为{whole_ha:.6f}公顷。请修复该图层和单元图层的几何后重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/once.py"/>
        <source>Layer “{layer}”: features that overlap others: {count}. Their common {area_ha:.4f} ha count once, for the feature that comes first by id. Remove the overlaps from the layer.</source>
        <translation>图层“{layer}”有{count}个要素与其他要素重叠，重叠的{area_ha:.4f}公顷只计一次，归入标识在前的要素。请消除重叠。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/target_rows.py"/>
        <source>“{value}” is no number.</source>
        <translation>“{value}”不是数值。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/target_rows.py"/>
        <source>{value} is negative.</source>
        <translation>{value}为负数。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/target_rows.py"/>
        <source>“{value}” is a formula, not its result; save the table with values.</source>
        <translation>“{value}”是公式而非结果，请将表另存为数值。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/target_rows.py"/>
        <source>“{value}” may mean thousands or a decimal comma; write it with a point or without a sign.</source>
        <translation>“{value}”中的逗号可能是千位分隔符，也可能是小数点，请改用小数点或去掉逗号。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/target_rows.py"/>
        <source>The shipped table of indicators is damaged; reinstall the plugin.</source>
        <translation>随附的指标表已损坏，请重新安装插件。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/target_rows.py"/>
        <source>the cell is empty.</source>
        <translation>单元格为空。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/target_rows.py"/>
        <source>“{value}” is none of the statistical units: {known}.</source>
        <translation>“{value}”不在统计单元之列：{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/target_rows.py"/>
        <source>the row uses several units: {units}.</source>
        <translation>该行使用了多个单位：{units}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/target_rows.py"/>
        <source>“{value}” is no direction; write ≥, ≤ or =.</source>
        <translation>“{value}”不是有效方向，请填写≥、≤或=。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/target_rows.py"/>
        <source>{indicator} has no usual direction; write ≥, ≤ or =.</source>
        <translation>{indicator}没有通用方向，请填写≥、≤或=。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/target_rows.py"/>
        <source>“{value}” is unknown; write binding (约束性), expected (预期性) or advisory (建议性).</source>
        <translation>“{value}”无法识别，请填写约束性（binding）、预期性（expected）或建议性（advisory）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/target_rows.py"/>
        <source>“{value}” is no unit of {indicator}; known are {known}.</source>
        <translation>“{value}”不是{indicator}的单位，可用单位：{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/target_rows.py"/>
        <source>“{value}” contradicts the sign before the target.</source>
        <translation>“{value}”与目标值前的符号矛盾。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/targets.py"/>
        <source>The table of targets “{table}” has {count} problem(s); correct them and run again:
{problems}</source>
        <translation>指标目标表“{table}”有{count}处问题，请更正后重新运行：
{problems}</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/targets.py"/>
        <source>The table of targets “{table}” lacks the column {missing}; it has {columns}. A template is in resources/rules/targets_template.csv.</source>
        <translation>指标目标表“{table}”缺少列{missing}，现有列：{columns}。模板见resources/rules/targets_template.csv。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/targets.py"/>
        <source>“{value}” % is a floor that nearly everything reaches; write 35 for 35 %.</source>
        <translation>“{value}”%作为下限几乎总能达到；35%请填写35。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/targets.py"/>
        <source>{count} indicators of the table of targets “{table}” are unknown: {rows}. No map measures them; only their stated values are judged.</source>
        <translation>指标目标表“{table}”有{count}项指标无法识别：{rows}。地图无法量算，仅按填报值判定。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/targets.py"/>
        <source>{count} rows of the table of targets “{table}” have no target: {rows}. They are listed, but not judged.</source>
        <translation>指标目标表“{table}”有{count}行无目标值：{rows}。仅列出，不判定。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/targets.py"/>
        <source>{count} targets of the table “{table}” are percentages up to 1 and are taken as such, not as shares: {rows}. Write 35 for 35 %.</source>
        <translation>指标目标表“{table}”有{count}个百分比目标值不大于1，按百分数而非比例处理：{rows}。35%请填写35。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/targets.py"/>
        <source>{indicator} stands in row {first} too; keep one row.</source>
        <translation>{indicator}在第{first}行已出现，请只保留一行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/transitions.py"/>
        <source>Present and planned use together cover {parts_ha:.6f} ha, but the plan has {whole_ha:.6f} ha. Repair the geometries of the plan and of BASE_PLAN and run again.</source>
        <translation>基期与规划叠加后合计{parts_ha:.6f}公顷，而规划面积为{whole_ha:.6f}公顷。请修复规划方案和BASE_PLAN的几何后重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rasters/area_table.py"/>
        <source>The cells in unit {unit} do not add up: {residual_m2:.4f} m² of {area_m2:.1f} m² are unexplained. Check the geometry of this unit and the CRS of the raster.</source>
        <translation>单元 {unit} 内的像元面积不闭合：{area_m2:.1f} m² 中有 {residual_m2:.4f} m² 无法解释。请检查该单元的几何和栅格的坐标系。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rasters/cell_areas.py"/>
        <source>The raster reaches beyond the poles ({low}° to {high}°). Assign the CRS that it has.</source>
        <translation>栅格范围超出两极（{low}° 至 {high}°）。请指定其正确的坐标系。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rasters/cell_areas.py"/>
        <source>The raster is in degrees, where a planar area has no meaning. Use the ellipsoidal area rule or reproject the raster.</source>
        <translation>栅格以度为单位，平面面积没有意义。请采用椭球面积规则，或对栅格重投影。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rasters/codebook.py"/>
        <source>Raster “{layer}” holds the value {value}, but classes and units are whole numbers. Choose a classified raster or another band.</source>
        <translation>栅格“{layer}”含有值 {value}，但地类和统计单元应为整数。请选择分类栅格或其他波段。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rasters/codebook.py"/>
        <source>Raster “{layer}” holds more than {count} different values: it is a measurement, not a classification. Choose a classified raster or another band.</source>
        <translation>栅格“{layer}”含有超过 {count} 个不同的值：这是测量值而非分类。请选择分类栅格或其他波段。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rasters/grid.py"/>
        <source>Raster “{layer}” is rotated or mirrored. Warp it to a grid along the axes of its CRS (gdalwarp) and run again.</source>
        <translation>栅格“{layer}”带旋转或镜像。请先将其重采样到与坐标轴平行的格网（gdalwarp），再运行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rasters/land_classes.py"/>
        <source>Cells of raster “{layer}” ({area_ha:.4f} ha in the whole raster) are left out, their value has no carbon class: {codes}. Give a crosswalk CSV or choose another CLASSIFICATION.</source>
        <translation>栅格“{layer}”的部分像元（全栅格共 {area_ha:.4f} ha）被剔除，其值没有对应的碳地类：{codes}。请提供对照表 CSV 或选择其他 CLASSIFICATION。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rasters/land_classes.py"/>
        <source>Raster “{layer}” has no cell with a value in {band}. Choose another band or another raster.</source>
        <translation>栅格“{layer}”的 {band} 中没有带值的像元。请选择其他波段或其他栅格。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rasters/land_classes.py"/>
        <source>Raster “{layer}” has values ({area_ha:.4f} ha) without a carbon class in “{classification}”: {codes}. Choose another CLASSIFICATION, give a crosswalk CSV, or set UNMAPPED to “exclude”.</source>
        <translation>栅格“{layer}”的部分值（{area_ha:.4f} ha）在“{classification}”中没有对应的碳地类：{codes}。请选择其他 CLASSIFICATION、提供对照表 CSV，或将 UNMAPPED 设为“exclude”。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rasters/land_classes.py"/>
        <source>Raster “{layer}” declares no nodata value: every value ({codes}) is taken as a class. Set the nodata value of the raster if one of them is none.</source>
        <translation>栅格“{layer}”未声明 nodata 值：所有值（{codes}）均按地类处理。若其中有非地类的值，请设置栅格的 nodata 值。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rasters/polygon_land.py"/>
        <source>The polygons hold {over_m2:.4f} m² more of a value of the raster than there is. Remove the overlaps of the polygons and run again.</source>
        <translation>面图层在栅格某一取值上的面积比该取值实有面积多 {over_m2:.4f} m²。请消除面的重叠后重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/repair/repair.py"/>
        <source>The repaired plan would have {after_ha:.6f} ha, but the plan has {before_ha:.6f} ha. Nothing was written. Repair the plan's geometries and run again.</source>
        <translation>修复后规划面积将为 {after_ha:.6f} ha，而原规划为 {before_ha:.6f} ha。未写出任何结果。请先修复规划的几何图形，再重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/repair/repair.py"/>
        <source>Scraps of errors in parcels of plan {layer} (parcels: {count}, {area_ha:.6f} ha in all) are digitising noise by themselves: they were not cut out and keep the planned use.</source>
        <translation>规划 {layer} 的 {count} 个图斑中有错误碎块（共 {area_ha:.6f} ha），其本身属于数字化噪声：未予切出，保持规划用途。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/repair/repair.py"/>
        <source>{count} changes in plan {layer} ({area_ha:.4f} ha) end a use that stands there today. Where it may stay, list its approval in the table of exemptions and run again.</source>
        <translation>规划方案 {layer} 中有 {count} 处调整（{area_ha:.4f} 公顷）改变了现状已有的用途。确可保留的，请将其批准文件列入豁免表后重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/repair/repair.py"/>
        <source>{count} errors of plan {layer} could not be repaired ({area_ha:.4f} ha): no use may stand there under every line. The list of changes names the rules that object; change the line or the use by hand.</source>
        <translation>规划 {layer} 有 {count} 处错误未能修复（{area_ha:.4f} ha）：在各控制线下均无可用用途。调整清单列出了不准许的规则；请调整控制线或人工修改用途。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/repair/repair.py"/>
        <source>{count} errors are still found by the check after the repair ({area_ha:.4f} ha). Repair the draft that was written once more, or change these parcels by hand.</source>
        <translation>修复后检测仍发现 {count} 处错误（{area_ha:.4f} ha）。请对写出的方案再次修复，或人工修改这些图斑。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/repeat_run.py"/>
        <source>No input of the run has “{start}” in its path, so that nothing would differ from place to place. Set FROM to what tells the first place apart, such as its code or its folder.</source>
        <translation>该次运行没有任何输入的路径含有“{start}”，各地不会有差别。请将 FROM 设为区分首个地区的文字，如其代码或文件夹名。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/repeat_run.py"/>
        <source>The manifest holds no paths (they were left out), so that its run cannot be repeated. Run the tool once without OMIT_PLACES.</source>
        <translation>运行清单不含路径（已略去），无法重复运行。请不设 OMIT_PLACES 再运行一次。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/repeat_run.py"/>
        <source>Layer “{layer}” of the run was in memory. Save it to a file and run the tool once more.</source>
        <translation>该次运行的图层“{layer}”在内存中。请保存为文件后再运行一次。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/replenish/replenish.py"/>
        <source>Parcels of {layer} left out of the replenishment: {count} ({area_ha:.4f} ha). The table gives the reason of each.</source>
        <translation>{layer} 中 {count} 个图斑（{area_ha:.4f} ha）不参与补划；补划表逐一说明原因。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/replenish/replenish.py"/>
        <source>Cultivated land falls short of the retention of {retention_ha:.4f} ha: the repaired plan has {cultivated_ha:.4f} ha, all restorable parcels of {layer} together give {gained_ha:.4f} ha, and {area_ha:.4f} ha are missing. Add restorable parcels, or plan less use of cultivated land.</source>
        <translation>耕地面积达不到保有量 {retention_ha:.4f} ha：修复后的规划有 {cultivated_ha:.4f} ha，{layer} 的全部可恢复图斑共可补充 {gained_ha:.4f} ha，仍缺 {area_ha:.4f} ha。请增加可恢复图斑，或减少占用耕地。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/replenish/replenish.py"/>
        <source>The set of restorable parcels of {layer} meets the retention, but that none costs less carbon was not proven within the limits of the search.</source>
        <translation>{layer} 中选出的可恢复图斑已满足保有量，但在搜索限度内未能证明没有碳代价更少的组合。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>the column is missing from the header.</source>
        <translation>表头缺少该列。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>no rule table has such a column; correct the name, or write remarks into the column note.</source>
        <translation>规则表没有这一列；请更正列名，备注请写入note列。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>“{value}” stands in an earlier row too; ids are unique.</source>
        <translation>“{value}”在前面的行中已出现；标识须唯一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>a rule on a change of use names the present uses that it speaks about.</source>
        <translation>用途转换规则须列出所针对的基期地类。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>line type {line_type} has no zone “{value}”; known are {known}.</source>
        <translation>控制线类型{line_type}没有分区“{value}”；可用的有：{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>“{value}” is not a number of square metres, 0 or more.</source>
        <translation>“{value}”不是不小于0的平方米数。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>the rule ends before it starts.</source>
        <translation>规则的失效日期早于生效日期。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>“{value}” is unknown; known are {known}.</source>
        <translation>未知的值“{value}”；可用的有：{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>“{value}” is not CODE, CODE(qualifier), existing, LHA or CONSTR_TEMP; separate tokens with a semicolon.</source>
        <translation>“{value}”不符合CODE、CODE(qualifier)、existing、LHA或CONSTR_TEMP的写法；各项以分号分隔。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>“{value}” stands twice.</source>
        <translation>“{value}”重复出现。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>“{value}” is not a code of the land-and-sea classification of 2023; present uses are plain codes separated by a semicolon.</source>
        <translation>“{value}”不是2023年用地用海分类代码；基期地类应为以分号分隔的代码。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>“{value}” is not a date; write YYYY-MM-DD, YYYY-MM or YYYY.</source>
        <translation>“{value}”不是日期；请写作YYYY-MM-DD、YYYY-MM或YYYY。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>code {value} is not in the land-and-sea classification of 2023.</source>
        <translation>代码{value}不在2023年用地用海分类中。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/distances.py"/>
        <source>this rule and zone stand in an earlier row too.</source>
        <translation>该规则和分区在前面的行中已出现。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/distances.py"/>
        <source>“{value}” is no rule of this pack.</source>
        <translation>“{value}”不是本规则包中的规则。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/distances.py"/>
        <source>the ring ends before it starts.</source>
        <translation>缓冲环的外距不大于内距。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/distances.py"/>
        <source>line type {line_type} has no zone “{value}”.</source>
        <translation>控制线类型{line_type}没有分区“{value}”。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/distances.py"/>
        <source>“{value}” is not a number of metres, 0 or more.</source>
        <translation>“{value}”不是不小于0的米数。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/inherit.py"/>
        <source>“{value}” is no rule of “{parent}”; correct the id, or fill in {columns} to add a rule.</source>
        <translation>“{value}”不是“{parent}”中的规则；请更正编号，或填写{columns}以新增规则。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/inherit.py"/>
        <source>“{value}” differs from “{first}” in an earlier row; a table has one parent.</source>
        <translation>“{value}”与前面行中的“{first}”不同；一个规则表只能有一个上级。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/inherit.py"/>
        <source>“{value}” is no rule of “{parent}”, so there is nothing to switch off; correct the id.</source>
        <translation>“{value}”不是“{parent}”中的规则，无可停用；请更正编号。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/layer_names.py"/>
        <source>Layer “{layer}”: zone value “{value}” is unknown for line type {line_type}; known are {known}. Correct the value or choose another zone field.</source>
        <translation>图层“{layer}”：控制线类型{line_type}没有分区值“{value}”；可用的有：{known}。请更正该值，或另选分区字段。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/layer_names.py"/>
        <source>Layer “{layer}” is an evaluation, not the statutory line ({line_type}). Choose the delimited line, usually named {aliases}.</source>
        <translation>图层“{layer}”是评价结果，不是法定控制线（{line_type}）。请选择已划定的控制线图层，通常名为{aliases}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/library.py"/>
        <source>Rule pack “{name}” is neither a shipped id ({ids}) nor a file; give an id or the path of a CSV.</source>
        <translation>规则包“{name}”既不是内置规则包的标识（{ids}），也不是文件。请填写标识或CSV的路径。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/library.py"/>
        <source>Rule table “{file}” has {count} problem(s); correct them and load it again:
{problems}</source>
        <translation>规则表“{file}”有{count}个问题，请更正后重新加载：
{problems}</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/library.py"/>
        <source>Rule table “{file}” holds no rules. Write a row for each.</source>
        <translation>规则表“{file}”中没有规则。请每条规则写一行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/library.py"/>
        <source>“{value}” is neither a shipped rule pack ({ids}) nor a file; write an id, or a path from the folder of this table.</source>
        <translation>“{value}”既不是随附的规则包（{ids}），也不是文件；请填写标识，或相对于本表所在文件夹的路径。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/library.py"/>
        <source>the tables extend each other in a circle: {circle}; one of them must stand alone.</source>
        <translation>规则表循环继承：{circle}；其中须有一个独立。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/library.py"/>
        <source>the parent “{value}” cannot be used: {reason}</source>
        <translation>上级规则表“{value}”无法使用：{reason}</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/subtypes.py"/>
        <source>Layer “{layer}”: sub-type “{value}” of line type {line_type} is unknown; known are {known}. Correct the value or choose the field that holds the sub-type.</source>
        <translation>图层“{layer}”：控制线类型{line_type}的子类型“{value}”未知；已知的有{known}。请更正该值，或选择存放子类型的字段。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/vocabulary.py"/>
        <source>Code set “{name}” is unknown; known are {known}.</source>
        <translation>代码集“{name}”未知；已知的有{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/same_factors.py"/>
        <source>Table “{layer}”: unit “{unit}”, class {carbon_class} has {stated:.4f} t C, factor set “{factor_set}” gives {expected:.4f} t C. Choose the FACTOR_SET with which the baseline was made.</source>
        <translation>表“{layer}”：单元“{unit}”、地类{carbon_class}为{stated:.4f} t C，而系数集“{factor_set}”给出{expected:.4f} t C。请选择计算本底时所用的FACTOR_SET。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/statistical_units.py"/>
        <source>Unit layer “{layer}”: features without a name or a geometry, left out: {count}. Name and draw them in the layer to have them counted.</source>
        <translation>统计单元图层“{layer}”有{count}个要素没有名称或没有几何图形，已排除。如需计入，请在图层中补充名称和图形。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/statistical_units.py"/>
        <source>No feature of unit layer “{layer}” has both a name and a geometry. Choose another UNIT_FIELD or another layer.</source>
        <translation>统计单元图层“{layer}”没有任何要素同时具有名称和几何图形。请另选 UNIT_FIELD 或图层。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/statistical_units.py"/>
        <source>{count} units of layer “{layer}” consist of several features, which are taken together.</source>
        <translation>图层“{layer}”有{count}个统计单元由多个要素组成，已合并统计。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/stock_notes.py"/>
        <source>Factor set “{factor_set}” has no {quantity} factor for {classes} ({area_ha:.4f} ha): it is NULL there, not 0, and sums hold the known part only. Add these factors to the set to have a whole.</source>
        <translation>系数集“{factor_set}”没有 {classes} 的系数（{quantity}；{area_ha:.4f} ha）：该处为 NULL 而非 0，合计仅含已知部分。如需完整结果，请在系数集中补充。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/stock_notes.py"/>
        <source>Pool {pool} has no factor for {classes} in set “{factor_set}”: it is NULL there, not 0 ({area_ha:.4f} ha).</source>
        <translation>系数集“{factor_set}”中，碳库{pool}没有{classes}的系数：该值为NULL，不作零处理（{area_ha:.4f} ha）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/stock_notes.py"/>
        <source>{percent:.1f} % of the {quantity} rests on factors of set “{factor_set}” without an interval: the bounds leave these out and are too narrow. Add low and high to the set.</source>
        <translation>结果（{quantity}）的 {percent:.1f} % 依据系数集“{factor_set}”中没有区间的系数：上下限未含这一部分，因而偏窄。请在系数集中补充 low 和 high。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/stocks.py"/>
        <source>Factor set “{factor_set}” has no row for the classes {classes} ({area_ha:.2f} ha). Add them to the set or choose another FACTOR_SET.</source>
        <translation>系数集“{factor_set}”没有地类{classes}的系数（{area_ha:.2f} ha）。请在系数集中补充，或另选FACTOR_SET。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/tabulate.py"/>
        <source>There are land-use features without an area: {count}, the first is {id}. Fill the area field or use another area rule.</source>
        <translation>{count}个用地要素没有面积，首个为{id}。请补填面积字段，或改用其他面积口径。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/tabulate.py"/>
        <source>The areas in unit {unit} do not add up: {residual_m2:.4f} m² of {area_m2:.1f} m² are unexplained. Check the geometries of this unit and of the land use in it.</source>
        <translation>统计单元{unit}的面积不守恒：{area_m2:.1f} m² 中有 {residual_m2:.4f} m² 无法解释。请检查该单元及其内用地图斑的几何。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/tabulate_notes.py"/>
        <source>Land-use features that lie partly or wholly outside every unit: {count}, with {area_ha:.4f} ha. This land is in no figure. Remainders of at most 1 m² of further features sum up to {noise_m2:.4f} m². Add the missing units, or clip the land use to them.</source>
        <translation>{count}个用地要素部分或全部位于所有统计单元之外，共 {area_ha:.4f} ha，未计入任何数字。其余要素不超过 1 m² 的零头合计 {noise_m2:.4f} m²。请补充缺少的统计单元，或按统计单元裁剪用地。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/tabulate_notes.py"/>
        <source>Land-use features that overlap others: {count}; {area_ha:.4f} ha are counted more than once, {pairs} overlaps of at most 1 m² included.</source>
        <translation>{count}个用地要素相互重叠；重复计算的面积为 {area_ha:.4f} ha，其中含{pairs}处不大于 1 m² 的重叠。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/tabulate_notes.py"/>
        <source>{count} units overlap one another; {area_ha:.4f} ha count in each of them, so the units must not be added up. Totals are those of the ground of all units, counted once.</source>
        <translation>{count}个统计单元相互重叠；{area_ha:.4f} ha 在各单元中分别计入，因此各单元不得相加。合计为全部统计单元范围，重叠处只计一次。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/tabulate_notes.py"/>
        <source>{count} units hold ground without land use, {area_ha:.4f} ha in all; it is in no figure. Complete the land use, or clip the units to it.</source>
        <translation>{count}个统计单元内有未覆盖用地的土地，共 {area_ha:.4f} ha，未计入任何数字。请补全用地，或按用地裁剪统计单元。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/tabulate_notes.py"/>
        <source>Land-use features overlap in {count} slivers of at most 1 m²; {area_ha:.4f} ha are counted more than once.</source>
        <translation>用地要素之间有{count}处不大于 1 m² 的细碎重叠；重复计算的面积为 {area_ha:.4f} ha。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/text_tables.py"/>
        <source>“{file}” is neither UTF-8 nor GB18030 text; save it as CSV UTF-8.</source>
        <translation>“{file}”既不是UTF-8文本，也不是GB18030文本；请另存为UTF-8编码的CSV。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/text_tables.py"/>
        <source>“{file}” is empty. Write a header line, and the rows below it.</source>
        <translation>“{file}”是空的。请写入表头行及其下的数据行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/text_tables.py"/>
        <source>“{file}” has {count} columns; a table has at most {most}. Check the separator.</source>
        <translation>“{file}”有 {count} 列；表最多 {most} 列。请检查分隔符。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/text_tables.py"/>
        <source>“{file}”: {count} columns have no name in the first row. Delete titles above the header and empty columns, or name them.</source>
        <translation>“{file}”：首行有 {count} 列没有列名。请删除表头上方的标题行和空列，或补上列名。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/text_tables.py"/>
        <source>“{file}”: column “{column}” occurs twice in the header; rename one of them.</source>
        <translation>“{file}”：表头中“{column}”列重复出现，请将其中之一改名。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/text_tables.py"/>
        <source>“{file}”, line {line}: {found} cells, but the header has {expected}. Quote cells that hold the separator.</source>
        <translation>“{file}”第{line}行：有{found}个单元格，而表头为{expected}个。含分隔符的单元格请加引号。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/text_tables.py"/>
        <source>“{file}” cannot be read ({reason}); check the path.</source>
        <translation>无法读取“{file}”（{reason}）；请检查路径。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/text_tables.py"/>
        <source>“{file}”, line {line}: not a well-formed CSV line ({reason}).</source>
        <translation>“{file}”第{line}行：CSV格式不规范（{reason}）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/topology/min_area.py"/>
        <source>The table of minimum mapped areas “{file}” lacks the column “{column}”; it needs code and min_area_m2.</source>
        <translation>最小上图面积表“{file}”缺少“{column}”列；须有code和min_area_m2两列。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/topology/min_area.py"/>
        <source>“{file}”, line {line}: the minimum area “{value}” is not a number of square metres.</source>
        <translation>“{file}”第{line}行：最小面积“{value}”不是以平方米计的数值。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/total_rows.py"/>
        <source>Table “{table}”, row {row}: “{name}” is the total of other rows and would count them twice. Delete the row.</source>
        <translation>表“{table}”第 {row} 行：“{name}”是其他各行的合计，会重复计算。请删除该行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/translate.py"/>
        <source>No code table leads from {source} to {target}. Tables exist for {pairs}.</source>
        <translation>没有从{source}到{target}的代码对照表。现有对照表：{pairs}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/uncertainty/map_accuracy.py"/>
        <source>The error matrix needs a first column with the mapped class and one column for each class found; it has {columns}.</source>
        <translation>误差矩阵的第一列应为图上地类，其余各列为核实所得地类；现有列为 {columns}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/uncertainty/map_accuracy.py"/>
        <source>The error matrix must have each class once as a row and once as a column; check {classes}.</source>
        <translation>误差矩阵中每个地类应各占一行一列；请检查 {classes}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/uncertainty/map_accuracy.py"/>
        <source>Error matrix, row {row}, column “{column}”: “{value}” is not a number of samples.</source>
        <translation>误差矩阵第 {row} 行“{column}”列：“{value}”不是样本数。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/uncertainty/map_accuracy.py"/>
        <source>The error matrix has fewer than two samples of {classes}, which the map shows. Add them, or leave the matrix out.</source>
        <translation>误差矩阵中图上存在的 {classes} 样本少于两个。请补充样本，或不使用误差矩阵。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/uncertainty/stated.py"/>
        <source>Unit {unit}, class {carbon_class}, method {method}: {pool} of the table is not what factor set “{factor_set}” gives beside the method. Choose the FACTOR_SET with which it was made.</source>
        <translation>统计单元 {unit}、碳地类 {carbon_class}、方法 {method}：表中的 {pool} 与系数集“{factor_set}”在该方法之外给出的数值不符。请选用生成该表时的 FACTOR_SET。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/unify/dasymetric.py"/>
        <source>{count} source units hold none of the weights of layer “{layer}” and are shared out by area.</source>
        <translation>{count} 个来源单元内没有图层“{layer}”的任何权重，按面积分配。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/unify/dasymetric.py"/>
        <source>{count} source units reach over {area_ha:.4f} ha for which raster “{layer}” has no data; this ground counts as without weight. Where it is not empty, take a raster that covers it.</source>
        <translation>{count} 个来源单元有 {area_ha:.4f} ha 的范围在栅格“{layer}”中无数据，按无权重计。如该范围并非空地，请换用覆盖它的栅格。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/unify/dasymetric.py"/>
        <source>Weight layer “{layer}”: there is no weight or a negative one (features: {count}, the first is {id}). Fill the field with numbers of 0 or more.</source>
        <translation>权重图层“{layer}”：{count} 个要素没有权重或权重为负，首个为 {id}。请在该字段填写不小于 0 的数值。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/unify/on_grid.py"/>
        <source>Source units overlap, so that a cell would belong to several of them. Mend the units (checktopology finds the places), or use another METHOD.</source>
        <translation>来源单元相互重叠，一个像元会属于多个单元。请修正单元（checktopology 可找出位置），或改用其他 METHOD。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/unify/on_grid.py"/>
        <source>“{variable}”: smoothing still moved after {count} rounds; the figures are those of the last round.</source>
        <translation>“{variable}”：平滑 {count} 轮后仍未稳定，所给数值为最后一轮的结果。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/unify/pycnophylactic.py"/>
        <source>{count} source units with a value hold the centre of no cell. Choose a smaller CELL_SIZE_M.</source>
        <translation>{count} 个有数值的来源单元不含任何像元中心。请减小 CELL_SIZE_M。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/unify/pycnophylactic.py"/>
        <source>{count} source units have a value below 0, which cannot be smoothed. Use the METHOD “areal”.</source>
        <translation>{count} 个来源单元的数值小于 0，无法平滑。请用 METHOD“areal”。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/unify/raking.py"/>
        <source>The totals of sources and targets cannot be met together: after {rounds} rounds a source still differs by {share:.2e} of the whole. Check the totals of units that lie in each other alone.</source>
        <translation>来源与目标的总量无法同时满足：{rounds} 轮后仍有来源单元相差总量的 {share:.2e}。请检查只互相包含的单元的总量。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/unify/raking.py"/>
        <source>The totals of the source units add up to {sources:.6g}, those of the target units to {targets:.6g}: they cannot both hold. Correct one of the tables.</source>
        <translation>来源单元合计 {sources:.6g}，目标单元合计 {targets:.6g}，两者不能同时成立。请更正其中一张表。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/unify/raking.py"/>
        <source>Target unit “{unit}” has a total but shares no ground with a source unit that has a value. Check units and totals.</source>
        <translation>目标单元“{unit}”有总量，但与任何有数值的来源单元都没有公共面积。请检查单元和总量。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/unify/raking.py"/>
        <source>Raking needs a total of 0 or more for every unit; “{unit}” has none. Fill it in or use another METHOD.</source>
        <translation>迭代比例拟合要求每个单元都有不小于 0 的总量，“{unit}”没有。请补齐或改用其他 METHOD。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/unify/raster_weights.py"/>
        <source>Raster “{layer}” holds weights inside the units that are negative or infinite, such as {value:.6g} in row {row}, column {column}. Where they stand for no data, declare them as nodata of the raster; otherwise correct them.</source>
        <translation>栅格“{layer}”在统计单元内含有负的或无穷大的权重，如第 {row} 行第 {column} 列的 {value:.6g}。如其表示无数据，请将其声明为该栅格的无数据值；否则请更正。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/unify/versions.py"/>
        <source>Unit {id} of layer “{layer}” ends before it begins. Correct its years of validity.</source>
        <translation>图层“{layer}”的单元 {id} 终止年份早于起始年份，请更正其有效年份。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/unify/versions.py"/>
        <source>No unit of layer “{layer}” is in force in {year}. Choose another YEAR or other fields of validity.</source>
        <translation>图层“{layer}”中没有在 {year} 年有效的单元。请另选 YEAR 或有效期字段。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/unify/versions.py"/>
        <source>Unit {id} of layer “{layer}” has the year of validity “{value}”, which is no year. Write years such as 2020, or dates such as 2020-01-01.</source>
        <translation>图层“{layer}”的单元 {id} 的有效年份“{value}”不是年份。请写成 2020 这样的年份或 2020-01-01 这样的日期。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/unify/weights.py"/>
        <source>Table “{table}” is no weight matrix: shares are missing, negative or add up to more than 1 for a source. Make the weights again.</source>
        <translation>表“{table}”不是权重矩阵：份额缺失、为负，或某来源单元的份额之和大于 1。请重新生成权重。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/unify/weights.py"/>
        <source>Units “{one}” and “{other}” of layer “{layer}” overlap ({area_ha:.4f} ha; {count} pairs in all) and values there would count twice. Mend the units (checktopology finds the places).</source>
        <translation>图层“{layer}”的单元“{one}”与“{other}”重叠（{area_ha:.4f} 公顷；共 {count} 对），该处数值会重复计算。请修正单元（可用 checktopology 查出位置）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/unify/weights.py"/>
        <source>Units of layer “{layer}” overlap: source unit “{source}” would count {times:.6f} times, in {targets}. Mend the units (checktopology finds the places).</source>
        <translation>图层“{layer}”的单元相互重叠：来源单元“{source}”将被计 {times:.6f} 次（{targets}）。请修正单元（checktopology 可找出位置）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/unify/weights.py"/>
        <source>Table “{table}” has weights of unit “{unit}” (column {kind}), which the layer does not hold. Make the weights again for these units.</source>
        <translation>表“{table}”含有单元“{unit}”（{kind} 列）的权重，而图层中没有该单元。请为这些单元重新生成权重。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/valuation.py"/>
        <source>YEAR_AFTER ({after}) does not come after YEAR_BEFORE ({before}). Give the years of the two stocks in their order.</source>
        <translation>YEAR_AFTER（{after}）不在 YEAR_BEFORE（{before}）之后。请按先后顺序给出两次储量的年份。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/valuation.py"/>
        <source>YEAR_AFTER ({after}) lies more than {longest} years after YEAR_BEFORE ({before}). Check the years.</source>
        <translation>YEAR_AFTER（{after}）距 YEAR_BEFORE（{before}）超过 {longest} 年，请检查年份。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/valuation.py"/>
        <source>{parameter} is {rate} %; a yearly rate lies above −100 %.</source>
        <translation>{parameter} 为 {rate} %；年变化率应大于 −100 %。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/valuation.py"/>
        <source>Change, price, rates and years together give a value that is no number. Check CHANGE_TC, PRICE, DISCOUNT_RATE, RATE_CHANGE and the years.</source>
        <translation>由变化量、价格、比率与年份算得的价值不是有效数字。请检查 CHANGE_TC、PRICE、DISCOUNT_RATE、RATE_CHANGE 及年份。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/valuation_methods.py"/>
        <source>The change is a loss: buffer and leakage are not deducted, they would make it smaller.</source>
        <translation>变化为损失：不扣缓冲和泄漏，否则会使损失变小。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/valuation_methods.py"/>
        <source>AFFORESTATION_COST is {cost}; planting costs 0 or more per t C.</source>
        <translation>AFFORESTATION_COST 为 {cost}；每吨碳的造林成本不得小于 0。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/valuation_methods.py"/>
        <source>ABATEMENT_SLOPE is {slope}; the marginal cost of abatement does not fall with the tonnes abated. Give 0 or more.</source>
        <translation>ABATEMENT_SLOPE 为 {slope}；边际减排成本不随减排量下降。请填写不小于0的数。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/valuation_methods.py"/>
        <source>SERIES adds up to {series:.4f} t CO2, the change to {change:.4f} t CO2: its value is of other tonnes and left out of the range.</source>
        <translation>SERIES 合计 {series:.4f} t CO2，变化为 {change:.4f} t CO2：其价值对应其他吨数，不计入区间。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/valuation_methods.py"/>
        <source>Not valued, because no price is given: {methods}.</source>
        <translation>因未给出价格而未估值：{methods}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/valuation_methods.py"/>
        <source>{parameter} is {share} %; a share lies from 0 to 100 %.</source>
        <translation>{parameter} 为 {share} %；比例应在 0 至 100 % 之间。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/account_book.py"/>
        <source>Account book {name}: {added} entries added, {superseded} superseded, {withdrawn} withdrawn, {unchanged} as they were.</source>
        <translation>账本 {name}：新增 {added} 条，更新 {superseded} 条，撤销 {withdrawn} 条，{unchanged} 条不变。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/account_book.py"/>
        <source>“{store}” is neither the path of a GeoPackage (.gpkg) nor the name of a PostgreSQL connection of QGIS ({known}).</source>
        <translation>“{store}”既不是 GeoPackage 路径（.gpkg），也不是 QGIS 中 PostgreSQL 连接的名称（{known}）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/account_book.py"/>
        <source>“{value}” in YEARS is no year. Write years such as 2023, 2024.</source>
        <translation>YEARS 中的“{value}”不是年份。请写成 2023, 2024 这样的年份。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/account_book.py"/>
        <source>HISTORY lists versions, each in a row of its own. Choose the LAYOUT entries.</source>
        <translation>HISTORY 逐行列出各个版本。请选择 LAYOUT 为 entries。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/account_report_inputs.py"/>
        <source>The account book knows no units that are part of “{parent}”. Its larger units are: {known}.</source>
        <translation>账本中没有属于“{parent}”的单元。其上级单元有：{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/account_report_inputs.py"/>
        <source>YEAR_BEFORE {before} is no year of the account book before {year}; it has {known}. Choose one of these.</source>
        <translation>YEAR_BEFORE {before} 不是账本中 {year} 年之前的年份，可选 {known}。请从中选择。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/account_report_inputs.py"/>
        <source>The account book {name} has no entries of {year}; it has {known}. Choose one of these.</source>
        <translation>账本 {name} 没有 {year} 年的分录，有 {known}。请从中选择。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/account_report_inputs.py"/>
        <source>{parameter} is of {years}, the report of {year}. Hand in the result of that year, or choose another YEAR.</source>
        <translation>{parameter} 为 {years} 年，报告为 {year} 年。请提供该年度的结果，或另选 YEAR。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/area_of_use.py"/>
        <source>Layer “{layer}” lies at {place}, far from the area that {crs} is made for ({area}). Its figures are those of that place. Check whether north and east are exchanged in its coordinates, and whether its CRS is the right one.</source>
        <translation>图层“{layer}”位于{place}，远离{crs}的适用范围（{area}）。其数值按该位置计算。请检查坐标的纵、横轴是否颠倒，以及坐标参考系是否正确。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/baseline.py"/>
        <source>Polygons of land use need the field with their code; set CLASS_FIELD.</source>
        <translation>面状土地利用图层需要地类编码字段；请设置 CLASS_FIELD。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/baseline.py"/>
        <source>A raster has no area field. Choose the AREA_RULE “ellipsoidal” or “planar”.</source>
        <translation>栅格没有面积字段。请选择 AREA_RULE“ellipsoidal”或“planar”。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/baseline_table.py"/>
        <source>Table “{layer}” has no run manifest that matches it: it was edited after the run, a run that was stopped left it unfinished, or it comes from elsewhere. Its figures are used as they stand; make sure that it is whole.</source>
        <translation>表“{layer}”没有与之相符的运行清单：可能在运行后被编辑过，可能是中止的运行留下的未完成文件，也可能来自别处。其数值按现状使用；请确认该表完整。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/baseline_table.py"/>
        <source>Layer “{layer}” has no field {fields}: it is not the table per unit and class that “Sink baseline” writes (OUTPUT_TABLE).</source>
        <translation>图层“{layer}”没有字段 {fields}：它不是“碳汇本底”按单元和地类写出的表（OUTPUT_TABLE）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/baseline_table.py"/>
        <source>Table “{layer}” has no rows. Make the baseline again.</source>
        <translation>表“{layer}”没有行。请重新计算碳汇本底。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/baseline_table.py"/>
        <source>Table “{layer}”: {count} rows lack unit, carbon_class or area_ha; the first is row {row}. Make the baseline again.</source>
        <translation>表“{layer}”有{count}行缺少unit、carbon_class或area_ha，首个为第{row}行。请重新生成碳汇本底。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/baseline_table.py"/>
        <source>Table “{layer}”, row {row}: unit “{unit}”, class {carbon_class} is in another row too, or the row is a total of others; it would count twice. Make the baseline again.</source>
        <translation>表“{layer}”第 {row} 行：单元“{unit}”的地类 {carbon_class} 在另一行中已有，或该行是其他各行的合计，会重复计算。请重新制作本底。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/baseline_table.py"/>
        <source>Table “{layer}”, row {row}, column “{column}”: “{value}” cannot be used. Areas are 0 ha or more, years whole numbers, all figures plain numbers. Make the baseline again.</source>
        <translation>表“{layer}”第 {row} 行、列“{column}”：“{value}”不可用。面积须不小于 0 公顷，年份须为整数，各数值须为纯数字。请重新生成本底。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/blue_carbon.py"/>
        <source>Layer “{layer}”: features that are no coastal habitat, left out: {count} ({area_ha:.4f} ha; {classes}).</source>
        <translation>图层“{layer}”有 {count} 个要素（{area_ha:.4f} ha）不是滨海生境（{classes}）：不予计算。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/blue_carbon.py"/>
        <source>Layer “{layer}”, field “{field}” is empty (features: {count}, {area_ha:.4f} ha, first: {ids}). Every habitat needs its kind.</source>
        <translation>图层“{layer}”字段“{field}”在 {count} 个要素中为空（{area_ha:.4f} ha，首先：{ids}）。每个生境都须有类型。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/blue_carbon.py"/>
        <source>Layer “{layer}” holds no coastal habitat ({known}), only {classes}. Choose the field of the habitat and its CLASSIFICATION.</source>
        <translation>图层“{layer}”没有滨海生境（{known}），只有 {classes}。请选择生境字段及其 CLASSIFICATION。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/blue_carbon.py"/>
        <source>Layer “{layer}”, field “{field}”: “{value}” is no status of a habitat (features: {count}, first: {ids}). Use one of {known}.</source>
        <translation>图层“{layer}”字段“{field}”：“{value}”不是生境状态（{count} 个要素，首先：{ids}）。请使用 {known} 之一。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/blue_carbon.py"/>
        <source>Layer “{layer}”, feature {id}, field “{field}”: {value} ppt is no salinity of water. Write ppt from 0 to {most:g}, and leave the cell empty where it is not known.</source>
        <translation>图层“{layer}”要素 {id} 字段“{field}”：{value} ppt 不是水体盐度。请填 0 到 {most:g} ppt，未知时请留空。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/blue_carbon.py"/>
        <source>Layer “{layer}”, feature {id}, field “{field}”: no stand buries or loses {value:.10g} t C/(ha·a). Write t C/(ha·a); 100 g C/(m²·a) are 1 t C/(ha·a).</source>
        <translation>图层“{layer}”要素 {id} 字段“{field}”：没有生境会埋藏或损失 {value:.10g} t C/(ha·a)。请以 t C/(ha·a) 填写；100 g C/(m²·a) 等于 1 t C/(ha·a)。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/breaches.py"/>
        <source>Layer “{layer}” has no field {fields}: it does not hold findings of the plan check.</source>
        <translation>图层“{layer}”没有字段 {fields}：它不含规划检查的冲突图斑。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/breaches.py"/>
        <source>Layer “{layer}”: {count} open errors in strict lines have no area, the first is row {row}. Make the findings again.</source>
        <translation>图层“{layer}”：刚性控制线内有 {count} 个未处理的错误没有面积，首个在第 {row} 行。请重新生成冲突图斑。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/carbon_value.py"/>
        <source>{parameter} is not set. State it, 0 where there is none: a default would be an invented number.</source>
        <translation>未设置 {parameter}。请予以填写，没有时填 0：任何默认值都是臆造的数字。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/carbon_value.py"/>
        <source>Give either STORE, the account book, or TABLE, a table of one account; not both.</source>
        <translation>请给出 STORE（账本）或 TABLE（账户表）之一，不可同时给出。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/carbon_value.py"/>
        <source>SINK is inventory, but the share of managed land is not known. Give MANAGED_PERCENT, or choose another sink.</source>
        <translation>SINK 为 inventory，但受管理土地占比未知。请填写 MANAGED_PERCENT，或改选其他碳汇。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/carbon_value.py"/>
        <source>{count} prices of PRICE_IDS are taken by none of the chosen methods, or nothing can be sold at them.</source>
        <translation>PRICE_IDS 中有 {count} 个价格未被所选方法采用，或没有可按其出售的吨数。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/carbon_value.py"/>
        <source>The method abatement needs MACC, the marginal abatement cost curve. Blank table: resources/factors/abatement_cost_template.csv.</source>
        <translation>abatement 方法需要 MACC（边际减排成本曲线）。空白表：resources/factors/abatement_cost_template.csv。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/carbon_value.py"/>
        <source>No tonnes can be traded, so that no method has any to value. To value the net flow of the year by its cost, choose net_removal in SINK.</source>
        <translation>没有可交易的吨数，各方法均无可估值。若要按成本对当年净流量估值，请在 SINK 中选择 net_removal。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/carbon_value.py"/>
        <source>The range spans two questions: market values the {tradable:.4f} t CO2e that can be traded, the other methods those of the sink {sink}. The values are not added.</source>
        <translation>区间跨越两个问题：market 对可交易的 {tradable:.4f} t CO2e 估值，其他方法对碳汇 {sink} 的吨数估值。各价值不相加。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/carbon_value.py"/>
        <source>The net present value is of {years} years, the other methods of one: it stands beside the range and is no part of it.</source>
        <translation>净现值为 {years} 年之值，其他方法为一年之值：净现值单独列示，不计入区间。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/carbon_value.py"/>
        <source>The prices are of different years ({price_years}): the range compares amounts of unlike purchasing power.</source>
        <translation>价格年份不同（{price_years}）：区间所比较的金额购买力不一致。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/ccus.py"/>
        <source>Layer “{layer}” has no features (or none is selected). Check the filter, the selection and the file.</source>
        <translation>图层“{layer}”没有要素（或未选中任何要素）。请检查筛选条件、选择集和文件。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/ccus.py"/>
        <source>{count} facilities of layer “{layer}” have no point: they count in all figures, but no map shows them. Place them.</source>
        <translation>图层“{layer}”有 {count} 个设施没有点位：均计入各项数字，但地图上不显示。请补上点位。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/ccus.py"/>
        <source>Layer “{layer}” holds no points ({kind}), but facilities are points. Make points from the coordinates of the table (“Create points layer from table”) or choose a point layer.</source>
        <translation>图层“{layer}”不是点图层（{kind}），而设施是点。请用表中坐标生成点（“从表格创建点图层”），或选择点图层。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/ccus.py"/>
        <source>Layer “{layer}” has no field “{field}”. It has: {fields}.</source>
        <translation>图层“{layer}”没有字段“{field}”。现有字段：{fields}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/change/polygons.py"/>
        <source>OUTPUT_MAP_RASTER needs a raster of at least one date. Take OUTPUT_MAP for two polygon layers.</source>
        <translation>OUTPUT_MAP_RASTER要求至少一期为栅格。两期均为面图层时请使用OUTPUT_MAP。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/change/polygons.py"/>
        <source>Polygons of land use need the field with their code; set {parameter}.</source>
        <translation>面状土地利用图层需要地类代码字段，请设置{parameter}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/change/polygons.py"/>
        <source>Field ridges ({field}) are booked at neither date, since the layer of the second date lacks “{field}” or “{area}”. Their area counts as the land that they lie in.</source>
        <translation>后期图层缺少字段“{field}”或“{area}”，两期均不单列田坎（{field}），其面积计入所在地类。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/change/raster_dates.py"/>
        <source>OUTPUT_MAP is a map of polygons, but a raster has none. Take OUTPUT_MAP_RASTER, or turn the raster into polygons first (gdal:polygonize).</source>
        <translation>OUTPUT_MAP 是面状变化图，而栅格没有面。请改用 OUTPUT_MAP_RASTER，或先把栅格转为面（gdal:polygonize）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/code_survey.py"/>
        <source>Layer “{layer}” holds {kind}, but polygons are needed. Choose a polygon layer.</source>
        <translation>图层“{layer}”的几何类型为{kind}，应为面。请选择面图层。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/code_survey.py"/>
        <source>Layer “{layer}” has no features.</source>
        <translation>图层“{layer}”没有要素。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/codes.py"/>
        <source>Layer “{layer}”: features with codes unknown to “{classification}”, which take the class of the code above: {count}; codes: {codes}.</source>
        <translation>图层“{layer}”有{count}个要素的代码不在“{classification}”中，按其上级代码归类：{codes}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/completeness.py"/>
        <source>Only {read} of the {count} features of layer “{layer}” can be read: its file is damaged, cut off or out of reach. Repair it, or export the layer to a new file and use that.</source>
        <translation>图层“{layer}”的 {count} 个要素中只能读取 {read} 个：其文件已损坏、不完整或无法访问。请修复文件，或将图层导出为新文件后使用。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/crs.py"/>
        <source>Layer “{layer}” has no coordinate reference system. Assign one (Layer → Set CRS, or the algorithm “Assign projection”) and run again.</source>
        <translation>图层“{layer}”没有坐标参考系。请指定（图层 → 设置图层CRS，或使用“指定投影”算法）后重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/dates.py"/>
        <source>AS_OF is “{value}”, but a date such as 2026-01-01 is needed.</source>
        <translation>AS_OF的值为“{value}”，应为2026-01-01这样的日期。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/datum.py"/>
        <source>Layer “{layer}” was transformed from {own} to {target} ({operation}).</source>
        <translation>图层“{layer}”已由 {own} 转换到 {target}（{operation}）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/datum.py"/>
        <source>Layer “{layer}” ({own}) cannot be transformed to {target}: no parameters are known between the two datums, the layer would lie off by up to 100 m and more. Transform it first with the local parameters, or get it in the CRS of the first layer.</source>
        <translation>图层“{layer}”（{own}）无法转换到 {target}：两个基准之间没有已知的转换参数，直接转换会偏移达 100 m 以上。请先用当地转换参数转换，或取得与第一个图层坐标参考系相同的数据。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/datum.py"/>
        <source>Layer “{layer}” has coordinates that lie nowhere on earth in {own} or cannot be transformed (features: {count}, first: {ids}). Check the CRS of the layer; where it is the right one, redraw or delete these features.</source>
        <translation>图层“{layer}”有坐标在 {own} 中不在地球上，或无法转换（要素数：{count}，前几个：{ids}）。请检查图层的坐标参考系；若坐标参考系无误，请重绘或删除这些要素。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/disk_check.py"/>
        <source>The raster of UNITS has {cells:.3g} cells and needs {need} of disk for temporary files at the least; “{folder}” has {free}. Check whether the raster is as large as it should be, clip it to your area, or name a folder on another disk in the environment variable TMPDIR.</source>
        <translation>UNITS 的栅格有 {cells:.3g} 个像元，临时文件至少需要 {need} 磁盘空间；“{folder}”只有 {free}。请核对栅格大小是否正确，裁剪到研究区，或在环境变量 TMPDIR 中指定另一磁盘上的文件夹。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/disk_check.py"/>
        <source>Output {parameter} has {cells:.3g} cells and needs {need} of disk at the least; “{folder}” has {free}. Check whether the raster is as large as it should be, clip it to your area, or choose another disk.</source>
        <translation>输出 {parameter} 有 {cells:.3g} 个像元，至少需要 {need} 磁盘空间；“{folder}”只有 {free}。请核对栅格大小是否正确，裁剪到研究区，或另选磁盘。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/downscale.py"/>
        <source>The weights of {sectors} are per floor area: give FLOOR_FIELD, the floor area of each parcel (m²).</source>
        <translation>{sectors} 的权重按建筑面积：请给出 FLOOR_FIELD，即各图斑的建筑面积（m²）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/downscale.py"/>
        <source>Parcels without a floor area in field “{field}”: {count}. Sectors that are spread by it get nothing there.</source>
        <translation>{count} 个图斑的字段“{field}”没有建筑面积：按其分摊的部门在该处不分配。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/downscale.py"/>
        <source>Sector “{sector}” has class weights and roads. Use one proxy per sector: take it out of WEIGHTS, or leave ROADS empty.</source>
        <translation>部门“{sector}”同时有地类权重和道路。每个部门只用一种代理变量：请将其从 WEIGHTS 中去除，或将 ROADS 留空。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/downscale.py"/>
        <source>Layer “{layer}” holds polygons, but roads are lines with their flow. Choose a line layer.</source>
        <translation>图层“{layer}”为面，而道路应为带流量的线。请选择线图层。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/downscale.py"/>
        <source>Layer “{layer}”, feature {id}, field “{field}”: no flow, or one below 0. Write 0 where no vehicles go.</source>
        <translation>图层“{layer}”，要素 {id}，字段“{field}”：没有流量或小于 0。无车通行处请写 0。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/downscale.py"/>
        <source>{percent:.1f} % of the traffic (length × flow) of layer “{layer}” lies outside the parcels: the sector goes to the parcels by the traffic inside them.</source>
        <translation>图层“{layer}”的交通量（长度 × 流量）有 {percent:.1f} % 位于图斑之外：该部门按图斑内的交通量分配。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/downscale.py"/>
        <source>{amount:.10g} t CO2e find no parcel ({reason}): {sectors}. They are left over, never spread in silence. no_proxy: give WEIGHTS or ROADS; no_weight: no parcel has a weight; no_unit: no parcel is of the unit; outside: a point outside all parcels.</source>
        <translation>{amount:.10g} t CO2e 没有落到图斑（{reason}）：{sectors}。单列为剩余，绝不悄然分摊。no_proxy：请给出 WEIGHTS 或 ROADS；no_weight：没有图斑有权重；no_unit：没有图斑属于该单元；outside：点位于全部图斑之外。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/downscale.py"/>
        <source>Layer “{layer}” was changed while it was being read. Run again when nobody edits it.</source>
        <translation>图层“{layer}”在读取过程中被修改。请在无人编辑时重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/downscale_points.py"/>
        <source>Layer “{layer}”, field “{field}”: every point source needs an id of its own, but “{id}” is empty or occurs twice. Set POINT_ID_FIELD, or correct the ids.</source>
        <translation>图层“{layer}”，字段“{field}”：每个点源须有唯一编号，但“{id}”为空或重复。请设置 POINT_ID_FIELD，或更正编号。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/downscale_points.py"/>
        <source>Layer “{layer}”, point source “{name}”: the inventory has no enterprise of this id, and the point states no sector and emission_tco2e of its own. Fill them in, or correct the id.</source>
        <translation>图层“{layer}”，点源“{name}”：清单中没有此编号的企业，且该点没有自己的 sector 和 emission_tco2e。请填写，或更正编号。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/downscale_points.py"/>
        <source>Layer “{layer}”, point source “{name}” lies outside all parcels, and nothing tells its unit. Correct its place, or add a field unit.</source>
        <translation>图层“{layer}”，点源“{name}”位于全部图斑之外，无从得知其单元。请更正位置，或添加字段 unit。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/downscale_points.py"/>
        <source>Layer “{layer}”, feature {id}, field “{field}”: “{value}” is no amount. Write tonnes, 0 or more, without separators of thousands.</source>
        <translation>图层“{layer}”要素 {id} 字段“{field}”：“{value}”不是数量。请写吨数，0 或以上，不加千位分隔符。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/downscale_points.py"/>
        <source>{count} point sources ({amount:.10g} t CO2e) lie outside all parcels: they are left over.</source>
        <translation>{count} 个点源（{amount:.10g} t CO2e）位于全部图斑之外：单列为剩余。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/downscale_points.py"/>
        <source>{count} enterprises of the inventory have no point: they are spread with the rest of their sector.</source>
        <translation>清单中有 {count} 个企业没有点位：随其部门的其余部分一同分摊。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/downscale_points.py"/>
        <source>{count} point sources lie in a parcel of another unit than the one whose inventory has them: the parcels of both units do not add up to their inventories. Correct the place or the unit.</source>
        <translation>{count} 个点源所在图斑属于另一统计单元，而非清单所列单元：两个单元的图斑之和与其清单不符。请更正位置或统计单元。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/downscale_raster.py"/>
        <source>{output} needs the size of its cells. Set CELL_SIZE_M (m).</source>
        <translation>{output} 需要像元大小。请设置 CELL_SIZE_M（m）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/downscale_raster.py"/>
        <source>Parcels without a geometry: {count}, with {amount:.10g} t CO2e, which no cell of the raster has.</source>
        <translation>{count} 个没有几何的图斑有 {amount:.10g} t CO2e：栅格中没有它们。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/emission_register.py"/>
        <source>{count} entries of the register have coordinates in x and y, but nothing tells their coordinate system. Set REGISTER_CRS, such as EPSG:4490 (CGCS2000, degrees).</source>
        <translation>登记表有 {count} 条带 x、y 坐标，但没有说明其坐标系。请设置 REGISTER_CRS，如 EPSG:4490（CGCS2000，度）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/emission_register.py"/>
        <source>Register: entries whose place is far from the area that {crs} is made for ({area}): {count}. They count in all figures, but the map shows them elsewhere. Check whether longitude and latitude are exchanged, and REGISTER_CRS.</source>
        <translation>名录中有{count}条记录的位置远离{crs}的适用范围（{area}）。它们计入全部数值，但在地图上显示在别处。请检查经、纬度是否颠倒，以及REGISTER_CRS。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/emission_register.py"/>
        <source>{count} entries of the register have neither a geometry nor coordinates: they count in all figures, but no map shows them.</source>
        <translation>登记表有 {count} 条既无几何也无坐标：计入全部数值，但地图上不显示。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/emissions.py"/>
        <source>{output} needs the table {table}. Give it, or leave the output out.</source>
        <translation>{output} 需要表 {table}。请给出该表，或不要该输出。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/encoding.py"/>
        <source>Text of layer “{layer}” does not decode. Set its encoding to GBK (Layer properties → Source) and run again, or names in the outputs stay unreadable.</source>
        <translation>图层“{layer}”的文字无法解码。请将其编码设为GBK（图层属性 → 源）后重新运行，否则输出成果中的名称将为乱码。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/encoding.py"/>
        <source>Shapefile “{layer}” does not state its encoding; it was read as GBK (GB18030).</source>
        <translation>Shapefile图层“{layer}”未声明编码，已按GBK（GB18030）读取。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/encoding.py"/>
        <source>Text of shapefile “{layer}” is not in the encoding that the file states; it was read as {encoding}. Correct its .cpg file.</source>
        <translation>Shapefile“{layer}”的文字编码与文件声明的不符，已按 {encoding} 读取。请更正其 .cpg 文件。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/exemptions.py"/>
        <source>{count} columns of the table of exemptions {file} are not understood and were left alone: {columns}. A column with the expiry is called 有效期至 or expiry; without one exemptions hold without end.</source>
        <translation>豁免清单{file}有{count}列未能识别，未予采用：{columns}。到期日列应命名为“有效期至”或expiry；没有该列时豁免长期有效。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/figures.py"/>
        <source>value of the expression</source>
        <translation>表达式的值</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/figures.py"/>
        <source>{code} → {key}: {quantity} {value} by factor set {factor_set}</source>
        <translation>{code} → {key}：{quantity} {value}，因子集 {factor_set}</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/figures.py"/>
        <source>no figure</source>
        <translation>无数值</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/function.py"/>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/function.py"/>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/law.py"/>
        <source>“{place}” is no place of a control line. Use one of {known}.</source>
        <translation>“{place}”不是控制线的位置。请用下列之一：{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/law.py"/>
        <source>“{line_type}” is no type of control line. Use one of {known}.</source>
        <translation>“{line_type}”不是控制线类型。请用下列之一：{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>land-use code, as the layer holds it</source>
        <translation>地类代码，按图层原样</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>agb, bgb, soc, dom, or total for all pools that are known</source>
        <translation>agb、bgb、soc、dom，或 total（全部已知碳库之和）</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>agb, bgb, soc, dom, total, removal or emission</source>
        <translation>agb、bgb、soc、dom、total、removal 或 emission</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>id of a rule pack, or the path of a rule table</source>
        <translation>规则包标识，或规则表路径</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>id of a classification (cn_landsea_2023, cn_third_survey …), the path of a crosswalk CSV, or auto, which refuses a code that several classifications know with different meanings</source>
        <translation>分类标识（cn_landsea_2023、cn_third_survey 等）、对照表 CSV 的路径，或 auto（代码在多个分类中含义不同时拒绝）</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>id of a factor set, or the path of a CSV or XLSX table</source>
        <translation>因子集标识，或 CSV、XLSX 表的路径</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>Carbon class of a land-use code; NULL where the classification has none for it.</source>
        <translation>地类代码对应的碳地类；分类中没有对应类别时为 NULL。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>Name of a carbon class in the language of QGIS.</source>
        <translation>碳地类的名称，用 QGIS 的语言。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>Carbon density of a land-use code in t C/ha; NULL where the factor set has no figure.</source>
        <translation>地类代码的碳密度（t C/ha）；因子集中没有数值时为 NULL。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>Yearly removal of a land-use code in t CO2e/(ha·a), 0 or more.</source>
        <translation>地类代码的年碳汇量（t CO2e/(ha·a)），不小于 0。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>Yearly emission of a land-use code in t CO2e/(ha·a), 0 or more (paddy and water methane …).</source>
        <translation>地类代码的年排放量（t CO2e/(ha·a)），不小于 0（稻田、水面甲烷等）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>Yearly net emission of a land-use code in t CO2e/(ha·a): emission − removal.</source>
        <translation>地类代码的年净排放量（t CO2e/(ha·a)）：排放 − 碳汇。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>Explains a figure: value, 95 % interval, source, place in the source, year, evidence and verification of every factor row behind it, one line each. For map tips and forms.</source>
        <translation>说明数值的来历：所依据的每条因子的数值、95% 区间、来源、出处位置、年份、证据等级与核验状态，每条一行。可用于地图提示和表单。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>Worst severity of what the rules say to a planned code at a control line: error, warning or info; NULL where no rule objects. A look-up of rules by code: areas, slivers, exemptions and the status of the line are judged by “Check plan against control lines” only.</source>
        <translation>规则对控制线处规划地类代码的最重判定：error、warning 或 info；没有规则反对时为 NULL。仅按代码查规则；面积、碎屑、豁免和控制线状态只由“规划冲突检测”判定。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>Text of a rule and its legal basis, in the language of QGIS where it has one.</source>
        <translation>规则条文及其法律依据，有 QGIS 语言的文本时用该语言。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>a carbon class, such as paddy</source>
        <translation>碳地类，如 paddy</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>planned land-use code (land-and-sea classification of 2023)</source>
        <translation>规划地类代码（2023 年用地用海分类）</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>type of the control line: pbf, erl, udb …</source>
        <translation>控制线类型：pbf、erl、udb 等</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>inside or outside the line</source>
        <translation>inside（线内）或 outside（线外）</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>zone of the line, such as core; empty = none known</source>
        <translation>控制线的分区，如 core；空 = 未知</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>code of the present use (2023); empty = not known</source>
        <translation>现状用途代码（2023 年）；空 = 未知</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>date of the law (YYYY-MM-DD); empty = today</source>
        <translation>适用法律的日期（YYYY-MM-DD）；空 = 今天</translation>
    </message>
    <message>
        <location filename="../plugin/gis/expressions/register.py"/>
        <source>id of a rule, as findings carry it</source>
        <translation>规则编号，与冲突图斑中的一致</translation>
    </message>
    <message>
        <location filename="../plugin/gis/feedback.py"/>
        <source>{text} Ids: {ids}</source>
        <translation>{text}标识：{ids}</translation>
    </message>
    <message>
        <location filename="../plugin/gis/feedback.py"/>
        <source>{text} … and {more} more (all in the manifest).</source>
        <translation>{text}……另有{more}个（全部见运行清单）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/finding_export.py"/>
        <source>“{path}” is none of {formats}; give the file one of these endings.</source>
        <translation>“{path}”不属于 {formats}；请使用其中一种文件扩展名。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/findings_store.py"/>
        <source>Findings store {file}: {occurring} findings of this check, {new} of them new; {reopened} reopened, {exempted} newly exempted, {fixed} fixed.</source>
        <translation>冲突图斑库 {file}：本次检测冲突图斑 {occurring} 个，其中新增 {new} 个；重新打开 {reopened} 个，新豁免 {exempted} 个，已消除 {fixed} 个。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/findings_store.py"/>
        <source>{count} findings of stand-in or draft lines are known to the store from a line in force; they were left as they are.</source>
        <translation>{count}个由替代数据或草案控制线检出的冲突图斑，库中已有由法定控制线检出的记录，未作改动。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/findings_store.py"/>
        <source>{count} open findings of the store lie beyond this check and were left as they are: of another plan layer than “{layer}”, of parcels that it does not hold, or of lines and rules that did not take part.</source>
        <translation>冲突库中有{count}条未处理的冲突不在本次检测范围内，保持原状：属于“{layer}”以外的规划图层、本图层中没有的图斑，或未参与本次检测的控制线和规则。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/forest.py"/>
        <source>METHOD “stock_difference” needs VOLUME_BEFORE_FIELD, the volume at the earlier date, and YEARS, the years between the two dates.</source>
        <translation>METHOD“stock_difference”需要 VOLUME_BEFORE_FIELD（前期蓄积量）和 YEARS（两期间隔年数）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/forest.py"/>
        <source>METHOD “{method}” needs VOLUME_FIELD, the growing stock (蓄积量) of the stands.</source>
        <translation>METHOD“{method}”需要 VOLUME_FIELD，即小班蓄积量。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/forest.py"/>
        <source>GROWTH “increment” and INCREMENT_FIELD belong together, with METHOD “gain_loss”: set both, or neither to take the growth of the forest parameters.</source>
        <translation>GROWTH“increment”与 INCREMENT_FIELD 须在 METHOD“gain_loss”下一并使用：两者都设，或都不设而采用森林参数中的生长量。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/forest.py"/>
        <source>{parameters} say how much biomass a disturbance takes: they need DISTURBED_AREA_FIELD.</source>
        <translation>{parameters} 说明干扰损失多少生物量：还需要 DISTURBED_AREA_FIELD。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/forest.py"/>
        <source>BARK_SHARE is {value:g} %, but no bark is that thin: it is in per cent of the volume over bark, not a share from 0 to 1. Write 15 for 15 %.</source>
        <translation>BARK_SHARE 为 {value:g} %，没有这样薄的树皮：它是树皮占带皮材积的百分数，不是 0 到 1 的比例。15 % 请写作 15。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/forest.py"/>
        <source>METHOD “{method}” does not use {parameters}, which belong to METHOD “{owner}”: one method per pool. Leave them empty, or choose that method.</source>
        <translation>METHOD“{method}”不使用 {parameters}，它们属于 METHOD“{owner}”：每个碳库只用一种方法。请将其留空，或改选该方法。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/formula_cells.py"/>
        <source>“{file}” holds {count} texts that begin like a formula ({fields}); they stand as in the layers. A spreadsheet would calculate them: import these columns as text.</source>
        <translation>“{file}”中有 {count} 处文字的开头与公式相同（{fields}），按图层原样写出。电子表格软件会把它们当作公式计算：请将这些列按文本导入。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/free_memory.py"/>
        <source>The environment variable {variable} is “{value}”, which is no number of gigabytes. Write one such as 12, or remove the variable.</source>
        <translation>环境变量 {variable} 的值为“{value}”，不是以 GB 计的数值。请写成如 12 的数值，或删除该变量。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/geotiffs.py"/>
        <source>Output {parameter} is written as a GeoTIFF; let its name end in .tif (it is “{path}”).</source>
        <translation>输出 {parameter} 写为 GeoTIFF；文件名请以 .tif 结尾（现为“{path}”）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/geotiffs.py"/>
        <source>“{path}” cannot be written: {reason}. Check the disk and the rights.</source>
        <translation>无法写入“{path}”：{reason}。请检查磁盘和权限。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/hotspots.py"/>
        <source>Field “{field}” of layer “{layer}” is negative (parcels: {count}, first: {id}). Choose a field in which more is better, such as removal_tco2e_a.</source>
        <translation>图层“{layer}”的字段“{field}”在{count}个图斑中为负（首个：{id}）。请选择数值越大越好的字段，如removal_tco2e_a。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/hotspots.py"/>
        <source>Field “{field}” of layer “{layer}” holds no number. Give the output of “Attach carbon factors” made with a factor set that has this figure.</source>
        <translation>图层“{layer}”的字段“{field}”没有数字。请给出用含该数据的系数集计算的“挂接碳系数”输出。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/hotspots.py"/>
        <source>Field “{field}” of layer “{layer}” is empty or not above 0 (parcels: {count}, first: {id}). Give the output of “Attach carbon factors”.</source>
        <translation>图层“{layer}”的字段“{field}”在{count}个图斑中为空或不大于0（首个：{id}）。请给出“挂接碳系数”的输出。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/hotspots.py"/>
        <source>{count} hot spots ({area_ha:.4f} ha) lie in patches below {least} ha and are left out of the layer; the table per unit counts them.</source>
        <translation>有{count}个热点（{area_ha:.4f} ha）所在斑块小于{least} ha，不写入图层；各单元表中仍计入。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/increment_layer.py"/>
        <source>Table “{layer}” has no geometry to measure. Choose the AREA_RULE “attribute”.</source>
        <translation>表“{layer}”没有可量算的图形。请选择AREA_RULE“attribute”。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/increment_layer.py"/>
        <source>Table “{layer}” has no rows: there is no increment to book.</source>
        <translation>表“{layer}”没有行：没有可入账的增量。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/increment_layer.py"/>
        <source>Layer “{layer}” has no field {field} with the land-use code of a date. Choose the field that holds it as {parameter}.</source>
        <translation>图层“{layer}”没有存放某一时点地类编码的字段{field}。请在{parameter}中选择存放它的字段。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/increment_processes.py"/>
        <source>Table “{layer}” has no geometry that could be cut by UNITS. Choose the unit fields instead.</source>
        <translation>表“{layer}”没有可供UNITS切分的图形。请改用单元字段。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/increment_processes.py"/>
        <source>Layer “{layer}” has no field with the unit, and the baseline has {count} units. Choose UNIT_BEFORE_FIELD and UNIT_AFTER_FIELD, or give the UNITS as polygons.</source>
        <translation>图层“{layer}”没有单元字段，而本底有{count}个单元。请选择UNIT_BEFORE_FIELD和UNIT_AFTER_FIELD，或以面图层给出UNITS。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/increments.py"/>
        <source>Table “{layer}” states no year: it is taken as that of {year}.</source>
        <translation>表“{layer}”未注明年份：按{year}年处理。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/increments.py"/>
        <source>{count} processes ({area_ha:.4f} ha) change attributes, but neither the carbon class nor the unit of their ground: they change no carbon.</source>
        <translation>有{count}个过程（{area_ha:.4f} ha）只改变属性，其土地的碳地类和单元均未变：碳不变。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/increments.py"/>
        <source>Table “{layer}” is the baseline of {years}; the increments of {year} need that of {before}. Update year by year.</source>
        <translation>表“{layer}”是{years}年的本底；{year}年的增量需要{before}年的本底。请逐年更新。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/land_use.py"/>
        <source>Factor set “{factor_set}” knows no class for field ridges: field “{field}” is not used.</source>
        <translation>系数集“{factor_set}”没有田坎所属的地类，未采用字段“{field}”。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/last_check.py"/>
        <source>The project holds no findings of a plan check. Run the check, or choose the layers one by one.</source>
        <translation>工程中没有规划审查的冲突图斑。请先运行审查，或逐一选择图层。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/layer_areas.py"/>
        <source>Layer “{layer}”: features with the very geometry of a feature before them: {count}. Their {area_ha:.4f} ha count once more. Delete the duplicates and run again.</source>
        <translation>图层“{layer}”有{count}个要素与前面的要素图形完全相同，其 {area_ha:.4f} ha 被重复计入。请删除重复要素后重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/layer_preview.py"/>
        <source>A filter is set; only its features count: {filter}</source>
        <translation>设有过滤条件，只计其中的要素：{filter}</translation>
    </message>
    <message>
        <location filename="../plugin/gis/layer_preview.py"/>
        <source>Selected features: {count}; “selected only” would take these alone.</source>
        <translation>已选中 {count} 个要素；“仅选中要素”时只取这些。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/layer_preview.py"/>
        <source>Its texts do not decode. Set the encoding to GBK (Layer properties → Source).</source>
        <translation>文本无法解码。请将编码设为 GBK（图层属性 → 源）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/layer_preview.py"/>
        <source>It has no coordinate reference system: areas would have no meaning. Assign one.</source>
        <translation>没有坐标参照系，面积没有意义。请指定坐标系。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/layer_preview.py"/>
        <source>It has no features.</source>
        <translation>没有要素。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/layer_preview.py"/>
        <source>It is being edited; unsaved changes count.</source>
        <translation>正在编辑，未保存的修改也会计入。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/layer_preview.py"/>
        <source>Would be transformed: {remark}</source>
        <translation>将会变换：{remark}</translation>
    </message>
    <message>
        <location filename="../plugin/gis/layer_preview.py"/>
        <source>Its coordinates are none of its coordinate reference system.</source>
        <translation>坐标不属于其坐标参照系。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/layer_preview.py"/>
        <source>It does not overlap “{layer}” anywhere.</source>
        <translation>与“{layer}”没有任何重叠。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/layers.py"/>
        <source>No feature of layer “{layer}” has a geometry that lies anywhere. Draw them, or choose another layer.</source>
        <translation>图层“{layer}”没有任何要素具有可定位的几何图形。请补绘，或选择其他图层。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/layers.py"/>
        <source>Layer {layer}: features with rings that are not closed, or with curves: {count}. They were closed and drawn straight; check them in the layer.</source>
        <translation>图层 {layer} 有 {count} 个要素的环未闭合或含曲线，已闭合并化为直线段；请在图层中核对。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/layers.py"/>
        <source>Field “{field}” of layer “{layer}” is empty (features: {count}, first: number {first} in the layer). Fill it or choose another id field.</source>
        <translation>图层“{layer}”的字段“{field}”有{count}个要素为空（首个：图层中第{first}个要素）。请补填，或另选标识字段。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/line_check.py"/>
        <source>{count} checks of the rule pack on control lines did not run: {rules}.</source>
        <translation>规则包中有{count}项控制线检查未运行：{rules}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/line_check.py"/>
        <source>Control lines are to be checked, but none was given. Set FARMLAND, REDLINE, BOUNDARY or OTHER_LINES.</source>
        <translation>需检查控制线，但一条也未给出。请设置FARMLAND、REDLINE、BOUNDARY或OTHER_LINES。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/live_balance/neighbours.py"/>
        <source>“{layer}” was edited.</source>
        <translation>“{layer}”已被编辑。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/live_balance/neighbours.py"/>
        <source>“{layer}” shows other features than before.</source>
        <translation>“{layer}”显示的要素与此前不同。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/live_balance/neighbours.py"/>
        <source>“{layer}” was removed.</source>
        <translation>“{layer}”已被移除。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/live_balance/neighbours.py"/>
        <source>The CRS of “{layer}” was changed.</source>
        <translation>“{layer}”的坐标参照系已更改。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/live_balance/neighbours.py"/>
        <source>The file “{file}” was changed.</source>
        <translation>文件“{file}”已更改。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/live_balance/opening.py"/>
        <source>The live balance cannot be opened: {reason}</source>
        <translation>无法启动实时平衡：{reason}</translation>
    </message>
    <message>
        <location filename="../plugin/gis/live_balance/parcel_reader.py"/>
        <source>Layer “{layer}” has no field “{field}” any more. Bring it back, or start the live balance anew with another field.</source>
        <translation>图层“{layer}”已没有字段“{field}”。请恢复该字段，或选用其他字段后重新启动实时平衡。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/live_balance/tracker.py"/>
        <source>The live balance stopped ({kind}: {reason}). Start it again.</source>
        <translation>实时平衡已停止（{kind}：{reason}）。请重新启动。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/lost_values.py"/>
        <source>“{file}”: numbers that are not known and stand there as 0, since a MapInfo table has no missing values: {count} ({fields}). Write a GeoPackage to tell them apart.</source>
        <translation>“{file}”：MapInfo 表不能表示缺失值，有{count}个未知数值在其中写成了 0（{fields}）。请改写为 GeoPackage 以便区分。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/lost_values.py"/>
        <source>“{file}”: texts longer than the {bytes} bytes that a shapefile takes, cut there: {count} ({fields}). Write a GeoPackage to keep them.</source>
        <translation>“{file}”：有{count}个文本超过 Shapefile 允许的{bytes}字节，已被截断（{fields}）。请改写为 GeoPackage 以保留全文。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/manifests.py"/>
        <source>The layers of {parameters} come from different runs, whose figures would be mixed: {runs}. Choose the outputs of one run.</source>
        <translation>{parameters} 的图层来自不同的运行，数字会相互混淆：{runs}。请选择同一次运行的输出。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/maps.py"/>
        <source>The map “{title}” could not be drawn.</source>
        <translation>无法绘制图件“{title}”。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/memory_check.py"/>
        <source>This run needs about {need} of memory; this system does not say how much is free.</source>
        <translation>本次运行约需 {need} 内存；本系统未提供可用内存的数值。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/method_layers.py"/>
        <source>Layer “{layer}” of METHOD_LAYERS is no method layer: it has no field {fields}. Give the output of a tool of a method, such as “Forest carbon of stands”.</source>
        <translation>METHOD_LAYERS 中的图层“{layer}”不是方法图层：缺少字段 {fields}。请使用方法工具（如“森林小班碳储量”）的输出。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/method_output.py"/>
        <source>Layer “{layer}”: features without a geometry that has an area: {count}. They have no figures and are left out of the output.</source>
        <translation>图层“{layer}”有 {count} 个要素没有带面积的几何：没有数值，不写入输出。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/method_output.py"/>
        <source>No feature of layer “{layer}” has both a class and a geometry with an area: there is nothing to account for. Check the geometries and the fields.</source>
        <translation>图层“{layer}”没有同时具备地类和有面积几何的要素：无可核算内容。请检查几何和字段。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/monitored_changes.py"/>
        <source>CHANGES is cut by statistical units, but UNITS is empty. Choose the units.</source>
        <translation>CHANGES 需按统计单元切分，但 UNITS 为空。请选择统计单元。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/monitored_changes.py"/>
        <source>CHANGES is held against control lines, but CONTROL_LINES is empty. Choose the control lines.</source>
        <translation>CHANGES 需与控制线比对，但 CONTROL_LINES 为空。请选择控制线。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/monitoring.py"/>
        <source>Breaches of strict lines ({area_ha:.4f} ha) lie in {count} units that the targets do not name: they make no indicator red. Add the units to the targets, or give the findings the same UNITS.</source>
        <translation>刚性控制线被突破的面积（{area_ha:.4f} 公顷）位于目标表未列出的 {count} 个单元：不会使任何指标成为红色。请在目标表中补充这些单元，或使冲突图斑采用相同的 UNITS。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/monitoring.py"/>
        <source>{count} units of the targets have no polygon in UNITS: their rows have no geometry. Choose the UNIT_FIELD that names units as the account book does.</source>
        <translation>目标表中有 {count} 个单元在 UNITS 中没有面：其各行没有几何。请选择与账本单元名称一致的 UNIT_FIELD。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/monitoring.py"/>
        <source>{count} indicators have no entry of {year} in the account book; their level rests on the years before: {indicators}.</source>
        <translation>{count} 个指标在账本中没有 {year} 年的分录，其等级依据此前年份：{indicators}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/monitoring.py"/>
        <source>{count} indicators have their base in {year} or later and no level yet: {indicators}.</source>
        <translation>{count} 个指标的基期为 {year} 年或更晚，暂无等级：{indicators}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/monitoring.py"/>
        <source>{count} indicators have a path in {year} that is no better than their base: it is taken as a limit that is kept or not, without progress: {indicators}. Where more is better, write the direction rises.</source>
        <translation>{count} 个指标 {year} 年的计划路径不优于基期：视为限值，只判是否守住，不计进度：{indicators}。若数值越大越好，请将 direction 写为 rises。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/open_document_texts.py"/>
        <source>“{file}” holds {count} texts that begin with “of:=”. Spreadsheet programs show them as texts, but QGIS calculates them when it reads the file: write a GeoPackage or XLSX to read them back.</source>
        <translation>“{file}”中有 {count} 个以“of:=”开头的文本。电子表格程序按文本显示，但 QGIS 读取该文件时会将其当作公式计算：如需再次读取，请输出为 GeoPackage 或 XLSX。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/output_names.py"/>
        <source>Output {parameter} is given as the folder “{path}”, but a file is needed. Add the name of the file.</source>
        <translation>输出 {parameter} 给出的是文件夹“{path}”，而这里需要文件。请加上文件名。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/output_names.py"/>
        <source>Output {parameter} “{path}” would be called like another kind of file. Let its name end in {endings}.</source>
        <translation>输出 {parameter}“{path}”的扩展名属于另一种文件。请让文件名以 {endings} 结尾。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/output_names.py"/>
        <source>Output {parameter} cannot be written to “{path}”: QGIS reads a “|” as the end of the file name. Choose a place without it.</source>
        <translation>输出 {parameter} 无法写入“{path}”：QGIS 将“|”视为文件名的结尾。请选择不含该字符的位置。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/output_names.py"/>
        <source>Output {parameter} “{path}” begins with a dot: its table would have no name. Rename it.</source>
        <translation>输出 {parameter} 的文件名“{path}”以点开头：写出的表将没有名称。请改名。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/output_names.py"/>
        <source>Output {parameter} “{path}”: QGIS writes the ending of a shapefile in small letters. Choose a name that ends in .shp.</source>
        <translation>输出 {parameter}“{path}”：QGIS 总是用小写字母写 Shapefile 的扩展名。请选用以 .shp 结尾的文件名。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/output_names.py"/>
        <source>Output {parameter} would be a sheet of the workbook “{path}”. Choose a file of its own, or a GeoPackage.</source>
        <translation>输出 {parameter} 将成为工作簿“{path}”中的一个工作表。请另选单独的文件，或选择 GeoPackage。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/output_names.py"/>
        <source>Output {parameter} “{path}” is a table without geometry, which is no shapefile. Choose a name that ends in .csv, .xlsx or .gpkg.</source>
        <translation>输出 {parameter}“{path}”是没有几何图形的表，不能写成 Shapefile。请选用以 .csv、.xlsx 或 .gpkg 结尾的文件名。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/outputs.py"/>
        <source>The output “{path}” does not open again after writing. Check the disk and the path.</source>
        <translation>输出“{path}”写出后无法再次打开。请检查磁盘和路径。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/outputs.py"/>
        <source>Output {parameter} holds {found} of {written} features after writing. Check the disk and run again.</source>
        <translation>输出{parameter}写出后只有{found}个要素，应为{written}个。请检查磁盘后重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/outputs.py"/>
        <source>Output {parameter} cannot be created at “{path}”: {reason}. Check the disk, the folder, the rights and whether another program holds the file.</source>
        <translation>无法在“{path}”创建输出 {parameter}：{reason}。请检查磁盘、文件夹、权限，以及文件是否被其他程序占用。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/outputs.py"/>
        <source>Output {parameter} cannot be created at “{path}”. Check the folder, the rights and whether another program holds the file.</source>
        <translation>无法在“{path}”创建输出{parameter}。请检查文件夹、读写权限，以及文件是否被其他程序占用。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/outputs.py"/>
        <source>The folder “{folder}” of output {parameter} cannot be made: {reason}. Choose another place.</source>
        <translation>无法创建输出 {parameter} 的文件夹“{folder}”：{reason}。请另选位置。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/outputs.py"/>
        <source>The manifest of the run cannot be written to “{path}”: {reason}. Check the disk and the rights, and run again.</source>
        <translation>无法将运行清单写入“{path}”：{reason}。请检查磁盘和权限后重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/outputs.py"/>
        <source>Output {parameter} cannot be written: the folder “{folder}” does not exist or is not writable. Create it or choose another place.</source>
        <translation>无法写出{parameter}：文件夹“{folder}”不存在或不可写。请新建该文件夹，或另选位置。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/outputs.py"/>
        <source>Output {parameter} would overwrite what {other} stands for (“{path}”). Choose another file, or another table of a GeoPackage.</source>
        <translation>输出{parameter}将覆盖{other}所指的数据（“{path}”）。请另选文件，或选用GeoPackage中的另一个表。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan/control_lines.py"/>
        <source>Layer “{layer}” of {lines}: its name does not tell which control line it is. Name its type in {parameter}; known are {known}.</source>
        <translation>{lines} 中的图层“{layer}”：由其名称无法判断属于哪种控制线。请在 {parameter} 中注明类型；可用类型为 {known}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan/control_lines.py"/>
        <source>{parameter} names {types} line type(s), but {lines} holds {layers} layer(s): {names}. Give one type for each layer in the same order, separated by commas, or none at all.</source>
        <translation>{parameter} 列出 {types} 个线类型，而 {lines} 有 {layers} 个图层：{names}。请按相同顺序为每个图层给出一个类型，以逗号分隔，或全部留空。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan/control_lines.py"/>
        <source>Layer “{layer}” is given twice as control line {line_type} (the second time as {parameter}), so that every conflict would count twice. Give it once.</source>
        <translation>图层“{layer}”作为控制线{line_type}给出了两次（第二次为{parameter}），每处冲突会重复计数。请只给出一次。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan/elsewhere.py"/>
        <source>Plan “{plan}”: control lines that lie wholly beside its extent: {lines}. No part of the plan lies in them. Check their CRS and that of the plan, and that they are the lines of this place.</source>
        <translation>规划“{plan}”：下列控制线完全位于规划范围之外：{lines}。规划没有任何部分落入其中。请检查控制线和规划的坐标参考系，并确认这些是本地的控制线。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan/job.py"/>
        <source>The plan is checked against control lines, but none was given. Set FARMLAND, REDLINE, BOUNDARY or OTHER_LINES.</source>
        <translation>规划方案需对照控制线检查，但未给出任何控制线。请设置 FARMLAND、REDLINE、BOUNDARY 或 OTHER_LINES。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan/job.py"/>
        <source>{count} layers are of line types for which no rule in force tells what may be planned there, so that nothing was checked against them: {lines}. Check the types of the other lines (OTHER_TYPES).</source>
        <translation>有{count}个图层的控制线类型没有现行规则说明其范围内可规划的用途，未对其进行任何检测：{lines}。请核对其他控制线的类型（OTHER_TYPES）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan/land_cover.py"/>
        <source>Land cover “{layer}” is coded in “{source}”, for which there is no table to the 2023 land-and-sea codes: it gives the carbon before the change, but rules on the present use are not judged by it. Give a land survey as BASE to have them judged.</source>
        <translation>现状用地“{layer}”采用“{source}”代码，没有到2023年用地用海代码的对照表：可用于计算变化前的碳量，但不用于判定涉及现状用途的规则。如需判定，请将国土调查成果作为 BASE。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan/land_cover.py"/>
        <source>Land cover ({parameter}) was given without its code field ({parameter}_FIELD).</source>
        <translation>给出了土地覆被（{parameter}），但未给出其编码字段（{parameter}_FIELD）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan/rule_codes.py"/>
        <source>Layer “{layer}” is coded in “{source}”, for which there is no table to the 2023 land-and-sea codes that rules speak. Translate it first.</source>
        <translation>图层“{layer}”采用“{source}”编码，没有将其转换为规则所用的2023年用地用海代码的对照表。请先转换代码。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan/rule_codes.py"/>
        <source>Layer “{layer}”: features with codes that stand for several 2023 codes: {count}. They are judged by the usual one: {codes}.</source>
        <translation>图层“{layer}”有{count}个要素的代码对应多个2023年代码，按常用代码判定：{codes}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan/settings.py"/>
        <source>Factor set “{factor_set}” is a table by land-use code of its own (lucode), but a plan check compares land cover and plan by carbon class. Choose a shipped FACTOR_SET or one by carbon class.</source>
        <translation>系数集“{factor_set}”按自有用地代码（lucode）编制，而规划冲突检测按碳地类比较现状与规划。请选择内置的 FACTOR_SET 或按碳地类编制的系数集。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan_quantities.py"/>
        <source>{outputs} hold the plan against the planning base, but none was given. Set BASE_PLAN with BASE_PLAN_FIELD, or leave these outputs out.</source>
        <translation>{outputs}需将规划方案与规划基数对比，但未给出规划基数。请设置BASE_PLAN和BASE_PLAN_FIELD，或不输出这些表。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/problem_tables.py"/>
        <source>… and {count} more; the table of problems (OUTPUT) lists all.</source>
        <translation>……另有{count}个问题，全部见问题表（OUTPUT）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/projection.py"/>
        <source>GROWTH is “curve”, but GROWTH_CURVES is empty. Fill resources/factors/growth_curves_template.csv with curves and their sources, or choose GROWTH “constant”.</source>
        <translation>GROWTH 为“curve”，但 GROWTH_CURVES 为空。请在 resources/factors/growth_curves_template.csv 中填写曲线及其来源，或将 GROWTH 选为“constant”。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/projection.py"/>
        <source>{tables}: not used, because GROWTH is “constant”.</source>
        <translation>{tables}：未采用，因为 GROWTH 为“constant”。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/quantities/extras.py"/>
        <source>Coastline “{layer}”, field “{field}”: “{value}” is neither natural nor artificial coast. Write one of {natural}; or {artificial}.</source>
        <translation>岸线图层“{layer}”字段“{field}”：“{value}”既非自然岸线也非人工岸线。请填写{natural}之一，或{artificial}之一。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/quantities/extras.py"/>
        <source>The coastline (COAST) was given without the field that tells natural from artificial coast (COAST_FIELD).</source>
        <translation>已给出岸线（COAST），但未给出区分自然与人工岸线的字段（COAST_FIELD）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/quantities/extras.py"/>
        <source>Coastline “{layer}”: features that do not say whether they are natural: {count} ({length_km:.3f} km). They count as not natural. Fill in field “{field}”.</source>
        <translation>岸线图层“{layer}”有{count}个要素（{length_km:.3f}千米）未注明是否为自然岸线，按非自然岸线计。请填写字段“{field}”。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/quantities/land.py"/>
        <source>The planning base (BASE_PLAN) was given without its code field (BASE_PLAN_FIELD).</source>
        <translation>已给出规划基期（BASE_PLAN），但未给出其地类字段（BASE_PLAN_FIELD）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/quantities/lines.py"/>
        <source>Layer “{layer}” declares in {field} how its patches enter the expansion multiple: {kinds}. What these values mean is not known here: the planned growth inside the boundary counts. Compare it with them.</source>
        <translation>图层“{layer}”在{field}中声明了各图斑的扩展倍数核算类型：{kinds}。此处不解释其取值含义，扩展倍数按边界内规划新增量计算，请对照核实。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/quantities/lines.py"/>
        <source>{count} layers of OTHER_LINES give no indicator and are not used here: {layers}. Check them with checkplan.</source>
        <translation>OTHER_LINES中有{count}个图层不对应任何指标，此处未使用：{layers}。请用checkplan核查。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/quantities/lines.py"/>
        <source>Control line “{layer}” has none of the fields of LINE_AREA_FIELD: its area is measured, not the official one.</source>
        <translation>控制线“{layer}”没有LINE_AREA_FIELD所列字段：其面积为量算面积，而非法定面积。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raster_align.py"/>
        <source>The cells of rasters “{before}” and “{after}” do not coincide: “{before}” has {before_cells} cells of {before_size}, “{after}” has {after_cells} of {after_size}, and its corner lies {columns:+.3f} columns and {rows:+.3f} rows from that of “{before}”. Differences would be those of the grids, not of the land. Get both on one grid, or set ALIGN to “to_before”: each cell of “{before}” then takes the value of “{after}” at its centre.</source>
        <translation>栅格“{before}”与“{after}”的像元不重合：“{before}”有 {before_cells} 个像元，像元大小 {before_size}；“{after}”有 {after_cells} 个像元，像元大小 {after_size}，其角点与“{before}”的角点相差 {columns:+.3f} 列、{rows:+.3f} 行。由此得到的差异来自格网而不是土地。请先统一两期格网，或将 ALIGN 设为“to_before”：“{before}”的每个像元取“{after}”在其中心处的值。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raster_align.py"/>
        <source>Raster “{after}” (cells of {after_size}) was brought onto the grid of “{before}” (cells of {before_size}): each cell took the value at its centre. Changes along edges may come from that. {area_ha:.4f} ha of its extent lie beyond the grid and are left out.</source>
        <translation>栅格“{after}”（像元大小 {after_size}）已重采样到“{before}”的格网（像元大小 {before_size}）：每个像元取其中心处的值。地类边缘的变化可能由此产生。其范围中有 {area_ha:.4f} ha 位于该格网之外，未计入。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raster_align.py"/>
        <source>Raster “{after}” cannot be brought onto the grid of “{before}”: {reason}. Get both on one grid.</source>
        <translation>栅格“{after}”无法重采样到“{before}”的格网：{reason}。请先统一两期格网。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raster_align.py"/>
        <source>Rasters “{before}” ({before_crs}) and “{after}” ({after_crs}) lie in different coordinate reference systems, so that their cells are not the same ground. Get both on one grid, or set ALIGN to “to_before”: each cell of “{before}” then takes the value of “{after}” at its centre.</source>
        <translation>栅格“{before}”（{before_crs}）与“{after}”（{after_crs}）的坐标系不同，像元所指不是同一块土地。请先统一两期格网，或将 ALIGN 设为“to_before”：“{before}”的每个像元取“{after}”在其中心处的值。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raster_align.py"/>
        <source>Rasters “{before}” ({before_cells} cells) and “{after}” ({after_cells} cells) have the same cells but another extent: the corner of “{after}” lies {columns:+.0f} columns and {rows:+.0f} rows from that of “{before}”. Clip both to one extent, or set ALIGN to “to_before” to have “{after}” cut to the extent of “{before}”.</source>
        <translation>栅格“{before}”（{before_cells} 个像元）与“{after}”（{after_cells} 个像元）像元一致但范围不同：“{after}”的角点与“{before}”的角点相差 {columns:+.0f} 列、{rows:+.0f} 行。请把两期裁剪到同一范围，或将 ALIGN 设为“to_before”，把“{after}”裁剪到“{before}”的范围。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raster_align.py"/>
        <source>Raster “{after}” was cut to the extent of “{before}”, cell by cell; {area_ha:.4f} ha of its extent lie beyond and are left out.</source>
        <translation>栅格“{after}”已逐像元裁剪到“{before}”的范围；其范围中有 {area_ha:.4f} ha 位于该范围之外，未计入。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raster_layers.py"/>
        <source>Parameter {parameter} is not a raster file that can be read. Save the raster as a GeoTIFF.</source>
        <translation>参数 {parameter} 不是可读取的栅格文件。请将栅格另存为 GeoTIFF。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raster_layers.py"/>
        <source>Raster “{layer}” has no band {band}; it has {count}. Choose one of them.</source>
        <translation>栅格“{layer}”没有第 {band} 波段，共有 {count} 个波段。请从中选择。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raster_layers.py"/>
        <source>Band {band} of raster “{layer}” holds complex numbers ({kind}). Choose another band or another raster.</source>
        <translation>栅格“{layer}”的第 {band} 波段存储的是复数（{kind}）。请选择其他波段或其他栅格。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raster_layers.py"/>
        <source>Band {band} of raster “{layer}” declares the scale {scale} and the offset {offset}: its values are not the numbers in the file. Write them out (gdal_translate -unscale), or remove both if the numbers themselves are meant, and run again.</source>
        <translation>栅格“{layer}”的第 {band} 波段声明了比例 {scale} 和偏移 {offset}：其取值不等于文件中存储的数。请把实际值写出（gdal_translate -unscale）；如果应直接使用存储的数，请去掉比例和偏移，然后重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raster_layers.py"/>
        <source>Raster “{layer}” cannot be opened: {reason}. Check the file.</source>
        <translation>无法打开栅格“{layer}”：{reason}。请检查文件。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raster_layers.py"/>
        <source>Raster “{layer}” cannot be read at rows {start} to {stop}: {reason}. The file may be cut off; copy it again.</source>
        <translation>栅格“{layer}”的第 {start} 至 {stop} 行无法读取：{reason}。文件可能不完整，请重新复制。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raster_tables.py"/>
        <source>Cells count for the unit that holds their centre: the area of a unit differs from that of its polygon by up to {share:.4%}. With EDGE “exact” cells are cut by the polygons.</source>
        <translation>像元计入其中心所在的单元：单元面积与其多边形面积最多相差 {share:.4%}。EDGE 取“exact”时像元按多边形切分。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raster_tables.py"/>
        <source>{count} units hold the centre of no cell and have no figures. Choose EDGE “exact”, or a finer raster.</source>
        <translation>有{count}个单元内没有任何像元中心，未得出数值。请将EDGE设为“exact”，或使用更高分辨率的栅格。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raster_units.py"/>
        <source>Raster “{layer}” has no cell with a value in {band}, so it holds no unit. Choose another band or another raster.</source>
        <translation>栅格“{layer}”的 {band} 中没有带值的像元，因而没有统计单元。请选择其他波段或其他栅格。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raster_units.py"/>
        <source>The units of raster “{layer}” cannot be traced: {reason}. Check the raster and the disk.</source>
        <translation>栅格“{layer}”中的统计单元无法转为面：{reason}。请检查栅格和磁盘。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raw_features.py"/>
        <source>Feature {fid} of layer “{layer}” is not a polygon ({kind}). Use a polygon layer, or remove the feature.</source>
        <translation>图层“{layer}”的要素{fid}不是面（{kind}）。请改用面图层，或删除该要素。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raw_features.py"/>
        <source>Layer “{layer}” cannot be transformed to the CRS of the first layer: {reason}. Check that its CRS is the right one.</source>
        <translation>无法将图层“{layer}”转换到第一个图层的坐标参考系：{reason}。请检查其坐标参考系是否正确。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/recheck.py"/>
        <source>No run manifest of the plan check was found for “{layer}”. Write the findings to a GeoPackage, or the manifest beside the findings store, and run the check once more.</source>
        <translation>未找到“{layer}”所属规划冲突检测的运行清单。请将冲突写入 GeoPackage，或将清单写在冲突状态库旁，然后重新运行检测。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/recheck.py"/>
        <source>The plan was checked without an id field (PLAN_ID_FIELD), so that single parcels cannot be found again. Check the whole plan.</source>
        <translation>检测规划时未指定标识字段（PLAN_ID_FIELD），无法找到单个图斑。请检测整个规划。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/recheck.py"/>
        <source>The run left its paths out of the manifest, so that it cannot be repeated from here. Run the check from the toolbox.</source>
        <translation>该次运行的清单未记录路径，无法在此重复运行。请从工具箱运行检测。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/recheck.py"/>
        <source>The plan “{layer}” of the run is neither in the project nor at “{source}”. Open it, then check again.</source>
        <translation>该次运行的规划“{layer}”既不在工程中，也不在“{source}”。请打开后再检测。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/recheck.py"/>
        <source>The plan “{layer}” has none of the chosen parcels any more (field {field}). Check the whole plan.</source>
        <translation>规划“{layer}”中已没有所选图斑（字段 {field}）。请检测整个规划。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/recheck.py"/>
        <source>Layer “{layer}” of the run was in memory and is not in the project any more. Save it to a file and check the whole plan.</source>
        <translation>该次运行的图层“{layer}”在内存中，现已不在工程内。请将其保存为文件并检测整个规划。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/repair.py"/>
        <source>The plan is coded in “{source}”, but a repair writes 2023 land-and-sea codes into its code field. Translate the plan first (“Translate land-use codes”).</source>
        <translation>规划方案采用“{source}”编码，而修复须将 2023 年用地用海分类代码写入其代码字段。请先转换规划方案的代码（“地类代码转换”）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/repair.py"/>
        <source>{count} parts of cut parcels of plan {layer} share the parcel's area in the fields {fields} by measured proportion. Compute these fields anew where the office has a rule of its own.</source>
        <translation>规划方案 {layer} 中被切分的图斑形成的 {count} 个部分，按量算比例分摊原图斑的面积字段 {fields}。如单位另有规定，请重新计算这些字段。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/repair.py"/>
        <source>Layer “{layer}” changed while it was being repaired (feature {id}). Run again.</source>
        <translation>图层“{layer}”在修复过程中发生了变化（要素 {id}）。请重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/repeat_run.py"/>
        <source>The tool “{algorithm}” of the manifest is not there.</source>
        <translation>清单中的工具“{algorithm}”不存在。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/repeat_run.py"/>
        <source>“{algorithm}” draws with print layouts and cannot run inside another tool. Repeat the check with its own REPORT, or run it as a batch process.</source>
        <translation>“{algorithm}”用打印布局绘图，不能在其他工具中运行。请用检查工具自身的 REPORT，或以批处理运行。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/repeat_run.py"/>
        <source>PLACES names no place. Write what stands for each in the paths, one per line.</source>
        <translation>PLACES 没有地区。请每行写一个代表地区的文字。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/repeat_run.py"/>
        <source>“{place}” cannot be the name of a folder. Correct PLACES.</source>
        <translation>“{place}”不能作文件夹名。请改正 PLACES。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/repeat_run.py"/>
        <source>The run of the manifest was made by version {then} of the plugin, this one is {now}: where the two compute differently, the places are not comparable with the first.</source>
        <translation>运行清单中的运行由插件 {then} 版完成，当前为 {now} 版：两版算法不同之处，各地结果与首个地方不可比。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/repeat_run.py"/>
        <source>“{table}” has other contents now than in the run of the manifest: {count} places ({places}) are not comparable with the first. Run the first place again too.</source>
        <translation>“{table}”的内容与运行清单中的运行已不同：{count} 个地方（{places}）与首个地方不可比。请把首个地方也重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/repeat_run.py"/>
        <source>{count} places failed; the table says why: {places}.</source>
        <translation>{count} 个地区失败，原因见结果表：{places}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/replenishment.py"/>
        <source>Restorable parcels (RESTORABLE) were given without the cultivated land to be kept: set RETENTION_HA (耕地保有量, ha).</source>
        <translation>给出了可恢复图斑（RESTORABLE），但未给出耕地保有量：请设置 RETENTION_HA（耕地保有量，ha）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/replenishment.py"/>
        <source>Cost field “{field}” of layer “{layer}” is empty (features: {count}, first: {id}). Fill it, or choose no cost field.</source>
        <translation>图层“{layer}”的费用字段“{field}”为空（要素数：{count}，第一个：{id}）。请填写，或不选费用字段。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_inputs.py"/>
        <source>The report needs at least one result of this plugin: a baseline, findings, a summary, or the table of another check.</source>
        <translation>报告至少需要一项本插件的成果：碳汇本底、冲突图斑、汇总表，或其他检查的结果表。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_inputs.py"/>
        <source>The layer of parameter {parameter} cannot be opened.</source>
        <translation>无法打开参数{parameter}所指的图层。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_inputs.py"/>
        <source>{parameter} and {other} are both given the same kind of table, that of {other}. Choose the output {output} of dualcarbon:{algorithm} for {parameter}, or leave it empty.</source>
        <translation>{parameter}和{other}填入了同一种表，即{other}所需的表。请为{parameter}选择dualcarbon:{algorithm}的输出{output}，或将其留空。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_inputs.py"/>
        <source>Layer “{layer}” has no run manifest that matches it: it was edited after the run, or its manifest is lost. Its figures are shown as they stand; totals are added up from the layer, and their intervals are not known. Use the output as it was written, or hand in its manifest.</source>
        <translation>图层“{layer}”没有与之相符的运行清单：图层在运行后被编辑，或清单已丢失。其数字按现状列出；合计由图层累加，区间未知。请使用原始输出，或提供其运行清单。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_inputs.py"/>
        <source>Manifest “{file}” belongs to another run than the layers shown, or they were edited after it; nothing is taken from it. Hand in the manifest of their run, or the layers as written.</source>
        <translation>运行清单“{file}”不属于所示图层的运行，或图层在其后被编辑；未采用其中任何内容。请提供对应运行的清单，或使用原始输出图层。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_inputs.py"/>
        <source>The report has no {parameter}: the run behind {parent} did not write {output}, or it lies elsewhere now; what it tells is left out. Hand it in, or make it with that run.</source>
        <translation>报告缺少{parameter}：{parent}所属的运算未写出{output}，或其已移至别处，相关内容从略。请填入该表，或在该次运算中一并输出。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_results.py"/>
        <source>Layer “{layer}” is no result for {parameter}: it lacks the fields {fields}. Choose the output of this plugin; a shapefile cuts field names, a GeoPackage keeps them.</source>
        <translation>图层“{layer}”不是{parameter}所需的成果：缺少字段{fields}。请选择本插件的输出成果；Shapefile会截断字段名，GeoPackage则保留全名。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_results.py"/>
        <source>Layer “{layer}” is no result for {parameter}: its fields {fields} are those of another tool's output. Choose the output {output} of dualcarbon:{algorithm}.</source>
        <translation>图层“{layer}”不是{parameter}所需的成果：字段{fields}属于其他工具的输出。请选择dualcarbon:{algorithm}的输出{output}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_results.py"/>
        <source>Layer “{layer}”: unit “{unit}” has another row already, or is the total of others; it would count twice. Use the output as it was written.</source>
        <translation>图层“{layer}”：单元“{unit}”已有另一行，或是其他单元的合计，会重复计算。请使用原样写出的结果。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_results.py"/>
        <source>Layer “{layer}” holds text in place of figures: {reason}. Use the output as it was written.</source>
        <translation>图层“{layer}”中应为数值的字段含有文本：{reason}。请使用未经改动的输出成果。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_sources.py"/>
        <source>Rule pack “{id}” of the plan check is not at hand in the version used; what its rules say is not spelled out.</source>
        <translation>规划检测所用版本的规则包“{id}”已不存在，规则内容不予列示。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_sources.py"/>
        <source>Factor set “{id}” of the baseline is not at hand in the version used; its rows are not listed.</source>
        <translation>碳汇本底所用的系数集“{id}”，现已没有当时的版本；其系数未予列示。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/rule_conditions.py"/>
        <source>“{value}” is no QGIS expression: {reason}.</source>
        <translation>“{value}”不是QGIS表达式：{reason}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/rule_conditions.py"/>
        <source>not allowed in a condition: {functions}. It may only read the attributes of the feature and must give the same result in every run. Write the value into a field and compare that.</source>
        <translation>条件中不能使用：{functions}。条件只能读取要素自身的属性，且每次运行的结果必须相同。请将该值写入字段后再作比较。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/rule_conditions.py"/>
        <source>Rule table “{file}”, row {row}: condition “{value}” of rule {rule_id} gives no truth value for the attributes {attributes}: {reason}. Correct the condition.</source>
        <translation>规则表“{file}”第{row}行：规则{rule_id}的条件“{value}”对属性{attributes}得不出真假值：{reason}。请更正条件。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/rule_conditions.py"/>
        <source>layer “{layer}” has no field “{value}”; it has: {fields}. Correct the condition, add the field, or switch the rule off.</source>
        <translation>图层“{layer}”没有字段“{value}”；现有字段：{fields}。请更正条件、添加字段，或停用该规则。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/rule_packs.py"/>
        <source>Rule pack “{pack}” switches off {count} rules, which are not checked: {rules}.</source>
        <translation>规则包“{pack}”停用了{count}条规则，未检查：{rules}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/run.py"/>
        <source>“{path}” of the run that stopped cannot be removed ({reason}). It is no result; remove it by hand.</source>
        <translation>已中止运行留下的“{path}”无法删除（{reason}）。它不是成果，请手动删除。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/sinks.py"/>
        <source>The output could not be written: {reason}. Check the free space, the rights and the path; where the format does not take a value, write a GeoPackage.</source>
        <translation>输出无法写入：{reason}。请检查剩余空间、权限和路径；如果该格式不接受某个值，请改写为 GeoPackage。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/sinks.py"/>
        <source>A shapefile cuts field names to ten characters, these are cut: {names}. Write a GeoPackage to keep them.</source>
        <translation>Shapefile的字段名最多十个字符，以下字段名被截断：{names}。如需保留全名，请输出为GeoPackage。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/sinks.py"/>
        <source>Layer “{layer}” already has a field “{old}”: it is kept as “{new}”.</source>
        <translation>图层“{layer}”的原有字段“{old}”与输出字段同名：原有字段更名为“{new}”后保留。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/sinks.py"/>
        <source>The output could not be written: {reason}. Features {ids} hold another kind of geometry than the rest of their layer, which this format does not take. Redraw or delete them, or write a GeoPackage.</source>
        <translation>输出无法写入：{reason}。要素 {ids} 的几何类型与图层中其他要素不同，该格式不接受。请重绘或删除这些要素，或改写为 GeoPackage。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/software.py"/>
        <source>install them with “conda install -c conda-forge {packages}”</source>
        <translation>请用“conda install -c conda-forge {packages}”安装</translation>
    </message>
    <message>
        <location filename="../plugin/gis/software.py"/>
        <source>install {debian} with the OSGeo4W Setup (Advanced → Libs), or QGIS by its full installer</source>
        <translation>请用OSGeo4W安装程序（高级安装 → Libs）安装{debian}，或用完整安装包重新安装QGIS</translation>
    </message>
    <message>
        <location filename="../plugin/gis/software.py"/>
        <source>shapely 2 (here: {version})</source>
        <translation>shapely 2（现为{version}）</translation>
    </message>
    <message>
        <location filename="../plugin/gis/software.py"/>
        <source>install the newest official package of QGIS, which holds them</source>
        <translation>请安装最新的QGIS官方安装包，其中已包含</translation>
    </message>
    <message>
        <location filename="../plugin/gis/software.py"/>
        <source>This tool needs Python packages that are missing here ({names}): {remedy}.</source>
        <translation>本工具所需的Python包缺失或无法使用（{names}）：{remedy}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/software.py"/>
        <source>{name} (does not load: {reason})</source>
        <translation>{name}（无法加载：{reason}）</translation>
    </message>
    <message>
        <location filename="../plugin/gis/software.py"/>
        <source>install them with pip for the Python that QGIS uses (README.md says how), since the shapely of this system is not the one that is needed</source>
        <translation>系统自带的shapely不符合要求，请在QGIS所用的Python中用pip安装（方法见README.md）</translation>
    </message>
    <message>
        <location filename="../plugin/gis/software.py"/>
        <source>install them with “apt install {debian}” on Debian and Ubuntu, elsewhere with pip for the Python that QGIS uses (README.md says more)</source>
        <translation>在Debian和Ubuntu上请用“apt install {debian}”安装，其他系统请在QGIS所用的Python中用pip安装（详见README.md）</translation>
    </message>
    <message>
        <location filename="../plugin/gis/soil.py"/>
        <source>Layer “{layer}”, feature {id}, field “{field}”: {value} is no share. Write shares from 0 to 1 (90 % is 0.9).</source>
        <translation>图层“{layer}”要素 {id} 字段“{field}”：{value} 不是比例。比例应在0到1之间（90 % 写作0.9）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/soil.py"/>
        <source>Layer “{layer}”, feature {id}, field “{field}”: {value:.10g} t C/ha is no stock of a soil. Write t C/ha from 0 to {most:.10g}, and leave the cell empty where nothing was measured.</source>
        <translation>图层“{layer}”要素 {id} 字段“{field}”：{value:.10g} t C/ha 不可能是土壤碳储量。请填 0 到 {most:.10g} t C/ha，未实测处留空。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/soil.py"/>
        <source>Layer “{layer}”: there is no year of conversion (features: {count}, {area_ha:.4f} ha, first: {id}). Choose YEAR_FIELD, or set CONVERSION_YEAR for features without one.</source>
        <translation>图层“{layer}”：{count} 个要素（{area_ha:.4f} ha，首先：{id}）没有转换年份。请选择 YEAR_FIELD，或为未填要素设置 CONVERSION_YEAR。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/soil.py"/>
        <source>Layer “{layer}”: the year of conversion is no calendar year from {first} to the year of the account, {year} (features: {count}, first: {id} with {value:.10g}). Set YEAR to a later one, or correct them.</source>
        <translation>图层“{layer}”：{count} 个要素的转换年份不是 {first} 年至核算年份 {year} 之间的年份（首先：{id}，{value:.10g}）。请将 YEAR 设得更晚，或更正。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/soil.py"/>
        <source>SOC_DEPTH_CM “{stated}” is no soil depth. Write it from-to in cm, such as 0-30 or 0-100.</source>
        <translation>SOC_DEPTH_CM“{stated}”不是土壤深度。请写起止厘米，如 0-30 或 0-100。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/soil.py"/>
        <source>Layer “{layer}”: there are measured stocks of {stated} cm (features: {count}), the others are stocks by factors of {depth} cm. One account has one soil depth: give measured stocks for all, or for {depth} cm.</source>
        <translation>图层“{layer}”：{count} 个要素的实测储量深度为 {stated} cm，其余按系数计算的为 {depth} cm。一个账户只有一个土壤深度：请全部提供实测储量，或提供 {depth} cm 的实测储量。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/sublayers.py"/>
        <source>“{file}” holds several layers ({names}); the first was read. If another is meant, add “|layername=” and its name to the path.</source>
        <translation>“{file}”含有多个图层（{names}），读取的是第一个。如需其他图层，请在路径后加上“|layername=”和图层名。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/tables.py"/>
        <source>The first sheet of “{path}” is empty; a table with a header is needed.</source>
        <translation>“{path}”的第一个工作表为空；须为带表头的表格。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/tables.py"/>
        <source>“{path}” cannot be read as a table: {reason}. Save it as XLSX or as CSV in UTF-8.</source>
        <translation>无法将“{path}”作为表格读取：{reason}。请另存为XLSX或UTF-8编码的CSV。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/topology.py"/>
        <source>No SCOPE is given: of the gaps of layer “{layer}” that lead out of the parcels only those up to {width:g} m wide are seen.</source>
        <translation>未给出SCOPE：图层“{layer}”中通向图斑外部的空隙只能发现宽度不超过{width:g} m的。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/topology.py"/>
        <source>Layer “{layer}”: features with a code without a minimum mapped area: {count}. Whether they are too small is not checked.</source>
        <translation>图层“{layer}”有{count}个要素的代码没有最小上图面积规定，未检查其是否过小。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/topology.py"/>
        <source>The rule pack has no rule in force for these kinds of findings, which were not looked for: {kinds}.</source>
        <translation>规则包中没有以下问题类型的有效规则，未予检查：{kinds}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/topology.py"/>
        <source>Neither CLASS_FIELD nor MIN_AREA_FIELD is given, so small and narrow parcels of layer “{layer}” are not looked for.</source>
        <translation>未给出CLASS_FIELD和MIN_AREA_FIELD，未检查图层“{layer}”的细碎和狭长图斑。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/translation.py"/>
        <source>Code {code} has no one-to-one target in {target} (features: {count}); candidates: {candidates}.</source>
        <translation>代码{code}在{target}中没有一一对应的目标代码（{count}个要素）；候选代码：{candidates}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/translation.py"/>
        <source>Layer “{layer}”: features without a code of “{classification}”, so without a target: {count}; codes: {codes}.</source>
        <translation>图层“{layer}”有{count}个要素的代码不属于“{classification}”，未写入目标代码：{codes}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/uncertainty.py"/>
        <source>{count} factors have intervals that reach 0: they cannot be lognormal and are drawn as normal.</source>
        <translation>有 {count} 个系数的区间包含 0，不能取对数正态分布，按正态分布抽样。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/uncertainty.py"/>
        <source>The error matrix has classes that neither the baseline nor factor set “{factor_set}” knows: {classes}. Leave rows and columns of sums out, and name the classes as the baseline does.</source>
        <translation>误差矩阵中有碳汇本底和系数集“{factor_set}”都没有的地类：{classes}。请去掉合计行和合计列，并按碳汇本底的名称书写地类。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/uncertainty.py"/>
        <source>By the error matrix {area_ha:.4f} ha belong to {count} classes of which the map shows nothing ({classes}): no unit tells where they lie, so that the intervals leave this ground out.</source>
        <translation>按误差矩阵估计，有{area_ha:.4f}公顷属于图上没有的{count}个地类（{classes}）；无法确定其所在单元，区间未计入这部分面积。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/uncertainty.py"/>
        <source>Table “{layer}” has rows of method layers, but no field {fields}: their amounts cannot be told from those of the factors. Make the baseline again and give its whole table.</source>
        <translation>表“{layer}”含方法图层的行，但缺少字段 {fields}：无法把其数值与系数的数值分开。请重新生成碳汇本底，并给出完整的表。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify.py"/>
        <source>Layers “{source}” and “{target}” have no ground in common. Check the layers and their CRS.</source>
        <translation>图层“{source}”与“{target}”没有共同的土地。请检查图层及其坐标系。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify.py"/>
        <source>WEIGHTS “{layer}” is no table of weights of an earlier run, and METHOD “{method}” takes no polygons or raster with weights: it is not used. Choose METHOD “dasymetric” if it should be.</source>
        <translation>WEIGHTS“{layer}”不是以前运行的权重表，而 METHOD“{method}”不采用带权重的面图层或栅格：未使用。如需使用，请选择 METHOD“dasymetric”。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify.py"/>
        <source>The METHOD “raking” needs the totals of the target units; give them in CONTROL.</source>
        <translation>METHOD“raking”需要目标单元的总量，请在 CONTROL 中给出。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify.py"/>
        <source>The control table has no column “{field}” with the totals of the target units.</source>
        <translation>控制表没有含目标单元总量的“{field}”列。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify.py"/>
        <source>Source units reach beyond the target units; the values there are left out: {values}. With INSIDE_ONLY they are shared out among the units that a source does reach.</source>
        <translation>来源单元超出目标单元范围，超出部分的数值不计入：{values}。设置 INSIDE_ONLY 则分配给来源单元所触及的单元。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify.py"/>
        <source>The METHOD “dasymetric” needs weights in WEIGHTS: a raster (night lights, population), or polygons (floor area, class weights) with their field in WEIGHT_FIELD.</source>
        <translation>METHOD“dasymetric”需要在 WEIGHTS 中给出权重：栅格（夜间灯光、人口），或面图层（建筑面积、地类权重）并在 WEIGHT_FIELD 中选择其字段。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify.py"/>
        <source>Field “{field}”: {count} source units have no value; the figures of the target units hold the known part only (see {field}_missing_share).</source>
        <translation>字段“{field}”：{count} 个来源单元没有数值，目标单元的数值只含已知部分（见 {field}_missing_share）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify_inputs.py"/>
        <source>Choose the fields to bring over: totals in EXTENSIVE_FIELDS, densities and rates in INTENSIVE_FIELDS, each field in one of them only ({fields}).</source>
        <translation>请选择要转换的字段：总量放入 EXTENSIVE_FIELDS，密度和比率放入 INTENSIVE_FIELDS，每个字段只能放入其一（{fields}）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify_inputs.py"/>
        <source>Source unit “{unit}” occurs several times in field “{field}” of layer “{layer}” (features too many: {count}): whether each holds the total of the unit or a part of it cannot be told. Join its polygons into one feature, or choose a SOURCE_FIELD that names each feature.</source>
        <translation>来源单元“{unit}”在图层“{layer}”的字段“{field}”中多次出现（多出 {count} 个要素）：无法判断各要素的数值是单元的总量还是其中一部分。请将其各面合并为一个要素，或选择能逐个命名要素的 SOURCE_FIELD。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify_inputs.py"/>
        <source>No feature of layer “{layer}” has a usable geometry.</source>
        <translation>图层“{layer}”没有一个要素具有可用的几何。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify_inputs.py"/>
        <source>{count} source units of layer “{layer}” have no usable geometry; their values are left out: {values}.</source>
        <translation>图层“{layer}”的 {count} 个来源单元没有可用的几何，其数值不计入：{values}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify_inputs.py"/>
        <source>Versions of units need the YEAR for which they are to be chosen; set YEAR.</source>
        <translation>单元分版本时需要指定选取的年份，请设置 YEAR。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify_inputs.py"/>
        <source>Table “{table}” has no column “{field}”. Choose the column of unit names in CONTROL_FIELD.</source>
        <translation>表“{table}”没有“{field}”列。请在 CONTROL_FIELD 中选择单元名称列。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify_inputs.py"/>
        <source>Control table “{table}” has no column of the fields that are brought over ({fields}), or its column “{field}” names none of the target units. Name columns and units alike, or choose another CONTROL_FIELD.</source>
        <translation>控制表“{table}”没有所转换字段（{fields}）的列，或其列“{field}”未列出任何目标单元。请使列名和单元名称一致，或另选 CONTROL_FIELD。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify_inputs.py"/>
        <source>Control table “{table}”, row {row}: unit “{unit}” has a row already. Leave one of them.</source>
        <translation>控制表“{table}”第 {row} 行：单元“{unit}”已有一行。请只保留其一。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify_inputs.py"/>
        <source>Control table “{table}”, row {row}: “{value}” in column “{field}” is no number. Correct it or leave it empty.</source>
        <translation>控制表“{table}”第 {row} 行：列“{field}”中的“{value}”不是数字。请改正或留空。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify_outputs.py"/>
        <source>{count} figures do not agree with the control table (1 ha for areas, 0.5 % for the rest): {cells}.</source>
        <translation>{count} 个数值与控制表不一致（面积容差 1 公顷，其余 0.5 %）：{cells}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify_outputs.py"/>
        <source>“{field}”: the root mean square error against the control table is {error:.6g} over {count} units with a mean of {mean:.6g}.</source>
        <translation>“{field}”：与控制表相比，{count} 个单元的均方根误差为 {error:.6g}，平均值为 {mean:.6g}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify_outputs.py"/>
        <source>Field “{old}” has the name of another output field: it is written as “{new}”.</source>
        <translation>字段“{old}”与另一输出字段同名：写为“{new}”。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/unify_rasters.py"/>
        <source>The source units ({own}) cannot be transformed to the raster of weights ({target}): {reason}. Get both in one CRS.</source>
        <translation>来源单元（{own}）无法转换到权重栅格的坐标系（{target}）：{reason}。请使两者采用同一坐标系。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/valuation.py"/>
        <source>SERIES, row {row}, column “{column}”: “{value}” cannot be used. Years lie from YEAR_BEFORE on, quantities (t CO2) and costs are numbers.</source>
        <translation>SERIES 第{row}行“{column}”列：“{value}”不可用。年份不早于 YEAR_BEFORE，数量 (t CO2) 和成本须为数字。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/valuation.py"/>
        <source>SERIES needs rows with the columns year and quantity_tco2 (and cost, where there is one); it has {columns}.</source>
        <translation>SERIES 需要含 year 和 quantity_tco2 列（如有成本另含 cost）的行；现有列为 {columns}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/vector_inputs.py"/>
        <source>Parameter {parameter}: “{value}” is not a vector layer that can be opened. Check the path and the format.</source>
        <translation>参数 {parameter}：“{value}”不是可以打开的矢量图层。请检查路径和格式。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/workbooks.py"/>
        <source>“{path}” is encrypted, or a workbook of before 2007. Save it as XLSX without a password.</source>
        <translation>“{path}”已加密，或是 2007 年以前格式的工作簿。请另存为不带密码的 XLSX。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/workbooks.py"/>
        <source>“{path}” repeats a row tens of thousands of times. Delete the rows that are not meant, or save the table as CSV in UTF-8.</source>
        <translation>“{path}”中某一行重复了数万次。请删除多余的行，或将表另存为 UTF-8 编码的 CSV。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/workbooks.py"/>
        <source>“{path}” is damaged in “{part}”, line {line}: {reason}. Copy it again, or save it as CSV in UTF-8.</source>
        <translation>“{path}”的“{part}”第 {line} 行已损坏：{reason}。请重新复制，或另存为 UTF-8 编码的 CSV。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/workbooks.py"/>
        <source>“{path}” has {count} cells with a formula whose value was not saved (first: {cell}). Open the workbook in a spreadsheet program and save it.</source>
        <translation>“{path}”有 {count} 个单元格的公式未保存计算值（第一个：{cell}）。请用电子表格软件打开工作簿并保存。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/workbooks.py"/>
        <source>“{path}” is a damaged workbook: {reason}. Copy it again, or save it as CSV in UTF-8.</source>
        <translation>“{path}”是损坏的工作簿：{reason}。请重新复制，或另存为 UTF-8 编码的 CSV。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/workbooks.py"/>
        <source>“{path}” defines XML entities in “{part}”, which no spreadsheet program does. Save the table as CSV in UTF-8.</source>
        <translation>“{path}”在“{part}”中定义了 XML 实体，电子表格软件不会这样写。请将表另存为 UTF-8 编码的 CSV。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/workbooks.py"/>
        <source>“{path}” unpacks to {size} MB, a workbook may have {most}. Save the table as CSV in UTF-8.</source>
        <translation>“{path}”解压后为 {size} MB，工作簿最多 {most} MB。请将表另存为 UTF-8 编码的 CSV。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/account_gather.py"/>
        <source>{count} units of the account book have no polygon in UNITS and are not on the maps. Choose the UNIT_FIELD that names units as the account book does.</source>
        <translation>账本中有 {count} 个单元在 UNITS 中没有多边形，未绘入地图。请选择与账本单元名称一致的 UNIT_FIELD。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/documents/pdf.py"/>
        <source>The PDF “{path}” was not written to its end. Check the disk and run again.</source>
        <translation>PDF“{path}”没有写完。请检查磁盘后重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/documents/pdf.py"/>
        <source>The PDF “{path}” cannot be written. Close it where it is open, and check folder and rights.</source>
        <translation>无法写出 PDF“{path}”。请关闭占用该文件的程序，并检查文件夹和写入权限。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/model.py"/>
        <source>There is no report language {language}; choose one of {known}.</source>
        <translation>没有报告语言{language}；请选择：{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/model.py"/>
        <source>The report {title} has nothing to show; hand in a baseline or the result of a check.</source>
        <translation>报告“{title}”没有可显示的内容，请提供碳汇本底或检查结果。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/sheets/inputs.py"/>
        <source>The map of the three lines needs control lines. Give their layers in CONTROL_LINES, or choose the theme land_use.</source>
        <translation>三条控制线套合图需要控制线。请在 CONTROL_LINES 中给出其图层，或选择专题 land_use。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/sheets/inputs.py"/>
        <source>Layer “{layer}” is a raster; the colours of land use need polygons with codes. Choose a vector layer, or the theme density.</source>
        <translation>图层“{layer}”是栅格；用地配色需要带编码的面图层。请选择矢量图层，或选择专题 density。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/sheets/inputs.py"/>
        <source>The colours of land use need the field with the codes of layer “{layer}”, such as DLBM or YDYHFLDM. Choose it in CLASS_FIELD.</source>
        <translation>用地配色需要图层“{layer}”的地类编码字段，如 DLBM 或 YDYHFLDM。请在 CLASS_FIELD 中选择。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/sheets/inputs.py"/>
        <source>The figure “{path}” is not there. Choose an image (PNG, JPG) or an SVG file.</source>
        <translation>插图“{path}”不存在。请选择图片（PNG、JPG）或 SVG 文件。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/sheets/land_use.py"/>
        <source>Codes of layer “{layer}” that stand for several classes of the guide take the colour of the usual one: {codes}.</source>
        <translation>图层“{layer}”中对应指南多个分类的编码，按常用分类着色：{codes}。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/sheets/land_use.py"/>
        <source>Layer “{layer}”: features without a class of the guide, drawn hatched: {count} ({area_ha:.4f} ha); codes: {codes}.</source>
        <translation>图层“{layer}”有 {count} 个要素（{area_ha:.4f} ha）未对应指南分类，以斜线填充表示；编码：{codes}。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/sheets/pages.py"/>
        <source>The sheet “{path}” could not be drawn. Check disk and memory, or choose a smaller paper or resolution.</source>
        <translation>无法绘制图件“{path}”。请检查磁盘和内存，或选择较小的图幅或分辨率。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/sheets/sheet.py"/>
        <source>There is no open project to keep the layout in. Switch KEEP_LAYOUT off.</source>
        <translation>没有可保留布局的打开项目。请关闭 KEEP_LAYOUT。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/sheets/table.py"/>
        <source>The {count} columns of the table are wider than its place on the sheet. Choose fewer in TABLE_FIELDS, or a larger paper.</source>
        <translation>表格的 {count} 列超出其在图上的宽度。请在 TABLE_FIELDS 中减少列，或选择更大的图幅。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/sheets/table.py"/>
        <source>The table has {count} rows, more than its place on the sheet can show: the last are left out there. Choose a larger paper, or print the table by itself.</source>
        <translation>表格有 {count} 行，超出其在图上可显示的行数：末尾各行未显示。请选择更大的图幅，或单独打印表格。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/sheets/template.py"/>
        <source>“{path}” is not a print-layout template. Save one in the layout designer with Layout → Save as Template (.qpt).</source>
        <translation>“{path}”不是打印布局模板。请在布局设计器中用“布局 → 另存为模板”保存（.qpt）。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/sheets/template.py"/>
        <source>The template “{path}” has no map with the item id “map”. Set it in the item properties of the map; other ids are {ids}.</source>
        <translation>模板“{path}”没有项目 ID 为“map”的地图。请在该地图的项目属性中设置；其他 ID 为 {ids}。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/sheets/themes.py"/>
        <source>Layer “{layer}” has no field “{field}”, which the theme of this map shows. Choose an output of {tools}, or another theme.</source>
        <translation>图层“{layer}”没有本专题所表达的字段“{field}”。请选择 {tools} 的输出，或选择其他专题。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/sheets/units.py"/>
        <source>An atlas needs the field that names the units of layer “{layer}”. Choose it in UNIT_FIELD; the layer has: {fields}.</source>
        <translation>图集需要图层“{layer}”的单元名称字段。请在 UNIT_FIELD 中选择；该图层有：{fields}。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/sheets/units.py"/>
        <source>Layer “{layer}”: features without a name or a shape, which get no page: {count}.</source>
        <translation>图层“{layer}”有 {count} 个要素没有名称或几何，不生成图页。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/xlsx.py"/>
        <source>The workbook {path} cannot be written: the Python package openpyxl is not installed in this QGIS. Install it (Debian and Ubuntu: python3-openpyxl) or leave out the XLSX output.</source>
        <translation>无法写出工作簿“{path}”：本机QGIS未安装Python包openpyxl。请安装（Debian和Ubuntu：python3-openpyxl），或不输出XLSX。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/xlsx.py"/>
        <source>The workbook {path} cannot be written: {reason}. Close it where it is open, or choose another place.</source>
        <translation>无法写出工作簿“{path}”：{reason}。请关闭已打开的该文件，或另选位置。</translation>
    </message>
</context>
</TS>
