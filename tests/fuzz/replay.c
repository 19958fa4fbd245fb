/* SPDX-License-Identifier: MIT
 *
 * A fuzz target as a test: runs it once over each input of its corpus, or over the files and folders that are named.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/file.h"
#include "fuzz.h"

static int complain(const struct err *err)
{
	fprintf(stderr, "%s\n", err->text);
	return -1;
}

static int run_file(const char *path)
{
	struct err err;
	size_t length;
	char *bytes = file_read(path, FILE_TABLE_MAX, &length, &err);

	if (!bytes)
		return complain(&err);
	printf("%s\n", path);
	fflush(stdout);
	LLVMFuzzerTestOneInput((const uint8_t *)bytes, length);
	free(bytes);
	return 0;
}

static int run_folder(const char *folder)
{
	struct file_names names;
	struct err err;
	int status = 0;

	if (file_list(folder, "", &names, &err) < 0)
		return complain(&err);
	if (!names.count) {
		fprintf(stderr, "%s: is empty\n", folder);
		status = -1;
	}
	for (size_t i = 0; i < names.count && status == 0; i++) {
		char *path = file_join(folder, names.name[i]);

		status = run_file(path);
		free(path);
	}
	file_names_release(&names);
	return status;
}

/* The corpus of the target that this program is: .../fuzz_NAME. */
static char *own_corpus(const char *program)
{
	const char *source = getenv("srcdir");
	char *base = file_base(program), *path;
	const char *name = strstr(base, "fuzz_");

	path = xasprintf("%s/tests/fuzz/corpus/%s", source ? source : ".", name ? name + strlen("fuzz_") : base);
	free(base);
	return path;
}

int main(int argc, char *argv[])
{
	int status = 0;

	if (argc < 2) {
		char *corpus = own_corpus(argv[0]);

		status = run_folder(corpus);
		free(corpus);
	}
	for (int i = 1; i < argc && status == 0; i++)
		status = file_is_folder(argv[i]) ? run_folder(argv[i]) : run_file(argv[i]);
	return status ? EXIT_FAILURE : EXIT_SUCCESS;
}
