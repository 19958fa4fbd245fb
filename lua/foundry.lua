-- SPDX-License-Identifier: MIT
--
-- A public foundry, spun off from Samsung Electronics.
--
-- The idea of essay 1: Samsung's foundry loses money because its best customers are also Samsung's
-- rivals and do not hand their designs to it.  A foundry with other owners has no such conflict.  The
-- National Pension Service (NPS) holds a stake in Samsung large enough to be swapped for the whole
-- foundry at the prices of 2026; Taiwan's state fund founded TSMC with 48.3 percent.
--
-- The chain of thought: ownership changes -> customers slowly learn to trust -> demand opens; investment
-- against the leader's decides how far technology closes up -> open demand and technology decide the
-- market share -> sales against the plant in place decide profit.  Whoever owns the foundry must also
-- bring the cash that profit does not cover, and state ownership costs some efficiency.  Without a
-- spin-off the foundry goes on as it is, so that the loss of Samsung is visible too.
--
-- Left out: single customers and contracts, exchange of staff with Samsung's memory business, patents,
-- export controls, the vote of two thirds that a spin-off needs, and the price at which minority holders
-- could be bought out.

-- ---- levers -------------------------------------------------------------------------------------

lever "foundry_spinoff" {
	label = { en = "Spin the foundry off from Samsung", ko = "파운드리 분사" },
	group = "foundry", unit = "off/on", default = 0, range = { 0, 1 }, switch = true,
	basis = "definition", source = "off is today's law",
	help = {
		en = [[Makes the foundry a company of its own in the year below, with the public share below. It takes a
			special resolution of Samsung's shareholders (two thirds of the votes present). AMD spun its
			plants off in 2009 as GlobalFoundries, with Abu Dhabi's fund as owner; Intel runs its foundry as
			a separate unit since 2024.]],
		ko = [[아래에서 정한 해에 파운드리를 별도 법인으로 분리하고 공공 지분을 취득한다. 삼성전자 주주총회
			특별결의(출석 의결권의 3분의 2)가 필요하다. AMD는 2009년 생산부문을 글로벌파운드리로 분사하고
			아부다비 국부펀드가 인수했으며, 인텔은 2024년부터 파운드리를 독립 사업부로 운영한다.]],
	},
}

lever "foundry_spinoff_year" {
	label = { en = "Year of the spin-off", ko = "분사 연도" },
	group = "foundry", unit = "year", default = 2028, range = { 2027, 2040 }, step = 1,
	help = {
		en = [[The share swap, any cash purchase and the support begin in this year. Until then the gap in
			technology widens: the foundry invests about a tenth of what the leader does.]],
		ko = [[주식 교환, 현금 매입, 정부 지원이 모두 이 해에 시작된다. 늦출수록 기술 격차가 벌어진다. 현재 투자
			규모는 선두 기업의 10분의 1 수준이다.]],
	},
}

lever "foundry_public_share" {
	label = { en = "Public ownership of the foundry", ko = "파운드리 공공 지분" },
	group = "foundry", unit = "share of equity", default = 1, range = { 0, 1 }, step = 0.05,
	marks = {
		{ percent("fdy_tsmc_state_share_now"), { en = "Taiwan's fund in TSMC today", ko = "현재 TSMC의 대만 정부 지분" },
			source = "TSMC annual report, 2024: 6.38 percent" },
		{ percent("fdy_tsmc_state_share_1987"), { en = "Taiwan's fund in TSMC, 1987", ko = "1987년 TSMC 설립 시 대만 정부 지분" },
			source = "TSMC founding agreement, 1987: 48.3 percent" },
		{ 0.51, { en = "majority", ko = "과반" }, source = "definition" },
	},
	help = {
		en = [[Share that the public holds once spun off; the NPS keeps at least what it holds through Samsung
			(7.75 percent). Shares up to the value of its stake are swapped, the rest is bought with public
			money. More public ownership means more trust of customers who compete with Samsung, more
			income, and more of the losses. Taiwan's development fund held 48.3 percent of TSMC in 1987 and
			6.4 today.]],
		ko = [[분사 이후 공공이 갖는 지분이다. 국민연금이 삼성전자를 통해 보유한 만큼(7.75%)은 항상 유지된다.
			국민연금의 삼성전자 지분 가치까지는 주식 교환으로, 나머지는 재정으로 매입한다. 공공 지분이
			높을수록 삼성과 경쟁하는 고객의 신뢰와 배당수입이 늘지만 손실도 더 많이 떠안는다. 대만
			국가발전기금의 TSMC 지분은 1987년 48.3%에서 현재 6.4%로 낮아졌다.]],
	},
}

lever "foundry_swap_premium" {
	label = { en = "Premium paid in the swap", ko = "교환·매입 프리미엄" },
	group = "foundry", unit = "share of value", default = 0.2, range = { 0, 0.5 }, step = 0.05,
	basis = "estimate", source = "own estimate; premiums of 20 to 40 percent are usual in takeovers",
	help = {
		en = [[What is paid above the foundry's value so that the other shareholders agree. It is a loss to the
			NPS for the part swapped and an expense of the state for the part bought. 0.2 to 0.4 is usual in
			takeovers.]],
		ko = [[다른 주주의 동의를 얻기 위해 파운드리 가치에 얹어 주는 비율이다. 교환분은 국민연금의 손실이,
			매입분은 재정 부담이 된다. 경영권 인수에서는 보통 20~40%다.]],
	},
}

