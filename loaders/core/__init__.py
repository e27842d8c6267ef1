"""The core dataset: our own facts, as YAML."""
