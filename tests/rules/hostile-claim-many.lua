--! expect: hostile-claim-many.lua:9: loading the file takes too long; is there a loop that does not end?
--! expect: hostile-claim-many.lua:10: `c1`: a claim takes too long; is there a loop that does not end? (called from hostile-claim-many.lua:9)
--! expect: hostile-claim-many.lua:10: `c2`: a claim takes too long; is there a loop that does not end? (called from hostile-claim-many.lua:9)
--! expect: hostile-claim-many.lua:10: `c3`: a claim takes too long; is there a loop that does not end? (called from hostile-claim-many.lua:9)
--! expect: hostile-claim-many.lua:10: `c4`: a claim takes too long; is there a loop that does not end? (called from hostile-claim-many.lua:9)
-- Claims that each take all a claim may: the file ends, with the first of them.
model { start = 2026, stop = 2036, step = 1 }
for i = 1, 9000 do
	claim("c" .. i) { stated = 1, value = function()
		while true do end
	end }
end
