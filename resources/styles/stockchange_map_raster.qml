<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis styleCategories="Symbology" version="3.22.16">
 <pipe>
  <rasterrenderer alphaBand="-1" band="1" classificationMax="100" classificationMin="-100" nodataColor="" opacity="1" type="singlebandpseudocolor">
   <rastershader>
    <colorrampshader classificationMode="1" clip="0" colorRampType="DISCRETE" labelPrecision="0" maximumValue="100" minimumValue="-100">
      <item alpha="255" color="#b2182b" label="loss over 100 t C/ha 损失" value="-100" />
      <item alpha="255" color="#ef8a62" label="loss 25–100 t C/ha" value="-25" />
      <item alpha="255" color="#fddbc7" label="loss up to 25 t C/ha" value="-0.000001" />
      <item alpha="255" color="#f7f7f7" label="no change of carbon 碳储量不变" value="0.000001" />
      <item alpha="255" color="#d1e5f0" label="gain up to 25 t C/ha" value="25" />
      <item alpha="255" color="#67a9cf" label="gain 25–100 t C/ha" value="100" />
      <item alpha="255" color="#2166ac" label="gain over 100 t C/ha 增加" value="inf" />
    </colorrampshader>
   </rastershader>
  </rasterrenderer>
  <rasterresampler maxOversampling="2" />
 </pipe>
 <blendMode>0</blendMode>
</qgis>
