/* SPDX-License-Identifier: MIT
 *
 * The host: what the C functions that rules call share, found from any Lua state of ours.  For src/rules only.
 *
 * A load goes through modes.  While declaring, files run and declarations collect.  While tracing, model values are symbols
 * (value.h) and the library builds graph nodes.  While computing, they are plain numbers and the library computes: that is how
 * proofs and the reference engine run.
 */
#ifndef PS_RULES_HOST_H
#define PS_RULES_HOST_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include <lua.h>

#include "base/diags.h"
#include "model/model.h"

struct compute;
struct data_cache;
struct file_names;
struct trace;

enum mode { MODE_DECLARE, MODE_TRACE, MODE_COMPUTE };

/* Limits, also in the manual. A fuzzer, which has to load rules by the thousand, gets by with less. */
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
#define RULES_LESS(limit, divisor) ((limit) / (divisor))
#else
#define RULES_LESS(limit, divisor) (limit)
#endif
enum {
	RULES_MEMORY_MAX = RULES_LESS(64 << 20, 4),  /* bytes of the Lua state */
	RULES_KEPT_MAX = RULES_LESS(64 << 20, 4),    /* bytes of what rules declare */
	RULES_STRING_MAX = 1 << 20,         /* bytes of one string in it */
	RULES_TOTAL_INSTRUCTIONS = RULES_LESS(60000000, 100), /* of a load in all */
	RULES_LOAD_INSTRUCTIONS = RULES_LESS(20000000, 100), /* of a file while it declares */
	RULES_CALL_INSTRUCTIONS = RULES_LESS(5000000, 100), /* of an equation over all its paths, or of one call in plain Lua */
	RULES_MS_MAX = 700,                 /* of processor time for a load, where the number of operations does not tell it */
	RULES_DEPTH_MAX = 200,              /* functions that call each other */
	RULES_EXTRA_MAX = 100,              /* values in `...`, which a single operation copies */
	RULES_UNPACK_MAX = 1000,            /* values that table.unpack gives */
	RULES_POINTS_MAX = 100000,          /* points of a series or lookup */
	RULES_PATHS_MAX = 1024,             /* ways through one equation */
	RULES_DATA_MAX = 128 << 20,         /* bytes of all data files */
	RULES_FILES_MAX = 16 << 20,         /* bytes of all rule files */
	RULES_CELLS_MAX = RULES_LESS(20000000, 100), /* operations of the expression graph times steps */
	RULES_NODES_MAX = 1000000,          /* of the expression graph */
	RULES_MEMORIES_MAX = 20000,         /* functions with memory, counted where they are called */
	RULES_TABLES_MAX = 20000,           /* series and lookups */
	RULES_VARIABLES_MAX = 20000,
	RULES_SETTINGS_MAX = 20000,         /* settings of all checks */
	RULES_GROUPS_MAX = 1000,
	RULES_CLAIMS_MAX = 10000,
	RULES_LIST_MAX = 200,               /* marks or sources of a variable, inputs of a claim */
	RULES_NAME_MAX = 64,                /* bytes of an id */
	RULES_LONG_NAME_MAX = 200,          /* bytes of a check's name, of a key */
	RULES_TEXT_MAX = 64 << 10,          /* bytes of a label, help or note */
};

/* What part of a variable an equation gives. */
enum part { PART_VALUE, PART_INITIAL };

struct equation {
	int variable;
	enum part part;
	int function;         /* reference in the registry */
	struct place place;
	bool has_condition;   /* its text holds if, and, or, ...: worth probing */
	int *memories;        /* the model's memories of its smooth, delay1, ... in the order of their calls */
	unsigned *callers;    /* of each of them: a hash of the lines that it was called from */
	size_t memory_count, memory_cap;
	int *reads;           /* variables that it asks for on any path, whether or not its value depends on them */
	size_t read_count, read_cap;
};

struct rule_file {
	const char *name;     /* file name, as places carry it: the path as the user would name it */
	char *base;           /* name within its folder */
	char *text;
	size_t length;
	size_t *lines;        /* where each line begins, and behind the last one the end; NULL until the load is done */
	size_t line_count;
	bool failed;          /* did not run to its end */
};

struct host {
	lua_State *lua;
	size_t memory;        /* bytes in use */
	size_t churn;         /* bytes handed out since the budget was set */
	unsigned refusals;    /* blocks refused since then */
	enum { REFUSED_MEMORY, REFUSED_STRING } refused;   /* what Lua last asked too much of, and where */
	struct place refused_at;
	long budget, given;   /* instructions left, and how many there were */
	const char *budget_of;   /* what they are for: a remedy names it */
	long total;           /* instructions left of the whole load */
	const atomic_int *cancel;   /* the load is to end once it is not 0; NULL: never */
	double deadline;      /* of the thread's processor time, in seconds; 0: none, ... */
	double call_began;    /* ... but for each call; 0: not known yet */
	long charged;         /* since the time was last looked at */
	int hook_step;        /* instructions from hook to hook */
	enum mode mode;
	struct model *model;
	struct diags *diags;
	struct rule_file *files;
	size_t file_count, file_cap;
	struct rule_file *running;       /* while declaring */
	struct equation *equations;
	size_t equation_count, equation_cap;
	struct trace *trace;             /* MODE_TRACE */
	struct compute *compute;         /* MODE_COMPUTE */
	struct data_cache *data;
	struct pending *pending;         /* declarations that wait for their table, settings that wait for their lever; newest first */
	size_t pending_count;
	size_t kept;                     /* bytes of what was declared */
	bool has_model;                  /* `model { ... }` was seen ... */
	struct place model_place;        /* ... and there */
	bool conditions_anywhere;        /* helpers outside of equations hold if, and, or, ... */
};

/* The host of a state. */
struct host *host_of(lua_State *L);

/* Where in a rule file level `level` of the Lua stack is; the file of a chunk by the name it was loaded under. */
struct place host_place(lua_State *L, int level);
struct rule_file *host_file(const struct host *host, const char *chunk);

/* Counts bytes that a declaration is about to take outside of Lua's memory; false when all together take more than they may, which the
 * declaration reports when it is read. */
bool host_keep(struct host *host, size_t bytes);

/* Adds the Lua error message on the top of the stack to the diagnostics, at the place it names (else at `fallback`), prefixed
 * with the equation's name where there is one, and pops it. */
void host_report(struct host *host, const struct place *fallback, const char *about);

#endif
