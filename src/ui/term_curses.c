/* SPDX-License-Identifier: MIT
 *
 * The one file that knows curses.  Curses is told which cells have changed and works out the fewest bytes; reading
 * keys and colours are here, giving the terminal back whatever happens is term_guard.c's.
 */
#include "config.h"

#include "ui/term.h"

#include <curses.h>
#include <fcntl.h>
#include <limits.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/lang.h"
#include "ui/grid.h"
#include "ui/term_guard.h"
#include "ui/term_kind.h"

/* As X/Open has it; <term.h> also defines a `struct term` and hundreds of macros with everyday names. */
int setupterm(const char *name, int descriptor, int *status);
void *set_curterm(void *entry);
int del_curterm(void *entry);

enum {
	PASTE_BEGIN = KEY_MAX + 1, PASTE_END,
	EXTENDED_FIRST,          /* keys that curses has no name for; see extended_keys */
	PAIRS_MAX = 512,
	SIDE_MAX = 1000,         /* cells; a larger window is used in part */
	ESCAPE_WAIT = 50,        /* ms until a lone Esc is taken for one: a slow line may part a key's bytes */
};

struct pair {
	int fg, bg;
};

struct term {
	SCREEN *screen;
	struct termios saved;
	enum term_colours colours;
	struct pair pairs[PAIRS_MAX];
	int pair_count, pair_max;
	struct cell *shown;          /* what the terminal has, so that only changes go to curses */
	int rows, cols;
	const struct theme *theme;
	bool mouse, has_mouse, button_down, all;
	int pipe[2];
	char *paste_on, *paste_off;
};

int term_colours_parse(const char *name, enum term_colours *colours)
{
	static const char *const names[] = { "auto", "never", "8", "256", "true" };

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (!strcmp(names[i], name)) {
			*colours = (enum term_colours)i;
			return 0;
		}
	return -1;
}

static const char *capability(const char *name)
{
	const char *text = tigetstr(name);

	return text && text != (const char *)-1 ? text : NULL;
}

static void prepare_restore(const struct term *term)
{
	guard_add(capability("sgr0"));
	guard_add(term->paste_off);
	if (term->has_mouse)
		guard_add("\033[?1002l\033[?1006l\033[?1000l");
	guard_add(capability("cnorm"));
	guard_add(capability("rmkx"));
	guard_add(capability("rmcup"));
}

/* ---- opening ---- */

/* Reads an entry, which tigetstr then looks into. */
static bool read_entry(const char *name)
{
	int status;

	return setupterm(name, STDOUT_FILENO, &status) == OK;
}

static void drop_entry(void)
{
	void *entry = set_curterm(NULL);

	if (entry)
		del_curterm(entry);
}

static bool is_entry(const char *name)
{
	const bool found = read_entry(name);

	drop_entry();
	return found;
}

/* The name of an entry for the terminal that takes colours as red, green and blue; the caller's, NULL: none. */
static char *direct_entry(const char *type)
{
	char *direct;

	for (int i = 0; (direct = term_kind_direct(type, i)); i++) {
		if (is_entry(direct))
			return direct;
		free(direct);
	}
	return NULL;
}

static bool wants_true(enum term_colours wanted)
{
	return wanted == TERM_TRUE || (wanted == TERM_AUTO && term_kind_is_true(getenv("COLORTERM")));
}

static int check_terminal(struct err *err)
{
	const char *name = getenv("TERM");
	bool can_move;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return err_set(err, "%s", _("the explorer needs a terminal for input and output; for figures in a pipe or "
			"file use: publicstake run"));
	if (!name || !*name)
		return err_set(err, "%s", _("TERM is not set; set it to what your terminal is, e.g.: TERM=xterm-256color "
			"publicstake"));
	if (!read_entry(name))
		return err_set(err, _("the terminal type '%s' (TERM) is not known here; try: TERM=xterm-256color "
			"publicstake"), name);
	can_move = capability("cup") != NULL;
	drop_entry();
	if (!can_move)
		return err_set(err, _("a terminal of type '%s' can't move its cursor, which the explorer needs; try: "
			"TERM=xterm-256color publicstake, "
		                      "or use: publicstake run"), name);
	return 0;
}

