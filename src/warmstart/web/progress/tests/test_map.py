"""The skill map: every skill with what is known of it, filters, prerequisites; nothing of anybody else."""

import pytest
from django.test import Client

from warmstart.judge.verdict import Outcome
from warmstart.web.accounts.models import Person
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.progress.tests.lived import days_ago, recalled, solved

Problems = list[IndexedProblem]


def page(client: Client, query: str = "") -> str:
    response = client.get(f"/progress/{query}")
    assert response.status_code == 200
    return response.content.decode()


def line(html: str, skill: str) -> str:
    """What the map says of a skill, from its own link on."""
    return html.split(f'<div><a href="/progress/skills/{skill}/">')[1].split("</li>")[0]


def test_without_a_log_every_skill_stands_there_unseen(alice: Client, problems: Problems) -> None:
    html = page(alice)
    assert "Nothing seen yet of 3 skills" in html
    assert html.count("nothing seen yet") == 3
    assert "%" not in line(html, "ds.hash")


def test_without_a_pack_the_page_says_so(alice: Client) -> None:
    assert "No pack with a skill map is installed" in page(alice)


def test_a_seen_skill_shows_interval_attempts_date_and_items(
    alice: Client, person: Person, problems: Problems
) -> None:
    solved(person, problems[0].pk, days_ago(3))
    solved(person, problems[2].pk, days_ago(2))
    found = line(page(alice), "ds.hash")
    assert "from 2 attempts" in found
    assert "%, probably " in found
    assert "<svg" in found
    assert f"seen {days_ago(2).day} " in found
    assert '<a href="/problems/?skill=ds.hash">3 problems</a>' in found


def test_bob_sees_nothing_of_alice(
    alice: Client, bob: Client, charlie: Client, person: Person, problems: Problems
) -> None:
    solved(person, problems[0].pk, days_ago(1))
    for stranger in (bob, charlie):
        assert "Nothing seen yet" in page(stranger)
        skill = stranger.get("/progress/skills/ds.hash/").content.decode()
        assert problems[0].title not in skill.split('id="items"')[0]


def test_a_weak_prerequisite_of_what_is_practised_is_marked_on_both(
    alice: Client, person: Person, problems: Problems
) -> None:
    for n in (0, 2, 4):
        solved(person, problems[n].pk, days_ago(3), Outcome.WA)
    assert "weak</strong>" not in page(alice)
    solved(person, problems[1].pk, days_ago(2))
    html = page(alice)
    assert '<strong class="warned">weak</strong>' in line(html, "al.greedy")
    assert "Greedy choices rests on it" in line(html, "ds.hash")
    assert "1 to shore up" in html


def test_filters_narrow_and_weakest_comes_first(alice: Client, person: Person, problems: Problems) -> None:
    solved(person, problems[0].pk, days_ago(3), Outcome.WA)
    solved(person, problems[1].pk, days_ago(2))
    assert "1 skill in 1 area" in page(alice, "?seen=no")
    assert "2 skills in 2 areas" in page(alice, "?seen=yes")
    html = page(alice, "?order=weakest")
    assert html.index('<a href="/progress/skills/ds.hash/">Hash') < html.index(
        'al.greedy/">Greedy choices</a> <span'
    )
    assert page(alice, "?seen=nonsense&round=lunch&order=sideways").count('<li class="skill">') == 3


def test_a_skill_page_tells_why_what_changed_and_what_is_due(
    alice: Client, person: Person, problems: Problems
) -> None:
    solved(person, problems[0].pk, days_ago(30))
    recalled(person, problems[2].pk, days_ago(1), rating=1)
    html = alice.get("/progress/skills/ds.hash/").content.decode()
    assert "The default O(1) tool." in html
    assert "→" in html
    assert "skill +" in html
    assert "rated again" in html
    items = html.split('id="items"')[1]
    assert "<strong>now</strong>" in items
    assert "not met" in items
    assert items.index("Pair number 2") < items.index("Pair number 4")
    assert "Greedy choices</a>" in html


@pytest.mark.parametrize("skill", ["no.such", "ds.hash%00", "..%2f"])
def test_no_such_skill_is_a_404(alice: Client, problems: Problems, skill: str) -> None:
    assert alice.get(f"/progress/skills/{skill}/").status_code == 404
