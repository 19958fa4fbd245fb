/* SPDX-License-Identifier: MIT
 *
 * The tables of units, and names taken apart by them.
 */
#include "config.h"

#include "base/unit.h"

#include <string.h>
#include <strings.h>

#include "base/alloc.h"
#include "base/unit_priv.h"

static const struct unit_noun nouns[] = {
	{ "KRW|won", NULL, "원", "원|krw|won", "₩|krw" },
	{ "USD|dollars|dollar", NULL, "달러", "달러|불|usd|dollar|dollars", "$|us$|usd" },
	{ "TWD", NULL, "대만달러", "대만달러|twd", NULL },
	{ "NOK", NULL, "크로네", "크로네|nok", NULL },
	{ "GPU|GPUs", "GPUs", "장", "장|개|gpu|gpus", NULL },
	{ "person|persons|people", "persons", "명", "명|인|사람|person|persons|people", NULL },
	{ "user|users", "users", "명", "명|user|users", NULL },
	{ "adult|adults", "adults", "명", "명|adult|adults", NULL },
	{ "customer|customers", "customers", "곳", "곳|customer|customers", NULL },
	{ "firm|firms", "firms", "개사", "개사|개|곳|firm|firms", NULL },
	{ "proposal|proposals", "proposals", "건", "건|proposal|proposals", NULL },
	{ "household|households", "households", "가구", "가구|household|households", NULL },
	{ "share|shares", "shares", "주", "주|share|shares", NULL },
	{ "phone|phones", "phones", "대", "대|phone|phones", NULL },
	{ "wafer|wafers", "wafers", "장", "장|wafer|wafers", NULL },
	{ "token|tokens", "tokens", "토큰", "토큰|token|tokens", NULL },
	{ "parameter|parameters", "parameters", "개", "개|parameter|parameters", NULL },
	{ "barrel|barrels", "barrels", "배럴", "배럴|barrel|barrels", NULL },
	{ "year|years|yr", "years", "년", "년|연|year|years|yr|yrs", NULL },
	{ "month|months", "months", "개월", "개월|달|month|months", NULL },
	{ "day|days", "days", "일", "일|day|days", NULL },
	{ "hour|hours", "hours", "시간", "시간|hour|hours", NULL },
	{ "time|times", "times", "배", "배|time|times|x", NULL },
	{ "W", NULL, "W", "w|와트", NULL },
	{ "kW", NULL, "kW", "kw|킬로와트", NULL },
	{ "MW", NULL, "MW", "mw|메가와트", NULL },
	{ "GW", NULL, "GW", "gw|기가와트", NULL },
	{ "kWh", NULL, "kWh", "kwh", NULL },
	{ "MWh", NULL, "MWh", "mwh", NULL },
	{ "TWh", NULL, "TWh", "twh", NULL },
};

static const struct unit_per pers[] = {
	{ "year|yr|annum|a year", "/year", "/년", NULL, "/년|/연|/year|/yr|peryear|ayear", "연간|연|매년" },
	{ "month|mo|a month", "/month", "/월", NULL, "/월|/달|/month|/mo|permonth|amonth", "월|매월|매달" },
	{ "day", "/day", "/일", NULL, "/일|/day|perday|aday", "하루|매일|일" },
	{ "person and month|person/month|person per month|month and person", "/month", "/월", "/월(1인당)",
		"/월|/달|/month|/mo|permonth|amonth|perpersonandmonth|/person/month|/인/월|/명/월", "월|매월|1인당월" },
	{ "user and month|user/month|user per month", "/month", "/월", "/월(이용자당)",
		"/월|/month|/mo|permonth|amonth|peruserandmonth|/user/month", "월|매월" },
	{ "person and year|person/year|person/yr|person per year", "/year", "/년", "/년(1인당)",
		"/년|/연|/year|/yr|peryear|ayear|perpersonandyear|/person/year", "연|매년" },
	{ "adult and year|adult/yr|adult/year", "/year", "/년", "/년(성인 1인당)", "/년|/year|/yr|peryear|ayear", "연|매년" },
	{ "GPU-hour|GPU hour", "/GPU-hour", "/GPU시간", NULL, "/gpu-hour|pergpu-hour|/gpuhour|/gpu시간|/시간", NULL },
	{ "hour", "/hour", "/시간", NULL, "/hour|/h|perhour|/시간", NULL },
	{ "kWh", "/kWh", "/kWh", NULL, "/kwh|perkwh", NULL },
	{ "USD|dollar", "/USD", "/달러", NULL, "/usd|/$|/달러|perusd|perdollar", NULL },
	{ "barrel", "/barrel", "/배럴", NULL, "/barrel|/배럴|perbarrel", NULL },
	{ "person", "/person", "/명", NULL, "/person|/명|/인|perperson", "1인당" },
	{ "adult", "/adult", "/명", "/명(성인)", "/adult|/명|/인|peradult", NULL },
	{ "household", "/household", "/가구", NULL, "/household|/가구|perhousehold", "가구당" },
	{ "firm", "/firm", "/개사", NULL, "/firm|/개사|perfirm", NULL },
	{ "GPU", "/GPU", "/장", NULL, "/gpu|/장|pergpu", NULL },
};

