/* SPDX-License-Identifier: MIT
 *
 * rules/rules: what files declare comes into the model as written; what a load leaves behind; limits.
 */
#include "config.h"

#include "rules/rules.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <locale.h>
#include <math.h>
#include <sys/resource.h>
#include <time.h>

#include "base/buf.h"
#include "build.h"
#include "written.h"

#define FRAME "model { start = 2000, stop = 2010, step = 0.5 }\n"

static int set_up(void **state)
{
	struct written *w = xmalloc(sizeof *w);

	written_init(w);
	*state = w;
	return 0;
}

static int tear_down(void **state)
{
	written_release(*state);
	free(*state);
	return 0;
}

/* Loads these as a.lua and b.lua (NULL: there is none). */
static const struct model *load(struct written *w, const char *a, const char *b)
{
	written_file(w, "a.lua", a);
	if (b)
		written_file(w, "b.lua", b);
	if (!written_load(w))
		fail_msg("%s", written_mistakes(w));
	return rules_model(w->rules);
}

/* The same where mistakes are expected: exactly these lines. */
static void load_wrong(struct written *w, const char *a, const char *b, const char *wanted)
{
	char *mistakes;

	written_file(w, "a.lua", a);
	if (b)
		written_file(w, "b.lua", b);
	assert_null(written_load(w));
	mistakes = written_mistakes(w);
	assert_string_equal(mistakes, wanted);
	free(mistakes);
}

static const struct variable *named(const struct model *m, const char *id)
{
	const int variable = model_find(m, id);

	if (variable < 0)
		fail_msg("there is no `%s`", id);
	return model_variable(m, variable);
}

/* ---- what is declared ---- */

static void test_lever(void **state)
{
	const struct model *m = load(*state, FRAME
		"group \"g\" { label = { en = \"Group\", ko = \"묶음\" }, order = 3 }\n"
		"lever \"share\" {\n"
		"\tlabel = { en = \"Share\", ko = \"지분\" }, help = [[One\n\t\ttwo.]], group = \"g\", unit = \"share\",\n"
		"\tdefault = 0.5, range = { 0, 1 }, step = 0.05, source = { \"A\", \"B\" }, basis = \"estimate\",\n"
		"\tmarks = { { 0.25, { en = \"quarter\", ko = \"4분의 1\" }, source = \"S\" }, { 1, \"all\" } },\n"
		"}\n"
		"lever \"flag\" { switch = true, default = 1 }\n", NULL);
	const struct variable *v = named(m, "share");

	assert_int_equal(v->kind, VAR_LEVER);
	assert_string_equal(text_in(&v->label, LANG_EN), "Share");
	assert_string_equal(text_in(&v->label, LANG_KO), "지분");
	assert_string_equal(text_in(&v->help, LANG_KO), "One two.");
	assert_string_equal(v->group, "g");
	assert_string_equal(v->unit, "share");
	assert_true(v->value == 0.5 && v->lo == 0 && v->hi == 1 && v->step == 0.05);
	assert_int_equal(v->source_count, 2);
	assert_string_equal(v->sources[1], "B");
	assert_int_equal(v->basis, BASIS_ESTIMATE);
	assert_int_equal(v->mark_count, 2);
	assert_true(v->marks[0].value == 0.25 && v->marks[1].value == 1);
	assert_string_equal(text_in(&v->marks[0].label, LANG_KO), "4분의 1");
	assert_string_equal(v->marks[0].source, "S");
	assert_string_equal(text_in(&v->marks[1].label, LANG_EN), "all");
	assert_null(v->marks[1].source);
	assert_int_equal(v->declared.line, 3);
	assert_int_equal(v->equation.line, 0);
	v = named(m, "flag");
	assert_true(v->is_switch && v->lo == 0 && v->hi == 1 && v->step == 1);
	assert_true(model_find_group(m, "g")->order == 3);
}

