import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** JSON with keys sorted by UTF-16 code unit and no white space: the same bytes in every language. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Lower-case hex SHA-256 of the canonical form of `schema.json`; `crypto.subtle` is missing on plain http. */
export function schemaHash() {
  const schema = JSON.parse(readFileSync(new URL('./editor/schema.json', import.meta.url), 'utf8'));
  return createHash('sha256').update(canonical(schema), 'utf8').digest('hex');
}
