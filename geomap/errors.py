"""Every error that geomap raises on purpose.

::

    GeomapError
    ├── SettingsError(ValueError)
    ├── DataError
    │   ├── MissingDataError(FileNotFoundError)
    │   └── SchemaError(ValueError)
    └── RenderError

Each is also the built-in error that it resembles, so that code which knows nothing of geomap can
still catch it. A message says what, where, and what to do.
"""

from __future__ import annotations

__all__ = [
    "DataError",
    "GeomapError",
    "MissingDataError",
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


class SchemaError(DataError, ValueError):
    """A file has missing columns, a wrong coordinate reference system or an unreadable row."""


class RenderError(GeomapError):
    """A map or page cannot be written as asked."""
