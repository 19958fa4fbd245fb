/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/theme.h"

#include <string.h>

#include "base/alloc.h"

enum basic { OWN = -1, BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE };

#define PAINT(rgb, basic, attributes) { (rgb), (basic), (attributes), 0 }

/* Where the nearest of 256 colours would be a grey. */
#define PAINT_AS(rgb, basic, indexed) { (rgb), (basic), 0, (indexed) }

/* The pins' colours are Okabe and Ito's, who chose them so that people with any kind of colour vision tell them
 * apart. */
static const struct theme themes[] = {
	{
		.name = "dark",
		.has_colour = true,
		.role = {
			[ROLE_TEXT] = PAINT(-1, OWN, 0),
			[ROLE_DIM] = PAINT(0x8a8f98, OWN, 0),
			[ROLE_STRONG] = PAINT(0xffffff, WHITE, PAINT_BOLD),
			[ROLE_TITLE] = PAINT(0xffffff, WHITE, PAINT_BOLD),
			[ROLE_HEADING] = PAINT(0x9fc3ff, CYAN, PAINT_BOLD),
			[ROLE_BORDER] = PAINT(0x4e5661, OWN, 0),
			[ROLE_AXIS] = PAINT(0x8a8f98, OWN, 0),
			[ROLE_CURSOR] = PAINT(0xffd75f, YELLOW, PAINT_BOLD),
			[ROLE_LEVER] = PAINT(0x5fafff, CYAN, 0),
			[ROLE_UNCERTAINTY] = PAINT(0xe0b050, YELLOW, 0),
			[ROLE_FIXED] = PAINT(0xb0a890, WHITE, 0),
			[ROLE_TRACK] = PAINT(0x4e5661, OWN, 0),
			[ROLE_MARK] = PAINT(0xd0d0d0, WHITE, 0),
			[ROLE_BASELINE] = PAINT(0xb0b0b0, WHITE, 0),
			[ROLE_CURRENT] = PAINT(0x66d9ff, CYAN, PAINT_BOLD),
			[ROLE_BAND50] = PAINT(0x2f6380, BLUE, 0),
			[ROLE_BAND90] = PAINT_AS(0x1d3d50, BLUE, 17),
			[ROLE_PIN1] = PAINT(0xe69f00, YELLOW, 0),
			[ROLE_PIN2] = PAINT(0xcc79a7, MAGENTA, 0),
			[ROLE_PIN3] = PAINT(0x2fbf93, GREEN, 0),
			[ROLE_PIN4] = PAINT(0xf0e442, YELLOW, PAINT_BOLD),
			[ROLE_PIN5] = PAINT(0xe8703a, RED, 0),
			[ROLE_PIN6] = PAINT(0x56b4e9, BLUE, 0),
			[ROLE_GOOD] = PAINT(0x5fd787, GREEN, 0),
			[ROLE_BAD] = PAINT(0xff8787, RED, 0),
			[ROLE_WARNING] = PAINT(0xffaf5f, YELLOW, 0),
			[ROLE_ERROR] = PAINT(0xffffff, WHITE, PAINT_BOLD),
			[ROLE_KEY] = PAINT(0xffd75f, YELLOW, PAINT_BOLD),
			[ROLE_PROMPT] = PAINT(0xffffff, WHITE, 0),
			[ROLE_LINK] = PAINT(0x5fafff, CYAN, PAINT_UNDERLINE),
			[ROLE_CODE] = PAINT(0xd7d7af, OWN, 0),
		},
		.ground = {
			[GROUND_PLAIN] = PAINT(-1, OWN, 0),
			[GROUND_TITLE] = PAINT_AS(0x1f3a5f, BLUE, 24),
			[GROUND_STATUS] = PAINT(0x262b33, OWN, 0),
			[GROUND_SELECTED] = PAINT_AS(0x2a4a78, BLUE, 25),
			[GROUND_PALE] = PAINT(0x2c3038, OWN, 0),
			[GROUND_BAND90] = PAINT_AS(0x1d3d50, BLUE, 17),
			[GROUND_BAND50] = PAINT(0x2f6380, BLUE, 0),
			[GROUND_CURSOR] = PAINT(0x3a3a20, OWN, 0),
			[GROUND_ERROR] = PAINT(0x8f1f1f, RED, 0),
			[GROUND_PROMPT] = PAINT(0x1c2430, OWN, 0),
		},
	},
	{
		.name = "light",
		.has_colour = true,
		.role = {
			[ROLE_TEXT] = PAINT(0x1c1c1c, BLACK, 0),
			[ROLE_DIM] = PAINT(0x626a73, BLACK, 0),
			[ROLE_STRONG] = PAINT(0x000000, BLACK, PAINT_BOLD),
			[ROLE_TITLE] = PAINT(0xffffff, WHITE, PAINT_BOLD),
			[ROLE_HEADING] = PAINT(0x1f4f8f, BLUE, PAINT_BOLD),
			[ROLE_BORDER] = PAINT(0xa8b0b8, BLACK, 0),
			[ROLE_AXIS] = PAINT(0x626a73, BLACK, 0),
			[ROLE_CURSOR] = PAINT(0xa05a00, MAGENTA, PAINT_BOLD),
			[ROLE_LEVER] = PAINT(0x005faf, BLUE, 0),
			[ROLE_UNCERTAINTY] = PAINT(0x8a5a00, MAGENTA, 0),
			[ROLE_FIXED] = PAINT(0x6a6250, BLACK, 0),
			[ROLE_TRACK] = PAINT(0xb8bec6, BLACK, 0),
			[ROLE_MARK] = PAINT(0x444444, BLACK, 0),
			[ROLE_BASELINE] = PAINT(0x6c6c6c, BLACK, 0),
			[ROLE_CURRENT] = PAINT(0x003f8f, BLUE, PAINT_BOLD),
			[ROLE_BAND50] = PAINT(0xa8cdea, CYAN, 0),
			[ROLE_BAND90] = PAINT(0xd6e8f6, CYAN, 0),
			[ROLE_PIN1] = PAINT(0xb26a00, YELLOW, 0),
			[ROLE_PIN2] = PAINT(0xa8507f, MAGENTA, 0),
			[ROLE_PIN3] = PAINT(0x007a58, GREEN, 0),
			[ROLE_PIN4] = PAINT(0x807600, YELLOW, PAINT_BOLD),
			[ROLE_PIN5] = PAINT(0xc04a00, RED, 0),
			[ROLE_PIN6] = PAINT(0x1f78b4, CYAN, 0),
			[ROLE_GOOD] = PAINT(0x00702a, GREEN, 0),
			[ROLE_BAD] = PAINT(0xb00020, RED, 0),
			[ROLE_WARNING] = PAINT(0xa04f00, MAGENTA, 0),
			[ROLE_ERROR] = PAINT(0xffffff, WHITE, PAINT_BOLD),
			[ROLE_KEY] = PAINT(0x8f2f00, RED, PAINT_BOLD),
			[ROLE_PROMPT] = PAINT(0x000000, BLACK, 0),
			[ROLE_LINK] = PAINT(0x005faf, BLUE, PAINT_UNDERLINE),
			[ROLE_CODE] = PAINT(0x4a4a20, BLACK, 0),
		},
		.ground = {
			[GROUND_PLAIN] = PAINT(0xffffff, WHITE, 0),
			[GROUND_TITLE] = PAINT(0x1f4f8f, BLUE, 0),
			[GROUND_STATUS] = PAINT(0xe6eaee, WHITE, 0),
			[GROUND_SELECTED] = PAINT(0xbfdcf8, CYAN, 0),
			[GROUND_PALE] = PAINT(0xe8ecf0, WHITE, 0),
			[GROUND_BAND90] = PAINT(0xd6e8f6, CYAN, 0),
			[GROUND_BAND50] = PAINT(0xa8cdea, CYAN, 0),
			[GROUND_CURSOR] = PAINT(0xfff2c0, WHITE, 0),
			[GROUND_ERROR] = PAINT(0xb00020, RED, 0),
			[GROUND_PROMPT] = PAINT(0xf2f5f8, WHITE, 0),
		},
	},
	{
		.name = "safe-dark",
		.has_colour = true,
		.role = {
			[ROLE_TEXT] = PAINT(-1, OWN, 0),
			[ROLE_DIM] = PAINT(0xa0a0a0, OWN, 0),
			[ROLE_STRONG] = PAINT(0xffffff, WHITE, PAINT_BOLD),
			[ROLE_TITLE] = PAINT(0xffffff, WHITE, PAINT_BOLD),
			[ROLE_HEADING] = PAINT(0xffffff, WHITE, PAINT_BOLD | PAINT_UNDERLINE),
			[ROLE_BORDER] = PAINT(0x6a6a6a, OWN, 0),
			[ROLE_AXIS] = PAINT(0xa0a0a0, OWN, 0),
			[ROLE_CURSOR] = PAINT(0xf0e442, YELLOW, PAINT_BOLD),
			[ROLE_LEVER] = PAINT(0x56b4e9, CYAN, 0),
			[ROLE_UNCERTAINTY] = PAINT(0xe69f00, YELLOW, 0),
			[ROLE_FIXED] = PAINT(0xc0c0c0, WHITE, 0),
			[ROLE_TRACK] = PAINT(0x6a6a6a, OWN, 0),
			[ROLE_MARK] = PAINT(0xd8d8d8, WHITE, 0),
			[ROLE_BASELINE] = PAINT(0xb8b8b8, WHITE, 0),
			[ROLE_CURRENT] = PAINT(0xffffff, WHITE, PAINT_BOLD),
			[ROLE_BAND50] = PAINT(0x28608a, BLUE, 0),
			[ROLE_BAND90] = PAINT_AS(0x173a54, BLUE, 17),
			[ROLE_PIN1] = PAINT(0xe69f00, YELLOW, 0),
			[ROLE_PIN2] = PAINT(0xcc79a7, MAGENTA, 0),
			[ROLE_PIN3] = PAINT(0x009e73, GREEN, 0),
			[ROLE_PIN4] = PAINT(0xf0e442, YELLOW, PAINT_BOLD),
			[ROLE_PIN5] = PAINT(0xd55e00, RED, 0),
			[ROLE_PIN6] = PAINT(0x56b4e9, CYAN, 0),
			[ROLE_GOOD] = PAINT(0x56b4e9, CYAN, PAINT_BOLD),
			[ROLE_BAD] = PAINT(0xe69f00, YELLOW, PAINT_BOLD),
			[ROLE_WARNING] = PAINT(0xf0e442, YELLOW, 0),
			[ROLE_ERROR] = PAINT(0x000000, BLACK, PAINT_BOLD),
			[ROLE_KEY] = PAINT(0xf0e442, YELLOW, PAINT_BOLD),
			[ROLE_PROMPT] = PAINT(0xffffff, WHITE, 0),
			[ROLE_LINK] = PAINT(0x56b4e9, CYAN, PAINT_UNDERLINE),
			[ROLE_CODE] = PAINT(0xd8d8c0, OWN, 0),
		},
		.ground = {
			[GROUND_PLAIN] = PAINT(-1, OWN, 0),
			[GROUND_TITLE] = PAINT(0x003f6b, BLUE, 0),
			[GROUND_STATUS] = PAINT(0x2a2a2a, OWN, 0),
			[GROUND_SELECTED] = PAINT(0x005a8c, BLUE, 0),
			[GROUND_PALE] = PAINT(0x333333, OWN, 0),
			[GROUND_BAND90] = PAINT_AS(0x173a54, BLUE, 17),
			[GROUND_BAND50] = PAINT(0x28608a, BLUE, 0),
			[GROUND_CURSOR] = PAINT(0x3c3a14, OWN, 0),
			[GROUND_ERROR] = PAINT(0xe69f00, YELLOW, 0),
			[GROUND_PROMPT] = PAINT(0x202020, OWN, 0),
		},
	},
	{
		.name = "safe-light",
		.has_colour = true,
		.role = {
			[ROLE_TEXT] = PAINT(0x000000, BLACK, 0),
			[ROLE_DIM] = PAINT(0x555555, BLACK, 0),
			[ROLE_STRONG] = PAINT(0x000000, BLACK, PAINT_BOLD),
			[ROLE_TITLE] = PAINT(0xffffff, WHITE, PAINT_BOLD),
			[ROLE_HEADING] = PAINT(0x000000, BLACK, PAINT_BOLD | PAINT_UNDERLINE),
			[ROLE_BORDER] = PAINT(0x909090, BLACK, 0),
			[ROLE_AXIS] = PAINT(0x555555, BLACK, 0),
			[ROLE_CURSOR] = PAINT(0x7a3f00, MAGENTA, PAINT_BOLD),
			[ROLE_LEVER] = PAINT(0x0072b2, BLUE, 0),
			[ROLE_UNCERTAINTY] = PAINT(0x8a4a00, MAGENTA, 0),
			[ROLE_FIXED] = PAINT(0x505050, BLACK, 0),
			[ROLE_TRACK] = PAINT(0xa8a8a8, BLACK, 0),
			[ROLE_MARK] = PAINT(0x303030, BLACK, 0),
			[ROLE_BASELINE] = PAINT(0x606060, BLACK, 0),
			[ROLE_CURRENT] = PAINT(0x000000, BLACK, PAINT_BOLD),
			[ROLE_BAND50] = PAINT(0x9cc8e8, CYAN, 0),
			[ROLE_BAND90] = PAINT(0xd3e7f5, CYAN, 0),
			[ROLE_PIN1] = PAINT(0xa66f00, YELLOW, 0),
			[ROLE_PIN2] = PAINT(0xa8507f, MAGENTA, 0),
			[ROLE_PIN3] = PAINT(0x00704f, GREEN, 0),
			[ROLE_PIN4] = PAINT(0x6f6600, YELLOW, PAINT_BOLD),
			[ROLE_PIN5] = PAINT(0xb04a00, RED, 0),
			[ROLE_PIN6] = PAINT(0x0072b2, BLUE, 0),
			[ROLE_GOOD] = PAINT(0x005a8c, BLUE, PAINT_BOLD),
			[ROLE_BAD] = PAINT(0x9a4a00, RED, PAINT_BOLD),
			[ROLE_WARNING] = PAINT(0x7a3f00, MAGENTA, 0),
			[ROLE_ERROR] = PAINT(0xffffff, WHITE, PAINT_BOLD),
			[ROLE_KEY] = PAINT(0x00659f, BLUE, PAINT_BOLD),
			[ROLE_PROMPT] = PAINT(0x000000, BLACK, 0),
			[ROLE_LINK] = PAINT(0x0072b2, BLUE, PAINT_UNDERLINE),
			[ROLE_CODE] = PAINT(0x303010, BLACK, 0),
		},
		.ground = {
			[GROUND_PLAIN] = PAINT(0xffffff, WHITE, 0),
			[GROUND_TITLE] = PAINT(0x004f7f, BLUE, 0),
			[GROUND_STATUS] = PAINT(0xe8e8e8, WHITE, 0),
			[GROUND_SELECTED] = PAINT(0xffe2a8, CYAN, 0),
			[GROUND_PALE] = PAINT(0xececec, WHITE, 0),
			[GROUND_BAND90] = PAINT(0xd3e7f5, CYAN, 0),
			[GROUND_BAND50] = PAINT(0x9cc8e8, CYAN, 0),
			[GROUND_CURSOR] = PAINT(0xfff3c4, WHITE, 0),
			[GROUND_ERROR] = PAINT(0x8a3a00, RED, 0),
			[GROUND_PROMPT] = PAINT(0xf4f4f4, WHITE, 0),
		},
	},
	{
		.name = "mono",
		.has_colour = false,
		.role = {
			[ROLE_TEXT] = PAINT(-1, OWN, 0),
			[ROLE_DIM] = PAINT(-1, OWN, 0),
			[ROLE_STRONG] = PAINT(-1, OWN, PAINT_BOLD),
			[ROLE_TITLE] = PAINT(-1, OWN, PAINT_BOLD),
			[ROLE_HEADING] = PAINT(-1, OWN, PAINT_BOLD),
			[ROLE_BORDER] = PAINT(-1, OWN, 0),
			[ROLE_AXIS] = PAINT(-1, OWN, 0),
			[ROLE_CURSOR] = PAINT(-1, OWN, PAINT_BOLD),
			[ROLE_LEVER] = PAINT(-1, OWN, 0),
			[ROLE_UNCERTAINTY] = PAINT(-1, OWN, 0),
			[ROLE_FIXED] = PAINT(-1, OWN, 0),
			[ROLE_TRACK] = PAINT(-1, OWN, 0),
			[ROLE_MARK] = PAINT(-1, OWN, 0),
			[ROLE_BASELINE] = PAINT(-1, OWN, 0),
			[ROLE_CURRENT] = PAINT(-1, OWN, PAINT_BOLD),
			[ROLE_BAND50] = PAINT(-1, OWN, 0),
			[ROLE_BAND90] = PAINT(-1, OWN, 0),
			[ROLE_PIN1] = PAINT(-1, OWN, 0),
			[ROLE_PIN2] = PAINT(-1, OWN, 0),
			[ROLE_PIN3] = PAINT(-1, OWN, 0),
			[ROLE_PIN4] = PAINT(-1, OWN, 0),
			[ROLE_PIN5] = PAINT(-1, OWN, 0),
			[ROLE_PIN6] = PAINT(-1, OWN, 0),
			[ROLE_GOOD] = PAINT(-1, OWN, PAINT_BOLD),
			[ROLE_BAD] = PAINT(-1, OWN, PAINT_BOLD),
			[ROLE_WARNING] = PAINT(-1, OWN, PAINT_BOLD),
			[ROLE_ERROR] = PAINT(-1, OWN, PAINT_BOLD),
			[ROLE_KEY] = PAINT(-1, OWN, PAINT_BOLD),
			[ROLE_PROMPT] = PAINT(-1, OWN, 0),
			[ROLE_LINK] = PAINT(-1, OWN, PAINT_UNDERLINE),
			[ROLE_CODE] = PAINT(-1, OWN, 0),
		},
		.ground = {
			[GROUND_PLAIN] = PAINT(-1, OWN, 0),
			[GROUND_TITLE] = PAINT(-1, OWN, PAINT_REVERSE),
			[GROUND_STATUS] = PAINT(-1, OWN, 0),
			[GROUND_SELECTED] = PAINT(-1, OWN, PAINT_REVERSE),
			[GROUND_PALE] = PAINT(-1, OWN, PAINT_UNDERLINE),
			[GROUND_BAND90] = PAINT(-1, OWN, 0),
			[GROUND_BAND50] = PAINT(-1, OWN, 0),
			[GROUND_CURSOR] = PAINT(-1, OWN, 0),
			[GROUND_ERROR] = PAINT(-1, OWN, PAINT_REVERSE),
			[GROUND_PROMPT] = PAINT(-1, OWN, 0),
		},
	},
};

