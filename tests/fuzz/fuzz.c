/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fuzz.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"

void fuzz_require(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "fuzz: does not hold: %s\n", what);
	abort();
}

void fuzz_require_same(const char *a, size_t a_length, const char *b, size_t b_length, const char *what)
{
	if (a_length == b_length && (!a_length || !memcmp(a, b, a_length)))
		return;
	fprintf(stderr, "fuzz: one is\n%.*s\nthe other\n%.*s\n", (int)a_length, a, (int)b_length, b);
	fuzz_require(false, what);
}

void fuzz_require_clean(const char *text, const char *what)
{
	struct buf before = BUF_INIT, again = BUF_INIT;

	buf_addf(&before, ":%s", text);
	text_clean(&again, buf_text(&before), before.len, TEXT_KEEP_NEWLINES);
	fuzz_require_same(buf_text(&before), before.len, buf_text(&again), again.len, what);
	buf_release(&before);
	buf_release(&again);
}

struct fuzz_input fuzz_input(const uint8_t *bytes, size_t length)
{
	const char *start = length ? (const char *)bytes : "";

	return (struct fuzz_input){ start, start + length };
}

unsigned fuzz_byte(struct fuzz_input *input)
{
	return input->at < input->end ? (unsigned char)*input->at++ : 0;
}

double fuzz_number(struct fuzz_input *input)
{
	unsigned char bytes[sizeof(double)];
	double number;

	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (unsigned char)fuzz_byte(input);
	memcpy(&number, bytes, sizeof number);
	return number;
}

char *fuzz_line(struct fuzz_input *input)
{
	const size_t left = (size_t)(input->end - input->at);
	const char *end = memchr(input->at, '\n', left);
	const size_t length = end ? (size_t)(end - input->at) : left;
	char *line = xstrndup(input->at, length);

	input->at += length + (end != NULL);
	return line;
}

const char *fuzz_rest(struct fuzz_input *input, size_t *length)
{
	const char *rest = input->at;

	*length = (size_t)(input->end - input->at);
	input->at = input->end;
	return rest;
}

static char folder[64];

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st;
	(void)type;
	(void)at;
	return remove(path);
}

static void remove_folder(void)
{
	nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

void fuzz_remove(const char *name)
{
	char *path = file_join(fuzz_folder(), name);

	nftw(path, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	free(path);
}

const char *fuzz_folder(void)
{
	if (*folder)
		return folder;
	snprintf(folder, sizeof folder, "%s/publicstake-fuzz.XXXXXX", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	fuzz_require(mkdtemp(folder) != NULL, "a temporary folder can be made");
	atexit(remove_folder);
	return folder;
}

void fuzz_write(const char *name, const void *bytes, size_t length)
{
	char *path = file_join(fuzz_folder(), name);
	FILE *file = fopen(path, "w");

	fuzz_require(file && fwrite(bytes, 1, length, file) == length && fclose(file) == 0, "a temporary file can be written");
	free(path);
}
