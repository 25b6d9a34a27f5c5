export { default as ChatPanel } from './components/chat-panel.vue';
export { useUnread } from './thread/use-unread.ts';
