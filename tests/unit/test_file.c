/* SPDX-License-Identifier: MIT
 *
 * base/file: what is read and what is refused, writing that leaves the old or the new, folders.
 */
#include "config.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"

/* What the C library is asked to bring to the disk, in order: linked in the place of its own. */
static struct {
	char text[200];
	int refusal;      /* the errno of every flush of a file; 0: it is done */
} disk;

int __real_fsync(int fd);
int __real_rename(const char *from, const char *to);
int __wrap_fsync(int fd);
int __wrap_rename(const char *from, const char *to);

static void note(const char *what, const char *detail)
{
	const size_t used = strlen(disk.text);

	snprintf(disk.text + used, sizeof disk.text - used, "%s%s;", what, detail);
}

int __wrap_fsync(int fd)
{
	struct stat st;
	char size[40] = " folder";

	assert_int_equal(fstat(fd, &st), 0);
	if (S_ISREG(st.st_mode))
		snprintf(size, sizeof size, " %lld bytes", (long long)st.st_size);
	note("flush", size);
	if (!disk.refusal || !S_ISREG(st.st_mode))
		return __real_fsync(fd);
	errno = disk.refusal;
	return -1;
}

int __wrap_rename(const char *from, const char *to)
{
	note("rename to ", to);
	return __real_rename(from, to);
}

/* Each test has a folder of its own and works in it. */
static int enter(void **state)
{
	char *folder = xstrdup("file-test-XXXXXX");
	*state = folder;
	umask(022);
	return !mkdtemp(folder) || chmod(folder, 0755) < 0 || chdir(folder) < 0;
}

static int leave(void **state)
{
	char *command = xasprintf("chmod -R u+rwx %s && rm -rf %s", (char *)*state, (char *)*state);
	const int status = chdir("..") < 0 || system(command) != 0;
	free(command);
	free(*state);
	return status;
}

static void put(const char *path, const char *text)
{
	FILE *stream = fopen(path, "w");
	assert_non_null(stream);
	assert_true(fputs(text, stream) >= 0);
	assert_int_equal(fclose(stream), 0);
}

static void assert_holds(const char *path, const char *text)
{
	struct err err = { "" };
	size_t length = 0;
	char *found = file_read(path, 1 << 20, &length, &err);
	if (!found)
		fail_msg("%s", err.text);
	assert_string_equal(found, text);
	assert_int_equal(length, strlen(text));
	free(found);
}

/* Everything in the folder, dot files too. */
static int entries(void)
{
	FILE *stream = popen("ls -A | wc -l", "r");
	int count = -1;
	assert_non_null(stream);
	assert_int_equal(fscanf(stream, "%d", &count), 1);
	pclose(stream);
	return count;
}

static void assert_refused(const char *path, size_t max, const char *says)
{
	struct err err = { "" };
	char *text = file_read(path, max, NULL, &err);
	assert_null(text);
	if (!strstr(err.text, says))
		fail_msg("%s: expected \"%s\"", err.text, says);
	assert_null(strpbrk(err.text, "\033\n"));
}

static void test_read(void **state)
{
	(void)state;
	put("a.lua", "return 1\n");
	assert_holds("a.lua", "return 1\n");
	put("empty", "");
	assert_holds("empty", "");
	assert_int_equal(symlink("a.lua", "link"), 0);
	assert_holds("link", "return 1\n");

	FILE *stream = fopen("nul", "w");
	fwrite("a\0b", 1, 3, stream);
	fclose(stream);
	size_t length;
	char *text = file_read("nul", 3, &length, NULL);
	assert_non_null(text);
	assert_int_equal(length, 3);
	assert_memory_equal(text, "a\0b", 4);
	free(text);
}

