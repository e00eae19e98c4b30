"""nvplan leads a Swedish county through its plans for primary care."""

__version__ = "0.1.0"
