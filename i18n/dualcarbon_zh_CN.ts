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
        <source>The run stopped: {reason}. Check memory, disk and rights.</source>
        <translation>运行已停止：{reason}。请检查内存、磁盘空间和读写权限。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/base.py"/>
        <source>A defect of the plugin stopped the run ({kind}: {reason}). Nothing was written. Please report it with the log above and, if you may, the data.</source>
        <translation>插件自身缺陷导致运行停止（{kind}：{reason}），未写出任何成果。请附上方日志反馈该问题；如允许，请一并提供数据。</translation>
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
        <source>Overlays the planned use with permanent basic farmland (永久基本农田), the ecological redline (生态保护红线) and the urban development boundary (城镇开发边界) and applies the rules in force on the given date. The longest matching code wins, then forbidden before conditional before allowed; inside farmland and redline whatever no rule allows is reported.

Each finding carries area, legal basis and remedy and, with a land-cover layer, the stock loss (t CO2, one-off) and the removal forgone (t CO2e/a, yearly), which are added only over the stated horizon. Totals are those of the union of findings. Overlaps below the tolerances are listed as noise. Stand-in and draft lines cap severity at info, print no legal basis and mark the result as a trial (试算). Rules that this version does not automate are listed, never passed in silence.</source>
        <translation>将规划用途与永久基本农田、生态保护红线、城镇开发边界叠加，按指定日期有效的规则逐图斑检测。代码匹配以最长者优先，同等长度依次为禁止、附条件、允许；永久基本农田和生态保护红线内，凡无规则允许的用途一律列出。

