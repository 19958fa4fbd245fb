-- SPDX-License-Identifier: MIT
--
-- The citizens' dividend: what every resident receives.
--
-- Four sources add up: the land levy, the public's income from the foundry, new shares that companies
-- hand over, and the payout of the citizens' fund.  Part of the shares is sold for the residents, so
-- that the dividend comes partly in won and partly in shares. Everybody receives the same, as in Alaska
-- since 1982.
--
-- Left out: cost of administration, tax on the dividend, cuts of other benefits, and what people do with
-- the money or with their hours of work (Alaska's dividend left employment unchanged; part-time work
-- rose by 1.8 points: Jones and Marinescu, 2018).

-- ---- levers -------------------------------------------------------------------------------------

lever "adults_only" {
	label = { en = "Adults only", ko = "성인에게만 지급" },
	group = "dividend", unit = "all residents / adults", default = 0, range = { 0, 1 }, switch = true,
	basis = "definition", source = "Alaska pays children too; Altman 2021 pays adults",
	help = {
		en = [[Off: every resident receives the dividend, children too, as in Alaska. On: only those of 18 and
			more, so that each gets 8 to 14 percent more and families with children get less. The income
			deciles below are computed per head in both cases.]],
		ko = [[끄면 알래스카처럼 아동을 포함한 모든 거주자가 받고, 켜면 18세 이상만 받는다. 켜면 1인당 금액이
			8~14% 늘지만 아동이 있는 가구는 줄어든다. 아래의 소득분위 계산은 두 경우 모두 가구원 수를
			기준으로 한다.]],
	},
}

-- ---- who receives -------------------------------------------------------------------------------

local MINORS_PER_CHILD = 1.2   -- people of 0-17 per person of 0-14, about 18 over 15 years of age; own estimate

auxiliary "recipients" {
	label = { en = "People who receive the dividend", ko = "배당 수급자" }, unit = "mn persons",
	value = function(v)
		if v.adults_only >= 0.5 then
			return v.population - MINORS_PER_CHILD * v.population_children
		end
		return v.population
	end,
}

-- ---- what there is to give ----------------------------------------------------------------------

auxiliary "dividend_cash_total" {
	label = { en = "Dividend paid in cash, all residents", ko = "현금 배당 총액" }, unit = "trn KRW/year",
	value = function(v)
		local foundry = v.foundry_to_dividend * v.public_foundry_income
		return v.land_levy_revenue + foundry + v.shares_sold + v.fund_income
	end,
}

auxiliary "dividend_share_total" {
	label = { en = "Dividend paid in shares, all residents", ko = "주식 배당 총액" }, unit = "trn KRW/year",
	value = function(v) return (1 - v.cash_share) * (v.shares_distributed + v.fund_drawdown) end,
}

-- Trillion won a year for all as won a month for each.
local function per_person_and_month(v, total)
	return total * 1e12 / (v.recipients * 1e6) / MONTHS_PER_YEAR
end

outcome "dividend" {
	label = { en = "Nominal dividend per person and month", ko = "1인 월배당(경상)" },
	group = "dividend", unit = "KRW/month", headline = 1, better = "higher",
	value = function(v) return per_person_and_month(v, v.dividend_cash_total + v.dividend_share_total) end,
	note = {
		en = "In money of that year; 'Dividend in won of 2026' has it in today's.",
		ko = "해당 연도 금액이다. 2026년 가격으로 환산한 금액은 '1인 월배당(2026년 가격)' 지표에 있다.",
	},
	help = {
		en = [[Cash and shares together, in won of the year. For comparison: Alaska paid 1,000 dollars a year in
			2025 (about 120,000 won a month), the basic pension is 349,700 won a month in 2026, and Altman's
			essay promises 13,500 dollars a year to each American adult.]],
		ko = [[현금과 주식을 합한 해당 연도 가격의 금액이다. 알래스카는 2025년 연 1,000달러(월 약 12만원)를
			지급했고, 2026년 기초연금 기준연금액은 월 34만 9,700원이다. 올트먼의 글은 미국 성인 1인당 연 1만
			3,500달러를 내세운다.]],
	},
}

outcome "dividend_cash" {
	label = { en = "Nominal dividend in cash per person and month", ko = "1인 월 현금배당(경상)" },
	group = "dividend", unit = "KRW/month", better = "higher",
	value = function(v) return per_person_and_month(v, v.dividend_cash_total) end,
	help = {
		en = "The part paid in won. The rest comes as shares, which can be sold later but not spent today.",
		ko = "현금으로 받는 몫이다. 나머지는 주식으로 받으며 나중에 팔 수 있지만 당장 쓸 수는 없다.",
	},
}

outcome "dividend_real" {
	label = { en = "Dividend in won of 2026", ko = "1인 월배당(2026년 가격)" },
	group = "dividend", unit = "KRW/month", better = "higher",
	value = function(v) return v.dividend / v.price_level end,
	help = {
		en = [[The dividend at the prices of 2026, to be compared with today's incomes. Use it for years far
			ahead.]],
		ko = "2026년 물가로 환산한 배당액으로 현재의 소득과 견줄 수 있다. 먼 미래를 볼 때는 이 값을 쓴다.",
	},
}

-- ---- checks -------------------------------------------------------------------------------------

check "no levy, no public foundry income, no dividend" {
	label = {
		en = "Without levies and foundry income there is no dividend",
		ko = "납부금과 파운드리 수입이 없으면 배당도 없다",
	},
	given = { share_levy = 0, land_levy = 0, foundry_payout = 0 },
	holds = function(v) return v.dividend >= 0 and v.dividend <= 0 end,
}

check "the dividend gives out what comes in, no more and no less" {
	label = {
		en = "The dividend gives out what comes in, no more and no less",
		ko = "배당 총액은 재원의 합과 같다",
	},
	holds = function(v)
		local given = v.dividend_cash_total + v.dividend_share_total
		local received = v.land_levy_revenue + v.shares_distributed + v.fund_income + v.fund_drawdown
			+ v.foundry_to_dividend * v.public_foundry_income
		return abs(given - received) <= 1e-9 * received
	end,
}

check "levies that are off are off" {
	label = {
		en = "Without levies, their other settings change nothing",
		ko = "납부금이 없으면 관련 설정은 아무것도 바꾸지 않는다",
	},
	given = { share_levy = 0, land_levy = 0 },
	versus = {
		levy_start_year = 2040, levy_phase_in = 10, nps_conversion = 0.5, distribution_share = 0.5,
		endowment_payout = 0.08, cash_share = 1,
	},
	holds = function(v, w)
		return same(v.dividend, w.dividend) and same(v.nps_fund, w.nps_fund)
			and same(v.market_value, w.market_value)
			and same(v.land_value, w.land_value) and same(v.gini, w.gini)
			and same(v.policy_debt, w.policy_debt)
	end,
}
