"""The field's knowledge: carbon, land and plans. Never imports qgis, PyQt or osgeo."""
