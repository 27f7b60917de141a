import {Fragment, Slice} from "prosemirror-model"
import {EditorState, TextSelection} from "prosemirror-state"
import {
  ReplaceAroundStep, ReplaceStep, canJoin, canSplit, dropPoint, findWrapping, insertPoint, joinPoint, liftTarget,
} from "prosemirror-transform"
import {liftListItem, sinkListItem, splitListItem, wrapInList} from "prosemirror-schema-list"
import * as tables from "prosemirror-tables"
import {attributesFor, words} from "./words.mjs"

/** A position that does not part the two halves of a character. */
function position(random, doc) {
  return whole(doc, random.below(doc.content.size + 1))
}

function whole(doc, pos) {
  const $pos = doc.resolve(pos)
  if (!$pos.textOffset) return pos
  const text = $pos.parent.child($pos.index()).text
  const code = text.charCodeAt($pos.textOffset)
  return code >= 0xdc00 && code < 0xe000 ? pos - 1 : pos
}

function range(random, doc) {
  const from = position(random, doc)
  const to = random.chance(0.7) ? whole(doc, Math.min(doc.content.size, from + random.below(12))) : position(random, doc)
  return from < to ? [from, to] : [to, from]
}

function textPosition(random, doc) {
  const pos = position(random, doc)
  return TextSelection.near(doc.resolve(pos), random.chance(0.5) ? 1 : -1).from
}

function inline(random, schema) {
  const name = random.pick(["hard_break", "image", "fact", "mention", "timestamp", "merge_field"])
  return schema.nodes[name].create(attributesFor(random, name))
}

function someMark(random, schema) {
  const type = random.pick(Object.values(schema.marks))
  return type.create(attributesFor(random, type.name))
}

function marks(random, schema) {
  let set = []
  for (let i = random.below(3); i > 0; i--) set = someMark(random, schema).addToSet(set)
  return set
}

function randomBlock(random, schema, depth = 0) {
  const {nodes} = schema
  const kinds = ["paragraph", "paragraph", "paragraph", "heading", "code_block", "horizontal_rule"]
  if (depth < 3) kinds.push("blockquote", "callout", "bullet_list", "ordered_list", "task_list", "table")
  const name = random.pick(kinds)
  const attrs = attributesFor(random, name)
  const blocks = () => Array.from({length: random.between(1, 2)}, () => randomBlock(random, schema, depth + 1))
  const item = type => nodes[type].create(attributesFor(random, type), [paragraph(random, schema), ...(random.chance(0.3) ? blocks() : [])])
  const items = type => Array.from({length: random.between(1, 3)}, () => item(type))
  switch (name) {
    case "heading":
    case "paragraph": return nodes[name].create(attrs, inlines(random, schema))
    case "code_block": return nodes[name].create(attrs, schema.text(words(random)))
    case "horizontal_rule": return nodes[name].create()
    case "bullet_list":
    case "ordered_list": return nodes[name].create(attrs, items("list_item"))
    case "task_list": return nodes[name].create(attrs, items("task_item"))
    case "table": return table(random, schema)
    default: return nodes[name].create(attrs, blocks())
  }
}

function paragraph(random, schema) {
  return schema.nodes.paragraph.create(null, inlines(random, schema))
}

function inlines(random, schema) {
  return Fragment.fromArray(Array.from({length: random.below(4)}, () =>
    random.chance(0.75) ? schema.text(words(random), marks(random, schema)) : inline(random, schema).mark(marks(random, schema))))
}

function table(random, schema) {
  const columns = random.between(1, 4)
  const row = head => schema.nodes.table_row.create(null, Array.from({length: columns}, () =>
    schema.nodes[head ? "table_header" : "table_cell"].create(null, paragraph(random, schema))))
  return schema.nodes.table.create(null, Array.from({length: random.between(1, 4)}, (_, i) => row(i === 0 && random.chance(0.5))))
}

export function randomDocument(random, schema) {
  return schema.topNodeType.create(null, Array.from({length: random.between(1, 5)}, () => randomBlock(random, schema)))
}

