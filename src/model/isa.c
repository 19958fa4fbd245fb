/* SPDX-License-Identifier: MIT
 *
 * Which set of kernels this machine runs.
 */
#include "config.h"

#include <assert.h>

#include "model/kernels_priv.h"

bool isa_usable(enum isa isa)
{
#ifdef HAVE_AVX2_KERNELS
	if (isa == ISA_AVX2)
		return __builtin_cpu_supports("avx2");
#endif
	return isa == ISA_BASE;
}

enum isa isa_best(void)
{
	return isa_usable(ISA_AVX2) ? ISA_AVX2 : ISA_BASE;
}

kernel_fn *kernel_find(enum isa isa, enum kernel kernel, unsigned scalars)
{
	kernel_fn *fn;

	assert(scalars < 7);
#ifdef HAVE_AVX2_KERNELS
	fn = (isa == ISA_AVX2 ? &kernels_avx2 : &kernels_base)->of[kernel][scalars];
#else
	(void)isa;
	fn = kernels_base.of[kernel][scalars];
#endif
	assert(fn);
	return fn;
}
