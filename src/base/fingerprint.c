/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/fingerprint.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define FNV_PRIME UINT64_C(0x100000001b3)

static void add_bytes(struct fingerprint *fingerprint, const void *bytes, size_t length)
{
	const unsigned char *p = bytes;

	for (size_t i = 0; i < length; i++)
		fingerprint->hash = (fingerprint->hash ^ p[i]) * FNV_PRIME;
}

/* As eight bytes, lowest first, on every machine. */
static void add_length(struct fingerprint *fingerprint, uint64_t length)
{
	unsigned char bytes[8];

	for (int i = 0; i < 8; i++)
		bytes[i] = (unsigned char)(length >> (8 * i));
	add_bytes(fingerprint, bytes, sizeof bytes);
}

void fingerprint_add(struct fingerprint *fingerprint, const char *name, const void *bytes, size_t length)
{
	add_length(fingerprint, strlen(name));
	add_bytes(fingerprint, name, strlen(name));
	add_length(fingerprint, length);
	add_bytes(fingerprint, bytes, length);
}

const char *fingerprint_text(const struct fingerprint *fingerprint, char text[FINGERPRINT_TEXT_MAX])
{
	snprintf(text, FINGERPRINT_TEXT_MAX, "%016" PRIx64, fingerprint->hash);
	return text;
}
