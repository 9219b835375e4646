package io.krait.codegen.java;

import io.krait.codegen.GeneratedFile;
import io.krait.codegen.Generator;
import io.krait.codegen.contract.Contract;
import io.krait.codegen.contract.Message;
import io.krait.codegen.contract.Rpc;
import io.krait.codegen.contract.Service;
import java.util.ArrayList;
import java.util.List;

/** Makes what hosts and other bundles compile against: models, enums and interfaces. */
public final class JavaApiGenerator implements Generator {

  @Override
  public List<GeneratedFile> generate(Contract contract) {
    List<GeneratedFile> files = new ArrayList<>();
    EnumGenerator enums = new EnumGenerator();
    contract.enums().forEach(type -> files.add(enums.generate(type)));
    ModelGenerator models = new ModelGenerator();
    for (Message message : contract.models()) {
      if (!JavaNames.HAND_WRITTEN.contains(message.name())) {
        files.add(
            models.generate(
                JavaNames.model(message.name()),
                message.fields(),
                message.doc(),
                message.name() + "."));
      }
    }
    for (Service service : contract.services()) {
      for (Rpc rpc : service.rpcs()) {
        argumentsAndResults(models, rpc, files);
      }
    }
    Service hooks = contract.service(true);
    InterfaceGenerator interfaces = new InterfaceGenerator();
    files.add(interfaces.blocking(JavaNames.PLUGIN_API, contract.service(false)));
    files.add(interfaces.blocking(JavaNames.PLUGIN_HOOKS, hooks));
    files.add(interfaces.async(JavaNames.ASYNC_PLUGIN_HOOKS, JavaNames.PLUGIN_HOOKS, hooks));
    files.add(new HookNameGenerator(contract).generate(hooks));
    return files;
  }

  private static void argumentsAndResults(
      ModelGenerator models, Rpc rpc, List<GeneratedFile> files) {
    if (rpc.parametersClass().isPresent()) {
      files.add(
          models.generate(
              JavaNames.parameters(rpc),
              rpc.arguments(),
              "",
              "The arguments of " + rpc.name() + "; those left out do not narrow the result."));
    }
    if (!rpc.streaming() && rpc.results().size() > 1) {
      files.add(
          models.generate(
              JavaNames.result(rpc), rpc.results(), "", "The results of " + rpc.name() + "."));
    }
  }
}
