"""The data folder that a command works on."""

import os
from pathlib import Path

from warmstart.web.site import configuration


def data_dir_of(option: Path | None) -> Path:
    """As the option says, else as the environment does."""
    return configuration.read(os.environ).data_dir if option is None else option.expanduser().absolute()
