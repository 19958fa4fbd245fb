/* SPDX-License-Identifier: MIT
 *
 * What the fuzz targets share.  Each is one file with LLVMFuzzerTestOneInput: configured with --enable-fuzzing it becomes
 * a fuzzer, else a test that runs the inputs in corpus/NAME once (replay.c).  What a fuzzer finds is put there.
 */
#ifndef PS_FUZZ_FUZZ_H
#define PS_FUZZ_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* Ends the program, and says what does not hold. */
void fuzz_require(bool holds, const char *what);

/* The same unless both are the same bytes. */
void fuzz_require_same(const char *a, size_t a_length, const char *b, size_t b_length, const char *what);

/* No control characters, nothing that is not UTF-8: fit for a terminal, behind other text. */
void fuzz_require_clean(const char *text, const char *what);

/* An input taken apart from its start; at its end there are only zeros. */
struct fuzz_input {
	const char *at, *end;
};
struct fuzz_input fuzz_input(const uint8_t *bytes, size_t length);
unsigned fuzz_byte(struct fuzz_input *input);
double fuzz_number(struct fuzz_input *input);            /* any double, also NaN and infinities */
char *fuzz_line(struct fuzz_input *input);               /* up to a line feed, which goes too; NULs end it early. The caller's */
const char *fuzz_rest(struct fuzz_input *input, size_t *length);

/* A folder of this program's own in memory, where the system has that, emptied at the end of the program. */
const char *fuzz_folder(void);

/* Writes a file below that folder; removes a file or a folder, if it is there. */
void fuzz_write(const char *name, const void *bytes, size_t length);
void fuzz_remove(const char *name);

#endif
