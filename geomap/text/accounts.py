"""One article's account of one event: every field with the words that it rests on.

`drafts` says which sentences belong together; here each draft is given its kind, type, dates,
place, figures and actor, an evidence quote for each, and a confidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from geomap.records import Account, Article, Resolution
from geomap.text.account_ids import account_id, with_unique_ids
from geomap.text.anew import is_mopping_up
from geomap.text.arrest_drives import DRIVE
from geomap.text.attack_areas import struck_apart
from geomap.text.blame import Blame, blame_of, unrest_blame
from geomap.text.claimants import claiming
from geomap.text.confidence import Fields, confidence_of
from geomap.text.counts import Count
from geomap.text.draft_types import event_type_of
from geomap.text.drafting import draft_events
from geomap.text.drafts import Draft, Site
from geomap.text.event_types import EventType
from geomap.text.evidence import Quoter
from geomap.text.figure_words import lent_figures
from geomap.text.figures import figures_of
from geomap.text.filed import filed_in
from geomap.text.filed_places import FILED, FILED_WIDE
from geomap.text.headlines import headline_tolls
from geomap.text.lead_strikers import struck_as_led
from geomap.text.lead_sums import sums_of
from geomap.text.losses import SIDES, Losses, losses_of
from geomap.text.nowhere import is_act, is_empty
from geomap.text.operations import names_operation
from geomap.text.patterns import Pattern
from geomap.text.protest_areas import towns_at_once
from geomap.text.reading import read_scenes
from geomap.text.scenes import Reading, is_heading
from geomap.text.targets import target_in_words
from geomap.text.told import Named, Told
from geomap.text.unrest import EXCESSIVE_FORCE
from geomap.text.when import UNDATED, When, when_of
from geomap.text.where import UNTOLD, Where, where_of
from geomap.text.written import as_read

__all__ = ["accounts_in", "extract_accounts"]

_LEAD = 3


def extract_accounts(
    articles: Article | Iterable[Article], resolutions: Iterable[Resolution]
) -> list[Account]:
    """Write down what each article says about each event that it reports.

    Parameters
    ----------
    articles
        Articles, as `read_articles` gives them.
    resolutions
        The resolved mentions of these articles, as `resolve` gives them.

    Returns
    -------
    list of Account
        In the order of the articles and of their text.
    """
    every = [articles] if isinstance(articles, Article) else list(articles)
    by_article: dict[str, list[Resolution]] = {}
    for resolution in resolutions:
        by_article.setdefault(resolution.mention.article_id, []).append(resolution)
    return [
        account
        for article in every
        for account in accounts_in(read_scenes(article), by_article.get(article.id, []))
    ]


def accounts_in(reading: Reading, resolutions: Sequence[Resolution]) -> list[Account]:
    """Write down the accounts of an article that has been read."""
    sites: dict[int, list[Site]] = {}
    if not reading.plain.is_written:
        resolutions = [
            replace(item, mention=as_read(item.mention, reading.plain)) for item in resolutions
        ]
    for resolution in resolutions:
        if resolution.mention.role == "incident_site":
            sites.setdefault(resolution.mention.sentence, []).append(Site(resolution))
    drafts = draft_events(reading, sites, filed_in(resolutions))
    writer = _Writer(reading, resolutions, sites, drafts)
    told = Told()
    for draft in drafts:
        account = writer.write(draft, told)
        if account is not None:
            told.add(account)
    return with_unique_ids(headline_tolls(told.accounts, writer.quoter))


_N_SITES = Pattern(
    r"\b(?P<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|fifteen|"
    r"twenty)\s+(?:different\s+|separate\s+|various\s+)?"
    r"(?:locations|places|sites|towns|cities|districts|points)\b",
    re.IGNORECASE,
)
_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "fifteen": 15, "twenty": 20,
}  # fmt: skip


class _Writer:
    """Turns the drafts of one article into accounts."""

    def __init__(
        self,
        reading: Reading,
        resolutions: Sequence[Resolution],
        sites: Mapping[int, Sequence[Site]],
        drafts: Sequence[Draft],
    ) -> None:
        self.reading = reading
        self.article = reading.article
        self.text = reading.article.text
        self.named = Named(resolutions)
        self.sites = sites
        self.sums = sums_of(self.text, drafts)
        self.lent = lent_figures(drafts)
        self.quoter = Quoter(reading)
        self.filed = filed_in(resolutions)

    @cached_property
    def claims(self) -> set[int]:
        """The sentences in which a group speaks."""
        return claiming(self.reading)

    def write(self, draft: Draft, told: Told) -> Account | None:
        """Write one account, or None where the draft holds no event type."""
        kind = self._kind(draft)
        counts = figures_of(self.reading, draft, kind, self.claims, self.sums)
        counts = counts or (self.lent[1] if draft is self.lent[0] else [])
        found = self._fields(draft, kind, counts, told)
        if found is None:
            return None
        event, when, where, blame = found.event, found.when, found.where, found.blame
        kind = "statistic" if _is_of_months(draft, kind, when, found.dead) else kind
        main = _trigger_span(draft)
        return Account(
            account_id=account_id(self.article.id, kind, self.reading.plain.back(*main)),
            article_id=self.article.id,
            kind=kind,
            event_type=event.event_type,
            sub_event_type=event.sub_event_type,
            date_start=when.first,
            date_end=when.last,
            date_precision=when.precision,
            place=where.place,
            n_sites=self._n_sites(draft, kind),
            **_figures("fatalities", found.dead),
            **_figures("injured", found.hurt),
            **{f"fatalities_{side}": found.dead.by_side.get(side) for side in SIDES},
            actor=blame.actor,
            actor_basis=blame.basis,
            attributed_by=blame.by,
            target=target_in_words(self.text, draft),
            related_account_ids=_related(kind, told.accounts),
            evidence=tuple(self.quoter.evidence(main, found)),
            confidence=confidence_of(draft, found, self.article.title, length=len(self.text)),
            notes=_notes(draft, found, counts),
        )

    def _fields(
        self, draft: Draft, kind: str, counts: Sequence[Count], told: Told
    ) -> Fields | None:
        """Return what happened, when, where, to whom and by whom; None where it is no event."""
        dead, hurt = losses_of(counts, "killed"), losses_of(counts, "injured")
        blame = blame_of(self.text, draft, kind)
        event = event_type_of(self.text, draft, counts_sides(self._victims(draft, counts)), blame)
        if draft.opened_by == DRIVE and not dead.best:
            event = _ARRESTS
        if event is None:
            return None
        blame = self._settled(draft, event, blame, told.last)
        where = where_of(self.text, draft, self.named, kind=kind, told=told)
        when = when_of(self.text, draft, kind=kind, told=told, reading=self.reading)
        nowhere = where.rule in UNTOLD and is_empty(kind, dead, hurt, blame)
        filed = where.rule in {FILED, FILED_WIDE} and draft.scenes[0].sentence.number in self.filed
        placed = where.place is not None and where.rule != FILED_WIDE
        placed = placed or (draft.group == "unrest" and bool(self.named.datelines))
        acts = (filed or placed) and is_act(self.text, draft, when, filed=filed, placed=placed)
        nowhere = nowhere and not acts
        no_sum = kind == "statistic" and _is_no_sum(when, where, self.reading)
        if nowhere or no_sum or self._is_of_another(draft, when):
            return None
        words = "" if where.start is None else self.text[where.start : where.end]
        return Fields(
            event=event, when=when, where=where, words=words, dead=dead, hurt=hurt, blame=blame
        )

    def _is_of_another(self, draft: Draft, when: When) -> bool:
        """Whether a draft has no day that is its own and is only told in passing, or long past."""
        if (when.first is None or when.rule == UNDATED) and self._is_passing(draft):
            return True
        return when.rule in _NOT_ITS_OWN and self._is_stale(when)

    def _settled(
        self, draft: Draft, event: EventType, blame: Blame, earlier: Account | None
    ) -> Blame:
        """Give a protest its protesters, and "the same gang" the actor of the event before.

        Where forces shot at a protest, they are the ones who acted; strikes told one by one are
        those of the forces that the lead names.
        """
        shot = event.sub_event_type == EXCESSIVE_FORCE and blame.rule == "actor:forces fired"
        if event.event_type in {"Protests", "Riots"} and not (draft.statistic or shot):
            return unrest_blame(draft)
        if draft.opened_by == DRIVE:
            return replace(blame, actor="security forces", basis="attributed", rule="actor:forces")
        blame = struck_as_led(self.text, self.reading.scenes, draft, blame)
        first = draft.scenes[0].sentence
        same = _THE_SAME.search(self.text, first.start, first.end)
        if same and earlier and earlier.actor and blame.basis == "unknown":
            return replace(
                blame, actor=earlier.actor, basis=earlier.actor_basis, rule="actor:the same"
            )
        return blame

    def _victims(self, draft: Draft, counts: Sequence[Count]) -> list[Count]:
        """Return counts; those that name a group's own people are of no side of the state."""
        groups = [a for scene in draft.scenes for a in scene.actors if a.kind == "group"]
        return [
            replace(count, side="unknown")
            if any(count.start <= group.start < count.end for group in groups)
            and count.side == "security_forces"
            else count
            for count in counts
        ]

    def _is_passing(self, draft: Draft) -> bool:
        """Whether an event without a day is only touched on, far from the article's lead."""
        if self.article.published is None or draft.statistic:
            return False
        above = islice(self.reading.scenes, draft.scenes[0].sentence.number)
        before = (scene for scene in above if not is_heading(self.text, scene))
        return len(list(islice(before, _LEAD))) == _LEAD

    def _is_stale(self, when: When) -> bool:
        """Whether a date lies months before the publication."""
        published = self.article.published
        return (
            published is not None
            and when.last is not None
            and (published - when.last).days > _STALE_DAYS
        )

    def _kind(self, draft: Draft) -> str:
        if draft.statistic:
            return "statistic"
        if draft.opened_by == DRIVE or any(
            names_operation(self.text, scene)
            and not (at and is_mopping_up(self.text, scene, draft))
            for at, scene in enumerate(draft.scenes[:2])
        ):
            return "operation"
        first = draft.scenes[0]
        places = {
            site.resolution.mention.name_key
            for site in self.sites.get(first.sentence.number, ())
            if site.place is not None and site.place.precision.is_point
        }
        if draft.multi or (draft.group == "unrest" and len(places) > 2):
            return "multi_site"
        here = self.sites.get(first.sentence.number, ())
        if draft.group == "unrest" and len(towns_at_once(self.text, first, here)) > 1:
            return "multi_site"
        return "multi_site" if struck_apart(self.text, draft, here) else "incident"

    def _n_sites(self, draft: Draft, kind: str) -> int | None:
        if kind != "multi_site":
            return None
        for scene in draft.scenes:
            found = _N_SITES.inside(self.text, scene.sentence)
            if found:
                word = found["n"].lower()
                return int(word) if word.isdigit() else _WORDS[word]
        return None