/** So many children side by side that the core holds them in parts: blocks, and the pieces of one paragraph. */
export function longDocument(random, schema) {
  const pieces = Array.from({length: random.between(70, 100)}, (_, i) =>
    i % 2 ? schema.text(words(random, 1), marks(random, schema)) : inline(random, schema))
  const blocks = Array.from({length: random.between(60, 110)}, () => random.chance(0.7)
    ? schema.nodes.paragraph.create(null, schema.text(words(random, 2)))
    : randomBlock(random, schema, random.between(2, 3)))
  blocks.splice(random.below(blocks.length), 0, schema.nodes.paragraph.create(null, Fragment.fromArray(pieces)))
  return schema.topNodeType.create(null, blocks)
}

function command(tr, doc, random, run, select) {
  const state = EditorState.create({doc, selection: select ? select(doc) : TextSelection.near(doc.resolve(position(random, doc)))})
  run(state, made => made.steps.forEach(step => tr.step(step)))
}

function cells(doc) {
  const found = []
  doc.descendants((node, pos) => {
    if (/cell/.test(node.type.spec.tableRole || "")) found.push(pos)
  })
  return found
}

function tableCommand(random, tr, doc) {
  const all = cells(doc)
  if (!all.length) return
  const start = random.below(all.length)
  const select = () => {
    const $anchor = doc.resolve(all[start])
    const near = all.slice(start, start + 6).map(pos => doc.resolve(pos)).filter($pos => tables.inSameTable($anchor, $pos))
    return new tables.CellSelection($anchor, random.pick(near.length ? near : [$anchor]))
  }
  const run = random.pick([
    tables.addRowAfter, tables.addRowBefore, tables.addColumnAfter, tables.addColumnBefore, tables.deleteRow,
    tables.deleteColumn, tables.mergeCells, tables.mergeCells, tables.splitCell, tables.toggleHeaderRow,
    tables.toggleHeaderColumn, tables.toggleHeaderCell, tables.deleteCellSelection, tables.deleteTable,
    tables.setCellAttr("colwidth", [random.between(20, 300)]),
  ])
  command(tr, doc, random, run, select)
  const fixed = tables.fixTables(EditorState.create({doc: tr.doc}))
  if (fixed) fixed.steps.forEach(step => tr.step(step))
}

function attributeEdit(random, tr, doc) {
  const targets = []
  doc.descendants((node, pos) => { if (attributesFor(random, node.type.name)) targets.push([node, pos]) })
  if (!targets.length) return
  const [node, pos] = random.pick(targets)
  const attrs = attributesFor(random, node.type.name)
  const name = random.pick(Object.keys(attrs))
  if (/span/.test(name) || node.attrs.colspan > 1) return
  if (random.chance(0.6)) tr.setNodeAttribute(pos, name, attrs[name])
  else tr.setNodeMarkup(pos, null, {...node.attrs, [name]: attrs[name]})
}

function nodeMarkEdit(random, tr, doc) {
  const targets = []
  doc.descendants((node, pos, parent) => {
    if (!node.isText && (!parent.type.markSet || parent.type.markSet.length)) targets.push([node, pos, parent])
  })
  if (!targets.length) return
  const [node, pos, parent] = random.pick(targets)
  const mark = node.marks.length && random.chance(0.5) ? random.pick(node.marks) : someMark(random, doc.type.schema)
  if (node.marks.length && random.chance(0.5)) tr.removeNodeMark(pos, mark)
  else if (parent.type.allowsMarkType(mark.type)) tr.addNodeMark(pos, mark)
}

function paste(random, tr, doc, schema) {
  const source = random.chance(0.5) ? doc : randomDocument(random, schema)
  const [from, to] = range(random, source)
  const slice = source.slice(from, to, random.chance(0.3))
  const [start, end] = random.chance(0.6) ? [textPosition(random, doc)].flatMap(pos => [pos, pos]) : range(random, doc)
  if (random.chance(0.5)) tr.replaceRange(start, end, slice)
  else tr.replace(start, end, slice)
}

function move(random, tr, doc) {
  const [from, to] = range(random, doc)
  const slice = doc.slice(from, to)
  const target = dropPoint(doc, position(random, doc), slice)
  if (target == null) return
  tr.deleteRange(from, to)
  const mapped = tr.mapping.map(target)
  tr.replaceRange(mapped, mapped, slice)
}

