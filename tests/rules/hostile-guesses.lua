--! expect: hostile-guesses.lua:57: `o10`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more10`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more10`?
--! expect: hostile-guesses.lua:57: `o11`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more11`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more11`?
--! expect: hostile-guesses.lua:57: `o12`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more12`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more12`?
--! expect: hostile-guesses.lua:57: `o13`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more13`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more13`?
--! expect: hostile-guesses.lua:57: `o14`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more14`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more14`?
--! expect: hostile-guesses.lua:57: `o15`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more15`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more15`?
--! expect: hostile-guesses.lua:57: `o16`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more16`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more16`?
--! expect: hostile-guesses.lua:57: `o17`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more17`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more17`?
--! expect: hostile-guesses.lua:57: `o18`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more18`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more18`?
--! expect: hostile-guesses.lua:57: `o19`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more19`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more19`?
--! expect: hostile-guesses.lua:57: `o1`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more1`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more1`?
--! expect: hostile-guesses.lua:57: `o20`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more20`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more20`?
--! expect: hostile-guesses.lua:57: `o21`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more21`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more21`?
--! expect: hostile-guesses.lua:57: `o22`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more22`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more22`?
--! expect: hostile-guesses.lua:57: `o23`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more23`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more23`?
--! expect: hostile-guesses.lua:57: `o24`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more24`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more24`?
--! expect: hostile-guesses.lua:57: `o25`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more25`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more25`?
--! expect: hostile-guesses.lua:57: `o26`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more26`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more26`?
--! expect: hostile-guesses.lua:57: `o27`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more27`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more27`?
--! expect: hostile-guesses.lua:57: `o28`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more28`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more28`?
--! expect: hostile-guesses.lua:57: `o29`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more29`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more29`?
--! expect: hostile-guesses.lua:57: `o2`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more2`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more2`?
--! expect: hostile-guesses.lua:57: `o30`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more30`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more30`?
--! expect: hostile-guesses.lua:57: `o31`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more31`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more31`?
--! expect: hostile-guesses.lua:57: `o32`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more32`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more32`?
--! expect: hostile-guesses.lua:57: `o33`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more33`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more33`?
--! expect: hostile-guesses.lua:57: `o34`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more34`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more34`?
--! expect: hostile-guesses.lua:57: `o35`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more35`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more35`?
--! expect: hostile-guesses.lua:57: `o36`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more36`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more36`?
--! expect: hostile-guesses.lua:57: `o37`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more37`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more37`?
--! expect: hostile-guesses.lua:57: `o38`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more38`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more38`?
--! expect: hostile-guesses.lua:57: `o39`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more39`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more39`?
--! expect: hostile-guesses.lua:57: `o3`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more3`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more3`?
--! expect: hostile-guesses.lua:57: `o40`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more40`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more40`?
--! expect: hostile-guesses.lua:57: `o41`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more41`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more41`?
--! expect: hostile-guesses.lua:57: `o42`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more42`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more42`?
--! expect: hostile-guesses.lua:57: `o43`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more43`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more43`?
--! expect: hostile-guesses.lua:57: `o44`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more44`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more44`?
--! expect: hostile-guesses.lua:57: `o45`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more45`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more45`?
--! expect: hostile-guesses.lua:57: `o46`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more46`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more46`?
--! expect: hostile-guesses.lua:57: `o47`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more47`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more47`?
--! expect: hostile-guesses.lua:57: `o48`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more48`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more48`?
--! expect: hostile-guesses.lua:57: `o49`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more49`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more49`?
--! expect: hostile-guesses.lua:57: `o4`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more4`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more4`?
--! expect: hostile-guesses.lua:57: `o50`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more50`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more50`?
--! expect: hostile-guesses.lua:57: `o5`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more5`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more5`?
--! expect: hostile-guesses.lua:57: `o6`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more6`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more6`?
--! expect: hostile-guesses.lua:57: `o7`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more7`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more7`?
--! expect: hostile-guesses.lua:57: `o8`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more8`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more8`?
--! expect: hostile-guesses.lua:57: `o9`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more9`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more9`?
-- Mistakes by the thousand, each near to thousands of names.
model { start = 2026, stop = 2036, step = 1 }
for i = 1, 9000 do
	lever("a_name_that_goes_on_and_on_for_fifty_letters_and_more" .. i) { default = 0.5, range = { 0, 1 } }
end
for i = 1, 9000 do
	outcome("o" .. i) { value = function(v) return v["a_name_that_goes_on_and_off_for_fifty_letters_and_more" .. i] end }
end
