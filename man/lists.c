/* SPDX-License-Identifier: MIT
 *
 * Fills the lists of a manual page from the program's own tables and rules, so that no page can be out of date:
 *
 *	man/lists BUILDFOLDER en|ko <man/PAGE.in >man/PAGE
 *
 * A line `@LIST ARGUMENT` of the template becomes that list in mdoc (one of the table at the end); other lines stay.
 * The same goes for the shells' completions (dist/completion).  Used while building only.
 */
#include "config.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/diags.h"
#include "base/err.h"
#include "base/text.h"
#include "base/unit.h"
#include "base/where.h"
#include "cmd/cmd.h"
#include "lists.h"
#include "model/model.h"
#include "rules/functions.h"
#include "scenario/shelf.h"

/* ---- text as mdoc ---- */

static bool ends_sentence(const char *at)
{
	return strchr(".!?", *at) && at[1] == ' ';
}

/* A line that is text whatever it begins with, each sentence on a line of its own, as mdoc wants it. */
static void put_line(const char *text)
{
	bool at_start = true;

	for (const char *c = text; *c; c++) {
		if (at_start && (*c == '.' || *c == '\''))
			fputs("\\&", stdout);
		at_start = ends_sentence(c);
		if (*c == '\\')
			fputs("\\e", stdout);
		else
			putchar(*c);
		if (at_start) {
			putchar('\n');
			c++;
		}
	}
	putchar('\n');
}

/* Paragraphs as rule files have them. */
void lists_text(const char *text)
{
	char *unfolded = text_unfold(text);

	for (char *rest = unfolded, *line = strsep(&rest, "\n"); line; line = strsep(&rest, "\n")) {
		if (*line)
			put_line(line);
		else
			puts(".Pp");
	}
	free(unfolded);
}

/* An argument of a macro. */
void lists_word(const char *text)
{
	putchar('"');
	if (text[0] && !text[1])
		fputs("\\&", stdout);   /* a lone bracket or comma would be punctuation */
	for (; *text; text++) {
		if (*text == '\\')
			fputs("\\e", stdout);
		else if (*text == '"')
			fputs("\"\"", stdout);
		else if (*text == '-')
			fputs("\\-", stdout);
		else
			putchar(*text);
	}
	putchar('"');
}

/* ---- words of the lists ---- */

enum word {
	WORD_DEFAULT, WORD_RANGE, WORD_TO, WORD_STEPS, WORD_DRAWN, WORD_FIXED, WORD_MARKS, WORD_SOURCE, WORD_ESTIMATE,
	WORD_UNIT, WORD_ON_OFF
};

static const char *const words[][LANG_COUNT] = {
	[WORD_DEFAULT] = { "Default", "기본값" },
	[WORD_RANGE] = { "range", "범위" },
	[WORD_TO] = { "to", "~" },
	[WORD_STEPS] = { "in steps of", "간격" },
	[WORD_DRAWN] = { "drawn", "추출" },
	[WORD_FIXED] = { "the same in every world unless set", "따로 정하지 않으면 모든 세계에서 같음" },
	[WORD_MARKS] = { "Marks:", "눈금 표시:" },
	[WORD_SOURCE] = { "Source:", "출처:" },
	[WORD_ESTIMATE] = { "(an estimate)", "(추정)" },
	[WORD_UNIT] = { "unit:", "단위:" },
	[WORD_ON_OFF] = { "A switch.", "켜고 끄는 항목이다." },
};

static const char *const spreads[][LANG_COUNT] = {
	[SPREAD_FIXED] = { "fixed", "고정" },
	[SPREAD_UNIFORM] = { "uniformly", "균등분포" },
	[SPREAD_TRIANGULAR] = { "triangularly", "삼각분포" },
	[SPREAD_NORMAL] = { "normally", "정규분포" },
};

/* ---- variables ---- */

static void add_value(struct buf *buf, double value, const struct variable *v, enum lang lang)
{
	unit_format(buf, value, v->unit, lang, 6);
}

static void add_range(struct buf *buf, double lo, double hi, const struct variable *v, enum lang lang)
{
	add_value(buf, lo, v, lang);
	buf_addf(buf, lang == LANG_KO ? "%s" : " %s ", words[WORD_TO][lang]);
	add_value(buf, hi, v, lang);
}

