// Editors with the published prosemirror-collab on a bad network, in virtual time: node network.mjs SCHEMA SEED EDITORS EDITS DROPS
// The authority is asked line by line: one JSON request on standard output, one answer on standard input.
import {Buffer} from "node:buffer"
import {readSync, writeSync} from "node:fs"
import {Node} from "prosemirror-model"
import {EditorState} from "prosemirror-state"
import {Step} from "prosemirror-transform"
import {collab, receiveTransaction, sendableSteps} from "prosemirror-collab"
import {edit, randomDocument} from "./edits.mjs"
import {Random} from "./random.mjs"
import {compile, readSpec} from "./schema.mjs"

const [path, seed, editors, edits, drops] = [process.argv[2], ...process.argv.slice(3).map(Number)]
const schema = compile(readSpec(path))
const random = new Random(seed)
/** One-way latency, pause between two edits of one person, and pause before a new connection, in milliseconds. */
const LATENCY = [20, 150], PAUSE = [600, 1800], AWAY = [100, 1500]
const LARGEST = 2500

// --- The authority, in the other process

let rest = ""
function ask(request) {
  let line = JSON.stringify(request) + "\n"
  for (let bytes = Buffer.from(line); bytes.length;) bytes = bytes.subarray(writeSync(1, bytes))
  const chunk = Buffer.alloc(1 << 16)
  while (!rest.includes("\n")) {
    const size = readSync(0, chunk)
    if (!size) throw new Error("The authority went away")
    rest += chunk.toString("latin1", 0, size)
  }
  const end = rest.indexOf("\n")
  line = Buffer.from(rest.slice(0, end), "latin1").toString()
  rest = rest.slice(end + 1)
  return JSON.parse(line)
}

// --- Virtual time

let now = 0, count = 0
const queue = []
function after(ms, run) {
  const event = {due: now + ms, order: count++, run}
  let at = queue.length
  while (at > 0 && (queue[at - 1].due > event.due)) at--
  queue.splice(at, 0, event)
}

// --- Network: messages of one connection keep their order; a message that is dropped takes its connection with it

class Line {
  up = true
  due = {there: 0, back: 0}
  carry(way, deliver, broken) {
    if (!this.up) return
    if (dropping && random.chance(drops)) {
      this.up = false
      stats.broken++
      after(random.between(...AWAY), broken)
      return
    }
    this.due[way] = Math.max(this.due[way], now + random.between(...LATENCY))
    after(this.due[way] - now, () => { if (this.up) deliver() })
  }
}

let dropping = drops > 0
const stats = {editors, edits: 0, broken: 0, resent: 0, nacks: [], invalid: 0, gaveUp: 0, differing: 0, vanished: 0}
const log = []

class Editor {
  constructor(id, doc) {
    this.id = id
    this.state = EditorState.create({doc, plugins: [collab({clientID: id})]})
    this.seq = 0
    this.clientSeq = 0
    this.flying = null
    this.waits = []
    this.astray = false
    this.connect()
  }

  connect() {
    this.line = new Line()
    this.greeted = false
    this.line.carry("there", () => this.astray ? this.fetch() : this.greet(), () => this.connect())
    if (!this.flying) return
    stats.resent++
    this.send()
  }

  /** At the server: this connection hears of all commits from here on, after those it missed. */
  greet() {
    const missed = log.slice(this.seqAtServer = this.seq)
    listeners.set(this.id, this.line)
    this.hear(missed, true)
  }

  hear(commits, greeting = false) {
    const line = this.line
    line.carry("back", () => this.orStartAgain(() => this.receive(commits, greeting)), () => { if (this.line === line) this.connect() })
  }

  /** Where the published package gives up, a page is reloaded: what it had not sent is gone, and its writer has a new id. */
  orStartAgain(work) {
    try {
      work()
    } catch (problem) {
      if (!(problem instanceof GaveUp)) throw problem
      stats.gaveUp++
      listeners.delete(this.id)
      this.id += "'"
      this.clientSeq = 0
      this.flying = null
      this.waits = []
      this.line.up = false
      this.astray = true
      this.connect()
    }
  }

  /** At the server: the whole text, and all commits from here on. */
  fetch() {
    const {doc} = ask({state: true}), seq = log.length, line = this.line
    listeners.set(this.id, line)
    line.carry("back", () => {
      this.state = EditorState.create({doc: Node.fromJSON(schema, doc), plugins: [collab({clientID: this.id})]})
      this.seq = seq
      this.astray = false
      this.greeted = true
    }, () => { if (this.line === line) this.connect() })
  }

  edit() {
    if (this.astray) return
    const tr = this.state.tr
    if (this.state.doc.content.size > LARGEST) tr.delete(0, this.state.doc.content.size >> 1)
    else for (let i = random.between(1, 2); i > 0; i--) edit(random, tr, schema)
    if (!tr.docChanged || !acceptable(tr.doc) || !undoable(tr)) return
    this.state = this.state.apply(tr)
    this.waits.push({origin: tr, at: now})
    stats.edits++
    this.push()
  }

  push() {
    if (!this.greeted || this.flying) return
    const sendable = sendableSteps(this.state)
    if (!sendable) return
    this.flying = {
      message: {clientId: this.id, clientSeq: ++this.clientSeq, baseSeq: this.seq, steps: sendable.steps.map(step => step.toJSON())},
      origins: new Set(sendable.origins),
      doc: this.state.doc,
    }
    this.send()
  }

