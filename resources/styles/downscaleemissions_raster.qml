<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis styleCategories="Symbology" version="3.22.16">
 <pipe>
  <rasterrenderer alphaBand="-1" band="1" classificationMax="100" classificationMin="0" nodataColor="" opacity="1" type="singlebandpseudocolor">
   <minMaxOrigin>
    <limits>CumulativeCut</limits>
    <extent>UpdatedCanvas</extent>
    <statAccuracy>Estimated</statAccuracy>
    <cumulativeCutLower>0.02</cumulativeCutLower>
    <cumulativeCutUpper>0.98</cumulativeCutUpper>
    <stdDevFactor>2</stdDevFactor>
   </minMaxOrigin>
   <rastershader>
    <colorrampshader classificationMode="1" clip="0" colorRampType="INTERPOLATED" labelPrecision="4" maximumValue="100" minimumValue="0">
     <colorramp name="[source]" type="gradient">
      <Option type="Map">
       <Option name="color1" type="QString" value="255,255,204,255" />
       <Option name="color2" type="QString" value="128,0,38,255" />
       <Option name="discrete" type="QString" value="0" />
       <Option name="rampType" type="QString" value="gradient" />
       <Option name="stops" type="QString" value="0.25;254,217,118,255:0.5;253,141,60,255:0.75;227,26,28,255" />
      </Option>
     </colorramp>
     <item alpha="255" color="#ffffcc" label="0" value="0" />
     <item alpha="255" color="#fed976" label="25" value="25" />
     <item alpha="255" color="#fd8d3c" label="50" value="50" />
     <item alpha="255" color="#e31a1c" label="75" value="75" />
     <item alpha="255" color="#800026" label="100" value="100" />
     <rampLegendSettings direction="0" maximumLabel="" minimumLabel="" orientation="2" prefix="" suffix=" t CO2e" useContinuousLegend="1" />
    </colorrampshader>
   </rastershader>
  </rasterrenderer>
  <rasterresampler maxOversampling="2" />
 </pipe>
 <blendMode>0</blendMode>
</qgis>
