package io.krait.host.internal.chat;

import io.krait.api.Nullable;
import io.krait.host.internal.storage.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/** Kept contents, one after the other; at most one of them is open. */
final class JoinedContents extends InputStream {

  private final FileStore store;
  private final Iterator<String> left;
  private @Nullable InputStream current;

  JoinedContents(FileStore store, List<String> contents) {
    this.store = store;
    this.left = contents.iterator();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (true) {
      InputStream open = current;
      if (open == null) {
        if (!left.hasNext()) {
          return -1;
        }
        open = store.open(left.next());
        current = open;
      }
      int count = open.read(buffer, offset, length);
      if (count >= 0) {
        return count;
      }
      close();
    }
  }

  @Override
  public void close() throws IOException {
    InputStream open = current;
    current = null;
    if (open != null) {
      open.close();
    }
  }
}
