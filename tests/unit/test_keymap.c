/* SPDX-License-Identifier: MIT
 *
 * ui/key, ui/keymap: names of keys, and what they run.
 */
#include "config.h"

#include "ui/keymap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/alloc.h"
#include "base/err.h"

static void test_names(void **state)
{
	static const char *const names[] = {
		"a", "A", "가", ",", "Space", "Left", "PageDown", "F1", "F12", "S-Left", "C-r", "M-x", "C-S-Left", "C-Space", "-",
	};
	static const char *const bad[] = {
		"", "left", "F13", "S-a", "C-", "ab", "X-a", "\x01", "\x7F", "\xFF", "\xC2\x9B", "C-\xE2\x80\xAA", "\xCC\x81",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		char name[KEY_NAME_MAX];
		key_code key;

		assert_int_equal(key_parse(names[i], &key), 0);
		assert_string_equal(key_spell(key, name), names[i]);
	}
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		key_code key;

		assert_int_equal(key_parse(bad[i], &key), -1);
	}
}

static void test_text(void **state)
{
	char text[5];

	(void)state;
	assert_true(key_is_text(0xAC00, text));
	assert_string_equal(text, "가");
	assert_false(key_is_text(KEYS_LEFT, text));
	assert_false(key_is_text(KEYS_CONTROL | 'a', text));
	assert_false(key_is_text(0x7F, text));
}

static void test_hangul_keyboard(void **state)
{
	static const char *const pairs[][2] = { { "ㅂ", "q" }, { "ㅗ", "h" }, { "ㅣ", "l" }, { "ㅜ", "n" }, { "ㅒ", "O" }, { "ㅎ", "g" } };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
		key_code hangul, latin;

		assert_int_equal(key_parse(pairs[i][0], &hangul), 0);
		assert_int_equal(key_parse(pairs[i][1], &latin), 0);
		assert_int_equal(key_latin(hangul), latin);
	}
	assert_int_equal(key_latin('x'), 'x');
	assert_int_equal(key_latin(0xAC00), 0xAC00);
}

static void test_places(void **state)
{
	struct keymap *keymap = keymap_new();

	(void)state;
	assert_string_equal(keymap_find(keymap, KEYS_SLIDERS, 'h'), "move -1");
	assert_string_equal(keymap_find(keymap, KEYS_CHARTS, 'h'), "year -1");
	assert_string_equal(keymap_find(keymap, KEYS_SLIDERS, 'q'), "quit");
	assert_string_equal(keymap_find(keymap, KEYS_SLIDERS, 0x3157), "move -1");
	assert_null(keymap_find(keymap, KEYS_SLIDERS, 'Z'));
	keymap_free(keymap);
}

static void test_own_bindings(void **state)
{
	struct keymap *keymap = keymap_new();
	struct err err;

	(void)state;
	assert_int_equal(keymap_bind(keymap, "sliders", "Z", "reset all", &err), 0);
	assert_string_equal(keymap_find(keymap, KEYS_SLIDERS, 'Z'), "reset all");
	assert_int_equal(keymap_bind(keymap, "sliders", "h", "limit low", &err), 0);
	assert_string_equal(keymap_find(keymap, KEYS_SLIDERS, 'h'), "limit low");
	assert_int_equal(keymap_bind(keymap, "everywhere", "q", "", &err), 0);
	assert_null(keymap_find(keymap, KEYS_SLIDERS, 'q'));
	assert_int_equal(keymap_bind(keymap, "nowhere", "q", "quit", &err), -1);
	assert_non_null(strstr(err.text, "everywhere, sliders"));
	assert_int_equal(keymap_bind(keymap, "sliders", "Ctrl+q", "quit", &err), -1);
	assert_non_null(strstr(err.text, "C-r"));
	keymap_free(keymap);
}

static void test_taken(void **state)
{
	struct keymap *keymap = keymap_new();
	struct err err;

	(void)state;
	assert_null(keymap_taken(keymap, "sliders", "Z", "reset all"));
	assert_string_equal(keymap_taken(keymap, "sliders", "h", "limit low"), "move -1");
	assert_null(keymap_taken(keymap, "sliders", "h", "move -1"));
	assert_string_equal(keymap_taken(keymap, "sliders", "q", "redraw"), "quit");   /* holds everywhere */
	assert_int_equal(keymap_bind(keymap, "sliders", "h", "", &err), 0);
	assert_null(keymap_taken(keymap, "sliders", "h", "limit low"));
	assert_null(keymap_taken(keymap, "nowhere", "h", "quit"));
	assert_null(keymap_taken(keymap, "sliders", "Ctrl+q", "redraw"));
	keymap_free(keymap);
}

/* No key is in the table twice for one place. */
static void test_table(void **state)
{
	struct keymap *keymap = keymap_new();
	const struct binding *a, *b;

	(void)state;
	for (size_t i = 0; (a = keymap_at(keymap, i)); i++)
		for (size_t k = 0; k < i; k++) {
			b = keymap_at(keymap, k);
			assert_false(a->key == b->key && a->place == b->place);
		}
	keymap_free(keymap);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names), cmocka_unit_test(test_text), cmocka_unit_test(test_hangul_keyboard),
		cmocka_unit_test(test_places), cmocka_unit_test(test_own_bindings), cmocka_unit_test(test_taken),
		cmocka_unit_test(test_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
