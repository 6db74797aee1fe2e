"""`index_packs`: what every start runs."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from warmstart.content.installed import first_party_packs
from warmstart.web.catalogue.index import index_packs


class Command(BaseCommand):
    """Index the packs that come with Warmstart and those of WARMSTART_PACKS."""

    help = "Bring the index in line with the packs on disk."

    def handle(self, *args: Any, **options: Any) -> None:
        index_packs([*first_party_packs(), *settings.WARMSTART.packs])
