/* SPDX-License-Identifier: MIT
 *
 * Text files in the encodings that offices send, as a stream of UTF-8.  A byte-order mark decides; without one the
 * text is UTF-8 if all of it is, else CP949 (which EUC-KR is a part of) if all of it is that.  A UTF-8 file with a few
 * broken bytes is told apart from CP949 and refused, instead of being read as nonsense.  Memory is bounded whatever
 * the size.
 */
#ifndef PS_DATA_ENCODING_H
#define PS_DATA_ENCODING_H

#include <stddef.h>
#include <sys/types.h>

struct err;

enum encoding { ENCODING_UTF8, ENCODING_UTF8_MARK, ENCODING_CP949, ENCODING_UTF16LE, ENCODING_UTF16BE };

/* For people: "UTF-8", "UTF-8 with a byte-order mark", "CP949 (EUC-KR)", ... */
const char *encoding_name(enum encoding encoding);

/* Opens a file of at most `max` bytes, or bytes in memory (borrowed until closed) that are called `name` in errors, and
 * finds out the encoding, for which the whole file is looked through once. */
struct decoder;
struct decoder *decoder_open(const char *path, size_t max, struct err *err);
struct decoder *decoder_open_bytes(const char *name, const void *bytes, size_t length, struct err *err);
enum encoding decoder_encoding(const struct decoder *decoder);

/* The next up to `size` (at least 16) bytes of UTF-8 without the mark, which may end inside a character; 0 at the
 * end, -1 on error: a byte that does not belong, with its line; a file that changed since it was opened. */
ssize_t decoder_read(struct decoder *decoder, char *text, size_t size, struct err *err);
void decoder_close(struct decoder *decoder);

#endif