static void start_colours(struct term *term, enum term_colours wanted, bool direct)
{
	if (wanted == TERM_NONE || !has_colors() || start_color() == ERR) {
		term->colours = TERM_NONE;
		return;
	}
	use_default_colors();
	term->colours = direct && wanted != TERM_256 && wanted != TERM_8 ? TERM_TRUE
		: COLORS >= 256 && wanted != TERM_8 ? TERM_256 : TERM_8;
	term->pair_max = COLOR_PAIRS < PAIRS_MAX ? COLOR_PAIRS : PAIRS_MAX;
}

/* Keys with modifiers that curses has no code for, by the names that terminfo gives them. */
static const struct {
	const char *capability;
	key_code key;
} extended_keys[] = {
	{ "kUP", KEYS_SHIFT | KEYS_UP }, { "kDN", KEYS_SHIFT | KEYS_DOWN },
	{ "kLFT5", KEYS_CONTROL | KEYS_LEFT }, { "kRIT5", KEYS_CONTROL | KEYS_RIGHT },
	{ "kUP5", KEYS_CONTROL | KEYS_UP }, { "kDN5", KEYS_CONTROL | KEYS_DOWN },
	{ "kHOM5", KEYS_CONTROL | KEYS_HOME }, { "kEND5", KEYS_CONTROL | KEYS_END },
};

static void define(const char *name, int code)
{
	const char *text = capability(name);

	if (text)
		define_key(text, code);
}

static char *capability_copy(const char *name)
{
	return capability(name) ? xstrdup(capability(name)) : NULL;
}

static void prepare_input(struct term *term)
{
	raw();
	noecho();
	nonl();
	nodelay(stdscr, TRUE);
	keypad(stdscr, TRUE);
	if (!getenv("ESCDELAY"))
		set_escdelay(ESCAPE_WAIT);
	for (size_t i = 0; i < ARRAY_LEN(extended_keys); i++)
		define(extended_keys[i].capability, EXTENDED_FIRST + (int)i);
	define("PS", PASTE_BEGIN);
	define("PE", PASTE_END);
	term->has_mouse = capability("kmous") != NULL;
	term->paste_on = capability_copy("BE");
	term->paste_off = capability_copy("BD");
}

static void modes_on(struct term *term)
{
	if (term->paste_on)
		putp(term->paste_on);
	if (term->mouse && term->has_mouse)
		putp("\033[?1002h");
	fflush(stdout);
}

static void modes_off(struct term *term)
{
	if (term->mouse && term->has_mouse)
		putp("\033[?1002l");
	if (term->paste_off)
		putp(term->paste_off);
	fflush(stdout);
}

void term_set_mouse(struct term *term, bool on)
{
	if (!on && term->mouse)
		putp("\033[?1002l");
	term->mouse = on;
	mousemask(on ? ALL_MOUSE_EVENTS | REPORT_MOUSE_POSITION : 0, NULL);
	mouseinterval(0);
	modes_on(term);
}

static int side(unsigned short cells)
{
	return cells < SIDE_MAX ? cells : SIDE_MAX;
}

static void take_size(struct term *term)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col)
		resizeterm(side(size.ws_row), side(size.ws_col));
	getmaxyx(stdscr, term->rows, term->cols);
	term->shown = xrealloc(term->shown, (size_t)term->rows * (size_t)term->cols + 1, sizeof(*term->shown));
	term->all = true;
}

static int open_pipe(int ends[2], struct err *err)
{
	if (pipe(ends))
		return err_set_errno(err, "%s", _("can't make a pipe"));
	for (int i = 0; i < 2; i++) {
		fcntl(ends[i], F_SETFL, O_NONBLOCK);
		fcntl(ends[i], F_SETFD, FD_CLOEXEC);
	}
	return 0;
}

struct term *term_open(const struct term_spec *spec, struct err *err)
{
	char *direct = NULL;
	struct winsize size;
	struct term *term;

