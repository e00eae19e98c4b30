"""The roles that a colour can have on the screen, and what they are in each of the three themes.

Nothing else names a colour: styles and content say `$quiet` or `$edge`. What each role is for:

- `background`: the page. `surface`: what is raised above it, boxes and the first and last line, never by this alone.
- `foreground`: what is said. `quiet`: labels, units, codes, help, heads of tables.
- `primary`: here, or do this: cursor, focus, filled progress, keys, arrows.
- `edge`: the sides of what can be changed, unfilled progress, scrollbars. `line`: rules, which carry nothing.
- `field`: the ground of what can be written. `lit`: the ground of the field or card at hand.
- `mark` with `mark-text`: the marked row of the list that has the cursor.
- `warning`: due, missing, needs a person. `error`: refused, wrong. `success`: met, saved.

`tests/tui/test_contrast.py` holds every text against every ground that it is painted on, in all three themes.
"""

from __future__ import annotations

from textual.theme import Theme

#: The roles that Textual does not know; it knows the others by the same names.
OWN_ROLES = ("quiet", "edge", "line", "field", "lit", "mark", "mark-text")


def _theme(name: str, *, dark: bool, ansi: bool, roles: dict[str, str]) -> Theme:
    """Return a theme in which what Textual's own widgets are painted with is one of the roles."""
    reverse = "reverse" if ansi else "none"
    known = {role: roles[role] for role in OWN_ROLES}
    known |= {"surface": roles["surface"], "panel": roles["surface"], "boost": "transparent",
              "text": roles["foreground"], "text-muted": roles["quiet"], "text-disabled": roles["quiet"],
              "border": roles["primary"], "border-blurred": roles["edge"],
              "block-cursor-background": roles["mark"], "block-cursor-foreground": roles["mark-text"],
              "block-cursor-text-style": reverse,
              "block-cursor-blurred-background": roles["background"],
              "block-cursor-blurred-foreground": roles["foreground"],
              "block-cursor-blurred-text-style": "none", "block-hover-background": roles["lit"],
              "input-cursor-background": roles["foreground"], "input-cursor-foreground": roles["background"],
              "input-cursor-text-style": reverse,
              "input-selection-background": roles["mark"], "input-selection-foreground": roles["mark-text"],
              "screen-selection-background": roles["mark"], "screen-selection-foreground": roles["mark-text"],
              "ansi-background": roles["background"], "ansi-foreground": roles["foreground"],
              "footer-key-foreground": roles["primary"],
              "link-color": roles["foreground"], "link-background": roles["background"], "link-style": "none",
              "link-color-hover": roles["mark-text"], "link-background-hover": roles["mark"],
              "scrollbar": roles["edge"], "scrollbar-hover": roles["primary"], "scrollbar-active": roles["primary"],
              "scrollbar-background": roles["background"], "scrollbar-background-hover": roles["background"],
              "scrollbar-background-active": roles["background"], "scrollbar-corner-color": roles["background"]}
    return Theme(name=name, dark=dark, ansi=ansi, primary=roles["primary"], secondary=roles["primary"],
                 accent=roles["primary"], warning=roles["warning"], error=roles["error"], success=roles["success"],
                 foreground=roles["foreground"], background=roles["background"], surface=roles["surface"],
                 panel=roles["surface"], boost=roles["background"], variables=known)


DARK = _theme("nvplan-mork", dark=True, ansi=False, roles={
    "background": "#13181a", "surface": "#22292c", "foreground": "#eef3f6", "quiet": "#bac5cc",
    "primary": "#7cc4e8", "edge": "#8aa3af", "line": "#4a5357", "field": "#374146", "lit": "#374146",
    "mark": "#275d7c", "mark-text": "#ffffff", "warning": "#f5c96f", "error": "#ffa69e", "success": "#a9dba3",
})
LIGHT = _theme("nvplan-ljus", dark=False, ansi=False, roles={
    "background": "#fcfcfa", "surface": "#efefec", "foreground": "#14202a", "quiet": "#44535c",
    "primary": "#0b5a80", "edge": "#626f76", "line": "#cbcbc6", "field": "#ffffff", "lit": "#dde9ef",
    "mark": "#0b5a80", "mark-text": "#ffffff", "warning": "#7d4300", "error": "#a01f19", "success": "#23642a",
})
#: The terminal's own colours. Its sixteen are anyone's: its blue on its black is 2:1 in one terminal, its yellow on its
#: white in the next. So every text is its own text on its own ground, as readable as all else there; what is marked is
#: the two turned about, and signs, bold and the sides of fields carry the rest. Rules, which carry nothing, are grey.
OWN_COLOURS = _theme("ansi-dark", dark=True, ansi=True, roles={
    role: "ansi_bright_black" if role == "line" else "ansi_default"
    for role in ("background", "surface", "foreground", "quiet", "primary", "edge", "line", "field", "lit", "mark",
                 "mark-text", "warning", "error", "success")
})
#: In the order that the key for the theme goes through them; `ansi-dark` is what settings have called the last one.
ALL = (DARK, LIGHT, OWN_COLOURS)
THEMES = tuple(theme.name for theme in ALL)
