/* SPDX-License-Identifier: MIT
 *
 * A short name for a set of named contents (rule and data files): equal sets have equal fingerprints, and any change
 * of a name, a byte or the order gives another one for all practical purposes.  FNV-1a, 64 bits: it finds accidents,
 * it does not resist forgery.
 */
#ifndef PS_BASE_FINGERPRINT_H
#define PS_BASE_FINGERPRINT_H

#include <stddef.h>
#include <stdint.h>

struct fingerprint {
	uint64_t hash;
};

enum { FINGERPRINT_TEXT_MAX = 17 };

#define FINGERPRINT_INIT { 0xcbf29ce484222325u }

/* Lengths go in too, so that contents can't run into each other. */
void fingerprint_add(struct fingerprint *fingerprint, const char *name, const void *bytes, size_t length);

/* Sixteen lower-case hexadecimal digits. Returns `text`. */
const char *fingerprint_text(const struct fingerprint *fingerprint, char text[FINGERPRINT_TEXT_MAX]);

#endif
