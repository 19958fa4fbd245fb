/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rules/scan.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>

#include "base/alloc.h"
#include "rules/functions.h"
#include "rules/host.h"

enum kind { TOKEN_END, TOKEN_NAME, TOKEN_NUMBER, TOKEN_STRING, TOKEN_OTHER };

struct token {
	enum kind kind;
	const char *at;
	size_t length;
	int line;
};

struct scanner {
	const char *at, *end;
	int line;
};

/* Length of the opening of a long bracket ([[, [=[, ...) at `at`, 0: none. */
static size_t long_bracket(const char *at, const char *end)
{
	const char *p = at + 1;

	if (at >= end || *at != '[')
		return 0;
	while (p < end && *p == '=')
		p++;
	return p < end && *p == '[' ? (size_t)(p - at) + 1 : 0;
}

static void skip_to(struct scanner *s, const char *to)
{
	for (; s->at < to && s->at < s->end; s->at++)
		s->line += *s->at == '\n';
}

static void skip_long(struct scanner *s, size_t opening)
{
	const char *p = s->at + opening;

	for (; p + opening <= s->end; p++)
		if (p[0] == ']' && p[opening - 1] == ']' && strspn(p + 1, "=") == opening - 2)
			break;
	skip_to(s, p + opening);
}

static void skip_quoted(struct scanner *s)
{
	const char quote = *s->at;
	const char *p = s->at + 1;

	while (p < s->end && *p != quote && *p != '\n')
		p += *p == '\\' ? 2 : 1;
	skip_to(s, p + 1);
}

static void skip_blank(struct scanner *s)
{
	while (s->at < s->end) {
		if (isspace((unsigned char)*s->at)) {
			skip_to(s, s->at + 1);
		} else if (s->at + 1 < s->end && s->at[0] == '-' && s->at[1] == '-') {
			const size_t opening = long_bracket(s->at + 2, s->end);
			const char *end = memchr(s->at, '\n', (size_t)(s->end - s->at));

			if (opening) {
				s->at += 2;
				skip_long(s, opening);
			} else {
				s->at = end ? end : s->end;
			}
		} else {
			return;
		}
	}
}

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

static struct token next_token(struct scanner *s)
{
	struct token t;
	const char *p;

	skip_blank(s);
	t = (struct token){ .kind = TOKEN_END, .at = s->at, .line = s->line };
	if (s->at >= s->end)
		return t;
	p = s->at;
	if (*p == '"' || *p == '\'') {
		t.kind = TOKEN_STRING;
		skip_quoted(s);
	} else if (long_bracket(p, s->end)) {
		t.kind = TOKEN_STRING;
		skip_long(s, long_bracket(p, s->end));
	} else if (isdigit((unsigned char)*p) || (*p == '.' && p + 1 < s->end && isdigit((unsigned char)p[1]))) {
		t.kind = TOKEN_NUMBER;
		while (p < s->end && (is_word(*p) || *p == '.' || ((*p == '-' || *p == '+') && (p[-1] == 'e' || p[-1] == 'E'))))
			p++;
		s->at = p;
	} else if (is_word(*p)) {
		t.kind = TOKEN_NAME;
		while (p < s->end && is_word(*p))
			p++;
		s->at = p;
	} else {
		t.kind = TOKEN_OTHER;
		s->at += p + 1 < s->end && p[1] == '=' && strchr("=~<>", *p) ? 2 : 1;
	}
	t.length = (size_t)(s->at - t.at);
	return t;
}

static bool is_text(const struct token *t, const char *text)
{
	return !strncmp(t->at, text, t->length) && !text[t->length];
}

static bool is_equality(const struct token *t)
{
	return t->kind == TOKEN_OTHER && (is_text(t, "==") || is_text(t, "~="));
}

static bool is_condition(const struct token *t)
{
	static const char *const words[] = { "if", "elseif", "and", "or", "not", "while", "until" };

	for (size_t i = 0; t->kind == TOKEN_NAME && i < ARRAY_LEN(words); i++)
		if (is_text(t, words[i]))
			return true;
	return false;
}

