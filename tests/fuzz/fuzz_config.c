/* SPDX-License-Identifier: MIT
 *
 * Any text as the configuration: each mistake in it is said, each key that it binds has a name and runs a command that
 * there is, and the explorer can show all of it.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/diags.h"
#include "base/err.h"
#include "base/file.h"
#include "base/lang.h"
#include "box.h"
#include "fuzz.h"
#include "headless.h"
#include "rules/rules.h"
#include "scenario/session.h"
#include "ui/command.h"
#include "ui/config_file.h"
#include "ui/desk.h"
#include "ui/frame.h"
#include "ui/grid.h"
#include "ui/keymap.h"
#include "ui/prompt.h"
#include "ui/screen.h"

enum { ROWS = 50, COLS = 100 };

static const struct rules *load(const struct box *box)
{
	static struct rules *rules;
	const char *const rule_dirs[] = { box->rules };
	const struct rules_spec spec = { .rule_dirs = rule_dirs, .rule_dir_count = 1 };
	struct diags diags = DIAGS_INIT;

	if (!rules)
		rules = rules_load(&spec, &diags);
	fuzz_require(rules != NULL, "the model of tests/ui has no mistakes");
	return rules;
}

static struct desk *open_desk(const struct box *box, struct keymap *keymap, struct session *session)
{
	const struct desk_spec spec = {
		.model = rules_model(load(box)), .shelf = box->shelf, .session = session, .keymap = keymap,
		.theme = theme_find("dark"), .glyphs = GLYPHS_BRAILLE, .worlds = RUNNER_FIRST, .threads = 1,
	};

	lang_switch(LANG_EN);
	return desk_new(&spec);
}

static void require_keys(const struct keymap *keymap)
{
	const struct binding *binding;

	for (size_t i = 0; (binding = keymap_at(keymap, i)); i++) {
		char name[KEY_NAME_MAX];
		key_code again;
		struct err err;

		fuzz_require(key_parse(key_spell(binding->key, name), &again) == 0 && again == binding->key, "a key has a name");
		fuzz_require_clean(name, "a key's name is fit to be shown");
		fuzz_require(!*binding->command || command_check_bound(binding->command, &err) == 0, "a key runs a command");
	}
}

/* In both languages. */
static void require_notices(const struct diags notices[LANG_COUNT], int bad)
{
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		fuzz_require(bad >= 0 && (size_t)bad <= notices[lang].count, "each mistake is said");
		for (size_t i = 0; i < notices[lang].count; i++)
			fuzz_require(*notices[lang].items[i].text != '\0', "a mistake is named");
	}
}

static void draw(struct desk *desk, const struct prompt *prompt, struct grid *grid, enum view view)
{
	struct frame *frame = xcalloc(1, sizeof(*frame));

	desk_show(desk, view);
	screen_draw(desk, prompt, grid, frame);
	headless_require_grid(grid, frame->caret_y, frame->caret_x);
	free(frame);
}

static void show(struct desk *desk)
{
	struct grid *grid = grid_new(ROWS, COLS);
	struct prompt *prompt = prompt_new();

	desk_run(desk);
	draw(desk, prompt, grid, VIEW_CHARTS);
	draw(desk, prompt, grid, VIEW_MESSAGES);
	draw(desk, prompt, grid, VIEW_HELP);
	prompt_free(prompt);
	grid_free(grid);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	const struct box *box = box_empty();
	char *path = file_join(fuzz_folder(), "config");
	const struct session_spec in_memory = { .in_memory = true };
	struct diags none[LANG_COUNT] = { DIAGS_INIT, DIAGS_INIT };
	struct session *session = session_open(&in_memory, none);
	struct keymap *keymap = keymap_new();
	struct desk *desk = open_desk(box, keymap, session);

	fuzz_write("config", length ? (const char *)bytes : "", length);
	require_notices(desk->notices, config_read(path, desk));
	require_keys(keymap);
	show(desk);
	desk_free(desk);
	keymap_free(keymap);
	session_close(session);
	free(path);
	return 0;
}
