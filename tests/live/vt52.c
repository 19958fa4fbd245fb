/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "vt52.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>

#include "base/alloc.h"

/* Where in a sequence the next byte stands. */
enum place { AT_TEXT, AT_ESCAPE, AT_ROW, AT_COL };

struct vt {
	int fd;
	pid_t pid;
	bool is_closed, is_unseen;
	int rows, cols, y, x, to_row;
	enum place place;
	char *cells;   /* rows of cols characters and a NUL */
	struct termios modes;   /* as they were at first */
	bool keypad;
	size_t strange;
};

double vt_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* ---- the screen ---- */

static char *row(const struct vt *vt, int y)
{
	return vt->cells + (size_t)y * ((size_t)vt->cols + 1);
}

static void blank(struct vt *vt, int y, int x)
{
	memset(row(vt, y) + x, ' ', (size_t)(vt->cols - x));
	row(vt, y)[vt->cols] = '\0';
}

static void set_size(struct vt *vt, int rows, int cols)
{
	vt->rows = rows;
	vt->cols = cols;
	vt->cells = xrealloc(vt->cells, (size_t)rows, (size_t)cols + 1);
	for (int y = 0; y < rows; y++)
		blank(vt, y, 0);
	vt->y = vt->x = 0;
}

static void line_feed(struct vt *vt)
{
	if (vt->y < vt->rows - 1) {
		vt->y++;
		return;
	}
	memmove(row(vt, 0), row(vt, 1), (size_t)(vt->rows - 1) * ((size_t)vt->cols + 1));
	blank(vt, vt->rows - 1, 0);
}

static void line_back(struct vt *vt)
{
	if (vt->y > 0) {
		vt->y--;
		return;
	}
	memmove(row(vt, 1), row(vt, 0), (size_t)(vt->rows - 1) * ((size_t)vt->cols + 1));
	blank(vt, 0, 0);
}

static int within(int value, int count)
{
	return value < 0 ? 0 : value < count ? value : count - 1;
}

static void on_text(struct vt *vt, unsigned char c)
{
	if (c == 27)
		vt->place = AT_ESCAPE;
	else if (c == '\r')
		vt->x = 0;
	else if (c == '\n')
		line_feed(vt);
	else if (c == '\b')
		vt->x = within(vt->x - 1, vt->cols);
	else if (c == '\t')
		vt->x = within((vt->x / 8 + 1) * 8, vt->cols);
	else if (c >= ' ' && c != 127) {
		row(vt, vt->y)[vt->x] = (char)c;
		vt->x = within(vt->x + 1, vt->cols);
	} else if (c != '\a') {
		vt->strange++;
	}
}

static void on_escape(struct vt *vt, unsigned char c)
{
	vt->place = c == 'Y' ? AT_ROW : AT_TEXT;
	switch (c) {
	case 'A': vt->y = within(vt->y - 1, vt->rows); break;
	case 'B': vt->y = within(vt->y + 1, vt->rows); break;
	case 'C': vt->x = within(vt->x + 1, vt->cols); break;
	case 'D': vt->x = within(vt->x - 1, vt->cols); break;
	case 'H': vt->y = vt->x = 0; break;
	case 'I': line_back(vt); break;
	case 'K': blank(vt, vt->y, vt->x); break;
	case 'J':
		blank(vt, vt->y, vt->x);
		for (int y = vt->y + 1; y < vt->rows; y++)
			blank(vt, y, 0);
		break;
	case '=': case '>': vt->keypad = c == '='; break;
	case 'F': case 'G': case 'Y': break;   /* other characters on and off; to a place */
	default: vt->strange++;
	}
}

static void on_byte(struct vt *vt, unsigned char c)
{
	switch (vt->place) {
	case AT_TEXT: on_text(vt, c); return;
	case AT_ESCAPE: on_escape(vt, c); return;
	case AT_ROW:
		vt->to_row = c - ' ';
		vt->place = AT_COL;
		return;
	case AT_COL:
		vt->y = within(vt->to_row, vt->rows);
		vt->x = within(c - ' ', vt->cols);
		vt->place = AT_TEXT;
	}
}

/* ---- the program ---- */

static void be_the_program(const char *const argv[])
{
	unsetenv("LANGUAGE");
	unsetenv("NO_COLOR");
	setenv("TERM", "vt52", 1);
	setenv("LC_ALL", "C", 1);
	execvp(argv[0], (char *const *)argv);
	perror(argv[0]);
	_exit(127);
}

static struct vt *begin(const char *const argv[], int rows, int cols)
{
	const struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };
	struct vt *vt = xcalloc(1, sizeof *vt);
	int slave;

	if (openpty(&vt->fd, &slave, NULL, NULL, &size) < 0 || tcgetattr(slave, &vt->modes) < 0 || (vt->pid = fork()) < 0) {
		perror("no terminal can be had");
		exit(77);
	}
	if (vt->pid == 0) {
		close(vt->fd);
		login_tty(slave);
		be_the_program(argv);
	}
	close(slave);
	fcntl(vt->fd, F_SETFL, O_NONBLOCK);
	fcntl(vt->fd, F_SETFD, FD_CLOEXEC);
	return vt;
}

