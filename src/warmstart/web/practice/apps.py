"""How Django knows this slice."""

from django.apps import AppConfig


class PracticeConfig(AppConfig):
    name = "warmstart.web.practice"
    label = "practice"
