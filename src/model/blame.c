/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/blame.h"

#include <math.h>
#include <stdlib.h>

#include "model/lanes.h"
#include "model/model.h"
#include "model/run.h"
#include "model/tape.h"

#include "base/alloc.h"

static struct blame first_bad(const struct model *model, const int *order, size_t count, const double *values)
{
	const struct time_axis *axis = model_time(model);

	for (int step = 0; step <= axis->steps; step++)
		for (size_t i = 0; i < count; i++)
			if (!isfinite(values[i * ((size_t)axis->steps + 1) + (size_t)step]))
				return (struct blame){ .variable = order[i], .time = axis->start + step * axis->step };
	return (struct blame){ .variable = -1 };
}

struct blame blame_find(const struct model *model, const double *values)
{
	size_t count;
	const int *order = model_order(model, &count);
	const struct tape_spec spec = { .model = model, .wanted = order, .wanted_count = count };
	const size_t records = (size_t)model_time(model)->steps + 1;
	struct tape *tape = tape_new(&spec, NULL);
	struct blame blame = { .variable = -1 };
	struct recording recording = { .output_stride = records, .record_stride = 1, .every = 1, .count = (int)records };
	struct lanes *lanes;
	struct run *run;

	if (!tape)
		return blame;
	run = run_new(tape, values);
	lanes = lanes_new(tape, LANE_STEP, isa_best());
	recording.values = xcalloc(count * records, sizeof *recording.values);
	lanes_start(lanes, run, NULL, 1);
	lanes_advance(lanes, (int)records - 1, &recording);
	blame = first_bad(model, order, count, recording.values);
	free(recording.values);
	lanes_free(lanes);
	run_free(run);
	tape_free(tape);
	return blame;
}