static void test_uncertainties(void **state)
{
	const struct model *m = load(*state, FRAME
		"uncertainty \"a\" { default = 1, spread = triangular(0, 1, 3) }\n"
		"uncertainty \"b\" { default = 1, spread = uniform(-1, 2), range = { -5, 5 } }\n"
		"uncertainty \"c\" { default = 10, spread = normal(10, 2) }\n"
		"uncertainty \"d\" { default = 10, spread = normal(10, 2, 9, 12) }\n"
		"uncertainty \"e\" { default = 4, spread = fixed() }\n"
		"uncertainty \"f\" { default = -4, spread = fixed() }\n", NULL);

	assert_int_equal(named(m, "a")->spread.kind, SPREAD_TRIANGULAR);
	assert_true(named(m, "a")->lo == 0 && named(m, "a")->hi == 3 && named(m, "a")->spread.mode == 1);
	assert_true(named(m, "b")->lo == -5 && named(m, "b")->spread.lo == -1 && named(m, "b")->spread.hi == 2);
	assert_true(named(m, "c")->spread.lo == 4 && named(m, "c")->hi == 16 && named(m, "c")->spread.sd == 2);
	assert_true(named(m, "d")->lo == 9 && named(m, "d")->spread.hi == 12);
	assert_true(named(m, "e")->lo == 2 && named(m, "e")->hi == 6);
	assert_true(named(m, "f")->lo == -6 && named(m, "f")->hi == -2);
	assert_false(var_is_drawn(named(m, "e")));
	assert_true(var_is_drawn(named(m, "d")));
}

static void test_the_rest(void **state)
{
	const struct model *m = load(*state, FRAME
		"lever \"x\" { default = 1, range = { 0, 2 } }\n"
		"series \"s\" { points = { { 2000, 1 }, { 2010, 2 } }, unit = \"mn persons\" }\n"
		"stock \"k\" { initial = 3, outcome = true, headline = 2,\n"
		"\trate = function(v)\n"
		"\t\treturn v.s * v.x\n"
		"\tend }\n"
		"auxiliary \"a\" { value = function(v) return v.k + 1 end }\n"
		"outcome \"o\" { value = function(v) return v.a end, headline = 1, better = \"lower\" }\n"
		"summary \"first\" { first = function(v) return v.o > 5 end, none = { en = \"not so soon\" }, headline = 3 }\n"
		"summary \"at\" { at = 2005, value = function(v) return v.o end }\n"
		"check \"of two runs\" { given = { x = 0.5 }, versus = { x = { times = 2 } }, at = 2001,\n"
		"\tholds = function(v, w) return w.o >= v.o end }\n", NULL);
	const struct variable *v = named(m, "k");

	assert_true(v->is_outcome && v->headline == 2 && v->value == 3);
	assert_int_equal(v->equation.line, 5);
	assert_int_equal(v->equation.last_line, 7);
	assert_int_equal(v->declared.line, 4);
	assert_int_equal(v->use_count, 2);
	assert_int_equal(v->used_by_count, 1);
	assert_false(named(m, "a")->is_outcome);
	assert_int_equal(named(m, "o")->better, BETTER_LOWER);
	assert_int_equal(named(m, "first")->summary, SUMMARY_FIRST);
	assert_string_equal(text_in(&named(m, "first")->none, LANG_EN), "not so soon");
	assert_true(named(m, "at")->summary == SUMMARY_AT && named(m, "at")->at == 2005);
	v = named(m, "of two runs");
	assert_true(v->has_versus && v->at == 2001);
	assert_int_equal(v->given.count, 1);
	assert_true(v->given.items[0].variable == model_find(m, "x") && v->given.items[0].by == 0.5);
	assert_int_equal(v->given.items[0].how, CHANGE_SET);
	assert_int_equal(v->versus.items[0].how, CHANGE_TIMES);
	assert_int_equal(model_time(m)->steps, 20);
}

