// Generated from the contract in proto/. Do not edit.
package io.krait.protocol.convert;

import com.google.protobuf.Int32Value;
import com.google.protobuf.Int64Value;
import io.krait.api.Bytes;
import io.krait.api.model.Everything;
import io.krait.api.model.Part;
import io.krait.api.model.Volume;
import io.krait.protocol.internal.JsonValues;
import io.krait.protocol.internal.PeerBounds;
import io.krait.protocol.internal.WireValues;
import java.util.Map;

/**
 * Converts between {@link Everything} and its message, without loss.
 */
@SuppressWarnings("all")
public final class EverythingConverter {
  private EverythingConverter() {
  }

  /**
   * The model that {@code proto} stands for.
   *
   * @throws MalformedMessageException where it holds what the contract does not allow
   */
  public static Everything fromWire(io.krait.protocol.v1.Everything proto) {
    Everything.Builder model = Everything.builder();
    model.plainText(proto.getPlainText());
    model.flag(proto.getFlag());
    model.smallNumber(proto.getSmallNumber());
    model.largeNumber(proto.getLargeNumber());
    model.unsignedNumber(Integer.toUnsignedLong(proto.getUnsignedNumber()));
    model.fraction(proto.getFraction());
    model.raw(WireValues.fromWire(proto.getRaw()));
    model.volume(WireValues.enumValue(Volume.ofNumber(proto.getVolumeValue()), "Everything.volume", proto.getVolumeValue()));
    model.part(proto.hasPart() ? PartConverter.fromWire(proto.getPart()) : null);
    model.jsonObject(JsonValues.fromStruct(proto.getJsonObject()));
    model.jsonValue(proto.hasJsonValue() ? JsonValues.fromValue(proto.getJsonValue()) : null);
    model.boxedSmall(proto.hasBoxedSmall() ? proto.getBoxedSmall().getValue() : null);
    model.boxedLarge(proto.hasBoxedLarge() ? proto.getBoxedLarge().getValue() : null);
    model.maybeText(proto.hasMaybeText() ? proto.getMaybeText() : null);
    model.maybeFlag(proto.hasMaybeFlag() ? proto.getMaybeFlag() : null);
    model.maybeUnsigned(proto.hasMaybeUnsigned() ? Integer.toUnsignedLong(proto.getMaybeUnsigned()) : null);
    model.maybeRaw(proto.hasMaybeRaw() ? WireValues.fromWire(proto.getMaybeRaw()) : null);
    model.maybeVolume(proto.hasMaybeVolume() ? WireValues.enumValue(Volume.ofNumber(proto.getMaybeVolumeValue()), "Everything.maybe_volume", proto.getMaybeVolumeValue()) : null);
    model.maybeObject(proto.hasMaybeObject() ? JsonValues.fromStruct(proto.getMaybeObject()) : null);
    model.texts(proto.getTextsList());
    model.unsignedNumbers(WireValues.list(proto.getUnsignedNumbersList(), element -> Integer.toUnsignedLong(element)));
    model.chunks(WireValues.list(proto.getChunksList(), element -> WireValues.fromWire(element)));
    model.volumes(WireValues.list(proto.getVolumesValueList(), element -> WireValues.enumValue(Volume.ofNumber(element), "Everything.volumes", element)));
    model.parts(WireValues.list(proto.getPartsList(), element -> PartConverter.fromWire(element)));
    model.textByName(proto.getTextByNameMap());
    model.rawByName(WireValues.map(proto.getRawByNameMap(), element -> WireValues.fromWire(element)));
    model.unsignedByName(WireValues.map(proto.getUnsignedByNameMap(), element -> Integer.toUnsignedLong(element)));
    model.volumeByName(WireValues.map(proto.getVolumeByNameValueMap(), element -> WireValues.enumValue(Volume.ofNumber(element), "Everything.volume_by_name", element)));
    model.partByName(WireValues.map(proto.getPartByNameMap(), element -> PartConverter.fromWire(element)));
    model.defaultValue(proto.getDefault());
    model.hashCodeValue(proto.getHashCode());
    model.hash(proto.getHash());
    model.other(proto.getOther());
    model.appId(proto.getAppId());
    model.userId1(proto.getUserId1());
    model.secret(proto.getSecret());
    model.password(proto.hasPassword() ? proto.getPassword() : null);
    model.requiredPart(PartConverter.fromWire(WireValues.required(proto.hasRequiredPart(), "Everything", "required_part", proto.getRequiredPart())));
    model.shortText(PeerBounds.text(proto.getShortText(), 100, "Everything.short_text"));
    model.fewTexts(WireValues.list(PeerBounds.list(proto.getFewTextsList(), 5, "Everything.few_texts"), element -> PeerBounds.text(element, 10, "Everything.few_texts")));
    model.fewParts(WireValues.list(PeerBounds.list(proto.getFewPartsList(), 5, "Everything.few_parts"), element -> PartConverter.fromWire(element)));
    model.undocumented(proto.getUndocumented());
    return model.build();
  }

