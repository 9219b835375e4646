package io.krait.codegen.java;

import static org.assertj.core.api.Assertions.fail;

import com.sun.source.util.JavacTask;
import io.krait.codegen.GeneratedFile;
import io.krait.codegen.Generator;
import io.krait.codegen.contract.Contract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The files that a generator makes, found by their class's name. */
record GeneratedSources(List<GeneratedFile> files) {

  static GeneratedSources of(Generator generator, Contract contract) {
    return new GeneratedSources(generator.generate(contract));
  }

  GeneratedFile file(String type) {
    return files.stream()
        .filter(file -> file.path().endsWith("/" + type + ".java"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " among " + paths()));
  }

  /**
   * Checks that the source of a class has all fragments, where a space stands for any white space.
   */
  void assertContains(String type, String... fragments) throws IOException {
    String source = file(type).content().replaceAll("\\s+", " ");
    List<String> missing = Stream.of(fragments).filter(part -> !source.contains(part)).toList();
    if (!missing.isEmpty()) {
      fail(
          "%s (written to codegen/%s) lacks%n%n%s",
          type, written(file(type)), String.join("\n\n", missing));
    }
  }

  /** Checks that the source of a class has none of the fragments. */
  void assertLacks(String type, String... fragments) throws IOException {
    String source = file(type).content();
    List<String> present = Stream.of(fragments).filter(source::contains).toList();
    if (!present.isEmpty()) {
      fail("%s (written to codegen/%s) has %s", type, written(file(type)), present);
    }
  }

  private static Path written(GeneratedFile file) throws IOException {
    Path path = Path.of("target", "generated-by-tests", file.path());
    Files.createDirectories(path.getParent());
    return Files.writeString(path, file.content());
  }

  List<String> paths() {
    return files.stream().map(GeneratedFile::path).toList();
  }

  /** What javac's parser objects to; that the types fit shows where the bundles are compiled. */
  Stream<String> syntaxErrors() throws IOException {
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    null, null, problems, null, null, files.stream().map(Source::new).toList());
    task.parse().forEach(unit -> {});
    return problems.getDiagnostics().stream()
        .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
        .map(problem -> problem.getSource().getName() + ": " + problem.getMessage(Locale.ROOT));
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String content;

    Source(GeneratedFile file) {
      super(URI.create("generated:///" + file.path()), Kind.SOURCE);
      content = file.content();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return content;
    }
  }
}
