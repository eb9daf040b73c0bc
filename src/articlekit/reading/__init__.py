"""The reader: from lines to articles."""
