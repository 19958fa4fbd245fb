-- SPDX-License-Identifier: MIT
--
-- Land and listed shares under a levy: Sam Altman's American Equity Fund (2021), in the spirit of Henry
-- George.
--
-- Land pays in cash, a share of its value each year.  Listed companies pay in new shares: they print a
-- share of their stock and hand it over, so that nobody needs cash but all other owners hold a little
-- less.  The new shares go to residents at once or into a citizens' fund that pays out a share of itself
-- each year.
--
-- Two effects on values decide what a levy brings.  Land cannot flee, but its price falls, because a
-- buyer deducts the levies to come (in Denmark fully).  Revenue therefore never exceeds the rent of
-- land, however high the rate.  Shares lose some growth: investors expect dilution, and residents who
-- sell press the price.
--
-- Left out: buildings and gardens on land, exemptions, the assessment of official prices, moving of
-- company seats abroad, the anticipation of a levy before it starts, and what lower land prices do to
-- banks and to construction.

-- ---- levers -------------------------------------------------------------------------------------

lever "share_levy" {
	label = { en = "Share levy on listed companies", ko = "상장기업 주식 납부금" },
	group = "dividend", unit = "of market value per year", default = 0, range = { 0, 0.05 }, step = 0.0025,
	basis = "definition", source = "none is today's law",
	marks = {
		{ percent("aef_rate_companies"), { en = "Altman 2021", ko = "올트먼 제안(2021)" },
			source = "Altman, Moore's Law for Everything, 2021" },
	},
	help = {
		en = [[Part of their market value that companies hand over each year in new shares. 2.5 percent in
			Altman's proposal of 2021; from Korea's 3,984 trillion won at the end of 2025 that is about 90
			trillion a year, more than all pension contributions (63). About a third of the shares belongs
			to foreigners, who pay too. Sweden's Meidner plan of 1976 asked for a fifth of profits in
			shares.]],
		ko = [[상장기업이 해마다 시가총액의 일정 비율을 신주로 내는 납부금이다. 올트먼(2021)의 제안은 2.5%로,
			2025년 말 시가총액 3,984조원에 적용하면 연 약 90조원이며 국민연금 보험료 수입(약 63조원)보다
			많다. 주식의 약 3분의 1을 가진 외국인도 함께 부담한다. 스웨덴의 마이드네르 계획(1976)은 이윤의
			5분의 1을 주식으로 내도록 했다.]],
	},
}

lever "land_levy" {
	label = { en = "Land levy", ko = "토지 보유 납부금" },
	group = "dividend", unit = "of land value per year", default = 0, range = { 0, 0.05 }, step = 0.0025,
	basis = "definition", source = "none beyond today's holding taxes",
	marks = {
		{ percent("tax_holding_effective"), { en = "present effective holding tax", ko = "현행 보유세 실효세율" },
			source = "Korea Institute of Local Finance, 2024: 0.15 percent" },
		{ 0.0025, { en = "OECD mean", ko = "OECD 평균" },
			source = "Korea Institute of Local Finance, 2024, from OECD statistics" },
		{ percent("aef_rate_land"), { en = "Altman 2021", ko = "올트먼 제안(2021)" },
			source = "Altman, Moore's Law for Everything, 2021" },
	},
	help = {
		en = [[Share of the value of private land paid in cash each year, on top of today's holding taxes (0.15
			percent effectively). At 2.5 percent land loses about half its price once buyers expect it, as
			theory and the Danish reform of 2007 say, and the levy then takes about half of the rent of
			land. Politically proposed in Korea: 0.8 to 1 percent of official value with an equal dividend
			(2018, 2026).]],
		ko = [[민간 토지 가액의 일정 비율을 해마다 현금으로 내는 납부금이며 현행 보유세(실효세율 0.15%)에
			더해진다. 2.5%이면 매수자가 이를 예상하면서 땅값이 절반 가까이 내려가고(이론과 2007년 덴마크
			개편 사례), 납부금은 지대의 절반가량을 거둔다. 국내에서는 공시가격의 0.8~1%를 걷어 똑같이 나누는
			방안이 제안되었다(2018년, 2026년).]],
	},
}

