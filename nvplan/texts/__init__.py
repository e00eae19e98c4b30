"""Every Swedish string that the program shows, a module for each part of it. Content lives in data/."""
