package io.krait.runtime.manifest;

import io.krait.api.Nullable;
import io.krait.api.VisibleText;
import java.math.BigDecimal;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Turns the text of a manifest in YAML into maps, lists and plain values. All that needs the
 * library for it is in here: a server can do without.
 */
final class YamlParser {

  private static final int SHOWN = 400;

  /**
   * Parses the text of the file {@code name}.
   *
   * @throws ManifestException where it is not YAML
   * @throws NoClassDefFoundError where the library is not there
   */
  @Nullable Object parse(String name, String text) throws ManifestException {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    // An alias can stand for its own parent, or blow a few lines up to gigabytes.
    options.setMaxAliasesForCollections(0);
    try {
      return new Yaml(new PlainValues(options)).load(text);
    } catch (MarkedYAMLException e) {
      throw new ManifestException(
          "%s: is not YAML: %s%s"
              .formatted(
                  name,
                  VisibleText.excerpt(String.valueOf(e.getProblem()), SHOWN),
                  e.getProblemMark() == null
                      ? ""
                      : " (line %d, column %d)"
                          .formatted(
                              e.getProblemMark().getLine() + 1,
                              e.getProblemMark().getColumn() + 1)),
          e);
    } catch (YAMLException e) {
      throw new ManifestException(
          "%s: is not YAML: %s"
              .formatted(name, VisibleText.excerpt(String.valueOf(e.getMessage()), SHOWN)),
          e);
    }
  }

  /** Keeps numbers as they were written, so that a version 3.10 does not become 3.1. */
  private static final class PlainValues extends SafeConstructor {
    PlainValues(LoaderOptions options) {
      super(options);
      yamlConstructors.put(
          Tag.FLOAT,
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              String text = ((ScalarNode) node).getValue();
              try {
                return new BigDecimal(text);
              } catch (NumberFormatException notDecimal) {
                return text;
              }
            }
          });
      yamlConstructors.put(
          Tag.TIMESTAMP,
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return ((ScalarNode) node).getValue();
            }
          });
    }
  }
}
