--! expect: hostile-nameless-fields.lua:56: lever `l10`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l11`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l12`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l13`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l14`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l15`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l16`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l17`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l18`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l19`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l1`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l20`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l21`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l22`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l23`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l24`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l25`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l26`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l27`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l28`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l29`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l2`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l30`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l31`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l32`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l33`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l34`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l35`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l36`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l37`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l38`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l39`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l3`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l40`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l41`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l42`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l43`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l44`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l45`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l46`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l47`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l48`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l49`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l4`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l50`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l5`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l6`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l7`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l8`: every field needs a name: write `field = value`
--! expect: hostile-nameless-fields.lua:56: lever `l9`: every field needs a name: write `field = value`
-- Declarations by the thousand with nameless fields by the thousand.
model { start = 2026, stop = 2036, step = 1 }
local fields = { default = 0.5, range = { 0, 1 } }
for i = 1, 1e5 do fields[i] = 1 end
for i = 1, 19000 do
	lever("l" .. i)(fields)
end
