/* SPDX-License-Identifier: MIT
 *
 * What a model holds: for model.c (building and reading) and model_order.c (what uses what) only.
 */
#ifndef PS_MODEL_MODEL_PRIV_H
#define PS_MODEL_MODEL_PRIV_H

#include "model/model.h"

struct model {
	struct variable *variables;
	size_t count, cap;
	int *index;            /* ids by open addressing: variable + 1, 0 where free */
	size_t index_size;     /* a power of two */
	struct graph *graph;
	struct memory *memories;
	size_t memory_count, memory_cap;
	struct series **tables;
	size_t table_count, table_cap;
	struct group *groups;
	size_t group_count, group_cap;
	struct claim *claims;
	size_t claim_count, claim_cap;
	char **files;
	size_t file_count, file_cap;
	struct time_axis time;
	struct text title;
	char *fingerprint, *data_fingerprint;
	int *order;
	size_t order_count;
	int *links;            /* backs every variable's uses and used_by */
};

#endif
