/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rules/wording.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/lang.h"

/* ---- reading a message ---- */

static bool take(const char **at, const char *words)
{
	const size_t length = strlen(words);

	if (strncmp(*at, words, length))
		return false;
	*at += length;
	return true;
}

/* What stands before `end`, which is passed; NULL where there is no `end`. The caller's to free. */
static char *take_until(const char **at, const char *end)
{
	const char *from = *at, *found = strstr(from, end);

	if (!found)
		return NULL;
	*at = found + strlen(end);
	return xstrndup(from, (size_t)(found - from));
}

/* Lua's name of a type, as value_kind would say it. */
static const char *kind(const char *type)
{
	static const struct {
		const char *type, *words;
	} kinds[] = {
		{ "nil", N_("nothing (nil)") },  { "no value", N_("nothing (nil)") },   { "boolean", N_("true or false") },
		{ "number", N_("a number") },    { "string", N_("text") },              { "table", N_("a table") },
		{ "function", N_("a function") }, { "model value", N_("a model value") },
	};

	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (!strcmp(type, kinds[i].type))
			return _(kinds[i].words);
	return type;
}

/* " (local 'x')" and the like, where it stands: `x`. */
static char *take_name(const char **at)
{
	static const char *const sorts[] = { " (local '", " (global '", " (field '", " (upvalue '", " (constant '", " (method '" };
	char *name = NULL, *quoted;

	for (size_t i = 0; !name && i < ARRAY_LEN(sorts); i++)
		if (take(at, sorts[i]))
			name = take_until(at, "')");
	quoted = name ? xasprintf("`%s`", name) : xstrdup(_("a value"));
	free(name);
	return quoted;
}

/* A token of the text: the end of the file is called so. */
static char *token(const char *near)
{
	return xstrdup(strstr(near, "<eof>") ? _("the end of the file") : near);
}

/* ---- values of the wrong kind ---- */

enum attempt { ATTEMPT_ARITHMETIC, ATTEMPT_INDEX, ATTEMPT_CALL, ATTEMPT_JOIN, ATTEMPT_LENGTH };

static const char *const attempts[] = {
	[ATTEMPT_ARITHMETIC] = "perform arithmetic on a ", [ATTEMPT_INDEX] = "index a ", [ATTEMPT_CALL] = "call a ",
	[ATTEMPT_JOIN] = "concatenate a ", [ATTEMPT_LENGTH] = "get length of a ",
};

static char *attempt_fault(size_t attempt, const char *name, const char *what)
{
	switch (attempt) {
	case ATTEMPT_ARITHMETIC: return xasprintf(_("arithmetic needs numbers, but %s is %s"), name, what);
	case ATTEMPT_INDEX: return xasprintf(_("a field is asked of %s, which is %s"), name, what);
	case ATTEMPT_CALL: return xasprintf(_("%s is called like a function, but is %s"), name, what);
	case ATTEMPT_JOIN: return xasprintf(_("`..` joins text and numbers, but %s is %s"), name, what);
	default: return xasprintf(_("`#` needs a table or text, but %s is %s"), name, what);
	}
}

static const char *attempt_remedy(size_t attempt, const char *type)
{
	if (attempt == ATTEMPT_INDEX && !strcmp(type, "string"))
		return _("rules have no functions on text");
	if (attempt == ATTEMPT_ARITHMETIC && !strcmp(type, "boolean"))
		return _("a comparison steers an `if`, it is not a number");
	if (attempt == ATTEMPT_ARITHMETIC && !strcmp(type, "table"))
		return _("name the number in the table");
	if (strcmp(type, "nil"))
		return NULL;
	return attempt == ATTEMPT_CALL    ? _("look for a misspelt function")
	       : attempt == ATTEMPT_INDEX ? _("look for a misspelt table")
	                                  : _("give it a value on every path, or look for a misspelt name");
}

