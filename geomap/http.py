"""How geomap behaves on the web: who it says it is, how long it waits, how much it takes.

Everything that geomap fetches (answers of geocoders, files for pooch, feeds) comes through
`fetch`, under one set of `Manners`. Nothing here runs unless a user asks for something online.
"""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import IO, Any, TypeVar, cast
from urllib.parse import urlsplit

from geomap.errors import SettingsError

__all__ = [
    "DOWNLOAD",
    "Downloader",
    "Manners",
    "Reply",
    "fetch",
    "is_local",
    "retry_after_s",
    "with_retries",
]

USER_AGENT = "geomap-pk"
_CHUNK = 1 << 16
_TRY_AGAIN = {408, 425, 429, 500, 502, 503, 504}
_LOCAL = ("localhost", "127.0.0.1", "::1")

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """What a request may cost.

    `user_agent` is the name that geomap gives itself. `timeout_s` is the longest silence, in
    seconds, `total_s` the longest time for one request altogether. `max_bytes` is the largest
    answer. A request that fails for a reason that may pass is made again up to `retries` times,
    after `first_wait_s` seconds, then twice that, and so on; a server that asks for a longer
    wait than `longest_wait_s` is not asked again.
    """

    user_agent: str = USER_AGENT
    timeout_s: float = 10.0
    total_s: float = 30.0
    max_bytes: int = 5_000_000
    retries: int = 2
    first_wait_s: float = 1.0
    longest_wait_s: float = 30.0

    def __post_init__(self) -> None:
        if not self.user_agent.isprintable() or not self.user_agent.isascii():
            raise SettingsError("the user agent must be one line of plain ASCII text")
        for name in ("timeout_s", "total_s", "max_bytes"):
            if getattr(self, name) <= 0:
                raise SettingsError(f"{name} is {getattr(self, name)}; it must be above 0")
        for name in ("retries", "first_wait_s", "longest_wait_s"):
            if getattr(self, name) < 0:
                raise SettingsError(f"{name} is {getattr(self, name)}; it must not be below 0")


DOWNLOAD = Manners(timeout_s=30.0, total_s=1_800.0, max_bytes=1_000_000_000)
"""Manners for files such as boundary sets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a server answered; the names of `headers` are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def text(self) -> str:
        """Return the body as text; bytes that are not UTF-8 become replacement characters."""
        return self.body.decode("utf-8", "replace")


def fetch(
    url: str, *, manners: Manners | None = None, headers: Mapping[str, str] | None = None
) -> Reply:
    """Ask for an address once and return the answer, whatever its status.

    Parameters
    ----------
    url
        An http or https address.
    manners
        Limits; None takes the defaults.
    headers
        Further request headers; a user agent given here takes the place of the manners' own.

    Raises
    ------
    SettingsError
        If the address is not http or https.
    OSError
        TimeoutError if a time limit passed, else ConnectionError: no connection, an answer that
        was cut short or is too large, or no HTTP. The message does not repeat the query, which
        may hold a key.
    """
    manners = manners or Manners()
    with _open(url, manners, headers or {}) as page:
        body = b"".join(_read(page, urlsplit(url).hostname or "", manners))
        found = {name.lower(): value for name, value in page.headers.items()}
        return Reply(status=page.status, headers=found, body=body)


def with_retries(
    call: Callable[[], T],
    *,
    errors: type[Exception] | tuple[type[Exception], ...],
    manners: Manners,
    sleep: Callable[[float], object] = time.sleep,
) -> T:
    """Call until it succeeds, at most ``manners.retries`` times more, waiting longer each time.

    Parameters
    ----------
    call
        What to do.
    errors
        What may pass: an error of another sort is raised at once. An error's ``retry_after``
        (seconds), where it has one, is the wait; beyond ``manners.longest_wait_s`` it is raised.
    """
    for attempt in range(manners.retries + 1):
        try:
            return call()
        except errors as error:
            asked = getattr(error, "retry_after", None)
            wait = manners.first_wait_s * 2**attempt if asked is None else float(asked)
            too_long = asked is not None and wait > manners.longest_wait_s
            if attempt == manners.retries or too_long:
                raise
            sleep(min(wait, manners.longest_wait_s))
    raise AssertionError  # pragma: no cover


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that a ``Retry-After`` header asks to wait; None if it does not say.

    Examples
    --------
    >>> retry_after_s({"retry-after": "120"}), retry_after_s({"retry-after": "soon"})
    (120.0, None)
    """
    text = headers.get("retry-after", "").strip()
    if text.isdecimal():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, moment.timestamp() - time.time())