static void test_claims(void **state)
{
	const struct model *m = load(*state,
		FRAME
		"claim \"right\" { essay = 2, text = \"T\", stated = 34.7, unit = \"USD\", inputs = { b = 6, a = 208.2 },\n"
		"\tvalue = function(i) return i.a / i.b end }\n"
		"claim \"near\" { stated = 34.7,\n"
		"\tinputs = { { \"b\", 6, unit = \"month\", source = \"S\", basis = \"estimate\" }, { \"a\", 200 } },\n"
		"\tvalue = function(i) return i.a / i.b end }\n"
		"claim \"wrong\" { stated = 100, value = function(i) return 50 end }\n"
		"claim \"enough\" { stated = 100, value = function(i) return 150 end, compare = \"at_least\" }\n"
		"claim \"judged\" { stated = 1, verdict = \"no\", note = \"N\" }\n"
		"claim \"narrow\" { stated = 100, value = function(i) return 101 end, within = { 0.001, 0.002 } }\n",
		NULL);
	static const enum verdict verdicts[] = { VERDICT_YES, VERDICT_APPROX, VERDICT_NO, VERDICT_YES, VERDICT_NO,
		VERDICT_NO };

	assert_int_equal(model_claim_count(m), ARRAY_LEN(verdicts));
	for (size_t i = 0; i < ARRAY_LEN(verdicts); i++)
		assert_int_equal(model_claim(m, i)->verdict, verdicts[i]);
	assert_string_equal(model_claim(m, 0)->id, "right");
	assert_int_equal(model_claim(m, 0)->essay, 2);
	assert_true(fabs(model_claim(m, 0)->value - 34.7) < 1e-12);
	assert_string_equal(model_claim(m, 0)->inputs[0].name, "a");
	assert_string_equal(model_claim(m, 1)->inputs[0].name, "b");
	assert_string_equal(model_claim(m, 1)->inputs[0].unit, "month");
	assert_int_equal(model_claim(m, 1)->inputs[0].basis, BASIS_ESTIMATE);
	assert_true(model_claim(m, 4)->is_judged && isnan(model_claim(m, 4)->value));
}

/* ---- data ---- */

static void write_data(struct written *w)
{
	written_file(w, "figures.csv", "id,value,low,source,basis\none,1.5,1,S1,published\ntwo,\"2,500\",2,S2,estimate\n");
	written_file(w, "years.csv", "year,kind,value\n2001,a,5\n2000,a,4\n2002,a,6\n2000,b,9\n");
}

static void test_data(void **state)
{
	const struct model *m;

	write_data(*state);
	m = load(*state,
		FRAME "local two = data(\"figures.csv\", \"value\", { id = \"two\" })\n"
			  "function figure(id) return data(\"figures.csv\", \"value\", { id = id }) end\n"
			  "lever \"x\" { default = figure(\"one\"), range = { 0, 3000 } }\n"
			  "lever \"y\" { default = two * 2 / 1000 + 1, range = { 0, 10 } }\n"
			  "lever \"z\" { default = figure(\"one\") + figure(\"two\"), range = { 0, 3000 }, source = \"mine\" }\n"
			  "series \"s\" { file = \"years.csv\", value = \"value\", where = { kind = \"a\" }, scale = 2 }\n"
			  "local list = column(\"years.csv\", \"value\", { order_by = \"year\", where = { kind = \"a\" } })\n"
			  "local all = column(\"years.csv\", \"value\")\n"
			  "outcome \"o\" { value = function(v) return list[1] * 100 + list[2] * 10 + list[3] + #all * 1000 end }\n",
		NULL);
	assert_true(named(m, "x")->value == 1.5);
	assert_string_equal(named(m, "x")->sources[0], "S1");
	assert_int_equal(named(m, "x")->basis, BASIS_PUBLISHED);
	assert_true(named(m, "y")->value == 6);
	assert_string_equal(named(m, "y")->sources[0], "S2");
	assert_int_equal(named(m, "y")->basis, BASIS_ESTIMATE);
	assert_true(named(m, "z")->value == 2501.5);
	assert_int_equal(named(m, "z")->source_count, 1);
	assert_string_equal(named(m, "z")->sources[0], "mine");
	assert_int_equal(named(m, "z")->basis, BASIS_ESTIMATE);
	assert_true(series_at(model_table(m, named(m, "s")->table), 2001.5) == 11);
	assert_true(graph_node(model_graph(m), named(m, "o")->node)->value == 4456);
}

/* ---- files ---- */

