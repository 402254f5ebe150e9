"""The border to QGIS: layers to arrays and back, sinks, styles, run manifests."""