def is_local(url: str) -> bool:
    """Whether an address is on this machine, so that nobody else is asked.

    Examples
    --------
    >>> is_local("http://localhost:8080/search"), is_local("https://example.org/")
    (True, False)
    """
    return (urlsplit(url).hostname or "") in _LOCAL


@dataclass(frozen=True, slots=True)
class Downloader:
    """A downloader for pooch: ``pooch.retrieve(url, known_hash, downloader=Downloader())``.

    A download that fails for a reason that may pass is started again, as `manners` say.
    """

    manners: Manners = DOWNLOAD

    def __call__(self, url: str, output_file: str | Path | IO[bytes], _pooch: object) -> None:
        """Write what an address holds to a file.

        Raises
        ------
        OSError
            As `fetch`; also for a status other than 200, with the status in the message.
        """
        with_retries(
            lambda: self._download(url, output_file),
            errors=(_PassingError, TimeoutError),
            manners=self.manners,
        )

    def _download(self, url: str, output_file: str | Path | IO[bytes]) -> None:
        host = urlsplit(url).hostname or ""
        with _open(url, self.manners, {}) as page:
            if page.status != http.HTTPStatus.OK:
                raise _refusal(page, host)
            with _writable(output_file) as file:
                for chunk in _read(page, host, self.manners):
                    file.write(chunk)


class _PassingError(ConnectionError):
    """A failure that may pass."""

    retry_after: float | None = None


def _refusal(page: http.client.HTTPResponse, host: str) -> ConnectionError:
    message = f"{host} answered with status {page.status}"
    if page.status not in _TRY_AGAIN:
        return ConnectionError(message)
    error = _PassingError(message)
    error.retry_after = retry_after_s({"retry-after": page.headers.get("Retry-After", "")})
    return error


@contextmanager
def _writable(output_file: str | Path | IO[bytes]) -> Iterator[IO[bytes]]:
    if isinstance(output_file, str | Path):
        with Path(output_file).open("wb") as file:
            yield file
    else:
        output_file.seek(0)
        output_file.truncate()
        yield output_file


@contextmanager
def _open(
    url: str, manners: Manners, headers: Mapping[str, str]
) -> Iterator[http.client.HTTPResponse]:
    """Open an address; every way in which that can fail becomes an OSError."""
    if urlsplit(url).scheme not in {"http", "https"}:
        raise SettingsError(f"{url[:80]!r} is no http or https address")
    host = urlsplit(url).hostname or ""
    sent = {"User-Agent": manners.user_agent, "Accept-Encoding": "identity", **headers}
    request = urllib.request.Request(url, headers=sent)  # noqa: S310 # the scheme was checked
    try:
        page = _opener(url).open(request, timeout=manners.timeout_s)
    except urllib.error.HTTPError as error:
        page = error  # a status is an answer
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _plain(error, host) from None
    with closing(page):
        yield cast("http.client.HTTPResponse", page)


def _opener(url: str) -> urllib.request.OpenerDirector:
    """Return an opener for http and https alone; this machine is asked without a proxy."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler({} if is_local(url) else None),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _read(page: http.client.HTTPResponse, host: str, manners: Manners) -> Iterator[bytes]:
    """Yield the body in pieces, within the limits of size and time."""
    started, got = time.monotonic(), 0
    length = page.headers.get("Content-Length", "")
    wanted = int(length) if length.isdecimal() else None
    while True:
        try:
            chunk = page.read1(_CHUNK)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _plain(error, host) from None
        got += len(chunk)
        if got > manners.max_bytes:
            raise ConnectionError(f"{host} sent more than {manners.max_bytes:,} bytes")
        if time.monotonic() - started > manners.total_s:
            raise TimeoutError(f"{host} took more than {manners.total_s:g} s")
        if not chunk:
            break
        yield chunk
    if wanted is not None and got < wanted:
        raise _PassingError(f"{host} sent {got:,} of {wanted:,} bytes")


def _plain(error: Exception, host: str) -> OSError:
    """Return a TimeoutError or a ConnectionError that says what happened, and where."""
    cause: Any = getattr(error, "reason", error)
    if isinstance(cause, TimeoutError):
        return TimeoutError(f"{host} did not answer in time")
    detail = getattr(cause, "strerror", None) or type(cause).__name__
    return _PassingError(f"{host} cannot be reached or does not speak HTTP ({detail})")
