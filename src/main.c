/* SPDX-License-Identifier: MIT
 *
 * publicstake: a policy explorer for the terminal.
 */
#include "config.h"

#include "cmd/cmd.h"

int main(int argc, char *argv[])
{
	return cmd_main(argc, argv);
}
