/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "synthetic.h"

#include <math.h>

static double smaller(double a, double b) { return a < b ? a : b; }
static double larger(double a, double b) { return a > b ? a : b; }

void synthetic_run(const double growth[SECTORS], const double delay[SECTORS], struct synthetic_outcomes *out)
{
	double capital[SECTORS], demand[SECTORS], price[SECTORS];

	for (int i = 0; i < SECTORS; i++) {
		capital[i] = 100 + (i + 1);
		demand[i] = 30 + 5 * (i + 1);
		price[i] = 1;
	}
	for (int step = 0; step <= STEPS; step++) {
		for (int i = 0; i < SECTORS; i++) {
			const double capacity = 0.4 * capital[i];
			const double output = smaller(demand[i], capacity);
			const double utilisation = output / larger(capacity, 1);
			const double growth_now = growth[i] * exp(-0.1 * price[i]);
			const double cost = 0.3 + 0.2 * utilisation * utilisation;
			const double tightness = demand[i] / (output + 1);
			const double target_price = larger(0.2, smaller(5, cost * (1 + 0.5 * tightness)));
			const double revenue = output * price[i];
			const double profit = revenue - cost * output;
			const double depreciation = capital[i] * (1 / 15.0);
			const double investment = larger(0, 0.2 * profit + 0.9 * depreciation);
			const double tax = profit > 0 ? 0.25 * profit : 0;

			out->utilisation[i][step] = utilisation;
			out->profit[i][step] = profit;
			out->tax[i][step] = tax;
			capital[i] += investment - depreciation;
			demand[i] += demand[i] * growth_now;
			price[i] += (target_price - price[i]) / delay[i];
		}
	}
}