static void test_refused(void **state)
{
	(void)state;
	put("large", "0123456789");
	assert_refused("large", 9, "too large; at most 9 bytes");
	assert_holds("large", "0123456789");
	assert_refused("none", 100, "none: there is no such file");
	assert_refused("large/x", 100, "can't be opened");
	assert_refused(".", 100, "is a folder");
	assert_int_equal(mkfifo("fifo", 0600), 0);
	assert_refused("fifo", 100, "is a FIFO");
	assert_refused("/dev/zero", 100, "is a device");
	assert_int_equal(symlink("loop2", "loop1"), 0);
	assert_int_equal(symlink("loop1", "loop2"), 0);
	assert_refused("loop1", 100, "go round in a loop");
	assert_int_equal(symlink("nowhere", "dangling"), 0);
	assert_refused("dangling", 100, "there is no such file");
	/* A name is as untrusted as a text. */
	assert_int_equal(mkdir("a\033[31m\nb", 0700), 0);
	assert_refused("a\033[31m\nb", 100, "␛[31m␊b: is a folder");
}

static void test_socket(void **state)
{
	(void)state;
	struct sockaddr_un address = { .sun_family = AF_UNIX, .sun_path = "socket" };
	const int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	assert_int_equal(bind(fd, (const struct sockaddr *)&address, sizeof address), 0);
	struct err err = { "" };
	assert_null(file_read("socket", 100, NULL, &err));
	assert_non_null(strstr(err.text, "socket: "));
	close(fd);
}

/* Runs a check as a user whom permissions bind; root is not. */
static void as_nobody(void (*check)(void))
{
	int status;
	const pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		if (geteuid() == 0 && (setegid(65534) < 0 || seteuid(65534) < 0))
			_exit(77);
		check();
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == 77)
		skip();
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void expect(bool ok)
{
	if (!ok)
		_exit(1);
}

static void check_unreadable(void)
{
	struct err err = { "" };
	expect(file_read("secret", 100, NULL, &err) == NULL);
	expect(strstr(err.text, "secret: may not be read") != NULL);
}

static void test_unreadable(void **state)
{
	(void)state;
	put("secret", "x");
	assert_int_equal(chmod("secret", 0), 0);
	as_nobody(check_unreadable);
}

/* A file that another program writes while it is read. */
static void test_changing(void **state)
{
	(void)state;
	put("a", "0123456789");
	struct file_stamp stamp;
	struct err err = { "" };
	const int fd = file_open("a", 100, &stamp, &err);
	assert_true(fd >= 0);
	assert_true(fcntl(fd, F_GETFD) & FD_CLOEXEC);
	assert_int_equal(file_unchanged(fd, "a", &stamp, &err), 0);
	char bytes[20];
	assert_int_equal(file_read_some(fd, "a", bytes, sizeof bytes, &err), 10);
	put("a", "01234");
	assert_int_equal(file_unchanged(fd, "a", &stamp, &err), -1);
	assert_string_equal(err.text, "a: changed while it was read; try again");
	close(fd);
	/* One that was put in its place is another file: what was opened is still whole. */
	const int again = file_open("a", 100, &stamp, &err);
	assert_int_equal(file_write("a", "new", 3, &err), 0);
	assert_int_equal(file_unchanged(again, "a", &stamp, &err), 0);
	close(again);
	/* The size that /proc gives is not the size. */
	assert_refused("/proc/self/status", 1000, "changed while it was read");
}

static void test_write(void **state)
{
	(void)state;
	struct err err = { "" };
	assert_int_equal(file_write("new", "text", 4, &err), 0);
	assert_holds("new", "text");
	struct stat st;
	assert_int_equal(stat("new", &st), 0);
	assert_int_equal(st.st_mode & 07777, 0644);
	assert_int_equal(file_write("new", "a\0b", 3, &err), 0);
	assert_int_equal(stat("new", &st), 0);
	assert_int_equal(st.st_size, 3);
	assert_int_equal(file_write("new", "", 0, &err), 0);
	assert_holds("new", "");
	assert_int_equal(entries(), 1);
}

