-- SPDX-License-Identifier: MIT
--
-- The synthetic model of the bench: ten sectors of fifteen equations, 75 steps. bench/synthetic.c is the same in plain C.

model { start = 2026, stop = 2101, step = 1 }

local DEPRECIATION = 1 / 15

for i = 1, 10 do
	local function name(what) return what .. "_" .. i end

	uncertainty(name("growth")) { default = 0.02 + 0.001 * i, spread = uniform(0.01, 0.04) }
	uncertainty(name("delay")) { default = 3, spread = triangular(1, 3, 6) }

	stock(name("capital")) {
		initial = 100 + i,
		rate = function(v) return v[name("investment")] - v[name("depreciation")] end,
	}
	stock(name("demand")) {
		initial = 30 + 5 * i,
		rate = function(v) return v[name("demand")] * v[name("growth_now")] end,
	}
	stock(name("price")) {
		initial = 1,
		rate = function(v) return (v[name("target_price")] - v[name("price")]) / v[name("delay")] end,
	}

	auxiliary(name("capacity")) { value = function(v) return 0.4 * v[name("capital")] end }
	auxiliary(name("output")) { value = function(v) return min(v[name("demand")], v[name("capacity")]) end }
	outcome(name("utilisation")) { value = function(v) return v[name("output")] / max(v[name("capacity")], 1) end }
	auxiliary(name("growth_now")) { value = function(v) return v[name("growth")] * exp(-0.1 * v[name("price")]) end }
	auxiliary(name("cost")) {
		value = function(v)
			local used = v[name("utilisation")]
			return 0.3 + 0.2 * used * used
		end,
	}
	auxiliary(name("tightness")) { value = function(v) return v[name("demand")] / (v[name("output")] + 1) end }
	auxiliary(name("target_price")) {
		value = function(v) return clamp(v[name("cost")] * (1 + 0.5 * v[name("tightness")]), 0.2, 5) end,
	}
	auxiliary(name("revenue")) { value = function(v) return v[name("output")] * v[name("price")] end }
	outcome(name("profit")) { value = function(v) return v[name("revenue")] - v[name("cost")] * v[name("output")] end }
	auxiliary(name("depreciation")) { value = function(v) return v[name("capital")] * DEPRECIATION end }
	auxiliary(name("investment")) {
		value = function(v) return max(0, 0.2 * v[name("profit")] + 0.9 * v[name("depreciation")]) end,
	}
	outcome(name("tax")) {
		value = function(v)
			if v[name("profit")] > 0 then
				return 0.25 * v[name("profit")]
			end
			return 0
		end,
	}
end
