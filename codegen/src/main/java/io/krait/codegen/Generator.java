package io.krait.codegen;

import io.krait.codegen.contract.Contract;
import java.util.List;

/** Makes source files from the contract. */
public interface Generator {

  /** The files, in an order that does not change between runs. */
  List<GeneratedFile> generate(Contract contract);
}