	if (check_terminal(err))
		return NULL;
	term = xcalloc(1, sizeof(*term));
	if (open_pipe(term->pipe, err)) {
		free(term);
		return NULL;
	}
	tcgetattr(STDIN_FILENO, &term->saved);
	if (wants_true(spec->colours))
		direct = direct_entry(getenv("TERM"));
	/* Curses would make room for all of a window that is larger than any: it takes the usual size at first. */
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && (size.ws_row > SIDE_MAX || size.ws_col > SIDE_MAX))
		use_env(FALSE);
	term->screen = newterm(direct ? direct : getenv("TERM"), stdout, stdin);
	if (!term->screen) {
		err_set(err, _("the terminal of type '%s' can't be used; try: TERM=xterm-256color publicstake"),
			getenv("TERM"));
		free(direct);
		free(term);
		return NULL;
	}
	start_colours(term, spec->colours, direct != NULL);
	free(direct);
	prepare_input(term);
	take_size(term);
	guard_begin(&term->saved, term->pipe[1]);
	prepare_restore(term);
	term_set_mouse(term, spec->mouse);
	return term;
}

void term_close(struct term *term)
{
	if (!term)
		return;
	modes_off(term);
	curs_set(1);
	endwin();
	tcsetattr(STDIN_FILENO, TCSADRAIN, &term->saved);
	guard_end();
	delscreen(term->screen);
	close(term->pipe[0]);
	close(term->pipe[1]);
	free(term->paste_on);
	free(term->paste_off);
	free(term->shown);
	free(term);
}

/* ---- what it can do ---- */

void term_size(const struct term *term, int *rows, int *cols)
{
	*rows = term->rows;
	*cols = term->cols;
}

enum term_colours term_colours(const struct term *term)
{
	return term->colours;
}

enum glyphs term_glyphs(const struct term *term)
{
	(void)term;
	return term_kind_glyphs(getenv("TERM"), lang_is_utf8());
}

bool term_is_light(const struct term *term)
{
	(void)term;
	return term_kind_is_light(getenv("COLORFGBG"));
}

/* ---- reading ---- */

void term_fds(const struct term *term, int fds[2])
{
	fds[0] = STDIN_FILENO;
	fds[1] = term->pipe[0];
}

static const struct {
	int code;
	key_code key;
} curses_keys[] = {
	{ KEY_LEFT, KEYS_LEFT }, { KEY_RIGHT, KEYS_RIGHT }, { KEY_UP, KEYS_UP }, { KEY_DOWN, KEYS_DOWN },
	{ KEY_HOME, KEYS_HOME }, { KEY_END, KEYS_END }, { KEY_LL, KEYS_END }, { KEY_FIND, KEYS_HOME }, { KEY_SELECT,
		KEYS_END },
	{ KEY_PPAGE, KEYS_PAGE_UP }, { KEY_NPAGE, KEYS_PAGE_DOWN },
	{ KEY_IC, KEYS_INSERT }, { KEY_DC, KEYS_DELETE }, { KEY_BACKSPACE, KEYS_BACKSPACE }, { KEY_ENTER, KEYS_ENTER },
	{ KEY_BTAB, KEYS_SHIFT | KEYS_TAB }, { KEY_SLEFT, KEYS_SHIFT | KEYS_LEFT }, { KEY_SRIGHT, KEYS_SHIFT | KEYS_RIGHT },
	{ KEY_SR, KEYS_SHIFT | KEYS_UP }, { KEY_SF, KEYS_SHIFT | KEYS_DOWN }, { KEY_SHOME, KEYS_SHIFT | KEYS_HOME },
	{ KEY_SEND, KEYS_SHIFT | KEYS_END }, { KEY_SPREVIOUS, KEYS_SHIFT | KEYS_PAGE_UP },
	{ KEY_SNEXT, KEYS_SHIFT | KEYS_PAGE_DOWN }, { KEY_SDC, KEYS_SHIFT | KEYS_DELETE },
};

static struct event key_event(key_code key)
{
	return (struct event){ .kind = EVENT_KEY, .key = key };
}

/* Esc, or a sequence that curses does not know: its bytes are there already, and must not be taken for keys. */
static struct event of_escape(void)
{
	wint_t c;
	int status = get_wch(&c);

	if (status == ERR)
		return key_event(KEYS_ESC);
	if (status == KEY_CODE_YES || (c != '[' && c != 'O')) {
		if (status == OK)
			unget_wch((wchar_t)c);
		return key_event(KEYS_ESC);
	}
	do
		status = get_wch(&c);
	while (status == OK && (c < 0x40 || c > 0x7E));
	return key_event(KEYS_END_OF_NAMED);
}

