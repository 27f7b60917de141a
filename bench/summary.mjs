// node summary.mjs RESULTS: medians by server, and as the last line one JSON object of ours against the best peer.
import fs from 'node:fs'
import { median } from './lib/stats.mjs'

const DURABLE = ['sharedb', 'pmref-pg', 'pmref-rebase'], NOT_DURABLE = ['yws', 'hocuspocus']
const lines = fs.readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => JSON.parse(line))
const of = (server, scenario, which = () => true) => lines.filter((l) => l.server === server && l.scenario === scenario && !l.failed && which(l))
const round = (x) => x == null || !Number.isFinite(x) ? null : +x.toFixed(3)
const middle = (server, scenario, value, which) => median(of(server, scenario, which).map(value))
const best = (servers, scenario, value, which) => {
  const reached = servers.map((s) => middle(s, scenario, value, which)).filter((x) => x != null)
  return reached.length ? Math.min(...reached) : null
}
const ratio = (servers, scenario, value, which) => {
  const peer = best(servers, scenario, value, which), ours = middle('ours', scenario, value, which)
  return peer == null || ours == null ? null : round(ours / peer)
}
const sum = (list, value) => list.length ? list.reduce((n, l) => n + (value(l) || 0), 0) : null
const p50 = (l) => l.lat.p50, p95 = (l) => l.lat.p95, p99 = (l) => l.lat.p99
// Processor time per delivered edit: a server that delivers less must not look cheap.
const cpu = (l) => l.serverCpu / l.delivered * 1e6

for (const scenario of ['s1', 's2']) {
  for (const server of ['ours', ...DURABLE, ...NOT_DURABLE]) {
    const runs = of(server, scenario)
    if (runs.length) console.log(`${scenario} ${server.padEnd(13)} p50 ${middle(server, scenario, p50)} p95 ${middle(server, scenario, p95)} p99 ${middle(server, scenario, p99)} ms, cpu ${middle(server, scenario, (l) => l.serverCpu)} s (${middle(server, scenario, cpu).toFixed(1)} µs a delivery), harness ${middle(server, scenario, (l) => l.harnessCores)} cores, missing ${sum(runs, (l) => l.missing)}`)
  }
}
const tenK = (l) => l.edits >= 9000 && l.edits < 50000, hundredK = (l) => l.edits >= 90000
for (const server of ['ours', ...DURABLE, ...NOT_DURABLE]) {
  for (const l of of(server, 's3')) console.log(`s3 ${server.padEnd(13)} ${l.edits} edits: cold ${l.coldMs} ms (${l.colds}), warm ${l.warmMs} ms, disk ${(l.diskAfterRestart / 1e6).toFixed(2)} MB`)
}
const s1 = of('ours', 's1'), s2 = of('ours', 's2'), s4 = of('ours', 's4')
const cold10 = middle('ours', 's3', (l) => l.coldMs, tenK), cold100 = middle('ours', 's3', (l) => l.coldMs, hundredK)
console.log(JSON.stringify({
  s1_p50_ratio: ratio(DURABLE, 's1', p50), s1_p95_ratio: ratio(DURABLE, 's1', p95), s1_p99_ratio: ratio(DURABLE, 's1', p99), s1_cpu_ratio: ratio(DURABLE, 's1', cpu),
  s1_p50_ms: middle('ours', 's1', p50), s1_p99_ms: middle('ours', 's1', p99),
  s1_rejects: sum(s1, (l) => l.rejects), s1_missing: sum(s1, (l) => l.missing), s1_extra: sum(s1, (l) => l.extra),
  s2_p99_ratio: ratio(DURABLE, 's2', p99), s2_cpu_ratio: ratio(DURABLE, 's2', cpu), s2_missing: sum(s2, (l) => l.missing), s2_rejects: sum(s2, (l) => l.rejects),
  s3_cold_ms: cold10, s3_cold_ratio: ratio(DURABLE, 's3', (l) => l.coldMs, tenK), s3_100k_over_10k: cold10 && cold100 ? round(cold100 / cold10) : null,
  s3_disk_mb_per_10k: round(middle('ours', 's3', (l) => l.diskAfterRestart / l.edits / 100, tenK)),
  s4_kills: s4.length, s4_lost: sum(s4, (l) => l.lostAcked + l.lostVisible), s4_doubled: sum(s4, (l) => l.duplicated), s4_failed_starts: s4.filter((l) => l.failed).length,
  vs_nondurable_p50_ratio: ratio(NOT_DURABLE, 's1', p50), vs_nondurable_p99_ratio: ratio(NOT_DURABLE, 's1', p99), vs_nondurable_cpu_ratio: ratio(NOT_DURABLE, 's1', cpu),
  vs_nondurable_s2_p99_ratio: ratio(NOT_DURABLE, 's2', p99),
}))
