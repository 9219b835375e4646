package io.krait.codegen.python;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.krait.codegen.GeneratedFile;
import io.krait.codegen.Generator;
import io.krait.codegen.contract.Contract;
import io.krait.codegen.contract.EnumType;
import io.krait.codegen.contract.Message;
import io.krait.codegen.contract.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Makes the Python SDK's models, clients, hook names and servicers. The messages themselves are
 * protoc's work; see {@link PythonProtoGenerator}.
 */
public final class PythonGenerator implements Generator {

  private static final String GENERATED = "mattermost_plugin/_generated/";

  @Override
  public List<GeneratedFile> generate(Contract given) {
    Contract contract = PythonFiles.split(sorted(given));
    List<GeneratedFile> files = new ArrayList<>();
    files.add(
        new GeneratedFile(
            PythonProtoGenerator.FOLDER + "__init__.py",
            note("The contract's messages and gRPC stubs, as protobuf and gRPC know them.")));
    contract.services().stream()
        .collect(groupingBy(Service::file, TreeMap::new, toList()))
        .forEach(
            (file, services) ->
                files.add(
                    new GeneratedFile(
                        PythonProtoGenerator.FOLDER + PythonTypes.module(file) + "_grpc.py",
                        new GrpcModule(services).text())));
    files.add(
        new GeneratedFile(
            GENERATED + "__init__.py",
            note("What follows mechanically from the contract; import it from elsewhere.")));
    new ModelsModules(contract)
        .texts()
        .forEach(
            (module, text) ->
                files.add(new GeneratedFile(GENERATED + "models/" + module + ".py", text)));
    ClientModules clients = new ClientModules(contract);
    files.add(new GeneratedFile(GENERATED + "api_methods.py", clients.facts()));
    files.add(new GeneratedFile(GENERATED + "api.py", clients.methods(false)));
    files.add(new GeneratedFile(GENERATED + "async_api.py", clients.methods(true)));
    HooksModules hooks = new HooksModules(contract);
    files.add(new GeneratedFile(GENERATED + "hook_names.py", hooks.names()));
    files.add(new GeneratedFile(GENERATED + "hook_facts.py", hooks.hookFacts()));
    files.add(new GeneratedFile(GENERATED + "hook_types.py", new HookTypesModule(contract).text()));
    files.add(new GeneratedFile(GENERATED + "hook_methods.py", hooks.methods()));
    files.add(new GeneratedFile(GENERATED + "hooks.py", hooks.servicer()));
    return files;
  }

  // The order of files depends on who calls protoc; what is committed must not.
  private static Contract sorted(Contract contract) {
    return new Contract(
        contract.packages(),
        contract.messages().stream().sorted(Comparator.comparing(Message::name)).toList(),
        contract.enums().stream().sorted(Comparator.comparing(EnumType::name)).toList(),
        contract.services().stream().sorted(Comparator.comparing(Service::name)).toList());
  }

  private static String note(String text) {
    return new PythonWriter().doc(0, text).text();
  }
}