_ARRESTS = EventType("Strategic developments", "Arrests", "type:a drive of arrests")
_MONTHS_DAYS = 40


def _is_of_months(draft: Draft, kind: str, when: When, dead: Losses) -> bool:
    """Whether what reads like one event killed people over months, as no event does."""
    if kind not in {"incident", "multi_site"} or draft.group != "violent":
        return False
    if when.first is None or when.last is None or (dead.best or 0) < _SEVERAL_DEAD:
        return False
    return (when.last - when.first).days > _MONTHS_DAYS and not draft.scenes[0].listed


_SEVERAL_DEAD = 2
_SUM_DAYS, _WEEK_DAYS = 10, 3


def _is_no_sum(when: When, where: Where, reading: Reading) -> bool:
    """Whether a sum is that of a round-up, of a day or a week, or the toll of one old event."""
    if when.first is None or when.last is None:
        return True
    point = where.place is not None and where.place.precision.is_point
    point = point and when.rule != "date:in the account"
    least = _WEEK_DAYS if reading.is_weekly else _SUM_DAYS
    until = reading.article.published or when.last
    so_far = when.first.day == 1 and (until - when.last).days <= 1  # in this month
    short = (when.last - when.first).days <= least and when.precision != "month" and not so_far
    return short or (point and when.precision == "month")


