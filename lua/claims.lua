-- SPDX-License-Identifier: MIT
--
-- The figures of the five essays (in Korean, 2023-2025) behind this project, each recomputed from its inputs.
--
--   1  AI investment, public GPUs, and a foundry bought with the pension fund's Samsung shares (2025)
--   2  Moore's law for everything: oil, computing, and the American Equity Fund (2024)
--   3  What ChatGPT costs and who survives (2023)
--   4  DeepSeek and the price of training (2025)
--   5  The 600-billion question (2024)
--
-- A claim has the figure that the essay states, the inputs, and a formula over them.  It agrees ("yes")
-- within half a percent, and roughly ("approx") within ten; `within` sets other limits where the essay
-- rounds.  Where no arithmetic can judge, the verdict is the authors' own and says so.  Change an input
-- and the recomputed figure changes with it.

local MN, BN, TRN = 1e6, 1e9, 1e12

local jpm = "J.P. Morgan, note on AI investment, November 2025"
local sequoia = "Sequoia Capital, AI's $600B Question, June 2024"
local altman = "Altman, Moore's Law for Everything, March 2021"
local nvidia = "Nvidia, results"
local deepseek = "DeepSeek-V3 technical report, December 2024"

-- Limits of agreement for a figure that is itself rounded, and for whole numbers that must come out.
local TO_WHOLE_NUMBER = { 0.01, 0.1 }
local EXACTLY = { 1e-9, 1e-9 }

local function stated_only(i) return i.figure end
local function capex(firm) return data("bigtech_capex.csv", firm .. "_bn_usd", { year = 2025 }) end
local function stake_value(date) return data("samsung_nps_stake.csv", "nps_value_trn_krw", { date = date }) end
local function stake(date) return fraction(data("samsung_nps_stake.csv", "nps_stake_pct", { date = date })) end

-- The NPS's stake over the shares of the foundry that the public does not have yet, without a premium.
local function stake_over_foundry(i)
	return i.stake_value / (i.foundry_value * (1 - i.stake))
end

-- ---- essay 1 ------------------------------------------------------------------------------------

claim "e1_01" {
	essay = 1, stated = 370, unit = "bn USD/year", within = { 0.025, 0.1 },
	text = {
		en = "Capital spending of the four largest AI firms reaches 370 billion dollars in 2025",
		ko = "빅테크 4사의 2025년 자본지출은 3,700억 달러다",
	},
	inputs = {
		{ "amazon", capex("amazon"), unit = "bn USD" }, { "alphabet", capex("alphabet"), unit = "bn USD" },
		{ "microsoft", capex("microsoft"), unit = "bn USD" }, { "meta", capex("meta"), unit = "bn USD" },
	},
	value = function(i) return i.amazon + i.alphabet + i.microsoft + i.meta end,
	note = {
		en = "2 percent more; 405 to 410 if Microsoft's finance leases are added",
		ko = "실제는 2% 많다. 마이크로소프트의 금융리스를 더하면 4,050억~4,100억 달러다",
	},
}

claim "e1_02" {
	essay = 1, stated = 650, unit = "bn USD/year",
	text = {
		en = [[AI needs 650 billion dollars of revenue a year for a return of 10 percent on investment through
			2030]],
		ko = "2030년까지의 투자에 10% 수익을 내려면 연 6,500억 달러의 매출이 필요하다",
	},
	inputs = { { "figure", parameter("jpm_required_revenue"), unit = "bn USD/year", source = jpm } },
	value = stated_only,
	note = {
		en = "quoted; the note says every year, in perpetuity",
		ko = "인용이다. 보고서는 매년 영구히 필요하다고 한다",
	},
}

claim "e1_03" {
	essay = 1, stated = 34.7, unit = "USD/month",
	text = {
		en = "That is 34.7 dollars a month from 1.5 billion iPhone users",
		ko = "이는 아이폰 이용자 15억 명이 매달 34.7달러씩 내는 셈이다",
	},
	inputs = {
		{ "revenue", 650 * BN, unit = "USD/year", source = jpm },
		{ "months", 12 },
		{ "users", 1.5 * BN, unit = "persons", source = "the essay" },
	},
	value = function(i) return i.revenue / i.months / i.users end,
	note = {
		en = "36.1 with 1.5 billion users; 34.7 takes 1.56 billion",
		ko = "15억 명이면 36.1달러이고, 34.7달러가 되려면 15억 6천만 명이어야 한다",
	},
}

claim "e1_04" {
	essay = 1, stated = 34.72, unit = "USD/month",
	text = {
		en = "The same with the number of users behind the note",
		ko = "보고서의 이용자 수로 계산한 같은 수치",
	},
	inputs = {
		{ "revenue", 650 * BN, unit = "USD/year", source = jpm },
		{ "months", 12 },
		{ "users", parameter("jpm_iphone_users") * BN, unit = "persons" },
	},
	value = function(i) return i.revenue / i.months / i.users end,
}

claim "e1_05" {
	essay = 1, stated = 650, unit = "bn USD/year",
	text = {
		en = "300 million Netflix subscribers would have to pay 180 dollars more a year",
		ko = "넷플릭스 구독자 3억 명이 연 180달러씩 더 내야 한다",
	},
	inputs = { { "extra", 180, unit = "USD/year" }, { "subscribers", 300 * MN, unit = "persons" } },
	value = function(i) return i.extra * i.subscribers / BN end,
	note = {
		en = "wrong unit: 180 dollars a year bring 54 billion; the note says a month",
		ko = "단위 오류다. 연 180달러면 540억 달러에 그친다. 보고서는 월 180달러라고 한다",
	},
}

