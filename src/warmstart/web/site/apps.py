"""How Django knows this slice."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "warmstart.web.site"
    label = "site"
