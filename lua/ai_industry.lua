-- SPDX-License-Identifier: MIT
--
-- The world's AI industry: does it earn what it must, and who is left if it does not?
--
-- The chain of thought is Sequoia's (2023, 2024) and J.P. Morgan's (2025).  Firms have built data
-- centres; the plant has to be replaced every few years and has to earn a return, which gives the
-- revenue *required*.  Revenue *earned* grows with adoption and, through the price of computing, with
-- demand (elasticity above 1: cheaper computing raises spending; below 1: it shrinks). While revenue
-- falls short, optimism keeps investment going for a few years; then it is cut, and the weakest frontier
-- firms fail.  Their plant is written off, which is the only way in which the required revenue falls
-- quickly.
--
-- The result matters for Korea in three ways: the price of GPUs and computing, the orders for foundries,
-- and the revenue that Korean AI firms can win.
--
-- Left out: interest rates and stock prices, the difference between training and inference, single
-- companies, and energy limits.

-- ---- assumptions: adoption and progress ---------------------------------------------------------

uncertainty "ai_adoption_speed" {
	label = { en = "Speed of AI adoption", ko = "AI 확산 속도" },
	group = "ai", unit = "per year", default = 0.40, spread = triangular(0.25, 0.40, 0.60), step = 0.01,
	basis = "estimate",
	source = "own estimate from diffusion of the internet and of mobile phones (World Bank, 1990-2015)",
	help = {
		en = [[Steepness of the S-curve by which firms take up AI. At 0.4 the share of full adoption goes from 8
			percent in 2026 to 50 percent in about six years and 90 percent in about twelve. The internet
			spread at about 0.35 to 0.5, electricity in factories at about 0.2.]],
		ko = [[기업의 AI 도입이 그리는 S자 곡선의 기울기다. 0.4이면 2026년 8%에서 약 6년 뒤 50%, 약 12년 뒤
			90%에 이른다. 인터넷은 0.35~0.5, 공장의 전기화는 0.2 정도의 속도로 확산되었다.]],
	},
}

uncertainty "ai_adoption_0" {
	label = { en = "AI adoption in 2026", ko = "2026년 AI 도입률" },
	-- Neither 0 nor 1: revenue and the lift of GDP are measured relative to the adoption of 2026.
	group = "ai", unit = "share of full adoption", default = 0.08, spread = fixed(), range = { 0.01, 0.99 },
	step = 0.01,
	basis = "estimate",
	source = "own estimate from business surveys (US Census Bureau, Business Trends and Outlook Survey, 2025)",
	help = {
		en = [[Where the S-curve starts: about 9 percent of US firms used AI to produce goods or services in
			2025, mostly for few tasks.]],
		ko = [[S자 곡선의 출발점이다. 2025년 미국 기업의 약 9%가 재화·서비스 생산에 AI를 쓴다고 답했으나 대부분
			일부 업무에 그쳤다.]],
	},
}

uncertainty "hardware_progress" {
	label = { en = "Fall of computing cost by better hardware", ko = "하드웨어 발전에 따른 연산비용 하락률" },
	group = "ai", unit = "per year (log)", default = 0.30, spread = triangular(0.20, 0.30, 0.45), step = 0.01,
	basis = "estimate", source = "own reading of data/gpu_generations.csv: throughput per dollar, H100 to B200",
	help = {
		en = [[Yearly rate at which a given amount of computing gets cheaper because chips get better, at
			today's pace of progress. A B200 gives 1.7 times the throughput per dollar of an H100 after
			about 2.5 years, which is 0.21 a year; per generation 40 to 50 percent is usual.]],
		ko = [[지금의 기술 진보 속도에서 반도체 성능 향상으로 동일한 연산의 비용이 해마다 내려가는 비율(로그
			기준)이다. B200은 약 2.5년 전의 H100보다 달러당 처리량이 1.7배로, 연 0.21에 해당한다. 한 세대에
			40~50% 개선이 일반적이다.]],
	},
}

uncertainty "algorithm_progress" {
	label = { en = "Fall of computing cost by better algorithms", ko = "알고리즘 개선에 따른 연산비용 하락률" },
	group = "ai", unit = "per year (log)", default = 0.25, spread = triangular(0.10, 0.25, 0.60), step = 0.01,
	basis = "estimate",
	source = { "Epoch AI, algorithmic progress in language models, 2024", "own estimate, after rising quality demands" },
	help = {
		en = [[Yearly rate at which the same service needs less computing because programs get better, net of
			the wish for better answers. The price of a fixed quality fell tenfold a year in 2022-2024, but
			users moved on to larger models; 0.1 to 0.6 is what remains for the price of the service
			actually bought.]],
		ko = [[프로그램 개선으로 같은 서비스에 드는 연산이 줄어드는 비율로, 더 나은 답을 원하는 수요를 뺀
			순효과다. 동일 품질의 토큰 가격은 2022~2024년 해마다 10분의 1로 떨어졌지만 이용자는 더 큰 모델로
			옮겨 갔다. 실제로 구매되는 서비스 기준으로는 0.1~0.6이 적절하다.]],
	},
}

