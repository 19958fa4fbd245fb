/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cmd/json.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"

void json_string(struct buf *buf, const char *text)
{
	struct buf clean = BUF_INIT;

	text_clean(&clean, text, strlen(text), TEXT_KEEP_NEWLINES);
	buf_add_char(buf, '"');
	for (const char *c = buf_text(&clean); *c; c++) {
		if (*c == '"' || *c == '\\')
			buf_add_char(buf, '\\');
		if (*c == '\n')
			buf_add(buf, "\\n");
		else
			buf_add_char(buf, *c);
	}
	buf_add_char(buf, '"');
	buf_release(&clean);
}
