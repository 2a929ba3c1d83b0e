"""How a story makes the running server wait or refuse. The faulty app itself is faulty_app.py."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.e2e.conftest import NewServer
from tests.harness import Server

APP = "tests.e2e.faulty_app:create_app()"


@dataclass(frozen=True)
class Faults:
    """The fault rules of one server."""

    rules: Path

    def set(self, *rules: dict[str, Any]) -> None:
        """Sets these rules from now on, and no others."""
        fresh = self.rules.with_suffix(".fresh")
        fresh.write_text(json.dumps(rules))
        fresh.replace(self.rules)  # in one step: the server never reads half a file

    def refuse(self, path: str, **more: Any) -> None:
        self.set({"path": path, "status": "500 Internal Server Error", **more})

    def delay(self, path: str, seconds: float, **more: Any) -> None:
        self.set({"path": path, "seconds": seconds, **more})

    def none(self) -> None:
        self.set()


def start_with_faults(new_server: NewServer, folder: Path, **settings: str) -> tuple[Server, Faults]:
    """A server without any fault yet."""
    faults = Faults(folder / "faults.json")
    faults.none()
    return new_server(app=APP, settings={"FAULTS": str(faults.rules), **settings}), faults
