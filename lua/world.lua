-- SPDX-License-Identifier: MIT
--
-- The world that the policies meet: people, growth, prices, and what machines take over.
--
-- Population follows the medium projection of Statistics Korea.  GDP grows with productivity and with
-- the number of people of working age, which falls by more than half until 2072; artificial intelligence
-- lifts its level by a few percent while it spreads.  Prices rise with the central bank's target, less
-- what AI makes cheaper.  Labour's share of income falls with automation, which decides how much of the
-- gain reaches wage earners and pays pension contributions.
--
-- Left out: business cycles, migration policy, and any effect of the levies, the GPUs or the foundry on
-- GDP itself.  The policies are judged in the same economy, so that a difference between two runs is the
-- policy's own.

-- ---- assumptions --------------------------------------------------------------------------------

uncertainty "productivity" {
	label = { en = "Productivity growth without AI", ko = "AI를 제외한 생산성 증가율" },
	group = "world", unit = "per year", default = 0.017, spread = triangular(0.010, 0.017, 0.024), step = 0.001,
	basis = "estimate", source = { "KDI, long-term growth outlook, 2022", "Bank of Korea, potential growth, 2024" },
	help = {
		en = [[Growth of output per worker that would come without artificial intelligence. It is the largest
			single driver of wages, land rent and pension contributions. Korea grew by about 3 percent per
			worker in the 2000s and by 1.5 to 2 percent in the 2010s; 1.0 to 2.4 percent is a sensible
			range. With 1.7 percent and a shrinking workforce, real GDP grows by about 0.6 percent a year in
			the 2030s before AI and by about 1 percent with it, near the Bank of Korea's potential growth of
			1.1 to 1.3 (2024).]],
		ko = [[인공지능의 효과를 제외한 취업자 1인당 산출 증가율이다. 임금, 지대, 연금보험료 수입을 좌우하는
			가장 큰 변수다. 2000년대에는 연 3% 안팎, 2010년대에는 1.5~2%였으며, 앞으로는 1.0~2.4%를 합리적인
			범위로 본다. 1.7%를 가정하면 생산연령인구 감소와 맞물려 2030년대 실질성장률은 AI 효과를 제외하고
			연 0.6%, 포함하면 1% 안팎이다. 한국은행(2024)의 잠재성장률 추정치 1.1~1.3%와 비슷하다.]],
	},
}

uncertainty "labour_weight" {
	label = { en = "Weight of labour in growth", ko = "성장에서 노동이 차지하는 비중" },
	group = "world", unit = "share", default = 0.65, spread = fixed(), range = { 0, 1 }, step = 0.01,
	basis = "estimate", source = "growth accounting convention, about labour's share of income",
	help = {
		en = [[How much of a fall in the working-age population passes through to GDP: 0.65 means that 1 percent
			fewer people of working age lower GDP by 0.65 percent. Growth accounting uses labour's share of
			income, in Korea 0.6 to 0.7. Lower values say that capital and longer working lives make up for
			missing workers.]],
		ko = [[생산연령인구 감소가 GDP에 전달되는 정도다. 0.65는 생산연령인구가 1% 줄면 GDP가 0.65% 줄어든다는
			뜻이다. 성장회계에서는 노동소득분배율을 쓰며 우리나라는 0.6~0.7 수준이다. 자본 투입이나 고령층
			취업 확대로 빈자리를 메운다고 보면 더 낮게 잡는다.]],
	},
}

uncertainty "inflation" {
	label = { en = "Inflation without AI", ko = "AI를 제외한 물가상승률" },
	group = "world", unit = "per year", default = 0.02, spread = triangular(0.015, 0.02, 0.03), step = 0.001,
	basis = "published", source = "Bank of Korea, inflation target, 2019",
	help = {
		en = [[Growth of prices before the fall of prices that AI brings. The Bank of Korea's target is 2
			percent; actual inflation was 5.1 percent in 2022 and 2.1 percent in 2025. It carries nominal
			GDP, wages and contributions, so it matters for every won figure, but not for figures in 2026
			won.]],
		ko = [[AI에 따른 가격 하락을 반영하기 전의 물가상승률이다. 한국은행의 물가안정목표는 2%이며, 실제
			상승률은 2022년 5.1%, 2025년 2.1%였다. 명목 GDP, 임금, 보험료가 모두 이를 따라 움직이므로 원화
			표시 수치에는 큰 영향을 주지만 2026년 가격 기준 수치에는 영향이 없다.]],
	},
}

