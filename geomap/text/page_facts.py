"""What a web page says of itself: title, day, site and address.

Meta elements, schema.org data, ``<time>`` and headings are looked at; authors are not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from geomap.text.markup import Tag, as_text
from geomap.text.publication import read_day

__all__ = ["PageFacts"]


@dataclass(slots=True)
class PageFacts:
    """What is found on the way through a page, in the order of the page.

    `see` is given each start tag; the other methods then say what the page is.
    """

    meta: dict[str, str] = field(default_factory=dict)
    data: list[dict[str, Any]] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    link: str = ""
    head_title: str = ""
    headings: list[str] = field(default_factory=list)

    def see(self, tag: Tag) -> None:
        """Note what a start tag tells."""
        attributes = tag.attributes
        if tag.name == "meta":
            name = (
                attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
            )
            if name and attributes.get("content"):
                self.meta.setdefault(name.lower(), attributes["content"])
        elif tag.name == "script" and attributes.get("type", "").lower() == "application/ld+json":
            self.data.extend(_objects(tag.raw))
        elif tag.name == "title":
            self.head_title = self.head_title or tag.raw
        elif tag.name == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self.link = self.link or attributes.get("href", "")
        elif "datetime" in attributes and (tag.name == "time" or "itemprop" in attributes):
            first = (
                attributes.get("itemprop", "").lower() == "datepublished" or "pubdate" in attributes
            )
            self.times.insert(0 if first else len(self.times), attributes["datetime"])

    def published(self) -> str | None:
        """Return the first date that can be read, else the first that is given."""
        given = [value for value in self._dates() if value.strip()]
        readable = (value for value in given if read_day(value)[0] is not None)
        return next(readable, given[0] if given else None)

    def _dates(self) -> Iterator[str]:
        for name in _PUBLISHED_META[:2]:
            yield self.meta.get(name, "")
        for thing in self.data:
            yield _plain(thing.get("datePublished"))
        for name in _PUBLISHED_META[2:]:
            yield self.meta.get(name, "")
        yield from self.times

    def title(self) -> str | None:
        """Return the headline without the name of the site."""
        site = self.meta.get("og:site_name", "")
        headlines = (_plain(thing.get("headline")) for thing in self.data)
        choices = (
            self.meta.get("og:title", ""),
            *headlines,
            *self.headings[:1],
            self.meta.get("twitter:title", ""),
            _without_site(self.head_title, site),
        )
        return next((choice for choice in choices if choice.strip()), None)

    def source(self) -> str | None:
        """Return the site or outlet; a publisher that is a person is passed over."""
        publishers = [thing.get("publisher") for thing in self.data]
        names = [
            _plain(item.get("name"))
            for item in publishers
            if isinstance(item, dict) and "Person" not in str(item.get("@type"))
        ]
        choices = (self.meta.get("og:site_name", ""), *names, _host(self.url()))
        return next((choice for choice in choices if choice.strip()), None)

    def url(self) -> str | None:
        """Return the page's own address, if it is one of the web."""
        for link in (self.link, self.meta.get("og:url", "")):
            if re.match(r"https?://", link, re.IGNORECASE):
                return link
        return None


_PUBLISHED_META = (
    "article:published_time", "datepublished", "og:article:published_time", "date", "pubdate",
    "publishdate", "publish-date", "publish_date", "publication_date", "publication-date",
    "dc.date.issued", "dc.date", "dcterms.date", "dcterms.created", "dcterms.issued",
    "article.published", "sailthru.date", "parsely-pub-date", "citation_publication_date",
)  # fmt: skip
_MAX_DATA = 500_000


def _objects(script: str) -> Iterator[dict[str, Any]]:
    """Yield the schema.org objects of a script that say when something was published."""
    try:
        value = json.loads(script[:_MAX_DATA])
    except (ValueError, RecursionError):
        return
    top = value if isinstance(value, list) else [value]
    for thing in top[:50]:
        if not isinstance(thing, dict):
            continue
        graph = thing.get("@graph")
        members = graph[:50] if isinstance(graph, list) else []
        for one in (thing, *members):
            if isinstance(one, dict) and ("datePublished" in one or "headline" in one):
                yield one


def _plain(value: object) -> str:
    return " ".join(as_text(value).split()) if isinstance(value, str) else ""


def _without_site(title: str, site: str) -> str:
    """Take " - Site" off the end of a page's title, where the site is known."""
    title = " ".join(title.split())
    cut = re.search(rf"\s*[-–—|:]\s*{re.escape(site)}$", title, re.IGNORECASE) if site else None
    return title[: cut.start()] if cut and cut.start() else title


def _host(url: str | None) -> str:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