claim "e1_06" {
	essay = 1, stated = 180, unit = "USD/month",
	text = { en = "The same read as a month", ko = "같은 주장을 월 기준으로 읽은 경우" },
	inputs = {
		{ "revenue", 650 * BN, unit = "USD/year", source = jpm },
		{ "months", 12 },
		{ "subscribers", 300 * MN, unit = "persons" },
	},
	value = function(i) return i.revenue / i.months / i.subscribers end,
	note = { en = "2,167 dollars a year", ko = "연 2,167달러에 해당한다" },
}

claim "e1_07" {
	essay = 1, stated = 7, unit = "USD/month", within = TO_WHOLE_NUMBER,
	text = {
		en = "If four of five firms fail, 1.5 billion users pay 7 dollars a month",
		ko = "5개사 중 4개사가 망하면 15억 명이 월 7달러만 내면 된다",
	},
	inputs = { { "fee", 34.7, unit = "USD/month" }, { "firms", 5 } },
	value = function(i) return i.fee / i.firms end,
	note = {
		en = "arithmetic only: supposes that costs are even and that nobody has to earn what the losers spent",
		ko = "산술일 뿐이다. 비용이 고르게 나뉘고 패자의 투자비는 회수할 필요가 없다고 가정한다",
	},
}

claim "e1_08" {
	essay = 1, stated = 260, unit = "bn USD/year",
	text = {
		en = "Two survivors each take 15 dollars a month from 700 million users",
		ko = "살아남은 2개사가 7억 명에게서 월 15달러씩 받는다",
	},
	inputs = {
		{ "survivors", 2 },
		{ "users", 700 * MN, unit = "persons" },
		{ "fee", 15, unit = "USD/month" },
		{ "months", 12 },
	},
	value = function(i) return i.survivors * i.users * i.fee * i.months / BN end,
	note = {
		en = "252 of the 260 that two fifths of 650 require; 3 percent short",
		ko = "6,500억 달러의 5분의 2인 2,600억 달러에 3% 모자란 2,520억 달러다",
	},
}

claim "e1_09" {
	essay = 1, stated = 55000, unit = "GPU",
	text = {
		en = "The Korean government owns and runs 50 to 60 thousand GPUs",
		ko = "한국 정부가 GPU 5만~6만 장을 소유하고 운영한다",
	},
	inputs = { { "figure", parameter("kr_gpu_target_2028"), unit = "GPU" } },
	value = stated_only,
	note = {
		en = [[a target for 2028; about 10,500 were in government use in early 2026, and part is a joint venture
			with less than 30 percent public share]],
		ko = [[2028년 목표치다. 2026년 초 정부 활용분은 약 1만 500장이며, 일부는 공공 지분이 30%에 못 미치는
			합작 형태다]],
	},
}

claim "e1_10" {
	essay = 1, stated = 50, unit = "bn USD/year per firm", verdict = "approx",
	text = {
		en = "Large firms invest tens of billions of dollars each",
		ko = "대기업은 각자 수백억 달러를 투자한다",
	},
	inputs = {
		{ "total", data("bigtech_capex.csv", "total_bn_usd", { year = 2025 }), unit = "bn USD" },
		{ "firms", 4 },
	},
	value = function(i) return i.total / i.firms end,
	note = {
		en = "the mean of the four is 95, from 72 to 132: understated",
		ko = "4개사 평균은 950억 달러(720억~1,320억)로 실제보다 적게 잡았다",
	},
}

claim "e1_11" {
	essay = 1, stated = 5, unit = "firms", verdict = "approx",
	text = { en = "Four or five firms compete", ko = "경쟁하는 기업은 4~5개다" },
	inputs = { { "figure", 5, source = "the essay" } },
	value = stated_only,
	note = { en = "depends on who is counted", ko = "누구를 세느냐에 따라 달라진다" },
}

claim "e1_12" {
	essay = 1, stated = 8, unit = "percent",
	text = {
		en = "The National Pension Service owns 8 percent of Samsung Electronics",
		ko = "국민연금은 삼성전자 지분 8%를 갖고 있다",
	},
	inputs = { { "figure", parameter("sec_nps_stake"), unit = "percent" } },
	value = stated_only,
	note = { en = "7.3 to 7.75 percent in 2025; 10.6 in 2020", ko = "2025년 7.3~7.75%, 2020년에는 10.6%였다" },
}

