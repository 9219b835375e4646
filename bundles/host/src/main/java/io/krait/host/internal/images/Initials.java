package io.krait.host.internal.images;

import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Map;

/** Makes pictures for those who have none: the first letter of a name on a colour of its own. */
public final class Initials {

  private static final int COLUMNS = 5;
  private static final int ROWS = 7;

  /** Dark enough that white is read on each of them. */
  private static final int[] COLOURS = {
    0x1f77b4, 0x2a7f62, 0x7b4fa3, 0xb3445a, 0x9a5b13, 0x3f6212, 0x0e7490, 0x6b4f3a
  };

  /** Five columns and seven rows each, as what a machine without fonts can draw. */
  private static final Map<Character, String> LETTERS =
      Map.ofEntries(
          Map.entry('a', "01110 10001 10001 11111 10001 10001 10001"),
          Map.entry('b', "11110 10001 10001 11110 10001 10001 11110"),
          Map.entry('c', "01110 10001 10000 10000 10000 10001 01110"),
          Map.entry('d', "11110 10001 10001 10001 10001 10001 11110"),
          Map.entry('e', "11111 10000 10000 11110 10000 10000 11111"),
          Map.entry('f', "11111 10000 10000 11110 10000 10000 10000"),
          Map.entry('g', "01110 10001 10000 10111 10001 10001 01111"),
          Map.entry('h', "10001 10001 10001 11111 10001 10001 10001"),
          Map.entry('i', "01110 00100 00100 00100 00100 00100 01110"),
          Map.entry('j', "00111 00010 00010 00010 00010 10010 01100"),
          Map.entry('k', "10001 10010 10100 11000 10100 10010 10001"),
          Map.entry('l', "10000 10000 10000 10000 10000 10000 11111"),
          Map.entry('m', "10001 11011 10101 10101 10001 10001 10001"),
          Map.entry('n', "10001 11001 10101 10011 10001 10001 10001"),
          Map.entry('o', "01110 10001 10001 10001 10001 10001 01110"),
          Map.entry('p', "11110 10001 10001 11110 10000 10000 10000"),
          Map.entry('q', "01110 10001 10001 10001 10101 10010 01101"),
          Map.entry('r', "11110 10001 10001 11110 10100 10010 10001"),
          Map.entry('s', "01111 10000 10000 01110 00001 00001 11110"),
          Map.entry('t', "11111 00100 00100 00100 00100 00100 00100"),
          Map.entry('u', "10001 10001 10001 10001 10001 10001 01110"),
          Map.entry('v', "10001 10001 10001 10001 10001 01010 00100"),
          Map.entry('w', "10001 10001 10001 10101 10101 11011 10001"),
          Map.entry('x', "10001 10001 01010 00100 01010 10001 10001"),
          Map.entry('y', "10001 10001 01010 00100 00100 00100 00100"),
          Map.entry('z', "11111 00001 00010 00100 01000 10000 11111"),
          Map.entry('0', "01110 10001 10011 10101 11001 10001 01110"),
          Map.entry('1', "00100 01100 00100 00100 00100 00100 01110"),
          Map.entry('2', "01110 10001 00001 00110 01000 10000 11111"),
          Map.entry('3', "11110 00001 00001 01110 00001 00001 11110"),
          Map.entry('4', "00010 00110 01010 10010 11111 00010 00010"),
          Map.entry('5', "11111 10000 11110 00001 00001 10001 01110"),
          Map.entry('6', "01110 10000 10000 11110 10001 10001 01110"),
          Map.entry('7', "11111 00001 00010 00100 01000 01000 01000"),
          Map.entry('8', "01110 10001 10001 01110 10001 10001 01110"),
          Map.entry('9', "01110 10001 10001 01111 00001 00001 01110"));

  private Initials() {}

  /**
   * The picture for a name, the same whenever it is made.
   *
   * @param id whose it is; decides the colour
   * @param side how wide and high it is, in pixels
   */
  public static byte[] png(String id, String name, int side) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    int colour = COLOURS[Math.floorMod(id.hashCode(), COLOURS.length)];
    int cell = side / (ROWS + 5);
    int left = (side - COLUMNS * cell) / 2;
    int top = (side - ROWS * cell) / 2;
    String letter = letter(name);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int column = Math.floorDiv(x - left, cell);
        int row = Math.floorDiv(y - top, cell);
        boolean drawn =
            column >= 0
                && column < COLUMNS
                && row >= 0
                && row < ROWS
                && letter.charAt(row * (COLUMNS + 1) + column) == '1';
        image.setRGB(x, y, drawn ? 0xffffff : colour);
      }
    }
    return new Picture(new ImageHeader(ImageKind.PNG, side, side), image).png();
  }

  private static String letter(String name) {
    return name.toLowerCase(Locale.ROOT)
        .chars()
        .mapToObj(letter -> LETTERS.get((char) letter))
        .filter(letter -> letter != null)
        .findFirst()
        .orElseGet(() -> LETTERS.get('o'));
  }
}
