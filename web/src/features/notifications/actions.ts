import { readAllNotifications, readNotification } from '@yunzhen/shared/notifications/notifications.contract';
import { useCommand } from '../../core/commands/index.ts';

export const useReadMessage = () => useCommand(readNotification, { changes: [['inbox']] });

export const useReadAllMessages = () => useCommand(readAllNotifications, { changes: [['inbox']] });
