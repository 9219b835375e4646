package io.krait.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.krait.codegen.GeneratedFile;
import io.krait.codegen.contract.Rpc;
import io.krait.codegen.contract.Service;
import javax.lang.model.element.Modifier;

/** Makes the interfaces that stand for a service. */
final class InterfaceGenerator {

  private static final ClassName IMPLEMENTED_HOOKS =
      ClassName.get(JavaNames.INTERNAL, "ImplementedHooks");
  // The one hook that needs no author: which hooks there are shows in the class.
  private static final String IMPLEMENTED = "Implemented";

  /** The interface whose methods wait for their result; each has a default that says it is not. */
  GeneratedFile blocking(ClassName name, Service service) {
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(Javadoc.of(service.doc(), service.name() + "."))
            .addJavadoc(
                "\n\n<p>Every method that is not overridden fails with status 501 and its name. "
                    + "Implementations must be safe for use from any thread.");
    for (Rpc rpc : service.rpcs()) {
      type.addMethod(
          MethodSpec.methodBuilder(JavaNames.method(rpc))
              .addJavadoc(Javadoc.of(rpc))
              .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
              .returns(JavaTypes.returned(rpc))
              .addParameters(JavaTypes.parameters(rpc))
              .addStatement(defaultBody(rpc))
              .build());
    }
    return JavaSource.of(name.packageName(), type.build());
  }

  private static CodeBlock defaultBody(Rpc rpc) {
    return rpc.hook().isPresent() && rpc.name().equals(IMPLEMENTED)
        ? CodeBlock.of("return $T.of(this)", IMPLEMENTED_HOOKS)
        : CodeBlock.of("throw $T.notImplemented($S)", JavaNames.APP_ERROR, rpc.name());
  }

  /** The interface whose methods return at once, and complete with their result. */
  GeneratedFile async(ClassName name, ClassName blocking, Service service) {
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                "{@link $T} without waiting: each method returns at once, and its stage completes "
                    + "with the result or with an {@link $T}. Implementations are safe for use "
                    + "from any thread; where a stage completes is for them to say.",
                blocking,
                JavaNames.APP_ERROR);
    for (Rpc rpc : service.rpcs()) {
      type.addMethod(
          MethodSpec.methodBuilder(JavaNames.method(rpc))
              .addJavadoc("See {@link $T#$L}.", blocking, JavaNames.method(rpc))
              .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
              .returns(JavaTypes.returnedLater(rpc))
              .addParameters(JavaTypes.parameters(rpc))
              .build());
    }
    return JavaSource.of(name.packageName(), type.build());
  }
}
