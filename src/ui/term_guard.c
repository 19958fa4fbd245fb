/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/term_guard.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/alloc.h"

enum { RESTORE_MAX = 256 };

static struct {
	bool on, away;
	struct termios settings;
	int wake;
	char restore[RESTORE_MAX];
	size_t restore_length;
	volatile sig_atomic_t resized, closed, stop;
} guard;

static const int end_signals[] = { SIGTERM, SIGHUP, SIGINT };
static const int crash_signals[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT };

static void write_all(const char *bytes, size_t length)
{
	while (length) {
		const ssize_t n = write(STDOUT_FILENO, bytes, length);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return;
		bytes += n;
		length -= (size_t)n;
	}
}

/* Safe in a signal handler. */
static void restore_now(void)
{
	if (!guard.on || guard.away)
		return;
	write_all(guard.restore, guard.restore_length);
	tcsetattr(STDIN_FILENO, TCSANOW, &guard.settings);
}

static void on_crash(int number)
{
	restore_now();
	guard.on = false;
	signal(number, SIG_DFL);
	raise(number);
}

static void on_signal(int number)
{
	const int saved = errno;

	if (number == SIGWINCH || number == SIGCONT)
		guard.resized = 1;
	else if (number == SIGTSTP)
		guard.stop = 1;
	else
		guard.closed = 1;
	if (guard.on && write(guard.wake, "", 1) < 0) {
		/* a full pipe wakes the loop as well */
	}
	errno = saved;
}

static void handle(int number, void (*handler)(int))
{
	struct sigaction action = { .sa_handler = handler };

	sigemptyset(&action.sa_mask);
	sigaction(number, &action, NULL);
}

static void set_handlers(bool ours)
{
	for (size_t i = 0; i < ARRAY_LEN(end_signals); i++)
		handle(end_signals[i], ours ? on_signal : SIG_DFL);
	for (size_t i = 0; i < ARRAY_LEN(crash_signals); i++)
		handle(crash_signals[i], ours ? on_crash : SIG_DFL);
	handle(SIGWINCH, ours ? on_signal : SIG_DFL);
	handle(SIGTSTP, ours ? on_signal : SIG_DFL);
	handle(SIGCONT, ours ? on_signal : SIG_DFL);
	handle(SIGPIPE, SIG_IGN);
}

void guard_begin(const struct termios *settings, int wake)
{
	guard.settings = *settings;
	guard.wake = wake;
	guard.restore_length = 0;
	guard.away = false;
	guard.on = true;
	set_handlers(true);
	alloc_at_failure(restore_now);
}

void guard_add(const char *capability)
{
	while (capability && *capability && guard.restore_length < RESTORE_MAX) {
		if (capability[0] == '$' && capability[1] == '<') {
			capability += strcspn(capability, ">");
			capability += *capability == '>';
			continue;
		}
		guard.restore[guard.restore_length++] = *capability++;
	}
}

void guard_away(bool away)
{
	guard.away = away;
}

void guard_end(void)
{
	alloc_at_failure(NULL);
	set_handlers(false);
	guard.on = false;
}

enum guard_news guard_news(void)
{
	if (guard.closed)
		return GUARD_CLOSED;
	if (guard.stop) {
		guard.stop = 0;
		return GUARD_STOP;
	}
	if (guard.resized) {
		guard.resized = 0;
		return GUARD_RESIZED;
	}
	return GUARD_NOTHING;
}
