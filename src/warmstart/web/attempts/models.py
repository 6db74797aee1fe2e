"""The append-only log of what people did, and the one thing beside it that changes: drafts.

Everything else that pages tell (solved, tried, shown hints) is computed from these rows.
Items are named by id and version, not by foreign key: a log outlives the index of the packs.
"""

from uuid import uuid4

from django.conf import settings
from django.db import models

from warmstart.judge.verdict import Verdict, verdict_from_json
from warmstart.web.attempts.practice_rows import Entry, EntryKind, LogHead, Review

__all__ = [
    "Answer",
    "Attempt",
    "Draft",
    "Entry",
    "EntryKind",
    "Event",
    "EventKind",
    "GradeRow",
    "LogHead",
    "Origin",
    "Review",
    "Submission",
    "VerdictRow",
]


class Origin(models.TextChoices):
    """Where an attempt was made."""

    WEB = "web", "browser"
    TERMINAL = "terminal", "terminal"


class Attempt(models.Model):
    """One person's go at one item. `seed`: which of a question's numbers, or order of options, it had."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="attempts")
    item = models.UUIDField()
    version = models.PositiveIntegerField()
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.WEB)
    begun_at = models.DateTimeField()
    seed = models.PositiveIntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["person", "item", "begun_at"]),
            models.Index(fields=["person", "begun_at"]),
        ]


class EventKind(models.TextChoices):
    """What can happen in an attempt beside a submission."""

    HINT_SHOWN = "hint_shown", "hint shown"
    GAVE_UP = "gave_up", "gave up"
    SAMPLES_RUN = "samples_run", "samples run"
    OWN_INPUT_RUN = "own_input_run", "own input run"
    PLAYED = "played", "code played through the visual"
    LEFT_DRAFT = "left_draft", "draft put away for a blank page"
    GROWN = "grown", "growth claimed and measured"
    DISPUTED = "disputed", "finding of a grade disputed, or the dispute withdrawn"
    NOTED = "noted", "own note written"


class Event(models.Model):
    """`number`: which hint. `text`: the code that was run, the draft that was put away, the
    note, or as JSON what was claimed and measured of a submission's growth, or what is disputed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=20, choices=EventKind.choices)
    at = models.DateTimeField()
    number = models.PositiveIntegerField(null=True)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["at"]
        indexes = [models.Index(fields=["attempt", "kind"]), models.Index(fields=["at"])]


class Submission(models.Model):
    """Code sent within an attempt, byte for byte; a job until it has a verdict or was cancelled.

    `claimed_at` and `cancelled_at` are the job's and say nothing about the code.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="submissions")
    source = models.BinaryField()
    created_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["created_at"]
        indexes = [models.Index(fields=["attempt", "created_at"]), models.Index(fields=["created_at"])]

    @property
    def text(self) -> str:
        """The source for reading; bytes that are no UTF-8 show as `\\xNN`."""
        return bytes(self.source).decode("utf-8", "backslashreplace")


class VerdictRow(models.Model):
    """One judgement of a submission, by one `version` of the item; the newest counts."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="verdicts")
    judged_at = models.DateTimeField()
    version = models.PositiveIntegerField()
    outcome = models.CharField(max_length=3)
    data = models.JSONField()

    class Meta:
        ordering = ["judged_at"]
        indexes = [models.Index(fields=["submission", "judged_at"]), models.Index(fields=["judged_at"])]

    @property
    def verdict(self) -> Verdict:
        return verdict_from_json(self.data)


class Answer(models.Model):
    """What somebody said to a question. `part`: 0 is the question itself, n its n-th follow-up.

    `text`: as it was typed; of numbers, choices and orders the fields as JSON. `confidence`: percent,
    stated before the grade. `seconds`: on the page's clock. None: not told.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="answers")
    part = models.PositiveSmallIntegerField(default=0)
    text = models.TextField(blank=True)
    confidence = models.PositiveSmallIntegerField(null=True)
    seconds = models.PositiveIntegerField(null=True)
    answered_at = models.DateTimeField()

    class Meta:
        ordering = ["answered_at"]
        indexes = [
            models.Index(fields=["attempt", "part", "answered_at"]),
            models.Index(fields=["answered_at"]),
        ]


class GradeRow(models.Model):
    """One grading of an answer, by one `version` of the question and one `grader`; the newest counts.

    `share`: of the points, 0 to 1, as the grader found it. `data` repeats what was held against the
    answer, so that a grade stays readable when the question changes.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="grades")
    graded_at = models.DateTimeField()
    version = models.PositiveIntegerField()
    grader = models.CharField(max_length=100)
    share = models.FloatField()
    data = models.JSONField()

    class Meta:
        ordering = ["graded_at"]
        indexes = [models.Index(fields=["answer", "graded_at"]), models.Index(fields=["graded_at"])]


class Draft(models.Model):
    """The latest text of one person for one item. `revision` counts its saves; `page`: who saved it last."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts")
    item = models.UUIDField()
    text = models.TextField()
    saved_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)
    page = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "item"], name="one_draft_an_item")]
        indexes = [models.Index(fields=["person", "-saved_at"])]
