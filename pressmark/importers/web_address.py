"""Which addresses count as a page's: http and https, nothing that could reach into this machine."""

import re
from urllib.parse import urljoin, urlsplit

_LONGEST = 2000


def web_address(text: str, base: str = "") -> str:
    """The address, made absolute; empty for anything but http and https."""
    address = re.sub(r"\s", "", text)
    if not address or len(address) > _LONGEST:
        return ""
    try:
        address = urljoin(base, address)
        parts = urlsplit(address)
        return address if parts.scheme in {"http", "https"} and parts.hostname else ""
    except ValueError:  # “http://[” and other brackets that are no address
        return ""
