/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/key.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/text.h"

static const char *const names[] = {
	"Left", "Right", "Up", "Down", "Home", "End", "PageUp", "PageDown", "Insert", "Delete", "Backspace", "Tab",
		"Enter", "Esc",
	"F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12",
};
_Static_assert(ARRAY_LEN(names) == KEYS_END_OF_NAMED - KEYS_NAMED, "a name for each key");

static unsigned int modifier(char letter)
{
	return letter == 'S' ? KEYS_SHIFT : letter == 'C' ? KEYS_CONTROL : letter == 'M' ? KEYS_ALT : 0;
}

/* Whether it can be seen as it is: in help and messages a key stands by itself. */
static bool is_visible(const char *name)
{
	struct buf clean = BUF_INIT;
	bool same;

	text_clean(&clean, name, strlen(name), TEXT_ONE_LINE);
	same = !strcmp(buf_text(&clean), name);
	buf_release(&clean);
	return same;
}

static int parse_base(const char *name, key_code *key)
{
	ucs4_t c;
	const int length = u8_strmbtouc(&c, (const uint8_t *)name);

	if (length > 0 && !name[length] && c > ' ' && is_visible(name)) {
		*key = c;
		return 0;
	}
	if (!strcmp(name, "Space")) {
		*key = ' ';
		return 0;
	}
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (!strcmp(names[i], name)) {
			*key = KEYS_NAMED + (key_code)i;
			return 0;
		}
	return -1;
}

int key_parse(const char *name, key_code *key)
{
	unsigned int modifiers = 0;
	key_code base;

	while (name[0] && name[1] == '-' && name[2] && modifier(name[0])) {
		modifiers |= modifier(name[0]);
		name += 2;
	}
	if (parse_base(name, &base) || (modifiers & KEYS_SHIFT && base < KEYS_NAMED))
		return -1;
	*key = base | modifiers;
	return 0;
}

const char *key_spell(key_code key, char name[KEY_NAME_MAX])
{
	const key_code base = key & ~(key_code)KEYS_MODIFIERS;
	char text[5] = "";

	if (base == ' ')
		snprintf(text, sizeof(text), "%s", "");
	else if (base < KEYS_NAMED)
		text[u8_uctomb((uint8_t *)text, base, 4) > 0 ? u8_mblen((uint8_t *)text, 4) : 0] = '\0';
	snprintf(name, KEY_NAME_MAX, "%s%s%s%s", key & KEYS_CONTROL ? "C-" : "", key & KEYS_ALT ? "M-" : "",
	         key & KEYS_SHIFT ? "S-" : "",
	         base == ' ' ? "Space" : base < KEYS_NAMED ? text : base < KEYS_END_OF_NAMED ? names[base - KEYS_NAMED]
		: "?");
	return name;
}

bool key_is_text(key_code key, char text[5])
{
	int length;

	if (key & KEYS_MODIFIERS || key >= KEYS_NAMED || key < ' ' || key == 0x7F)
		return false;
	length = u8_uctomb((uint8_t *)text, key, 4);
	if (length <= 0)
		return false;
	text[length] = '\0';
	return true;
}

/* The standard layout (two sets), in the order of U+3131 to U+3163; '-': on no single key. */
key_code key_latin(key_code key)
{
	static const char layout[] = "rR-s--eEf-------aqQ-tTdwWczxvgkoiOjpuPh---yn---bm-l";
	const key_code base = key & ~(key_code)KEYS_MODIFIERS;

	if (base >= 0x3131 && base < 0x3131 + sizeof(layout) - 1 && layout[base - 0x3131] != '-')
		return (key & KEYS_MODIFIERS) | (key_code)layout[base - 0x3131];
	return key;
}
