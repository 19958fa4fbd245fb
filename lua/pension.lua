-- SPDX-License-Identifier: MIT
--
-- The National Pension Service (NPS): what comes in, what is paid, and when the fund ends.
--
-- Contributions are a rate on insured wages, which follow GDP and labour's share of it; the law of 2025
-- raises the rate from 9 to 13 percent until 2033.  Benefits follow the official projection as shares of
-- GDP.  The fund earns a return on what it holds.
--
-- The idea of essay 2: let the share levy pay for pensions, so that wages no longer have to. 
-- `nps_conversion` replaces a part of the contributions by the levy.  The levy's shares go to residents,
-- not to the fund; who no longer contributes earns no new claims, and those already earned are paid out
-- over a generation.  So conversion takes contributions away at once and benefits only slowly: the fund
-- ends earlier, and the state owes what is missing.
--
-- The benefit shares of the fifth projection (2023) are rescaled once, so that the published years in
-- which the fund ends come out: with the fund of 1,130 trillion won on the official path and no
-- automation, 2055-2057 before the reform, 2064-2065 after it, and with one point more of return 2060
-- and 2071-2073.  Today's fund is 30 percent larger than that path, hence later years.
--
-- Left out: cohorts and single careers, voluntary and farmers' insurance, other public pensions, changes
-- of the pension age, and what buying and selling by the NPS does to prices.

-- ---- levers -------------------------------------------------------------------------------------

