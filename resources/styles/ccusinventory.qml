<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis styleCategories="Symbology" version="3.22.16">
 <renderer-v2 attr="CASE WHEN &quot;removal_tco2e_a&quot; &gt; 0 THEN 'removal' WHEN &quot;source_sector_reduction_tco2&quot; &gt; 0 THEN 'reduction' WHEN &quot;delayed_tco2&quot; &gt; 0 THEN 'delay' ELSE 'other' END" enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="categorizedSymbol">
  <categories>
   <category label="removal 移除 (BECCS, DAC)" render="true" symbol="0" type="string" value="removal" />
   <category label="lowers its source sector 源头减排 (CCS, CCU)" render="true" symbol="1" type="string" value="reduction" />
   <category label="delay, not storage 延迟排放" render="true" symbol="2" type="string" value="delay" />
   <category label="neither in this year 当年无" render="true" symbol="3" type="string" value="other" />
  </categories>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="marker">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="42,157,120,255" />
      <Option name="name" type="QString" value="diamond" />
      <Option name="outline_color" type="QString" value="35,35,35,255" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.3" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="size" type="QString" value="4.5" />
      <Option name="size_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="1" type="marker">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="59,130,196,255" />
      <Option name="name" type="QString" value="square" />
      <Option name="outline_color" type="QString" value="35,35,35,255" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.3" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="size" type="QString" value="4.5" />
      <Option name="size_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="2" type="marker">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="217,130,43,255" />
      <Option name="name" type="QString" value="triangle" />
      <Option name="outline_color" type="QString" value="35,35,35,255" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.3" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="size" type="QString" value="4.5" />
      <Option name="size_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="3" type="marker">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="200,200,200,255" />
      <Option name="name" type="QString" value="circle" />
      <Option name="outline_color" type="QString" value="35,35,35,255" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.3" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="size" type="QString" value="4.5" />
      <Option name="size_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
</qgis>
