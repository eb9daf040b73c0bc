"""The JSON Schema of native JSON, made by ``tools/build_schema.py``."""
