package io.krait.http.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that begin alike: one, or all of a network, as {@code 10.0.0.0/8}. */
final class Network {

  // Nothing that would be looked up as a name.
  private static final Pattern LITERAL =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private final byte[] address;
  private final int bits;

  private Network(byte[] address, int bits) {
    this.address = address;
    this.bits = bits;
  }

  /** Reads an address, or a network as an address and the number of bits that count. */
  static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    Optional<byte[]> address = bytes(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int all = address.get().length * Byte.SIZE;
    if (slash < 0) {
      return Optional.of(new Network(address.get(), all));
    }
    String bits = text.substring(slash + 1).strip();
    if (!bits.matches("\\d{1,3}") || Integer.parseInt(bits) > all) {
      return Optional.empty();
    }
    return Optional.of(new Network(address.get(), Integer.parseInt(bits)));
  }

  /** Whether an address is one of these; whatever is no address is not. */
  boolean contains(String text) {
    Optional<byte[]> other = bytes(text);
    if (other.isEmpty() || other.get().length != address.length) {
      return false;
    }
    int whole = bits / Byte.SIZE;
    int rest = bits % Byte.SIZE;
    if (!Arrays.equals(address, 0, whole, other.get(), 0, whole)) {
      return false;
    }
    int mask = 0xff << (Byte.SIZE - rest);
    return rest == 0 || (address[whole] & mask & 0xff) == (other.get()[whole] & mask & 0xff);
  }

  /** Whether this is an address, with or without brackets. */
  static boolean isAddress(String text) {
    return bytes(text).isPresent();
  }

  private static Optional<byte[]> bytes(String text) {
    String plain = text.strip();
    if (plain.startsWith("[") && plain.endsWith("]")) {
      plain = plain.substring(1, plain.length() - 1);
    }
    if (!LITERAL.matcher(plain).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(plain).getAddress());
    } catch (UnknownHostException none) {
      return Optional.empty();
    }
  }
}
