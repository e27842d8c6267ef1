"""One module a source: pure readers that yield records."""
