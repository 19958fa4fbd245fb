/* SPDX-License-Identifier: MIT
 *
 * model/kernels: every kernel, with every combination of rows and single numbers, gives op_apply's bits under every
 * instruction set.
 */
#include "config.h"

#include "model/kernels.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <float.h>
#include <math.h>
#include <string.h>

#include "build.h"
#include "model/op.h"

/* What a kernel is made of: `outer` of (a inner b) and c, or the other way round. */
struct made_of {
	enum { SINGLE, LEFT, RIGHT, ABSOLUTE } form;
	enum op outer, inner;
	int operands;
};

#define S(op, n) { SINGLE, op, OP_CONST, n }
#define L(inner, outer) { LEFT, outer, inner, 3 }
#define R(inner) { RIGHT, OP_SUB, inner, 3 }

static const struct made_of recipes[KERNEL_COUNT] = {
	[KERNEL_NEG] = S(OP_NEG, 1),
	[KERNEL_NOT] = S(OP_NOT, 1),
	[KERNEL_ABS] = S(OP_ABS, 1),
	[KERNEL_SQRT] = S(OP_SQRT, 1),
	[KERNEL_FLOOR] = S(OP_FLOOR, 1),
	[KERNEL_EXP] = S(OP_EXP, 1),
	[KERNEL_LN] = S(OP_LN, 1),
	[KERNEL_SIN] = S(OP_SIN, 1),
	[KERNEL_COS] = S(OP_COS, 1),
	[KERNEL_ADD] = S(OP_ADD, 2),
	[KERNEL_SUB] = S(OP_SUB, 2),
	[KERNEL_MUL] = S(OP_MUL, 2),
	[KERNEL_DIV] = S(OP_DIV, 2),
	[KERNEL_POW] = S(OP_POW, 2),
	[KERNEL_MIN] = S(OP_MIN, 2),
	[KERNEL_MAX] = S(OP_MAX, 2),
	[KERNEL_LT] = S(OP_LT, 2),
	[KERNEL_LE] = S(OP_LE, 2),
	[KERNEL_SELECT] = S(OP_SELECT, 3),
	[KERNEL_ADD_ADD] = L(OP_ADD, OP_ADD),
	[KERNEL_ADD_SUB] = L(OP_ADD, OP_SUB),
	[KERNEL_ADD_MUL] = L(OP_ADD, OP_MUL),
	[KERNEL_ADD_DIV] = L(OP_ADD, OP_DIV),
	[KERNEL_SUB_ADD] = L(OP_SUB, OP_ADD),
	[KERNEL_SUB_SUB] = L(OP_SUB, OP_SUB),
	[KERNEL_SUB_MUL] = L(OP_SUB, OP_MUL),
	[KERNEL_SUB_DIV] = L(OP_SUB, OP_DIV),
	[KERNEL_MUL_ADD] = L(OP_MUL, OP_ADD),
	[KERNEL_MUL_SUB] = L(OP_MUL, OP_SUB),
	[KERNEL_MUL_MUL] = L(OP_MUL, OP_MUL),
	[KERNEL_MUL_DIV] = L(OP_MUL, OP_DIV),
	[KERNEL_DIV_ADD] = L(OP_DIV, OP_ADD),
	[KERNEL_DIV_SUB] = L(OP_DIV, OP_SUB),
	[KERNEL_DIV_MUL] = L(OP_DIV, OP_MUL),
	[KERNEL_DIV_DIV] = L(OP_DIV, OP_DIV),
	[KERNEL_RSUB_ADD] = R(OP_ADD),
	[KERNEL_RSUB_SUB] = R(OP_SUB),
	[KERNEL_RSUB_MUL] = R(OP_MUL),
	[KERNEL_RSUB_DIV] = R(OP_DIV),
	[KERNEL_SUB_ABS] = { ABSOLUTE, OP_ABS, OP_SUB, 2 },
};

static double expected(const struct made_of *k, double a, double b, double c)
{
	const double inner = k->form == SINGLE ? 0 : op_apply(k->inner, a, b, 0);

	switch (k->form) {
	case SINGLE: return op_apply(k->outer, a, b, c);
	case LEFT: return op_apply(k->outer, inner, c, 0);
	case RIGHT: return op_apply(k->outer, c, inner, 0);
	default: return op_apply(OP_ABS, inner, 0, 0);
	}
}

static const double special[] = {
	0,
	-0.0,
	1,
	-1,
	0.5,
	-2.5,
	INFINITY,
	-INFINITY,
	NAN,
	DBL_MIN,
	-DBL_MIN,
	0x1p-1074,
	DBL_MAX,
	-DBL_MAX,
	DBL_EPSILON,
	3,
	700,
	-750,
	1e-300,
	2,
	1e15,
	0x1.fffffffffffffp-1,
};

enum { COUNT = 1024 };

/* Runs one kernel over the rows, whose single numbers lie in blocks of one element so that a checker sees any other
 * read. */