static void test_write_keeps(void **state)
{
	(void)state;
	struct err err = { "" };
	struct stat st;
	put("private", "old");
	assert_int_equal(chmod("private", 0600), 0);
	assert_int_equal(file_write("private", "new", 3, &err), 0);
	assert_int_equal(stat("private", &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);

	/* Through a link, and through one to a file that is not there yet. */
	assert_int_equal(mkdir("other", 0755), 0);
	put("other/target", "old");
	assert_int_equal(symlink("other/target", "link"), 0);
	assert_int_equal(symlink("link", "link2"), 0);
	assert_int_equal(file_write("link2", "new", 3, &err), 0);
	assert_int_equal(lstat("link", &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_int_equal(lstat("link2", &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_holds("other/target", "new");
	assert_int_equal(symlink("other/fresh", "dangling"), 0);
	assert_int_equal(file_write("dangling", "fresh", 5, &err), 0);
	assert_holds("other/fresh", "fresh");
	assert_int_equal(entries(), 5);
}

/* Root's program that saves a user's file leaves it the user's. */
static void test_write_owner(void **state)
{
	(void)state;
	struct stat st;
	if (geteuid() != 0)
		skip();
	put("users", "old");
	assert_int_equal(chown("users", 65534, 65534), 0);
	assert_int_equal(file_write("users", "new", 3, NULL), 0);
	assert_int_equal(stat("users", &st), 0);
	assert_int_equal(st.st_uid, 65534);
	assert_int_equal(st.st_gid, 65534);
}

static void assert_unwritable(const char *path, const char *says)
{
	struct err err = { "" };
	assert_int_equal(file_write(path, "x", 1, &err), -1);
	if (!strstr(err.text, says))
		fail_msg("%s: expected \"%s\"", err.text, says);
}

static void test_write_refused(void **state)
{
	(void)state;
	assert_int_equal(mkdir("folder", 0755), 0);
	assert_unwritable("folder", "is a folder");
	assert_unwritable("none/x", "there is no such folder");
	put("file", "old");
	assert_unwritable("file/x", "there is no such folder");
	assert_int_equal(symlink("loop2", "loop1"), 0);
	assert_int_equal(symlink("loop1", "loop2"), 0);
	assert_unwritable("loop1", "go round in a loop");
	assert_int_equal(mkfifo("fifo", 0600), 0);
	assert_unwritable("fifo", "can't be written");
	assert_int_equal(entries(), 5);
	assert_holds("file", "old");
}

static void check_protected(void)
{
	struct err err = { "" };
	expect(file_write("protected", "new", 3, &err) < 0);
	expect(strstr(err.text, "protected: can't be written: permission denied; check") != NULL);
	expect(file_write("closed/x", "new", 3, &err) < 0);
	expect(strstr(err.text, "permission denied; check") != NULL);
}

/* A folder where anybody may rename is no leave to replace a write-protected file. */
static void test_write_protected(void **state)
{
	(void)state;
	put("protected", "old");
	assert_int_equal(chmod("protected", 0444), 0);
	assert_int_equal(chmod(".", 0777), 0);
	assert_int_equal(mkdir("closed", 0555), 0);
	as_nobody(check_protected);
	assert_holds("protected", "old");
	assert_int_equal(entries(), 2);
}

/* /dev/null stays a device; /dev/full is a full disk. */
static void test_write_device(void **state)
{
	(void)state;
	struct err err = { "" };
	struct stat st;
	assert_int_equal(file_write("/dev/null", "x", 1, &err), 0);
	assert_int_equal(stat("/dev/null", &st), 0);
	assert_true(S_ISCHR(st.st_mode));
	assert_unwritable("/dev/full", "/dev/full: can't be written: the disk is full");
}

/* A disk that fills up on the way: the old file stays, nothing is left behind. A limit on the size of files does the
 * same. */
static void check_full(void)
{
	const struct rlimit limit = { 4096, 4096 };
	static const char many[65536];
	struct err err = { "" };
	signal(SIGXFSZ, SIG_IGN);
	expect(setrlimit(RLIMIT_FSIZE, &limit) == 0);
	expect(file_write("a", many, sizeof many, &err) < 0);
	expect(strstr(err.text, "a: can't be written") != NULL);
}

static void test_write_full(void **state)
{
	(void)state;
	put("a", "old");
	assert_int_equal(chmod("a", 0666), 0);
	assert_int_equal(chmod(".", 0777), 0);
	as_nobody(check_full);
	assert_holds("a", "old");
	assert_int_equal(entries(), 1);
}

/* All of the new content is on the disk before it takes the name, and the name before the writer is told. */
static void test_write_order(void **state)
{
	(void)state;
	struct err err = { "" };
	put("a", "old");
	*disk.text = '\0';
	assert_int_equal(file_write("a", "newer", 5, &err), 0);
	assert_string_equal(disk.text, "flush 5 bytes;rename to a;flush folder;");
	*disk.text = '\0';
	struct file_out *out = file_out_open("b", &err);
	assert_non_null(out);
	for (int i = 0; i < 10000; i++)
		fputs("0123456789", file_out_stream(out));
	assert_int_equal(file_out_commit(out, &err), 0);
	assert_string_equal(disk.text, "flush 100000 bytes;rename to b;flush folder;");
	*disk.text = '\0';
	assert_int_equal(file_make_folders("c/d", &err), 0);
	assert_string_equal(disk.text, "flush folder;flush folder;");
}

/* A disk that takes everything and then can't keep it. */
static void test_write_unflushed(void **state)
{
	(void)state;
	static const struct {
		int error;
		const char *says;
	} refusals[] = { { EIO, "a: can't be written: " }, { ENOSPC, "a: can't be written: the disk is full" } };

	put("a", "old");
	for (size_t i = 0; i < ARRAY_LEN(refusals); i++) {
		struct err err = { "" };
		disk.refusal = refusals[i].error;
		assert_int_equal(file_write("a", "newer", 5, &err), -1);
		disk.refusal = 0;
		assert_non_null(strstr(err.text, refusals[i].says));
		assert_holds("a", "old");
		assert_int_equal(entries(), 1);
	}
}

static void test_discard(void **state)
{
	(void)state;
	struct err err = { "" };
	put("a", "old");
	struct file_out *out = file_out_open("a", &err);
	assert_non_null(out);
	fputs("half", file_out_stream(out));
	fflush(file_out_stream(out));
	assert_holds("a", "old");
	assert_int_equal(entries(), 2);
	file_out_discard(out);
	file_out_discard(NULL);
	assert_holds("a", "old");
	assert_int_equal(entries(), 1);
}

/* Two that write at once: each whole, the last one stays, and neither takes the other's temporary file. */
static void test_two_writers(void **state)
{
	(void)state;
	struct file_out *one = file_out_open("a", NULL), *two = file_out_open("a", NULL);
	assert_non_null(one);
	assert_non_null(two);
	fputs("one", file_out_stream(one));
	fputs("two", file_out_stream(two));
	assert_int_equal(file_out_commit(two, NULL), 0);
	assert_holds("a", "two");
	assert_int_equal(file_out_commit(one, NULL), 0);
	assert_holds("a", "one");
	assert_int_equal(entries(), 1);
}

/* What a killed program left is swept once it is old, unless its writer still lives; others' files are let alone. */
static void test_sweep(void **state)
{
	(void)state;
	const struct timespec old[2] = { { 1000000000, 0 }, { 1000000000, 0 } };
	static const char *const names[] = {
		".a.abcdefgh.tmp", ".a.hgfedcba.tmp", ".a.short.tmp", ".b.abcdefgh.tmp", ".a.abcdefgh.tmq",
	};
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		put(names[i], "left");
		assert_int_equal(utimensat(AT_FDCWD, names[i], old, 0), 0);
	}
	put(".a.freshone.tmp", "just begun");
	const int living = open(names[1], O_RDONLY);
	assert_int_equal(flock(living, LOCK_EX), 0);
	assert_int_equal(file_write("a", "new", 3, NULL), 0);
	assert_false(file_exists(names[0]));
	for (size_t i = 1; i < ARRAY_LEN(names); i++)
		assert_true(file_exists(names[i]));
	assert_true(file_exists(".a.freshone.tmp"));
	close(living);
	assert_int_equal(file_write("a", "new", 3, NULL), 0);
	assert_false(file_exists(names[1]));
}

/* Names may be as long as the file system takes them. */
static void test_long_name(void **state)
{
	(void)state;
	char name[256];
	memset(name, 'n', 255);
	name[255] = '\0';
	struct err err = { "" };
	assert_int_equal(file_write(name, "x", 1, &err), 0);
	assert_holds(name, "x");
	assert_int_equal(entries(), 1);
}

/* Killed at any moment while it writes again and again: the file is whole each time. */
static void test_killed(void **state)
{
	(void)state;
	static char texts[2][20000];
	memset(texts[0], 'a', sizeof texts[0]);
	memset(texts[1], 'b', sizeof texts[1]);
	assert_int_equal(file_write("a", texts[0], sizeof texts[0], NULL), 0);
	for (int round = 0; round < 20; round++) {
		const pid_t child = fork();
		if (child == 0)
			for (int i = 0;; i++)
				file_write("a", texts[i % 2], sizeof texts[0], NULL);
		usleep(1000 * (unsigned)(round % 7 + 1));
		kill(child, SIGKILL);
		waitpid(child, NULL, 0);
		size_t length;
		char *text = file_read("a", 1 << 20, &length, NULL);
		assert_non_null(text);
		assert_int_equal(length, sizeof texts[0]);
		assert_memory_equal(text, texts[text[0] == 'b'], length);
		free(text);
	}
}

static void test_flush(void **state)
{
	(void)state;
	struct err err = { "" };
	FILE *stream = fopen("/dev/full", "w");
	fputs("x", stream);
	assert_int_equal(file_flush(stream, "standard output", &err), -1);
	assert_string_equal(err.text, "standard output: can't be written: the disk is full");
	fclose(stream);

	int ends[2];
	signal(SIGPIPE, SIG_IGN);
	assert_int_equal(pipe(ends), 0);
	close(ends[0]);
	stream = fdopen(ends[1], "w");
	fputs("x", stream);
	assert_int_equal(file_flush(stream, "standard output", &err), -1);
	assert_string_equal(err.text, "standard output: can't be written: nobody reads it");
	fclose(stream);
	signal(SIGPIPE, SIG_DFL);

	stream = fopen("fine", "w");
	fputs("x", stream);
	assert_int_equal(file_flush(stream, "fine", &err), 0);
	fclose(stream);
}

static void test_folders(void **state)
{
	(void)state;
	struct err err = { "" };
	struct stat st;
	assert_int_equal(file_make_folders("a/b/c", &err), 0);
	assert_true(file_is_folder("a/b/c"));
	assert_int_equal(stat("a/b", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	assert_int_equal(file_make_folders("a/b/c", &err), 0);
	assert_int_equal(file_make_folders("a//b/c/d/", &err), 0);
	assert_true(file_is_folder("a/b/c/d"));
	put("a/file", "");
	assert_int_equal(file_make_folders("a/file/x", &err), -1);
	assert_string_equal(err.text, "a/file: is not a folder, but one is needed here");
	assert_int_equal(file_make_folders("", &err), -1);
	assert_int_equal(file_make_folders("/proc/none/x", &err), -1);
	assert_non_null(strstr(err.text, "/proc/none: this folder can't be made"));
	assert_true(file_exists("a/file"));
	assert_false(file_is_folder("a/file"));
	assert_false(file_exists("a/none"));
}

static void test_list(void **state)
{
	(void)state;
	struct file_names names;
	struct err err = { "" };
	put("b.lua", "");
	put("a.lua", "");
	put("나.lua", "");
	put("B.lua", "");
	put(".hidden.lua", "");
	put("a.luac", "");
	put("lua", "");
	assert_int_equal(mkdir("folder.lua", 0755), 0);
	assert_int_equal(file_list(".", ".lua", &names, &err), 0);
	static const char *const expected[] = { "B.lua", "a.lua", "b.lua", "folder.lua", "나.lua" };
	assert_int_equal(names.count, ARRAY_LEN(expected));
	for (size_t i = 0; i < ARRAY_LEN(expected); i++)
		assert_string_equal(names.name[i], expected[i]);
	file_names_release(&names);
	assert_int_equal(names.count, 0);
	assert_int_equal(file_list("folder.lua", "", &names, &err), 0);
	assert_int_equal(names.count, 0);
	file_names_release(&names);
	assert_int_equal(file_list("none", "", &names, &err), -1);
	assert_string_equal(err.text, "none: this folder can't be read: No such file or directory");
	assert_int_equal(file_list("lua", "", &names, &err), -1);
	assert_int_equal(names.count, 0);
}

static void assert_path(char *path, const char *expected)
{
	assert_string_equal(path, expected);
	free(path);
}

static void test_paths(void **state)
{
	(void)state;
	assert_path(file_join("a", "b"), "a/b");
	assert_path(file_join("a/", "b"), "a/b");
	assert_path(file_join("", "b"), "b");
	assert_path(file_join("a", "/b"), "/b");
	assert_path(file_join("/", "b"), "/b");
	assert_path(file_folder("a/b.lua"), "a");
	assert_path(file_folder("b.lua"), "");
	assert_path(file_folder("/b.lua"), "/");
	assert_path(file_base("a/b.lua"), "b.lua");
	assert_path(file_base("b.lua"), "b.lua");
	assert_path(file_base("a/"), "");
}

static void test_home(void **state)
{
	(void)state;
	struct err err = { "" };
	setenv("HOME", "/home/u", 1);
	unsetenv("XDG_DATA_HOME");
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("XDG_STATE_HOME");
	assert_path(file_home(FILE_DATA, NULL, &err), "/home/u/.local/share/publicstake");
	assert_path(file_home(FILE_DATA, "rules", &err), "/home/u/.local/share/publicstake/rules");
	assert_path(file_home(FILE_CONFIG, "config", &err), "/home/u/.config/publicstake/config");
	assert_path(file_home(FILE_STATE, NULL, &err), "/home/u/.local/state/publicstake");
	setenv("XDG_DATA_HOME", "/x", 1);
	assert_path(file_home(FILE_DATA, NULL, &err), "/x/publicstake");
	/* Relative and empty values don't count. */
	setenv("XDG_DATA_HOME", "x", 1);
	assert_path(file_home(FILE_DATA, NULL, &err), "/home/u/.local/share/publicstake");
	setenv("XDG_DATA_HOME", "", 1);
	assert_path(file_home(FILE_DATA, NULL, &err), "/home/u/.local/share/publicstake");
	unsetenv("XDG_DATA_HOME");
}

static void test_typed(void **state)
{
	(void)state;
	setenv("HOME", "/home/u", 1);
	assert_path(file_typed("~/a b.txt"), "/home/u/a b.txt");
	assert_path(file_typed("~"), "/home/u");
	assert_path(file_typed("~x"), "~x");
	assert_path(file_typed("a/~/b"), "a/~/b");
	assert_path(file_typed(""), "");
}

/* Where there is no room folders go first, from the left, and no more of them than have to. */
static void test_shorten(void **state)
{
	(void)state;
	static const struct {
		int cells;
		const char *text, *wanted;
	} cases[] = {
		{ 30, "/home/u/state/journal: is full", "/home/u/state/journal: is full" },
		{ 29, "/home/u/state/journal: is full", "\u2026/u/state/journal: is full" },
		{ 24, "/home/u/state/journal: is full", "\u2026/state/journal: is full" },
		{ 5, "/home/u/state/journal: is full", "\u2026/journal: is full" },
		{ 5, "/home/my files/a.lua:3: is wrong", "\u2026/a.lua:3: is wrong" },
		{ 5, "written: ~/x/report.txt", "written: \u2026/report.txt" },
		{ 5, "no `/x/y/a.csv` in /u/data and/or /v/data", "no `\u2026/a.csv` in \u2026/data and/or \u2026/data" },
		{ 37, "no `/x/y/a.csv` in /u/data and/or /v/data", "no `\u2026/a.csv` in \u2026/data and/or /v/data" },
		{ 12, "/자료/자료: 없음", "\u2026/자료: 없음" },
		{ 1, "/a / b //", "/a / b //" },
		{ 1, "", "" },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct buf text = BUF_INIT;

		file_shorten(&text, cases[i].text, cases[i].cells);
		assert_string_equal(buf_text(&text), cases[i].wanted);
		buf_release(&text);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_shorten), TEST(test_read), TEST(test_refused), TEST(test_socket), TEST(test_unreadable), TEST(test_changing),
		TEST(test_write), TEST(test_write_keeps), TEST(test_write_owner), TEST(test_write_refused),
		TEST(test_write_protected), TEST(test_write_device), TEST(test_write_full), TEST(test_write_order),
		TEST(test_write_unflushed), TEST(test_discard),
		TEST(test_two_writers), TEST(test_sweep), TEST(test_long_name), TEST(test_killed), TEST(test_flush),
		TEST(test_folders), TEST(test_list), TEST(test_paths), TEST(test_home), TEST(test_typed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
