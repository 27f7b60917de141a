import {readFileSync} from "node:fs"
import {Schema} from "prosemirror-model"

export function readSpec(path) {
  return JSON.parse(readFileSync(path, "utf8"))
}

// The schema file names what JavaScript needs as functions: array types and the text of leaves.
export function compile(spec) {
  return new Schema({topNode: spec.topNode, nodes: entries(spec.nodes), marks: entries(spec.marks)})
}

/** The same nodes with what our schema leaves out: document attributes, block marks, exclusion, groups. */
export function variant(spec) {
  const more = {
    doc: {attrs: {lang: {default: "en", validate: "string"}, note: {default: null, validate: "string|null"}}, marks: "_"},
    blockquote: {marks: "_"},
    paragraph: {marks: "loud comment link code"},
    heading: {marks: "_"},
    table_cell: {marks: "comment"},
    strong: {group: "loud"},
    em: {group: "loud", excludes: "loud"},
    underline: {group: "loud"},
    code: {excludes: "_"},
    strike: {excludes: "link strike"},
  }
  const extend = ([name, one]) => [name, {...one, ...more[name]}]
  const comment = ["comment", {excludes: "", attrs: {id: {validate: "number"}}}]
  return {...spec, nodes: spec.nodes.map(extend), marks: [...spec.marks.map(extend), comment]}
}

function entries(list) {
  const result = {}
  for (const [name, spec] of list) {
    const copy = {...spec}
    if (spec.attrs) copy.attrs = attributes(spec.attrs)
    if (typeof spec.leafText === "string") copy.leafText = () => spec.leafText
    result[name] = copy
  }
  return result
}

function attributes(attrs) {
  const result = {}
  for (const name in attrs) {
    const {validate, ...rest} = attrs[name]
    result[name] = {...rest, validate: validate && (value => checkType(name, validate, value))}
  }
  return result
}

function checkType(name, types, value) {
  const fits = types.split("|").some(type =>
    type === "null" ? value === null
      : type === "number[]" ? Array.isArray(value) && value.every(one => typeof one === "number")
      : typeof value === type)
  if (!fits) throw new RangeError(`Attribute ${name} is no ${types}`)
}
