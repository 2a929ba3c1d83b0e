"""The recipe in backend/deploy: its front server runs before the real app, and its other files fit the app."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import time
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path

import pytest
import yaml
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from backend.config import DEFAULTS, ROOT
from tests.harness import Server, free_port

DEPLOY = ROOT / "backend" / "deploy"
SECONDS = 20


def certify(folder: Path) -> None:
    """A certificate for localhost that nobody trusts."""
    folder.mkdir()
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + timedelta(days=1)).sign(
        key, hashes.SHA256()
    )
    pem = serialization.Encoding.PEM
    (folder / "fullchain.pem").write_bytes(made.public_bytes(pem))
    plain = serialization.NoEncryption()
    (folder / "privkey.pem").write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain))


@pytest.mark.skipif(shutil.which("nginx") is None, reason="this machine has no nginx")
def test_the_front_server_brings_https_and_one_address_to_the_real_app(tmp_path: Path) -> None:
    server = Server(tmp_path, tmp_path / "dist", {"PROXY_HOPS": "1", "RATE_LIMIT": "3 per hour"})
    server.migrate()
    plain, sealed = free_port(), free_port()
    certify(tmp_path / "certs")
    text = (DEPLOY / "nginx.conf").read_text()
    # What differs from the container: its ports, where the app listens, and that it may not write elsewhere.
    for before, after in (
        ("listen 80 ", f"listen 127.0.0.1:{plain} "),
        ("listen 443 ", f"listen 127.0.0.1:{sealed} "),
        ("listen [::]:80 ", f"listen [::1]:{plain} "),
        ("listen [::]:443 ", f"listen [::1]:{sealed} "),
        ("server app:8000", f"server 127.0.0.1:{server.port}"),
        ("http {", f"http {{ client_body_temp_path {tmp_path}/body; proxy_temp_path {tmp_path}/proxy;"),
    ):
        assert before in text
        text = text.replace(before, after)
    (tmp_path / "nginx.conf").write_text(f"daemon off; pid {tmp_path}/pid; error_log {tmp_path}/errors;\n{text}")
    command = ["nginx", "-p", str(tmp_path), "-c", "nginx.conf"]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    server.start()
    front = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        assert status_of(plain, sealed=False, claimed="") == 308
        # Whatever address a caller claims, they are counted as the one that connects.
        answers = [status_of(sealed, sealed=True, claimed=f"192.0.2.{host}") for host in range(4)]
        assert answers == [404, 404, 404, 429]
    finally:
        front.terminate()
        front.wait()
        server.stop()


def status_of(port: int, *, sealed: bool, claimed: str) -> int:
    """The status of one request, once the front server listens."""
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    give_up = time.monotonic() + SECONDS
    while True:
        made = HTTPSConnection("127.0.0.1", port, context=trusting) if sealed else HTTPConnection("127.0.0.1", port)
        try:
            headers = {"X-Forwarded-For": claimed, "Authorization": f"Bearer {'cd' * 32}"}
            made.request("GET", f"/api/v1/slots/{'ab' * 16}", headers=headers)
            return made.getresponse().status
        except ConnectionRefusedError:
            assert time.monotonic() < give_up
            time.sleep(0.05)
        finally:
            made.close()


def test_the_services_use_settings_that_there_are_and_files_that_there_are() -> None:
    recipe = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    app = recipe["services"]["app"]
    assert set(app["environment"]) <= set(DEFAULTS)
    assert (DEPLOY / app["build"]["context"]).resolve() == ROOT
    assert (ROOT / app["build"]["dockerfile"]).is_file()
    assert "app:8000" in (DEPLOY / "nginx.conf").read_text()


def test_the_image_copies_what_there_is_and_starts_what_make_run_starts() -> None:
    lines = (DEPLOY / "Containerfile").read_text().splitlines()
    copied = [line.split()[1] for line in lines if line.startswith("COPY ") and "--from" not in line]
    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert {"backend", "content", "manifest.json", "requirements.lock"} <= set(copied)
    assert "python -m backend.serve" in lines[-1]
