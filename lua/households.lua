-- SPDX-License-Identifier: MIT
--
-- Households in ten income deciles: who gains, who pays, and what becomes of inequality.
--
-- Each decile has wages, capital income and transfers today (Household Finance and Living Conditions
-- Survey 2025, decile figures estimated inside the published quintile means).  They grow with GDP;
-- automation moves income from wages to capital, which the upper deciles own.  On top comes the
-- dividend, equal per head; from it go the levies on land and shares that the households own directly or
-- through companies, and pensions that are no longer earned; and back come contributions no longer paid.
--
-- Left out: differences within a decile (the Gini coefficient is scaled to today's published one), moves
-- between deciles, the loss of land and share prices as such, and effects of a levy on rents and wages.

-- ---- assumptions --------------------------------------------------------------------------------

uncertainty "households" {
	label = { en = "Households", ko = "가구 수" },
	group = "households", unit = "mn households", default = parameter("hh_number"), spread = fixed(),
	help = {
		en = "Survey households of 2024: 8.04 million one-person households are 36.1 percent of them.",
		ko = "2024년 조사 기준 가구 수다. 1인 가구 804만이 전체의 36.1%를 차지한다.",
	},
}

uncertainty "gini_today" {
	label = { en = "Gini coefficient today", ko = "현재 지니계수" },
	group = "households", unit = "index", default = parameter("gini_dispo"), spread = fixed(),
	range = { 0.1625, 0.4875 }, step = 0.001,   -- half to one and a half times: further up the index of a scenario passes 1
	help = {
		en = [[Of disposable income per equivalent person in 2024: 0.325. It was 0.352 in 2015; the OECD's mean
			is about 0.31.]],
		ko = "2024년 균등화 처분가능소득 기준 0.325다. 2015년에는 0.352였고 OECD 평균은 약 0.31이다.",
	},
}

local household_land = fraction(data("land_by_sector.csv", "share_pct", { sector = "households and non-profits" }))

uncertainty "household_land_share" {
	label = { en = "Land held by households", ko = "가계 소유 토지 비중" },
	group = "pension", unit = "share of all land",
	default = household_land,
	spread = triangular(0.54, household_land, 0.60),
	step = 0.01,
	help = {
		en = "Share of the value of all land, the state's included. What companies hold is about 23 percent.",
		ko = "정부 토지를 포함한 전체 토지 가액 중 가계의 몫이다. 법인 소유는 약 23%다.",
	},
}

uncertainty "corporate_pass_through" {
	label = { en = "Levies on companies that end with households", ko = "기업 부담의 가계 귀착 비율" },
	group = "pension", unit = "share", default = 0.4, spread = triangular(0.2, 0.4, 0.64), step = 0.02,
	basis = "estimate",
	source = "own estimate; foreigners hold about 36 percent of shares (Korea Exchange, 2026)",
	help = {
		en = [[How much of a land levy on companies is borne by households in Korea through lower share values,
			wages or higher prices. At most 0.64: the rest belongs to foreign owners.]],
		ko = [[기업이 낸 토지 납부금이 주가, 임금, 물가를 통해 국내 가계에 돌아오는 비율이다. 나머지는 외국인
			주주 등의 몫이므로 0.64를 넘지 않는다고 본다.]],
	},
}

uncertainty "household_equity_share" {
	label = { en = "Listed shares held by households", ko = "가계 보유 상장주식 비중" },
	group = "pension", unit = "share", default = 0.45, spread = triangular(0.35, 0.45, 0.60), step = 0.01,
	basis = "estimate",
	source = "own estimate from Bank of Korea flow of funds 2024 and foreign holdings of 36 percent",
	help = {
		en = [[Directly and through funds. Foreigners hold about 36 percent, the NPS and other public bodies
			most of the rest.]],
		ko = [[직접투자와 펀드를 통한 보유를 더한 값이다. 외국인이 약 36%, 나머지 대부분은 국민연금 등
			공공부문이 갖고 있다.]],
	},
}

-- ---- the deciles today --------------------------------------------------------------------------

local DECILES = 10
local function of_decile(name)
	return column("household_deciles.csv", name, { order_by = "decile" })
end

local disposable = of_decile("disposable_income_mn_krw_est")      -- mn KRW per household and year
local market = of_decile("market_income_mn_krw_est")              -- before taxes, contributions and transfers
local persons = of_decile("avg_household_size_est")
local net_worth_pct = of_decile("networth_share_by_income_pct")   -- of all households' net worth, by income decile
local capital_pct = of_decile("capital_income_share_pct")         -- of all capital income; more concentrated

local CAPITAL_IN_MARKET_INCOME = 0.25   -- capital's part of household market income; own estimate
local MOST_CAPITAL = 0.9                -- at most this part of a decile's market income is capital income
local LEAST_INCOME = 0.01               -- trn KRW per decile, so that a share of income always has a meaning

local function total(list)
	local sum = 0
	for i = 1, DECILES do
		sum = sum + list[i]
	end
	return sum
end

-- The values of a family of variables, name_1 to name_10.
local function family(v, name)
	local list = {}
	for i = 1, DECILES do
		list[i] = v[name .. "_" .. i]
	end
	return list
end

local ORDINAL = { "lowest", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "highest" }
local function decile_label(en, ko, i)
	return { en = en .. ", " .. ORDINAL[i] .. " tenth", ko = ko .. ", " .. i .. "분위" }
end

-- Households of one decile, million; and trillion won of a figure in million won per household.
local function per_decile(v)
	return v.households / DECILES
end

auxiliary "decile_persons" {
	label = { en = "People in all deciles", ko = "전체 분위 인구" }, unit = "mn persons",
	value = function(v) return total(persons) * per_decile(v) end,
}

auxiliary "market_income" {
	label = { en = "Market income of all households", ko = "전체 가구 시장소득" }, unit = "trn KRW/year",
	value = function(v) return total(market) * per_decile(v) end,
}

for i = 1, DECILES do
	auxiliary("people_" .. i) {
		label = decile_label("People", "인구", i), unit = "mn persons",
		value = function(v) return persons[i] * per_decile(v) end,
	}

	auxiliary("capital_" .. i) {
		label = decile_label("Capital income today", "현재 자본소득", i), unit = "trn KRW/year",
		value = function(v)
			local by_ownership = CAPITAL_IN_MARKET_INCOME * capital_pct[i] / 100 * v.market_income
			return min(by_ownership, MOST_CAPITAL * market[i] * per_decile(v))
		end,
	}

	auxiliary("labour_" .. i) {
		label = decile_label("Labour income today", "현재 근로소득", i), unit = "trn KRW/year",
		value = function(v) return market[i] * per_decile(v) - v["capital_" .. i] end,
	}

	auxiliary("transfer_" .. i) {
		label = decile_label("Transfers less taxes today", "현재 순이전소득", i), unit = "trn KRW/year",
		value = function(v) return (disposable[i] - market[i]) * per_decile(v) end,
	}
end

auxiliary "labour_income" {
	label = { en = "Labour income of all households today", ko = "현재 전체 가구 근로소득" }, unit = "trn KRW/year",
	value = function(v) return total(family(v, "labour")) end,
}

-- ---- what the policies give and take ------------------------------------------------------------

auxiliary "dividend_total" {
	label = { en = "Dividend of all residents", ko = "배당 총액" }, unit = "trn KRW/year",
	value = function(v) return v.dividend_cash_total + v.dividend_share_total end,
}

-- The land levy that households bear: their own, and a part of the companies'.
auxiliary "land_burden" {
	label = { en = "Land levy borne by households", ko = "가계가 부담하는 토지 납부금" }, unit = "trn KRW/year",
	value = function(v)
		local company_land = v.land_private_share - v.household_land_share
		local borne = v.household_land_share + v.corporate_pass_through * company_land
		return v.land_levy_revenue * borne / v.land_private_share
	end,
}

-- The share levy that households bear: dilution of what they own. The citizens' fund and other owners
-- bear the rest.
auxiliary "share_burden" {
	label = { en = "Share levy borne by households", ko = "가계가 부담하는 주식 납부금" }, unit = "trn KRW/year",
	value = function(v) return v.new_shares * (1 - v.fund_ownership) * v.household_equity_share end,
}

auxiliary "contribution_saved" {
	label = { en = "Contributions no longer paid", ko = "덜 내는 보험료" }, unit = "trn KRW/year",
	value = function(v) return v.full_contributions * v.converted end,
}

for i = 1, DECILES do
	auxiliary("income_before_" .. i) {
		label = decile_label("Income without the policies", "정책 없는 소득", i), unit = "trn KRW/year",
		value = function(v)
			local labour = v["labour_" .. i] * v.labour_share / v.labour_share_0
			local capital = v["capital_" .. i] * (1 - v.labour_share) / (1 - v.labour_share_0)
			return (labour + capital + v["transfer_" .. i]) * v.gdp / v.gdp_0
		end,
	}

	auxiliary("dividend_" .. i) {
		label = decile_label("Dividend", "배당", i), unit = "trn KRW/year",
		value = function(v) return v.dividend_total * v["people_" .. i] / v.decile_persons end,
	}

	auxiliary("levy_burden_" .. i) {
		label = decile_label("Levies borne", "납부금 부담", i), unit = "trn KRW/year",
		value = function(v)
			return v.land_burden * net_worth_pct[i] / 100 + v.share_burden * capital_pct[i] / 100
		end,
	}

	auxiliary("contribution_saved_" .. i) {
		label = decile_label("Contributions no longer paid", "덜 내는 보험료", i), unit = "trn KRW/year",
		value = function(v) return v.contribution_saved * v["labour_" .. i] / v.labour_income end,
	}

	auxiliary("pension_lost_" .. i) {
		label = decile_label("Pensions lost", "줄어든 연금", i), unit = "trn KRW/year",
		value = function(v)
			return (v.pension_lost + v.pension_unpaid) * v["labour_" .. i] / v.labour_income
		end,
	}

	auxiliary("income_after_" .. i) {
		label = decile_label("Income with the policies", "정책 반영 소득", i), unit = "trn KRW/year",
		value = function(v)
			local gains = v["dividend_" .. i] + v["contribution_saved_" .. i]
			local losses = v["levy_burden_" .. i] + v["pension_lost_" .. i]
			return max(LEAST_INCOME, v["income_before_" .. i] + gains - losses)
		end,
	}

	outcome("income_change_" .. i) {
		label = decile_label("Change of income", "소득 변화율", i),
		group = "households", unit = "share of income", better = "higher",
		value = function(v) return v["income_after_" .. i] / v["income_before_" .. i] - 1 end,
		note = {
			en = "Left out: falls of land and shares, debt.",
			ko = "땅값·주가 하락과 정책 부채 부담은 제외.",
		},
		help = {
			en = [[Disposable income of this tenth of households with the policies over without, less 1:
				dividend and saved contributions less levies and lost pensions. 0.1 is a tenth more.
				Falls of land and share prices, and what the debt for the policies costs later, are not
				counted, so that the figures are too favourable.]],
			ko = [[이 분위 가구의 처분가능소득이 정책이 없을 때에 견주어 얼마나 달라지는지를 나타낸다.
				배당과 절약된 보험료에서 납부금과 줄어든 연금을 뺀 결과다. 0.1이면 10% 늘었다는 뜻이다.
				땅값과 주가의 하락, 정책으로 진 빚을 나중에 갚는 부담은 포함하지 않으므로 수치가 실제보다
				낙관적이다.]],
		},
	}

	auxiliary("gains_" .. i) {
		label = decile_label("Gains from the policies", "정책으로 이득을 보는지 여부", i), unit = "off/on",
		value = function(v)
			if v["income_after_" .. i] > v["income_before_" .. i] then
				return 1
			end
			return 0
		end,
	}
end

-- ---- inequality ---------------------------------------------------------------------------------

-- Gini coefficient over deciles of unequal size: income per head, weighted by people.
local function gini_of(income, people, everybody)
	local mean, differences = 0, 0
	for i = 1, DECILES do
		local weight = people[i] / everybody
		mean = mean + weight * income[i] / people[i]
		for j = i + 1, DECILES do
			local difference = abs(income[i] / people[i] - income[j] / people[j])
			differences = differences + weight * people[j] / everybody * difference
		end
	end
	return differences / mean
end

-- Ten deciles have less inequality than single households: today's published coefficient sets the scale.
auxiliary "gini_of_deciles_today" {
	label = { en = "Gini coefficient of the deciles today", ko = "현재 분위 간 지니계수" }, unit = "index",
	value = function(v)
		local income = {}
		for i = 1, DECILES do
			income[i] = disposable[i] * per_decile(v)
		end
		return gini_of(income, family(v, "people"), v.decile_persons)
	end,
}

local function gini_of_deciles(v, income)
	return gini_of(family(v, income), family(v, "people"), v.decile_persons)
end

outcome "gini" {
	label = { en = "Gini coefficient", ko = "지니계수" },
	group = "households", unit = "index", headline = 3, better = "lower",
	value = function(v)
		return v.gini_today * gini_of_deciles(v, "income_after") / v.gini_of_deciles_today
	end,
	help = {
		en = [[Inequality of disposable income: 0 if all have the same, 1 if one has all. 0.325 in 2024 for
			Korea, about 0.26 in Denmark, 0.39 in the United States. A dividend lowers it directly; it rises
			with automation.]],
		ko = [[처분가능소득의 불평등도로 모두 같으면 0, 한 사람이 다 가지면 1이다. 2024년 한국 0.325, 덴마크 약
			0.26, 미국 약 0.39다. 배당은 이를 곧바로 낮추고 자동화는 높인다.]],
	},
}

outcome "gini_without" {
	label = { en = "Gini coefficient without the policies", ko = "정책 없는 지니계수" },
	group = "households", unit = "index", better = "lower",
	value = function(v)
		return v.gini_today * gini_of_deciles(v, "income_before") / v.gini_of_deciles_today
	end,
	help = {
		en = "Inequality as it would be with automation but without dividend, levies and conversion.",
		ko = "자동화의 영향만 있고 배당, 납부금, 연금 전환이 없을 때의 불평등도다.",
	},
}

outcome "winners" {
	label = { en = "People in deciles that gain", ko = "소득이 늘어나는 인구 비율" },
	group = "households", unit = "share of people", headline = 4, better = "higher",
	value = function(v)
		local winners = 0
		for i = 1, DECILES do
			winners = winners + v["gains_" .. i] * v["people_" .. i]
		end
		return winners / v.decile_persons
	end,
	help = {
		en = [[Share of people in tenths of households whose income is higher with the policies than without, on
			average. Proposals of 2021 and 2026 claim 80 to 90 percent. Within each tenth there are losers
			too, owners of land with little income above all.]],
		ko = [[정책 시행으로 평균 소득이 늘어나는 분위에 속한 인구의 비율이다. 2021년과 2026년의 제안은 80~90%가
			순수혜자라고 주장한다. 이득을 보는 분위에도 소득은 적지만 토지를 가진 사람처럼 손해를 보는 이가
			있다.]],
	},
}

-- ---- checks -------------------------------------------------------------------------------------

check "the deciles receive the whole dividend" {
	label = { en = "The deciles receive the whole dividend", ko = "분위별 배당의 합은 배당 총액과 같다" },
	holds = function(v)
		return abs(total(family(v, "dividend")) - v.dividend_total) <= 1e-9 * v.dividend_total
	end,
}

check "inequality and winners are shares" {
	label = { en = "Inequality and winners lie between 0 and 1", ko = "지니계수와 수혜 인구 비율은 0과 1 사이다" },
	holds = function(v)
		return v.gini >= 0 and v.gini_without >= 0 and v.winners >= 0 and v.winners <= 1 + 1e-12
	end,
}
