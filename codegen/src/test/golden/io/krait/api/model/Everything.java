// Generated from the contract in proto/. Do not edit.
package io.krait.api.model;

import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.internal.Description;
import io.krait.api.internal.FrozenMap;
import io.krait.api.internal.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Has a field of every kind: plain &lt;b&gt;text&lt;/b&gt; &amp; an &#64;sign.
 *
 * <p>The second paragraph
 * goes over two lines.
 *
 * <p>Immutable, and safe for use from any thread.
 */
@SuppressWarnings("all")
public final class Everything {
  private final String plainText;

  private final boolean flag;

  private final int smallNumber;

  private final long largeNumber;

  private final long unsignedNumber;

  private final double fraction;

  private final Bytes raw;

  private final Volume volume;

  private final @Nullable Part part;

  private final Map<String, Object> jsonObject;

  private final @Nullable Object jsonValue;

  private final @Nullable Integer boxedSmall;

  private final @Nullable Long boxedLarge;

  private final @Nullable String maybeText;

  private final @Nullable Boolean maybeFlag;

  private final @Nullable Long maybeUnsigned;

  private final @Nullable Bytes maybeRaw;

  private final @Nullable Volume maybeVolume;

  private final @Nullable Map<String, Object> maybeObject;

  private final List<String> texts;

  private final List<Long> unsignedNumbers;

  private final List<Bytes> chunks;

  private final List<Volume> volumes;

  private final List<Part> parts;

  private final Map<String, String> textByName;

  private final Map<String, Bytes> rawByName;

  private final Map<String, Long> unsignedByName;

  private final Map<String, Volume> volumeByName;

  private final Map<String, Part> partByName;

  private final String defaultValue;

  private final String hashCodeValue;

  private final String hash;

  private final String other;

  private final String appId;

  private final String userId1;

  private final String secret;

  private final @Nullable String password;

  private final Part requiredPart;

  private final String shortText;

  private final List<String> fewTexts;

  private final List<Part> fewParts;

  private final String undocumented;

  private Everything(Builder builder) {
    this.plainText = builder.plainText;
    this.flag = builder.flag;
    this.smallNumber = builder.smallNumber;
    this.largeNumber = builder.largeNumber;
    this.unsignedNumber = builder.unsignedNumber;
    this.fraction = builder.fraction;
    this.raw = builder.raw;
    this.volume = builder.volume;
    this.part = builder.part;
    this.jsonObject = builder.jsonObject;
    this.jsonValue = builder.jsonValue;
    this.boxedSmall = builder.boxedSmall;
    this.boxedLarge = builder.boxedLarge;
    this.maybeText = builder.maybeText;
    this.maybeFlag = builder.maybeFlag;
    this.maybeUnsigned = builder.maybeUnsigned;
    this.maybeRaw = builder.maybeRaw;
    this.maybeVolume = builder.maybeVolume;
    this.maybeObject = builder.maybeObject;
    this.texts = builder.texts;
    this.unsignedNumbers = builder.unsignedNumbers;
    this.chunks = builder.chunks;
    this.volumes = builder.volumes;
    this.parts = builder.parts;
    this.textByName = builder.textByName;
    this.rawByName = builder.rawByName;
    this.unsignedByName = builder.unsignedByName;
    this.volumeByName = builder.volumeByName;
    this.partByName = builder.partByName;
    this.defaultValue = builder.defaultValue;
    this.hashCodeValue = builder.hashCodeValue;
    this.hash = builder.hash;
    this.other = builder.other;
    this.appId = builder.appId;
    this.userId1 = builder.userId1;
    this.secret = builder.secret;
    this.password = builder.password;
    this.requiredPart = builder.requiredPart;
    this.shortText = builder.shortText;
    this.fewTexts = builder.fewTexts;
    this.fewParts = builder.fewParts;
    this.undocumented = builder.undocumented;
  }