static struct event of_character(wint_t c)
{
	if (c == 27)
		return of_escape();
	if (c == '\t')
		return key_event(KEYS_TAB);
	if (c == '\r' || c == '\n')
		return key_event(KEYS_ENTER);
	if (c == 8 || c == 127)
		return key_event(KEYS_BACKSPACE);
	if (c == 0)
		return key_event(KEYS_CONTROL | ' ');
	if (c < 27)
		return key_event(KEYS_CONTROL | (key_code)('a' + c - 1));
	if (c < 32)
		return key_event(KEYS_CONTROL | (key_code)('@' + c));
	return key_event((key_code)c);
}

static struct event of_mouse(struct term *term)
{
	struct event event = { .kind = EVENT_MOUSE };
	MEVENT mouse;

	if (getmouse(&mouse) == ERR)
		return key_event(KEYS_END_OF_NAMED);
	event.y = mouse.y;
	event.x = mouse.x;
	if (mouse.bstate & BUTTON4_PRESSED)
		event.mouse = MOUSE_WHEEL_UP;
	else if (mouse.bstate & BUTTON5_PRESSED)
		event.mouse = MOUSE_WHEEL_DOWN;
	else if (mouse.bstate & (BUTTON1_PRESSED | BUTTON1_CLICKED))
		event.mouse = MOUSE_PRESS;
	else if (mouse.bstate & BUTTON1_RELEASED)
		event.mouse = MOUSE_RELEASE;
	else if (term->button_down)
		event.mouse = MOUSE_DRAG;
	else
		return key_event(KEYS_END_OF_NAMED);
	if (event.mouse == MOUSE_PRESS || event.mouse == MOUSE_RELEASE)
		term->button_down = event.mouse == MOUSE_PRESS;
	return event;
}

static struct event of_code(struct term *term, int code)
{
	if (code == KEY_MOUSE)
		return of_mouse(term);
	if (code == PASTE_BEGIN || code == PASTE_END)
		return (struct event){ .kind = code == PASTE_BEGIN ? EVENT_PASTE_BEGIN : EVENT_PASTE_END };
	if (code >= EXTENDED_FIRST && code < EXTENDED_FIRST + (int)ARRAY_LEN(extended_keys))
		return key_event(extended_keys[code - EXTENDED_FIRST].key);
	if (code >= KEY_F(1) && code <= KEY_F(12))
		return key_event(KEYS_F1 + (key_code)(code - KEY_F(1)));
	for (size_t i = 0; i < ARRAY_LEN(curses_keys); i++)
		if (curses_keys[i].code == code)
			return key_event(curses_keys[i].key);
	return key_event(KEYS_END_OF_NAMED);   /* a key without a name: nothing is bound to it */
}

static bool of_signal(struct term *term, struct event *event)
{
	char bytes[64];

	while (read(term->pipe[0], bytes, sizeof(bytes)) > 0)
		continue;
	switch (guard_news()) {
	case GUARD_CLOSED:
		*event = (struct event){ .kind = EVENT_CLOSED };
		return true;
	case GUARD_STOP:
		*event = (struct event){ .kind = EVENT_STOP };
		return true;
	case GUARD_RESIZED:
		take_size(term);
		clearok(curscr, TRUE);
		*event = (struct event){ .kind = EVENT_RESIZE };
		return true;
	case GUARD_NOTHING:
		break;
	}
	return false;
}

/* A terminal that has gone away is readable for ever and has nothing to read. */
static bool is_gone(void)
{
	struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };

	return poll(&input, 1, 0) > 0 && (input.revents & (POLLHUP | POLLERR | POLLNVAL));
}

struct event term_read(struct term *term)
{
	struct event event;
	wint_t c;
	int status;

	if (of_signal(term, &event))
		return event;
	/* The size comes by signal: what curses says of it is only the echo of our own take_size. */
	do
		status = get_wch(&c);
	while (status == KEY_CODE_YES && c == KEY_RESIZE);
	if (status == ERR)
		return (struct event){ .kind = is_gone() ? EVENT_CLOSED : EVENT_NONE };
	return status == KEY_CODE_YES ? of_code(term, (int)c) : of_character(c);
}

