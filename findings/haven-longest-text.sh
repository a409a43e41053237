#!/usr/bin/env bash
# haven 2.5.1 (R): the last byte of a text of 32,767 bytes in an SPSS file is lost without a word.
#
# SPSS has text variables of up to 32,767 bytes. GNU PSPP 1.6.2 writes a full one here and reads all of it back; haven gives
# one byte less, and no warning. Keep texts to 32,766 bytes in files that R is to read.
#
# Needs R with haven, and PSPP (Debian: r-cran-haven, pspp). Seen on R 4.2.2:
#   PSPP 32767 bytes; haven 32766 bytes
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > try.sps <<'SPS'
DATA LIST LIST /n (F1.0).
BEGIN DATA
1
END DATA.
STRING word (A32767).
COMPUTE word = CONCAT(RPAD('a', 32766, 'a'), 'Z').
SAVE OUTFILE='word.sav'.
GET FILE='word.sav'.
COMPUTE bytes = LENGTH(RTRIM(word)).
FORMATS bytes (F5.0).
PRINT OUTFILE='bytes.txt' /bytes.
EXECUTE.
SPS
pspp try.sps > said.txt || { cat said.txt; exit 1; }
haven=$(Rscript --vanilla -e "cat(nchar(haven::read_sav('word.sav')\$word, type = 'bytes'))")
said="PSPP $(tr -d ' ' < bytes.txt) bytes; haven $haven bytes"
echo "$said"
[ "$said" = 'PSPP 32767 bytes; haven 32766 bytes' ] || { echo "changed"; exit 1; }
