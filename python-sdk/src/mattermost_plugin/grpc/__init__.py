# Generated from the contract; do not edit.
"""The contract's messages and gRPC stubs, as protobuf and gRPC know them."""
