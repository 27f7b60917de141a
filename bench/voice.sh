# How long the rules of voice and tone take for a text of 200 words that nobody looked at before, and how well they
# judge the half of the corpus that was not used for tuning. There is no peer, so the figures are absolute.
set -euo pipefail
log="$(mktemp)"
trap 'rm -f "$log"' EXIT
bash .mvn/commands/mvn.sh -o -q -B -ntp test-compile surefire:test -Dvaadin.skip -Dtest=VoiceBench -Dtest.groups=bench -Dtest.excludedGroups= >"$log" 2>&1 \
    || { tail -n 40 "$log" >&2; exit 1; }
grep -v VOICE "$log" | grep -A30 'voice corpus' || true
grep -o '{"ms_per_200_words.*}' "$log" | tail -n 1
