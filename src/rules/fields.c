/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rules/fields.h"

#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/text.h"
#include "rules/sandbox.h"
#include "rules/value.h"

/* ---- reports ---- */

static const char *next_line(const char *text)
{
	const char *end = strchr(text, '\n');

	return end ? end + 1 : NULL;
}

static bool has_field(const char *line, const char *field)
{
	const size_t length = strlen(field);
	const char *end = line + strcspn(line, "\n");

	for (const char *at = line; length && (at = memmem(at, (size_t)(end - at), field, length)) != NULL; at++) {
		const char *after = at + length + strspn(at + length, " \t");

		if ((at == line || !(isalnum((unsigned char)at[-1]) || at[-1] == '_' || at[-1] == '.')) && *after == '=' && after[1] != '=')
			return true;
	}
	return false;
}

/* Lua knows only where a declaration starts: the field's own line is looked for in the text below it. */
static int field_line(const struct decl *decl, const char *field)
{
	const char *line = NULL;
	const int reach = 200;

	for (size_t i = 0; i < decl->host->file_count; i++)
		if (decl->host->files[i].name == decl->place.file)
			line = decl->host->files[i].text;
	for (int i = 1; line && i < decl->place.line; i++)
		line = next_line(line);
	for (int i = 0; line && i < reach; i++, line = next_line(line))
		if (has_field(line, field))
			return decl->place.line + i;
	return decl->place.line;
}

void fields_report(struct decl *decl, const char *field, const char *fmt, ...)
{
	struct buf line = BUF_INIT;
	va_list args;
	char text[512];

	decl->failed = true;
	if (diags_are_full(decl->host->diags))
		return;
	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	buf_add(&line, decl->word);
	if (*decl->id)
		buf_addf(&line, " `%s`", decl->id);
	buf_add(&line, ": ");
	if (field)
		buf_addf(&line, "`%.100s` ", field);
	buf_add(&line, text);
	diags_add(decl->host->diags, decl->place.file, field ? field_line(decl, field) : decl->place.line, "%s", buf_text(&line));
	buf_release(&line);
}

/* ---- reading ---- */

static const struct field *find_field(const struct field *fields, const char *name)
{
	for (; fields && fields->name; fields++)
		if (!strcmp(fields->name, name))
			return fields;
	return NULL;
}

/* Offers the fields as guesses, and adds their names to the list. */
static void offer_fields(struct text_guess *guess, struct buf *names, const struct field *fields)
{
	for (const struct field *f = fields; f && f->name; f++) {
		text_guess_offer(guess, f->name);
		buf_add(names, names->len ? ", " : "");
		buf_add(names, f->name);
	}
}

static void unknown_field(struct decl *decl, const char *name, const struct field *fields, const struct field *more)
{
	struct text_guess guess = { .name = name };
	struct buf names = BUF_INIT;

	offer_fields(&guess, &names, fields);
	offer_fields(&guess, &names, more);
	if (guess.best)
		fields_report(decl, name, _("is not one of its fields; did you mean `%s`?"), guess.best);
	else
		fields_report(decl, name, _("is not one of its fields, which are: %s"), buf_text(&names));
	buf_release(&names);
}

/* In the order of the list, so that what follows does not depend on Lua's order of keys. */
static void read_known(struct decl *decl, const struct field *fields)
{
	lua_State *L = decl->host->lua;

	for (; fields && fields->name; fields++) {
		lua_pushstring(L, fields->name);
		if (lua_rawget(L, decl->table) != LUA_TNIL)
			fields->read(decl, fields->name);
		lua_pop(L, 1);
	}
}

void fields_read(struct decl *decl, const struct field *fields, const struct field *more)
{
	lua_State *L = decl->host->lua;
	bool nameless = false;

	read_known(decl, fields);
	read_known(decl, more);
	for (lua_pushnil(L); !diags_are_full(decl->host->diags) && lua_next(L, decl->table); lua_pop(L, 1)) {
		const char *name = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : NULL;

		if (!name)
			nameless = true;
		else if (!find_field(fields, name) && !find_field(more, name))
			unknown_field(decl, name, fields, more);
	}
	if (nameless)
		fields_report(decl, NULL, _("every field needs a name: write `field = value`"));
}

static const char *found(lua_State *L)
{
	return lua_type(L, -1) == LUA_TBOOLEAN ? (lua_toboolean(L, -1) ? "true" : "false") : value_kind(L, -1);
}

bool field_number(struct decl *decl, const char *name, double *value)
{
	lua_State *L = decl->host->lua;
	const struct datum *datum = value_datum(L, -1);

	if (datum) {
		if (!decl->source)
			decl->source = datum->source;
		if (decl->basis == BASIS_NONE || datum->basis == BASIS_ESTIMATE)
			decl->basis = datum->basis;
		*value = datum->value;
	} else if (lua_type(L, -1) == LUA_TNUMBER) {
		*value = lua_tonumber(L, -1);
	} else {
		fields_report(decl, name, _("must be a number, not %s"), found(L));
		return false;
	}
	if (isfinite(*value))
		return true;
	fields_report(decl, name, _("must be a finite number"));
	return false;
}

