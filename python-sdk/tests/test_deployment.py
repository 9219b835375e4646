"""The files that servers behind a balancer are deployed by say what their tools understand."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, List

import pytest
import yaml

CONTAINER = Path(__file__).parent.parent.parent / "distribution" / "container"
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")

# As an image of nginx has it around what is in its conf.d.
AROUND = """\
pid {0}/nginx.pid;
error_log {0}/error.log;
events {{}}
http {{
  access_log off;
  client_body_temp_path {0}/body;
  proxy_temp_path {0}/proxy;
  fastcgi_temp_path {0}/fastcgi;
  uwsgi_temp_path {0}/uwsgi;
  scgi_temp_path {0}/scgi;
  include {0}/conf.d/*.conf;
}}
"""


def read(name: str) -> str:
    return (CONTAINER / name).read_text(encoding="utf-8")


def compose() -> Dict[str, Any]:
    return dict(yaml.safe_load(read("compose.yaml")))


def servers_of_compose() -> Dict[str, Dict[str, Any]]:
    return {n: s for n, s in compose()["services"].items() if s["image"] == "krait"}


def kubernetes() -> Dict[str, Dict[str, Any]]:
    return {made["kind"]: made for made in yaml.safe_load_all(read("kubernetes.yaml"))}


def container_of_kubernetes() -> Dict[str, Any]:
    [container] = kubernetes()["Deployment"]["spec"]["template"]["spec"]["containers"]
    return dict(container)


def addresses() -> List[str]:
    return [f"{name}:8065" for name in servers_of_compose()]


def check(*command: str, cwd: Path = CONTAINER) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, f"{' '.join(command)}: {done.stdout}{done.stderr}"


@pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
def test_nginx_takes_its_file(tmp_path: Path) -> None:
    assert NGINX is not None
    (tmp_path / "conf.d").mkdir()
    # Where it runs, names lead to servers.
    there = re.sub(r"krait-(\d):", r"127.0.0.\1:", read("nginx.conf"))
    (tmp_path / "conf.d" / "default.conf").write_text(there, encoding="utf-8")
    (tmp_path / "nginx.conf").write_text(AROUND.format(tmp_path), encoding="utf-8")

    check(NGINX, "-t", "-e", f"{tmp_path}/error.log", "-c", f"{tmp_path}/nginx.conf")


@pytest.mark.skipif(
    importlib.util.find_spec("kubernetes_validate") is None,
    reason="kubernetes-validate is not installed, which has the schemas of Kubernetes",
)
def test_kubernetes_takes_its_file() -> None:
    check(sys.executable, "-m", "kubernetes_validate", "--strict", "kubernetes.yaml")


def has_docker_compose() -> bool:
    docker = shutil.which("docker")
    asked = [str(docker), "compose", "version"]
    return docker is not None and subprocess.run(asked, capture_output=True).returncode == 0


@pytest.mark.skipif(not has_docker_compose(), reason="Docker Compose is not installed")
def test_docker_compose_takes_its_file(tmp_path: Path) -> None:
    folder = tmp_path / "container"
    shutil.copytree(CONTAINER, folder)
    (folder / "db-password").write_text("secret", encoding="utf-8")

    check("docker", "compose", "config", "--quiet", cwd=folder)


def test_balancers_know_the_servers_of_the_compose_file() -> None:
    traefik = yaml.safe_load(read("traefik.yaml"))["http"]
    [router] = traefik["routers"].values()
    balancer = traefik["services"][router["service"]]["loadBalancer"]

    assert re.findall(r"^  server (\S+)", read("nginx.conf"), re.MULTILINE) == addresses()
    assert [to["url"] for to in balancer["servers"]] == [f"http://{to}" for to in addresses()]


def test_each_server_is_told_all_that_the_image_asks_for() -> None:
    asked = set()
    for configuration in (CONTAINER / "conf").glob("*.cfg"):
        asked |= set(re.findall(r"\$\{env:(\w+)\}", configuration.read_text(encoding="utf-8")))

    for server in servers_of_compose().values():
        assert set(server["environment"]) == asked
    assert {variable["name"] for variable in container_of_kubernetes()["env"]} == asked


def test_what_servers_read_from_files_is_put_there() -> None:
    made = compose()
    for server in servers_of_compose().values():
        [secret] = server["secrets"]
        assert server["environment"]["KRAIT_JDBC_PASSWORD_FILE"] == f"/run/secrets/{secret}"
        assert secret in made["secrets"]
    container = container_of_kubernetes()
    environment = {variable["name"]: variable["value"] for variable in container["env"]}
    password = Path(environment["KRAIT_JDBC_PASSWORD_FILE"])
    [mount] = [m for m in container["volumeMounts"] if m["mountPath"] == str(password.parent)]
    volumes = kubernetes()["Deployment"]["spec"]["template"]["spec"]["volumes"]
    [volume] = [v for v in volumes if v["name"] == mount["name"]]
    secret = kubernetes()["Secret"]
    assert volume["secret"]["secretName"] == secret["metadata"]["name"]
    assert password.name in secret["stringData"]


def test_kubernetes_leads_from_the_ingress_to_the_port_of_the_image() -> None:
    made = kubernetes()
    labels = made["Deployment"]["spec"]["template"]["metadata"]["labels"]
    [path] = made["Ingress"]["spec"]["rules"][0]["http"]["paths"]
    service = made["Service"]
    [port] = service["spec"]["ports"]
    [own] = container_of_kubernetes()["ports"]

    assert path["backend"]["service"]["name"] == service["metadata"]["name"]
    assert path["backend"]["service"]["port"]["name"] == port["name"]
    assert port["targetPort"] == own["name"]
    assert f"EXPOSE {own['containerPort']}\n" in read("Dockerfile")
    for kind in ("Deployment", "PodDisruptionBudget"):
        assert made[kind]["spec"]["selector"]["matchLabels"] == labels
    assert service["spec"]["selector"] == labels


def test_a_server_has_the_time_that_it_takes_to_end() -> None:
    template = kubernetes()["Deployment"]["spec"]["template"]["spec"]

    assert template["terminationGracePeriodSeconds"] >= 60
    for server in servers_of_compose().values():
        assert server["stop_grace_period"] == "60s"


def test_the_image_is_built_from_files_that_are_there() -> None:
    root = CONTAINER.parent.parent
    for server in servers_of_compose().values():
        context = (CONTAINER / server["build"]["context"]).resolve()
        assert context == root
        assert (context / server["build"]["dockerfile"]).is_file()
    copied = re.findall(r"^COPY (\S+) ", read("Dockerfile"), re.MULTILINE)
    # The archive is built first.
    assert copied[0] == "distribution/target/krait.zip"
    assert [name for name in copied[1:] if not (root / name).exists()] == []
