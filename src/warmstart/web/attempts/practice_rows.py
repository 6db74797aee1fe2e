"""Rows of the log that belong to a person's practice as a whole: ratings, and what they decided about it."""

from uuid import uuid4

from django.conf import settings
from django.db import models


class Review(models.Model):
    """One rating of one item: 1 again, 2 hard, 3 good, 4 easy.

    `attempt`: the go that is rated; this rating then counts instead of the proposed one. None: the item was
    recalled at sight. `item`: of a pack, or of the person's own cards. `zone`: IANA name of where they were.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reviews")
    item = models.UUIDField()
    attempt = models.ForeignKey(
        "attempts.Attempt", on_delete=models.CASCADE, related_name="reviews", null=True
    )
    rating = models.PositiveSmallIntegerField()
    reviewed_at = models.DateTimeField()
    seconds = models.PositiveIntegerField(null=True)
    zone = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["reviewed_at"]
        indexes = [models.Index(fields=["person", "reviewed_at"]), models.Index(fields=["person", "item"])]


class EntryKind(models.TextChoices):
    """What somebody can decide or be told about their practice."""

    TARGET = "target", "role, company, level, date and rounds; the last one counts"
    PACE = "pace", "minutes a day"
    DAY_OFF = "day_off", "a day off, or no longer off"
    ZONE = "zone", "time zone from here on"
    PLACED = "placed", "first questions answered, or left out"
    BURIED = "buried", "item put off to the next study day"
    SUSPENDED = "suspended", "item not to come again"
    RESUMED = "resumed", "item may come again"
    UNDONE = "undone", "a review, or a burial, taken back"
    CARD = "card", "own card written, changed or taken out"
    MEMORY = "memory", "memory of an item that came without its reviews"
    FORECAST = "forecast", "forecast of an interview, as it was shown"
    DEBRIEF = "debrief", "what happened in the interview"


class Entry(models.Model):
    """A row about the practice itself. `data`: as `practice_log` writes it. `item`: where it is of one."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=20, choices=EntryKind.choices)
    at = models.DateTimeField()
    item = models.UUIDField(null=True)
    data = models.JSONField(default=dict)

    class Meta:
        ordering = ["at"]
        indexes = [models.Index(fields=["person", "at"]), models.Index(fields=["person", "kind", "at"])]


class LogHead(models.Model):
    """How many rows somebody's log has: what was computed from a log of this length still holds."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="log_head", primary_key=True
    )
    length = models.PositiveBigIntegerField(default=0)