lever "foundry_support" {
	label = { en = "Support by the state", ko = "정부 지원" },
	group = "foundry", unit = "trn KRW/year", default = 0, range = { 0, 30 }, step = 0.5,
	basis = "definition", source = "none is today's plan",
	marks = {
		{ 19.6, { en = "a quarter of TSMC's spending", ko = "TSMC 투자의 4분의 1" },
			source = "TSMC guidance, January 2026: 54 bn USD, at 1,450 KRW" },
	},
	help = {
		en = [[Public money for research and plant each year after the spin-off, beside what the foundry earns.
			All of it advances technology, part of it also adds capacity. TSMC plans 54 billion dollars for
			2026 (78 trillion won), Samsung's foundry about 8 trillion won. The US CHIPS act gave Samsung
			4.7 billion dollars once.]],
		ko = [[분사 이후 파운드리 자체 수익과 별도로 해마다 연구개발과 설비에 투입하는 재정이다. 전액이 기술
			향상에 쓰이고 일부는 생산능력도 늘린다. TSMC의 2026년 투자 계획은 540억 달러(78조원), 삼성
			파운드리는 약 8조원이다. 미국 반도체법에 따른 삼성 보조금은 47억 달러(1회)다.]],
	},
}

lever "foundry_support_years" {
	label = { en = "Years of support", ko = "지원 기간" },
	group = "foundry", unit = "years", default = 10, range = { 0, 30 }, step = 1,
	help = {
		en = [[How long the support lasts from the spin-off on. It has no effect without support. Technology
			adapts over about six years, trust over four: help that ends earlier is largely lost. Taiwan's
			public research for chips ran for 13 years before TSMC was founded.]],
		ko = [[분사 시점부터 지원이 이어지는 기간이며 지원액이 0이면 영향이 없다. 기술은 6년, 신뢰는 4년 정도에
			걸쳐 변하므로 그 전에 끝나는 지원은 효과가 대부분 사라진다. 대만은 TSMC 설립 전 13년간 공공
			반도체 연구에 투자했다.]],
	},
}

lever "foundry_payout" {
	label = { en = "Profit paid out", ko = "배당성향" },
	group = "foundry", unit = "share of net profit", default = 0.3, range = { 0, 1 }, step = 0.05,
	basis = "estimate", source = "own estimate; Samsung paid 9.8 trn KRW in 2025, about a quarter of net profit",
	help = {
		en = [[Share of net profit that goes to the owners instead of into new plant. What is paid out and then
			missing for investment comes back as a capital call. TSMC pays out about a third, Samsung about
			a quarter.]],
		ko = [[순이익 가운데 설비에 재투자하지 않고 소유자에게 배당하는 비율이다. 배당으로 나가 투자재원이
			모자라면 다시 출자 요구로 돌아온다. TSMC는 약 3분의 1, 삼성전자는 약 4분의 1을 배당한다.]],
	},
}

lever "foundry_to_dividend" {
	label = { en = "Foundry income for the dividend", ko = "파운드리 수입의 국민배당 배정 비율" },
	group = "foundry", unit = "share of public income", default = 1, range = { 0, 1 }, step = 0.05,
	basis = "definition", source = "the essays' idea; the rest goes to the NPS",
	help = {
		en = [[How the public owners' income from the foundry is used: 1 gives all of it to residents, 0 all to
			the pension fund, which gave its Samsung shares in the swap. The fund needs about 2 trillion won
			a year to earn on them what it earned before.]],
		ko = [[파운드리에서 나오는 공공 수입의 쓰임새다. 1이면 전액을 국민배당으로 나누고, 0이면 전액을 삼성전자
			주식을 내준 국민연금에 넣는다. 국민연금이 내준 주식에서 얻던 수익을 메우려면 연 2조원 정도가
			필요하다.]],
	},
}

-- ---- assumptions: market and customers ----------------------------------------------------------

uncertainty "foundry_market_0" {
	label = { en = "World foundry market in 2026", ko = "2026년 세계 파운드리 시장" },
	-- Midway between 175 (2025) and 215 (2026) of data/foundry_market.csv.
	group = "foundry", unit = "bn USD/year", default = 195, spread = fixed(),
	basis = "estimate", source = "TrendForce, March 2026 (175.3 in 2025) and forecasts for 2026 (215), midpoint",
	help = {
		en = "Sales of all contract chip makers as a yearly rate at the start of 2026.",
		ko = "2026년 초 기준 연율로 본 세계 반도체 위탁생산 매출이다.",
	},
}

uncertainty "foundry_base_growth" {
	label = { en = "Growth of the market without AI", ko = "AI를 제외한 시장 성장률" },
	group = "foundry", unit = "per year", default = 0.06, spread = triangular(0.03, 0.06, 0.09), step = 0.005,
	basis = "estimate",
	source = "own estimate; TrendForce and DIGITIMES 2025 expect 14.3 percent with AI until 2030",
	help = {
		en = [[Phones, cars, machines and computers other than AI. It slows down with technical progress. 3 to 9
			percent were seen in 2015-2025.]],
		ko = [[스마트폰, 자동차, 기계, 일반 컴퓨터용 수요의 성장률이며 기술 진보와 함께 둔화된다.
			2015~2025년에는 3~9%였다.]],
	},
}

