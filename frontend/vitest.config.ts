import { defineConfig } from 'vitest/config';
import { schemaHash } from './schema-hash.mjs';

export default defineConfig({
  define: { __SCHEMA_HASH__: JSON.stringify(schemaHash()) },
  test: { include: ['test/**/*.test.ts'], environment: 'jsdom', testTimeout: 60_000 },
});
