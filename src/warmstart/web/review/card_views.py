"""Cards of one's own: the list, a card, writing and taking out. What is suspended is listed too."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from warmstart.recall.explain import span
from warmstart.web.accounts.access import person_of
from warmstart.web.attempts.practice_log import write_card
from warmstart.web.review.access import own_card
from warmstart.web.review.card_text import own_html
from warmstart.web.review.cards import Card, Fault, Written, card_of, cards_of, posted_card
from warmstart.web.review.notices import tell, told
from warmstart.web.review.topics import named, topic_of, topics
from warmstart.web.standing.facts import Facts
from warmstart.web.standing.standing import Standing, standing_of

A_PAGE = 50
OVERTAKEN = Fault(
    "front",
    "The card was changed on another page while this one was open, and is shown above as it is now. "
    "Below is what you wrote; it is not saved. Saving it now replaces the other text.",
)


@dataclass(frozen=True, slots=True)
class Line:
    """A card in the list. `state`: when it comes, in words."""

    card: Card
    topic: str
    state: str


@require_GET
def cards(request: HttpRequest) -> HttpResponse:
    """The list, filtered by words, and room for a new card."""
    return _list_page(request, Written("", "", request.GET.get("topic", "")[:100]), uuid4())


def _list_page(
    request: HttpRequest, given: Written, fresh: UUID, faults: tuple[Fault, ...] = (), status: int = 200
) -> HttpResponse:
    """`given`, `faults`: a new card as it was posted, and what stands against it; `fresh`: its id."""
    standing = standing_of(person_of(request), timezone.now())
    words = request.GET.get("q", "")[:100]
    own = cards_of(standing)
    found = [card for card in own if words.lower() in f"{card.front} {card.back} {card.topic}".lower()]
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "lines": [_line(standing, card) for card in page],
        "page": page,
        "words": words,
        "total": len(own),
        "suspended": _suspended(standing),
        "given": given,
        "fresh": fresh,
        "faults": faults,
        "topics": topics(standing),
        "notice": told(request),
    }
    return render(request, "review/cards.html", context, status=status)


def _line(standing: Standing, card: Card) -> Line:
    return Line(card, named(standing, card.topic), _state(standing, card.id))


def _state(standing: Standing, card: UUID) -> str:
    if card in standing.suspended:
        return "suspended"
    due = standing.due(card)
    if due is None:
        return "new"
    days = (due - standing.at).total_seconds() / 86400
    return "to be reviewed" if days <= 0 else f"in {span(days)}"


def _suspended(standing: Standing) -> list[Facts]:
    found = (standing.items[item] for item in standing.suspended if item in standing.items)
    return sorted(found, key=lambda facts: (facts.kind, facts.title))


@require_GET
def card(request: HttpRequest, card: UUID) -> HttpResponse:
    """Both sides as they are shown, how well it is remembered, and room to change it."""
    standing = standing_of(person_of(request), timezone.now())
    found = own_card(standing, card)
    given = Written(found.front, found.back, named(standing, found.topic))
    return _card_page(request, standing, found, given)


def _card_page(
    request: HttpRequest,
    standing: Standing,
    found: Card,
    given: Written,
    faults: tuple[Fault, ...] = (),
    status: int = 200,
) -> HttpResponse:
    recall = standing.recall(found.id)
    context = {
        "card": found,
        "front": own_html(found.front),
        "back": own_html(found.back),
        "topic": named(standing, found.topic),
        "state": "taken out" if found.out else _state(standing, found.id),
        "recall": None if recall is None else round(100 * recall),
        "is_suspended": found.id in standing.suspended,
        "given": given,
        "fresh": found.id,
        "seen": found.key,
        "faults": faults,
        "topics": topics(standing),
        "notice": told(request),
    }
    return render(request, "review/card.html", context, status=status)


@require_POST
def write(request: HttpRequest, card: UUID) -> HttpResponse:
    """A new card under an id that its form brings along, so that it is made once; or one's new text."""
    person, at, given = person_of(request), timezone.now(), posted_card(request)
    standing = standing_of(person, at)
    found = card_of(standing, card)
    taken = standing.items.get(card)
    if found is None and taken is not None:
        raise Http404(str(card))  # the id of a pack's item
    if given.faults and found is None:
        return _list_page(request, given, card, given.faults, status=422)
    if given.faults and found is not None:
        return _card_page(request, standing, found, given, given.faults, status=422)
    if found is not None and _overtaken(request, standing, found, given):
        return _card_page(request, standing, found, given, (OVERTAKEN,), status=409)
    _keep(standing, card, given, found)
    tell(request, "The card is kept." if found is None else "The card is changed; its history stays.")
    return redirect("review:cards") if found is None else redirect("review:card", card=card)


def _overtaken(request: HttpRequest, standing: Standing, found: Card, given: Written) -> bool:
    """Whether the card was changed since the form was shown, into something else than the form says."""
    seen = request.POST.get("seen", "")
    return seen not in ("", found.key) and not _is_kept(standing, given, found)


def _is_kept(standing: Standing, given: Written, found: Card) -> bool:
    texts = (given.front, given.back, topic_of(standing, given.topic))
    return not found.out and texts == (found.front, found.back, found.topic)


def _keep(standing: Standing, card: UUID, given: Written, found: Card | None) -> None:
    """What is there already, word for word, adds no row."""
    if found is None or not _is_kept(standing, given, found):
        texts = {"front": given.front, "back": given.back, "topic": topic_of(standing, given.topic)}
        _write(standing, card, texts)


def _write(standing: Standing, card: UUID, texts: Mapping[str, str], *, out: bool = False) -> None:
    front, back, topic = (texts[name] for name in ("front", "back", "topic"))
    write_card(standing.person, card, standing.at, front=front, back=back, topic=topic, out=out)


@require_POST
def take_out(request: HttpRequest, card: UUID) -> HttpResponse:
    """Out of the stack; its text and history stay in the log, and it can be put back by saving it again."""
    standing = standing_of(person_of(request), timezone.now())
    found = own_card(standing, card)
    if not found.out:
        texts = {"front": found.front, "back": found.back, "topic": found.topic}
        _write(standing, card, texts, out=True)
    tell(request, "The card is taken out. Its history stays; save it again to put it back.")
    return redirect("review:card", card=card)
