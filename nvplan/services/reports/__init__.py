"""The official reports: drafted from the plan, written over by people, frozen, and never sent by the program."""
