A text that a spreadsheet would run as a formula gets an apostrophe in front in CSV; what reads CSV takes it off again.

%% case: texts that are formulas, and texts that are none
%% file: rules/a.lua
model { start = 2026, stop = 2027, step = 1 }
lever "a" { label = "=1+1", unit = "+x", default = -1, range = { -2, 2 } }
lever "b" { label = "=HYPERLINK(\"http://x\",\"y\")", unit = "-", default = 1, range = { 0, 2 } }
lever "c" { label = "@SUM(1)", unit = "a=b", default = 1, range = { 0, 2 } }
lever "d" { label = "'=1", unit = "'", default = 1, range = { 0, 2 } }
lever "e" { label = "＝1", unit = "\t=1", default = 1, range = { 0, 2 } }
%% run
publicstake list levers --bare --rules rules --format csv | tr -d '\r'
publicstake list levers --bare --rules rules --format csv --bom | head -c 3 | od -An -tx1
%% stdout
id,label,group,default,lowest,highest,step,unit,basis
a,'=1+1,,-1,-2,2,0,'+x,
b,"'=HYPERLINK(""http://x"",""y"")",,1,0,2,0,'-,
c,'@SUM(1),,1,0,2,0,a=b,
d,''=1,,1,0,2,0,',
e,'＝1,,1,0,2,0,'=1,
 ef bb bf

%% case: they are found again by what they were
%% file: rules/a.lua
model { start = 2026, stop = 2027, step = 1 }
lever "a" { label = "=1+1", default = 3, range = { 0, 5 } }
lever "b" { label = "'=1+1", default = 4, range = { 0, 5 } }
%% file: back/a.lua
model { start = 2026, stop = 2027, step = 1 }
lever "a" { default = data("levers.csv", "default", { label = "=1+1" }), range = { 0, 5 } }
lever "b" { default = data("levers.csv", "default", { label = "'=1+1" }), range = { 0, 5 } }
outcome "sum" { value = function(v) return v.a * 10 + v.b end }
%% run
mkdir data
publicstake list levers --bare --rules rules --format csv -o data/levers.csv
publicstake run --bare --rules back --data data --outcomes sum --to 2026 | tr -d '\r'
%% stdout
time,sum
2026,34