claim "e1_13" {
	essay = 1, stated = 1, unit = "ratio", compare = "at_least",
	text = {
		en = "Swapping that stake gives full public ownership of the foundry, at prices of early 2025",
		ko = "그 지분을 교환하면 파운드리를 전부 공공 소유로 할 수 있다(2025년 초 주가)",
	},
	inputs = {
		{ "stake_value", stake_value("2025-01-02"), unit = "trn KRW" }, { "stake", stake("2025-01-02") },
		{ "foundry_value", parameter("fdy_value"), unit = "trn KRW" },
	},
	value = stake_over_foundry,
	note = {
		en = [[the stake covered half of a foundry of 50 trillion won; 0.35 with a premium of 20 percent and the
			foundry taken out of Samsung's value]],
		ko = [[50조원짜리 파운드리의 절반만 살 수 있었다. 프리미엄 20%를 얹고 파운드리를 뺀 삼성전자 가치로
			계산하면 0.35다]],
	},
}

claim "e1_14" {
	essay = 1, stated = 1, unit = "ratio", compare = "at_least",
	text = { en = "The same at prices of February 2026", ko = "같은 주장(2026년 2월 주가)" },
	inputs = {
		{ "stake_value", stake_value("2026-02-26"), unit = "trn KRW" }, { "stake", stake("2026-02-26") },
		{ "foundry_value", parameter("fdy_value"), unit = "trn KRW" },
	},
	value = stake_over_foundry,
	note = {
		en = "enough twice over; 1.7 with premium and the foundry taken out",
		ko = "두 배 이상이다. 프리미엄과 파운드리 제외를 반영하면 1.7이다",
	},
}

claim "e1_15" {
	essay = 1, stated = 1, unit = "ratio", compare = "at_least",
	text = { en = "The same at prices of June 2026", ko = "같은 주장(2026년 6월 주가)" },
	inputs = {
		{ "stake_value", stake_value("2026-06-22"), unit = "trn KRW" }, { "stake", stake("2026-06-22") },
		{ "foundry_value", parameter("fdy_value"), unit = "trn KRW" },
	},
	value = stake_over_foundry,
	note = {
		en = [[1.9 even for a foundry of 90 trillion won; but holders of 92 percent must accept, and two thirds
			must vote for it]],
		ko = "파운드리가 90조원이어도 1.9다. 다만 나머지 92%의 주주가 응하고 3분의 2가 찬성해야 한다",
	},
}

claim "e1_16" {
	essay = 1, stated = 50, unit = "percent", compare = "at_least",
	text = {
		en = "TSMC began as a public company, with half of the shares held by the state",
		ko = "TSMC는 정부가 지분 절반을 가진 공기업으로 출발했다",
	},
	inputs = { { "figure", parameter("fdy_tsmc_state_share_1987"), unit = "percent" } },
	value = stated_only,
	note = {
		en = "largest holder, not a majority (Philips 27.6, private 24.1); 6.4 percent today",
		ko = "최대주주였으나 과반은 아니었다(필립스 27.6%, 민간 24.1%). 현재는 6.4%다",
	},
}

claim "e1_17" {
	essay = 1, stated = 1, unit = "customers",
	text = {
		en = "Tesla is the only customer left without a conflict",
		ko = "이해상충이 없는 고객은 테슬라만 남았다",
	},
	inputs = {
		{ "figure", 5,
			source = "press reports 2025-2026: Tesla, Nintendo, Apple (image sensors), Chinese firms, own Exynos",
			basis = "estimate" },
	},
	value = stated_only,
	note = {
		en = "at least five, besides talks with AMD and Qualcomm; a minimum count",
		ko = "최소한으로 세어도 다섯 곳이며 AMD, 퀄컴과도 협의 중이다",
	},
}

claim "e1_18" {
	essay = 1, stated = 1, unit = "rank",
	text = { en = "Nvidia is the largest company in the world", ko = "엔비디아는 세계에서 가장 큰 기업이다" },
	inputs = { { "figure", 1, source = "market value of 5.3 trn USD in May 2026, press reports" } },
	value = stated_only,
	note = { en = "by market value, not by sales", ko = "매출이 아니라 시가총액 기준이다" },
}

-- ---- essay 2 ------------------------------------------------------------------------------------

claim "e2_01" {
	essay = 2, stated = 3, unit = "years",
	text = {
		en = "The essay discussed (of 2021) is three years old",
		ko = "소개하는 글(2021년)은 3년 전에 쓰였다",
	},
	inputs = { { "written", 2024 }, { "discussed", 2021, source = altman } },
	value = function(i) return i.written - i.discussed end,
}

claim "e2_02" {
	essay = 2, stated = -29.3, unit = "percent per year",
	text = { en = "Everything halves in price every two years", ko = "모든 것의 가격이 2년마다 절반이 된다" },
	inputs = { { "ratio", 0.5, source = altman }, { "years", 2 } },
	value = function(i) return (i.ratio ^ (1 / i.years) - 1) * 100 end,
	note = {
		en = "a definition; the rent of an H100 fell by 36 percent a year from mid 2023 to March 2026",
		ko = "정의다. H100 임대료는 2023년 중반~2026년 3월 연 36% 내렸다",
	},
}

claim "e2_03" {
	essay = 2, stated = 2, unit = "years", within = { 0.005, 0.2 },
	text = {
		en = "Chip prices halve every two years (Moore)",
		ko = "반도체 가격은 2년마다 절반이 된다(무어의 법칙)",
	},
	inputs = {
		{ "figure", 2.3, unit = "years", source = "doubling of transistor density in 2 to 2.5 years",
			basis = "estimate" },
	},
	value = stated_only,
	note = {
		en = "a B200 gives 1.7 times the throughput per dollar of an H100 after about 2.5 years",
		ko = "B200의 달러당 처리량은 약 2.5년 전 H100의 1.7배다",
	},
}

claim "e2_04" {
	essay = 2, stated = 3, unit = "bn phones/year",
	text = {
		en = "Six billion phones replaced every two years are three billion a year",
		ko = "휴대전화 60억 대를 2년마다 바꾸면 연 30억 대다",
	},
	inputs = { { "phones", 6, unit = "bn" }, { "years", 2 } },
	value = function(i) return i.phones / i.years end,
	note = {
		en = "arithmetic; actual sales are 1.2 billion, a replacement every five years",
		ko = "산술로는 맞다. 실제 출하량은 12억 대로 교체 주기가 5년에 가깝다",
	},
}

claim "e2_05" {
	essay = 2, stated = 7, unit = "trn USD",
	text = { en = "Seven trillion dollars are wanted for chips", ko = "반도체에 7조 달러를 모으려 한다" },
	inputs = { { "figure", 7, source = "press reports, February 2024" } },
	value = stated_only,
	note = {
		en = "denied later; about 13 times the year's semiconductor sales",
		ko = "뒤에 부인되었다. 당시 연간 반도체 매출의 약 13배다",
	},
}

claim "e2_06" {
	essay = 2, stated = 100, unit = "mn barrels/day",
	text = {
		en = "The world consumes 100 million barrels of oil a day",
		ko = "세계는 하루 1억 배럴의 석유를 쓴다",
	},
	inputs = {
		{ "figure", parameter("oil_consumption"), unit = "mn barrels/day", source = "IEA, 2024: 102 to 104" },
	},
	value = stated_only,
}

claim "e2_07" {
	essay = 2, stated = 10, unit = "bn USD/day",
	text = {
		en = "At 100 dollars a barrel that is 10 billion dollars a day",
		ko = "배럴당 100달러면 하루 100억 달러다",
	},
	inputs = { { "barrels", 100 * MN, unit = "barrels/day" }, { "price", 100, unit = "USD/barrel" } },
	value = function(i) return i.barrels * i.price / BN end,
	note = {
		en = "8.3 with the figures of 2024, 103 million barrels at 81 dollars",
		ko = "2024년 실적(1억 300만 배럴, 81달러)으로는 83억 달러다",
	},
}

claim "e2_08" {
	essay = 2, stated = 13.5, unit = "trn KRW/day",
	text = { en = "10 billion dollars are 13.5 trillion won", ko = "100억 달러는 13조 5천억원이다" },
	inputs = { { "dollars", 10 * BN, unit = "USD/day" }, { "won_per_dollar", 1350, unit = "KRW/USD" } },
	value = function(i) return i.dollars * i.won_per_dollar / TRN end,
	note = { en = "14.5 at 1,450 won", ko = "1,450원이면 14조 5천억원이다" },
}

claim "e2_09" {
	essay = 2, stated = 3.6, unit = "trn USD/year",
	text = { en = "A year makes 3.6 trillion dollars", ko = "1년이면 3조 6천억 달러다" },
	inputs = { { "a_day", 10 * BN, unit = "USD" }, { "days", 365 } },
	value = function(i) return i.a_day * i.days / TRN end,
}

claim "e2_10" {
	essay = 2, stated = 4800, unit = "trn KRW/year",
	text = { en = "3.6 trillion dollars are 4,800 trillion won", ko = "3조 6천억 달러는 4,800조원이다" },
	inputs = { { "dollars", 3.6 * TRN, unit = "USD/year" }, { "won_per_dollar", 1350, unit = "KRW/USD" } },
	value = function(i) return i.dollars * i.won_per_dollar / TRN end,
	note = {
		en = "4,860; with 3.65 trillion dollars 4,928",
		ko = "4,860조원이며, 3조 6,500억 달러로 계산하면 4,928조원이다",
	},
}

claim "e2_11" {
	essay = 2, stated = 2, unit = "firms", verdict = "approx",
	text = {
		en = "One or two firms make the leading AI chips, two or three design them",
		ko = "첨단 AI 반도체를 만드는 기업은 한두 곳, 설계하는 기업은 두세 곳이다",
	},
	inputs = { { "figure", 2, source = "the essay" } },
	value = stated_only,
	note = { en = "depends on what counts as leading", ko = "무엇을 첨단으로 보느냐에 따라 달라진다" },
}

claim "e2_12" {
	essay = 2, stated = 13500, unit = "USD/adult/year",
	text = {
		en = [[The American Equity Fund pays 13,500 dollars a year to each adult (figure of 2021, not in the
			Korean essay)]],
		ko = "미국 주식기금은 성인 1인당 연 1만 3,500달러를 지급한다(2021년 원문의 수치)",
	},
	inputs = {
		{ "companies", parameter("aef_us_companies") * TRN, unit = "USD" }, { "land",
			parameter("aef_us_land") * TRN, unit = "USD" },
		{ "growth", parameter("aef_doubling") }, { "drop", percent("aef_value_drop") }, { "levy",
			percent("aef_rate_companies") },
		{ "adults", parameter("aef_adults") * MN, unit = "persons" },
	},
	value = function(i) return (i.companies + i.land) * i.growth * (1 - i.drop) * i.levy / i.adults end,
	note = {
		en = [[13,600; full capitalisation of a levy of 2.5 percent would cut the value of land by half, not by
			15 percent]],
		ko = "1만 3,600달러다. 2.5% 납부금이 땅값에 모두 반영되면 토지는 15%가 아니라 절반 가까이 내려간다",
	},
}

claim "e2_13" {
	essay = 2, stated = 1, unit = "ratio", compare = "at_least",
	text = {
		en = "A share levy can replace pension contributions, market of end 2024",
		ko = "주식 납부금으로 국민연금 보험료를 대체할 수 있다(2024년 말 시가총액)",
	},
	inputs = {
		{ "market_value", parameter("mcap_2024"), unit = "trn KRW" }, { "levy", percent("aef_rate_companies") },
		{ "contributions", data("nps_fund.csv", "contributions_trn_krw", { year = 2024 }),
			unit = "trn KRW/year" },
	},
	value = function(i) return i.market_value * i.levy / i.contributions end,
	note = {
		en = "57.7 trillion won against 60.8: not quite",
		ko = "60조 8천억원에 견주어 57조 7천억원으로 조금 모자란다",
	},
}

claim "e2_14" {
	essay = 2, stated = 1, unit = "ratio", compare = "at_least",
	text = { en = "The same, market of June 2026", ko = "같은 주장(2026년 6월 시가총액)" },
	inputs = {
		{ "market_value", parameter("mcap_202606"), unit = "trn KRW" }, { "levy",
			percent("aef_rate_companies") },
		{ "contributions", 65, unit = "trn KRW/year", source = "own estimate for 2026", basis = "estimate" },
	},
	value = function(i) return i.market_value * i.levy / i.contributions end,
	note = {
		en = "205 trillion won: the idea depends on the date",
		ko = "205조원이다. 이 구상은 시점에 따라 크게 달라진다",
	},
}

-- ---- essay 3 ------------------------------------------------------------------------------------

claim "e3_01" {
	essay = 3, stated = 700, unit = "bn tokens",
	text = { en = "ChatGPT was trained on 700 billion tokens", ko = "챗GPT는 7천억 개의 토큰으로 학습했다" },
	inputs = {
		{ "figure", 300, unit = "bn", source = "Brown et al., Language Models are Few-Shot Learners, 2020" },
	},
	value = stated_only,
	note = {
		en = "300 billion for GPT-3; 780 billion is PaLM",
		ko = "GPT-3는 3천억 개다. 7,800억 개는 PaLM의 수치다",
	},
}

claim "e3_02" {
	essay = 3, stated = 175, unit = "bn parameters",
	text = { en = "It has 175 billion parameters", ko = "매개변수는 1,750억 개다" },
	inputs = {
		{ "figure", 175, unit = "bn", source = "Brown et al., Language Models are Few-Shot Learners, 2020" },
	},
	value = stated_only,
	note = {
		en = "GPT-3; the size of the model behind ChatGPT was never published",
		ko = "GPT-3의 수치이며 챗GPT 모델의 크기는 공개된 적이 없다",
	},
}

claim "e3_03" {
	essay = 3, stated = 75, unit = "bn KRW/day",
	text = { en = "It costs 75 billion won a day to run", ko = "운영비가 하루 750억원이다" },
	inputs = {
		{ "dollars", 0.7 * MN, unit = "USD/day", source = "press reports 2022-2023: 0.1 to 0.7 mn USD",
			basis = "estimate" },
		{ "won_per_dollar", 1300, unit = "KRW/USD" },
	},
	value = function(i) return i.dollars * i.won_per_dollar / BN end,
	note = {
		en = "0.13 to 0.91 billion won: the essay is 80 to 580 times too high",
		ko = "1억 3천만~9억 1천만원으로, 글의 수치는 80~580배 부풀려졌다",
	},
}

claim "e3_04" {
	essay = 3, stated = 27, unit = "trn KRW/year",
	text = { en = "That is 27 trillion won a year", ko = "1년이면 27조원이다" },
	inputs = { { "a_day", 75 * BN, unit = "KRW" }, { "days", 365 } },
	value = function(i) return i.a_day * i.days / TRN end,
	note = {
		en = [[27.4 by arithmetic, from a wrong figure per day; OpenAI spent about 34 billion dollars in all of
			2025]],
		ko = "산술로는 27조 4천억원이지만 하루 수치부터 틀렸다. 오픈AI의 2025년 총지출은 약 340억 달러다",
	},
}

claim "e3_05" {
	essay = 3, stated = 5, unit = "firms", verdict = "approx",
	text = {
		en = "Only three or four, at most five or six firms survive",
		ko = "서너 개, 많아야 대여섯 개 기업만 살아남는다",
	},
	inputs = {
		{ "figure", 7, source = "active in 2026: OpenAI, Anthropic, Google, Meta, xAI, DeepSeek, Alibaba",
			basis = "estimate" },
	},
	value = stated_only,
	note = { en = "a forecast that is still open", ko = "아직 결론이 나지 않은 전망이다" },
}

claim "e3_06" {
	essay = 3, stated = 50, unit = "percent of computing",
	text = {
		en = "Training uses much more computing than inference (inference below one half)",
		ko = "학습이 추론보다 훨씬 많은 연산을 쓴다(추론은 절반 이하)",
	},
	inputs = { { "figure", parameter("ai_inference_share"), unit = "percent" } },
	value = stated_only,
	note = { en = "true in 2023, reversed since", ko = "2023년에는 맞았으나 이후 뒤집혔다" },
}

claim "e3_07" {
	essay = 3, stated = 1, unit = "ratio",
	text = {
		en = "Demand for Nvidia's chips will not grow any more",
		ko = "엔비디아 반도체 수요는 더 늘지 않는다",
	},
	inputs = {
		{ "fy2023", data("nvidia_revenue.csv", "datacenter_bn_usd", { fiscal_year = "FY2023" }),
			unit = "bn USD" },
		{ "fy2026", data("nvidia_revenue.csv", "datacenter_bn_usd", { fiscal_year = "FY2026" }),
			unit = "bn USD" },
	},
	value = function(i) return i.fy2026 / i.fy2023 end,
	note = {
		en = "data-centre sales grew thirteenfold in three years",
		ko = "데이터센터 매출은 3년 만에 13배가 되었다",
	},
}

claim "e3_08" {
	essay = 3, stated = 0, unit = "off/on", verdict = "no",
	text = { en = "Memory prices cannot recover", ko = "메모리 가격은 반등할 수 없다" },
	inputs = { { "figure", 1, source = "DRAM upturns of 2024 and 2025-2026, press reports" } },
	value = stated_only,
	note = {
		en = "1 means that they did: share prices of Samsung and SK hynix rose manyfold",
		ko = "1은 반등했음을 뜻한다. 삼성전자와 SK하이닉스 주가는 몇 배로 올랐다",
	},
}

claim "e3_09" {
	essay = 3, stated = -11, unit = "percent",
	text = { en = "Smartphone sales fell by 11 percent in 2022", ko = "2022년 스마트폰 출하량은 11% 줄었다" },
	inputs = {
		{ "in_2021", 1.36, unit = "bn", source = "IDC, 2023 (not verified)", basis = "estimate" },
		{ "in_2022", 1.21, unit = "bn", source = "IDC, 2023 (not verified)", basis = "estimate" },
	},
	value = function(i) return (i.in_2022 / i.in_2021 - 1) * 100 end,
}

claim "e3_10" {
	essay = 3, stated = 4.5, unit = "years", verdict = "approx",
	text = {
		en = "Laptops bought in summer 2020 are replaced in 2024 or 2025",
		ko = "2020년 여름에 산 노트북은 2024~2025년에 교체된다",
	},
	inputs = { { "figure", 4.5, unit = "years", source = "the essay: four to five years" } },
	value = stated_only,
	note = { en = "a rule of thumb", ko = "어림잡은 것이다" },
}

-- ---- essay 4 ------------------------------------------------------------------------------------

claim "e4_01" {
	essay = 4, stated = 5, unit = "mn USD", within = { 0.005, 0.12 },
	text = { en = "DeepSeek cost about 5 million dollars", ko = "딥시크의 비용은 약 500만 달러다" },
	inputs = {
		{ "gpu_hours", 2.788 * MN, unit = "H800 hours", source = deepseek },
		{ "rent", 2, unit = "USD/hour", source = deepseek },
	},
	value = function(i) return i.gpu_hours * i.rent / MN end,
	note = {
		en = "5.58 for the final run of V3 only; 5.87 with the R1 stage; research and hardware are not in it",
		ko = "V3 최종 학습만 558만 달러이고 R1 단계를 더하면 587만 달러다. 연구비와 장비는 빠져 있다",
	},
}

claim "e4_02" {
	essay = 4, stated = 10000, unit = "USD",
	text = { en = "An H800 costs 10,000 dollars", ko = "H800 한 장은 1만 달러다" },
	inputs = {
		{ "servers", 51 * MN, unit = "USD", source = "press reports 2025: servers of over 51 mn USD",
			basis = "estimate" },
		{ "gpus", 2048, source = deepseek },
	},
	value = function(i) return i.servers / i.gpus end,
	note = { en = "about 25,000 with the server", ko = "서버를 포함하면 약 2만 5천 달러다" },
}

claim "e4_03" {
	essay = 4, stated = 100, unit = "mn USD",
	text = { en = "ChatGPT cost 100 million dollars", ko = "챗GPT의 비용은 1억 달러다" },
	inputs = {
		{ "figure", parameter("train_gpt4"), unit = "mn USD",
			source = "OpenAI's chief executive on GPT-4, April 2023" },
	},
	value = stated_only,
	note = { en = "\"more than that\", he said", ko = "'그보다 많다'는 답변이었다" },
}

claim "e4_04" {
	essay = 4, stated = 100, unit = "mn USD",
	text = {
		en = "... because it used 10,000 H100 at 40,000 dollars",
		ko = "…4만 달러짜리 H100 1만 장을 썼기 때문이다",
	},
	inputs = { { "price", 40000, unit = "USD" }, { "gpus", 10000 } },
	value = function(i) return i.price * i.gpus / MN end,
	note = {
		en = "400 million of hardware, which is not the cost of one training run; GPT-4 used the A100",
		ko = "장비값으로 4억 달러이며 학습 1회 비용과는 다르다. GPT-4는 A100을 썼다",
	},
}

claim "e4_05" {
	essay = 4, stated = 10, unit = "percent",
	text = { en = "That is about 10 percent of the usual cost", ko = "통상 비용의 약 10%다" },
	inputs = { { "deepseek", 5, unit = "mn USD" }, { "usual", 100, unit = "mn USD" } },
	value = function(i) return i.deepseek / i.usual * 100 end,
	note = { en = "5 percent: the text contradicts itself", ko = "5%다. 글 안에서 서로 어긋난다" },
}

claim "e4_06" {
	essay = 4, stated = 5, unit = "percent", within = { 0.005, 0.12 },
	text = {
		en = "Even if understated, the cost is 5 percent of the usual",
		ko = "축소되었더라도 비용은 통상의 5%다",
	},
	inputs = {
		{ "deepseek", data("training_cost.csv", "cost_mn_usd", { model = "DeepSeek V3" }), unit = "mn USD" },
		{ "usual", 100, unit = "mn USD" },
	},
	value = function(i) return i.deepseek / i.usual * 100 end,
	note = {
		en = "5.6 percent, on the same ground as the 5 million above",
		ko = "5.6%다. 위의 500만 달러와 같은 근거다",
	},
}

claim "e4_07" {
	essay = 4, stated = 1957, unit = "year",
	text = { en = "Sputnik flew in October 1957", ko = "스푸트니크는 1957년 10월에 발사되었다" },
	inputs = { { "figure", 1957, source = "launched on 4 October 1957" } },
	value = stated_only,
}

claim "e4_08" {
	essay = 4, stated = 10, unit = "ratio", verdict = "approx",
	text = {
		en = "Each new model is several to tens of times better",
		ko = "새 모델마다 몇 배에서 수십 배 좋아진다",
	},
	inputs = { { "figure", 10, source = "the essay" } },
	value = stated_only,
	note = { en = "not measurable as stated", ko = "이 표현대로는 측정할 수 없다" },
}

-- ---- essay 5 ------------------------------------------------------------------------------------

-- Sequoia's rule of thumb: GPUs, doubled for the data centre, doubled for the margin.
local function question(i)
	return i.run_rate * i.total_over_gpu * i.revenue_over_cost
end
local total_over_gpu = { "total_over_gpu", parameter("seq_tco_factor") }
local revenue_over_cost = { "revenue_over_cost", parameter("seq_margin_factor") }

-- Four firms with 10 and six with 5 billion dollars of AI revenue.
local function assumed_revenue(i)
	return i.large_firms * i.large_revenue + i.other_firms * i.other_revenue
end
local large_firms = { "large_firms", 4, source = sequoia }
local large_revenue = { "large_revenue", 10, unit = "bn USD", source = sequoia }
local other_firms = { "other_firms", 6, source = sequoia }
local other_revenue = { "other_revenue", 5, unit = "bn USD", source = sequoia }

claim "e5_01" {
	essay = 5, stated = 200, unit = "bn USD/year",
	text = {
		en = "The 200-billion question: Nvidia's run rate of 50 billion, doubled twice",
		ko = "2,000억 달러 질문: 엔비디아 연율 매출 500억 달러의 두 배, 다시 두 배",
	},
	inputs = { { "run_rate", parameter("seq_runrate_2023"), unit = "bn USD" }, total_over_gpu, revenue_over_cost },
	value = question,
}

claim "e5_02" {
	essay = 5, stated = 600, unit = "bn USD/year",
	text = {
		en = "The 600-billion question: the same with 150 billion",
		ko = "6,000억 달러 질문: 1,500억 달러로 계산한 경우",
	},
	inputs = { { "run_rate", parameter("seq_runrate_2024"), unit = "bn USD" }, total_over_gpu, revenue_over_cost },
	value = question,
}

claim "e5_03" {
	essay = 5, stated = 800, unit = "trn KRW",
	text = { en = "In the title: 800 trillion won", ko = "제목의 800조원" },
	inputs = {
		{ "dollars", 600 * BN, unit = "USD" },
		{ "won_per_dollar", 1385, unit = "KRW/USD", source = "rate of July 2024" },
	},
	value = function(i) return i.dollars * i.won_per_dollar / TRN end,
}

claim "e5_04" {
	essay = 5, stated = 75, unit = "bn USD/year", within = EXACTLY,
	text = {
		en = "Assumed AI revenue of four firms at 10 and six at 5 billion dollars",
		ko = "4개사 각 100억 달러, 6개사 각 50억 달러로 본 AI 매출",
	},
	inputs = { large_firms, large_revenue, other_firms, other_revenue },
	value = assumed_revenue,
	note = {
		en = "70; the hole of 125 needs 75",
		ko = "700억 달러다. 구멍이 1,250억이 되려면 750억 달러여야 한다",
	},
}

claim "e5_05" {
	essay = 5, stated = 125, unit = "bn USD/year",
	text = { en = "A hole of 125 billion dollars in 2023", ko = "2023년의 구멍은 1,250억 달러다" },
	inputs = { { "required", 200, unit = "bn USD/year" }, large_firms, large_revenue, other_firms, other_revenue },
	value = function(i) return i.required - assumed_revenue(i) end,
	note = { en = "130 with the ten firms as named", ko = "이름이 나온 10개사로 계산하면 1,300억 달러다" },
}

claim "e5_06" {
	essay = 5, stated = 500, unit = "bn USD/year",
	text = { en = "A hole of 500 billion dollars in 2024", ko = "2024년의 구멍은 5,000억 달러다" },
	inputs = { { "required", 600, unit = "bn USD/year" }, large_firms, large_revenue, other_firms, other_revenue },
	value = function(i) return i.required - assumed_revenue(i) end,
	note = {
		en = "530; 500 needs 30 more from firms that are not named",
		ko = "5,300억 달러다. 5,000억이 되려면 이름이 없는 기업에서 300억 달러가 더 나와야 한다",
	},
}

claim "e5_07" {
	essay = 5, stated = 50, unit = "percent", verdict = "approx",
	text = { en = "GPUs are half of the cost of a data centre", ko = "GPU는 데이터센터 비용의 절반이다" },
	inputs = { total_over_gpu },
	value = function(i) return 100 / i.total_over_gpu end,
	note = { en = "50 to 60 percent in Blackwell clusters", ko = "블랙웰 세대에서는 50~60%다" },
}

claim "e5_08" {
	essay = 5, stated = 2, unit = "ratio",
	text = {
		en = "The final seller has a gross margin of 50 percent, so revenue is twice the cost",
		ko = "최종 판매자의 매출총이익률이 50%이므로 매출은 원가의 두 배다",
	},
	inputs = { { "margin", 0.5, source = sequoia } },
	value = function(i) return 1 / (1 - i.margin) end,
}

claim "e5_09" {
	essay = 5, stated = 2.125, unit = "ratio",
	text = {
		en = "OpenAI's revenue rose from 1.6 to 3.4 billion dollars",
		ko = "오픈AI 매출은 16억 달러에서 34억 달러로 늘었다",
	},
	inputs = {
		{ "before", data("ai_revenue.csv", "value_bn_usd", { company = "OpenAI", date = "2023-12" }),
			unit = "bn USD/year" },
		{ "after", data("ai_revenue.csv", "value_bn_usd", { company = "OpenAI", date = "2024-06" }),
			unit = "bn USD/year" },
	},
	value = function(i) return i.after / i.before end,
	note = {
		en = "run rates; 3.7 in the year 2024, 13.07 in 2025",
		ko = "연율 기준이다. 연간 매출은 2024년 37억, 2025년 130억 7천만 달러다",
	},
}

claim "e5_10" {
	essay = 5, stated = 50, unit = "percent",
	text = {
		en = "Large cloud firms are half of Nvidia's data-centre revenue",
		ko = "대형 클라우드 기업이 엔비디아 데이터센터 매출의 절반을 차지한다",
	},
	inputs = { { "figure", parameter("nv_hyperscaler_share"), unit = "percent" } },
	value = stated_only,
	note = { en = "slightly over half in early 2026", ko = "2026년 초에는 절반을 조금 넘는다" },
}

claim "e5_11" {
	essay = 5, stated = 22, unit = "percent", verdict = "approx",
	text = {
		en = "Microsoft is 22 percent of Nvidia's revenue in the fourth quarter",
		ko = "마이크로소프트는 엔비디아 4분기 매출의 22%다",
	},
	inputs = {
		{ "figure", 22, unit = "percent", source = "analyst estimate, 2024 (not verified)",
			basis = "estimate" },
	},
	value = stated_only,
	note = { en = "an analyst's estimate, not verified", ko = "확인되지 않은 분석가 추정치다" },
}

claim "e5_12" {
	essay = 5, stated = 2, unit = "ratio",
	text = {
		en = "B100: 2.5 times the performance for 25 percent more",
		ko = "B100은 25% 비싸지만 성능은 2.5배다",
	},
	inputs = { { "performance", 2.5, source = sequoia }, { "cost", 1.25, source = sequoia } },
	value = function(i) return i.performance / i.cost end,
	note = {
		en = "the B200 gives 2.27 times for a third more: 1.7",
		ko = "B200은 3분의 1 비싸고 성능은 2.27배로, 1.7배다",
	},
}

claim "e5_13" {
	essay = 5, stated = 15.49, unit = "USD/month",
	text = { en = "Netflix costs 15.49 dollars a month", ko = "넷플릭스 요금은 월 15.49달러다" },
	inputs = { { "figure", 15.49, unit = "USD/month", source = "US price, 2024" } },
	value = stated_only,
}

claim "e5_14" {
	essay = 5, stated = 11.99, unit = "USD/month",
	text = { en = "Spotify costs 11.99 dollars a month", ko = "스포티파이 요금은 월 11.99달러다" },
	inputs = { { "figure", 11.99, unit = "USD/month", source = "US price, 2024" } },
	value = stated_only,
}

claim "e5_15" {
	essay = 5, stated = 100, unit = "mn USD/year", verdict = "approx",
	text = {
		en = "AI startups stay under 100 million dollars of revenue",
		ko = "AI 스타트업의 매출은 1억 달러에 못 미친다",
	},
	inputs = { { "figure", 100, unit = "mn USD/year", source = sequoia } },
	value = stated_only,
	note = { en = "no longer true in 2025-2026", ko = "2025~2026년에는 더 이상 맞지 않는다" },
}

claim "e5_16" {
	essay = 5, stated = 3.5, unit = "years", verdict = "approx",
	text = {
		en = "An H100 bought now does not keep its value for three or four years",
		ko = "지금 산 H100은 3~4년 동안 가치를 지키지 못한다",
	},
	inputs = {
		{ "rent_2023",
			data("gpu_rental_price.csv", "price_usd_per_gpu_hour", { gpu = "H100", date = "2023-06" }),
			unit = "USD/hour" },
		{ "rent_2026",
			data("gpu_rental_price.csv", "price_usd_per_gpu_hour", { gpu = "H100", date = "2026-03" }),
			unit = "USD/hour" },
		{ "years", 2.75 },
	},
	value = function(i) return i.years * ln(2) / ln(i.rent_2023 / i.rent_2026) end,
	note = {
		en = [[recomputed: years in which the rent halves; it fell by 79 percent in 28 months and rebounded to
			71 percent below the peak]],
		ko = [[다시 계산한 값은 임대료가 절반이 되는 기간이다. 28개월에 79% 떨어졌다가 반등하여 정점보다 71%
			낮다]],
	},
}

claim "e5_17" {
	essay = 5, stated = 1, unit = "off/on",
	text = { en = "The six firms with 5 billion include Baidu", ko = "50억 달러로 본 6개사에 바이두가 들어 있다" },
	inputs = { { "figure", 0, source = sequoia } },
	value = stated_only,
	note = {
		en = "the original names ByteDance; a slip of translation",
		ko = "원문은 바이트댄스다. 번역 과정의 착오로 보인다",
	},
}

claim "e5_18" {
	essay = 5, stated = 600, unit = "bn USD/year",
	text = {
		en = "The same question with Nvidia's run rate of April 2026",
		ko = "2026년 4월 엔비디아 연율 매출로 다시 던진 같은 질문",
	},
	inputs = {
		{ "quarter", data("nvidia_revenue.csv", "dc_last_quarter_bn_usd", { fiscal_year = "FY2027Q1" }),
			unit = "bn USD", source = nvidia .. ", April 2026" },
		{ "quarters", 4 }, total_over_gpu, revenue_over_cost,
	},
	value = function(i) return i.quarter * i.quarters * i.total_over_gpu * i.revenue_over_cost end,
	note = {
		en = [[the 600-billion question has become one of 1,200; the labs sell at a rate of about 80 billion,
			clouds come on top]],
		ko = [[6,000억 달러 질문은 1조 2,000억 달러 질문이 되었다. AI 연구기업 매출은 연율 약 800억 달러이며
			클라우드가 더해진다]],
	},
}
