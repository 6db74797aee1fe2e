"""A model server of ours: three dialects of `response_format`, and misbehaviour on purpose."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Script:
    """`knows`: types of response_format it takes; None: none asked. `replies`: texts, the last one for ever.

    `status`: of every reply to a request that it takes; `raw`: a body instead of a chat completion.
    """

    replies: list[str]
    knows: tuple[str | None, ...] = ("json_schema", "json_object", None)
    refusal: int = 400
    status: int = 200
    raw: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    hang: bool = False
    drop: bool = False
    seen: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)


class _Handler(BaseHTTPRequestHandler):
    script: Script

    def do_POST(self) -> None:
        script = self.script
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        script.seen.append({"path": self.path, **body})
        script.keys.append(self.headers.get("Authorization", ""))
        if script.hang:
            script.over.wait()
        if script.drop or script.hang:
            self.close_connection = True
            return
        asked = body.get("response_format", {}).get("type")
        if asked not in script.knows:
            self._send(script.refusal, b'{"error": {"message": "response_format"}}')
            return
        text = script.replies.pop(0) if len(script.replies) > 1 else script.replies[0]
        reply = {"choices": [{"index": 0, "message": {"role": "assistant", "content": text}}]}
        self._send(script.status, script.raw if script.raw is not None else json.dumps(reply).encode())

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        for name, value in self.script.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Silent."""


@contextmanager
def serving(script: Script) -> Iterator[str]:
    """The server's address, up to and with /v1."""
    handler = type("Handler", (_Handler,), {"script": script})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        script.over.set()
        server.shutdown()
        thread.join()
        server.server_close()
