package io.krait.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelsTest {

  @Test
  void aBuilderStartsEmpty() {
    Post post = Post.builder().build();

    assertThat(post.id()).isEmpty();
    assertThat(post.createAt()).isZero();
    assertThat(post.fileIds()).isEmpty();
    assertThat(post.props()).isEmpty();
    assertThat(post.remoteId()).isEmpty();
    assertThat(post.metadata()).isEmpty();
    assertThat(Team.builder().build().type()).isEqualTo(TeamType.UNSPECIFIED);
  }

  @Test
  void changingOnePartLeavesTheOthersAndTheOriginal() {
    Post original = Post.builder().id("p").message("old").props(Map.of("a", 1)).build();

    Post changed = original.toBuilder().message("new").build();

    assertThat(original.message()).isEqualTo("old");
    assertThat(changed.message()).isEqualTo("new");
    assertThat(changed.id()).isEqualTo("p");
    assertThat(changed.props()).isEqualTo(original.props());
    assertThat(changed.toBuilder().message("old").build())
        .isEqualTo(original)
        .hasSameHashCodeAs(original);
  }

  @Test
  void nothingThatWasPassedInOrHandedOutCanChangeAModel() {
    List<String> files = new ArrayList<>(List.of("f1"));
    List<Object> labels = new ArrayList<>(List.of("a"));
    Map<String, Object> props = new HashMap<>(Map.of("labels", labels));
    Post post = Post.builder().fileIds(files).props(props).build();

    files.add("f2");
    labels.add("b");
    props.clear();

    assertThat(post.fileIds()).containsExactly("f1");
    assertThat(post.props()).isEqualTo(Map.of("labels", List.of("a")));
    assertThatThrownBy(() -> post.fileIds().add("f3"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> post.props().put("x", 1))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> post.props().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void secretsAreMasked() {
    User user = User.builder().id("u1").username("ada").password("pw").mfaSecret("mfa").build();

    assertThat(user).hasToString("User[id=u1, username=ada, password=***, mfaSecret=***]");
  }

  @Test
  void whatIsEmptyIsNotPrinted() {
    assertThat(User.builder().build()).hasToString("User[]");
  }

  @Test
  void numbersOfJsonHaveOneForm() {
    Post post = Post.builder().props(Map.of("n", 5)).build();

    assertThat(post.props()).containsEntry("n", 5L);
    assertThat(post).isEqualTo(Post.builder().props(Map.of("n", 5.0)).build());
    assertThat(Post.builder().props(Map.of("n", 0.5f)).build().props()).containsEntry("n", 0.5);
    assertThat(Post.builder().props(Map.of("n", 1L << 60)).build().props())
        .containsEntry("n", (double) (1L << 60));
  }

  @Test
  void aNumberThatJsonWouldChangeIsRefused() {
    assertThatThrownBy(() -> Post.builder().props(Map.of("n", (1L << 53) + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "props.n is 9007199254740993, which a JSON number does not hold exactly;"
                + " pass it as a string");
  }

  @Test
  void whatIsNotJsonIsRefusedWithItsPlace() {
    assertThatThrownBy(
            () -> Post.builder().props(Map.of("a", Map.of("b", List.of(1, new Object())))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("props.a.b[1] is a java.lang.Object");
    assertThatThrownBy(() -> Post.builder().props(Map.of("a", Map.of(1, 2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("props.a has the key 1, which is not a string");
  }

  @Test
  void jsonThatNoPeerCouldReadIsRefused() {
    Object nested = "leaf";
    for (int i = 0; i < 40; i++) {
      nested = Map.of("x", nested);
    }
    Object tooDeep = nested;

    assertThatThrownBy(() -> Post.builder().props(Map.of("a", tooDeep)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nested too deeply");
  }

  @Test
  void nullIsAValueOfJsonAndNothingElse() {
    Map<String, Object> props = new HashMap<>();
    props.put("gone", null);

    assertThat(Post.builder().props(props).build().props()).containsEntry("gone", null);
    assertThatThrownBy(() -> Post.builder().message(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("message");
    assertThatThrownBy(() -> Post.builder().fileIds(Arrays.asList("a", null)))
        .isInstanceOf(NullPointerException.class);
    assertThat(Post.builder().remoteId("r").build().toBuilder().remoteId(null).build().remoteId())
        .isEmpty();
  }

  @Test
  void enumsKnowTheirNumberAndLetter() {
    assertThat(ChannelType.PRIVATE.code()).isEqualTo("P");
    assertThat(ChannelType.ofCode("D")).contains(ChannelType.DIRECT);
    assertThat(ChannelType.ofNumber(4)).contains(ChannelType.GROUP);
    assertThat(ChannelType.ofNumber(17)).isEmpty();
  }

  @Test
  void unsignedNumbersStayInTheirBounds() {
    assertThat(RemoteCluster.builder().options(0xffff_ffffL).build().options())
        .isEqualTo(4294967295L);
    assertThatThrownBy(() -> RemoteCluster.builder().options(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("options must be from 0 to 4294967295, not -1");
  }
}
