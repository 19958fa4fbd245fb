/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "scenario/line.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/number.h"

/* The letter after the backslash, and what it stands for. */
static const char escapes[][2] = { { 't', '\t' }, { 'n', '\n' }, { 'r', '\r' }, { '\\', '\\' } };

void line_add(struct buf *buf, const char *field)
{
	if (buf->len)
		buf_add_char(buf, '\t');
	while (*field) {
		const size_t plain = strcspn(field, "\t\n\r\\");

		buf_add_bytes(buf, field, plain);
		field += plain;
		if (!*field)
			break;
		for (size_t i = 0; i < ARRAY_LEN(escapes); i++)
			if (escapes[i][1] == *field)
				buf_addf(buf, "\\%c", escapes[i][0]);
		field++;
	}
}

void line_add_number(struct buf *buf, double value)
{
	char text[NUMBER_TEXT_MAX];

	line_add(buf, number_exact(value, text));
}

static void add_field(struct line *line, char *field)
{
	line->fields = xgrow(line->fields, line->count, &line->cap, sizeof *line->fields);
	line->fields[line->count++] = field;
}

/* What an escaped letter stands for, NUL if it is unknown. */
static char unescaped(char letter)
{
	for (size_t i = 0; i < ARRAY_LEN(escapes); i++)
		if (escapes[i][0] == letter)
			return escapes[i][1];
	return '\0';
}

int line_split(struct line *line, const char *bytes, size_t length)
{
	char *to;

	if (line->text_cap < length + 1) {
		line->text_cap = length + 1;
		line->text = xrealloc(line->text, line->text_cap, 1);
	}
	line->count = 0;
	to = line->text;
	add_field(line, to);
	for (size_t i = 0; i < length; i++) {
		char c = bytes[i];

		if (c == '\0' || c == '\n' || c == '\r')
			return -1;
		if (c == '\t') {
			*to++ = '\0';
			add_field(line, to);
			continue;
		}
		if (c == '\\' && (i + 1 == length || !(c = unescaped(bytes[++i]))))
			return -1;
		*to++ = c;
	}
	*to = '\0';
	return 0;
}

bool line_number(const char *field, double *value)
{
	return number_parse(field, value, NULL) == 0 && isfinite(*value);
}

void line_release(struct line *line)
{
	free(line->fields);
	free(line->text);
	*line = (struct line)LINE_INIT;
}
