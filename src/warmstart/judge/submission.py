"""The text of a submission, before anything reads it as Python."""

MOST_BYTES = 256 * 1024


class UnreadableSource(Exception):
    """Bytes that are no source text; the message is for the learner."""


def source_text(source: str | bytes) -> str:
    """UTF-8 with or without a byte-order mark, at most 256 KiB. A coding cookie counts for nothing."""
    data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    if len(data) > MOST_BYTES:
        raise UnreadableSource(f"the source has {len(data):,} bytes, at most {MOST_BYTES:,} are read")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableSource(
            f"the source is not UTF-8: byte {error.start} is 0x{data[error.start]:02x}"
        ) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise UnreadableSource(f"the source holds a NUL character (line {line})")
    return text
