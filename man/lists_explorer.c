/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lists.h"

#include <stdio.h>
#include <string.h>

#include "ui/command.h"
#include "ui/key.h"
#include "ui/keymap.h"

static void put_key(const struct binding *binding)
{
	char name[KEY_NAME_MAX];

	key_spell(binding->key, name);
	fputs(".It Ic ", stdout);
	lists_word(name);
}

/* Rows without help are further keys of the row above. */
void lists_keys(const struct lists *lists, const char *place)
{
	struct keymap *keymap = keymap_new();
	const struct binding *b;
	const char *help = NULL;

	(void)lists;
	puts(".Bl -tag -width Ds -compact");
	for (size_t i = 0; (b = keymap_at(keymap, i)); i++) {
		if (strcmp(keymap_place_name(b->place), place) != 0)
			continue;
		if (b->help && help)
			lists_text(help);
		help = b->help ? _(b->help) : help;
		put_key(b);
		fputs("\n", stdout);
	}
	if (help)
		lists_text(help);
	else
		lists_die("no keys in the place %s", place);
	puts(".El");
	keymap_free(keymap);
}

void lists_commands(const struct lists *lists, const char *argument)
{
	const struct command *c;

	(void)lists, (void)argument;
	puts(".Bl -tag -width Ds");
	for (size_t i = 0; (c = command_at(i)); i++) {
		printf(".It Ic %s", c->name);
		if (*c->usage) {
			fputs(" Ar ", stdout);
			lists_word(_(c->usage));
		}
		putchar('\n');
		lists_text(_(c->help));
	}
	puts(".El");
}
