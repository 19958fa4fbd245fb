--! expect: unknown-name.lua:6: `x`: unknown name `gpu_fee_`; did you mean `gpu_fee`?
--! expect: unknown-name.lua:7: `y`: unknown name `mx`; did you mean `max`?
--! expect: unknown-name.lua:8: `z`: `gpu_fee` is a model value: write v.gpu_fee
model { start = 2026, stop = 2030, step = 0.25 }
lever "gpu_fee" { default = 1, range = { 0, 2 } }
outcome "x" { value = function(v) return v.gpu_fee_ * 2 end }
outcome "y" { value = function(v) return mx(v.gpu_fee, 2) end }
outcome "z" { value = function(v) return gpu_fee end }
