"""How an explanation is shown: one HTML page, or lines in a terminal."""