static void put_input(const struct lists *lists, const struct variable *v)
{
	const enum lang lang = lists->lang;
	struct buf line = BUF_INIT;

	buf_addf(&line, "%s ", words[WORD_DEFAULT][lang]);
	add_value(&line, v->value, v, lang);
	buf_addf(&line, ", %s ", words[WORD_RANGE][lang]);
	add_range(&line, v->lo, v->hi, v, lang);
	if (v->kind == VAR_LEVER && v->step > 0 && !v->is_switch) {
		buf_addf(&line, ", %s ", words[WORD_STEPS][lang]);
		unit_format_short(&line, v->step, v->unit, lang, 6);
	}
	if (v->kind == VAR_UNCERTAINTY && var_is_drawn(v)) {
		buf_addf(&line, ", %s %s ", words[WORD_DRAWN][lang], spreads[v->spread.kind][lang]);
		add_range(&line, v->spread.lo, v->spread.hi, v, lang);
	} else if (v->kind == VAR_UNCERTAINTY) {
		buf_addf(&line, ", %s", words[WORD_FIXED][lang]);
	}
	buf_add_char(&line, '.');
	lists_text(buf_text(&line));
	buf_release(&line);
	if (v->is_switch)
		puts(words[WORD_ON_OFF][lang]);
}

static void put_marks(const struct lists *lists, const struct variable *v)
{
	struct buf line = BUF_INIT;

	for (size_t i = 0; i < v->mark_count; i++) {
		buf_addf(&line, "%s ", i ? ";" : words[WORD_MARKS][lists->lang]);
		add_value(&line, v->marks[i].value, v, lists->lang);
		buf_addf(&line, " %s", text_in(&v->marks[i].label, lists->lang));
		if (v->marks[i].source)
			buf_addf(&line, " (%s)", v->marks[i].source);
	}
	if (line.len) {
		buf_add_char(&line, '.');
		puts(".Pp");
		lists_text(buf_text(&line));
	}
	buf_release(&line);
}

static void put_sources(const struct lists *lists, const struct variable *v)
{
	struct buf line = BUF_INIT;

	for (size_t i = 0; i < v->source_count; i++)
		buf_addf(&line, "%s %s", i ? ";" : words[WORD_SOURCE][lists->lang], v->sources[i]);
	if (line.len && v->basis == BASIS_ESTIMATE)
		buf_addf(&line, " %s", words[WORD_ESTIMATE][lists->lang]);
	if (line.len) {
		buf_add_char(&line, '.');
		puts(".Pp");
		lists_text(buf_text(&line));
	}
	buf_release(&line);
}

static void put_variable(const struct lists *lists, const struct variable *v)
{
	struct buf unit = BUF_INIT;

	printf(".It Va %s\n", v->id);
	unit_name(&unit, v->unit, lists->lang);
	printf("%s", text_in(&v->label, lists->lang));
	if (unit.len && !v->is_switch)
		printf(" (%s %s)", words[WORD_UNIT][lists->lang], buf_text(&unit));
	puts(".");
	buf_release(&unit);
	if (var_is_input(v->kind))
		put_input(lists, v);
	if (*text_in(&v->help, lists->lang)) {
		puts(".Pp");
		lists_text(text_in(&v->help, lists->lang));
	}
	put_marks(lists, v);
	put_sources(lists, v);
}

static void put_kind(const struct lists *lists, enum var_kind kind, const char *group)
{
	size_t count = 0;

	puts(".Bl -tag -width Ds");
	for (size_t i = 0; i < model_count(lists->model); i++) {
		const struct variable *v = model_variable(lists->model, (int)i);
		const bool wanted = kind == VAR_OUTCOME ? v->is_outcome || v->kind == VAR_SUMMARY : v->kind == kind;

		if (wanted && (!*group || !strcmp(v->group, group)) && ++count)
			put_variable(lists, v);
	}
	puts(".El");
	if (!count)
		lists_die("nothing of that kind in group %s", group);
}

static void put_levers(const struct lists *lists, const char *group) { put_kind(lists, VAR_LEVER, group); }
static void put_uncertainties(const struct lists *lists, const char *group)
{
	put_kind(lists, VAR_UNCERTAINTY, group);
}

static void put_outcomes(const struct lists *lists, const char *group) { put_kind(lists, VAR_OUTCOME, group); }
static void put_series(const struct lists *lists, const char *group) { put_kind(lists, VAR_SERIES, group); }

/* The levers of a group by what the screen calls them, each with the first sentence of its help. */
static void put_sliders(const struct lists *lists, const char *group)
{
	puts(".Bl -tag -width Ds");
	for (size_t i = 0; i < model_count(lists->model); i++) {
		const struct variable *v = model_variable(lists->model, (int)i);
		char *help, *end;

		if (v->kind != VAR_LEVER || strcmp(v->group, group))
			continue;
		help = end = text_unfold(text_in(&v->help, lists->lang));
		while (*end && *end != '\n' && !ends_sentence(end))
			end++;
		if (*end == '.')
			end++;
		*end = '\0';
		fputs(".It Em ", stdout);
		lists_word(text_in(&v->label, lists->lang));
		putchar('\n');
		lists_text(help);
		free(help);
	}
	puts(".El");
}