/* The rest of `attempt to DO a TYPE value (local 'x')` from TYPE on. */
static char *say_value(const char **at, size_t attempt)
{
	char *type = take_until(at, " value"), *name, *fault, *text;
	const char *remedy;

	if (!type)
		return NULL;
	name = take_name(at);
	fault = attempt_fault(attempt, name, kind(type));
	remedy = attempt_remedy(attempt, type);
	text = xasprintf("%s%s%s", fault, remedy ? "; " : "", remedy ? remedy : "");
	free(type);
	free(name);
	free(fault);
	return text;
}

static char *say_attempt(const char **at)
{
	if (!take(at, "attempt to "))
		return NULL;
	for (size_t i = 0; i < ARRAY_LEN(attempts); i++)
		if (take(at, attempts[i]))
			return say_value(at, i);
	return NULL;
}

/* `attempt to compare two TYPE values`, `attempt to compare TYPE with TYPE`. */
static char *say_comparison(const char **at)
{
	char *left, *right = NULL, *text;
	size_t length;

	if (take(at, "attempt to compare two ")) {
		left = take_until(at, " values");
		right = left ? xstrdup(left) : NULL;
	} else if (take(at, "attempt to compare ")) {
		left = take_until(at, " with ");
		length = strcspn(*at, " ");
		right = xstrndup(*at, length);
		*at += length;
	} else {
		return NULL;
	}
	text = left ? xasprintf(_("a comparison needs two numbers, not %s and %s"), kind(left), kind(right)) : NULL;
	free(left);
	free(right);
	return text;
}

/* `bad 'for' limit (number expected, got TYPE)`. */
static char *say_bounds(const char **at)
{
	char *before, *type, *text;

	if (!take(at, "bad 'for' "))
		return NULL;
	before = take_until(at, " (number expected, got ");
	free(before);
	type = before ? take_until(at, ")") : NULL;
	text = type ? xasprintf(_("a loop in an equation needs constant bounds, but one is %s"), kind(type)) : NULL;
	free(type);
	return text;
}

/* What is wrong with an argument: `table expected, got nil`, `value expected`, `index out of range`, `position out of bounds`. */
static char *say_argument_fault(const char **at, const char *number, const char *function)
{
	char *wanted, *got, *text;

	if (take(at, "value expected)"))
		return xasprintf(_("argument %s of %s is missing"), number, function);
	if (take(at, "index out of range)") || take(at, "position out of bounds)"))
		return xasprintf(_("argument %s of %s lies outside of what there is"), number, function);
	wanted = take_until(at, " expected, got ");
	got = wanted ? take_until(at, ")") : NULL;
	text = got ? xasprintf(_("argument %s of %s must be %s, not %s"), number, function, kind(wanted), kind(got)) : NULL;
	free(wanted);
	free(got);
	return text;
}

/* `bad argument #1 to 'insert' (WHAT)`. */
static char *say_argument(const char **at)
{
	char *number, *function, *text;

	if (!take(at, "bad argument #"))
		return NULL;
	number = take_until(at, " to '");
	function = number ? take_until(at, "' (") : NULL;
	text = function ? say_argument_fault(at, number, function) : NULL;
	free(number);
	free(function);
	return text;
}

/* ---- text that is no Lua ---- */

/* `WHAT expected near TOKEN`, `WHAT expected (to close WHAT at line N) near TOKEN`. */
static const char *missing_remedy(const char *what, const char *near)
{
	if (strstr(near, "<eof>"))
		return NULL;
	if (!strcmp(what, "'}'"))
		return _("is a comma missing between two fields?");
	if (!strcmp(what, "'end'"))
		return _("is an `end` missing, or does something follow a `return`?");
	return _("is a comma, a bracket or an `end` missing before it?");
}

static char *say_missing(const char **at)
{
	char *what, *opener = NULL, *line = NULL, *near, *fault, *text;
	const char *remedy;

	if (!strstr(*at, " expected ") || !strstr(*at, " near "))
		return NULL;
	what = take_until(at, " expected ");
	if (take(at, "(to close ")) {
		opener = take_until(at, " at line ");
		line = opener ? take_until(at, ") ") : NULL;
	}
	take(at, "near ");
	near = token(*at);
	remedy = missing_remedy(what, *at);
	*at += strlen(*at);
	fault = line ? xasprintf(_("%s should stand before %s, to close %s of line %s"), what, near, opener, line)
	             : xasprintf(_("%s should stand before %s"), what, near);
	text = xasprintf("%s%s%s", fault, remedy ? "; " : "", remedy ? remedy : "");
	free(what);
	free(opener);
	free(line);
	free(near);
	free(fault);
	return text;
}

