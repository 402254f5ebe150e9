<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>DualCarbon</name>
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
        <translation>把土地覆被栅格（CLCD、GlobeLand30、ESA WorldCover、Esri、GLC_FCS30、CNLUCC、CORINE、NLCD、MODIS 或自备对照表）的值对应到碳类，在系数集中查找，并写出每个像元的碳密度：各碳库合计为一幅栅格；需要时各碳库（地上、地下、土壤、死有机质）另成一个多波段栅格。

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
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Check control lines</source>
        <translation>检查管控线</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Checks control lines against each other, their geometry, fields, codes and areas.</source>
        <translation>检查管控线之间的协调关系及其几何、字段、代码和面积。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Checks the three control lines and any others by the rules on layers and on pairs of lines of the rule pack: no overlap among the three lines (CON-01 to CON-03) with islands cut out of the boundary, who gives way (CON-04), wetlands inside the redline (ERL-07), scenic areas off nature reserves (CON-07), what the boundary avoids (UDB-07) and its shape (UDB-10); in each layer validity, overlaps, duplicates, slits between touching features, for farmland also multipart plots (PBF-10), CRS (D-01), the area field against the area on the ellipsoid (D-02), required fields and zones (D-03) and codes (D-04).

Gaps between features of a line are legitimate. Hits within the tolerance are noise: listed, not counted. Lines that are not in force cap severity at info and print no legal basis. Rules whose line is not given are listed in the log and the manifest.</source>
        <translation>按规则包中针对图层和管控线之间关系的规则检查三条控制线及其他管控线：三条控制线互不重叠（CON-01至CON-03），边界内的飞地须开天窗，矛盾时的避让次序（CON-04），重要湿地应在红线内（ERL-07），风景名胜区不与自然保护区重叠（CON-07），城镇开发边界应避让的区域（UDB-07）及其形态（UDB-10）；各图层的有效性、重叠、重复、相接要素之间的狭缝，永久基本农田的多部件图斑（PBF-10），坐标系（D-01），面积字段与椭球面积（D-02），必备字段和分区（D-03），代码（D-04）。

同一管控线要素之间的空隙是允许的。容差以内的为噪声：列出，不计数。未生效的管控线严重程度不超过提示，且不印法律依据。缺少所需管控线的规则列入日志和运行清单。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Findings on control lines</source>
        <translation>管控线检查结果</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>One feature per finding: rule, kind, the lines and features concerned, area (m²), severity and remedy; without geometry where a field or a whole layer is meant.</source>
        <translation>每条问题一个要素：规则、类型、所涉管控线和要素、面积（m²）、严重程度和处置建议；涉及字段或整个图层的问题没有几何图形。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Fields that may hold the official area of a feature in m², separated by semicolons; the first that a layer has is compared with its area on the ellipsoid.</source>
        <translation>可能存放要素法定面积（m²）的字段，以分号分隔；取图层中存在的第一个字段与椭球面积比较。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>control line,consistency,overlap,island,redline,farmland,boundary,fields,area,三线,三条控制线,协调,重叠,开天窗,永久基本农田,生态保护红线,城镇开发边界,质检,面积</source>
        <translation>三线,三条控制线,管控线,协调,重叠,开天窗,永久基本农田,生态保护红线,城镇开发边界,质检,字段,面积,control line,consistency,overlap</translation>
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
        <translation>管控线面积字段</translation>
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
        <translation>两条管控线的重叠面积不超过该值（m²）的为噪声：列出，不计数。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Noise: mean width up to (m)</source>
        <translation>噪声：平均宽度上限（m）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checklines.py"/>
        <source>Overlaps of two lines not wider than this (m, 2·area/perimeter) are noise; gaps between features of one line not wider than this are slits.</source>
        <translation>两条管控线的重叠平均宽度（m，2×面积÷周长）不超过该值的为噪声；同一管控线要素之间宽度不超过该值的空隙为狭缝。</translation>
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
        <translation>将规划用途与永久基本农田、生态保护红线、城镇开发边界及其他各类管控线叠加，按指定日期有效的规则逐图斑检测：线内与线外的用途、与线的距离、现状用途的转换，以及线内不应有的现状用途。代码匹配以最长者优先，同等长度依次为禁止、附条件、允许；永久基本农田和生态保护红线内，凡无规则允许的用途一律列出。仅凭几何和代码无法判定的规则均列示并说明原因，不作默认通过。

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
        <translation>规划方案及各管控线面积 (ha) 和耕地占补平衡的表；需要 BASE_PLAN。</translation>
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
        <translation>在规划方案和管控线上量算耕地、永久基本农田、生态保护红线（陆域、海域）、城镇开发边界、建设用地、林地、草原、湿地、自然岸线、国土开发强度、人均用地和生态修复面积，按全域和各乡镇与指标目标表比对。

