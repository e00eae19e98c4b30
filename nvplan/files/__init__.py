"""Files that leave nvplan and files that come back."""
