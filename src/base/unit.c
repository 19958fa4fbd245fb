/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/unit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/number.h"
#include "base/text.h"

/* Words are lists parted by '|'. What is typed is compared without blanks and in lower case. */
struct unit_noun {
	const char *names;     /* in rule files; the first is shown in English for one */
	const char *plural;    /* shown in English for any other number; NULL: as for one */
	const char *ko;
	const char *typed;     /* what people may write for it */
	const char *before;    /* what may stand before the number, NULL: nothing */
};

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

struct unit_per {
	const char *names;     /* after "/" or "per" in rule files; the first is for labels */
	const char *en, *ko;   /* shown after a value */
	const char *ko_label;  /* in a Korean label, where there is room to be complete; NULL: as after a value */
	const char *typed;     /* what people may write for it after the value */
	const char *before;    /* and before the number */
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

static const char *phrase_ko(const char *en, size_t length)
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

/* The scale words that values are shown with, largest first; those of Korean go by four digits. The last shows what is
 * below them. */
struct shown_scale {
	double value;
	const char *word, *brief;
};
static const struct shown_scale shown_en[] = {
	{ 1e12, "trn", "T" }, { 1e9, "bn", "B" }, { 1e6, "mn", "M" }, { 1e3, "thousand", "k" }, { 1, "", "" },
};
static const struct shown_scale shown_ko[] = {
	{ 1e12, "조", "조" }, { 1e8, "억", "억" }, { 1e4, "만", "만" }, { 1, "", "" },
};

/* The largest scale that `size` reaches. */
static const struct shown_scale *scale_for(double size, enum lang lang)
{
	const struct shown_scale *scale = lang == LANG_KO ? shown_ko : shown_en;

	while (scale->value > 1 && size < scale->value)
		scale++;
	return scale;
}

/* A rounded value divided by a power of ten, with the decimals that are left. */
static void add_scaled(struct buf *buf, double value, double scale, int digits)
{
	int decimals;
	const double rounded = number_round(value / scale, digits, &decimals);

	number_fixed(buf, rounded, decimals, true);
}

static void add_first_word(struct buf *buf, const char *list)
{
	buf_add_bytes(buf, list, strcspn(list, "|"));
}

/* After a blank, if there is something to part. */
static void add_noun_en(struct buf *buf, const struct unit *unit, bool one)
{
	if (*unit->noun->names && buf->len)
		buf_add_char(buf, ' ');
	if (!one && unit->noun->plural)
		buf_add(buf, unit->noun->plural);
	else
		add_first_word(buf, unit->noun->names);
	if (unit->per)
		buf_add(buf, unit->per->en);
}

/* Amounts in plain digits up to where they get long: "412,000 KRW/month", but "1.2 trn KRW". */
static void format_en(struct buf *buf, double value, const struct unit *unit, int digits)
{
	const double limit = unit->scale > 1 ? 1e6 : 1e7;
	const struct shown_scale *scale = scale_for(fabs(value), LANG_EN);

	if (fabs(value) < limit) {
		add_scaled(buf, value, 1, digits);
		add_noun_en(buf, unit, fabs(value) == 1);
		return;
	}
	add_scaled(buf, value, scale->value, digits);
	buf_addf(buf, " %s", scale->word);
	add_noun_en(buf, unit, false);
}

/* 조 and 억 take decimals ("12.3조"); from 만 on the digits follow ("41만 2,000"). Adds the number; whether it ends in a
 * word. */
static bool add_number_ko(struct buf *buf, double value, int digits)
{
	const double size = fabs(value);
	const struct shown_scale *scale = scale_for(size, LANG_KO);
	double whole, rest;
	int decimals;

	if (scale->value != 1e4) {
		add_scaled(buf, value, scale->value, digits);
		buf_add(buf, scale->word);
		return scale->value > 1;
	}
	number_round(value, digits, &decimals);
	whole = floor(size / 1e4);
	rest = size - whole * 1e4;
	number_fixed(buf, value < 0 ? -whole : whole, 0, true);
	buf_add(buf, scale->word);
	if (rest <= 0)
		return true;
	buf_add_char(buf, ' ');
	number_fixed(buf, rest, decimals, true);
	return false;
}

static void format_ko(struct buf *buf, double value, const struct unit *unit, int digits)
{
	if (add_number_ko(buf, value, digits) && *unit->noun->ko)
		buf_add_char(buf, ' ');
	buf_add(buf, unit->noun->ko);
	if (unit->per)
		buf_add(buf, unit->per->ko);
}

/* Small leftovers of a subtraction are nothing, not 0.0000001 won. */
static double in_base_units(double value, const struct unit *unit, int digits)
{
	const double base = value * unit->scale;
	int decimals;

	if (unit->scale > 1 && fabs(base) < unit->scale * 1e-9)
		return 0;
	return number_round(base, digits, &decimals);
}

/* A number of no particular size: digits while they are few, else with a power of ten. */
static void add_plain(struct buf *buf, double value, int digits)
{
	int decimals;
	const double rounded = number_round(value, digits, &decimals);
	char text[NUMBER_TEXT_MAX];

	if (rounded != 0 && (fabs(rounded) < 1e-5 || fabs(rounded) >= 1e15))
		buf_add(buf, number_exact(rounded, text));
	else
		number_fixed(buf, rounded, decimals, true);
}

static void format_share(struct buf *buf, double percent, const struct unit *unit, enum lang lang, int digits)
{
	/* A hundredth of what the digits show of 100 % is noise. */
	if (fabs(percent) < 1e-9)
		percent = 0;
	if (lang == LANG_KO && unit->per)
		buf_add(buf, "연 ");
	add_plain(buf, percent, digits);
	buf_add(buf, lang == LANG_KO ? "%" : " %");
	if (lang == LANG_EN && unit->per)
		buf_add(buf, "/year");
}

static bool is_calendar(double value)
{
	return value >= 1000 && value < 10000;
}

/* A calendar year is an interval: 2064.25 is in 2064, unless there are digits for more. */
static void add_year(struct buf *buf, double value, int digits)
{
	int decimals;
	const double year = digits <= 4 ? floor(value) : number_round(value, digits, &decimals);

	if (digits <= 4)
		decimals = 0;
	number_fixed(buf, year, decimals, false);
}

static void format_span(struct buf *buf, double value, enum lang lang, int digits)
{
	add_plain(buf, value, digits);
	buf_add(buf, lang == LANG_KO ? "년" : fabs(value) == 1 ? " year" : " years");
}

static void format_year(struct buf *buf, double value, enum lang lang, int digits)
{
	if (!is_calendar(value)) {
		format_span(buf, value, lang, digits);
		return;
	}
	add_year(buf, value, digits);
	if (lang == LANG_KO)
		buf_add(buf, "년");
}

const char *unit_switch_label(const char *unit, bool on, enum lang lang, struct buf *room)
{
	const char *slash = strchr(unit, '/'), *start = unit, *ko;
	size_t length;

	if (!slash)
		return "";
	if (on)
		start = slash + 1 + strspn(slash + 1, " ");
	length = on ? strlen(start) : (size_t)(slash - unit);
	while (length && start[length - 1] == ' ')
		length--;
	if (lang == LANG_KO && (ko = phrase_ko(start, length)))
		return ko;
	buf_clear(room);
	buf_add_bytes(room, start, length);
	return buf_text(room);
}

static void format_switch(struct buf *buf, double value, const struct unit *unit, enum lang lang, int digits)
{
	struct buf room = BUF_INIT;

	if (value == 0 || value == 1)
		buf_add(buf, unit_switch_label(unit->name, value >= 0.5, lang, &room));
	else
		add_plain(buf, value, digits);
	buf_release(&room);
}

static void format_amount(struct buf *buf, double value, const struct unit *unit, enum lang lang, int digits)
{
	if (!unit->noun) {
		const char *ko = lang == LANG_KO ? phrase_ko(unit->name, strlen(unit->name)) : NULL;

		add_plain(buf, value, digits);
		buf_addf(buf, " %s", ko ? ko : unit->name);
	} else if (lang == LANG_KO) {
		format_ko(buf, in_base_units(value, unit, digits), unit, digits);
	} else {
		format_en(buf, in_base_units(value, unit, digits), unit, digits);
	}
}

/* NaN and infinity, without a unit. */
static bool add_odd(struct buf *buf, double value)
{
	if (isfinite(value))
		return false;
	number_fixed(buf, value, 0, false);
	return true;
}

void unit_format(struct buf *buf, double value, const char *name, enum lang lang, int digits)
{
	const struct unit unit = unit_parse(name);

	if (add_odd(buf, value))
		return;
	switch (unit.kind) {
	case UNIT_AMOUNT:
		format_amount(buf, value, &unit, lang, digits);
		break;
	case UNIT_PLAIN:
		add_plain(buf, value, digits);
		break;
	case UNIT_SHARE:
		format_share(buf, value * 100, &unit, lang, digits);
		break;
	case UNIT_PERCENT:
		format_share(buf, value, &unit, lang, digits);
		break;
	case UNIT_YEAR:
		format_year(buf, value, lang, digits);
		break;
	case UNIT_SWITCH:
		format_switch(buf, value, &unit, lang, digits);
		break;
	}
}

static void add_short_amount(struct buf *buf, double value, const struct unit *unit, enum lang lang, int digits)
{
	const double base = in_base_units(value, unit, digits);
	const struct shown_scale *scale = scale_for(fabs(base), lang);

	/* Below ten thousand the digits themselves are as short. */
	if (fabs(base) < 1e4) {
		add_plain(buf, base, digits);
		return;
	}
	add_scaled(buf, base, scale->value, digits);
	buf_add(buf, scale->brief);
}

void unit_format_short(struct buf *buf, double value, const char *name, enum lang lang, int digits)
{
	struct unit unit = unit_parse(name);

	if (add_odd(buf, value))
		return;
	if (unit.kind == UNIT_SHARE || unit.kind == UNIT_PERCENT) {
		value = unit.kind == UNIT_SHARE ? value * 100 : value;
		add_plain(buf, fabs(value) < 1e-9 ? 0 : value, digits);
		buf_add_char(buf, '%');
	} else if (unit.kind == UNIT_YEAR && is_calendar(value)) {
		add_year(buf, value, digits);
	} else if (unit.kind == UNIT_SWITCH) {
		format_switch(buf, value, &unit, lang, digits);
	} else if (unit.kind == UNIT_AMOUNT && unit.noun) {
		add_short_amount(buf, value, &unit, lang, digits);
	} else {
		unit.scale = 1;
		add_short_amount(buf, value, &unit, lang, digits);
	}
}

static void format_points(struct buf *buf, double points, const struct unit *unit, enum lang lang, int digits)
{
	if (lang == LANG_KO && unit->per)
		buf_add(buf, "연 ");
	if (fabs(points) < 1e-9)
		points = 0;
	if (points > 0)
		buf_add_char(buf, '+');
	add_plain(buf, points, digits);
	buf_add(buf, lang == LANG_KO ? "%p" : unit->per ? " pp/year" : " pp");
}

void unit_format_change(struct buf *buf, double change, const char *name, enum lang lang, int digits)
{
	const struct unit unit = unit_parse(name);

	if (add_odd(buf, change))
		return;
	if (unit.kind == UNIT_SHARE || unit.kind == UNIT_PERCENT) {
		format_points(buf, unit.kind == UNIT_SHARE ? change * 100 : change, &unit, lang, digits);
		return;
	}
	if (change > 0 && (unit.kind != UNIT_AMOUNT || !unit.noun || in_base_units(change, &unit, digits) > 0))
		buf_add_char(buf, '+');
	if (unit.kind == UNIT_YEAR)
		format_span(buf, change, lang, digits);
	else if (unit.kind == UNIT_AMOUNT)
		format_amount(buf, change, &unit, lang, digits);
	else
		add_plain(buf, change, digits);
}

static bool fits(const struct buf *buf, int cells)
{
	return text_width(buf_text(buf)) <= cells;
}

/* A short number with its noun: "572k KRW", "57.2만원". */
static void add_brief(struct buf *buf, double value, const struct unit *unit, enum lang lang, int digits, bool per)
{
	struct unit named = *unit;

	if (!per)
		named.per = NULL;
	add_short_amount(buf, value, unit, lang, digits);
	if (lang == LANG_EN)
		add_noun_en(buf, &named, fabs(in_base_units(value, unit, digits)) == 1);
	else
		buf_addf(buf, "%s%s", unit->noun->ko, named.per ? named.per->ko : "");
}

static bool is_dollars(const struct unit *unit)
{
	return unit->noun && !strncmp(unit->noun->names, "USD", 3);
}

/* "-$137B", "-218억$". */
static void add_dollars(struct buf *buf, double value, const struct unit *unit, enum lang lang, int digits)
{
	if (lang == LANG_EN)
		buf_add(buf, value < 0 ? "-$" : "$");
	add_short_amount(buf, lang == LANG_EN ? fabs(value) : value, unit, lang, digits);
	if (lang == LANG_KO)
		buf_add_char(buf, '$');
}

/* Shares before other units: as they are in wide places, if only without "/year". */
static void format_narrow(struct buf *buf, double value, const struct unit *unit, enum lang lang, int digits, int cells)
{
	const bool share = unit->kind == UNIT_SHARE || unit->kind == UNIT_PERCENT;
	struct unit named = *unit;

	named.per = NULL;
	if (share)
		format_share(buf, unit->kind == UNIT_SHARE ? value * 100 : value, &named, lang, digits);
	if (!share || !fits(buf, cells)) {
		buf_clear(buf);
		unit_format_short(buf, value, unit->name, lang, digits);
	}
}

void unit_format_fit(struct buf *buf, double value, const char *name, enum lang lang, int digits, int cells)
{
	const struct unit unit = unit_parse(name);
	struct buf text = BUF_INIT;

	unit_format(&text, value, name, lang, digits);
	for (int per = 1; per >= 0 && isfinite(value) && unit.noun && unit.kind == UNIT_AMOUNT; per--) {
		if (fits(&text, cells))
			break;
		buf_clear(&text);
		add_brief(&text, value, &unit, lang, digits, per);
	}
	if (!fits(&text, cells)) {
		buf_clear(&text);
		if (is_dollars(&unit))
			add_dollars(&text, value, &unit, lang, digits);
		else
			format_narrow(&text, value, &unit, lang, digits, cells);
	}
	buf_add(buf, buf_text(&text));
	buf_release(&text);
}

static void add_short_change(struct buf *buf, double change, const char *name, enum lang lang, int digits)
{
	if (change > 0)
		buf_add_char(buf, '+');
	unit_format_short(buf, change, name, lang, digits);
}

void unit_format_change_fit(struct buf *buf, double change, const char *name, enum lang lang, int digits, int cells)
{
	struct unit unit = unit_parse(name);
	const bool share = unit.kind == UNIT_SHARE || unit.kind == UNIT_PERCENT;
	struct buf text = BUF_INIT;

	unit_format_change(&text, change, name, lang, digits);
	unit.per = NULL;
	for (int most = digits; share && isfinite(change) && most > 0 && !fits(&text, cells); most--) {
		buf_clear(&text);
		format_points(&text, unit.kind == UNIT_SHARE ? change * 100 : change, &unit, lang, most);
	}
	if (!share && !fits(&text, cells)) {
		buf_clear(&text);
		add_short_change(&text, change, name, lang, digits);
	}
	buf_add(buf, buf_text(&text));
	buf_release(&text);
}

static void add_label(struct buf *buf, const struct unit *unit, const char *word, enum lang lang)
{
	const char *per = unit->per ? unit->per->ko : "";

	if (lang == LANG_KO && unit->per && unit->per->ko_label)
		per = unit->per->ko_label;
	buf_add(buf, word);
	if (lang == LANG_KO)
		buf_addf(buf, "%s%s%s", *word && *unit->noun->ko ? " " : "", unit->noun->ko, per);
	else
		add_noun_en(buf, unit, false);
}

void unit_name(struct buf *buf, const char *name, enum lang lang)
{
	const struct unit unit = unit_parse(name);
	const char *words;

	if (!name || !*name)
		return;
	words = lang == LANG_EN ? name : phrase_ko(name, strlen(name));
	if (words) {
		buf_add(buf, words);
	} else if (unit.kind == UNIT_SHARE) {
		buf_add(buf, unit.per ? "연간 비율" : "비율");
	} else if (unit.kind == UNIT_SWITCH) {
		struct buf room = BUF_INIT;

		buf_addf(buf, "%s/", unit_switch_label(name, false, lang, &room));
		buf_add(buf, unit_switch_label(name, true, lang, &room));
		buf_release(&room);
	} else if (unit.kind == UNIT_AMOUNT && unit.noun) {
		const struct shown_scale *scale = scale_for(unit.scale, LANG_KO);

		if (unit.scale > scale->value)
			number_fixed(buf, unit.scale / scale->value, 0, false);
		add_label(buf, &unit, scale->word, lang);
	} else {
		buf_add(buf, name);
	}
}

/* Decimals that tell ticks apart: as many as the step has, up to six. */
static int decimals_of(double step)
{
	int decimals = 0;

	step = fabs(step);
	while (decimals < 6 && isfinite(step) && fabs(step - round(step)) > 1e-6 * step) {
		step *= 10;
		decimals++;
	}
	return decimals;
}

static void label_axis(struct unit_axis *axis, const struct unit *unit, const char *name, const char *word,
	enum lang lang)
{
	struct buf label = BUF_INIT;
	size_t n;

