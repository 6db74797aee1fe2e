"""How Django knows this slice."""

from django.apps import AppConfig


class AttemptsConfig(AppConfig):
    name = "warmstart.web.attempts"
    label = "attempts"
