package io.krait.host.internal.rest;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.model.ChannelType;
import io.krait.api.model.TeamType;
import io.krait.host.internal.json.ModelJson;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The types of bodies as JSON Schema has them: models as the mapper reads and writes them. */
final class OpenApiSchemas {

  private final ObjectMapper mapper;
  private final Map<String, Object> components = new TreeMap<>();

  OpenApiSchemas(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** The models that the schemas so far refer to, by their names. */
  Map<String, Object> components() {
    return components;
  }

  /** The schema of a type. */
  Map<String, Object> of(Type type) {
    return of(mapper.constructType(type));
  }

  private Map<String, Object> of(AnnotatedMethod getter) {
    Object own = mapper.getSerializationConfig().getAnnotationIntrospector().findSerializer(getter);
    return own instanceof ModelJson.Moment ? Map.of("type", "integer") : of(getter.getType());
  }

  private Map<String, Object> of(JavaType type) {
    Class<?> raw = type.getRawClass();
    if (type.isReferenceType()) {
      return of(type.getReferencedType());
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return Map.of("type", "boolean");
    }
    if (raw == double.class || raw == float.class || raw == Double.class) {
      return Map.of("type", "number");
    }
    if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
      return Map.of("type", "integer");
    }
    if (raw == String.class
        || raw == Bytes.class
        || raw == ChannelType.class
        || raw == TeamType.class
        || raw.isEnum()) {
      return Map.of("type", "string");
    }
    if (type.isMapLikeType()) {
      return Map.of("type", "object", "additionalProperties", of(type.getContentType()));
    }
    if (type.isCollectionLikeType() || type.isArrayType()) {
      return Map.of("type", "array", "items", of(type.getContentType()));
    }
    if (raw == AppError.class) {
      return Map.of("$ref", "#/components/schemas/" + OpenApi.ERROR);
    }
    return raw == Object.class ? Map.of() : reference(type);
  }

  private Map<String, Object> reference(JavaType type) {
    String name = type.getRawClass().getSimpleName();
    if (!components.containsKey(name)) {
      // Known before it is filled: models have models of their own kind in them.
      Map<String, Object> properties = new LinkedHashMap<>();
      components.put(name, Map.of("type", "object", "properties", properties));
      for (BeanPropertyDefinition property :
          mapper.getSerializationConfig().introspect(type).findProperties()) {
        if (property.hasGetter()) {
          properties.put(property.getName(), of(property.getGetter()));
        }
      }
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }
}
