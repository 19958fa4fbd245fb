/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rules/trace.h"

#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>

#include "base/alloc.h"
#include "base/text.h"
#include "rules/host.h"
#include "rules/sandbox.h"

/* One comparison on the present path. */
struct decision {
	int condition;
	bool answer;
	size_t produced;       /* symbols produced before it: later ones are new on the other side */
	int *result;           /* of the side answered true, once it is known: the equation's value, then initial and next of each memory */
};

struct trace {
	struct host *host;
	struct equation *equation;
	struct decision *decisions;
	size_t decided, met, cap;   /* on this path: made so far in all; met so far in this call */
	size_t paths, calls;
	size_t memory_at;           /* memories met in this call */
	int *memory_initial, *memory_next;
	size_t memory_cap;
	bool first_path;
	size_t produced;            /* symbols in this call */
	size_t hidden;              /* which of them is hidden as `false`, SIZE_MAX: none */
	int hidden_node;
	bool strayed;               /* while probing: a condition came up that the path has not */
	size_t *reader;             /* per variable: number of the last equation that asked for it, from 1 */
};

/* ---- what the library asks ---- */

static bool negates(const struct graph *graph, int a, int b)
{
	const struct node *n = graph_node(graph, a);

	return n->op == OP_NOT && n->operand[0] == b;
}

static void too_many_paths(lua_State *L)
{
	luaL_error(L, _("has more than %d paths (ten `if`s in a row are 1,024); split it over auxiliaries or use max, min, clamp, heaviside"),
	           RULES_PATHS_MAX);
}

size_t trace_call(const struct host *host)
{
	return host->trace ? host->trace->calls : 0;
}

bool trace_decide(struct host *host, int condition)
{
	struct trace *t = host->trace;
	struct decision *d;

	sandbox_charge(host, 1 + (long)t->met / 8);
	for (size_t i = 0; i < t->met; i++) {
		if (t->decisions[i].condition == condition)
			return t->decisions[i].answer;
		if (negates(model_graph(host->model), condition, t->decisions[i].condition))
			return !t->decisions[i].answer;
	}
	if (t->met < t->decided) {
		if (t->decisions[t->met].condition == condition)
			return t->decisions[t->met++].answer;
		if (t->hidden == SIZE_MAX)
			luaL_error(host->lua, _("the equation does not do the same each time it is called; it must not change variables outside of it"));
	}
	if (t->hidden != SIZE_MAX) {
		t->strayed = true;
		return true;
	}
	if (t->decided >= RULES_PATHS_MAX)   /* each will have another side */
		too_many_paths(host->lua);
	t->decisions = xgrow(t->decisions, t->decided, &t->cap, sizeof *t->decisions);
	d = &t->decisions[t->decided++];
	*d = (struct decision){ .condition = condition, .answer = true, .produced = t->produced };
	t->met++;
	return true;
}

bool trace_hides(struct host *host, int node)
{
	struct trace *t = host->trace;

	if (!t || t->produced++ != t->hidden)
		return false;
	t->hidden_node = node;
	return true;
}

int trace_hidden_node(const struct host *host)
{
	return host->trace->hidden == SIZE_MAX ? NODE_NONE : host->trace->hidden_node;
}

/* The lines of all calls that lead here, so that two calls in different places differ. */
static unsigned hash_callers(lua_State *L)
{
	unsigned hash = 2166136261u;
	lua_Debug ar;

	for (int level = 1; lua_getstack(L, level, &ar); level++) {
		lua_getinfo(L, "Sl", &ar);
		if (ar.currentline > 0)
			hash = ((hash ^ (unsigned)ar.currentline) * 16777619u ^ (unsigned)ar.linedefined) * 16777619u;
	}
	return hash;
}

static void lags_in_if(lua_State *L)
{
	luaL_error(L, _("a function with memory (smooth, delay1, ...) stands inside an `if`; make it an auxiliary of its own"));
}

static void add_memory(struct host *host, struct equation *e, const struct memory *fresh, unsigned callers)
{
	if (model_memory_count(host->model) >= RULES_MEMORIES_MAX) {
		sandbox_spend(host, RULES_TOTAL_INSTRUCTIONS);   /* the rest would only fail the same way */
		luaL_error(host->lua, _("more than %d functions with memory (smooth, delay1, ...)"), RULES_MEMORIES_MAX);
	}
	if (e->memory_count == e->memory_cap) {
		e->memory_cap = e->memory_cap ? e->memory_cap * 2 : 4;
		e->memories = xrealloc(e->memories, e->memory_cap, sizeof *e->memories);
		e->callers = xrealloc(e->callers, e->memory_cap, sizeof *e->callers);
	}
	e->callers[e->memory_count] = callers;
	e->memories[e->memory_count++] = model_add_memory(host->model, fresh);
}

