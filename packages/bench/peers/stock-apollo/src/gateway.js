import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

// As "Implementing a gateway with Apollo Server" shows it, with a data source that passes the caller on.
class WithViewer extends RemoteGraphQLDataSource {
  willSendRequest({ request, context }) {
    if (context.viewer) request.http.headers.set('x-onevisit-viewer', context.viewer);
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(process.env.SUPERGRAPH, 'utf8'),
  buildService: ({ url }) => new WithViewer({ url }),
});

await startStandaloneServer(new ApolloServer({ gateway }), {
  context: async ({ req }) => ({ viewer: req.headers['x-onevisit-viewer'] }),
  listen: { host: '127.0.0.1', port: Number(process.env.PORT) },
});
