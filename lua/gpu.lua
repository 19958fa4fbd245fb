-- SPDX-License-Identifier: MIT
--
-- Public GPUs: what the state buys, what it costs, and what it does for startups.
--
-- The state builds up a fleet to a target and lends it out at a fraction of the market price.  Machines
-- retire after some years, and they lose value earlier, because newer ones do more work for the same
-- money: `gpu_effective` counts the fleet in frontier GPUs.  Cheap hours go to startups (fewer of them
-- fail, more of the world's AI revenue comes to Korea) and to research. The net cost is what the
-- treasury pays: purchase and operation less fees.
--
-- Left out: delays of delivery and power supply, the quality of allocation, and what researchers
-- discover.  The revenue that Korean firms win is shown but does not flow back into GDP or tax revenue
-- of the other sections.

-- ---- levers -------------------------------------------------------------------------------------

lever "gpu_target" {
	label = { en = "Public GPUs: target", ko = "공공 GPU 목표 수량" },
	group = "gpu", unit = "GPU", default = parameter("kr_gpu_target_2028"), range = { 0, 300000 }, step = 1000,
	marks = {
		{ parameter("kr_gpu_awarded"), { en = "bought in 2025", ko = "2025년 확보분" },
			source = "Ministry of Science and ICT, GPU procurement result, July 2025" },
		{ 52000, { en = "plan for 2028", ko = "2028년 정부 계획" }, source = "Government plan, December 2025" },
		{ 200000, { en = "ambition for 2030", ko = "2030년 확대 구상" },
			source = "Government growth strategy, August 2025 (not verified)" },
		{ 260000, { en = "whole Nvidia agreement", ko = "엔비디아 공급 합의 전량" },
			source = "Nvidia and Korean government, 31 October 2025" },
	},
	help = {
		en = [[Number of GPUs that the state owns in the target year and afterwards. The supplementary budget of
			2025 bought 13,136 (10,080 B200 and 3,056 H200) for 1.46 trillion won, 10,456 of them for the
			government's own allocation; the plan is 52,000 by 2028. Each thousand costs about 0.11 trillion
			won at first and must be replaced every six years or so. Meta alone had about 1.3 million in
			2025.]],
		ko = [[목표 연도와 그 이후에 정부가 보유할 GPU 수량이다. 2025년 1차 추경 1조 4,600억원으로 1만
			3,136장(B200 1만 80장, H200 3,056장)을 확보했고 이 가운데 1만 456장을 정부가 배분한다. 정부
			계획은 2028년까지 5만 2,000장이다. 1,000장마다 초기에 약 1,100억원이 들고 6년 정도마다 교체해야
			한다. 참고로 메타 한 곳이 2025년 약 130만 장을 보유했다.]],
	},
}

lever "gpu_target_year" {
	label = { en = "Year in which the target is reached", ko = "목표 달성 연도" },
	group = "gpu", unit = "year", default = 2028, range = { 2027, 2035 }, step = 1,
	help = {
		en = [[The fleet grows evenly from 2026 until this year. Earlier means more purchases at once and
			machines that age sooner; later buys better machines for the money, because throughput per GPU
			grows by more than a third a year.]],
		ko = [[2026년부터 이 해까지 고르게 늘린다. 앞당기면 초기 구매비가 몰리고 장비도 일찍 낡는다. 늦추면
			GPU당 성능이 해마다 3분의 1 이상 좋아지므로 같은 돈으로 더 나은 장비를 살 수 있다.]],
	},
}

lever "gpu_fee" {
	label = { en = "Fee for users", ko = "이용료" },
	group = "gpu", unit = "share of market price", default = percent("kr_gpu_user_fee_share"), range = { 0, 1.2 },
	step = 0.025,
	basis = "estimate",
	marks = {
		{ 0.05, { en = "present fee, low end", ko = "현행 이용료 하한" },
			source = "Ministry of Science and ICT, 2026 (not verified)" },
		{ 0.10, { en = "present fee, high end", ko = "현행 이용료 상한" },
			source = "Ministry of Science and ICT, 2026 (not verified)" },
		{ 1, { en = "market price", ko = "시장가격" }, source = "definition" },
	},
	help = {
		en = [[What users of public GPUs pay relative to renting on the market. Small firms pay about 5 to 10
			percent now, universities nothing. A low fee draws more users than there are GPUs (514 proposals
			for 159 places in the first call of 2026) and leaves the cost with the state; at 1 the state is
			a cloud provider like others; above 1 it deters.]],
		ko = [[공공 GPU 이용자가 시장 임차료에 견주어 내는 비율이다. 현재 중소기업은 약 5~10%를 내고 대학은
			무료다. 이용료가 낮으면 수요가 공급을 크게 넘고(2026년 1차 공모에서 514개 과제가 신청해 159개
			선정) 비용은 국가가 진다. 1이면 민간 클라우드와 같고, 1을 넘으면 이용을 꺼리게 된다.]],
	},
}

lever "gpu_startup_share" {
	label = { en = "Capacity for startups", ko = "스타트업 배정 비율" },
	group = "gpu", unit = "share of capacity", default = 0.5, range = { 0, 1 }, step = 0.05,
	basis = "estimate",
	source = "second call of March 2026: 4,000 of 5,000 GPUs for industry; first call: 1,288 of 4,224",
	help = {
		en = [[Part of the GPU hours that goes to AI startups; the rest goes to universities and institutes.
			Industry got 1,288 of 4,224 GPUs in the first call of 2026 and 4,000 of 5,000 in the second.
			More lowers startups' cost of computing, up to the point where all their demand is met.]],
		ko = [[GPU 이용시간 중 AI 스타트업에 돌아가는 몫이며 나머지는 대학과 연구기관이 쓴다. 2026년 1차
			공모에서는 산업계에 4,224장 중 1,288장, 2차에서는 5,000장 중 4,000장을 배정했다. 비율이 높을수록
			스타트업의 연산비용이 내려가지만 수요가 다 채워지면 더 내려가지 않는다.]],
	},
}

lever "gpu_refresh" {
	label = { en = "Replacement of old GPUs", ko = "노후 GPU 교체 비율" },
	group = "gpu", unit = "share of retired GPUs replaced", default = 1, range = { 0, 1 }, step = 0.1,
	basis = "definition", source = "1 keeps the fleet at its target",
	help = {
		en = [[Share of retiring machines that is bought anew after the target year. 1 keeps the fleet; 0 lets
			it fade away within some years, as a one-off programme would. KISTI's supercomputer of 2018 is
			replaced in 2026.]],
		ko = [[목표 연도 이후 퇴역하는 장비 가운데 새로 사서 채우는 비율이다. 1이면 규모가 유지되고, 0이면
			일회성 사업처럼 몇 년 안에 사라진다. 2018년 도입된 KISTI 슈퍼컴퓨터는 2026년에 교체된다.]],
	},
}

-- ---- assumptions: machines ----------------------------------------------------------------------

uncertainty "gpu_fleet_0" {
	label = { en = "Public GPUs at the start of 2026", ko = "2026년 초 공공 GPU" },
	group = "gpu", unit = "GPU", default = parameter("kr_gpu_government_use"), spread = fixed(), step = 1,
	help = {
		en = [[10,456 of the 13,136 GPUs of the 2025 supplementary budget are the government's to allocate; the
			providers keep the rest.]],
		ko = [[2025년 추경으로 확보한 1만 3,136장 중 정부가 배분하는 1만 456장이다. 나머지는 클라우드 사업자가
			쓴다.]],
	},
}

uncertainty "gpu_unit_cost" {
	label = { en = "Cost of a GPU, all in", ko = "GPU 1장당 총사업비" },
	group = "gpu", unit = "mn KRW/GPU", default = parameter("kr_gpu_cost_allin"),
	spread = spread_of("kr_gpu_cost_allin"), step = 1,
	help = {
		en = [[Purchase price of a GPU with its server, network and installation: 1.459 trillion won for 13,136
			GPUs in 2025, 111 million each. The chip alone costs about 54 million in the agreement of
			October 2025 with Nvidia.]],
		ko = [[서버, 네트워크, 설치비를 포함한 GPU 1장의 구매비다. 2025년 추경에서 1조 4,590억원으로 1만
			3,136장을 확보해 1장당 1억 1,100만원이었다. 2025년 10월 엔비디아 합의 기준 칩 가격만은 약
			5,400만원이다.]],
	},
}

uncertainty "gpu_price_growth" {
	label = { en = "Growth of the price of a frontier GPU", ko = "최신 GPU 가격 상승률" },
	group = "gpu", unit = "per year", default = 0.08, spread = triangular(0.03, 0.08, 0.12), step = 0.005,
	basis = "estimate",
	source = "own reading of data/gpu_generations.csv: H100 30,000 USD in 2022, B200 40,000 in 2025",
	help = {
		en = [[A new GPU does more and costs more. List prices rose by about 10 percent a year from the A100
			(12,000 dollars, 2020) over the H100 to the B200 (40,000, 2025), with a jump in between. The
			growth slows down with technical progress.]],
		ko = [[새 GPU는 성능이 높아지면서 값도 오른다. A100(2020년 1만 2,000달러)에서 H100을 거쳐 B200(2025년
			4만 달러)까지 크게 올랐고, H100 이후로는 연 10% 정도다. 상승세는 기술 진보와 함께 둔화된다.]],
	},
}

uncertainty "gpu_performance_growth" {
	label = { en = "Growth of work done by a new GPU", ko = "신형 GPU의 성능 향상률" },
	group = "gpu", unit = "per year (log)", default = 0.38, spread = triangular(0.30, 0.38, 0.50), step = 0.01,
	basis = "estimate",
	source = "own reading of data/gpu_generations.csv: 2.27 times from H100 (2022) to B200 (2025), less in memory-bound work",
	help = {
		en = [[How fast an installed GPU falls behind the frontier: 2.3 times the throughput per generation of a
			little over two years is 0.38 a year. It decides how soon a public fleet that is not renewed
			becomes worthless.]],
		ko = [[이미 설치된 GPU가 최신 제품에 뒤처지는 속도다. 2년 남짓한 한 세대에 처리량이 2.3배가 되면 연
			0.38에 해당한다. 교체하지 않는 공공 GPU가 얼마나 빨리 쓸모를 잃는지를 결정한다.]],
	},
}

uncertainty "gpu_life" {
	label = { en = "Physical life of a GPU", ko = "GPU의 물리적 수명" },
	-- Above the accounting life of 5 years in data/parameters.csv: public machines run longer.
	group = "gpu", unit = "years", default = 6, spread = triangular(5, 6, 8), step = 0.5,
	basis = "estimate",
	source = "own estimate; cloud firms write servers off over 5 to 6 years (company reports, 2025)",
	help = {
		en = [[Years until a public GPU is retired. Cloud firms write servers off over 5 to 6 years; 3 to 9
			percent fail each year in hard use.]],
		ko = [[공공 GPU가 퇴역하기까지의 기간이다. 클라우드 기업의 상각 기간은 5~6년이며, 고강도로 쓰면 연
			3~9%가 고장 난다.]],
	},
}

uncertainty "gpu_economic_life" {
	label = { en = "Economic life of a GPU", ko = "GPU의 경제적 수명" },
	group = "gpu", unit = "years", default = parameter("gpu_life_economic"),
	spread = spread_of("gpu_life_economic"), step = 0.5,
	help = {
		en = [[Years in which a private owner must earn the price back before newer machines undercut it. It
			sets the market price of a GPU hour: H100 rents fell from 8 dollars in mid 2023 to 1.70 in
			October 2025.]],
		ko = [[민간 소유자가 신형 장비에 밀리기 전에 투자금을 회수해야 하는 기간이다. GPU 시간당 시장가격이
			여기서 정해진다. H100 임대료는 2023년 중반 8달러에서 2025년 10월 1.70달러로 떨어졌다.]],
	},
}

uncertainty "gpu_power" {
	label = { en = "Power of a GPU with its server", ko = "GPU 1장당 소비전력(서버 포함)" },
	-- A B200 draws 1.0 kW; its server needs 1.45 times as much.
	group = "gpu", unit = "kW", default = parameter("server_overhead") * parameter("gpu_power_b200") / 1000,
	spread = triangular(1.2, parameter("server_overhead") * parameter("gpu_power_b200") / 1000, 1.9), step = 0.05,
	basis = "estimate",
	help = {
		en = [[A B200 draws 1.0 kW, with its share of the server about 1.45. 52,000 of them need 75 megawatts
			before cooling.]],
		ko = [[B200은 1.0kW, 서버 몫까지 더하면 약 1.45kW를 쓴다. 5만 2,000장이면 냉각을 빼고도 75MW가
			필요하다.]],
	},
}

uncertainty "gpu_pue" {
	label = { en = "Power usage effectiveness", ko = "전력사용효율(PUE)" },
	group = "gpu", unit = "ratio", default = parameter("pue_korea_ai"), spread = spread_of("pue_korea_ai"),
	step = 0.01,
	help = {
		en = [[Power of the whole data centre over power of its computers: 1.56 in the industry's mean, 1.15 at
			the largest operators.]],
		ko = [[데이터센터 전체 전력을 정보기술 장비 전력으로 나눈 값이다. 업계 평균은 1.56, 초대형 사업자는 1.15
			수준이다.]],
	},
}

uncertainty "power_price" {
	label = { en = "Price of industrial electricity", ko = "산업용 전기요금" },
	group = "gpu", unit = "KRW/kWh", default = parameter("kr_power_price"), spread = spread_of("kr_power_price"),
	step = 1,
	help = {
		en = [[In 2026 won; it follows the price level. Large industry paid 182.7 won after the rise of October
			2024.]],
		ko = [[2026년 가격 기준이며 물가를 따라 오른다. 2024년 10월 인상 이후 대용량 산업용은 kWh당
			182.7원이다.]],
	},
}

uncertainty "gpu_operation_share" {
	label = { en = "Yearly operation over purchase price", ko = "구매가 대비 연간 운영비" },
	group = "gpu", unit = "share per year", default = 0.06, spread = triangular(0.04, 0.06, 0.09), step = 0.005,
	basis = "estimate",
	source = "own estimate; the 2025 programme budgets 0.60 of 1.46 trn KRW for integrated operation over its term",
	help = {
		en = [[Staff, space, network, repair and software without power, per year, as a share of the purchase
			price.]],
		ko = "전기요금을 제외한 인력, 공간, 회선, 수리, 소프트웨어 비용을 구매가에 견준 연간 비율이다.",
	},
}

uncertainty "gpu_max_utilisation" {
	label = { en = "Highest utilisation of a public cloud", ko = "공공 클라우드의 최대 가동률" },
	group = "gpu", unit = "share", default = percent("gpu_utilisation_public"),
	spread = percent_spread_of("gpu_utilisation_public"), step = 0.01,
	help = {
		en = [[Share of hours in which public GPUs are at work if there is demand. Machines given out by project
			stand idle between runs; 30 to 80 percent are plausible, commercial clouds reach about 70. No
			Korean figure has been published.]],
		ko = [[수요가 충분할 때 공공 GPU가 실제로 가동되는 시간 비율이다. 과제별로 배정된 장비는 작업 사이에
			쉬기 쉽다. 30~80%가 가능한 범위이며 상업 클라우드는 70% 안팎이다. 국내 통계는 공표된 것이
			없다.]],
	},
}

uncertainty "gpu_market_utilisation" {
	label = { en = "Utilisation of private GPU clouds", ko = "민간 GPU 클라우드 가동률" },
	group = "gpu", unit = "share", default = percent("gpu_utilisation_cloud"),
	spread = percent_spread_of("gpu_utilisation_cloud"), step = 0.01,
	help = {
		en = [[Hours sold over hours owned at commercial providers; the fewer hours they sell, the more each
			must cost.]],
		ko = "상업 사업자가 보유한 시간 가운데 판매된 시간의 비율이다. 덜 팔릴수록 시간당 가격이 올라간다.",
	},
}

-- ---- assumptions: startups ----------------------------------------------------------------------

uncertainty "gpu_demand_0" {
	label = { en = "Startups' demand for GPUs in 2026", ko = "2026년 스타트업의 GPU 수요" },
	group = "gpu", unit = "GPU", default = 12000, spread = triangular(6000, 12000, 25000), step = 500,
	basis = "estimate",
	source = "own estimate: 514 proposals in the first call of 2026, 26.6 GPUs per project selected",
	help = {
		en = [[What Korean startups and researchers would rent at the market price. 514 proposals asked for
			about 13,700 GPUs in 2026.]],
		ko = [[국내 스타트업과 연구자가 시장가격에서 빌리려는 수량이다. 2026년 1차 공모의 514개 과제를 환산하면
			약 1만 3,700장이다.]],
	},
}

uncertainty "ai_firms_0" {
	label = { en = "AI startups in 2026", ko = "2026년 AI 스타트업 수" },
	group = "gpu", unit = "firms", default = parameter("kr_ai_startups"), spread = fixed(), step = 1,
	help = {
		en = [[About 2,500 AI companies of all ages in the survey of 2024, of which 900 to 2,000 count as
			startups.]],
		ko = "2024년 실태조사의 AI 기업은 약 2,500개이며 이 가운데 900~2,000개를 스타트업으로 볼 수 있다.",
	},
}

uncertainty "ai_firm_exit" {
	label = { en = "AI startups that fail each year", ko = "AI 스타트업의 연간 퇴출률" },
	-- ln(1 / 0.562) / 3: the yearly rate behind a three-year survival of 56.2 percent in data/startup_survival.csv.
	group = "gpu", unit = "per year", default = 0.192, spread = triangular(0.125, 0.192, 0.25), step = 0.005,
	basis = "published",
	source = "Software Policy and Research Institute survey, 2025: three-year survival 56.2 percent (Hankyung Business)",
	help = {
		en = [[At the market price of computing. 56.2 percent of AI startups with a research unit survive three
			years, a rate of 0.192 a year; in all industries 68.8 percent do, 0.125.]],
		ko = [[연산을 시장가격으로 살 때의 퇴출률이다. 연구조직을 둔 AI 스타트업의 3년 생존율은 56.2%로 연
			0.192에 해당하며, 전 산업은 68.8%, 0.125다.]],
	},
}

uncertainty "kr_ai_share_0" {
	label = { en = "Korea's share of world AI revenue in 2026", ko = "2026년 세계 AI 매출 중 한국 비중" },
	group = "gpu", unit = "share", default = 0.012, spread = triangular(0.006, 0.012, 0.02), step = 0.001,
	basis = "estimate", source = "own estimate; Korea's share of world GDP is 1.6 percent (IMF, 2025)",
	help = {
		en = "Revenue of Korean AI firms, 1.7 trillion won at 1.2 percent. Korea has 1.6 percent of world GDP.",
		ko = "한국 AI 기업의 매출 비중이다. 1.2%면 약 1조 7천억원이다. 한국은 세계 GDP의 1.6%를 차지한다.",
	},
}

-- ---- the fleet ----------------------------------------------------------------------------------

-- Years from the wish for a machine to its delivery; own estimate, tender of May to award of July 2025.
local PROCUREMENT_TIME = 0.5

auxiliary "gpu_planned" {
	label = { en = "Fleet that is planned", ko = "계획상 GPU 수량" }, unit = "GPU",
	value = function(v)
		if v.t < v.gpu_target_year then
			local done = progress_between(v, BASE_YEAR, v.gpu_target_year)
			return v.gpu_fleet_0 + (v.gpu_target - v.gpu_fleet_0) * done
		end
		return v.gpu_target * exp(-(1 - v.gpu_refresh) * (v.t - v.gpu_target_year) / v.gpu_life)
	end,
}

auxiliary "gpu_retired" {
	label = { en = "GPUs retired", ko = "퇴역 GPU" }, unit = "GPU/year",
	value = function(v) return v.gpu_fleet / v.gpu_life end,
}

auxiliary "gpu_bought" {
	label = { en = "GPUs bought", ko = "구매 GPU" }, unit = "GPU/year",
	value = function(v) return max(0, (v.gpu_planned - v.gpu_fleet) / PROCUREMENT_TIME + v.gpu_retired) end,
}

stock "gpu_fleet" {
	label = { en = "Public GPUs", ko = "공공 GPU 보유량" },
	group = "gpu", unit = "GPU", outcome = true, better = "higher",
	initial = function(v) return v.gpu_fleet_0 end,
	rate = function(v) return v.gpu_bought - v.gpu_retired end,
	help = {
		en = "Machines that the state owns, old and new. 10,456 at the start of 2026.",
		ko = "정부가 보유한 장비 수량으로 신형과 구형을 모두 센다. 2026년 초 1만 456장이다.",
	},
}

stock "gpu_effective" {
	label = { en = "Public GPUs in frontier equivalents", ko = "최신 GPU로 환산한 공공 GPU" },
	group = "gpu", unit = "GPU", outcome = true, better = "higher",
	initial = function(v) return v.gpu_fleet_0 end,
	rate = function(v)
		local falls_behind = v.gpu_performance_growth * v.progress_pace
		return v.gpu_bought - v.gpu_effective * (1 / v.gpu_life + falls_behind)
	end,
	help = {
		en = [[The fleet counted in GPUs of the newest kind. 52,000 machines of mixed age do the work of 20,000
			to 25,000 new ones in the 2030s: a fleet is not a possession but a current expense.]],
		ko = [[보유 장비를 최신 GPU 기준으로 환산한 수량이다. 연식이 섞인 5만 2,000장은 2030년대에 신형 약
			2만~2만 5,000장 몫을 한다. GPU는 쌓이는 자산이라기보다 계속 드는 비용에 가깝다.]],
	},
}

-- ---- prices -------------------------------------------------------------------------------------

auxiliary "gpu_unit_price" {
	label = { en = "Price of a new GPU, all in", ko = "신형 GPU 1장당 총사업비" }, unit = "mn KRW/GPU",
	value = function(v)
		-- Growth that halves every progress_halflife years, added up since 2026.
		local years_of_growth = v.progress_halflife / ln(2) * (1 - v.progress_pace)
		return v.gpu_unit_cost * exp(v.gpu_price_growth * years_of_growth)
	end,
}

local KRW_PER_MN = 1e6

-- A private owner must earn purchase, operation and power in the hours that can be sold.
auxiliary "gpu_hour_cost" {
	label = { en = "Cost of a GPU hour", ko = "GPU 시간당 원가" }, unit = "KRW/GPU-hour",
	value = function(v)
		local yearly_share = 1 / v.gpu_economic_life + v.gpu_operation_share
		local machine = v.gpu_unit_price * KRW_PER_MN * yearly_share / HOURS_PER_YEAR
		local power = v.gpu_power * v.gpu_pue * v.power_price * v.price_level
		return (machine + power) / v.gpu_market_utilisation
	end,
}

outcome "gpu_market_price" {
	label = { en = "Market price of a GPU hour", ko = "GPU 시간당 시장가격" },
	group = "gpu", unit = "KRW/GPU-hour", better = "lower",
	value = function(v) return v.gpu_hour_cost * (1 + v.gpu_markup) * v.gpu_tightness end,
	help = {
		en = [[Rent of a frontier GPU for an hour: cost, the markup of sellers, and the tightness of the market.
			About 6,700 won (4.6 dollars) at the start; a B200 was listed at 6.03 dollars on demand in March
			2026, an H100 at 2.35 by contract.]],
		ko = [[최신 GPU의 시간당 임차료로 원가에 공급자 이윤과 수급 압력을 반영한다. 시작 시점에 약
			6,700원(4.6달러)이다. 2026년 3월 B200 수시 임대는 6.03달러, H100 약정 임대는 2.35달러였다.]],
	},
}

-- ---- use ----------------------------------------------------------------------------------------

local DEMAND_PER_ADOPTION = 0.7    -- elasticity of startups' demand to adoption; own estimate
local DEMAND_PER_FEE = -0.5        -- elasticity of use to the fee; own estimate, half of that of inference
-- Free GPUs are asked for six times as much at most; own estimate (3.2 times in the first call).
local MOST_EXTRA_DEMAND = 6
local SMALLEST_FEE = 0.01

auxiliary "gpu_market_demand" {
	label = { en = "Demand for GPUs at the market price", ko = "시장가격 기준 GPU 수요" }, unit = "GPU",
	value = function(v) return v.gpu_demand_0 * (v.ai_adoption / v.ai_adoption_0) ^ DEMAND_PER_ADOPTION end,
}

auxiliary "gpu_public_demand" {
	label = { en = "Demand for GPUs at the public fee", ko = "공공 이용료 기준 GPU 수요" }, unit = "GPU",
	value = function(v)
		return v.gpu_market_demand * min(MOST_EXTRA_DEMAND, max(v.gpu_fee, SMALLEST_FEE) ^ DEMAND_PER_FEE)
	end,
}

outcome "gpu_utilisation" {
	label = { en = "Utilisation of public GPUs", ko = "공공 GPU 가동률" },
	group = "gpu", unit = "share", better = "higher",
	value = function(v) return min(v.gpu_max_utilisation, v.gpu_public_demand / max(v.gpu_effective, 1)) end,
	help = {
		en = [[Share of hours at work: all that a public cloud can reach, or less if demand is lacking, for
			example at a fee above the market.]],
		ko = [[실제 가동되는 시간의 비율이다. 공공 클라우드가 낼 수 있는 최대치이며, 이용료가 시장가격을 넘는 등
			수요가 모자라면 더 낮다.]],
	},
}

-- ---- what it costs ------------------------------------------------------------------------------

auxiliary "gpu_hours_value" {
	label = { en = "Public GPU hours at market price", ko = "공공 GPU 이용시간의 시장가치" }, unit = "trn KRW/year",
	value = function(v)
		local hours = v.gpu_effective * v.gpu_utilisation * HOURS_PER_YEAR
		return hours * v.gpu_market_price * TRN_PER_KRW
	end,
}

auxiliary "gpu_revenue" {
	label = { en = "Fees from users", ko = "이용료 수입" }, unit = "trn KRW/year",
	value = function(v) return v.gpu_hours_value * v.gpu_fee end,
}

outcome "gpu_subsidy" {
	label = { en = "Value given to users of public GPUs", ko = "공공 GPU 이용자 지원 가치" },
	group = "gpu", unit = "trn KRW/year",
	value = function(v) return v.gpu_hours_value * (1 - v.gpu_fee) end,
	help = {
		en = [[What users save against renting on the market. Compare it with the net cost: where it is smaller,
			vouchers for private clouds would give users the same for less. Negative at a fee above the
			market.]],
		ko = [[이용자가 시장 임차에 견주어 아끼는 금액이다. 순비용과 비교해 보아야 한다. 지원 가치가 순비용보다
			작으면 민간 클라우드 이용권을 주는 편이 같은 효과를 더 싸게 낸다. 이용료가 시장가격을 넘으면
			음수가 된다.]],
	},
}

auxiliary "gpu_capex" {
	label = { en = "Purchase of GPUs", ko = "GPU 구매비" }, unit = "trn KRW/year",
	value = function(v) return v.gpu_bought * v.gpu_unit_price * TRN_PER_MN end,
}

auxiliary "gpu_opex" {
	label = { en = "Operation of GPUs", ko = "GPU 운영비" }, unit = "trn KRW/year",
	value = function(v)
		local power = v.gpu_power * v.gpu_pue * HOURS_PER_YEAR * v.power_price * v.price_level * TRN_PER_KRW
		local operation = v.gpu_operation_share * v.gpu_unit_price * TRN_PER_MN
		return v.gpu_fleet * (power + operation)
	end,
}

outcome "gpu_net_cost" {
	label = { en = "Net cost of public GPUs", ko = "공공 GPU 순비용" },
	group = "gpu", unit = "trn KRW/year", better = "lower",
	value = function(v) return v.gpu_capex + v.gpu_opex - v.gpu_revenue end,
	help = {
		en = [[Purchase and operation less fees, paid by the state. The plan for 52,000 costs 2 to 4 trillion
			won a year until 2050, compared with an AI budget of 10.1 trillion in 2026.]],
		ko = [[구매비와 운영비에서 이용료를 뺀, 국가가 부담하는 금액이다. 5만 2,000장 계획은 2050년까지 해마다
			2조~4조원이 들며, 2026년 AI 예산은 10조 1천억원이다.]],
	},
}

outcome "stranded_avoided" {
	label = { en = "GPUs that would be lost with failing owners", ko = "공공 소유로 피한 GPU 유휴화 손실" },
	group = "gpu", unit = "trn KRW/year", better = "higher",
	value = function(v)
		return v.gpu_effective * v.gpu_unit_price * TRN_PER_MN * v.ai_firm_exit * (1 - v.salvage)
	end,
	help = {
		en = [[Had startups bought the same GPUs, part of them would be lost each time one fails. Publicly owned
			machines go to the next user. This is the argument of essay 1 for public ownership, in won.]],
		ko = [[스타트업이 같은 GPU를 직접 샀다면 문을 닫을 때마다 일부가 사장되었을 것이다. 공공 소유 장비는
			다음 이용자에게 넘어간다. 첫 번째 글이 내세운 공공 소유의 논거를 금액으로 나타낸 것이다.]],
	},
}

-- ---- what it does for startups ------------------------------------------------------------------

local LOWEST_COMPUTE_COST = 0.05     -- startups always bear some cost of their own
local EXIT_PER_COMPUTE_COST = 0.5    -- elasticities, own estimates: computing is about half of what sinks an AI startup
local SHARE_PER_FIRMS = 0.3
local SHARE_PER_COMPUTE_COST = -0.2
local ENTRY_PER_ADOPTION = 2         -- adoption going from 8 to 58 percent doubles the founding of firms; own estimate
local CLOSED_MODELS_ONLY = 0.7       -- founding and success without any open model ...
local OPEN_MODEL_GAIN = 0.5          -- ... and what full parity adds; 1 at today's parity of 0.6; own estimate
local MARKET_SHARE_TIME = 4          -- years until customers have moved; own estimate

local function open_model_effect(v)
	return CLOSED_MODELS_ONLY + OPEN_MODEL_GAIN * v.open_model_parity
end

auxiliary "startup_coverage" {
	label = { en = "Startups' demand met by public GPUs", ko = "공공 GPU의 스타트업 수요 충족률" }, unit = "share",
	value = function(v)
		return min(1, v.gpu_startup_share * v.gpu_effective * v.gpu_utilisation / v.gpu_market_demand)
	end,
}

auxiliary "startup_compute_cost" {
	label = { en = "Startups' cost of computing, market = 1", ko = "스타트업의 연산비용(시장가격 = 1)" },
	unit = "index",
	value = function(v) return max(LOWEST_COMPUTE_COST, 1 - v.startup_coverage * (1 - min(v.gpu_fee, 1))) end,
}

auxiliary "ai_firm_entries" {
	label = { en = "AI startups founded", ko = "AI 스타트업 창업" }, unit = "firms/year",
	value = function(v)
		local opportunity = 1 + ENTRY_PER_ADOPTION * (v.ai_adoption - v.ai_adoption_0)
		return v.ai_firm_exit * v.ai_firms_0 * opportunity * open_model_effect(v)
	end,
}

stock "ai_firms" {
	label = { en = "AI startups in Korea", ko = "국내 AI 스타트업 수" },
	group = "gpu", unit = "firms", outcome = true, headline = 9, better = "higher",
	initial = function(v) return v.ai_firms_0 end,
	rate = function(v)
		local exits = v.ai_firm_exit * v.startup_compute_cost ^ EXIT_PER_COMPUTE_COST * v.ai_firms
		return v.ai_firm_entries - exits
	end,
	help = {
		en = [[Startups alive. Cheap computing lets more of them survive, adoption and open models let more be
			founded. About 1,300 in 2026; they grow threefold with adoption in any case, so look at the
			difference between settings.]],
		ko = [[활동 중인 스타트업 수다. 연산비용이 낮으면 더 많이 살아남고, AI 확산과 공개 모델은 창업을 늘린다.
			2026년 약 1,300개이며 AI가 확산되면 정책과 무관하게 약 3배로 늘어나므로 설정 간 차이를 보아야
			한다.]],
	},
}

auxiliary "kr_ai_share_target" {
	label = {
		en = "Share of AI revenue that Korean firms can win",
		ko = "한국 기업이 도달할 수 있는 AI 매출 비중",
	},
	unit = "share",
	value = function(v)
		local by_firms = (v.ai_firms / v.ai_firms_0) ^ SHARE_PER_FIRMS
		local by_cost = v.startup_compute_cost ^ SHARE_PER_COMPUTE_COST
		return v.kr_ai_share_0 * by_firms * open_model_effect(v) * by_cost
	end,
}

stock "kr_ai_share" {
	label = { en = "Korea's share of world AI revenue", ko = "세계 AI 매출 중 한국 비중" }, unit = "share",
	initial = function(v) return v.kr_ai_share_0 end,
	rate = function(v) return (v.kr_ai_share_target - v.kr_ai_share) / MARKET_SHARE_TIME end,
}

outcome "kr_ai_revenue" {
	label = { en = "Revenue of Korean AI firms", ko = "국내 AI 기업 매출" },
	group = "gpu", unit = "trn KRW/year", headline = 10, better = "higher",
	value = function(v) return in_trn_krw(v, v.ai_revenue * v.kr_ai_share) end,
	help = {
		en = [[Korea's share of what the world pays for AI, 1.7 trillion won at the start. It depends on world
			revenue far more than on public GPUs: compare the settings, not the years.]],
		ko = [[세계 AI 지출 가운데 한국 기업의 몫으로 시작 시점에 약 1조 7천억원이다. 공공 GPU보다 세계 시장
			규모에 훨씬 크게 좌우되므로 연도 간이 아니라 설정 간 차이를 비교해야 한다.]],
	},
}

-- Corporate, income and value-added tax on AI revenue; own estimate, about half of the tax burden of 26.8 percent.
local TAX_PER_REVENUE = 0.12

outcome "ai_tax" {
	label = { en = "Tax on Korean AI revenue", ko = "국내 AI 매출에 따른 세수" },
	group = "gpu", unit = "trn KRW/year", better = "higher",
	value = function(v) return TAX_PER_REVENUE * v.kr_ai_revenue end,
	help = {
		en = [[About 12 won of tax per 100 won of revenue. For comparison with the net cost of public GPUs; it
			is not counted against the policies' debt, because part of it would come without them.]],
		ko = [[매출 100원당 세금 약 12원으로 본다. 공공 GPU 순비용과 견주어 보기 위한 값이며, 정책이 없어도
			들어올 세수가 섞여 있으므로 정책 부채에서 빼지 않는다.]],
	},
}

-- ---- checks -------------------------------------------------------------------------------------

check "no negative GPUs, firms or prices" {
	label = { en = "No negative GPUs, firms or prices", ko = "GPU·기업 수·가격은 음수가 되지 않는다" },
	holds = function(v)
		return v.gpu_fleet >= 0 and v.gpu_effective >= 0 and v.ai_firms >= 0 and v.kr_ai_share >= 0
			and v.gpu_market_price > 0
			and v.gpu_utilisation >= 0 and v.gpu_utilisation <= 1
	end,
}

check "a lower fee never lowers the number of AI startups" {
	label = {
		en = "A lower fee never lowers the number of AI startups",
		ko = "이용료를 낮춰도 AI 스타트업 수는 줄지 않는다",
	},
	versus = { gpu_fee = { times = 0.5 } },
	holds = function(v, w) return w.ai_firms >= v.ai_firms end,
}
