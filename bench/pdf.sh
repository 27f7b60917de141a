# A technical explanation of ten pages with headings, lists, code and tables: from its words to the bytes of the PDF, in
# a warm JVM on this machine; there is no peer.
set -euo pipefail
rm -f target/pdf.json
bash .mvn/commands/mvn.sh -q -B -ntp test-compile surefire:test -Dtest=PdfBench -Dtest.groups=bench -Dtest.excludedGroups= \
    -Dsurefire.failIfNoSpecifiedTests=false >&2
cat target/pdf.json
echo
