/* SPDX-License-Identifier: MIT
 *
 * A session that goes on from any journal, is used, closed and opened again, and must then be where it was: lines of the
 * journal up to an empty one (their checksums are made here), then bytes that say what is done.  `@/` in a line stands
 * for the folder below which undoing may change files; one beside it must stay as it is.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/diags.h"
#include "base/err.h"
#include "base/file.h"
#include "fuzz.h"
#include "scenario/history.h"
#include "scenario/journal.h"
#include "scenario/session.h"
#include "scenario/settings.h"

static void add_line(void *context, const char *line, size_t length)
{
	buf_add_bytes(context, line, length);
	buf_add_char(context, '\n');
}

static int take_nothing(void *context, const char *line, size_t length)
{
	(void)context;
	(void)line;
	(void)length;
	return 0;
}

static char *path_of(const char *name)
{
	return file_join(fuzz_folder(), name);
}

#define OUTSIDE "outside"

/* Puts the folder where a line has an @ before a slash, so that an input can name files there. */
static void name_files(struct buf *to, const char *line)
{
	char *folder = path_of("own");

	for (; *line; line++) {
		if (*line == '@' && line[1] == '/')
			buf_add(to, folder);
		else
			buf_add_char(to, *line);
	}
	free(folder);
}

/* Journals of up to 64 lines: that is enough to mix all kinds of them. */
static void write_journal(struct fuzz_input *input)
{
	char *path = path_of("sessions/1/journal"), *line;
	enum journal_state state;
	struct err err;
	struct journal *journal;

	unlink(path);
	journal = journal_open(path, take_nothing, NULL, &state, &err);
	fuzz_require(journal != NULL, "a journal can be made");
	for (int i = 0; i < 64 && *(line = fuzz_line(input)); i++) {
		struct buf named = BUF_INIT;

		name_files(&named, line);
		journal_append(journal, buf_text(&named), named.len, &err);
		buf_release(&named);
		free(line);
		line = NULL;
	}
	free(line);
	journal_close(journal, NULL);
	free(path);
}

static struct session *open_session(void)
{
	char *sessions = path_of("sessions"), *own = path_of("own");
	const char *const may_write[] = { own };
	const struct session_spec spec = { .folder = sessions, .may_write = may_write, .may_write_count = 1 };
	struct diags notices[LANG_COUNT] = { DIAGS_INIT, DIAGS_INIT };
	struct session *session = session_open(&spec, notices);

	for (int lang = 0; lang < LANG_COUNT; lang++) {
		for (size_t i = 0; i < notices[lang].count; i++)
			fuzz_require_clean(notices[lang].items[i].text, "a notice is fit to be shown");
		diags_release(&notices[lang]);
	}
	fuzz_require(session_fault(session) == NULL, "a session can be kept");
	free(sessions);
	free(own);
	return session;
}

static struct session *open_again(struct session *session)
{
	struct buf before = BUF_INIT, after = BUF_INIT;
	char *view = xstrdup(session_view(session, "v") ? session_view(session, "v") : "");

	history_dump(session_history(session), add_line, &before);
	session_close(session);
	session = open_session();
	history_dump(session_history(session), add_line, &after);
	fuzz_require_same(buf_text(&before), before.len, buf_text(&after), after.len, "a session goes on where it was");
	fuzz_require(!strcmp(view, session_view(session, "v") ? session_view(session, "v") : ""), "the view is as it was");
	buf_release(&before);
	buf_release(&after);
	free(view);
	return session;
}

static void move_slider(struct session *session, unsigned which, double value)
{
	static const char *const ids[] = { "a", "b", "gpu_target", "\xEC\xA7\x80\xEB\xB6\x84" };
	struct settings *settings = settings_copy(history_settings(session_history(session)));
	struct session_deed deed = { .text = which & 8 ? "moved\ta\nslider" : "", .settings = settings };

	if (which & 16)
		settings_unset(settings, ids[which & 3]);
	else
		settings_set(settings, ids[which & 3], value);
	session_do(session, &deed, which & 4 ? ids[which & 3] : NULL);
	settings_free(settings);
}

/* Writes a file and notes that. */
static void change_file(struct session *session, unsigned which)
{
	char *path = path_of(which & 1 ? "own/rules/a.lua" : "own/b.csv"), content[8] = "x";
	struct session_file file = { .path = path, .after = content, .after_length = 2 };
	const struct session_deed deed = { .text = "", .scenario = which & 8 ? "s" : NULL, .files = &file, .file_count = 1 };
	size_t length = 0;

	content[1] = (char)which;
	file.before = file_exists(path) ? file_read(path, BUFSIZ, &length, NULL) : NULL;
	file.before_length = length;
	if (which & 4)
		file.after = NULL;
	if (file.after)
		file_write(path, file.after, file.after_length, NULL);
	else
		unlink(path);
	session_do(session, &deed, NULL);
	free((char *)file.before);
	free(path);
}

static struct session *act(struct session *session, struct fuzz_input *input)
{
	const unsigned what = fuzz_byte(input);
	char number[2] = { (char)('0' + what % 10), '\0' };
	struct err err;

	switch (what >> 5) {
	case 0:
	case 1: move_slider(session, what, fuzz_number(input)); break;
	case 2: change_file(session, what); break;
	case 3: session_undo(session, what & 1, &err); break;
	case 4: session_redo(session, what & 1, &err); break;
	case 5: session_end_gesture(session); break;
	case 6: session_set_saved(session, number, what & 1 ? NULL : history_settings(session_history(session))); break;
	default:
		session_set_view(session, "v", what & 1 ? number : NULL);
		if (what & 8)
			session = open_again(session);
	}
	return session;
}

static void begin(void)
{
	static const char *const folders[] = { "own/rules", "sessions/1" }, *const files[] = { "own/rules/a.lua", "own/b.csv" };
	struct err err;

	for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
		char *path = path_of(folders[i]);

		fuzz_require(file_make_folders(path, &err) == 0, "folders can be made");
		free(path);
	}
	for (size_t i = 0; i < ARRAY_LEN(files); i++) {
		char *path = path_of(files[i]);

		unlink(path);
		free(path);
	}
	fuzz_write(OUTSIDE, "as it was", 9);
}

static void require_outside(void)
{
	char *path = path_of(OUTSIDE), *content = file_read(path, 100, NULL, NULL);

	fuzz_require(content && !strcmp(content, "as it was"), "nothing outside of the folder is changed");
	free(content);
	free(path);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct fuzz_input input = fuzz_input(bytes, length);
	struct session *session;

	begin();
	write_journal(&input);
	session = open_session();
	for (int i = 0; i < 100 && input.at < input.end; i++)
		session = act(session, &input);
	session_close(open_again(session));
	require_outside();
	return 0;
}
