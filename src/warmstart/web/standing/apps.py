"""How Django knows this slice."""

from django.apps import AppConfig


class StandingConfig(AppConfig):
    name = "warmstart.web.standing"
    label = "standing"
