"""The lane: calls and streams in plain frames on unix sockets, where the host knows it as well.

docs/lane.md describes it. Nothing here imports grpc.
"""
