/* SPDX-License-Identifier: MIT
 *
 * Tapes for one model: a tape serves all runs in which the same inputs vary, and making one takes time, so they are
 * kept as long as they are used, and the last few beyond that.  Any thread may call.
 */
#ifndef PS_UI_TAPES_H
#define PS_UI_TAPES_H

#include <stdbool.h>
#include <stddef.h>

struct model;
struct tape;
struct tapes;

/* What all tapes record (tape.h); all borrowed, and must outlive the tapes. */
struct tapes_spec {
	const struct model *model;
	const int *wanted;
	size_t wanted_count;
	const int *summaries;
	size_t summary_count;
};

struct tapes *tapes_new(const struct tapes_spec *spec);
void tapes_free(struct tapes *tapes);   /* nobody may use a tape any more */

/* The tape for runs in which the inputs marked in `varies`, one a variable, vary; NULL if there can be none. It stays
 * until it has been released as often as it was taken or kept. */
const struct tape *tapes_take(struct tapes *tapes, const bool *varies);
void tapes_keep(struct tapes *tapes, const struct tape *tape);
void tapes_release(struct tapes *tapes, const struct tape *tape);

#endif
