--! expect: hostile-guesses.lua:57: `o10`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more10`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o11`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more11`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o12`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more12`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o13`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more13`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o14`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more14`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o15`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more15`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o16`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more16`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o17`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more17`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o18`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more18`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o19`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more19`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o1`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more1`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more1`?
--! expect: hostile-guesses.lua:57: `o20`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more20`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o21`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more21`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o22`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more22`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o23`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more23`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o24`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more24`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o25`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more25`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o26`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more26`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o27`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more27`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o28`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more28`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o29`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more29`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o2`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more2`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more2`?
--! expect: hostile-guesses.lua:57: `o30`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more30`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o31`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more31`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o32`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more32`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o33`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more33`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o34`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more34`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o35`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more35`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o36`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more36`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o37`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more37`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o38`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more38`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o39`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more39`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o3`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more3`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more3`?
--! expect: hostile-guesses.lua:57: `o40`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more40`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o41`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more41`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o42`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more42`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o43`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more43`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o44`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more44`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o45`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more45`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o46`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more46`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o47`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more47`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o48`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more48`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o49`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more49`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o4`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more4`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more4`?
--! expect: hostile-guesses.lua:57: `o50`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more50`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o5`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more5`; did you mean `a_name_that_goes_on_and_on_for_fifty_letters_and_more5`?
--! expect: hostile-guesses.lua:57: `o6`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more6`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o7`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more7`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o8`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more8`; no rule file declares it
--! expect: hostile-guesses.lua:57: `o9`: unknown name `a_name_that_goes_on_and_off_for_fifty_letters_and_more9`; no rule file declares it
-- Mistakes by the thousand, each near to thousands of names.
model { start = 2026, stop = 2036, step = 1 }
for i = 1, 9000 do
	lever("a_name_that_goes_on_and_on_for_fifty_letters_and_more" .. i) { default = 0.5, range = { 0, 1 } }
end
for i = 1, 9000 do
	outcome("o" .. i) { value = function(v) return v["a_name_that_goes_on_and_off_for_fifty_letters_and_more" .. i] end }
end
