import { loadavg } from 'node:os';

const sorted = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);

/** The value below which the share `q` (0–1) of the values lies; the nearest rank. */
const quantile = (values: readonly number[], q: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.max(0, Math.ceil(q * values.length) - 1))] ?? Number.NaN;

const median = (values: readonly number[]): number => quantile(values, 0.5);

/** “158 ms [129–315]”: median, 10th and 90th percentile. */
export const spread = (values: readonly number[], unit: string, digits = 0): string =>
  values.length === 0
    ? 'left out'
    : `${median(values).toFixed(digits)} ${unit} [${quantile(values, 0.1).toFixed(digits)}–${quantile(values, 0.9).toFixed(digits)}], n=${values.length}`;

/** A ratio of medians, ours to theirs; below 1 is better for us. */
export const ratio = (ours: readonly number[], theirs: readonly number[]): string =>
  theirs.length === 0 || ours.length === 0 ? 'no peer' : (median(ours) / median(theirs)).toFixed(2);

/** The load of the machine, for the reader to judge the figures by. */
export const load = (): string => `load ${loadavg()[0]?.toFixed(1)}`;

/** Whether nine of ten values, or the share `q` of them, are no more than the target. */
export const verdict = (values: readonly number[], target: number, unit: string, q = 0.9): string =>
  values.length === 0 ? 'left out' : `target ${target} ${unit}: ${quantile(values, q) <= target ? 'met' : 'NOT MET'}`;
