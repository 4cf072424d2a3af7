/**
 * What private rooms cost: a Router for each, and a move from one to another, from “I am coming” to the first picture of somebody there.
 * Lower is better.
 */
import { chance } from '../harness/FarNetwork.ts';
import { farProduct } from '../harness/farProduct.ts';
import { Product } from '../harness/Product.ts';
import { load, spread, verdict } from './measure/figures.ts';
import { openBrowser } from './measure/people.ts';
import { moves } from './rooms/moves.ts';
import { routerPrice } from './rooms/routerPrice.ts';

const price = await routerPrice();
console.log(`Router for a room: opened in             ${spread(price.openMs, 'ms', 2)}`);
console.log(`… the two transports of one move         ${spread(price.transportsMs, 'ms', 2)}`);
console.log(`… memory for each                        ${price.kilobytesEach.toFixed(0)} kB   (${load()})`);

const TRIALS = Number(process.env.TRIALS ?? 20);
/** In milliseconds: on the loopback network, where only our own work counts … */
const TARGET = 500;
/** … and, at the median, on a line such as a phone far from the server has. */
const FAR_TARGET = 1_500;
const FAR = { roundTripMs: 150, loss: 0.02, random: chance };

const browser = await openBrowser();
const took = await moves(browser, TRIALS, await Product.start());
console.log(
  `Move: “I am coming” → first picture      ${spread(took, 'ms')}   ${verdict(took, TARGET, 'ms')}   (${load()})`,
);
const far = await moves(browser, TRIALS, await farProduct(FAR));
console.log(
  `… 150 ms round trip, 2 % loss            ${spread(far, 'ms')}   median ${verdict(far, FAR_TARGET, 'ms', 0.5)}   (${load()})`,
);
await browser.close();
