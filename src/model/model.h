/* SPDX-License-Identifier: MIT
 *
 * A model as declared: its variables, their texts and sources, and their equations as nodes of one expression graph.
 *
 * The rules layer (or a test) builds it: model_new, model_add for each declaration, equations into model_graph, model_finish.
 * From then on it is read only.  It knows neither Lua nor how it is run: tape.h makes it runnable.
 */
#ifndef PS_MODEL_MODEL_H
#define PS_MODEL_MODEL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"
#include "model/spread.h"

struct diags;
struct graph;
struct model;
struct series;

enum var_kind {
	VAR_LEVER,        /* a policy that the user sets */
	VAR_UNCERTAINTY,  /* an assumption about the world, drawn in each world unless set or fixed */
	VAR_SERIES,       /* data over time */
	VAR_STOCK,        /* initial value and rate of change per year */
	VAR_AUXILIARY,    /* an equation */
	VAR_OUTCOME,      /* an equation shown to the user */
	VAR_SUMMARY,      /* one number for a whole run */
	VAR_CHECK,        /* a statement that must hold */
	VAR_KINDS
};

enum basis { BASIS_NONE, BASIS_PUBLISHED, BASIS_ESTIMATE, BASIS_DEFINITION };
enum better { BETTER_NEITHER, BETTER_HIGHER, BETTER_LOWER };
enum method { METHOD_EULER, METHOD_RK4 };

enum summary_kind { SUMMARY_FIRST, SUMMARY_AT, SUMMARY_MINIMUM, SUMMARY_MAXIMUM, SUMMARY_TOTAL, SUMMARY_MEAN };

/* Where a declaration or an equation stands. `file` is borrowed from the model's list of files. */
struct place {
	const char *file;
	int line, last_line;  /* 0 where there is none */
};

struct mark {
	double value;
	struct text label;
	char *source;  /* may be NULL */
};

/* A setting of a check: a value, or relative to the first run's. */
struct change {
	int variable;
	enum { CHANGE_SET, CHANGE_PLUS, CHANGE_TIMES } how;
	double by;
};

struct changes {
	struct change *items;
	size_t count, cap;
};

struct variable {
	enum var_kind kind;
	char *id;
	struct text label, help;
	char *unit, *group;          /* "" where none */
	char **sources;
	size_t source_count;
	enum basis basis;
	struct place declared;       /* the declaration */
	struct place equation;       /* value, rate, holds, ...; line 0 where there is none */
	struct place start;          /* a stock's initial value; line 0 where it is a number */

	double value;                /* default of levers and uncertainties; initial number of a stock without equation */
	double lo, hi, step;         /* range and slider step (0: continuous) of levers and uncertainties */
	bool is_switch;
	struct mark *marks;
	size_t mark_count;
	struct spread spread;        /* uncertainties */

	bool is_outcome;             /* outcomes, and stocks declared `outcome = true` */
	int headline;                /* place in the headline strip, 0: not in it */
	enum better better;
	struct text note;            /* what a reader has to know of its figures; "" nothing */

	int node;                    /* value, rate, summary's expression, what must hold; NODE_NONE where there is none */
	int initial;                 /* stocks: node of the initial value */
	int table;                   /* series: index of its table, else -1 */

	enum summary_kind summary;
	double at;                   /* SUMMARY_AT, checks: the year; NAN: none */
	struct text none;            /* SUMMARY_FIRST: what to say when it never happens */

	struct changes given, versus;  /* checks */
	bool has_versus;

	const int *uses;             /* variables that its equations name, in order of number; set by model_finish */
	size_t use_count;
	const int *used_by;
	size_t used_by_count;
};

/* The state of a function with memory: a hidden stock (smooth, delay1, ...), a held value (sample_if_true), or all past values. */
enum memory_kind { MEMORY_STOCK, MEMORY_HELD, MEMORY_HISTORY };

struct memory {
	enum memory_kind kind;
	int owner;    /* variable whose equation it stands in */
	int initial;  /* node; unused for MEMORY_HISTORY */
	int next;     /* node: rate per year; value held from the next step on; value to remember */
};

