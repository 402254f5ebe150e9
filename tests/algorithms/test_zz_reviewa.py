from __future__ import annotations
import shutil, json
from pathlib import Path
import numpy as np
import pytest
from formats import write
from layers_by_hand import make_layer, rows_of, square, check_draft, control_line, manifest_of, notes_of, draft_layer
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsVectorLayer, QgsProject, QgsProcessingOutputLayerDefinition, QgsRasterLayer, QgsRasterRange
from rasters_by_hand import write_raster
X, Y = 500_000.0, 3_300_000.0
ROOT = Path(__file__).resolve().parents[2]
FARM = control_line((square(X - 50, Y - 50, 500, 250), {}))
def attempt(f):
    try: return f()
    except Exception as e: return "EXC "+str(e)[:400]
def test_cond(run, tmp_path):
    for cond in ["1 = 1", "true", "1 = 0", "NULL"]:
        r = tmp_path/"r.csv"; r.write_text(f'rule_id,extends,condition\nPBF-06,cn_national,"{cond}"\n', encoding="utf-8")
        print(cond, attempt(lambda: [(f["rule_id"],f["severity"],f["needs"]) for f in check_draft(run, tmp_path/"m.json", [(square(X,Y),"0703"),(square(X+200,Y),"0703")], FARMLAND=FARM, RULES=str(r))[1]]))
def test_cred(run, tmp_path):
    out = QgsProcessingOutputLayerDefinition("postgres://dbname='x' host=127.0.0.1 port=1 user='u' password='geheim' table=\"a\".\"b\" (geom)")
    print(attempt(lambda: check_draft(run, tmp_path/"m.json", [(square(X,Y),"0703")], FARMLAND=FARM, OUTPUT=out)))
    out = QgsProcessingOutputLayerDefinition("memory:")
    # secret in urls
    from dualcarbon.plugin.gis.sources import without_credentials
    for t in ["/vsicurl/https://a/b.tif?access_token=geheim","https://a/b?ak=1&api_key=geheim","PG:host=x pwd=geheim", "https://u:geheim@host/x", "https://a?X-Amz-Signature=geheim&x=1", "MSSQL:server=.;uid=sa;pwd=geheim"]:
        print(without_credentials(t))
def test_types(run, tmp_path):
    blue = control_line((square(X - 50, Y - 50, 500, 250), {}), name="ZXCQCSLX")
    for t in ["three_lines","plan","data","carbon","cultivated","forest"]:
        def go():
            r,f=check_draft(run, tmp_path/"m.json", [(square(X,Y),"0703")], OTHER_LINES=[blue], OTHER_TYPES=t)
            return r["ERRORS"], [n for n in notes_of(r)], manifest_of(r)["not_run"][:2] if "not_run" in manifest_of(r) else None
        print(t, attempt(go))
    for name in ["SHAXIAN_X","蓝线","CZKFBJFW"]:
        l=control_line((square(X - 50, Y - 50, 500, 250), {}), name=name)
        print(name, attempt(lambda: check_draft(run, tmp_path/"m.json", [(square(X,Y),"0703")], OTHER_LINES=[l])[0]["ERRORS"]))
    g = control_line((square(X - 50, Y - 50, 500, 250), {}), name="ZXCQCSLVX")
    print("fullwidth comma", attempt(lambda: check_draft(run, tmp_path/"m.json", [(square(X,Y),"0703")], OTHER_LINES=[blue,g], OTHER_TYPES="blue，green")[0]["ERRORS"]))
