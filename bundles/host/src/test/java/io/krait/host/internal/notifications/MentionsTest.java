package io.krait.host.internal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MentionsTest {

  @Test
  void namesAfterAnAtSignAreMentioned() {
    assertThat(Mentions.of("@Ada and (@bob), not c@cyd nor @@dan").names())
        .containsExactly("ada", "bob");
  }

  @Test
  void theEndOfASentenceMayBelongToANameOrNot() {
    assertThat(Mentions.of("ask @ada.b.").names()).containsExactly("ada.b.", "ada.b");
  }

  @Test
  void everybodyIsMentionedByTheWordsForThat() {
    assertThat(Mentions.of("hello @all").all()).isTrue();
    assertThat(Mentions.of("hello @Here!").all()).isTrue();
    assertThat(Mentions.of("hello @channel.").all()).isTrue();
    assertThat(Mentions.of("hello all").all()).isFalse();
  }

  @Test
  void codeMentionsNobody() {
    assertThat(Mentions.of("`@ada` and\n```\n@bob @all\n```").names()).isEmpty();
    assertThat(Mentions.of("```\n@all").all()).isFalse();
  }

  @Test
  void wordsAreFoundAsWhole() {
    Mentions mentions = Mentions.of("The Deck is wet");
    assertThat(mentions.hasWord("deck")).isTrue();
    assertThat(mentions.hasWord("the deck")).isTrue();
    assertThat(mentions.hasWord("dec")).isFalse();
    assertThat(mentions.hasWord("")).isFalse();
  }
}
