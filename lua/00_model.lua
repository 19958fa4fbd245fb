-- SPDX-License-Identifier: MIT
--
-- The frame of the model: its years, its groups, and the few helpers that all other rule files use.
--
-- It is a stock-and-flow model of three Korean policies (government-owned GPUs, a public foundry spun off
-- from Samsung, a citizens' dividend linked to the National Pension Service) and of the world that they meet.
-- One file per section:
--   world           population, growth, prices, the share of labour
--   ai_industry     the world's AI firms: revenue, investment, survivors
--   gpu             public GPUs and the AI startups that use them
--   foundry         the foundry, its public share, customers and technology
--   capital         land and listed shares under a levy
--   dividend        what every resident receives
--   pension         the National Pension Service
--   households      ten income deciles: who gains, who pays
--   public_finance  what the state pays, and its debt
--   claims          the figures of the five essays behind the idea, recomputed
--
-- Money is in trillion won, world figures in billion dollars, rates are fractions per year.  A figure marked
-- basis = "estimate" is a judgement of the authors; move it and see what depends on it.

model {
	title = {
		en = "Three public stakes: GPUs, foundry, dividend",
		ko = "세 가지 공공 지분: GPU·파운드리·국민배당",
	},
	start = 2026, stop = 2076, step = 0.25, method = "euler",
}

group "gpu" { order = 1, label = { en = "Public GPUs", ko = "공공 GPU" } }
group "foundry" { order = 2, label = { en = "Foundry", ko = "파운드리" } }
group "dividend" { order = 3, label = { en = "Dividend and levies", ko = "배당과 납부금" } }
group "world" { order = 4, label = { en = "World and prices", ko = "경제 여건과 물가" } }
group "ai" { order = 5, label = { en = "AI industry", ko = "AI 산업" } }
group "capital" { order = 6, label = { en = "Land and shares", ko = "토지와 주식" } }
group "pension" { order = 7, label = { en = "Pension and state", ko = "연금과 국가" } }
group "households" { order = 8, label = { en = "Households", ko = "가구" } }
group "finance" { order = 9, label = { en = "Public finance", ko = "재정" } }

-- Calendar.
BASE_YEAR = 2026           -- prices, progress and phase-ins count from here
HOURS_PER_YEAR = 8766      -- 365.25 days
DAYS_PER_YEAR = 365
MONTHS_PER_YEAR = 12

-- Units.
TRN_PER_MN = 1e-6          -- a million of something at a million won each is a trillion won
TRN_PER_KRW = 1e-12

-- Billion dollars as trillion won.
function in_trn_krw(v, bn_usd)
	return bn_usd * v.exchange_rate * 1e-3
end

-- The share of the way from one year to another that time has gone, 0 before and 1 after; at least a
-- step lies between them.
function progress_between(v, from, to)
	return clamp((v.t - from) / max(to - from, v.dt), 0, 1)
end

-- Percent as a fraction.  The detour by 1000 gives 0.028 for 2.8 percent where a division by 100 misses
-- it in the last digit.
function fraction(of_percent)
	return of_percent * 1000 / 100000
end

-- For checks that compare two runs: no difference at all.
function same(a, b)
	return abs(a - b) <= 0
end

-- A figure of data/parameters.csv, with its source and basis; `percent` as a fraction.
function parameter(id)
	return data("parameters.csv", "value", { id = id })
end

function percent(id)
	return fraction(parameter(id))
end

-- The spread from low over value to high of the same row, and the same for percentages.
function spread_of(id)
	local row = { id = id }
	return triangular(data("parameters.csv", "low", row), data("parameters.csv", "value", row),
		data("parameters.csv", "high", row))
end

function percent_spread_of(id)
	local row = { id = id }
	return triangular(fraction(data("parameters.csv", "low", row)), fraction(data("parameters.csv", "value", row)),
		fraction(data("parameters.csv", "high", row)))
end