lever "levy_start_year" {
	label = { en = "Start of the levies", ko = "납부금 시행 연도" },
	group = "dividend", unit = "year", default = 2028, range = { 2026, 2045 }, step = 1,
	help = {
		en = [[Year from which both levies rise from zero. A start in a boom of share prices brings more at
			first; no effect without a levy.]],
		ko = [[두 납부금이 0에서 오르기 시작하는 해다. 주가가 높을 때 시작하면 초기 수입이 크다. 납부금이 없으면
			영향이 없다.]],
	},
}

lever "levy_phase_in" {
	label = { en = "Years until the full rate", ko = "단계적 인상 기간" },
	group = "dividend", unit = "years", default = 5, range = { 0, 20 }, step = 1,
	help = {
		en = [[The rates rise evenly over this time. A slow rise gives owners, banks and builders time; the
			pension reform of 2025 spreads four points over eight years.]],
		ko = [[납부율이 이 기간에 걸쳐 고르게 오른다. 천천히 올릴수록 소유자, 은행, 건설업이 적응할 시간이
			생긴다. 2025년 연금개혁은 보험료율 4%포인트를 8년에 걸쳐 올린다.]],
	},
}

lever "distribution_share" {
	label = { en = "New shares given out at once", ko = "신주 즉시 배분 비율" },
	group = "dividend", unit = "share of new shares", default = 1, range = { 0, 1 }, step = 0.05,
	marks = {
		{ 0, { en = "sovereign fund: all kept", ko = "국부펀드형: 전량 적립" },
			source = "Alaska Permanent Fund, Norway's fund" },
		{ 1, { en = "Altman: all given out", ko = "올트먼: 전량 배분" },
			source = "Altman, Moore's Law for Everything, 2021" },
	},
	help = {
		en = [[The rest goes into the citizens' fund. 1 pays most at once; 0 builds a fund as Alaska and Norway
			did with oil, which pays little at first and owns a large part of all companies later.]],
		ko = [[나머지는 국민기금에 쌓인다. 1이면 처음부터 가장 많이 나누어 주고, 0이면 석유 수입을 쌓은
			알래스카와 노르웨이처럼 초기 배당은 적지만 나중에 기업 지분의 큰 몫을 갖게 된다.]],
	},
}

lever "endowment_payout" {
	label = { en = "Payout of the citizens' fund", ko = "국민기금 지급률" },
	group = "dividend", unit = "of the fund per year", default = 0.04, range = { 0, 0.10 }, step = 0.005,
	basis = "estimate", source = "between Norway's and Alaska's rule",
	marks = {
		{ percent("norway_rule"), { en = "Norway's rule", ko = "노르웨이 재정준칙" },
			source = "Norwegian Ministry of Finance, fiscal rule since 2017: 3 percent" },
		{ 0.05, { en = "Alaska's rule", ko = "알래스카 재정준칙" },
			source = "State of Alaska, law of 2018: 5 percent of market value since fiscal 2022" },
	},
	help = {
		en = [[Share of the fund paid out each year. Norway spends 3 percent, Alaska draws 5. Above the dividend
			yield of shares (1.5 percent) the fund must sell; it then still grows as long as new shares come
			in. No effect if all shares are given out at once.]],
		ko = [[기금에서 해마다 지급하는 비율이다. 노르웨이는 3%, 알래스카는 5%다. 주식 배당수익률(1.5%)을 넘는
			몫은 주식을 팔아 마련한다. 신주가 계속 들어오는 동안은 그래도 기금이 늘어난다. 신주를 모두 즉시
			배분하면 영향이 없다.]],
	},
}

