export function canonical(value: unknown): string;
export function schemaHash(): string;
