MCP='@MCP@' USERS='@COMPANION@/users' REVISION='2025-11-25'

token() { curl -s "$USERS/$1"; }

call() { printf '\n> %s %s\n' "$1" "$2"; curl -si "$MCP" -H "Authorization: ${TOKEN:+Bearer }$TOKEN" -H "MCP-Protocol-Version: $REVISION" -H 'Content-Type: application/json' -H 'Accept: application/json, text/event-stream' -d '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"'"$1"'","arguments":'"$2"'}}' | tr -d '\r'; echo; }

TOKEN=''
call opening_hours '{}'
call list_tickets '{"project":"globex"}'

TOKEN=$(token 'carl?scope=tickets:read')
call list_tickets '{"project":"globex"}'

TOKEN=$(token 'mia?scope=tickets:read')
call list_tickets '{"project":"globex"}'
call list_tickets '{"project":"acme"}'
REVISION='2025-06-18'
call list_tickets '{"project":"acme"}'
REVISION='2025-11-25'

TOKEN=$(token 'mia?scope=tickets:read+tickets:write+tickets:acme')
call list_tickets '{"project":"acme"}'
call reply '{"project":"acme","number":1,"text":"Please drag your feet"}'

TOKEN=$(token 'mia?scope=tickets:read+tickets:refund')
call refund '{"project":"globex","number":2,"cents":1500}'
TOKEN=$(token 'mia?scope=tickets:read+tickets:refund&acr=urn:example:mfa')
call refund '{"project":"globex","number":2,"cents":1500}'
call delete_tickets '{}'

TOKEN=$(token 'noah')
call refused_calls '{}'
