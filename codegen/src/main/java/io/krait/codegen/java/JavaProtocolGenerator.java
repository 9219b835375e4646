package io.krait.codegen.java;

import com.palantir.javapoet.ClassName;
import io.krait.codegen.GeneratedFile;
import io.krait.codegen.Generator;
import io.krait.codegen.contract.Contract;
import io.krait.codegen.contract.Message;
import io.krait.codegen.contract.Service;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes what connects the API's types with the wire: converters, and both sides of each service.
 */
public final class JavaProtocolGenerator implements Generator {

  @Override
  public List<GeneratedFile> generate(Contract contract) {
    List<GeneratedFile> files = new ArrayList<>();
    ConverterGenerator converters = new ConverterGenerator();
    for (Message message : contract.models()) {
      if (!JavaNames.HAND_WRITTEN.contains(message.name())) {
        files.add(converters.generate(message));
      }
    }
    Service api = contract.service(false);
    Service hooks = contract.service(true);
    ServiceCallsGenerator calls = new ServiceCallsGenerator();
    files.add(calls.generate(inCalls("PluginApiCalls"), JavaNames.PLUGIN_API, api));
    files.add(calls.generate(inCalls("PluginHooksCalls"), JavaNames.PLUGIN_HOOKS, hooks));
    ClientGenerator clients = new ClientGenerator();
    files.add(clients.generate(inCalls("RemotePluginApi"), JavaNames.PLUGIN_API, api, false));
    files.add(clients.generate(inCalls("RemotePluginHooks"), JavaNames.PLUGIN_HOOKS, hooks, false));
    files.add(
        clients.generate(
            inCalls("AsyncRemotePluginHooks"), JavaNames.ASYNC_PLUGIN_HOOKS, hooks, true));
    return files;
  }

  private static ClassName inCalls(String name) {
    return ClassName.get(JavaNames.CALLS, name);
  }
}
