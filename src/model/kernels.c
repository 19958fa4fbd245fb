/* SPDX-License-Identifier: MIT
 *
 * Compiled once for any CPU and, where configure found that it can be, once more with KERNELS_AVX2 for AVX2.
 */
#include "config.h"

#include "model/kernels.h"

#include <math.h>
#include <sleef.h>

#include "model/kernels_priv.h"

/* An operand that is one number for all lanes stays at element 0. */
#define AT(row, bit, scalars) row[((scalars) & (bit)) ? 0 : i]

#define DEFINE(name, s, operands, expression) \
	static void run_##name##_##s(double *restrict d, const double *a, const double *b, const double *c, size_t lanes) \
	{ \
		(void)b, (void)c; \
		for (size_t i = 0; i < lanes; i++) { \
			const double x = AT(a, 1, s); \
			const double y = (operands) > 1 ? AT(b, 2, s) : 0; \
			const double z = (operands) > 2 ? AT(c, 4, s) : 0; \
			(void)y, (void)z; \
			d[i] = (expression); \
		} \
	}

#define DEFINE_1(name, e) DEFINE(name, 0, 1, e)
#define DEFINE_2(name, e) DEFINE(name, 0, 2, e) DEFINE(name, 1, 2, e) DEFINE(name, 2, 2, e)
#define DEFINE_3(name, e) \
	DEFINE(name, 0, 3, e) DEFINE(name, 1, 3, e) DEFINE(name, 2, 3, e) DEFINE(name, 3, 3, e) \
	DEFINE(name, 4, 3, e) DEFINE(name, 5, 3, e) DEFINE(name, 6, 3, e)
#define DEFINE_ALL(name, operands, e) DEFINE_##operands(name, e)

KERNEL_TABLE(DEFINE_ALL)

/* SLEEF's consistent, contraction-free functions at the widest registers of the instruction set: all give the same bits. */
#if defined(KERNELS_AVX2)
typedef __m256d pack;
enum { PACK = 4 };
#define LOAD(p) _mm256_loadu_pd(p)
#define SPREAD(x) _mm256_set1_pd(x)
#define STORE(p, v) _mm256_storeu_pd(p, v)
#define EXP Sleef_cinz_expd4_u10avx
#define LN Sleef_cinz_logd4_u10avx
#define SIN Sleef_cinz_sind4_u10avx
#define COS Sleef_cinz_cosd4_u10avx
#define POW Sleef_cinz_powd4_u10avx
#elif defined(__SSE2__)
typedef __m128d pack;
enum { PACK = 2 };
#define LOAD(p) _mm_loadu_pd(p)
#define SPREAD(x) _mm_set1_pd(x)
#define STORE(p, v) _mm_storeu_pd(p, v)
#define EXP Sleef_cinz_expd2_u10sse2
#define LN Sleef_cinz_logd2_u10sse2
#define SIN Sleef_cinz_sind2_u10sse2
#define COS Sleef_cinz_cosd2_u10sse2
#define POW Sleef_cinz_powd2_u10sse2
#else
typedef double pack;
enum { PACK = 1 };
#define LOAD(p) (*(p))
#define SPREAD(x) (x)
#define STORE(p, v) (*(p) = (v))
#define EXP Sleef_cinz_expd1_u10purec
#define LN Sleef_cinz_logd1_u10purec
#define SIN Sleef_cinz_sind1_u10purec
#define COS Sleef_cinz_cosd1_u10purec
#define POW Sleef_cinz_powd1_u10purec
#endif

#define DEFINE_FUNCTION(name) \
	static void run_##name(double *restrict d, const double *a, const double *b, const double *c, size_t lanes) \
	{ \
		(void)b, (void)c; \
		for (size_t i = 0; i < lanes; i += PACK) \
			STORE(d + i, name(LOAD(a + i))); \
	}

DEFINE_FUNCTION(EXP)
DEFINE_FUNCTION(LN)
DEFINE_FUNCTION(SIN)
DEFINE_FUNCTION(COS)

static void run_POW_0(double *restrict d, const double *a, const double *b, const double *c, size_t lanes)
{
	(void)c;
	for (size_t i = 0; i < lanes; i += PACK)
		STORE(d + i, POW(LOAD(a + i), LOAD(b + i)));
}

static void run_POW_1(double *restrict d, const double *a, const double *b, const double *c, size_t lanes)
{
	const pack x = SPREAD(*a);

	(void)c;
	for (size_t i = 0; i < lanes; i += PACK)
		STORE(d + i, POW(x, LOAD(b + i)));
}

static void run_POW_2(double *restrict d, const double *a, const double *b, const double *c, size_t lanes)
{
	const pack y = SPREAD(*b);

	(void)c;
	for (size_t i = 0; i < lanes; i += PACK)
		STORE(d + i, POW(LOAD(a + i), y));
}

#define ROW_1(name) [KERNEL_##name] = { run_##name##_0 },
#define ROW_2(name) [KERNEL_##name] = { run_##name##_0, run_##name##_1, run_##name##_2 },
#define ROW_3(name) \
	[KERNEL_##name] = { run_##name##_0, run_##name##_1, run_##name##_2, run_##name##_3, \
	                    run_##name##_4, run_##name##_5, run_##name##_6 },
#define ROW(name, operands, e) ROW_##operands(name)

const struct kernel_set KERNEL_SET = { .of = {
	KERNEL_TABLE(ROW)
	[KERNEL_EXP] = { run_EXP },
	[KERNEL_LN] = { run_LN },
	[KERNEL_SIN] = { run_SIN },
	[KERNEL_COS] = { run_COS },
	[KERNEL_POW] = { run_POW_0, run_POW_1, run_POW_2 },
} };
