<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis styleCategories="Symbology" version="3.22.16">
 <renderer-v2 attr="severity" symbollevels="0" forceraster="0" referencescale="-1" type="categorizedSymbol" enableorderby="0">
  <categories>
   <category symbol="0" render="true" label="error 错误" value="error"/>
   <category symbol="1" render="true" label="warning 警告" value="warning"/>
   <category symbol="2" render="true" label="information 提示" value="info"/>
   <category symbol="3" render="true" label="noise 噪声" value="noise"/>
  </categories>
  <symbols>
   <symbol name="0" clip_to_extent="1" alpha="1" force_rhr="0" type="fill">
    <layer class="SimpleFill" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option name="color" type="QString" value="178,24,43,70"/>
      <Option name="joinstyle" type="QString" value="bevel"/>
      <Option name="offset" type="QString" value="0,0"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="outline_color" type="QString" value="178,24,43,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.5"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="style" type="QString" value="solid"/>
     </Option>
    </layer>
    <layer class="CentroidFill" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option name="clip_on_current_part_only" type="QString" value="0"/>
      <Option name="clip_points" type="QString" value="0"/>
      <Option name="point_on_all_parts" type="QString" value="0"/>
      <Option name="point_on_surface" type="QString" value="1"/>
     </Option>
     <symbol name="@0@1" clip_to_extent="1" alpha="1" force_rhr="0" type="marker">
      <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
       <Option type="Map">
        <Option name="angle" type="QString" value="0"/>
        <Option name="cap_style" type="QString" value="square"/>
        <Option name="color" type="QString" value="178,24,43,255"/>
        <Option name="horizontal_anchor_point" type="QString" value="1"/>
        <Option name="joinstyle" type="QString" value="bevel"/>
        <Option name="name" type="QString" value="triangle"/>
        <Option name="offset" type="QString" value="0,0"/>
        <Option name="offset_unit" type="QString" value="MM"/>
        <Option name="outline_color" type="QString" value="255,255,255,255"/>
        <Option name="outline_style" type="QString" value="solid"/>
        <Option name="outline_width" type="QString" value="0.2"/>
        <Option name="outline_width_unit" type="QString" value="MM"/>
        <Option name="scale_method" type="QString" value="diameter"/>
        <Option name="size" type="QString" value="2.6"/>
        <Option name="size_unit" type="QString" value="MM"/>
        <Option name="vertical_anchor_point" type="QString" value="1"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol name="1" clip_to_extent="1" alpha="1" force_rhr="0" type="fill">
    <layer class="SimpleFill" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option name="color" type="QString" value="224,130,20,60"/>
      <Option name="joinstyle" type="QString" value="bevel"/>
      <Option name="offset" type="QString" value="0,0"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="outline_color" type="QString" value="224,130,20,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.4"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="style" type="QString" value="solid"/>
     </Option>
    </layer>
    <layer class="CentroidFill" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option name="clip_on_current_part_only" type="QString" value="0"/>
      <Option name="clip_points" type="QString" value="0"/>
      <Option name="point_on_all_parts" type="QString" value="0"/>
      <Option name="point_on_surface" type="QString" value="1"/>
     </Option>
     <symbol name="@1@1" clip_to_extent="1" alpha="1" force_rhr="0" type="marker">
      <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
       <Option type="Map">
        <Option name="angle" type="QString" value="0"/>
        <Option name="cap_style" type="QString" value="square"/>
        <Option name="color" type="QString" value="224,130,20,255"/>
        <Option name="horizontal_anchor_point" type="QString" value="1"/>
        <Option name="joinstyle" type="QString" value="bevel"/>
        <Option name="name" type="QString" value="diamond"/>
        <Option name="offset" type="QString" value="0,0"/>
        <Option name="offset_unit" type="QString" value="MM"/>
        <Option name="outline_color" type="QString" value="255,255,255,255"/>
        <Option name="outline_style" type="QString" value="solid"/>
        <Option name="outline_width" type="QString" value="0.2"/>
        <Option name="outline_width_unit" type="QString" value="MM"/>
        <Option name="scale_method" type="QString" value="diameter"/>
        <Option name="size" type="QString" value="2.4"/>
        <Option name="size_unit" type="QString" value="MM"/>
        <Option name="vertical_anchor_point" type="QString" value="1"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol name="2" clip_to_extent="1" alpha="1" force_rhr="0" type="fill">
    <layer class="SimpleFill" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option name="color" type="QString" value="33,102,172,40"/>
      <Option name="joinstyle" type="QString" value="bevel"/>
      <Option name="offset" type="QString" value="0,0"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="outline_color" type="QString" value="33,102,172,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_width" type="QString" value="0.3"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="style" type="QString" value="solid"/>
     </Option>
    </layer>
    <layer class="CentroidFill" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option name="clip_on_current_part_only" type="QString" value="0"/>
      <Option name="clip_points" type="QString" value="0"/>
      <Option name="point_on_all_parts" type="QString" value="0"/>
      <Option name="point_on_surface" type="QString" value="1"/>
     </Option>
     <symbol name="@2@1" clip_to_extent="1" alpha="1" force_rhr="0" type="marker">
      <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
       <Option type="Map">
        <Option name="angle" type="QString" value="0"/>
        <Option name="cap_style" type="QString" value="square"/>
        <Option name="color" type="QString" value="33,102,172,255"/>
        <Option name="horizontal_anchor_point" type="QString" value="1"/>
        <Option name="joinstyle" type="QString" value="bevel"/>
        <Option name="name" type="QString" value="circle"/>
        <Option name="offset" type="QString" value="0,0"/>
        <Option name="offset_unit" type="QString" value="MM"/>
        <Option name="outline_color" type="QString" value="255,255,255,255"/>
        <Option name="outline_style" type="QString" value="solid"/>
        <Option name="outline_width" type="QString" value="0.2"/>
        <Option name="outline_width_unit" type="QString" value="MM"/>
        <Option name="scale_method" type="QString" value="diameter"/>
        <Option name="size" type="QString" value="2"/>
        <Option name="size_unit" type="QString" value="MM"/>
        <Option name="vertical_anchor_point" type="QString" value="1"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol name="3" clip_to_extent="1" alpha="1" force_rhr="0" type="fill">
    <layer class="SimpleFill" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option name="color" type="QString" value="130,130,130,30"/>
      <Option name="joinstyle" type="QString" value="bevel"/>
      <Option name="offset" type="QString" value="0,0"/>
      <Option name="offset_unit" type="QString" value="MM"/>
      <Option name="outline_color" type="QString" value="130,130,130,255"/>
      <Option name="outline_style" type="QString" value="dot"/>
      <Option name="outline_width" type="QString" value="0.2"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
      <Option name="style" type="QString" value="solid"/>
     </Option>
    </layer>
    <layer class="CentroidFill" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option name="clip_on_current_part_only" type="QString" value="0"/>
      <Option name="clip_points" type="QString" value="0"/>
      <Option name="point_on_all_parts" type="QString" value="0"/>
      <Option name="point_on_surface" type="QString" value="1"/>
     </Option>
     <symbol name="@3@1" clip_to_extent="1" alpha="1" force_rhr="0" type="marker">
      <layer class="SimpleMarker" locked="0" pass="0" enabled="1">
       <Option type="Map">
        <Option name="angle" type="QString" value="0"/>
        <Option name="cap_style" type="QString" value="square"/>
        <Option name="color" type="QString" value="130,130,130,255"/>
        <Option name="horizontal_anchor_point" type="QString" value="1"/>
        <Option name="joinstyle" type="QString" value="bevel"/>
        <Option name="name" type="QString" value="cross"/>
        <Option name="offset" type="QString" value="0,0"/>
        <Option name="offset_unit" type="QString" value="MM"/>
        <Option name="outline_color" type="QString" value="255,255,255,255"/>
        <Option name="outline_style" type="QString" value="solid"/>
        <Option name="outline_width" type="QString" value="0.2"/>
        <Option name="outline_width_unit" type="QString" value="MM"/>
        <Option name="scale_method" type="QString" value="diameter"/>
        <Option name="size" type="QString" value="1.6"/>
        <Option name="size_unit" type="QString" value="MM"/>
        <Option name="vertical_anchor_point" type="QString" value="1"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
  </symbols>
  <rotation/>
  <sizescale/>
 </renderer-v2>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerGeometryType>2</layerGeometryType>
</qgis>
