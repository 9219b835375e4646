package io.krait.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** An advisory in the format of OSV, as far as it is about artifacts of Maven. */
final class Advisory {

  private static final String BEGINNING = "0";

  private final JsonNode content;

  Advisory(JsonNode content) {
    this.content = content;
  }

  /** All of a folder. */
  static List<Advisory> in(Path folder) throws IOException {
    List<Advisory> advisories = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".json")).sorted().toList()) {
        advisories.add(new Advisory(json.readTree(Files.readAllBytes(file))));
      }
    }
    return advisories;
  }

  boolean isAbout(Component component) {
    for (JsonNode affected : content.path("affected")) {
      JsonNode what = affected.path("package");
      if (what.path("ecosystem").asText().equals("Maven")
          && what.path("name").asText().equals(component.name())
          && isAffected(affected, component.version())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAffected(JsonNode affected, String version) {
    for (JsonNode named : affected.path("versions")) {
      if (named.asText().equals(version)) {
        return true;
      }
    }
    ComparableVersion ours = new ComparableVersion(version);
    for (JsonNode range : affected.path("ranges")) {
      boolean inside = false;
      for (JsonNode event : range.path("events")) {
        if (event.has("introduced")) {
          String first = event.path("introduced").asText();
          inside |= first.equals(BEGINNING) || ours.compareTo(new ComparableVersion(first)) >= 0;
        } else if (event.has("fixed")) {
          inside &= ours.compareTo(new ComparableVersion(event.path("fixed").asText())) < 0;
        } else if (event.has("last_affected")) {
          inside &=
              ours.compareTo(new ComparableVersion(event.path("last_affected").asText())) <= 0;
        }
      }
      if (inside) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return content.path("id").asText() + " (" + content.path("summary").asText() + ")";
  }
}
