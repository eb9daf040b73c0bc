"""Knowledge: what newspapers print around their articles, as packs of rules in TOML files, and their values."""
