/* SPDX-License-Identifier: MIT
 *
 * Keys by name: what a terminal sent, as bindings, scripts and help write it.
 *
 *	a  A  가  ,          characters; Space
 *	Left  Right  Up  Down  Home  End  PageUp  PageDown  Insert  Delete  Backspace  Tab  Enter  Esc  F1 ... F12
 *	S-Left  C-r  M-x     with Shift (not of characters), Control, Alt
 */
#ifndef PS_UI_KEY_H
#define PS_UI_KEY_H

#include <stdbool.h>

/* A character's code point, or one of these; with modifiers added. */
typedef unsigned int key_code;

enum {
	KEYS_NAMED = 0x110000,  /* above all characters */
	KEYS_LEFT = KEYS_NAMED, KEYS_RIGHT, KEYS_UP, KEYS_DOWN, KEYS_HOME, KEYS_END, KEYS_PAGE_UP, KEYS_PAGE_DOWN,
	KEYS_INSERT, KEYS_DELETE, KEYS_BACKSPACE, KEYS_TAB, KEYS_ENTER, KEYS_ESC,
	KEYS_F1, KEYS_F12 = KEYS_F1 + 11,
	KEYS_END_OF_NAMED,
	KEYS_SHIFT = 1 << 24, KEYS_CONTROL = 1 << 25, KEYS_ALT = 1 << 26,
	KEYS_MODIFIERS = KEYS_SHIFT | KEYS_CONTROL | KEYS_ALT,
};

enum { KEY_NAME_MAX = 32 };

/* -1: no such key. */
int key_parse(const char *name, key_code *key);
const char *key_spell(key_code key, char name[KEY_NAME_MAX]);

/* Whether it is a character to type, and that as UTF-8 in `text`. */
bool key_is_text(key_code key, char text[5]);

/* The Latin letter on the same key as a Korean one (a keyboard left in Hangul still moves sliders), or the key
 * itself. */
key_code key_latin(key_code key);

/* What comes from the terminal or the mouse. */
enum event_kind {
	EVENT_NONE, EVENT_KEY, EVENT_PASTE_BEGIN, EVENT_PASTE_END, EVENT_MOUSE, EVENT_RESIZE, EVENT_STOP, EVENT_CLOSED
};
enum mouse_kind { MOUSE_PRESS, MOUSE_DRAG, MOUSE_RELEASE, MOUSE_DOUBLE, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

struct event {
	enum event_kind kind;
	key_code key;
	enum mouse_kind mouse;
	int y, x;
};

#endif
