publicstake run: what is written, that it is the same however it is computed, and what is refused.

%% case: the same bits for any threads, lanes and registers
%% run
publicstake run -s proposal --worlds 200 --every 25 --threads 1 -o one.csv
publicstake run -s proposal --worlds 200 --every 25 --threads 3 -o three.csv
publicstake run -s proposal --worlds 200 --every 25 --lanes 8 -o narrow.csv
publicstake run -s proposal --worlds 200 --every 25 --lanes 256 -o wide.csv
publicstake run -s proposal --worlds 200 --every 25 --simd off -o plain.csv
for f in three narrow wide plain; do cmp one.csv $f.csv && echo "$f the same"; done
%% stdout
three the same
narrow the same
wide the same
plain the same

%% case: other seeds are other worlds
%% run
publicstake run --worlds 64 --outcomes gdp --from 2076 --seed 1 | cut -d, -f4 >a
publicstake run --worlds 64 --outcomes gdp --from 2076 --seed 2 | cut -d, -f4 >b
cmp -s a b || echo different
%% stdout
different

%% case: a table shows all outcomes where none is a headline
%% file: rules/a.lua
model { start = 2026, stop = 2028, step = 1 }
lever "x" { default = 1, range = { 0, 2 } }
stock "s" { initial = 0, rate = function(v) return v.x end, outcome = true }
outcome "y" { value = function(v) return 2 * v.x end }
%% run
publicstake run --bare --rules rules --every 2 --format table
echo 'outcome "z" { headline = 1, value = function(v) return 3 * v.x end }' >>rules/a.lua
publicstake run --bare --rules rules --every 2 --format table
%% stdout
outcome  unit  2026  2028
s                 0     2
y                 2     2
outcome  unit  2026  2028
z                 3     3

%% case: a world run alone gives what it gives among others
%% run
publicstake run --worlds 1 --seed 9 --outcomes gdp,dividend --from 2070 --every 6 -s altman | tr -d '\r' | awk -F, 'NR > 1 { print $6 }'
publicstake run --world 0 --seed 9 --outcomes gdp,dividend --from 2070 --every 6 -s altman | tr -d '\r' | awk -F, 'NR > 1 { print $2; print $3 }'
%% stdout
8483.525967534975
1540359.2967511888
9851.726491414787
1820871.524468952
8483.525967534975
1540359.2967511888
9851.726491414787
1820871.524468952

%% case: series as CSV, one row a step
%% run
publicstake run --outcomes gdp,population --to 2027 | tr -d '\r'
%% stdout
time,gdp,population
2026,2750,51.606
2026.25,2772.3730670744617,51.5875
2026.5,2795.028183074028,51.569
2026.75,2817.976171852595,51.5505
2027,2841.2281429935824,51.532000000000004

%% case: both engines say the same
%% run
publicstake run -s altman --outcomes land_value,population --every 25 >tape
publicstake run -s altman --outcomes land_value,population --every 25 --engine lua >lua
cmp tape lua && echo the same
%% stdout
the same

%% case: summaries, and as JSON
%% run
publicstake run --summaries --format json
%% stdout
[
 {"id":"nps_depletion_year","value":2067}
]

%% case: several scenarios have a column of their own
%% run
publicstake run -s baseline -s altman --outcomes dividend --from 2050 --to 2050 | tr -d '\r'
%% stdout
scenario,time,dividend
baseline,2050,0
altman,2050,792436.5155900392

%% case: settings in Korean forms
%% run
publicstake run --outcomes land_levy,foundry_support --to 2026 --set land_levy=2.5% --set foundry_support=10조 | tr -d '\r'
%% stdout
time,land_levy,foundry_support
2026,0.025,10

%% case: a name that nobody declares
%% run
publicstake run --set land_lewy=1
%% stderr
publicstake: --set: there is no lever or uncertainty `land_lewy`; did you mean `land_levy`?
%% status: 2

%% case: a value out of range
%% run
publicstake run --set land_levy=20%
%% stderr
publicstake: --set: `land_levy` (Land levy) can't be 20 %/year (0.2); it must lie between 0 %/year and 5 %/year (0.05); the nearest is 5 %/year (0.05)
%% status: 2

%% case: an outcome that nobody declares
%% run
publicstake run --outcomes divident
%% stderr
publicstake: --outcomes: unknown name `divident`; did you mean `dividend`?
%% status: 2

%% case: a year between steps
%% run
publicstake run --from 2026.1
%% stderr
publicstake: --from: no step falls on 2026.1; the nearest is 2026 (the model runs from 2026 to 2076 in steps of 0.25)
%% status: 2

%% case: a scenario that is not there
%% run
publicstake run -s altmann
%% stderr
publicstake: there is no scenario `altmann`; did you mean `altman`?
%% status: 2