/* Names of other files work inside equations whatever the order; at load time a file sees those before it. */
static void test_helpers_between_files(void **state)
{
	const struct model *m = load(*state,
		FRAME "FACTOR = 3\noutcome \"o\" { value = function(v) return quadrupled(v.x) end }\n",
		"function quadrupled(x) return x * FACTOR * even_later() end\nfunction even_later() return 2 end\n"
		"lever \"x\" { default = FACTOR, range = { 0, 9 } }\n");

	assert_true(named(m, "x")->value == 3);
	assert_int_equal(named(m, "o")->use_count, 1);
	load_wrong(*state, FRAME "local y = quadrupled(1)\n", "function quadrupled(x) return x end\n",
		"a.lua:2: unknown name `quadrupled`; names are local variables, the library's functions and "
		"helpers that a rule file declares\n");
}

static void test_overlay(void **state)
{
	struct written *w = *state, upper;
	const char *const dirs[] = { w->folder, upper.folder };
	const struct rules_spec spec = { .rule_dirs = dirs, .rule_dir_count = 2, .data_dirs = dirs, .data_dir_count = 2 };
	struct diags diags = DIAGS_INIT;
	struct rules *rules;

	written_init(&upper);
	write_data(w);
	written_file(&upper, "figures.csv", "id,value\none,7\n");
	written_file(w, "a.lua", FRAME);
	written_file(w, "b.lua", "lever \"x\" { default = 1, range = { 0, 2 } }\n");
	written_file(&upper, "b.lua",
		"lever \"y\" { default = data(\"figures.csv\", \"value\", { id = \"one\" }), range = { 0, 9 } }\n");
	written_file(&upper, "c.lua", "lever \"z\" { default = 1, range = { 0, 2 } }\n");
	written_file(&upper, "notes.txt", "not a rule file");
	rules = rules_load(&spec, &diags);
	assert_non_null(rules);
	assert_int_equal(model_find(rules_model(rules), "x"), -1);
	assert_true(named(rules_model(rules), "y")->value == 7);
	named(rules_model(rules), "z");
	assert_int_equal(rules_file_count(rules), 4);
	assert_true(strstr(rules_file(rules, 0), w->folder) && strstr(rules_file(rules, 0), "a.lua"));
	assert_true(strstr(rules_file(rules, 1), upper.folder) && strstr(rules_file(rules, 1), "b.lua"));
	assert_true(strstr(rules_file(rules, 3), upper.folder) && strstr(rules_file(rules, 3), "figures.csv"));
	rules_free(rules);
	written_release(&upper);
}

static void test_no_files(void **state)
{
	struct written *w = *state;
	const struct rules_spec none = { .rule_dir_count = 0 };
	struct diags diags = DIAGS_INIT;

	assert_null(written_load(w));
	assert_int_equal(w->diags.count, 1);
	assert_non_null(strstr(w->diags.items[0].text, "there is no rule file"));
	assert_null(rules_load(&none, &diags));
	assert_int_equal(diags.count, 1);
	diags_release(&diags);
	rules_free(NULL);
}

/* Mistakes that were there before are not ours. */
static void test_earlier_mistakes(void **state)
{
	struct written *w = *state;
	const char *const dirs[] = { w->folder };
	const struct rules_spec spec = { .rule_dirs = dirs, .rule_dir_count = 1 };
	struct diags diags = DIAGS_INIT;
	struct rules *rules;

	diags_add(&diags, "else.lua", 1, "something else");
	written_file(w, "a.lua", FRAME "lever \"x\" { default = 1, range = { 0, 2 } }\n");
	rules = rules_load(&spec, &diags);
	assert_non_null(rules);
	assert_int_equal(diags.count, 1);
	rules_free(rules);
	diags_release(&diags);
}

/* Windows: a byte-order mark, carriage returns. */
static void test_windows_text(void **state)
{
	const struct model *m = load(*state,
		"\xEF\xBB\xBFmodel { start = 0, stop = 1, step = 1 }\r\n"
		"lever \"x\" { default = 1, range = { 0, 2 } }\r\n"
		"outcome \"o\" {\r\n\tvalue = function(v) return v.x end\r\n}\r\n",
		NULL);

	assert_int_equal(named(m, "o")->equation.line, 4);
}

