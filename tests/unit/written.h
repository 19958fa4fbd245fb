/* SPDX-License-Identifier: MIT
 *
 * Rule files written for a test, in a folder of their own.
 */
#ifndef PS_TESTS_WRITTEN_H
#define PS_TESTS_WRITTEN_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/diags.h"
#include "base/file.h"
#include "rules/rules.h"

struct written {
	char folder[64];
	struct diags diags;
	struct rules *rules;
};

static inline void written_init(struct written *w)
{
	*w = (struct written){ .folder = "/tmp/publicstake-test-XXXXXX" };
	if (!mkdtemp(w->folder))
		abort();
}

static inline void written_file_of(struct written *w, const char *name, const char *text, size_t length)
{
	char *path = file_join(w->folder, name);
	FILE *file = fopen(path, "w");

	if (!file || fwrite(text, 1, length, file) != length || fclose(file))
		abort();
	free(path);
}

static inline void written_file(struct written *w, const char *name, const char *text)
{
	written_file_of(w, name, text, strlen(text));
}

/* Loads what was written, the same folder for data; NULL where there are mistakes. */
static inline struct rules *written_load(struct written *w)
{
	const char *const dirs[] = { w->folder };
	const struct rules_spec spec = { .rule_dirs = dirs, .rule_dir_count = 1, .data_dirs = dirs, .data_dir_count = 1 };

	rules_free(w->rules);
	diags_release(&w->diags);
	w->rules = rules_load(&spec, &w->diags);
	return w->rules;
}

/* All mistakes, a line each, with file names as they were written; the caller's to free. */
static inline char *written_mistakes(const struct written *w)
{
	char *all = xstrdup("");

	for (size_t i = 0; i < w->diags.count; i++) {
		char *line = diags_line(&w->diags, i), *longer;
		const size_t cut = strlen(w->folder) + 1;

		for (char *at = strstr(line, w->folder); at; at = strstr(at, w->folder))
			memmove(at, at + cut, strlen(at + cut) + 1);
		longer = xasprintf("%s%s\n", all, line);
		free(all);
		free(line);
		all = longer;
	}
	return all;
}

static inline void written_release(struct written *w)
{
	struct file_names names;

	rules_free(w->rules);
	diags_release(&w->diags);
	if (!file_list(w->folder, "", &names, NULL)) {
		for (size_t i = 0; i < names.count; i++) {
			char *path = file_join(w->folder, names.name[i]);

			unlink(path);
			free(path);
		}
		file_names_release(&names);
	}
	rmdir(w->folder);
}

#endif
