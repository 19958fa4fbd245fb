/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/op.h"

#include <assert.h>
#include <math.h>
#include <sleef.h>

struct op_row {
	const char *name;
	int arity;
};

static const struct op_row rows[OP_COUNT] = {
#define OP_ROW(id, text, operands) [id] = { .name = (text), .arity = (operands) },
	OP_TABLE(OP_ROW)
#undef OP_ROW
};

const char *op_name(enum op op)
{
	return rows[op].name;
}

int op_arity(enum op op)
{
	return rows[op].arity;
}

bool op_is_pure(enum op op)
{
	return op > OP_HISTORY;
}

double op_apply(enum op op, double a, double b, double c)
{
	switch (op) {
	case OP_NEG: return -a;
	case OP_NOT: return a == 0 ? 1 : 0;
	case OP_ABS: return fabs(a);
	case OP_SQRT: return sqrt(a);
	case OP_FLOOR: return floor(a);
	case OP_EXP: return Sleef_cinz_expd1_u10purec(a);
	case OP_LN: return Sleef_cinz_logd1_u10purec(a);
	case OP_SIN: return Sleef_cinz_sind1_u10purec(a);
	case OP_COS: return Sleef_cinz_cosd1_u10purec(a);
	case OP_ADD: return a + b;
	case OP_SUB: return a - b;
	case OP_MUL: return a * b;
	case OP_DIV: return a / b;
	case OP_POW: return Sleef_cinz_powd1_u10purec(a, b);
	case OP_MIN: return a < b || a != a ? a : b;
	case OP_MAX: return a > b || a != a ? a : b;
	case OP_LT: return a < b ? 1 : 0;
	case OP_LE: return a <= b ? 1 : 0;
	case OP_SELECT: return a != 0 ? b : c;
	default: break;
	}
	assert(!"a leaf has no value of its own");
	return NAN;
}
