"""Swaps of the places, figures, dates and groups of the labelled reports, in text and labels.

Each swap takes a report as its source file has it and returns it with others of the same kind,
or None where that cannot be done faithfully: districts with their settlements for others of the
province (`places`), tolls such that sums stay true (`figures`), all dates by whole weeks
(`dates`), armed groups (`actors`). The report's name decides what is chosen.
"""
