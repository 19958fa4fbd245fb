--! ok
-- Control characters in texts are read, and kept out of the terminal: tests/cli/terminal.t shows how.
model { start = 2026, stop = 2027, step = 1 }
lever "x" { label = "\27[31mred\27[0m", help = { en = "bell\7 \u{202e}right\nto left", ko = "\u{9b}31m" }, unit = "\8",
	default = 0, range = { 0, 1 } }
outcome "y" { label = "carriage\rreturn", value = function(v) return v.x end }
