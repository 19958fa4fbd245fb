/* SPDX-License-Identifier: MIT
 *
 * Commands that write a file where the user wants it.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "base/lang.h"
#include "ui/command_priv.h"
#include "ui/desk.h"
#include "ui/doc.h"
#include "ui/view.h"
#include "ui/written.h"

enum { REPORT_COLS = 100 };

/* The word at the beginning of an argument, which then is what follows. */
static bool takes_word(const char **argument, const char *word)
{
	const size_t length = strlen(word);

	if (strncmp(*argument, word, length) || (*argument)[length] != ' ')
		return false;
	*argument += length + strspn(*argument + length, " ");
	return true;
}

/* The path that is meant, the caller's; NULL where there is a file that nobody wanted to lose. Scripts make what they make again. */
static char *path_to_write(const struct desk *desk, const char *command, const char *typed, bool by_force, struct err *err)
{
	char *path = file_typed(typed);

	if (by_force || desk->is_script || written_may(desk->written, path))
		return path;
	err_set(err, _("%s: is there already; :%s force FILE writes over it"), typed, command);
	free(path);
	return NULL;
}

COMMAND(save_screen)
{
	const bool by_force = takes_word(&argument, "force");
	char *path;

	desk->screen_as = takes_word(&argument, "--roles") ? SCREEN_ROLES
		: takes_word(&argument, "--colours") ? SCREEN_COLOURS : SCREEN_TEXT;
	if (!*argument)
		return err_set(err, "%s", _("save the screen where? e.g.: save-screen screen.txt"));
	path = path_to_write(desk, "save-screen", argument, by_force, err);
	if (!path)
		return -1;
	free(desk->screen_file);
	desk->screen_file = path;
	return REACT_REDRAW;
}

COMMAND(save_report)
{
	const bool by_force = takes_word(&argument, "force");
	struct buf text = BUF_INIT;
	struct doc *doc;
	char *path;
	int status;

	if (!*argument)
		return err_set(err, "%s", _("save the report where? e.g.: save-report report.txt"));
	path = path_to_write(desk, "save-report", argument, by_force, err);
	if (!path)
		return -1;
	doc = view_report(desk, REPORT_COLS);
	doc_text(doc, &text);
	status = written_write(desk->written, path, buf_text(&text), text.len, err);
	free(path);
	doc_free(doc);
	buf_release(&text);
	if (!status)
		desk_say(desk, TONE_GOOD, _("written: %s"), argument);
	return status ? -1 : REACT_REDRAW;
}
