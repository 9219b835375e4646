package io.krait.codegen.java;

import com.palantir.javapoet.CodeBlock;
import io.krait.codegen.contract.Field;
import io.krait.codegen.contract.Rpc;
import java.util.List;

/** Makes Javadoc of the contract's comments. */
final class Javadoc {

  private Javadoc() {}

  /** The comment as Javadoc; {@code otherwise} where there is none. */
  static CodeBlock of(String doc, String otherwise) {
    String text = doc.isBlank() ? otherwise : doc;
    return CodeBlock.of("$L", paragraphs(text));
  }

  /** Javadoc of the method that stands for an rpc: what it does, its parameters and result. */
  static CodeBlock of(Rpc rpc) {
    CodeBlock.Builder doc = CodeBlock.builder().add("$L", paragraphs(rpc.doc()));
    if (!rpc.since().isEmpty()) {
      doc.add("\n\n<p>Part of the contract since version $L.", escape(rpc.since()));
    }
    doc.add("\n");
    if (!rpc.streaming() && rpc.parametersClass().isEmpty()) {
      for (Field argument : rpc.arguments()) {
        doc.add("\n@param $L $L", JavaNames.variable(argument), phrase(argument));
      }
    }
    List<Field> results = rpc.results();
    if (!rpc.streaming() && results.size() == 1) {
      doc.add("\n@return $L", phrase(results.get(0)));
    }
    if (!rpc.streaming()) {
      doc.add("\n@throws $T when the call fails", JavaNames.APP_ERROR);
    }
    return doc.build();
  }

  private static String phrase(Field field) {
    return field.doc().isBlank()
        ? "the " + field.name().replace('_', ' ')
        : escape(field.doc()).replace("\n", " ").replaceAll(" +", " ");
  }

  private static String paragraphs(String text) {
    return escape(text).replaceAll("\n\\s*\n", "\n\n<p>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("*/", "*&#47;")
        .replace("@", "&#64;");
  }
}
