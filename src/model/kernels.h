/* SPDX-License-Identifier: MIT
 *
 * Kernels: one operator over a row of lanes, d[i] = f(a[i], b[i], c[i]).
 *
 * Any operand may be a row or one number for all lanes.  Where the compiler allows it the same source is compiled twice, plainly and
 * for AVX2; both give the same bits as op_apply (no contraction, no -ffast-math, SLEEF's consistent functions).
 */
#ifndef PS_MODEL_KERNELS_H
#define PS_MODEL_KERNELS_H

#include <stdbool.h>
#include <stddef.h>

/* X(name, operands, expression of x, y, z). Besides the operators of op.h: two operators in one pass, each rounded on its own. */
#define KERNEL_TABLE(X) \
	X(NEG, 1, -x) \
	X(NOT, 1, x == 0 ? 1.0 : 0.0) \
	X(ABS, 1, fabs(x)) \
	X(SQRT, 1, sqrt(x)) \
	X(FLOOR, 1, floor(x)) \
	X(ADD, 2, x + y) \
	X(SUB, 2, x - y) \
	X(MUL, 2, x * y) \
	X(DIV, 2, x / y) \
	X(MIN, 2, ((x < y) | (x != x)) ? x : y) \
	X(MAX, 2, ((x > y) | (x != x)) ? x : y) \
	X(LT, 2, x < y ? 1.0 : 0.0) \
	X(LE, 2, x <= y ? 1.0 : 0.0) \
	X(SELECT, 3, x != 0 ? y : z) \
	X(ADD_ADD, 3, (x + y) + z) \
	X(ADD_SUB, 3, (x + y) - z) \
	X(ADD_MUL, 3, (x + y) * z) \
	X(ADD_DIV, 3, (x + y) / z) \
	X(SUB_ADD, 3, (x - y) + z) \
	X(SUB_SUB, 3, (x - y) - z) \
	X(SUB_MUL, 3, (x - y) * z) \
	X(SUB_DIV, 3, (x - y) / z) \
	X(MUL_ADD, 3, (x * y) + z) \
	X(MUL_SUB, 3, (x * y) - z) \
	X(MUL_MUL, 3, (x * y) * z) \
	X(MUL_DIV, 3, (x * y) / z) \
	X(DIV_ADD, 3, (x / y) + z) \
	X(DIV_SUB, 3, (x / y) - z) \
	X(DIV_MUL, 3, (x / y) * z) \
	X(DIV_DIV, 3, (x / y) / z) \
	X(RSUB_ADD, 3, z - (x + y)) \
	X(RSUB_MUL, 3, z - (x * y)) \
	X(RSUB_DIV, 3, z - (x / y)) \
	X(RSUB_SUB, 3, z - (x - y)) \
	X(SUB_ABS, 2, fabs(x - y))

enum kernel {
#define KERNEL_ENUM(name, operands, expression) KERNEL_##name,
	KERNEL_TABLE(KERNEL_ENUM)
#undef KERNEL_ENUM
	KERNEL_EXP, KERNEL_LN, KERNEL_SIN, KERNEL_COS, KERNEL_POW,
	KERNEL_COUNT
};

/* The number of lanes of a row is a multiple of this; rows are aligned to as many doubles. */
enum { LANE_STEP = 8 };

typedef void kernel_fn(double *restrict d, const double *a, const double *b, const double *c, size_t lanes);

/* Instruction sets that kernels are compiled for. */
enum isa { ISA_BASE, ISA_AVX2, ISA_COUNT };

/* True when this program has such kernels and this CPU can run them. */
bool isa_usable(enum isa isa);
enum isa isa_best(void);

/* The kernel for operands of which those in `scalars` (bit 0: a, bit 1: b, bit 2: c) are one number for all lanes.
 * Not all three: such a value is no row. */
kernel_fn *kernel_find(enum isa isa, enum kernel kernel, unsigned scalars);

#endif
