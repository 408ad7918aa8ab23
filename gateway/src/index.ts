export { personaToken } from './commands/persona-token.ts';
export { createGateway, type Gateway, type GatewayParts } from './gateway.ts';
export { settingsOf, type Settings } from './stack/settings.ts';
export { startStack, type Stack } from './stack/stack.ts';
