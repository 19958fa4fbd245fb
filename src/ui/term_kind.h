/* SPDX-License-Identifier: MIT
 *
 * What a terminal can be expected to show, by what the environment says of it: terminfo knows nothing of fonts, and
 * only with entries of their own of colours given as red, green and blue.
 */
#ifndef PS_UI_TERM_KIND_H
#define PS_UI_TERM_KIND_H

#include <stdbool.h>

#include "ui/theme.h"

/* `type` is the value of TERM; NULL and "" are of no kind that is known for lacking anything. */

/* Whether it has a font with Hangul: consoles and old terminals don't. */
bool term_kind_has_hangul(const char *type);

/* The best that it can be expected to draw charts with, in a locale that writes UTF-8 or not. */
enum glyphs term_kind_glyphs(const char *type, bool utf8);

/* By the values of COLORTERM and COLORFGBG; NULL: not set. */
bool term_kind_is_true(const char *says);
bool term_kind_is_light(const char *says);

/* The name of the terminfo entry of its kind that takes colours as red, green and blue, the likeliest first from
 * `i` = 0 on; the caller's. NULL: there is no more. */
char *term_kind_direct(const char *type, int i);

#endif