  /**
   * The message that stands for {@code model}.
   *
   * @param disclosure whether fields that plugins must never see are in it
   */
  public static io.krait.protocol.v1.Everything toWire(Everything model, Disclosure disclosure) {
    io.krait.protocol.v1.Everything.Builder proto = io.krait.protocol.v1.Everything.newBuilder();
    proto.setPlainText(model.plainText());
    proto.setFlag(model.flag());
    proto.setSmallNumber(model.smallNumber());
    proto.setLargeNumber(model.largeNumber());
    proto.setUnsignedNumber((int) (long) model.unsignedNumber());
    proto.setFraction(model.fraction());
    proto.setRaw(WireValues.toWire(model.raw()));
    proto.setVolumeValue(model.volume().number());
    Part partOrNull = model.part().orElse(null);
    if (partOrNull != null) {
      proto.setPart(PartConverter.toWire(partOrNull, disclosure));
    }
    proto.setJsonObject(JsonValues.toStruct(model.jsonObject()));
    Object jsonValueOrNull = model.jsonValue();
    if (jsonValueOrNull != null) {
      proto.setJsonValue(JsonValues.toValue(jsonValueOrNull));
    }
    Integer boxedSmallOrNull = model.boxedSmall().orElse(null);
    if (boxedSmallOrNull != null) {
      proto.setBoxedSmall(Int32Value.of(boxedSmallOrNull));
    }
    Long boxedLargeOrNull = model.boxedLarge().orElse(null);
    if (boxedLargeOrNull != null) {
      proto.setBoxedLarge(Int64Value.of(boxedLargeOrNull));
    }
    String maybeTextOrNull = model.maybeText().orElse(null);
    if (maybeTextOrNull != null) {
      proto.setMaybeText(maybeTextOrNull);
    }
    Boolean maybeFlagOrNull = model.maybeFlag().orElse(null);
    if (maybeFlagOrNull != null) {
      proto.setMaybeFlag(maybeFlagOrNull);
    }
    Long maybeUnsignedOrNull = model.maybeUnsigned().orElse(null);
    if (maybeUnsignedOrNull != null) {
      proto.setMaybeUnsigned((int) (long) maybeUnsignedOrNull);
    }
    Bytes maybeRawOrNull = model.maybeRaw().orElse(null);
    if (maybeRawOrNull != null) {
      proto.setMaybeRaw(WireValues.toWire(maybeRawOrNull));
    }
    Volume maybeVolumeOrNull = model.maybeVolume().orElse(null);
    if (maybeVolumeOrNull != null) {
      proto.setMaybeVolumeValue(maybeVolumeOrNull.number());
    }
    Map<String, Object> maybeObjectOrNull = model.maybeObject().orElse(null);
    if (maybeObjectOrNull != null) {
      proto.setMaybeObject(JsonValues.toStruct(maybeObjectOrNull));
    }
    proto.addAllTexts(model.texts());
    for (Long element : model.unsignedNumbers()) {
      proto.addUnsignedNumbers((int) (long) element);
    }
    for (Bytes element : model.chunks()) {
      proto.addChunks(WireValues.toWire(element));
    }
    for (Volume element : model.volumes()) {
      proto.addVolumesValue(element.number());
    }
    for (Part element : model.parts()) {
      proto.addParts(PartConverter.toWire(element, disclosure));
    }
    proto.putAllTextByName(model.textByName());
    model.rawByName().forEach((key, element) -> proto.putRawByName(key, WireValues.toWire(element)));
    model.unsignedByName().forEach((key, element) -> proto.putUnsignedByName(key, (int) (long) element));
    model.volumeByName().forEach((key, element) -> proto.putVolumeByNameValue(key, element.number()));
    model.partByName().forEach((key, element) -> proto.putPartByName(key, PartConverter.toWire(element, disclosure)));
    proto.setDefault(model.defaultValue());
    proto.setHashCode(model.hashCodeValue());
    proto.setHash(model.hash());
    proto.setOther(model.other());
    proto.setAppId(model.appId());
    proto.setUserId1(model.userId1());
    proto.setSecret(model.secret());
    if (disclosure == Disclosure.FULL) {
      String passwordOrNull = model.password().orElse(null);
      if (passwordOrNull != null) {
        proto.setPassword(passwordOrNull);
      }
    }
    proto.setRequiredPart(PartConverter.toWire(model.requiredPart(), disclosure));
    proto.setShortText(model.shortText());
    proto.addAllFewTexts(model.fewTexts());
    for (Part element : model.fewParts()) {
      proto.addFewParts(PartConverter.toWire(element, disclosure));
    }
    proto.setUndocumented(model.undocumented());
    return proto.build();
  }
}