bool field_flag(struct decl *decl, const char *name, bool *value)
{
	lua_State *L = decl->host->lua;

	if (!lua_isboolean(L, -1)) {
		fields_report(decl, name, _("must be true or false, not %s"), found(L));
		return false;
	}
	*value = lua_toboolean(L, -1);
	return true;
}

/* Authors break and indent long text as they like. Control characters, which a terminal would obey, become visible. */
static char *fit_to_show(struct decl *decl, const char *text)
{
	struct buf clean = BUF_INIT;
	char *unfolded = text_unfold(text);
	const size_t length = strlen(unfolded);

	text_clean(&clean, unfolded, length, TEXT_KEEP_NEWLINES);
	free(unfolded);
	host_keep(decl->host, clean.len > length ? clean.len - length : 0);
	return buf_take(&clean);
}

/* The string at the top, checked, as a new one. */
static char *copy_string(struct decl *decl, const char *name)
{
	size_t length;
	const char *text = lua_tolstring(decl->host->lua, -1, &length);

	if (length > RULES_TEXT_MAX || strlen(text) != length || text_check(text, length) != length) {
		fields_report(decl, name, _("must be UTF-8 text of at most %d bytes"), RULES_TEXT_MAX);
		return NULL;
	}
	sandbox_spend(decl->host, (long)length / 8);
	return host_keep(decl->host, length + 64) ? fit_to_show(decl, text) : xstrdup("");
}

bool field_string(struct decl *decl, const char *name, char **string)
{
	lua_State *L = decl->host->lua;
	char *copy;

	if (lua_type(L, -1) != LUA_TSTRING) {
		fields_report(decl, name, _("must be text, not %s"), found(L));
		return false;
	}
	copy = copy_string(decl, name);
	if (!copy)
		return false;
	free(*string);
	*string = copy;
	return true;
}

static bool read_languages(struct decl *decl, const char *name, struct text *text)
{
	lua_State *L = decl->host->lua;
	bool good = true;

	for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
		const char *key = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "?";
		const int lang = !strcmp(key, "en") ? LANG_EN : !strcmp(key, "ko") ? LANG_KO : LANG_COUNT;

		if (lang == LANG_COUNT) {
			fields_report(decl, name, _("has the language `%s`; write { en = \"...\", ko = \"...\" }"), key);
			good = false;
		} else {
			good = field_string(decl, name, &text->in[lang]) && good;
		}
	}
	return good;
}

bool field_text(struct decl *decl, const char *name, struct text *text)
{
	lua_State *L = decl->host->lua;

	if (lua_istable(L, -1))
		return read_languages(decl, name, text);
	if (lua_type(L, -1) == LUA_TSTRING)
		return field_string(decl, name, &text->in[LANG_EN]);
	fields_report(decl, name, _("must be text or { en = \"...\", ko = \"...\" }, not %s"), found(L));
	return false;
}

bool field_list(struct decl *decl, const char *name)
{
	if (lua_istable(decl->host->lua, -1))
		return true;
	fields_report(decl, name, _("must be a list { ... }, not %s"), found(decl->host->lua));
	return false;
}

bool field_one_of(struct decl *decl, const char *name, const char *const *words, int *which)
{
	lua_State *L = decl->host->lua;
	const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
	char all[200] = "";

	for (int i = 0; words[i]; i++) {
		if (text && !strcmp(words[i], text)) {
			*which = i;
			return true;
		}
		snprintf(all + strlen(all), sizeof all - strlen(all), "%s\"%s\"", i ? ", " : "", words[i]);
	}
	fields_report(decl, name, _("must be one of %s"), all);
	return false;
}

bool field_equation(struct decl *decl, const char *name, enum part part)
{
	struct host *host = decl->host;
	lua_State *L = host->lua;
	struct equation *equation;
	lua_Debug ar;

	if (!lua_isfunction(L, -1) || lua_iscfunction(L, -1)) {
		fields_report(decl, name, _("must be a function: %s = function(v) return ... end"), name);
		return false;
	}
	host->equations = xgrow(host->equations, host->equation_count, &host->equation_cap, sizeof *host->equations);
	equation = &host->equations[host->equation_count++];
	*equation = (struct equation){ .variable = decl->variable, .part = part };
	lua_pushvalue(L, -1);
	lua_getinfo(L, ">S", &ar);
	equation->place = (struct place){ .line = ar.linedefined, .last_line = ar.lastlinedefined };
	if (host_file(host, ar.source))
		equation->place.file = host_file(host, ar.source)->name;
	lua_pushvalue(L, -1);
	equation->function = luaL_ref(L, LUA_REGISTRYINDEX);
	if (part == PART_VALUE)
		model_edit(host->model, decl->variable)->equation = equation->place;
	if (part == PART_INITIAL)
		model_edit(host->model, decl->variable)->start = equation->place;
	return true;
}
