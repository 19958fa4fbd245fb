/* SPDX-License-Identifier: MIT
 *
 * Any bytes as a journal, and as the lines of one that its checksums protect otherwise: a history takes what it can, and
 * what it then dumps makes the same history again, before and after undoing and redoing.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "fuzz.h"
#include "scenario/history.h"
#include "scenario/journal.h"

static void add_line(void *context, const char *line, size_t length)
{
	buf_add_bytes(context, line, length);
	buf_add_char(context, '\n');
}

static int take_line(void *context, const char *line, size_t length)
{
	return history_take(context, line, length);
}

/* Each line by itself; those that are none are passed over if `all` is not asked for. */
static void take_lines(struct history *history, const char *text, size_t length, bool all)
{
	while (length) {
		const char *end = memchr(text, '\n', length);
		const size_t n = end ? (size_t)(end - text) : length;
		const int status = history_take(history, text, n);

		fuzz_require(!all || status == 0, "a history takes the lines it gave");
		text += n + (end != NULL);
		length -= n + (end != NULL);
	}
}

static void require_same_again(const struct history *history)
{
	struct history *copy = history_new();
	struct buf first = BUF_INIT, second = BUF_INIT;

	history_dump(history, add_line, &first);
	take_lines(copy, buf_text(&first), first.len, true);
	history_dump(copy, add_line, &second);
	fuzz_require_same(buf_text(&first), first.len, buf_text(&second), second.len, "what is dumped makes the same history");
	buf_release(&first);
	buf_release(&second);
	history_free(copy);
}

static void use(struct history *history)
{
	require_same_again(history);
	for (size_t i = 0; i < history_count(history); i++)
		fuzz_require(history_entry(history, i)->text != NULL, "an entry has a text");
	history_is_changed(history);
	while (history_undo(history))
		;
	require_same_again(history);
	while (history_redo(history))
		;
	fuzz_require(history_at(history) == history_count(history), "all is done again");
	history_forget(history, history_count(history) / 2);
	require_same_again(history);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct history *history = history_new();
	const char *text = length ? (const char *)bytes : "";
	size_t good = 0;

	journal_read(text, length, take_line, history, &good);
	fuzz_require(good <= length, "no more is good than there is");
	if (!good)
		take_lines(history, text, length, false);
	use(history);
	history_free(history);
	return 0;
}
