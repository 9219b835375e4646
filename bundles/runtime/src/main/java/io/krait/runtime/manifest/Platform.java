package io.krait.runtime.manifest;

import java.util.Locale;

/**
 * A kind of machine, by the names that manifests use.
 *
 * @param os {@code linux}, {@code darwin}, {@code windows}
 * @param architecture {@code amd64}, {@code arm64}
 */
public record Platform(String os, String architecture) {

  /** The machine this runs on. */
  public static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /** The machine that a JVM describes by these two properties. */
  static Platform of(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String arch = osArch.toLowerCase(Locale.ROOT);
    return new Platform(
        os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : os,
        switch (arch) {
          case "x86_64", "x64" -> "amd64";
          case "aarch64" -> "arm64";
          case "x86", "i386", "i686" -> "386";
          default -> arch;
        });
  }

  /** Both together, as a manifest writes it: {@code linux-amd64}. */
  public String key() {
    return os + "-" + architecture;
  }
}
