Where data can't be written nothing is left half written: the old file stays, no temporary file stays, and the message says why.

%% case: in the place of the output file
%% run
make() {
	rm -rf out; mkdir out; echo old >out/f; chmod 755 out
	case $1 in
	folder) rm out/f; mkdir out/f ;;
	'no such folder') rm -r out ;;
	'a file in place of the folder') rm -r out; echo old >out ;;
	'no permission') chmod 444 out/f ;;
	'no permission of the folder') chmod 555 out ;;
	'full disk') rm out/f; ln -s /dev/full out/f ;;
	'loop of links') rm out/f; ln -s g out/f; ln -s f out/g ;;
	'FIFO without a reader') rm out/f; mkfifo out/f ;;
	'link to nothing') rm out/f; ln -s g out/f ;;
	'link to a file') mv out/f out/g; chmod 640 out/g; ln -s g out/f ;;
	'own permissions') chmod 604 out/f ;;
	esac
}
unprivileged() { if [ "$(id -u)" = 0 ]; then setpriv --bounding-set -dac_override,-dac_read_search "$@"; else "$@"; fi; }
for kind in folder 'no such folder' 'a file in place of the folder' 'no permission' 'no permission of the folder' 'full disk' \
	'loop of links' 'FIFO without a reader' 'link to nothing' 'link to a file' 'own permissions'; do
	for command in 'list levers --format csv' 'run --to 2026' 'show gpu_target' 'claims --format json'; do
		make "$kind"
		unprivileged timeout 600 publicstake $command -o out/f >stdout 2>err
		echo "$kind: $? $(sed 's/^publicstake: //' err)"
		[ ! -s stdout ] || echo 'on stdout:' $(head -1 stdout)
		for file in $(ls -A out 2>/dev/null); do
			[ -p out/$file ] || [ -d out/$file ] || [ out/$file -ef /dev/full ] ||
				echo "    $file $(stat -c %a out/$file 2>/dev/null) $(head -c 6 out/$file 2>/dev/null | tr '\n' ' ')"
		done
	done
done | uniq
%% stdout
folder: 2 out/f: is a folder; a file is needed
no such folder: 2 out/f: can't be written: there is no such folder
a file in place of the folder: 2 out/f: can't be written: there is no such folder
    out  
a file in place of the folder: 2 out/f: can't be written: there is no such folder
    out  
a file in place of the folder: 2 out/f: can't be written: there is no such folder
    out  
a file in place of the folder: 2 out/f: can't be written: there is no such folder
    out  
no permission: 2 out/f: can't be written: permission denied; check the file and its folder
    f 444 old 
no permission: 2 out/f: can't be written: permission denied; check the file and its folder
    f 444 old 
no permission: 2 out/f: can't be written: permission denied; check the file and its folder
    f 444 old 
no permission: 2 out/f: can't be written: permission denied; check the file and its folder
    f 444 old 
no permission of the folder: 2 out/f: can't be written: permission denied; check the file and its folder
    f 644 old 
no permission of the folder: 2 out/f: can't be written: permission denied; check the file and its folder
    f 644 old 
no permission of the folder: 2 out/f: can't be written: permission denied; check the file and its folder
    f 644 old 
no permission of the folder: 2 out/f: can't be written: permission denied; check the file and its folder
    f 644 old 
full disk: 2 out/f: can't be written: the disk is full
loop of links: 2 out/f: its symbolic links go round in a loop
    f 777 
    g 777 
loop of links: 2 out/f: its symbolic links go round in a loop
    f 777 
    g 777 
loop of links: 2 out/f: its symbolic links go round in a loop
    f 777 
    g 777 
loop of links: 2 out/f: its symbolic links go round in a loop
    f 777 
    g 777 
FIFO without a reader: 2 out/f: can't be written: nobody reads it
link to nothing: 0 
    f 777 id,lab
    g 644 id,lab
link to nothing: 0 
    f 777 time,c
    g 644 time,c
link to nothing: 0 
    f 777 id    
    g 644 id    
link to nothing: 0 
    f 777 [  {"i
    g 644 [  {"i
link to a file: 0 
    f 777 id,lab
    g 640 id,lab
link to a file: 0 
    f 777 time,c
    g 640 time,c
link to a file: 0 
    f 777 id    
    g 640 id    
link to a file: 0 
    f 777 [  {"i
    g 640 [  {"i
own permissions: 0 
    f 604 id,lab
own permissions: 0 
    f 604 time,c
own permissions: 0 
    f 604 id    
own permissions: 0 
    f 604 [  {"i

%% case: on stdout
%% run
publicstake list levers >/dev/full; echo "full disk: $?"
publicstake run --format csv >/dev/full; echo "full disk: $?"
publicstake --version >/dev/full; echo "full disk: $?"
publicstake --help >/dev/full; echo "full disk: $?"
publicstake list levers >&-; echo "closed: $?"
publicstake --version >&-; echo "closed: $?"
publicstake run --worlds 64 --format csv 2>err | head -c 100 >/dev/null; echo "a reader that goes: ${PIPESTATUS[0]} $(cat err)"
publicstake list levers </dev/full >/dev/null 2>&-; echo "no stderr: $?"
publicstake no-such-command 2>/dev/full; echo "full stderr: $?"
%% stdout
full disk: 2
full disk: 2
full disk: 2
full disk: 2
closed: 2
closed: 2
a reader that goes: 2 publicstake: standard output: can't be written: nobody reads it
no stderr: 0
full stderr: 2
%% stderr
publicstake: standard output: can't be written: the disk is full
publicstake: standard output: can't be written to its end; is the disk full?
publicstake: standard output: can't be written: the disk is full
publicstake: standard output: can't be written: the disk is full
publicstake: standard output: can't be written: Bad file descriptor
publicstake: standard output: can't be written: Bad file descriptor

%% case: where there is no home
%% run
for home in '' relative /nowhere /dev/null "$PWD/closed"; do
	[ "$home" != "$PWD/closed" ] || { mkdir closed; chmod 000 closed; }
	(unprivileged() { if [ "$(id -u)" = 0 ]; then setpriv --bounding-set -dac_override,-dac_read_search "$@"; else "$@"; fi; }
	unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME; HOME=$home unprivileged publicstake list scenarios --format csv | grep -E '^name|,shipped,' | sed 's/,.*//' | tr '\r\n' '  ')
	echo "${PIPESTATUS[0]}"
done
for folder in /dev/null /nowhere relative ''; do
	XDG_DATA_HOME=$folder XDG_CONFIG_HOME=$folder XDG_STATE_HOME=$folder publicstake run --to 2026 --outcomes dividend -s proposal >out; echo "$? $(wc -l <out)"
done
%% stdout
name altman baseline foundry georgist proposal public-compute sovereign-fund 0
name altman baseline foundry georgist proposal public-compute sovereign-fund 0
name altman baseline foundry georgist proposal public-compute sovereign-fund 0
name altman baseline foundry georgist proposal public-compute sovereign-fund 0
name altman baseline foundry georgist proposal public-compute sovereign-fund 0
0 2
0 2
0 2
0 2