static void put_checks(const struct lists *lists, const char *argument)
{
	(void)argument;
	puts(".Bl -bullet -compact");
	for (size_t i = 0; i < model_count(lists->model); i++) {
		const struct variable *v = model_variable(lists->model, (int)i);

		if (v->kind == VAR_CHECK) {
			puts(".It");
			lists_text(*text_in(&v->label, lists->lang) ? text_in(&v->label, lists->lang) : v->id);
		}
	}
	puts(".El");
}

static void put_scenarios(const struct lists *lists, const char *argument)
{
	struct shelf *shelf = shelf_open(lists->where->data, "/nonexistent");
	struct shelf_list list;
	struct err err;

	(void)argument;
	if (shelf_list(shelf, &list, &err))
		lists_die("%s", err.text);
	puts(".Bl -tag -width Ds");
	for (size_t i = 0; i < list.count; i++) {
		printf(".It Pa %s\n", list.items[i].name);
		printf("%s.\n", text_in(&list.items[i].title, lists->lang));
		lists_text(text_in(&list.items[i].description, lists->lang));
	}
	puts(".El");
	shelf_list_release(&list);
	shelf_close(shelf);
}

static void put_functions(const struct lists *lists, const char *argument)
{
	size_t count;
	const struct library_function *f = library_functions(&count);

	(void)lists, (void)argument;
	puts(".Bl -tag -width Ds");
	for (size_t i = 0; i < count; i++) {
		fputs(".It Ic ", stdout);
		lists_word(f[i].usage);
		putchar('\n');
		lists_text(_(f[i].help));
		fputs(".Dl ", stdout);
		lists_word(f[i].example);
		putchar('\n');
	}
	puts(".El");
}

/* ---- commands and options ---- */

static void put_options(const struct option_row *rows)
{
	if (!rows || !rows->name)
		return;
	puts(".Bl -tag -width Ds");
	for (; rows->name; rows++) {
		fputs(".It ", stdout);
		if (rows->letter)
			printf("Fl %c , ", rows->letter);
		printf("Fl Fl %s", rows->name);
		if (rows->argument) {
			fputs(" Ar ", stdout);
			lists_word(_(rows->argument));
		}
		putchar('\n');
		lists_text(_(rows->help));
	}
	puts(".El");
}

static void put_commands(const struct lists *lists, const char *argument)
{
	(void)lists, (void)argument;
	puts(".Bl -tag -width Ds");
	for (const struct command *c = commands; c->name; c++) {
		printf(".It Ic %s", c->name);
		if (*c->arguments) {
			fputs(" Ar ", stdout);
			lists_word(c->arguments);
		}
		putchar('\n');
		lists_text(_(c->help));
		put_options(c->options);
	}
	puts(".El");
}

static void put_common(const struct lists *lists, const char *argument)
{
	(void)lists, (void)argument;
	put_options(common_options);
}

/* ---- completion ---- */

/* bash: one case a command, with its options. */
static void put_words(const char *head, const struct option_row *rows, const char *tail)
{
	printf("%s", head);
	for (; rows && rows->name; rows++) {
		if (rows->letter)
			printf(" -%c", rows->letter);
		printf(" --%s", rows->name);
	}
	printf("%s\n", tail);
}

static void put_bash(const struct lists *lists, const char *argument)
{
	(void)lists;
	if (!strcmp(argument, "commands")) {
		fputs("\tlocal commands='", stdout);
		for (const struct command *c = commands; c->name; c++)
			printf("%s%s", c == commands ? "" : " ", c->name);
		puts("'");
		return;
	}
	for (const struct command *c = commands; c->name; c++) {
		printf("\t%s)", c->name);
		put_words(" options='", c->options, "' ;;");
	}
	put_words("\tesac\n\toptions+='", common_options, "'");
}

/* Text in a zsh specification: quotes and colons have a meaning there. */
static void put_zsh_text(const char *text)
{
	for (; *text; text++) {
		if (*text == '\'')
			fputs("'\\''", stdout);
		else if (strchr("[]:\\", *text))
			printf("\\%c", *text);
		else
			putchar(*text);
	}
}

