--! ok
model { start = 2026, stop = 2030, step = 0.25 }
function double(x) return 2 * x end
lever "s" { default = 0.5, range = { 0, 1 } }
for i = 1, 3 do
	auxiliary("a_" .. i) { value = function(v) if v.s > i / 4 and not (v.s > 0.9) then return double(v.s) elseif v.s < 0.1 then return 0 else return i end end }
end
outcome "sum" { value = function(v) local n = 0 for i = 1, 3 do n = n + v["a_" .. i] end return n end }
check "sums stay small" { holds = function(v) return v.sum <= 10 end }
