/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/worlds.h"

static uint64_t finalise(uint64_t x)
{
	/* SplitMix64's finaliser: Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators". */
	x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
	x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
	return x ^ (x >> 31);
}

uint64_t worlds_key(const char *id, uint64_t seed)
{
	uint64_t hash = 0xCBF29CE484222325u;  /* FNV-1a */

	for (const unsigned char *c = (const unsigned char *)id; *c; c++)
		hash = (hash ^ *c) * 0x100000001B3u;
	return finalise(hash ^ finalise(seed + 0x9E3779B97F4A7C15u));
}

static uint32_t reverse_bits(uint32_t x)
{
	x = (x >> 16) | (x << 16);
	x = ((x & 0x00FF00FFu) << 8) | ((x & 0xFF00FF00u) >> 8);
	x = ((x & 0x0F0F0F0Fu) << 4) | ((x & 0xF0F0F0F0u) >> 4);
	x = ((x & 0x33333333u) << 2) | ((x & 0xCCCCCCCCu) >> 2);
	return ((x & 0x55555555u) << 1) | ((x & 0xAAAAAAAAu) >> 1);
}

/* A hash in which each bit depends only on lower ones: on reversed bits it is a nested uniform scramble (Burley 2020, the improved
 * Laine-Karras permutation). */
static uint32_t permute_upwards(uint32_t x, uint32_t key)
{
	x ^= x * 0x3D20ADEAu;
	x += key;
	x *= (key >> 16) | 1u;
	x ^= x * 0x05526C56u;
	x ^= x * 0x53A22864u;
	return x;
}

static uint32_t owen_scramble(uint32_t x, uint32_t key)
{
	return reverse_bits(permute_upwards(reverse_bits(x), key));
}

double worlds_point(uint64_t key, uint32_t world)
{
	const uint32_t order = (uint32_t)finalise(key + 1), scramble = (uint32_t)finalise(key + 2);
	const uint32_t shuffled = owen_scramble(world, order);
	const uint32_t point = owen_scramble(reverse_bits(shuffled), scramble);

	return (point + 0.5) * 0x1p-32;
}
