// SPDX-License-Identifier: Apache-2.0
// A server that the TCK is proven with, written as the TypeScript SDK's documentation shows.

import { parseArgs } from 'node:util';
import {
  createMcpExpressApp,
  getOAuthProtectedResourceMetadataUrl,
  mcpAuthMetadataRouter,
  requireBearerAuth
} from '@modelcontextprotocol/express';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { Issuer } from './issuer.mjs';
import { buildServer } from './operations.mjs';

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.PORT ?? '8080' },
    issuer: { type: 'string', default: process.env.ISSUER ?? 'http://127.0.0.1:9797' },
    'required-scope': { type: 'string', default: '' }
  }
});
const host = '127.0.0.1';
const mcpServerUrl = new URL(`http://${host}:${options.port}/mcp`);
const issuer = new Issuer(options.issuer, mcpServerUrl);

// One setting of the SDK for two things: what the 401 names, every request must then have. The
// contract wants the first without the second, so neither is the default.
const requiredScopes = options['required-scope'].split(' ').filter(scope => scope);

const app = createMcpExpressApp({ host });

app.all(/^\/\.well-known\//, async (request, response, next) => {
  const metadataRouter = mcpAuthMetadataRouter({
    oauthMetadata: await issuer.metadata(),
    resourceServerUrl: mcpServerUrl,
    scopesSupported: ['mcp:conformance:baseline'],
    resourceName: 'TypeScript proof'
  });
  metadataRouter(request, response, next);
});

const auth = requireBearerAuth({
  verifier: issuer,
  requiredScopes,
  expectedResource: mcpServerUrl,
  resourceMetadataUrl: getOAuthProtectedResourceMetadataUrl(mcpServerUrl)
});
const node = toNodeHandler(createMcpHandler(buildServer));
app.all('/mcp', auth, (request, response) => void node(request, response, request.body));

const listener = app.listen(Number(options.port), host, error => {
  if (error) throw error;
  console.log(`listening ${mcpServerUrl}`);
});

process.on('SIGTERM', () => {
  // A kept-alive connection to the issuer would hold the process for some seconds more.
  listener.close(() => process.exit());
  listener.closeAllConnections();
});
