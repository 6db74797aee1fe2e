"""What was computed from the log, kept until it no longer holds. It can be dropped at any time."""

from django.conf import settings
from django.db import models


class Snapshot(models.Model):
    """The fold of all goes before `boundary`. It holds while the log is `offset` rows longer than what
    was added since, none of which speaks of before (`late`: those that were known when it was made).

    `key`: of the content and the program that folded. `data`: zlib of JSON.
    """

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True)
    boundary = models.DateTimeField()
    offset = models.BigIntegerField()
    late = models.JSONField(default=list)
    key = models.TextField()
    data = models.BinaryField()


class Fitted(models.Model):
    """Parameters of recall fitted to somebody's first `reviews` next-day reviews; null: the defaults stay.

    `digest`: of the reviews that it was fitted to.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    reviews = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    parameters = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "reviews"], name="one_fit_a_stage")]
