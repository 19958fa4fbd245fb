/* SPDX-License-Identifier: MIT
 *
 * publicstake explore: the full-screen explorer.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/number.h"
#include "cmd/cmd.h"
#include "ui/app.h"
#include "ui/runner.h"
#include "ui/term_kind.h"

enum { SCRIPT_ROWS = 24, SCRIPT_COLS = 80, SIZE_MAX_CELLS = 1000 };

const struct option_row explore_options[] = {
	{ 0, "color", "auto|never|8|256|true", N_("colours (auto; NO_COLOR is heeded)") },
	{ 0, "theme", N_("NAME"), N_("dark, light, safe-dark, safe-light or mono") },
	{ 0, "glyphs", "braille|block|ascii", N_("what charts are drawn with") },
	{ 0, "worlds", "N", N_("worlds that the bands are made of (1000)") },
	{ 0, "threads", "N", N_("threads (as many as processors)") },
	{ 0, "no-mouse", NULL, N_("leave the mouse to the terminal") },
	{ 0, "new", NULL, N_("begin afresh, not where you were last") },
	{ 0, "config", N_("FILE"), N_("another configuration file") },
	{ 0, "script", N_("FILE"), N_("run keys and commands from a file, without a terminal") },
	{ 0, "size", N_("COLSxROWS"), N_("the size of a script's screen (80x24)") },
	{ 0, NULL, NULL, NULL },
};

static int read_size(const char *text, struct app_spec *spec, struct err *err)
{
	const size_t digits = text ? strspn(text, "0123456789") : 0, all = digits + 1;

	if (!text)
		return 0;
	spec->cols = number_whole(text, 0, SIZE_MAX_CELLS + 1);
	spec->rows = text[digits] == 'x' ? number_whole(text + all, 0, SIZE_MAX_CELLS + 1) : 0;
	if (spec->cols < 1 || spec->rows < 1 || spec->cols > SIZE_MAX_CELLS || spec->rows > SIZE_MAX_CELLS
	    || text[all + strspn(text + all, "0123456789")])
		return err_set(err, _("--size is columns x rows, e.g. 80x24, not '%s'"), text);
	return 0;
}

static int read_options(const struct options *options, struct app_spec *spec, struct err *err)
{
	const char *colour = options_value(options, "color");
	long long worlds = 0, threads = 0;

	if (colour && term_colours_parse(colour, &spec->colours))
		return err_set(err, _("--color is auto, never, 8, 256 or true, not '%s'"), colour);
	if (options_integer(options, "worlds", RUNNER_FIRST, RUNNER_WORLDS_MAX, &worlds, err)
	    || options_integer(options, "threads", 0, 256, &threads, err) || read_size(options_value(options, "size"),
		spec, err))
		return -1;
	spec->theme = options_value(options, "theme");
	spec->glyphs = options_value(options, "glyphs");
	spec->worlds = (size_t)worlds;
	spec->threads = (int)threads;
	spec->mouse = !options_has(options, "no-mouse");
	spec->is_new = options_has(options, "new");
	spec->config = options_value(options, "config");
	spec->script = options_value(options, "script");
	return 0;
}

/* The user's folder of rules goes behind the shipped one, whether it is there already or not: it is made when a rule is
 * edited first. */
static char *add_own_rules(const struct context *context, struct book_spec *rules, const char **dirs)
{
	const bool none = options_has(&context->options, "bare") || options_has(&context->options, "safe");
	char *own = none ? NULL : file_home(FILE_DATA, "rules", NULL);

	for (size_t i = 0; i < context->rule_dir_count; i++) {
		if (own && i == 1 && strcmp(context->rule_dirs[1], own))
			dirs[rules->rule_dir_count++] = own;
		dirs[rules->rule_dir_count++] = context->rule_dirs[i];
	}
	if (own && context->rule_dir_count == 1)
		dirs[rules->rule_dir_count++] = own;
	rules->rule_dirs = dirs;
	rules->own_rules = own;
	rules->is_safe = options_has(&context->options, "safe");
	return own;
}

/* Nobody can read boxes: the console has no Hangul. Who asks for Korean by name knows that it has. */
static enum lang language(const struct context *context, const struct app_spec *spec)
{
	if (spec->script || context->lang != LANG_KO || options_has(&context->options, "lang")
	    || term_kind_has_hangul(getenv("TERM")))
		return context->lang;
	lang_switch(LANG_EN);
	return LANG_EN;
}

int cmd_explore(struct context *context)
{
	static const int status[] = { [APP_DONE] = STATUS_DONE, [APP_BAD_INPUT] = STATUS_BAD_INPUT,
		[APP_BAD_RULES] = STATUS_BAD_RULES, [APP_NOT_KEPT] = STATUS_BAD_INPUT };
	const char **dirs = xcalloc(context->rule_dir_count + 1, sizeof(*dirs));
	struct app_spec spec = {
		.shelf = context->shelf, .manual = context->where.manual, .rows = SCRIPT_ROWS, .cols = SCRIPT_COLS,
		.rules = { .data_dirs = context->data_dirs, .data_dir_count = context->data_dir_count },
	};
	char *own = add_own_rules(context, &spec.rules, dirs);
	int result = STATUS_BAD_INPUT;
	struct err err;

	spec.scenario = context->options.rest_count ? context->options.rest[0] : NULL;
	if (context->options.rest_count > 1)
		cmd_complain(_("the explorer opens one scenario at a time"));
	else if (read_options(&context->options, &spec, &err))
		cmd_complain(err.text);
	else {
		spec.lang = language(context, &spec);
		result = status[app_run(&spec, cmd_complain)];
	}
	free(own);
	free(dirs);
	return result;
}
