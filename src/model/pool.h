/* SPDX-License-Identifier: MIT
 *
 * A pool of threads that shares out numbered pieces of work.
 */
#ifndef PS_MODEL_POOL_H
#define PS_MODEL_POOL_H

#include <stdatomic.h>
#include <stddef.h>

struct pool;

enum { POOL_THREADS_MAX = 256 };

/* `threads` counts the caller's own; 0: one a processor. Where no thread can be started fewer are used. The caller's to free. */
struct pool *pool_new(int threads);
void pool_free(struct pool *pool);
int pool_threads(const struct pool *pool);

/* Calls work(ctx, piece, thread) once for each piece below `pieces`, in any order, from several threads (0 <= thread <
 * pool_threads), and returns when all are done. When *cancel becomes nonzero no further piece is begun; NULL: never. One caller
 * at a time. */
void pool_run(struct pool *pool, size_t pieces, void (*work)(void *ctx, size_t piece, int thread), void *ctx,
              const atomic_int *cancel);

#endif
