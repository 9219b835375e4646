package io.krait.codegen.python;

import io.krait.codegen.contract.Message;
import io.krait.codegen.contract.Rpc;
import io.krait.codegen.contract.Service;
import java.util.List;
import java.util.stream.Stream;

/** Writes the stubs and servicers of one proto file's services, as gRPC has them. */
final class GrpcModule {

  private final List<Service> services;
  private final PythonWriter out = new PythonWriter();

  GrpcModule(List<Service> services) {
    this.services = List.copyOf(services);
  }

  String text() {
    out.doc(0, "gRPC stubs and servicers.").gap();
    out.line(0, "from typing import Any").gap();
    out.line(0, "import grpc").gap();
    services.stream()
        .flatMap(service -> service.rpcs().stream())
        .flatMap(rpc -> Stream.of(rpc.request(), rpc.response()))
        .map(Message::file)
        .map(PythonTypes::module)
        .distinct()
        .sorted()
        .forEach(module -> out.line(0, "from mattermost_plugin.grpc import " + module));
    for (Service service : services) {
      addStub(service);
      addServicer(service);
      addRegistration(service);
    }
    return out.text();
  }

  private void addStub(Service service) {
    out.gap().gap().line(0, "class " + service.name() + "Stub:");
    out.doc(1, "Calls " + service.fullName() + " through a channel, blocking or asyncio.").gap();
    out.line(1, "def __init__(self, channel: Any) -> None:");
    for (Rpc rpc : service.rpcs()) {
      out.line(2, "self.%s = channel.%s(".formatted(rpc.name(), arity(rpc)));
      out.line(3, "\"/%s/%s\",".formatted(service.fullName(), rpc.name()));
      out.line(
          3,
          "request_serializer=%s.SerializeToString,"
              .formatted(PythonTypes.messageClass(rpc.request())));
      out.line(
          3,
          "response_deserializer=%s.FromString,"
              .formatted(PythonTypes.messageClass(rpc.response())));
      out.line(2, ")");
    }
  }

  private void addServicer(Service service) {
    out.gap().gap().line(0, "class " + service.name() + "Servicer:");
    out.doc(1, "Answers " + service.fullName() + "; every method is to be overridden.");
    for (Rpc rpc : service.rpcs()) {
      String request = rpc.streaming() ? "request_iterator" : "request";
      out.gap()
          .line(1, "def %s(self, %s: Any, context: Any) -> Any:".formatted(rpc.name(), request));
      out.line(2, "context.set_code(grpc.StatusCode.UNIMPLEMENTED)");
      out.line(2, "context.set_details(\"%s is not implemented\")".formatted(rpc.name()));
      out.line(2, "raise NotImplementedError(\"%s is not implemented\")".formatted(rpc.name()));
    }
  }

  private void addRegistration(Service service) {
    out.gap()
        .gap()
        .line(
            0,
            "def add_%sServicer_to_server(servicer: Any, server: Any) -> None:"
                .formatted(service.name()));
    out.doc(1, "Make `server` answer the service's calls through `servicer`.");
    out.line(1, "handlers = {");
    for (Rpc rpc : service.rpcs()) {
      out.line(2, "\"%s\": grpc.%s_rpc_method_handler(".formatted(rpc.name(), arity(rpc)));
      out.line(3, "servicer." + rpc.name() + ",");
      out.line(
          3,
          "request_deserializer=%s.FromString,".formatted(PythonTypes.messageClass(rpc.request())));
      out.line(
          3,
          "response_serializer=%s.SerializeToString,"
              .formatted(PythonTypes.messageClass(rpc.response())));
      out.line(2, "),");
    }
    out.line(1, "}");
    out.line(1, "server.add_generic_rpc_handlers(");
    out.line(
        2,
        "(grpc.method_handlers_generic_handler(\"%s\", handlers),)".formatted(service.fullName()));
    out.line(1, ")");
  }

  private static String arity(Rpc rpc) {
    return rpc.streaming() ? "stream_stream" : "unary_unary";
  }
}