  /**
   * Starts a value whose parts are all empty.
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts a value whose parts are those of this one.
   */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.plainText = this.plainText;
    builder.flag = this.flag;
    builder.smallNumber = this.smallNumber;
    builder.largeNumber = this.largeNumber;
    builder.unsignedNumber = this.unsignedNumber;
    builder.fraction = this.fraction;
    builder.raw = this.raw;
    builder.volume = this.volume;
    builder.part = this.part;
    builder.jsonObject = this.jsonObject;
    builder.jsonValue = this.jsonValue;
    builder.boxedSmall = this.boxedSmall;
    builder.boxedLarge = this.boxedLarge;
    builder.maybeText = this.maybeText;
    builder.maybeFlag = this.maybeFlag;
    builder.maybeUnsigned = this.maybeUnsigned;
    builder.maybeRaw = this.maybeRaw;
    builder.maybeVolume = this.maybeVolume;
    builder.maybeObject = this.maybeObject;
    builder.texts = this.texts;
    builder.unsignedNumbers = this.unsignedNumbers;
    builder.chunks = this.chunks;
    builder.volumes = this.volumes;
    builder.parts = this.parts;
    builder.textByName = this.textByName;
    builder.rawByName = this.rawByName;
    builder.unsignedByName = this.unsignedByName;
    builder.volumeByName = this.volumeByName;
    builder.partByName = this.partByName;
    builder.defaultValue = this.defaultValue;
    builder.hashCodeValue = this.hashCodeValue;
    builder.hash = this.hash;
    builder.other = this.other;
    builder.appId = this.appId;
    builder.userId1 = this.userId1;
    builder.secret = this.secret;
    builder.password = this.password;
    builder.requiredPart = this.requiredPart;
    builder.shortText = this.shortText;
    builder.fewTexts = this.fewTexts;
    builder.fewParts = this.fewParts;
    builder.undocumented = this.undocumented;
    return builder;
  }

  /**
   * A text.
   */
  public String plainText() {
    return plainText;
  }

  /**
   * A flag.
   */
  public boolean flag() {
    return flag;
  }

  /**
   * A small number.
   */
  public int smallNumber() {
    return smallNumber;
  }

  /**
   * A large number.
   */
  public long largeNumber() {
    return largeNumber;
  }

  /**
   * A number without sign.
   */
  public long unsignedNumber() {
    return unsignedNumber;
  }

  /**
   * A fraction.
   */
  public double fraction() {
    return fraction;
  }

  /**
   * Bytes.
   */
  public Bytes raw() {
    return raw;
  }

  /**
   * An enum.
   */
  public Volume volume() {
    return volume;
  }

  /**
   * A message.
   */
  public Optional<Part> part() {
    return Optional.ofNullable(part);
  }

  /**
   * A JSON object.
   */
  public Map<String, Object> jsonObject() {
    return jsonObject;
  }

  /**
   * A JSON value.
   */
  public @Nullable Object jsonValue() {
    return jsonValue;
  }

  /**
   * A small number that may be absent.
   */
  public Optional<Integer> boxedSmall() {
    return Optional.ofNullable(boxedSmall);
  }

  /**
   * A large number that may be absent.
   */
  public Optional<Long> boxedLarge() {
    return Optional.ofNullable(boxedLarge);
  }

  /**
   * A text that may be absent.
   */
  public Optional<String> maybeText() {
    return Optional.ofNullable(maybeText);
  }

  /**
   * A flag that may be absent.
   */
  public Optional<Boolean> maybeFlag() {
    return Optional.ofNullable(maybeFlag);
  }

  /**
   * A number without sign that may be absent.
   */
  public Optional<Long> maybeUnsigned() {
    return Optional.ofNullable(maybeUnsigned);
  }

  /**
   * Bytes that may be absent.
   */
  public Optional<Bytes> maybeRaw() {
    return Optional.ofNullable(maybeRaw);
  }

  /**
   * An enum that may be absent.
   */
  public Optional<Volume> maybeVolume() {
    return Optional.ofNullable(maybeVolume);
  }

  /**
   * A JSON object that may be absent.
   */
  public Optional<Map<String, Object>> maybeObject() {
    return Optional.ofNullable(maybeObject);
  }

  /**
   * Texts.
   */
  public List<String> texts() {
    return texts;
  }

  /**
   * Numbers without sign.
   */
  public List<Long> unsignedNumbers() {
    return unsignedNumbers;
  }

  /**
   * Chunks.
   */
  public List<Bytes> chunks() {
    return chunks;
  }

  /**
   * Enums.
   */
  public List<Volume> volumes() {
    return volumes;
  }

  /**
   * Messages.
   */
  public List<Part> parts() {
    return parts;
  }

  /**
   * Texts by name.
   */
  public Map<String, String> textByName() {
    return textByName;
  }

  /**
   * Bytes by name.
   */
  public Map<String, Bytes> rawByName() {
    return rawByName;
  }

  /**
   * Numbers without sign by name.
   */
  public Map<String, Long> unsignedByName() {
    return unsignedByName;
  }

  /**
   * Enums by name.
   */
  public Map<String, Volume> volumeByName() {
    return volumeByName;
  }

  /**
   * Messages by name.
   */
  public Map<String, Part> partByName() {
    return partByName;
  }

  /**
   * Named like a keyword of Java.
   */
  public String defaultValue() {
    return defaultValue;
  }

  /**
   * Named like a method that every object of Java has.
   */
  public String hashCodeValue() {
    return hashCodeValue;
  }

  /**
   * Named like a variable of the generated code.
   */
  public String hash() {
    return hash;
  }

  /**
   * Named like another variable of the generated code.
   */
  public String other() {
    return other;
  }

  /**
   * In camel case.
   */
  public String appId() {
    return appId;
  }

  /**
   * With a number.
   */
  public String userId1() {
    return userId1;
  }

  /**
   * Travels, but is not printed.
   */
  public String secret() {
    return secret;
  }

  /**
   * Does not travel to plugins.
   */
  public Optional<String> password() {
    return Optional.ofNullable(password);
  }

  /**
   * Must be there.
   */
  public Part requiredPart() {
    return requiredPart;
  }

  /**
   * No longer than this.
   */
  public String shortText() {
    return shortText;
  }

  /**
   * No more than these, and none longer than this.
   */
  public List<String> fewTexts() {
    return fewTexts;
  }

  /**
   * No more than these.
   */
  public List<Part> fewParts() {
    return fewParts;
  }

  /**
   * The undocumented.
   */
  public String undocumented() {
    return undocumented;
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    return other instanceof Everything that
        && Objects.equals(this.plainText, that.plainText)
        && this.flag == that.flag
        && this.smallNumber == that.smallNumber
        && this.largeNumber == that.largeNumber
        && this.unsignedNumber == that.unsignedNumber
        && Double.compare(this.fraction, that.fraction) == 0
        && Objects.equals(this.raw, that.raw)
        && Objects.equals(this.volume, that.volume)
        && Objects.equals(this.part, that.part)
        && Objects.equals(this.jsonObject, that.jsonObject)
        && Objects.equals(this.jsonValue, that.jsonValue)
        && Objects.equals(this.boxedSmall, that.boxedSmall)
        && Objects.equals(this.boxedLarge, that.boxedLarge)
        && Objects.equals(this.maybeText, that.maybeText)
        && Objects.equals(this.maybeFlag, that.maybeFlag)
        && Objects.equals(this.maybeUnsigned, that.maybeUnsigned)
        && Objects.equals(this.maybeRaw, that.maybeRaw)
        && Objects.equals(this.maybeVolume, that.maybeVolume)
        && Objects.equals(this.maybeObject, that.maybeObject)
        && Objects.equals(this.texts, that.texts)
        && Objects.equals(this.unsignedNumbers, that.unsignedNumbers)
        && Objects.equals(this.chunks, that.chunks)
        && Objects.equals(this.volumes, that.volumes)
        && Objects.equals(this.parts, that.parts)
        && Objects.equals(this.textByName, that.textByName)
        && Objects.equals(this.rawByName, that.rawByName)
        && Objects.equals(this.unsignedByName, that.unsignedByName)
        && Objects.equals(this.volumeByName, that.volumeByName)
        && Objects.equals(this.partByName, that.partByName)
        && Objects.equals(this.defaultValue, that.defaultValue)
        && Objects.equals(this.hashCodeValue, that.hashCodeValue)
        && Objects.equals(this.hash, that.hash)
        && Objects.equals(this.other, that.other)
        && Objects.equals(this.appId, that.appId)
        && Objects.equals(this.userId1, that.userId1)
        && Objects.equals(this.secret, that.secret)
        && Objects.equals(this.password, that.password)
        && Objects.equals(this.requiredPart, that.requiredPart)
        && Objects.equals(this.shortText, that.shortText)
        && Objects.equals(this.fewTexts, that.fewTexts)
        && Objects.equals(this.fewParts, that.fewParts)
        && Objects.equals(this.undocumented, that.undocumented);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    hash = 31 * hash + Objects.hashCode(this.plainText);
    hash = 31 * hash + Boolean.hashCode(this.flag);
    hash = 31 * hash + Integer.hashCode(this.smallNumber);
    hash = 31 * hash + Long.hashCode(this.largeNumber);
    hash = 31 * hash + Long.hashCode(this.unsignedNumber);
    hash = 31 * hash + Double.hashCode(this.fraction);
    hash = 31 * hash + Objects.hashCode(this.raw);
    hash = 31 * hash + Objects.hashCode(this.volume);
    hash = 31 * hash + Objects.hashCode(this.part);
    hash = 31 * hash + Objects.hashCode(this.jsonObject);
    hash = 31 * hash + Objects.hashCode(this.jsonValue);
    hash = 31 * hash + Objects.hashCode(this.boxedSmall);
    hash = 31 * hash + Objects.hashCode(this.boxedLarge);
    hash = 31 * hash + Objects.hashCode(this.maybeText);
    hash = 31 * hash + Objects.hashCode(this.maybeFlag);
    hash = 31 * hash + Objects.hashCode(this.maybeUnsigned);
    hash = 31 * hash + Objects.hashCode(this.maybeRaw);
    hash = 31 * hash + Objects.hashCode(this.maybeVolume);
    hash = 31 * hash + Objects.hashCode(this.maybeObject);
    hash = 31 * hash + Objects.hashCode(this.texts);
    hash = 31 * hash + Objects.hashCode(this.unsignedNumbers);
    hash = 31 * hash + Objects.hashCode(this.chunks);
    hash = 31 * hash + Objects.hashCode(this.volumes);
    hash = 31 * hash + Objects.hashCode(this.parts);
    hash = 31 * hash + Objects.hashCode(this.textByName);
    hash = 31 * hash + Objects.hashCode(this.rawByName);
    hash = 31 * hash + Objects.hashCode(this.unsignedByName);
    hash = 31 * hash + Objects.hashCode(this.volumeByName);
    hash = 31 * hash + Objects.hashCode(this.partByName);
    hash = 31 * hash + Objects.hashCode(this.defaultValue);
    hash = 31 * hash + Objects.hashCode(this.hashCodeValue);
    hash = 31 * hash + Objects.hashCode(this.hash);
    hash = 31 * hash + Objects.hashCode(this.other);
    hash = 31 * hash + Objects.hashCode(this.appId);
    hash = 31 * hash + Objects.hashCode(this.userId1);
    hash = 31 * hash + Objects.hashCode(this.secret);
    hash = 31 * hash + Objects.hashCode(this.password);
    hash = 31 * hash + Objects.hashCode(this.requiredPart);
    hash = 31 * hash + Objects.hashCode(this.shortText);
    hash = 31 * hash + Objects.hashCode(this.fewTexts);
    hash = 31 * hash + Objects.hashCode(this.fewParts);
    hash = 31 * hash + Objects.hashCode(this.undocumented);
    return hash;
  }

  /**
   * The parts that are not empty; secrets are masked.
   */
  @Override
  public String toString() {
    return new Description("Everything")
        .part("plainText", plainText)
        .part("flag", flag)
        .part("smallNumber", smallNumber)
        .part("largeNumber", largeNumber)
        .part("unsignedNumber", unsignedNumber)
        .part("fraction", fraction)
        .part("raw", raw)
        .part("volume", volume)
        .part("part", part)
        .part("jsonObject", jsonObject)
        .part("jsonValue", jsonValue)
        .part("boxedSmall", boxedSmall)
        .part("boxedLarge", boxedLarge)
        .part("maybeText", maybeText)
        .part("maybeFlag", maybeFlag)
        .part("maybeUnsigned", maybeUnsigned)
        .part("maybeRaw", maybeRaw)
        .part("maybeVolume", maybeVolume)
        .part("maybeObject", maybeObject)
        .part("texts", texts)
        .part("unsignedNumbers", unsignedNumbers)
        .part("chunks", chunks)
        .part("volumes", volumes)
        .part("parts", parts)
        .part("textByName", textByName)
        .part("rawByName", rawByName)
        .part("unsignedByName", unsignedByName)
        .part("volumeByName", volumeByName)
        .part("partByName", partByName)
        .part("defaultValue", defaultValue)
        .part("hashCodeValue", hashCodeValue)
        .part("hash", hash)
        .part("other", other)
        .part("appId", appId)
        .part("userId1", userId1)
        .masked("secret", secret)
        .masked("password", password)
        .part("requiredPart", requiredPart)
        .part("shortText", shortText)
        .part("fewTexts", fewTexts)
        .part("fewParts", fewParts)
        .part("undocumented", undocumented)
        .toString();
  }

  /**
   * Collects the parts of a {@link Everything}. Not safe for use from several threads.
   */
  public static final class Builder {
    private String plainText = "";

    private boolean flag;

    private int smallNumber;

    private long largeNumber;

    private long unsignedNumber;

    private double fraction;

    private Bytes raw = Bytes.EMPTY;

    private Volume volume = Volume.ofNumber(0).orElseThrow();

    private @Nullable Part part;

    private Map<String, Object> jsonObject = JsonObject.freeze("", Map.of());

    private @Nullable Object jsonValue;

    private @Nullable Integer boxedSmall;

    private @Nullable Long boxedLarge;

    private @Nullable String maybeText;

    private @Nullable Boolean maybeFlag;

    private @Nullable Long maybeUnsigned;

    private @Nullable Bytes maybeRaw;

    private @Nullable Volume maybeVolume;

    private @Nullable Map<String, Object> maybeObject;

    private List<String> texts = List.of();

    private List<Long> unsignedNumbers = List.of();

    private List<Bytes> chunks = List.of();

    private List<Volume> volumes = List.of();

    private List<Part> parts = List.of();

    private Map<String, String> textByName = FrozenMap.copyOf("", Map.of());

    private Map<String, Bytes> rawByName = FrozenMap.copyOf("", Map.of());

    private Map<String, Long> unsignedByName = FrozenMap.copyOf("", Map.of());

    private Map<String, Volume> volumeByName = FrozenMap.copyOf("", Map.of());

    private Map<String, Part> partByName = FrozenMap.copyOf("", Map.of());

    private String defaultValue = "";

    private String hashCodeValue = "";

    private String hash = "";

    private String other = "";

    private String appId = "";

    private String userId1 = "";

    private String secret = "";

    private @Nullable String password;

    private Part requiredPart;

    private String shortText = "";

    private List<String> fewTexts = List.of();

    private List<Part> fewParts = List.of();

    private String undocumented = "";

    private Builder() {
    }

    /**
     * A text.
     */
    public Builder plainText(String plainText) {
      this.plainText = Objects.requireNonNull(plainText, "plainText");
      return this;
    }

    /**
     * A flag.
     */
    public Builder flag(boolean flag) {
      this.flag = flag;
      return this;
    }

    /**
     * A small number.
     */
    public Builder smallNumber(int smallNumber) {
      this.smallNumber = smallNumber;
      return this;
    }

    /**
     * A large number.
     */
    public Builder largeNumber(long largeNumber) {
      this.largeNumber = largeNumber;
      return this;
    }

    /**
     * A number without sign.
     */
    public Builder unsignedNumber(long unsignedNumber) {
      if (unsignedNumber < 0 || unsignedNumber > 0xffffffffL) {
        throw new IllegalArgumentException("unsignedNumber must be from 0 to 4294967295, not " + unsignedNumber);
      }
      this.unsignedNumber = unsignedNumber;
      return this;
    }

    /**
     * A fraction.
     */
    public Builder fraction(double fraction) {
      this.fraction = fraction;
      return this;
    }

    /**
     * Bytes.
     */
    public Builder raw(Bytes raw) {
      this.raw = Objects.requireNonNull(raw, "raw");
      return this;
    }

    /**
     * An enum.
     */
    public Builder volume(Volume volume) {
      this.volume = Objects.requireNonNull(volume, "volume");
      return this;
    }

    /**
     * A message.
     */
    public Builder part(@Nullable Part part) {
      this.part = part;
      return this;
    }

    /**
     * A JSON object.
     */
    public Builder jsonObject(Map<String, Object> jsonObject) {
      this.jsonObject = JsonObject.freeze("jsonObject", jsonObject);
      return this;
    }

    /**
     * A JSON value.
     */
    public Builder jsonValue(@Nullable Object jsonValue) {
      this.jsonValue = JsonObject.freezeValue("jsonValue", jsonValue);
      return this;
    }

    /**
     * A small number that may be absent.
     */
    public Builder boxedSmall(@Nullable Integer boxedSmall) {
      this.boxedSmall = boxedSmall;
      return this;
    }

    /**
     * A large number that may be absent.
     */
    public Builder boxedLarge(@Nullable Long boxedLarge) {
      this.boxedLarge = boxedLarge;
      return this;
    }

    /**
     * A text that may be absent.
     */
    public Builder maybeText(@Nullable String maybeText) {
      this.maybeText = maybeText;
      return this;
    }

    /**
     * A flag that may be absent.
     */
    public Builder maybeFlag(@Nullable Boolean maybeFlag) {
      this.maybeFlag = maybeFlag;
      return this;
    }

    /**
     * A number without sign that may be absent.
     */
    public Builder maybeUnsigned(@Nullable Long maybeUnsigned) {
      if (maybeUnsigned != null && (maybeUnsigned < 0 || maybeUnsigned > 0xffffffffL)) {
        throw new IllegalArgumentException("maybeUnsigned must be from 0 to 4294967295, not " + maybeUnsigned);
      }
      this.maybeUnsigned = maybeUnsigned;
      return this;
    }

    /**
     * Bytes that may be absent.
     */
    public Builder maybeRaw(@Nullable Bytes maybeRaw) {
      this.maybeRaw = maybeRaw;
      return this;
    }

    /**
     * An enum that may be absent.
     */
    public Builder maybeVolume(@Nullable Volume maybeVolume) {
      this.maybeVolume = maybeVolume;
      return this;
    }

    /**
     * A JSON object that may be absent.
     */
    public Builder maybeObject(@Nullable Map<String, Object> maybeObject) {
      this.maybeObject = maybeObject == null ? null : JsonObject.freeze("maybeObject", maybeObject);
      return this;
    }

    /**
     * Texts.
     */
    public Builder texts(List<String> texts) {
      this.texts = List.copyOf(texts);
      return this;
    }

    /**
     * Numbers without sign.
     */
    public Builder unsignedNumbers(List<Long> unsignedNumbers) {
      for (long element : unsignedNumbers) {
        if (element < 0 || element > 0xffffffffL) {
          throw new IllegalArgumentException("unsignedNumbers must be from 0 to 4294967295, not " + element);
        }
      }
      this.unsignedNumbers = List.copyOf(unsignedNumbers);
      return this;
    }

    /**
     * Chunks.
     */
    public Builder chunks(List<Bytes> chunks) {
      this.chunks = List.copyOf(chunks);
      return this;
    }

    /**
     * Enums.
     */
    public Builder volumes(List<Volume> volumes) {
      this.volumes = List.copyOf(volumes);
      return this;
    }

    /**
     * Messages.
     */
    public Builder parts(List<Part> parts) {
      this.parts = List.copyOf(parts);
      return this;
    }

    /**
     * Texts by name.
     */
    public Builder textByName(Map<String, String> textByName) {
      this.textByName = FrozenMap.copyOf("textByName", textByName);
      return this;
    }

    /**
     * Bytes by name.
     */
    public Builder rawByName(Map<String, Bytes> rawByName) {
      this.rawByName = FrozenMap.copyOf("rawByName", rawByName);
      return this;
    }

    /**
     * Numbers without sign by name.
     */
    public Builder unsignedByName(Map<String, Long> unsignedByName) {
      for (long element : unsignedByName.values()) {
        if (element < 0 || element > 0xffffffffL) {
          throw new IllegalArgumentException("unsignedByName must be from 0 to 4294967295, not " + element);
        }
      }
      this.unsignedByName = FrozenMap.copyOf("unsignedByName", unsignedByName);
      return this;
    }

    /**
     * Enums by name.
     */
    public Builder volumeByName(Map<String, Volume> volumeByName) {
      this.volumeByName = FrozenMap.copyOf("volumeByName", volumeByName);
      return this;
    }

    /**
     * Messages by name.
     */
    public Builder partByName(Map<String, Part> partByName) {
      this.partByName = FrozenMap.copyOf("partByName", partByName);
      return this;
    }

    /**
     * Named like a keyword of Java.
     */
    public Builder defaultValue(String defaultValue) {
      this.defaultValue = Objects.requireNonNull(defaultValue, "defaultValue");
      return this;
    }

    /**
     * Named like a method that every object of Java has.
     */
    public Builder hashCodeValue(String hashCodeValue) {
      this.hashCodeValue = Objects.requireNonNull(hashCodeValue, "hashCodeValue");
      return this;
    }

    /**
     * Named like a variable of the generated code.
     */
    public Builder hash(String hash) {
      this.hash = Objects.requireNonNull(hash, "hash");
      return this;
    }

    /**
     * Named like another variable of the generated code.
     */
    public Builder other(String other) {
      this.other = Objects.requireNonNull(other, "other");
      return this;
    }

    /**
     * In camel case.
     */
    public Builder appId(String appId) {
      this.appId = Objects.requireNonNull(appId, "appId");
      return this;
    }

    /**
     * With a number.
     */
    public Builder userId1(String userId1) {
      this.userId1 = Objects.requireNonNull(userId1, "userId1");
      return this;
    }

    /**
     * Travels, but is not printed.
     */
    public Builder secret(String secret) {
      this.secret = Objects.requireNonNull(secret, "secret");
      return this;
    }

    /**
     * Does not travel to plugins.
     */
    public Builder password(@Nullable String password) {
      this.password = password;
      return this;
    }

    /**
     * Must be there.
     */
    public Builder requiredPart(Part requiredPart) {
      this.requiredPart = Objects.requireNonNull(requiredPart, "requiredPart");
      return this;
    }

    /**
     * No longer than this.
     */
    public Builder shortText(String shortText) {
      this.shortText = Objects.requireNonNull(shortText, "shortText");
      return this;
    }

    /**
     * No more than these, and none longer than this.
     */
    public Builder fewTexts(List<String> fewTexts) {
      this.fewTexts = List.copyOf(fewTexts);
      return this;
    }

    /**
     * No more than these.
     */
    public Builder fewParts(List<Part> fewParts) {
      this.fewParts = List.copyOf(fewParts);
      return this;
    }

    /**
     * The undocumented.
     */
    public Builder undocumented(String undocumented) {
      this.undocumented = Objects.requireNonNull(undocumented, "undocumented");
      return this;
    }

    /**
     * The value.
     */
    public Everything build() {
      Objects.requireNonNull(requiredPart, "requiredPart");
      return new Everything(this);
    }
  }
}
