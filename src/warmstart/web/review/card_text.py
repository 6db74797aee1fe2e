"""Markdown that somebody wrote for themselves, perhaps pasted or imported from elsewhere, to HTML."""

import re

from django.utils.safestring import SafeString

from warmstart.web.catalogue.markdown import to_html

# The renderer escapes quotes and angle brackets of attributes, so that nothing ends a tag early.
_PICTURE = re.compile(r'<img [^>]*?alt="([^">]*)"[^>]*>')


def own_html(text: str) -> SafeString:
    """As of packs, without raw HTML. A picture, which would come from elsewhere and tell of us, is named."""
    return SafeString(_PICTURE.sub(r'<span class="quiet">[picture: \1]</span>', to_html(text)))
