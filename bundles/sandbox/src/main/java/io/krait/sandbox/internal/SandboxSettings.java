package io.krait.sandbox.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How one plugin is isolated.
 *
 * @param mode the way
 * @param network whether it reaches the network
 * @param user the user of mode {@code user}
 * @param readable more that it may read, absolute
 * @param writable more that it may write, absolute
 * @param engine the command of mode {@code container}
 * @param image the image of mode {@code container}
 * @param interpreter the Python of that image
 */
record SandboxSettings(
    Mode mode,
    boolean network,
    String user,
    List<Path> readable,
    List<Path> writable,
    String engine,
    String image,
    String interpreter) {

  SandboxSettings {
    readable = List.copyOf(readable);
    writable = List.copyOf(writable);
  }

  /**
   * What holds for all plugins.
   *
   * @throws IllegalArgumentException where something cannot be
   */
  static SandboxSettings of(SandboxConfiguration configuration) {
    return new SandboxSettings(
        Mode.of(configuration.mode()),
        configuration.network(),
        configuration.user(),
        paths("readable", configuration.readable()),
        paths("writable", configuration.writable()),
        configuration.engine(),
        configuration.image(),
        configuration.interpreter());
  }

  /**
   * The same with one setting different.
   *
   * @throws IllegalArgumentException where there is no such setting, or its value cannot be
   */
  SandboxSettings with(String name, String value) {
    Mode otherMode = mode;
    boolean otherNetwork = network;
    String otherUser = user;
    List<Path> otherReadable = readable;
    List<Path> otherWritable = writable;
    String otherImage = image;
    String otherInterpreter = interpreter;
    switch (name) {
      case "mode" -> otherMode = Mode.of(value);
      case "network" -> otherNetwork = truth(value);
      case "user" -> otherUser = value;
      case "readable" -> otherReadable = paths(name, new String[] {value});
      case "writable" -> otherWritable = paths(name, new String[] {value});
      case "image" -> otherImage = value;
      case "interpreter" -> otherInterpreter = value;
      default ->
          throw new IllegalArgumentException(
              "\"%s\" is none of mode, network, user, readable, writable, image, interpreter"
                  .formatted(name));
    }
    return new SandboxSettings(
        otherMode,
        otherNetwork,
        otherUser,
        otherReadable,
        otherWritable,
        engine,
        otherImage,
        otherInterpreter);
  }

  private static boolean truth(String value) {
    if (!value.equals("true") && !value.equals("false")) {
      throw new IllegalArgumentException("network is true or false, not \"%s\"".formatted(value));
    }
    return value.equals("true");
  }

  private static List<Path> paths(String name, String[] values) {
    return Arrays.stream(values)
        .flatMap(value -> Arrays.stream(value.split("[,:]")))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .map(value -> absolute(name, Path.of(value)))
        .toList();
  }

  private static Path absolute(String name, Path path) {
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException("%s: %s is no absolute path".formatted(name, path));
    }
    return path.normalize();
  }
}
