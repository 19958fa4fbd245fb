/* SPDX-License-Identifier: MIT
 *
 * Functions with memory: what they give depends on what went into them before.  They must not stand inside an `if` (trace.h).
 */
#include "config.h"

#include <lauxlib.h>

#include "rules/compute.h"
#include "rules/host.h"
#include "rules/library_priv.h"
#include "rules/trace.h"

struct state {
	int memory;
	struct num value;
};

static struct state open_memory(lua_State *L, enum memory_kind kind, struct num initial)
{
	struct host *h = host_of(L);
	struct state state;

	if (h->mode == MODE_DECLARE)
		luaL_error(L, _("%s can only be used in an equation"), lua_tostring(L, lua_upvalueindex(1)));
	if (h->mode == MODE_TRACE) {
		state.memory = trace_memory_open(h, kind, initial);
		state.value.node = graph_leaf(model_edit_graph(h->model), OP_MEMORY, state.memory);
	} else {
		state.value = num_of(compute_memory_open(h, kind, initial.value, &state.memory));
	}
	return state;
}

static void close_memory(struct host *h, int memory, struct num next)
{
	if (h->mode == MODE_TRACE)
		trace_memory_close(h, memory, next);
	else
		compute_memory_close(h, memory, next.value);
}

/* x followed with a lag: a stock that closes the gap within `time`. */
static struct num smooth(lua_State *L, struct num x, struct num time, struct num initial)
{
	struct host *h = host_of(L);
	const struct state s = open_memory(L, MEMORY_STOCK, initial);

	close_memory(h, s.memory, divide(h, sub(h, x, s.value), time));
	return s.value;
}

/* What flows out of a stock that x flows into and that holds `time` years of it. */
static struct num delay(lua_State *L, struct num x, struct num time, struct num initial)
{
	struct host *h = host_of(L);
	const struct state s = open_memory(L, MEMORY_STOCK, mul(h, initial, time));
	const struct num out = divide(h, s.value, time);

	close_memory(h, s.memory, sub(h, x, out));
	return out;
}

typedef struct num lag_fn(lua_State *, struct num, struct num, struct num);

static int lagged(lua_State *L, lag_fn *lag, int stages)
{
	const struct num input = library_argument(L, 1);
	const struct num time = divide(host_of(L), library_argument(L, 2), constant(stages));
	struct num x = input;

	for (int i = 0; i < stages; i++)
		x = lag(L, x, time, input);
	return give(L, x);
}

int library_smooth(lua_State *L) { return lagged(L, smooth, 1); }
int library_smooth3(lua_State *L) { return lagged(L, smooth, 3); }
int library_delay1(lua_State *L) { return lagged(L, delay, 1); }
int library_delay3(lua_State *L) { return lagged(L, delay, 3); }

int library_delay_fixed(lua_State *L)
{
	struct host *h = host_of(L);
	const struct num x = library_argument(L, 1), time = library_argument(L, 2), initial = library_argument(L, 3);
	const struct state s = open_memory(L, MEMORY_HISTORY, initial);
	struct num past = num_of(0);

	close_memory(h, s.memory, x);
	if (h->mode == MODE_TRACE) {
		struct graph *graph = model_edit_graph(h->model);
		const int delay_node = time.node == NODE_NONE ? graph_constant(graph, time.value) : time.node;
		const int initial_node = initial.node == NODE_NONE ? graph_constant(graph, initial.value) : initial.node;

		past.node = graph_history(graph, s.memory, delay_node, initial_node);
	} else {
		past = num_of(compute_history(h, s.memory, time.value, initial.value));
	}
	return give(L, past);
}

/* The fractional rate at which x grows, from a lagged mean of it (Sterman 2000, "Business Dynamics", chapter 16). */
int library_trend(lua_State *L)
{
	struct host *h = host_of(L);
	const struct num x = library_argument(L, 1), time = library_argument(L, 2), initial = library_argument(L, 3);
	const struct num start = divide(h, x, add(h, constant(1), mul(h, initial, time)));
	const struct num mean = smooth(L, x, time, start);

	return give(L, library_safe_ratio(h, sub(h, x, mean), mul(h, time, num_unary(h, OP_ABS, mean)), constant(0)));
}

int library_forecast(lua_State *L)
{
	struct host *h = host_of(L);
	const struct num x = library_argument(L, 1), time = library_argument(L, 2), horizon = library_argument(L, 3);
	const struct num mean = smooth(L, x, time, x);
	const struct num growth = library_safe_ratio(h, sub(h, x, mean), mul(h, time, mean), constant(0));

	return give(L, mul(h, x, add(h, constant(1), mul(h, growth, horizon))));
}

/* The present value at the start of all of the stream so far. */
int library_npv(lua_State *L)
{
	struct host *h = host_of(L);
	const struct num stream = library_argument(L, 1), rate = library_argument(L, 2), initial = library_argument(L, 3), factor = library_argument(L, 4);
	const struct state discount = open_memory(L, MEMORY_STOCK, constant(1));
	const struct num flow = mul(h, stream, discount.value);
	struct state total;

	close_memory(h, discount.memory, num_unary(h, OP_NEG, mul(h, discount.value, rate)));
	total = open_memory(L, MEMORY_STOCK, initial);
	close_memory(h, total.memory, flow);
	return give(L, mul(h, add(h, total.value, mul(h, flow, constant(model_time(h->model)->step))), factor));
}

int library_sample_if_true(lua_State *L)
{
	struct host *h = host_of(L);
	struct num x, initial, value;
	struct state s;

	if (!lua_isboolean(L, 1))
		luaL_error(L, _("the first argument of sample_if_true must be a condition such as v.x >= 0.5"));
	x = library_argument(L, 2);
	initial = library_argument(L, 3);
	s = open_memory(L, MEMORY_HELD, initial);
	value = lua_toboolean(L, 1) ? x : s.value;
	close_memory(h, s.memory, value);
	return give(L, value);
}
