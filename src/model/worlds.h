/* SPDX-License-Identifier: MIT
 *
 * Worlds: one draw of all uncertainties each.  Every uncertainty has a stream of its own, keyed by its name and the seed, so
 * adding, removing or reordering others leaves it as it was, and all scenarios meet the same worlds (paired).
 *
 * A stream is the base-2 van der Corput sequence, shuffled and Owen-scrambled by hashing (Burley 2020, "Practical hash-based Owen
 * scrambling", Journal of Computer Graphics Techniques 9(4)); its first 2^k points hold one point in each of 2^k equal
 * intervals, so all streams together are a Latin hypercube at every power of two.
 */
#ifndef PS_MODEL_WORLDS_H
#define PS_MODEL_WORLDS_H

#include <stdint.h>

enum { WORLD_CENTRAL = -1 };           /* every uncertainty at its default */
enum { WORLDS_MAX = 1 << 24 };

/* The key of the stream of uncertainty `id` under `seed`. */
uint64_t worlds_key(const char *id, uint64_t seed);

/* The point of a stream for world 0, 1, ...; 0 < u < 1. */
double worlds_point(uint64_t key, uint32_t world);

#endif
