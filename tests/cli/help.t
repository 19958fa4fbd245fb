What the manual says, by topic; the pages' own text is left to tests/manual.sh.

%% case: without a topic the pages are listed
%% run
publicstake help | sed -n '1,2p; s/^  \(publicstake[^ ]*\).*/\1/p'
%% stdout
publicstake help TOPIC shows a page, or what a page says of a lever, an
assumption, an outcome, a command, an option or a function. The pages:
publicstake(1)
publicstake-model(7)
publicstake-gpu(7)
publicstake-foundry(7)
publicstake-dividend(7)
publicstake-rules(5)
publicstake-scenario(5)
publicstake-data(5)

%% case: a lever, from its line to its end
%% run
publicstake help gpu_startup_share | sed -n '1,4p'
%% stdout
publicstake-gpu(7)

     gpu_startup_share
         Capacity for startups (unit: share of capacity). Default 50 %, range 0

%% case: the same in Korean
%% run
LANGUAGE=ko publicstake help gpu_startup_share | sed -n '1,4p'
%% stdout
publicstake-gpu(7)

     gpu_startup_share
         스타트업 배정 비율 (단위: 용량 중 비율). 기본값 50%, 범위 0%~100%, 간격

%% case: a section of a page
%% run
publicstake help publicstake 'exit status'
%% stdout
publicstake(1)

EXIT STATUS
     0   Done.

     1   A check failed.

     2   Bad usage, or a file that cannot be read or written.

     3   A rule is wrong.

%% case: an option is found with and without its dashes
%% run
publicstake help no-mouse >a
publicstake help -- --no-mouse >b
cmp a b && cat a
%% stdout
publicstake(1)

         --no-mouse
             leave the mouse to the terminal

%% case: a page is not wider than a usual screen
%% run
publicstake help rules -o page
awk '{ if (length($0) > 80 && !/^     /) print }' page | head -n 3
sed -n '1,2p' page
%% stdout
NAME
     publicstake-rules – the language of rule files

%% case: an unknown topic is an error with a guess
%% run
publicstake help gpu_fe
%% stderr
publicstake: the manual has nothing called `gpu_fe`; did you mean `gpu_fee`?
%% status: 2

%% case: a word that names nothing is looked for in the text
%% run
publicstake help 소진 --lang ko | sed 3q
publicstake help EXCEL
%% stdout
설명서에 `소진` 항목은 없지만 다음 절에 이 말이 나옵니다.
  publicstake help publicstake 예
  publicstake help model 연금
The manual has nothing called `EXCEL`, but the word stands in
  publicstake help publicstake COMMANDS
  publicstake help data WRITING

%% case: no name in Latin letters is near to one in Hangul, and labels are looked through
%% run
publicstake help 민감도 --lang ko
publicstake show 주식시장 --lang ko
publicstake show 국민연금 --lang ko
publicstake show GPU_FEE | head -n 1
%% stdout
id            gpu_fee
%% stderr
publicstake: 설명서에 `민감도` 항목이 없습니다. publicstake help로 목록을 볼 수 있습니다
publicstake: `주식시장` 이름은 없습니다. publicstake list variables로 모두 볼 수 있습니다
publicstake: `국민연금` 이름은 없습니다. 제목에 이 말이 있는 항목: nps_sec_stake, nps_conversion, nps_fund_0, nps_return, nps_domestic_equity, nps_contributions, …

%% case: kinds, groups and spreads in Korean, and as rules have them for machines
%% run
publicstake show nps_fund_0 --lang ko | sed -n '2p; 5p; 8p'
publicstake show nps_return --lang ko | sed -n '2p; 8p'
publicstake show nps_return --lang ko --format csv | tr -d '\r' | sed -n '3p; 6p; /^spread,/p'
%% stdout
종류          상수
분야          연금과 국가
퍼짐          고정
종류          가정
퍼짐          삼각분포 0.035 – 0.065
kind,uncertainty
group,pension
spread,triangular

%% case: the usage line in Korean
%% run
publicstake run --help --lang ko | head -n 1
publicstake check --help --lang ko | head -n 1
%% stdout
사용법: publicstake run [-s 시나리오 ...] [--set ID=값 ...]
사용법: publicstake check 

%% case: what is nothing like anything
%% run
publicstake help qqqqqqqqqqqqqqq
%% stderr
publicstake: the manual has nothing called `qqqqqqqqqqqqqqq`; publicstake help lists its pages
%% status: 2

%% case: options that all commands take may stand before the command
%% run
publicstake list levers --lang ko --safe >a
publicstake --lang ko --safe list levers >b
cmp a b && echo the same
publicstake --lang=ko --help list | head -n 1
publicstake --lang ko --lsit
%% stdout
the same
사용법: publicstake list levers|uncertainties|outcomes|summaries|variables|series|checks|scenarios|functions
%% stderr
publicstake: --lsit 옵션은 없습니다. --help로 옵션을 볼 수 있습니다
%% status: 2