static const struct {
	const char *names;
	double value;
} scales[] = {
	{ "trn|trillion|tn", 1e12 },
	{ "bn|billion", 1e9 },
	{ "mn|million", 1e6 },
	{ "thousand|k", 1e3 },
};

/* Names that have a Korean one of their own, for labels and switches. */
static const struct {
	const char *en, *ko;
} phrases[] = {
	{ "off", "끔" },
	{ "on", "켬" },
	{ "all residents", "전체 주민" },
	{ "adults", "성인만" },
	{ "index", "지수" },
	{ "ratio", "배율" },
	{ "elasticity", "탄력성" },
	{ "year", "년" },
	{ "share of equity", "지분율" },
	{ "share of value", "가치 대비" },
	{ "share of market price", "시장 가격 대비" },
	{ "share of capacity", "용량 중 비율" },
	{ "share of retired GPUs replaced", "퇴역 GPU 교체율" },
	{ "share of net profit", "순이익 대비" },
	{ "share of public income", "공공 수입 중 비율" },
	{ "share of public income (rest to the NPS)", "공공 수입 중 비율(나머지는 국민연금)" },
	{ "share of wage contributions", "임금 보험료 중 비율" },
	{ "share of wage contributions replaced by the share levy", "주식 부담금이 대신하는 임금 보험료 비율" },
	{ "share of new shares given out at once (rest into the fund)", "바로 나누는 신주 비율(나머지는 기금)" },
	{ "share of the share dividend paid as cash", "주식 배당 중 현금 비율" },
	{ "share of market value per year", "연간, 시가총액 대비" },
	{ "share of land value per year", "연간, 토지 가치 대비" },
	{ "share of the fund per year", "연간, 기금 대비" },
	{ "share of GDP", "국내총생산 대비" },
	{ "share of households", "가구 중 비율" },
	{ "share of people", "인구 중 비율" },
	{ "share of population", "인구 중 비율" },
	{ "share of the fund", "기금 대비" },
	{ "share of the market", "시장 점유율" },
	{ "share of world market", "세계 시장 점유율" },
	{ "share of income", "소득 대비" },
	{ "share of world demand", "세계 수요 중 비율" },
	{ "share of insured wages", "보험 대상 임금 대비" },
	{ "share of full adoption", "완전 도입 대비" },
	{ "share of cost", "비용 대비" },
	{ "share of revenue", "매출 대비" },
	{ "share of spending", "지출 대비" },
	{ "share of AI investment", "AI 투자 대비" },
	{ "share of market value", "시가총액 대비" },
	{ "share of new shares", "신주 중 비율" },
	{ "share of the share dividend", "주식 배당 중 비율" },
	{ "share of all land", "전체 토지 중 비율" },
	{ "share of firms per year", "연간, 기업 수 대비" },
	{ "of market value per year", "연간, 시가총액 대비" },
	{ "of land value per year", "연간, 토지 가치 대비" },
	{ "of the fund per year", "연간, 기금 대비" },
	{ "share", "비율" },
	{ "share per year", "연간 비율" },
	{ "per year", "연율" },
	{ "1/year", "연율" },
	{ "per year (log)", "연간 로그 변화" },
	{ "per year per unit of levy", "부담금 1당 연율" },
	{ "log of index", "지수의 로그" },
	{ "percent", "%" },
	{ "percent per year", "%/년" },
	{ "percent of computing", "연산 중 %" },
	{ "rank", "위" },
};

/* The word of the list that equals `length` bytes of `text` (ASCII case apart), or NULL. */
static const char *listed(const char *list, const char *text, size_t length)
{
	while (*list) {
		const size_t n = strcspn(list, "|");

		if (n == length && !strncasecmp(list, text, n))
			return list;
		list += n;
		list += *list == '|';
	}
	return NULL;
}

/* Bytes of the longest word of the list that `text` starts with, 0 if none. */
static size_t starts_with(const char *list, const char *text)
{
	size_t longest = 0;

	while (list && *list) {
		const size_t n = strcspn(list, "|");

		if (n > longest && !strncmp(text, list, n))
			longest = n;
		list += n;
		list += *list == '|';
	}
	return longest;
}

const char *unit_phrase_ko(const char *en, size_t length)
{
	for (size_t i = 0; i < ARRAY_LEN(phrases); i++)
		if (strlen(phrases[i].en) == length && !strncmp(phrases[i].en, en, length))
			return phrases[i].ko;
	return NULL;
}

static bool per_year(const char *name)
{
	return strstr(name, "per year") || strstr(name, "/year") || strstr(name, "/yr") || strstr(name, "a year");
}

