import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { installationKeys } from '@onevisit/home';
import { fixedViewersOf, viewerHeader } from '@onevisit/subgraph';
import type { Viewer } from '@onevisit/kernel';
import { createKeyRing } from '@onevisit/vault';
import { documents } from '../operations/documents.ts';
import { connect } from './databases.ts';
import { fileCareRequest } from './file-care-request.ts';
import { listCases } from './list-cases.ts';
import { oneCase } from './one-case.ts';
import { overview } from './overview.ts';

// The limit of what a graph can reach: no GraphQL at all, each answer written by hand around a few statements.
type Answer = (viewer: Viewer, variables: never) => Promise<string>;

const { ONEVISIT_HOME: home = '', PORT: port = '', DATABASES: databasesFile = '' } = process.env;
const urls = JSON.parse(readFileSync(databasesFile, 'utf8')) as Readonly<Record<string, string>>;
const databases = await connect((name) => urls[name] ?? '');
const ring = createKeyRing(installationKeys(home).vault.ring);
const viewers = fixedViewersOf(process.env) ?? new Map<string, Viewer>();

const answers = new Map<string, Answer>([
  [documents.list, (viewer, variables) => listCases(databases, viewer, variables)],
  [documents.overview, (viewer, variables) => overview(databases, viewer, variables)],
  [documents.entity, (viewer, variables) => oneCase(databases, viewer, variables)],
  [documents.mutation, (viewer, { input }: { input: never }) => fileCareRequest(databases, viewer, { input, ring })],
]);

type Body = Readonly<{ query: string; variables: never }>;

async function answer(request: IncomingMessage, response: ServerResponse, text: string): Promise<void> {
  const viewer = viewers.get(String(request.headers[viewerHeader]));
  const { query, variables } = JSON.parse(text) as Body;
  const answerOf = answers.get(query);
  if (!viewer || !answerOf) {
    response.writeHead(viewer ? 404 : 401).end();
    return;
  }
  const body = await answerOf(viewer, variables);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    answer(request, response, Buffer.concat(chunks).toString()).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
}).listen(Number(port), '127.0.0.1');
