import { createHash } from 'node:crypto';
import type { InlineHashes } from './securityHeaders.ts';

/** Elements as the web build writes them: no comments with tags in them, no attribute with a `>`. */
const ELEMENT = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1\s*>/gi;

/** The hashes of what is inline in a page (CSP level 3, 8.4), each once. What has a `src` is not inline. */
export function inlineHashes(html: string): InlineHashes {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const [, tag, attributes, content] of html.matchAll(ELEMENT)) {
    if (/\ssrc\s*=/i.test(attributes ?? '') || content === '') continue;
    const hash = createHash('sha256')
      .update(content ?? '')
      .digest('base64');
    (tag?.toLowerCase() === 'style' ? styles : scripts).add(`'sha256-${hash}'`);
  }
  return { scripts: [...scripts], styles: [...styles] };
}
