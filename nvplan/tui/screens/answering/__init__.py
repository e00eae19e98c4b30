"""Places that tell who has answered what."""
