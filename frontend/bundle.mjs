import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { schemaHash } from './schema-hash.mjs';

const destination = process.argv[2];
if (!destination) {
  console.error('usage: node bundle.mjs DEST');
  process.exit(2);
}
const notice = readFileSync(new URL('./NOTICE', import.meta.url), 'utf8').trim();

const shared = {
  bundle: true,
  format: 'esm',
  target: ['es2022'],
  minify: true,
  sourcemap: false,
  outdir: destination,
  logLevel: 'warning',
};
await build({
  ...shared,
  entryPoints: { editor: 'editor/element.ts' },
  banner: { js: `/*\n${notice}\n*/` },
  define: { __SCHEMA_HASH__: JSON.stringify(schemaHash()) },
});
await build({ ...shared, entryPoints: { editor: 'editor/editor.css', voice: 'voice/voice.css' } });
// One plain script: a page of another origin loads it without asking for CORS.
await build({ ...shared, format: 'iife', entryPoints: { 'faq-panel': 'panel/panel.ts' } });
await build({ ...shared, entryPoints: { copy: 'copy/copy.ts', shell: 'shell/shell.ts' } });
