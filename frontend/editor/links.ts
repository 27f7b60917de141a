const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address as it may be stored, or null when it is no absolute http, https or mailto address.
 *
 * Parsed by the browser's own URL parser, because that is what decides later what a click runs: it strips the tabs
 * and control characters that hide `java\tscript:` from a pattern.
 */
export function safeHref(href: string): string | null {
  const trimmed = href.trim();
  if (trimmed.length > 2048) return null;
  try {
    const url = new URL(trimmed);
    return ALLOWED.has(url.protocol) ? trimmed : null;
  } catch {
    return null;
  }
}

/** What somebody typed into the link field; a bare host or mail address gets the scheme they meant. */
export function typedHref(typed: string): string | null {
  const text = typed.trim();
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return safeHref(`mailto:${text}`);
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+([/?#].*)?$/i.test(text)) return safeHref(`https://${text}`);
  return safeHref(text);
}

/** Pictures come from this portal only: a foreign address would tell its owner who reads the incident. */
export function safeImage(src: string): string | null {
  return /^\/attachments\/[A-Za-z0-9/_.%-]+$/.test(src) && !src.includes('..') ? src : null;
}