/* What zsh completes the option's argument with. */
static void put_zsh_action(const struct option_row *row)
{
	static const struct { const char *name, *action; } actions[] = {
		{ "rules", "_files -/" }, { "data", "_files -/" }, { "output", "_files" }, { "script", "_files" },
		{ "config", "_files" }, { "scenario", "_publicstake_scenarios" }, { "set", "_publicstake_inputs" },
		{ "outcomes", "_publicstake_outcomes" },
	};

	for (size_t i = 0; i < ARRAY_LEN(actions); i++)
		if (!strcmp(actions[i].name, row->name))
			fputs(actions[i].action, stdout);
	if (!strchr(row->argument, '|'))
		return;
	putchar('(');
	for (const char *c = row->argument; *c; c++)
		putchar(*c == '|' ? ' ' : *c);
	putchar(')');
}

static void put_zsh_option(const struct option_row *row, const char *spelling)
{
	printf("\t\t'*%s[", spelling);
	put_zsh_text(row->help);
	putchar(']');
	if (row->argument) {
		putchar(':');
		put_zsh_text(row->argument);
		putchar(':');
		put_zsh_action(row);
	}
	puts("'");
}

static void put_zsh_options(const struct option_row *rows)
{
	for (; rows && rows->name; rows++) {
		char *name = xasprintf("--%s%s", rows->name, rows->argument ? "=" : "");
		const char letter[] = { '-', rows->letter, '\0' };

		if (rows->letter)
			put_zsh_option(rows, letter);
		put_zsh_option(rows, name);
		free(name);
	}
}

static void put_zsh(const struct lists *lists, const char *argument)
{
	(void)lists;
	if (!strcmp(argument, "commands")) {
		for (const struct command *c = commands; c->name; c++) {
			printf("\t\t'%s:", c->name);
			put_zsh_text(c->help);
			puts("'");
		}
	} else if (!strcmp(argument, "common")) {
		put_zsh_options(common_options);
	} else {
		for (const struct command *c = commands; c->name; c++) {
			printf("\t%s)\n\t\toptions=(\n", c->name);
			put_zsh_options(c->options);
			puts("\t\t) ;;");
		}
	}
}

/* ---- the filter ---- */

static const struct list {
	const char *name;
	void (*put)(const struct lists *lists, const char *argument);
} list_table[] = {
	{ "levers", put_levers },         { "uncertainties", put_uncertainties }, { "outcomes", put_outcomes },
	{ "series", put_series },         { "checks", put_checks },               { "scenarios", put_scenarios },
	{ "functions", put_functions },   { "commands", put_commands },           { "common-options", put_common },
	{ "keys", lists_keys },           { "explorer-commands", lists_commands }, { "bash", put_bash },
	{ "zsh", put_zsh },               { "sliders", put_sliders },
};

void lists_die(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	fputs("man/lists: ", stderr);
	vfprintf(stderr, fmt, args);
	fputc('\n', stderr);
	va_end(args);
	exit(1);
}

static void put_list(const struct lists *lists, char *line)
{
	char *argument = line + strcspn(line, " ");

	if (*argument)
		*argument++ = '\0';
	for (size_t i = 0; i < ARRAY_LEN(list_table); i++)
		if (!strcmp(list_table[i].name, line)) {
			list_table[i].put(lists, argument);
			return;
		}
	lists_die("there is no list `%s`", line);
}

static void filter(const struct lists *lists)
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t length;

	while ((length = getline(&line, &cap, stdin)) > 0) {
		if (*line != '@') {
			fputs(line, stdout);
			continue;
		}
		line[strcspn(line, "\n")] = '\0';
		put_list(lists, line + 1);
	}
	free(line);
}

static struct rules *load(const struct where *where)
{
	const char *rule_dirs[] = { where->rules }, *data_dirs[] = { where->data };
	const struct rules_spec spec = {
		.rule_dirs = rule_dirs, .rule_dir_count = 1, .data_dirs = data_dirs, .data_dir_count = 1,
	};
	struct diags diags = DIAGS_INIT;
	struct rules *rules = rules_load(&spec, &diags);

	if (!rules)
		lists_die("%s", diags_line(&diags, 0));
	diags_release(&diags);
	return rules;
}

int main(int argc, char *argv[])
{
	struct lists lists = { 0 };
	struct where where;
	struct rules *rules;
	char *folder;

	if (argc != 3 || !(folder = realpath(argv[1], NULL)))
		lists_die("usage: man/lists BUILDFOLDER en|ko");
	where_init_at(&where, folder);
	if (lang_init(argv[2], where.locale, &lists.lang) || strcmp(argv[2], lists.lang == LANG_KO ? "ko" : "en"))
		lists_die("the language is en or ko, and ko needs a UTF-8 locale");
	rules = load(&where);
	lists.model = rules_model(rules);
	lists.where = &where;
	filter(&lists);
	rules_free(rules);
	where_release(&where);
	free(folder);
	return fflush(stdout) || ferror(stdout) ? 1 : 0;
}
