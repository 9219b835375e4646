package io.krait.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.krait.codegen.GeneratedFile;

/** Turns a type into a source file. */
final class JavaSource {

  private JavaSource() {}

  static GeneratedFile of(String packageName, TypeSpec type) {
    // Types that exist on both sides of a conversion are named in full on the wire's side, which
    // javac accepts without an import; unused suppressions do no harm.
    TypeSpec quiet =
        type.toBuilder()
            .addAnnotation(
                AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "all")
                    .build())
            .build();
    JavaFile file =
        JavaFile.builder(packageName, quiet)
            .addFileComment("Generated from the contract in proto/. Do not edit.")
            .skipJavaLangImports(true)
            .indent("  ")
            .build();
    return new GeneratedFile(
        packageName.replace('.', '/') + "/" + type.name() + ".java", file.toString());
  }
}
