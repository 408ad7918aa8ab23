import { personas } from '@onevisit/city';
import type { InstallationKeys } from '@onevisit/home';
import type { FastifyInstance } from 'fastify';
import { personaToken } from '../commands/persona-token.ts';
import { UsageError } from '../commands/usage-error.ts';
import { examplesOf } from '../explorer/examples.ts';
import { explorerFiles, isBuilt, type ExplorerFile } from '../explorer/explorer-files.ts';
import { personaTitles } from '../explorer/persona-titles.ts';

// Everything comes from this server; the editor sets styles of its own and starts its workers from blobs.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const notYet = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<title>OneVisit</title><p>正在准备查询界面，请稍候…… The explorer is being built; this page comes back by itself.</p>`;

/** 查询界面 from files of our own, and the personas that it can ask as; with the development issuer only. */
export function serveExplorer(app: FastifyInstance, home: string, keys: InstallationKeys): void {
  let files: ReadonlyMap<string, ExplorerFile> | null = null;
  const fileNamed = (name: string): ExplorerFile | null => {
    if (files === null && isBuilt(home)) files = explorerFiles(home);
    return files?.get(name) ?? null;
  };

  app.get('/', (_request, reply) => reply.redirect('/explorer'));
  app.get('/explorer', (_request, reply) => {
    const page = fileNamed('index.html');
    void reply.header('content-security-policy', policy).type('text/html; charset=utf-8');
    return page ? reply.send(page.body) : reply.code(503).header('retry-after', '2').send(notYet);
  });
  app.get<{ Params: { '*': string } }>('/explorer/assets/*', (request, reply) => {
    const file = fileNamed(`assets/${request.params['*']}`);
    if (!file) return reply.code(404).send({ message: '没有这个文件。 There is no such file.' });
    return reply.type(file.contentType).header('cache-control', 'public, max-age=31536000, immutable').send(file.body);
  });
  app.get('/explorer/personas', () =>
    personas.map(({ name, organizationCode }) => ({
      name,
      title: personaTitles[name],
      organizationCode,
      examples: examplesOf(name),
    })),
  );
  app.post<{ Body: Readonly<{ persona?: unknown; organizationCode?: unknown }> }>(
    '/explorer/token',
    async (request, reply) => {
      const { persona, organizationCode } = request.body;
      try {
        const at = typeof organizationCode === 'string' ? organizationCode : undefined;
        return { token: await personaToken(String(persona), at, keys.tokenIssuer) };
      } catch (error) {
        if (error instanceof UsageError) return reply.code(400).send({ message: error.message });
        throw error;
      }
    },
  );
}
