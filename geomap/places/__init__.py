"""Where things are: names, admin units, boundaries, the gazetteer and toponym resolution."""
