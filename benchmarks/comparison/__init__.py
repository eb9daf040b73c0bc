"""What ``compare.py`` is made of: pages, tools, measure, runs and figure."""
