-- SPDX-License-Identifier: MIT
--
-- A small model for the tests of screens: two groups of levers, all kinds of sliders, figures of all kinds.

model { title = { en = "A country in a box", ko = "상자 속 나라" }, start = 2026, stop = 2056, step = 0.5, method = "euler" }

group "tax" { order = 1, label = { en = "Taxes", ko = "세금" } }
group "work" { order = 2, label = { en = "Work", ko = "일자리" } }

lever "levy" {
	label = { en = "Levy on land", ko = "토지 보유 납부금" }, group = "tax", unit = "share of land value per year",
	default = 0.01, range = { 0, 0.05 }, step = 0.0025,
	marks = { { 0.0025, { en = "OECD mean", ko = "OECD 평균" }, source = "OECD" }, { 0.025, { en = "half of the rent", ko = "지대의 절반" } } },
	help = { en = "What owners pay each year for their land.", ko = "토지 소유자가 해마다 내는 금액이다." },
}
lever "first_year" { label = { en = "First year of the levy", ko = "납부금 시행 연도" }, group = "tax", unit = "year", default = 2028, range = { 2026, 2040 }, step = 1 }
lever "paid_out" { label = { en = "Paid out at once", ko = "즉시 지급 비율" }, group = "tax", unit = "share of the levy", default = 1, range = { 0, 1 }, step = 0.1 }
lever "office" { label = { en = "Job office", ko = "고용센터" }, group = "work", unit = "off/on", default = 0, switch = true }
lever "budget" { label = { en = "Budget of the office", ko = "고용센터 예산" }, group = "work", unit = "trn KRW/year", default = 2, range = { 0, 20 } }

uncertainty "growth" { label = { en = "Growth of rents", ko = "지대 증가율" }, group = "tax", unit = "per year", default = 0.02, spread = triangular(0, 0.02, 0.04), step = 0.001, source = "own estimate", basis = "estimate" }
uncertainty "matching" { label = { en = "Jobs found a year", ko = "연간 취업 건수" }, group = "work", unit = "mn persons/year", default = 0.2, spread = uniform(0.1, 0.3) }
uncertainty "rent_0" { label = { en = "Land rent in 2026", ko = "2026년 지대" }, group = "tax", unit = "trn KRW/year", default = 350, spread = fixed() }

stock "rent" { label = { en = "Land rent", ko = "지대" }, group = "tax", unit = "trn KRW/year", initial = function(v) return v.rent_0 end, rate = function(v) return v.growth * v.rent end }
auxiliary "rate" { label = { en = "Rate in force", ko = "적용 납부율" }, group = "tax", unit = "share of land value per year", value = function(v)
	if v.t >= v.first_year then
		return v.levy
	end
	return 0
end }
outcome "land_value" { label = { en = "Value of land", ko = "땅값" }, group = "tax", unit = "trn KRW", headline = 2, value = function(v) return v.rent / (0.03 + v.rate) end }
outcome "revenue" { label = { en = "Revenue of the levy", ko = "납부금 수입" }, group = "tax", unit = "trn KRW/year", headline = 1, better = "higher",
	help = { en = "The rate times the value that is left.", ko = "납부율에 납부금 시행 뒤의 땅값을 곱한 값이다." },
	value = function(v) return v.rate * v.land_value end }
stock "fund" { label = { en = "Fund", ko = "기금" }, group = "tax", unit = "trn KRW", outcome = true, headline = 3, better = "higher", initial = 0,
	rate = function(v) return (1 - v.paid_out) * v.revenue - v.office * v.budget end }
stock "jobless" { label = { en = "People without work", ko = "실업자" }, group = "work", unit = "mn persons", outcome = true, headline = 4, better = "lower", initial = 0.9,
	rate = function(v) return 0.2 - v.matching * v.jobless - v.office * 0.02 * sqrt(v.budget) end }
for i = 1, 5 do
	outcome("change_" .. i) { label = { en = "Change of income, fifth " .. i, ko = "소득 변화율, " .. i .. "분위" }, group = "work", unit = "share of income",
		value = function(v) return (3 - i) * v.revenue * v.paid_out / 1000 end }
end
summary "broke" { label = { en = "Fund is used up", ko = "기금 소진 연도" }, unit = "year", headline = 5, none = { en = "never", ko = "소진 없음" }, first = function(v) return v.fund < -1 end }
claim "e1_01" { essay = 1, text = { en = "The levy brings 100 trillion won.", ko = "납부금은 100조 원을 거둔다." }, stated = 100, unit = "trn KRW/year",
	inputs = { { "value", 10000, unit = "trn KRW", source = "own estimate" }, { "rate", 0.01 } }, value = function(i) return i.value * i.rate end }
claim "e1_02" { essay = 1, text = { en = "Everybody gets 3 million a year.", ko = "누구나 한 해 300만 원을 받는다." }, stated = 3, unit = "mn KRW/year",
	inputs = { revenue = 100, people = 50 }, value = function(i) return i.revenue / i.people end, note = { en = "Two.", ko = "200만 원이다." } }
