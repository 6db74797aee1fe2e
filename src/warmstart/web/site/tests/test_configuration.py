"""Settings come from the environment, and a bad one names itself."""

from dataclasses import replace
from pathlib import Path

import pytest

from warmstart.web.site.configuration import BadSetting, Configuration, page, read

ROOT = Path(__file__).resolve().parents[5]


def test_home_needs_no_settings() -> None:
    assert read({}) == Configuration()


def test_values_are_read() -> None:
    given = read(
        {
            "WARMSTART_DATA_DIR": "/data",
            "WARMSTART_PACKS": "/a:/b",
            "WARMSTART_PORT": "0",
            "WARMSTART_HOSTS": "one.example, two.example",
            "WARMSTART_JUDGES": "3",
            "WARMSTART_LOG_LEVEL": "info",
            "WARMSTART_MODEL_URL": "http://127.0.0.1:11434/v1/",
            "WARMSTART_MODEL_NAME": "small",
            "WARMSTART_SECRET_KEY": "k" * 32,
        }
    )
    hosts = ("one.example", "two.example")
    wanted = Configuration(Path("/data"), (Path("/a"), Path("/b")), 0, hosts, 3, "info", secret_key="k" * 32)
    assert given == replace(wanted, model_url="http://127.0.0.1:11434/v1", model_name="small")


@pytest.mark.parametrize(
    ("name", "value", "want"),
    [
        ("WARMSTART_DATA_DIR", "", "want a folder"),
        ("WARMSTART_PORT", "70000", "want a whole number from 0 to 65535"),
        ("WARMSTART_PORT", "abc", "want a whole number from 0 to 65535"),
        ("WARMSTART_HOSTS", "*", "want host names"),
        ("WARMSTART_JUDGES", "0", "want a whole number from 1 to 64"),
        ("WARMSTART_LOG_LEVEL", "loud", "want debug, info, warning, error"),
        ("WARMSTART_MODEL_URL", "file:///etc/passwd", "want an address"),
        ("WARMSTART_MODEL_URL", "https://me:key@example.com/v1", "without user"),
        ("WARMSTART_MODEL_SECONDS", "0", "want a whole number from 1 to 600"),
        ("WARMSTART_SECRET_KEY", "short", "want at least 32 characters"),
    ],
)
def test_a_bad_value_stops_with_the_variable_and_what_it_wants(name: str, value: str, want: str) -> None:
    with pytest.raises(BadSetting) as caught:
        read({name: value})
    assert str(caught.value).startswith(f"{name}=")
    assert want in str(caught.value)


def test_a_secret_is_not_repeated_in_the_error() -> None:
    with pytest.raises(BadSetting) as caught:
        read({"WARMSTART_SECRET_KEY": "short"})
    assert "short" not in str(caught.value)


def test_a_secret_comes_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text("k" * 40 + "\n")
    assert read({"WARMSTART_SECRET_KEY_FILE": str(file)}).secret_key == "k" * 40


def test_a_secret_file_that_cannot_be_read_names_the_variable(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="WARMSTART_SECRET_KEY_FILE"):
        read({"WARMSTART_SECRET_KEY_FILE": str(tmp_path / "missing")})


def test_the_page_of_settings_is_that_of_this_version() -> None:
    assert (ROOT / "docs/settings.md").read_text() == page()
