"""Processing provider and algorithms: parse, one domain call, write."""
