import { startStack, type Mounting } from '../kit/stack.ts';
import { wordOf } from '../kit/this-stack.ts';
import { folderWithCity, forgetCity } from './loaded-city.ts';

// `npm run stack -w @onevisit/e2e`: a stack that stays, so that one journey can be run again and again in seconds.
const mounting: Mounting = process.argv.includes('--split') ? 'split' : 'all-in-one';

const folder = await folderWithCity(mounting);
await forgetCity();
await startStack({ mounting, citySize: 'S', folder });
console.log(`export ${wordOf(mounting)}=${folder}`);
