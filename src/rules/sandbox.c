/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rules/sandbox.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <lauxlib.h>

#include "base/alloc.h"
#include "rules/environment.h"
#include "rules/library.h"
#include "rules/value.h"

/* ---- memory ---- */

/* Bytes handed out since the budget was set: copying them takes time that the instruction hook does not see. */
#define CHURN_MAX ((size_t)256 << 20)

/* Lua collects all garbage whenever memory is refused, and asks again: with much in use that takes long and gains little, so after a
 * few times nothing more is given. */
enum { REFUSALS_MAX = 4, REFUSAL_COST_SHARE = 16 };

/* Lua's message for want of memory names no place: it is noted when the memory is refused, and kept when more is while Lua cleans up. */
static void *refuse(struct host *host, int what)
{
	if (host->refusals++ <= REFUSALS_MAX)
		sandbox_spend(host, (long)host->memory / REFUSAL_COST_SHARE);
	for (int level = 0; host->lua && level < RULES_DEPTH_MAX; level++) {
		const struct place place = host_place(host->lua, level);

		if (place.line <= 0)
			continue;
		host->refused = what;
		host->refused_at = place;
		return NULL;
	}
	if (host->refused_at.line == 0)
		host->refused = what;
	return NULL;
}

/* A new block, and collecting it, is worth so many instructions. */
enum { BLOCK_COST = 10 };

static void spend_both(struct host *host, long instructions)
{
	host->budget -= instructions;
	sandbox_spend(host, instructions);
}

/* What a new block is for is told by its old size. */
static void *allocate(void *ud, void *old, size_t old_size, size_t new_size)
{
	struct host *host = ud;
	const size_t had = old ? old_size : 0;
	void *memory;

	if (new_size == 0) {
		free(old);
		host->memory -= had;
		return NULL;
	}
	if (!old && old_size == LUA_TSTRING && new_size > RULES_STRING_MAX)
		return refuse(host, REFUSED_STRING);
	if (!old)
		spend_both(host, BLOCK_COST);
	if (new_size > had) {
		host->churn += new_size;
		if (host->memory + (new_size - had) > RULES_MEMORY_MAX || host->churn > CHURN_MAX || host->refusals > REFUSALS_MAX)
			return refuse(host, REFUSED_MEMORY);
	}
	memory = realloc(old, new_size);
	if (memory)
		host->memory = host->memory - had + new_size;
	return memory;
}

/* ---- instructions ---- */

enum { BUDGET_STEP = 1000 };

/* How many times slower than usual configure says that the build is: one for the sanitizers must refuse what others refuse. */
#ifndef SLOWER_BUILD
#define SLOWER_BUILD 1
#endif

double sandbox_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

bool sandbox_is_spent(const struct host *host)
{
	return host->total <= 0;
}

const char *sandbox_spent_message(void)
{
	return _("the rules take too long to load; is there a loop that does not end, or far too much in one?");
}

/* After the load each call has its own time, which runs from when it is first looked at: short calls need not ask for it. */
static bool lasts_too_long(struct host *host)
{
	const double now = sandbox_clock();

	if (host->call_began == 0)
		host->call_began = now;
	return now > host->call_began + 1e-3 * RULES_MS_MAX * SLOWER_BUILD;
}

static bool must_stop(struct host *host)
{
	if (host->deadline == 0 && lasts_too_long(host))
		host->budget = 0;
	if (host->deadline > 0 && sandbox_clock() > host->deadline)
		host->total = 0;
	if (host->cancel && atomic_load(host->cancel))
		host->total = 0;
	return host->budget <= 0 || host->total <= 0;
}

static void add_place(lua_State *L);

static void raise_here(lua_State *L)
{
	add_place(L);
	lua_error(L);
}

static void set_hook(struct host *host, int step);

/* From now on the hook fires at every instruction: nothing that catches the error can run on. */
static void over_budget(lua_State *L)
{
	struct host *host = host_of(L);

	set_hook(host, 1);
	if (host->budget <= host->given - host->given / 4)
		lua_pushfstring(L, _("%s takes too long; is there a loop that does not end?"), host->budget_of);
	else   /* others took more */
		lua_pushstring(L, sandbox_spent_message());
	raise_here(L);
}

/* One operation copies all of `...`, so there must not be much in any of them; and deep recursion is an error long before it needs much
 * memory. */
