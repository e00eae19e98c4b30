"""nvplan leads a Swedish county through its plans for primary care."""

__version__ = "0.2.0"
