/* SPDX-License-Identifier: MIT
 *
 * What kernels.c, compiled once for each instruction set, hands to isa.c.
 */
#ifndef PS_MODEL_KERNELS_PRIV_H
#define PS_MODEL_KERNELS_PRIV_H

#include "model/kernels.h"

struct kernel_set {
	kernel_fn *of[KERNEL_COUNT][7];  /* by kernel and by which operands are scalars */
};

#ifdef KERNELS_AVX2
#define KERNEL_SET kernels_avx2
#else
#define KERNEL_SET kernels_base
#endif

extern const struct kernel_set kernels_base, kernels_avx2;

#endif
