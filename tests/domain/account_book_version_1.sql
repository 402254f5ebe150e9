-- SPDX-License-Identifier: GPL-2.0-or-later
-- A book as schema version 1 kept it: three postings, one of them superseding and withdrawing.
BEGIN TRANSACTION;
CREATE TABLE account_units (
    unit_no INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, unit TEXT NOT NULL UNIQUE, parent TEXT NOT NULL);
INSERT INTO "account_units" VALUES(1,'东镇','样例县');
INSERT INTO "account_units" VALUES(2,'北镇','样例县');
CREATE TABLE dualcarbon_store (item TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO "dualcarbon_store" VALUES('kind','accounts');
INSERT INTO "dualcarbon_store" VALUES('schema','1');
CREATE TABLE entries (
    entry_id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, posting_no INTEGER NOT NULL REFERENCES postings (posting_no),
    account_no INTEGER NOT NULL, unit_no INTEGER NOT NULL, year INTEGER NOT NULL, item_no INTEGER NOT NULL,
    scope_no INTEGER NOT NULL, version INTEGER NOT NULL, withdrawn INTEGER NOT NULL,
    value DOUBLE PRECISION, low DOUBLE PRECISION, high DOUBLE PRECISION,
    measure_no INTEGER NOT NULL, tier_no INTEGER NOT NULL, source_no INTEGER NOT NULL,
    UNIQUE (year, unit_no, item_no, scope_no, version));
INSERT INTO "entries" VALUES(1,1,1,2,2023,4,7,1,0,5.0,NULL,NULL,8,9,10);
INSERT INTO "entries" VALUES(2,1,1,3,2023,4,7,1,0,100.0,NULL,NULL,8,9,10);
INSERT INTO "entries" VALUES(3,1,1,3,2023,5,7,1,0,40.0,NULL,NULL,8,9,10);
INSERT INTO "entries" VALUES(4,1,1,3,2023,6,7,1,0,60.0,NULL,NULL,8,9,10);
INSERT INTO "entries" VALUES(5,2,1,3,2023,4,7,2,0,110.0,NULL,NULL,8,9,10);
INSERT INTO "entries" VALUES(6,2,1,3,2023,5,7,2,1,NULL,NULL,NULL,8,9,10);
INSERT INTO "entries" VALUES(7,2,1,3,2023,6,7,2,1,NULL,NULL,NULL,8,9,10);
INSERT INTO "entries" VALUES(8,3,11,2,2024,12,13,1,0,NULL,NULL,NULL,14,9,10);
INSERT INTO "entries" VALUES(9,3,11,3,2024,12,13,1,0,7.0,NULL,NULL,14,9,10);
CREATE TABLE gpkg_contents (
        table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
        description TEXT DEFAULT '',
        last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
        min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
        CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
INSERT INTO "gpkg_contents" VALUES('entries','attributes','entries','','2026-11-22T20:50:34.677Z',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "gpkg_contents" VALUES('postings','attributes','postings','','2026-11-22T20:50:34.677Z',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "gpkg_contents" VALUES('account_units','attributes','account_units','','2026-11-22T20:50:34.677Z',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "gpkg_contents" VALUES('current_entries','attributes','current_entries','','2026-11-22T20:50:34.677Z',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE gpkg_geometry_columns (
        table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
        srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
        CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
        CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents (table_name),
        CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_spatial_ref_sys (
        srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
        organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO "gpkg_spatial_ref_sys" VALUES('Undefined Cartesian',-1,'NONE',-1,'undefined','');
INSERT INTO "gpkg_spatial_ref_sys" VALUES('Undefined geographic',0,'NONE',0,'undefined','');
INSERT INTO "gpkg_spatial_ref_sys" VALUES('WGS 84 geodetic',4326,'EPSG',4326,'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]','');
CREATE TABLE postings (
    posting_no INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, posting_id TEXT NOT NULL UNIQUE, posted_at TEXT NOT NULL, algorithm TEXT NOT NULL,
    plugin_version TEXT NOT NULL, manifest TEXT NOT NULL, entries INTEGER NOT NULL, sha256 TEXT NOT NULL);
INSERT INTO "postings" VALUES(1,'run-1','2026-01-01T00:00:00Z','dualcarbon:sinkbaseline','0.1','{}',4,'69860afb01cfa1f7be941454b45e9680d9425b75679b8b6d008e81407395948a');
INSERT INTO "postings" VALUES(2,'run-2','2026-01-02T00:00:00Z','dualcarbon:sinkbaseline','0.1','{}',1,'a6df154295b9604d2bfcffd59b83876b993cefea50fb2de3db1432e685a334da');
INSERT INTO "postings" VALUES(3,'run-3','2026-01-03T00:00:00Z','dualcarbon:sinkbaseline','0.1','{}',2,'f1832a7de8eb0da8ca54137560da8c452010299116de0d95bb6e35bd49f378f0');
CREATE TABLE words (word_no INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, word TEXT NOT NULL UNIQUE);
INSERT INTO "words" VALUES(1,'baseline');
INSERT INTO "words" VALUES(2,'东镇');
INSERT INTO "words" VALUES(3,'北镇');
INSERT INTO "words" VALUES(4,'baseline/stock');
INSERT INTO "words" VALUES(5,'baseline/stock/pool:agb');
INSERT INTO "words" VALUES(6,'baseline/stock/pool:soc');
INSERT INTO "words" VALUES(7,'');
INSERT INTO "words" VALUES(8,'t C');
INSERT INTO "words" VALUES(9,'1');
INSERT INTO "words" VALUES(10,'survey');
INSERT INTO "words" VALUES(11,'emission');
INSERT INTO "words" VALUES(12,'emission/co2');
INSERT INTO "words" VALUES(13,'2');
INSERT INTO "words" VALUES(14,'t CO2');
CREATE VIEW last_entries AS SELECT e.* FROM entries e WHERE NOT EXISTS (
        SELECT 1 FROM entries n WHERE n.year = e.year AND n.unit_no = e.unit_no AND n.item_no = e.item_no
            AND n.scope_no = e.scope_no AND n.version > e.version);
CREATE VIEW current_entries AS
    SELECT e.entry_id, e.posting_no, account.word AS account, unit.word AS unit, e.year, item.word AS item,
        scope.word AS scope, e.version, e.value, e.low, e.high, measure.word AS measure, tier.word AS tier,
        source.word AS source
    FROM last_entries e
    JOIN words account ON account.word_no = e.account_no JOIN words unit ON unit.word_no = e.unit_no
    JOIN words item ON item.word_no = e.item_no JOIN words scope ON scope.word_no = e.scope_no
    JOIN words measure ON measure.word_no = e.measure_no JOIN words tier ON tier.word_no = e.tier_no
    JOIN words source ON source.word_no = e.source_no
    WHERE e.withdrawn = 0;
CREATE TRIGGER postings_are_not_rewritten BEFORE UPDATE ON postings BEGIN SELECT RAISE(ABORT, 'the book is only added to'); END;
CREATE TRIGGER postings_are_not_erased BEFORE DELETE ON postings BEGIN SELECT RAISE(ABORT, 'the book is only added to'); END;
CREATE TRIGGER entries_are_not_rewritten BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'the book is only added to'); END;
CREATE TRIGGER entries_are_not_erased BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'the book is only added to'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('account_units',2);
INSERT INTO "sqlite_sequence" VALUES('postings',3);
INSERT INTO "sqlite_sequence" VALUES('words',14);
INSERT INTO "sqlite_sequence" VALUES('entries',9);
COMMIT;
