package io.krait.codegen.contract;

import java.util.List;
import java.util.stream.Stream;

/**
 * A gRPC service.
 *
 * @param fullName as it appears on the wire: package, dot, name
 */
public record Service(String name, String fullName, String file, List<Rpc> rpcs, String doc) {

  public Service {
    rpcs = List.copyOf(rpcs);
  }

  /** This service with the methods of another one besides. */
  Service extendedBy(Service other) {
    List<Rpc> all = Stream.concat(rpcs.stream(), other.rpcs.stream()).toList();
    return new Service(name, fullName, file, all, doc);
  }
}
