import { Schema, type AttributeSpec, type MarkSpec, type NodeSpec } from 'prosemirror-model';
import description from './schema.json';
import { markDom, nodeDom } from './dom';

declare const __SCHEMA_HASH__: string;

/** SHA-256 of the canonical schema.json, put in at build time; the server compares it with its own copy. */
export const schemaHash: string = __SCHEMA_HASH__;

type AttributeDescription = { default?: unknown; validate: string };
type Description = Record<string, unknown> & { attrs?: Record<string, AttributeDescription>; leafText?: string };

/** ProseMirror knows primitive types only; `number[]` is ours. */
function attribute({ validate, ...rest }: AttributeDescription): AttributeSpec {
  const types = validate.split('|');
  if (!types.includes('number[]')) return { ...rest, validate };
  return {
    ...rest,
    validate(value: unknown) {
      if (value === null && types.includes('null')) return;
      if (!Array.isArray(value) || !value.every((each) => typeof each === 'number')) {
        throw new RangeError(`Expected ${validate}`);
      }
    },
  };
}

function withDom<T>(entries: unknown, dom: Record<string, object>): { [name: string]: T } {
  const specs: Record<string, T> = {};
  for (const [name, { attrs, leafText, ...spec }] of entries as [string, Description][]) {
    specs[name] = {
      ...spec,
      ...(leafText !== undefined && { leafText: () => leafText }),
      ...(attrs && {
        attrs: Object.fromEntries(Object.entries(attrs).map(([key, value]) => [key, attribute(value)])),
      }),
      ...dom[name],
    } as T;
  }
  return specs;
}

/** The one document schema, from the file that the server reads too. */
export const schema = new Schema({
  topNode: description.topNode,
  nodes: withDom<NodeSpec>(description.nodes, nodeDom),
  marks: withDom<MarkSpec>(description.marks, markDom),
});

/** Node types by name; every name used in this code stands in schema.json. */
export function nodeType(name: string) {
  const type = schema.nodes[name];
  if (!type) throw new RangeError(`No node ${name} in the schema`);
  return type;
}

export function markType(name: string) {
  const type = schema.marks[name];
  if (!type) throw new RangeError(`No mark ${name} in the schema`);
  return type;
}
