/* SPDX-License-Identifier: MIT
 *
 * Between desk.c, desk_lists.c and desk_look.c.
 */
#ifndef PS_UI_DESK_PRIV_H
#define PS_UI_DESK_PRIV_H

#include <stdbool.h>

struct desk;
struct settings;
struct variable;

/* Makes the lists that the model gives: rows of the panels, headlines, outcomes. */
void desk_list(struct desk *desk);
void desk_free_lists(struct desk *desk);
bool desk_is_charted(const struct variable *variable);

/* Whatever the cursor stood on and is gone is replaced by something that is there. */
void desk_mend_cursor(struct desk *desk);

/* Frees what is pinned and compared with. */
void desk_free_kept(struct desk *desk);

#endif
