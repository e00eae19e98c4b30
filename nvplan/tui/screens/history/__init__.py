"""The place that tells what has changed."""
