"""Takes in documents that someone has filled in and sent back: what they changed since we wrote the document out."""