  send() {
    const {message} = this.flying, line = this.line
    line.carry("there", () => serve(this, message), () => { if (this.line === line) this.connect() })
  }

  receive(commits, greeting) {
    for (const commit of commits) {
      if (commit.seq <= this.seq) continue
      if (commit.seq !== this.seq + 1) throw new Error("A gap in what the authority sent")
      this.seq = commit.seq
      const steps = commit.steps.map(json => Step.fromJSON(schema, json))
      if (commit.clientId === this.id && this.flying?.message.clientSeq === commit.clientSeq) this.settle(steps)
      else this.take(steps, "another")
    }
    this.greeted ||= greeting
    this.push()
  }

  take(steps, from) {
    if (steps.length) this.state = this.state.apply(orGiveUp(() => receiveTransaction(this.state, steps, steps.map(() => from))))
  }

  /** Those of the first unconfirmed steps that are under way. */
  own() {
    const {unconfirmed} = collabState(this.state)
    const end = unconfirmed.findIndex(one => !this.flying.origins.has(one.origin))
    return unconfirmed.slice(0, end < 0 ? unconfirmed.length : end)
  }

  /** What the server made of the push counts; mostly it is what was made of it here. */
  settle(steps) {
    const own = this.own()
    this.take(own.map(one => one.step), this.id)
    if (JSON.stringify(own.map(one => one.step.toJSON())) !== JSON.stringify(steps.map(step => step.toJSON()))) {
      stats.differing++
      this.take([...own.map(one => one.inverted).reverse(), ...steps], "another")
    }
    if (!steps.length) stats.vanished++
    this.answered()
  }

  /** Rightly, where the edit was valid when it was made and is no more since a rebase here. */
  refused(code) {
    if (acceptable(this.flying.doc)) stats.nacks.push(code)
    else stats.invalid++
    const own = this.own()
    this.take(own.map(one => one.step), this.id)
    this.take(own.map(one => one.inverted).reverse(), "another")
    this.answered()
    this.push()
  }

  answered() {
    for (const wait of this.waits) if (this.flying.origins.has(wait.origin)) confirmed.push(now - wait.at)
    this.waits = this.waits.filter(wait => !this.flying.origins.has(wait.origin))
    this.flying = null
  }
}

class GaveUp extends Error {}

/** After a rebase an inverse may not apply, and a mark may be meant for a node where there is text now. */
function orGiveUp(rebase) {
  try {
    return rebase()
  } catch (problem) {
    throw new GaveUp(problem.message)
  }
}

function collabState(state) {
  return state.plugins[0].getState(state)
}

/** Levels of nodes below the root that a text may have here. */
const DEEPEST = 64
function depth(node) {
  let most = 0
  node.forEach(child => { most = Math.max(most, 1 + depth(child)) })
  return most
}

const HALF = /\\ud[89a-f]/, HOLE = /"colwidth":\[[^\]]*null/
function acceptable(doc) {
  try {
    doc.check()
    const text = JSON.stringify(doc.toJSON())
    return !HALF.test(text) && !HOLE.test(text) && depth(doc) <= DEEPEST
  } catch {
    return false
  }
}

// A few steps have an inverse that does not apply; the published package gives up on those.
function undoable(tr) {
  return tr.steps.every((step, i) => {
    try {
      const undone = step.invert(tr.docs[i]).apply(tr.docs[i + 1] || tr.doc)
      return undone.doc?.eq(tr.docs[i])
    } catch {
      return false
    }
  })
}

const listeners = new Map()
function serve(editor, push) {
  const answer = ask({push})
  if (answer.reject) {
    const line = editor.line
    return line.carry("back", () => editor.orStartAgain(() => { if (editor.flying?.message === push) editor.refused(answer.reject) }), () => { if (editor.line === line) editor.connect() })
  }
  const fresh = answer.commits.filter(commit => commit.seq > log.length)
  log.push(...fresh)
  // One that is known already is acknowledged to its sender alone.
  if (!fresh.length) return editor.hear(answer.commits)
  for (const each of all) if (listeners.get(each.id) === each.line) each.hear(fresh)
}

const confirmed = []
const first = randomDocument(random, schema)
ask({create: first.toJSON()})
const all = Array.from({length: editors}, (_, i) => new Editor(`editor${i}`, Node.fromJSON(schema, first.toJSON())))
let left = edits
for (const each of all) {
  const turn = () => {
    if (left-- <= 0) return
    each.edit()
    after(random.between(...PAUSE), turn)
  }
  after(random.between(...PAUSE), turn)
}
let quiet = false
while (queue.length || !quiet) {
  const event = queue.shift()
  if (!event) {
    // Everything that was under way has arrived: let what waits go through on lines that hold.
    quiet = true
    dropping = false
    for (const each of all) if (!each.greeted || !each.line.up) each.connect()
    continue
  }
  now = event.due
  event.run()
}
const final = ask({state: true})
const sorted = confirmed.sort((a, b) => a - b)
const at = share => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
const apart = all.filter(each => JSON.stringify(each.state.doc.toJSON()) !== JSON.stringify(Node.fromJSON(schema, final.doc).toJSON())).map(each => each.id)
const waiting = all.filter(each => each.flying || sendableSteps(each.state)).map(each => each.id)
ask({...stats, done: true, apart, waiting, p50: at(0.5), p95: at(0.95), virtualSeconds: Math.round(now / 1000)})
