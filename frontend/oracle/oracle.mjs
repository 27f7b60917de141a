// Prints random editing as JSON lines, the schema first: node oracle.mjs SCHEMA SEED STEPS [variant]
import {createHash} from "node:crypto"
import {once} from "node:events"
import {rebaseSteps} from "prosemirror-collab"
import {AttrStep, Mapping, Step, Transform} from "prosemirror-transform"
import {edit, longDocument, randomDocument} from "./edits.mjs"
import {Random} from "./random.mjs"
import {compile, readSpec, variant} from "./schema.mjs"

const [path, seed, wanted] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])]
const spec = process.argv[5] === "variant" ? variant(readSpec(path)) : readSpec(path)
const schema = compile(spec)
const random = new Random(seed)

// JSON.stringify escapes surrogates only where the other half is missing.
const HALF = /\\ud[89a-f]/

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted)
  if (!value || typeof value !== "object") return value
  const result = {}
  for (const key of Object.keys(value).sort()) result[key] = sorted(value[key])
  return result
}

function digest(json) {
  return createHash("sha256").update(JSON.stringify(sorted(json))).digest("hex")
}

function hash(doc) {
  return digest(doc.toJSON())
}

// Where a width is missing prosemirror-tables leaves a hole, which JSON turns into what nobody accepts.
const HOLE = /"colwidth":\[[^\]]*null/

/** Prints a line, unless an edit in it parted a character or left a hole: the core refuses both by design. */
async function print(line) {
  const text = JSON.stringify(line)
  if (HALF.test(text) || HOLE.test(text)) return false
  if (!process.stdout.write(text + "\n")) await once(process.stdout, "drain")
  return true
}

// What is refused by design passes prosemirror's own check, and a rebase can bring it about now and then.
function valid(doc) {
  try {
    doc.check()
    const text = JSON.stringify(doc.toJSON())
    return !HALF.test(text) && !HOLE.test(text)
  } catch {
    return false
  }
}

function depth(node) {
  let deepest = 0
  node.forEach(child => { deepest = Math.max(deepest, depth(child) + 1) })
  return deepest
}

function transaction(doc, edits) {
  const tr = new Transform(doc)
  for (let i = 0; i < edits; i++) edit(random, tr, schema)
  return tr
}

function describe(tr, i) {
  const step = tr.steps[i]
  const before = tr.docs[i]
  const after = tr.docs[i + 1] || tr.doc
  const inverse = step.invert(before)
  // Whether the undone step is undone in turn the same way is where mark steps differ most.
  const again = inverse.invert(after)
  return {
    step: step.toJSON(), hash: hash(after), map: step.getMap().ranges, inverse: inverse.toJSON(),
    undone: outcome(after, inverse), again: again.toJSON(), valid: valid(after),
  }
}

function outcome(doc, step) {
  try {
    const result = step.apply(doc)
    return result.doc ? hash(result.doc) : "failed"
  } catch {
    return "failed"
  }
}

// An attribute the node does not have is ignored by prosemirror and refused by the core.
function unknownAttribute(doc, step) {
  if (!(step instanceof AttrStep) || step.pos > doc.content.size) return false
  const node = doc.nodeAt(step.pos)
  return node && !(step.attr in node.type.attrs)
}

/** Steps made for one document tried on another, where most do not fit. */
function misfits(doc, other) {
  return other.steps.slice(0, 3).filter(step => !unknownAttribute(doc, step)).map(step =>
    ({step: step.toJSON(), outcome: outcome(doc, Step.fromJSON(schema, step.toJSON()))}))
}

function mapped(tr) {
  const results = []
  const there = new Mapping(tr.mapping.maps)
  const back = there.invert()
  const round = new Mapping()
  there.maps.forEach(map => round.appendMap(map))
  for (let i = there.maps.length - 1; i >= 0; i--) round.appendMap(there.maps[i].invert(), i)
  const of = (mapping, pos, assoc) => {
    const result = mapping.mapResult(pos, assoc)
    return [result.pos, result.deleted, result.deletedBefore, result.deletedAfter, result.deletedAcross]
  }
  for (let i = 0; i < 5; i++) {
    const pos = random.below(tr.docs[0].content.size + 1)
    const end = random.below(tr.doc.content.size + 1)
    const assoc = random.pick([-1, 1])
    results.push({pos, end, assoc, there: of(there, pos, assoc), back: of(back, end, assoc), round: of(round, pos, assoc)})
  }
  return results
}

// A few steps have an inverse that does not apply; prosemirror-collab gives up on those.
function undoable(tr) {
  return tr.steps.every((step, i) => outcome(tr.docs[i + 1] || tr.doc, step.invert(tr.docs[i])) === hash(tr.docs[i]))
}

function rebase(base) {
  const own = transaction(base, random.between(1, 4))
  const over = transaction(base, random.between(1, 4))
  if (!own.steps.length || !over.steps.length || !undoable(own)) return null
  const transform = new Transform(own.doc)
  const rebaseable = own.steps.map((step, i) => ({step, inverted: step.invert(own.docs[i]), origin: own}))
  const line = {
    kind: "rebase", current: over.doc.toJSON(), own: own.steps.map(step => step.toJSON()),
    over: over.steps.map(step => step.toJSON()),
  }
  try {
    const result = rebaseSteps(rebaseable, over.steps, transform)
    return {...line, steps: result.map(one => one.step.toJSON()), hash: hash(transform.doc), valid: valid(transform.doc)}
  } catch (error) {
    return {...line, error: String(error.message)}
  }
}

await print({kind: "schema", schema: spec, hash: digest(spec)})
let doc = randomDocument(random, schema)
let most = 2500
for (let made = 0; made < wanted;) {
  if (doc.content.size > most || depth(doc) > 30 || random.chance(0.01)) {
    doc = random.chance(0.2) ? longDocument(random, schema) : randomDocument(random, schema)
    most = Math.max(2500, 2 * doc.content.size)
  }
  const tr = transaction(doc, random.between(1, 3))
  if (!tr.steps.length) continue
  const printed = await print({
    kind: "edit", doc: doc.toJSON(), text: doc.textBetween(0, doc.content.size, "\n"), steps: tr.steps.map((_, i) => describe(tr, i)),
    after: tr.doc.toJSON(), mapped: mapped(tr), misfits: misfits(tr.doc, transaction(randomDocument(random, schema), 2)),
  })
  if (!printed) continue
  made += tr.steps.length
  if (random.chance(0.5)) {
    const line = rebase(doc)
    if (line && await print(line)) made += line.own.length
  }
  if (valid(tr.doc)) doc = tr.doc
}