uncertainty "ai_gdp_uplift" {
	label = { en = "Lift of GDP by AI once it is everywhere", ko = "AI 전면 확산 시 GDP 증가 효과" },
	group = "world", unit = "share of GDP", default = 0.06, spread = triangular(0.01, 0.06, 0.126), step = 0.001,
	-- The Bank of Korea's middle scenario is 8.4 percent; the default lies between it and Acemoglu's estimate.
	basis = "estimate",
	source = { "Bank of Korea, AI and the Korean economy, 2025", "Acemoglu, The Simple Macroeconomics of AI, 2024" },
	marks = {
		{ 0.011, { en = "Acemoglu 2024", ko = "아세모글루(2024)" },
			source = "Acemoglu, The Simple Macroeconomics of AI, 2024" },
		{ 0.084, { en = "Bank of Korea 2025, middle", ko = "한국은행(2025) 중간 시나리오" },
			source = "Bank of Korea, AI and the Korean economy, 2025" },
		{ 0.126, { en = "Bank of Korea 2025, best", ko = "한국은행(2025) 낙관 시나리오" },
			source = "Bank of Korea, AI and the Korean economy, 2025" },
	},
	help = {
		en = [[How much higher the level of GDP is when all firms that can use AI do so. The Bank of Korea
			(2025) gives 4.2, 8.4 and 12.6 percent within ten years; Acemoglu (2024) expects about 1
			percent. The default of 6 percent lies between them. It is a level, not a rate: 6 percent over
			twenty years is 0.3 points of growth a year.]],
		ko = [[AI를 쓸 수 있는 기업이 모두 쓰게 되었을 때 GDP 수준이 얼마나 높아지는지를 나타낸다.
			한국은행(2025)은 10년 안에 4.2%, 8.4%, 12.6%의 세 시나리오를, 아세모글루(2024)는 1% 안팎을
			제시한다. 기본값 6%는 그 사이다. 증가율이 아니라 수준의 변화이므로, 20년에 걸쳐 6%면 성장률로는
			연 0.3%포인트에 해당한다.]],
	},
}

uncertainty "automation" {
	label = { en = "Automation: labour's share lost to AI", ko = "자동화: AI로 줄어드는 노동소득분배율" },
	group = "world", unit = "share", default = 0.10, spread = triangular(0, 0.10, 0.4), step = 0.01,
	basis = "estimate",
	source = { "Acemoglu, The Simple Macroeconomics of AI, 2024", "Bank of Korea, AI and the Korean economy, 2025" },
	help = {
		en = [[How much of labour's share of income is lost while AI spreads: with 0.10 the share falls from 67
			to about 61 percent of national income. It decides how pension contributions and wage incomes
			grow, and how far a levy on capital can replace them. Acemoglu (2024) finds a shift of only 0.2
			to 0.4 points; the Bank of Korea counts 27 percent of jobs as easily replaced, which would come
			nearer to 0.4.]],
		ko = [[AI가 확산되는 동안 노동소득분배율이 얼마나 줄어드는지를 나타낸다. 0.10이면 67%에서 약 61%로
			낮아진다. 보험료 수입과 근로소득의 증가, 그리고 자본에 대한 납부금이 이를 얼마나 대신할 수
			있는지가 여기서 갈린다. 아세모글루(2024)는 0.2~0.4%포인트의 작은 변화를 예상하지만, 한국은행은
			일자리의 27%가 AI로 쉽게 대체될 수 있다고 보는데 이 경우 0.4에 가깝다.]],
	},
}

uncertainty "amenable_share" {
	label = { en = "Share of spending that AI can make cheaper", ko = "AI로 값이 내려갈 수 있는 지출 비중" },
	group = "world", unit = "share of spending", default = 0.30, spread = triangular(0.15, 0.30, 0.5), step = 0.01,
	basis = "estimate", source = "own estimate from the weights of the consumer price index 2022",
	help = {
		en = [[The part of household spending, mostly services such as communication, education, finance, health
			advice and entertainment, whose cost AI can push down. Rent, food and energy are not in it. In
			the consumer price index such services weigh about 30 percent; 15 to 50 percent covers narrow
			and wide readings.]],
		ko = [[가계지출 가운데 통신, 교육, 금융, 의료상담, 오락 등 AI가 비용을 낮출 수 있는 서비스의 비중이다.
			주거, 식료품, 에너지는 포함하지 않는다. 소비자물가지수 가중치로는 약 30%이며, 좁게 보면 15%,
			넓게 보면 50%까지 잡을 수 있다.]],
	},
}