约束性下限和上限不允许任何缺口：以未取整的数值判定。1公顷和0.1个百分点的容差仅对应文本、图件、表格之间的取整误差，只作说明，不予抵扣。预期性和建议性指标仅作提示。给出规划基期（基数转换后的JQDLTB）时，按指定日期的法规计算耕地、林地、湿地的占补平衡和扩展倍数。地图无法反映的指标按填报值判定。无法量算的逐项列出所缺资料，不会默认通过；无法定效力的管控线仅作试算。</translation>
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
        <source>Statistical units</source>
        <translation>统计单元</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Polygons of towns or villages, each with figures and targets of its own.</source>
        <translation>乡镇或村的面图层，各有量算值和目标值。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkquantities.py"/>
        <source>Unit name field</source>
        <translation>统计单元名称字段</translation>
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
        <translation>试算指标数（管控线无法定效力）</translation>
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
        <source>Information</source>
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
        <translation>按“规划方案与管控线冲突检测”的方法，用同样的管控线和规则检测两个方案。方案B的冲突图斑在方案A中也存在的，记为延续：按冲突标识识别；图斑重新划分的，规则和管控线相同且重叠部分不小于两者中较小者的一半，也视为同一冲突；kept_share 为其在方案A中已属冲突的面积占比。方案B中不再存在的方案A冲突图斑列为消除。

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
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Area without a carbon class (ha)</source>
        <translation>未对应碳地类的面积（ha）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Share of the stock on factors below grade secondary (0–1)</source>
        <translation>碳储量中依据等级低于“二手”的系数的份额（0–1）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Band that holds the classes, for a raster.</source>
        <translation>存放地类的波段（用于栅格）。</translation>
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
        <source>Field with the code, such as DLBM.</source>
        <translation>存放地类代码的字段，如DLBM。</translation>
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
        <source>Total area (ha)</source>
        <translation>总面积（ha）</translation>
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
        <source>Total removal (t CO2e/a)</source>
        <translation>总碳汇量（t CO2e/a）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>Total emission (t CO2e/a)</source>
        <translation>总排放量（t CO2e/a）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>{label}, lower 95 % bound</source>
        <translation>{label}，95%下限</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/parameters.py"/>
        <source>{label}, upper 95 % bound</source>
        <translation>{label}，95%上限</translation>
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
        <source>Status of the lines</source>
        <translation>控制线状态</translation>
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
        <translation>管控线台账</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Table (CSV, XLSX or a layer) with the columns line (line type or layer name), status (legal, draft or standin), document and date, where the lines differ; it takes precedence over the status and document above.</source>
        <translation>各线情况不同时使用的表（CSV、XLSX 或图层），列为 line（线类型或图层名）、status（legal、draft 或 standin）、document（文号）和 date（日期）；优先于上面的状态与文件。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Any further control lines: city blue, green, purple and yellow lines, river, flood, water source, protected areas, wetland, coast, heritage, hazard, road … (polygons; where a rule measures a distance also lines).</source>
        <translation>其他各类管控线：城市蓝线、绿线、紫线、黄线，河湖、洪涝、水源、自然保护地、湿地、海岸、历史文化、灾害、公路等（面图层；规则按距离判定时也可为线图层）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Line-type ids of the rule pack (blue, green, river, nature …) in the order of the layers, separated by commas; empty: told by the names of the layers (ZXCQCSLX, HLFXKZX, 城市蓝线 …).</source>
        <translation>规则包中的管控线类型标识（blue、green、river、nature……），按图层顺序用逗号分隔；留空时按图层名称识别（ZXCQCSLX、HLFXKZX、城市蓝线……）。</translation>
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
        <translation>其他管控线</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Types of the other lines</source>
        <translation>其他管控线的类型</translation>
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
        <location filename="../plugin/algorithms/report.py"/>
        <source>Carbon and plan-check report</source>
        <translation>碳核算与规划冲突检测报告</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Writes a self-contained HTML report and a workbook from baselines and plan checks.</source>
        <translation>根据碳汇本底和规划冲突检测成果，生成独立的HTML报告和工作簿。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Puts the results of the other tools into one HTML page that works offline and prints on A4, and into a workbook: key figures with intervals, what was noisy, unmapped, weak or unverified on the first page, maps, charts, tables per unit, class and rule, factors with their sources, legal basis, and the provenance of every run from its manifest.

Profile cn_county speaks hm², mu and 10⁴ t, rounds at output and levels the parts to the control total (调平); nothing is computed on rounded figures.</source>
        <translation>将其他工具的成果汇成一个可离线查看、可按A4打印的HTML页面和一个工作簿，内容包括：附区间的核心指标，首页列示的噪声、未对应、弱依据与未核实事项，图件，图表，分统计单元、地类和规则的表格，采用系数及其来源，法规依据，以及据运行清单列出的各次运算的溯源信息。

输出格式cn_county采用hm²、亩和万吨，仅在输出时取整，并将各分项调平至控制总数；全程不以取整后的数值参与计算。</translation>
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
        <source>Control-line layers of the plan check, drawn on the map of the findings.</source>
        <translation>规划检测所用的控制线图层，绘于冲突图斑分布图。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Manifests of the runs, when they do not lie beside the results.</source>
        <translation>各次运算的运行清单；与成果同处一地时无需填写。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Title of the report.</source>
        <translation>报告标题。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Language of the report: zh or en.</source>
        <translation>报告语言：zh或en。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>One HTML file that holds maps, charts and styles.</source>
        <translation>一个HTML文件，内含图件、图表和样式。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>The tables of the report, one sheet each; needs the Python package openpyxl.</source>
        <translation>报告中的各表，每表一个工作表；需要Python包openpyxl。</translation>
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
        <source>One HTML file with map, tables and charts of this check; needs the Python package Jinja2.</source>
        <translation>含本次检测的图件、表格和统计图的单个 HTML 文件；需要 Python 包 Jinja2。</translation>
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
        <source>The tables of the report with the list of all findings (冲突图斑明细表), one sheet each; needs the Python package openpyxl.</source>
        <translation>报告的全部表格（含冲突图斑明细表），每表一个工作表；需要 Python 包 openpyxl。</translation>
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
        <source>Baseline per unit and class</source>
        <translation>分单元分地类碳汇本底</translation>
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
        <source>report,HTML,XLSX,table,map,chart,baseline,plan,报告,专章,图件,报表</source>
        <translation>report,HTML,XLSX,table,map,chart,baseline,plan,报告,专章,报表,表格,图件,图表,本底,规划</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Control lines</source>
        <translation>控制线</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Run manifests</source>
        <translation>运行清单</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Place</source>
        <translation>行政区</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Name of the administrative area (行政区), for titles and file names.</source>
        <translation>行政区名称，用于标题和文件名。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Place code</source>
        <translation>行政区代码</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Code of the administrative area (XZQDM).</source>
        <translation>行政区代码（XZQDM）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Producer</source>
        <translation>编制单位</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Who made the report; printed on maps and the first page.</source>
        <translation>报告的编制单位，列于图件和首页。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Attribution of the data</source>
        <translation>数据来源声明</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/report.py"/>
        <source>Source and licence line that the data ask for.</source>
        <translation>数据提供方要求标注的来源与许可说明。</translation>
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

This is the sink baseline (碳汇本底), not a crediting baseline (基准线).</source>
        <translation>以统计单元切割土地利用图斑，按单元和碳地类汇总面积，再乘以系数集中的系数，得到分碳库碳储量（t C）以及碳汇量、排放量和净排放（t CO2e/a），均附95%区间（IPCC误差传播方法1：同一地类的图斑完全相关，地类之间、碳库之间相互独立）。

采用“属性面积”口径时，图斑各部分按量算比例分摊调查面积，合计与调查面积一致。每次运行均校核“各地类面积 + 未覆盖面积 − 重复计算面积 = 单元面积”，相对误差超过1e-6即停止。重叠、空隙以及统计单元之外的用地均统计数量与面积并列示；统计单元重叠时，合计对重叠处只计一次。

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
        <source>Polygons of towns, villages or other units (XZQ).</source>
        <translation>乡镇、村或其他统计单元的面图层（XZQ）。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Field that names the unit, such as XZQMC; features of one name are one unit. Empty: feature id.</source>
        <translation>存放统计单元名称的字段，如XZQMC；同名要素视为一个单元。留空时采用要素编号。</translation>
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
        <source>Table with one row per unit and carbon class, in the units of the layer above.</source>
        <translation>每个统计单元、每个碳地类为一行，计量单位与上述图层相同。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>carbon,sink,baseline,stock,account,unit,town,碳汇,本底,碳储量,核算,乡镇</source>
        <translation>carbon,sink,baseline,stock,account,unit,town,碳,碳汇,本底,碳储量,核算,统计单元,乡镇</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Year of the land use</source>
        <translation>用地数据年份</translation>
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