/* ---- showing ---- */

/* Where colours are red, green and blue, curses takes the lowest few for the basic ones. */
static int colour(const struct term *term, const struct paint *paint)
{
	const int number = theme_colour(paint, term->colours == TERM_8 ? 8 : term->colours == TERM_256 ? 256 : INT_MAX);

	return term->colours == TERM_TRUE && number >= 0 && number < 8 ? 16 : number;
}

static short pair_of(struct term *term, int fg, int bg)
{
	for (int i = 0; i < term->pair_count; i++)
		if (term->pairs[i].fg == fg && term->pairs[i].bg == bg)
			return (short)(i + 1);
	if (term->pair_count + 1 >= term->pair_max)
		return 0;
	term->pairs[term->pair_count] = (struct pair){ fg, bg };
	init_extended_pair(++term->pair_count, fg, bg);
	return (short)term->pair_count;
}

static attr_t attributes(unsigned int paint)
{
	return (paint & PAINT_BOLD ? WA_BOLD : 0) | (paint & PAINT_DIM ? WA_DIM : 0) | (paint & PAINT_UNDERLINE
		? WA_UNDERLINE : 0)
	       | (paint & PAINT_REVERSE ? WA_REVERSE : 0) | (paint & PAINT_ITALIC ? WA_ITALIC : 0);
}

static void show_cell(struct term *term, const struct theme *theme, int y, int x, const struct cell *cell)
{
	const struct paint fore = theme->role[cell->role], back = theme->ground[cell->ground];
	wchar_t wide[CCHARW_MAX + 1];
	mbstate_t state = { 0 };
	const char *text = cell->text;
	cchar_t character;
	size_t count = mbsrtowcs(wide, &text, CCHARW_MAX, &state);   /* NOLINT(concurrency-mt-unsafe): with a state of its own */
	short pair = 0;

	if (count == (size_t)-1 || count == 0) {
		wide[0] = L'?';
		count = 1;
	}
	wide[count] = L'\0';
	if (term->colours != TERM_NONE)
		pair = pair_of(term, colour(term, &fore), colour(term, &back));
	setcchar(&character, wide, attributes(fore.attributes | back.attributes), pair, NULL);
	mvadd_wch(y, x, &character);
}

static bool same_cell(const struct cell *a, const struct cell *b)
{
	return a->role == b->role && a->ground == b->ground && !strcmp(a->text, b->text);
}

static void show_row(struct term *term, const struct grid *grid, const struct theme *theme, int y, int cols)
{
	for (int x = 0; x < cols; x++) {
		const struct cell *cell = grid_cell(grid, y, x);
		struct cell *shown = &term->shown[(size_t)y * (size_t)term->cols + (size_t)x];

		if (!term->all && same_cell(cell, shown))
			continue;
		*shown = *cell;
		if (cell->cells)
			show_cell(term, theme, y, x, cell);
	}
}

void term_show(struct term *term, const struct grid *grid, const struct theme *theme, int y, int x)
{
	const int rows = grid_rows(grid) < term->rows ? grid_rows(grid) : term->rows;
	const int cols = grid_cols(grid) < term->cols ? grid_cols(grid) : term->cols;

	if (theme != term->theme) {
		term->theme = theme;
		term->all = true;
	}
	if (term->all)
		erase();
	for (int i = 0; i < rows; i++)
		show_row(term, grid, theme, i, cols);
	term->all = false;
	curs_set(y >= 0);
	if (y >= 0)
		move(y, x);
	refresh();
}

void term_redraw(struct term *term)
{
	term->all = true;
	clearok(curscr, TRUE);
}

void term_beep(struct term *term)
{
	(void)term;
	beep();
}

/* ---- leaving for a while ---- */

void term_suspend(struct term *term)
{
	modes_off(term);
	curs_set(1);
	endwin();
	tcsetattr(STDIN_FILENO, TCSADRAIN, &term->saved);
	guard_away(true);
}

void term_resume(struct term *term)
{
	guard_away(false);
	reset_prog_mode();
	take_size(term);
	term_redraw(term);
	refresh();
	modes_on(term);
}

void term_stop(struct term *term)
{
	term_suspend(term);
	raise(SIGSTOP);
	term_resume(term);
}
