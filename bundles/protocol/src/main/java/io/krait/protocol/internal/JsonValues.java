package io.krait.protocol.internal;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.krait.api.Nullable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts JSON values. The wire has no whole numbers: every number travels as a double, and a
 * whole one up to 2^53 comes back as a {@link Long}, as the API's models keep it.
 */
public final class JsonValues {

  private static final Value NULL = Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();

  private static final double LARGEST_SAFE = 9007199254740992d;

  private JsonValues() {}

  public static Struct toStruct(Map<String, ?> object) {
    if (object.isEmpty()) {
      return Struct.getDefaultInstance();
    }
    Struct.Builder struct = Struct.newBuilder();
    object.forEach((key, value) -> struct.putFields(key, toValue(value)));
    return struct.build();
  }

  public static Map<String, Object> fromStruct(Struct struct) {
    if (struct.getFieldsCount() == 0) {
      return Map.of();
    }
    Map<String, Object> object = new LinkedHashMap<>(struct.getFieldsCount() * 2);
    struct.getFieldsMap().forEach((key, value) -> object.put(key, fromValue(value)));
    return object;
  }

  public static Value toValue(@Nullable Object value) {
    if (value == null) {
      return NULL;
    }
    if (value instanceof String text) {
      return Value.newBuilder().setStringValue(text).build();
    }
    if (value instanceof Boolean flag) {
      return Value.newBuilder().setBoolValue(flag).build();
    }
    if (value instanceof Number number) {
      return Value.newBuilder().setNumberValue(number.doubleValue()).build();
    }
    if (value instanceof List<?> list) {
      ListValue.Builder values = ListValue.newBuilder();
      list.forEach(element -> values.addValues(toValue(element)));
      return Value.newBuilder().setListValue(values).build();
    }
    if (value instanceof Map<?, ?> map) {
      Struct.Builder struct = Struct.newBuilder();
      map.forEach((key, element) -> struct.putFields((String) key, toValue(element)));
      return Value.newBuilder().setStructValue(struct).build();
    }
    throw new IllegalArgumentException(value.getClass().getName() + " is not a JSON value");
  }

  public static @Nullable Object fromValue(Value value) {
    return switch (value.getKindCase()) {
      case NULL_VALUE, KIND_NOT_SET -> null;
      case BOOL_VALUE -> value.getBoolValue();
      case NUMBER_VALUE -> number(value.getNumberValue());
      case STRING_VALUE -> value.getStringValue();
      case STRUCT_VALUE -> fromStruct(value.getStructValue());
      case LIST_VALUE -> {
        List<Object> list = new ArrayList<>(value.getListValue().getValuesCount());
        value.getListValue().getValuesList().forEach(element -> list.add(fromValue(element)));
        yield list;
      }
    };
  }

  private static Object number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) <= LARGEST_SAFE;
    boolean negativeZero = value == 0 && 1 / value < 0;
    // Two statements, as one conditional expression would make a double of both.
    if (whole && !negativeZero) {
      return (long) value;
    }
    return value;
  }
}
