import { readFileSync } from 'node:fs';
import mercuriusGateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';

const app = Fastify();
const services = JSON.parse(readFileSync(process.env.SERVICES, 'utf8'));

app.register(mercuriusGateway, {
  gateway: {
    services: services.map((service) => ({
      ...service,
      mandatory: true,
      rewriteHeaders: (headers) => ({ 'x-onevisit-viewer': headers['x-onevisit-viewer'] }),
    })),
  },
  // Compiles an operation at its first run, as its documentation advises for production.
  jit: 1,
  graphiql: false,
});

await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
