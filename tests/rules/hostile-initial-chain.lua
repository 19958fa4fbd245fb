--! ok
-- A long chain of auxiliaries is no problem.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
for i = 1, 5000 do
	auxiliary("a" .. i) { value = function(v) return v["a" .. (i + 1)] + 1 end }
end
auxiliary "a5001" { value = function(v) return v.t end }
