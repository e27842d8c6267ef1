"""Start and stop a real Neo4j for the tests, without Docker: `make neo4j`, `make neo4j-stop`.

`start` prints nothing but the four lines that a shell needs to reach it; progress goes to stderr.
"""

import fcntl
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
HOME = TOOLS.parent.parent / ".neo4j"
JARS, CONF, LOG, ENV = (HOME / name for name in ("jars", "neo4j.conf", "server.log", "env"))
PID, STOPPING = HOME / "pid", HOME / "stopping"
START_SECONDS = 120
STOP_SECONDS = 60

SETTINGS = """\
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
db.tx_log.preallocate=false
server.memory.pagecache.size=256m
"""
EXPORTS = """\
export NEO4J_URI=neo4j://127.0.0.1:{port}
export NEO4J_USERNAME=neo4j
export NEO4J_PASSWORD={password}
export NEO4J_DATABASE=neo4j
"""


def say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    HOME.mkdir(mode=0o700, exist_ok=True)
    with (HOME / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def answers(port: int) -> bool:
    with socket.socket() as sock:
        sock.settimeout(2)
        return sock.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    """Neo4j's usual port if nobody has it, else one that the system picks."""
    with socket.socket() as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            sock.bind(("127.0.0.1", 7687))
        except OSError:
            sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


def is_running() -> bool:
    if not (PID.exists() and ENV.exists()):
        return False
    port = int(ENV.read_text().split("127.0.0.1:")[1].split()[0])
    return alive(int(PID.read_text())) and answers(port)


def check_java() -> None:
    """A JRE is not enough: Java compiles the launcher when it starts it."""
    try:
        modules = subprocess.check_output(["java", "--list-modules"], stderr=subprocess.DEVNULL, text=True)
        version = int(modules.split("jdk.compiler@")[1].split()[0].split(".")[0])
    except (OSError, subprocess.CalledProcessError, IndexError, ValueError):
        version = 0
    if version < 17:
        sys.exit("make neo4j needs a JDK, 17 or newer, on PATH. Debian: apt-get install default-jdk-headless")


def fetch_jars() -> None:
    wanted = (TOOLS / "pom.xml").read_bytes()
    stamp = JARS / "pom.xml"
    if stamp.exists() and stamp.read_bytes() == wanted:
        return
    if not shutil.which("mvn"):
        sys.exit("make neo4j needs Maven (mvn) to fetch Neo4j. Debian: apt-get install maven")
    say("Fetching Neo4j from Maven Central (118 MB, once) ...")
    shutil.rmtree(JARS, ignore_errors=True)
    command = ["mvn", "-B", "-q", "-f", str(TOOLS / "pom.xml"), "dependency:copy-dependencies"]
    command.append(f"-DoutputDirectory={JARS}")
    done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"Maven could not fetch Neo4j:\n{done.stdout}{done.stderr}")
    stamp.write_bytes(wanted)


def start() -> None:
    with one_at_a_time():
        if not is_running():
            check_java()
            fetch_jars()
            launch(free_port(), secrets.token_urlsafe(18))
        print(ENV.read_text(), end="")


def launch(port: int, password: str) -> None:
    say(f"Starting Neo4j on 127.0.0.1:{port} ...")
    PID.unlink(missing_ok=True)
    STOPPING.unlink(missing_ok=True)
    ENV.touch(mode=0o600)
    ENV.write_text(EXPORTS.format(port=port, password=password))
    CONF.write_text(SETTINGS.format(port=port))
    command = ["java", "-Xmx1g", "-cp", f"{JARS}/*", str(TOOLS / "Neo4jServer.java")]
    with LOG.open("w") as log:
        server = subprocess.Popen(
            [*command, *map(str, (HOME / "server", CONF, PID, STOPPING))],
            env={**os.environ, "NEO4J_PASSWORD": password},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C in the terminal is not meant for it
        )
    try:
        wait_until_ready(server)
    except BaseException:
        server.terminate()
        raise


def wait_until_ready(server: "subprocess.Popen[bytes]") -> None:
    began = time.monotonic()
    while not PID.exists():
        if server.poll() is not None:
            sys.exit(f"Neo4j did not start. The end of {LOG}:\n{LOG.read_text()[-2000:]}")
        if time.monotonic() - began > START_SECONDS:
            sys.exit(f"Neo4j was not ready after {START_SECONDS} s; see {LOG}")
        time.sleep(0.1)
    say(f"Neo4j is ready after {time.monotonic() - began:.0f} s; stop it with: make neo4j-stop")


def stop() -> None:
    """By a file, since a signal could hit a process that has got the number since."""
    with one_at_a_time():
        if not is_running():
            say("Neo4j is not running.")
            return
        ENV.unlink()
        PID.rename(STOPPING)
        deadline = time.monotonic() + STOP_SECONDS
        while STOPPING.exists():
            if time.monotonic() > deadline:
                sys.exit(f"Neo4j (process {STOPPING.read_text()}) has not stopped after {STOP_SECONDS} s")
            time.sleep(0.1)
        say("Neo4j has stopped.")


if __name__ == "__main__":
    {"start": start, "stop": stop}[sys.argv[1]]()
