// Candor's own protocol (docs/collab-protocol.md): one push in flight, stale pushes are rebased by the server, the
// sender's copy of the commit is the acknowledgement.
import { BaseClient } from './adapters/base.mjs'
import { schemaHash } from '../frontend/schema-hash.mjs'
import { signIn } from '../.mvn/commands/sign-in.mjs'

const HASH = schemaHash()

/** People who may write the texts the harness makes. Limits are per person, so editors are spread over all of them. */
const PEOPLE = ['commander', 'commander2', 'engineer', 'engineer2', 'writer', 'legal', 'legal2', 'leader', 'leader2', 'cslead', 'support']

const textOf = (node) => node.text ?? (node.content ?? []).map(textOf).join('')
const sizeOf = (node) => node.text?.length ?? (node.content ?? []).reduce((sum, child) => sum + sizeOf(child), node.type === 'doc' ? 0 : 2)

class Client extends BaseClient {
  connect (cookie) {
    this.pos = 1; this.clientSeq = 0; this.rejects = 0
    const origin = `http://127.0.0.1:${this.server.port}`
    return this.dial(`${origin.replace('http', 'ws')}/collab/${encodeURIComponent(this.doc)}`, { headers: { Cookie: cookie, Origin: origin } })
  }
  onOpen () { this.send(JSON.stringify({ type: 'hello', clientId: this.key, seq: -1, schemaHash: HASH })) }
  onMessage (raw) {
    const message = JSON.parse(raw)
    switch (message.type) {
      case 'commit': for (const commit of message.commits) this.take(commit); return
      case 'init':
        this.seq = message.seq; this.body = message.doc; this.size = sizeOf(message.doc)
        this.ev.changed?.(); this.ok(); return
      case 'reject': this.rejected(message)
    }
  }
  take (commit) {
    if (commit.seq <= this.seq) return
    if (commit.seq !== this.seq + 1) this.ev.error?.('gap')
    this.seq = commit.seq
    const own = commit.clientId === this.key
    let length = 0
    for (const [form, at, text] of commit.steps) {
      if (form !== 'i') { this.ev.error?.('unexpected step'); continue }
      length += text.length
      if (own) this.pos = at + text.length
      else if (at <= this.pos) this.pos += text.length
    }
    this.size += length
    if (own) this.confirmed(); else this.saw(commit.clientId, length)
  }
  rejected ({ code, message }) {
    this.rejects++
    if (code === 'rate') setTimeout(() => this.submit(this.flyingText), 200)
    else this.ev.error?.(`${code} ${message}`)
  }
  submit (text) {
    this.send(`{"type":"push","clientId":"${this.key}","clientSeq":${++this.clientSeq},"baseSeq":${this.seq},"steps":[["i",${this.pos},${JSON.stringify(text)}]]}`)
  }
  jump (fraction) { if (!this.flying) this.pos = 1 + Math.floor(fraction * Math.max(0, this.size - 2)) }
  text () { return textOf(this.body) }
}

const sessions = new Map()
let next = 0

/** Signs everybody in; the harness calls it after each start, before it looks at the clock. */
export async function prepare (server) {
  if (sessions.get('of') === server.child.pid) return
  sessions.clear()
  for (const person of PEOPLE) sessions.set(person, await signIn(`http://127.0.0.1:${server.port}`, person))
  sessions.set('of', server.child.pid)
}
export const hasAck = true
export const open = async (server, doc, opts, ev) => {
  await prepare(server)
  return new Client(server, doc, opts, ev).connect(sessions.get(PEOPLE[next++ % PEOPLE.length]))
}
