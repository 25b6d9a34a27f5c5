import type en from './preview.en.ts';
import type { Translated } from '../../core/i18n/message-shape.ts';

export default {
  page: '第 {n} 页，共 {total} 页',
  first: '仅显示前 {n} 页，共 {total} 页。请下载文件查看全部内容。',
  failed: '此文件无法在此处显示或显示不完整，请在新窗口打开或下载查看。',
  blank: '第 {n} 页在此处显示为空白，请在新窗口打开文件核对。',
  cut: '此文件已损坏，此处显示的内容可能不完整。请在新窗口打开核对，或请对方重新提供。',
  open: '在新窗口打开',
  download: '下载',
} satisfies Translated<typeof en>;
