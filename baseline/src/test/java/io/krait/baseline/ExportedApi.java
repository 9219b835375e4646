package io.krait.baseline;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Jar;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import java.io.File;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a bundle of ours exports, as bnd sees it, less what comes from the JDK and differs between
 * JDKs.
 */
final class ExportedApi {

  private static final String OURS = "io.krait.";

  /** The contract's messages, which {@code proto/contract.lock} keeps. */
  private static final String MESSAGES = "io.krait.protocol.v1";

  private ExportedApi() {}

  static boolean isOf(File bundle) throws Exception {
    try (Jar jar = new Jar(bundle)) {
      return !exportsOf(jar).isEmpty();
    }
  }

  /** The packages that a bundle exports. */
  static List<Tree.Data> packagesOf(File bundle) throws Exception {
    try (Jar jar = new Jar(bundle)) {
      jar.getManifest()
          .getMainAttributes()
          .putValue(Constants.EXPORT_PACKAGE, exportsOf(jar).toString());
      return Arrays.stream(new DiffPluginImpl().tree(jar).get("<api>").getChildren())
          .filter(child -> child.getType() == Type.PACKAGE)
          .map(Tree::serialize)
          .map(ExportedApi::withoutTheJdk)
          .toList();
    }
  }

  private static Parameters exportsOf(Jar jar) throws Exception {
    String all = jar.getManifest().getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
    Parameters exports = new Parameters(all);
    exports.keySet().removeIf(name -> !name.startsWith(OURS) || name.equals(MESSAGES));
    return exports;
  }

  private static Tree.Data withoutTheJdk(Tree.Data element) {
    if (element.children == null) {
      return element;
    }
    Set<String> inherited = new HashSet<>(methodsOf(Object.class.getName()));
    for (Tree.Data child : element.children) {
      if (isOfTheJdk(child) && (child.type == Type.EXTENDS || child.type == Type.IMPLEMENTS)) {
        inherited.addAll(methodsOf(child.name));
      }
    }
    List<Tree.Data> children = new ArrayList<>();
    for (Tree.Data child : element.children) {
      boolean isInherited = child.type == Type.METHOD && inherited.contains(child.name);
      if (!isInherited && !(child.type == Type.ANNOTATED && isOfTheJdk(child))) {
        children.add(withoutTheJdk(child));
      }
    }
    element.children = children.toArray(Tree.Data[]::new);
    return element;
  }

  private static boolean isOfTheJdk(Tree.Data element) {
    return (element.name.startsWith("java.") && !element.name.equals(Deprecated.class.getName()))
        || element.name.startsWith("jdk.");
  }

  private static Set<String> methodsOf(String type) {
    try {
      Set<String> methods = new HashSet<>();
      Class<?> declaring = Class.forName(type, false, ClassLoader.getPlatformClassLoader());
      for (Method method : declaring.getDeclaredMethods()) {
        methods.add(
            Arrays.stream(method.getParameterTypes())
                .map(Class::getTypeName)
                .collect(Collectors.joining(",", method.getName() + "(", ")")));
      }
      return methods;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(type + " is not in this JDK", e);
    }
  }
}
