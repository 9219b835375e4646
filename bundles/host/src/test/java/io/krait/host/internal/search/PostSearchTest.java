package io.krait.host.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.model.Channel;
import io.krait.api.model.FileInfo;
import io.krait.api.model.Post;
import io.krait.api.model.SearchParameter;
import io.krait.api.model.SearchParams;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.host.internal.chat.EarlierWords;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.TestHost;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostSearchTest {

  @TempDir Path folder;

  @AutoClose private TestHost host;
  private Team team;
  private Channel plans;
  private Channel other;
  private User ada;
  private User bob;

  @BeforeEach
  void open() {
    host = new TestHost(folder, HostHooks.NONE);
    team = host.team("red");
    plans = host.channel(team, "plans");
    other = host.channel(team, "other");
    ada = host.user("ada");
    bob = host.user("bob");
    host.teamMembers().add(team.id(), ada.id(), "");
    host.channelMembers().add(plans.id(), ada.id(), "");
    host.channelMembers().add(other.id(), ada.id(), "");
  }

  @Test
  void postsAreFoundByAllOfTheirWordsNewestFirst() {
    Post first = post(ada, plans, "The quick brown Fox, jumps");
    Post second = post(bob, plans, "a quick fox.");
    post(ada, plans, "quickly");

    assertThat(found("QUICK fox")).containsExactly(second, first);
    assertThat(found("quick brown")).containsExactly(first);
    assertThat(found("quick absent")).isEmpty();
    assertThat(found("qui*")).hasSize(3);
    assertThat(found("\"quick fox\"")).containsExactly(second);
    assertThat(found("quick -brown")).containsExactly(second);
    assertThat(found("fox -qui*")).isEmpty();
    assertThat(found("fox -\"brown fox\"")).containsExactly(second);
    assertThat(found("")).isEmpty();
    assertThat(found("-quick")).isEmpty();
  }

  @Test
  void modifiersNarrowASearch() {
    Post first = post(ada, plans, "one apple #fruit");
    host.later(Duration.ofDays(2));
    Post second = post(bob, other, "two apple");

    assertThat(found("apple from:ada")).containsExactly(first);
    assertThat(found("apple from: @bob")).containsExactly(second);
    assertThat(found("apple -from:bob")).containsExactly(first);
    assertThat(found("from:bob")).containsExactly(second);
    assertThat(found("apple in:other")).containsExactly(second);
    assertThat(found("apple channel:~plans")).containsExactly(first);
    assertThat(found("apple -in:other")).containsExactly(first);
    assertThat(found("apple on:2026-01-01")).containsExactly(first);
    assertThat(found("apple after:2026-01-01")).containsExactly(second);
    assertThat(found("apple before:2026-01-03")).containsExactly(first);
    assertThat(found("apple -on:2026-01-01")).containsExactly(second);
    assertThat(found("#fruit")).containsExactly(first);
    assertThat(found("fruit")).containsExactly(first);
    assertThat(found("#app*")).isEmpty();
  }

  @Test
  void anEditedPostIsFoundByItsNewWordsAndADeletedOneNoMore() {
    Post post = post(ada, plans, "pear tree");
    host.services().posts().update(post.toBuilder().message("plum tree").build());

    assertThat(found("pear")).isEmpty();
    assertThat(found("plum")).hasSize(1);
    assertThat(found("tree")).hasSize(1);
    host.services().posts().delete(post.id());
    assertThat(found("tree")).isEmpty();
  }

  @Test
  void nobodyFindsWhatTheyCannotRead() {
    Channel secret = host.services().directChannels().ofTwo(bob.id(), bob.id());
    post(bob, secret, "hidden treasure");
    Post shown = post(bob, plans, "treasure");

    assertThat(found("treasure")).containsExactly(shown);
    assertThat(
            host.services()
                .postSearch()
                .inTeam(team.id(), List.of(SearchParams.builder().terms("treasure").build())))
        .containsExactly(shown);
    host.channels().archive(plans.id());
    assertThat(found("treasure")).isEmpty();
  }

  @Test
  void searchesOfATeamAreUnitedAndOneWordMayDo() {
    Post pear = post(ada, plans, "pear");
    Post plum = post(ada, plans, "plum");

    PostSearch search = host.services().postSearch();
    assertThat(
            search.inTeam(
                team.id(),
                List.of(
                    SearchParams.builder().terms("plum").build(),
                    SearchParams.builder().terms("pear").build())))
        .containsExactlyInAnyOrder(pear, plum);
    assertThat(
            search.inTeam(
                team.id(),
                List.of(SearchParams.builder().terms("plum pear").isOrSearch(true).build())))
        .containsExactly(plum, pear);
  }

  @Test
  void aResultHasPages() {
    for (int i = 0; i < 5; i++) {
      post(ada, plans, "again " + i);
    }

    SearchParameter search = SearchParameter.builder().terms("again").perPage(2).build();
    assertThat(page(search)).extracting(Post::message).containsExactly("again 4", "again 3");
    assertThat(page(search.toBuilder().page(2).build()))
        .extracting(Post::message)
        .containsExactly("again 0");
    TestHost.assertFails(400, () -> page(search.toBuilder().page(-1).build()));
  }

  @Test
  void wordsOfWhatIsDeletedAreForgotten() {
    Post root = post(ada, plans, "root " + "word ".repeat(10));
    FileInfo file = file("notes_of_may.txt");
    host.services()
        .posts()
        .create(
            Post.builder()
                .userId(ada.id())
                .channelId(plans.id())
                .rootId(root.id())
                .message("a reply")
                .fileIds(List.of(file.id()))
                .build());

    host.services().posts().delete(root.id());

    assertThat(count("post_words")).isZero();
    assertThat(count("file_words")).isZero();
  }

  @Test
  void aVeryLongPostHasABoundedNumberOfWords() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 16_000; i++) {
      text.appendCodePoint(0x4e00 + i);
    }
    Post post = post(ada, plans, text.toString());

    assertThat(count("post_words")).isEqualTo(4000);
    assertThat(found("\u4e00")).containsExactly(post);
  }

  @Test
  void postsAndFilesFromBeforeThereWasSearchAreFoundLittleByLittle() {
    Post old = post(ada, plans, "ancient wisdom");
    FileInfo file = attached("scroll.pdf");
    host.surroundings()
        .database()
        .inTransaction(
            sql -> sql.change("delete from post_words") + sql.change("delete from file_words"));
    assertThat(found("wisdom")).isEmpty();
    EarlierWords earlier = new EarlierWords(host.surroundings());

    int pieces = 0;
    while (earlier.next()) {
      pieces++;
    }

    assertThat(pieces).isEqualTo(4);
    assertThat(found("wisdom")).containsExactly(old);
    assertThat(files("scroll")).containsExactly(file.id());
    assertThat(earlier.next()).isFalse();
  }

  @Test
  void filesOfPostsAreFoundByTheirNamesAndByTheTextThatIsSetForThem() {
    FileInfo bowl = attached("fruit_bowl.txt");
    FileInfo loose = file("loose_bowl.txt");

    assertThat(files("fruit_bowl")).containsExactly(bowl.id());
    assertThat(files("bowl")).containsExactly(bowl.id());
    assertThat(files("bowl ext:txt from:ada in:plans")).containsExactly(bowl.id());
    assertThat(files("bowl ext:pdf")).isEmpty();
    assertThat(files("bowl -fruit")).isEmpty();
    assertThat(files("blueberry")).isEmpty();

    host.services().attachments().setSearchableContent(bowl.id(), "blueberry, Bowl and spoon");
    assertThat(files("BLUEBERRY spoon fru*")).containsExactly(bowl.id());
    host.services().attachments().setSearchableContent(bowl.id(), "raspberry");
    assertThat(files("blueberry")).isEmpty();
    assertThat(files("raspberry")).containsExactly(bowl.id());
    assertThat(host.services().fileSearch().ofUser(team.id(), bob.id(), terms("raspberry")))
        .isEmpty();
    assertThat(
            host.services()
                .fileSearch()
                .ofUser("", ada.id(), terms("absent rasp*").toBuilder().isOrSearch(true).build()))
        .hasSize(1);
    TestHost.assertFails(
        404, () -> host.services().attachments().setSearchableContent("nothing", "x"));

    String copy = host.services().attachments().copy(ada.id(), List.of(bowl.id())).get(0);
    attach(copy);
    assertThat(files("raspberry")).containsExactlyInAnyOrder(copy, bowl.id());
    assertThat(files("loose")).isEmpty();
    attach(loose.id());
    assertThat(files("loose")).containsExactly(loose.id());
  }

  private FileInfo file(String name) {
    return host.services()
        .attachments()
        .upload(plans.id(), name, new ByteArrayInputStream(new byte[] {1}));
  }

  private FileInfo attached(String name) {
    FileInfo file = file(name);
    attach(file.id());
    return file;
  }

  private void attach(String file) {
    host.services()
        .posts()
        .create(
            Post.builder()
                .userId(ada.id())
                .channelId(plans.id())
                .message("see")
                .fileIds(List.of(file))
                .build());
  }

  private List<String> files(String terms) {
    return host.services().fileSearch().ofUser(team.id(), ada.id(), terms(terms)).stream()
        .map(FileInfo::id)
        .toList();
  }

  private static SearchParameter terms(String terms) {
    return SearchParameter.builder().terms(terms).build();
  }

  private long count(String table) {
    return host.surroundings()
        .database()
        .inTransaction(sql -> sql.count("select count(*) from " + table));
  }

  private List<Post> found(String terms) {
    return page(SearchParameter.builder().terms(terms).build());
  }

  private List<Post> page(SearchParameter search) {
    return host.services().postSearch().ofUser(team.id(), ada.id(), search);
  }

  private Post post(User author, Channel channel, String message) {
    host.later(Duration.ofMillis(1));
    return host.services()
        .posts()
        .create(
            Post.builder().userId(author.id()).channelId(channel.id()).message(message).build());
  }
}
