"""The planner in the terminal: screens compose, bind and dispatch; no rule and no file lives here."""
