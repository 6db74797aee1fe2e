"""What a card is about: a skill of the map, by its title, or words of one's own."""

from warmstart.web.standing.standing import Standing


def topics(standing: Standing) -> list[str]:
    """Titles to choose from, in the order of the map."""
    return [skill.title for skill in standing.skills.values()]


def topic_of(standing: Standing, text: str) -> str:
    """The id of the skill that is named, else the text itself."""
    if text in standing.skills:
        return text
    wanted = text.casefold()
    return next((s.id for s in standing.skills.values() if s.title.casefold() == wanted), text)


def named(standing: Standing, topic: str) -> str:
    """As the learner reads it."""
    skill = standing.skills.get(topic)
    return topic if skill is None else skill.title
