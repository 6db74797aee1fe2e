"""The page: everything out, anything of it in, and nobody else's."""

import zipfile
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from warmstart.web.attempts.models import Attempt
from warmstart.web.attempts.practice_log import write_card
from warmstart.web.exchange.formats import FORMATS, UnknownFormat, format_of
from warmstart.web.exchange.tests import logs
from warmstart.web.exchange.tests.logs import WHOLE, log_of, packed, person, take

PAGE, TAKE = "/exchange/", "/exchange/take/"


def upload(client: Client, content: bytes, name: str = "file.txt") -> tuple[int, str]:
    response = client.post(TAKE, {"file": SimpleUploadedFile(name, content)})
    return response.status_code, response.content.decode()


def download(client: Client, name: str) -> bytes:
    response = client.get(f"{PAGE}{name}/")
    assert response.status_code == 200
    return response.getvalue()


def test_the_page_offers_every_format_and_a_form(alice: Client) -> None:
    page = alice.get(PAGE).content.decode()
    assert all(f'href="{PAGE}{name}/"' in page for name in FORMATS)
    assert '<label for="file">' in page
    assert "512 MiB" in page


def test_everything_that_goes_out_comes_in_by_its_contents_whatever_its_name(
    alice: Client, bob: Client
) -> None:
    take("alice", WHOLE)
    write_card(person("alice"), UUID(int=5), logs.NOON, front="q", back="a")
    for name in FORMATS:
        status, page = upload(alice, download(alice, name))
        assert (status, "<strong>0 added, " in page, ", 0 refused" in page) == (200, True, True), name


def test_downloads_are_named_by_kind_and_day(alice: Client) -> None:
    found = {name: alice.get(f"{PAGE}{name}/") for name in FORMATS}
    names = {name: response["Content-Disposition"].split('"')[1] for name, response in found.items()}
    for response in found.values():
        response.close()
    assert {name: Path(file).suffix for name, file in names.items()} == {
        "jsonl": ".jsonl",
        "anki": ".apkg",
        "reviews": ".csv",
        "cards": ".csv",
    }
    assert len(set(names.values())) == 4


def test_everybody_gets_their_own_log_only(alice: Client, bob: Client, charlie: Client) -> None:
    take("alice", WHOLE)
    before = log_of("alice")
    for stranger in (bob, charlie):
        for name in ("jsonl", "reviews", "cards"):
            assert len(download(stranger, name).splitlines()) == 1
        with zipfile.ZipFile(BytesIO(download(stranger, "anki"))) as deck:
            assert logs.id_of("item").replace("-", "").encode() not in deck.read("collection.anki2")
        status, page = upload(stranger, packed([*WHOLE[:4], logs.event("mine", "a")]))
        assert (status, "0 added, 0 there already, 5 refused" in page) == (200, True)
        assert "somebody else" in page
    assert log_of("alice") == before
    assert set(Attempt.objects.values_list("person__username", flat=True)) == {"alice"}


def test_refused_lines_are_told_with_their_numbers_and_nothing_of_them_runs(alice: Client) -> None:
    status, page = upload(alice, packed(WHOLE) + b'{"warmstart": 1, "row": "<script>"}\nno\n')
    assert status == 200
    assert f"{len(WHOLE)} added, 0 there already, 2 refused" in page
    assert f"Line {len(WHOLE) + 1}: want one of attempt" in page
    assert f"Line {len(WHOLE) + 2}: want a line of JSON" in page
    assert "<script>" not in page


def test_a_file_of_another_kind_is_told_what_is_wanted(alice: Client) -> None:
    status, page = upload(alice, b"%PDF-1.7")
    assert status == 422
    assert "this file is none of them. Nothing was changed." in page


def test_a_package_that_cannot_be_read_is_told(alice: Client) -> None:
    status, page = upload(alice, b"PK\x03\x04" + bytes(40), "deck.apkg")
    assert status == 422
    assert "This package cannot be read" in page


@pytest.mark.parametrize("content", [b"", None])
def test_no_file_and_an_empty_one_are_told(alice: Client, content: bytes | None) -> None:
    data = {} if content is None else {"file": SimpleUploadedFile("x", content)}
    response = alice.post(TAKE, data)
    assert response.status_code == 422
    assert "Choose a file that is not empty." in response.content.decode()


def test_a_request_over_the_limit_is_refused_before_its_body_is_read(alice: Client) -> None:
    response = alice.generic("POST", TAKE, b"x", CONTENT_LENGTH=str(600 * 2**20))
    assert response.status_code == 413
    assert "over 512 MiB" in response.content.decode()


def test_a_file_over_what_is_kept_in_memory_goes_by_the_disk(alice: Client) -> None:
    big = [logs.draft(str(number), text="x" * 10**6) for number in range(12)]
    status, page = upload(alice, packed(big))
    assert (status, "12 added" in page) == (200, True)


def test_a_write_from_elsewhere_or_without_its_token_is_refused(alice: Client) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"origin": "http://testserver"})
    strict.cookies = alice.cookies
    assert upload(strict, packed(WHOLE))[0] == 403
    foreign = Client(headers={"origin": "http://elsewhere.example"})
    foreign.cookies = alice.cookies
    assert upload(foreign, packed(WHOLE))[0] == 403
    assert not Attempt.objects.exists()


def test_taking_in_is_no_link(alice: Client) -> None:
    assert alice.get(TAKE).status_code == 405
    assert alice.get(f"{PAGE}passwords/").status_code == 404


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"PK\x03\x04", "anki"),
        (b'\xef\xbb\xbf\n {"warmstart": 1}', "jsonl"),
        (b"card_id,review_time,review_rating,review_state,review_duration\r\n", "reviews"),
        (b'\xef\xbb\xbf"ID","Front","Back","Topic"\n', "cards"),
    ],
)
def test_a_kind_is_known_by_its_first_bytes(head: bytes, name: str) -> None:
    assert format_of(head).name == name


@pytest.mark.parametrize("head", [b"", b"\x00" * 10, b"a,b,c\n", b"SQLite format 3"])
def test_other_bytes_are_no_kind(head: bytes) -> None:
    with pytest.raises(UnknownFormat):
        format_of(head)
