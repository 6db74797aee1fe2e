"""An OpenAI-compatible endpoint, asked in the strictest way that it understands."""

import logging
import time
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import httpx
from pydantic import BaseModel, Field, ValidationError

from warmstart.grading.model_grader import AskFailed

log = logging.getLogger(__name__)
MOST_BYTES = 1 << 20
MOST_TOKENS = 2_000
REFUSED = frozenset({400, 404, 415, 422, 500, 501})
"""What servers answer to a `response_format` that they do not know; llama-cpp-python says 500."""


class Mode(StrEnum):
    """How the shape of the reply is asked for, strictest first."""

    SCHEMA = "json_schema"
    OBJECT = "json_object"
    PROMPT = "prompt"


class _Message(BaseModel):
    content: str | None = ""


class _Choice(BaseModel):
    message: _Message


class _Completion(BaseModel):
    choices: list[_Choice] = Field(min_length=1)


class _Refused(Exception):
    """The endpoint does not take this mode."""


@dataclass(slots=True)
class Endpoint:
    """`url`: up to and with `/v1`. `seconds`: for one reply, all told. The mode that worked is kept."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = 60.0
    modes: list[Mode] = field(default_factory=lambda: list(Mode))

    def __call__(self, system: str, user: str, schema: dict[str, Any]) -> str:
        """Raises AskFailed: the endpoint cannot be reached, takes too long, or sends what is no reply."""
        while True:
            try:
                return self._asked(self.modes[0], system, user, schema)
            except _Refused as error:
                if len(self.modes) == 1:
                    raise AskFailed(f"the endpoint refused the request: {error}") from error
                log.info("endpoint refused a mode", extra={"mode": self.modes[0].value})
                self.modes = self.modes[1:]

    def _asked(self, mode: Mode, system: str, user: str, schema: dict[str, Any]) -> str:
        body = {
            "model": self.model,
            "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}],
            "temperature": 0,
            "max_tokens": MOST_TOKENS,
            **_format(mode, schema),
        }
        data = self._sent(body)
        try:
            return _Completion.model_validate_json(data).choices[0].message.content or ""
        except ValidationError as error:
            raise AskFailed("the endpoint's reply is not a chat completion") from error

    def _sent(self, body: dict[str, Any]) -> bytes:
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        url = f"{self.url.rstrip('/')}/chat/completions"
        try:
            with (
                httpx.Client(timeout=self.seconds, follow_redirects=False, trust_env=False) as client,
                client.stream("POST", url, json=body, headers=headers) as reply,
            ):
                return _body(reply, time.monotonic() + self.seconds)
        except httpx.TimeoutException as error:
            raise AskFailed(f"no reply within {self.seconds:g} seconds") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise AskFailed(f"the endpoint cannot be reached: {type(error).__name__}") from error


def _format(mode: Mode, schema: dict[str, Any]) -> dict[str, Any]:
    if mode is Mode.SCHEMA:
        strict = {"name": "reading", "strict": True, "schema": schema}
        return {"response_format": {"type": "json_schema", "json_schema": strict}}
    if mode is Mode.OBJECT:
        return {"response_format": {"type": "json_object", "schema": schema}}
    return {}


def _body(reply: httpx.Response, until: float) -> bytes:
    """httpx bounds the wait for each piece; a reply that drips is bounded here."""
    data = bytearray()
    for chunk in reply.iter_bytes():
        data += chunk
        if time.monotonic() > until:
            raise httpx.ReadTimeout("the reply drips")
        if len(data) > MOST_BYTES:
            raise AskFailed(f"the endpoint's reply is longer than {MOST_BYTES >> 20} MiB")
    if reply.status_code in REFUSED:
        raise _Refused(f"status {reply.status_code}")
    if reply.status_code != httpx.codes.OK:
        raise AskFailed(f"the endpoint answered with status {reply.status_code}")
    return bytes(data)