/** Raw steps no editor makes, most of which do not fit. */
function raw(random, tr, doc, schema) {
  const source = random.chance(0.6) ? doc : randomDocument(random, schema)
  const [a, b] = range(random, source)
  const slice = random.chance(0.2) ? Slice.maxOpen(source.slice(a, b).content) : source.slice(a, b, random.chance(0.2))
  const [from, to] = range(random, doc)
  if (random.chance(0.6)) {
    tr.maybeStep(new ReplaceStep(from, to, slice, random.chance(0.2)))
    return
  }
  const gaps = [position(random, doc), position(random, doc)].sort((x, y) => x - y)
  const gapFrom = Math.min(Math.max(from, gaps[0]), to)
  const gapTo = Math.max(gapFrom, Math.min(to, gaps[1]))
  tr.maybeStep(new ReplaceAroundStep(from, to, gapFrom, gapTo, slice, random.below(slice.size + 1), random.chance(0.5)))
}

const EDITS = {
  type(random, tr, doc) {
    const pos = textPosition(random, doc)
    if (doc.resolve(pos).parent.inlineContent) tr.insertText(words(random, 2), pos)
  },
  overtype(random, tr, doc) {
    const [from, to] = range(random, doc)
    tr.insertText(words(random, 2), from, to)
  },
  insert(random, tr, doc, schema) {
    const pos = textPosition(random, doc)
    if (doc.resolve(pos).parent.inlineContent && !doc.resolve(pos).parent.type.spec.code) tr.insert(pos, inline(random, schema))
  },
  block(random, tr, doc, schema) {
    const block = randomBlock(random, schema, 1)
    const pos = insertPoint(doc, position(random, doc), block.type)
    if (pos != null) tr.insert(pos, block)
  },
  delete(random, tr, doc) {
    const [from, to] = range(random, doc)
    if (random.chance(0.5)) tr.delete(from, to)
    else tr.deleteRange(from, to)
  },
  split(random, tr, doc) {
    const pos = textPosition(random, doc)
    const depth = random.between(1, 3)
    if (canSplit(doc, pos, depth)) tr.split(pos, depth)
  },
  join(random, tr, doc) {
    const pos = joinPoint(doc, position(random, doc), random.pick([-1, 1]))
    if (pos != null && canJoin(doc, pos)) tr.join(pos)
  },
  wrap(random, tr, doc, schema) {
    const [from, to] = range(random, doc)
    const blocks = doc.resolve(from).blockRange(doc.resolve(to))
    const name = random.pick(["blockquote", "callout", "bullet_list", "ordered_list", "task_list"])
    const wrapping = blocks && findWrapping(blocks, schema.nodes[name], attributesFor(random, name))
    if (wrapping) tr.wrap(blocks, wrapping)
  },
  lift(random, tr, doc) {
    const [from, to] = range(random, doc)
    const blocks = doc.resolve(from).blockRange(doc.resolve(to))
    const target = blocks && liftTarget(blocks)
    if (target != null) tr.lift(blocks, target)
  },
  blockType(random, tr, doc, schema) {
    const [from, to] = range(random, doc)
    const name = random.pick(["paragraph", "heading", "code_block"])
    tr.setBlockType(from, to, schema.nodes[name], attributesFor(random, name))
  },
  mark(random, tr, doc, schema) {
    const [from, to] = range(random, doc)
    tr.addMark(from, to, someMark(random, schema))
  },
  unmark(random, tr, doc, schema) {
    const [from, to] = range(random, doc)
    tr.removeMark(from, to, random.pick([null, someMark(random, schema).type, someMark(random, schema)]))
  },
  list(random, tr, doc, schema) {
    const item = random.pick([schema.nodes.list_item, schema.nodes.task_item])
    const run = random.pick([
      wrapInList(schema.nodes.bullet_list), wrapInList(schema.nodes.task_list), splitListItem(item), liftListItem(item),
      sinkListItem(item),
    ])
    command(tr, doc, random, run)
  },
  docAttribute(random, tr, doc) {
    const names = Object.keys(doc.attrs)
    if (names.length) tr.setDocAttribute(random.pick(names), random.pick(["en", "de", words(random, 2)]))
  },
  table: tableCommand,
  tableAgain: tableCommand,
  attribute: attributeEdit,
  nodeMark: nodeMarkEdit,
  paste,
  move,
  raw,
}

/** Makes one random edit; where prosemirror itself gives up half-way, what it did so far counts. */
export function edit(random, tr, schema) {
  try {
    EDITS[random.pick(Object.keys(EDITS))](random, tr, tr.doc, schema)
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
}