With an error matrix of the map, areas are estimated from its samples and vary, too (Olofsson et al. 2014). Factors without an interval stay at their value: the baseline states their share.</source>
        <translation>使用“碳汇本底”按单元和地类的结果表，以及当时采用的系数集。

propagation：半宽按平方和开方合成（IPCC 2006 第 1 卷第 3 章方法 1）。montecarlo：每个系数随机抽样（方法 2），同一碳类同一碳库只抽一次，因此同类土地同步变动；种子相同则结果逐位相同。各分布均以系数值为中心，上下界之外各留 2.5 %。

给出地图误差矩阵时，面积由样本估计并同样变动（Olofsson 等 2014）。没有区间的系数保持原值：其份额由碳汇本底给出。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>Table that “Sink baseline” wrote as OUTPUT_TABLE: unit, carbon class, area (ha).</source>
        <translation>“碳汇本底”作为 OUTPUT_TABLE 写出的表：单元、碳类、面积 (ha)。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/uncertainty.py"/>
        <source>Method</source>
        <translation>方法</translation>
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
        <translation>样本数表：第一列为图上碳类，其余各列为核实所得碳类。留空：面积视为精确值。</translation>
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
        <translation>校验管控线规则</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validaterules.py"/>
        <source>Checks a table of control-line rules and lists every problem with row and column.</source>
        <translation>检查管控线规则表，逐行逐列列出问题。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validaterules.py"/>
        <source>Reads a rule table as the plan check would, over the pack that it extends, and lists every problem with row, column and reason: missing columns, unknown line types, zones, check types and land-use codes, dates out of order, repeated ids, ids that the parent does not have, parents that are missing or go round in a circle, conditions that are no QGIS expression, and distances that do not parse.

A blank template is resources/rules/template.csv (and .xlsx); template_README.md beside it tells how to fill it in.</source>
        <translation>按规划检查的方式读取规则表（叠加在其所继承的规则包之上），逐行逐列列出问题及原因：缺少的列，未知的管控线类型、分区、检查类型和用地代码，日期先后颠倒，编号重复，上级规则包中没有的编号，缺失或循环继承的上级，不是QGIS表达式的条件，以及无法解析的距离。

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
        <source>rule,control line,validate,check,template,CSV,XLSX,规则,管控线,校验</source>
        <translation>规则,管控线,校验,检查,模板,CSV,XLSX,rule,control line,validate</translation>
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

A gain of stock is positive, a loss negative. The value of a physical change is not what can be sold: without a certified project nothing is tradable.</source>
        <translation>把变化量 (t C) 平均分摊到两次储量之间的各年并贴现。