static bool begins(const char *text, const char *start)
{
	return !strncmp(text, start, strlen(start));
}

/* The part after "/" or " per ", and where the noun before it ends. */
static const char *split_per(const char *name, size_t *noun_length)
{
	const char *slash = strchr(name, '/'), *per = strstr(name, " per ");

	if (per && (!slash || per < slash)) {
		*noun_length = (size_t)(per - name);
		return per + strlen(" per ");
	}
	if (slash) {
		*noun_length = (size_t)(slash - name);
		return slash + 1;
	}
	*noun_length = strlen(name);
	return NULL;
}

/* Takes a scale word off the front. */
static double take_scale(const char **name)
{
	const size_t n = strcspn(*name, " ");

	for (size_t i = 0; i < ARRAY_LEN(scales); i++) {
		if (listed(scales[i].names, *name, n)) {
			*name += n + ((*name)[n] == ' ');
			return scales[i].value;
		}
	}
	return 1;
}

/* "bn" alone: so many of whatever the label says. */
static const struct unit_noun nothing = { "", NULL, "", "", NULL };

static const struct unit_noun *find_noun(const char *name, size_t length)
{
	for (size_t i = 0; i < ARRAY_LEN(nouns); i++)
		if (listed(nouns[i].names, name, length))
			return &nouns[i];
	return NULL;
}

static const struct unit_per *find_per(const char *name)
{
	for (size_t i = 0; i < ARRAY_LEN(pers); i++)
		if (listed(pers[i].names, name, strlen(name)))
			return &pers[i];
	return NULL;
}

static struct unit parse_amount(const char *name)
{
	struct unit unit = { .kind = UNIT_AMOUNT, .name = name };
	const char *rest = name, *after;
	size_t length;

	unit.scale = take_scale(&rest);
	after = split_per(rest, &length);
	unit.noun = !*rest && unit.scale > 1 ? &nothing : find_noun(rest, length);
	if (after && unit.noun && !(unit.per = find_per(after)))
		unit.noun = NULL;
	return unit;
}

static bool is_share(const char *name)
{
	static const char *const starts[] = {
		"share of ", "fraction of ", "of ", "share per ", "fraction per ", "share/", "fraction/",
	};
	static const char *const names[] = { "share", "fraction", "1/year", "1/yr", "per year", "1 per year" };

	for (size_t i = 0; i < ARRAY_LEN(starts); i++)
		if (begins(name, starts[i]))
			return true;
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (!strcmp(name, names[i]))
			return true;
	return false;
}

static bool is_plain(const char *name)
{
	static const char *const names[] = { "", "index", "ratio", "elasticity", "number", "1" };

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (!strcmp(name, names[i]))
			return true;
	return false;
}

struct unit unit_parse(const char *name)
{
	struct unit unit = { .scale = 1 };

	if (!name)
		name = "";
	unit.name = name;
	if (is_plain(name)) {
		unit.kind = UNIT_PLAIN;
	} else if (is_share(name)) {
		unit.kind = UNIT_SHARE;
		unit.per = per_year(name) ? &pers[0] : NULL;
	} else if (*name == '%' || begins(name, "percent")) {
		unit.kind = UNIT_PERCENT;
		unit.per = per_year(name) ? &pers[0] : NULL;
	} else if (!strcmp(name, "year")) {
		unit.kind = UNIT_YEAR;
		unit.noun = find_noun("year", 4);
	} else if (!strcmp(name, "off/on") || strstr(name, " / ")) {
		unit.kind = UNIT_SWITCH;
	} else {
		unit = parse_amount(name);
	}
	return unit;
}

/* Whether `words` are the name without its blanks, ASCII case apart. */
static bool is_name(const char *name, const char *words)
{
	for (; *name; name++) {
		if (*name == ' ')
			continue;
		if (strncasecmp(name, words, 1) != 0)
			return false;
		words++;
	}
	return !*words;
}

enum unit_words unit_words(const struct unit *unit, const char *words)
{
	const char *list = unit->noun ? unit->noun->typed : "";

	if (unit->per && listed(unit->per->typed, words, strlen(words)))
		return UNIT_WORDS_UNIT;
	while (*list) {
		const size_t n = strcspn(list, "|");
		const char *rest = words + n;

		if (!strncmp(list, words, n) && (!*rest || (unit->per && listed(unit->per->typed, rest, strlen(rest)))))
			return UNIT_WORDS_NOUN;
		list += n;
		list += *list == '|';
	}
	return !unit->noun && *unit->name && is_name(unit->name, words) ? UNIT_WORDS_UNIT : UNIT_WORDS_OTHER;
}

size_t unit_prefix(const struct unit *unit, const char *words, enum unit_words *names)
{
	size_t n = unit->noun ? starts_with(unit->noun->before, words) : 0;

	*names = n ? UNIT_WORDS_NOUN : UNIT_WORDS_UNIT;
	return !n && unit->per ? starts_with(unit->per->before, words) : n;
}