struct vt *vt_start(const char *const argv[], int rows, int cols)
{
	struct vt *vt = begin(argv, rows, cols);

	set_size(vt, rows, cols);
	return vt;
}

struct vt *vt_start_unseen(const char *const argv[], int rows, int cols)
{
	struct vt *vt = begin(argv, rows, cols);

	vt->is_unseen = true;
	set_size(vt, 1, 1);
	return vt;
}

int vt_end(struct vt *vt, bool reads)
{
	const double until = vt_clock() + VT_PATIENCE;
	int status = -1;

	while (waitpid(vt->pid, &status, WNOHANG) == 0) {
		if (vt_clock() > until) {
			kill(vt->pid, SIGKILL);
			waitpid(vt->pid, &status, 0);
			return -1;
		}
		if (!reads || !vt_read(vt, 10000))
			nanosleep(&(struct timespec){ .tv_nsec = 1000000 }, NULL);
	}
	while (reads && vt_read(vt, 10000))
		continue;
	return status;
}

void vt_hang_up(struct vt *vt)
{
	if (vt->fd >= 0)
		close(vt->fd);
	vt->fd = -1;
	vt->is_closed = true;
}

void vt_free(struct vt *vt)
{
	if (!vt)
		return;
	vt_hang_up(vt);
	free(vt->cells);
	free(vt);
}

bool vt_is_restored(const struct vt *vt)
{
	struct termios now;

	return vt->fd < 0 || (tcgetattr(vt->fd, &now) == 0 && now.c_iflag == vt->modes.c_iflag && now.c_oflag == vt->modes.c_oflag
	       && now.c_cflag == vt->modes.c_cflag && now.c_lflag == vt->modes.c_lflag
	       && !memcmp(now.c_cc, vt->modes.c_cc, sizeof now.c_cc) && !vt->keypad);
}

size_t vt_strange(const struct vt *vt)
{
	return vt->strange;
}

pid_t vt_pid(const struct vt *vt)
{
	return vt->pid;
}

bool vt_read(struct vt *vt, long us)
{
	const struct timespec wait = { .tv_sec = us / 1000000, .tv_nsec = us % 1000000 * 1000 };
	struct pollfd input = { .fd = vt->fd, .events = POLLIN };
	unsigned char bytes[16384];
	ssize_t n;

	if (vt->is_closed || ppoll(&input, 1, &wait, NULL) <= 0)
		return false;
	n = read(vt->fd, bytes, sizeof bytes);
	if (n <= 0) {
		vt->is_closed = n == 0 || (errno != EAGAIN && errno != EINTR);
		return false;
	}
	for (ssize_t i = 0; i < n && !vt->is_unseen; i++)
		on_byte(vt, bytes[i]);
	return true;
}

bool vt_is_closed(const struct vt *vt)
{
	return vt->is_closed;
}

bool vt_offer(struct vt *vt, const char *text)
{
	return write(vt->fd, text, strlen(text)) > 0;
}

void vt_type(struct vt *vt, const char *text)
{
	size_t length = strlen(text);

	while (length && !vt->is_closed) {
		const ssize_t n = write(vt->fd, text, length);

		if (n <= 0) {
			vt_read(vt, 1000);
			continue;
		}
		text += n;
		length -= (size_t)n;
	}
}

void vt_resize(struct vt *vt, int rows, int cols)
{
	const struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };

	while (vt_read(vt, 0))
		continue;
	set_size(vt, rows, cols);
	ioctl(vt->fd, TIOCSWINSZ, &size);
}

/* ---- looking ---- */

const char *vt_row(const struct vt *vt, int y)
{
	return row(vt, y);
}

int vt_rows(const struct vt *vt)
{
	return vt->rows;
}

int vt_find(const struct vt *vt, const char *text)
{
	for (int y = 0; y < vt->rows; y++)
		if (strstr(row(vt, y), text))
			return y;
	return -1;
}

bool vt_word(const struct vt *vt, int y, const char *before, char *word, size_t size)
{
	const char *at = strstr(row(vt, y), before);
	size_t length;

	if (!at)
		return false;
	at += strlen(before);
	length = strcspn(at, " ");
	if (!length || length >= size)
		return false;
	memcpy(word, at, length);
	word[length] = '\0';
	return true;
}

bool vt_wait(struct vt *vt, bool (*holds)(const struct vt *vt, void *context), void *context)
{
	const double until = vt_clock() + VT_PATIENCE;

	while (!holds(vt, context)) {
		if (vt->is_closed || vt_clock() > until)
			return false;
		vt_read(vt, 100000);
	}
	return true;
}

static bool shows(const struct vt *vt, void *context)
{
	const char *text = context;

	return vt_find(vt, text) >= 0;
}

bool vt_wait_for(struct vt *vt, const char *text)
{
	return vt_wait(vt, shows, (void *)text);
}

void vt_print(const struct vt *vt)
{
	for (int y = 0; y < vt->rows; y++)
		printf("    |%s|\n", row(vt, y));
}
