"""Django's settings, all of them derived from one `Configuration`."""

import os
import tempfile
from pathlib import Path

from warmstart.web.site import configuration, data_folder
from warmstart.web.site.machine_zone import machine_zone

WARMSTART = configuration.read(os.environ)
WEB = Path(__file__).resolve().parents[1]

SECRET_KEY = WARMSTART.secret_key or data_folder.key_of(WARMSTART.data_dir)
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *WARMSTART.hosts]
ROOT_URLCONF = "warmstart.web.site.urls"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "warmstart.web.accounts",
    "warmstart.web.catalogue",
    "warmstart.web.attempts",
    "warmstart.web.standing",
    "warmstart.web.coding",
    "warmstart.web.practice",
    "warmstart.web.planner",
    "warmstart.web.review",
    "warmstart.web.progress",
    "warmstart.web.exchange",
    "warmstart.web.site",
]
MIDDLEWARE = [
    "warmstart.web.site.security.headers",
    "warmstart.web.site.assets.Assets",
    "django.middleware.gzip.GZipMiddleware",
    "warmstart.web.site.troubles.Troubles",
    "warmstart.web.site.security.same_origin",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "warmstart.web.accounts.local.local_person",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request"],
            "builtins": ["warmstart.web.site.templatetags.islands"],
        },
    }
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": WARMSTART.data_dir / data_folder.DATABASE,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            # IMMEDIATE: a transaction that reads first and then writes waits its turn instead of failing.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
        # A file, not memory: the judge's threads have connections of their own.
        "TEST": {"NAME": str(Path(tempfile.gettempdir()) / f"warmstart-test-{os.getpid()}.sqlite3")},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.Person"
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "warmstart.web.site.troubles.refused"
# The form has its own, lower limit on a source and says so in a sentence; this one only bounds memory.
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 2**20

STATIC_URL = "/static/"
STATICFILES_DIRS = [WEB / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "warmstart.web.site.assets.Hashed"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MAX_AGE = 300
WHITENOISE_IMMUTABLE_FILE_TEST = r"(-[0-9A-Z]{8}|\.[0-9a-f]{12})\.\w+$"

USE_TZ = True
TIME_ZONE = "UTC"
MACHINE_ZONE = machine_zone(os.environ)
USE_I18N = False
LANGUAGE_CODE = "en"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "warmstart.web.site.log_lines.FactsFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": WARMSTART.log_level.upper()},
    # Django's own handlers would mail administrators that there are none of.
    "loggers": {"django": {"handlers": [], "level": "NOTSET", "propagate": True}},
}
