from __future__ import annotations

import asyncio
import base64
import datetime
import logging
import ssl
import sys
from typing import Any, Callable, Tuple

import grpc
import pytest
from google.protobuf.wrappers_pb2 import Int32Value, StringValue

from mattermost_plugin import Plugin, RuntimeConfig
from mattermost_plugin._internal import tls
from mattermost_plugin.server import PluginServer

SOON = 30.0
# How long a client that is refused tries again.
A_WHILE = 2.0


@pytest.fixture(autouse=True)
def on_a_port(monkeypatch: Any) -> None:
    monkeypatch.delenv("PLUGIN_UNIX_SOCKET_DIR", raising=False)
    monkeypatch.delenv("PLUGIN_CLIENT_CERT", raising=False)


def identity(curve: str = "SECP256R1") -> Tuple[bytes, bytes]:
    """Make a certificate as hosts of go-plugin do; return it with its key, as PEM."""
    pytest.importorskip("cryptography")
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(getattr(ec, curve)())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.timezone.utc)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(seconds=30))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    return (
        certificate.public_bytes(serialization.Encoding.PEM),
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
    )


def serving(work: Callable[[PluginServer], None]) -> None:
    """Serve a plugin, do `work` in a thread, and stop."""

    async def run() -> None:
        server = PluginServer(Plugin(), RuntimeConfig())
        await server.start()
        try:
            await asyncio.get_running_loop().run_in_executor(None, work, server)
        finally:
            await server.stop(0)

    asyncio.run(asyncio.wait_for(run(), SOON * 2))


def announced(server: PluginServer) -> bytes:
    """Return the certificate of the server's handshake, as PEM."""
    fields = server.handshake_line.split("|")
    assert fields[:5] == ["1", "1", "tcp", f"127.0.0.1:{server.port}", "grpc"]
    (text,) = fields[5:]
    assert not text.endswith("=")
    return ssl.DER_cert_to_PEM_cert(base64.b64decode(text + "=" * (-len(text) % 4))).encode()


def health(channel: grpc.Channel, seconds: float) -> int:
    with channel:
        check = channel.unary_unary(
            "/grpc.health.v1.Health/Check", StringValue.SerializeToString, Int32Value.FromString
        )
        answer: Any = check(StringValue(value="plugin"), timeout=seconds)
        return int(answer.value)


def secured(server: PluginServer, *credentials: Any) -> grpc.Channel:
    return grpc.secure_channel(
        server.target,
        grpc.ssl_channel_credentials(*credentials),
        options=[("grpc.ssl_target_name_override", "localhost")],
    )


def test_the_host_is_taken(monkeypatch: Any) -> None:
    certificate, key = identity()
    monkeypatch.setenv("PLUGIN_CLIENT_CERT", certificate.decode())

    def work(server: PluginServer) -> None:
        assert health(secured(server, announced(server), key, certificate), SOON) == 1

    serving(work)


def test_nobody_else_is_taken(monkeypatch: Any) -> None:
    certificate, _ = identity()
    monkeypatch.setenv("PLUGIN_CLIENT_CERT", certificate.decode())
    other, key_of_other = identity()

    def work(server: PluginServer) -> None:
        for channel in (
            secured(server, announced(server), key_of_other, other),
            secured(server, announced(server)),
            grpc.insecure_channel(server.target),
        ):
            with pytest.raises(grpc.RpcError) as raised:
                health(channel, A_WHILE)
            refused: Any = raised.value
            assert refused.code() in (
                grpc.StatusCode.UNAVAILABLE,
                grpc.StatusCode.DEADLINE_EXCEEDED,
            )

    serving(work)


def test_another_server_is_not_the_plugin(monkeypatch: Any) -> None:
    certificate, key = identity()
    monkeypatch.setenv("PLUGIN_CLIENT_CERT", certificate.decode())
    other, _ = identity()

    def work(server: PluginServer) -> None:
        with pytest.raises(grpc.RpcError):
            health(secured(server, other, key, certificate), A_WHILE)

    serving(work)


def test_each_server_has_a_certificate_of_its_own(monkeypatch: Any) -> None:
    certificate, _ = identity()
    monkeypatch.setenv("PLUGIN_CLIENT_CERT", certificate.decode())
    first, second = tls.encryption(), tls.encryption()
    assert first is not None
    assert second is not None
    assert first.handshake_field != second.handshake_field


def test_without_the_package_nothing_is_encrypted(monkeypatch: Any, caplog: Any) -> None:
    monkeypatch.setenv("PLUGIN_CLIENT_CERT", "-----BEGIN CERTIFICATE-----")
    monkeypatch.setitem(sys.modules, "cryptography", None)
    caplog.set_level(logging.DEBUG, "mattermost_plugin")

    def work(server: PluginServer) -> None:
        assert server.handshake_line == f"1|1|tcp|127.0.0.1:{server.port}|grpc"
        assert health(grpc.insecure_channel(server.target), SOON) == 1

    serving(work)
    (record,) = [record for record in caplog.records if "TLS" in record.message]
    assert record.levelno == logging.DEBUG


def test_a_certificate_that_grpc_does_not_take_is_said(monkeypatch: Any, caplog: Any) -> None:
    certificate, _ = identity("SECP521R1")
    monkeypatch.setenv("PLUGIN_CLIENT_CERT", certificate.decode())

    assert tls.encryption() is None
    assert "the host's certificate is of the curve secp521r1" in caplog.text


def test_what_is_no_certificate_is_an_error(monkeypatch: Any) -> None:
    pytest.importorskip("cryptography")
    monkeypatch.setenv("PLUGIN_CLIENT_CERT", "nonsense")

    with pytest.raises(ValueError, match="PLUGIN_CLIENT_CERT is not a certificate"):
        tls.encryption()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no unix sockets")
def test_a_socket_is_guarded_by_its_folder(monkeypatch: Any, tmp_path: Any) -> None:
    certificate, _ = identity()
    monkeypatch.setenv("PLUGIN_CLIENT_CERT", certificate.decode())
    monkeypatch.setenv("PLUGIN_UNIX_SOCKET_DIR", str(tmp_path))

    def work(server: PluginServer) -> None:
        assert server.handshake_line.endswith("|grpc")
        assert health(grpc.insecure_channel(server.target), SOON) == 1

    serving(work)
