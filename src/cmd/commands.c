/* SPDX-License-Identifier: MIT
 *
 * The table of commands. A new one is a file cmd_NAME.c, a line in cmd.h and a row here.
 */
#include "config.h"

#include "cmd/cmd.h"

const struct command commands[] = {
	{ "explore", N_("[SCENARIO]"), N_("the explorer: sliders, charts and bands (this is what starts without a command)"), explore_options,
	  cmd_explore },
	{ "run", N_("[-s SCENARIO ...] [--set ID=VALUE ...]"), N_("runs scenarios and writes their outcomes"), run_options, cmd_run },
	{ "list", "levers|uncertainties|outcomes|summaries|variables|series|checks|scenarios|functions",
	  N_("lists what the rules declare"), list_options, cmd_list },
	{ "show", "ID", N_("shows one variable: meaning, equation, what it uses, sources"), show_options, cmd_show },
	{ "check", "", N_("loads and proves the rules and runs all checks in many worlds"), check_options, cmd_check },
	{ "claims", "", N_("the essays' figures against their recomputation"), claims_options, cmd_claims },
	{ "help", N_("[TOPIC]"), N_("shows the manual: a page, or what it says of a thing"), help_options, cmd_help },
	{ NULL, NULL, NULL, NULL, NULL },
};
