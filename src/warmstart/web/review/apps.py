"""How Django knows this slice."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "warmstart.web.review"
    label = "review"
