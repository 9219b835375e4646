package io.krait.runtime.internal.plugins;

import io.krait.api.Nullable;
import io.krait.api.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Walks through a tar that nobody vouches for. Whatever a header says of its own size, no more of
 * it is held than a header may have; libraries read a name of gigabytes as one.
 */
final class TarReader {

  /** The longest name that is held, in bytes; no system can hold a longer one. */
  static final int LONGEST_NAME = 4096;

  /** How much a header of POSIX may have; attributes of files are in there as well. */
  static final int LONGEST_RECORDS = 128 << 10;

  private static final int MOST_BEFORE_AN_ENTRY = 16;
  private static final int OWNER_MAY_EXECUTE = 0100;
  private static final int SHOWN = 100;

  private final InputStream in;
  private final byte[] block = new byte[TarHeader.BYTES];
  private String current = "";
  private long content;
  private long padding;

  TarReader(InputStream in) {
    this.in = in;
  }

  /**
   * The next entry; empty where there is none.
   *
   * @throws InstallException where the tar is damaged, ends early, or has a header that is too
   *     large
   * @throws IOException where reading fails
   */
  Optional<TarEntry> next() throws InstallException, IOException {
    skipContent();
    String longName = null;
    PaxRecords records = PaxRecords.none();
    for (int before = 0; before <= MOST_BEFORE_AN_ENTRY; before++) {
      TarHeader header = header();
      if (header.isEmpty()) {
        return Optional.empty();
      }
      if (!header.isWhole()) {
        throw new InstallException("the archive is damaged%s: a header is none".formatted(where()));
      }
      switch (header.type()) {
        case 'L' -> longName = longName(header);
        // The target of a link, which is refused anyhow; it has the same bound.
        case 'K' -> longName(header);
        case 'x', 'X' -> records = PaxRecords.parse(held(header, LONGEST_RECORDS, "a header"));
        // Comments, as git writes them; what is for all files is in no archive of a plugin.
        case 'g' -> held(header, LONGEST_RECORDS, "a header");
        default -> {
          return Optional.of(entry(header, longName, records));
        }
      }
    }
    throw new InstallException(
        "the archive is damaged%s: there are more than %d headers before one entry"
            .formatted(where(), MOST_BEFORE_AN_ENTRY));
  }

  private TarEntry entry(TarHeader header, @Nullable String longName, PaxRecords records)
      throws InstallException {
    String name = records.path().orElse(longName == null ? header.name() : longName);
    current = name;
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      throw tooLong("a name", name.length(), LONGEST_NAME);
    }
    long size = records.size().orElse(header.size());
    if (size < 0) {
      throw new InstallException(
          "the archive is damaged%s: its size is no number".formatted(where()));
    }
    content = size;
    padding = padding(size);
    TarEntry.Kind kind = kind(header.type(), name, records);
    boolean executable = header.mode() >= 0 && (header.mode() & OWNER_MAY_EXECUTE) != 0;
    return new TarEntry(name, kind, kind == TarEntry.Kind.FILE ? size : 0, executable);
  }

  private static TarEntry.Kind kind(char type, String name, PaxRecords records) {
    return switch (type) {
      case '0', '7', '\0' ->
          records.isSparse()
              ? TarEntry.Kind.OTHER
              : name.endsWith("/") ? TarEntry.Kind.FOLDER : TarEntry.Kind.FILE;
      case '5' -> TarEntry.Kind.FOLDER;
      default -> TarEntry.Kind.OTHER;
    };
  }

  /**
   * Reads content of the entry that came last.
   *
   * @return how much, or -1 at its end
   * @throws InstallException where the tar ends before
   */
  int read(byte[] buffer) throws InstallException, IOException {
    if (content == 0) {
      return -1;
    }
    int read = in.read(buffer, 0, (int) Math.min(buffer.length, content));
    if (read < 0) {
      throw endsEarly();
    }
    content -= read;
    return read;
  }

  /** What is said of where in the archive that is: nothing before its first entry. */
  String where() {
    return current.isEmpty() ? "" : " at \"%s\"".formatted(VisibleText.excerpt(current, SHOWN));
  }

  private void skipContent() throws InstallException, IOException {
    long left = content + padding;
    content = 0;
    padding = 0;
    while (left > 0) {
      int read = in.read(block, 0, (int) Math.min(block.length, left));
      if (read < 0) {
        throw endsEarly();
      }
      left -= read;
    }
  }

  private TarHeader header() throws InstallException, IOException {
    if (in.readNBytes(block, 0, block.length) < block.length) {
      throw endsEarly();
    }
    return new TarHeader(block.clone());
  }

  private String longName(TarHeader header) throws InstallException, IOException {
    // GNU ends it with a zero.
    byte[] name = held(header, LONGEST_NAME + 1, "a name");
    int length = name.length;
    while (length > 0 && name[length - 1] == 0) {
      length--;
    }
    return new String(name, 0, length, StandardCharsets.UTF_8);
  }

  private byte[] held(TarHeader header, int most, String what)
      throws InstallException, IOException {
    long size = header.size();
    if (size < 0 || size > most) {
      throw tooLong(what, size, most);
    }
    byte[] held = in.readNBytes((int) size);
    if (held.length < size) {
      throw endsEarly();
    }
    content = 0;
    padding = padding(size);
    skipContent();
    return held;
  }

  private static long padding(long size) {
    return -size & (TarHeader.BYTES - 1);
  }

  private InstallException tooLong(String what, long size, int most) {
    return new InstallException(
        "the archive has %s of %s bytes%s; at most %d are allowed"
            .formatted(what, size < 0 ? "no readable number of" : size, after(), most));
  }

  private String after() {
    return current.isEmpty()
        ? " before its first entry"
        : " after \"%s\"".formatted(VisibleText.excerpt(current, SHOWN));
  }

  private InstallException endsEarly() {
    return new InstallException("the archive is damaged or incomplete: it ends early" + after());
  }
}
