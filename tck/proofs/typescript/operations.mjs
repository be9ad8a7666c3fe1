// SPDX-License-Identifier: Apache-2.0
// The operations of the fixture contract. The SDK builds a server for each request.

import { McpServer, ResourceTemplate, requireScopes } from '@modelcontextprotocol/server';

let invocations = 0;

const text = value => ({ content: [{ type: 'text', text: value }] });

export function buildServer() {
  const server = new McpServer({ name: 'typescript-proof', version: '1.0.0' });
  registerTools(server);
  registerResources(server);
  registerPrompts(server);
  return server;
}

function registerTools(server) {
  server.registerTool(
    'test_simple_text',
    {
      description: 'Answers with a fixed text',
      scopeChallenge: requireScopes(
        'mcp:conformance:tools:call',
        'mcp:conformance:tools:test_simple_text'
      )
    },
    async () => {
      invocations += 1;
      return text('This is a simple text response for testing.');
    }
  );
  server.registerTool(
    'test_caller',
    { description: "The subject of the caller's token" },
    async ctx => text(ctx.http.authInfo.extra.subject)
  );
  server.registerTool(
    'test_invocations',
    { description: 'How often test_simple_text ran' },
    async () => text(String(invocations))
  );
}

function registerResources(server) {
  server.registerResource(
    'static-text',
    'test://static-text',
    {
      mimeType: 'text/plain',
      scopeChallenge: requireScopes(
        'mcp:conformance:resources:read',
        'mcp:conformance:resources:static'
      )
    },
    async uri => ({ contents: [{ uri: uri.href, text: 'A static text.' }] })
  );
  const template = new ResourceTemplate('test://template/{id}/data', { list: undefined });
  server.registerResource(
    'template-data',
    template,
    {
      mimeType: 'application/json',
      // The scopes depend on the URI, so requireScopes is made for each request.
      scopeChallenge: context => {
        const uri = new URL(context.request.params.uri).href;
        const { id } = template.uriTemplate.match(uri);
        return requireScopes(
          'mcp:conformance:resources:read',
          `mcp:conformance:resources:template:${id}`
        )(context);
      }
    },
    async (uri, { id }) => ({ contents: [{ uri: uri.href, text: JSON.stringify({ id }) }] })
  );
}

function registerPrompts(server) {
  server.registerPrompt(
    'test_simple_prompt',
    {
      description: 'A fixed prompt',
      scopeChallenge: requireScopes(
        'mcp:conformance:prompts:get',
        'mcp:conformance:prompts:test_simple_prompt'
      )
    },
    async () => ({
      messages: [
        { role: 'user', content: { type: 'text', text: 'This is a simple prompt for testing.' } }
      ]
    })
  );
}