uncertainty "foundry_ai_wafer_share" {
	label = { en = "Wafers in AI investment", ko = "AI 투자 중 위탁생산 비중" },
	group = "foundry", unit = "share of AI investment", default = 0.11, spread = triangular(0.07, 0.11, 0.15),
	step = 0.005,
	basis = "estimate",
	source = "own estimate: Nvidia's cost of sales in fiscal 2026, about 25 percent of 216 bn USD, mostly TSMC",
	help = {
		en = "Of a dollar spent on data centres, how much reaches the foundries that make the chips.",
		ko = "데이터센터에 투자된 1달러 중 반도체를 만드는 파운드리에 돌아가는 몫이다.",
	},
}

uncertainty "demand_conflicted" {
	label = { en = "Demand barred by rivalry with Samsung", ko = "삼성과의 경쟁 때문에 막힌 수요" },
	group = "foundry", unit = "share of world demand", default = percent("fdy_conflict_share"),
	spread = percent_spread_of("fdy_conflict_share"), step = 0.01,
	help = {
		en = [[Part of the market whose buyers compete with Samsung in phones or chips and therefore do not
			order from it: at most Apple, Qualcomm, Nvidia, AMD, Google and Broadcom. Orders of Apple (image
			sensors) and Tesla in 2025 show that the bar is partly a matter of yield, not of ownership; then
			the figure is nearer to 10 percent.]],
		ko = [[스마트폰이나 반도체에서 삼성과 경쟁하여 주문을 꺼리는 고객의 비중이다. 넓게는 애플, 퀄컴,
			엔비디아, AMD, 구글, 브로드컴이 해당한다. 2025년 애플(이미지 센서)과 테슬라의 주문은 이 장벽이
			소유구조가 아니라 수율 문제이기도 함을 보여 주며, 그렇다면 10%에 가깝다.]],
	},
}

uncertainty "demand_china" {
	label = { en = "Demand of Chinese customers", ko = "중국 고객 수요 비중" },
	group = "foundry", unit = "share of world demand", default = 0.15, spread = triangular(0.10, 0.15, 0.20),
	step = 0.01,
	basis = "estimate",
	source = "own estimate from TSMC's sales by region, 2023-2025 (9 to 12 percent) and SMIC's share",
	help = {
		en = "Part of the world's demand from Chinese design houses that need a maker outside China.",
		ko = "중국 밖의 위탁생산이 필요한 중국 설계기업의 수요 비중이다.",
	},
}

uncertainty "china_openness" {
	label = { en = "Access to Chinese customers", ko = "중국 고객 접근 가능성" },
	group = "foundry", unit = "share", default = 0.5, spread = triangular(0, 0.5, 1), step = 0.05,
	basis = "estimate", source = "own estimate; US export rules of October 2022, December 2024 and January 2025",
	help = {
		en = "How much of that demand export rules leave to a Korean state-owned foundry: 0 none, 1 all.",
		ko = [[수출통제 아래에서 한국의 공공 파운드리가 받을 수 있는 중국 수요의 비율이다. 0이면 전무, 1이면
			전부다.]],
	},
}

uncertainty "trust_time" {
	label = { en = "Years until customers trust", ko = "고객 신뢰 형성 기간" },
	group = "foundry", unit = "years", default = 4, spread = triangular(2, 4, 8), step = 0.5,
	basis = "estimate",
	source = "own estimate; a chip design takes two to three years, and one generation must have gone well",
	help = {
		en = [[Time in which customers who stayed away move to an independent foundry. They must see one process
			generation go well before the next design.]],
		ko = [[거래를 피하던 고객이 독립한 파운드리로 옮겨 오는 데 걸리는 기간이다. 한 공정 세대가 무사히
			지나가야 다음 설계를 맡긴다.]],
	},
}

