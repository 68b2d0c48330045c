"""One contract for each kind of part that can be exchanged."""