lever "cash_share" {
	label = { en = "Share dividend paid as cash", ko = "주식배당의 현금 지급 비율" },
	group = "dividend", unit = "share of the share dividend", default = 0.5, range = { 0, 1 }, step = 0.05,
	basis = "estimate", source = "own estimate of what residents would sell",
	help = {
		en = [[Part of the shares given to residents that is sold for them and paid in won. Households need
			cash, but every sale presses prices: at 1 the public sells some 2 percent of the market each
			year.]],
		ko = [[국민에게 돌아갈 주식 가운데 대신 팔아 현금으로 주는 비율이다. 가계에는 현금이 필요하지만 팔
			때마다 주가가 눌린다. 1이면 해마다 시장의 약 2%를 팔게 된다.]],
	},
}

-- ---- assumptions: land --------------------------------------------------------------------------

uncertainty "land_value_0" {
	label = { en = "Value of land in 2026", ko = "2026년 토지자산 가액" },
	group = "capital", unit = "trn KRW", default = data("land_value.csv", "land_trn_krw", { year = 2025 }),
	spread = fixed(), step = 10,
	help = {
		en = [[All land in Korea at market value: 12,139 trillion won at the end of 2024 (4.75 times GDP), about
			12,500 a year later.]],
		ko = [[국내 토지 전체의 시장가치다. 2024년 말 1경 2,139조원(GDP의 4.75배)이며 1년 뒤는 약 1경
			2,500조원으로 추정된다.]],
	},
}

uncertainty "land_private_share" {
	label = { en = "Private share of land value", ko = "민간 소유 토지 비중" },
	group = "capital", unit = "share", default = percent("land_private_share"),
	spread = percent_spread_of("land_private_share"), step = 0.01,
	help = {
		en = "Households hold about 57 percent of land value, companies 23, the state 20, which pays no levy.",
		ko = "토지 가액의 약 57%는 가계, 23%는 법인, 20%는 정부가 갖고 있다. 정부 토지에는 납부금이 없다.",
	},
}

uncertainty "land_rent_yield" {
	label = { en = "Rent yield of land", ko = "토지 지대수익률" },
	group = "capital", unit = "per year", default = percent("land_rent_yield"),
	spread = percent_spread_of("land_rent_yield"), step = 0.001,
	help = {
		en = [[Rent over value without a levy. It sets how far a levy lowers prices: at 2.8 percent a levy of
			2.5 percent leaves 2.8 / (2.8 + 2.5) = 53 percent of the price. Estimates run from 2 to 4.5
			percent.]],
		ko = [[납부금이 없을 때 땅값 대비 지대의 비율이며 납부금이 땅값을 얼마나 낮추는지를 정한다. 2.8%일 때
			납부율 2.5%이면 땅값은 2.8 ÷ (2.8 + 2.5) = 53%가 된다. 추정치는 2~4.5%에 걸쳐 있다.]],
	},
}

uncertainty "land_capitalisation" {
	label = { en = "Capitalisation of the levy into land prices", ko = "납부금의 지가 반영 정도(자본화율)" },
	group = "capital", unit = "share", default = percent("land_capitalisation"),
	spread = percent_spread_of("land_capitalisation"), step = 0.05,
	marks = {
		{ 1, { en = "Denmark, 2007 reform", ko = "덴마크 2007년 개편" },
			source = "Høj, Jørgensen and Schou, Land taxes and housing prices, 2018" },
	},
	help = {
		en = [[How much of the expected levy buyers deduct from the price: 1 all, 0 nothing. When Danish
			municipalities were merged in 2007 their land taxes changed, and prices moved by the full
			present value. Lower values fit markets that do not believe that the levy will last.]],
		ko = [[매수자가 앞으로 낼 납부금을 땅값에서 얼마나 빼는지를 나타낸다. 1이면 전부, 0이면 전혀 반영하지
			않는다. 2007년 덴마크에서 지자체 통합으로 토지세율이 바뀌자 집값이 그 현재가치만큼 움직였다.
			납부금이 오래가지 않으리라 믿는 시장에서는 값이 낮아진다.]],
	},
}

