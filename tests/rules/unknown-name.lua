--! expect: unknown-name.lua:15: `near`: unknown name `gpu_fee_`; did you mean `gpu_fee`?
--! expect: unknown-name.lua:16: `far`: unknown name `qwertz`; no rule file declares it
--! expect: unknown-name.lua:17: `near_function`: unknown name `mx`; did you mean `max`?
--! expect: unknown-name.lua:18: `far_function`: unknown name `qwertz`; names are local variables, the library's functions and helpers that a rule file declares
--! expect: unknown-name.lua:19: `of_math`: there is no `tan` in `math`
--! expect: unknown-name.lua:20: `bare`: `gpu_fee` is a model value: write v.gpu_fee
--! expect: unknown-name.lua:21: `of_summary`: `mean` is a summary; equations use what has a value at each time
--! expect: unknown-name.lua:22: `of_number`: a model value has a name: v.name or v["name"]
--! expect: unknown-name.lua:23: `no_parameter`: unknown name `v`; an equation is written function(v) ... end
--! expect: unknown-name.lua:24: `of_w`: unknown name `w`; an equation is written function(v) ... end
-- Names that nobody declared, in equations.
model { start = 2026, stop = 2036, step = 1 }
lever "gpu_fee" { default = 1, range = { 0, 2 } }
summary "mean" { mean = function(v) return v.gpu_fee end }
outcome "near" { value = function(v) return v.gpu_fee_ * 2 end }
outcome "far" { value = function(v) return v.qwertz + 1 end }
outcome "near_function" { value = function(v) return mx(v.gpu_fee, 2) end }
outcome "far_function" { value = function(v) return qwertz(v.gpu_fee) end }
outcome "of_math" { value = function(v) return math.tan(v.gpu_fee) end }
outcome "bare" { value = function(v) return gpu_fee end }
outcome "of_summary" { value = function(v) return v.mean end }
outcome "of_number" { value = function(v) return v[1] end }
outcome "no_parameter" { value = function() return v.gpu_fee end }
outcome "of_w" { value = function(v) return w.gpu_fee end }
