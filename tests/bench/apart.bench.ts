/**
 * Whether one could tell from how soon one is answered that there is another side (PRIV-5): acknowledgements on one side of a visit of two,
 * while the other does nothing, what a hand does, and all that it may. A ratio of 1 tells nothing.
 */
import { Product } from '../harness/Product.ts';
import { acknowledgements } from './apart/acknowledgements.ts';
import { load, ratio, spread } from './measure/figures.ts';

const SPELLS = Number(process.env.TRIALS ?? 12);

const product = await Product.start();
try {
  const { nothing, aHand, all } = await acknowledgements(product, SPELLS);
  for (const kind of ['changed', 'refused'] as const) {
    console.log(`Acknowledged (${kind}), the other side silent  ${spread(nothing[kind], 'ms', 2)}`);
    console.log(
      `… while somebody there does something       ${spread(aHand[kind], 'ms', 2)}   ratio ${ratio(aHand[kind], nothing[kind])}`,
    );
    console.log(
      `… while three devices do all that they may  ${spread(all[kind], 'ms', 2)}   ratio ${ratio(all[kind], nothing[kind])}`,
    );
  }
  console.log(`(${load()})`);
} finally {
  await product.stop();
}
