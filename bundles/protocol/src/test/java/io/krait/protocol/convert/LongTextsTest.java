package io.krait.protocol.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.krait.api.AppError;
import io.krait.api.BoundedText;
import io.krait.api.model.CommandResponse;
import io.krait.api.model.UploadVerdict;
import io.krait.protocol.v1.Command;
import org.junit.jupiter.api.Test;

/** What a plugin says is taken with a bound wherever people, logs and clients get to read it. */
class LongTextsTest {

  private static final String GIANT = "x".repeat(1 << 20);

  @Test
  void eachPartOfAnErrorIsCutAndSaysSo() {
    AppError error =
        AppErrorConverter.fromWire(
            io.krait.protocol.v1.AppError.newBuilder()
                .setId(GIANT)
                .setMessage(GIANT)
                .setDetailedError(GIANT)
                .setRequestId(GIANT)
                .setWhere(GIANT)
                .setStatusCode(418)
                .setParams(
                    Struct.newBuilder()
                        .putFields("who", Value.newBuilder().setStringValue(GIANT).build()))
                .build());

    assertThat(error.message()).hasSize(4096).endsWith(BoundedText.MARK);
    assertThat(error.detailedError()).hasSize(4096).endsWith(BoundedText.MARK);
    assertThat(error.id()).hasSize(1024).endsWith(BoundedText.MARK);
    assertThat(error.requestId()).hasSize(1024).endsWith(BoundedText.MARK);
    assertThat(error.where()).hasSize(1024).endsWith(BoundedText.MARK);
    assertThat(error.params()).isEmpty();
    assertThat(error.statusCode()).isEqualTo(418);
  }

  @Test
  void theReasonOfARejectedUploadIsCut() {
    UploadVerdict verdict =
        UploadVerdictConverter.fromWire(
            io.krait.protocol.v1.UploadVerdict.newBuilder().setRejectionReason(GIANT).build());

    assertThat(verdict.rejectionReason()).hasSize(4096).endsWith(BoundedText.MARK);
  }

  @Test
  void whatPeopleReadOfACommandIsCut() {
    var command =
        CommandConverter.fromWire(
            Command.newBuilder()
                .setTrigger(GIANT)
                .setDisplayName(GIANT)
                .setDescription(GIANT)
                .setAutoCompleteDesc(GIANT)
                .setAutoCompleteHint(GIANT)
                .build());

    assertThat(command.trigger()).hasSize(1024);
    assertThat(command.displayName()).hasSize(1024);
    assertThat(command.description()).hasSize(4096);
    assertThat(command.autoCompleteDesc()).hasSize(4096);
    assertThat(command.autoCompleteHint()).hasSize(4096);
  }

  @Test
  void anAnswerToACommandHasSoManyAttachmentsAndNoMore() {
    var answer = io.krait.protocol.v1.CommandResponse.newBuilder().setText(GIANT);
    for (int i = 0; i < 1000; i++) {
      answer.addAttachments(
          io.krait.protocol.v1.CommandResponse.newBuilder().setText("number " + i));
    }

    CommandResponse read = CommandResponseConverter.fromWire(answer.build());

    assertThat(read.text()).hasSize(65536);
    assertThat(read.attachments()).hasSize(100);
    assertThat(read.attachments().get(99).text()).isEqualTo("number 99");
  }

  @Test
  void whatIsShortEnoughIsTakenAsItIs() {
    String longest = "x".repeat(4096);

    AppError error =
        AppErrorConverter.fromWire(
            io.krait.protocol.v1.AppError.newBuilder().setMessage(longest).build());

    assertThat(error.message()).isEqualTo(longest);
  }
}
