-- SPDX-License-Identifier: MIT
--
-- Public finance: what the state pays for the three policies and for pensions, and the debt that this leaves.
--
-- All costs are borrowed: net cost of the GPUs, purchase of foundry shares, support and capital calls,
-- and the pensions that the fund cannot pay.  With interest they add up to the policies' debt, which
-- comes on top of the government's own outlook.
--
-- Left out: taxes that the policies bring back (ai_tax in gpu.lua shows one), a reaction of interest
-- rates to debt, and what the official outlook already contains of the same things (the plan for 52,000
-- GPUs is small; pensions are not in the official debt).

-- ---- assumptions --------------------------------------------------------------------------------

uncertainty "debt_interest" {
	label = { en = "Interest on public debt", ko = "국채 이자율" },
	group = "pension", unit = "per year", default = 0.03, spread = triangular(0.02, 0.03, 0.045), step = 0.0025,
	basis = "estimate",
	source = "own estimate; ten-year bonds yielded 1.5 percent in 2020 and 3.6 in 2023 and 2026",
	help = {
		en = [[Nominal rate at which the policies' debt grows. Above the growth of GDP (about 3 percent nominal,
			falling) debt runs away. The ten-year bond yielded 1.5 percent in 2020 and about 3.6 in 2026.]],
		ko = [[정책 부채가 불어나는 명목 이자율이다. 명목성장률(약 3%, 점차 하락)보다 높으면 부채가 걷잡을 수
			없이 늘어난다. 10년물 국채 금리는 2020년 1.5%, 2026년 약 3.6%다.]],
	},
}

-- ---- what the state pays ------------------------------------------------------------------------

outcome "policy_cost" {
	label = { en = "Public cost of the policies and of pension gaps", ko = "정책 및 연금 부족분 재정소요" },
	group = "finance", unit = "trn KRW/year", better = "lower",
	value = function(v)
		local foundry = v.foundry_buyout + v.support_flow + v.foundry_capital_call
		return v.gpu_net_cost + foundry + v.pension_backfill * v.pension_shortfall
	end,
	help = {
		en = [[GPUs, foundry, and the pensions that the fund cannot pay. The last dwarfs the others once the
			fund has ended. The national budget of 2026 is about 728 trillion won.]],
		ko = [[GPU, 파운드리, 그리고 기금으로 지급하지 못하는 연금을 더한 금액이다. 기금이 소진된 뒤에는 마지막
			항목이 나머지를 압도한다. 2026년 국가예산은 약 728조원이다.]],
	},
}

stock "policy_debt" {
	label = { en = "Debt left by the policies and pension gaps", ko = "정책 부채" },
	group = "finance", unit = "trn KRW", outcome = true, better = "lower",
	initial = 0,
	rate = function(v) return v.policy_cost + v.debt_interest * v.policy_debt end,
	help = {
		en = [[All public cost since 2026 with interest. Government debt was about 1,300 trillion won at the end
			of 2025.]],
		ko = "2026년 이후의 재정소요가 이자와 함께 쌓인 금액이다. 2025년 말 국가채무는 약 1,300조원이다.",
	},
}

-- ---- debt ratio ---------------------------------------------------------------------------------

series "debt_outlook" {
	label = { en = "Government debt over GDP, official outlook", ko = "국가채무비율 정부 전망" },
	unit = "share of GDP",
	file = "debt_projection.csv", time = "year", value = "debt_gdp_pct", scale = 0.01,
	basis = "published",
	source = {
		"Ministry of Economy and Finance, third long-term fiscal outlook, September 2025",
		"National Assembly Budget Office, 2025 (2072)",
	},
	help = {
		en = "49.1 percent in 2025, 156.3 in 2065 if policies do not change, 173 in 2072.",
		ko = "2025년 49.1%, 현행 정책 유지 시 2065년 156.3%, 2072년 173%다.",
	},
}

outcome "debt_ratio" {
	label = { en = "Government debt over GDP", ko = "국가채무비율" },
	group = "finance", unit = "share of GDP", headline = 5, better = "lower",
	value = function(v) return v.debt_outlook + v.policy_debt / v.gdp end,
	help = {
		en = [[Official outlook and the policies' debt together. 0.5 in 2026; the outlook alone reaches 1.56 in
			2065. Japan stands at about 2.4, the mean of the OECD at about 1.1. What matters is the
			difference between two settings.]],
		ko = [[정부 전망에 정책 부채를 더한 값이다. 2026년 0.5 수준이며 정부 전망만으로도 2065년 1.56에 이른다.
			일본은 약 2.4, OECD 평균은 약 1.1이다. 설정 간 차이를 보는 것이 중요하다.]],
	},
}

-- ---- checks -------------------------------------------------------------------------------------

-- Nothing moved, nothing changed: the baseline with every lever written out is the baseline, bit for bit.
local function every_lever_at_default()
	return {
		gpu_target = 52000, gpu_target_year = 2028, gpu_fee = 0.075, gpu_startup_share = 0.5, gpu_refresh = 1,
		foundry_spinoff = 0, foundry_spinoff_year = 2028, foundry_public_share = 1, foundry_swap_premium = 0.2,
		foundry_support = 0, foundry_support_years = 10, foundry_payout = 0.3, foundry_to_dividend = 1,
		share_levy = 0, land_levy = 0, levy_start_year = 2028, levy_phase_in = 5, nps_conversion = 0,
		distribution_share = 1, endowment_payout = 0.04, cash_share = 0.5, adults_only = 0,
	}
end

check "nothing moved, nothing changed" {
	label = { en = "Nothing moved, nothing changed", ko = "아무것도 움직이지 않으면 아무것도 달라지지 않는다" },
	given = every_lever_at_default(),
	versus = every_lever_at_default(),
	holds = function(v, w)
		return same(v.dividend, w.dividend) and same(v.gini, w.gini) and same(v.winners, w.winners)
			and same(v.debt_ratio, w.debt_ratio) and same(v.citizen_fund, w.citizen_fund)
			and same(v.nps_fund, w.nps_fund)
			and same(v.foundry_share, w.foundry_share) and same(v.foundry_profit, w.foundry_profit)
			and same(v.ai_firms, w.ai_firms) and same(v.kr_ai_revenue, w.kr_ai_revenue)
			and same(v.ai_revenue_gap, w.ai_revenue_gap) and same(v.breakeven_fee, w.breakeven_fee)
	end,
}