static void test_source(void **state)
{
	const struct model *m = load(*state, FRAME
		"lever \"x\" { -- a brace } in a comment, and \"one } in text\"\n"
		"\tdefault = 1, label = \"}\",\n"
		"\trange = { 0, 2 },\n"
		"} outcome \"p\" { value = function(v) return v.x end }\n"
		"outcome \"o\" {\n"
		"\tvalue = function(v)\n"
		"\t\treturn v.x\n"
		"\tend,\n"
		"}\n", NULL);
	struct rules *rules = ((struct written *)*state)->rules;
	char *text = rules_source(rules, model_find(m, "o"));

	assert_string_equal(text, "\tvalue = function(v)\n\t\treturn v.x\n\tend,\n");
	free(text);
	text = rules_declaration(rules, model_find(m, "o"));
	assert_string_equal(text, "outcome \"o\" {\n\tvalue = function(v)\n\t\treturn v.x\n\tend,\n}\n");
	free(text);
	text = rules_source(rules, model_find(m, "x"));
	assert_string_equal(text,
		"lever \"x\" { -- a brace } in a comment, and \"one } in text\"\n\tdefault = 1, label = \"}\",\n"
		"\trange = { 0, 2 },\n} outcome \"p\" { value = function(v) return v.x end }\n");
	free(text);
}

/* Of the rule file and of the data file. */
static void take_prints(const struct written *w, struct fingerprint prints[2])
{
	assert_int_equal(rules_file_count(w->rules), 2);
	for (size_t i = 0; i < 2; i++)
		prints[i] = rules_file_print(w->rules, i);
}

static void assert_prints(const struct written *w, const struct fingerprint prints[2], bool same_rules, bool same_data)
{
	struct fingerprint now[2];

	take_prints(w, now);
	assert_int_equal(now[0].hash == prints[0].hash, same_rules);
	assert_int_equal(now[1].hash == prints[1].hash, same_data);
}

static void test_fingerprints(void **state)
{
	static const char one[] = FRAME "local d = data(\"figures.csv\", \"value\", { id = \"one\" })\n";
	struct fingerprint prints[2];
	char *rules, *data;
	const struct model *m;

	write_data(*state);
	m = load(*state, one, NULL);
	take_prints(*state, prints);
	rules = xstrdup(model_fingerprint(m));
	data = xstrdup(model_data_fingerprint(m));
	assert_true(*rules && *data && strcmp(rules, data));
	m = load(*state, one, NULL);
	assert_string_equal(model_fingerprint(m), rules);
	assert_string_equal(model_data_fingerprint(m), data);
	assert_prints(*state, prints, true, true);
	m = load(*state, FRAME "local d = data(\"figures.csv\", \"value\", { id = \"two\" })\n", NULL);
	assert_string_not_equal(model_fingerprint(m), rules);
	assert_string_equal(model_data_fingerprint(m), data);
	assert_prints(*state, prints, false, true);
	written_file(*state, "figures.csv", "id,value\none,2\ntwo,2\n");
	m = load(*state, one, NULL);
	assert_string_equal(model_fingerprint(m), rules);
	assert_string_not_equal(model_data_fingerprint(m), data);
	assert_prints(*state, prints, true, false);
	free(rules);
	free(data);
}

/* ---- tracing ---- */

static void test_calls(void **state)
{
	struct rules_times times;

	load(*state, FRAME "lever \"x\" { default = 1, range = { 0, 2 } }\n"
		"outcome \"a\" { value = function(v) return v.x + 1 end }\n"
		"outcome \"b\" { value = function(v) return max(v.x, 1) end }\n", NULL);
	times = rules_times(((struct written *)*state)->rules);
	assert_int_equal(times.equations, 2);
	assert_int_equal(times.calls, 2);
	assert_true(times.read >= 0 && times.declare > 0 && times.trace > 0 && times.prove > 0);
}

/* The same comparison again, or turned round, is no new path: ten in a row are two. */
static void test_known_conditions(void **state)
{
	const struct model *m = load(*state, FRAME "lever \"x\" { default = 1, range = { 0, 2 } }\n"
		"outcome \"a\" { value = function(v)\n"
		"\tlocal s = 0\n"
		"\tfor i = 1, 30 do if v.x > 1.5 then s = s + 1 end end\n"
		"\tfor i = 1, 30 do if not (1.5 < v.x) then s = s + 1 end end\n"
		"\treturn s end }\n", NULL);

	assert_int_equal(graph_node(model_graph(m), named(m, "a")->node)->op, OP_CONST);
}

