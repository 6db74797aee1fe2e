"""Cards of one's own as notes, and whether a note still says what its card says."""

from warmstart.web.catalogue.markdown import to_html
from warmstart.web.exchange.anki.values import tag_of
from warmstart.web.exchange.history import Card


def html_of(markdown: str) -> str:
    """As our pages show it; TeX stands between the marks that Anki's MathJax looks for."""
    return str(to_html(markdown)).strip()


def same_card(card: Card, fields: list[str], topic: str) -> bool:
    """Whether the note was made of the card as it is now, so that its Markdown need not be guessed."""
    said = [html_of(card.front), html_of(card.back)] == [field.strip() for field in fields]
    return said and tag_of(card.topic) == tag_of(topic) and not card.out
