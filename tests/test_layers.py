"""Imports point down: each module imports only from those before it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "geomap"

ORDER = [
    {"errors"},
    {"records", "settings", "paths", "whole_file"},
    {"http", "lexicons"},
    {"places.names", "places.phrases", "places.unlisted"},
    {"places.units"},
    {"places.vintages", "places.similar", "places.census", "places.divisions"},
    {"places.geometry_repair", "places.boundary_json", "places.boundary_columns"},
    {"places.boundary_match"},
    {"places.boundary_files"},
    {"places.boundary_store"},
    {"places.boundaries"},
    {"places.boundary_download", "places.boundary_import"},
    {"places.boundary_install"},
    {"places.join"},
    {"places.entries"},
    {"places.gazetteer", "places.place_store"},
    {"places.boundary_check"},
    {"places.user_places"},
    {"places.quarters"},
    {"places.intake"},
    {"places.dumps", "places.additions"},
    {"places.geocoders"},
    {"places.geocache"},
    {"places.nearest"},
    {"places.answers"},
    {"places.online"},
    {"places.provider"},
    {"places.known"},
    {"places.context", "places.relation", "places.told_levels", "places.within"},
    {"places.resolve"},
    {"places.lookup"},
    {"places.geocode"},
    {"text.expressions"},
    {"text.patterns"},
    {"text.sentences", "text.lexicon", "text.datelines", "text.plain", "text.tellers"},
    {"text.decoding", "text.markup", "text.written"},
    {"text._*"},
    {"text.bare_names", "text.breaks"},
    {"text.dates", "text.counts", "text.actors", "text.events"},
    {"text.event_types"},
    {"text.publication"},
    {"text.article_fields", "text.page_facts"},
    {"text.article_lines", "text.documents", "text.feeds", "text.html_pages"},
    {"text.article_tables"},
    {"text.article_sources"},
    {"text.apposed", "text.apposed_ur"},
    {
        "text.all_but",
        "text.casualties",
        "text.corrected",
        "text.elsewhere",
        "text.gapped",
        "text.gone_ur",
        "text.shared_out",
        "text.smoothed",
        "text.ward_totals",
    },
    {"text.told_after"},
    {"text.date_layout", "text.long_ago", "text.nights", "text.tallies", "text.what_happened"},
    {"text.found", "text.custody", "text.custody_deaths"},
    {"text.attack_counts"},
    {
        "text.civil",
        "text.lately",
        "text.mistaken",
        "text.spoken_days",
        "text.twin_blasts",
    },
    {
        "text.afterwards",
        "text.aggregates",
        "text.at_court",
        "text.backdrops",
        "text.period_tails",
        "text.precedents",
        "text.bygone",
        "text.crime",
        "text.denials",
        "text.meanwhile",
        "text.metaphors",
        "text.mishaps",
        "text.natural",
        "text.plans",
        "text.presupposed",
        "text.quarrels",
        "text.topics",
        "text.weapon_trials",
    },
    {"text.by_chance", "text.handiwork"},
    {"text.articles", "text.crowds", "text.moods", "text.wordings"},
    {
        "text.acts",
        "text.brawls",
        "text.clauses",
        "text.company",
        "text.only_meant",
        "text.side_words",
        "text.unrest",
    },
    {"text.scenes"},
    {
        "text.accusers",
        "text.verbless",
        "text.arrest_drives",
        "text.counter_blame",
        "text.earlier_figures",
        "text.elliptic_sums",
        "text.operations",
        "text.review_leads",
    },
    {
        "text.causes",
        "text.robberies",
        "text.chronicles",
        "text.compared_sums",
        "text.echoes",
        "text.hindsight",
        "text.in_passing",
        "text.leads",
        "text.opinions",
        "text.likened",
        "text.raised",
        "text.references",
        "text.remembered",
        "text.parts",
        "text.reviews",
        "text.rows",
        "text.sums",
        "text.unmeant",
    },
    {"text.reading"},
    {"text.toponyms", "text.roles", "text.relations"},
    {"text.stays"},
    {"text.located", "text.nested"},
    {"text.mentions", "text.ner"},
    {"text.claims", "text.drafts", "text.figure_clauses", "text.filed", "text.told"},
    {"text.deeds", "text.things_hit"},
    {
        "text.bombers",
        "text.both_sides",
        "text.claimants",
        "text.last_to_die",
        "text.live_logs",
        "text.reckoned",
        "text.rival_tolls",
        "text.several_wards",
        "text.toll_series",
        "text.turned_on",
        "text.earlier",
        "text.protest_leads",
        "text.town_leads",
    },
    {"text.apart", "text.claims_shared", "text.draft_leads", "text.lent_days", "text.sit_ins"},
    {"text.anew", "text.bodies_found", "text.branded"},
    {"text.duds", "text.outcomes", "text.sum_drafts"},
    {"text.looking_back", "text.second_leads"},
    {"text.openings"},
    {"text.joined"},
    {"text.details", "text.retellings"},
    {"text.drafting"},
    {
        "text.account_ids",
        "text.culprits",
        "text.feuds",
        "text.forces_urdu",
        "text.fights",
        "text.habits",
        "text.harm_told",
        "text.quotes",
        "text.shooters",
        "text.targets",
    },
    {"text.group_words"},
    {
        "text.accused",
        "text.disputes",
        "text.foreign",
        "text.main_groups",
        "text.strikes",
        "text.withdrawn",
    },
    {"text.finest", "text.forces", "text.lead_strikers", "text.parents", "text.surroundings"},
    {
        "text.areas",
        "text.figure_words",
        "text.lead_figures",
        "text.loss_parts",
        "text.loss_record",
    },
    {"text.lead_sums", "text.wards"},
    {
        "text.filed_places",
        "text.held_before",
        "text.posts",
        "text.protest_areas",
        "text.spots",
        "text.sum_areas",
        "text.ways",
    },
    {"text.attack_areas"},
    {"text.losses"},
    {"text.at_hospital"},
    {
        "text.figures",
        "text.blame",
        "text.campaigns",
        "text.sum_periods",
        "text.where",
    },
    {"text.draft_types", "text.first_steps"},
    {"text.when"},
    {"text.confidence", "text.nowhere"},
    {"text.evidence"},
    {"text.headlines"},
    {"text.accounts"},
    {"text.likeness"},
    {"text.merge"},
    {"tables", "anchors", "correction_values", "close_pairs"},
    {"table_values", "table_profiles", "table_lookup"},
    {"table_columns", "table_events", "table_spots"},
    {"table_places", "table_rejects"},
    {"table_rows", "table_fields", "table_exports"},
    {"correction_places", "correction_files"},
    {"correction_rows"},
    {"correct_account", "regroup"},
    {"article_corrections"},
    {"corrections", "review"},
    {"table_sources"},
    {"table_read"},
    {"table_files"},
    {"summary_units", "summary_periods", "summary_counts"},
    {"summary"},
    {"summary_tables", "summary_compare"},
    {"hotspots"},
    {"maps.palette", "maps.assets", "maps.packing", "maps.cells", "maps.texts"},
    {"maps.basemap", "maps.frame", "maps.ids", "maps.prose", "maps.naming", "maps.tiles"},
    *({f"maps.{name}"} for name in ["areas", "layers", "colouring", "figure", "incident_map"]),
    {"maps.words"},
    {"maps.hotspot_layer", "maps.classes", "maps.figures", "maps.placing"},
    {"maps.ground", "maps.labels", "maps.notes"},
    {"maps.legend", "maps.locator", "maps.place_names"},
    {"maps.layout"},
    {"maps.symbols", "maps.choropleth", "maps.charts"},
    {"maps.static"},
    {"publish.snippets"},
    {"publish.embed"},
    {"publish.blocks", "publish.words"},
    {"publish.options", "publish.pictures"},
    {"publish.table"},
    {"publish.grids"},
    *(
        {f"publish.{name}"}
        for name in ["brief", "changes", "spots", "listing", "method", "reading"]
    ),
    {"publish.content", "publish.atlas_pages"},
    {"publish.web_page", "publish.pdf", "publish.markdown", "publish.docx_parts"},
    {"publish.docx"},
    {"publish.report"},
    {"publish.atlas"},
    {"findings"},
    {"run_record"},
    {"output_files"},
    {"pipeline"},
    {"console"},
    {
        "cli_boundaries",
        "cli_gazetteer",
        "cli_run",
        "cli_summary",
        "cli_tables",
    },
    {"cli_sources"},
    {"cli_embed", "cli_publish", "cli_static"},
    {"cli"},
    {"__main__"},
]
RANKS = {name: rank for rank, names in enumerate(ORDER) for name in names}
MODULES = sorted(
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    for path in PACKAGE.rglob("*.py")
    if path.name != "__init__.py"
)


def rank(module):
    """Return where a module stands; the private parts of the grammars stand before them."""
    name = "text._*" if module.startswith("text._") else module
    assert name in RANKS, f"give {module} a place in ORDER"
    return RANKS[name]


def imported(module):
    tree = ast.parse((PACKAGE / (module.replace(".", "/") + ".py")).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("geomap."):
            base = node.module.removeprefix("geomap.")
            inside = [f"{base}.{alias.name}" for alias in node.names]
            yield from [name for name in inside if name in MODULES] or [base]


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_down(module):
    for other in imported(module):
        both_private = module.startswith("text._") and other.startswith("text._")
        assert both_private or rank(other) < rank(module), f"{module} must not import {other}"


def test_private_modules_import_each_other_without_a_loop():
    seen = {}

    def visit(module, path):
        assert module not in path, " -> ".join([*path, module])
        if module not in seen:
            for other in imported(module):
                if other.startswith("text._"):
                    visit(other, [*path, module])
            seen[module] = True

    for module in MODULES:
        visit(module, [])
