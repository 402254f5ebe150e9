<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis styleCategories="Symbology" version="3.22.16">
 <pipe>
  <rasterrenderer alphaBand="-1" band="1" classificationMax="300" classificationMin="0" nodataColor="" opacity="1" type="singlebandpseudocolor">
   <rastershader>
    <colorrampshader classificationMode="1" clip="0" colorRampType="DISCRETE" labelPrecision="0" maximumValue="300" minimumValue="0">
      <item alpha="255" color="#ffffd9" label="0–25 t C/ha" value="25" />
      <item alpha="255" color="#edf8b1" label="25–50 t C/ha" value="50" />
      <item alpha="255" color="#c7e9b4" label="50–75 t C/ha" value="75" />
      <item alpha="255" color="#7fcdbb" label="75–100 t C/ha" value="100" />
      <item alpha="255" color="#41b6c4" label="100–150 t C/ha" value="150" />
      <item alpha="255" color="#1d91c0" label="150–200 t C/ha" value="200" />
      <item alpha="255" color="#225ea8" label="200–300 t C/ha" value="300" />
      <item alpha="255" color="#0c2c84" label="≥ 300 t C/ha" value="inf" />
    </colorrampshader>
   </rastershader>
  </rasterrenderer>
  <rasterresampler maxOversampling="2" />
 </pipe>
 <blendMode>0</blendMode>
</qgis>