const struct theme *theme_find(const char *name)
{
	for (size_t i = 0; i < ARRAY_LEN(themes); i++)
		if (!strcmp(themes[i].name, name))
			return &themes[i];
	return NULL;
}

const struct theme *theme_at(size_t i)
{
	return i < ARRAY_LEN(themes) ? &themes[i] : NULL;
}

static int square(int x)
{
	return x * x;
}

static int distance(int rgb, int r, int g, int b)
{
	return 2 * square((rgb >> 16) - r) + 4 * square((rgb >> 8 & 255) - g) + 3 * square((rgb & 255) - b);
}

/* Colours 16 to 231 are a cube of six levels a side, 232 to 255 a ramp of greys; the first 16 are the user's to
 * choose. */
int theme_nearest256(int rgb)
{
	static const int level[6] = { 0, 95, 135, 175, 215, 255 };
	int best = 16, best_distance = distance(rgb, 0, 0, 0);

	for (int i = 16; i < 256; i++) {
		const int grey = 8 + 10 * (i - 232), cube = i - 16;
		const int d = i >= 232 ? distance(rgb, grey, grey, grey)
			: distance(rgb, level[cube / 36], level[cube / 6 % 6], level[cube % 6]);

		if (d < best_distance) {
			best = i;
			best_distance = d;
		}
	}
	return best;
}

