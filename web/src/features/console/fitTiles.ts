export interface Space {
  readonly width: number;
  readonly height: number;
  readonly count: number;
  /** Height of the words under each picture. */
  readonly caption: number;
  readonly gap: number;
  /** Width of a picture over its height. */
  readonly ratio: number;
}

export interface Fit {
  readonly columns: number;
  /** Of one tile, in whole pixels. */
  readonly width: number;
}

/** The number of columns with which all tiles are as large as they can be without scrolling. All lengths in CSS pixels. */
export function fitTiles({ width, height, count, caption, gap, ratio }: Space): Fit {
  const fits = Array.from({ length: Math.max(1, count) }, (_, index): Fit => {
    const columns = index + 1;
    const rows = Math.ceil(Math.max(1, count) / columns);
    const byWidth = (width - gap * (columns - 1)) / columns;
    const byHeight = ((height - gap * (rows - 1)) / rows - caption) * ratio;
    return { columns, width: Math.max(0, Math.floor(Math.min(byWidth, byHeight))) };
  });
  return fits.reduce((best, fit) => (fit.width > best.width ? fit : best));
}
