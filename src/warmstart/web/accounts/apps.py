"""How Django knows this slice."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "warmstart.web.accounts"
    label = "accounts"
