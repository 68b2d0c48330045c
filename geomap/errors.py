"""Every error that geomap raises on purpose.

::

    GeomapError
    ├── SettingsError(ValueError)
    ├── DataError
    │   ├── MissingDataError(FileNotFoundError)
    │   ├── HashError
    │   └── SchemaError(ValueError)
    ├── GeocodingError
    │   ├── GeocoderUnavailable(OSError)
    │   │   └── RateLimited
    │   └── GeocoderRejected(ValueError)
    ├── RenderError
    └── MissingDependencyError(ImportError)

Each is also the built-in error that it resembles, so that code which knows nothing of geomap can
still catch it. A message says what, where, and what to do.
"""

from __future__ import annotations

from pathlib import Path

__all__ = [
    "DataError",
    "GeocoderRejected",
    "GeocoderUnavailable",
    "GeocodingError",
    "GeomapError",
    "HashError",
    "MissingDataError",
    "MissingDependencyError",
    "RateLimited",
    "RenderError",
    "SchemaError",
    "SettingsError",
]


class GeomapError(Exception):
    """Base of all errors raised by geomap."""


class SettingsError(GeomapError, ValueError):
    """A setting or argument has a value that is not allowed."""


class DataError(GeomapError):
    """Something is wrong with a file or table that was given."""


class MissingDataError(DataError, FileNotFoundError):
    """A file is not there; the message says where it was looked for and what to do."""


class HashError(DataError):
    """A file is not the one that its record describes.

    `path` is the file, `expected` and `got` are SHA-256 hashes.
    """

    def __init__(self, path: Path, *, expected: str, got: str, advice: str = "") -> None:
        self.path = path
        self.expected = expected
        self.got = got
        super().__init__(
            f"{path.name} has changed: sha256 {got}, expected {expected}; "
            + (advice or "install it again"),
        )


class SchemaError(DataError, ValueError):
    """A file has missing columns, a wrong coordinate reference system or an unreadable row."""


class GeocodingError(GeomapError):
    """A geocoder gave no answer; that a name is not known is an answer, not an error."""


class GeocoderUnavailable(GeocodingError, OSError):  # noqa: N818 # read as a sentence
    """A geocoder cannot be reached, or its answer cannot be understood: try later."""


class RateLimited(GeocoderUnavailable):
    """A geocoder was asked too often.

    `retry_after` is the number of seconds that it asks to wait; None means that it did not say.
    """

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class GeocoderRejected(GeocodingError, ValueError):  # noqa: N818 # as above
    """A geocoder refused the key or the question: asking again will not help."""


class RenderError(GeomapError):
    """A map or page cannot be written as asked."""


class MissingDependencyError(GeomapError, ImportError):
    """An extra is not installed; the message gives the line that installs it."""