static void check(enum isa isa, enum kernel kernel, unsigned scalars, double *const rows[3], size_t lanes)
{
	const struct made_of *recipe = &recipes[kernel];
	double *got = aligned_alloc(64, lanes * sizeof *got);
	const double *from[3];

	for (int i = 0; i < 3; i++) {
		from[i] = rows[i];
		if (scalars & (1u << i)) {
			double *number = xmalloc(sizeof *number);

			*number = rows[i][0];
			from[i] = number;
		}
	}
	kernel_find(isa, kernel, scalars)(got, from[0], from[1], from[2], lanes);
	for (size_t i = 0; i < lanes; i++) {
		const double a = rows[0][scalars & 1 ? 0 : i], b = rows[1][scalars & 2 ? 0 : i],
					 c = rows[2][scalars & 4 ? 0 : i];
		const double wanted = expected(recipe, a, b, c);

		if (!(isnan(wanted) && isnan(got[i])) && memcmp(&wanted, &got[i], sizeof wanted))
			fail_msg("kernel %d, isa %d, scalars %u: of %a, %a, %a it gives %a, not %a", kernel, isa, scalars, a, b, c,
			         got[i], wanted);
	}
	for (int i = 0; i < 3; i++)
		if (scalars & (1u << i))
			free((double *)from[i]);
	free(got);
}

static bool has_variant(const struct made_of *recipe, unsigned scalars)
{
	const unsigned all = (1u << recipe->operands) - 1;

	return !(scalars & ~all) && scalars != all;
}

static void check_all(enum isa isa, double *const rows[3], size_t lanes)
{
	for (int k = 0; k < KERNEL_COUNT; k++)
		for (unsigned scalars = 0; scalars < 7; scalars++)
			if (has_variant(&recipes[k], scalars))
				check(isa, (enum kernel)k, scalars, rows, lanes);
}

static void new_rows(double *rows[3])
{
	for (int i = 0; i < 3; i++)
		rows[i] = aligned_alloc(64, COUNT * sizeof **rows);
}

static void free_rows(double *rows[3])
{
	for (int i = 0; i < 3; i++)
		free(rows[i]);
}

static void test_every_kernel_is_known(void **state)
{
	(void)state;
	for (int k = 0; k < KERNEL_COUNT; k++)
		assert_in_range(recipes[k].operands, 1, 3);
	assert_true(isa_usable(ISA_BASE));
	assert_true(isa_usable(isa_best()));
}

/* Each special value with each other, and each as the single number. */
static void test_special_values(void **state)
{
	const size_t n = ARRAY_LEN(special);
	double *rows[3];

	(void)state;
	new_rows(rows);
	for (int isa = 0; isa < ISA_COUNT; isa++) {
		for (size_t first = 0; isa_usable((enum isa)isa) && first < n; first++) {
			for (size_t i = 0; i < COUNT; i++) {
				rows[0][i] = special[(first + i) % n];
				rows[1][i] = special[(first + i / n) % n];
				rows[2][i] = special[(first + i / 3 + i / n) % n];
			}
			check_all((enum isa)isa, rows, COUNT);
		}
	}
	free_rows(rows);
}

static void test_random_values(void **state)
{
	uint64_t seed = 7;
	double *rows[3];

	(void)state;
	new_rows(rows);
	for (int round = 0; round < 50; round++) {
		const double scale = round % 3 == 0 ? 1 : round % 3 == 1 ? 1e6 : 1e-6;

		for (int k = 0; k < 3; k++)
			for (size_t i = 0; i < COUNT; i++)
				rows[k][i] = random_between(&seed, -scale, scale);
		for (int isa = 0; isa < ISA_COUNT; isa++)
			if (isa_usable((enum isa)isa))
				check_all((enum isa)isa, rows, (size_t)LANE_STEP << (round % 8));
	}
	free_rows(rows);
}

/* The functions of SLEEF over their whole range, where sets of registers could differ. */
static void test_any_bits(void **state)
{
	static const enum kernel functions[] = { KERNEL_EXP, KERNEL_LN, KERNEL_SIN, KERNEL_COS, KERNEL_POW };
	uint64_t seed = 11;
	double *rows[3];

	(void)state;
	new_rows(rows);
	for (int round = 0; round < 200; round++) {
		for (int k = 0; k < 3; k++) {
			for (size_t i = 0; i < COUNT; i++) {
				const uint64_t bits = next_random(&seed);

				memcpy(&rows[k][i], &bits, sizeof bits);
			}
		}
		for (int isa = 0; isa < ISA_COUNT; isa++)
			for (size_t k = 0; isa_usable((enum isa)isa) && k < ARRAY_LEN(functions); k++)
				check((enum isa)isa, functions[k], 0, rows, COUNT);
	}
	free_rows(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_kernel_is_known), cmocka_unit_test(test_special_values),
		cmocka_unit_test(test_random_values),         cmocka_unit_test(test_any_bits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
