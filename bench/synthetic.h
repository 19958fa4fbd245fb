/* SPDX-License-Identifier: MIT
 *
 * The synthetic model of the bench, written by hand: what a modeller would write in C for one world.  Same equations as synthetic.lua.
 */
#ifndef PS_BENCH_SYNTHETIC_H
#define PS_BENCH_SYNTHETIC_H

enum { SECTORS = 10, STEPS = 75, OUTCOMES = 3 };

struct synthetic_outcomes {
	double utilisation[SECTORS][STEPS + 1], profit[SECTORS][STEPS + 1], tax[SECTORS][STEPS + 1];
};

void synthetic_run(const double growth[SECTORS], const double delay[SECTORS], struct synthetic_outcomes *out);

#endif
