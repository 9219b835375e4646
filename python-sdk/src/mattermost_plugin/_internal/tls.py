"""The plugin's half of go-plugin's AutoMTLS: certificates that both sides make for one process."""

from __future__ import annotations

import base64
import datetime
import logging
import os
from dataclasses import dataclass
from typing import Any, Optional

from mattermost_plugin._internal.status import grpcio

_logger = logging.getLogger(__name__)

#: Names the environment variable with the host's certificate, as PEM.
CLIENT_CERTIFICATE_VARIABLE = "PLUGIN_CLIENT_CERT"

_NAME = "localhost"
# BoringSSL, which is in gRPC, takes no signatures of it, and go-plugin's hosts in Go make no other.
_NOT_TAKEN = "secp521r1"
_BEFORE = datetime.timedelta(minutes=5)
# Longer than any process lives, which is all that it is for.
_HOLDS = datetime.timedelta(days=3650)


@dataclass(frozen=True)
class Encryption:
    """What a server needs to talk to its host alone.

    Attributes:
        credentials: the server's certificate and key; only the host's certificate is taken.
        handshake_field: the server's certificate as it stands in the handshake line.
    """

    credentials: Any
    handshake_field: str


def encryption() -> Optional[Encryption]:
    """Make a certificate, where the host offers its own; return None where nothing is encrypted.

    That needs the package `cryptography`. A host takes it that a plugin that gives no certificate
    does not encrypt.

    Raises:
        ValueError: what the host offers is not a certificate.
    """
    client = os.environ.get(CLIENT_CERTIFICATE_VARIABLE)
    if not client:
        return None
    try:
        from cryptography import x509
        from cryptography.hazmat.primitives import hashes, serialization
        from cryptography.hazmat.primitives.asymmetric import ec
        from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
    except ImportError:
        _logger.debug("the host offers TLS, which needs the package cryptography: not encrypted")
        return None
    try:
        host_key = x509.load_pem_x509_certificate(client.encode()).public_key()
    except ValueError as error:
        raise ValueError(f"{CLIENT_CERTIFICATE_VARIABLE} is not a certificate: {error}") from None
    if isinstance(host_key, ec.EllipticCurvePublicKey) and host_key.curve.name == _NOT_TAKEN:
        _logger.warning(
            "the host's certificate is of the curve %s, which gRPC does not take in Python:"
            " not encrypted; use unix sockets",
            _NOT_TAKEN,
        )
        return None
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, _NAME)])
    begin = datetime.datetime.now(datetime.timezone.utc) - _BEFORE
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + _HOLDS)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True,
                key_agreement=True,
                key_cert_sign=True,
                content_commitment=False,
                key_encipherment=False,
                data_encipherment=False,
                crl_sign=False,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
        .add_extension(
            x509.ExtendedKeyUsage(
                [ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.SERVER_AUTH]
            ),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(_NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    encoded = certificate.public_bytes(serialization.Encoding.DER)
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return Encryption(
        credentials=grpcio().ssl_server_credentials(
            [(private, certificate.public_bytes(serialization.Encoding.PEM))],
            root_certificates=client.encode(),
            require_client_auth=True,
        ),
        handshake_field=base64.b64encode(encoded).decode().rstrip("="),
    )
