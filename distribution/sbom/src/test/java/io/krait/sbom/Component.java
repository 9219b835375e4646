package io.krait.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of the distribution that the bill of materials names.
 *
 * @param name group and artifact, as in {@code org.yaml:snakeyaml}
 * @param licences one of which may be chosen
 */
record Component(String name, String version, List<String> licences) {

  /** All that a CycloneDX bill in JSON names. */
  static List<Component> of(Path bill) throws IOException {
    List<Component> components = new ArrayList<>();
    for (JsonNode component :
        new ObjectMapper().readTree(Files.readAllBytes(bill)).path("components")) {
      List<String> licences = new ArrayList<>();
      for (JsonNode choice : component.path("licenses")) {
        JsonNode licence = choice.path("license");
        String expression = choice.path("expression").asText();
        licences.add(
            expression.isEmpty()
                ? licence.path("id").asText(licence.path("name").asText())
                : expression);
      }
      components.add(
          new Component(
              component.path("group").asText() + ":" + component.path("name").asText(),
              component.path("version").asText(),
              licences));
    }
    return components;
  }

  boolean isOurs() {
    return name.startsWith("io.krait:");
  }
}
