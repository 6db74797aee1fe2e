"""The time zone that this machine is set to. Asked before Django, which sets `TZ` to UTC for itself."""

from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LOCALTIME = Path("/etc/localtime")


def machine_zone(environ: Mapping[str, str], localtime: Path = LOCALTIME) -> str:
    """IANA name; UTC where the machine does not say, or says what no zone is called."""
    name = environ.get("TZ", "").removeprefix(":") or str(localtime.resolve()).partition("/zoneinfo/")[2]
    try:
        return ZoneInfo(name).key if name else "UTC"
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"
