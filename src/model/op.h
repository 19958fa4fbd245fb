/* SPDX-License-Identifier: MIT
 *
 * The operators of the expression graph, one table row each, and what each gives on numbers.
 *
 * `op_apply` is the meaning; the lane kernels (kernels.h) and the plain-Lua library give the same bits.  Truth is 1 or 0.
 * exp, ln, pow, sin and cos are SLEEF's consistent variants, which give the same bits on every CPU (Shibata and Petrogalli 2020,
 * "SLEEF: A Portable Vectorized Library of C Standard Mathematical Functions", IEEE TPDS 31(6)).
 */
#ifndef PS_MODEL_OP_H
#define PS_MODEL_OP_H

#include <stdbool.h>

/* X(enumerator, name shown, operands) */
#define OP_TABLE(X) \
	X(OP_CONST, "constant", 0) /* a literal number */ \
	X(OP_TIME, "t", 0)         /* year */ \
	X(OP_VAR, "variable", 0)   /* another variable of the model, by index */ \
	X(OP_OTHER, "other", 0)    /* the same in the second run of a two-run check */ \
	X(OP_MEMORY, "memory", 0)  /* the state of smooth, delay1, ...: by index */ \
	X(OP_LOOKUP, "lookup", 1)  /* a table's value at the operand: table by index */ \
	X(OP_HISTORY, "delay_fixed", 2) /* a memory's value operand-1 years ago, operand 2 before there is one */ \
	X(OP_NEG, "-", 1) \
	X(OP_NOT, "not", 1) \
	X(OP_ABS, "abs", 1) \
	X(OP_SQRT, "sqrt", 1) \
	X(OP_FLOOR, "floor", 1) \
	X(OP_EXP, "exp", 1) \
	X(OP_LN, "ln", 1) \
	X(OP_SIN, "sin", 1) \
	X(OP_COS, "cos", 1) \
	X(OP_ADD, "+", 2) \
	X(OP_SUB, "-", 2) \
	X(OP_MUL, "*", 2) \
	X(OP_DIV, "/", 2) \
	X(OP_POW, "^", 2) \
	X(OP_MIN, "min", 2) \
	X(OP_MAX, "max", 2) \
	X(OP_LT, "<", 2) \
	X(OP_LE, "<=", 2) \
	X(OP_SELECT, "if", 3) /* operand 1 true: operand 2, else operand 3 */

enum op {
#define OP_ENUM(id, name, arity) id,
	OP_TABLE(OP_ENUM)
#undef OP_ENUM
	OP_COUNT
};

const char *op_name(enum op op);
int op_arity(enum op op);

/* True for operators that are a pure function of their operands alone (no leaf, no table, no memory). */
bool op_is_pure(enum op op);

/* The value of a pure operator; operands past the arity are ignored. min and max give NaN when either operand is NaN, so that
 * a fault can't hide behind them. */
double op_apply(enum op op, double a, double b, double c);

#endif