_NOT_ITS_OWN = {"date:of the sentence before", "date:of the lead"}
"""Rules by which an event takes a date that its own sentences do not name."""
_STALE_DAYS = 75


_THE_SAME = Pattern(
    r"\bthe\s+same\s+(?:gang|group|men|attackers|militants|gunmen|dacoits|bandits|outfit|band)\b",
    re.IGNORECASE,
)


def counts_sides(counts: Iterable[Count]) -> set[str]:
    """Return the sides of the dead, wounded and abducted.

    "Nine people, two soldiers among them" are those of no side; attackers among the dead were
    fought, however few they are, but not where only the victim's guard shot one of them.
    """
    return {
        count.side
        for count in counts
        if count.outcome in {"killed", "injured", "abducted"}
        and count.best != 0
        and "turned" not in count.rules
        and ("part" not in count.rules or count.side == "militants")
    }


def _trigger_span(draft: Draft) -> tuple[int, int]:
    first = draft.scenes[0]
    triggers = first.triggers or tuple(draft.triggers)
    if triggers:
        return triggers[0].start, triggers[0].end
    if first.counts:
        return first.counts[0].start, first.counts[0].end
    return first.sentence.start, first.sentence.end


def _figures(name: str, losses: Losses) -> dict[str, int | None]:
    return {
        f"{name}_low": losses.low, f"{name}_best": losses.best, f"{name}_high": losses.high,
    }  # fmt: skip


def _notes(draft: Draft, fields: Fields, counts: Sequence[Count]) -> tuple[str, ...]:
    """Return the rules that gave the account and its fields."""
    rules = (fields.event.rule, fields.where.rule, fields.when.rule, fields.blame.rule)
    revised = any(count.update or count.increment for count in counts)
    return f"opened:{draft.opened_by}", *rules, *(("toll:revised",) if revised else ())


def _related(kind: str, before: Sequence[Account]) -> tuple[str, ...]:
    """Return the accounts that an operation answers: it belongs with them, and is not added."""
    if kind != "operation":
        return ()
    return tuple(
        account.account_id for account in before if account.kind in {"multi_site", "incident"}
    )