int trace_memory_open(struct host *host, enum memory_kind kind, struct num initial)
{
	struct trace *t = host->trace;
	struct equation *e = t->equation;
	const struct memory fresh = { .kind = kind, .owner = e->variable, .initial = NODE_NONE, .next = NODE_NONE };
	const size_t at = t->memory_at++;
	const unsigned callers = hash_callers(host->lua);

	if (model_variable(host->model, e->variable)->has_versus)
		luaL_error(host->lua, _("a check of two runs can't use a function with memory (smooth, delay1, ...); make it an auxiliary of its own"));
	if (e->part == PART_INITIAL)
		luaL_error(host->lua, _("an initial value can't use a function with memory (smooth, delay1, ...)"));
	if (at == e->memory_count) {
		if (!t->first_path || t->hidden != SIZE_MAX)
			lags_in_if(host->lua);
		add_memory(host, e, &fresh, callers);
	}
	if (model_memory(host->model, e->memories[at])->kind != kind || e->callers[at] != callers)
		lags_in_if(host->lua);
	if (at >= t->memory_cap) {
		t->memory_cap = t->memory_cap ? t->memory_cap * 2 : 8;
		t->memory_initial = xrealloc(t->memory_initial, t->memory_cap, sizeof *t->memory_initial);
		t->memory_next = xrealloc(t->memory_next, t->memory_cap, sizeof *t->memory_next);
	}
	t->memory_initial[at] = initial.node != NODE_NONE ? initial.node
	                                                  : graph_constant(model_edit_graph(host->model), initial.value);
	t->memory_next[at] = t->memory_initial[at];
	return e->memories[at];
}

void trace_memory_close(struct host *host, int memory, struct num next)
{
	struct trace *t = host->trace;

	for (size_t i = 0; i < t->memory_at; i++)
		if (t->equation->memories[i] == memory)
			t->memory_next[i] = next.node != NODE_NONE ? next.node
			                                           : graph_constant(model_edit_graph(host->model), next.value);
}

/* ---- the view of the model ---- */

/* Mistakes times names: comparing them takes long where there are thousands. */
enum { GUESSES_MAX = 100000 };

static void refuse_variable(lua_State *L, const struct host *host, const char *name)
{
	const bool may_guess = (host->diags->count + 1) * model_count(host->model) <= GUESSES_MAX;
	struct text_guess guess = { .name = name };

	for (size_t i = 0; may_guess && i < model_count(host->model); i++)
		if (model_variable(host->model, (int)i)->kind < VAR_SUMMARY)
			text_guess_offer(&guess, model_variable(host->model, (int)i)->id);
	if (guess.best)
		luaL_error(L, _("unknown name `%s`; did you mean `%s`?"), name, guess.best);
	luaL_error(L, _("unknown name `%s`; no rule file declares it"), name);
}

/* v.t, v.dt, v.start, v.stop. */
static bool push_time_name(lua_State *L, const struct host *host, const char *name)
{
	const struct time_axis *axis = model_time(host->model);

	if (!strcmp(name, "t"))
		value_push(L, (struct num){ .node = graph_leaf(model_edit_graph(host->model), OP_TIME, 0) });
	else if (!strcmp(name, "dt"))
		lua_pushnumber(L, axis->step);
	else if (!strcmp(name, "start"))
		lua_pushnumber(L, axis->start);
	else if (!strcmp(name, "stop"))
		lua_pushnumber(L, axis->stop);
	else
		return false;
	return true;
}

static void note_read(struct trace *t, int variable)
{
	struct equation *e = t->equation;
	const size_t number = (size_t)(e - t->host->equations) + 1;

	if (t->reader[variable] == number)
		return;
	t->reader[variable] = number;
	e->reads = xgrow(e->reads, e->read_count, &e->read_cap, sizeof *e->reads);
	e->reads[e->read_count++] = variable;
}

