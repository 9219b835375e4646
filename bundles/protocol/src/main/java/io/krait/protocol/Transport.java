package io.krait.protocol;

/** What carries the calls between Krait and a peer. */
public enum Transport {
  /** gRPC, which every peer knows. */
  GRPC("gRPC"),
  /** Frames of Krait's own on a unix socket, which its own SDK knows. */
  LANE("lane");

  private final String label;

  Transport(String label) {
    this.label = label;
  }

  /** How people are told of it. */
  public String label() {
    return label;
  }

  @Override
  public String toString() {
    return label;
  }
}
