package io.krait.host.internal.rest;

import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.krait.api.Nullable;
import java.util.ArrayList;
import java.util.List;

/** The name of a part of a body, as messages have it: {@code props.choices[2]}. */
final class FieldName {

  /** Deep or long names are the client's own doing; their beginning is enough. */
  private static final int LONGEST = 100;

  private final StringBuilder name = new StringBuilder();

  private FieldName() {}

  /** Where a parser stands. */
  static FieldName at(@Nullable JsonStreamContext place) {
    List<JsonStreamContext> way = new ArrayList<>();
    for (JsonStreamContext part = place; part != null && !part.inRoot(); part = part.getParent()) {
      way.add(0, part);
    }
    FieldName field = new FieldName();
    for (JsonStreamContext part : way) {
      if (part.inArray()) {
        field.element(part.getCurrentIndex());
      } else {
        field.member(part.getCurrentName());
      }
    }
    return field;
  }

  /** What could not be made into what is wanted. */
  static FieldName of(JsonMappingException failure) {
    FieldName field = new FieldName();
    for (JsonMappingException.Reference part : failure.getPath()) {
      if (part.getFieldName() == null) {
        field.element(part.getIndex());
      } else {
        field.member(part.getFieldName());
      }
    }
    return field;
  }

  private void element(int index) {
    name.append('[').append(index).append(']');
  }

  private void member(@Nullable String member) {
    name.append(name.isEmpty() ? "" : ".").append(member == null ? "" : member);
  }

  @Override
  public String toString() {
    if (name.isEmpty()) {
      return "the body of the request";
    }
    String visible = name.toString().replaceAll("\\p{Cntrl}|[\\uD800-\\uDFFF]", "?");
    return visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST) + "…";
  }
}
