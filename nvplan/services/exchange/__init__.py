"""What goes out of a plan and comes into one; files are written and read by what is handed in (`ports`)."""