def test_raster(run, tmp_path, log):
    s=write_raster(tmp_path/"a.tif", np.array([[1,2,250,0]],dtype=np.uint8))
    lay=QgsRasterLayer(s,"clcd"); QgsProject.instance().addMapLayer(lay)
    lay.dataProvider().setUserNoDataValue(1,[QgsRasterRange(250,250)])
    print("user nodata", attempt(lambda: run("attachfactorsraster",INPUT=lay.id(),CLASSIFICATION="clcd",OUTPUT=str(tmp_path/"o.tif"))["TOTAL_AREA_HA"]))
    lay.dataProvider().setUserNoDataValue(1,[QgsRasterRange(250,250),QgsRasterRange(2,2)])
    lay.dataProvider().setUseSourceNoDataValue(1,True)
    print("user nodata2", attempt(lambda: run("attachfactorsraster",INPUT=lay.id(),CLASSIFICATION="clcd",OUTPUT=str(tmp_path/"o.tif"))["TOTAL_AREA_HA"]))
    s=write_raster(tmp_path/"b.tif", np.array([[1,2,np.inf]],dtype=np.float32),nodata=None)
    print("inf", attempt(lambda: run("attachfactorsraster",INPUT=s,CLASSIFICATION="clcd",OUTPUT=str(tmp_path/"o.tif"))["TOTAL_AREA_HA"]))
    s=write_raster(tmp_path/"c.tif", np.array([[1,2,-3.4e38]],dtype=np.float32),nodata=-3.4e38)
    print("f32 nodata", attempt(lambda: run("attachfactorsraster",INPUT=s,CLASSIFICATION="clcd",OUTPUT=str(tmp_path/"o.tif"))["TOTAL_AREA_HA"]))
    r=attempt(lambda: run("attachfactorsraster",INPUT=write_raster(tmp_path/"d.tif", np.array([[1,2]],dtype=np.uint8)),CLASSIFICATION="clcd",OUTPUT=str(tmp_path/"o.tif"),OMIT_PLACES=True))
    m=json.loads(Path(r["MANIFEST"]).read_text()); print(m["inputs"], m["outputs"])
    QgsProject.instance().clear()
def test_conf(run, tmp_path):
    t=make_layer([(None,{"unit":"a","carbon_class":"mixed_forest","area_ha":100.0}),(None,{"unit":"a","carbon_class":"paddy","area_ha":100.0})],kind="NoGeometry",name="b")
    c=tmp_path/"c.csv"; c.write_text("map,mixed_forest,paddy,water\nmixed_forest,80,0,20\npaddy,0,100,0\nwater,0,0,0\n")
    for conf in (None, str(c)):
        r=attempt(lambda: run("uncertainty",BASELINE=t,CONFUSION=conf,OUTPUT="memory:",MANIFEST=str(tmp_path/"m.json")))
        print(r if isinstance(r,str) else (r["TOTAL_STOCK_TC"], r["TOTAL_STOCK_TC_LOW"], list(notes_of(r))))
    t=make_layer([(None,{"unit":"a","carbon_class":"mixed_forest","area_ha":100.0}),(None,{"unit":None,"carbon_class":None,"area_ha":None})],kind="NoGeometry",name="b", types=None)
    print("nulls", attempt(lambda: run("uncertainty",BASELINE=t,OUTPUT="memory:")))
    t=make_layer([(None,{"unit":"a","carbon_class":"mixed_forest","area_ha":100.0}),(None,{"unit":"b","carbon_class":"paddy","area_ha":0.0})],kind="NoGeometry",name="b", types=None)
    c.write_text("map,mixed_forest,paddy\nmixed_forest,80,0\npaddy,0,100\n")
    print("zero", attempt(lambda: run("uncertainty",BASELINE=t,OUTPUT="memory:",CONFUSION=str(c))))
def test_dates(run, tmp_path):
    nat = control_line((square(X - 50, Y - 50, 500, 250), {"zone":"核心保护区"}), name="自然保护区")
    for d in ("2026-03-14","2026-03-15"):
        r,f=check_draft(run, tmp_path/"m.json", [(square(X,Y),"0703")], OTHER_LINES=[nat], AS_OF=d)
        print(d,[(x["rule_id"],x["severity"]) for x in f], [n["text"] if "text" in n else n for n in manifest_of(r)["notes"]])
def test_empty_b(run, tmp_path):
    e = make_layer([], name="B", types={"BSM":10,"YDYHFLDM":10})
    base=dict(DRAFT_A=draft_layer([(square(X,Y),"0703")]),DRAFT_A_FIELD="YDYHFLDM",DRAFT_A_CLASSIFICATION="cn_landsea_2023",DRAFT_B=e,DRAFT_B_FIELD="YDYHFLDM",DRAFT_B_CLASSIFICATION="cn_landsea_2023",FARMLAND=FARM,OUTPUT="memory:")
    print(attempt(lambda: run("comparedrafts",**base)))
    n = make_layer([(None,{"BSM":"a","YDYHFLDM":"0703"}),(square(X,Y),{"BSM":"b","YDYHFLDM":"0703"}),(square(X,Y),{"BSM":"b","YDYHFLDM":None})], name="B")
    base["DRAFT_B"]=n
    r=attempt(lambda: run("comparedrafts",**base)); print({k:v for k,v in r.items() if k!="OUTPUT"} if isinstance(r,dict) else r)
