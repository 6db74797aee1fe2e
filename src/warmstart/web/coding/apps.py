"""How Django knows this slice."""

from django.apps import AppConfig


class CodingConfig(AppConfig):
    name = "warmstart.web.coding"
    label = "coding"
