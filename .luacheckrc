-- Rule files see what src/rules gives them, nothing of Lua's own libraries beyond it.
local library = {
	"model", "group", "lever", "uncertainty", "series", "stock", "auxiliary", "outcome", "summary", "check", "claim",
	"triangular", "uniform", "normal", "fixed", "data", "column",
	"min", "max", "clamp", "exp", "ln", "log", "sqrt", "abs", "sin", "cos", "floor", "heaviside", "step", "ramp", "pulse",
	"pulse_train", "in_year", "lookup", "smooth", "smooth3", "delay1", "delay3", "delay_fixed", "trend", "forecast", "npv",
	"sample_if_true", "xidz", "zidz", "quantum", "math",
	"ipairs", "pairs", "next", "tonumber", "tostring", "select", "error", "assert", "type", "table",
}
std = { read_globals = library }
allow_defined_top = true -- helpers shared by all files are globals
max_line_length = 120
-- Series and helpers of other files are globals too, which luacheck can't know; the program reports unknown names.
ignore = { "113" }
