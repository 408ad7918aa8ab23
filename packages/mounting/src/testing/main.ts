import { serveAlone } from '../index.ts';
import { cases, organizations } from './small-services.ts';

// Serves one of the small services, by the name that the test gives.
const services = [organizations, cases({ fails: false, loads: [], seen: [] })];
const definition = services.find(({ name }) => name === process.env['SMALL_SERVICE']);
if (definition) await serveAlone(definition);