uncertainty "levy_collection" {
	label = { en = "Share of the land levy collected", ko = "토지 납부금 징수율" },
	group = "capital", unit = "share", default = 0.95, spread = triangular(0.85, 0.95, 1), step = 0.01,
	basis = "estimate",
	source = "own estimate; local taxes: 96 to 97 percent (Ministry of the Interior and Safety, 2023)",
	help = {
		en = [[After arrears, hardship deferrals and errors of assessment. Korean local taxes reach 96 to 97
			percent.]],
		ko = "체납, 납부유예, 평가 오차를 뺀 비율이다. 우리나라 지방세 징수율은 96~97%다.",
	},
}

-- ---- assumptions: shares ------------------------------------------------------------------------

uncertainty "equity_0" {
	label = { en = "Value of listed companies in 2026", ko = "2026년 상장기업 시가총액" },
	group = "capital", unit = "trn KRW", default = parameter("mcap_2025"), spread = fixed(), range = { 2000, 9000 },
	step = 10,
	marks = {
		{ 2307, { en = "end of 2024", ko = "2024년 말" }, source = "Asia Business Daily, July 2025: 2,306.6" },
		{ parameter("mcap_2025"), { en = "end of 2025", ko = "2025년 말" },
			source = "Chosun Ilbo, 30 December 2025" },
		{ 5656, { en = "February 2026", ko = "2026년 2월" }, source = "Segye Ilbo, 25 February 2026: 5,656.1" },
		{ 8200, { en = "June 2026", ko = "2026년 6월" },
			source = "press reports, 22 June 2026: from the index (estimate)" },
	},
	help = {
		en = [[KOSPI and KOSDAQ. It went from 2,307 trillion won at the end of 2024 to 3,984 a year later and
			about 8,200 in June 2026: a share levy brings four times as much or as little depending on the
			date. Since nobody can foresee it, it is set and not drawn.]],
		ko = [[코스피와 코스닥 시가총액의 합이다. 2024년 말 2,307조원에서 1년 뒤 3,984조원, 2026년 6월 약
			8,200조원이 되었다. 기준 시점에 따라 주식 납부금 수입이 몇 배까지 달라진다. 예측할 수 없는
			값이므로 추출하지 않고 직접 정한다.]],
	},
}

uncertainty "equity_drift" {
	label = { en = "Growth of share values above GDP", ko = "GDP를 웃도는 시가총액 증가율" },
	group = "capital", unit = "per year", default = 0.01, spread = triangular(-0.02, 0.01, 0.03), step = 0.0025,
	basis = "estimate", source = "own estimate; market value over GDP was 0.82 in 2016 and 1.5 at the end of 2025",
	help = {
		en = [[Retained profits and new listings let the market outgrow the economy; a fall of valuations from
			the present boom would do the opposite.]],
		ko = [[유보이익과 신규 상장으로 시가총액이 경제보다 빨리 늘 수 있고, 현재의 높은 평가가 되돌려지면
			반대가 된다.]],
	},
}

uncertainty "share_levy_coverage" {
	label = { en = "Companies covered by the share levy", ko = "주식 납부금 적용 범위" },
	group = "capital", unit = "share of market value", default = 0.9, spread = triangular(0.7, 0.9, 1), step = 0.01,
	basis = "estimate",
	source = "own estimate: companies above a size limit; Altman 2021 covers those above 1 bn USD",
	help = {
		en = "Small companies are exempt. Large ones make up about nine tenths of the market value.",
		ko = "소규모 기업은 제외한다. 대형 기업이 시가총액의 약 10분의 9를 차지한다.",
	},
}

