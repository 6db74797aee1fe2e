"""Today's list: filled, honest, and replanned."""

from datetime import date, timedelta

from warmstart.web.accounts.models import Person
from warmstart.web.attempts import log, practice_log
from warmstart.web.standing.agenda import agenda_of
from warmstart.web.standing.changes import change_of, proposal_of
from warmstart.web.standing.facts import catalogue
from warmstart.web.standing.learner import SIGHT, Beliefs
from warmstart.web.standing.outlook import log_forecast, outlook_of
from warmstart.web.standing.standing import standing_of
from warmstart.web.standing.tests.test_standing import MONDAY, answer, items, person

__all__ = ["person"]


def test_a_newcomer_gets_a_list_that_fills_the_minutes(person: Person) -> None:
    agenda = agenda_of(standing_of(person, MONDAY))
    assert 40 <= agenda.minutes <= 48
    assert agenda.items
    assert all(item.reasons and item.gain > 0 for item in agenda.items)
    assert any("No interview date" in sentence for sentence in agenda.sentences)


def test_ten_minutes_are_enough_for_a_list_and_none_for_an_empty_one(person: Person) -> None:
    standing = standing_of(person, MONDAY)
    assert 0 < agenda_of(standing, 10).minutes <= 13
    assert agenda_of(standing, 0).items == ()


def test_what_is_done_suspended_or_put_off_is_not_listed(person: Person) -> None:
    first = [item.facts.id for item in agenda_of(standing_of(person, MONDAY)).items][:3]
    answer(person, first[0], 0.5, MONDAY)
    practice_log.suspend(person, first[1], MONDAY)
    practice_log.bury(person, first[2], MONDAY, standing_of(person, MONDAY).study_day)
    later = agenda_of(standing_of(person, MONDAY + timedelta(minutes=9)))
    assert not set(first) & {item.facts.id for item in later.items}


def test_reviews_take_no_more_of_a_day_that_is_planned_anew_after_each_of_them(person: Person) -> None:
    for item in items("question")[:60]:
        practice_log.add_review(person, item, 1, MONDAY - timedelta(days=9))
    at, first = MONDAY, agenda_of(standing_of(person, MONDAY))
    listed = sum(each.minutes for each in first.items if each.kind == "review")
    assert listed > 0
    spent = 0.0
    while (left := agenda_of(standing_of(person, at)).items) and at < MONDAY + timedelta(minutes=45):
        at += timedelta(minutes=left[0].minutes)
        if left[0].kind == "review":
            spent += left[0].minutes
            practice_log.add_review(person, left[0].facts.id, 3, at, seconds=round(60 * left[0].minutes))
        else:
            given = log.add_answer(
                log.begin_attempt(person, left[0].facts.id, 1, at), "words", at, seconds=600
            )
            log.add_grade(given, 1, "offline 3", 0.6, {}, at)
    assert spent <= listed + 4


def test_recall_at_sight_without_a_clock_counts_what_it_usually_takes(person: Person) -> None:
    practice_log.add_review(person, items("question")[0], 3, MONDAY)
    assert agenda_of(standing_of(person, MONDAY)).done == SIGHT["question"]


def test_the_other_skills_of_an_item_keep_their_practice_of_the_day(person: Person) -> None:
    facts = next(
        each for each in catalogue().items.values() if len(each.shares) > 1 and each.kind == "question"
    )
    answer(person, facts.id, 0.5, MONDAY)
    standing = standing_of(person, MONDAY)
    assert Beliefs(standing).learner(None).practised == {facts.shares[0].skill}
    assert set(standing.fold.ledgers) == {share.skill for share in facts.shares}


def test_a_day_off_has_no_list_unless_it_is_asked_for(person: Person) -> None:
    practice_log.set_day_off(person, MONDAY, MONDAY.date(), off=True)
    standing = standing_of(person, MONDAY)
    assert agenda_of(standing).items == ()
    assert any("day off" in sentence for sentence in agenda_of(standing).sentences)
    assert agenda_of(standing, 20).items


def test_a_date_that_is_near_or_past_is_told(person: Person) -> None:
    practice_log.set_target(person, MONDAY, role="ML engineer", day=date(2026, 11, 3))
    assert any("so near" in sentence for sentence in agenda_of(standing_of(person, MONDAY)).sentences)
    later = MONDAY + timedelta(minutes=1)
    practice_log.set_target(person, later, role="ML engineer", day=date(2026, 10, 3))
    assert any("past" in sentence for sentence in agenda_of(standing_of(person, later)).sentences)


def test_on_the_day_itself_the_interview_is_not_past(person: Person) -> None:
    practice_log.set_target(person, MONDAY - timedelta(days=1), role="ML engineer", day=MONDAY.date())
    standing = standing_of(person, MONDAY)
    sentences = agenda_of(standing).sentences
    assert any("so near" in sentence for sentence in sentences)
    assert not any("past" in sentence for sentence in sentences)
    assert outlook_of(standing).days_left == 0
    tomorrow = standing_of(person, MONDAY + timedelta(days=1))
    assert any("past" in sentence for sentence in agenda_of(tomorrow).sentences)


def test_a_forecast_is_logged_once_a_study_day_and_target(person: Person) -> None:
    practice_log.set_target(person, MONDAY, role="ML engineer", day=date(2026, 12, 3))
    standing = standing_of(person, MONDAY)
    assert log_forecast(person, standing, outlook_of(standing)) is not None
    assert log_forecast(person, standing, outlook_of(standing)) is None
    later = standing_of(person, MONDAY + timedelta(days=1))
    assert log_forecast(person, later, outlook_of(later)) is not None


def test_an_outlook_has_four_rounds_and_a_range(person: Person) -> None:
    outlook = outlook_of(standing_of(person, MONDAY))
    assert [each.id for each in outlook.rounds] == ["concepts", "coding", "design", "behavioural"]
    assert all(0 <= each.low < each.score < each.high <= 1 for each in outlook.rounds)
    assert not any(each.enough for each in outlook.rounds)


def test_what_an_attempt_changed_is_told_the_same_today_and_later(person: Person) -> None:
    attempt = answer(person, items("question")[0], 0.1, MONDAY)
    today = change_of(person, attempt, MONDAY + timedelta(minutes=1))
    assert today is not None
    assert today.total < 0
    assert today.sentence.startswith("\N{MINUS SIGN}1.")
    assert "skill" in today.sentence
    assert change_of(person, attempt, MONDAY + timedelta(days=3)) == today
    proposal = proposal_of(person, attempt, MONDAY + timedelta(minutes=1))
    assert proposal is not None
    assert proposal.rating == 1
