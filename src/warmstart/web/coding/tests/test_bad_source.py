"""Sources that no judge can read: one clear sentence, and the text stays."""

import pytest
from django.test import Client

from warmstart.web.attempts.models import Draft, Submission

pytestmark = pytest.mark.usefixtures("pair")
SUBMIT = "/problems/pair/submit/"
HTMX = {"HX-Request": "true"}
BAD = {
    "empty": ("", "There is no code yet"),
    "blank": (" \r\n\t", "There is no code yet"),
    "byte-order mark alone": ("\ufeff", "There is no code yet"),
    "1 MB": ("x = 1\n" * 180_000, "at most 262,144 are read"),
    "NUL": ("a = 1\nb = '\0'", "Line 2 holds a NUL character"),
}


@pytest.mark.parametrize(("source", "sentence"), BAD.values(), ids=BAD.keys())
def test_a_bad_source_is_refused_in_one_sentence(alice: Client, source: str, sentence: str) -> None:
    answer = alice.post(SUBMIT, {"source": source}, headers=HTMX)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Submission.objects.exists()


def test_bytes_that_are_not_utf8_are_refused_and_named(alice: Client) -> None:
    answer = alice.post(
        SUBMIT, b"source=a%0Ab%FF", content_type="application/x-www-form-urlencoded", headers=HTMX
    )
    assert answer.status_code == 422
    assert "Line 2 holds bytes that are not UTF-8" in answer.content.decode()


def test_without_scripts_the_text_is_handed_back(alice: Client) -> None:
    answer = alice.post(SUBMIT, {"source": "keep = '\0'"})
    assert answer.status_code == 422
    assert "keep = " in answer.content.decode()


def test_a_request_of_many_megabytes_is_refused_before_it_is_read(alice: Client) -> None:
    answer = alice.post(
        SUBMIT, b"source=" + b"x" * (9 * 2**20), content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 413
    assert "at most 256 KiB" in answer.content.decode()


@pytest.mark.parametrize("typed", ["a = 1\r\nb = 2\r\n", "a = 1\rb = 2\r", "a = 1\nb = 2\n"])
def test_line_ends_of_a_form_become_those_of_python(alice: Client, typed: str) -> None:
    alice.post("/problems/pair/draft/", {"source": typed})
    assert Draft.objects.get().text == "a = 1\nb = 2\n"


def test_a_server_without_a_judge_says_so_and_keeps_the_text(alice: Client) -> None:
    answer = alice.post(SUBMIT, {"source": "x = 1"}, headers=HTMX)
    assert answer.status_code == 503
    assert "Nothing is judged on this machine" in answer.content.decode()
    assert Draft.objects.get().text == "x = 1"
    assert not Submission.objects.exists()
    assert "Nothing is judged on this machine" in alice.get("/problems/pair/").content.decode()