static void check_stack(lua_State *L)
{
	lua_Debug ar;

	for (int level = 0; lua_getstack(L, level, &ar); level++) {
		if (level >= RULES_DEPTH_MAX) {
			lua_pushstring(L, _("functions call each other too deeply; is there one that calls itself without end?"));
			raise_here(L);
		}
		if (lua_getlocal(L, &ar, -RULES_EXTRA_MAX - 1)) {
			lua_pushfstring(L, _("more than %d values in `...`; pass them as a table"), RULES_EXTRA_MAX);
			raise_here(L);
		}
	}
}

static void count(lua_State *L, lua_Debug *ar)
{
	struct host *host = host_of(L);

	(void)ar;
	spend_both(host, host->hook_step);
	if (must_stop(host))
		over_budget(L);
	check_stack(L);
}

static void set_hook(struct host *host, int step)
{
	host->hook_step = step;
	lua_sethook(host->lua, count, LUA_MASKCOUNT, step);
}

void sandbox_begin_load(struct host *host)
{
	host->total = RULES_TOTAL_INSTRUCTIONS;
	host->deadline = sandbox_clock() + 1e-3 * RULES_MS_MAX * SLOWER_BUILD;
}

void sandbox_excuse(struct host *host, double since)
{
	if (host->deadline > 0)
		host->deadline += sandbox_clock() - since;
}

void sandbox_end_load(struct host *host)
{
	host->total = LONG_MAX;
	host->deadline = 0;
}

/* The hook stays as it is, so that instructions of short calls add up from one to the next. */
void sandbox_budget(struct host *host, long instructions, const char *of)
{
	host->budget = instructions;
	host->budget_of = of;
	host->given = instructions;
	host->call_began = 0;
	host->churn = 0;
	host->refusals = 0;
	host->refused = REFUSED_MEMORY;
	host->refused_at = (struct place){ NULL, 0, 0 };
	if (host->hook_step != BUDGET_STEP)
		set_hook(host, BUDGET_STEP);
}

void sandbox_charge(struct host *host, long instructions)
{
	spend_both(host, instructions);
	host->charged += instructions;
	if (host->budget > 0 && host->total > 0 && host->charged < BUDGET_STEP)
		return;
	host->charged = 0;
	if (must_stop(host))
		over_budget(host->lua);
}

void sandbox_spend(struct host *host, long instructions)
{
	host->total -= host->total < LONG_MAX ? instructions : 0;
}

struct host *host_of(lua_State *L)
{
	struct host *host;

	memcpy(&host, lua_getextraspace(L), sizeof host);
	return host;
}

/* ---- calling ---- */

/* Puts the innermost place in a rule file in front of the message on the top. */
static void add_place(lua_State *L)
{
	lua_Debug ar;

	for (int level = 0; lua_getstack(L, level, &ar); level++) {
		lua_getinfo(L, "Sl", &ar);
		if (ar.currentline <= 0 || !host_file(host_of(L), ar.source))
			continue;
		lua_pushfstring(L, "%s:%d: ", ar.source + 1, ar.currentline);
		lua_insert(L, -2);
		lua_concat(L, 2);
		return;
	}
}

/* Message handler: a helper may be called from many places, so the error says from where, unless it stands there itself. */
static int add_caller(lua_State *L)
{
	struct place outer = { NULL, 0, 0 };
	const char *message, *chunk = "";
	lua_Debug ar;

	if (lua_type(L, 1) != LUA_TSTRING) {
		lua_pushstring(L, _("error() was called without a text that says what is wrong"));
		lua_replace(L, 1);
	}
	if (!host_file(host_of(L), lua_tostring(L, 1)))   /* raised by C that C called */
		add_place(L);
	for (int level = 1; lua_getstack(L, level, &ar); level++) {
		const struct place place = host_place(L, level);

		if (place.line > 0) {
			lua_getinfo(L, "S", &ar);
			outer = place;
			chunk = ar.source + 1;
		}
	}
	message = lua_pushfstring(L, "%s:%d:", chunk, outer.line);
	if (outer.line <= 0 || !strncmp(lua_tostring(L, 1), message, strlen(message)))
		lua_settop(L, 1);
	else
		lua_pushfstring(L, _("%s (called from %s:%d)"), lua_tostring(L, 1), outer.file, outer.line);
	return 1;
}

