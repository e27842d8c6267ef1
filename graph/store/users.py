"""The two users of the embedded engine: one who writes, and one who cannot.

The engine ignores the access mode of a session, so reading is made safe by a user who may do nothing but
read records. Both get a new password at each opening.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .locks import write_private

WRITER, READER = "root", "reader"

# A password of 256 random bits that lives as long as the process cannot be guessed, with or without rounds;
# the engine's 65,536 would cost every command more than 0.1 s.
_ROUNDS = 1
_ALL = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]


@dataclass(frozen=True)
class Secrets:
    """The passwords of one opening."""

    writer: str
    reader: str


def fresh(config: Path) -> Secrets:
    """Writes the engine's files of users and groups, for its next start."""
    made = Secrets(secrets.token_urlsafe(32), secrets.token_urlsafe(32))
    config.mkdir(mode=0o700, exist_ok=True)
    write_private(config / "server-groups.json", json.dumps(_groups()))
    users = [_user(WRITER, made.writer, "admin"), _user(READER, made.reader, "reader")]
    write_private(config / "server-users.jsonl", "".join(json.dumps(user) + "\n" for user in users))
    return made


def _user(name: str, password: str, group: str) -> dict[str, Any]:
    return {"name": name, "databases": {"*": [group]}, "password": _hashed(password)}


def _hashed(password: str) -> str:
    # the engine takes the *text* of the salt for its bytes
    salt = base64.b64encode(secrets.token_bytes(32))
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, _ROUNDS, 32)
    return f"PBKDF2WithHmacSHA256${_ROUNDS}${salt.decode()}${base64.b64encode(digest).decode()}"


def _groups() -> dict[str, Any]:
    admin = ["updateSecurity", "updateSchema", "updateDatabaseSettings"]
    groups = {"admin": _group(admin, _ALL), "reader": _group([], ["readRecord"]), "*": _group([], [])}
    return {"databases": {"*": {"groups": groups}}, "version": 2}


def _group(access: list[str], records: list[str]) -> dict[str, Any]:
    return {
        "resultSetLimit": -1,
        "readTimeout": -1,
        "access": access,
        "types": {"*": {"access": records}},
    }