lever "nps_conversion" {
	label = { en = "Pension contributions replaced by the share levy", ko = "국민연금 보험료의 주식 납부금 전환" },
	group = "dividend", unit = "share of wage contributions", default = 0, range = { 0, 1 }, step = 0.05,
	basis = "definition", source = "none is today's law",
	help = {
		en = [[Part of the contributions from wages that is no longer collected because residents receive shares
			instead. It can replace only as much as the levy brings: 2.5 percent of the market of end 2024
			gives 58 trillion won, against 61 of contributions. Wage earners keep the money, employers' half
			included, but earn no new pension rights. Singapore (1955) and Chile (1981) chose personal
			accounts instead, and Chile's state paid old pensions for forty years.]],
		ko = [[국민이 주식을 받는 대신 더 이상 걷지 않는 임금 보험료의 비율이다. 납부금이 거두는 만큼만 대체할
			수 있다. 2024년 말 시가총액의 2.5%는 58조원으로 보험료 61조원과 비슷하다. 근로자는 사용자
			부담분을 포함한 보험료만큼 소득이 늘지만 새로운 수급권은 쌓이지 않는다. 싱가포르(1955)와
			칠레(1981)는 개인계좌로 전환했고, 칠레 정부는 그 뒤 40년간 기존 연금을 재정으로 지급했다.]],
	},
}

-- ---- assumptions --------------------------------------------------------------------------------

uncertainty "nps_reform" {
	label = { en = "Pension reform of 2025 in force", ko = "2025년 연금개혁 시행" },
	group = "pension", unit = "off/on", default = 1, spread = fixed(), range = { 0, 1 }, switch = true,
	basis = "published", source = "National Pension Act, amended March 2025",
	help = {
		en = [[On: the contribution rate rises by half a point a year to 13 percent in 2033, the replacement
			rate from 40 to 43 percent. Off: 9 percent for ever and 40 percent, the law before.]],
		ko = [[켜면 보험료율이 해마다 0.5%포인트씩 올라 2033년 13%가 되고 소득대체율은 40%에서 43%로 오른다.
			끄면 개혁 이전처럼 9%와 40%가 유지된다.]],
	},
}

uncertainty "nps_fund_0" {
	label = { en = "Pension fund at the start of 2026", ko = "2026년 초 국민연금 적립금" },
	group = "pension", unit = "trn KRW", default = data("nps_fund.csv", "fund_trn_krw", { year = 2025 }),
	spread = fixed(), step = 10,
	marks = {
		{ 1130, { en = "path of the fifth projection", ko = "제5차 재정추계 경로" },
			source = "National Pension fifth actuarial projection, 2023, brought to 2026 (estimate)" },
	},
	help = {
		en = [[1,458 trillion won at the end of 2025 after a return of 18.8 percent in a year; about 30 percent
			above the fifth projection's path. The published depletion years start from that lower path and
			know no automation. To repeat them set this to 1,130 and "Automation" to 0: the fund ends in 2065,
			with a return of 5.5 percent in 2071, with the reform off instead in 2056.]],
		ko = [[2025년 한 해 18.8%의 수익률을 거두어 연말 1,458조원이 되었으며 제5차 재정추계 경로보다 약 30%
			많다. 공표된 소진 연도는 더 낮은 그 경로에서, 자동화 없이 계산된 것이다. 이를 재현하려면 이
			항목을 1,130으로, ‘자동화’를 0으로 둔다. 그러면 2065년에 소진되고, 수익률도 5.5%로 하면 2071년,
			수익률 대신 연금개혁을 끄면 2056년이 된다.]],
	},
}

uncertainty "nps_wage_base_0" {
	label = { en = "Insured wages in 2026", ko = "2026년 보험료 부과 소득" },
	-- 62.8 trn KRW of contributions in 2025 (data/nps_fund.csv) at 9 percent.
	group = "pension", unit = "trn KRW/year", default = 698, spread = fixed(),
	basis = "estimate", source = "NPS contributions of 2025 (62.8 trn KRW, estimate) over the rate of 9 percent",
	help = {
		en = [[Wages on which contributions are paid, about a quarter of GDP: incomes above a ceiling of 6.37
			million won a month do not count.]],
		ko = [[보험료가 부과되는 소득으로 GDP의 약 4분의 1이다. 월 637만원의 상한을 넘는 소득에는 부과되지
			않는다.]],
	},
}

uncertainty "nps_return" {
	label = { en = "Return of the pension fund", ko = "국민연금 기금운용수익률" },
	group = "pension", unit = "per year", default = percent("nps_return_assumed"),
	spread = triangular(0.035, percent("nps_return_assumed"), 0.065), step = 0.001,
	marks = {
		{ percent("nps_return_assumed"), { en = "fifth projection", ko = "제5차 재정추계" },
			source = "National Pension fifth actuarial projection, 2023" },
		{ 0.055, { en = "government's aim, one point more", ko = "정부 목표(+1%p)" },
			source = "Ministry of Health and Welfare, reform plan, September 2024" },
	},
	help = {
		en = [[Nominal return on all assets, for fifty years. The official projection assumes 4.5 percent; the
			mean since 1988 is about 8 percent after the boom of 2025. With one point more the fund ends in
			2075 instead of 2067; with the official projection's fund and no automation in 2071 instead of
			2065.]],
		ko = [[50년 동안 전체 자산에서 얻는 명목수익률이다. 공식 추계는 4.5%를 가정하며, 1988년 이후 평균은
			2025년 호황을 포함해 약 8%다. 1%포인트 높으면 소진이 2067년에서 2075년으로 늦어지고, 공식
			추계의 적립금과 자동화 없는 조건에서는 2065년에서 2071년으로 늦어진다.]],
	},
}

uncertainty "nps_domestic_equity" {
	label = { en = "Korean shares in the pension fund", ko = "국민연금의 국내주식 비중" },
	group = "pension", unit = "share of the fund", default = percent("nps_domestic_equity_share"),
	spread = percent_spread_of("nps_domestic_equity_share"), step = 0.001,
	help = {
		en = [[This part of the fund is diluted by the share levy like every other owner's shares: at 17.9
			percent and a levy of 2.5 percent the fund loses about 0.4 percent a year. The target for 2026
			was 14.4 and is now 14.9 percent.]],
		ko = [[기금 중 이만큼은 다른 주주와 똑같이 주식 납부금으로 희석된다. 비중 17.9%에 납부율 2.5%면 해마다
			기금의 약 0.4%를 잃는다. 2026년 목표 비중은 14.4%에서 14.9%로 조정되었다.]],
	},
}

uncertainty "legacy_time" {
	label = { en = "Years in which old claims run off", ko = "기존 수급권의 소멸 기간" },
	group = "pension", unit = "years", default = 30, spread = triangular(20, 30, 40), step = 1,
	basis = "estimate",
	source = "own estimate: half of a working life and of a retirement; KDI 2024 counts with a generation",
	help = {
		en = [[How slowly benefits fall once contributions are converted: those already retired keep theirs,
			those at work keep what they have earned. Chile's old claims took about forty years to run
			off.]],
		ko = [[보험료를 전환한 뒤 급여가 얼마나 천천히 줄어드는지를 나타낸다. 이미 받는 사람은 그대로 받고,
			일하는 사람은 그때까지 쌓은 몫을 받는다. 칠레에서는 기존 수급권이 소멸하는 데 약 40년이
			걸렸다.]],
	},
}

uncertainty "pension_backfill" {
	label = { en = "The state pays what the fund cannot", ko = "부족분의 국가 지급" },
	group = "pension", unit = "off/on", default = 1, spread = fixed(), range = { 0, 1 }, switch = true,
	basis = "published", source = "National Pension Act, state guarantee added March 2025",
	help = {
		en = [[On: pensions go on after the fund has ended, and public debt bears the gap. Off: pensioners lose
			it. The law of 2025 obliges the state to secure payment.]],
		ko = [[켜면 기금이 소진된 뒤에도 연금이 지급되고 부족분은 국가채무가 된다. 끄면 수급자가 그만큼 잃는다.
			2025년 개정법은 국가의 지급보장을 명시했다.]],
	},
}

-- ---- contributions ------------------------------------------------------------------------------

series "contribution_rate_path" {
	label = { en = "Contribution rate by the law of 2025", ko = "2025년 개정법의 보험료율" },
	unit = "share of insured wages",
	file = "nps_contribution_rate.csv", time = "year", value = "contribution_rate_pct", scale = 0.01,
	basis = "published", source = "National Pension Act, amended March 2025",
	help = {
		en = "9.5 percent in 2026, half a point more each year, 13 percent from 2033.",
		ko = "2026년 9.5%에서 해마다 0.5%포인트씩 올라 2033년부터 13%다.",
	},
}

local RATE_BEFORE_REFORM = percent("nps_rate_old")

auxiliary "contribution_rate" {
	label = { en = "Contribution rate", ko = "보험료율" }, unit = "share of insured wages",
	value = function(v)
		if v.nps_reform >= 0.5 then
			return v.contribution_rate_path
		end
		return RATE_BEFORE_REFORM
	end,
}

auxiliary "insured_wages" {
	label = { en = "Insured wages", ko = "보험료 부과 소득" }, unit = "trn KRW/year",
	value = function(v) return v.nps_wage_base_0 * (v.gdp / v.gdp_0) * (v.labour_share / v.labour_share_0) end,
}

-- What would be contributed without conversion.
auxiliary "full_contributions" {
	label = { en = "Contributions without conversion", ko = "전환 전 보험료 수입" }, unit = "trn KRW/year",
	value = function(v) return v.contribution_rate * v.insured_wages end,
}

-- The levy can replace only as much as it brings.
auxiliary "converted" {
	label = { en = "Contributions replaced by the levy", ko = "납부금으로 대체된 보험료 비율" }, unit = "share",
	value = function(v) return min(v.nps_conversion * v.levy_phase, v.new_shares / v.full_contributions) end,
}

outcome "nps_contributions" {
	label = { en = "Pension contributions", ko = "국민연금 보험료 수입" },
	group = "pension", unit = "trn KRW/year", better = "higher",
	value = function(v) return v.full_contributions * (1 - v.converted) end,
	help = {
		en = [[62.8 trillion won in 2025. The reform raises them by almost half until 2033, conversion lowers
			them at once.]],
		ko = "2025년 62조 8천억원이다. 개혁으로 2033년까지 절반 가까이 늘고, 납부금 전환은 곧바로 줄인다.",
	},
}

-- ---- benefits -----------------------------------------------------------------------------------

series "benefit_share" {
	label = { en = "Benefits over GDP before the reform", ko = "개혁 전 급여 지출의 GDP 비중" },
	unit = "share of GDP",
	file = "nps_benefit_share.csv", time = "year", value = "benefit_gdp_pct", scale = 0.01,
	basis = "estimate",
	source = "National Pension fifth actuarial projection, 2023, rescaled once to the published depletion years",
	help = {
		en = [[1.9 percent of GDP in 2025, 8.4 in 2080: people who paid for forty years retire for the first
			time.]],
		ko = "2025년 GDP의 1.9%에서 2080년 8.4%로 늘어난다. 40년을 채운 가입자가 비로소 은퇴하기 때문이다.",
	},
}

local REFORM_BENEFIT_GAIN = 43 / 40 - 1   -- replacement rate of 43 instead of 40 percent
local REFORM_BENEFIT_YEARS = 40           -- only years worked after the reform count at the new rate

auxiliary "benefit_reform" {
	label = { en = "Benefits with the reform over without", ko = "개혁에 따른 급여 배율" }, unit = "ratio",
	value = function(v)
		if v.nps_reform >= 0.5 then
			return 1 + REFORM_BENEFIT_GAIN * progress_between(v, BASE_YEAR, BASE_YEAR + REFORM_BENEFIT_YEARS)
		end
		return 1
	end,
}

auxiliary "full_benefits" {
	label = { en = "Benefits without conversion", ko = "전환 전 급여 지출" }, unit = "trn KRW/year",
	value = function(v) return v.benefit_share * v.gdp * v.benefit_reform end,
}

-- Two stages, people at work and people retired: benefits hardly fall in the first years after a conversion.
stock "rights_forgone_working" {
	label = { en = "Rights that working people no longer earn", ko = "근로세대가 쌓지 않게 된 수급권" },
	unit = "share",
	initial = 0,
	rate = function(v) return (v.converted - v.rights_forgone_working) / (v.legacy_time / 2) end,
}

stock "rights_forgone" {
	label = { en = "Rights missing among the retired", ko = "은퇴세대에서 줄어든 수급권" }, unit = "share",
	initial = 0,
	rate = function(v) return (v.rights_forgone_working - v.rights_forgone) / (v.legacy_time / 2) end,
}

auxiliary "accrued_rights" {
	label = { en = "Rights earned over full rights", ko = "쌓인 수급권의 비율" }, unit = "share",
	value = function(v) return 1 - v.rights_forgone end,
}

outcome "nps_benefits" {
	label = { en = "Pension benefits", ko = "국민연금 급여 지출" }, group = "pension", unit = "trn KRW/year",
	value = function(v) return v.full_benefits * v.accrued_rights end,
	help = {
		en = [[49.7 trillion won in 2025. They overtake contributions in the middle of the 2030s and grow
			seventeenfold in won within fifty years.]],
		ko = [[2025년 49조 7천억원이다. 2030년대 중반 보험료 수입을 앞지르고 50년 뒤에는 명목으로 약 17배가
			된다.]],
	},
}

auxiliary "pension_lost" {
	label = { en = "Pensions not earned because of conversion", ko = "전환으로 줄어든 연금" },
	unit = "trn KRW/year",
	value = function(v) return v.full_benefits * v.rights_forgone end,
}

-- ---- the fund -----------------------------------------------------------------------------------

-- Shares given for the foundry no longer earn the fund's return; the share levy dilutes the Korean
-- shares that it keeps.
auxiliary "nps_net" {
	label = { en = "Change of the fund if it could go below zero", ko = "기금 수지(부족분 포함)" },
	unit = "trn KRW/year",
	value = function(v)
		local earned = v.nps_return * max(v.nps_fund - v.swapped_value, 0)
		local from_foundry = (1 - v.foundry_to_dividend) * v.public_foundry_income
		local diluted = v.issue_rate * v.nps_domestic_equity * v.nps_fund
		return v.nps_contributions - v.nps_benefits + earned + from_foundry - v.swap_loss - diluted
	end,
}

-- The most that the fund can pay in a step is all of itself: it ends at zero, not below.
local function all_of_the_fund(v)
	return v.nps_fund / v.dt
end

stock "nps_fund" {
	label = { en = "Pension fund", ko = "국민연금 적립금" },
	group = "pension", unit = "trn KRW", outcome = true, better = "higher",
	initial = function(v) return v.nps_fund_0 end,
	rate = function(v) return max(v.nps_net, -all_of_the_fund(v)) end,
	help = {
		en = [[1,458 trillion won at the end of 2025. It peaks around 2050 at more than twice that, then is gone
			in less than twenty years: the last years of a fund are quick.]],
		ko = [[2025년 말 1,458조원이다. 2050년 전후에 그 두 배를 넘는 정점에 이른 뒤 20년이 안 되어 소진된다.
			기금의 마지막 몇 년은 빠르게 지나간다.]],
	},
}

outcome "pension_shortfall" {
	label = { en = "Pensions that the fund cannot pay", ko = "기금으로 지급하지 못하는 연금" },
	group = "pension", unit = "trn KRW/year", better = "lower",
	value = function(v) return max(0, -v.nps_net - all_of_the_fund(v)) end,
	help = {
		en = [[After the end of the fund: benefits less what comes in. The state pays it, or pensioners lose
			it.]],
		ko = "기금 소진 이후 급여에서 수입을 뺀 금액이다. 국가가 지급하거나 수급자가 잃는다.",
	},
}

auxiliary "pension_unpaid" {
	label = { en = "Pensions that nobody pays", ko = "지급되지 않는 연금" }, unit = "trn KRW/year",
	value = function(v) return (1 - v.pension_backfill) * v.pension_shortfall end,
}

summary "nps_depletion_year" {
	label = { en = "Year in which the pension fund ends", ko = "국민연금 소진 연도" },
	group = "pension", unit = "year", headline = 2, better = "higher",
	first = function(v) return v.nps_fund <= 0 end,
	none = { en = "not before 2076", ko = "2076년까지 소진되지 않음" },
	help = {
		en = [[First year in which nothing is left. Official figures: 2055 before the reform of 2025, 2064 after
			it (government) or 2065 (National Assembly Budget Office), 2071 with one point more of return.
			Here it is 2067: today's larger fund adds five years, automation takes three.]],
		ko = [[적립금이 바닥나는 첫해다. 공식 전망은 개혁 전 2055년, 개혁 후 2064년(정부) 또는
			2065년(국회예산정책처), 수익률이 1%포인트 높으면 2071년이다. 이 모형에서는 추계보다 많은 지금의
			적립금으로 5년 늦어지고 자동화로 3년 빨라져 2067년이다.]],
	},
}

-- ---- checks -------------------------------------------------------------------------------------

check "the pension fund never goes below zero" {
	label = { en = "The pension fund never goes below zero", ko = "국민연금 적립금은 0 아래로 내려가지 않는다" },
	holds = function(v) return v.nps_fund >= 0 end,
}

check "conversion without a share levy changes nothing" {
	label = {
		en = "Conversion without a share levy changes nothing",
		ko = "주식 납부금이 없으면 전환은 아무것도 바꾸지 않는다",
	},
	given = { share_levy = 0, nps_conversion = 0 },
	versus = { nps_conversion = 1 },
	holds = function(v, w)
		return same(v.nps_fund, w.nps_fund) and same(v.nps_contributions, w.nps_contributions)
			and same(v.nps_benefits, w.nps_benefits) and same(v.gini, w.gini)
			and same(v.policy_debt, w.policy_debt)
	end,
}

check "conversion never raises contributions" {
	label = { en = "Conversion never raises contributions", ko = "전환하면 보험료 수입이 늘지 않는다" },
	versus = { nps_conversion = { plus = 0.5 } },
	holds = function(v, w) return w.nps_contributions <= v.nps_contributions end,
}

-- Full conversion for s half-lives of the legacy lowers the rights of the retired by at most s * s / 2:
-- a flat start.
check "conversion never lowers a benefit in payment at once" {
	label = {
		en = "Conversion never lowers a benefit in payment at once",
		ko = "전환해도 지급 중인 연금이 곧바로 줄지 않는다",
	},
	given = { share_levy = 0.05, nps_conversion = 1, levy_start_year = 2026, levy_phase_in = 0 },
	holds = function(v)
		local s = (v.t - v.start) / (v.legacy_time / 2)
		return v.rights_forgone <= 0.5 * s * s and v.accrued_rights >= 0 and v.accrued_rights <= 1
	end,
}
