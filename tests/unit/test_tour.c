/* SPDX-License-Identifier: MIT
 *
 * ui/tour: whether a first start shows it.  The steps themselves are in tests/ui/tour.ui.
 */
#include "config.h"

#include "ui/tour.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/alloc.h"
#include "base/file.h"

static char *folder;

static int make_folder(void **state)
{
	(void)state;
	folder = xstrdup("/tmp/publicstake-tour-XXXXXX");
	return !mkdtemp(folder) || setenv("XDG_STATE_HOME", folder, 1) || setenv("HOME", folder, 1);
}

static int remove_folder(void **state)
{
	char *own = file_join(folder, "publicstake"), *path = file_join(own, "tour");

	(void)state;
	unlink(path);
	rmdir(own);
	free(path);
	free(own);
	rmdir(folder);
	free(folder);
	return 0;
}

static void test_once_ever(void **state)
{
	char *path;

	(void)state;
	assert_true(tour_is_due());
	assert_false(tour_is_due());
	path = file_home(FILE_STATE, "tour", NULL);
	assert_true(file_exists(path));
	assert_false(unlink(path));
	free(path);
	assert_true(tour_is_due());
}

static void test_never_where_it_cannot_be_remembered(void **state)
{
	char *path = file_join(folder, "publicstake");

	(void)state;
	assert_false(file_write(path, "", 0, NULL));   /* in the way of the folder */
	assert_false(tour_is_due());
	assert_false(tour_is_due());
	assert_false(unlink(path));
	free(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_once_ever, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(test_never_where_it_cannot_be_remembered, make_folder, remove_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
