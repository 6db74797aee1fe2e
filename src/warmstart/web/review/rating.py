"""Rating an item: one row of the log, however often it is posted."""

from warmstart.recall.memory import Memory, Rating, due
from warmstart.web.attempts.models import Review
from warmstart.web.attempts.practice_log import add_review
from warmstart.web.review.access import own_attempt_at
from warmstart.web.review.notices import Notice
from warmstart.web.review.posting import Posted
from warmstart.web.review.ratings import NAMES, again
from warmstart.web.standing.facts import Facts
from warmstart.web.standing.standing import WANTED, Standing

ELSEWHERE = "This was rated on another page while this one was open. That rating counts, this one does not."


def seen_of(memory: Memory | None) -> str:
    """Names a memory: another one, and somebody rated the item since."""
    return "new" if memory is None else f"{memory.last:.6f}"


def rate(standing: Standing, facts: Facts, posted: Posted, rating: int, zone: str) -> Notice | None:
    """None: the rating counts. Else why it does not, and what to do; nothing was added then.

    Http404: the attempt is not one's own.
    """
    kept = Review.objects.filter(pk=posted.once).first()
    if kept is not None:
        return _again(standing, kept, rating)
    attempt = None if posted.attempt is None else own_attempt_at(standing.person, posted.attempt, facts.id)
    if attempt is None and posted.seen and posted.seen != seen_of(standing.memories.get(str(facts.id))):
        return Notice(ELSEWHERE, bad=True)
    add_review(
        standing.person,
        facts.id,
        rating,
        standing.at,
        attempt=attempt,
        seconds=posted.seconds if attempt is None else None,
        zone=zone,
        id=posted.once,
    )
    return None


def _again(standing: Standing, kept: Review, rating: int) -> Notice:
    """A double click, a reload, the page that the back button shows, or one from before an undo."""
    if kept.person_id == standing.person.pk and kept.pk in standing.decisions.undone:
        return Notice("That rating was taken back. Rate once more, if you want it to count.", bad=True)
    if kept.person_id == standing.person.pk and kept.rating != rating:
        name = NAMES[Rating(kept.rating)]
        return Notice(f"It is rated {name} already, and that counts. To change it, undo it first.", bad=True)
    return Notice("It was sent twice and counts once.")


def what_is_said(standing: Standing, facts: Facts, rating: int, *, changed: bool) -> str:
    """What the next page says of a rating that counts. `changed`: the text is another now."""
    said = f"Rated {NAMES[Rating(rating)]}"
    if not facts.live:
        return f"{said}. The item is retired or taken out: your rating is kept, and it does not come again."
    if facts.id in standing.suspended:
        return f"{said}. It was suspended on another page: your rating is kept, and it does not come again."
    memory = standing.memories.get(str(facts.id))
    when = "" if memory is None else again(standing, due(memory, WANTED, standing.parameters))
    news = " Its text was changed meanwhile: next time you see the new one." if changed else ""
    return f"{said}: it comes again {when}.{news}" if when else f"{said}.{news}"
