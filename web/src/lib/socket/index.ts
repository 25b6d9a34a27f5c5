export { SocketClient, type Disconnection, type SocketOptions } from './socket-client.ts';
