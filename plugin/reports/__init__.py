"""Reports: Jinja2 templates, Matplotlib figures, tables."""
