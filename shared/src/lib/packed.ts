/** Data as JSON has it. */
type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };
type Fields = readonly (readonly [string, unknown])[];

/** A list in the packed form begins with this; an object with the number of its shape. */
const LIST = -1;

/**
 * Plain data in which each name of a field is written once, and each sequence of them. Nothing else is left out or
 * abbreviated, so that how long it is tells no more of what is said in it than JSON does.
 */
export interface Packed<Whole> {
  readonly names: readonly string[];
  /** For each sort of object its fields, by the places of their names. */
  readonly shapes: readonly (readonly number[])[];
  readonly root: Plain;
  /** Never there: it only carries the type of what is packed. */
  readonly whole?: Whole;
}

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);

/** Fields named `a:b` and `a:c` as one field `a:` with the fields `b` and `c`, because many share what follows the colon. */
function split(fields: Fields): Fields {
  const whole: [string, unknown][] = [];
  const groups = new Map<string, [string, unknown][]>();
  for (const [key, value] of fields) {
    const end = key.indexOf(':') + 1;
    const group = groups.get(key.slice(0, end)) ?? [];
    if (end === 0) whole.push([key, value]);
    else groups.set(key.slice(0, end), [...group, [key.slice(end), value]]);
  }

  return [...whole, ...[...groups].map(([key, group]) => [key, Object.fromEntries(group)] as const)];
}

/** Things that are written down once, in the order in which they first came. */
class Once<Thing> {
  readonly all: Thing[] = [];
  readonly #places = new Map<string, number>();

  placeOf(thing: Thing): number {
    const text = String(thing);
    const known = this.#places.get(text);
    if (known !== undefined) return known;

    this.#places.set(text, this.all.length);

    return this.all.push(thing) - 1;
  }
}

interface Tables {
  readonly names: Once<string>;
  readonly shapes: Once<readonly number[]>;
}

function pack(value: unknown, tables: Tables): Plain {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return [LIST, ...value.map((item) => pack(item, tables))];
  if (value === null || typeof value !== 'object') return null;

  const fields = split(Object.entries(value).filter(([, field]) => field !== undefined));

  const shape = fields.map(([name]) => tables.names.placeOf(name));

  return [tables.shapes.placeOf(shape), ...fields.map(([, field]) => pack(field, tables))];
}

/** Packs data as JSON has it; a field that is undefined is left out, as JSON does. */
export function packed<Whole>(whole: Whole): Packed<Whole> {
  const tables = { names: new Once<string>(), shapes: new Once<readonly number[]>() };
  const root = pack(whole, tables);

  return { names: tables.names.all, shapes: tables.shapes.all, root };
}

function unpack(value: Plain, { names, shapes }: Omit<Packed<unknown>, 'root'>): Plain {
  if (value === null || typeof value !== 'object' || !isList(value)) return value;

  const [kind, ...parts] = value;
  const items = parts.map((part) => unpack(part, { names, shapes }));
  if (kind === LIST) return items;

  const fields = shapes[Number(kind)] ?? [];

  return Object.fromEntries(fields.flatMap((name, place) => joined(names[name] ?? '', items[place] ?? null)));
}

const joined = (name: string, value: Plain): readonly (readonly [string, Plain])[] =>
  name.endsWith(':') && value !== null && typeof value === 'object' && !isList(value)
    ? Object.entries(value).map(([rest, field]) => [name + rest, field])
    : [[name, value]];

/** The data that was packed. Only for what `packed` made: nothing is checked. */
export const unpacked = <Whole>({ root, ...tables }: Packed<Whole>): Whole => unpack(root, tables) as Whole;
