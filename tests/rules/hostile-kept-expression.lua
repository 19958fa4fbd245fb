--! expect: hostile-kept-expression.lua:63: `o10`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o11`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o12`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o13`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o14`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o15`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o16`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o17`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o18`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o19`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o1`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o20`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o21`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o22`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o23`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o24`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o25`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o26`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o27`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o28`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o29`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o2`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o30`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o31`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o32`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o33`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o34`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o35`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o36`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o37`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o38`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o39`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o3`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o40`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o41`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o42`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o43`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o44`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o45`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o46`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o47`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o48`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o49`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o4`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o50`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o5`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o6`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o7`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o8`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: hostile-kept-expression.lua:63: `o9`: a model value was kept from another equation; an equation depends on its own v alone
-- A long expression that thousands of equations would share through a local.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local kept
outcome "a" {
	value = function(v)
		kept = v.x
		for i = 1, 5e4 do kept = kept * v.x + i end
		return kept
	end,
}
for i = 1, 15000 do
	outcome("o" .. i) { value = function(v) return kept end }
end
