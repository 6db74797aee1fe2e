"""A line of the log carries its facts."""

import logging

from warmstart.web.site.log_lines import FactsFormatter


def line(**extra: object) -> str:
    record = logging.makeLogRecord({"msg": "not judged", "levelname": "WARNING", "name": "runner", **extra})
    return FactsFormatter().format(record)


def test_facts_follow_the_message() -> None:
    assert line(why="disk full").endswith("WARNING runner: not judged why=disk full")


def test_without_facts_the_message_stands_alone() -> None:
    assert line().endswith("WARNING runner: not judged")
