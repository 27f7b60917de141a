/** Flow may hand over an array or its JSON. */
export function list<T>(value: readonly T[] | string | null): readonly T[] {
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value || '[]') : value;
  return Array.isArray(parsed) ? (parsed as T[]) : [];
}

/** Hands over once more what was set before the element's class was known: it hides the setters. */
export function adopt(holder: object, names: readonly string[]): void {
  const own = holder as Record<string, unknown>;
  for (const name of names) {
    if (!Object.hasOwn(own, name)) continue;
    const value = own[name];
    delete own[name];
    own[name] = value;
  }
}
