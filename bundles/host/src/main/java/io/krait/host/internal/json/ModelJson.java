package io.krait.host.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AccessorNamingStrategy;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.DefaultAccessorNamingStrategy;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.NameTransformer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.model.ChannelType;
import io.krait.api.model.Emoji;
import io.krait.api.model.FileInfo;
import io.krait.api.model.Post;
import io.krait.api.model.PostEmbed;
import io.krait.api.model.PostList;
import io.krait.api.model.PostMetadata;
import io.krait.api.model.TeamType;
import io.krait.api.model.User;
import io.krait.host.internal.emoji.WithEmoji;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The models of the API as JSON: their properties by the names that the contract has for them, read
 * through their builders; but for a file's creator, which clients know as its user. What is unknown
 * or null in a text that is read is passed over.
 */
public final class ModelJson {

  private static final String MODELS = User.class.getPackageName();
  private static final Set<String> NO_PROPERTIES =
      Set.of("hashCode", "toString", "toBuilder", "builder", "getClass");
  private static final Set<String> SECRETS = Set.of("password", "authData", "mfaSecret");

  private ModelJson() {}

  /** A mapper of its own for whoever asks. */
  public static ObjectMapper mapper() {
    return JsonMapper.builder()
        // Of its own: the shared one would keep our classes when this bundle is gone.
        .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 200)))
        .addModule(new Jdk8Module())
        .addModule(
            new SimpleModule("krait")
                .addSerializer(ChannelType.class, text(ChannelType::code))
                .addDeserializer(
                    ChannelType.class,
                    value(code -> ChannelType.ofCode(code).orElse(ChannelType.UNSPECIFIED)))
                .addSerializer(TeamType.class, text(TeamType::code))
                .addDeserializer(
                    TeamType.class,
                    value(code -> TeamType.ofCode(code).orElse(TeamType.UNSPECIFIED)))
                .addSerializer(
                    AppError.class,
                    new JsonSerializer<>() {
                      @Override
                      public void serialize(
                          AppError error, JsonGenerator json, SerializerProvider provider)
                          throws IOException {
                        json.writePOJO(ErrorJson.of(error, "", error.statusCode()));
                      }
                    })
                .addSerializer(
                    WithEmoji.class,
                    new JsonSerializer<>() {
                      @Override
                      public void serialize(
                          WithEmoji shown, JsonGenerator json, SerializerProvider provider)
                          throws IOException {
                        provider.setAttribute(WithEmoji.class, shown);
                        provider.defaultSerializeValue(shown.body(), json);
                      }
                    })
                .addSerializer(
                    Bytes.class,
                    new JsonSerializer<>() {
                      @Override
                      public void serialize(
                          Bytes bytes, JsonGenerator json, SerializerProvider provider)
                          throws IOException {
                        json.writeBinary(bytes.toByteArray());
                      }
                    })
                .addDeserializer(
                    Bytes.class,
                    new JsonDeserializer<>() {
                      @Override
                      public Bytes deserialize(JsonParser json, DeserializationContext context)
                          throws IOException {
                        return Bytes.owning(json.getBinaryValue());
                      }
                    }))
        .annotationIntrospector(new Models())
        .accessorNaming(new Accessors())
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        // A value of another kind is a mistake of the client's, which it had better learn of.
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .withCoercionConfig(
            LogicalType.Textual,
            texts ->
                texts
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .withConfigOverride(
            PostEmbed.class,
            embed ->
                embed.setInclude(
                    JsonInclude.Value.construct(
                        JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
        .build()
        .setDefaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP));
  }

  private static boolean isModel(Class<?> type) {
    return type.getPackageName().equals(MODELS)
        && !type.isEnum()
        && Arrays.stream(type.getDeclaredClasses())
            .anyMatch(nested -> nested.getSimpleName().equals("Builder"));
  }

  private static <T> JsonSerializer<T> text(Function<T, String> text) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator json, SerializerProvider provider)
          throws IOException {
        json.writeString(text.apply(value));
      }
    };
  }

  private static <T> JsonDeserializer<T> value(Function<String, T> value) {
    return new JsonDeserializer<>() {
      @Override
      public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
          throw context.wrongTokenException(
              json, String.class, JsonToken.VALUE_STRING, "it is a text");
        }
        return value.apply(json.getText());
      }
    };
  }

  /** Says that models are read through their builders, and what of them is never written. */
  private static final class Models extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Class<?> findPOJOBuilder(AnnotatedClass type) {
      if (!isModel(type.getRawType())) {
        return super.findPOJOBuilder(type);
      }
      return Arrays.stream(type.getRawType().getDeclaredClasses())
          .filter(nested -> nested.getSimpleName().equals("Builder"))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public JsonPOJOBuilder.@Nullable Value findPOJOBuilderConfig(AnnotatedClass builder) {
      Class<?> outer = builder.getRawType().getEnclosingClass();
      return outer != null && isModel(outer)
          ? new JsonPOJOBuilder.Value("build", "")
          : super.findPOJOBuilderConfig(builder);
    }

    @Override
    public @Nullable PropertyName findNameForSerialization(Annotated member) {
      return member instanceof AnnotatedMember method
              && method.getDeclaringClass() == FileInfo.class
              && method.getName().equals("creatorId")
          ? PropertyName.construct("user_id")
          : super.findNameForSerialization(member);
    }

    @Override
    public @Nullable Object findSerializer(Annotated member) {
      if (member instanceof AnnotatedMethod method) {
        if (method.getDeclaringClass() == Post.class && method.getName().equals("props")) {
          return new ShownProps();
        }
        if (method.getDeclaringClass() == Post.class && method.getName().equals("metadata")) {
          return new ShownMetadata();
        }
        if (method.getDeclaringClass() == PostList.class
            && method.getName().equals("firstInaccessiblePostTime")) {
          return new Moment();
        }
      }
      return super.findSerializer(member);
    }

    @Override
    public boolean hasIgnoreMarker(AnnotatedMember member) {
      return (member.getDeclaringClass() == User.class && SECRETS.contains(member.getName()))
          || super.hasIgnoreMarker(member);
    }
  }

  /** Says that a model's methods are named like its properties. */
  private static final class Accessors extends DefaultAccessorNamingStrategy.Provider {
    private static final long serialVersionUID = 1L;

    @Override
    public AccessorNamingStrategy forPOJO(MapperConfig<?> config, AnnotatedClass type) {
      return isModel(type.getRawType())
          ? new AccessorNamingStrategy.Base() {
            @Override
            public @Nullable String findNameForRegularGetter(AnnotatedMethod method, String name) {
              return NO_PROPERTIES.contains(name) ? null : name;
            }
          }
          : super.forPOJO(config, type);
    }
  }

  /** Clients know as a moment what the contract has as yes or no: none, as all can be read. */
  public static final class Moment extends JsonSerializer<Boolean> {
    @Override
    public void serialize(Boolean value, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      generator.writeNumber(value ? 1 : 0);
    }
  }

  /** What the contract has of a post's metadata, and the custom emoji besides. */
  private static final class ShownMetadata extends JsonSerializer<Optional<PostMetadata>> {
    @Override
    public boolean isEmpty(SerializerProvider provider, Optional<PostMetadata> metadata) {
      return metadata.isEmpty();
    }

    @Override
    public void serialize(
        Optional<PostMetadata> metadata, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      List<Emoji> emoji =
          provider.getAttribute(WithEmoji.class) instanceof WithEmoji shown
                  && generator.currentValue() instanceof Post post
              ? shown.ofPosts().getOrDefault(post.id(), List.of())
              : List.of();
      generator.writeStartObject();
      provider
          .findValueSerializer(PostMetadata.class)
          .unwrappingSerializer(NameTransformer.NOP)
          .serialize(metadata.orElseThrow(), generator, provider);
      if (!emoji.isEmpty()) {
        provider.defaultSerializeField("emojis", emoji, generator);
      }
      generator.writeEndObject();
    }
  }

  /** Where buttons lead is nothing for clients. */
  private static final class ShownProps extends JsonSerializer<Map<String, Object>> {
    @Override
    public void serialize(
        Map<String, Object> props, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(PostProps.forClients(props), generator);
    }
  }
}
