export const mac = /Mac|iPhone|iPad/.test(navigator.platform);

/** `Mod-Shift-8` as people read it; words around the keys stay. */
export function shortcutText(keys: string): string {
  if (!mac) return keys.replaceAll('Mod-', 'Ctrl-').replace(/(Ctrl|Shift|Alt)-(?=\S)/g, '$1+');
  return keys
    .replaceAll(/Mod-(?=\S)/g, '⌘')
    .replaceAll(/Alt-(?=\S)/g, '⌥')
    .replaceAll(/Shift-(?=\S)/g, '⇧');
}
