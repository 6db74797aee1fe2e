"""The page with everything that goes out and comes in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryFile
from typing import Any

from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_POST

from warmstart.web.exchange.access import format_called, own_log
from warmstart.web.exchange.formats import FORMATS, MOST, take_file, too_big

AROUND = 2**20
"""Bytes of a form beside its file."""


@require_GET
def exchange_page(request: HttpRequest) -> HttpResponse:
    """What can be had, and the form for what comes."""
    return _page(request)


def _page(request: HttpRequest, *, fault: str = "") -> HttpResponse:
    context = {"formats": FORMATS.values(), "most": MOST // 2**20, "fault": fault}
    return render(request, "exchange/exchange.html", context, status=422 if fault else 200)


@require_GET
def download(request: HttpRequest, name: str) -> FileResponse:
    """Written to disk first: what breaks on the way is a page that says so, and no half file."""
    wanted, at = format_called(name), timezone.now()
    file = TemporaryFile()  # noqa: SIM115 (the response closes it)
    try:
        wanted.write(own_log(request), file, at)
        file.seek(0)
    except BaseException:
        file.close()
        raise
    part = "" if wanted.suffix != "csv" else f"-{wanted.name}"
    response = FileResponse(
        file,
        as_attachment=True,
        filename=f"warmstart{part}-{at:%Y-%m-%d}.{wanted.suffix}",
        content_type=wanted.content_type,
    )
    response["Cache-Control"] = "no-store"
    return response


# The size is looked at before anything, the CSRF token too, is read from the body.
@csrf_exempt
@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """Take a file into one's own log. TooBig, UnknownFormat, UnreadablePackage."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST + AROUND:
        raise too_big()
    return _upload(request)


@csrf_protect
def _upload(request: HttpRequest) -> HttpResponse:
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile) or not file.size:
        return _page(request, fault="Choose a file that is not empty.")
    with _on_disk(file) as path:
        found, report = take_file(own_log(request), path, timezone.now())
    context = {"format": found, "report": report, "name": file.name}
    return render(request, "exchange/taken.html", context)


@contextmanager
def _on_disk(file: "UploadedFile[Any]") -> Iterator[Path]:
    if isinstance(file, TemporaryUploadedFile):
        yield Path(file.temporary_file_path())
        return
    with NamedTemporaryFile() as copy:
        for piece in file.chunks():
            copy.write(piece)
        copy.flush()
        yield Path(copy.name)