/* The equations of one file, in order of their first line, and those that reach the present line. */
struct reached {
	struct equation **items;
	size_t count, from, to;   /* items[from] to items[to] reach it; to: the first that begins later */
	size_t marked;            /* items[from] to items[marked] are known to hold conditions */
};

static int by_line(const void *a, const void *b)
{
	const struct place *x = &(*(struct equation *const *)a)->place, *y = &(*(struct equation *const *)b)->place;

	return x->line != y->line ? (x->line > y->line) - (x->line < y->line) : (x->last_line > y->last_line) - (x->last_line < y->last_line);
}

static struct reached equations_of(const struct host *host, const struct rule_file *file)
{
	struct reached r = { .items = xcalloc(host->equation_count, sizeof *r.items) };

	for (size_t i = 0; i < host->equation_count; i++)
		if (host->equations[i].place.file == file->name)
			r.items[r.count++] = &host->equations[i];
	if (r.count)
		qsort(r.items, r.count, sizeof *r.items, by_line);
	return r;
}

/* Lines only go on. Equations do not nest, so those that end before the line come first. */
static void reach(struct reached *r, int line)
{
	while (r->to < r->count && r->items[r->to]->place.line <= line)
		r->to++;
	while (r->from < r->to && r->items[r->from]->place.last_line < line)
		r->from++;
}

/* The name of an equation's first parameter, usually v. */
static const char *parameter(const struct host *host, const struct equation *e)
{
	const char *name;

	lua_rawgeti(host->lua, LUA_REGISTRYINDEX, e->function);
	name = lua_getlocal(host->lua, NULL, 1);
	lua_pop(host->lua, 1);   /* the host keeps the function, and with it the name */
	return name ? name : "";
}

/* v . name == at `before` and the two before it, or == v . name from `after` on. */
static bool names_model_value(const struct token *view, const struct token *dot, const char *parameter_name)
{
	return view->kind == TOKEN_NAME && is_text(view, parameter_name) && (is_text(dot, ".") || is_text(dot, "["));
}

enum { WINDOW = 8 };

/* All equations on the line have a condition; each is marked once. */
static void mark_conditions(struct host *host, struct reached *r)
{
	if (r->from == r->to)
		host->conditions_anywhere = true;
	for (r->marked = r->marked > r->from ? r->marked : r->from; r->marked < r->to; r->marked++)
		r->items[r->marked]->has_condition = true;
}

/* Tokens around the one at the middle of the window. */
static void look_at(struct host *host, struct reached *r, const struct rule_file *file, const struct token *window)
{
	const struct token *t = &window[WINDOW / 2];
	const struct equation *e;

	if (!is_condition(t) && !is_equality(t))
		return;
	reach(r, t->line);
	if (is_condition(t))
		mark_conditions(host, r);
	if (is_condition(t) || r->from == r->to)
		return;
	e = r->items[r->from];
	if (names_model_value(&t[-3], &t[-2], parameter(host, e)) || names_model_value(&t[1], &t[2], parameter(host, e)))
		diags_add(host->diags, file->name, t->line,
		          _("`%s`: `%.*s` on a model value can't be followed; compare with <, <=, > or >= (a switch is on when it is >= 0.5)"),
		          model_variable(host->model, e->variable)->id, (int)t->length, t->at);
}

/* What stands on the present line. */
struct on_line {
	int line, memories, conditions;
};

static bool has_memory(const struct token *t)
{
	size_t count;
	const struct library_function *functions = library_functions(&count);

	for (size_t i = 0; t->kind == TOKEN_NAME && i < count; i++)
		if (functions[i].has_memory && is_text(t, functions[i].name))
			return true;
	return false;
}