	if (unit->kind == UNIT_SHARE || unit->kind == UNIT_PERCENT)
		buf_addf(&label, "%%%s", !unit->per ? "" : lang == LANG_KO ? "/년" : "/year");
	else if (unit->kind == UNIT_AMOUNT && unit->noun)
		add_label(&label, unit, word, lang);
	else if (unit->kind == UNIT_YEAR && axis->group)
		buf_add(&label, lang == LANG_KO ? "년" : "years");
	else if (unit->kind == UNIT_AMOUNT || unit->kind == UNIT_PLAIN)
		unit_name(&label, name, lang);
	n = label.len < sizeof axis->label ? label.len : sizeof axis->label - 1;
	/* A cut must not leave half a character. */
	while (n < label.len && n > 0 && (label.text[n] & 0xC0) == 0x80)
		n--;
	memcpy(axis->label, buf_text(&label), n);
	axis->label[n] = '\0';
	buf_release(&label);
}

struct unit_axis unit_axis(double lo, double hi, double step, const char *name, enum lang lang)
{
	const struct unit unit = unit_parse(name);
	const double size = fmax(fabs(lo), fabs(hi)) * unit.scale;
	struct unit_axis axis = { .factor = 1, .group = true };
	const char *word = "";

	if (unit.kind == UNIT_SHARE) {
		axis.factor = 100;
	} else if (unit.kind == UNIT_YEAR) {
		axis.group = !is_calendar(hi);
	} else if (unit.kind == UNIT_AMOUNT && unit.noun) {
		/* "9,000" is no longer than "9 thousand". */
		const struct shown_scale *scale = scale_for(size < 1e4 || !isfinite(size) ? 1 : size, lang);

		axis.factor = unit.scale / scale->value;
		word = scale->word;
	}
	axis.decimals = decimals_of(step * axis.factor);
	label_axis(&axis, &unit, name ? name : "", word, lang);
	return axis;
}

void unit_axis_tick(struct buf *buf, const struct unit_axis *axis, double value)
{
	number_fixed(buf, value * axis->factor, axis->decimals, axis->group);
}

void unit_name_short(struct buf *buf, const char *name, enum lang lang)
{
	buf_add(buf, unit_axis(0, 0, 1, name, lang).label);
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