uncertainty "amenable_price_fall" {
	label = { en = "Yearly fall of those prices", ko = "해당 가격의 연간 하락률" },
	group = "world", unit = "per year", default = 0.05, spread = triangular(0, 0.05, 0.15), range = { 0, 0.35 },
	step = 0.005,
	marks = {
		{ 0.347, { en = "everything halves every two years", ko = "2년마다 절반" },
			source = "Altman, Moore's Law for Everything, 2021: ln(2) / 2" },
	},
	basis = "estimate", source = "own estimate; the essay's own claim is 0.347",
	help = {
		en = [[How fast AI lowers the price of what it can make cheaper, once adoption is complete and progress
			runs at today's pace. Altman's essay of 2021 lets everything halve every two years, 0.347 a
			year. Computers fell by 15 to 20 percent a year for decades, yet the consumer price index hardly
			noticed; 0 to 15 percent is the sampled range.]],
		ko = [[AI 도입이 완료되고 기술 진보가 지금의 속도로 계속될 때, 값이 내려갈 수 있는 품목의 가격이 해마다
			얼마나 하락하는지를 나타낸다. 올트먼의 글(2021)은 모든 것의 가격이 2년마다 절반이 된다고 하는데
			이는 연 0.347에 해당한다. 컴퓨터 가격은 수십 년간 연 15~20% 내렸지만 전체 소비자물가에 미친
			영향은 작았다. 0~15%에서 추출한다.]],
	},
}

uncertainty "exchange_rate" {
	label = { en = "Won per dollar", ko = "원/달러 환율" },
	group = "world", unit = "KRW/USD", default = parameter("usdkrw"),
	spread = triangular(1250, parameter("usdkrw"), 1600), step = 10,
	basis = "estimate",
	help = {
		en = [[Turns world AI revenue and foundry sales into won. 1,429 on 25 February 2026 and about 1,470 in
			December 2025; the mean of 2015-2020 was 1,145. A weaker won raises the won value of exports and
			of imported GPUs alike; GPU prices are set in won here and do not follow.]],
		ko = [[세계 AI 매출과 파운드리 매출을 원화로 환산할 때 쓴다. 2025년 12월 약 1,470원, 2026년 2월 25일
			1,429원이었고 2015~2020년 평균은 1,145원이었다. 원화가 약해지면 수출액도 GPU 수입가격도
			오르지만, 이 모형의 GPU 가격은 원화로 정해져 있어 환율을 따라 움직이지 않는다.]],
	},
}

uncertainty "gdp_0" {
	label = { en = "GDP at the start of 2026", ko = "2026년 초 명목 GDP" },
	-- Between 2,663 (2025) and 2,850 (2026) of data/gdp.csv.
	group = "world", unit = "trn KRW/year", default = 2750, spread = fixed(),
	basis = "estimate",
	source = "Bank of Korea national accounts, 2025 and 2026 outlook, midpoint of the two years",
	help = {
		en = [[Nominal GDP as a yearly rate at the start of the run: midway between about 2,663 trillion won in
			2025 and 2,850 in 2026. The last published year is 2024 with 2,556.9.]],
		ko = [[모형 시작 시점의 연율 명목 GDP다. 2025년 약 2,663조원과 2026년 약 2,850조원의 중간값이다. 확정
			발표된 최근 연도는 2024년 2,556.9조원이다.]],
	},
}

uncertainty "labour_share_0" {
	label = { en = "Labour's share of income in 2026", ko = "2026년 노동소득분배율" },
	-- Neither 0 nor 1: incomes are measured relative to both labour's and capital's share of 2026.
	group = "world", unit = "share",
	default = fraction(data("labour_share.csv", "labour_share_pct", { year = 2024 })), spread = fixed(),
	range = { 0.01, 0.99 }, step = 0.01,
	help = {
		en = [[Compensation of employees over national income. It was 62.0 percent in 2017, 68.7 in 2022 and
			about 67 in 2024 (the Bank of Korea changed the base year in between).]],
		ko = [[국민소득에서 피용자보수가 차지하는 비중이다. 2017년 62.0%, 2022년 68.7%, 2024년 약 67%였다(그
			사이 기준년 개편이 있었다).]],
	},
}

-- ---- people -------------------------------------------------------------------------------------

local projection = "Statistics Korea, Population Projections 2022-2072, medium variant, December 2023"

series "population" {
	label = { en = "Population", ko = "총인구" }, unit = "mn persons",
	file = "population.csv", time = "year", value = "total_mn", where = { variant = "medium" },
	basis = "published", source = projection,
	help = {
		en = "All residents: 51.7 million in 2025, 36.2 million in 2072. Some years between are interpolated.",
		ko = "총인구는 2025년 5,168만 명에서 2072년 3,622만 명으로 줄어든다. 중간 연도 일부는 보간한 값이다.",
	},
}

series "population_children" {
	label = { en = "Children aged 0-14", ko = "유소년인구(0~14세)" }, unit = "mn persons",
	file = "population.csv", time = "year", value = "age_0_14_mn", where = { variant = "medium" },
	basis = "estimate", source = projection,
	help = { en = "Partly interpolated between published years.", ko = "발표 연도 사이는 일부 보간하였다." },
}