uncertainty "progress_halflife" {
	label = { en = "Years until progress has slowed to half", ko = "기술 진보 속도가 절반이 되는 기간" },
	group = "ai", unit = "years", default = 15, spread = triangular(8, 15, 30), step = 1,
	basis = "estimate", source = "own estimate from the slowdown of transistor scaling after 2005",
	help = {
		en = [[Progress in chips, algorithms and prices does not go on at today's pace for fifty years. After
			this many years it runs at half the pace, after twice as many at a quarter. 30 years is close to
			Moore's law as it was from 1965 to 2005.]],
		ko = [[반도체·알고리즘·가격의 진보는 50년 동안 지금 속도로 이어지지 않는다. 이 기간이 지나면 속도가
			절반, 그 두 배가 지나면 4분의 1이 된다. 30년이면 1965~2005년의 무어의 법칙에 가깝다.]],
	},
}

uncertainty "efficiency_shock" {
	label = {
		en = "Efficiency shock: cost ratio of a DeepSeek-like event",
		ko = "효율성 충격: 딥시크형 사건의 비용 배율",
	},
	group = "ai", unit = "ratio", default = 1, spread = fixed(), range = { 0.01, 1 }, step = 0.01,
	marks = {
		{ 0.056, { en = "DeepSeek V3 over GPT-4", ko = "GPT-4 대비 딥시크 V3" },
			source = "DeepSeek V3 technical report, 2024: 5.576 of 100 mn USD" },
	},
	basis = "definition", source = "1 means that no such event happens",
	help = {
		en = [[A jump by which computing for the same service gets cheaper within one year: 1 is no jump, 0.056
			the ratio that was read from DeepSeek's training cost of 5.6 million dollars against 100 million
			for GPT-4 (a comparison that flatters). With elastic demand it raises AI revenue, with inelastic
			demand it destroys it.]],
		ko = [[같은 서비스에 드는 연산비용이 한 해 사이에 뛰어내리는 배율이다. 1이면 충격이 없고, 0.056은
			딥시크의 학습비용 558만 달러를 GPT-4의 1억 달러와 견준 값이다(후하게 잡은 비교다). 수요가
			탄력적이면 AI 매출이 늘고, 비탄력적이면 크게 준다.]],
	},
}

uncertainty "efficiency_shock_year" {
	label = { en = "Year of the efficiency shock", ko = "효율성 충격 발생 연도" },
	group = "ai", unit = "year", default = 2028, spread = fixed(), range = { 2026, 2076 }, step = 1,
	basis = "definition", source = "a year to set; without a shock it has no effect",
	help = {
		en = [[The calendar year in which the efficiency shock happens. It has no effect while the cost ratio is
			1.]],
		ko = "효율성 충격이 일어나는 연도다. 비용 배율이 1이면 아무 영향이 없다.",
	},
}

-- ---- assumptions: revenue and investment --------------------------------------------------------

uncertainty "compute_elasticity" {
	label = { en = "Price elasticity of demand for computing", ko = "연산 수요의 가격탄력성" },
	group = "ai", unit = "elasticity", default = -1 * parameter("compute_elasticity"),
	spread = triangular(0.8, -1 * parameter("compute_elasticity"), 1.8), step = 0.01,
	marks = {
		{ 1, { en = "spending does not change with the price", ko = "가격이 변해도 지출 불변" },
			source = "definition" },
		{ 1.2, { en = "industry reports, low", ko = "업계 보고 하한" }, source = "AI Cost Estimator, 2025" },
	},
	help = {
		en = [[By how many percent use grows when computing gets 1 percent cheaper. Above 1, total spending
			rises as prices fall (Jevons); below 1 it shrinks and cheap models ruin their makers. An
			estimate between providers gives 1.11, industry reports 1.2 to 1.8. Of all assumptions about AI
			this one moves revenue most.]],
		ko = [[연산 가격이 1% 내릴 때 이용량이 몇 % 늘어나는지를 나타낸다. 1보다 크면 가격이 내릴수록 총지출이
			늘고(제번스 효과), 1보다 작으면 총지출이 줄어 값싼 모델이 공급자의 수익을 무너뜨린다. 공급자 간
			비교 추정치는 1.11, 업계 보고는 1.2~1.8이다. AI 관련 가정 중 매출에 가장 큰 영향을 준다.]],
	},
}

uncertainty "ai_revenue_0" {
	label = { en = "World AI revenue in 2026", ko = "2026년 세계 AI 매출" },
	-- Between 55 (2025) and 150 (2026) of data/ai_revenue.csv.
	group = "ai", unit = "bn USD/year", default = 100, spread = fixed(),
	basis = "estimate",
	source = "own estimate from run rates of OpenAI, Anthropic and the clouds, December 2025 to May 2026",
	help = {
		en = [[Revenue of all sellers of generative AI as a yearly rate at the start of 2026. OpenAI sold at a
			rate of 20 billion and Anthropic at 9 billion in December 2025, 33 and 45 in May 2026; with
			clouds and others about 55 in 2025 and 150 in 2026.]],
		ko = [[2026년 초 기준 연율로 본 생성형 AI 전체 매출이다. 2025년 12월 연율로 오픈AI 200억 달러, 앤트로픽
			90억 달러였고 2026년 5월에는 330억, 450억 달러였다. 클라우드 등을 더하면 2025년 약 550억, 2026년
			약 1,500억 달러로 추정된다.]],
	},
}

uncertainty "ai_revenue_ceiling" {
	label = { en = "Ceiling of world AI revenue", ko = "세계 AI 매출의 상한" },
	group = "ai", unit = "bn USD/year", default = 8000, spread = triangular(4000, 8000, 15000), step = 100,
	basis = "estimate", source = "own estimate: 4 to 14 percent of world GDP (World Bank, 2024: 111 trn USD)",
	help = {
		en = [[What the world could pay for AI in a year at most. All information technology sells for about
			5,000 billion dollars a year today. 8,000 is 7 percent of world GDP.]],
		ko = [[세계가 한 해에 AI에 지불할 수 있는 최대 금액이다. 현재 정보기술 시장 전체가 연 약 5조 달러다. 8조
			달러는 세계 GDP의 7% 수준이다.]],
	},
}

uncertainty "ai_target_return" {
	label = { en = "Return that investors ask", ko = "투자자의 목표수익률" },
	group = "ai", unit = "per year", default = percent("jpm_return_target"),
	spread = percent_spread_of("jpm_return_target"), step = 0.005,
	help = {
		en = [[Yearly return on the plant that its owners want. J.P. Morgan's note of November 2025 uses 10
			percent and arrives at 650 billion dollars of revenue a year; power utilities are content with 6
			to 8, venture funds ask 20.]],
		ko = [[설비 소유자가 요구하는 연간 수익률이다. JP모건은 2025년 11월 보고서에서 10%를 적용해 연 6,500억
			달러의 매출이 필요하다고 보았다. 전력회사는 6~8%에 만족하고 벤처펀드는 20%를 요구한다.]],
	},
}

uncertainty "ai_gross_margin" {
	label = { en = "Gross margin of AI services", ko = "AI 서비스의 매출총이익률" },
	group = "ai", unit = "share of revenue", default = 1 / parameter("seq_margin_factor"),
	spread = triangular(0.4, 1 / parameter("seq_margin_factor"), 0.6), step = 0.01,
	help = {
		en = [[What is left of revenue after operating costs to pay for the plant. Sequoia's question of 2024
			assumes one half: a dollar of plant must be sold for two. Software firms reach 0.7 to 0.8, cloud
			firms about 0.6.]],
		ko = [[매출에서 운영비를 빼고 설비 비용에 쓸 수 있는 몫이다. 세쿼이아(2024)는 절반으로 가정하여 설비
			1달러당 2달러를 팔아야 한다고 본다. 소프트웨어 기업은 0.7~0.8, 클라우드 기업은 0.6 정도다.]],
	},
}

uncertainty "ai_capital_life" {
	label = { en = "Life of AI plant", ko = "AI 설비의 수명" },
	group = "ai", unit = "years", default = parameter("gpu_life_accounting"),
	spread = triangular(3, parameter("gpu_life_accounting"), 6), step = 0.5,
	help = {
		en = [[Years until servers and what belongs to them must be replaced. Large cloud firms write them off
			over 5 to 6 years, Amazon went back to 5 in 2025; critics put the useful life of a GPU at 3. A
			year less raises the required revenue by about a sixth.]],
		ko = [[서버와 부대설비를 교체해야 하는 주기다. 대형 클라우드 기업은 5~6년에 걸쳐 상각하며 아마존은
			2025년 5년으로 되돌렸다. GPU의 실질 수명을 3년으로 보는 비판도 있다. 수명이 1년 줄면 필요 매출이
			약 6분의 1 늘어난다.]],
	},
}

uncertainty "ai_capital_0" {
	label = { en = "AI plant in 2026", ko = "2026년 AI 설비 자산" },
	group = "ai", unit = "bn USD", default = 800, spread = fixed(),
	basis = "estimate",
	source = "own estimate: capital spending of 2022-2025 in data/bigtech_capex.csv, less depreciation",
	help = {
		en = [[Value of AI data centres at the start of the run. The four largest firms spent about 900 billion
			dollars in 2022-2025, not all of it on AI; with other owners and after depreciation about 800
			remains.]],
		ko = [[시작 시점의 AI 데이터센터 자산가치다. 상위 4개사가 2022~2025년 약 9,000억 달러를 투자했으나 모두
			AI용은 아니다. 다른 소유자를 더하고 감가상각을 빼면 약 8,000억 달러가 남는다.]],
	},
}

uncertainty "ai_capex_0" {
	label = { en = "AI investment in 2026", ko = "2026년 AI 투자" },
	-- Midway between 378 (2025) and 650 (2026) of data/bigtech_capex.csv.
	group = "ai", unit = "bn USD/year", default = 510, spread = fixed(),
	basis = "estimate",
	source = "company reports 2025 and guidance 2026 of Amazon, Alphabet, Microsoft and Meta, midpoint",
	help = {
		en = [[Investment as a yearly rate at the start of the run: midway between the 378 billion dollars that
			Amazon, Alphabet, Microsoft and Meta spent in 2025 and the 650 that they announced for 2026.]],
		ko = [[시작 시점의 연율 투자액이다. 아마존·알파벳·마이크로소프트·메타가 2025년 집행한 3,784억 달러와
			2026년 예고한 6,500억 달러의 중간값이다.]],
	},
}

uncertainty "ai_capex_ceiling" {
	label = { en = "Ceiling of AI investment", ko = "AI 투자의 상한" },
	group = "ai", unit = "bn USD/year", default = 5000, spread = triangular(3000, 5000, 8000), step = 100,
	basis = "estimate",
	source = "own estimate: about a sixth of the world's investment (World Bank, 2024: about 29 trn USD)",
	help = {
		en = [[What the world can build in a year at most: power, land, chips and builders set a limit. 5,000
			billion dollars is a sixth of all investment in the world; railways in Britain took about half
			of it in 1847.]],
		ko = [[전력, 부지, 반도체, 시공능력을 고려한 연간 투자의 최대치다. 5조 달러는 세계 총투자의 6분의 1에
			해당한다. 1847년 영국에서는 철도가 투자의 절반가량을 차지했다.]],
	},
}

uncertainty "investor_response" {
	label = { en = "How fast investment follows success", ko = "투자의 수익성 반응 속도" },
	group = "ai", unit = "per year", default = 0.6, spread = triangular(0.3, 0.6, 0.9), step = 0.05,
	basis = "estimate", source = "own estimate, fits capital spending of 2023-2026",
	help = {
		en = [[How strongly investment grows when revenue, as investors see it, covers what is required, and
			falls when it does not. Changes of more than 40 percent a year are cut off. The four largest
			firms raised spending by 53 percent in 2024 and 67 percent in 2025.]],
		ko = [[투자자가 기대하는 매출이 필요 매출을 웃돌면 투자가 늘고 밑돌면 줄어드는 강도다. 연 40%를 넘는
			변화는 제한한다. 상위 4개사의 투자는 2024년 53%, 2025년 67% 늘었다.]],
	},
}

uncertainty "investor_optimism_0" {
	label = { en = "Optimism of investors in 2026", ko = "2026년 투자자의 낙관 정도" },
	group = "ai", unit = "ratio", default = 9, spread = fixed(),
	basis = "estimate", source = "own estimate: makes investment grow in 2026 as announced",
	help = {
		en = [[By how much investors multiply today's revenue when they judge it. Today's revenue covers a fifth
			of what the plant requires; that investment still grows means that they expect several times as
			much soon. 1 is no optimism.]],
		ko = [[투자자가 현재 매출을 몇 배로 보고 판단하는지를 나타낸다. 지금의 매출은 필요 매출의 5분의 1에
			불과한데도 투자가 늘고 있다는 것은 몇 배의 매출을 곧 기대한다는 뜻이다. 1이면 낙관이 없는
			상태다.]],
	},
}

uncertainty "investor_patience" {
	label = { en = "Patience of investors", ko = "투자자의 인내 기간" },
	group = "ai", unit = "years", default = 4, spread = triangular(2, 4, 7), step = 0.5,
	basis = "estimate", source = "own estimate from the telecommunications boom of 1996-2001",
	help = {
		en = [[Time in which optimism fades toward what revenue justifies. After the telecommunications act of
			1996 investment grew for five years and then fell by half within two.]],
		ko = [[낙관이 실제 매출이 정당화하는 수준으로 식는 데 걸리는 기간이다. 1996년 미국 통신법 이후 통신
			투자는 5년간 늘다가 2년 만에 절반으로 줄었다.]],
	},
}

uncertainty "frontier_firms_0" {
	label = { en = "Frontier firms in 2026", ko = "2026년 선두 AI 기업 수" },
	group = "ai", unit = "firms", default = 5, spread = fixed(),
	basis = "estimate", source = "essay 1, 2025: four or five; OpenAI, Anthropic, Google, Meta, xAI",
	help = {
		en = [[Firms that train models at the frontier with their own plant. Chinese firms such as DeepSeek and
			Alibaba are not counted.]],
		ko = "자체 설비로 최첨단 모델을 학습하는 기업의 수다. 딥시크, 알리바바 등 중국 기업은 세지 않았다.",
	},
}

uncertainty "frontier_survivors" {
	label = { en = "Frontier firms that always survive", ko = "끝까지 살아남는 선두 기업 수" },
	group = "ai", unit = "firms", default = 2, spread = triangular(1, 2, 5), step = 0.5,
	basis = "estimate", source = "essay 1, 2025: one, or two",
	help = {
		en = [[Below this number the industry does not shrink, since the rest is carried by richer owners or by
			states. Search ended with one large firm, mobile systems with two, memory chips with three.]],
		ko = [[자금력이 큰 모기업이나 국가의 지원으로 더 줄어들지 않는 기업 수다. 검색은 1개사, 모바일
			운영체제는 2개사, 메모리 반도체는 3개사로 정리되었다.]],
	},
}

uncertainty "consolidation_time" {
	label = { en = "Time in which the weak give up", ko = "한계 기업이 정리되는 기간" },
	group = "ai", unit = "years", default = 4, spread = triangular(2, 4, 8), step = 0.5,
	basis = "estimate", source = "own estimate; DRAM makers fell from ten to three in 1998-2012",
	help = {
		en = [[Time constant of failures while revenue covers nothing; the better it covers what is required,
			the slower firms give up.]],
		ko = [[매출이 필요 매출을 전혀 채우지 못할 때 기업이 퇴출되는 데 걸리는 기간이다. 매출이 필요 수준에
			가까울수록 퇴출은 느려진다.]],
	},
}

uncertainty "salvage" {
	label = { en = "What plant of failed firms still fetches", ko = "파산 기업 설비의 회수율" },
	group = "ai", unit = "share of value", default = 0.4, spread = triangular(0.2, 0.4, 0.7), step = 0.05,
	basis = "estimate", source = "own estimate; fibre networks fetched 0.1 to 0.4 in 2001-2003",
	help = {
		en = [[Share of the value of failed firms' data centres that goes on earning under new owners. The rest
			is written off. It also says what is lost when the owner of a GPU fails, which public ownership
			would avoid.]],
		ko = [[파산한 기업의 데이터센터 가치 중 새 소유자 아래에서 계속 수익을 내는 몫이다. 나머지는 상각된다.
			GPU 소유 기업이 무너질 때의 손실, 곧 공공 소유로 피할 수 있는 손실을 재는 데도 쓴다.]],
	},
}

uncertainty "oligopoly_markup" {
	label = { en = "Markup of a single seller of computing", ko = "독점 공급 시 연산 가격의 이윤 가산율" },
	group = "ai", unit = "share of cost", default = 0.5, spread = triangular(0.2, 0.5, 1), step = 0.05,
	basis = "estimate", source = "own estimate; Cournot competition, markup falls with the number of sellers",
	help = {
		en = [[By how much a lone seller would price computing above cost; with n firms it is the n-th part. At
			0.5 and five firms the markup is 10 percent, with two survivors 25 percent.]],
		ko = [[공급자가 하나뿐일 때 원가에 붙이는 이윤의 비율이다. 기업이 n개이면 그 n분의 1이 된다. 0.5일 때
			5개사이면 10%, 2개사만 남으면 25%다.]],
	},
}

uncertainty "open_model_parity" {
	label = { en = "Open models as good as closed ones", ko = "공개 모델의 성능 수준(폐쇄형 대비)" },
	group = "ai", unit = "index", default = 0.6, spread = triangular(0, 0.6, 1), step = 0.05,
	basis = "estimate", source = "own estimate from the lag of open models, 3 to 12 months (Epoch AI, 2024)",
	help = {
		en = [[0: open models are useless; 1: they equal the best closed ones. Startups build on open models, so
			their number and Korea's share of AI revenue grow with it. In 2025 open models followed the best
			by three to twelve months.]],
		ko = [[0이면 공개 모델이 쓸모없고 1이면 최고의 폐쇄형 모델과 같다. 스타트업은 공개 모델 위에서 사업을
			하므로 스타트업 수와 한국의 AI 매출 점유율이 이에 따라 늘어난다. 2025년에는 공개 모델이 3~12개월
			뒤처져 있었다.]],
	},
}

uncertainty "iphone_users" {
	label = { en = "iPhone users", ko = "아이폰 이용자 수" },
	group = "ai", unit = "bn persons", default = parameter("jpm_iphone_users"), spread = fixed(),
	help = {
		en = [[Only turns required revenue into a fee that one can picture. 1.56 billion is what J.P. Morgan's
			34.72 dollars a month imply.]],
		ko = [[필요 매출을 1인당 요금으로 바꾸어 보여 주기 위한 값이다. JP모건이 제시한 월 34.72달러에서
			역산하면 15억 6천만 명이다.]],
	},
}

uncertainty "oil_volume" {
	label = { en = "World oil consumption", ko = "세계 석유 소비량" },
	-- The essay's round figure; the IEA counts 103 for 2024.
	group = "ai", unit = "mn barrels/day", default = 100, spread = fixed(),
	basis = "estimate", source = "essay 2, 2024; IEA, Oil Market Report, 2024: 103",
	help = {
		en = [[For the comparison of computing with oil: 100 million barrels a day, as in the essay. The IEA
			counts 103 for 2024.]],
		ko = [[연산 시장을 석유 시장과 견주기 위한 값으로, 글에 나온 하루 1억 배럴이다. 국제에너지기구의 2024년
			집계는 1억 300만 배럴이다.]],
	},
}

uncertainty "oil_price" {
	label = { en = "Oil price", ko = "유가" },
	group = "ai", unit = "USD/barrel", default = 100, spread = fixed(),
	basis = "estimate", source = "essay 2, 2024; Brent mean of 2024: 81",
	help = {
		en = "100 dollars as in the essay. Brent was 101 on average in 2022, 81 in 2024 and about 69 in 2025.",
		ko = "글에 나온 배럴당 100달러다. 브렌트유 평균은 2022년 101달러, 2024년 81달러, 2025년 약 69달러였다.",
	},
}

-- ---- adoption and the price of computing --------------------------------------------------------

stock "ai_adoption" {
	label = { en = "AI adoption", ko = "AI 도입률" }, unit = "share of full adoption",
	initial = function(v) return v.ai_adoption_0 end,
	rate = function(v) return v.adoption_rate end,
}

stock "compute_price_log" {
	label = { en = "Price of computing, logarithm", ko = "연산 가격(로그)" }, unit = "log of index",
	initial = 0,
	rate = function(v)
		local progress = (v.hardware_progress + v.algorithm_progress) * v.progress_pace
		return ln(v.efficiency_shock) * in_year(v.efficiency_shock_year) - progress
	end,
}

outcome "compute_price" {
	label = { en = "Price of computing, 2026 = 1", ko = "연산 가격(2026년 = 1)" },
	group = "ai", unit = "index", better = "lower",
	value = function(v) return exp(v.compute_price_log) end,
	help = {
		en = [[What the same AI service costs compared with 2026. It falls by about 0.55 a year in logarithms at
			first (42 percent) and more slowly later.]],
		ko = [[같은 AI 서비스의 가격을 2026년과 견준 지수다. 처음에는 로그 기준 연 0.55(약 42%)씩 내리다가 점차
			둔화된다.]],
	},
}

-- ---- revenue: earned and required ---------------------------------------------------------------

auxiliary "ai_revenue_potential" {
	label = { en = "AI revenue without a ceiling", ko = "상한이 없을 때의 AI 매출" }, unit = "bn USD/year",
	value = function(v)
		return v.ai_revenue_0 * (v.ai_adoption / v.ai_adoption_0) * v.compute_price ^ (1 - v.compute_elasticity)
	end,
}

outcome "ai_revenue" {
	label = { en = "World AI revenue", ko = "세계 AI 매출" }, group = "ai", unit = "bn USD/year", better = "higher",
	value = function(v)
		return v.ai_revenue_potential * v.ai_revenue_ceiling / (v.ai_revenue_potential + v.ai_revenue_ceiling)
	end,
	help = {
		en = [[What buyers pay for AI in a year. About 100 billion dollars at the start of 2026; for comparison,
			all cloud services sold for about 700 in 2025.]],
		ko = [[구매자가 한 해에 AI에 지불하는 금액이다. 2026년 초 약 1,000억 달러이며, 비교하자면 2025년
			클라우드 서비스 전체 매출이 약 7,000억 달러다.]],
	},
}

outcome "ai_required_revenue" {
	label = { en = "Revenue that the AI plant requires", ko = "AI 설비의 필요 매출" },
	group = "ai", unit = "bn USD/year",
	value = function(v) return v.ai_capital * (v.ai_target_return + 1 / v.ai_capital_life) / v.ai_gross_margin end,
	help = {
		en = [[Revenue at which the plant is replaced when it wears out and earns its return. J.P. Morgan's
			figure of 2025 for plant built through 2030 is 650 billion dollars a year; the difference to
			this one is mainly the life of the plant.]],
		ko = [[설비를 수명에 맞춰 교체하고 목표수익을 내기 위해 필요한 매출이다. JP모건(2025)은 2030년까지의
			투자에 대해 연 6,500억 달러를 제시했으며, 이 값과의 차이는 주로 설비 수명 가정에서 나온다.]],
	},
}

outcome "ai_revenue_gap" {
	label = { en = "AI revenue gap", ko = "AI 매출 부족액" },
	group = "ai", unit = "bn USD/year", headline = 11, better = "lower",
	value = function(v) return v.ai_required_revenue - v.ai_revenue end,
	help = {
		en = [[Revenue required less revenue earned: the hole of Sequoia's questions (125 billion dollars in
			2023, 500 in 2024). As long as it is positive the plant destroys value, and firms fail one after
			another. Negative means that the industry earns more than it must.]],
		ko = [[필요 매출에서 실제 매출을 뺀 금액으로, 세쿼이아가 제기한 '구멍'(2023년 1,250억 달러, 2024년
			5,000억 달러)에 해당한다. 양수인 동안은 설비가 가치를 깎아 먹고 기업이 차례로 정리된다. 음수이면
			필요한 것보다 더 번다는 뜻이다.]],
	},
}

auxiliary "ai_coverage" {
	label = { en = "Revenue over required revenue", ko = "필요 매출 대비 실제 매출" }, unit = "ratio",
	value = function(v) return v.ai_revenue / v.ai_required_revenue end,
}

-- ---- investment ---------------------------------------------------------------------------------

local FASTEST_CHANGE = 0.4      -- per year; own estimate, builders and power grids allow no more
local AVERAGING_TIME = 1        -- years; buyers compare with the last year's spending

stock "investor_optimism" {
	label = { en = "Optimism of investors", ko = "투자자의 낙관 정도" }, unit = "ratio",
	initial = function(v) return v.investor_optimism_0 end,
	rate = function(v) return -(v.investor_optimism - 1) / v.investor_patience end,
}

auxiliary "capex_wish" {
	label = { en = "Growth of investment that investors want", ko = "투자자가 원하는 투자 증가율" },
	unit = "per year",
	value = function(v)
		local wish = v.investor_response * ln(v.ai_coverage * v.investor_optimism)
		return clamp(wish, -FASTEST_CHANGE, FASTEST_CHANGE)
	end,
}

auxiliary "capex_growth" {
	label = { en = "Growth of AI investment", ko = "AI 투자 증가율" }, unit = "per year",
	value = function(v)
		local room = max(0, 1 - v.ai_capex / v.ai_capex_ceiling)
		return max(0, v.capex_wish) * room + min(0, v.capex_wish)
	end,
}

stock "ai_capex" {
	label = { en = "World AI investment", ko = "세계 AI 투자" }, group = "ai", unit = "bn USD/year", outcome = true,
	initial = function(v) return v.ai_capex_0 end,
	rate = function(v) return v.ai_capex * v.capex_growth end,
	help = {
		en = [[Yearly spending on AI data centres. The four largest firms spent 226 billion dollars in 2024 and
			378 in 2025. It drives the orders of foundries and the price of GPUs.]],
		ko = [[AI 데이터센터에 대한 연간 투자다. 상위 4개사는 2024년 2,260억, 2025년 3,784억 달러를 썼다.
			파운드리 주문과 GPU 가격을 좌우한다.]],
	},
}

stock "ai_capex_average" {
	label = { en = "AI investment, average of the last year", ko = "최근 1년 평균 AI 투자" }, unit = "bn USD/year",
	initial = function(v) return v.ai_capex_0 end,
	rate = function(v) return (v.ai_capex - v.ai_capex_average) / AVERAGING_TIME end,
}

-- ---- survivors ----------------------------------------------------------------------------------

auxiliary "firm_exits" {
	label = { en = "Frontier firms that give up", ko = "퇴출되는 선두 기업" }, unit = "firms/year",
	value = function(v)
		local too_many = max(0, v.frontier_firms - v.frontier_survivors)
		return too_many / v.consolidation_time * max(0, 1 - v.ai_coverage)
	end,
}

stock "frontier_firms" {
	label = { en = "Frontier AI firms", ko = "선두 AI 기업 수" }, group = "ai", unit = "firms", outcome = true,
	initial = function(v) return v.frontier_firms_0 end,
	rate = function(v) return -v.firm_exits end,
	help = {
		en = [[Expected number of firms at the frontier (fractions are probabilities). Fewer firms mean higher
			prices for computing, and less plant to be paid for.]],
		ko = [[선두 기업 수의 기댓값이다(소수는 확률을 뜻한다). 기업이 줄면 연산 가격은 오르고, 비용을 회수해야
			할 설비는 줄어든다.]],
	},
}

auxiliary "ai_writeoff" {
	label = { en = "Plant written off with failed firms", ko = "파산으로 상각되는 설비" }, unit = "bn USD/year",
	value = function(v) return v.ai_capital * (v.firm_exits / v.frontier_firms) * (1 - v.salvage) end,
}

stock "ai_capital" {
	label = { en = "AI plant in the world", ko = "세계 AI 설비 자산" }, unit = "bn USD",
	initial = function(v) return v.ai_capital_0 end,
	rate = function(v) return v.ai_capex - v.ai_capital / v.ai_capital_life - v.ai_writeoff end,
}

-- ---- pictures of the gap ------------------------------------------------------------------------

outcome "breakeven_fee" {
	label = { en = "Fee at which AI breaks even", ko = "AI 손익분기 요금" },
	group = "ai", unit = "USD/month", headline = 12, better = "lower",
	value = function(v) return v.ai_required_revenue / v.iphone_users / MONTHS_PER_YEAR end,
	help = {
		en = [[What each iPhone user would pay a month if all required revenue came from them: 34.72 dollars in
			J.P. Morgan's note of 2025, next to 15.49 for Netflix. Failures lower it, because the plant of
			the failed no longer has to be earned.]],
		ko = [[필요 매출을 아이폰 이용자가 모두 부담한다고 할 때 1인당 월 요금이다. JP모건(2025)의 값은
			34.72달러이며 넷플릭스 요금은 15.49달러다. 기업이 정리되면 그 설비의 비용을 회수할 필요가 없어져
			요금이 내려간다.]],
	},
}

local GPU_SHARE_OF_SPENDING = 0.5   -- Sequoia, 2024: GPUs are half of what a data centre costs
local TOTAL_OVER_GPU_COST = 2       -- ... so the total is twice the GPUs
local REVENUE_OVER_COST = 2         -- ... and at half gross margin revenue is twice the total

outcome "sequoia_required_revenue" {
	label = { en = "Sequoia's question at this investment", ko = "이 투자 규모에서의 세쿼이아 질문" },
	group = "ai", unit = "bn USD/year",
	value = function(v) return v.ai_capex * GPU_SHARE_OF_SPENDING * TOTAL_OVER_GPU_COST * REVENUE_OVER_COST end,
	help = {
		en = [[The rule of thumb of 2023: GPU sales, doubled for the rest of the data centre, doubled for the
			margin. 50 billion of Nvidia sales gave the 200-billion question, 150 the 600-billion
			question.]],
		ko = [[2023년의 어림셈이다. GPU 매출을 데이터센터 총비용으로 두 배, 이윤을 감안해 다시 두 배 한다.
			엔비디아 매출 500억 달러가 '2,000억 달러 질문'을, 1,500억 달러가 '6,000억 달러 질문'을
			낳았다.]],
	},
}

outcome "compute_oil_ratio" {
	label = { en = "AI revenue over the world's oil bill", ko = "세계 석유 지출 대비 AI 매출" },
	group = "ai", unit = "ratio",
	value = function(v)
		local oil_bn_usd = v.oil_volume * v.oil_price * DAYS_PER_YEAR / 1000
		return v.ai_revenue / oil_bn_usd
	end,
	help = {
		en = [[The essay of 2024 calls computing the oil of the age: 100 million barrels a day at 100 dollars
			are 3,650 billion dollars a year. 1 means that the world pays as much for AI as for oil.]],
		ko = [[2024년의 글은 연산을 이 시대의 석유라 불렀다. 하루 1억 배럴, 배럴당 100달러면 연 3조 6,500억
			달러다. 1이면 세계가 석유만큼 AI에 지출한다는 뜻이다.]],
	},
}

-- ---- what it means for the price of GPUs --------------------------------------------------------

-- Price rise per unit of investment above last year's; own estimate from H100 rents of 2023-2026.
local TIGHTNESS_PER_BOOM = 0.5
local BOOM_LOW = 0.5
local BOOM_HIGH = 1.5

auxiliary "gpu_markup" {
	label = { en = "Markup on computing", ko = "연산 가격의 이윤 가산율" }, unit = "share of cost",
	value = function(v) return v.oligopoly_markup / v.frontier_firms end,
}

auxiliary "gpu_tightness" {
	label = { en = "Tightness of the GPU market", ko = "GPU 시장의 수급 압력" }, unit = "ratio",
	value = function(v)
		local boom = clamp(v.ai_capex / v.ai_capex_average, BOOM_LOW, BOOM_HIGH)
		return 1 + TIGHTNESS_PER_BOOM * (boom - 1)
	end,
}

-- ---- checks -------------------------------------------------------------------------------------

check "the AI industry has no negative plant, investment or price" {
	label = {
		en = "The AI industry has no negative plant, investment or price",
		ko = "AI 산업의 설비·투자·가격은 음수가 되지 않는다",
	},
	holds = function(v)
		return v.ai_capital >= 0 and v.ai_capex >= 0 and v.compute_price > 0 and v.ai_revenue >= 0
			and v.ai_adoption >= 0 and v.ai_adoption <= 1 and v.frontier_firms > 0
	end,
}

check "with inelastic demand faster progress lowers AI revenue" {
	label = {
		en = "With inelastic demand, faster progress lowers AI revenue",
		ko = "수요가 비탄력적이면 기술 진보가 빠를수록 AI 매출이 준다",
	},
	given = { compute_elasticity = 0.9 },
	versus = { hardware_progress = { plus = 0.1 }, algorithm_progress = { plus = 0.1 } },
	at = 2040,
	holds = function(v, w) return w.ai_revenue <= v.ai_revenue end,
}

check "with elastic demand faster progress raises AI revenue" {
	label = {
		en = "With elastic demand, faster progress raises AI revenue",
		ko = "수요가 탄력적이면 기술 진보가 빠를수록 AI 매출이 는다",
	},
	given = { compute_elasticity = 1.3 },
	versus = { hardware_progress = { plus = 0.1 }, algorithm_progress = { plus = 0.1 } },
	at = 2040,
	holds = function(v, w) return w.ai_revenue >= v.ai_revenue end,
}
