package io.krait.host.internal.pluginapi;

import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.model.PropertyField;
import io.krait.api.model.PropertyFieldSearchOpts;
import io.krait.api.model.PropertyGroup;
import io.krait.api.model.PropertyValue;
import io.krait.api.model.PropertyValueSearchOpts;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.properties.Properties;
import java.util.List;

/** Properties of things, as a plugin asks for them. Safe for use from any thread. */
final class PropertiesApi implements PluginApi {

  private final Properties properties;

  PropertiesApi(HostServices services) {
    properties = services.properties();
  }

  @Override
  public PropertyGroup registerPropertyGroup(String name) {
    return properties.groups().register(name);
  }

  @Override
  public PropertyGroup getPropertyGroup(String name) {
    return properties.groups().get(name);
  }

  @Override
  public PropertyField createPropertyField(PropertyField field) {
    return properties.fields().create(field);
  }

  @Override
  public PropertyField getPropertyField(String groupId, String fieldId) {
    return properties.fields().get(groupId, fieldId);
  }

  @Override
  public PropertyField getPropertyFieldByName(String groupId, String targetId, String name) {
    return properties.fields().byName(groupId, targetId, name);
  }

  @Override
  public List<PropertyField> getPropertyFields(String groupId, List<String> ids) {
    return properties.fields().all(groupId, ids);
  }

  @Override
  public List<PropertyField> searchPropertyFields(
      String groupId, @Nullable PropertyFieldSearchOpts opts) {
    return properties
        .fields()
        .search(groupId, opts == null ? PropertyFieldSearchOpts.builder().build() : opts);
  }

  @Override
  public long countPropertyFields(String groupId, boolean includeDeleted) {
    return properties.fields().count(groupId, "", "", includeDeleted);
  }

  @Override
  public long countPropertyFieldsForTarget(
      String groupId, String targetType, String targetId, boolean includeDeleted) {
    return properties.fields().count(groupId, targetType, targetId, includeDeleted);
  }

  @Override
  public PropertyField updatePropertyField(String groupId, PropertyField field) {
    return properties.fields().update(groupId, List.of(field)).get(0);
  }

  @Override
  public List<PropertyField> updatePropertyFields(String groupId, List<PropertyField> fields) {
    return properties.fields().update(groupId, fields);
  }

  @Override
  public void deletePropertyField(String groupId, String fieldId) {
    properties.fields().delete(groupId, fieldId);
  }

  @Override
  public PropertyValue createPropertyValue(PropertyValue value) {
    return properties.values().create(value);
  }

  @Override
  public PropertyValue getPropertyValue(String groupId, String valueId) {
    return properties.values().get(groupId, valueId);
  }

  @Override
  public List<PropertyValue> getPropertyValues(String groupId, List<String> ids) {
    return properties.values().all(groupId, ids);
  }

  @Override
  public List<PropertyValue> searchPropertyValues(
      String groupId, @Nullable PropertyValueSearchOpts opts) {
    return properties
        .values()
        .search(groupId, opts == null ? PropertyValueSearchOpts.builder().build() : opts);
  }

  @Override
  public PropertyValue updatePropertyValue(String groupId, PropertyValue value) {
    return properties.values().update(groupId, List.of(value)).get(0);
  }

  @Override
  public List<PropertyValue> updatePropertyValues(String groupId, List<PropertyValue> values) {
    return properties.values().update(groupId, values);
  }

  @Override
  public PropertyValue upsertPropertyValue(PropertyValue value) {
    return properties.values().put(List.of(value)).get(0);
  }

  @Override
  public List<PropertyValue> upsertPropertyValues(List<PropertyValue> values) {
    return properties.values().put(values);
  }

  @Override
  public void deletePropertyValue(String groupId, String valueId) {
    properties.values().delete(groupId, valueId);
  }

  @Override
  public void deletePropertyValuesForTarget(String groupId, String targetType, String targetId) {
    properties.values().deleteOfTarget(groupId, targetType, targetId);
  }

  @Override
  public void deletePropertyValuesForField(String groupId, String fieldId) {
    properties.values().deleteOfField(groupId, fieldId);
  }
}
