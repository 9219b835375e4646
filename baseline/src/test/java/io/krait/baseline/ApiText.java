package io.krait.baseline;

import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API as lines of text, an element each, indented by its depth; and what bnd compares, read from
 * them.
 *
 * <p>What a member may be called with and returns stands on its own line. Where adding or removing
 * an element is a larger or smaller change than it is mostly, the line ends with both, as in {@code
 * (MAJOR/MAJOR)}.
 */
final class ApiText {

  private static final Pattern LINE =
      Pattern.compile("( *)([a-z_]+) (.*?)(?: \\(([A-Z]+)/([A-Z]+)\\))?");
  private static final String BETWEEN = " | ";

  private ApiText() {}

  static String of(List<Tree.Data> packages) {
    StringBuilder text = new StringBuilder();
    packages.stream()
        .sorted(Comparator.comparing(element -> element.name))
        .forEach(element -> write(element, 0, text));
    return text.toString();
  }

  static List<Tree.Data> parse(String text) {
    Node root = new Node(new Tree.Data());
    Deque<Node> path = new ArrayDeque<>(List.of(root));
    for (String line : text.lines().toList()) {
      List<String> parts = List.of(line.split(Pattern.quote(BETWEEN), -1));
      boolean isMember = parts.get(0).matches(" *(method|field) .*");
      Node node = new Node(read(isMember ? parts.get(0) : line));
      int depth = line.length() - line.stripLeading().length();
      while (path.size() > depth + 1) {
        path.pop();
      }
      path.element().children.add(node);
      path.push(node);
      if (isMember) {
        parts.stream().skip(1).forEach(part -> node.children.add(new Node(read(part))));
      }
    }
    return List.of(root.complete().children);
  }

  private static void write(Tree.Data element, int depth, StringBuilder text) {
    text.append(" ".repeat(depth)).append(line(element));
    List<Tree.Data> below = new ArrayList<>();
    for (Tree.Data child : element.children == null ? new Tree.Data[0] : element.children) {
      boolean isOnTheLine = child.type == Type.ACCESS || child.type == Type.RETURN;
      if (isOnTheLine && (element.type == Type.METHOD || element.type == Type.FIELD)) {
        text.append(BETWEEN).append(line(child));
      } else {
        below.add(child);
      }
    }
    text.append('\n');
    below.forEach(child -> write(child, depth + 1, text));
  }

  private static String line(Tree.Data element) {
    String line =
        element.type.name().toLowerCase(Locale.ROOT)
            + " "
            + element.name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    boolean asMostly =
        element.add == added(element.type) && element.rem == removed(element.type, element.name);
    return asMostly ? line : line + " (" + element.add + "/" + element.rem + ")";
  }

  private static Tree.Data read(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not the line of an element: " + line);
    }
    Tree.Data element = new Tree.Data();
    element.type = Type.valueOf(parts.group(2).toUpperCase(Locale.ROOT));
    element.name = unescaped(parts.group(3));
    boolean asMostly = parts.group(4) == null;
    element.add = asMostly ? added(element.type) : Delta.valueOf(parts.group(4));
    element.rem = asMostly ? removed(element.type, element.name) : Delta.valueOf(parts.group(5));
    return element;
  }

  private static String unescaped(String name) {
    return Pattern.compile("\\\\(.)")
        .matcher(name)
        .replaceAll(
            found ->
                switch (found.group(1)) {
                  case "n" -> "\n";
                  case "r" -> "\r";
                  default -> "\\\\";
                });
  }

  private static Delta added(Type type) {
    return switch (type) {
      case ACCESS -> Delta.MAJOR;
      case ANNOTATED, CONSTANT -> Delta.CHANGED;
      case EXTENDS, PROPERTY -> Delta.MICRO;
      case VERSION -> Delta.IGNORED;
      default -> Delta.MINOR;
    };
  }

  private static Delta removed(Type type, String name) {
    return switch (type) {
      case ACCESS -> name.equals("static") ? Delta.MAJOR : Delta.MINOR;
      case ANNOTATED, CONSTANT -> Delta.CHANGED;
      case PROPERTY -> Delta.MICRO;
      case VERSION -> Delta.IGNORED;
      default -> Delta.MAJOR;
    };
  }

  /** An element whose children are still being read. */
  private record Node(Tree.Data element, List<Node> children) {
    Node(Tree.Data element) {
      this(element, new ArrayList<>());
    }

    Tree.Data complete() {
      element.children = children.stream().map(Node::complete).toArray(Tree.Data[]::new);
      return element;
    }
  }
}
