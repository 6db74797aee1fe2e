"""What the browser is told, and which writes are refused."""

import pytest
from django.test import Client

from warmstart.web.attempts.models import Draft

pytestmark = pytest.mark.django_db
DRAFT = "/problems/pair/draft/"


@pytest.mark.parametrize("path", ["/", "/problems/", "/problems/pair/", "/nothing/", "/up/"])
@pytest.mark.usefixtures("pair")
def test_every_answer_forbids_inline_script_and_framing(alice: Client, path: str) -> None:
    headers = alice.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'; script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_the_nonce_of_the_page_is_that_of_its_policy_and_used_once(alice: Client) -> None:
    nonces = set()
    for _ in range(2):
        answer = alice.get("/")
        nonce = answer.content.decode().partition('name="csp-nonce" content="')[2].partition('"')[0]
        assert f"'nonce-{nonce}'" in answer.headers["Content-Security-Policy"]
        nonces.add(nonce)
    assert len(nonces) == 2


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "10.0.0.1"])
def test_other_host_names_are_refused(client: Client, host: str) -> None:
    """Else a name that an attacker points at 127.0.0.1 would read the pages."""
    assert client.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8127", "localhost:8127", "[::1]:8127"])
def test_names_of_this_machine_are_answered(client: Client, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "https://testserver", "http://testserver:1"]
)
@pytest.mark.usefixtures("pair")
def test_a_write_from_elsewhere_is_refused(origin: str | None) -> None:
    client = Client(headers={"origin": origin} if origin else {})
    assert client.post(DRAFT, {"source": "x"}).status_code == 403
    assert not Draft.objects.exists()


@pytest.mark.usefixtures("pair")
def test_a_write_without_the_token_of_a_page_is_refused() -> None:
    client = Client(enforce_csrf_checks=True, headers={"origin": "http://testserver"})
    answer = client.post(DRAFT, {"source": "x"})
    assert answer.status_code == 403
    assert "did not come from a page of Warmstart" in answer.content.decode()
    assert not Draft.objects.exists()


@pytest.mark.usefixtures("pair")
def test_a_write_from_a_page_goes_through() -> None:
    client = Client(enforce_csrf_checks=True, headers={"origin": "http://testserver"})
    page = client.get("/problems/pair/").content.decode()
    token = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    client.post(DRAFT, {"source": "x", "csrfmiddlewaretoken": token})
    assert Draft.objects.get().text == "x"
