MCP='@MCP@' TOKENS='@ISSUER@/token' RESOURCE='@RESOURCE@'

token() { curl -s "$TOKENS" -u dev:dev -d grant_type=client_credentials -d "resource=$RESOURCE" -d "scope=$1" | sed 's/.*"access_token" *: *"\([^"]*\)".*/\1/'; }

post() { printf '\n> %s\n' "$1"; DATA="$1"; shift; curl -si "$MCP" -H 'Content-Type: application/json' -H 'Accept: application/json, text/event-stream' "$@" -d "$DATA" | tr -d '\r'; echo; }

INITIALIZE='{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"curl","version":"1"}}}'

post "$INITIALIZE"

TOKEN=$(token notes:read)
ANSWER=$(post "$INITIALIZE" -H "Authorization: Bearer $TOKEN"); printf '%s\n' "$ANSWER"
SESSION=$(printf '%s\n' "$ANSWER" | sed -n 's/^[Mm][Cc][Pp]-[Ss]ession-[Ii]d: //p')

call() { post "$1" -H "Authorization: Bearer $TOKEN" -H "Mcp-Session-Id: $SESSION" -H 'MCP-Protocol-Version: 2025-11-25'; }

call '{"jsonrpc":"2.0","method":"notifications/initialized"}'
call '{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"list_notes"}}'
call '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"add_note","arguments":{"text":"Buy milk"}}}'

TOKEN=$(token 'notes:read notes:write')
call '{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"add_note","arguments":{"text":"Buy milk"}}}'
