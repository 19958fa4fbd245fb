/* SPDX-License-Identifier: MIT
 *
 * ui/doc: where a page leads to, and what is shown of a long text.
 */
#include "config.h"

#include "ui/doc.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* Lines under a head of one, each of which can be stopped at. */
static struct doc *lines(int count, bool have_stops)
{
	struct doc *doc = doc_new(40);

	doc_line(doc);
	doc_put(doc, (struct style){ 0 }, "head");
	doc_head(doc);
	for (int i = 0; i < count; i++) {
		doc_line(doc);
		if (have_stops)
			doc_stop(doc, "row %d", i);
		doc_putf(doc, (struct style){ 0 }, "line %d", i);
	}
	return doc;
}

static void test_pages(void **state)
{
	struct doc *doc = lines(100, true);

	(void)state;
	assert_int_equal(doc_page(doc, 11, 0, 0, 1), 9);
	assert_int_equal(doc_page(doc, 11, 9, 9, 1), 18);
	assert_int_equal(doc_page(doc, 11, 18, 18, -1), 9);
	assert_int_equal(doc_page(doc, 11, 90, 95, 1), 99);
	assert_int_equal(doc_page(doc, 11, 0, 5, -1), 0);
	doc_free(doc);
}

/* A view that was not drawn since, and has another length, leaves any first line. */
static void test_beyond_the_end(void **state)
{
	struct doc *doc = lines(100, true), *plain = lines(100, false);

	(void)state;
	assert_int_equal(doc_page(doc, 11, INT_MAX, 95, 1), 99);
	assert_int_equal(doc_page(doc, 11, INT_MAX, 95, -1), 81);
	assert_int_equal(doc_scroll(doc, 11, 50, INT_MAX), 50);
	assert_int_equal(doc_scroll(plain, 11, 0, INT_MAX), 90);
	assert_int_equal(doc_scroll(plain, 11, 0, 20), 20);
	assert_int_equal(doc_scroll(plain, 1, 0, INT_MAX), 100);
	doc_free(doc);
	doc_free(plain);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_beyond_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
