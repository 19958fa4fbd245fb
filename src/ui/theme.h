/* SPDX-License-Identifier: MIT
 *
 * Themes: what a thing on the screen means (its role, its ground) and how that looks.  Nothing is told by colour
 * alone: a theme without colours ("mono", NO_COLOR) shows all the same by glyphs and attributes.
 */
#ifndef PS_UI_THEME_H
#define PS_UI_THEME_H

#include <stdbool.h>
#include <stddef.h>

/* The foreground: what the text or line is. */
enum role {
	ROLE_TEXT,         /* ordinary text */
	ROLE_DIM,          /* secondary: units, hints, grid lines */
	ROLE_STRONG,       /* values, what matters in a line */
	ROLE_TITLE,        /* the title line */
	ROLE_HEADING,      /* names of groups and sections */
	ROLE_BORDER,       /* lines between panes */
	ROLE_AXIS,         /* axes and tick labels */
	ROLE_CURSOR,       /* the year under the cursor */
	ROLE_LEVER,        /* levers: policy */
	ROLE_UNCERTAINTY,  /* uncertainties: the world */
	ROLE_FIXED,        /* constants that can be set */
	ROLE_TRACK,        /* the empty part of a slider */
	ROLE_MARK,         /* sourced ticks on a slider's track */
	ROLE_BASELINE,     /* what is compared against */
	ROLE_CURRENT,      /* the scenario on the screen */
	ROLE_BAND50,
	ROLE_BAND90,
	ROLE_PIN1, ROLE_PIN2, ROLE_PIN3, ROLE_PIN4, ROLE_PIN5, ROLE_PIN6,
	ROLE_GOOD,
	ROLE_BAD,
	ROLE_WARNING,
	ROLE_ERROR,
	ROLE_KEY,          /* names of keys */
	ROLE_PROMPT,
	ROLE_LINK,         /* what Enter opens */
	ROLE_CODE,         /* equations as written */
	ROLE_COUNT,
	ROLE_KEEP = 255    /* area_paint: as it is */
};

/* What lies below. */
enum ground {
	GROUND_PLAIN,
	GROUND_TITLE,      /* the title line */
	GROUND_STATUS,     /* status line and key bar */
	GROUND_SELECTED,   /* the row under the cursor in the focused panel */
	GROUND_PALE,       /* the row under the cursor in another panel */
	GROUND_BAND90,     /* inside the 90 % band, outside the 50 % band */
	GROUND_BAND50,
	GROUND_CURSOR,     /* the column of the year under the cursor */
	GROUND_ERROR,
	GROUND_PROMPT,
	GROUND_COUNT,
	GROUND_KEEP = 255
};

/* How a role looks in a theme: colours as 0xRRGGBB, or -1 for the terminal's own; `basic` is one of the eight
 * colours (-1: the terminal's own) where there are no more. */
enum { PAINT_BOLD = 1, PAINT_DIM = 2, PAINT_UNDERLINE = 4, PAINT_REVERSE = 8, PAINT_ITALIC = 16 };
struct paint {
	int rgb;
	signed char basic;
	unsigned char attributes;
	unsigned char indexed;              /* which of the 256 colours of xterm; 0: the nearest */
};

struct theme {
	const char *name;                   /* "dark", "light", "safe-dark", "safe-light", "mono" */
	bool has_colour;                    /* false: bands and the like need glyphs */
	struct paint role[ROLE_COUNT];
	struct paint ground[GROUND_COUNT];  /* rgb and basic are the background's */
};

const struct theme *theme_find(const char *name);   /* NULL: no such theme */
const struct theme *theme_at(size_t i);             /* NULL after the last */

/* The colour where there are so many (8, 256, or more: red, green and blue): the number to ask for, -1 for the
 * terminal's own. */
int theme_colour(const struct paint *paint, int colours);

/* The nearest of the 256 colours of xterm to a colour. */
int theme_nearest256(int rgb);

/* The glyphs that the terminal can show. */
enum glyphs { GLYPHS_ASCII, GLYPHS_BLOCK, GLYPHS_BRAILLE };
int glyphs_parse(const char *name, enum glyphs *glyphs);   /* "ascii", "block", "braille"; -1 for any other */
const char *glyphs_name(enum glyphs glyphs);

/* How lines other than the current one are told apart without colour: their mark in legends and on lines, one cell. */
const char *theme_pin_glyph(int pin, enum glyphs glyphs);   /* pin 0 to 5 */

char theme_role_letter(enum role role);
char theme_ground_letter(enum ground ground);

#endif