static void test_many_paths(void **state)
{
	const struct model *m = load(*state, FRAME "lever \"x\" { default = 1, range = { 0, 2 } }\n"
		"outcome \"a\" { value = function(v)\n"
		"\tlocal s = 0\n"
		"\tfor i = 1, 10 do if v.x > i / 6 then s = s + i end end\n"
		"\treturn s end }\n", NULL);

	assert_in_range(rules_times(((struct written *)*state)->rules).calls, 1024, 1100);
	assert_int_equal(named(m, "a")->use_count, 1);
}

static void test_families(void **state)
{
	const struct model *m = load(*state, FRAME
		"local names = { \"low\", \"high\" }\n"
		"for i, name in ipairs(names) do\n"
		"\tstock(\"wealth_\" .. name) { initial = i, rate = function(v) return v[\"income_\" .. name] / 10 end }\n"
		"\tauxiliary(\"income_\" .. name) { value = function(v) return v[\"wealth_\" .. name] * i end }\n"
		"end\n"
		"outcome \"sum\" { value = function(v)\n"
		"\tlocal sum = 0\n"
		"\tfor _, name in ipairs(names) do sum = sum + v[\"income_\" .. name] end\n"
		"\treturn sum end }\n", NULL);

	assert_int_equal(model_count(m), 5);
	assert_int_equal(named(m, "sum")->use_count, 2);
	assert_int_equal(named(m, "income_low")->use_count, 1);
	assert_true(named(m, "income_low")->uses[0] == model_find(m, "wealth_low"));
	assert_true(named(m, "wealth_high")->value == 2);
}

/* Sorting text does not depend on where the user lives. */
static void test_order_of_text(void **state)
{
	static const char *const locales[] = { "C", "ko_KR.UTF-8", "de_DE.UTF-8", "C.UTF-8" };

	for (size_t i = 0; i < ARRAY_LEN(locales); i++) {
		const struct model *m;

		if (!setlocale(LC_ALL, locales[i]))
			continue;
		m = load(*state, FRAME "local t = { \"b\", \"B\", \"a\", \"_\", \"가\", \"Z\", \"ä\" }\n"
			"table.sort(t)\nlever \"x\" { default = 1, range = { 0, 2 }, label = table.concat(t) }\n", NULL);
		assert_string_equal(text_in(&named(m, "x")->label, LANG_EN), "BZ_abä가");
	}
	setlocale(LC_ALL, "C");
}

/* ---- limits ---- */

static double seconds_of_processor(void)
{
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* Bytes as written, whatever they are, must give mistakes or rules, and soon. */
static void load_bytes(struct written *w, const char *bytes, size_t length)
{
	const double begin = seconds_of_processor();

	written_file_of(w, "a.lua", bytes, length);
	written_load(w);
	assert_true((w->rules != NULL) == (w->diags.count == 0));
	assert_true(seconds_of_processor() - begin < 10);
}

/* A rule file cut at every byte. */
static void test_cut_anywhere(void **state)
{
	static const char text[] = FRAME
		"lever \"x\" { default = 1, range = { 0, 2 }, label = { en = \"X\", ko = \"엑스\" } }\n"
		"stock \"s\" { initial = function(v) return v.x end,\n"
		"\trate = function(v) if v.s > 2 then return 1 end return 2 end }\n"
		"--[==[ a long\n comment ]==] check \"c\" { holds = function(v) return v.s >= 'a':b() end }\n";

	for (size_t length = 0; length < sizeof text; length++)
		load_bytes(*state, text, length);
}

static void test_any_bytes(void **state)
{
	uint64_t seed = 9;

	for (int round = 0; round < 300; round++) {
		char bytes[200];

		for (size_t i = 0; i < sizeof bytes; i++)
			bytes[i] =
				round % 2 ? (char)next_random(&seed) : "(){}[]=,.\"'\n abvx01-~<>:;#%^&|/*"[random_below(&seed, 32)];
		load_bytes(*state, bytes, sizeof bytes);
	}
}

/* Another load after one that went wrong in any way starts afresh. */
static void test_after_mistakes(void **state)
{
	static const char *const wrong[] = {
		"while true do end",
		"local t = {} for i = 1, 1e9 do t[i] = i end",
		"error({})",
		"x = = 1",
		"local function f() return f() + 1 end f()",
		FRAME "outcome \"o\" { value = function(v) while true do end end }",
		FRAME "outcome \"o\" { value = function(v) return 1 / (v.t - 2000) end }",
		"\x1bLua",
	};

	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		written_file(*state, "a.lua", wrong[i]);
		assert_null(written_load(*state));
		assert_true(((struct written *)*state)->diags.count > 0);
		load(*state,
			FRAME
			"lever \"x\" { default = 1, range = { 0, 2 } }\noutcome \"o\" { value = function(v) return v.x end }\n",
			NULL);
	}
}