struct group {
	char *id;
	struct text label;
	double order;
};

enum verdict { VERDICT_YES, VERDICT_APPROX, VERDICT_NO };

struct claim_input {
	char *name, *unit, *source;  /* unit and source may be NULL */
	double value;
	enum basis basis;
};

/* A figure stated in one of the essays, and what its inputs give. */
struct claim {
	char *id;
	int essay;
	struct text text, note;
	char *unit;
	double stated, value;  /* value: NAN where nothing can be computed */
	enum verdict verdict;
	bool is_judged;        /* the verdict is the authors' judgement, not arithmetic */
	struct claim_input *inputs;
	size_t input_count;
	struct place declared, equation;
};

struct time_axis {
	double start, stop, step;  /* years */
	enum method method;
	int steps;                 /* from start to stop; time of step i is start + i * step */
};

struct model *model_new(void);
void model_free(struct model *model);

/* ---- building ---- */

/* Adds a variable with empty fields and returns its number. */
int model_add(struct model *model, enum var_kind kind, const char *id);
struct variable *model_edit(struct model *model, int variable);   /* borrowed until the next model_add */
int model_add_memory(struct model *model, const struct memory *memory);
struct memory *model_edit_memory(struct model *model, int memory);
int model_add_table(struct model *model, struct series *table);   /* takes it */
void model_add_group(struct model *model, const struct group *group);   /* takes its texts */
void model_add_claim(struct model *model, const struct claim *claim);   /* takes its texts and inputs */
const char *model_add_file(struct model *model, const char *name);      /* borrowed as long as the model lives */
void model_set_title(struct model *model, struct text title);           /* takes */
void model_set_fingerprint(struct model *model, const char *rules, const char *data);

/* Sets the time axis: `step` divides the span evenly. The error says what does not fit. */
int model_set_time(struct model *model, double start, double stop, double step, enum method method, const char **why);
void model_add_change(struct changes *changes, struct change change);
struct graph *model_edit_graph(struct model *model);

/* Finds what uses what and orders the equations. Loops without a stock are added to `diags` as a path of names; -1 if there is any. */
int model_finish(struct model *model, struct diags *diags);

/* ---- reading ---- */

int model_find(const struct model *model, const char *id);   /* -1: no such variable */
const struct variable *model_variable(const struct model *model, int variable);
size_t model_count(const struct model *model);
const struct memory *model_memory(const struct model *model, int memory);
size_t model_memory_count(const struct model *model);
const struct series *model_table(const struct model *model, int table);
size_t model_table_count(const struct model *model);
const struct group *model_group(const struct model *model, size_t i);
size_t model_group_count(const struct model *model);
const struct group *model_find_group(const struct model *model, const char *id);  /* NULL: not declared */
const struct claim *model_claim(const struct model *model, size_t i);
size_t model_claim_count(const struct model *model);
const struct time_axis *model_time(const struct model *model);
const struct graph *model_graph(const struct model *model);
const struct text *model_title(const struct model *model);
const char *model_fingerprint(const struct model *model);        /* of the rules */
const char *model_data_fingerprint(const struct model *model);

/* Variables with a value at each step (series, stocks, auxiliaries, outcomes) such that each comes after what it uses at the same time. */
const int *model_order(const struct model *model, size_t *count);

/* Levers, uncertainties and series have no equation; the rest do. */
bool var_is_input(enum var_kind kind);       /* lever or uncertainty */
bool var_is_over_time(enum var_kind kind);   /* has a value at each step that changes: series, stock, auxiliary, outcome */
const char *var_kind_name(enum var_kind kind);   /* "lever", ... as in rule files */
const char *summary_name(enum summary_kind kind);

/* What a change makes of a value of the variable: kept within the range. */
double change_apply(const struct change *change, const struct variable *variable, double value);

/* One number per variable: the defaults of levers and uncertainties, NAN for the rest. The caller's to free. */
double *model_defaults(const struct model *model);

/* True for an uncertainty that is drawn in each world when nobody sets it. */
bool var_is_drawn(const struct variable *variable);

#endif
