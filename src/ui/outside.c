/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/outside.h"

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/lang.h"
#include "ui/desk.h"

/* In the child: signals as a program expects them at its start. */
static void usual_signals(void)
{
	static const int numbers[] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTSTP, SIGWINCH, SIGCONT };
	sigset_t none;

	for (size_t i = 0; i < ARRAY_LEN(numbers); i++)
		signal(numbers[i], SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);   /* NOLINT(concurrency-mt-unsafe): the child has one thread */
}

/* Until the child has ended. When a window is closed the system may tell only this program, the first in it: then the child has to
 * be told, and this program once more, which comes to it when the wait is over. */
static void wait_for(pid_t child, int *status, const sigset_t *news)
{
	bool is_closed = false;

	while (waitpid(child, status, WNOHANG) == 0) {
		int number;

		if (sigwait(news, &number) != 0 || number != SIGHUP || is_closed)
			continue;
		is_closed = true;
		kill(0, SIGHUP);
	}
	if (is_closed)
		raise(SIGHUP);
}

/* `script` is run by the shell with these arguments as $1, $2; editors are often set with options of their own. */
static int run_shell(const char *script, const char *first, const char *second, int *status, struct err *err)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN }, old_int, old_quit;
	sigset_t news, old;
	pid_t child;

	sigaction(SIGINT, &ignore, &old_int);
	sigaction(SIGQUIT, &ignore, &old_quit);
	sigemptyset(&news);
	sigaddset(&news, SIGCHLD);
	sigaddset(&news, SIGHUP);
	pthread_sigmask(SIG_BLOCK, &news, &old);
	child = fork();
	if (child == 0) {
		usual_signals();
		execl("/bin/sh", "sh", "-c", script, "publicstake", first, second, (char *)NULL);
		_exit(127);
	}
	if (child > 0)
		wait_for(child, status, &news);
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	sigaction(SIGINT, &old_int, NULL);
	sigaction(SIGQUIT, &old_quit, NULL);
	return child < 0 ? err_set_errno(err, "%s", _("can't start another program")) : 0;
}

const char *outside_editor(void)
{
	const char *editor = getenv("VISUAL");

	if (!editor || !*editor)
		editor = getenv("EDITOR");
	return editor && *editor ? editor : NULL;
}

int outside_edit(const struct outside *outside, struct err *err)
{
	const char *set = outside_editor(), *editor = set ? set : "vi";
	char line[16], *script;
	int status = 0, failed;

	snprintf(line, sizeof(line), "+%d", outside->line > 0 ? outside->line : 1);
	script = xasprintf("%s \"$1\" \"$2\"", editor);
	failed = run_shell(script, line, outside->path, &status, err);
	free(script);
	if (failed)
		return -1;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
		return err_set(err, _("the editor '%s' can't be started; set VISUAL or EDITOR to yours"), editor);
	return 0;
}
