// Random writing on documents of three sizes, and how fast prosemirror-transform applies it.
//   node speed.mjs log SCHEMA FOLDER STEPS   writes FOLDER/<KB>.json: {doc, steps}
//   node speed.mjs time SCHEMA FILE          prints steps per second, the median of nine passes after four seconds of warming up
import {readFileSync, writeFileSync} from "node:fs"
import {performance} from "node:perf_hooks"
import {Fragment, Node, Slice} from "prosemirror-model"
import {AddMarkStep, ReplaceStep, Step} from "prosemirror-transform"
import {Random} from "./random.mjs"
import {compile, readSpec} from "./schema.mjs"

const [what, path, place, count] = process.argv.slice(2)
const schema = compile(readSpec(path))

function document(random, size) {
  const blocks = []
  for (let length = 0; length < size;) {
    const words = Array.from({length: random.between(5, 60)}, () => "word" + random.below(1000)).join(" ")
    blocks.push(random.chance(0.1) ? schema.node("heading", {level: 2}, schema.text(words.slice(0, 40))) : schema.node("paragraph", null, schema.text(words)))
    length += words.length
  }
  return schema.node("doc", null, blocks)
}

/** A person who writes: mostly letters one after the other, now and then elsewhere, deleting, splitting, marking. */
function writing(random, doc, steps) {
  const made = []
  let at = 1
  while (made.length < steps) {
    if (random.chance(0.1)) at = random.below(doc.content.size)
    const $at = doc.resolve(at)
    if (!$at.parent.isTextblock) { at = Math.min(doc.content.size - 1, at + 1); continue }
    const dice = random.next()
    let step
    if (dice < 0.8) step = new ReplaceStep(at, at, new Slice(Fragment.from(schema.text("abcdefgh "[random.below(9)])), 0, 0))
    else if (dice < 0.9 && $at.parentOffset > 2) step = new ReplaceStep(at - 2, at, Slice.empty)
    else if (dice < 0.95) step = new AddMarkStep($at.start(), at, schema.mark("strong"))
    else {
      const type = $at.parent.type
      step = new ReplaceStep(at, at, new Slice(Fragment.from([type.create($at.parent.attrs), type.create($at.parent.attrs)]), 1, 1), true)
    }
    const result = step.apply(doc)
    if (!result.doc) continue
    at = Math.max(1, Math.min(result.doc.content.size - 1, step.getMap().map(at)))
    doc = result.doc
    made.push(step)
  }
  return made
}

if (what === "log") {
  for (const kb of [1, 20, 200]) {
    const random = new Random(kb)
    const doc = document(random, kb * 1000)
    const steps = writing(random, doc, Number(count))
    writeFileSync(`${place}/${kb}.json`, JSON.stringify({doc: doc.toJSON(), steps: steps.map(step => step.toJSON())}))
  }
} else {
  const log = JSON.parse(readFileSync(place, "utf8"))
  const first = Node.fromJSON(schema, log.doc)
  const steps = log.steps.map(json => Step.fromJSON(schema, json))
  const pass = () => {
    const begun = performance.now()
    let doc = first
    for (const step of steps) doc = step.apply(doc).doc
    return {rate: steps.length / (performance.now() - begun) * 1000, size: doc.content.size}
  }
  for (const start = performance.now(); performance.now() - start < 4000;) pass()
  const passes = Array.from({length: 9}, pass).sort((a, b) => a.rate - b.rate)
  process.stdout.write(JSON.stringify(passes[4]) + "\n")
}
