package io.krait.codegen.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.TextFormat;
import com.google.protobuf.TextFormat.ParseException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the generators do not know is refused, and the error says where it is. */
class UnsupportedContractTest {

  private static Contract read(String descriptor) throws ParseException {
    FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder().setPackage("a.v1");
    TextFormat.merge(descriptor, file);
    return ContractReader.read(List.of(file.build()), "a.v1");
  }

  private static void assertRefused(String descriptor, String message) {
    assertThatThrownBy(() -> read(descriptor))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void oneof() {
    assertRefused(
        """
        message_type {
          name: "Post"
          field { name: "text" type: TYPE_STRING oneof_index: 0 }
          oneof_decl { name: "body" }
        }
        """,
        "Post.text: oneof is not supported");
  }

  @Test
  void theOneofThatStandsForAnOptionalFieldIsNone() throws ParseException {
    Contract contract =
        read(
            """
            message_type {
              name: "Post"
              field { name: "text" type: TYPE_STRING oneof_index: 0 proto3_optional: true }
              oneof_decl { name: "_text" }
            }
            """);

    assertThat(contract.message("Post").fields())
        .extracting(Field::cardinality)
        .containsExactly(Cardinality.OPTIONAL);
  }

  @Test
  void nestedMessage() {
    assertRefused(
        """
        message_type { name: "Post" nested_type { name: "Body" } }
        """,
        "Post.Body: nested messages are not supported");
  }

  @Test
  void nestedEnum() {
    assertRefused(
        """
        message_type { name: "Post" enum_type { name: "Kind" } }
        """,
        "Post.Kind: nested enums are not supported");
  }

  @Test
  void foreignType() {
    assertRefused(
        """
        message_type {
          name: "Post"
          field { name: "at" type: TYPE_MESSAGE type_name: ".google.protobuf.Timestamp" }
        }
        """,
        "Post.at: type google.protobuf.Timestamp is not supported");
  }

  @Test
  void typeOfAPackageBelow() {
    assertRefused(
        """
        message_type {
          name: "Post"
          field { name: "body" type: TYPE_MESSAGE type_name: ".a.v1.beta.Body" }
        }
        """,
        "Post.body: type a.v1.beta.Body is not supported");
  }

  @Test
  void foreignRequest() {
    assertRefused(
        """
        service {
          name: "API"
          method { name: "Stop" input_type: ".google.protobuf.Empty" output_type: ".a.v1.B" }
        }
        """,
        "API.Stop: type google.protobuf.Empty is not supported");
  }

  @Test
  void unknownScalar() {
    assertRefused(
        """
        message_type { name: "Post" field { name: "size" type: TYPE_FIXED64 } }
        """,
        "Post.size: type TYPE_FIXED64 is not supported");
  }

  @Test
  void mapWithOtherKeysThanStrings() {
    assertRefused(
        """
        message_type {
          name: "Post"
          field {
            name: "by_number" label: LABEL_REPEATED
            type: TYPE_MESSAGE type_name: ".a.v1.Post.ByNumberEntry"
          }
          nested_type {
            name: "ByNumberEntry"
            field { name: "key" number: 1 type: TYPE_INT32 }
            field { name: "value" number: 2 type: TYPE_STRING }
            options { map_entry: true }
          }
        }
        """,
        "Post.by_number: map keys other than strings are not supported");
  }

  @Test
  void listOfJsonValues() {
    assertRefused(
        """
        message_type {
          name: "Post"
          field {
            name: "values" label: LABEL_REPEATED
            type: TYPE_MESSAGE type_name: ".google.protobuf.Value"
          }
        }
        """,
        "Post.values: lists and maps of google.protobuf.Value are not supported; put it into a"
            + " message");
  }

  @Test
  void streamFromTheServerAlone() {
    assertRefused(
        """
        message_type { name: "A" }
        service {
          name: "API"
          method { name: "Watch" input_type: ".a.v1.A" output_type: ".a.v1.A" server_streaming: true }
        }
        """,
        "API.Watch: streams in one direction are not supported");
  }

  @Test
  void streamFromTheClientAlone() {
    assertRefused(
        """
        message_type { name: "A" }
        service {
          name: "API"
          method { name: "Upload" input_type: ".a.v1.A" output_type: ".a.v1.A" client_streaming: true }
        }
        """,
        "API.Upload: streams in one direction are not supported");
  }
}
