/* SPDX-License-Identifier: MIT
 *
 * A model with all that an ensemble of it needs: for the tests of ensembles and of bands.
 */
#ifndef PS_TESTS_MANY_H
#define PS_TESTS_MANY_H

#include <stdlib.h>

#include "model/draws.h"
#include "model/ensemble.h"
#include "model/model.h"
#include "model/tape.h"

struct many {
	struct model *m;
	struct tape *tape;
	struct draws *draws;
	double *values;
	struct ensemble_spec spec;
};

/* Takes the model over. `spec` says what the tape is wanted for, without the model and what varies. So many worlds of the
 * seed are drawn, every step is recorded. */
static inline void many_init(struct many *many, struct model *m, struct tape_spec spec, uint64_t seed, size_t worlds)
{
	bool *varies;

	many->m = m;
	many->draws = draws_new(m, seed, worlds);
	many->values = model_defaults(m);
	varies = draws_varying(many->draws, NULL);
	spec.model = m;
	spec.varies = varies;
	many->tape = tape_new(&spec, NULL);
	free(varies);
	many->spec = (struct ensemble_spec){
		.tape = many->tape, .values = many->values, .draws = many->draws, .worlds = worlds, .isa = isa_best(),
		.records = { .every = 1, .count = model_time(m)->steps + 1 },
	};
}

static inline void many_release(struct many *many)
{
	tape_free(many->tape);
	draws_free(many->draws);
	free(many->values);
	model_free(many->m);
}

#endif
