/** The same text twice, with every character still on its line and column. */
export interface Code {
  /** Comments are blank. */
  readonly uncommented: string;
  /** Comments, texts and regular expressions are blank; what stands in `${}` of a template is kept. */
  readonly bare: string;
}

const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const TEXT = /'(?:\\[\s\S]|[^'\\\n])*'?|"(?:\\[\s\S]|[^"\\\n])*"?/y;
const TEMPLATE_TEXT = /(?:\\[\s\S]|\$(?!\{)|[^`\\$])+/y;
const REGULAR_EXPRESSION = /\/(?![*/>])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y;
const WORD_OR_SPACE = /[\w$]+|\s+/y;
/** After these a slash begins a regular expression; elsewhere it divides, or closes a JSX tag. */
const BEFORE_REGULAR_EXPRESSION = /(?:^|=>|[(,=:[!&|?{};+*%~^]|\b(?:return|case|typeof|in|of|await))\s*$/;

/**
 * Separates code from comments and texts, so that a rule about code is not broken by words about it.
 * A small scanner, not a parser: an apostrophe in JSX text hides the rest of its line, nothing more.
 */
export function codeOf(text: string): Code {
  const known = scanned.get(text);
  if (known) return known;
  const code = scan(text);
  scanned.set(text, code);
  return code;
}

/** Many rules look at the same files. */
const scanned = new Map<string, Code>();

function scan(text: string): Code {
  let uncommented = '';
  let bare = '';
  let at = 0;
  /** 'template' while in a template's text; a number counts the open braces inside one of its `${}`. */
  const inside: ('template' | number)[] = [];

  const take = (token: string, kind: 'code' | 'text' | 'comment') => {
    uncommented += kind === 'comment' ? blank(token) : token;
    bare += kind === 'code' ? token : blank(token);
    at += token.length;
  };
  const next = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const beginsExpression = () => BEFORE_REGULAR_EXPRESSION.test(bare.slice(-80));
  const takeTemplateText = () => {
    const words = next(TEMPLATE_TEXT);
    if (words) return take(words, 'text');
    if (text[at] === '`') inside.pop();
    else inside.push(0);
    take(text[at] === '`' ? '`' : '${', 'text');
  };
  const takeCode = () => {
    const comment = next(COMMENT);
    if (comment) return take(comment, 'comment');
    const quoted = next(TEXT) ?? (text[at] === '/' && beginsExpression() ? next(REGULAR_EXPRESSION) : undefined);
    if (quoted) return take(quoted, 'text');
    if (text[at] === '`') {
      inside.push('template');
      return take('`', 'text');
    }
    take(followBraces(inside, next(WORD_OR_SPACE) ?? text[at] ?? ''), inside.at(-1) === 'template' ? 'text' : 'code');
  };

  while (at < text.length) {
    if (inside.at(-1) === 'template') takeTemplateText();
    else takeCode();
  }
  return { uncommented, bare };
}

/** Notices where a `${}` ends. Returns the token as it came. */
function followBraces(inside: ('template' | number)[], token: string): string {
  const open = inside.at(-1);
  if (typeof open !== 'number') return token;
  if (token === '{') inside[inside.length - 1] = open + 1;
  if (token === '}' && open > 0) inside[inside.length - 1] = open - 1;
  if (token === '}' && open === 0) inside.pop();
  return token;
}

const blank = (token: string) => token.replace(/[^\n]/g, ' ');

/** The line of a position, counted from 1. */
export const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length;
