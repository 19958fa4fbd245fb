/* SPDX-License-Identifier: MIT
 *
 * A temporary folder for each test of a program, and files below it.
 */
#ifndef PS_TESTS_BELOW_H
#define PS_TESTS_BELOW_H

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

static char root[PATH_MAX];

static inline int make_root(void **state)
{
	char name[] = "below-XXXXXX", *full;

	(void)state;
	if (!mkdtemp(name) || !(full = realpath(name, NULL)))
		return -1;
	snprintf(root, sizeof root, "%s", full);
	free(full);
	return 0;
}

static inline void remove_all(const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *entry;

	while (dir && (entry = readdir(dir))) {
		char *inner = file_join(path, entry->d_name);

		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 && unlink(inner) < 0)
			remove_all(inner);
		free(inner);
	}
	if (dir)
		closedir(dir);
	rmdir(path);
}

static inline int remove_root(void **state)
{
	(void)state;
	remove_all(root);
	return 0;
}

static inline char *below(const char *path)
{
	return file_join(root, path);
}

static inline char *read_below(const char *path, size_t *length)
{
	char *full = below(path), *bytes = file_read(full, 64 << 20, length, NULL);

	assert_non_null(bytes);
	free(full);
	return bytes;
}

static inline void write_below(const char *path, const char *bytes, size_t length)
{
	char *full = below(path);

	assert_int_equal(file_write(full, bytes, length, NULL), 0);
	free(full);
}

static inline void check_file(const char *path, const char *text)
{
	char *full = below(path), *bytes = file_read(full, 1 << 20, NULL, NULL);

	if (!text) {
		assert_null(bytes);
	} else {
		assert_non_null(bytes);
		assert_string_equal(bytes, text);
	}
	free(bytes);
	free(full);
}

#define in_root(test) cmocka_unit_test_setup_teardown(test, make_root, remove_root)

#endif
