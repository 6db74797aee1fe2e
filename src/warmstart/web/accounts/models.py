"""Who somebody is."""

from uuid import uuid4

from django.contrib.auth.models import AbstractUser
from django.db import models


class Person(AbstractUser):
    """A UUID as key: the logs of a laptop and of a server merge as sets."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