/* Time ends what nothing else does, late where everything is slow. */
static void need_usual_speed(void)
{
#ifdef SLOWER_BUILD
	skip();
#endif
}

/* Rules that take all they may, in ways whose end depends on the machine: it comes soon, and memory stays bounded. */
static void test_greedy(void **state)
{
	static const char *const greedy[] = {
		"local t = {} for i = 1, 1000 do t[i] = \"12345678901234567890\" end\n"
		"for i = 1, 1e7 do local s = table.concat(t) end\n",
		"for i = 1, 1e9 do local a = table.unpack({}, 1, 900) end\n",
		"local t = {} for i = 1, 1e5 do t[\"k\" .. i] = i end for i = 1, 1e6 do for k in pairs(t) do break end end\n",
		"local t = {} for i = 1, 1e6 do t[i] = i end for i = 1, 1e6 do t[i] = nil end\n"
		"for i = 1, 1e6 do for k in pairs(t) do break end end\n",
		"local t = {} for i = 1, 1e5 do t[\"k\" .. i] = i end for i = 1, 1e6 do local k = next(t) end\n",
		"local s = \"0123456789abcdef\" for i = 1, 15 do s = s .. s end local t = s .. \"a\" s = s .. \"a\" local n = 0\n"
		"while true do if s == t then n = n + 1 end if s < t then n = n + 1 end end\n",
		"for k = 1, 100 do outcome(\"o\" .. k) { value = function(v) local s = 0\n"
		"for i = 1, 1e5 do s = s + v.t / (i + k * 1e6) end return s end } end\n",
		"for k = 1, 15000 do outcome(\"o\" .. k) { value = function(v) local s = 0\n"
		"for i = 1, 1e6 do s = s + 1 end return v.t + s end } end\n",
		"for k = 1, 15 do lever(\"x\" .. k) { default = 0.5, range = { 0, 1 } } end\n"
		"for k = 1, 15000 do outcome(\"o\" .. k) { value = function(v) local s = 0\n"
		"for i = 1, 10 do if v[\"x\" .. i] > 0.3 then s = s + i * k end end return s end } end\n",
		"local function f(v) local s = 0 for i = 1, 2000 do s = s + smooth(v.t * i, 2) end return s end\n"
		"for k = 1, 9000 do outcome(\"o\" .. k) { value = f } end\n",
		"local p = {} for i = 1, 1e5 do p[i] = { i, i } end for i = 1, 19000 do series(\"y\" .. i) { points = p } end\n",
		"local p = {} for i = 1, 1e5 do p[i] = { i, i } end\n"
		"for k = 1, 2000 do outcome(\"o\" .. k) { value = function(v) return lookup(v.t * k, p) end } end\n",
		"local s = \"0123456789abcdef\" for i = 1, 12 do s = s .. s end for i = 1, 19000 do\n"
		"lever(\"x\" .. i) { default = 0.5, range = { 0, 1 }, label = s, help = { en = s, ko = s }, unit = s } end\n",
		"local s = \"1\" for i = 1, 19 do s = s .. s end while true do local n = tonumber(s) end\n",
		"for k = 1, 100 do outcome(\"o\" .. k) { value = function(v) local s = 0\n"
		"for i = 1, 2e4 do s = s + pulse_train(i + v.t, k + v.t, v.t * i, v.t + k * i) end return s end } end\n",
		"local t = {} for i = 1, 1e9 do t[i] = { i } end\n",
	};
	struct rusage usage;

	need_usual_speed();
	for (size_t i = 0; i < ARRAY_LEN(greedy); i++) {
		char *text = xasprintf("%s%s", FRAME, greedy[i]);

		load_bytes(*state, text, strlen(text));
		assert_null(((struct written *)*state)->rules);
		free(text);
	}
	assert_int_equal(getrusage(RUSAGE_SELF, &usage), 0);
	assert_in_range(usage.ru_maxrss, 1, 400 << 10);
}

