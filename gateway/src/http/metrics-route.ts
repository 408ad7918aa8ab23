import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import { notFound } from './refusal.ts';

const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** 监测指标 for Prometheus on the same machine; from anywhere else the address does not exist. */
export function serveMetrics(app: FastifyInstance, registry: Registry): void {
  app.get('/metrics', async (request, reply) => {
    if (!loopback.includes(request.ip)) throw notFound;
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