series "population_working" {
	label = { en = "People of working age, 15-64", ko = "생산연령인구(15~64세)" }, unit = "mn persons",
	file = "population.csv", time = "year", value = "age_15_64_mn", where = { variant = "medium" },
	basis = "estimate", source = projection,
	help = {
		en = "35.9 million in 2025, 27.2 in 2044, 16.6 in 2072. Partly interpolated between published years.",
		ko = "2025년 3,591만 명, 2044년 2,717만 명, 2072년 1,658만 명이다. 발표 연도 사이는 일부 보간하였다.",
	},
}

-- ---- growth -------------------------------------------------------------------------------------

local LAST_PROJECTED_STEP = 2071   -- the projection ends in 2072; after that its last yearly change goes on

auxiliary "working_age_growth" {
	label = { en = "Growth of the working-age population", ko = "생산연령인구 증가율" }, unit = "per year",
	value = function(v)
		local year = min(v.t, LAST_PROJECTED_STEP)
		return ln(population_working(year + 1) / population_working(year))
	end,
}

auxiliary "trend_growth" {
	label = { en = "Nominal growth without AI", ko = "AI를 제외한 명목성장률" }, unit = "per year",
	value = function(v) return v.productivity + v.labour_weight * v.working_age_growth + v.inflation end,
}

stock "gdp_trend" {
	label = { en = "GDP without AI", ko = "AI를 제외한 GDP" }, unit = "trn KRW/year",
	initial = function(v) return v.gdp_0 end,
	rate = function(v) return v.trend_growth * v.gdp_trend end,
}

-- AI spreads like other general technologies, along an S-curve (the stock ai_adoption is in ai_industry.lua).
auxiliary "adoption_rate" {
	label = { en = "Firms that take up AI each year", ko = "연간 AI 신규 도입 비율" },
	unit = "share of firms per year",
	value = function(v) return v.ai_adoption_speed * v.ai_adoption * (1 - v.ai_adoption) end,
}

auxiliary "ai_uplift" {
	label = { en = "Level of GDP with AI over without", ko = "AI에 따른 GDP 수준 배율" }, unit = "ratio",
	value = function(v) return 1 + v.ai_gdp_uplift * (v.ai_adoption - v.ai_adoption_0) / (1 - v.ai_adoption_0) end,
}

outcome "gdp" {
	label = { en = "GDP", ko = "명목 GDP" }, group = "world", unit = "trn KRW/year", better = "higher",
	value = function(v) return v.gdp_trend * v.ai_uplift end,
	help = {
		en = [[Nominal GDP with the lift that AI gives. Land rent, share prices, wages and pension benefits all
			grow with it. It is the same in every policy setting: the model does not claim that these
			policies change growth.]],
		ko = [[AI 효과를 포함한 명목 GDP다. 지대, 주가, 임금, 연금급여가 모두 이를 따라 늘어난다. 정책 조합이
			달라져도 GDP는 같다. 이 모형은 세 정책이 성장률을 바꾼다고 주장하지 않는다.]],
	},
}

auxiliary "gdp_growth" {
	label = { en = "Nominal growth of GDP", ko = "명목 GDP 성장률" }, unit = "per year",
	value = function(v)
		return v.trend_growth + v.ai_gdp_uplift * v.adoption_rate / (1 - v.ai_adoption_0) / v.ai_uplift
	end,
}

-- ---- prices and wages ---------------------------------------------------------------------------

-- How fast technology still advances, 1 at the start; it halves every progress_halflife years.
auxiliary "progress_pace" {
	label = { en = "Pace of technical progress, 2026 = 1", ko = "기술 진보 속도(2026년 = 1)" }, unit = "index",
	value = function(v) return 0.5 ^ ((v.t - BASE_YEAR) / v.progress_halflife) end,
}

-- A central bank does not let prices fall faster; own estimate, Japan's worst year was -1.4 percent.
local DEFLATION_FLOOR = -0.03

stock "price_level" {
	label = { en = "Price level, 2026 = 1", ko = "물가 수준(2026년 = 1)" }, unit = "index",
	initial = 1,
	rate = function(v)
		local cheaper_by_ai = v.amenable_share * v.amenable_price_fall * v.ai_adoption * v.progress_pace
		return v.price_level * max(DEFLATION_FLOOR, v.inflation - cheaper_by_ai)
	end,
}

stock "labour_share" {
	label = { en = "Labour's share of income", ko = "노동소득분배율" }, unit = "share",
	initial = function(v) return v.labour_share_0 end,
	rate = function(v) return -v.automation * v.adoption_rate * v.labour_share end,
}

-- ---- checks -------------------------------------------------------------------------------------

check "prices, wages and the economy stay positive" {
	label = { en = "Prices, wages and the economy stay positive", ko = "물가·임금·경제 규모는 항상 양수다" },
	holds = function(v)
		return v.gdp > 0 and v.price_level > 0 and v.labour_share > 0 and v.labour_share < 1
			and v.population > 0
	end,
}