uncertainty "foundry_share_0" {
	label = { en = "Market share in 2026", ko = "2026년 시장점유율" },
	group = "foundry", unit = "share",
	default = fraction(data("foundry_share.csv", "samsung_pct", { period = "2025" })), spread = fixed(),
	range = { 0, 1 }, step = 0.001,
	help = {
		en = [[Samsung's share of the world foundry market was 17 percent in 2020, 9.4 in 2024 and 7.2 in 2025;
			TSMC's rose from 54 to 69.9.]],
		ko = [[삼성의 세계 파운드리 점유율은 2020년 17%에서 2024년 9.4%, 2025년 7.2%로 떨어졌고 TSMC는 54%에서
			69.9%로 올랐다.]],
	},
}

uncertainty "foundry_max_share" {
	label = { en = "Share of a foundry equal to the leader", ko = "선두와 대등할 때의 점유율 상한" },
	group = "foundry", unit = "share", default = 0.48, spread = triangular(0.40, 0.48, 0.60), step = 0.01,
	basis = "estimate", source = "own estimate: two equal leaders and 4 to 20 percent for the rest",
	help = {
		en = "Share of the open market that a foundry with the leader's technology would win.",
		ko = "선두 기업과 같은 기술을 가졌을 때 열린 시장에서 얻을 수 있는 점유율이다.",
	},
}

uncertainty "share_time" {
	label = { en = "Years until market share follows", ko = "점유율 조정 기간" },
	group = "foundry", unit = "years", default = 5, spread = triangular(3, 5, 8), step = 0.5,
	basis = "estimate", source = "own estimate from Samsung's own decline of 2020-2025",
	help = {
		en = [[Time in which orders follow technology and trust. Samsung's share halved within four years after
			2021.]],
		ko = [[기술과 신뢰의 변화가 수주로 이어지기까지의 기간이다. 삼성의 점유율은 2021년 이후 4년 만에 절반
			이하가 되었다.]],
	},
}

-- ---- assumptions: technology and plant ----------------------------------------------------------

uncertainty "tech_0" {
	label = { en = "Technology in 2026, leader = 1", ko = "2026년 기술 수준(선두 = 1)" },
	group = "foundry", unit = "index", default = 0.5, spread = fixed(), range = { 0, 1 }, step = 0.05,
	basis = "estimate",
	source = "own estimate: 2 nm yield of 50 percent against 70 to 90 at the leader (DIGITIMES, January 2026)",
	help = {
		en = [[Process, yield and design tools together, as customers see them. Yields of 2 nm at the start of
			2026: about 50 percent at Samsung.]],
		ko = "고객이 느끼는 공정, 수율, 설계지원의 종합 수준이다. 2026년 초 삼성의 2나노 수율은 약 50%였다.",
	},
}

uncertainty "tech_time" {
	label = { en = "Years until technology follows investment", ko = "투자가 기술로 이어지는 기간" },
	group = "foundry", unit = "years", default = 6, spread = triangular(4, 6, 10), step = 0.5,
	basis = "estimate", source = "own estimate; two process generations",
	help = {
		en = [[A process generation takes about three years from research to yield; catching up takes at least
			two.]],
		ko = "한 공정 세대가 연구에서 수율 확보까지 약 3년이 걸리며, 따라잡으려면 적어도 두 세대가 필요하다.",
	},
}

uncertainty "leader_capex_share" {
	label = { en = "Leader's investment over the market", ko = "시장 규모 대비 선두 기업 투자" },
	group = "foundry", unit = "share of world market", default = 0.25, spread = triangular(0.2, 0.25, 0.35),
	step = 0.01,
	basis = "estimate", source = "TSMC 2025 and guidance 2026 over TrendForce's market: 0.23 and 0.25",
	help = {
		en = [[What TSMC invests for each dollar of the world market: 40.9 of 175 billion dollars in 2025, about
			54 of 215 in 2026.]],
		ko = [[세계 시장 1달러당 TSMC의 투자액이다. 2025년 1,753억 달러 중 409억, 2026년 2,150억 달러 중 약
			540억 달러다.]],
	},
}

uncertainty "state_efficiency" {
	label = { en = "Efficiency of a fully public foundry", ko = "전액 공공 소유 시의 효율성" },
	group = "foundry", unit = "ratio", default = 0.95, spread = triangular(0.80, 0.95, 1.05), step = 0.01,
	basis = "estimate",
	source = "own estimate from the privatisation literature (Megginson and Netter, 2001): gap of 0 to 30 percent",
	help = {
		en = [[What public ownership does to technology for the same money: 0.95 loses 5 percent, 1.05 gains
			(patience, no short-term owners). The literature on privatisation finds gaps of 0 to 30 percent
			in ordinary firms; TSMC and Temasek's companies show none.]],
		ko = [[같은 돈을 쓸 때 공공 소유가 기술 성과에 미치는 영향이다. 0.95면 5% 손실, 1.05면 이득(장기 투자,
			단기 주주 압력 없음)이다. 민영화 연구에서는 일반 기업에서 0~30%의 격차가 보고되었지만 TSMC나
			테마섹 계열사에서는 격차가 보이지 않는다.]],
	},
}

uncertainty "support_to_technology" {
	label = { en = "Support that goes to technology alone", ko = "지원금 중 기술에만 쓰이는 몫" },
	group = "foundry", unit = "share", default = 0.5, spread = triangular(0.2, 0.5, 0.8), step = 0.05,
	basis = "estimate", source = "own estimate",
	help = {
		en = [[All support advances technology; the rest of it, 1 less this share, also adds plant. Plant
			without orders costs more than it earns, so a lower value is not always better.]],
		ko = [[지원금 전액이 기술을 높이고, 이 비율을 뺀 나머지는 설비도 늘린다. 주문 없는 설비는 수익보다
			비용이 크므로 낮을수록 좋은 것은 아니다.]],
	},
}

uncertainty "foundry_capital_0" {
	label = { en = "Plant of the foundry in 2026", ko = "2026년 파운드리 설비 자산" },
	group = "foundry", unit = "trn KRW", default = 40, spread = fixed(),
	basis = "estimate",
	source = "own estimate: spending of 2018-2025 in data/samsung_foundry.csv less depreciation over 8 years",
	help = {
		en = [[Value of plant in use. Replacement of all, with Taylor under construction, would cost 50 to 60
			trillion won.]],
		ko = "가동 중인 설비의 가치다. 건설 중인 테일러 공장을 포함해 새로 지으려면 50조~60조원이 든다.",
	},
}

-- ---- assumptions: value and the NPS's stake -----------------------------------------------------

uncertainty "foundry_value" {
	label = { en = "Value of the spun-off foundry", ko = "분사 파운드리의 기업가치" },
	group = "foundry", unit = "trn KRW", default = parameter("fdy_value"), spread = spread_of("fdy_value"),
	step = 1,
	help = {
		en = [[What the whole foundry is worth when it is spun off. Sales of 12.6 to 15 billion dollars at two
			to four times sales give 36 to 86 trillion won; GlobalFoundries trades near three times, TSMC
			near fourteen. No analyst has published a figure.]],
		ko = [[분사 시점의 파운드리 전체 가치다. 매출 126억~150억 달러에 2~4배를 적용하면 36조~86조원이다.
			글로벌파운드리는 매출의 3배, TSMC는 14배 안팎에 거래된다. 공표된 증권사 추정치는 없다.]],
	},
}

-- At the end of 2025.
local function samsung(column)
	return data("samsung_nps_stake.csv", column, { date = "2025-12-30" })
end
local stake_at_start = fraction(samsung("nps_stake_pct"))

uncertainty "sec_equity_value" {
	label = { en = "Market value of Samsung Electronics", ko = "삼성전자 시가총액" },
	group = "foundry", unit = "trn KRW",
	default = samsung("cap_with_pref_trn_krw"), spread = fixed(),
	range = { 300, 2300 }, step = 1, basis = "estimate",
	marks = {
		{ 315, { en = "January 2025", ko = "2025년 1월" }, source = "Newsis, October 2025: common shares" },
		{ 645, { en = "October 2025", ko = "2025년 10월" },
			source = "Newsis, October 2025: with preferred shares" },
		{ 793, { en = "end of 2025", ko = "2025년 말" },
			source = "Newsway, December 2025 (710) and News1, January 2026 (preferred 83)" },
		{ 1290, { en = "February 2026", ko = "2026년 2월" },
			source = "Wikitree, February 2026: common shares" },
		{ 2246, { en = "June 2026", ko = "2026년 6월" },
			source = "press reports, June 2026: with preferred shares" },
	},
	help = {
		en = [[Decides whether the NPS's stake is worth the whole foundry: at 315 trillion won (January 2025) it
			covered about a third, at 793 (end of 2025) just all of it. Within eighteen months it went from
			315 to 2,246. Since nobody can foresee it, it is set and not drawn.]],
		ko = [[국민연금의 삼성전자 지분으로 파운드리 전체를 교환할 수 있는지를 가르는 값이다. 315조원(2025년
			1월)이면 약 3분의 1, 793조원(2025년 말)이면 겨우 전부를 살 수 있다. 18개월 사이 315조원에서
			2,246조원으로 뛰었다. 예측할 수 없는 값이므로 추출하지 않고 직접 정한다.]],
	},
}

uncertainty "nps_sec_stake" {
	label = { en = "NPS's stake in Samsung Electronics", ko = "국민연금의 삼성전자 지분율" },
	group = "foundry", unit = "share of equity",
	default = stake_at_start,
	spread = triangular(0.073, stake_at_start, 0.08),
	step = 0.0005,
	basis = "estimate",
	help = {
		en = [[10.6 percent in January 2020, 7.3 in January 2025, about 7.75 at the end of 2025. The essay says
			8.]],
		ko = "2020년 1월 10.6%, 2025년 1월 7.3%, 2025년 말 약 7.75%다. 글에서는 8%라고 한다.",
	},
}

-- ---- the market ---------------------------------------------------------------------------------

stock "foundry_base_market" {
	label = { en = "Foundry market without AI", ko = "AI를 제외한 파운드리 시장" }, unit = "bn USD/year",
	-- Never below nothing, even when the market is set small and AI investment large.
	initial = function(v) return max(0, v.foundry_market_0 - v.foundry_ai_wafer_share * v.ai_capex_0) end,
	rate = function(v) return v.foundry_base_growth * v.progress_pace * v.foundry_base_market end,
}

outcome "foundry_market" {
	label = { en = "World foundry market", ko = "세계 파운드리 시장" }, group = "foundry", unit = "bn USD/year",
	value = function(v) return v.foundry_base_market + v.foundry_ai_wafer_share * v.ai_capex_average end,
	help = {
		en = [[Sales of all contract chip makers: 175 billion dollars in 2025. The part that hangs on AI
			investment rises and falls with it.]],
		ko = "세계 반도체 위탁생산 매출로 2025년 1,753억 달러다. AI 투자에 달린 부분은 그에 따라 늘고 준다.",
	},
}

-- ---- ownership ----------------------------------------------------------------------------------

auxiliary "spun" {
	label = { en = "Foundry is spun off", ko = "분사 여부" }, unit = "off/on",
	value = function(v)
		if v.foundry_spinoff >= 0.5 and v.t >= v.foundry_spinoff_year then
			return 1
		end
		return 0
	end,
}

-- The year in which the deal is done; what is paid once is spread over it.
auxiliary "spinning" {
	label = { en = "Year of the deal", ko = "분사 거래 연도 여부" }, unit = "off/on",
	value = function(v)
		if v.foundry_spinoff >= 0.5 then
			return in_year(v.foundry_spinoff_year)
		end
		return 0
	end,
}

auxiliary "public_foundry_share" {
	label = { en = "Public share of the foundry", ko = "파운드리 공공 지분(실제)" }, unit = "share of equity",
	value = function(v) return v.spun * max(v.foundry_public_share, v.nps_sec_stake) end,
}

-- Each share of the spun-off foundry costs its value and the premium.
local function price_of_foundry(v)
	return v.foundry_value * (1 + v.foundry_swap_premium)
end

-- After the split the NPS holds its stake in what remains of Samsung and can give that for foundry
-- shares of the other holders.
auxiliary "swap_reach" {
	label = {
		en = "Foundry share that the NPS's stake can buy",
		ko = "국민연금 지분으로 교환 가능한 파운드리 지분",
	},
	unit = "share of equity",
	value = function(v) return v.nps_sec_stake * (v.sec_equity_value - v.foundry_value) / price_of_foundry(v) end,
}

outcome "swap_share" {
	label = { en = "Share obtained by swap", ko = "주식 교환으로 취득한 지분" },
	group = "foundry", unit = "share of equity",
	value = function(v)
		local wanted = v.foundry_public_share - v.nps_sec_stake
		return v.spun * max(0, min(wanted, v.swap_reach))
	end,
	help = {
		en = [[Part of the foundry for which the NPS gives Samsung shares. Full public ownership by swap alone
			needs foundry value times (1 + premium) times (1 - stake) to be no more than stake times
			(Samsung - foundry): true at 793 trillion won with a foundry of 50, false at 315.]],
		ko = [[국민연금이 삼성전자 주식을 내주고 얻는 파운드리 지분이다. 교환만으로 전부 공공 소유가 되려면
			'파운드리 가치 × (1 + 프리미엄) × (1 - 지분율)'이 '지분율 × (삼성전자 시가총액 - 파운드리 가치)'
			이하여야 한다. 파운드리 50조원 기준으로 793조원에서는 성립하고 315조원에서는 성립하지 않는다.]],
	},
}

outcome "cash_bought_share" {
	label = { en = "Share bought with public money", ko = "재정으로 매입한 지분" },
	group = "foundry", unit = "share of equity", better = "lower",
	value = function(v) return v.spun * max(0, v.foundry_public_share - v.nps_sec_stake - v.swap_share) end,
	help = {
		en = "What the NPS's stake cannot pay for is bought by the state, in cash.",
		ko = "국민연금 지분으로 교환하지 못한 나머지를 국가가 현금으로 사들인 몫이다.",
	},
}

outcome "foundry_buyout" {
	label = { en = "Public money for the purchase", ko = "파운드리 매입 재정" },
	group = "foundry", unit = "trn KRW/year", better = "lower",
	value = function(v) return v.cash_bought_share * price_of_foundry(v) * v.spinning end,
	help = {
		en = [[Paid in the year of the spin-off only. At Samsung's value of January 2025 it would be about 35
			trillion won for the whole foundry.]],
		ko = [[분사하는 해에만 지출한다. 2025년 1월 삼성전자 시가총액을 기준으로 나머지를 매입하면 약
			35조원이다.]],
	},
}

auxiliary "swap_loss" {
	label = { en = "Premium borne by the NPS", ko = "국민연금이 부담하는 프리미엄" }, unit = "trn KRW/year",
	value = function(v) return v.swap_share * v.foundry_value * v.foundry_swap_premium * v.spinning end,
}

auxiliary "swapped_value" {
	label = { en = "NPS's money in the foundry", ko = "파운드리로 바뀐 국민연금 자산" }, unit = "trn KRW",
	value = function(v) return v.swap_share * v.foundry_value end,
}

auxiliary "support_flow" {
	label = { en = "Support paid", ko = "정부 지원 집행액" }, unit = "trn KRW/year",
	value = function(v)
		if v.t < v.foundry_spinoff_year + v.foundry_support_years then
			return v.spun * v.foundry_support
		end
		return 0
	end,
}

-- ---- sales and investment -----------------------------------------------------------------------

-- The foundry's books.  Own estimates, set so that the start of 2026 gives sales of 20 and a loss of 3.4
-- trillion won, between the loss of 2025 (6.2) and the one expected for 2026 (2.0), and a profit from 80
-- percent utilisation on (data/samsung_foundry.csv, DIGITIMES 2026).
local SALES_PER_PLANT = 0.83         -- yearly sales that a won of plant makes when full
local BREAK_EVEN_UTILISATION = 0.8
local INVESTMENT_PER_SALES = 0.28    -- at that utilisation; TSMC 2019-2025: 0.33 to 0.53
local SLACK_INVESTMENT = 0.5         -- with idle plant investment falls to half ...
local FULL_INVESTMENT = 1.3          -- ... and with full plant rises to 1.3 times
local LEAST_INVESTMENT = 5           -- trn KRW/year; Samsung's foundry spent that in 2025 and stayed in business
local PLANT_LIFE = 8                 -- years
local MARGIN_OLD_TECH = 0.35         -- sales less variable cost, at technology 0 ...
local MARGIN_PER_TECH = 0.40         -- ... and what the leader's technology adds
local FIXED_COST_PER_PLANT = 0.25    -- yearly: depreciation (1/8) and as much again for running it
local FIXED_COST = 4.6               -- trn KRW/year: research and staff of about 21,000
local AFTER_TAX = 0.76               -- corporate tax of 24 percent as in 2025, without local tax

auxiliary "foundry_full_sales" {
	label = { en = "Sales with full plant", ko = "완전 가동 시 매출" }, unit = "trn KRW/year",
	value = function(v) return SALES_PER_PLANT * v.foundry_capital end,
}

outcome "foundry_revenue" {
	label = { en = "Sales of the foundry", ko = "파운드리 매출" },
	group = "foundry", unit = "trn KRW/year", better = "higher",
	value = function(v) return min(in_trn_krw(v, v.foundry_share * v.foundry_market), v.foundry_full_sales) end,
	help = {
		en = [[Market share times the world market, but no more than the plant can make. About 20 trillion won
			at the start of 2026; TrendForce counts 12.6 billion dollars (18 trillion won) for 2025.]],
		ko = [[세계 시장에 점유율을 곱한 값이며 설비가 만들 수 있는 양을 넘지 못한다. 2026년 초 약 20조원이다.
			트렌드포스 집계로 2025년은 126억 달러(약 18조원)다.]],
	},
}

auxiliary "foundry_own_capex" {
	label = { en = "Foundry's own investment", ko = "파운드리 자체 투자" }, unit = "trn KRW/year",
	value = function(v)
		local utilisation = v.foundry_revenue / v.foundry_full_sales
		local pressure = clamp(utilisation / BREAK_EVEN_UTILISATION, SLACK_INVESTMENT, FULL_INVESTMENT)
		return max(LEAST_INVESTMENT, INVESTMENT_PER_SALES * v.foundry_revenue * pressure)
	end,
}

stock "foundry_capital" {
	label = { en = "Plant of the foundry", ko = "파운드리 설비 자산" }, unit = "trn KRW",
	initial = function(v) return v.foundry_capital_0 end,
	rate = function(v)
		local plant_from_support = (1 - v.support_to_technology) * v.support_flow
		return v.foundry_own_capex + plant_from_support - v.foundry_capital / PLANT_LIFE
	end,
}

-- ---- technology, trust, share -------------------------------------------------------------------

-- Elasticity: a tenth of the leader's money gives half of its technology, as Samsung shows.
local TECH_PER_INVESTMENT = 0.3
local TRUST_OF_SPINOFF = 0.5      -- trust in a foundry that is independent but fully private ...
local TRUST_OF_PUBLIC = 0.5       -- ... and what full public ownership adds; own estimates

auxiliary "foundry_relative_capex" {
	label = { en = "Investment over the leader's", ko = "선두 기업 대비 투자" }, unit = "ratio",
	value = function(v)
		local leader = in_trn_krw(v, v.leader_capex_share * v.foundry_market)
		return (v.foundry_own_capex + v.support_flow) / leader
	end,
}

auxiliary "tech_target" {
	label = { en = "Technology that investment leads to", ko = "투자가 이끄는 기술 수준" }, unit = "index",
	value = function(v)
		local by_money = v.foundry_relative_capex ^ TECH_PER_INVESTMENT
		return min(1, by_money * v.state_efficiency ^ v.public_foundry_share)
	end,
}

stock "tech" {
	label = { en = "Technology, leader = 1", ko = "기술 수준(선두 = 1)" },
	group = "foundry", unit = "index", outcome = true, better = "higher",
	initial = function(v) return v.tech_0 end,
	rate = function(v) return (v.tech_target - v.tech) / v.tech_time end,
	help = {
		en = [[Process, yield and design tools compared with the leader, as customers see them. It follows
			investment relative to the leader's with a delay of years; without more money it falls even
			under other owners.]],
		ko = [[고객이 느끼는 공정, 수율, 설계지원 수준을 선두와 견준 값이다. 선두 대비 투자를 몇 년의 시차를
			두고 따라간다. 투자가 늘지 않으면 소유자가 바뀌어도 떨어진다.]],
	},
}

stock "customer_trust" {
	label = { en = "Trust of customers who stayed away", ko = "경쟁 관계 고객의 신뢰" },
	group = "foundry", unit = "index", outcome = true, better = "higher",
	initial = 0,
	rate = function(v)
		local deserved = v.spun * (TRUST_OF_SPINOFF + TRUST_OF_PUBLIC * v.public_foundry_share)
		return (deserved - v.customer_trust) / v.trust_time
	end,
	help = {
		en = [[How far customers who compete with Samsung regard the foundry as independent: 0 as today, 1
			fully. A private spin-off earns half.]],
		ko = [[삼성과 경쟁하는 고객이 파운드리를 독립 기업으로 믿는 정도다. 0은 현재, 1은 완전한 신뢰이며 민간
			분사만으로는 절반까지 오른다.]],
	},
}

auxiliary "open_demand" {
	label = { en = "Demand open to the foundry", ko = "파운드리에 열린 수요" }, unit = "share of world demand",
	value = function(v)
		local always_open = 1 - v.demand_conflicted - v.demand_china
		local opened = v.demand_conflicted * v.customer_trust
		local china = v.demand_china * v.customer_trust * v.china_openness
		return always_open + opened + china
	end,
}

-- Buyers pay for the newest process first: half the technology wins a quarter of the orders.
stock "foundry_share" {
	label = { en = "Foundry's share of the world market", ko = "파운드리 세계 점유율" },
	group = "foundry", unit = "share", outcome = true, headline = 7, better = "higher",
	initial = function(v) return v.foundry_share_0 end,
	rate = function(v)
		return (v.open_demand * v.tech ^ 2 * v.foundry_max_share - v.foundry_share) / v.share_time
	end,
	help = {
		en = [[7.2 percent in 2025, against 69.9 for TSMC. Trust opens demand, technology wins it: ownership
			without investment moves the share by a few points, both together by more.]],
		ko = [[2025년 7.2%이며 TSMC는 69.9%다. 신뢰가 수요를 열고 기술이 수주로 잇는다. 투자 없이 소유구조만
			바꾸면 몇 %포인트, 둘을 함께 하면 그 이상 움직인다.]],
	},
}

-- ---- profit and what the public gets ------------------------------------------------------------

outcome "foundry_profit" {
	label = { en = "Operating profit of the foundry", ko = "파운드리 영업이익" },
	group = "foundry", unit = "trn KRW/year", headline = 8, better = "higher",
	value = function(v)
		local margin = (MARGIN_OLD_TECH + MARGIN_PER_TECH * v.tech) * v.foundry_revenue
		local fixed_cost = FIXED_COST_PER_PLANT * v.foundry_capital + FIXED_COST
		return margin - fixed_cost
	end,
	help = {
		en = [[Positive from about 80 percent utilisation on, at today's size and technology. At the start of
			2026 a loss of 3.4 trillion won: Samsung's foundry and System LSI together lost about 6.2 in
			2025, and about 2 are expected for 2026.]],
		ko = [[현재의 규모와 기술로는 가동률 80% 안팎에서 흑자로 돌아선다. 2026년 초는 3조 4천억원 적자다.
			삼성의 파운드리와 시스템LSI를 합친 영업손실은 2025년 약 6조 2천억원이었고 2026년은 약 2조원으로
			예상된다.]],
	},
}

auxiliary "foundry_net" {
	label = { en = "Net profit of the foundry", ko = "파운드리 순이익" }, unit = "trn KRW/year",
	value = function(v)
		if v.foundry_profit > 0 then
			return v.foundry_profit * AFTER_TAX
		end
		return v.foundry_profit
	end,
}

auxiliary "public_foundry_income" {
	label = { en = "Public income from the foundry", ko = "파운드리 공공 배당수입" }, unit = "trn KRW/year",
	value = function(v) return v.public_foundry_share * v.foundry_payout * max(0, v.foundry_net) end,
}

outcome "foundry_capital_call" {
	label = { en = "Cash that the public owner must bring", ko = "공공 소유자의 추가 출자" },
	group = "foundry", unit = "trn KRW/year", better = "lower",
	value = function(v)
		local paid_out = v.foundry_payout * max(0, v.foundry_net)
		local depreciation = v.foundry_capital / PLANT_LIFE
		return v.public_foundry_share * max(0, v.foundry_own_capex - v.foundry_net + paid_out - depreciation)
	end,
	help = {
		en = [[Investment that retained profit and depreciation do not cover, in proportion to the public share.
			Losses, too, come due here. Owning a foundry that does not earn means paying every year.]],
		ko = [[유보이익과 감가상각으로 충당하지 못한 투자를 공공 지분만큼 출자하는 금액이다. 적자도 여기에
			나타난다. 수익을 내지 못하는 파운드리를 소유하면 해마다 돈을 넣어야 한다.]],
	},
}

-- ---- checks -------------------------------------------------------------------------------------

check "swap, purchase and the old stake add up to public ownership" {
	label = {
		en = "Swap, purchase and the old stake add up to public ownership",
		ko = "교환·매입·기존 지분의 합은 공공 지분과 같다",
	},
	holds = function(v)
		local parts = v.swap_share + v.cash_bought_share + v.nps_sec_stake
		local applies = v.spun >= 0.5 and v.foundry_public_share >= v.nps_sec_stake
		return not applies or abs(parts - v.foundry_public_share) <= 1e-12
	end,
}

check "no negative plant, market or share, and shares within 0 and 1" {
	label = {
		en = "No negative plant, market or share, and shares within 0 and 1",
		ko = "설비·시장·지분은 음수가 아니며 비율은 0과 1 사이다",
	},
	holds = function(v)
		return v.foundry_capital >= 0 and v.foundry_market >= 0 and v.foundry_share >= 0
			and v.foundry_share <= 1
			and v.tech >= 0 and v.tech <= 1 and v.customer_trust >= 0 and v.customer_trust <= 1
			and v.public_foundry_share >= 0 and v.public_foundry_share <= 1
	end,
}

check "a spin-off that is off costs and changes nothing" {
	label = {
		en = "A spin-off that is off costs and changes nothing",
		ko = "분사하지 않으면 관련 설정은 아무것도 바꾸지 않는다",
	},
	given = { foundry_spinoff = 0 },
	versus = {
		foundry_spinoff_year = 2035, foundry_public_share = 0.5, foundry_swap_premium = 0.5,
		foundry_support = 20,
		foundry_support_years = 20, foundry_payout = 0.8, foundry_to_dividend = 0.5,
	},
	holds = function(v, w)
		return same(v.foundry_share, w.foundry_share) and same(v.foundry_profit, w.foundry_profit)
			and same(v.dividend, w.dividend) and same(v.nps_fund, w.nps_fund)
			and same(v.policy_debt, w.policy_debt)
	end,
}