/* v.name, w.name: upvalue 1 is the operator of the leaf. */
static int view_index(lua_State *L)
{
	const struct host *host = host_of(L);
	const enum op leaf = (enum op)lua_tointeger(L, lua_upvalueindex(1));
	const char *name;
	int variable;

	if (lua_type(L, 2) != LUA_TSTRING)
		return luaL_error(L, _("a model value has a name: v.name or v[\"name\"]"));
	name = lua_tostring(L, 2);
	if (push_time_name(L, host, name))
		return 1;
	variable = model_find(host->model, name);
	if (variable < 0)
		refuse_variable(L, host, name);
	if (model_variable(host->model, variable)->kind >= VAR_SUMMARY)
		luaL_error(L, _("`%s` is a %s; equations use what has a value at each time"), name,
		           var_kind_name(model_variable(host->model, variable)->kind));
	note_read(host->trace, variable);
	value_push(L, (struct num){ .node = graph_leaf(model_edit_graph(host->model), leaf, variable) });
	return 1;
}

static void push_view(lua_State *L, enum op leaf)
{
	lua_newtable(L);
	lua_newtable(L);
	lua_pushinteger(L, leaf);
	lua_pushcclosure(L, view_index, 1);
	lua_setfield(L, -2, "__index");
	lua_pushcfunction(L, value_refuse_set);
	lua_setfield(L, -2, "__newindex");
	lua_setmetatable(L, -2);
}

/* ---- one call ---- */

static bool wants_condition(const struct variable *v)
{
	return v->kind == VAR_CHECK || (v->kind == VAR_SUMMARY && v->summary == SUMMARY_FIRST);
}

/* The node of what the equation returned, which is on the top; a message in its place and NODE_NONE when it is no good. */
static int returned_node(struct trace *t, const struct variable *v)
{
	lua_State *L = t->host->lua;
	struct graph *graph = model_edit_graph(t->host->model);
	struct num num;

	if (wants_condition(v)) {
		if (lua_isboolean(L, -1))
			return graph_constant(graph, lua_toboolean(L, -1));
		lua_pushfstring(L, _("must return a condition such as v.x <= 0, but returns %s"), value_kind(L, -1));
		lua_replace(L, -2);
		return NODE_NONE;
	}
	if (value_is_stale(L, -1)) {
		lua_pushstring(L, _("a model value was kept from another equation; an equation depends on its own v alone"));
	} else if (value_is(L, -1)) {
		num = value_check(L, -1, "");
		return num.node != NODE_NONE ? num.node : graph_constant(graph, num.value);
	} else if (lua_isnil(L, -1)) {
		lua_pushstring(L, _("returns nothing on one of its paths; write `return value` on each"));
	} else {
		lua_pushfstring(L, _("returns %s; it must return a number"), value_kind(L, -1));
	}
	lua_replace(L, -2);
	return NODE_NONE;
}

/* Calls the equation once along the decisions made so far. NODE_NONE: a message is on the top of the stack. */
static int call_once(struct trace *t)
{
	lua_State *L = t->host->lua;
	const struct variable *v = model_variable(t->host->model, t->equation->variable);
	int node;

	t->met = t->memory_at = t->produced = 0;
	t->strayed = false;
	t->hidden_node = NODE_NONE;
	t->calls++;
	lua_rawgeti(L, LUA_REGISTRYINDEX, t->equation->function);
	push_view(L, OP_VAR);
	if (v->has_versus)
		push_view(L, OP_OTHER);
	if (!sandbox_call(t->host, v->has_versus ? 2 : 1, 1))
		return NODE_NONE;
	node = returned_node(t, v);
	if (node != NODE_NONE)
		lua_pop(L, 1);
	return node;
}

/* ---- numbers as conditions ---- */

/* `if v.x then` is always true in Lua and never asks us. So each symbol that is new on this path is once handed out as `false`, which acts as
 * the symbol in arithmetic and comparisons: if the result changes, a bare number steered it. That takes a call for each symbol, and at most
 * half of what the equation may: a sum over thousands is right without it. */
static bool probe(struct trace *t, size_t from, size_t produced, int node)
{
	lua_State *L = t->host->lua;
	const size_t memories = t->memory_at;
	bool same = true;

	value_probe(L, true);
	for (size_t i = from; i < produced && same && t->host->budget > t->host->given / 2; i++) {
		int again;

		t->hidden = i;
		again = call_once(t);
		same = again == node && !t->strayed && t->produced == produced && t->memory_at == memories;
		if (again == NODE_NONE)
			lua_pop(L, 1);
	}
	t->hidden = SIZE_MAX;
	value_probe(L, false);
	return same;
}

static bool may_hold_conditions(const struct trace *t)
{
	return t->host->conditions_anywhere || t->equation->has_condition;
}