int theme_colour(const struct paint *paint, int colours)
{
	if (colours <= 8)
		return paint->basic;
	if (paint->rgb < 0)
		return -1;
	if (colours > 256)
		return paint->rgb;
	return paint->indexed ? paint->indexed : theme_nearest256(paint->rgb);
}

static const char *const glyphs_names[] = { [GLYPHS_ASCII] = "ascii", [GLYPHS_BLOCK] = "block",
	[GLYPHS_BRAILLE] = "braille" };

int glyphs_parse(const char *name, enum glyphs *glyphs)
{
	for (size_t i = 0; i < ARRAY_LEN(glyphs_names); i++)
		if (!strcmp(name, glyphs_names[i])) {
			*glyphs = (enum glyphs)i;
			return 0;
		}
	return -1;
}

const char *glyphs_name(enum glyphs glyphs)
{
	return glyphs_names[glyphs];
}

const char *theme_pin_glyph(int pin, enum glyphs glyphs)
{
	static const char *const plain[] = { "o", "x", "+", "#", "v", "*" };
	static const char *const pretty[] = { "\u25CF", "\u25B2", "\u25A0", "\u25C6", "\u25BC", "\u2605" };

	if (pin < 0 || (size_t)pin >= ARRAY_LEN(plain))
		return " ";
	return glyphs == GLYPHS_ASCII ? plain[pin] : pretty[pin];
}

char theme_role_letter(enum role role)
{
	static const char letters[] = "tdsThbaclufkmBCiI123456+-!EKPLq";

	_Static_assert(sizeof(letters) == ROLE_COUNT + 1, "one letter a role");
	return letters[role];
}

char theme_ground_letter(enum ground ground)
{
	static const char letters[] = ".TSXxbBcEP";

	_Static_assert(sizeof(letters) == GROUND_COUNT + 1, "one letter a ground");
	return letters[ground];
}
