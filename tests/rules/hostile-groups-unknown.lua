--! expect: hostile-groups-unknown.lua:57: lever `l10`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more10`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more10`?
--! expect: hostile-groups-unknown.lua:57: lever `l11`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more11`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more11`?
--! expect: hostile-groups-unknown.lua:57: lever `l12`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more12`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more12`?
--! expect: hostile-groups-unknown.lua:57: lever `l13`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more13`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more13`?
--! expect: hostile-groups-unknown.lua:57: lever `l14`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more14`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more14`?
--! expect: hostile-groups-unknown.lua:57: lever `l15`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more15`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more15`?
--! expect: hostile-groups-unknown.lua:57: lever `l16`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more16`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more16`?
--! expect: hostile-groups-unknown.lua:57: lever `l17`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more17`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more17`?
--! expect: hostile-groups-unknown.lua:57: lever `l18`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more18`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more18`?
--! expect: hostile-groups-unknown.lua:57: lever `l19`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more19`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more19`?
--! expect: hostile-groups-unknown.lua:57: lever `l1`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more1`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more1`?
--! expect: hostile-groups-unknown.lua:57: lever `l20`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more20`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more20`?
--! expect: hostile-groups-unknown.lua:57: lever `l21`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more21`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more21`?
--! expect: hostile-groups-unknown.lua:57: lever `l22`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more22`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more22`?
--! expect: hostile-groups-unknown.lua:57: lever `l23`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more23`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more23`?
--! expect: hostile-groups-unknown.lua:57: lever `l24`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more24`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more24`?
--! expect: hostile-groups-unknown.lua:57: lever `l25`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more25`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more25`?
--! expect: hostile-groups-unknown.lua:57: lever `l26`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more26`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more26`?
--! expect: hostile-groups-unknown.lua:57: lever `l27`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more27`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more27`?
--! expect: hostile-groups-unknown.lua:57: lever `l28`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more28`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more28`?
--! expect: hostile-groups-unknown.lua:57: lever `l29`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more29`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more29`?
--! expect: hostile-groups-unknown.lua:57: lever `l2`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more2`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more2`?
--! expect: hostile-groups-unknown.lua:57: lever `l30`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more30`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more30`?
--! expect: hostile-groups-unknown.lua:57: lever `l31`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more31`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more31`?
--! expect: hostile-groups-unknown.lua:57: lever `l32`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more32`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more32`?
--! expect: hostile-groups-unknown.lua:57: lever `l33`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more33`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more33`?
--! expect: hostile-groups-unknown.lua:57: lever `l34`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more34`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more34`?
--! expect: hostile-groups-unknown.lua:57: lever `l35`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more35`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more35`?
--! expect: hostile-groups-unknown.lua:57: lever `l36`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more36`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more36`?
--! expect: hostile-groups-unknown.lua:57: lever `l37`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more37`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more37`?
--! expect: hostile-groups-unknown.lua:57: lever `l38`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more38`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more38`?
--! expect: hostile-groups-unknown.lua:57: lever `l39`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more39`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more39`?
--! expect: hostile-groups-unknown.lua:57: lever `l3`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more3`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more3`?
--! expect: hostile-groups-unknown.lua:57: lever `l40`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more40`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more40`?
--! expect: hostile-groups-unknown.lua:57: lever `l41`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more41`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more41`?
--! expect: hostile-groups-unknown.lua:57: lever `l42`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more42`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more42`?
--! expect: hostile-groups-unknown.lua:57: lever `l43`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more43`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more43`?
--! expect: hostile-groups-unknown.lua:57: lever `l44`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more44`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more44`?
--! expect: hostile-groups-unknown.lua:57: lever `l45`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more45`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more45`?
--! expect: hostile-groups-unknown.lua:57: lever `l46`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more46`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more46`?
--! expect: hostile-groups-unknown.lua:57: lever `l47`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more47`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more47`?
--! expect: hostile-groups-unknown.lua:57: lever `l48`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more48`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more48`?
--! expect: hostile-groups-unknown.lua:57: lever `l49`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more49`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more49`?
--! expect: hostile-groups-unknown.lua:57: lever `l4`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more4`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more4`?
--! expect: hostile-groups-unknown.lua:57: lever `l50`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more50`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more50`?
--! expect: hostile-groups-unknown.lua:57: lever `l5`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more5`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more5`?
--! expect: hostile-groups-unknown.lua:57: lever `l6`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more6`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more6`?
--! expect: hostile-groups-unknown.lua:57: lever `l7`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more7`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more7`?
--! expect: hostile-groups-unknown.lua:57: lever `l8`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more8`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more8`?
--! expect: hostile-groups-unknown.lua:57: lever `l9`: there is no group `a_name_that_goes_on_and_off_for_fifty_letters_and_more9`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more9`?
-- The same of groups.
model { start = 2026, stop = 2036, step = 1 }
for i = 1, 900 do
	group("a_name_that_goes_on_and_on_for_fifty_letters_and_more" .. i) {}
end
for i = 1, 9000 do
	lever("l" .. i) { default = 0.5, range = { 0, 1 }, group = "a_name_that_goes_on_and_off_for_fifty_letters_and_more" .. i }
end
