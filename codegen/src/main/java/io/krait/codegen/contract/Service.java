package io.krait.codegen.contract;

import java.util.List;

/**
 * A gRPC service.
 *
 * @param fullName as it appears on the wire: package, dot, name
 */
public record Service(String name, String fullName, String file, List<Rpc> rpcs, String doc) {

  public Service {
    rpcs = List.copyOf(rpcs);
  }
}
