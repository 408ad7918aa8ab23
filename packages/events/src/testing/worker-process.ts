import { openDatabase } from '@onevisit/data';
import { testRequestKey } from '@onevisit/data/testing';
import { createEventEngine } from '../index.ts';
import { sampleDefinition } from './definition.ts';
import { sampleConsumer } from './sample.ts';

// Hands events over in a process of its own until it is killed: `node worker-process.ts URL BEFORE|AFTER`. It stops for
// ever over an event of version 7, before its effect is committed or after that.
const [url = '', moment = ''] = process.argv.slice(2);
const forever = new Promise<void>(() => setInterval(() => undefined, 60_000));

const database = await openDatabase(sampleDefinition, url, { requestKey: testRequestKey, connections: 4 });
const consume = sampleConsumer(database);
const engine = createEventEngine({
  database,
  source: 'cases',
  subscribersOf: () => [],
  deliver: async (_subscriber, event) => {
    if (event.subjectVersion !== 7 || moment === 'AFTER') await consume(event);
    if (event.subjectVersion !== 7) return;
    console.log('caught');
    await forever;
  },
});
await engine.start();
console.log('started');