static bool check_conditions(struct trace *t, int node)
{
	const size_t from = t->decided && !t->first_path ? t->decisions[t->decided - 1].produced : 0;
	const size_t produced = t->produced, memories = t->memory_at;
	bool good;

	if (!may_hold_conditions(t))
		return true;
	good = probe(t, from, produced, node);
	t->memory_at = memories;
	if (!good && sandbox_is_spent(t->host))
		lua_pushstring(t->host->lua, sandbox_spent_message());
	else if (!good)
		lua_pushstring(t->host->lua, _("a number is used as a condition, which is always true; compare it (v.x >= 0.5), and write `c and x or y` as an if"));
	return good;
}

/* ---- all paths ---- */

static int *path_result(const struct trace *t, int node)
{
	const size_t memories = t->equation->memory_count;
	int *nodes = xcalloc(1 + 2 * memories, sizeof *nodes);

	nodes[0] = node;
	for (size_t i = 0; i < memories; i++) {
		nodes[1 + 2 * i] = t->memory_initial[i];
		nodes[2 + 2 * i] = t->memory_next[i];
	}
	return nodes;
}

/* Joins finished sides from the last decision back; true when another path is left to be tried. */
static bool next_path(struct trace *t, int **nodes)
{
	struct graph *graph = model_edit_graph(t->host->model);

	while (t->decided > 0) {
		struct decision *d = &t->decisions[t->decided - 1];

		if (d->answer) {
			d->result = *nodes;
			d->answer = false;
			*nodes = NULL;
			return true;
		}
		for (size_t i = 0; i < 1 + 2 * t->equation->memory_count; i++)
			(*nodes)[i] = graph_select(graph, d->condition, d->result[i], (*nodes)[i]);
		free(d->result);
		t->decided--;
	}
	return false;
}

static void drop_decisions(struct trace *t)
{
	for (size_t i = 0; i < t->decided; i++)
		if (!t->decisions[i].answer)
			free(t->decisions[i].result);
	t->decided = 0;
}

static void keep(struct trace *t, const int *nodes)
{
	struct model *model = t->host->model;
	struct variable *v = model_edit(model, t->equation->variable);

	*(t->equation->part == PART_INITIAL ? &v->initial : &v->node) = nodes[0];
	for (size_t i = 0; i < t->equation->memory_count; i++) {
		struct memory *m = model_edit_memory(model, t->equation->memories[i]);

		m->initial = nodes[1 + 2 * i];
		m->next = nodes[2 + 2 * i];
	}
}

static int raise_too_many_paths(lua_State *L)
{
	too_many_paths(L);
	return 0;
}

/* One path: its result, or NULL and a message on the top of the stack. */
static int *trace_path(struct trace *t)
{
	lua_State *L = t->host->lua;
	int node;

	if (t->paths++ >= RULES_PATHS_MAX) {
		lua_pushcfunction(L, raise_too_many_paths);
		sandbox_call(t->host, 0, 0);
		return NULL;
	}
	node = call_once(t);
	if (node == NODE_NONE)
		return NULL;
	if (t->memory_at != t->equation->memory_count) {
		lua_pushstring(L, _("a function with memory (smooth, delay1, ...) stands inside an `if`; make it an auxiliary of its own"));
		return NULL;
	}
	return check_conditions(t, node) ? path_result(t, node) : NULL;
}

static void trace_equation(struct trace *t)
{
	struct host *host = t->host;
	const struct variable *v = model_variable(host->model, t->equation->variable);
	int *nodes = NULL;

	t->decided = t->paths = 0;
	t->first_path = true;
	sandbox_budget(host, RULES_CALL_INSTRUCTIONS, _("an equation"));
	do {
		nodes = trace_path(t);
		t->first_path = false;
		if (!nodes) {
			drop_decisions(t);
			host_report(host, &t->equation->place, v->id);
			return;
		}
	} while (next_path(t, &nodes));
	keep(t, nodes);
	free(nodes);
}

size_t trace_all(struct host *host)
{
	struct trace t = { .host = host, .hidden = SIZE_MAX, .hidden_node = NODE_NONE };

	t.reader = xcalloc(model_count(host->model), sizeof *t.reader);
	host->trace = &t;
	host->mode = MODE_TRACE;
	for (size_t i = 0; i < host->equation_count && !sandbox_is_spent(host) && !diags_are_full(host->diags); i++) {
		t.equation = &host->equations[i];
		trace_equation(&t);
	}
	host->trace = NULL;
	free(t.reader);
	free(t.decisions);
	free(t.memory_initial);
	free(t.memory_next);
	return t.calls;
}
