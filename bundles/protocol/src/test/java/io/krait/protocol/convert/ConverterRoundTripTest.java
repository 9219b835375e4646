package io.krait.protocol.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import io.krait.api.AppError;
import io.krait.protocol.contract.ContractTypes;
import io.krait.protocol.contract.RandomValues;
import java.lang.reflect.Method;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConverterRoundTripTest {

  private static final int ROUNDS = 50;

  static Stream<Converter> converters() {
    return ContractTypes.models().stream().map(Converter::of);
  }

  @Test
  void everyModelHasAConverter() {
    assertThat(converters()).hasSizeGreaterThan(90);
  }

  @ParameterizedTest
  @MethodSource("converters")
  void aModelIsTheSameAfterATripOverTheWire(Converter converter) {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Object model = converter.randomModel(seed);

      Message received = converter.parse(converter.toWire(model, Disclosure.FULL).toByteArray());

      assertThat(converter.fromWire(received)).as("seed %d", seed).isEqualTo(model);
      assertThat(converter.fromWire(received).hashCode()).isEqualTo(model.hashCode());
    }
  }

  @ParameterizedTest
  @MethodSource("converters")
  void aPluginGetsAllButWhatItMustNeverSee(Converter converter) {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Object model = converter.randomModel(seed);

      Message sent = converter.toWire(model, Disclosure.TO_PLUGIN);

      assertThat(sent)
          .as("seed %d", seed)
          .isEqualTo(ContractTypes.withoutNeverSent(converter.toWire(model, Disclosure.FULL)));
    }
  }

  /** Reaches a generated converter by the name of its message. */
  record Converter(String message, Class<?> model, Method fromWire, Method toWire) {

    static Converter of(Descriptor type) {
      for (Method method : converterClass(type.getName()).getMethods()) {
        if (method.getName().equals("fromWire")) {
          Class<?> model = method.getReturnType();
          try {
            Method toWire = method.getDeclaringClass().getMethod("toWire", model, Disclosure.class);
            return new Converter(type.getName(), model, method, toWire);
          } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
          }
        }
      }
      throw new IllegalStateException("no converter for " + type.getName());
    }

    private static Class<?> converterClass(String message) {
      // Messages with capitals in a row have Java names without.
      for (String name :
          new String[] {message, message.replace("HTTP", "Http").replace("KV", "Kv")}) {
        try {
          return Class.forName("io.krait.protocol.convert." + name + "Converter");
        } catch (ClassNotFoundException e) {
          // The other spelling is tried.
        }
      }
      throw new IllegalStateException("no converter for " + message);
    }

    Object randomModel(int seed) {
      RandomValues values = new RandomValues(new Random(seed));
      return model == AppError.class ? values.error() : values.of((java.lang.reflect.Type) model);
    }

    Message toWire(Object value, Disclosure disclosure) {
      return (Message) call(toWire, value, disclosure);
    }

    Object fromWire(Message proto) {
      return call(fromWire, proto);
    }

    Message parse(byte[] bytes) {
      try {
        return (Message)
            fromWire
                .getParameterTypes()[0]
                .getMethod("parseFrom", byte[].class)
                .invoke(null, bytes);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    private static Object call(Method method, Object... arguments) {
      try {
        return method.invoke(null, arguments);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(method + " failed", e.getCause());
      }
    }

    @Override
    public String toString() {
      return message;
    }
  }
}
