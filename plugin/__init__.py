"""Code of the plugin Dual Carbon Planner."""