每个冲突图斑列明面积、法规依据和处置建议；提供现状地类图层时，另列碳储量损失（t CO2，一次性）和碳汇量损失（t CO2e/a，每年），二者仅在设定的年限内相加。合计按冲突图斑并集计算。低于容差的叠加面列为噪声。控制线为替代数据或草案时，等级最高为“提示”，不列法规依据，成果标注“试算”。本版本未自动执行的规则均予列示，不作默认通过。</translation>
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
        <source>plan,check,control line,redline,farmland,boundary,rule,conflict,三线,三区三线,永久基本农田,生态保护红线,城镇开发边界,审查,冲突</source>
        <translation>plan,check,control line,redline,farmland,boundary,rule,conflict,规划,检测,控制线,红线,农田,边界,规则,冲突,三线,三区三线,永久基本农田,生态保护红线,城镇开发边界,审查</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Errors</source>
        <translation>错误数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Warnings</source>
        <translation>警告数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Information, with all findings of stand-in and draft lines</source>
        <translation>提示（含替代数据和草案控制线的全部冲突图斑）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/checkplan.py"/>
        <source>Area of errors, union (ha)</source>
        <translation>错误面积，并集（ha）</translation>
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
        <source>Land-use code field</source>
        <translation>地类代码字段</translation>
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
        <source>Area rule</source>
        <translation>面积口径</translation>
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
        <source>Plan draft</source>
        <translation>规划草案</translation>
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
        <source>Field that tells core zone (核心保护区) from the rest; empty: everything counts as the rest.</source>
        <translation>区分核心保护区与其他区域的字段；留空时全部按其他区域检测。</translation>
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
        <source>Field with 集中建设区, 弹性发展区 or 特别用途区; empty: only the rules outside the boundary run.</source>
        <translation>存放集中建设区、弹性发展区或特别用途区的字段；留空时仅执行边界外的规则。</translation>
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
        <source>Statistical units</source>
        <translation>统计单元</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Polygons of towns or villages for the summary.</source>
        <translation>用于汇总的乡镇或村面图层。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Unit name field</source>
        <translation>统计单元名称字段</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Field that names the unit.</source>
        <translation>存放统计单元名称的字段。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Rule pack</source>
        <translation>规则包</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Id of a shipped rule pack (cn_national) or the path of a CSV in its schema (resources/rules/template.csv).</source>
        <translation>内置规则包的标识（cn_national），或按其格式（resources/rules/template.csv）编制的CSV的路径。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>The rules in force on this day apply; empty: today. The date is printed and recorded.</source>
        <translation>采用该日有效的规则；留空为当日。该日期在报告中列出并记入运行清单。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Language of remedies</source>
        <translation>处置建议语言</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Language of the texts written into the outputs: zh or en.</source>
        <translation>写入输出成果的文字所用语言：zh或en。</translation>
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
        <source>Date of the law (YYYY-MM-DD)</source>
        <translation>法规截止日期（YYYY-MM-DD）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Noise: area up to (m²)</source>
        <translation>噪声：面积上限（m²）</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Overlaps not larger than this (m²) are noise: listed, not counted.</source>
        <translation>面积不大于该值（m²）的叠加面视为噪声，列示但不计入。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/plan_parameters.py"/>
        <source>Noise: mean width up to (m)</source>
        <translation>噪声：平均宽度上限（m）</translation>
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
        <source>report,HTML,XLSX,table,map,chart,baseline,plan,报告,专章,图件,报表</source>
        <translation>report,HTML,XLSX,table,map,chart,baseline,plan,报告,专章,报表,表格,图件,图表,本底,规划</translation>
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
        <location filename="../plugin/algorithms/sinkbaseline.py"/>
        <source>Conservation residual (ha)</source>
        <translation>面积守恒残差（ha）</translation>
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
        <source>CSV or workbook in the plugin's schema, or an InVEST carbon-pools table.</source>
        <translation>按本插件格式编制的CSV或工作簿，或InVEST碳库表。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>Problems</source>
        <translation>问题清单</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>Table with one row per problem: row, column, reason.</source>
        <translation>每个问题一行：行号、列名、原因。</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>carbon,factor,validate,check,template,CSV,XLSX,InVEST,碳,系数,校验</source>
        <translation>carbon,factor,validate,check,template,CSV,XLSX,InVEST,碳,系数,碳系数,校验,检查,模板</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>Factor table</source>
        <translation>系数表</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>Rows read</source>
        <translation>读取行数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>Problems found</source>
        <translation>问题数</translation>
    </message>
    <message>
        <location filename="../plugin/algorithms/validatefactors.py"/>
        <source>Tables (*.csv *.xlsx *.ods);;All files (*)</source>
        <translation>表格 (*.csv *.xlsx *.ods);;所有文件 (*)</translation>
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
        <location filename="../plugin/domain/errors.py"/>
        <source>The run was cancelled.</source>
        <translation>运行已取消。</translation>
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
        <source>{count} findings are digitising noise (not larger than {sliver_m2} m² or not wider than {sliver_width_m} m; {area_ha:.6f} ha in sum): listed, but not counted. Lower SLIVER_M2 and SLIVER_WIDTH_M to count them.</source>
        <translation>{count}个冲突图斑属数字化噪声（面积不大于 {sliver_m2} m² 或宽度不大于 {sliver_width_m} m；合计 {area_ha:.6f} ha）：列出但不计入。如需计入，请调小 SLIVER_M2 和 SLIVER_WIDTH_M。</translation>
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
        <source>Trial run: control line {layer} has the status “{status}” and is not legally in force. Its findings only inform and cite no law; check again with the line in force before you decide.</source>
        <translation>试算：控制线“{layer}”的状态为“{status}”，不具有法定效力。其冲突图斑仅供参考，不引用法规；作出决定前请用法定控制线重新检测。</translation>
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
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>the column is missing from the header.</source>
        <translation>表头缺少该列。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>“{value}” stands in an earlier row too; ids are unique.</source>
        <translation>“{value}”在前面的行中已出现；标识须唯一。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>line type {line_type} has no zone “{value}”; known are {known}.</source>
        <translation>控制线类型{line_type}没有分区“{value}”；可用的有：{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>the rule ends before it starts.</source>
        <translation>规则的失效日期早于生效日期。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>the cell is empty.</source>
        <translation>单元格为空。</translation>
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
        <source>“{value}” is not a date; write YYYY-MM-DD, YYYY-MM or YYYY.</source>
        <translation>“{value}”不是日期；请写作YYYY-MM-DD、YYYY-MM或YYYY。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/checks.py"/>
        <source>code {value} is not in the land-and-sea classification of 2023.</source>
        <translation>代码{value}不在2023年用地用海分类中。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/pack.py"/>
        <source>Rule pack “{name}” is neither a shipped id ({ids}) nor a file; give an id or the path of a CSV.</source>
        <translation>规则包“{name}”既不是内置规则包的标识（{ids}），也不是文件。请填写标识或CSV的路径。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/pack.py"/>
        <source>Rule table “{file}” has {count} problem(s); correct them and load it again:
{problems}</source>
        <translation>规则表“{file}”有{count}个问题，请更正后重新加载：
{problems}</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/pack.py"/>
        <source>Layer “{layer}”: zone value “{value}” is unknown for line type {line_type}; known are {known}. Correct the value or choose another zone field.</source>
        <translation>图层“{layer}”：控制线类型{line_type}没有分区值“{value}”；可用的有：{known}。请更正该值，或另选分区字段。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/pack.py"/>
        <source>Layer “{layer}” is an evaluation, not the statutory line ({line_type}). Choose the delimited line, usually named {aliases}.</source>
        <translation>图层“{layer}”是评价结果，不是法定控制线（{line_type}）。请选择已划定的控制线图层，通常名为{aliases}。</translation>
    </message>
    <message>
        <location filename="../plugin/domain/rules/pack.py"/>
        <source>The shipped rule pack is damaged; reinstall the plugin.
{problems}</source>
        <translation>内置规则包已损坏，请重新安装插件。
{problems}</translation>
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
        <location filename="../plugin/domain/translate.py"/>
        <source>No code table leads from {source} to {target}. Tables exist for {pairs}.</source>
        <translation>没有从{source}到{target}的代码对照表。现有对照表：{pairs}。</translation>
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
        <location filename="../plugin/gis/land_use.py"/>
        <source>Factor set “{factor_set}” knows no class for field ridges: field “{field}” is not used.</source>
        <translation>系数集“{factor_set}”没有田坎所属的地类，未采用字段“{field}”。</translation>
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
        <source>Feature {fid} of layer “{layer}” is not a polygon ({kind}). Use a polygon layer, or remove the feature.</source>
        <translation>图层“{layer}”的要素{fid}不是面（{kind}）。请改用面图层，或删除该要素。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/layers.py"/>
        <source>Layer “{layer}” holds {kind}, but polygons are needed. Choose a polygon layer.</source>
        <translation>图层“{layer}”的几何类型为{kind}，应为面。请选择面图层。</translation>
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
        <location filename="../plugin/gis/layers.py"/>
        <source>Layer “{layer}” cannot be transformed to the CRS of the first layer: {reason}. Check that its CRS is the right one.</source>
        <translation>无法将图层“{layer}”转换到第一个图层的坐标参考系：{reason}。请检查其坐标参考系是否正确。</translation>
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
        <source>Output {parameter} cannot be written: the folder “{folder}” does not exist or is not writable. Create it or choose another place.</source>
        <translation>无法写出{parameter}：文件夹“{folder}”不存在或不可写。请新建该文件夹，或另选位置。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/outputs.py"/>
        <source>Output {parameter} would overwrite what {other} stands for (“{path}”). Choose another file, or another table of a GeoPackage.</source>
        <translation>输出{parameter}将覆盖{other}所指的数据（“{path}”）。请另选文件，或选用GeoPackage中的另一个表。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan.py"/>
        <source>Land cover “{layer}” is coded in “{source}”, for which there is no table to the 2023 land-and-sea codes: it gives the carbon before the change, but rules on the present use are not judged by it. Give a land survey as BASE to have them judged.</source>
        <translation>现状用地“{layer}”采用“{source}”代码，没有到2023年用地用海代码的对照表：可用于计算变化前的碳量，但不用于判定涉及现状用途的规则。如需判定，请将国土调查成果作为 BASE。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan.py"/>
        <source>The plan is checked against control lines, but none was given. Set FARMLAND, REDLINE or BOUNDARY.</source>
        <translation>未提供检测规划所用的控制线。请设置FARMLAND、REDLINE或BOUNDARY。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan.py"/>
        <source>Factor set “{factor_set}” is a table by land-use code of its own (lucode), but a plan check compares land cover and plan by carbon class. Choose a shipped FACTOR_SET or one by carbon class.</source>
        <translation>系数集“{factor_set}”按自有用地代码（lucode）编制，而规划冲突检测按碳地类比较现状与规划。请选择内置的 FACTOR_SET 或按碳地类编制的系数集。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan.py"/>
        <source>Layer “{layer}” is coded in “{source}”, for which there is no table to the 2023 land-and-sea codes that rules speak. Translate it first.</source>
        <translation>图层“{layer}”采用“{source}”编码，没有将其转换为规则所用的2023年用地用海代码的对照表。请先转换代码。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan.py"/>
        <source>{count} features of layer “{layer}” have codes that stand for several 2023 codes; they are judged by the usual one: {codes}.</source>
        <translation>图层“{layer}”有{count}个要素的代码对应多个2023年代码，按常用代码判定：{codes}。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan.py"/>
        <source>Land cover (BASE) was given without its code field (BASE_FIELD).</source>
        <translation>已提供现状地类图层（BASE），但未指定其代码字段（BASE_FIELD）。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/plan.py"/>
        <source>AS_OF is “{value}”, but a date such as 2026-01-01 is needed.</source>
        <translation>AS_OF的值为“{value}”，应为2026-01-01这样的日期。</translation>
    </message>
    <message>
        <location filename="../plugin/gis/report_inputs.py"/>
        <source>The report needs at least one result: a baseline, a table, findings or a summary of this plugin.</source>
        <translation>报告至少需要一项成果：本插件生成的碳汇本底、统计表、冲突图斑或汇总表。</translation>
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
        <location filename="../plugin/gis/run.py"/>
        <source>The layer of parameter {parameter} cannot be opened: {value}. Check the path and the format.</source>
        <translation>无法打开参数{parameter}所指的图层：{value}。请检查路径和格式。</translation>
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
        <location filename="../plugin/reports/model.py"/>
        <source>There is no report language {language}; choose one of {known}.</source>
        <translation>没有报告语言{language}；请选择：{known}。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/model.py"/>
        <source>The report {title} has nothing to show; hand in a baseline or a plan check.</source>
        <translation>报告“{title}”没有可列示的内容；请提供碳汇本底或规划冲突检测成果。</translation>
    </message>
    <message>
        <location filename="../plugin/reports/write.py"/>
        <source>“{path}” cannot be written: {reason}. Close programs that hold it and check the rights.</source>
        <translation>无法写出“{path}”：{reason}。请关闭占用该文件的程序，并检查读写权限。</translation>
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