%% case: an option that is not there
%% run
publicstake run --word 3
%% stderr
publicstake: unknown option --word; did you mean --world?
%% status: 2

%% case: Lua runs one world
%% run
publicstake run --engine lua --worlds 10
%% stderr
publicstake: --engine=lua runs one world: give --world N instead of --worlds
%% status: 2

%% case: wrong rules are status 3
%% file: r/a.lua
model { start = 2026, stop = 2030, step = 1 }
outcome "x" { value = function(v) return v.y end }
%% run
publicstake run --bare --rules r
%% stderr
publicstake: r/a.lua:2: `x`: unknown name `y`; no rule file declares it
%% status: 3

%% case: a world that is not finite is named and left out
%% file: r/a.lua
model { start = 2026, stop = 2030, step = 1 }
uncertainty "u" { default = 0.9, spread = uniform(0.5, 1.5) }
stock "s" { initial = 2, rate = function(v) return -v.u / 2 end }
outcome "root" { value = function(v) return sqrt(v.s) end }
%% run
publicstake run --bare --rules r --worlds 4 --from 2030 | tr -d '\r'
%% stdout
time,outcome,central,p05,p25,p50,p75,p95,mean
2030,root,0.4472135954999581,0.6098862490126011,0.6873756243768776,0.7842373435822233,0.881099062787569,0.9585884381518455,0.7842373435822233
%% stderr
publicstake: baseline: 2 of 4 worlds (seed 1) are left out of the bands, since a value in them is not finite
publicstake: world 1: `root` (r/a.lua:4) is not finite from 2030 on
publicstake: world 2: `root` (r/a.lua:4) is not finite from 2029 on

%% case: large numbers of worlds have separators in what people read
%% file: r/a.lua
model { start = 2026, stop = 2030, step = 1 }
uncertainty "u" { default = 0, spread = uniform(-1, 1) }
outcome "root" { value = function(v) return sqrt(v.u) end }
check "never below nothing" { holds = function(v) return v.u >= 0 end }
%% run
for lang in en ko; do
	publicstake run --bare --rules r --worlds 4000 --lang $lang -o out.csv 2>&1 | head -n 1
	publicstake check --bare --rules r --worlds 4000 --lang $lang 2>&1 >out.csv | head -n 1
done
%% stdout
publicstake: baseline: 2,000 of 4,000 worlds (seed 1) are left out of the bands, since a value in them is not finite
publicstake: r/a.lua:4: check `never below nothing` fails under baseline, in 2,000 of 4,000 worlds, first in world 0 of seed 1 from 2026 on; to see it: publicstake run --bare --rules r --seed 1 --world 0
publicstake: baseline: 세계 2,000개(전체 4,000개, 시드 1)는 유한하지 않은 값이 있어 띠에서 뺐습니다
publicstake: r/a.lua:4: `never below nothing` 검사가 baseline 설정에서 실패합니다. 세계 4,000개 가운데 2,000개에서, 처음은 시드 1의 세계 0이고 2026년부터; 다시 보려면: publicstake run --bare --rules r --seed 1 --world 0

%% case: a table for people
%% run
publicstake run -s altman --format table --outcomes dividend,gini,winners --every 25
%% stdout
outcome                                unit                2026     2051       2076
Nominal dividend per person and month  KRW/month              0  821,979  2,050,121
Gini coefficient                       index            0.32500  0.27226    0.27088
People in deciles that gain            share of people       0%    85.8%      85.8%

%% case: a table in Korean
%% locale: ko_KR.UTF-8
%% run
publicstake run -s altman --format table --outcomes dividend,gini,winners --every 25
%% stdout
지표                       단위             2026     2051       2076
1인 월배당(경상)           원/월               0  821,979  2,050,121
지니계수                   지수          0.32500  0.27226    0.27088
소득이 늘어나는 인구 비율  인구 중 비율       0%    85.8%      85.8%

%% case: nothing is left of a file that can't be written
%% run
mkdir d && publicstake run -o d/missing/x.csv
ls d
%% stderr
publicstake: d/missing/x.csv: can't be written: there is no such folder

%% case: scenarios by their titles in either language
%% run
publicstake run -s '통합 제안' -s "ALTMAN'S LEVIES" --outcomes dividend --to 2026 | sed 's/,[^,]*$//'
publicstake run -s 'land levy'
%% stdout
scenario,time
proposal,2026
altman,2026
%% stderr
publicstake: there is no scenario `land levy`; did you mean `georgist`?
%% status: 2

%% case: a value out of range in the words of the screen, in Korean
%% run
publicstake run --set land_levy=9% --lang ko
%% stderr
publicstake: --set: `land_levy` (토지 보유 납부금): 연 9% (0.09) 값은 쓸 수 없습니다. 연 0%~연 5% (0.05)만 되며 가장 가까운 값은 연 5% (0.05)입니다
%% status: 2
