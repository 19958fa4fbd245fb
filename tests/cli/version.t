%% case: the version goes to stdout
%% run
publicstake --version
%% stdout
publicstake 0.1.0