invest：NPV = V·s/(q−p)·Σ 1/((1+r)^t·(1+c)^t)，t = 0 … q−p−1，即 InVEST 碳模型的定义。该式除以价格变化率 c：c 为正时，以后的吨数价值更低。
annual：NPV = s/(q−p)·Σ V·(1+c)^t/(1+r)^t，t = 1 … q−p：价格按 c 增长，每年年末支付。

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
        <source>Year before</source>
        <translation>前期年份</translation>
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
        <source>Discount rate (% a year)</source>
        <translation>贴现率（%/年）</translation>
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
        <source>Net present value</source>
        <translation>净现值</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Net present value of a change of one t C</source>
        <translation>变化 1 t C 的净现值</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/valuechange.py"/>
        <source>Net present value: {npv:.6g}</source>
        <translation>净现值：{npv:.6g}</translation>
    </message>
    <message>
        <location filename="../plugin/domain/areas.py"/>
        <source>The extent of the layer is not finite. Repair or remove its empty geometries.</source>
        <translation>图层范围不是有限值。请修复或删除其中的空几何。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/areas.py"/>
        <source>The coordinate reference system {crs} is geocentric. Reproject the layer to a map projection.</source>
        <translation>坐标参考系{crs}为地心坐标系。请将图层重投影到地图投影坐标系。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/areas.py"/>
        <source>The coordinate reference system {crs} has no ellipsoid. Use the planar area rule or reproject the layer.</source>
        <translation>坐标参考系{crs}没有椭球参数。请改用平面面积口径（planar），或将图层重投影。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/areas.py"/>
        <source>The coordinates of the layer ({x}, {y}) do not lie in its coordinate reference system {crs}. Assign the right one.</source>
        <translation>图层坐标（{x}，{y}）不在其坐标参考系{crs}的范围内。请为图层指定正确的坐标参考系。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/areas.py"/>
        <source>The layer is in degrees ({crs}), where a planar area has no meaning. Use the ellipsoidal area rule or reproject the layer.</source>
        <translation>图层坐标以度为单位（{crs}），平面面积没有意义。请改用椭球面积口径（ellipsoidal），或将图层重投影。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/areas.py"/>
        <source>The coordinate reference system of the layer cannot be read ({reason}). Assign a valid one.</source>
        <translation>无法读取图层的坐标参考系（{reason}）。请为图层指定有效的坐标参考系。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/baseline.py"/>
        <source>All the land use inside the units ({area_ha:.4f} ha) has no carbon class and is left out. Correct its codes or choose another CLASSIFICATION.</source>
        <translation>统计单元内的全部用地（{area_ha:.4f} ha）都没有对应的碳地类，均被排除。请更正代码或另选 CLASSIFICATION。</translation>
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
        <translation>{source} 中有{count}条豁免仅对应噪声，或不具法定效力的管控线的冲突图斑，无需豁免。</translation>
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
        <location filename="../plugin/domain/findings_store/connection.py"/>
        <source>Findings store “{path}” cannot be used: {reason}. Check the disk, and restore the file from a copy if it is damaged.</source>
        <translation>冲突图斑库“{path}”无法使用：{reason}。请检查磁盘；如文件损坏，请用备份恢复。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/findings_store/connection.py"/>
        <source>Findings store “{file}” is being written by another program and did not get free within {seconds:.0f} s. Close the edit session or wait for the other run, then run again.</source>
        <translation>冲突图斑库“{file}”正被其他程序写入，{seconds:.0f} 秒内未释放。请结束编辑或等待其他任务完成后重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/findings_store/connection.py"/>
        <source>Findings store “{path}” cannot be written: the folder does not exist, or file or folder are read-only. Choose another place or get the right to write.</source>
        <translation>冲突图斑库“{path}”无法写入：文件夹不存在，或文件、文件夹为只读。请另选位置或取得写入权限。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/findings_store/schema.py"/>
        <source>“{file}” is not a findings store of this plugin, and nothing is written into it. Choose another file; a new one is created.</source>
        <translation>“{file}”不是本插件的冲突图斑库，未向其中写入任何内容。请另选文件；新文件将自动创建。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/findings_store/schema.py"/>
        <source>Findings store “{file}” has schema version {found}, but this version of the plugin writes version {expected}. Use the plugin that wrote it, or choose a new file.</source>
        <translation>冲突图斑库“{file}”的结构版本为 {found}，而本版插件使用版本 {expected}。请使用写入该库的插件版本，或另选新文件。</translation>
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
        <location filename="../plugin/domain/geometry.py"/>
        <source>{count} features of layer {layer} have no geometry and are left out. Draw or delete them in the layer.</source>
        <translation>图层“{layer}”有{count}个要素没有几何图形，已排除。请在图层中补绘或删除。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/geometry.py"/>
        <source>{count} features of layer {layer} had an invalid geometry and were repaired; their areas changed by {area_ha:.4f} ha in all (sum of absolute changes).</source>
        <translation>图层“{layer}”有{count}个要素几何无效，已修复；面积变化合计 {area_ha:.4f} ha（绝对值之和）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/geometry.py"/>
        <source>{count} features of layer {layer} have parts that overlap one another, by {area_ha:.4f} ha in all. The parts were united, so that this ground counts once. If one part is meant as a hole in another, mend the feature and run again.</source>
        <translation>图层“{layer}”有{count}个要素的组成部分相互重叠，共 {area_ha:.4f} ha。已将各部分合并，重叠处只计一次。如其中一部分本应是另一部分的空洞，请修正后重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/geometry.py"/>
        <source>{count} features of layer {layer} have a geometry without any area and are left out. Redraw or delete them in the layer.</source>
        <translation>图层“{layer}”有{count}个要素的几何图形没有面积，已排除。请在图层中重绘或删除。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/geometry.py"/>
        <source>{count} features of layer {layer} had holes or parts thinner than 0.001 mm, which were removed.</source>
        <translation>图层“{layer}”有{count}个要素含宽度小于 0.001 mm 的孔洞或部分，已移除。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/line_register.py"/>
        <source>The register of control lines, row {row}: status “{status}” is unknown; write {known}.</source>
        <translation>管控线台账第 {row} 行：状态“{status}”无法识别；请填写 {known}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/line_register.py"/>
        <source>The register of control lines needs a column “line” (line type or layer name) and a column “status” (legal, draft or standin); it has {columns}.</source>
        <translation>管控线台账需要列“line”（线类型或图层名）和列“status”（legal、draft 或 standin）；现有列为 {columns}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/line_register.py"/>
        <source>{count} lines of the register of control lines match no layer of this run: {lines}. Write the line type or the name of the layer.</source>
        <translation>管控线台账中有 {count} 条与本次运行的图层均不对应：{lines}。请填写线类型或图层名。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/line_register.py"/>
        <source>The register of control lines, row {row}, names “{line}” a second time. Keep one row for each line.</source>
        <translation>管控线台账第 {row} 行重复列出“{line}”。每条线保留一行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcel_areas.py"/>
        <source>Area rule “attribute” needs the area field of layer “{layer}” (parameter AREA_FIELD, TBMJ in survey data).</source>
        <translation>面积口径“attribute”（属性面积）需要指定图层“{layer}”的面积字段（参数AREA_FIELD，调查数据中为TBMJ）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcel_areas.py"/>
        <source>Field ridges in “{field}” are booked as class {code}: {area_ha:.4f} ha in {count} parcels.</source>
        <translation>“{field}”中的田坎面积计入地类{code}：{count}个图斑，共 {area_ha:.4f} ha。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcel_areas.py"/>
        <source>{count} features of layer “{layer}” have no usable geometry: their {area_ha:.4f} ha in field “{field}” are left out of all figures. Draw or delete them in the layer.</source>
        <translation>图层“{layer}”有{count}个要素没有可用的几何图形：其字段“{field}”中的 {area_ha:.4f} ha 未计入任何数字。请在图层中补绘或删除。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcel_areas.py"/>
        <source>Area field “{field}” of layer “{layer}” is 0 in {count} features that cover ground (first: {id}, measured {measured_m2:.2f} m²). Fill them or use a measured area rule.</source>
        <translation>图层“{layer}”的面积字段“{field}”在{count}个有图形面积的要素中为 0（首个：{id}，量算 {measured_m2:.2f} m²）。请填写面积或改用量算口径。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcel_areas.py"/>
        <source>Area field “{field}” of layer “{layer}”, read in {unit}, sums up to {ratio:.4g} times the measured area. Set AREA_UNIT to the unit of the field (m2, ha or mu), or choose another area field.</source>
        <translation>图层“{layer}”的面积字段“{field}”按 {unit} 读取时，合计为量算面积的 {ratio:.4g} 倍。请将 AREA_UNIT 设为该字段的单位（m2、ha 或 mu），或另选面积字段。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcel_areas.py"/>
        <source>Deducted area “{field}” of layer “{layer}” is larger than the parcel in {count} features (first: {id}). Mend the survey areas.</source>
        <translation>图层“{layer}”有{count}个要素的扣除面积“{field}”大于图斑面积（首个：{id}）。请更正调查面积。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcel_areas.py"/>
        <source>Field “{field}” of layer “{layer}” differs from the measured ellipsoidal area beyond 0.01 m² and one in a million in {count} parcels, {area_ha:.4f} ha in all; the largest difference is {worst:.2f} m² (parcel {id}).</source>
        <translation>图层“{layer}”有{count}个图斑的字段“{field}”与椭球量算面积之差超过 0.01 m² 且超过百万分之一，差值合计 {area_ha:.4f} ha；最大差值为 {worst:.2f} m²（图斑{id}）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcel_areas.py"/>
        <source>Area field “{field}” of layer “{layer}” is empty, negative or no number in {count} features (first: {id}, value {value}). Mend them or use a measured area rule.</source>
        <translation>图层“{layer}”的面积字段“{field}”有{count}个要素为空、为负或不是数值（首个：{id}，值为{value}）。请更正，或改用量算的面积口径。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcels.py"/>
        <source>{count} features of layer “{layer}” ({area_ha:.4f} ha in the whole layer) are left out, their code has no carbon class: {codes}. Correct the codes or choose another CLASSIFICATION.</source>
        <translation>图层“{layer}”有{count}个要素（全图层 {area_ha:.4f} ha）的代码没有对应的碳地类，已排除：{codes}。请更正代码或另选 CLASSIFICATION。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcels.py"/>
        <source>Layer “{layer}” has {count} features ({area_ha:.4f} ha) whose code has no carbon class in “{classification}”: {codes}. Correct the codes, choose another CLASSIFICATION, or set UNMAPPED to “exclude”.</source>
        <translation>图层“{layer}”有{count}个要素（{area_ha:.4f} ha）的代码在“{classification}”中未对应碳地类：{codes}。请更正代码，改选CLASSIFICATION，或将UNMAPPED设为“exclude”。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/parcels.py"/>
        <source>No feature of layer “{layer}” has a code with a carbon class in “{classification}”: {codes}. Choose the right class field and CLASSIFICATION.</source>
        <translation>图层“{layer}”没有任何要素的代码在“{classification}”中对应碳地类：{codes}。请选择正确的地类字段和 CLASSIFICATION。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/buffers.py"/>
        <source>{count} features of control line {layer} have a zone for which the rules name no distance ({zones}); nothing is checked around them. Give the distances in the table of the rule pack.</source>
        <translation>管控线 {layer} 有 {count} 个要素的等级或分区（{zones}）在规则中没有规定控制距离，其周边未予核查。请在规则包的距离表中补充。</translation>
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
        <source>{count} features of layer {layer} share their id with another one; their findings are recognised by id and geometry. Give every feature an id of its own.</source>
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
        <source>{count} features of control line {layer} have no zone; they are checked as zone “{zone}”. Choose the zone field of the layer, or fill in the zones.</source>
        <translation>控制线“{layer}”有{count}个要素没有分区，按分区“{zone}”检测。请选择图层的分区字段或填写分区。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/lines.py"/>
        <source>{count} features of control line {layer} have no zone; zone rules do not run on them. Choose the zone field of the layer, or fill in the zones.</source>
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
        <source>{count} parcels of plan {layer} have no code of the rules or no geometry and were not checked ({area_ha:.4f} ha). Give them a code of the classification and a polygon, and check again.</source>
        <translation>规划“{layer}”有{count}个图斑没有规则所用代码或没有图形，未检测（{area_ha:.4f} ha）。请补充分类代码和图形后重新检测。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/remarks.py"/>
        <source>{count} parcels of plan {layer} overlap one another; {area_ha:.4f} ha are planned more than once. Every parcel is checked by itself; the areas and carbon of the findings count that ground once. Remove the overlaps from the plan.</source>
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
        <source>{count} features of control line {layer} are of a zone ({zones}) for which the pack has rules, but none in force on {as_of}; nothing was checked there. Check this ground by hand under the law of that day, or change the date of the check.</source>
        <translation>管控线 {layer} 有 {count} 个要素属于分区（{zones}），规则包中有该分区的规则，但在 {as_of} 均未施行，该范围内未作核查。请按当日法律人工核查，或调整核查日期。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/remarks.py"/>
        <source>Trial run: control line {layer} has the status “{status}” and is not legally in force. Its findings only inform and cite no law; check again with the line in force before you decide.</source>
        <translation>试算：控制线“{layer}”的状态为“{status}”，不具有法定效力。其冲突图斑仅供参考，不引用法规；作出决定前请用法定控制线重新检测。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/remarks.py"/>
        <source>{area_ha:.4f} ha of control line {layer} have no present use in {base}; what {rules} says about the present use is not checked there. Complete the land cover.</source>
        <translation>管控线 {layer} 内有 {area_ha:.4f} 公顷在 {base} 中没有现状地类，规则 {rules} 对现状用途的要求在该范围未予核查。请补全现状地类。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/remarks.py"/>
        <source>{count} parcels of plan {layer} have no present use in {base} on {area_ha:.4f} ha; what {rules} says about changes of use is not checked there. Complete the land cover.</source>
        <translation>规划方案 {layer} 有 {count} 个图斑、{area_ha:.4f} 公顷在 {base} 中没有现状用途；{rules} 关于用途转换的要求在该范围内未核查。请补全现状图层。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/plancheck/subtypes.py"/>
        <source>{count} features of control line {layer} have no sub-type, so nobody knows which rules hold there; they were not checked. Choose the field with the sub-types as zone field, or fill them in.</source>
        <translation>管控线 {layer} 有 {count} 个要素没有子类型，无法确定适用哪些规则，未予核查。请将子类型字段设为分区字段，或补填子类型。</translation>
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
        <location filename="../plugin/domain/provenance.py"/>
        <source>“{path}” is not a run manifest of this plugin.</source>
        <translation>“{path}”不是本插件的运行清单。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/provenance.py"/>
        <source>“{path}” cannot be read as a run manifest: {reason}.</source>
        <translation>无法将“{path}”作为运行清单读取：{reason}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/comparison.py"/>
        <source>Plan “{layer}” states no field ridges: cultivated land that stays cultivated keeps those of its base, {area_ha:.4f} ha in {count} parcels, and counts without them.</source>
        <translation>规划方案“{layer}”未给出田坎：保持为耕地的部分沿用基期田坎，{count}个图斑共{area_ha:.4f}公顷，耕地面积不含田坎。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/quantities/comparison.py"/>
        <source>{count} features of layer “{layer}” ({area_ha:.4f} ha) have no 2023 land-use code: no indicator counts them. Correct the codes.</source>
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
        <source>{count} features of layer “{layer}” overlap others; their common {area_ha:.4f} ha count once, for the feature that comes first by id. Remove the overlaps from the layer.</source>
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
        <source>Raster “{layer}” holds the value {value}, but land-use classes are whole numbers. Choose a classified raster or another band.</source>
        <translation>栅格“{layer}”含有值 {value}，而地类应为整数。请选择分类栅格或其他波段。</translation>
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
        <translation>栅格“{layer}”的部分像元（全栅格共 {area_ha:.4f} ha）被剔除，其值没有对应的碳类：{codes}。请提供对照表 CSV 或选择其他 CLASSIFICATION。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rasters/land_classes.py"/>
        <source>Raster “{layer}” has no cell with a value in {band}. Choose another band or another raster.</source>
        <translation>栅格“{layer}”的 {band} 中没有带值的像元。请选择其他波段或其他栅格。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rasters/land_classes.py"/>
        <source>Raster “{layer}” has values ({area_ha:.4f} ha) without a carbon class in “{classification}”: {codes}. Choose another CLASSIFICATION, give a crosswalk CSV, or set UNMAPPED to “exclude”.</source>
        <translation>栅格“{layer}”的部分值（{area_ha:.4f} ha）在“{classification}”中没有对应的碳类：{codes}。请选择其他 CLASSIFICATION、提供对照表 CSV，或将 UNMAPPED 设为“exclude”。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rasters/land_classes.py"/>
        <source>Raster “{layer}” declares no nodata value: every value ({codes}) is taken as a class. Set the nodata value of the raster if one of them is none.</source>
        <translation>栅格“{layer}”未声明 nodata 值：所有值（{codes}）均按地类处理。若其中有非地类的值，请设置栅格的 nodata 值。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/repair/repair.py"/>
        <source>The repaired plan would have {after_ha:.6f} ha, but the plan has {before_ha:.6f} ha. Nothing was written. Repair the plan's geometries and run again.</source>
        <translation>修复后规划面积将为 {after_ha:.6f} ha，而原规划为 {before_ha:.6f} ha。未写出任何结果。请先修复规划的几何图形，再重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/repair/repair.py"/>
        <source>Scraps of errors in {count} parcels of plan {layer} ({area_ha:.6f} ha in all) are digitising noise by themselves: they were not cut out and keep the planned use.</source>
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
        <location filename="../plugin/domain/replenish/replenish.py"/>
        <source>{count} parcels of {layer} ({area_ha:.4f} ha) are left out of the replenishment; the table gives the reason of each.</source>
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
        <translation>管控线类型{line_type}没有分区“{value}”。</translation>
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
        <translation>图层“{layer}”：管控线类型{line_type}的子类型“{value}”未知；已知的有{known}。请更正该值，或选择存放子类型的字段。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/vocabulary.py"/>
        <source>Code set “{name}” is unknown; known are {known}.</source>
        <translation>代码集“{name}”未知；已知的有{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/statistical_units.py"/>
        <source>{count} features of unit layer “{layer}” have no name or no geometry and are left out. Name and draw them in the layer to have them counted.</source>
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
        <location filename="../plugin/domain/stocks.py"/>
        <source>Factor set “{factor_set}” has no row for the classes {classes} ({area_ha:.2f} ha). Add them to the set or choose another FACTOR_SET.</source>
        <translation>系数集“{factor_set}”没有地类{classes}的系数（{area_ha:.2f} ha）。请在系数集中补充，或另选FACTOR_SET。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/stocks.py"/>
        <source>Pool {pool} has no factor for {classes} in set “{factor_set}”: it is NULL there, not 0 ({area_ha:.4f} ha).</source>
        <translation>系数集“{factor_set}”中，碳库{pool}没有{classes}的系数：该值为NULL，不作零处理（{area_ha:.4f} ha）。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/stocks.py"/>
        <source>Factor set “{factor_set}” has no {quantity} factor for {classes} ({area_ha:.4f} ha): it is NULL there, not 0, and sums hold the known part only. Add these factors to the set to have a whole.</source>
        <translation>系数集“{factor_set}”没有 {classes} 的系数（{quantity}；{area_ha:.4f} ha）：该处为 NULL 而非 0，合计仅含已知部分。如需完整结果，请在系数集中补充。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/stocks.py"/>
        <source>{percent:.1f} % of the {quantity} rests on factors of set “{factor_set}” without an interval: the bounds leave these out and are too narrow. Add low and high to the set.</source>
        <translation>结果（{quantity}）的 {percent:.1f} % 依据系数集“{factor_set}”中没有区间的系数：上下限未含这一部分，因而偏窄。请在系数集中补充 low 和 high。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/tabulate.py"/>
        <source>{count} land-use features have no area, the first is {id}. Fill the area field or use another area rule.</source>
        <translation>{count}个用地要素没有面积，首个为{id}。请补填面积字段，或改用其他面积口径。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/tabulate.py"/>
        <source>The areas in unit {unit} do not add up: {residual_m2:.4f} m² of {area_m2:.1f} m² are unexplained. Check the geometries of this unit and of the land use in it.</source>
        <translation>统计单元{unit}的面积不守恒：{area_m2:.1f} m² 中有 {residual_m2:.4f} m² 无法解释。请检查该单元及其内用地图斑的几何。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/tabulate_notes.py"/>
        <source>{count} land-use features lie partly or wholly outside every unit, with {area_ha:.4f} ha; this land is in no figure. Remainders of at most 1 m² of further features sum up to {noise_m2:.4f} m². Add the missing units, or clip the land use to them.</source>
        <translation>{count}个用地要素部分或全部位于所有统计单元之外，共 {area_ha:.4f} ha，未计入任何数字。其余要素不超过 1 m² 的零头合计 {noise_m2:.4f} m²。请补充缺少的统计单元，或按统计单元裁剪用地。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/tabulate_notes.py"/>
        <source>{count} land-use features overlap one another; {area_ha:.4f} ha are counted more than once, {pairs} overlaps of at most 1 m² included.</source>
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
        <source>“{file}” is empty; a table with a header line is needed.</source>
        <translation>“{file}”为空；须为带表头的表格。</translation>
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
        <location filename="../plugin/domain/valuation.py"/>
        <source>YEAR_AFTER ({after}) does not come after YEAR_BEFORE ({before}). Give the years of the two stocks in their order.</source>
        <translation>YEAR_AFTER（{after}）不在 YEAR_BEFORE（{before}）之后。请按先后顺序给出两次储量的年份。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/valuation.py"/>
        <source>{parameter} is {rate} %; a yearly rate lies above −100 %.</source>
        <translation>{parameter} 为 {rate} %；年变化率应大于 −100 %。</translation>
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
        <location filename="../plugin/gis/baseline.py"/>
        <source>Cells count for the unit that holds their centre: the area of a unit differs from that of its polygon by up to {share:.4%}. With EDGE “exact” cells are cut by the polygons.</source>
        <translation>像元计入其中心所在的单元：单元面积与其多边形面积最多相差 {share:.4%}。EDGE 取“exact”时像元按多边形切分。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/baseline.py"/>
        <source>{count} units hold the centre of no cell and have no figures. Choose EDGE “exact”, or a finer raster.</source>
        <translation>有{count}个单元内没有任何像元中心，未得出数值。请将EDGE设为“exact”，或使用更高分辨率的栅格。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/codes.py"/>
        <source>{count} features of layer “{layer}” carry codes unknown to “{classification}” and take the class of the code above: {codes}.</source>
        <translation>图层“{layer}”有{count}个要素的代码不在“{classification}”中，按其上级代码归类：{codes}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/crs.py"/>
        <source>Layer “{layer}” has no coordinate reference system. Assign one (Layer → Set CRS, or the algorithm “Assign projection”) and run again.</source>
        <translation>图层“{layer}”没有坐标参考系。请指定（图层 → 设置图层CRS，或使用“指定投影”算法）后重新运行。</translation>
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
        <source>{count} features of layer “{layer}” cannot be transformed, their coordinates are none of {own} (first: {ids}). Check that the CRS of the layer is the right one, and mend these features.</source>
        <translation>图层“{layer}”有{count}个要素无法转换，其坐标不属于 {own}（前几个：{ids}）。请检查图层的坐标参考系是否正确，并修正这些要素。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/density_rasters.py"/>
        <source>Output {parameter} is written as a GeoTIFF; let its name end in .tif (it is “{path}”).</source>
        <translation>输出 {parameter} 写为 GeoTIFF；文件名请以 .tif 结尾（现为“{path}”）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/density_rasters.py"/>
        <source>“{path}” cannot be written: {reason}. Check the disk and the rights.</source>
        <translation>无法写入“{path}”：{reason}。请检查磁盘和权限。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/encoding.py"/>
        <source>Shapefile “{layer}” does not state its encoding; it was read as GBK (GB18030).</source>
        <translation>Shapefile图层“{layer}”未声明编码，已按GBK（GB18030）读取。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/encoding.py"/>
        <source>Text of layer “{layer}” does not decode. Set its encoding to GBK (Layer properties → Source) and run again, or names in the outputs stay unreadable.</source>
        <translation>图层“{layer}”的文字无法解码。请将其编码设为GBK（图层属性 → 源）后重新运行，否则输出成果中的名称将为乱码。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/exemptions.py"/>
        <source>{count} columns of the table of exemptions {file} are not understood and were left alone: {columns}. A column with the expiry is called 有效期至 or expiry; without one exemptions hold without end.</source>
        <translation>豁免清单{file}有{count}列未能识别，未予采用：{columns}。到期日列应命名为“有效期至”或expiry；没有该列时豁免长期有效。</translation>
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
        <location filename="../plugin/gis/findings_store.py"/>
        <source>Findings store {file}: {occurring} findings of this check, {new} of them new; {reopened} reopened, {exempted} newly exempted, {fixed} fixed.</source>
        <translation>冲突图斑库 {file}：本次检测冲突图斑 {occurring} 个，其中新增 {new} 个；重新打开 {reopened} 个，新豁免 {exempted} 个，已消除 {fixed} 个。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/findings_store.py"/>
        <source>{count} findings of stand-in or draft lines are known to the store from a line in force; they were left as they are.</source>
        <translation>{count}个由替代数据或草案管控线检出的冲突图斑，库中已有由法定管控线检出的记录，未作改动。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/findings_store.py"/>
        <source>{count} open findings of the store lie beyond this check and were left as they are: of another plan layer than “{layer}”, of parcels that it does not hold, or of lines and rules that did not take part.</source>
        <translation>冲突库中有{count}条未处理的冲突不在本次检测范围内，保持原状：属于“{layer}”以外的规划图层、本图层中没有的图斑，或未参与本次检测的管控线和规则。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/land_use.py"/>
        <source>Factor set “{factor_set}” knows no class for field ridges: field “{field}” is not used.</source>
        <translation>系数集“{factor_set}”没有田坎所属的地类，未采用字段“{field}”。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/land_use.py"/>
        <source>Layer “{layer}” was changed while it was being read. Run again when nobody edits it.</source>
        <translation>图层“{layer}”在读取过程中被修改。请在无人编辑时重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/land_use.py"/>
        <source>{count} features of layer “{layer}” have the very geometry of a feature before them; their {area_ha:.4f} ha count once more. Delete the duplicates and run again.</source>
        <translation>图层“{layer}”有{count}个要素与前面的要素图形完全相同，其 {area_ha:.4f} ha 被重复计入。请删除重复要素后重新运行。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/layers.py"/>
        <source>Layer “{layer}” has no features (or none is selected). Check the filter, the selection and the file.</source>
        <translation>图层“{layer}”没有要素（或未选中任何要素）。请检查筛选条件、选择集和文件。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/layers.py"/>
        <source>Layer “{layer}” has no field “{field}”. It has: {fields}.</source>
        <translation>图层“{layer}”没有字段“{field}”。现有字段：{fields}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/layers.py"/>
        <source>Field “{field}” of layer “{layer}” is empty in {count} features (first: number {first} in the layer). Fill it or choose another id field.</source>
        <translation>图层“{layer}”的字段“{field}”有{count}个要素为空（首个：图层中第{first}个要素）。请补填，或另选标识字段。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/line_check.py"/>
        <source>{count} checks of the rule pack on control lines did not run: {rules}.</source>
        <translation>规则包中有{count}项管控线检查未运行：{rules}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/line_check.py"/>
        <source>Control lines are to be checked, but none was given. Set FARMLAND, REDLINE, BOUNDARY or OTHER_LINES.</source>
        <translation>需检查管控线，但一条也未给出。请设置FARMLAND、REDLINE、BOUNDARY或OTHER_LINES。</translation>
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
        <source>Output {parameter} cannot be created at “{path}”. Check the folder, the rights and whether another program holds the file.</source>
        <translation>无法在“{path}”创建输出{parameter}。请检查文件夹、读写权限，以及文件是否被其他程序占用。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/outputs.py"/>
        <source>“{path}” cannot be written: {reason}. Close programs that hold it and check the rights.</source>
        <translation>无法写出“{path}”：{reason}。请关闭占用该文件的程序，并检查读写权限。</translation>
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
        <source>Layer “{layer}” of OTHER_LINES: its name does not tell which control line it is. Name its type in OTHER_TYPES; known are {known}.</source>
        <translation>OTHER_LINES 中的图层“{layer}”：由其名称无法判断属于哪种管控线。请在 OTHER_TYPES 中注明类型；可用类型为 {known}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan/control_lines.py"/>
        <source>OTHER_TYPES names {types} line type(s), but OTHER_LINES holds {layers} layer(s): {names}. Give one type for each layer in the same order, separated by commas, or none at all.</source>
        <translation>OTHER_TYPES 列出 {types} 个线类型，而 OTHER_LINES 有 {layers} 个图层：{names}。请按相同顺序为每个图层给出一个类型，以逗号分隔，或全部留空。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan/control_lines.py"/>
        <source>Layer “{layer}” is given twice as control line {line_type} (the second time as {parameter}), so that every conflict would count twice. Give it once.</source>
        <translation>图层“{layer}”作为管控线{line_type}给出了两次（第二次为{parameter}），每处冲突会重复计数。请只给出一次。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan/job.py"/>
        <source>The plan is checked against control lines, but none was given. Set FARMLAND, REDLINE, BOUNDARY or OTHER_LINES.</source>
        <translation>规划方案需对照管控线检查，但未给出任何管控线。请设置 FARMLAND、REDLINE、BOUNDARY 或 OTHER_LINES。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan/job.py"/>
        <source>{count} layers are of line types for which no rule in force tells what may be planned there, so that nothing was checked against them: {lines}. Check the types of the other lines (OTHER_TYPES).</source>
        <translation>有{count}个图层的管控线类型没有现行规则说明其范围内可规划的用途，未对其进行任何检测：{lines}。请核对其他管控线的类型（OTHER_TYPES）。</translation>
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
        <source>{count} features of layer “{layer}” have codes that stand for several 2023 codes; they are judged by the usual one: {codes}.</source>
        <translation>图层“{layer}”有{count}个要素的代码对应多个2023年代码，按常用代码判定：{codes}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan/settings.py"/>
        <source>Factor set “{factor_set}” is a table by land-use code of its own (lucode), but a plan check compares land cover and plan by carbon class. Choose a shipped FACTOR_SET or one by carbon class.</source>
        <translation>系数集“{factor_set}”按自有用地代码（lucode）编制，而规划冲突检测按碳地类比较现状与规划。请选择内置的 FACTOR_SET 或按碳地类编制的系数集。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan/settings.py"/>
        <source>AS_OF is “{value}”, but a date such as 2026-01-01 is needed.</source>
        <translation>AS_OF的值为“{value}”，应为2026-01-01这样的日期。</translation>
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
        <source>{count} features of coastline “{layer}” ({length_km:.3f} km) do not say whether they are natural: they count as not natural. Fill in field “{field}”.</source>
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
        <translation>管控线“{layer}”没有LINE_AREA_FIELD所列字段：其面积为量算面积，而非法定面积。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raster_layers.py"/>
        <source>Parameter {parameter} is not a raster file that can be read. Save the raster as a GeoTIFF.</source>
        <translation>参数 {parameter} 不是可读取的栅格文件。请将栅格另存为 GeoTIFF。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/raster_layers.py"/>
        <source>Raster “{layer}” has no band {band}; it has {count}.</source>
        <translation>栅格“{layer}”没有波段 {band}；共有 {count} 个波段。</translation>
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
        <location filename="../plugin/gis/raw_features.py"/>
        <source>Layer “{layer}” holds {kind}, but polygons are needed. Choose a polygon layer.</source>
        <translation>图层“{layer}”的几何类型为{kind}，应为面。请选择面图层。</translation>
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
        <location filename="../plugin/gis/replenishment.py"/>
        <source>Restorable parcels (RESTORABLE) were given without the cultivated land to be kept: set RETENTION_HA (耕地保有量, ha).</source>
        <translation>给出了可恢复图斑（RESTORABLE），但未给出耕地保有量：请设置 RETENTION_HA（耕地保有量，ha）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/replenishment.py"/>
        <source>Cost field “{field}” of layer “{layer}” is empty, negative or no number in {count} features (first: {id}). Fill it, or choose no cost field.</source>
        <translation>图层“{layer}”的成本字段“{field}”有 {count} 个要素为空、为负或不是数值（第一个：{id}）。请补全，或不选成本字段。</translation>
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
        <source>Layer “{layer}” has no run manifest that matches it: it was edited after the run, or its manifest is lost. Its figures are shown as they stand; totals are added up from the layer, and their intervals are not known. Use the output as it was written, or hand in its manifest.</source>
        <translation>图层“{layer}”没有与之相符的运行清单：图层在运行后被编辑，或清单已丢失。其数字按现状列出；合计由图层累加，区间未知。请使用原始输出，或提供其运行清单。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_inputs.py"/>
        <source>Layer “{layer}” is no result for {parameter}: it lacks the fields {fields}. Choose the output of this plugin; a shapefile cuts field names, a GeoPackage keeps them.</source>
        <translation>图层“{layer}”不是{parameter}所需的成果：缺少字段{fields}。请选择本插件的输出成果；Shapefile会截断字段名，GeoPackage则保留全名。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_inputs.py"/>
        <source>Rule pack “{id}” of the plan check is not at hand in the version used; what its rules say is not spelled out.</source>
        <translation>规划检测所用版本的规则包“{id}”已不存在，规则内容不予列示。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_inputs.py"/>
        <source>Factor set “{id}” of the baseline is not at hand in the version used; its rows are not listed.</source>
        <translation>碳汇本底所用的系数集“{id}”，现已没有当时的版本；其系数未予列示。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_inputs.py"/>
        <source>Manifest “{file}” belongs to another run than the layers shown, or they were edited after it; nothing is taken from it. Hand in the manifest of their run, or the layers as written.</source>
        <translation>运行清单“{file}”不属于所示图层的运行，或图层在其后被编辑；未采用其中任何内容。请提供对应运行的清单，或使用原始输出图层。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_inputs.py"/>
        <source>Layer “{layer}” holds text in place of figures: {reason}. Use the output as it was written.</source>
        <translation>图层“{layer}”中应为数值的字段含有文本：{reason}。请使用未经改动的输出成果。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/rule_conditions.py"/>
        <source>“{value}” is no QGIS expression: {reason}.</source>
        <translation>“{value}”不是QGIS表达式：{reason}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/rule_conditions.py"/>
        <source>{functions} reach beyond the attributes of the feature or change from run to run; write what they tell into a field and compare that.</source>
        <translation>{functions}涉及要素属性以外的内容，或每次运行结果不同；请将其结果写入字段后再比较。</translation>
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
        <location filename="../plugin/gis/sinks.py"/>
        <source>The output could not be written: {reason}. Check the free space, the rights and the path.</source>
        <translation>无法写出成果：{reason}。请检查可用空间、读写权限和路径。</translation>
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
        <source>{count} features of layer “{layer}” have a code without a minimum mapped area; whether they are too small is not checked.</source>
        <translation>图层“{layer}”有{count}个要素的代码没有最小上图面积规定，未检查其是否过小。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/topology.py"/>
        <source>Field “{field}” of layer “{layer}” is no area in m² in {count} features (first: {first}). Correct it or choose another MIN_AREA_FIELD.</source>
        <translation>图层“{layer}”的字段“{field}”有{count}个要素不是以m²计的面积（第一个：{first}）。请更正或另选MIN_AREA_FIELD。</translation>
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
        <source>Code {code} has no one-to-one target in {target} ({count} features); candidates: {candidates}.</source>
        <translation>代码{code}在{target}中没有一一对应的目标代码（{count}个要素）；候选代码：{candidates}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/translation.py"/>
        <source>{count} features of layer “{layer}” have no code of “{classification}”, so no target: {codes}.</source>
        <translation>图层“{layer}”有{count}个要素的代码不属于“{classification}”，未写入目标代码：{codes}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/uncertainty.py"/>
        <source>By the error matrix {area_ha:.4f} ha belong to {count} classes of which the map shows nothing ({classes}): no unit tells where they lie, so that the intervals leave this ground out.</source>
        <translation>按误差矩阵估计，有{area_ha:.4f}公顷属于图上没有的{count}个地类（{classes}）；无法确定其所在单元，区间未计入这部分面积。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/uncertainty.py"/>
        <source>Layer “{layer}” has no field {fields}: it is not the table per unit and class that “Sink baseline” writes (OUTPUT_TABLE).</source>
        <translation>图层“{layer}”没有字段 {fields}：它不是“碳汇本底”按单元和地类写出的表（OUTPUT_TABLE）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/uncertainty.py"/>
        <source>Table “{layer}” has no rows. Make the baseline again.</source>
        <translation>表“{layer}”没有行。请重新计算碳汇本底。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/uncertainty.py"/>
        <source>Table “{layer}”: {count} rows lack unit, carbon_class or area_ha; the first is row {row}. Make the baseline again.</source>
        <translation>表“{layer}”有{count}行缺少unit、carbon_class或area_ha，首个为第{row}行。请重新生成碳汇本底。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/uncertainty.py"/>
        <source>Factor set “{factor_set}” has no row for the classes {classes} of the baseline. Choose the FACTOR_SET with which it was made.</source>
        <translation>系数集“{factor_set}”没有本底中碳类 {classes} 的行。请选择计算本底时采用的 FACTOR_SET。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/vector_inputs.py"/>
        <source>Parameter {parameter}: “{value}” is not a vector layer that can be opened. Check the path and the format.</source>
        <translation>参数 {parameter}：“{value}”不是可以打开的矢量图层。请检查路径和格式。</translation>
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