/* `<\\236>` in quotes: the first byte of a letter that Lua has in no name. */
static bool is_foreign_letter(const char *near)
{
	return !strncmp(near, "'<\\", 3) && strtol(near + 3, NULL, 10) >= 0x80;
}

/* `unexpected symbol near TOKEN`, `malformed number near TOKEN`. */
static char *say_unexpected(const char **at)
{
	const bool is_number = take(at, "malformed number near ");
	char *near, *text;

	if (!is_number && !take(at, "unexpected symbol near ") && !take(at, "syntax error near "))
		return NULL;
	if (take(at, "<eof>"))
		return xstrdup(_("the file ends too early; is an `end`, a bracket or a quote missing?"));
	if (!is_number && is_foreign_letter(*at)) {
		*at += strlen(*at);
		return xstrdup(_("Hangul and the like may stand only between straight quotes; a field of such a name is "
		                 "written [\"name\"] = 2030"));
	}
	near = token(*at);
	*at += strlen(*at);
	text = is_number ? xasprintf(_("%s is no number"), near)
	                 : xasprintf(_("%s can't stand here; look for a missing comma, bracket or `end` just before"), near);
	free(near);
	return text;
}

/* ---- in all ---- */

/* Messages that are always the same, up to their end. */
static char *say_fixed(const char **at)
{
	static const struct {
		const char *lua, *words;
	} fixed[] = {
		{ "attempt to divide by zero", N_("a whole number is divided by zero") },
		{ "attempt to perform 'n//0'", N_("a whole number is divided by zero") },
		{ "attempt to perform 'n%%0'", N_("a whole number is divided by zero") },
		{ "attempt to perform 'n%0'", N_("a whole number is divided by zero") },
		{ "'for' step is zero", N_("the step of a loop is zero") },
		{ "assertion failed!", N_("assert() found a condition that does not hold; assert(condition, text) says what is wrong") },
		{ "invalid order function for sorting",
		  N_("the order given to table.sort is none; it must give true only where its first argument comes before the second") },
		{ "C stack overflow", N_("an expression is nested too deeply, or a function calls itself without end") },
		{ "stack overflow", N_("an expression is nested too deeply, or a function calls itself without end") },
	};

	for (size_t i = 0; i < ARRAY_LEN(fixed); i++)
		if (take(at, fixed[i].lua))
			return xstrdup(_(fixed[i].words));
	return NULL;
}

/* The same, with something of the text at their end that tells nothing more. */
static char *say_unfinished(const char **at)
{
	static const struct {
		const char *lua, *words;
	} unfinished[] = {
		{ "unfinished string", N_("a quote is never closed; text of several lines stands between [[ and ]]") },
		{ "unfinished long string", N_("a text that [[ begins is never closed; write ]] at its end") },
		{ "unfinished long comment", N_("a comment that --[[ begins is never closed; write ]] at its end") },
		{ "wrong number of arguments to 'insert'", N_("table.insert takes a table, if need be a place, and a value") },
		{ "invalid value (", N_("table.concat joins text and numbers only") },
	};

	for (size_t i = 0; i < ARRAY_LEN(unfinished); i++) {
		if (take(at, unfinished[i].lua)) {
			*at += strlen(*at);
			return xstrdup(_(unfinished[i].words));
		}
	}
	return NULL;
}

char *wording(const char *message)
{
	static char *(*const ways[])(const char **) = {
		say_fixed, say_attempt, say_comparison, say_bounds, say_argument, say_unfinished, say_unexpected, say_missing,
	};

	for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
		const char *rest = message;
		char *said = ways[i](&rest), *text;

		if (!said)
			continue;
		text = xasprintf("%s%s", said, rest);
		free(said);
		return text;
	}
	return xstrdup(message);
}
