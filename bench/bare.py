"""The yardstick: a process that imports the driver, opens the same embedded database and asks one thing."""

import os
import socket
import sys
from pathlib import Path

home = Path(sys.argv[1])
os.environ["ARCADEDB_LOG_CONSOLE"] = "0"
os.environ["ARCADEDB_LOG_DIR"] = str(home / "log")

import arcadedb
import neo4j

with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
server = arcadedb.create_server(
    str(home),
    root_password="a-password-of-the-yardstick",
    config={
        "host": "127.0.0.1",
        "http_port": "0",
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt_port": port,
    },
)
server.start()
server.create_database("foedera")
auth = ("root", "a-password-of-the-yardstick")
with neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{port}", auth=auth) as driver:
    rows, _, _ = driver.execute_query(
        "MATCH (a:Country {id: 'JPN'})-[:OWES]->(b:Obligation)-[:OWED_TO]->(c:Country {id: 'UKR'}) RETURN b.id",
        database_="foedera",
    )
    print(len(rows))
server.stop()