/* Text that goes on and on: names, brackets, expressions, of a megabyte each. */
static void test_long_text(void **state)
{
	static const struct {
		const char *before, *again, *after;
		size_t times;
		bool good;
	} cases[] = {
		{ "local ", "a", " = 1\n", 1000000, true },
		{ "", "a", "()\n", 1000000, false },
		{ "local a = ", "(", "1\n", 1000000, false },
		{ "local a = ", "{", "\n", 1000000, false },
		{ "local a = ", "- ", "1\n", 500000, false },
		{ "local a = ", "not ", "1\n", 250000, false },
		{ "local a = 1", " + 1", "\n", 250000, true },
		{ "local a = 1", " .. 1", "\n", 200000, false },
		{ "", "do ", "\n", 300000, false },
		{ "", "function f() ", "\n", 70000, false },
		{ "", "if true then ", "\n", 70000, false },
		{ "local a = \"", "x", "\"\n", 1000000, true },
		{ "--[[", "x\n", "]]\n", 400000, true },
		{ "", "\n", "\n", 1000000, true },
		{ "local a = ", "9", "\n", 100, true },
		{ "local a = { ", "1, ", "}\n", 300000, true },
		{ "outcome \"o\" { value = function(v) return v.t", " + v.t * 2", " end }\n", 100000, true },
		{ "local function f(v) ", "if v.t > 1 then return 1 end ", "end\n", 30000, true },
		{ "outcome \"o\" { value = function(v) local s = 0 ", "if v.t > 1 then s = s + 1 end ", " return s end }\n",
			30000, true },
		{ "goto x ", "do end ", "::x::\n", 150000, true },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const size_t each = strlen(cases[i].again);
		struct buf text = BUF_INIT;

		buf_add(&text, FRAME);
		buf_add(&text, cases[i].before);
		for (size_t k = 0; k < cases[i].times; k++)
			buf_add_bytes(&text, cases[i].again, each);
		buf_add(&text, cases[i].after);
		load_bytes(*state, text.text, text.len);
		if ((((struct written *)*state)->rules != NULL) != cases[i].good)
			fail_msg("case %zu: %s", i, written_mistakes(*state));
		buf_release(&text);
	}
}

/* Lua looks each name up in all functions around it, over which it can take minutes before anything runs. */
static void test_slow_text(void **state)
{
	struct buf text = BUF_INIT;
	char *mistakes;

	need_usual_speed();
	buf_add(&text, FRAME);
	for (int i = 0; i < 150; i++) {
		buf_add(&text, "local function f() local a");
		for (int k = 0; k < 190; k++)
			buf_addf(&text, ", a%d", k);
		buf_add(&text, "\n");
	}
	for (int i = 0; i < 700000; i++)
		buf_add(&text, "q() ");
	load_bytes(*state, text.text, text.len);
	mistakes = written_mistakes(*state);
	assert_non_null(strstr(mistakes, ":152: the rules take too long to load"));
	free(mistakes);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_lever, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_uncertainties, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_the_rest, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_claims, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_data, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_helpers_between_files, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_overlay, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_no_files, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_earlier_mistakes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_windows_text, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_source, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_fingerprints, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_calls, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_known_conditions, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_many_paths, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_families, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_order_of_text, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_cut_anywhere, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_any_bytes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_after_mistakes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_greedy, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_long_text, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_slow_text, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
