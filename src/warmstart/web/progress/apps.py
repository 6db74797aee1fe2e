"""How Django knows this slice."""

from django.apps import AppConfig


class ProgressConfig(AppConfig):
    name = "warmstart.web.progress"
    label = "progress"
