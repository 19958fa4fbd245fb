/* SPDX-License-Identifier: MIT
 *
 * Text as a JSON string (RFC 8259).
 */
#ifndef PS_CMD_JSON_H
#define PS_CMD_JSON_H

struct buf;

/* Adds it in quotes; what is not UTF-8 or a control character becomes harmless. */
void json_string(struct buf *buf, const char *text);

#endif
