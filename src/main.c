/* SPDX-License-Identifier: MIT
 *
 * publicstake: a policy explorer for the terminal.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

int main(int argc, char *argv[])
{
	if (argc == 2 && strcmp(argv[1], "--version") == 0) {
		puts(PACKAGE_STRING);
		return 0;
	}
	if (argc == 2 && strcmp(argv[1], "--help") == 0) {
		puts("usage: publicstake --help | --version");
		return 0;
	}
	fputs("usage: publicstake --help | --version\n", stderr);
	return 2;
}
