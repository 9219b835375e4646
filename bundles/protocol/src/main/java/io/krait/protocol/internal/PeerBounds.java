package io.krait.protocol.internal;

import com.google.protobuf.Struct;
import io.krait.api.BoundedText;
import io.krait.api.RepeatedFailures;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;

/**
 * Takes no more of what the peer says than is good for those who read it: texts that go to people,
 * logs and clients. What is left out is logged, the first time in a minute for each place.
 */
public final class PeerBounds {

  private static final System.Logger LOG = System.getLogger(PeerBounds.class.getName());

  // Of the process, as what it bounds is the log of the process.
  private static final RepeatedFailures CUT = new RepeatedFailures(LOG);

  private PeerBounds() {}

  /**
   * The text, or its beginning and {@link BoundedText#MARK}.
   *
   * @param most how many characters it has at most
   * @param place where in the contract it stands
   */
  public static String text(String text, int most, String place) {
    if (text.length() <= most) {
      return text;
    }
    log(
        place,
        "%s has %d characters where the peer may say %d; the rest is cut off"
            .formatted(place, text.length(), most));
    return BoundedText.of(text, most);
  }

  /**
   * The list, or its beginning.
   *
   * @param most how many elements it has at most
   * @param place where in the contract it stands
   */
  public static <T> List<T> list(List<T> list, int most, String place) {
    if (list.size() <= most) {
      return list;
    }
    log(
        place,
        "%s has %d elements where the peer may send %d; the rest is left out"
            .formatted(place, list.size(), most));
    return list.subList(0, most);
  }

  /**
   * The values of a JSON object, or none where they are too large.
   *
   * @param most how many bytes they take on the wire at most
   * @param place where in the contract it stands
   */
  public static Map<String, Object> object(Struct object, int most, String place) {
    int size = object.getSerializedSize();
    if (size <= most) {
      return JsonValues.fromStruct(object);
    }
    log(
        place,
        "%s has %d bytes where the peer may send %d; it is left out".formatted(place, size, most));
    return Map.of();
  }

  private static void log(String place, String text) {
    CUT.log(Level.WARNING, place, text, null);
  }
}