uncertainty "levy_drag" {
	label = { en = "Lost growth of share values per levy", ko = "납부금에 따른 시가총액 증가 둔화" },
	group = "capital", unit = "per year per unit of levy", default = 0.10, spread = triangular(0, 0.10, 0.4),
	step = 0.01,
	basis = "estimate", source = "own estimate: less investment and some companies listing abroad",
	help = {
		en = [[At 0.10 a levy of 2.5 percent costs 0.25 points of growth of market value a year, for ever.
			Altman's essay counts with a single fall by 15 percent.]],
		ko = [[0.10이면 2.5%의 납부금이 시가총액 증가율을 해마다 0.25%포인트 낮춘다. 올트먼의 글은 한 번에 15%
			하락한다고 가정한다.]],
	},
}

uncertainty "sale_impact" {
	label = { en = "Fall of share prices per share sold", ko = "매도에 따른 주가 하락 정도" },
	group = "capital", unit = "ratio", default = 0.5, spread = triangular(0.1, 0.5, 1), step = 0.05,
	basis = "estimate",
	source = { "own estimate", "Gabaix and Koijen, In Search of the Origins of Financial Fluctuations, 2021: more for sudden flows" },
	help = {
		en = [[Selling 1 percent of the market lowers its value by this many percent, since the sales come every
			year and are foreseen.]],
		ko = [[시장의 1%를 팔 때 시가총액이 몇 % 내려가는지를 나타낸다. 해마다 예고된 매도이므로 충격은 일시적
			매도보다 작다.]],
	},
}

uncertainty "dividend_yield" {
	label = { en = "Dividend yield of shares", ko = "주식 배당수익률" },
	group = "capital", unit = "per year", default = percent("mcap_dividend_yield"),
	spread = percent_spread_of("mcap_dividend_yield"), step = 0.001,
	help = {
		en = [[What the fund earns in cash without selling. Korean companies paid 1.5 percent in 2025, the
			world's mean is about 2.]],
		ko = "주식을 팔지 않고 기금이 받는 현금 수익률이다. 국내 상장사는 2025년 1.5%, 세계 평균은 약 2%다.",
	},
}

-- ---- the rates ----------------------------------------------------------------------------------

auxiliary "levy_phase" {
	label = { en = "Phase-in of the levies", ko = "납부금 단계적 인상 진도" }, unit = "share",
	value = function(v) return progress_between(v, v.levy_start_year, v.levy_start_year + v.levy_phase_in) end,
}

auxiliary "land_rate" {
	label = { en = "Land levy in force", ko = "적용 중인 토지 납부율" }, unit = "of land value per year",
	value = function(v) return v.land_levy * v.levy_phase end,
}

auxiliary "share_rate" {
	label = { en = "Share levy in force", ko = "적용 중인 주식 납부율" }, unit = "of market value per year",
	value = function(v) return v.share_levy * v.levy_phase end,
}

-- ---- land ---------------------------------------------------------------------------------------

local EXPECTATION_TIME = 2   -- years until buyers reckon with the rate in force; own estimate

stock "land_rate_expected" {
	label = { en = "Land levy that buyers expect", ko = "매수자가 예상하는 토지 납부율" },
	unit = "of land value per year",
	initial = 0,
	rate = function(v) return (v.land_rate - v.land_rate_expected) / EXPECTATION_TIME end,
}

-- Rent grows with the economy, and no levy changes it: land is not made.
stock "land_rent" {
	label = { en = "Rent of land", ko = "지대 총액" }, unit = "trn KRW/year",
	initial = function(v) return v.land_rent_yield * v.land_value_0 end,
	rate = function(v) return v.gdp_growth * v.land_rent end,
}

outcome "land_value" {
	label = { en = "Value of land", ko = "토지자산 가액" }, group = "capital", unit = "trn KRW",
	value = function(v) return v.land_rent / (v.land_rent_yield + v.land_capitalisation * v.land_rate_expected) end,
	help = {
		en = [[Rent over the yield that buyers ask, the expected levy included. Altman's 2.5 percent brings it
			to 53 percent of what it would be. The loss falls on today's owners once; later owners pay less
			for land and the levy in turn.]],
		ko = [[지대를 매수자의 요구수익률(예상 납부율 포함)로 나눈 값이다. 2.5%의 납부금은 이를 53% 수준으로
			낮춘다. 손실은 현재 소유자가 한 번 부담하고, 이후의 매수자는 싸게 사는 대신 납부금을 낸다.]],
	},
}

outcome "land_levy_revenue" {
	label = { en = "Revenue of the land levy", ko = "토지 납부금 수입" },
	group = "capital", unit = "trn KRW/year", better = "higher",
	value = function(v) return v.land_rate * v.land_value * v.land_private_share * v.levy_collection end,
	help = {
		en = [[Cash for the dividend. It can never exceed the rent of private land, about 280 trillion won in
			2026. All property taxes and the comprehensive real-estate tax together bring about 22
			trillion.]],
		ko = [[국민배당에 쓰이는 현금 수입이다. 민간 토지의 지대(2026년 약 280조원)를 넘을 수 없다. 현행
			재산세와 종합부동산세 등 보유세는 모두 합쳐 약 22조원이다.]],
	},
}

-- ---- shares -------------------------------------------------------------------------------------

auxiliary "issue_rate" {
	label = { en = "New shares over all shares", ko = "신주 발행 비율" }, unit = "per year",
	value = function(v) return v.share_rate * v.share_levy_coverage end,
}

outcome "new_shares" {
	label = { en = "New shares handed over", ko = "납부된 신주 가치" },
	group = "capital", unit = "trn KRW/year", better = "higher",
	value = function(v) return v.share_rate * v.market_value * v.share_levy_coverage end,
	help = {
		en = [[Value of the shares that companies hand over in a year. Nobody pays cash; all other owners hold
			that much less.]],
		ko = "기업이 한 해에 납부하는 신주의 가치다. 현금 부담은 없지만 다른 주주의 몫이 그만큼 줄어든다.",
	},
}

auxiliary "shares_distributed" {
	label = { en = "New shares given to residents", ko = "국민에게 배분된 신주" }, unit = "trn KRW/year",
	value = function(v) return v.distribution_share * v.new_shares end,
}

-- ---- the citizens' fund -------------------------------------------------------------------------

auxiliary "payout_rate" {
	label = { en = "Payout of the fund in force", ko = "적용 중인 기금 지급률" }, unit = "of the fund per year",
	value = function(v) return v.endowment_payout * v.levy_phase end,
}

auxiliary "fund_income" {
	label = { en = "Payout from dividends received", ko = "배당수입에서 지급하는 금액" }, unit = "trn KRW/year",
	value = function(v) return min(v.payout_rate, v.dividend_yield) * v.citizen_fund end,
}

auxiliary "drawdown_rate" {
	label = { en = "Part of the fund given up each year", ko = "연간 기금 주식 감소율" },
	unit = "of the fund per year",
	value = function(v) return max(0, v.payout_rate - v.dividend_yield) end,
}

auxiliary "fund_drawdown" {
	label = { en = "Payout in shares of the fund", ko = "기금 주식으로 지급하는 금액" }, unit = "trn KRW/year",
	value = function(v) return v.drawdown_rate * v.citizen_fund end,
}

auxiliary "shares_sold" {
	label = { en = "Shares sold for residents", ko = "현금 지급을 위해 매도한 주식" }, unit = "trn KRW/year",
	value = function(v) return v.cash_share * (v.shares_distributed + v.fund_drawdown) end,
}

stock "market_value" {
	label = { en = "Value of listed companies", ko = "상장기업 시가총액" },
	group = "capital", unit = "trn KRW", outcome = true, better = "higher",
	initial = function(v) return v.equity_0 end,
	rate = function(v)
		local sold = v.shares_sold / v.market_value
		local growth = v.gdp_growth + v.equity_drift
		return v.market_value * (growth - v.levy_drag * v.share_rate - v.sale_impact * sold)
	end,
	help = {
		en = [[All listed companies, whoever owns them. It grows with GDP; the levy and the sale of its shares
			slow it.]],
		ko = "소유자와 관계없이 모든 상장기업의 가치다. GDP를 따라 늘고, 납부금과 주식 매도는 이를 늦춘다.",
	},
}

-- Counted as a share of all companies, because values move and shares do not: the fund gains what is
-- issued to it and the dividends that it reinvests, is diluted by every issue, and loses what it gives
-- up.
stock "fund_ownership" {
	label = { en = "Citizens' fund's share of all companies", ko = "국민기금의 상장기업 지분율" },
	group = "capital", unit = "share", outcome = true,
	initial = 0,
	rate = function(v)
		local received = (1 - v.distribution_share) * v.issue_rate
		local diluted = v.issue_rate * v.fund_ownership
		local given_up = v.drawdown_rate * v.fund_ownership
		local reinvested = max(0, v.dividend_yield - v.payout_rate) * v.fund_ownership * (1 - v.fund_ownership)
		return received - diluted - given_up + reinvested
	end,
	help = {
		en = [[Part of all listed companies that belongs to the fund. Saving all of a levy of 2.5 percent leads
			to about 40 percent after fifty years: whoever governs the fund then governs the companies.
			Norway's fund limits itself to 10 percent of a company; the NPS held about 7.5 percent of 262
			companies in 2025.]],
		ko = [[상장기업 전체에서 기금이 갖는 몫이다. 2.5% 납부금을 모두 적립하면 50년 뒤 약 40%에 이르며, 기금의
			지배구조가 곧 기업의 지배구조가 된다. 노르웨이 국부펀드는 한 기업 지분을 10%로 제한하고,
			국민연금은 2025년 262개사의 지분을 평균 7.5% 보유했다.]],
	},
}

outcome "citizen_fund" {
	label = { en = "Citizens' fund", ko = "국민기금 규모" },
	group = "capital", unit = "trn KRW", headline = 6, better = "higher",
	value = function(v) return v.fund_ownership * v.market_value end,
	help = {
		en = [[Value of the fund that belongs to all residents. Zero if all new shares are given out at once.
			For comparison: the NPS had 1,458 trillion won at the end of 2025, Norway's fund about 20,000
			billion kroner.]],
		ko = [[모든 국민에게 속하는 기금의 가치다. 신주를 전부 즉시 배분하면 0이다. 2025년 말 국민연금 적립금은
			1,458조원, 노르웨이 국부펀드는 약 20조 크로네다.]],
	},
}

-- ---- checks -------------------------------------------------------------------------------------

check "a land levy never takes more than the rent" {
	label = {
		en = "Once expected, a land levy never takes more than the rent",
		ko = "예상이 반영된 뒤 토지 납부금은 지대를 넘지 않는다",
	},
	given = { land_capitalisation = 1, land_levy = 0.05 },   -- the highest levy comes nearest to the rent
	holds = function(v)
		local expected = v.land_rate_expected >= 0.999 * v.land_rate
		return not expected or v.land_levy_revenue <= v.land_rent * v.land_private_share
	end,
}

check "a higher land levy never raises the value of land" {
	label = {
		en = "A higher land levy never raises the value of land",
		ko = "토지 납부율을 올려도 땅값이 오르지 않는다",
	},
	versus = { land_levy = { plus = 0.01 } },
	holds = function(v, w) return w.land_value <= v.land_value end,
}

check "the fund owns between nothing and everything" {
	label = { en = "The fund owns between nothing and everything", ko = "기금의 지분율은 0과 1 사이다" },
	holds = function(v) return v.fund_ownership >= 0 and v.fund_ownership <= 1 end,
}

check "no negative land or market" {
	label = { en = "No negative land or market", ko = "토지와 시장의 가치는 음수가 되지 않는다" },
	holds = function(v)
		return v.land_value > 0 and v.land_rent > 0 and v.market_value > 0 and v.land_levy_revenue >= 0
	end,
}
