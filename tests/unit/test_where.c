/* SPDX-License-Identifier: MIT
 *
 * base/where: the folders of a program in a build tree, of an installed one, and of one whose prefix was moved.
 */
#include "config.h"

#include "base/where.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"

/* A build tree is known by its link, and its rules and data are those of the tree that the link leads to. */
static void test_build_tree(void **state)
{
	(void)state;
	char root[] = "where-XXXXXX";
	assert_non_null(mkdtemp(root));
	char *folder = realpath(root, NULL);
	assert_non_null(folder);
	char *link = xasprintf("%s/.uninstalled", folder);
	assert_int_equal(symlink("/usr", link), 0);

	struct where where;
	where_init_at(&where, folder);
	assert_false(where.installed);
	assert_string_equal(where.rules, "/usr/lua");
	assert_string_equal(where.data, "/usr/data");
	char *locale = xasprintf("%s/locale", folder);
	assert_string_equal(where.locale, locale);
	/* Generated files are in the source tree when that is a tarball's, else in the build tree. */
	assert_string_equal(where.manual, "/usr/manual");
	where_release(&where);
	assert_null(where.rules);
	char *manual = xasprintf("%s/manual", folder);
	assert_int_equal(mkdir(manual, 0700), 0);
	where_init_at(&where, folder);
	assert_string_equal(where.manual, manual);
	where_release(&where);
	rmdir(manual);
	free(manual);

	unlink(link);
	rmdir(folder);
	free(locale);
	free(link);
	free(folder);
}

/* In bindir the folders are those that configure was told, */
static void test_installed(void **state)
{
	(void)state;
	struct where where;
	where_init_at(&where, PS_BINDIR);
	assert_true(where.installed);
	assert_string_equal(where.rules, PS_PKGDATADIR "/lua");
	assert_string_equal(where.data, PS_PKGDATADIR "/data");
	assert_string_equal(where.locale, PS_LOCALEDIR);
	assert_string_equal(where.manual, PS_PKGDATADIR "/manual");
	where_release(&where);
}

/* elsewhere they move along with the prefix, */
static void test_moved(void **state)
{
	(void)state;
	struct where where;
	where_init_at(&where, "/no such/stage" PS_BINDIR);
	assert_true(where.installed);
	assert_string_equal(where.rules, "/no such/stage" PS_PKGDATADIR "/lua");
	assert_string_equal(where.data, "/no such/stage" PS_PKGDATADIR "/data");
	assert_string_equal(where.locale, "/no such/stage" PS_LOCALEDIR);
	where_release(&where);
}

/* and a program that was copied out of its prefix alone still finds what is installed. */
static void test_copied_alone(void **state)
{
	(void)state;
	struct where where;
	where_init_at(&where, "/no such/folder");
	assert_true(where.installed);
	assert_string_equal(where.rules, PS_PKGDATADIR "/lua");
	where_release(&where);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_build_tree),
		cmocka_unit_test(test_installed),
		cmocka_unit_test(test_moved),
		cmocka_unit_test(test_copied_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
