"""Made-up articles and accounts that the benchmarks read and merge."""
