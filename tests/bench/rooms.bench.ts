/**
 * What private rooms cost: a Router for each, and a move from one to another, from “I am coming” to the first picture of somebody there.
 * Lower is better.
 */
import { load, spread } from './measure/figures.ts';
import { routerPrice } from './rooms/routerPrice.ts';

const price = await routerPrice();
console.log(`Router for a room: opened in             ${spread(price.openMs, 'ms', 2)}`);
console.log(`… the two transports of one move         ${spread(price.transportsMs, 'ms', 2)}`);
console.log(`… memory for each                        ${price.kilobytesEach.toFixed(0)} kB   (${load()})`);
