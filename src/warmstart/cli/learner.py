"""The local person's log, for commands that read it or add to it."""

import importlib
import os
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

from warmstart.web.site import configuration, data_folder


class Learner:
    """Django set up on the data folder; a folder that nobody has used yet is made.

    WarmstartError: the folder or its database cannot be used.
    """

    def __init__(self) -> None:
        settings = configuration.read(os.environ)
        # by name: these modules read Django's settings, which are known only now
        server = importlib.import_module("warmstart.web.site.server")
        if (settings.data_dir / data_folder.DATABASE).is_file():
            server.set_up(settings.data_dir)
            importlib.import_module("django.core.management").call_command("index_packs", verbosity=0)
        else:
            with data_folder.held(settings.data_dir):
                server.prepare(settings.data_dir)
        self.person = self.module("warmstart.web.accounts.local").the_local_person()

    @staticmethod
    def module(name: str) -> ModuleType:
        """One that needs Django."""
        return importlib.import_module(name)

    def now(self) -> datetime:
        return datetime.now(UTC)

    def standing(self) -> Any:
        """As of now; this machine's zone is noted where it is another one than the last."""
        zones = self.module("warmstart.web.standing.zones")
        at = self.now()
        zones.note_zone(self.person, zones.machine_zone(), at)
        return self.module("warmstart.web.standing.standing").standing_of(self.person, at)
