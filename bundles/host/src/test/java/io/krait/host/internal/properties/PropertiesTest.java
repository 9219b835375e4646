package io.krait.host.internal.properties;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.model.PropertyField;
import io.krait.api.model.PropertyFieldSearchOpts;
import io.krait.api.model.PropertyGroup;
import io.krait.api.model.PropertyValue;
import io.krait.api.model.PropertyValueSearchOpts;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.TestHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertiesTest {

  private TestHost host;
  private Properties properties;
  private PropertyGroup group;

  @BeforeEach
  void open(@TempDir Path folder) {
    host = new TestHost(folder, HostHooks.NONE);
    properties = Properties.in(host.surroundings());
    group = properties.groups().register("reviews");
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void groupRegisteredAgainIsTheSame() {
    assertThat(properties.groups().register("reviews")).isEqualTo(group);
    assertThat(properties.groups().get("reviews")).isEqualTo(group);
    assertFails(404, () -> properties.groups().get("unknown"));
    assertFails(400, () -> properties.groups().register(""));
    assertFails(400, () -> properties.groups().register("x".repeat(65)));
  }

  @Test
  void groupOf64CharactersOutsideTheUsualPlaneIsRegistered() {
    assertThat(properties.groups().register("🐍".repeat(64)).id()).isNotEmpty();
  }

  @Test
  void fieldIsStoredAsItWasWanted() {
    Map<String, Object> attrs = Map.of("options", List.of(Map.of("id", "1", "name", "open")));

    PropertyField made =
        properties
            .fields()
            .create(
                wanted("state").toBuilder()
                    .type("select")
                    .attrs(attrs)
                    .targetType("post")
                    .targetId("p1")
                    .build());

    assertThat(made.id()).hasSize(26);
    assertThat(made.attrs()).isEqualTo(attrs);
    assertThat(made.createAt()).isEqualTo(TestHost.START.toEpochMilli());
    assertThat(properties.fields().get(group.id(), made.id())).isEqualTo(made);
    assertThat(properties.fields().byName(group.id(), "p1", "state")).isEqualTo(made);
  }

  @Test
  void fieldThatIsNotValidIsRefused() {
    assertFails(400, () -> properties.fields().create(wanted("")));
    assertFails(400, () -> properties.fields().create(wanted("x".repeat(256))));
    assertFails(
        400, () -> properties.fields().create(wanted("n").toBuilder().type("number").build()));
    assertFails(400, () -> properties.fields().create(wanted("n").toBuilder().groupId("").build()));
    assertFails(
        404, () -> properties.fields().create(wanted("n").toBuilder().groupId("none").build()));
  }

  @Test
  void nameIsTakenForOneTargetUntilItsFieldIsDeleted() {
    PropertyField made = properties.fields().create(wanted("state"));

    assertFails(409, () -> properties.fields().create(wanted("state")));
    properties.fields().create(wanted("state").toBuilder().targetId("other").build());
    properties.fields().delete(group.id(), made.id());
    PropertyField again = properties.fields().create(wanted("state"));
    properties.fields().delete(group.id(), again.id());

    assertThat(properties.fields().get(group.id(), made.id()).deleteAt()).isPositive();
    assertFails(404, () -> properties.fields().byName(group.id(), "", "state"));
    assertFails(404, () -> properties.fields().delete(group.id(), again.id()));
  }

  @Test
  void fieldsOfAnotherGroupAreNotThere() {
    PropertyField made = properties.fields().create(wanted("state"));
    String other = properties.groups().register("other").id();

    assertFails(404, () -> properties.fields().get(other, made.id()));
    assertFails(404, () -> properties.fields().all(other, List.of(made.id())));
    assertFails(404, () -> properties.fields().update(other, List.of(made)));
    assertFails(404, () -> properties.fields().delete(other, made.id()));
    assertThat(properties.fields().all(group.id(), List.of(made.id(), made.id())))
        .containsExactly(made);
  }

  @Test
  void fieldsAreListedOldestFirstByPageAndCounted() {
    List<PropertyField> made = List.of(later("a"), later("b"), later("c"));
    properties.fields().delete(group.id(), made.get(1).id());
    later(wanted("d").toBuilder().targetType("post").targetId("p1").build());

    assertThat(names(PropertyFieldSearchOpts.builder().perPage(2).build()))
        .containsExactly("a", "c");
    assertThat(names(PropertyFieldSearchOpts.builder().page(1).perPage(2).build()))
        .containsExactly("d");
    assertThat(names(PropertyFieldSearchOpts.builder().includeDeleted(true).build()))
        .containsExactly("a", "b", "c", "d");
    assertThat(names(PropertyFieldSearchOpts.builder().targetType("post").build()))
        .containsExactly("d");
    assertThat(properties.fields().count(group.id(), "", "", false)).isEqualTo(3);
    assertThat(properties.fields().count(group.id(), "", "", true)).isEqualTo(4);
    assertThat(properties.fields().count(group.id(), "post", "p1", false)).isEqualTo(1);
    assertFails(400, () -> names(PropertyFieldSearchOpts.builder().page(-1).build()));
  }

  @Test
  void fieldIsReplacedUnlessSomebodyElseHasReplacedItSinceItWasRead() {
    PropertyField read = properties.fields().create(wanted("state"));

    PropertyField first =
        properties
            .fields()
            .update(group.id(), List.of(read.toBuilder().name("first").build()))
            .get(0);

    assertThat(first.name()).isEqualTo("first");
    assertThat(first.updateAt()).isGreaterThan(read.updateAt());
    assertFails(
        409,
        () ->
            properties
                .fields()
                .update(group.id(), List.of(read.toBuilder().name("second").build())));
    assertThat(
            properties
                .fields()
                .update(group.id(), List.of(read.toBuilder().name("third").updateAt(0).build()))
                .get(0)
                .name())
        .isEqualTo("third");
  }

  @Test
  void fieldsAreReplacedAllOrNone() {
    PropertyField one = properties.fields().create(wanted("one"));
    PropertyField two = properties.fields().create(wanted("two"));

    assertFails(
        400,
        () ->
            properties
                .fields()
                .update(
                    group.id(),
                    List.of(
                        one.toBuilder().name("uno").build(), two.toBuilder().name("").build())));
    assertFails(
        409,
        () -> properties.fields().update(group.id(), List.of(one.toBuilder().name("two").build())));

    assertThat(properties.fields().get(group.id(), one.id())).isEqualTo(one);
  }

  @Test
  void valueOfAnyJsonIsStored() {
    PropertyField field = properties.fields().create(wanted("state"));

    for (Object value : List.of("text", true, List.of("a", "b"), Map.of("k", "v"))) {
      PropertyValue stored = properties.values().put(List.of(value(field, "u1", value))).get(0);
      assertThat(properties.values().get(group.id(), stored.id()).value()).isEqualTo(value);
    }
    PropertyValue none =
        properties.values().create(value(field, "u2", "x").toBuilder().value(null).build());
    assertThat(properties.values().get(group.id(), none.id()).value()).isNull();
  }

  @Test
  void thingHasOneValueForAField() {
    PropertyField field = properties.fields().create(wanted("state"));
    PropertyValue made = properties.values().create(value(field, "u1", "new"));

    assertFails(409, () -> properties.values().create(value(field, "u1", "other")));
    PropertyValue put = properties.values().put(List.of(value(field, "u1", "other"))).get(0);

    assertThat(put.id()).isEqualTo(made.id());
    assertThat(put.createAt()).isEqualTo(made.createAt());
    assertThat(put.updateAt()).isGreaterThan(made.updateAt());
    assertThat(put.value()).isEqualTo("other");
  }

  @Test
  void valueThatIsNotValidIsRefused() {
    PropertyField field = properties.fields().create(wanted("state"));
    PropertyValue fine = value(field, "u1", "x");

    assertFails(400, () -> properties.values().create(fine.toBuilder().groupId("").build()));
    assertFails(400, () -> properties.values().create(fine.toBuilder().fieldId("").build()));
    assertFails(400, () -> properties.values().create(fine.toBuilder().targetId("").build()));
    assertFails(400, () -> properties.values().create(fine.toBuilder().targetType("").build()));
    assertFails(404, () -> properties.values().create(fine.toBuilder().fieldId("none").build()));
    properties.fields().delete(group.id(), field.id());
    assertFails(404, () -> properties.values().create(fine));
    assertFails(404, () -> properties.values().put(List.of(fine)));
  }

  @Test
  void valuesArePutAllOrNone() {
    PropertyField field = properties.fields().create(wanted("state"));

    assertFails(
        404,
        () ->
            properties
                .values()
                .put(
                    List.of(
                        value(field, "u1", "x"),
                        value(field, "u2", "x").toBuilder().fieldId("none").build())));

    assertThat(found(PropertyValueSearchOpts.builder().build())).isEmpty();
  }

  @Test
  void valuesAreFoundByFieldAndThing() {
    PropertyField state = later("state");
    PropertyField owner = later("owner");
    properties.values().create(value(state, "u1", "a"));
    host.later(Duration.ofSeconds(1));
    properties.values().create(value(owner, "u1", "b"));
    host.later(Duration.ofSeconds(1));
    PropertyValue other = properties.values().create(value(state, "u2", "c"));

    assertThat(found(PropertyValueSearchOpts.builder().build())).containsExactly("a", "b", "c");
    assertThat(found(PropertyValueSearchOpts.builder().targetId("u1").build()))
        .containsExactly("a", "b");
    assertThat(found(PropertyValueSearchOpts.builder().fieldId(state.id()).build()))
        .containsExactly("a", "c");
    assertThat(found(PropertyValueSearchOpts.builder().page(1).perPage(1).build()))
        .containsExactly("b");
    assertThat(properties.values().all(group.id(), List.of(other.id()))).containsExactly(other);
  }

  @Test
  void valuesGoWithTheirFieldTheirThingOrAlone() {
    PropertyField state = later("state");
    PropertyField owner = later("owner");
    PropertyValue alone = properties.values().create(value(state, "u1", "a"));
    properties.values().create(value(owner, "u2", "b"));
    properties.values().create(value(state, "u2", "c"));
    properties.values().create(value(state, "u3", "d"));
    properties.values().create(value(owner, "u3", "e"));

    properties.values().delete(group.id(), alone.id());
    assertThat(found(PropertyValueSearchOpts.builder().build())).doesNotContain("a").hasSize(4);
    properties.values().deleteOfTarget(group.id(), "user", "u2");
    assertThat(found(PropertyValueSearchOpts.builder().build()))
        .containsExactlyInAnyOrder("d", "e");
    properties.values().deleteOfField(group.id(), owner.id());
    assertThat(found(PropertyValueSearchOpts.builder().build())).containsExactly("d");
    properties.fields().delete(group.id(), state.id());
    assertThat(found(PropertyValueSearchOpts.builder().build())).isEmpty();
    assertThat(found(PropertyValueSearchOpts.builder().includeDeleted(true).build())).hasSize(5);

    properties.values().deleteOfTarget(group.id(), "user", "nobody");
    assertFails(400, () -> properties.values().deleteOfTarget(group.id(), "", ""));
    assertFails(400, () -> properties.values().deleteOfField(group.id(), ""));
    assertFails(404, () -> properties.values().delete(group.id(), alone.id()));
    assertFails(404, () -> properties.values().update(group.id(), List.of(alone)));
  }

  @Test
  void valueIsReplacedUnlessSomebodyElseHasReplacedItSinceItWasRead() {
    PropertyField field = properties.fields().create(wanted("state"));
    PropertyValue read = properties.values().create(value(field, "u1", "a"));
    PropertyValue mine = read.toBuilder().value("b").targetId("u9").build();

    PropertyValue stored = properties.values().update(group.id(), List.of(mine)).get(0);

    assertThat(stored.value()).isEqualTo("b");
    assertThat(stored.targetId()).isEqualTo("u1");
    assertFails(409, () -> properties.values().update(group.id(), List.of(mine)));
  }

  @Test
  void valuesPutAtOnceByManyAreOne() throws Exception {
    PropertyField field = properties.fields().create(wanted("state"));
    Callable<List<PropertyValue>> put =
        () -> properties.values().put(List.of(value(field, "u1", "x")));

    ExecutorService many = Executors.newFixedThreadPool(8);
    try {
      Collection<Future<List<PropertyValue>>> all = many.invokeAll(Collections.nCopies(24, put));
      for (Future<List<PropertyValue>> one : all) {
        assertThat(one.get()).hasSize(1);
      }
    } finally {
      many.shutdownNow();
    }

    assertThat(found(PropertyValueSearchOpts.builder().includeDeleted(true).build())).hasSize(1);
  }

  private PropertyField wanted(String name) {
    return PropertyField.builder().groupId(group.id()).name(name).type("text").build();
  }

  private PropertyField later(String name) {
    return later(wanted(name));
  }

  private PropertyField later(PropertyField wanted) {
    host.later(Duration.ofSeconds(1));
    return properties.fields().create(wanted);
  }

  private PropertyValue value(PropertyField field, String userId, Object value) {
    return PropertyValue.builder()
        .groupId(group.id())
        .fieldId(field.id())
        .targetType("user")
        .targetId(userId)
        .value(value)
        .build();
  }

  private List<String> names(PropertyFieldSearchOpts options) {
    return properties.fields().search(group.id(), options).stream()
        .map(PropertyField::name)
        .toList();
  }

  private List<Object> found(PropertyValueSearchOpts options) {
    return properties.values().search(group.id(), options).stream()
        .map(PropertyValue::value)
        .toList();
  }
}