bool sandbox_call(struct host *host, int arguments, int results)
{
	lua_State *L = host->lua;
	const int base = lua_gettop(L) - arguments - 1;
	int status;

	lua_pushcfunction(L, add_caller);
	lua_insert(L, base + 1);
	status = lua_pcall(L, arguments, results, base + 1);
	lua_remove(L, base + 1);
	assert(lua_gettop(L) == base + (status == LUA_OK ? results : 1));
	return status == LUA_OK;
}

bool sandbox_call_apart(struct host *host, int arguments, int results, long instructions, const char *of)
{
	const long left = host->budget, given = host->given;
	const char *outer = host->budget_of;
	bool good;

	sandbox_budget(host, left < instructions ? left : instructions, of);
	good = sandbox_call(host, arguments, results);
	sandbox_budget(host, left - (host->given - host->budget), outer);
	host->given = given;
	return good;
}

/* A chunk that is read line by line: an error for which Lua knows no place stands in the last one read. Lua compiles as it reads, and
 * there are texts over which it takes very long: so each line looks at the budget. */
struct reading {
	const char *text;
	size_t left;
	int line;
	bool is_new;   /* the next piece begins a line */
	long gotos;    /* so far */
};

enum { LINE_PIECE = 1024, GOTO_COST_SHARE = 8 };

/* Where their label stands, Lua moves all jumps that wait for theirs once for each that it finds: no line is read meanwhile. */
static long cost_of_gotos(struct reading *r, const char *line, size_t size)
{
	static const char word[] = "goto";
	const char *end = line + size;
	long cost = 0;

	while ((line = memmem(line, (size_t)(end - line), word, sizeof word - 1)) != NULL) {
		cost += r->gotos++ / GOTO_COST_SHARE;
		line += sizeof word - 1;
	}
	return cost;
}

static const char *read_line(lua_State *L, void *ud, size_t *size)
{
	struct reading *r = ud;
	const size_t most = r->left < LINE_PIECE ? r->left : LINE_PIECE;
	const char *line = r->text, *end = most ? memchr(line, '\n', most) : NULL;

	if (r->left == 0)
		return NULL;
	*size = end ? (size_t)(end - line) + 1 : most;
	r->text += *size;
	r->left -= *size;
	r->line += r->is_new;
	r->is_new = end != NULL;
	sandbox_charge(host_of(L), (long)*size + cost_of_gotos(r, line, *size));
	return line;
}

bool sandbox_compile(struct host *host, const char *text, size_t length, const char *chunk)
{
	lua_State *L = host->lua;
	struct reading reading = { .text = text, .left = length, .is_new = true };
	const int status = lua_load(L, read_line, &reading, chunk, "t");

	if (status == LUA_OK) {
		lua_insert(L, -2);
		lua_setupvalue(L, -2, 1);
		return true;
	}
	/* NOLINTNEXTLINE(bugprone-not-null-terminated-result): both end with a NUL */
	if (strncmp(lua_tostring(L, -1), chunk + 1, strlen(chunk + 1))) {
		lua_pushfstring(L, "%s:%d: %s", chunk + 1, reading.line, lua_tostring(L, -1));
		lua_remove(L, -2);
	}
	lua_remove(L, -2);
	return false;
}

/* ---- the state ---- */

static int set_up(lua_State *L)
{
	environment_open(L);
	value_open(L);
	library_open(L);
	return 0;
}

void sandbox_enter_order(struct sandbox_order *order)
{
	const locale_t copy = duplocale(uselocale((locale_t)0));

	order->plain = copy ? newlocale(LC_COLLATE_MASK, "C", copy) : (locale_t)0;
	if (copy && !order->plain)
		freelocale(copy);
	order->before = uselocale(order->plain);
}

void sandbox_leave_order(struct sandbox_order *order)
{
	uselocale(order->before);
	if (order->plain)
		freelocale(order->plain);
}

int sandbox_open(struct host *host)
{
	host->lua = lua_newstate(allocate, host);
	if (!host->lua)
		return -1;
	memcpy(lua_getextraspace(host->lua), &host, sizeof host);
	lua_pushcfunction(host->lua, set_up);
	return sandbox_call(host, 0, 0) ? 0 : -1;
}

void sandbox_close(struct host *host)
{
	if (host->lua)
		lua_close(host->lua);
	host->lua = NULL;
}