/* Tracing tells functions with memory apart by their lines: on one line it would take one side of an `if` for the other. */
static void look_at_line(struct host *host, struct on_line *on, const struct rule_file *file, const struct token *t)
{
	if (t->line != on->line)
		*on = (struct on_line){ .line = t->line };
	on->memories += has_memory(t);
	on->conditions += is_condition(t) || (t->kind == TOKEN_NAME && is_text(t, "else"));
	if (on->memories < 2 || !on->conditions)
		return;
	diags_add(host->diags, file->name, t->line, _("two functions with memory (smooth, delay1, ...) and a condition stand on one line, where they "
	          "can't be told apart; write each on a line of its own"));
}

static void scan_file(struct host *host, const struct rule_file *file)
{
	struct scanner s = { .at = file->text, .end = file->text + file->length, .line = 1 };
	struct reached reached = equations_of(host, file);
	struct token window[WINDOW];
	struct on_line on = { 0, 0, 0 };
	int after_end = 0;

	for (int i = 0; i < WINDOW; i++)
		window[i] = (struct token){ .kind = TOKEN_END, .at = "" };
	while (after_end <= WINDOW / 2) {
		memmove(window, window + 1, (WINDOW - 1) * sizeof *window);
		window[WINDOW - 1] = next_token(&s);
		after_end += window[WINDOW - 1].kind == TOKEN_END;
		look_at(host, &reached, file, window);
		look_at_line(host, &on, file, &window[WINDOW / 2]);
	}
	free(reached.items);
}

void scan_files(struct host *host)
{
	for (size_t i = 0; i < host->file_count; i++)
		scan_file(host, &host->files[i]);
}

/* Most files have none, and tokens take time. */
static bool may_have_equality(const struct rule_file *file)
{
	return strstr(file->text, "==") || strstr(file->text, "~=");
}

size_t scan_compared_numbers(const struct host *host, double *numbers, size_t cap)
{
	size_t count = 0;

	for (size_t i = 0; i < host->file_count; i++) {
		const struct rule_file *file = &host->files[i];
		struct scanner s = { .at = file->text, .end = file->text + file->length, .line = 1 };
		struct token before = { .kind = TOKEN_END, .at = "" }, t, after;

		if (!may_have_equality(file))
			continue;
		for (t = next_token(&s); t.kind != TOKEN_END; before = t, t = after) {
			after = next_token(&s);
			if (!is_equality(&t))
				continue;
			if (before.kind == TOKEN_NUMBER && count < cap)
				numbers[count++] = strtod(before.at, NULL);
			if (after.kind == TOKEN_NUMBER && count < cap)
				numbers[count++] = strtod(after.at, NULL);
		}
	}
	return count;
}

int scan_declaration_end(const char *text, const char *end, int line)
{
	struct scanner s = { .at = text, .end = end, .line = line };
	int depth = 0;

	for (struct token t = next_token(&s); t.kind != TOKEN_END; t = next_token(&s)) {
		if (t.kind != TOKEN_OTHER)
			continue;
		depth += is_text(&t, "{") ? 1 : is_text(&t, "}") ? -1 : 0;
		if (depth <= 0 && is_text(&t, "}"))
			return t.line;
	}
	return line;
}

bool scan_has_equality(const struct host *host)
{
	for (size_t i = 0; i < host->file_count; i++) {
		struct scanner s = { .at = host->files[i].text, .end = host->files[i].text + host->files[i].length, .line = 1 };

		for (struct token t = next_token(&s); t.kind != TOKEN_END; t = next_token(&s))
			if (is_equality(&t))
				return true;
	}
	return false;
}

int scan_equality_line(const struct host *host, const struct equation *equation)
{
	for (size_t i = 0; i < host->file_count; i++) {
		const struct rule_file *file = &host->files[i];
		struct scanner s = { .at = file->text, .end = file->text + file->length, .line = 1 };

		if (file->name != equation->place.file)
			continue;
		for (struct token t = next_token(&s); t.kind != TOKEN_END; t = next_token(&s))
			if (is_equality(&t) && t.line >= equation->place.line && t.line <= equation->place.last_line)
				return t.line;
	}
	return 0;
}
